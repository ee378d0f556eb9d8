package script

import (
	"math"
	"math/big"

	"loopscope/sched/script/syntax"
)

// statisticsModule is what lib/statistics.py computes with fractions: exact
// sums, and the rounding of a square root.
func statisticsModule() *module {
	return newModule("_statistics", []*builtin{
		inC("total", func(m *machine, a args) (Value, error) {
			s := &exactStats{m: m, t: intType, sum: new(big.Rat)}
			return s.result(s.addAll(a.pos[0], s.add))
		}),
		inC("squares", func(m *machine, a args) (Value, error) {
			s := &exactStats{m: m, t: intType, sum: new(big.Rat), squares: new(big.Rat)}
			return s.result(s.addAll(a.pos[0], s.addSquare))
		}),
		inC("squares_from", func(m *machine, a args) (Value, error) {
			s := &exactStats{m: m, t: intType, sum: new(big.Rat)}
			return s.result(s.addAll(a.pos[0], func(v Value) error {
				d, err := m.binaryOp(syntax.Sub, v, a.pos[1])
				if err != nil {
					return err
				}
				if d, err = m.binaryOp(syntax.Mult, d, d); err != nil {
					return err
				}
				return s.add(d)
			}))
		}),
		inC("root", func(_ *machine, a args) (Value, error) {
			num, _ := asBig(a.pos[0])
			den, _ := asBig(a.pos[1])
			return rootOfRatio(num, den), nil
		}),
	})
}

// exactStats adds numbers without rounding, as _sum and _ss do.
type exactStats struct {
	m       *machine
	t       *Type // of the result
	n       int64
	sum     *big.Rat
	squares *big.Rat // nil: not asked for
	special float64  // the sum of what is infinite or no number
	odd     bool     // whether there was any of these
}

func (s *exactStats) addAll(data Value, add func(v Value) error) error { return s.m.each(data, add) }

// add mirrors _exact_ratio and _coerce.
func (s *exactStats) add(v Value) error {
	r, err := s.ratio(v)
	if err == nil && r != nil {
		s.sum.Add(s.sum, r)
	}
	return err
}

func (s *exactStats) addSquare(v Value) error {
	r, err := s.ratio(v)
	if err == nil && r != nil {
		s.sum.Add(s.sum, r)
		s.squares.Add(s.squares, new(big.Rat).Mul(r, r))
	}
	return err
}

// ratio gives the number as it is; nil for one that is not finite.
func (s *exactStats) ratio(v Value) (*big.Rat, error) {
	s.n++
	if err := s.coerce(typeOf(v)); err != nil {
		return nil, err
	}
	v = plain(v)
	if x, ok := v.(float64); ok && (math.IsNaN(x) || math.IsInf(x, 0)) {
		s.special += x
		s.odd = true
		return nil, nil
	}
	if r, ok := finite(v); ok {
		return r, nil
	}
	if typeOf(v).lookup("as_integer_ratio") == nil || typeOf(v) == strType {
		return nil, typeError("can't convert type '%s' to numerator/denominator", typeOf(v).short())
	}
	made, err := s.m.callSpecial(v, "as_integer_ratio")
	if err != nil {
		return nil, err
	}
	pair, ok := made.(*tuple)
	if !ok || len(pair.items) != 2 {
		return nil, unsupported("an as_integer_ratio() that gives no pair is")
	}
	num, ok1 := asBig(pair.items[0])
	den, ok2 := asBig(pair.items[1])
	if !ok1 || !ok2 || den.Sign() == 0 {
		return nil, unsupported("an as_integer_ratio() that gives no integers is")
	}
	return new(big.Rat).SetFrac(num, den), nil
}

func (s *exactStats) coerce(t *Type) error {
	switch {
	case t == s.t || t == intType || t == boolType:
	case s.t == intType || t.is(s.t):
		s.t = t
	case s.t.is(t) || t.is(intType):
	case s.t.is(intType):
		s.t = t
	case t.is(floatType) && !s.t.is(floatType):
		s.t = t
	case s.t.is(floatType):
	default:
		return typeError("don't know how to coerce %s and %s", s.t.short(), t.short())
	}
	return nil
}

// result gives the type, numerator, denominator and number of the data; a
// denominator of 0 means that the numerator is a float that is not finite.
func (s *exactStats) result(err error) (Value, error) {
	if err != nil {
		return nil, err
	}
	if s.odd {
		return newTuple(s.t, s.special, integer(0), integer(s.n)), nil
	}
	r := s.sum
	if s.squares != nil && s.n > 0 {
		n := new(big.Rat).SetInt64(s.n)
		r = new(big.Rat).Sub(s.squares, new(big.Rat).Quo(new(big.Rat).Mul(s.sum, s.sum), n))
	}
	return newTuple(s.t, bigInteger(new(big.Int).Set(r.Num())), bigInteger(new(big.Int).Set(r.Denom())), integer(s.n)), nil
}

// rootOfRatio mirrors _float_sqrt_of_frac: it rounds once.
func rootOfRatio(num, den *big.Int) float64 {
	if num.Sign() == 0 {
		return 0
	}
	const bits = 220
	r := new(big.Float).SetPrec(uint(max(bits, num.BitLen()+den.BitLen()))).SetInt(num)
	r.Quo(r, new(big.Float).SetInt(den))
	x, _ := new(big.Float).SetPrec(bits).Sqrt(r).Float64()
	return x
}
