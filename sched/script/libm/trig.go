package libm

import (
	"math"
	"math/big"
	"sync"
)

// reduce gives x modulo half pi, within a quarter of pi of 0, and how many
// halves of pi were taken off, modulo 4.
func reduce(x float64) (r double, quarter int) {
	const most = 1 << 30
	if math.Abs(x) > most {
		return reduceBig(x)
	}
	n := math.RoundToEven(x / (math.Pi / 2))
	return whole(x).less(n, halfPi[:]), int(n) & 3
}

const piBits = 1400 // more than the biggest float has, and some

// bigHalfPi is half pi by Machin's formula.
var bigHalfPi = sync.OnceValue(func() *big.Float {
	one := new(big.Int).Lsh(big.NewInt(1), piBits+32)
	arccot := func(n int64) *big.Int {
		term := new(big.Int).Quo(one, big.NewInt(n))
		sum, square := new(big.Int).Set(term), big.NewInt(n*n)
		for i := int64(3); term.Sign() != 0; i += 2 {
			term.Quo(term, square)
			part := new(big.Int).Quo(term, big.NewInt(i))
			if i%4 == 3 {
				part.Neg(part)
			}
			sum.Add(sum, part)
		}
		return sum
	}
	sum := arccot(5)
	sum.Lsh(sum, 2).Sub(sum, arccot(239)).Lsh(sum, 1)
	f := new(big.Float).SetPrec(piBits).SetInt(sum)
	return f.SetMantExp(f, -(piBits + 32))
})

func reduceBig(x float64) (double, int) {
	f := new(big.Float).SetPrec(piBits).SetFloat64(x)
	q := new(big.Float).SetPrec(piBits).Quo(f, bigHalfPi())
	q.Add(q, big.NewFloat(math.Copysign(0.5, x)))
	n, _ := q.Int(nil)
	f.Sub(f, new(big.Float).SetPrec(piBits).Mul(bigHalfPi(), new(big.Float).SetPrec(piBits).SetInt(n)))
	hi, _ := f.Float64()
	lo, _ := f.Sub(f, big.NewFloat(hi)).Float64()
	return double{hi, lo}, int(new(big.Int).And(n, big.NewInt(3)).Int64())
}

// series adds the Taylor series of sin (from r and 1) or cos (from 1 and 0).
func series(first, square double, n float64) double {
	sum, term := first, first
	for range 14 {
		term = term.mul(square).div(whole(-(n + 1) * (n + 2)))
		sum = sum.add(term)
		n += 2
	}
	return sum
}

// sinCos gives both of x.
func sinCos(x float64) (sin, cos double) {
	r, quarter := reduce(x)
	square := r.mul(r)
	s, c := series(r, square, 1), series(whole(1), square, 0)
	switch quarter {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// tiny says of an argument that its own value, or Go's function, will do.
func tiny(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) || math.Abs(x) < 1e-150 }

// Sin is C's sin.
func Sin(x float64) float64 {
	if tiny(x) {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return s.value()
}

// Cos is C's cos.
func Cos(x float64) float64 {
	if tiny(x) {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return c.value()
}

// Tan is C's tan.
func Tan(x float64) float64 {
	if tiny(x) {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	return s.div(c).value()
}

// Atan is C's atan.
func Atan(x float64) float64 {
	if tiny(x) || math.Abs(x) > 1e300 {
		return math.Atan(x)
	}
	return atan2(x, 1)
}

// Atan2 is C's atan2.
func Atan2(y, x float64) float64 {
	const huge, small = 1e140, 1e-140
	for _, v := range []float64{math.Abs(x), math.Abs(y)} {
		if !(v > small && v < huge) {
			return math.Atan2(y, x)
		}
	}
	return atan2(y, x)
}

// atan2 betters Go's angle by what is missing to the direction.
func atan2(y, x float64) float64 {
	guess := math.Atan2(y, x)
	s, c := sinCos(guess)
	p, q := whole(y), whole(x)
	off := p.mul(c).sub(q.mul(s)).div(q.mul(c).add(p.mul(s)))
	return whole(guess).add(off).value()
}

// Asin is C's asin.
func Asin(x float64) float64 {
	if tiny(x) || math.Abs(x) >= 1 {
		return math.Asin(x)
	}
	guess := math.Asin(x)
	s, c := sinCos(guess)
	return whole(guess).add(whole(x).sub(s).div(c)).value()
}

// Acos is C's acos.
func Acos(x float64) float64 {
	if tiny(x) || math.Abs(x) >= 1 {
		return math.Acos(x)
	}
	guess := whole(math.Acos(x))
	for range 2 {
		s, c := sinCos(guess.hi)
		guess = whole(guess.hi).add(c.sub(whole(x)).div(s))
	}
	return guess.value()
}
