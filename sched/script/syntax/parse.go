package syntax

import (
	"bytes"
	"unicode/utf8"
)

// Bounds of the tree. CPython has such bounds too, in its parser, its
// compiler and its C stack; these are of the same order, and keep Go's stack
// and everyone who walks the tree safe.
const (
	maxDepth  = 3000 // constructs within constructs, as they are parsed
	maxChain  = 6000 // operands, calls or attributes one after the other
	maxHeight = 8000 // nodes below nodes, chains included
)

// Parse reads a whole file of UTF-8 source. The error, if any, is an *Error.
// The size of src is the caller's to bound; tokens take about 30 bytes for
// every four of source.
func Parse(name string, src []byte) (*Module, error) {
	text, err := decode(src)
	var m *Module
	if err == nil {
		s := scanner{src: text}
		s.scan()
		p := parser{src: text, toks: s.toks, scanErr: s.err, open: s.brackets}
		if m, err = p.run(); err != nil && err.EndLine > err.Line {
			// CPython measures the end in the line where the error begins.
			err.EndCol = min(err.EndCol, utf8.RuneCountInString(sourceLine(text, err.Line)))
		}
	}
	if err == nil {
		err = check(m)
	}
	if err == nil {
		return m, nil
	}
	err.File = name
	err.Text = sourceLine(text, err.Line)
	return nil, err
}

// sourceLine returns the n-th line, counted from 1.
func sourceLine(src []byte, n int) string {
	for ; n > 1; n-- {
		i := bytes.IndexByte(src, '\n')
		if i < 0 {
			return ""
		}
		src = src[i+1:]
	}
	line, _, _ := bytes.Cut(src, []byte("\n"))
	return string(bytes.ToValidUTF8(line, []byte("\uFFFD")))
}

// A parser is a recursive descent over the tokens, a function for each rule
// of the grammar (Grammar/python.gram).
//
// As in CPython, there are two passes. The first knows only valid programs
// and stops at the first token that fits nowhere. If it stops, the second
// parses once more with invalid set, and looks in each place for the mistakes
// that have a message of their own. If it finds none, the program is "invalid
// syntax" at the token where the first pass stopped.
//
// A rule that does not fit panics with noMatch, and try recovers; a mistake
// that has been understood panics with its *Error.
type parser struct {
	src     []byte
	toks    []token
	scanErr *scanError
	open    []bracket // still open where the scanner stopped

	pos     int // the next token
	fill    int // tokens looked at so far: the last of them takes the blame
	depth   int
	second  bool // the second pass
	invalid bool // mistakes are looked for; in the second pass only
	fuel    int  // tokens the second pass may still consume, see advance
	known   map[knownKey]knownExpr
}

// The second pass reads an expression more than once, from different rules.
// What it was is kept, so that this does not multiply with the nesting.
type knownKey struct {
	pos  int
	rule rememberedRule
}

type rememberedRule uint8

const (
	expressionRule rememberedRule = iota
	disjunctionRule
	bitwiseOrRule
)

// A knownExpr is an expression and the token behind it; no expression is a
// failure.
type knownExpr struct {
	expr Expr
	end  int
}

// noMatch is the panic of a rule that does not fit.
type noMatch struct{}

func (p *parser) run() (*Module, *Error) {
	m, err := p.pass()
	if m != nil {
		return m, nil
	}
	if err != nil {
		return nil, p.settle(err)
	}
	last := &p.toks[p.fill-1]
	p.pos, p.depth, p.second, p.invalid = 0, 0, true, true
	p.known = map[knownKey]knownExpr{}
	p.fuel = 100*len(p.toks) + 100000
	if _, err := p.pass(); err != nil {
		return nil, p.settle(err)
	}
	switch last.kind {
	case indent:
		return nil, p.errorAtLast(IndentationError, "unexpected indent")
	case dedent:
		return nil, p.errorAtLast(IndentationError, "unexpected unindent")
	}
	e := spanError(last.span(), "invalid syntax")
	if !last.placed() {
		e.Col, e.EndCol = -1, -1
	}
	return nil, p.settle(e)
}

// pass parses everything. No module and no error means noMatch.
func (p *parser) pass() (m *Module, err *Error) {
	defer func() {
		switch r := recover().(type) {
		case nil, noMatch:
		case *Error:
			err = r
		default:
			panic(r)
		}
	}()
	return p.file(), nil
}

// settle lets an error of the scanner further down win over err, as
// _PyPegen_tokenize_full_source_to_check_for_errors does: a quote or bracket
// that is not closed is the likelier cause.
func (p *parser) settle(err *Error) *Error {
	switch {
	case p.scanErr == nil || p.scanErr.inFString || err == &p.scanErr.Error:
		return err
	case p.scanErr.early:
		return &p.scanErr.Error
	}
	if n := len(p.open); n > 0 && p.toks[p.fill-1].pos.line > p.open[n-1].pos.line {
		e := unclosed(p.open[n-1])
		return &e
	}
	return err
}

// peek returns the kind of the next token.
func (p *parser) peek() kind { return p.look(0).kind }

// look returns the n-th token ahead. Looking at what the scanner could not
// read is its error.
func (p *parser) look(n int) *token {
	i := min(p.pos+n, len(p.toks)-1)
	if i >= p.fill {
		p.fill = i + 1
		if p.toks[i].kind == bad {
			panic(&p.scanErr.Error)
		}
	}
	return &p.toks[i]
}

func (p *parser) at(k kind) bool { return p.peek() == k }

// atWord tells whether the next token is the soft keyword w.
func (p *parser) atWord(w string) bool {
	t := p.look(0)
	return t.kind == name && p.text(t) == w
}

// advance consumes a token. Looking for mistakes reads some tokens again;
// fuel keeps that from growing with the nesting.
func (p *parser) advance() *token {
	t := p.look(0)
	p.pos++
	if p.second {
		if p.fuel--; p.fuel < 0 {
			p.invalid = false
		}
	}
	return t
}

func (p *parser) accept(k kind) bool {
	if p.peek() != k {
		return false
	}
	p.advance()
	return true
}

func (p *parser) expect(k kind) *token {
	if p.peek() != k {
		p.fail()
	}
	return p.advance()
}

// force is expect where nothing else can follow; the message says so.
func (p *parser) force(k kind) {
	if t := p.look(0); t.kind != k {
		p.raiseSpan(t.span(), "expected '"+k.text()+"'")
	}
	p.advance()
}

// forceLater is force in the second pass only, which may find something else
// on its way here.
func (p *parser) forceLater(k kind) {
	if p.invalid {
		p.force(k)
		return
	}
	p.expect(k)
}

func (p *parser) expectName() string {
	return p.identifier(p.expect(name))
}

// text returns a token's source.
func (p *parser) text(t *token) string { return string(p.src[t.off:t.stop]) }

// fail says that the rule does not fit here.
func (p *parser) fail() { panic(noMatch{}) }

// try runs rule and reports whether it fitted. If it did not, nothing is
// consumed.
func (p *parser) try(rule func()) (ok bool) {
	pos, depth := p.pos, p.depth
	defer func() {
		if r := recover(); r != nil {
			if _, soft := r.(noMatch); !soft {
				panic(r)
			}
			p.pos, p.depth = pos, depth
		}
	}()
	rule()
	return true
}

// extend is for a rule that goes on where the construct could also end: the
// second pass must then be able to take it as ended, and look for the mistake
// behind it. The first pass need not, as no valid program is like that.
func (p *parser) extend(rule func()) bool {
	if p.second {
		return p.try(rule)
	}
	rule()
	return true
}

// quietly is try with the search for mistakes off.
func (p *parser) quietly(rule func()) bool {
	invalid := p.invalid
	defer func() { p.invalid = invalid }()
	p.invalid = false
	return p.try(rule)
}

// follows tells whether rule fits here. It consumes nothing.
func (p *parser) follows(rule func()) bool {
	pos := p.pos
	ok := p.try(rule)
	p.pos = pos
	return ok
}

// nest counts a construct within a construct; leave ends it.
func (p *parser) nest() {
	if p.depth++; p.depth > maxDepth {
		p.raise("too many nested constructs")
	}
}

func (p *parser) leave() { p.depth-- }

// chain bounds how long a chain of n links may get.
func (p *parser) chain(n int) {
	if n > maxChain {
		p.raise("expression is too long")
	}
}

// begin returns where the next token starts.
func (p *parser) begin() Pos { return p.look(0).pos.pos() }

// since returns the span from begin to the end of the last token consumed
// that has a text.
func (p *parser) since(begin Pos) Span {
	i := p.pos - 1
	for i > 0 && (p.toks[i].kind == newline || !p.toks[i].placed()) {
		i--
	}
	return Span{begin, p.toks[i].end.pos()}
}

func (t *token) span() Span { return Span{t.pos.pos(), t.end.pos()} }

// spanError returns a SyntaxError over a span.
func spanError(s Span, msg string) *Error {
	return &Error{
		Kind: SyntaxError, Msg: msg, Line: s.Pos.Line, Col: s.Pos.Col,
		EndLine: s.End.Line, EndCol: s.End.Col,
	}
}

// errorAtLast returns an error at the last token looked at.
func (p *parser) errorAtLast(kind, msg string) *Error {
	t := &p.toks[p.fill-1]
	e := spanError(t.span(), msg)
	e.Kind = kind
	if !t.placed() {
		e.EndCol = -1
	}
	return e
}

// raise reports a mistake at the last token looked at.
func (p *parser) raise(msg string) { panic(p.errorAtLast(SyntaxError, msg)) }

// raiseIndent reports a missing block at the last token looked at.
func (p *parser) raiseIndent(msg string) { panic(p.errorAtLast(IndentationError, msg)) }

// raiseSpan reports a mistake over a span.
func (p *parser) raiseSpan(s Span, msg string) { panic(spanError(s, msg)) }

// raiseFrom reports a mistake from a place on, as far as was looked.
func (p *parser) raiseFrom(begin Pos, msg string) {
	end := p.toks[p.fill-1].end.pos()
	end.Col--
	p.raiseSpan(Span{begin, end}, msg)
}

// file parses the whole source.
func (p *parser) file() *Module {
	m := &Module{}
	for !p.at(eof) {
		m.Body = p.statement(m.Body)
	}
	return m
}
