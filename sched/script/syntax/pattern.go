package syntax

import "fmt"

// matchStmt is a match statement, or nil where match is an ordinary name.
// Only what follows tells.
func (p *parser) matchStmt() Stmt {
	if k := p.look(1).kind; !startsExpr(k) && k != star {
		return nil
	}
	begin := p.begin()
	s := &Match{}
	if !p.try(func() { s.Subject = p.matchHeader() }) {
		return nil
	}
	for p.atWord("case") {
		s.Cases = append(s.Cases, p.matchCase())
	}
	p.expect(dedent)
	s.Span = p.since(begin)
	return s
}

// matchHeader is everything up to the first case.
func (p *parser) matchHeader() Expr {
	begin := p.begin()
	p.advance()
	subject := p.subject()
	if p.invalid && p.at(newline) {
		p.raise("expected ':'")
	}
	p.expect(colon)
	p.expect(newline)
	if p.invalid && !p.at(indent) {
		p.raiseIndent(fmt.Sprintf("expected an indented block after 'match' statement on line %d", begin.Line))
	}
	p.expect(indent)
	if !p.atWord("case") {
		p.fail()
	}
	return subject
}

func (p *parser) subject() Expr {
	begin := p.begin()
	first := p.starNamedExpression()
	if p.at(comma) {
		elts := p.commaList(first, p.starNamedExpression)
		return &Tuple{Span: p.since(begin), Elts: elts}
	}
	if _, starred := first.(*Starred); starred {
		p.fail()
	}
	return first
}

func (p *parser) matchCase() *MatchCase {
	begin := p.begin()
	p.advance()
	c := &MatchCase{Pattern: p.patterns()}
	if p.accept(kwIf) {
		c.Guard = p.namedExpression()
	}
	c.Body = p.block("'case' statement", begin)
	return c
}

// patterns is a pattern, or a sequence without brackets.
func (p *parser) patterns() Pattern {
	begin := p.begin()
	first := p.maybeStarPattern()
	_, starred := first.(*MatchStar)
	if !p.at(comma) {
		if starred {
			p.fail()
		}
		return first
	}
	list := p.patternList(first, colon)
	return &MatchSequence{Span: p.since(begin), Patterns: list}
}

// patternList is the rest of a list up to close, or to a guard.
func (p *parser) patternList(first Pattern, close kind) []Pattern {
	list := []Pattern{first}
	for p.accept(comma) && !p.at(close) && !p.at(kwIf) {
		list = append(list, p.maybeStarPattern())
	}
	return list
}

func (p *parser) maybeStarPattern() Pattern {
	begin := p.begin()
	if !p.accept(star) {
		return p.pattern()
	}
	target := p.expectName()
	if target == "_" {
		target = ""
	}
	return &MatchStar{Span: p.since(begin), Name: target}
}

// pattern is alternatives, with "as" and a name for what matched.
func (p *parser) pattern() Pattern {
	begin := p.begin()
	alt := p.orPattern()
	if !p.accept(kwAs) {
		return alt
	}
	if p.invalid {
		p.invalidAsTarget()
	}
	if p.atWord("_") {
		p.fail()
	}
	target := p.captureName()
	return &MatchAs{Span: p.since(begin), Pattern: alt, Name: target}
}

func (p *parser) invalidAsTarget() {
	if p.atWord("_") {
		p.raiseSpan(p.look(0).span(), "cannot use '_' as a target")
	}
	if !p.at(name) {
		begin := p.begin()
		p.expression()
		p.raiseSpan(p.since(begin), "invalid pattern target")
	}
}

// captureName is a name that is no part of a longer expression.
func (p *parser) captureName() string {
	target := p.expectName()
	switch p.peek() {
	case dot, lparen, equal:
		p.fail()
	}
	return target
}

func (p *parser) orPattern() Pattern {
	begin := p.begin()
	first := p.closedPattern()
	if !p.at(vbar) {
		return first
	}
	list := []Pattern{first}
	for p.accept(vbar) {
		list = append(list, p.closedPattern())
	}
	return &MatchOr{Span: p.since(begin), Patterns: list}
}

func (p *parser) closedPattern() Pattern {
	t := p.look(0)
	switch t.kind {
	case kwNone, kwTrue, kwFalse:
		p.advance()
		return &MatchSingleton{Span: t.span(), Kind: constantKinds[t.kind]}
	case number, minus:
		value := p.patternNumber()
		return &MatchValue{Span: value.Where(), Value: value}
	case str, fstart:
		value := p.strings()
		return &MatchValue{Span: value.Where(), Value: value}
	case name:
		return p.namePattern()
	case lparen:
		return p.groupPattern()
	case lbracket:
		p.advance()
		return p.sequencePattern(t, rbracket)
	case lbrace:
		return p.mappingPattern()
	}
	p.fail()
	return nil
}

// patternNumber is a number with its sign, or a complex one.
func (p *parser) patternNumber() Expr {
	begin := p.begin()
	left := p.signedNumber()
	op := Add
	switch p.peek() {
	case minus:
		op = Sub
	case plus:
	default:
		return left
	}
	if u, signed := left.(*UnaryOp); isImaginary(left) || signed && isImaginary(u.Operand) {
		p.raiseSpan(left.Where(), "real number required in complex literal")
	}
	p.advance()
	t := p.expect(number)
	right := p.number(t)
	if !isImaginary(right) {
		p.raiseSpan(right.Span, "imaginary number required in complex literal")
	}
	return &BinOp{Span: p.since(begin), Left: left, Op: op, Right: right}
}

func isImaginary(e Expr) bool {
	c, ok := e.(*Constant)
	return ok && c.Kind == Imag
}

func (p *parser) signedNumber() Expr {
	begin := p.begin()
	negative := p.accept(minus)
	value := p.number(p.expect(number))
	if !negative {
		return value
	}
	return &UnaryOp{Span: p.since(begin), Op: USub, Operand: value}
}

// namePattern is a capture, the wildcard, a dotted value or a class.
func (p *parser) namePattern() Pattern {
	begin := p.begin()
	t := p.look(0)
	if k := p.look(1).kind; k != dot && k != lparen && k != equal {
		p.advance()
		target := p.identifier(t)
		if target == "_" {
			target = ""
		}
		return &MatchAs{Span: t.span(), Name: target}
	}
	value := p.nameOrAttr()
	switch p.peek() {
	case lparen:
		return p.classPattern(begin, value)
	case equal:
		p.fail()
	}
	return &MatchValue{Span: value.Where(), Value: value}
}

func (p *parser) nameOrAttr() Expr {
	begin := p.begin()
	var e Expr = p.nameExpr(Load)
	for n := 1; p.accept(dot); n++ {
		p.chain(n)
		attr := p.expectName()
		e = &Attribute{Span: p.since(begin), Value: e, Attr: attr}
	}
	return e
}

// groupPattern is a pattern in parentheses, or a sequence.
func (p *parser) groupPattern() Pattern {
	open := p.advance()
	if p.at(rparen) {
		return p.sequencePattern(open, rparen)
	}
	first := p.maybeStarPattern()
	_, starred := first.(*MatchStar)
	if p.at(comma) {
		list := p.patternList(first, rparen)
		p.expect(rparen)
		return &MatchSequence{Span: p.since(open.pos.pos()), Patterns: list}
	}
	if starred {
		p.fail()
	}
	p.expect(rparen)
	return first
}

// sequencePattern is the rest of a sequence behind its bracket.
func (p *parser) sequencePattern(open *token, close kind) Pattern {
	var list []Pattern
	if !p.at(close) {
		list = p.patternList(p.maybeStarPattern(), close)
	}
	p.expect(close)
	return &MatchSequence{Span: p.since(open.pos.pos()), Patterns: list}
}

func (p *parser) mappingPattern() Pattern {
	begin := p.begin()
	p.expect(lbrace)
	m := &MatchMapping{}
	for !p.at(rbrace) && m.Rest == "" {
		if p.accept(doubleStar) {
			if p.atWord("_") {
				p.fail()
			}
			m.Rest = p.captureName()
		} else {
			m.Keys = append(m.Keys, p.mappingKey())
			p.expect(colon)
			m.Patterns = append(m.Patterns, p.pattern())
		}
		if !p.accept(comma) {
			break
		}
	}
	p.expect(rbrace)
	m.Span = p.since(begin)
	return m
}

// mappingKey is a literal or a dotted name.
func (p *parser) mappingKey() Expr {
	t := p.look(0)
	switch t.kind {
	case kwNone, kwTrue, kwFalse:
		return p.atom()
	case str, fstart:
		return p.strings()
	case number, minus:
		return p.patternNumber()
	case name:
		key := p.nameOrAttr()
		if _, dotted := key.(*Attribute); dotted {
			return key
		}
	}
	p.fail()
	return nil
}

// classPattern is the argument list of a class pattern, behind the class.
func (p *parser) classPattern(begin Pos, cls Expr) Pattern {
	p.expect(lparen)
	c := &MatchClass{Cls: cls}
	for !p.at(rparen) {
		if p.at(name) && p.look(1).kind == equal {
			c.KwdAttrs = append(c.KwdAttrs, p.expectName())
			p.expect(equal)
			c.KwdPatterns = append(c.KwdPatterns, p.pattern())
		} else {
			if len(c.KwdAttrs) > 0 {
				p.invalidPositionalPatterns()
			}
			c.Patterns = append(c.Patterns, p.pattern())
		}
		if !p.accept(comma) {
			break
		}
	}
	p.expect(rparen)
	c.Span = p.since(begin)
	return c
}

func (p *parser) invalidPositionalPatterns() {
	if !p.invalid {
		p.fail()
	}
	first := p.pattern()
	last := first
	for p.at(comma) && p.try(func() { p.advance(); last = p.pattern() }) {
		continue
	}
	p.raiseSpan(Span{first.Where().Pos, last.Where().End}, "positional patterns follow keyword patterns")
}
