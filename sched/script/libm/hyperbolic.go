package libm

import "math"

// The functions here mirror fdlibm, as glibc does: they are not correctly
// rounded, and built on expm1, log1p, exp and log, of which Go's first two are
// fdlibm's too.

// Expm1 is C's expm1.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Log1p is C's log1p.
func Log1p(x float64) float64 { return math.Log1p(x) }

const beyond = 22 // where e**-x does not count beside e**x

// Sinh is C's sinh.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	if !(a > 1.0/(1<<28)) || math.IsInf(x, 0) {
		return x
	}
	half := math.Copysign(0.5, x)
	switch {
	case a < 1:
		t := math.Expm1(a)
		return half * (2*t - float64(t*t)/(t+1))
	case a < beyond:
		t := math.Expm1(a)
		return half * (t + t/(t+1))
	case a < maxExp:
		return half * Exp(a)
	}
	w := Exp(a / 2)
	return float64(half*w) * w
}

// Cosh is C's cosh.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return a
	case a < math.Ln2/2:
		t := math.Expm1(a)
		w := 1 + t
		return 1 + float64(t*t)/(w+w)
	case a < beyond:
		t := Exp(a)
		return float64(t/2) + 0.5/t
	case a < maxExp:
		return Exp(a) / 2
	}
	w := Exp(a / 2)
	return float64(w/2) * w
}

// Tanh is C's tanh.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	z := 1.0
	switch {
	case !(a > 1.0/(1<<55)):
		return x
	case a < 1:
		t := math.Expm1(-2 * a)
		z = -t / (t + 2)
	case a < beyond:
		z = 1 - 2/(math.Expm1(2*a)+2)
	}
	return math.Copysign(z, x)
}

// Asinh is C's asinh.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	if !(a > 1.0/(1<<28)) || math.IsInf(x, 0) {
		return x
	}
	square := float64(x * x)
	var w float64
	switch {
	case a > 1<<28:
		w = Log(a) + math.Ln2
	case a > 2:
		w = Log(2*a + 1/(math.Sqrt(square+1)+a))
	default:
		w = math.Log1p(a + square/(1+math.Sqrt(1+square)))
	}
	return math.Copysign(w, x)
}

// Acosh is C's acosh.
func Acosh(x float64) float64 {
	square := float64(x * x)
	switch {
	case x > 1<<28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(square-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+float64(t*t)))
}

// cubeRoots are the third roots of 1/4, 1/2, 1, 2 and 4, as C rounds them.
var cubeRoots = [...]float64{0.6299605249474365, 0.7937005259840997, 1, 1.2599210498948732, 1.5874010519681996}

// Cbrt is the third root of x, after sysdeps/ieee754/dbl-64/s_cbrt.c: a
// polynomial for the fraction, then one step of Halley's iteration.
func Cbrt(x float64) float64 {
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return x
	}
	f, exp := math.Frexp(math.Abs(x))
	u := 0.145263899385486367 * f
	for _, c := range []float64{0.784932344976639262, 1.83469277483613086, 2.44693122563534430, 2.11499494167371287, 1.50819193781584896} {
		u = float64(c-u) * f
	}
	u += 0.354895765043919860
	cube := float64(u*u) * u
	root := u * (cube + float64(2*f)) / (float64(2*cube) + f) * cubeRoots[2+exp%3]
	return math.Copysign(math.Ldexp(root, exp/3), x)
}
