package script

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A formatSpec is a parsed format specification (Python/formatter_unicode.c).
type formatSpec struct {
	text      string
	fill      rune
	align     byte // 0: the type's own
	sign      byte // '-', '+' or ' '; 0: none given
	alternate bool // #
	noMinus   bool // z
	width     int  // -1: none
	group     byte // ',', '_' or 0
	precision int  // -1: none
	kind      byte // 0: none
}

// parseFormat mirrors parse_internal_render_format_spec.
func parseFormat(text, typeName string) (*formatSpec, error) {
	f := &formatSpec{text: text, fill: ' ', width: -1, precision: -1}
	rest := text
	r, n := utf8.DecodeRuneInString(rest)
	if n > 0 && len(rest) > n && isAlign(rest[n]) {
		f.fill, f.align, rest = r, rest[n], rest[n+1:]
	} else if rest != "" && isAlign(rest[0]) {
		f.align, rest = rest[0], rest[1:]
	}
	take := func(set string) byte {
		if rest != "" && strings.IndexByte(set, rest[0]) >= 0 {
			c := rest[0]
			rest = rest[1:]
			return c
		}
		return 0
	}
	if c := take("+- "); c != 0 {
		f.sign = c
	}
	f.noMinus = take("z") != 0
	f.alternate = take("#") != 0
	if strings.HasPrefix(rest, "0") && f.fill == ' ' && !(f.align != 0 && text[0] == ' ' && isAlign(text[min(1, len(text)-1)])) {
		rest = rest[1:]
		f.fill = '0'
		if f.align == 0 && typeName != "str" {
			f.align = '='
		}
	}
	bad := valueError("Invalid format specifier '%s' for object of type '%s'", text, typeName)
	var err error
	if f.width, rest, err = digits(rest); err != nil {
		return nil, err
	}
	f.group = take(",_")
	if take(".") != 0 {
		if f.precision, rest, err = digits(rest); err != nil {
			return nil, err
		}
		if f.precision < 0 {
			return nil, valueError("Format specifier missing precision")
		}
	}
	if len(rest) > 1 {
		return nil, bad
	}
	if rest != "" {
		f.kind = rest[0]
	}
	if f.group != 0 && f.kind == 0 && typeName == "str" {
		return nil, valueError("Cannot specify '%c' with 's'.", f.group)
	}
	if f.group != 0 && (f.kind == 's' || f.kind == 'n' || f.kind == 'c' || f.group == ',' && strings.IndexByte("boxX", f.kind) >= 0 && f.kind != 0) {
		return nil, valueError("Cannot specify '%c' with '%c'.", f.group, f.kind)
	}
	return f, nil
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// digits reads a number, -1 if there is none.
func digits(s string) (n int, rest string, err error) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		return -1, s, nil
	}
	n, convErr := strconv.Atoi(s[:i])
	if convErr != nil || n > math.MaxInt32 {
		return 0, "", valueError("Too many decimal digits in format string")
	}
	return n, s[i:], nil
}

// pad brings a text to the width. For the align '=' the fill stands between
// the sign (with its prefix) and the digits.
func (f *formatSpec) pad(m *machine, sign, body string, align byte) (string, error) {
	if f.align != 0 {
		align = f.align
	}
	n := f.width - utf8.RuneCountInString(sign) - utf8.RuneCountInString(body)
	if n <= 0 {
		return sign + body, nil
	}
	if err := m.roomText(n); err != nil {
		return "", err
	}
	fill := func(n int) string { return strings.Repeat(string(f.fill), n) }
	switch align {
	case '<':
		return sign + body + fill(n), nil
	case '^':
		return fill(n/2) + sign + body + fill(n-n/2), nil
	case '=':
		return sign + fill(n) + body, nil
	}
	return fill(n) + sign + body, nil
}

// format is format(v, spec).
func (m *machine) format(v Value, spec string) (string, error) {
	t := typeOf(v)
	if t.format != nil {
		return t.format(m, v, spec)
	}
	if spec != "" {
		return "", typeError("unsupported format string passed to %s.__format__", t.name)
	}
	return m.str(v)
}

func (m *machine) formatStr(s, spec string) (string, error) {
	if spec == "" {
		return s, nil
	}
	f, err := parseFormat(spec, "str")
	if err != nil {
		return "", err
	}
	switch {
	case f.kind != 0 && f.kind != 's':
		return "", unknownCode(f.kind, "str")
	case f.sign != 0:
		if f.sign == ' ' {
			return "", valueError("Space not allowed in string format specifier")
		}
		return "", valueError("Sign not allowed in string format specifier")
	case f.noMinus:
		return "", valueError("Negative zero coercion (z) not allowed in string format specifier")
	case f.alternate:
		return "", valueError("Alternate form (#) not allowed in string format specifier")
	case f.align == '=':
		return "", valueError("'=' alignment not allowed in string format specifier")
	}
	if f.precision >= 0 && runeLen(s) > f.precision {
		s = cutRunes(s, 0, f.precision)
	}
	return f.pad(m, "", s, '<')
}

func unknownCode(kind byte, typeName string) error {
	return valueError("Unknown format code '%c' for object of type '%s'", kind, typeName)
}

// formatNumber is the format slot of int and float.
func formatNumber(m *machine, v Value, spec string) (string, error) {
	if spec == "" {
		return m.str(v)
	}
	name := typeOf(v).name
	f, err := parseFormat(spec, name)
	if err != nil {
		return "", err
	}
	x, isFloat := v.(float64)
	switch {
	case isFloat:
		if f.kind != 0 && strings.IndexByte("eEfFgGn%", f.kind) < 0 {
			return "", unknownCode(f.kind, name)
		}
		return f.float(m, x)
	case f.kind == 0 || strings.IndexByte("bcdoxXn", f.kind) >= 0:
		n, _ := asBig(v)
		return f.integer(m, n)
	case strings.IndexByte("eEfFgG%", f.kind) >= 0:
		x, _ = asFloat(v)
		return f.float(m, x)
	}
	return "", unknownCode(f.kind, name)
}

func (f *formatSpec) signOf(negative bool) string {
	switch {
	case negative:
		return "-"
	case f.sign == '+' || f.sign == ' ':
		return string(f.sign)
	}
	return ""
}

// integer mirrors format_long_internal.
func (f *formatSpec) integer(m *machine, n *big.Int) (string, error) {
	if f.precision >= 0 {
		return "", valueError("Precision not allowed in integer format specifier")
	}
	if f.noMinus {
		return "", valueError("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if f.kind == 'c' && f.sign != 0 {
		return "", valueError("Sign not allowed with integer format specifier 'c'")
	}
	if f.kind == 'c' && f.alternate {
		return "", valueError("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	if f.kind == 'c' {
		if !n.IsInt64() || n.Int64() < 0 || n.Int64() > utf8.MaxRune {
			if !n.IsInt64() {
				return "", raise("OverflowError", "Python int too large to convert to C long")
			}
			return "", raise("OverflowError", "%%c arg not in range(0x110000)")
		}
		return f.pad(m, "", textFrom([]rune{rune(n.Int64())}), '>')
	}
	base, prefix := 10, ""
	switch f.kind {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	if base == 10 {
		if _, err := m.reprPlain(bigInteger(n)); err != nil {
			return "", err
		}
	}
	body := new(big.Int).Abs(n).Text(base)
	if f.kind == 'X' {
		body = strings.ToUpper(body)
	}
	if !f.alternate {
		prefix = ""
	}
	size := 3
	if base != 10 {
		size = 4
	}
	sign := f.signOf(n.Sign() < 0) + prefix
	return f.pad(m, sign, f.grouped(body, size, len(sign)), '>')
}

// grouped puts separators between groups of digits; with a fill of zeros the
// zeros are grouped too, up to the width that is left beside the sign.
func (f *formatSpec) grouped(body string, size, used int) string {
	if f.group == 0 || size == 3 && (body[0] < '0' || body[0] > '9') {
		return body
	}
	tail := ""
	if i := strings.IndexFunc(body, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 && size == 3 {
		body, tail = body[:i], body[i:]
	}
	if f.fill == '0' && f.align == '=' {
		for len(body)+(len(body)-1)/size+used+len(tail) < f.width {
			body = "0" + body
		}
	}
	var out []byte
	for i := 0; i < len(body); i++ {
		if i > 0 && (len(body)-i)%size == 0 {
			out = append(out, f.group)
		}
		out = append(out, body[i])
	}
	return string(out) + tail
}

// float mirrors format_float_internal.
func (f *formatSpec) float(m *machine, x float64) (string, error) {
	if int64(f.precision) > m.opts.MaxBytes {
		return "", m.limit(LimitMemory)
	}
	kind, precision := f.kind, f.precision
	if kind == 'n' {
		kind = 'g'
	}
	percent := kind == '%'
	if percent {
		kind = 'f'
		x *= 100
	}
	upper := kind == 'E' || kind == 'F' || kind == 'G'
	var body string
	negative := math.Signbit(x) && !math.IsNaN(x)
	switch {
	case math.IsNaN(x):
		body = "nan"
	case math.IsInf(x, 0):
		body = "inf"
	case kind == 0 && precision < 0:
		body = reprFloat(math.Abs(x))
		if f.alternate && !strings.ContainsRune(body, '.') {
			body = strings.Replace(body, "e", ".e", 1)
		}
	case kind == 0:
		body = floatDigits(math.Abs(x), 0, precision, f.alternate)
		if !strings.ContainsAny(body, ".e") {
			body += ".0"
		}
	default:
		if precision < 0 {
			precision = 6
		}
		body = floatDigits(math.Abs(x), kind|0x20, precision, f.alternate)
	}
	if f.noMinus && negative && isZero(body) {
		negative = false
	}
	if upper {
		body = strings.ToUpper(body)
	}
	if percent {
		body += "%"
	}
	sign := f.signOf(negative)
	return f.pad(m, sign, f.grouped(body, 3, len(sign)), '>')
}

// isZero says whether the digits of a number are zeros alone.
func isZero(body string) bool {
	digits, _, _ := strings.Cut(body, "e")
	return strings.Trim(digits, "0.") == ""
}

// floatDigits gives the digits of a number that is not negative; kind is a
// small letter, or 0 for none.
func floatDigits(x float64, kind byte, precision int, alternate bool) string {
	switch kind {
	case 'e':
		s := strconv.FormatFloat(x, 'e', precision, 64)
		if alternate && precision == 0 {
			s = strings.Replace(s, "e", ".e", 1)
		}
		return s
	case 'f':
		s := strconv.FormatFloat(x, 'f', precision, 64)
		if alternate && precision == 0 {
			s += "."
		}
		return s
	}
	return generalFloat(x, kind, max(precision, 1), alternate)
}

// generalFloat is the format g: precision significant digits. Without a kind
// there is a digit after the point, for which there has to be room.
func generalFloat(x float64, kind byte, precision int, alternate bool) string {
	most := precision
	if kind == 0 {
		most--
	}
	s := strconv.FormatFloat(x, 'e', precision-1, 64)
	at := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[at+1:])
	if exp < -4 || exp >= most {
		mantissa := s[:at]
		if alternate && !strings.ContainsRune(mantissa, '.') {
			mantissa += "."
		}
		if !alternate && strings.ContainsRune(mantissa, '.') {
			mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
		}
		return mantissa + s[at:]
	}
	s = strconv.FormatFloat(x, 'f', precision-1-exp, 64)
	if alternate && !strings.ContainsRune(s, '.') {
		s += "."
	}
	if !alternate && strings.ContainsRune(s, '.') {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
