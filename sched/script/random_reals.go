package script

import (
	"math"

	"loopscope/sched/script/libm"
	"loopscope/sched/script/syntax"
)

const twoPi = 2 * math.Pi

// A distribution draws a float with one or two parameters.
type distribution func(d draw, a, b float64) (Value, error)

// A draw draws floats from 0 to 1.
type draw struct {
	m *machine
	g *rng
}

func (d draw) next() float64 {
	x, err := d.g.float01(d.m)
	if err != nil {
		panic(drawError{err})
	}
	return x
}

// again is called in a loop that ends by chance.
func (d draw) again() {
	if err := d.m.tick(); err != nil {
		panic(drawError{err})
	}
}

// A drawError carries an error of a random() of the script out of the middle
// of a formula.
type drawError struct{ err error }

func randomReals(t *Type) {
	affine := func(draw func(d draw) float64) func(m *machine, v []Value) (Value, error) {
		return func(m *machine, v []Value) (made Value, err error) {
			defer recoverDraw(&err)
			return m.affine(v[1], draw(newDraw(m, v[0])), v[2])
		}
	}
	t.inPython("normalvariate", "mu=0.0, sigma=1.0", affine(normalDraw))
	t.inPython("gauss", "mu=0.0, sigma=1.0", affine(gaussDraw))
	t.inPython("uniform", "a, b", func(m *machine, v []Value) (made Value, err error) {
		defer recoverDraw(&err)
		width, err := m.binaryOp(syntax.Sub, v[2], v[1])
		if err != nil {
			return nil, err
		}
		return m.affine(v[1], newDraw(m, v[0]).next(), width)
	})
	t.inPython("triangular", "low=0.0, high=1.0, mode=None", triangular)
	t.inPython("expovariate", "lambd=1.0", func(m *machine, v []Value) (made Value, err error) {
		defer recoverDraw(&err)
		return m.binaryOp(syntax.Div, -libm.Log(1-newDraw(m, v[0]).next()), v[1])
	})
	t.inPython("lognormvariate", "mu, sigma", logNormal)
	t.inPython("binomialvariate", "n=1, p=0.5", binomial)
	t.distribution("vonmisesvariate", "mu, kappa", vonMises)
	t.distribution("gammavariate", "alpha, beta", gammaVariate)
	t.distribution("betavariate", "alpha, beta", betaVariate)
	t.distribution("paretovariate", "alpha", func(d draw, a, _ float64) (Value, error) {
		u := 1 - d.next()
		if a == 0 {
			return nil, raise("ZeroDivisionError", "float division by zero")
		}
		return floatPow(u, -1/a)
	})
	t.distribution("weibullvariate", "alpha, beta", weibull)
}

func newDraw(m *machine, self Value) draw { return draw{m, self.(*rng)} }

func recoverDraw(err *error) {
	if p := recover(); p != nil {
		e, ok := p.(drawError)
		if !ok {
			panic(p)
		}
		*err = e.err
	}
}

// affine is mu + z * sigma.
func (m *machine) affine(mu Value, z float64, sigma Value) (Value, error) {
	x, err := m.binaryOp(syntax.Mult, z, sigma)
	if err != nil {
		return nil, err
	}
	return m.binaryOp(syntax.Add, mu, x)
}

// distribution adds a method whose parameters are numbers.
func (t *Type) distribution(name, params string, f distribution) {
	t.inPython(name, params, func(m *machine, v []Value) (made Value, err error) {
		defer recoverDraw(&err)
		var x [2]float64
		for i, p := range v[1:] {
			var ok bool
			if x[i], ok = asFloat(p); !ok {
				return nil, unsupported("a parameter of %s() that is no number is", name)
			}
		}
		return f(newDraw(m, v[0]), x[0], x[1])
	})
}

func normalDraw(d draw) float64 {
	magic := 4 * libm.Exp(-0.5) / math.Sqrt(2)
	for {
		u1 := d.next()
		u2 := 1 - d.next()
		z := magic * (u1 - 0.5) / u2
		if float64(z*z)/4 <= -libm.Log(u2) {
			return z
		}
		d.again()
	}
}

func gaussDraw(d draw) float64 {
	if z, ok := asFloat(d.g.gaussNext); ok {
		d.g.gaussNext = nil
		return z
	}
	angle := d.next() * twoPi
	radius := math.Sqrt(-2 * libm.Log(1-d.next()))
	d.g.gaussNext = libm.Sin(angle) * radius
	return libm.Cos(angle) * radius
}

func triangular(m *machine, v []Value) (made Value, err error) {
	defer recoverDraw(&err)
	low, ok1 := asFloat(v[1])
	high, ok2 := asFloat(v[2])
	mode, ok3 := asFloat(v[3])
	if !ok1 || !ok2 || !ok3 && v[3] != None {
		return nil, unsupported("a parameter of triangular() that is no number is")
	}
	u := newDraw(m, v[0]).next()
	c := 0.5
	if v[3] != None {
		if high == low {
			return v[1], nil
		}
		c = (mode - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	if u*c < 0 {
		return nil, valueError("math domain error")
	}
	return low + float64((high-low)*math.Sqrt(u*c)), nil
}

func logNormal(m *machine, v []Value) (made Value, err error) {
	defer recoverDraw(&err)
	x, err := m.affine(v[1], normalDraw(newDraw(m, v[0])), v[2])
	if err != nil {
		return nil, err
	}
	y, ok := asFloat(x)
	if !ok {
		return nil, typeError("must be real number, not %s", typeOf(x).name)
	}
	return checked(libm.Exp(y), true, y)
}

func betaVariate(d draw, a, b float64) (Value, error) {
	y, err := gammaVariate(d, a, 1)
	if err != nil || y == 0.0 {
		return y, err
	}
	z, err := gammaVariate(d, b, 1)
	if err != nil {
		return nil, err
	}
	return y.(float64) / (y.(float64) + z.(float64)), nil
}

func weibull(d draw, a, b float64) (Value, error) {
	u := 1 - d.next()
	if b == 0 {
		return nil, raise("ZeroDivisionError", "float division by zero")
	}
	x, err := floatPow(-libm.Log(u), 1/b)
	if err != nil {
		return nil, err
	}
	return a * x.(float64), nil
}

func vonMises(d draw, mu, kappa float64) (Value, error) {
	if kappa <= 1e-6 {
		return twoPi * d.next(), nil
	}
	s := 0.5 / kappa
	r := s + math.Sqrt(1+float64(s*s))
	var z float64
	for {
		z = libm.Cos(math.Pi * d.next())
		e := z / (r + z)
		u := d.next()
		if u < 1-float64(e*e) || u <= float64((1-e)*libm.Exp(e)) {
			break
		}
		d.again()
	}
	q := 1 / r
	f := (q + z) / (1 + float64(q*z))
	theta := libm.Acos(f)
	if d.next() <= 0.5 {
		theta = -theta
	}
	return floatOp(syntax.Mod, mu+theta, twoPi)
}

func gammaVariate(d draw, alpha, beta float64) (Value, error) {
	switch {
	case alpha <= 0 || beta <= 0:
		return nil, valueError("gammavariate: alpha and beta must be > 0.0")
	case alpha > 1:
		return chengGamma(d, alpha) * beta, nil
	case alpha == 1:
		return -libm.Log(1-d.next()) * beta, nil
	}
	for {
		b := (math.E + alpha) / math.E
		p := b * d.next()
		x := 0.0
		if p <= 1 {
			x = power(p, 1/alpha)
		} else {
			x = -libm.Log((b - p) / alpha)
		}
		u := d.next()
		if p > 1 && u <= power(x, alpha-1) || p <= 1 && u <= libm.Exp(-x) {
			return x * beta, nil
		}
		d.again()
	}
}

// chengGamma is the case of gammavariate for an alpha over 1.
func chengGamma(d draw, alpha float64) float64 {
	log4 := libm.Log(4)
	magic := 1 + libm.Log(4.5)
	root := math.Sqrt(float64(2*alpha) - 1)
	b, c := alpha-log4, alpha+root
	for {
		d.again()
		u1 := d.next()
		if u1 <= 1e-7 || u1 >= 0.9999999 {
			continue
		}
		u2 := 1 - d.next()
		v := libm.Log(u1/(1-u1)) / root
		x := alpha * libm.Exp(v)
		z := u1 * u1 * u2
		r := b + float64(c*v) - x
		if r+magic-float64(4.5*z) >= 0 || r >= libm.Log(z) {
			return x
		}
	}
}

// binomial mirrors Random.binomialvariate.
func binomial(m *machine, v []Value) (made Value, err error) {
	defer recoverDraw(&err)
	n, ok := asInt(v[1])
	p, ok2 := asFloat(v[2])
	switch {
	case !ok || !ok2:
		return nil, unsupported("a parameter of binomialvariate() that is no number is")
	case n < 0:
		return nil, valueError("n must be non-negative")
	case p == 0:
		return integer(0), nil
	case p == 1:
		return integer(n), nil
	case !(p > 0 && p < 1):
		return nil, valueError("p must be in the range 0.0 <= p <= 1.0")
	}
	d := newDraw(m, v[0])
	switch {
	case n == 1 && d.next() < p:
		return integer(1), nil
	case n == 1:
		return integer(0), nil
	case p > 0.5:
		return integer(n - successes(d, n, 1-p)), nil
	}
	return integer(successes(d, n, p)), nil
}

// successes is binomialvariate for p up to a half.
func successes(d draw, n int64, p float64) int64 {
	if n == 1 {
		if d.next() < p {
			return 1
		}
		return 0
	}
	if float64(n)*p >= 10 {
		return btrs(d, float64(n), p)
	}
	x, y := int64(0), int64(0)
	c := libm.Log2(1 - p)
	if c == 0 {
		return 0
	}
	for {
		d.again()
		y += int64(math.Floor(libm.Log2(d.next())/c)) + 1
		if y > n {
			return x
		}
		x++
	}
}

// btrs is Hörmann's transformed rejection with squeeze.
func btrs(d draw, n, p float64) int64 {
	spq := math.Sqrt(float64(n*p) * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(n*p) + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spq
	lpq := libm.Log(p / (1 - p))
	mode := math.Floor((n + 1) * p)
	h := logGamma(mode+1) + logGamma(n-mode+1)
	for {
		d.again()
		u := d.next() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > n {
			continue
		}
		v := d.next()
		if us >= 0.07 && v <= vr {
			return int64(k)
		}
		v *= alpha / (a/float64(us*us) + b)
		if libm.Log(v) <= h-logGamma(k+1)-logGamma(n-k+1)+float64((k-mode)*lpq) {
			return int64(k)
		}
	}
}
