package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// stringPrefix returns how many letters before a quote at the cursor make a
// string of it: r, b, u, f and the combinations that are allowed, or 0.
func (s *scanner) stringPrefix() int {
	var b, r, u, f bool
	for n := 0; ; n++ {
		switch c := s.peekAt(n); c {
		case '"', '\'':
			return n
		case 'b', 'B':
			if b || u || f {
				return 0
			}
			b = true
		case 'u', 'U':
			if b || u || r || f {
				return 0
			}
			u = true
		case 'r', 'R':
			if r || u {
				return 0
			}
			r = true
		case 'f', 'F':
			if f || b || u {
				return 0
			}
			f = true
		default:
			return 0
		}
	}
}

// scanString reads a string from its opening quote to its closing one.
func (s *scanner) scanString() {
	quote := s.peek()
	size := 1
	s.cur++
	if s.peek() == quote && s.peekAt(1) == quote {
		size = 3
		s.cur += 2
	}
	hint := ""
	for run := 0; run < size; {
		c := s.peek()
		if s.cur >= len(s.src) || c == '\n' && size == 1 {
			s.failString(quote, size, hint)
			return
		}
		s.cur++
		switch c {
		case quote:
			run++
			continue
		case '\n':
			s.nextLine()
		case '\\':
			if s.peek() == quote {
				hint = "; perhaps you escaped the end quote?"
			}
			s.skipEscaped()
		}
		run = 0
	}
	s.emit(str)
}

func (s *scanner) skipEscaped() {
	if s.cur >= len(s.src) {
		return
	}
	s.cur++
	if s.src[s.cur-1] == '\n' {
		s.nextLine()
	}
}

// failString reports a string without an end. Within an f-string its opening
// quote was more likely the end of that.
func (s *scanner) failString(quote byte, size int, hint string) {
	if f := s.inFString(); f != nil && f.quote == quote && f.size == size {
		s.failAt(s.tokPos.line, s.tokPos.col, "f-string: expecting '}'")
		return
	}
	if size == 3 {
		s.failUnterminated(s.tokPos, "triple-quoted string literal", "")
		return
	}
	s.failUnterminated(s.tokPos, "string literal", hint)
}

func (s *scanner) failUnterminated(at packedPos, what, hint string) {
	s.failAt(at.line, at.col, fmt.Sprintf("unterminated %s (detected at line %d)%s", what, s.line, hint))
}

// stringConstant returns the value of one string token.
func (p *parser) stringConstant(t *token) *Constant {
	text := p.text(t)
	c := &Constant{Span: t.span(), Kind: Str}
	open := strings.IndexAny(text, `"'`)
	prefix, body := strings.ToLower(text[:open]), text[open:]
	if len(body) >= 6 && body[1] == body[0] && body[2] == body[0] {
		body = body[3 : len(body)-3]
	} else {
		body = body[1 : len(body)-1]
	}
	raw := strings.Contains(prefix, "r")
	c.U = text[0] == 'u'
	if strings.Contains(prefix, "b") {
		c.Kind = Bytes
		if strings.IndexFunc(body, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
			p.raiseSpan(t.span(), "bytes can only contain ASCII literal characters")
		}
	}
	c.Str = body
	if !raw && strings.Contains(body, `\`) {
		c.Str = p.unescape(body, c.Kind, t)
	}
	return c
}

// unescape replaces the backslash escapes of a string or bytes literal.
func (p *parser) unescape(body string, kind ConstKind, t *token) string {
	d := decoder{body: body, kind: kind}
	out, err := d.decode()
	if err == "" {
		return out
	}
	p.raise(err)
	return ""
}

// A decoder replaces escapes, as _PyUnicode_DecodeUnicodeEscapeInternal and
// _PyBytes_DecodeEscape do. An escape it does not know stays as it is.
type decoder struct {
	body string
	kind ConstKind
	out  strings.Builder
}

var simpleEscapes = [256]byte{
	'\\': '\\', '\'': '\'', '"': '"', 'a': '\a', 'b': '\b', 'f': '\f',
	'n': '\n', 'r': '\r', 't': '\t', 'v': '\v',
}

func (d *decoder) decode() (text, err string) {
	for i := 0; i < len(d.body); {
		if d.body[i] != '\\' {
			d.out.WriteByte(d.body[i])
			i++
			continue
		}
		n, err := d.escape(i)
		if err != "" {
			return "", err
		}
		i += n
	}
	return d.out.String(), ""
}

// escape decodes the escape at body[i] and returns its length.
func (d *decoder) escape(i int) (n int, err string) {
	if i+1 >= len(d.body) {
		d.out.WriteByte('\\')
		return 1, ""
	}
	c := d.body[i+1]
	switch {
	case c == '\n':
		return 2, ""
	case simpleEscapes[c] != 0:
		d.out.WriteByte(simpleEscapes[c])
		return 2, ""
	case '0' <= c && c <= '7':
		return d.octal(i), ""
	case c == 'x':
		return d.hex(i, 2)
	case c == 'u' && d.kind == Str:
		return d.hex(i, 4)
	case c == 'U' && d.kind == Str:
		return d.hex(i, 8)
	case c == 'N' && d.kind == Str:
		return d.byName(i)
	}
	d.out.WriteByte('\\')
	return 1, ""
}

func (d *decoder) octal(i int) int {
	v, n := 0, 1
	for n < 4 && i+n < len(d.body) && '0' <= d.body[i+n] && d.body[i+n] <= '7' {
		v = v*8 + int(d.body[i+n]-'0')
		n++
	}
	d.write(v)
	return n
}

func (d *decoder) hex(i, digits int) (n int, err string) {
	v := 0
	for n = 2; n < 2+digits; n++ {
		if i+n >= len(d.body) || digitValue(d.body[i+n]) > 15 {
			return 0, d.truncated(i, n)
		}
		v = v<<4 | digitValue(d.body[i+n])
	}
	if v > utf8.MaxRune {
		return 0, d.unicodeError(i, i+n-1, "illegal Unicode character")
	}
	d.write(v)
	return n, ""
}

func (d *decoder) truncated(i, n int) string {
	if d.kind == Bytes {
		return fmt.Sprintf(`(value error) invalid \x escape at position %d`, i)
	}
	form := map[byte]string{'x': `\xXX`, 'u': `\uXXXX`, 'U': `\UXXXXXXXX`}[d.body[i+1]]
	return d.unicodeError(i, i+n-1, "truncated "+form+" escape")
}

// byName decodes \N{name}.
func (d *decoder) byName(i int) (int, string) {
	end := strings.IndexByte(d.body[i:], '}')
	if i+2 >= len(d.body) || d.body[i+2] != '{' || end <= 3 {
		last := i + 1
		if i+2 < len(d.body) && d.body[i+2] == '{' {
			last = len(d.body) - 1
			if end >= 0 {
				last = i + end - 1
			}
		}
		return 0, d.unicodeError(i, last, `malformed \N character escape`)
	}
	r, ok := CharacterByName(d.body[i+3 : i+end])
	if !ok {
		return 0, d.unicodeError(i, i+end, "unknown Unicode character name")
	}
	d.write(int(r))
	return end + 1, ""
}

// unicodeError words a decoding error; first and last are offsets in body.
// CPython decodes after writing each non-ASCII character as \UXXXXXXXX, and
// its positions count those ten characters.
func (d *decoder) unicodeError(first, last int, why string) string {
	wide := 0
	for _, r := range d.body[:first] {
		if r >= utf8.RuneSelf {
			wide += 10 - utf8.RuneLen(r)
		}
	}
	first, last = first+wide, last+wide
	if first == last {
		return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", first, why)
	}
	return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", first, last, why)
}

// write adds a code point, or a byte of a bytes literal.
func (d *decoder) write(v int) {
	switch {
	case d.kind == Bytes:
		d.out.WriteByte(byte(v))
	case 0xD800 <= v && v <= 0xDFFF: // utf8.AppendRune would replace it
		d.out.Write([]byte{0xE0 | byte(v>>12), 0x80 | byte(v>>6)&0x3F, 0x80 | byte(v)&0x3F})
	default:
		d.out.WriteRune(rune(v))
	}
}
