package script

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// percent is a string formatted with %: PyUnicode_Format.
func (m *machine) percent(s string, v Value) (Value, error) {
	return m.fillPercent(&percenter{m: m, text: s, single: v}, v)
}

func (m *machine) fillPercent(p *percenter, v Value) (Value, error) {
	if t, ok := v.(*tuple); ok {
		p.items, p.single = t.items, nil
	}
	switch v.(type) {
	case string, *tuple, *Type, *deque: // no mappings: a deque's items are reached as those of a sequence alone
	default:
		if typeOf(v).getItem != nil && !typeOf(v).is(strType) && !(p.bytes && isBytes(v)) {
			p.mapping = v
		}
	}
	var out strings.Builder
	for {
		head, _, found := strings.Cut(p.text[p.at:], "%")
		out.WriteString(head)
		p.at += len(head)
		if !found {
			break
		}
		p.at++
		text, err := p.field()
		if err != nil {
			return nil, err
		}
		out.WriteString(text)
		if err := m.roomText(out.Len()); err != nil {
			return nil, err
		}
	}
	if p.mapping == nil && (p.next < len(p.items) || p.single != nil && p.next == 0) {
		if p.bytes {
			return nil, typeError("not all arguments converted during bytes formatting")
		}
		return nil, typeError("not all arguments converted during string formatting")
	}
	return out.String(), nil
}

// A percenter fills the fields of one format string.
type percenter struct {
	m       *machine
	text    string
	at      int
	items   []Value // of a tuple
	single  Value   // what is no tuple
	next    int
	bytes   bool  // it is of bytes: each character stands for one
	mapping Value // nil: it is none
}

// argument gives the next of the values.
func (p *percenter) argument() (Value, error) {
	p.next++
	switch {
	case p.single != nil && p.next == 1:
		return p.single, nil
	case p.single == nil && p.next <= len(p.items):
		return p.items[p.next-1], nil
	}
	return nil, typeError("not enough arguments for format string")
}

// field reads and fills what comes after a %.
func (p *percenter) field() (string, error) {
	named, err := p.name()
	if err != nil {
		return "", err
	}
	flags := ""
	for p.at < len(p.text) && strings.IndexByte("-+ #0", p.text[p.at]) >= 0 {
		flags += p.text[p.at : p.at+1]
		p.at++
	}
	width, err := p.number()
	if err != nil {
		return "", err
	}
	if width < 0 && width != absent {
		flags, width = flags+"-", -width
	}
	precision := absent
	if p.at < len(p.text) && p.text[p.at] == '.' {
		p.at++
		if precision, err = p.number(); err != nil {
			return "", err
		}
		precision = max(precision, 0)
	}
	for p.at < len(p.text) && strings.IndexByte("hlL", p.text[p.at]) >= 0 {
		p.at++
	}
	if p.at >= len(p.text) {
		return "", valueError("incomplete format")
	}
	kind, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	if kind == '%' && p.at >= 2 && p.text[p.at-2] == '%' {
		return "%", nil
	}
	if named == nil {
		if named, err = p.argument(); err != nil {
			return "", err
		}
	}
	if kind > 0x7f || !strings.ContainsRune("srafFeEgGdiuxXoc", kind) && !(p.bytes && kind == 'b') {
		return "", valueError("unsupported format character '%c' (0x%x) at index %d", kind, kind, utf8.RuneCountInString(p.text[:p.at])-1)
	}
	return p.convert(named, byte(kind), percentSpec{flags, width, precision})
}

// absent is a width or precision that was not given.
const absent = math.MinInt32

// name reads a (key) and gives its value, nil without one.
func (p *percenter) name() (Value, error) {
	if p.at >= len(p.text) || p.text[p.at] != '(' {
		return nil, nil
	}
	if p.mapping == nil {
		return nil, typeError("format requires a mapping")
	}
	depth, end := 1, p.at+1
	for ; end < len(p.text) && depth > 0; end++ {
		switch p.text[end] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	if depth > 0 {
		return nil, valueError("incomplete format key")
	}
	key := p.text[p.at+1 : end-1]
	p.at = end
	if p.bytes {
		return p.m.getItem(p.mapping, fromLatin1(key))
	}
	return p.m.getItem(p.mapping, key)
}

// number reads digits, or takes an argument for *.
func (p *percenter) number() (int, error) {
	if p.at < len(p.text) && p.text[p.at] == '*' {
		p.at++
		v, err := p.argument()
		if err != nil {
			return 0, err
		}
		n, ok := asInt(v)
		if !ok {
			return 0, typeError("* wants int")
		}
		return int(max(min(n, 1<<30), -1<<30)), nil
	}
	from := p.at
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		p.at++
	}
	if from == p.at {
		return absent, nil
	}
	n, err := strconv.Atoi(p.text[from:p.at])
	if err != nil || n > 1<<30 {
		return 0, valueError("width too big")
	}
	return n, nil
}

// A percentSpec is what stands between % and the letter.
type percentSpec struct {
	flags            string
	width, precision int
}

// format gives the same as a format spec; signs are the flags that the kind
// takes.
func (s percentSpec) format(kind byte, signs string) string {
	spec := ">"
	zero := strings.Contains(s.flags, "0") && signs != ""
	switch {
	case strings.Contains(s.flags, "-"):
		spec = "<"
	case zero:
		spec = "0="
	}
	for _, sign := range signs {
		if strings.ContainsRune(s.flags, sign) {
			spec += string(sign)
			if sign == '+' {
				s.flags = strings.ReplaceAll(s.flags, " ", "")
			}
		}
	}
	if s.width != absent {
		spec += strconv.Itoa(s.width)
	}
	if s.precision != absent {
		spec += "." + strconv.Itoa(s.precision)
	}
	return spec + string(kind)
}

func (p *percenter) convert(v Value, kind byte, spec percentSpec) (string, error) {
	m := p.m
	var text string
	var err error
	if p.bytes && strings.IndexByte("sbrac", kind) >= 0 {
		return p.convertBytes(v, kind, spec)
	}
	switch kind {
	case 's':
		text, err = m.str(v)
	case 'r':
		text, err = m.repr(v)
	case 'a':
		text, err = m.repr(v)
		text = ascii(text)
	case 'c':
		text, err = percentChar(v)
		spec.precision = absent
	case 'd', 'i', 'u', 'x', 'X', 'o':
		return p.integer(v, kind, spec)
	default:
		if t := typeOf(v); t.user != nil && (t.overrides("__float__") || t.overrides("__index__")) {
			if v, err = m.toFloat(v); err != nil {
				return "", err
			}
		}
		x, ok := asFloat(v)
		if !ok {
			return "", typeError("must be real number, not %s", typeOf(v).name)
		}
		if _, isFloat := plain(v).(float64); math.IsInf(x, 0) && !isFloat {
			return "", raise("OverflowError", "int too large to convert to float")
		}
		if spec.precision == absent {
			spec.precision = 6
		}
		return m.format(x, spec.format(kind, "+ #"))
	}
	if err != nil {
		return "", err
	}
	if spec.width == 0 {
		spec.width = absent
	}
	return m.format(text, spec.format('s', ""))
}

func (p *percenter) integer(v Value, kind byte, spec percentSpec) (string, error) {
	decimal := strings.IndexByte("diu", kind) >= 0
	var err error
	if t := typeOf(v); decimal && t.user != nil && t.overrides("__int__") {
		v, err = p.m.toLong(v)
	} else {
		v, err = indexed(v)
	}
	if err != nil {
		return "", err
	}
	if x, ok := plain(v).(float64); ok && decimal {
		whole, err := floatToInt(math.Trunc(x))
		if err != nil {
			return "", err
		}
		v = whole
	}
	n, ok := asBig(v)
	if !ok {
		if decimal {
			return "", typeError("%%%c format: a real number is required, not %s", kind, typeOf(v).name)
		}
		return "", typeError("%%%c format: an integer is required, not %s", kind, typeOf(v).name)
	}
	if spec.precision != absent {
		return p.digits(n, kind, spec)
	}
	signs := "+ #"
	if kind == 'i' || kind == 'u' || kind == 'd' {
		kind, signs = 'd', "+ "
	}
	return p.m.format(bigInteger(new(big.Int).Set(n)), spec.format(kind, signs))
}

// digits mirrors _PyUnicode_FormatLong: an integer with at least as many digits
// as the precision says.
func (p *percenter) digits(n *big.Int, kind byte, spec percentSpec) (string, error) {
	least := spec.precision
	if err := p.m.room(max(least, spec.width, 0)); err != nil {
		return "", err
	}
	base, prefix := 10, ""
	switch kind {
	case 'x', 'X':
		base, prefix = 16, "0"+string(kind)
	case 'o':
		base, prefix = 8, "0o"
	}
	if !strings.Contains(spec.flags, "#") {
		prefix = ""
	}
	body := new(big.Int).Abs(n).Text(base)
	if kind == 'X' {
		body = strings.ToUpper(body)
	}
	body = strings.Repeat("0", max(least-len(body), 0)) + body
	sign := ""
	switch {
	case n.Sign() < 0:
		sign = "-"
	case strings.Contains(spec.flags, "+"):
		sign = "+"
	case strings.Contains(spec.flags, " "):
		sign = " "
	}
	room := max(spec.width-len(sign)-len(prefix)-len(body), 0)
	switch {
	case strings.Contains(spec.flags, "-"):
		return sign + prefix + body + strings.Repeat(" ", room), nil
	case strings.Contains(spec.flags, "0"):
		return sign + prefix + strings.Repeat("0", room) + body, nil
	}
	return strings.Repeat(" ", room) + sign + prefix + body, nil
}

func percentChar(v Value) (string, error) {
	if s, ok := asStr(v); ok && utf8.RuneCountInString(s) == 1 {
		return s, nil
	}
	v, err := indexed(v)
	if err != nil {
		return "", err
	}
	n, ok := asInt(v)
	if _, isInt := asBig(v); isInt && !ok {
		n, ok = -1, true
	}
	switch {
	case !ok:
		return "", typeError("%%c requires int or char")
	case n < 0 || n > utf8.MaxRune:
		return "", raise("OverflowError", "%%c arg not in range(0x110000)")
	}
	return string(rune(n)), nil
}
