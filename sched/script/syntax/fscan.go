package syntax

import "bytes"

// maxFieldDepth bounds replacement fields within format specs within
// replacement fields, as CPython's MAX_EXPR_NESTING.
const maxFieldDepth = 3

// An fstring is an open f-string. Its text is scanned in turns (PEP 701):
// literal pieces here, replacement fields as ordinary tokens.
type fstring struct {
	quote   byte
	size    int // 1 or 3
	raw     bool
	literal bool // the next piece is literal text
	depth   int  // brackets open within this f-string
	exprs   int  // replacement fields open, one within the other's format spec
	start   packedPos
}

// inFString returns the innermost open f-string, or nil.
func (s *scanner) inFString() *fstring {
	if n := len(s.fstrings); n > 0 {
		return &s.fstrings[n-1]
	}
	return nil
}

// openFString reads the opening quotes; the cursor is behind the prefix.
func (s *scanner) openFString() {
	f := fstring{quote: s.peek(), size: 1, literal: true, start: s.tokPos}
	f.raw = bytes.ContainsAny(s.src[s.start:s.cur], "rR")
	s.cur++
	if s.peek() == f.quote && s.peekAt(1) == f.quote {
		f.size = 3
		s.cur += 2
	}
	if len(s.fstrings)+1 >= maxFString {
		s.fail("too many nested f-strings")
		return
	}
	s.fstrings = append(s.fstrings, f)
	s.emit(fstart)
}

// scanFString reads one piece of literal text, or the closing quotes, or
// hands over to scanToken for a replacement field.
func (s *scanner) scanFString(f *fstring) {
	s.mark()
	if s.peek() == '{' && s.peekAt(1) != '{' {
		s.openField(f)
		return
	}
	if s.atQuotes(f) {
		s.cur += f.size
		s.fstrings = s.fstrings[:len(s.fstrings)-1]
		s.emit(fend)
		return
	}
	for s.err == nil && !s.atQuotes(f) {
		if s.scanLiteral(f) {
			return
		}
	}
	if s.err == nil {
		s.emit(fmiddle)
	}
}

// openField lets the next '{' be read as the beginning of a replacement field.
func (s *scanner) openField(f *fstring) {
	f.exprs++
	if f.exprs > maxFieldDepth {
		s.fail("f-string: expressions nested too deeply")
		return
	}
	f.literal = false
}

func (s *scanner) atQuotes(f *fstring) bool {
	for i := range f.size {
		if s.peekAt(i) != f.quote {
			return false
		}
	}
	return true
}

// scanLiteral reads one character of literal text and reports whether that
// ended the piece, which it has emitted then.
func (s *scanner) scanLiteral(f *fstring) (ended bool) {
	c := s.peek()
	if s.cur >= len(s.src) || c == '\n' && f.size == 1 {
		return s.endOfLine(f)
	}
	s.cur++
	switch c {
	case '\n':
		s.nextLine()
	case '{':
		return s.literalBrace(f, '{')
	case '}':
		return s.literalBrace(f, '}')
	case '\\':
		s.skipEscape(f)
	}
	return false
}

// endOfLine is the end of a line within an f-string of single quotes, or the
// end of the source. In a format spec the line's end closes the spec, and the
// parser then misses the brace.
func (s *scanner) endOfLine(f *fstring) bool {
	if f.exprs > 0 && s.cur < len(s.src) {
		f.literal = false
		s.emit(fmiddle)
		return true
	}
	what := "f-string literal"
	if f.size == 3 {
		what = "triple-quoted f-string literal"
	}
	s.failUnterminated(f.start, what, "")
	return true
}

// literalBrace decides what a brace in literal text is: doubled, it stands
// for itself, and the piece ends before the second; alone it begins or ends
// a replacement field. In a format spec a brace is never doubled.
func (s *scanner) literalBrace(f *fstring, c byte) bool {
	doubled := s.peek() == c && f.exprs == 0
	if doubled {
		s.emit(fmiddle)
		s.cur++
		s.toks[len(s.toks)-1].end.col++
		return true
	}
	s.cur--
	s.emit(fmiddle)
	if c == '{' {
		s.openField(f)
	} else {
		f.literal = false
	}
	return true
}

// skipEscape steps over an escaped character, so that it cannot end the
// string. A brace is never escaped, but \N{name} keeps its own.
func (s *scanner) skipEscape(f *fstring) {
	switch c := s.peek(); {
	case c == '{' || c == '}' || s.cur >= len(s.src):
		return
	case c == 'N' && !f.raw && s.peekAt(1) == '{':
		rest := s.src[s.cur:s.lineEnd()]
		if i := bytes.IndexByte(rest, '}'); i >= 0 {
			s.cur += i + 1
			return
		}
		s.cur++
	default:
		s.cur++
		if c == '\n' {
			s.nextLine()
		}
	}
}
