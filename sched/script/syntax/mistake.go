package syntax

import "strings"

// Mistakes that the second pass finds in expressions. Each function mirrors
// the rule of its name in CPython's grammar. It returns when it finds
// nothing; then the parse goes on, and fails where the first pass failed.

// invalidExpression looks behind an expression for a missing comma and for
// print or exec without parentheses. first is the expression's first token.
func (p *parser) invalidExpression(first int, a Expr) {
	if !startsExpr(p.peek()) {
		p.invalidLegacy(first)
		return
	}
	t := &p.toks[first]
	prefixed := t.kind == name && p.toks[first+1].kind == str
	if !prefixed && !p.softKeyword(t) {
		p.missingComma(t, a)
	}
	p.invalidLegacy(first)
}

func (p *parser) missingComma(first *token, a Expr) {
	pos := p.pos
	var b Expr
	ok := p.quietly(func() { b = p.newExpression() })
	inBrackets := p.toks[p.pos-1].level > 0
	p.pos = pos
	if ok && inBrackets && !p.legacy(first) {
		p.raiseSpan(Span{a.Where().Pos, b.Where().End}, "invalid syntax. Perhaps you forgot a comma?")
	}
}

func (p *parser) softKeyword(t *token) bool {
	if t.kind != name {
		return false
	}
	text := p.text(t)
	for _, word := range []string{"_", "case", "match", "type"} {
		if strings.HasPrefix(word, text) { // CPython compares no further
			return true
		}
	}
	return false
}

func (p *parser) legacy(t *token) bool {
	if t.kind != name {
		return false
	}
	text := p.text(t)
	return text == "print" || text == "exec"
}

// invalidLegacy finds Python 2's statements print and exec.
func (p *parser) invalidLegacy(first int) {
	t := &p.toks[first]
	if t.kind != name || p.toks[first+1].kind == lparen {
		return
	}
	pos := p.pos
	p.pos = first + 1
	var args Expr
	if p.try(func() { args = p.starExpressions() }) && p.legacy(t) {
		word := p.text(t)
		p.raiseSpan(Span{t.pos.pos(), args.Where().End},
			"Missing parentheses in call to '"+word+"'. Did you mean "+word+"(...)?")
	}
	p.pos = pos
}

// invalidNamedExpression looks behind an expression for ":=" that has no name
// before it, and for "=" in place of "==". first is the expression's first
// token.
func (p *parser) invalidNamedExpression(first int, a Expr) {
	pos := p.pos
	defer func() { p.pos = pos }()
	if p.accept(colonEqual) {
		if p.try(func() { p.expression() }) {
			p.raiseSpan(a.Where(), "cannot use assignment expressions with "+exprName(a))
		}
		p.pos = pos
	}
	t := &p.toks[first]
	if t.kind == name && p.toks[first+1].kind == equal {
		p.pos = first + 2
		if b := p.comparedWith(); b != nil {
			p.raiseSpan(Span{t.pos.pos(), b.Where().End}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
		return
	}
	if p.at(equal) && p.comparable(t, a) {
		p.advance()
		if p.comparedWith() != nil {
			p.raiseSpan(a.Where(), "cannot assign to "+exprName(a)+" here. Maybe you meant '==' instead of '='?")
		}
	}
}

// comparedWith parses what would be the right side of "==", or returns nil.
func (p *parser) comparedWith() (e Expr) {
	if p.try(func() { e = p.bitwiseOr() }) && !p.at(equal) && !p.at(colonEqual) {
		return e
	}
	return nil
}

// comparable tells whether "==" was likely meant behind a, whose first token
// is t.
func (p *parser) comparable(t *token, a Expr) bool {
	grouped := t.kind == lparen && a.Where().Pos != t.pos.pos()
	switch t.kind {
	case kwTrue, kwNone, kwFalse:
		return false
	case lbracket:
		_, list := a.(*ListComp)
		return list
	}
	switch a.(type) {
	case *Tuple, *GeneratorExp:
		return grouped
	case *Compare, *BoolOp, *IfExp, *Lambda:
		return grouped
	case *UnaryOp:
		return grouped || t.kind != kwNot
	}
	return true
}

// invalidGroup finds a double star behind an open parenthesis.
func (p *parser) invalidGroup() {
	stars := p.advance()
	p.expression()
	if p.at(rparen) {
		p.raiseSpan(stars.span(), "cannot use double starred expression here")
	}
	p.fail()
}

// invalidStar finds a star without an expression.
func (p *parser) invalidStar() {
	if !p.at(star) {
		return
	}
	pos := p.pos
	e := p.glance(func() Expr { return p.starred(p.expression) })
	p.pos = pos
	if e == nil {
		p.raise("Invalid star expression")
	}
}

// invalidElement is a first element with a star, which is also looked at as
// if it were an argument.
func (p *parser) invalidElement() (e Expr) {
	pos := p.pos
	ok := p.try(func() { e = p.starNamedExpression() })
	end := p.pos
	p.pos = pos
	if !p.follows(func() { p.starredExpression() }) || !ok {
		p.raise("Invalid star expression")
	}
	p.pos = end
	return e
}

// glance parses without looking for mistakes, and remembers nothing of it. It
// returns nil where rule does not fit; otherwise the next token is the one
// behind the expression, until the caller goes back.
func (p *parser) glance(rule func() Expr) (e Expr) {
	known := p.known
	p.known = map[knownKey]knownExpr{}
	p.quietly(func() { e = rule() })
	p.known = known
	return e
}

// invalidNot finds not as the operand of a tighter operator; operand is what
// may stand behind it.
func (p *parser) invalidNot(operand func() Expr) {
	if !p.at(kwNot) {
		return
	}
	begin := p.begin()
	p.advance()
	operand()
	p.raiseSpan(p.since(begin), "'not' after an operator must be parenthesized")
}

// refuseStarredElement refuses [*a for a in b].
func (p *parser) refuseStarredElement(elt Expr) {
	if _, starred := elt.(*Starred); !starred {
		return
	}
	if p.invalid && p.followsFor() {
		p.raiseSpan(elt.Where(), "iterable unpacking cannot be used in comprehension")
	}
	p.fail()
}

// invalidComprehensionTarget finds [a, b for a, b in c].
func (p *parser) invalidComprehensionTarget(elts []Expr) {
	if !p.invalid || !p.followsFor() {
		return
	}
	at := Span{elts[0].Where().Pos, elts[len(elts)-1].Where().End}
	if len(elts) == 1 {
		at.End = p.toks[p.pos-1].end.pos() // the comma
	}
	p.raiseSpan(at, "did you forget parentheses around the comprehension target?")
}

// invalidKey finds an item of a dict, not its first, without a colon. Other
// mistakes in the key come second.
func (p *parser) invalidKey() {
	if !p.invalid {
		return
	}
	pos := p.pos
	key := p.glance(p.expression)
	missing := key != nil && !p.at(colon)
	p.pos = pos
	if !missing {
		return
	}
	end := key.Where().End
	panic(&Error{
		Kind: SyntaxError, Msg: "':' expected after dictionary key",
		Line: key.Where().Pos.Line, Col: end.Col - 1, EndCol: -1,
	})
}

// invalidValue finds what cannot be the value of a dict's item behind sep.
func (p *parser) invalidValue(sep *token) {
	switch p.peek() {
	case star:
		begin := p.begin()
		p.advance()
		p.bitwiseOr()
		p.raiseFrom(begin, "cannot use a starred expression in a dictionary value")
	case rbrace, comma:
		p.raiseSpan(sep.span(), "expression expected after dictionary key and ':'")
	}
}
