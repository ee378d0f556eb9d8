package syntax

import "fmt"

// A bracket is an open one.
type bracket struct {
	char byte
	pos  packedPos
}

func (s *scanner) open(c byte) {
	if len(s.brackets) >= maxLevel {
		s.fail("too many nested parentheses")
		return
	}
	s.brackets = append(s.brackets, bracket{c, s.tokPos})
	if f := s.inFString(); f != nil {
		f.depth++
	}
}

func (s *scanner) close(c byte) {
	f := s.inFString()
	n := len(s.brackets)
	switch {
	case f != nil && f.depth == 0 && c == '}':
		s.fail("f-string: single '}' is not allowed")
		return
	case n == 0:
		s.fail("unmatched '%c'", c)
		return
	}
	b := s.brackets[n-1]
	s.brackets = s.brackets[:n-1]
	if !pairs(b.char, c) {
		s.failPair(b, c)
		return
	}
	if f == nil {
		return
	}
	f.depth--
	switch {
	case f.depth < 0:
		s.fail("f-string: unmatched '%c'", c)
	case c == '}' && f.depth == f.exprs-1:
		f.exprs--
		f.literal = true
	}
}

func (s *scanner) failPair(b bracket, c byte) {
	f := s.inFString()
	switch {
	case f != nil && b.char == '{' && f.depth == f.exprs:
		s.fail("f-string: unmatched '%c'", c)
	case int(b.pos.line) != s.line:
		s.fail("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, b.char, b.pos.line)
	default:
		s.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, b.char)
	}
}

func pairs(open, close byte) bool {
	return open == '(' && close == ')' || open == '[' && close == ']' || open == '{' && close == '}'
}

func unclosed(b bracket) Error {
	return Error{
		Kind: SyntaxError, Msg: fmt.Sprintf("'%c' was never closed", b.char),
		Line: int(b.pos.line), Col: int(b.pos.col), EndCol: -1,
	}
}
