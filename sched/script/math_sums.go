package script

import (
	"math"
	"math/big"

	"loopscope/sched/script/syntax"
)

// mathSums are the functions of many numbers.
var mathSums = []*builtin{
	inClinic("prod", "iterable, /, *, start=1", func(m *machine, v []Value) (Value, error) {
		product := v[1]
		err := m.each(v[0], func(item Value) error {
			var err error
			product, err = m.binaryOp(syntax.Mult, product, item)
			return err
		})
		return product, err
	}),
	inC("hypot", func(m *machine, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("math.hypot() takes no keyword arguments")
		}
		x := make([]float64, len(a.pos))
		for i, v := range a.pos {
			var err error
			if x[i], err = m.real(v); err != nil {
				return nil, err
			}
		}
		return vectorNorm(x), nil
	}),
	inC("dist", func(m *machine, a args) (Value, error) {
		if err := a.between("dist", 2, 2); err != nil {
			return nil, err
		}
		p, err := m.collect(a.pos[0])
		if err != nil {
			return nil, err
		}
		q, err := m.collect(a.pos[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, valueError("both points must have the same number of dimensions")
		}
		x := make([]float64, len(p))
		for i := range p {
			b, err := m.real(p[i])
			if err != nil {
				return nil, err
			}
			c, err := m.real(q[i])
			if err != nil {
				return nil, err
			}
			x[i] = b - c
		}
		return vectorNorm(x), nil
	}),
	inC("fsum", func(m *machine, a args) (Value, error) {
		if err := a.between("math.fsum", 1, 1); err != nil {
			return nil, err
		}
		return m.exactSum(a.pos[0])
	}),
	inC("sumprod", func(m *machine, a args) (Value, error) {
		if err := a.between("sumprod", 2, 2); err != nil {
			return nil, err
		}
		p, err := m.collect(a.pos[0])
		if err != nil {
			return nil, err
		}
		q, err := m.collect(a.pos[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, valueError("Inputs are not the same length")
		}
		return m.sumProduct(p, q)
	}),
}

// sumProduct mirrors math_sumprod_impl, which sums products of floats with
// three times the bits of a float: here they are exact.
func (m *machine) sumProduct(p, q []Value) (Value, error) {
	total := new(big.Rat)
	floats := false
	for i := range p {
		x, ok1 := finite(p[i])
		y, ok2 := finite(q[i])
		if !ok1 || !ok2 {
			return m.plainSumProduct(p, q)
		}
		floats = floats || typeOf(p[i]) == floatType || typeOf(q[i]) == floatType
		total.Add(total, x.Mul(x, y))
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
	if !floats {
		return bigInteger(new(big.Int).Set(total.Num())), nil
	}
	x, _ := total.Float64()
	return x, nil
}

// finite gives a number without rounding; ok is false for what has none.
func finite(v Value) (*big.Rat, bool) {
	if x, ok := v.(float64); ok {
		if math.IsInf(x, 0) || math.IsNaN(x) {
			return nil, false
		}
		return exact(x), true
	}
	if _, ok := asBig(v); !ok {
		return nil, false
	}
	return exact(v), true
}

func (m *machine) plainSumProduct(p, q []Value) (Value, error) {
	var total Value = integer(0)
	for i := range p {
		x, err := m.binaryOp(syntax.Mult, p[i], q[i])
		if err != nil {
			return nil, err
		}
		if total, err = m.binaryOp(syntax.Add, total, x); err != nil {
			return nil, err
		}
	}
	return total, nil
}

// vectorNorm mirrors vector_norm of Modules/mathmodule.c.
func vectorNorm(x []float64) float64 {
	most, isNaN := 0.0, false
	for i := range x {
		x[i] = math.Abs(x[i])
		isNaN = isNaN || math.IsNaN(x[i])
		if x[i] > most {
			most = x[i]
		}
	}
	switch {
	case math.IsInf(most, 0):
		return most
	case isNaN:
		return math.NaN()
	case most == 0 || len(x) == 1:
		return most
	}
	_, exp := math.Frexp(most)
	const smallest = 0x1p-1022
	if exp < -1023 {
		for i := range x {
			x[i] /= smallest
		}
		return smallest * vectorNorm(x)
	}
	scale := math.Ldexp(1, -exp)
	sum, frac1, frac2 := 1.0, 0.0, 0.0
	add := func(a, b float64) {
		p := a * b
		low := math.FMA(a, b, -p)
		s := sum + p
		frac1 += low
		frac2 += p - (s - sum)
		sum = s
	}
	for _, v := range x {
		add(v*scale, v*scale)
	}
	h := math.Sqrt(sum - 1 + (frac1 + frac2))
	add(-h, h)
	h += (sum - 1 + (frac1 + frac2)) / (2 * h)
	return h / scale
}

// exactSum mirrors math_fsum: the sum rounded once.
func (m *machine) exactSum(v Value) (Value, error) {
	var partials []float64
	special, infinite := 0.0, 0.0
	err := m.each(v, func(item Value) error {
		x, err := m.real(item)
		if err != nil {
			return err
		}
		given, kept := x, partials[:0]
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			if low := y - (hi - x); low != 0 {
				kept = append(kept, low)
			}
			x = hi
		}
		partials = kept
		if x == 0 {
			return nil
		}
		if !math.IsInf(x, 0) && !math.IsNaN(x) {
			partials = append(partials, x)
			return nil
		}
		if !math.IsInf(given, 0) && !math.IsNaN(given) {
			return raise("OverflowError", "intermediate overflow in fsum")
		}
		if math.IsInf(given, 0) {
			infinite += given
		}
		special += given
		partials = partials[:0]
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case special != 0 && math.IsNaN(infinite):
		return nil, valueError("-inf + inf in fsum")
	case special != 0 || math.IsNaN(special):
		return special, nil
	}
	total := new(big.Float).SetPrec(2200)
	for _, p := range partials {
		total.Add(total, new(big.Float).SetFloat64(p))
	}
	x, _ := total.Float64()
	return x, nil
}
