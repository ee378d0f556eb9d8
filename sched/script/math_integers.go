package script

import (
	"math"
	"math/big"

	"loopscope/sched/script/libm"
	"loopscope/sched/script/syntax"
)

// mathIntegers are the functions of whole numbers.
var mathIntegers = []*builtin{
	inC("gcd", func(_ *machine, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("math.gcd() takes no keyword arguments")
		}
		g := new(big.Int)
		for _, v := range a.pos {
			n, err := wholeNumber(v)
			if err != nil {
				return nil, err
			}
			g.GCD(nil, nil, g, new(big.Int).Abs(n))
		}
		return bigInteger(g), nil
	}),
	inC("lcm", func(m *machine, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("math.lcm() takes no keyword arguments")
		}
		l := big.NewInt(1)
		for _, v := range a.pos {
			n, err := wholeNumber(v)
			if err != nil {
				return nil, err
			}
			n = new(big.Int).Abs(n)
			if l.Sign() == 0 || n.Sign() == 0 {
				l.SetInt64(0)
				continue
			}
			g := new(big.Int).GCD(nil, nil, l, n)
			l.Mul(l, new(big.Int).Quo(n, g))
			if l.BitLen() > m.opts.IntBits {
				return nil, m.limit("integer size")
			}
		}
		return bigInteger(l), nil
	}),
	inC("isqrt", func(m *machine, a args) (Value, error) {
		if err := a.between("math.isqrt", 1, 1); err != nil {
			return nil, err
		}
		n, err := wholeNumber(a.pos[0])
		if err != nil {
			return nil, err
		}
		if n.Sign() < 0 {
			return nil, valueError("isqrt() argument must be nonnegative")
		}
		if err := m.spendBits(syntax.Div, 8*n.BitLen(), n.BitLen()); err != nil {
			return nil, err
		}
		return bigInteger(new(big.Int).Sqrt(n)), nil
	}),
	inC("factorial", func(m *machine, a args) (Value, error) {
		if err := a.between("math.factorial", 1, 1); err != nil {
			return nil, err
		}
		n, err := wholeNumber(a.pos[0])
		switch {
		case err != nil:
			return nil, err
		case n.Sign() < 0:
			return nil, valueError("factorial() not defined for negative values")
		case !n.IsInt64():
			return nil, raise("OverflowError", "factorial() argument should not exceed 9223372036854775807")
		}
		if err := m.productBits(n.Int64(), n.Int64()); err != nil {
			return nil, err
		}
		return bigInteger(new(big.Int).MulRange(1, n.Int64())), nil
	}),
	inC("comb", func(m *machine, a args) (Value, error) {
		n, k, err := m.chosen("comb", a)
		if err != nil {
			return nil, err
		}
		if k.Cmp(n) > 0 {
			return integer(0), nil
		}
		if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
			k = rest
		}
		if !k.IsInt64() {
			return nil, raise("OverflowError", "min(n - k, k) must not exceed 9223372036854775807")
		}
		if n.IsInt64() {
			if err := m.productBits(n.Int64(), k.Int64()); err != nil {
				return nil, err
			}
			return bigInteger(new(big.Int).Binomial(n.Int64(), k.Int64())), nil
		}
		r, err := m.falling(n, k.Int64())
		if err != nil {
			return nil, err
		}
		return bigInteger(r.Quo(r, new(big.Int).MulRange(1, k.Int64()))), nil
	}),
	inC("perm", func(m *machine, a args) (Value, error) {
		if len(a.pos) == 1 || len(a.pos) == 2 && a.pos[1] == None {
			n, err := wholeNumber(a.pos[0])
			if err != nil {
				return nil, err
			}
			if n.Sign() < 0 {
				return nil, valueError("factorial() not defined for negative values")
			}
			a = positional(bigInteger(n), bigInteger(n))
		}
		n, k, err := m.chosen("perm", a)
		if err != nil {
			return nil, err
		}
		if k.Cmp(n) > 0 {
			return integer(0), nil
		}
		if !k.IsInt64() {
			return nil, raise("OverflowError", "k must not exceed 9223372036854775807")
		}
		r, err := m.falling(n, k.Int64())
		if err != nil {
			return nil, err
		}
		return bigInteger(r), nil
	}),
}

// chosen gives the arguments of comb and perm.
func (m *machine) chosen(name string, a args) (n, k *big.Int, err error) {
	low := 2
	if name == "perm" {
		low = 1
	}
	if err := a.between(name, low, 2); err != nil {
		return nil, nil, err
	}
	if n, err = wholeNumber(a.pos[0]); err != nil {
		return nil, nil, err
	}
	if k, err = wholeNumber(a.pos[1]); err != nil {
		return nil, nil, err
	}
	switch {
	case n.Sign() < 0:
		return nil, nil, valueError("n must be a non-negative integer")
	case k.Sign() < 0:
		return nil, nil, valueError("k must be a non-negative integer")
	}
	return n, k, nil
}

// productBits checks the size of a product of k numbers up to n.
func (m *machine) productBits(n, k int64) error {
	if float64(k)*math.Max(libm.Log2(float64(max(n, 1)))-1.5, 0) > float64(m.opts.IntBits) {
		return m.limit("integer size")
	}
	return nil
}

// falling is n (n-1) … (n-k+1).
func (m *machine) falling(n *big.Int, k int64) (*big.Int, error) {
	if float64(k)*float64(n.BitLen()-1) > float64(m.opts.IntBits)*1.5 {
		return nil, m.limit("integer size")
	}
	if n.IsInt64() {
		return new(big.Int).MulRange(n.Int64()-k+1, n.Int64()), nil
	}
	r, f := big.NewInt(1), new(big.Int).Set(n)
	for range k {
		r.Mul(r, f)
		f.Sub(f, big.NewInt(1))
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
	return r, nil
}
