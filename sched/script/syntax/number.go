package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// maxIntDigits is CPython's default sys.get_int_max_str_digits(): decimal
// conversion is quadratic, so a longer literal is refused.
const maxIntDigits = 4300

// scanNumber reads an integer, a float or an imaginary number. Where the
// digits break off is where CPython's message differs, so it is told apart as
// finely as there.
func (s *scanner) scanNumber() {
	ok := true
	kind := "decimal"
	switch c := s.peekAt(1) | 0x20; {
	case s.peek() == '0' && c == 'x':
		kind = "hexadecimal"
		ok = s.scanRadix(kind, 16)
	case s.peek() == '0' && c == 'o':
		kind = "octal"
		ok = s.scanRadix(kind, 8)
	case s.peek() == '0' && c == 'b':
		kind = "binary"
		ok = s.scanRadix(kind, 2)
	default:
		kind, ok = s.scanDecimal()
	}
	if ok && s.endNumber(kind) {
		s.emit(number)
	}
}

// scanRadix reads the digits behind 0x, 0o or 0b.
func (s *scanner) scanRadix(kind string, base int) bool {
	s.cur += 2
	for {
		s.accept('_')
		if digitValue(s.peek()) >= base {
			s.failDigit(kind, base)
			return false
		}
		for digitValue(s.peek()) < base {
			s.cur++
		}
		if s.peek() != '_' {
			break
		}
	}
	if base < 10 && isDigit(s.peek()) {
		s.failDigit(kind, base)
		return false
	}
	return true
}

func (s *scanner) failDigit(kind string, base int) {
	if c := s.peek(); base < 10 && isDigit(c) {
		s.cur++
		s.fail("invalid digit '%c' in %s literal", c, kind)
		return
	}
	s.fail("invalid %s literal", kind)
}

func digitValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return 99
}

// scanDecimal reads a number without a radix prefix and returns what it is
// called in messages.
func (s *scanner) scanDecimal() (kind string, ok bool) {
	begin := s.cur
	if s.peek() != '.' && !s.scanDigits() {
		return "", false
	}
	whole := s.src[begin:s.cur]
	float := false
	if s.accept('.') {
		float = true
		if isDigit(s.peek()) && !s.scanDigits() {
			return "", false
		}
	}
	if s.peek()|0x20 == 'e' {
		exponent, ok := s.scanExponent()
		if !ok {
			return "", false
		}
		float = float || exponent
	}
	if s.peek()|0x20 == 'j' {
		s.cur++
		return "imaginary", true
	}
	if !float && oldOctal(string(whole)) {
		s.failOctal(begin)
		return "", false
	}
	return "decimal", true
}

// scanDigits reads digits with single underscores between them.
func (s *scanner) scanDigits() bool {
	for {
		for isDigit(s.peek()) {
			s.cur++
		}
		if !s.accept('_') {
			return true
		}
		if !isDigit(s.peek()) {
			s.fail("invalid decimal literal")
			return false
		}
	}
}

// scanExponent reads e and its number. An e that begins something else, as
// in "1else", is left alone.
func (s *scanner) scanExponent() (found, ok bool) {
	next := s.peekAt(1)
	if next == '+' || next == '-' {
		s.cur += 2
		if !isDigit(s.peek()) {
			s.fail("invalid decimal literal")
			return false, false
		}
		return true, s.scanDigits()
	}
	if !isDigit(next) {
		return false, true
	}
	s.cur++
	return true, s.scanDigits()
}

// oldOctal tells 0777 from 0, 00 and 0_0.
func oldOctal(digits string) bool {
	return strings.HasPrefix(digits, "0") && strings.Trim(digits, "0_") != ""
}

func (s *scanner) failOctal(begin int) {
	zeros := begin
	for s.src[zeros] == '0' || s.src[zeros] == '_' {
		zeros++
	}
	end := s.place(zeros)
	s.fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	s.err.Col = int(s.tokPos.col)
	s.err.EndLine, s.err.EndCol = s.line, int(end.col)
}

// endNumber refuses letters right behind a number. A keyword that may follow
// a number in valid code is let pass, as CPython still does with a warning.
func (s *scanner) endNumber(kind string) bool {
	c := s.peek()
	if !isNameChar(c) || c >= 0x80 {
		return true
	}
	rest := s.src[s.cur:min(len(s.src), s.cur+6)]
	n := 0
	for n < len(rest) && isNameChar(rest[n]) {
		n++
	}
	switch word := string(rest[:n]); {
	case word == "and", word == "else", word == "for", word == "or", word == "not",
		strings.HasPrefix(word, "if"), strings.HasPrefix(word, "in"), strings.HasPrefix(word, "is"):
		return true
	}
	s.fail("invalid %s literal", kind)
	return false
}

// number returns the value of a number token.
func (p *parser) number(t *token) *Constant {
	text := strings.ReplaceAll(p.text(t), "_", "")
	c := &Constant{Span: t.span()}
	last := text[len(text)-1] | 0x20
	radix := len(text) > 1 && text[0] == '0' && text[1]|0x20 > '9'
	switch {
	case radix && strings.ContainsRune("xob", rune(text[1]|0x20)):
		c.Kind = Int
		c.setInt(text)
	case last == 'j':
		c.Kind = Imag
		c.Float = parseFloat(text[:len(text)-1])
	case strings.ContainsAny(text, ".eE"):
		c.Kind = Float
		c.Float = parseFloat(text)
	case len(text) > maxIntDigits:
		e := spanError(t.span(), fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", maxIntDigits, len(text)))
		e.Col, e.EndCol = -1, -1
		panic(e)
	default:
		c.Kind = Int
		if text = strings.TrimLeft(text, "0"); text == "" {
			text = "0"
		}
		c.setInt(text)
	}
	return c
}

// setInt stores an integer written in Go's syntax, which is Python's.
func (c *Constant) setInt(text string) {
	if v, err := strconv.ParseInt(text, 0, 64); err == nil {
		c.Int = v
		return
	}
	c.Big, _ = new(big.Int).SetString(text, 0)
}

// parseFloat rounds as CPython does; what is too large is infinite.
func parseFloat(text string) float64 {
	v, _ := strconv.ParseFloat(text, 64)
	return v
}
