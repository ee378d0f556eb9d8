package syntax

// atom is an expression without operators around it.
func (p *parser) atom() Expr {
	t := p.look(0)
	switch t.kind {
	case name:
		return p.nameExpr(Load)
	case kwTrue, kwFalse, kwNone, ellipsis:
		p.advance()
		return &Constant{Span: t.span(), Kind: constantKinds[t.kind]}
	case number:
		p.advance()
		return p.number(t)
	case str, fstart:
		return p.strings()
	case lparen:
		return p.group()
	case lbracket:
		return p.list()
	case lbrace:
		return p.braces()
	}
	p.fail()
	return nil
}

var constantKinds = map[kind]ConstKind{kwTrue: True, kwFalse: False, kwNone: None, ellipsis: Ellipsis}

// group is everything in parentheses: a tuple, a generator, or an expression
// that stands for itself.
func (p *parser) group() Expr {
	begin := p.begin()
	p.expect(lparen)
	switch p.peek() {
	case rparen:
		p.advance()
		return &Tuple{Span: p.since(begin)}
	case kwYield:
		e := p.yieldExpr()
		p.expect(rparen)
		return e
	}
	if p.invalid && p.at(doubleStar) {
		p.invalidGroup()
	}
	first := p.firstElement()
	switch p.peek() {
	case kwFor, kwAsync:
		return p.generator(begin, first)
	case comma:
		elts := p.commaList(first, p.starNamedExpression)
		p.expect(rparen)
		return &Tuple{Span: p.since(begin), Elts: elts}
	}
	if _, bare := first.(*Starred); bare {
		if p.invalid && p.at(rparen) {
			p.raiseSpan(first.Where(), "cannot use starred expression here")
		}
		p.fail()
	}
	p.expect(rparen)
	return first
}

// firstElement is what a display or a comprehension begins with.
func (p *parser) firstElement() Expr {
	if p.invalid && p.at(star) {
		return p.invalidElement()
	}
	return p.starNamedExpression()
}

// generator is the rest of a generator expression, behind its element.
func (p *parser) generator(begin Pos, elt Expr) Expr {
	p.refuseStarredElement(elt)
	gens := p.forIfClauses()
	p.expect(rparen)
	return &GeneratorExp{Span: p.since(begin), Elt: elt, Generators: gens}
}

// list is a list display or a list comprehension.
func (p *parser) list() Expr {
	begin := p.begin()
	p.expect(lbracket)
	if p.accept(rbracket) {
		return &List{Span: p.since(begin)}
	}
	first := p.firstElement()
	switch p.peek() {
	case kwFor, kwAsync:
		p.refuseStarredElement(first)
		gens := p.forIfClauses()
		p.expect(rbracket)
		return &ListComp{Span: p.since(begin), Elt: first, Generators: gens}
	}
	elts := p.commaList(first, p.starNamedExpression)
	p.invalidComprehensionTarget(elts)
	p.expect(rbracket)
	return &List{Span: p.since(begin), Elts: elts}
}

// braces is a dict, a set, or a comprehension of either.
func (p *parser) braces() Expr {
	begin := p.begin()
	p.expect(lbrace)
	switch p.peek() {
	case rbrace:
		p.advance()
		return &Dict{Span: p.since(begin)}
	case doubleStar:
		return p.dict(begin, nil)
	}
	first := p.firstElement()
	if p.at(colon) && p.isExpression(first) {
		return p.dict(begin, first)
	}
	switch p.peek() {
	case kwFor, kwAsync:
		p.refuseStarredElement(first)
		gens := p.forIfClauses()
		p.expect(rbrace)
		return &SetComp{Span: p.since(begin), Elt: first, Generators: gens}
	}
	elts := p.commaList(first, p.starNamedExpression)
	p.invalidComprehensionTarget(elts)
	p.expect(rbrace)
	return &Set{Span: p.since(begin), Elts: elts}
}

// isExpression tells an item of a display from one that is starred or has a
// name bound to it without parentheses: those are no keys.
func (p *parser) isExpression(e Expr) bool {
	switch e := e.(type) {
	case *Starred:
		return false
	case *NamedExpr:
		return e.End != p.toks[p.pos-1].end.pos()
	}
	return true
}

// dict is a dict behind its brace and its first key, which is nil where the
// first item is unpacked.
func (p *parser) dict(begin Pos, key Expr) Expr {
	d := &Dict{}
	for {
		if key == nil {
			p.unpackedItem(d)
		} else {
			p.dictItem(d, key)
		}
		if p.at(kwFor) || p.at(kwAsync) {
			return p.dictComp(begin, d)
		}
		if !p.accept(comma) || p.at(rbrace) {
			break
		}
		if key = nil; !p.at(doubleStar) {
			p.invalidKey()
			key = p.expression()
		}
	}
	p.expect(rbrace)
	d.Span = p.since(begin)
	return d
}

func (p *parser) unpackedItem(d *Dict) {
	stars := p.expect(doubleStar)
	value := p.bitwiseOr()
	if p.invalid && len(d.Keys) == 0 && p.followsFor() {
		p.raiseSpan(stars.span(), "dict unpacking cannot be used in dict comprehension")
	}
	d.Keys = append(d.Keys, nil)
	d.Values = append(d.Values, value)
}

func (p *parser) dictItem(d *Dict, key Expr) {
	sep := p.expect(colon)
	if p.invalid {
		p.invalidValue(sep)
	}
	d.Keys = append(d.Keys, key)
	d.Values = append(d.Values, p.expression())
}

// dictComp is a dict comprehension; d holds its one item.
func (p *parser) dictComp(begin Pos, d *Dict) Expr {
	if len(d.Keys) != 1 || d.Keys[0] == nil {
		p.fail()
	}
	gens := p.forIfClauses()
	p.expect(rbrace)
	return &DictComp{Span: p.since(begin), Key: d.Keys[0], Value: d.Values[0], Generators: gens}
}

// forIfClauses is the rest of a comprehension behind its element.
func (p *parser) forIfClauses() (gens []*Comprehension) {
	for p.at(kwFor) || p.at(kwAsync) {
		gens = append(gens, p.forIfClause())
	}
	return gens
}

func (p *parser) forIfClause() *Comprehension {
	c := &Comprehension{Async: p.accept(kwAsync)}
	p.expect(kwFor)
	c.Target = p.forTargets(p.invalidComprehensionFor)
	p.expect(kwIn)
	c.Iter = p.disjunction()
	for p.accept(kwIf) {
		c.Ifs = append(c.Ifs, p.disjunction())
	}
	return c
}

// followsFor tells whether the clauses of a comprehension follow.
func (p *parser) followsFor() bool {
	return (p.at(kwFor) || p.at(kwAsync)) && p.follows(func() { p.forIfClauses() })
}
