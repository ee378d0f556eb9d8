// Package libm computes the elementary functions of floats, correctly rounded
// but for one case in billions. C's library, which CPython calls, nearly
// always is; Go's often differs in the last digit, which repr shows. It knows
// nothing of scripts.
//
// A function computes with pairs of floats (double.go), some 100 bits, mostly
// by one step of Newton's from what Go's math package gives.
package libm

import "math"

// A double is the unevaluated sum of two floats, lo at most half a unit in the
// last place of hi: about 106 bits.
type double struct{ hi, lo float64 }

func whole(x float64) double { return double{x, 0} }

// twoSum is a + b without loss.
func twoSum(a, b float64) double {
	s := a + b
	bb := s - a
	return double{s, (a - (s - bb)) + (b - bb)}
}

// quick is twoSum for |a| >= |b|.
func quick(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// twoProd is a * b without loss, but for underflow.
func twoProd(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (a double) add(b double) double {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = quick(s.hi, s.lo+t.hi)
	return quick(s.hi, s.lo+t.lo)
}

func (a double) neg() double         { return double{-a.hi, -a.lo} }
func (a double) sub(b double) double { return a.add(b.neg()) }

func (a double) mul(b double) double {
	p := twoProd(a.hi, b.hi)
	return quick(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a double) div(b double) double {
	q := a.hi / b.hi
	r := a.sub(b.mul(whole(q)))
	q2 := r.hi / b.hi
	r = r.sub(b.mul(whole(q2)))
	return quick(q, q2).add(whole(r.hi / b.hi))
}

// scale is a * 2**n.
func (a double) scale(n int) double { return double{math.Ldexp(a.hi, n), math.Ldexp(a.lo, n)} }

// value rounds.
func (a double) value() float64 { return a.hi + a.lo }

// ln2 and halfPi are the numbers in parts: their sum is good for three and
// four times the bits of a float.
var (
	ln2    = [3]float64{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111}
	halfPi = [4]float64{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110, 0x1.4cf98e804177dp-164}
)

// less subtracts n times a number given in parts.
func (a double) less(n float64, parts []float64) double {
	for _, p := range parts {
		a = a.sub(twoProd(n, p))
	}
	return a
}
