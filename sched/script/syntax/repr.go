package syntax

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// literalRepr returns Python's repr of a literal, as messages print it.
func literalRepr(e Expr) (text string, ok bool) {
	switch e := e.(type) {
	case *Constant:
		return e.repr(), true
	case *UnaryOp:
		if c, ok := e.Operand.(*Constant); ok && e.Op == USub {
			if c.Kind == Int && c.Int == 0 && c.Big == nil {
				return "0", true
			}
			return "-" + c.repr(), true
		}
	}
	return "", false
}

func (c *Constant) repr() string {
	switch c.Kind {
	case None:
		return "None"
	case False:
		return "False"
	case True:
		return "True"
	case Ellipsis:
		return "Ellipsis"
	case Int:
		if c.Big != nil {
			return c.Big.String()
		}
		return strconv.FormatInt(c.Int, 10)
	case Float:
		return floatRepr(c.Float)
	case Imag:
		return strings.TrimSuffix(floatRepr(c.Float), ".0") + "j"
	case Bytes:
		return "b" + quote(c.Str, Bytes)
	}
	return quote(c.Str, Str)
}

// floatRepr returns the shortest digits that read back, as repr(float) does.
func floatRepr(v float64) string {
	if math.IsInf(v, 0) {
		return "inf"
	}
	form := byte('f')
	if a := math.Abs(v); a != 0 && (a < 1e-4 || a >= 1e16) {
		form = 'e'
	}
	text := strconv.FormatFloat(v, form, -1, 64)
	if form == 'f' && !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// quote returns the repr of a string or, without its b, of bytes.
func quote(s string, kind ConstKind) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = '"'
	}
	var b strings.Builder
	b.WriteByte(q)
	for len(s) > 0 {
		r, n := rune(s[0]), 1
		if kind == Str && s[0] >= utf8.RuneSelf {
			r, n = decodeRune(s)
		}
		s = s[n:]
		b.WriteString(quoteRune(r, q, kind))
	}
	b.WriteByte(q)
	return b.String()
}

// decodeRune reads a code point of a Str constant, a lone surrogate too.
func decodeRune(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 {
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

func quoteRune(r rune, q byte, kind ConstKind) string {
	switch {
	case r == rune(q) || r == '\\':
		return `\` + string(r)
	case r == '\t':
		return `\t`
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r < ' ' || r == 0x7f || r < 0x100 && r >= 0x80 && (kind == Bytes || !unicode.IsPrint(r)):
		return fmt.Sprintf(`\x%02x`, r)
	case r < utf8.RuneSelf || unicode.IsPrint(r):
		return string(r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}
