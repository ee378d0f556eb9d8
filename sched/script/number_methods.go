package script

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var intMethods = map[string]nativeFn{
	"bit_length": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("int.bit_length", 0, 0); err != nil {
			return nil, err
		}
		n, _ := asBig(self)
		return integer(int64(n.BitLen())), nil
	},
	"bit_count": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("int.bit_count", 0, 0); err != nil {
			return nil, err
		}
		n, _ := asBig(self)
		return integer(int64(strings.Count(new(big.Int).Abs(n).Text(2), "1"))), nil
	},
	"conjugate": func(_ *machine, self Value, a args) (Value, error) {
		n, _ := asBig(self)
		return bigInteger(n), a.between("int.conjugate", 0, 0)
	},
	"to_bytes": intToBytes,
	"as_integer_ratio": func(_ *machine, self Value, a args) (Value, error) {
		n, _ := asBig(self)
		return newTuple(bigInteger(n), integer(1)), a.between("int.as_integer_ratio", 0, 0)
	},
	"is_integer": func(_ *machine, _ Value, a args) (Value, error) {
		return true, a.between("int.is_integer", 0, 0)
	},
}

var floatMethods = map[string]nativeFn{
	"as_integer_ratio": floatRatio, "hex": floatHex,
	"is_integer": func(_ *machine, self Value, a args) (Value, error) {
		x := self.(float64)
		return x == math.Floor(x) && !math.IsInf(x, 0), a.between("float.is_integer", 0, 0)
	},
}

var intClinic = newClinic("int", "x=?, /, base=?")

// constructInt mirrors long_new for a number or a string with an optional base.
func constructInt(m *machine, _ *Type, a args) (Value, error) {
	if len(a.kw) > 0 {
		if _, err := intClinic.bind(a); err != nil {
			return nil, err
		}
	}
	base := a.at(1, nil)
	if len(a.kw) == 1 {
		base = a.kw[0].v
	}
	if err := (args{pos: a.pos}).between("int", 0, 2); err != nil {
		return nil, err
	}
	v := a.at(0, integer(0))
	if base != nil {
		text, ok := asStr(v)
		if data, isBytes := asBytes(v); isBytes {
			text, ok = latin1(data), true
		}
		number, err := indexed(base)
		if err != nil {
			return nil, err
		}
		b, isInt := asInt(number)
		switch {
		case len(a.pos) == 0:
			return nil, typeError("int() missing string argument")
		case !ok:
			return nil, typeError("int() can't convert non-string with explicit base")
		case !isInt:
			return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(base).name)
		case b != 0 && b < 2 || b > 36:
			return nil, valueError("int() base must be >= 2 and <= 36, or 0")
		}
		return m.parseInt(text, int(b))
	}
	return m.toLong(v)
}

func floatToInt(x float64) (Value, error) {
	switch {
	case math.IsNaN(x):
		return nil, valueError("cannot convert float NaN to integer")
	case math.IsInf(x, 0):
		return nil, raise("OverflowError", "cannot convert float infinity to integer")
	}
	n, _ := big.NewFloat(math.Trunc(x)).Int(nil)
	return bigInteger(n), nil
}

// plainDigits mirrors _PyUnicode_TransformDecimalAndSpaceToASCII.
func plainDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case isSpace(r):
			return ' '
		case r < utf8.RuneSelf || !unicode.IsDigit(r):
			return r
		}
		// The digits of a script stand one after the other, from its zero.
		zero := r
		for r-zero < 9 && unicode.IsDigit(zero-1) && (zero-1)%16 != 15 {
			zero--
		}
		return '0' + (r-zero)%10
	}, s)
}

// underscoresBetweenDigits mirrors _Py_string_to_number_with_underscores.
func underscoresBetweenDigits(s string) bool {
	for i := range len(s) {
		if s[i] == '_' && (i == 0 || i == len(s)-1 || !isByteDigit(s[i-1]) || !isByteDigit(s[i+1])) {
			return false
		}
	}
	return true
}

// parseInt mirrors PyLong_FromString.
func (m *machine) parseInt(text string, base int) (Value, error) {
	shown, _ := m.repr(text)
	bad := valueError("invalid literal for int() with base %d: %s", base, shown)
	s := plainDigits(strings.TrimFunc(text, isSpace))
	negative := strings.HasPrefix(s, "-")
	digits := s
	if negative || strings.HasPrefix(s, "+") {
		digits = s[1:]
	}
	given := base
	if len(digits) > 1 && digits[0] == '0' {
		prefix := map[byte]int{'x': 16, 'o': 8, 'b': 2}[digits[1]|0x20]
		if prefix != 0 && (base == 0 || base == prefix) {
			digits, given = strings.TrimPrefix(digits[2:], "_"), prefix
		}
	}
	if given == 0 {
		given = 10
		if strings.Trim(digits, "0_") != "" && strings.HasPrefix(digits, "0") {
			return nil, bad
		}
	}
	if digits == "" || digits[0] == '+' || digits[0] == '-' || digits[0] == '_' ||
		strings.HasSuffix(digits, "_") || strings.Contains(digits, "__") {
		return nil, bad
	}
	digits = strings.ReplaceAll(digits, "_", "")
	if len(digits) > maxIntDigits && given == 10 {
		return nil, valueError("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit", maxIntDigits, len(digits))
	}
	n, ok := new(big.Int).SetString(digits, given)
	if !ok {
		return nil, bad
	}
	if negative {
		n.Neg(n)
	}
	return bigInteger(n), nil
}

func constructFloat(m *machine, _ *Type, a args) (Value, error) {
	if err := a.between("float", 0, 1); err != nil {
		return nil, err
	}
	return m.toFloat(a.at(0, 0.0))
}

// badNumber words the error for bytes that are no number.
func badNumber(err error, v Value, text string) error {
	if e := catchable(err); e == nil || e.cls != excTypes["ValueError"] {
		return err
	}
	shown, _ := typeOf(v).repr(nil, v)
	return valueError("%s%s", text, shown)
}

func (m *machine) parseFloat(text string) (Value, error) {
	shown, _ := m.repr(text)
	bad := valueError("could not convert string to float: %s", shown)
	s := plainDigits(strings.TrimFunc(text, isSpace))
	lower := strings.ToLower(s)
	if strings.ContainsAny(lower, "xp") || !underscoresBetweenDigits(lower) {
		return nil, bad
	}
	if strings.TrimLeft(lower, "+-") == "nan" && len(lower) <= len("+nan") {
		return math.NaN(), nil
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	if err != nil && !math.IsInf(x, 0) {
		return nil, bad
	}
	return x, nil
}

// toSize gives an argument that C reads as a Py_ssize_t.
func toSize(v Value) (int, error) {
	n, err := toIndex(v)
	if e := catchable(err); e != nil && e.cls == excTypes["IndexError"] {
		return 0, raise("OverflowError", "Python int too large to convert to C ssize_t")
	}
	return n, err
}

// sizeOr is toSize for an argument that need not be given.
func sizeOr(v Value, otherwise int) (int, error) {
	if v == nil {
		return otherwise, nil
	}
	return toSize(v)
}

// toIndex gives what may stand as an index: an int that fits.
func toIndex(v Value) (int, error) {
	v, err := indexed(v)
	if err != nil {
		return 0, err
	}
	if n, ok := asInt(v); ok {
		return int(n), nil
	}
	if _, ok := v.(*big.Int); ok {
		return 0, raise("IndexError", "cannot fit 'int' into an index-sized integer")
	}
	return 0, typeError("'%s' object cannot be interpreted as an integer", typeOf(v).name)
}

// numberParts gives int and float the attributes of numbers in general.
func (t *Type) numberParts() {
	number := func(_ *machine, v Value) (Value, error) {
		if b, ok := v.(bool); ok {
			n, _ := asInt(b)
			return integer(n), nil
		}
		return v, nil
	}
	t.attrs["real"] = &property{get: number}
	t.attrs["imag"] = &property{get: func(_ *machine, v Value) (Value, error) {
		if _, ok := v.(float64); ok {
			return 0.0, nil
		}
		return integer(0), nil
	}}
	t.methods(map[string]nativeFn{"conjugate": func(m *machine, self Value, a args) (Value, error) {
		v, _ := number(m, self)
		return v, a.between(t.name+".conjugate", 0, 0)
	}})
	if t == intType {
		t.attrs["numerator"] = &property{get: number}
		t.attrs["denominator"] = &property{get: func(*machine, Value) (Value, error) { return integer(1), nil }}
	}
}
