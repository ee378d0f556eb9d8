package script

import (
	"math"
	"math/big"
	"regexp"
	"strings"

	"loopscope/sched/script/libm"
	"loopscope/sched/script/syntax"
)

// A complex number is a complex128. This file mirrors
// Objects/complexobject.c, whose algorithms differ from Go's own operators.
var complexType = newType("complex")

func setupComplex(t *Type) {
	t.construct = constructComplex
	t.repr = func(_ *machine, v Value) (string, error) { return reprComplex(v.(complex128)), nil }
	t.format = formatComplex
	t.hash = func(_ *machine, v Value) (int64, error) {
		z := v.(complex128)
		h := hashFloat(real(z)) + 1000003*hashFloat(imag(z))
		if h == -1 {
			h = -2
		}
		return h, nil
	}
	t.truth = func(_ *machine, v Value) (bool, error) { return v.(complex128) != 0, nil }
	t.compare = compareComplex
	t.binary = func(_ *machine, op syntax.Operator, a, b Value) (Value, error) { return complexOp(op, a, b) }
	t.reverse = t.binary
	t.unary = func(_ *machine, op syntax.UnaryOperator, v Value) (Value, error) {
		switch z := v.(complex128); op {
		case syntax.USub:
			return complex(-real(z), -imag(z)), nil
		case syntax.UAdd:
			return z, nil
		}
		return NotImplemented, nil
	}
	t.attrs["real"] = &property{get: func(_ *machine, v Value) (Value, error) { return real(v.(complex128)), nil }}
	t.attrs["imag"] = &property{get: func(_ *machine, v Value) (Value, error) { return imag(v.(complex128)), nil }}
	t.methods(map[string]nativeFn{
		"conjugate": func(_ *machine, self Value, a args) (Value, error) {
			z := self.(complex128)
			return complex(real(z), -imag(z)), a.between("complex.conjugate", 0, 0)
		},
		"__complex__": func(_ *machine, self Value, a args) (Value, error) {
			return self, a.between("complex.__complex__", 0, 0)
		},
	})
}

// asComplex gives a number as a complex one; ok is false for what is none or
// too big.
func asComplex(v Value) (z complex128, ok bool) {
	if z, ok := v.(complex128); ok {
		return z, true
	}
	x, ok := asFloat(v)
	if _, isBig := v.(*big.Int); isBig && math.IsInf(x, 0) {
		return 0, false
	}
	return complex(x, 0), ok
}

// reprPart is a part of a complex number in a repr: without ".0".
func reprPart(x float64) string { return strings.TrimSuffix(reprFloat(x), ".0") }

func reprComplex(z complex128) string {
	im := reprPart(imag(z))
	if real(z) == 0 && !math.Signbit(real(z)) {
		return im + "j"
	}
	if !strings.HasPrefix(im, "-") {
		im = "+" + im
	}
	return "(" + reprPart(real(z)) + im + "j)"
}

// formatComplex mirrors format_complex_internal in
// Python/formatter_unicode.c.
func formatComplex(m *machine, v Value, spec string) (string, error) {
	if spec == "" {
		return m.str(v)
	}
	f, err := parseFormat(spec, "complex")
	if err != nil {
		return "", err
	}
	z := v.(complex128)
	switch {
	case f.kind != 0 && strings.IndexByte("eEfFgGn", f.kind) < 0:
		return "", unknownCode(f.kind, "complex")
	case f.fill == '0' && f.align == '=':
		return "", valueError("Zero padding is not allowed in complex format specifier")
	case f.align == '=':
		return "", valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	bare := *f
	bare.width, bare.align = -1, 0
	part := func(x float64, sign byte) (string, error) {
		own := bare
		if sign != 0 {
			own.sign = sign
		}
		if own.kind != 0 || own.precision >= 0 {
			if own.kind == 0 {
				own.kind = 'g'
			}
			return own.float(m, x)
		}
		text, err := own.float(m, x)
		return strings.TrimSuffix(text, ".0"), err
	}
	im, err := part(imag(z), '+')
	if err != nil {
		return "", err
	}
	re, err := part(real(z), 0)
	if err != nil {
		return "", err
	}
	text := re + im + "j"
	if f.kind == 0 {
		if real(z) == 0 && !math.Signbit(real(z)) {
			if im, err = part(imag(z), f.sign); err != nil {
				return "", err
			}
			text = im + "j"
		} else {
			text = "(" + text + ")"
		}
	}
	return f.pad(m, "", text, '>')
}

func compareComplex(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	if op > syntax.NotEq {
		return NotImplemented, nil
	}
	x, y := a, b
	if _, ok := x.(complex128); !ok {
		x, y = b, a
	}
	z := x.(complex128)
	if w, ok := y.(complex128); ok {
		return (z == w) == (op == syntax.Eq), nil
	}
	if _, ok := asFloat(y); !ok {
		return NotImplemented, nil
	}
	if imag(z) != 0 {
		return op == syntax.NotEq, nil
	}
	return compareNumbers(nil, op, real(z), plain(y))
}

// complexOp is the binary operator where one operand is a complex number.
func complexOp(op syntax.Operator, a, b Value) (Value, error) {
	x, ok1 := asComplex(a)
	y, ok2 := asComplex(b)
	if !ok1 || !ok2 {
		_, number1 := asFloat(a)
		_, number2 := asFloat(b)
		if number1 || number2 {
			return nil, raise("OverflowError", "int too large to convert to float")
		}
		return NotImplemented, nil
	}
	switch op {
	case syntax.Add:
		return complex(real(x)+real(y), imag(x)+imag(y)), nil
	case syntax.Sub:
		return complex(real(x)-real(y), imag(x)-imag(y)), nil
	case syntax.Mult:
		return complexProduct(x, y), nil
	case syntax.Div:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "complex division by zero")
		}
		return complexQuotient(x, y), nil
	case syntax.Pow:
		return complexPower(x, y)
	}
	return NotImplemented, nil
}

// complexProduct rounds each product, which a fused multiplication would not.
func complexProduct(x, y complex128) complex128 {
	re := float64(real(x)*real(y)) - float64(imag(x)*imag(y))
	im := float64(real(x)*imag(y)) + float64(imag(x)*real(y))
	return complex(re, im)
}

// complexQuotient mirrors _Py_c_quot.
func complexQuotient(x, y complex128) complex128 {
	if math.Abs(real(y)) >= math.Abs(imag(y)) {
		ratio := imag(y) / real(y)
		denom := real(y) + float64(imag(y)*ratio)
		return complex((real(x)+float64(imag(x)*ratio))/denom, (imag(x)-float64(real(x)*ratio))/denom)
	}
	ratio := real(y) / imag(y)
	denom := float64(real(y)*ratio) + imag(y)
	return complex((float64(real(x)*ratio)+imag(x))/denom, (float64(imag(x)*ratio)-real(x))/denom)
}

// complexPower mirrors complex_pow: small whole exponents by products.
func complexPower(x, y complex128) (Value, error) {
	const most = 100
	n := real(y)
	if imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= most {
		z := complexWhole(x, int(math.Abs(n)))
		if n > 0 {
			return z, nil
		}
		if z == 0 {
			return nil, raise("ZeroDivisionError", "0.0 to a negative or complex power")
		}
		return complexQuotient(1, z), nil
	}
	if x == 0 {
		if imag(y) != 0 || n < 0 {
			return nil, raise("ZeroDivisionError", "0.0 to a negative or complex power")
		}
		return complex128(0), nil
	}
	size := math.Hypot(real(x), imag(x))
	length, angle := power(size, n), libm.Atan2(imag(x), real(x))
	phase := angle * n
	if imag(y) != 0 {
		length *= libm.Exp(-angle * imag(y))
		phase += imag(y) * libm.Log(size)
	}
	return complex(length*libm.Cos(phase), length*libm.Sin(phase)), nil
}

// complexWhole mirrors c_powu.
func complexWhole(x complex128, n int) complex128 {
	z := complex128(1)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			z = complexProduct(z, x)
		}
		x = complexProduct(x, x)
	}
	return z
}

var complexSignature = newSignature("complex", "real=None, imag=None")

// constructComplex mirrors complex_new.
func constructComplex(m *machine, _ *Type, a args) (Value, error) {
	var v [2]Value
	if err := complexSignature.bind(v[:], a, complexSignature.defaults, nil); err != nil {
		return nil, err
	}
	hasReal, hasImag := len(a.pos) > 0, len(a.pos) > 1
	for _, k := range a.kw {
		hasReal, hasImag = hasReal || k.name == "real", hasImag || k.name == "imag"
	}
	if !hasReal {
		v[0] = integer(0)
	}
	if text, ok := asStr(v[0]); ok {
		if hasImag {
			return nil, typeError("complex() can't take second arg if first is a string")
		}
		return m.parseComplex(text)
	}
	if _, ok := asStr(v[1]); ok {
		return nil, typeError("complex() second arg can't be a string")
	}
	z, err := m.toComplex(v[0], "first")
	if err != nil || !hasImag {
		return z, err
	}
	w, err := m.toComplex(v[1], "second")
	if err != nil {
		return nil, err
	}
	re, im := real(z), real(w)
	if imag(w) != 0 {
		re -= imag(w)
	}
	if imag(z) != 0 {
		im += imag(z)
	}
	return complex(re, im), nil
}

func (m *machine) toComplex(v Value, which string) (complex128, error) {
	if z, ok := v.(complex128); ok {
		return z, nil
	}
	if t := typeOf(v); t.user != nil && t.overrides("__complex__") {
		made, err := m.callSpecial(v, "__complex__")
		if err != nil {
			return 0, err
		}
		z, ok := made.(complex128)
		if !ok {
			return 0, typeError("%s.__complex__() must return a complex, not %s", t.name, typeOf(made).name)
		}
		return z, nil
	}
	x, err := m.toFloat(v)
	if e := catchable(err); isBytes(v) || e != nil && e.cls.is(excTypes["TypeError"]) {
		if which == "first" {
			return 0, typeError("complex() first argument must be a string or a number, not '%s'", typeOf(v).name)
		}
		return 0, typeError("complex() second argument must be a number, not '%s'", typeOf(v).name)
	}
	if err != nil {
		return 0, err
	}
	return complex(x.(float64), 0), nil
}

const complexDigits = `(?:inf(?:inity)?|nan|(?:\d+(?:_\d+)*)?\.?(?:\d+(?:_\d+)*)?(?:e[+-]?\d+(?:_\d+)*)?)`

// complexForm is what complex() reads: a real part, an imaginary one or both.
var complexForm = regexp.MustCompile(`^(?:([+-]?` + complexDigits + `)(?:([+-]` + complexDigits + `)j)?|([+-]?` + complexDigits + `)j)$`)

// parseComplex mirrors complex_from_string_inner.
func (m *machine) parseComplex(text string) (Value, error) {
	bad := valueError("complex() arg is a malformed string")
	s := strings.ToLower(plainDigits(strings.TrimFunc(text, isSpace)))
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimFunc(s[1:len(s)-1], isSpace)
	}
	parts := complexForm.FindStringSubmatch(s)
	if parts == nil || s == "" {
		return nil, bad
	}
	re, im := parts[1], parts[2]
	if parts[3] != "" || strings.HasSuffix(s, "j") && im == "" {
		re, im = "", parts[3]
		if im == "" {
			im = "1"
		}
	}
	var z [2]float64
	for i, part := range []string{re, im} {
		if i == 1 && (part == "+" || part == "-") {
			part += "1"
		}
		if part == "" {
			continue
		}
		x, err := m.parseFloat(part)
		if err != nil {
			return nil, bad
		}
		z[i] = x.(float64)
	}
	return complex(z[0], z[1]), nil
}
