package script

import (
	"math"
	"math/big"
	"slices"
	"sync"

	"loopscope/sched/script/libm"
	"loopscope/sched/script/syntax"
)

// randomMethods are the methods of random.Random, by name. The module's
// functions are they too.
var randomMethods = sync.OnceValue(func() map[string]*builtin {
	t := &Type{name: "Random", attrs: map[string]Value{}}
	randomCore(t)
	randomIntegers(t)
	randomSequences(t)
	randomReals(t)
	made := map[string]*builtin{}
	for name, v := range t.attrs {
		made[name] = v.(*builtin)
		made[name].of = randomType
	}
	return made
})

func randomCore(t *Type) {
	t.methods(map[string]nativeFn{
		"random": func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("Random.random", 0, 0); err != nil {
				return nil, err
			}
			return self.(*rng).float(), nil
		},
		"getrandbits": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("Random.getrandbits", 1, 1); err != nil {
				return nil, err
			}
			k, err := toIndex(a.pos[0])
			switch {
			case err != nil:
				return nil, err
			case k < 0:
				return nil, valueError("number of bits must be non-negative")
			case k == 0:
				return integer(0), nil
			case k > m.opts.IntBits:
				return nil, m.limit("integer size")
			}
			return bigInteger(self.(*rng).bits(k)), nil
		},
	})
	t.inPython("seed", "a=None, version=2", func(m *machine, v []Value) (Value, error) {
		version, _ := asInt(v[2])
		return None, v[0].(*rng).seed(m, v[1], version)
	})
	t.inPython("getstate", "", func(_ *machine, v []Value) (Value, error) { return v[0].(*rng).getState(), nil })
	t.inPython("setstate", "state", func(m *machine, v []Value) (Value, error) {
		return None, v[0].(*rng).setState(m, v[1])
	})
}

func (g *rng) getState() Value {
	words := make([]Value, 0, mtWords+1)
	for _, w := range g.state {
		words = append(words, integer(int64(w)))
	}
	next := g.gaussNext
	if next == nil {
		next = None
	}
	return newTuple(integer(3), &tuple{items: append(words, integer(int64(g.at)))}, next)
}

// setState mirrors Random.setstate and random_setstate for version 3.
func (g *rng) setState(m *machine, v Value) error {
	version, err := m.getItem(v, integer(0))
	if err != nil {
		return err
	}
	parts, err := m.collect(v)
	if err != nil {
		return err
	}
	if version != integer(3) {
		text, err := m.str(version)
		if err != nil {
			return err
		}
		return valueError("state with version %s passed to Random.setstate() of version 3", text)
	}
	if len(parts) != 3 {
		return unsupported("a state that getstate() has not given is")
	}
	words, ok := parts[1].(*tuple)
	switch {
	case !ok:
		return typeError("state vector must be a tuple")
	case len(words.items) != mtWords+1:
		return valueError("state vector is the wrong size")
	}
	for i, w := range words.items {
		n, ok := asInt(w)
		switch {
		case !ok:
			return typeError("an integer is required")
		case i == mtWords && (n < 0 || n > mtWords):
			return valueError("invalid state")
		case i == mtWords:
			g.at = int(n)
		default:
			g.state[i] = uint32(n)
		}
	}
	if g.gaussNext = parts[2]; g.gaussNext == None {
		g.gaussNext = nil
	}
	return nil
}

func randomIntegers(t *Type) {
	t.inPython("randrange", "start, stop=None, step=one", func(m *machine, v []Value) (Value, error) {
		return v[0].(*rng).randRange(m, v[1], v[2], v[3])
	})
	t.inPython("randbytes", "n", randBytes)
	t.inPython("randint", "a, b", func(m *machine, v []Value) (Value, error) {
		stop, err := m.binaryOp(syntax.Add, v[2], integer(1))
		if err != nil {
			return nil, err
		}
		return v[0].(*rng).randRange(m, v[1], stop, "one")
	})
}

// randBytes mirrors Random.randbytes.
func randBytes(m *machine, v []Value) (Value, error) {
	n, err := toIndex(v[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, valueError("number of bits must be non-negative")
	}
	if err := m.room(n); err != nil {
		return nil, err
	}
	text := make([]byte, n)
	if n > 0 {
		v[0].(*rng).bits(n * 8).FillBytes(text)
		slices.Reverse(text)
	}
	return byteString(text), nil
}

// wholeNumber is operator.index for a number of any size.
func wholeNumber(v Value) (*big.Int, error) {
	if n, ok := asBig(v); ok {
		return n, nil
	}
	_, err := toIndex(v)
	return nil, err
}

// randRange mirrors Random.randrange; a step of "one" was not given.
func (g *rng) randRange(m *machine, start, stop, step Value) (Value, error) {
	low, err := wholeNumber(start)
	if err != nil {
		return nil, err
	}
	one := big.NewInt(1)
	if stop == None {
		if step != "one" {
			return nil, typeError("Missing a non-None stop argument")
		}
		if low.Sign() <= 0 {
			return nil, valueError("empty range for randrange()")
		}
		r, err := g.below(m, low)
		return orNil(r, err)
	}
	high, err := wholeNumber(stop)
	if err != nil {
		return nil, err
	}
	by := one
	if step != "one" {
		if by, err = wholeNumber(step); err != nil {
			return nil, err
		}
	}
	if by.Sign() == 0 {
		return nil, valueError("zero step for randrange()")
	}
	n := new(big.Int).Sub(high, low)
	n.Add(n, by).Sub(n, big.NewInt(int64(by.Sign())))
	q, r := new(big.Int).QuoRem(n, by, new(big.Int))
	if r.Sign() != 0 && r.Sign() != by.Sign() {
		q.Sub(q, one)
	}
	if q.Sign() <= 0 {
		if by.Cmp(one) == 0 {
			return nil, valueError("empty range in randrange(%s, %s)", low, high)
		}
		return nil, valueError("empty range in randrange(%s, %s, %s)", low, high, by)
	}
	picked, err := g.below(m, q)
	if err != nil {
		return nil, err
	}
	picked = new(big.Int).Mul(picked, by)
	return bigInteger(picked.Add(picked, low)), nil
}

func orNil(n *big.Int, err error) (Value, error) {
	if err != nil {
		return nil, err
	}
	return bigInteger(n), nil
}

func randomSequences(t *Type) {
	t.inPython("choice", "seq", func(m *machine, v []Value) (Value, error) {
		n, err := m.length(v[1])
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, raise("IndexError", "Cannot choose from an empty sequence")
		}
		i, err := v[0].(*rng).index(m, n)
		if err != nil {
			return nil, err
		}
		return m.getItem(v[1], integer(int64(i)))
	})
	t.inPython("shuffle", "x", func(m *machine, v []Value) (Value, error) {
		n, err := m.length(v[1])
		for i := n - 1; i > 0 && err == nil; i-- {
			if err = m.tick(); err == nil {
				err = v[0].(*rng).exchange(m, v[1], i)
			}
		}
		return None, err
	})
	t.inPython("sample", "population, k, *, counts=None", func(m *machine, v []Value) (Value, error) {
		return v[0].(*rng).sample(m, v[1], v[2], v[3])
	})
	t.inPython("choices", "population, weights=None, *, cum_weights=None, k=1", randomChoices)
}

// exchange swaps item i of a sequence with one up to it.
func (g *rng) exchange(m *machine, x Value, i int) error {
	j, err := g.index(m, i+1)
	if err != nil {
		return err
	}
	if l, ok := x.(*list); ok && typeOf(x) == listType && i < len(l.items) {
		l.items[i], l.items[j] = l.items[j], l.items[i]
		return nil
	}
	a, err := m.getItem(x, integer(int64(j)))
	if err != nil {
		return err
	}
	b, err := m.getItem(x, integer(int64(i)))
	if err != nil {
		return err
	}
	if err := m.setItem(x, integer(int64(i)), a); err != nil {
		return err
	}
	return m.setItem(x, integer(int64(j)), b)
}

// sample mirrors Random.sample.
func (g *rng) sample(m *machine, population, k, counts Value) (Value, error) {
	if !isSequenceABC(population) {
		return nil, typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	n, err := m.length(population)
	if err != nil {
		return nil, err
	}
	if counts != None {
		return g.sampleCounts(m, population, k, counts)
	}
	if x, ok := asFloat(k); ok && (x < 0 || x > float64(n)) {
		return nil, valueError("Sample larger than population or is negative")
	}
	count, ok := asInt(k)
	if !ok {
		if _, isFloat := k.(float64); isFloat {
			return nil, typeError("can't multiply sequence by non-int of type 'float'")
		}
		_, err := m.compare(syntax.LtE, integer(0), k)
		return nil, err
	}
	picks, err := g.picks(m, n, int(count))
	if err != nil {
		return nil, err
	}
	result := &list{items: make([]Value, len(picks))}
	for i, at := range picks {
		if result.items[i], err = m.getItem(population, integer(int64(at))); err != nil {
			return nil, err
		}
	}
	return result, nil
}

// isSequenceABC is isinstance(v, collections.abc.Sequence) for the types here.
func isSequenceABC(v Value) bool {
	for _, c := range typeOf(v).mro {
		switch c.fullName() {
		case "list", "tuple", "str", "range", "bytes", "bytearray", "collections.deque", "collections.UserList", "collections.UserString":
			return true
		}
	}
	return false
}

// picks draws k different numbers below n.
func (g *rng) picks(m *machine, n, k int) ([]int, error) {
	if err := m.room(k); err != nil {
		return nil, err
	}
	size := 21
	if k > 5 {
		size += int(math.Pow(4, math.Ceil(libm.Log(float64(k*3))/libm.Log(4))))
	}
	result := make([]int, k)
	if n <= size {
		if err := m.room(n); err != nil {
			return nil, err
		}
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range result {
			j, err := g.index(m, n-i)
			if err != nil {
				return nil, err
			}
			result[i], pool[j] = pool[j], pool[n-i-1]
		}
		return result, nil
	}
	taken := map[int]bool{}
	for i := range result {
		for {
			j, err := g.index(m, n)
			if err != nil {
				return nil, err
			}
			if result[i] = j; !taken[j] {
				taken[j] = true
				break
			}
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
	}
	return result, nil
}

func (g *rng) sampleCounts(m *machine, population, k, counts Value) (Value, error) {
	sums, err := m.accumulate(counts)
	if err != nil {
		return nil, err
	}
	n, err := m.length(population)
	if err != nil {
		return nil, err
	}
	if len(sums) != n {
		return nil, valueError("The number of counts does not match the population")
	}
	if n == 0 {
		return nil, raise("IndexError", "pop from empty list")
	}
	total, ok := asInt(sums[n-1])
	switch {
	case !ok:
		return nil, typeError("Counts must be integers")
	case total <= 0:
		return nil, valueError("Total of counts must be greater than zero")
	}
	picked, err := g.sample(m, &span{stop: total, step: 1}, k, None)
	if err != nil {
		return nil, err
	}
	result := picked.(*list)
	for i, s := range result.items {
		at, err := m.bisectRight(sums[:n-1], s, n-1)
		if err != nil {
			return nil, err
		}
		if result.items[i], err = m.getItem(population, integer(int64(at))); err != nil {
			return nil, err
		}
	}
	return result, nil
}

// accumulate is list(itertools.accumulate(v)).
func (m *machine) accumulate(v Value) ([]Value, error) {
	var sums []Value
	err := m.each(v, func(item Value) error {
		if len(sums) > 0 {
			var err error
			if item, err = m.binaryOp(syntax.Add, sums[len(sums)-1], item); err != nil {
				return err
			}
		}
		sums = append(sums, item)
		return m.grown(len(sums))
	})
	return sums, err
}

// bisectRight is bisect.bisect(items, x, 0, high).
func (m *machine) bisectRight(items []Value, x Value, high int) (int, error) {
	low := 0
	for low < high {
		mid := (low + high) / 2
		left, err := m.less(x, items[mid])
		if err != nil {
			return 0, err
		}
		if left {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low, nil
}

// randomChoices mirrors Random.choices.
func randomChoices(m *machine, v []Value) (Value, error) {
	g, population, weights, cumulative, k := v[0].(*rng), v[1], v[2], v[3], v[4]
	n, err := m.length(population)
	if err != nil {
		return nil, err
	}
	sums, total, err := m.cumulative(weights, cumulative, n)
	if err != nil {
		return nil, err
	}
	count, err := toIndex(k)
	if err != nil {
		return nil, err
	}
	count = max(count, 0)
	if err := m.room(count); err != nil {
		return nil, err
	}
	result := &list{items: make([]Value, count)}
	for i := range result.items {
		x, err := g.float01(m)
		if err != nil {
			return nil, err
		}
		at := int(math.Floor(x * float64(n)))
		if sums != nil {
			if at, err = m.bisectRight(sums, x*total, n-1); err != nil {
				return nil, err
			}
		}
		if result.items[i], err = m.getItem(population, integer(int64(at))); err != nil {
			return nil, err
		}
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
	return result, nil
}

// cumulative gives the cumulative weights of choices, nil for equal ones, and
// their total.
func (m *machine) cumulative(weights, given Value, n int) (sums []Value, total float64, err error) {
	switch {
	case given != None && weights != None:
		return nil, 0, typeError("Cannot specify both weights and cumulative weights")
	case given != None:
		sums, err = m.collect(given)
	case weights == None:
		return nil, 0, nil
	default:
		sums, err = m.accumulate(weights)
		if _, isInt := asBig(weights); isInt {
			text, _ := m.repr(weights)
			return nil, 0, typeError("The number of choices must be a keyword argument: k=%s", text)
		}
	}
	if err != nil {
		return nil, 0, err
	}
	if len(sums) != n {
		return nil, 0, valueError("The number of weights does not match the population")
	}
	if n == 0 {
		return nil, 0, raise("IndexError", "list index out of range")
	}
	last, err := m.binaryOp(syntax.Add, sums[n-1], 0.0)
	if err != nil {
		return nil, 0, err
	}
	total, _ = asFloat(last)
	switch {
	case total <= 0:
		return nil, 0, valueError("Total of weights must be greater than zero")
	case math.IsInf(total, 0) || math.IsNaN(total):
		return nil, 0, valueError("Total of weights must be finite")
	}
	return sums, total, nil
}
