package libm

import (
	"math"
	"math/big"
)

// The arguments beyond which exp overflows and underflows.
const (
	maxExp = 709.782712893384
	minExp = -745.1332191019412
)

// expm1 gives e**a - 1 as p and n: (1+p) * 2**n - 1.
func expm1(a double) (p double, n int) {
	k := math.RoundToEven(a.hi / math.Ln2)
	const halvings = 9
	r := a.less(k, ln2[:]).scale(-halvings)
	term, sum := r, r
	for i := 2; i <= 10; i++ {
		term = term.mul(r).div(whole(float64(i)))
		sum = sum.add(term)
	}
	for range halvings {
		sum = sum.scale(1).add(sum.mul(sum))
	}
	return sum, int(k)
}

// exp is e**a for an a within minExp and maxExp.
func exp(a double) (double, int) {
	p, n := expm1(a)
	return whole(1).add(p), n
}

// Exp is C's exp.
func Exp(x float64) float64 {
	if math.IsNaN(x) || x > maxExp || x < minExp {
		return math.Exp(x)
	}
	return scaled(exp(whole(x)))
}

// scaled rounds a * 2**n once, also where it has fewer bits than a float.
func scaled(a double, n int) float64 {
	if math.Ilogb(a.hi)+n > -1021 {
		return math.Ldexp(a.value(), n)
	}
	sum := new(big.Float).SetPrec(200).SetFloat64(a.hi)
	sum.Add(sum, new(big.Float).SetFloat64(a.lo))
	v, _ := sum.SetMantExp(sum, n).Float64()
	return v
}

// Exp2 is C's exp2.
func Exp2(x float64) float64 {
	n := math.RoundToEven(x)
	if math.IsNaN(x) || x >= 1024 || x < -1080 {
		return math.Exp2(x)
	}
	a, k := exp(double{ln2[0], ln2[1]}.mul(whole(x - n)))
	return scaled(a, k+int(n))
}

// log is the natural logarithm of m * 2**n; m is near 1.
func log(m double, n int) double {
	var y double
	if math.Abs(m.hi-1) < 1.0/64 {
		s := m.sub(whole(1)).div(m.add(whole(1)))
		square, power := s.mul(s), s
		y = s
		for i := 3.0; i <= 21; i += 2 {
			power = power.mul(square)
			y = y.add(power.div(whole(i)))
		}
		y = y.scale(1)
	} else {
		guess := math.Log(m.hi)
		e, k := exp(whole(-guess))
		off := m.mul(e.scale(k)).sub(whole(1))
		y = whole(guess).add(off.sub(off.mul(off).scale(-1)))
	}
	return y.less(-float64(n), ln2[:])
}

// parts gives m and n with x = m * 2**n and m near 1.
func parts(x float64) (m float64, n int) {
	m, n = math.Frexp(x)
	if m < math.Sqrt2/2 {
		return m * 2, n - 1
	}
	return m, n
}

func plain(x float64) bool { return x > 0 && !math.IsInf(x, 1) }

// Log is C's log.
func Log(x float64) float64 {
	if !plain(x) {
		return math.Log(x)
	}
	m, n := parts(x)
	return log(whole(m), n).value()
}

// Log2 is C's log2.
func Log2(x float64) float64 {
	if !plain(x) {
		return math.Log2(x)
	}
	m, n := parts(x)
	if m == 1 {
		return float64(n)
	}
	return log(whole(m), 0).div(double{ln2[0], ln2[1]}).add(whole(float64(n))).value()
}

// Log10 is C's log10 as glibc has it, which mirrors e_log10.c of fdlibm: it is
// not correctly rounded.
func Log10(x float64) float64 {
	if !plain(x) {
		return math.Log10(x)
	}
	const (
		invLn10   = 4.34294481903251816668e-01
		log10of2  = 3.01029995663611771306e-01
		log10of2b = 3.69423907715893078616e-13
	)
	m, n := math.Frexp(x)
	m, n = m*2, n-1
	if n < 0 {
		m, n = m/2, n+1
	}
	y := float64(n)
	z := y*log10of2b + float64(invLn10*Log(m))
	return z + float64(y*log10of2)
}

// Pow is C's pow.
func Pow(x, y float64) float64 {
	z := math.Pow(x, y)
	if z == 0 || z == 1 || math.IsInf(z, 0) || math.IsNaN(z) || y == 1 {
		return z
	}
	m, n := parts(math.Abs(x))
	a := log(whole(m), n).mul(whole(y))
	if a.hi > maxExp || a.hi < minExp {
		return z
	}
	return math.Copysign(scaled(exp(a)), z)
}
