package syntax

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Limits of CPython's tokenizer (Parser/lexer/state.h).
const (
	maxLevel   = 200 // open brackets
	maxIndent  = 100 // levels of indentation, the outermost included
	maxFString = 150 // f-strings within f-strings
	tabSize    = 8
)

// A scanner turns the whole source into tokens. Like CPython's (Parser/lexer/
// lexer.c) it needs nothing from the parser, so it runs first; its error waits
// as a bad token until the parser reaches it.
type scanner struct {
	src    []byte // with "\n" line ends only, the last line included
	cur    int    // the next byte
	start  int    // where the current token begins
	toks   []token
	line   int // 1-based
	bol    int // where the line begins
	atBOL  bool
	col    column
	tokPos packedPos

	brackets []bracket
	indents  []indentation // never empty; the bottom is column 0
	fstrings []fstring     // open f-strings, innermost last

	err *scanError
}

// An indentation is the width of leading space, once with tabs reaching to
// the next multiple of 8 and once with tabs of one column. Both must agree.
type indentation struct{ width, alt int }

// A column remembers the last offset whose column was asked, so that columns
// in a long line cost no second walk.
type column struct{ bol, off, col int }

// A scanError is where scanning stopped.
type scanError struct {
	Error
	// Early errors are CPython's own exceptions of the tokenizer: they win
	// over a syntax error that the parser finds before them. The late ones
	// count when the parser gets there.
	early     bool
	inFString bool // neither is looked for there
}

// scan reads all of src. After it, toks ends in eof or in bad with err set.
func (s *scanner) scan() {
	s.line, s.atBOL = 0, true
	s.indents = append(s.indents, indentation{})
	s.toks = make([]token, 0, len(s.src)/4+8)
	s.nextLine()
	for s.err == nil {
		if f := s.inFString(); f != nil && f.literal {
			s.scanFString(f)
		} else if !s.scanToken() {
			break
		}
	}
	if s.err != nil {
		s.err.inFString = len(s.fstrings) > 0
		s.start = s.cur
		s.mark()
		s.emitBare(bad)
	}
}

// nextLine notes that s.cur is the beginning of a line, unless the source
// ends there: CPython's line counter stays on the last line.
func (s *scanner) nextLine() {
	if s.cur < len(s.src) || s.line == 0 {
		s.line++
		s.bol = s.cur
	}
}

// peek returns the byte at the cursor, or 0 at the end of the source, which
// holds no NUL (see decode).
func (s *scanner) peek() byte { return s.peekAt(0) }

func (s *scanner) peekAt(n int) byte {
	if s.cur+n < len(s.src) {
		return s.src[s.cur+n]
	}
	return 0
}

// accept consumes one byte if it is c.
func (s *scanner) accept(c byte) bool {
	if s.peek() == c && s.cur < len(s.src) {
		s.cur++
		return true
	}
	return false
}

// place returns the position of an offset in the current line.
func (s *scanner) place(off int) packedPos {
	c := &s.col
	if c.bol != s.bol || c.off > off {
		*c = column{s.bol, s.bol, 0}
	}
	for c.off < off {
		if s.src[c.off] < utf8.RuneSelf {
			c.off++
		} else {
			_, n := utf8.DecodeRune(s.src[c.off:])
			c.off += n
		}
		c.col++
	}
	return packedPos{int32(s.line), int32(c.col)}
}

// mark begins a token at the cursor.
func (s *scanner) mark() {
	s.start = s.cur
	s.tokPos = s.place(s.cur)
}

// emit ends the token that mark began.
func (s *scanner) emit(k kind) {
	s.toks = append(s.toks, token{
		kind: k, level: uint8(len(s.brackets)),
		off: int32(s.start), stop: int32(s.cur),
		pos: s.tokPos, end: s.place(s.cur),
	})
}

// emitBare adds a token without text, see token.
func (s *scanner) emitBare(k kind) {
	p := s.place(s.cur)
	p.col--
	s.toks = append(s.toks, token{
		kind: k, level: uint8(len(s.brackets)),
		off: int32(s.cur), stop: int32(s.cur), pos: p, end: p,
	})
}

// fail stops the scan with a SyntaxError whose caret is on the last character
// read, as _PyTokenizer_syntaxerror does.
func (s *scanner) fail(format string, args ...any) {
	p := s.place(s.cur)
	s.failAt(p.line, p.col-1, fmt.Sprintf(format, args...))
}

func (s *scanner) failAt(line, col int32, msg string) {
	if s.err != nil {
		return
	}
	s.err = &scanError{early: true, Error: Error{
		Kind: SyntaxError, Msg: msg, Line: int(line), Col: int(col), EndLine: int(line), EndCol: int(col),
	}}
}

// failLate stops the scan with an error that CPython's tokenizer only returns
// as a code (_Pypegen_tokenizer_error in Parser/pegen_errors.c).
func (s *scanner) failLate(kind, msg string, col int32) {
	s.err = &scanError{Error: Error{
		Kind: kind, Msg: msg, Line: s.line, Col: int(col), EndCol: -1,
	}}
}

// scanToken reads one token outside f-string text. It reports false after the
// end of the source.
func (s *scanner) scanToken() bool {
	blank := false
	if s.atBOL {
		s.atBOL = false
		blank = s.scanIndent()
		if s.err != nil {
			return true
		}
	}
	s.skipSpace()
	s.mark()
	if s.peek() == '#' {
		s.skipComment()
	}
	if s.cur >= len(s.src) {
		s.scanEnd()
		return false
	}
	c := s.peek()
	switch {
	case c == '\n':
		if !blank && len(s.brackets) == 0 {
			s.emitNewline()
		}
		s.cur++
		s.nextLine()
		s.atBOL = true
	case isNameStart(c):
		s.scanWord()
	case isDigit(c), c == '.' && isDigit(s.peekAt(1)):
		s.scanNumber()
	case c == '"' || c == '\'':
		s.scanString()
	case c == '\\':
		s.continueLine()
	default:
		s.scanOperator()
	}
	return true
}

func (s *scanner) skipSpace() {
	for c := s.peek(); c == ' ' || c == '\t' || c == '\f'; c = s.peek() {
		s.cur++
	}
}

func (s *scanner) skipComment() {
	if i := bytes.IndexByte(s.src[s.cur:], '\n'); i >= 0 {
		s.cur += i
	} else {
		s.cur = len(s.src)
	}
}

// scanEnd closes all blocks, or complains of an open bracket.
func (s *scanner) scanEnd() {
	if n := len(s.brackets); n > 0 {
		b := s.brackets[n-1]
		s.err = &scanError{Error: unclosed(b)}
		return
	}
	for range s.indents[1:] {
		s.emitBare(dedent)
	}
	s.emitBare(eof)
}

// emitNewline ends a logical line: not within brackets, nor on blank lines.
// A comment before the newline belongs to the token, so that the caret for a
// missing ':' stands on the '#', as CPython's does.
func (s *scanner) emitNewline() {
	s.emit(newline)
	s.toks[len(s.toks)-1].end.col++
}

// scanIndent measures the leading space of a line and turns its changes into
// indent and dedent tokens. It reports whether the line is blank.
func (s *scanner) scanIndent() (blank bool) {
	in, ok := s.measureIndent()
	if !ok {
		return false
	}
	if c := s.peek(); c == '#' || c == '\n' || s.cur >= len(s.src) {
		return true
	}
	if len(s.brackets) > 0 {
		return false
	}
	top := s.indents[len(s.indents)-1]
	switch {
	case in.width == top.width:
		if in.alt != top.alt {
			s.failTabs()
		}
	case in.width > top.width:
		s.pushIndent(in, top)
	default:
		s.popIndents(in)
	}
	return false
}

// measureIndent consumes leading space. A backslash joins the next line to
// this one, whose indentation the first such backslash decides.
func (s *scanner) measureIndent() (in indentation, ok bool) {
	joined := 0
	for {
		switch s.peek() {
		case ' ':
			in.width++
			in.alt++
		case '\t':
			in.width = (in.width/tabSize + 1) * tabSize
			in.alt++
		case '\f':
			in = indentation{}
		case '\\':
			if joined == 0 {
				joined = in.width
			}
			if s.continueLine(); s.err != nil {
				return in, false
			}
			continue
		default:
			if joined != 0 {
				in = indentation{joined, joined}
			}
			return in, true
		}
		s.cur++
	}
}

func (s *scanner) pushIndent(in, top indentation) {
	if len(s.indents) >= maxIndent {
		s.failLate(IndentationError, "too many levels of indentation", 0)
		return
	}
	if in.alt <= top.alt {
		s.failTabs()
		return
	}
	s.indents = append(s.indents, in)
	s.emitBare(indent)
}

func (s *scanner) popIndents(in indentation) {
	n := len(s.indents)
	for n > 1 && in.width < s.indents[n-1].width {
		n--
	}
	if in.width != s.indents[n-1].width {
		s.cur = s.lineEnd()
		s.failLate(IndentationError, "unindent does not match any outer indentation level", s.place(s.cur).col)
		return
	}
	if in.alt != s.indents[n-1].alt {
		s.failTabs()
		return
	}
	for range s.indents[n:] {
		s.emitBare(dedent)
	}
	s.indents = s.indents[:n]
}

func (s *scanner) failTabs() {
	s.failLate(TabError, "inconsistent use of tabs and spaces in indentation", 0)
}

// lineEnd returns the offset of the newline that ends the current line.
func (s *scanner) lineEnd() int {
	if i := bytes.IndexByte(s.src[s.cur:], '\n'); i >= 0 {
		return s.cur + i
	}
	return len(s.src)
}

// continueLine reads the backslash that joins two lines.
func (s *scanner) continueLine() {
	s.cur++
	if !s.accept('\n') {
		s.failLate(SyntaxError, "unexpected character after line continuation character", s.place(s.cur).col)
		return
	}
	if s.cur >= len(s.src) {
		s.mark()
		p := s.place(s.cur)
		s.failLate(SyntaxError, "unexpected EOF while parsing", p.col-1)
		if n := len(s.brackets); n > 0 {
			s.err.Error = unclosed(s.brackets[n-1])
		}
		return
	}
	s.nextLine()
}

// scanWord reads a name, a keyword, or the prefix of a string.
func (s *scanner) scanWord() {
	if p := s.stringPrefix(); p > 0 {
		f := bytes.ContainsAny(s.src[s.cur:s.cur+p], "fF")
		s.cur += p
		if f {
			s.openFString()
		} else {
			s.scanString()
		}
		return
	}
	ascii := true
	for c := s.peek(); isNameChar(c); c = s.peek() {
		ascii = ascii && c < utf8.RuneSelf
		s.cur++
	}
	word := s.src[s.start:s.cur]
	if !ascii && !s.checkIdentifier(word) {
		return
	}
	if k, ok := keywords[string(word)]; ok {
		s.emit(k)
		return
	}
	s.emit(name)
}

// checkIdentifier refuses characters that no name may have (PEP 3131).
func (s *scanner) checkIdentifier(word []byte) bool {
	for i, r := range string(word) {
		if r == '_' || unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) {
			continue
		}
		if i > 0 && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) {
			continue
		}
		s.cur = s.start + i + utf8.RuneLen(r)
		s.failCharacter(r)
		return false
	}
	return true
}

func (s *scanner) failCharacter(r rune) {
	if unicode.IsPrint(r) {
		s.fail("invalid character '%c' (U+%04X)", r, r)
	} else {
		s.fail("invalid non-printable character U+%04X", r)
	}
}

// scanOperator reads the longest operator, and keeps the books of brackets.
func (s *scanner) scanOperator() {
	c := s.peek()
	f := s.inFString()
	if c == ':' && f != nil && f.exprs > 0 && f.depth == f.exprs {
		// The colon of a format spec; ":=" would swallow it.
		s.cur++
		f.literal = true
		s.emit(colon)
		return
	}
	for n := min(3, len(s.src)-s.cur); n > 0; n-- {
		k, ok := operators[string(s.src[s.cur:s.cur+n])]
		if !ok {
			continue
		}
		s.cur += n
		switch k {
		case lparen, lbracket, lbrace:
			s.open(c)
		case rparen, rbracket, rbrace:
			s.close(c)
		}
		if s.err == nil {
			s.emit(k)
		}
		return
	}
	s.cur++
	if c < ' ' || c == 0x7f {
		s.failCharacter(rune(c))
		return
	}
	s.emit(other)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isNameStart takes every byte of a non-ASCII character for a letter;
// checkIdentifier looks closer.
func isNameStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

func isNameChar(c byte) bool { return isNameStart(c) || isDigit(c) }
