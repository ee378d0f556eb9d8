package script

import (
	"math"
	"math/big"

	"loopscope/sched/script/libm"
)

// mathModule mirrors Modules/mathmodule.c.
func mathModule() *module {
	mod := newModule("math", mathFloats(), mathIntegers, mathSums)
	for name, x := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		mod.attrs[name] = x
	}
	return mod
}

func domainError() error { return valueError("math domain error") }
func rangeError() error  { return raise("OverflowError", "math range error") }

// real is what PyFloat_AsDouble gives.
func (m *machine) real(v Value) (float64, error) {
	x, ok := asFloat(v)
	if !ok {
		if typeOf(v).overrides("__float__") {
			made, err := m.callSpecial(v, "__float__")
			if err != nil {
				return 0, err
			}
			x, ok = made.(float64)
			if !ok {
				return 0, typeError("%s.__float__() must return a float, not %s", typeOf(v).name, typeOf(made).name)
			}
			return x, nil
		}
		return 0, typeError("must be real number, not %s", typeOf(v).name)
	}
	if _, big := v.(*big.Int); big && math.IsInf(x, 0) {
		return 0, raise("OverflowError", "int too large to convert to float")
	}
	return x, nil
}

// reals is real for a function's n arguments.
func (m *machine) reals(name string, a args, n int) ([]float64, error) {
	if err := a.between(name, n, n); err != nil {
		return nil, err
	}
	x := make([]float64, n)
	for i, v := range a.pos {
		var err error
		if x[i], err = m.real(v); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// checked mirrors math_1: an infinite result of a finite argument is an error
// of the range if the function can overflow, else of the domain.
func checked(r float64, overflows bool, args ...float64) (Value, error) {
	finite := true
	for _, x := range args {
		if math.IsNaN(x) {
			return r, nil
		}
		finite = finite && !math.IsInf(x, 0)
	}
	switch {
	case math.IsNaN(r):
		return nil, domainError()
	case math.IsInf(r, 0) && finite && overflows:
		return nil, rangeError()
	case math.IsInf(r, 0) && finite:
		return nil, domainError()
	}
	return r, nil
}

// mathFloats are the functions from floats to floats.
func mathFloats() []*builtin {
	var all []*builtin
	one := func(name string, f func(float64) float64, overflows bool) {
		all = append(all, inC(name, func(m *machine, a args) (Value, error) {
			x, err := m.reals("math."+name, a, 1)
			if err != nil {
				return nil, err
			}
			return checked(f(x[0]), overflows, x[0])
		}))
	}
	two := func(name string, f func(x, y float64) float64) {
		all = append(all, inC(name, func(m *machine, a args) (Value, error) {
			x, err := m.reals(name, a, 2)
			if err != nil {
				return nil, err
			}
			return checked(f(x[0], x[1]), true, x...)
		}))
	}
	for name, f := range map[string]func(float64) float64{"sqrt": math.Sqrt, "sin": libm.Sin, "cos": libm.Cos, "tan": libm.Tan,
		"asin": libm.Asin, "acos": libm.Acos, "atan": libm.Atan, "tanh": libm.Tanh, "asinh": libm.Asinh, "acosh": libm.Acosh,
		"atanh": math.Atanh, "cbrt": libm.Cbrt, "log1p": libm.Log1p, "fabs": math.Abs, "lgamma": logGamma,
		"degrees": func(x float64) float64 { return x * (180 / math.Pi) }, "radians": func(x float64) float64 { return x * (math.Pi / 180) }} {
		one(name, f, name == "lgamma")
	}
	for name, f := range map[string]func(float64) float64{"exp": libm.Exp, "exp2": libm.Exp2, "expm1": libm.Expm1,
		"sinh": libm.Sinh, "cosh": libm.Cosh} {
		one(name, f, true)
	}
	two("atan2", libm.Atan2)
	two("copysign", math.Copysign)
	two("remainder", math.Remainder)
	two("fmod", math.Mod)
	logs := []struct {
		name string
		f    func(float64) float64
	}{{"log2", libm.Log2}, {"log10", libm.Log10}}
	for _, l := range logs {
		all = append(all, inC(l.name, func(m *machine, a args) (Value, error) {
			if err := a.between("math."+l.name, 1, 1); err != nil {
				return nil, err
			}
			x, err := m.logarithm(a.pos[0], l.f)
			return x, err
		}))
	}
	return append(all, mathOdd...)
}

// logarithm mirrors loghelper: an int may be beyond the floats.
func (m *machine) logarithm(v Value, f func(float64) float64) (Value, error) {
	if n, ok := v.(*big.Int); ok {
		if n.Sign() <= 0 {
			return nil, domainError()
		}
		if x, _ := asFloat(n); math.IsInf(x, 0) {
			mant, exp := new(big.Float), 0
			exp = new(big.Float).SetInt(n).MantExp(mant)
			x, _ := mant.Float64()
			return f(x) + f(2)*float64(exp), nil
		}
	}
	x, err := m.real(v)
	if err != nil {
		return nil, err
	}
	if x == 0 || x < 0 {
		return nil, domainError()
	}
	return f(x), nil
}

// mathOdd are those that are not like the others.
var mathOdd = []*builtin{
	inC("log", func(m *machine, a args) (Value, error) {
		if err := a.between("log", 1, 2); err != nil {
			return nil, err
		}
		x, err := m.logarithm(a.pos[0], libm.Log)
		if err != nil || len(a.pos) == 1 {
			return x, err
		}
		base, err := m.logarithm(a.pos[1], libm.Log)
		if err != nil {
			return nil, err
		}
		if base == 0.0 {
			return nil, raise("ZeroDivisionError", "float division by zero")
		}
		return x.(float64) / base.(float64), nil
	}),
	inC("pow", func(m *machine, a args) (Value, error) {
		x, err := m.reals("pow", a, 2)
		if err != nil {
			return nil, err
		}
		return mathPow(x[0], x[1])
	}),
	inC("gamma", func(m *machine, a args) (Value, error) {
		x, err := m.reals("math.gamma", a, 1)
		if err != nil {
			return nil, err
		}
		if x[0] == 0 || x[0] < 0 && x[0] == math.Floor(x[0]) {
			return nil, domainError()
		}
		return checked(gamma(x[0]), true, x[0])
	}),
	inC("isnan", floatTest("isnan", math.IsNaN)),
	inC("isinf", floatTest("isinf", func(x float64) bool { return math.IsInf(x, 0) })),
	inC("isfinite", floatTest("isfinite", func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) })),
	inC("ceil", rounding("__ceil__", math.Ceil)),
	inC("floor", rounding("__floor__", math.Floor)),
	inC("trunc", rounding("__trunc__", math.Trunc)),
	inC("frexp", func(m *machine, a args) (Value, error) {
		x, err := m.reals("math.frexp", a, 1)
		if err != nil {
			return nil, err
		}
		mant, exp := math.Frexp(x[0])
		return newTuple(mant, integer(int64(exp))), nil
	}),
	inC("modf", func(m *machine, a args) (Value, error) {
		x, err := m.reals("math.modf", a, 1)
		if err != nil {
			return nil, err
		}
		if math.IsInf(x[0], 0) {
			return newTuple(math.Copysign(0, x[0]), x[0]), nil
		}
		whole := math.Trunc(x[0])
		return newTuple(math.Copysign(x[0]-whole, x[0]), whole), nil
	}),
	inC("ldexp", func(m *machine, a args) (Value, error) {
		if err := a.between("ldexp", 2, 2); err != nil {
			return nil, err
		}
		x, err := m.real(a.pos[0])
		if err != nil {
			return nil, err
		}
		n, ok := asBig(a.pos[1])
		if !ok {
			return nil, typeError("Expected an int as second argument to ldexp.")
		}
		exp := 1 << 20 * n.Sign()
		if n.IsInt64() {
			exp = int(max(min(n.Int64(), 1<<20), -1<<20))
		}
		return checked(math.Ldexp(x, exp), true, x)
	}),
	inC("ulp", func(m *machine, a args) (Value, error) {
		x, err := m.reals("math.ulp", a, 1)
		if err != nil {
			return nil, err
		}
		y := math.Abs(x[0])
		if math.IsInf(y, 0) || math.IsNaN(y) {
			return y, nil
		}
		if up := math.Nextafter(y, math.Inf(1)); !math.IsInf(up, 0) {
			return up - y, nil
		}
		return y - math.Nextafter(y, 0), nil
	}),
	inClinic("nextafter", "x, y, /, *, steps=None", func(m *machine, v []Value) (Value, error) {
		x, err := m.real(v[0])
		if err != nil {
			return nil, err
		}
		y, err := m.real(v[1])
		if err != nil {
			return nil, err
		}
		steps, ok := asInt(v[2])
		switch {
		case v[2] == None:
			steps = 1
		case !ok:
			return nil, unsupported("steps of nextafter() that are no int are")
		case steps < 0:
			return nil, valueError("steps must be a non-negative integer")
		}
		for ; steps > 0 && x != y; steps-- {
			x = math.Nextafter(x, y)
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
		return x, nil
	}),
	inC("fma", func(m *machine, a args) (Value, error) {
		x, err := m.reals("fma", a, 3)
		if err != nil {
			return nil, err
		}
		r := math.FMA(x[0], x[1], x[2])
		switch {
		case math.IsNaN(r) && !math.IsNaN(x[0]) && !math.IsNaN(x[1]) && !math.IsNaN(x[2]):
			return nil, valueError("invalid operation in fma")
		case math.IsInf(r, 0) && !math.IsInf(x[0], 0) && !math.IsInf(x[1], 0) && !math.IsInf(x[2], 0):
			return nil, raise("OverflowError", "overflow in fma")
		}
		return r, nil
	}),
	inClinic("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", func(m *machine, v []Value) (Value, error) {
		var x [4]float64
		for i := range x {
			var err error
			if x[i], err = m.real(v[i]); err != nil {
				return nil, err
			}
		}
		a, b := x[0], x[1]
		switch {
		case x[2] < 0 || x[3] < 0:
			return nil, valueError("tolerances must be non-negative")
		case a == b:
			return true, nil
		case math.IsInf(a, 0) || math.IsInf(b, 0):
			return false, nil
		}
		diff := math.Abs(b - a)
		return diff <= math.Abs(x[2]*b) || diff <= math.Abs(x[2]*a) || diff <= x[3], nil
	}),
}

func floatTest(name string, f func(float64) bool) func(m *machine, a args) (Value, error) {
	return func(m *machine, a args) (Value, error) {
		x, err := m.reals("math."+name, a, 1)
		if err != nil {
			return nil, err
		}
		return f(x[0]), nil
	}
}

// rounding is ceil, floor or trunc.
func rounding(special string, f func(float64) float64) func(m *machine, a args) (Value, error) {
	name := special[2 : len(special)-2]
	return func(m *machine, a args) (Value, error) {
		if err := a.between("math."+name, 1, 1); err != nil {
			return nil, err
		}
		v := a.pos[0]
		switch {
		case typeOf(v).overrides(special):
			return m.callSpecial(v, special)
		case typeOf(v).is(intType):
			n, _ := asBig(v)
			return bigInteger(n), nil
		case name == "trunc" && !typeOf(v).is(floatType):
			return nil, typeError("type %s doesn't define __trunc__ method", typeOf(v).name)
		}
		x, err := m.real(v)
		if err != nil {
			return nil, err
		}
		return floatToInt(f(x))
	}
}

// mathPow mirrors math_pow_impl.
func mathPow(x, y float64) (Value, error) {
	r := libm.Pow(x, y)
	finite := !math.IsInf(x, 0) && !math.IsNaN(x) && !math.IsInf(y, 0) && !math.IsNaN(y)
	switch {
	case finite && math.IsNaN(r) || finite && math.IsInf(r, 0) && x == 0:
		return nil, domainError()
	case finite && math.IsInf(r, 0):
		return nil, rangeError()
	}
	return r, nil
}
