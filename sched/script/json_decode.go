package script

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A jsonReader reads a value as Lib/json/decoder.py and Modules/_json.c do.
type jsonReader struct {
	m      *machine
	s      string
	strict bool
	hooks  jsonHooks
	depth  int
}

// jsonHooks are what the caller wants to be called; None: nothing.
type jsonHooks struct{ object, pairs, float, int, constant, err Value }

// scanJSON is _json.scan: a value from a place on, and the place after it.
func scanJSON(m *machine, v []Value) (Value, error) {
	s, _ := asStr(v[0])
	at, err := toIndex(v[1])
	if err != nil {
		return nil, err
	}
	strict, err := m.truth(v[2])
	if err != nil {
		return nil, err
	}
	r := &jsonReader{m: m, s: s, strict: strict, hooks: jsonHooks{v[3], v[4], v[5], v[6], v[7], v[8]}}
	value, end, err := r.value(byteOffset(s, at))
	if err != nil {
		return nil, err
	}
	return newTuple(value, integer(int64(utf8.RuneCountInString(s[:end])))), nil
}

// byteOffset gives where a character of a string begins.
func byteOffset(s string, chars int) int {
	if chars < 0 {
		return len(s)
	}
	for i := range s {
		if chars == 0 {
			return i
		}
		chars--
	}
	return len(s)
}

// fail makes the JSONDecodeError of a place.
func (r *jsonReader) fail(message string, at int) error {
	made, err := r.m.call(r.hooks.err, positional(message, r.s, integer(int64(utf8.RuneCountInString(r.s[:at])))))
	if err != nil {
		return err
	}
	return made.(*exception)
}

func (r *jsonReader) space(at int) int {
	for at < len(r.s) && strings.IndexByte(" \t\n\r", r.s[at]) >= 0 {
		at++
	}
	return at
}

func (r *jsonReader) char(at int) byte {
	if at < len(r.s) {
		return r.s[at]
	}
	return 0
}

// value mirrors scan_once.
func (r *jsonReader) value(at int) (Value, int, error) {
	if err := r.m.tick(); err != nil {
		return nil, 0, err
	}
	if r.depth++; r.depth > maxDisplays {
		return nil, 0, recursionError(" while decoding a JSON array from a unicode string")
	}
	defer func() { r.depth-- }()
	rest := r.s[min(at, len(r.s)):]
	for text, v := range map[string]Value{"null": None, "true": true, "false": false} {
		if strings.HasPrefix(rest, text) {
			return v, at + len(text), nil
		}
	}
	for _, text := range []string{"NaN", "Infinity", "-Infinity"} {
		if strings.HasPrefix(rest, text) {
			return r.constant(text, at+len(text))
		}
	}
	switch c := r.char(at); {
	case c == '"':
		return r.text(at + 1)
	case c == '{':
		return r.object(at + 1)
	case c == '[':
		return r.array(at + 1)
	case c == '-' || c >= '0' && c <= '9':
		return r.number(at)
	}
	return nil, 0, r.fail("Expecting value", at)
}

func (r *jsonReader) constant(text string, end int) (Value, int, error) {
	if r.hooks.constant != None {
		v, err := r.m.call(r.hooks.constant, positional(text))
		return v, end, err
	}
	x, err := strconv.ParseFloat(text, 64)
	return x, end, err
}

func (r *jsonReader) number(at int) (Value, int, error) {
	digits := func(i int) int {
		for c := r.char(i); c >= '0' && c <= '9'; c = r.char(i) {
			i++
		}
		return i
	}
	start := at
	if r.char(at) == '-' {
		at++
	}
	end := digits(at)
	switch {
	case end == at:
		return nil, 0, r.fail("Expecting value", start)
	case r.char(at) == '0':
		end = at + 1
	}
	isFloat := false
	if r.char(end) == '.' {
		if more := digits(end + 1); more > end+1 {
			end, isFloat = more, true
		}
	}
	if c := r.char(end); c == 'e' || c == 'E' {
		from := end + 1
		if c := r.char(from); c == '+' || c == '-' {
			from++
		}
		if more := digits(from); more > from {
			end, isFloat = more, true
		}
	}
	text := r.s[start:end]
	var v Value
	var err error
	switch {
	case isFloat && r.hooks.float != None:
		v, err = r.m.call(r.hooks.float, positional(text))
	case isFloat:
		v, err = r.m.parseFloat(text)
	case r.hooks.int != None:
		v, err = r.m.call(r.hooks.int, positional(text))
	default:
		v, err = r.m.parseInt(text, 10)
	}
	return v, end, err
}

// text mirrors scanstring_unicode; at is after the quote.
func (r *jsonReader) text(at int) (Value, int, error) {
	begin := at - 1
	var out []byte
	for {
		if at >= len(r.s) {
			return nil, 0, r.fail("Unterminated string starting at", begin)
		}
		c := r.s[at]
		switch {
		case c == '"':
			return string(out), at + 1, r.m.roomText(len(out))
		case c < ' ' && r.strict:
			return nil, 0, r.fail("Invalid control character at", at)
		case c != '\\':
			out = append(out, c)
			at++
			continue
		}
		next := r.char(at + 1)
		if at+1 >= len(r.s) {
			return nil, 0, r.fail("Unterminated string starting at", begin)
		}
		if next != 'u' {
			i := strings.IndexByte(`"\/bfnrt`, next)
			if i < 0 {
				return nil, 0, r.fail(`Invalid \escape`, at)
			}
			out = append(out, "\"\\/\b\f\n\r\t"[i])
			at += 2
			continue
		}
		char, end, err := r.escaped(at + 2)
		if err != nil {
			return nil, 0, err
		}
		out = appendChar(out, char)
		at = end
	}
}

// appendChar adds a character, a lone surrogate too.
func appendChar(out []byte, c rune) []byte {
	if c >= 0xd800 && c < 0xe000 {
		return append(out, 0xe0|byte(c>>12), 0x80|byte(c>>6)&0x3f|0x80, 0x80|byte(c)&0x3f)
	}
	return utf8.AppendRune(out, c)
}

// escaped reads the digits of \uXXXX, and those of a second half.
func (r *jsonReader) escaped(at int) (rune, int, error) {
	char, ok := r.hex(at)
	if !ok {
		return 0, 0, r.fail(`Invalid \uXXXX escape`, at-1)
	}
	at += 4
	if char >= 0xd800 && char < 0xdc00 && r.char(at) == '\\' && r.char(at+1) == 'u' {
		if low, ok := r.hex(at + 2); ok && low >= 0xdc00 && low < 0xe000 {
			return 0x10000 + (char-0xd800)<<10 + (low - 0xdc00), at + 6, nil
		}
	}
	return char, at, nil
}

func (r *jsonReader) hex(at int) (rune, bool) {
	if at+4 > len(r.s) {
		return 0, false
	}
	n, err := strconv.ParseUint(r.s[at:at+4], 16, 32)
	return rune(n), err == nil && !strings.ContainsAny(r.s[at:at+4], "+-_")
}

func (r *jsonReader) array(at int) (Value, int, error) {
	l := &list{}
	if at = r.space(at); r.char(at) == ']' {
		return l, at + 1, nil
	}
	for {
		v, end, err := r.value(at)
		if err != nil {
			return nil, 0, err
		}
		l.items = append(l.items, v)
		if err := r.m.grown(len(l.items)); err != nil {
			return nil, 0, err
		}
		end = r.space(end)
		switch r.char(end) {
		case ']':
			return l, end + 1, nil
		case ',':
		default:
			return nil, 0, r.fail("Expecting ',' delimiter", end)
		}
		comma := end
		if at = r.space(end + 1); r.char(at) == ']' {
			return nil, 0, r.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

func (r *jsonReader) object(at int) (Value, int, error) {
	d, pairs := newDict(), &list{}
	at = r.space(at)
	for r.char(at) != '}' {
		if r.char(at) != '"' {
			return nil, 0, r.fail("Expecting property name enclosed in double quotes", at)
		}
		key, end, err := r.text(at + 1)
		if err != nil {
			return nil, 0, err
		}
		if end = r.space(end); r.char(end) != ':' {
			return nil, 0, r.fail("Expecting ':' delimiter", end)
		}
		v, end, err := r.value(r.space(end + 1))
		if err != nil {
			return nil, 0, err
		}
		if r.hooks.pairs != None {
			pairs.items = append(pairs.items, newTuple(key, v))
		} else if err := d.set(r.m, key, v); err != nil {
			return nil, 0, err
		}
		if err := r.m.grown(d.live + len(pairs.items)); err != nil {
			return nil, 0, err
		}
		at = r.space(end)
		if r.char(at) == '}' {
			break
		}
		if r.char(at) != ',' {
			return nil, 0, r.fail("Expecting ',' delimiter", at)
		}
		comma := at
		if at = r.space(at + 1); r.char(at) == '}' {
			return nil, 0, r.fail("Illegal trailing comma before end of object", comma)
		}
	}
	var made Value = d
	var err error
	switch {
	case r.hooks.pairs != None:
		made, err = r.m.call(r.hooks.pairs, positional(pairs))
	case r.hooks.object != None:
		made, err = r.m.call(r.hooks.object, positional(d))
	}
	return made, at + 1, err
}
