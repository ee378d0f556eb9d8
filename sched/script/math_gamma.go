package script

import (
	"math"

	"loopscope/sched/script/libm"
)

// The gamma function by Lanczos's approximation, as in Modules/mathmodule.c.

const (
	lanczosG     = 6.024680040776729583740234375
	gMinusHalf   = 5.524680040776729583740234375
	logPi        = 1.144729885849400174143427351353058711647
	lanczosTerms = 13
)

var lanczosNum = [lanczosTerms]float64{
	23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

// lanczosDen are the coefficients of x(x+1)…(x+11).
var lanczosDen = [lanczosTerms]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	for i := range lanczosTerms {
		if x < 5 {
			num = float64(num*x) + lanczosNum[lanczosTerms-1-i]
			den = float64(den*x) + lanczosDen[lanczosTerms-1-i]
		} else {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x).
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch math.Round(2 * y) {
	case 0:
		r = libm.Sin(math.Pi * y)
	case 1:
		r = libm.Cos(math.Pi * (y - 0.5))
	case 2:
		r = libm.Sin(math.Pi * (1 - y))
	case 3:
		r = -libm.Cos(math.Pi * (y - 1.5))
	default:
		r = libm.Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// gamma mirrors m_tgamma for what is no pole.
func gamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case math.IsInf(x, -1):
		return math.NaN()
	case x == math.Floor(x) && x <= 23:
		r := 1.0
		for i := 2.0; i < x; i++ {
			r *= i
		}
		return r
	case a < 1e-20:
		return 1 / x
	case a > 200 && x < 0:
		return 0 / sinPi(x)
	case a > 200:
		return math.Inf(1)
	}
	y := a + gMinusHalf
	z := y - gMinusHalf - a
	if a > gMinusHalf {
		z = y - a - gMinusHalf
	}
	z = z * lanczosG / y
	times := func(r, exponent float64) float64 {
		if a < 140 {
			return r * libm.Pow(y, exponent)
		}
		root := libm.Pow(y, exponent/2)
		return r * root * root
	}
	if x < 0 {
		r := -math.Pi / sinPi(a) / a * libm.Exp(y) / lanczosSum(a)
		r -= float64(z * r)
		if a < 140 {
			return r / libm.Pow(y, a-0.5)
		}
		root := libm.Pow(y, a/2-0.25)
		return r / root / root
	}
	r := lanczosSum(a) / libm.Exp(y)
	r += float64(z * r)
	return times(r, a-0.5)
}

// logGamma mirrors m_lgamma.
func logGamma(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case math.IsInf(x, 0):
		return math.Inf(1)
	case x == math.Floor(x) && x <= 2:
		if x <= 0 {
			return math.NaN()
		}
		return 0
	}
	a := math.Abs(x)
	if a < 1e-20 {
		return -libm.Log(a)
	}
	r := libm.Log(lanczosSum(a)) - lanczosG
	r += float64((a - 0.5) * (libm.Log(a+lanczosG-0.5) - 1))
	if x < 0 {
		r = logPi - libm.Log(math.Abs(sinPi(a))) - libm.Log(a) - r
	}
	return r
}
