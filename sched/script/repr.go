package script

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxIntDigits is sys.int_info.default_max_str_digits.
const maxIntDigits = 4300

// repr is repr(v).
func (m *machine) repr(v Value) (string, error) {
	switch v := v.(type) {
	case string:
		return reprString(v), nil
	case int64, float64, bool, *big.Int:
		return m.reprPlain(v)
	}
	return typeOf(v).repr(m, v)
}

// str is str(v).
func (m *machine) str(v Value) (string, error) {
	if s, ok := v.(string); ok {
		return s, nil
	}
	if t := typeOf(v); t.str != nil {
		return t.str(m, v)
	}
	return m.repr(v)
}

// reprPlain is repr of a number or a bool.
func (m *machine) reprPlain(v Value) (string, error) {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10), nil
	case bool:
		if v {
			return "True", nil
		}
		return "False", nil
	case float64:
		return reprFloat(v), nil
	}
	n := v.(*big.Int)
	// log10(2) is about 0.30103: no need to make the digits to count them.
	text := ""
	if float64(n.BitLen())*0.30103 < maxIntDigits+1 {
		text = n.String()
	}
	if text == "" || len(strings.TrimPrefix(text, "-")) > maxIntDigits {
		return "", valueError("Exceeds the limit (%d digits) for integer string conversion; "+
			"use sys.set_int_max_str_digits() to increase the limit", maxIntDigits)
	}
	return text, nil
}

// reprFloat mirrors float_repr: the shortest digits that read back as x.
func reprFloat(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "inf"
	case math.IsInf(x, -1):
		return "-inf"
	case math.IsNaN(x):
		return "nan"
	}
	s := strconv.FormatFloat(x, 'e', -1, 64)
	exp, _ := strconv.Atoi(s[strings.IndexByte(s, 'e')+1:])
	if -4 <= exp && exp < 16 {
		s = strconv.FormatFloat(x, 'f', -1, 64)
		if !strings.ContainsRune(s, '.') {
			s += ".0"
		}
		return s
	}
	return s
}

// reprString mirrors unicode_repr.
func reprString(s string) string {
	quote := byte('\'')
	if strings.ContainsRune(s, '\'') && !strings.ContainsRune(s, '"') {
		quote = '"'
	}
	out := make([]byte, 0, len(s)+2)
	out = append(out, quote)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 && i+3 <= len(s) {
			r, n = surrogate(s[i:i+3]), 3
		}
		switch {
		case r == rune(quote) || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r < ' ' || r == 0x7f:
			out = fmt.Appendf(out, `\x%02x`, r)
		case r < 0x7f || isPrintable(r):
			out = append(out, s[i:i+n]...)
		case r < 0x100:
			out = fmt.Appendf(out, `\x%02x`, r)
		case r < 0x10000:
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			out = fmt.Appendf(out, `\U%08x`, r)
		}
		i += n
	}
	return string(append(out, quote))
}

// surrogate decodes a lone surrogate, which stands in a string in the three
// bytes that UTF-8 would give it.
func surrogate(s string) rune {
	return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
}

// isPrintable mirrors str.isprintable for one character.
func isPrintable(r rune) bool {
	return r == ' ' || !unicode.In(r, unicode.C, unicode.Z) && (unicode.IsGraphic(r) || unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S))
}

// reprAll gives the reprs of values with commas between them.
func (m *machine) reprAll(values []Value) (string, error) {
	var out strings.Builder
	for i, v := range values {
		if i > 0 {
			out.WriteString(", ")
		}
		text, err := m.repr(v)
		if err := anyError(err, m.write(&out, text)); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// reprCall gives "name(args)".
func (m *machine) reprCall(name string, values ...Value) (string, error) {
	text, err := m.reprAll(values)
	return name + "(" + text + ")", err
}

// display makes the repr of a container; one that holds itself is shown as
// again (Py_ReprEnter).
func (m *machine) display(v Value, again string, f func() (string, error)) (string, error) {
	for _, open := range m.shown {
		if open == v {
			return again, nil
		}
	}
	if len(m.shown) >= maxDisplays {
		return "", recursionError(" while getting the repr of an object")
	}
	m.shown = append(m.shown, v)
	defer func() { m.shown = m.shown[:len(m.shown)-1] }()
	text, err := f()
	return text, anyError(err, m.charge(len(text)), m.tick())
}

func recursionError(where string) error {
	return raise("RecursionError", "maximum recursion depth exceeded%s", where)
}

// reprObject is the repr of what has none of its own.
func reprObject(m *machine, v Value) (string, error) {
	return fmt.Sprintf("<%s object at %s>", typeOf(v).fullName(), m.address(v)), nil
}

// address gives a number that looks like CPython's addresses.
func (m *machine) address(v Value) string { return fmt.Sprintf("0x%x", m.id(v)) }

// id is id(v): it tells objects apart that live.
func (m *machine) id(v Value) int64 {
	return 0x7f0000000000 + m.identity(v)*16
}
