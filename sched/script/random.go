package script

import (
	"crypto/sha512"
	"math"
	"math/big"
	"math/bits"
)

// A rng is random.Random: the Mersenne Twister of Modules/_randommodule.c. Its
// state belongs to the run, so that a replay draws the same numbers.
type rng struct {
	cls       *Type
	attrs     *dict // nil: none were set
	state     [mtWords]uint32
	at        int   // word of state that is next; mtWords: make new ones
	gaussNext Value // the second of the pair that gauss makes; nil: none
}

const (
	mtWords = 624
	mtShift = 397
)

var randomType = newType("random.Random")

func (g *rng) class() *Type  { return g.cls }
func (g *rng) place() **dict { return &g.attrs }

// randomModule makes the module, whose functions are the methods of a Random
// of the run.
func randomModule() *module {
	mod := newModule("random")
	stand := &rng{cls: randomType} // for the one of the run
	for name, v := range randomMethods() {
		b := v
		fn := &builtin{name: name, of: randomType, fn: func(m *machine, _ Value, a args) (Value, error) {
			return b.fn(m, m.sharedRandom(), a)
		}}
		mod.attrs[name] = &method{self: stand, fn: fn}
	}
	mod.attrs["Random"] = randomType
	return mod
}

// sharedRandom is the generator of the module's functions, which TRACE.md
// seeds with 0 before the script starts.
func (m *machine) sharedRandom() *rng {
	if m.random == nil {
		m.random = &rng{cls: randomType}
		m.random.seedWords([]uint32{0})
	}
	return m.random
}

func setupRandom(t *Type) {
	t.alloc = func(m *machine, t *Type, _ args) (Value, error) {
		g := &rng{cls: t}
		g.seedWords([]uint32{0})
		return g, m.charge(mtWords)
	}
	t.construct = func(m *machine, t *Type, a args) (Value, error) {
		g, err := t.alloc(m, t, a)
		if err != nil {
			return nil, err
		}
		_, err = t.attrs["__init__"].(*builtin).fn(m, g, a)
		return g, err
	}
	for name, b := range randomMethods() {
		t.attrs[name] = b
	}
	t.inPython("__init__", "x=None", func(m *machine, v []Value) (Value, error) {
		if _, err := m.callSpecial(v[0], "seed", v[1]); err != nil {
			return nil, err
		}
		v[0].(*rng).gaussNext = nil
		return None, nil
	})
}

// seed mirrors Random.seed and random_seed. What CPython takes from the
// machine when the seed is None is another number here for each generator.
func (g *rng) seed(m *machine, v Value, version int64) error {
	g.gaussNext = nil
	n := new(big.Int)
	switch v := v.(type) {
	case none:
		m.unseeded++
		n.Lsh(big.NewInt(m.unseeded), 64)
	case string:
		if version == 1 {
			n = seedVersion1(v)
			break
		}
		g.seedBytes(n, []byte(v))
	default:
		b, ok := asBig(v)
		switch x, isFloat := v.(float64); {
		case isFloat:
			n.SetUint64(uint64(hashFloat(x)))
		case ok:
			n.Abs(b)
		case version == 2:
			text, ok := asBytes(v)
			if !ok {
				return typeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
			}
			g.seedBytes(n, []byte(text))
		default:
			return typeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
		}
	}
	var key []uint32
	for _, d := range n.Bits() {
		key = append(key, uint32(d), uint32(uint64(d)>>32))
	}
	for len(key) > 0 && key[len(key)-1] == 0 {
		key = key[:len(key)-1]
	}
	if key == nil {
		key = []uint32{0}
	}
	g.seedWords(key)
	return nil
}

func (g *rng) seedBytes(n *big.Int, text []byte) {
	sum := sha512.Sum512(text)
	n.SetBytes(append(append([]byte(nil), text...), sum[:]...))
}

// seedVersion1 mirrors Random.seed for a string and version 1.
func seedVersion1(s string) *big.Int {
	chars := []rune(s)
	var x uint64
	if len(chars) > 0 {
		x = uint64(chars[0]) << 7
	}
	for _, c := range chars {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(chars))
	return new(big.Int).SetUint64(x)
}

// seedWords mirrors init_by_array.
func (g *rng) seedWords(key []uint32) {
	mt := &g.state
	mt[0] = 19650218
	for i := 1; i < mtWords; i++ {
		mt[i] = 1812433253*(mt[i-1]^mt[i-1]>>30) + uint32(i)
	}
	i, j := 1, 0
	for range max(mtWords, len(key)) {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1664525) + key[j] + uint32(j)
		i, j = i+1, j+1
		if i == mtWords {
			mt[0], i = mt[mtWords-1], 1
		}
		if j == len(key) {
			j = 0
		}
	}
	for range mtWords - 1 {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1566083941) - uint32(i)
		i++
		if i == mtWords {
			mt[0], i = mt[mtWords-1], 1
		}
	}
	mt[0] = 1 << 31
	g.at = mtWords
}

// word mirrors genrand_uint32.
func (g *rng) word() uint32 {
	if g.at >= mtWords {
		mt := &g.state
		for k := range mtWords {
			y := mt[k]&(1<<31) | mt[(k+1)%mtWords]&(1<<31-1)
			mt[k] = mt[(k+mtShift)%mtWords] ^ y>>1 ^ -(y&1)&0x9908b0df
		}
		g.at = 0
	}
	y := g.state[g.at]
	g.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float mirrors _random_Random_random_impl.
func (g *rng) float() float64 {
	a, b := g.word()>>5, g.word()>>6
	return (float64(a)*67108864 + float64(b)) * (1.0 / 9007199254740992)
}

// bits mirrors _random_Random_getrandbits_impl for k from 1.
func (g *rng) bits(k int) *big.Int {
	if k <= 32 {
		return big.NewInt(int64(g.word() >> (32 - k)))
	}
	words := make([]big.Word, (k+63)/64)
	for i := 0; k > 0; i, k = i+1, k-32 {
		w := g.word()
		if k < 32 {
			w >>= 32 - k
		}
		words[i/2] |= big.Word(w) << (i % 2 * 32)
	}
	return new(big.Int).SetBits(words)
}

// float01 is self.random(), which a class of the script may define.
func (g *rng) float01(m *machine) (float64, error) {
	if g.cls.user == nil || !g.cls.overrides("random") {
		return g.float(), nil
	}
	v, err := m.callSpecial(g, "random")
	if err != nil {
		return 0, err
	}
	x, ok := asFloat(v)
	if !ok {
		return 0, unsupported("a random() that gives no number is")
	}
	return x, nil
}

// How a generator draws integers: see Random.__init_subclass__.
func (g *rng) drawsBy() string {
	for _, c := range g.cls.mro {
		switch {
		case c.user == nil:
			return ""
		case c.attrs["getrandbits"] != nil:
			return "getrandbits"
		case c.attrs["random"] != nil:
			return "random"
		}
	}
	return ""
}

// below is self._randbelow(n) for n > 0.
func (g *rng) below(m *machine, n *big.Int) (*big.Int, error) {
	k := n.BitLen()
	switch by := g.drawsBy(); by {
	case "":
		r := g.bits(k)
		for r.Cmp(n) >= 0 {
			r = g.bits(k)
		}
		return r, nil
	case "random":
		return g.belowByFloats(m, n)
	}
	for {
		v, err := m.callSpecial(g, "getrandbits", integer(int64(k)))
		if err != nil {
			return nil, err
		}
		r, ok := asBig(v)
		if !ok {
			return nil, unsupported("a getrandbits() that gives no int is")
		}
		if r.Cmp(n) < 0 {
			return r, nil
		}
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
}

// belowByFloats mirrors _randbelow_without_getrandbits.
func (g *rng) belowByFloats(m *machine, n *big.Int) (*big.Int, error) {
	const most = 1 << 53
	if !n.IsInt64() || n.Int64() >= most {
		return nil, unsupported("a range beyond 2**53 for a random() of one's own is")
	}
	rem := most % n.Int64()
	limit := float64(most-rem) / most
	for {
		r, err := g.float01(m)
		if err != nil {
			return nil, err
		}
		if r < limit {
			v := new(big.Int)
			big.NewFloat(math.Floor(r * most)).Int(v)
			return v.Mod(v, n), nil
		}
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
}

// index is below for what fits an int.
func (g *rng) index(m *machine, n int) (int, error) {
	if g.cls.user != nil {
		r, err := g.below(m, big.NewInt(int64(n)))
		if err != nil {
			return 0, err
		}
		return int(r.Int64()), nil
	}
	k := bits.Len(uint(n))
	for {
		r := uint64(g.word())
		if k <= 32 {
			r >>= 32 - k
		} else {
			r |= uint64(g.word()>>(64-k)) << 32
		}
		if r < uint64(n) {
			return int(r), nil
		}
	}
}
