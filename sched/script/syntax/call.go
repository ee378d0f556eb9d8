package syntax

// call is the argument list behind a callee. A generator that is the only
// argument shares the parentheses of the call.
func (p *parser) call(begin Pos, callee Expr) Expr {
	c := &Call{Func: callee}
	open := p.begin()
	p.expect(lparen)
	c.Args, c.Keywords = p.arguments()
	if p.at(kwFor) || p.at(kwAsync) {
		c.Args = []Expr{p.argumentGenerator(open, c)}
	} else {
		p.expect(rparen)
	}
	c.Span = p.since(begin)
	return c
}

// argumentGenerator is the rest of a call behind the element of a generator,
// which is the last of c.Args.
func (p *parser) argumentGenerator(open Pos, c *Call) Expr {
	if len(c.Args) != 1 || len(c.Keywords) > 0 {
		if p.invalid {
			p.invalidGenerator(c.Args)
		}
		p.fail()
	}
	elt := c.Args[0]
	if _, starred := elt.(*Starred); starred {
		p.fail()
	}
	gens := p.forIfClauses()
	if p.invalid && p.accept(comma) {
		p.follows(func() { p.arguments() })
		p.raiseGenerator(elt, gens)
	}
	p.expect(rparen)
	return &GeneratorExp{Span: p.since(open), Elt: elt, Generators: gens}
}

// arguments is a list of arguments up to the closing parenthesis. Positional
// ones come first; starred ones may follow keywords, but nothing except
// keywords follows a double star.
func (p *parser) arguments() (args []Expr, keywords []*Keyword) {
	for !p.at(rparen) {
		switch k := p.peek(); {
		case k == doubleStar, k == name && p.look(1).kind == equal:
			keywords = append(keywords, p.keyword())
		case k == star:
			p.checkStarred(keywords)
			args = append(args, p.starredExpression())
		case len(keywords) > 0:
			p.invalidPositional(keywords)
		default:
			args = append(args, p.argument())
		}
		if !p.accept(comma) {
			break
		}
	}
	return args, keywords
}

// argument is a positional argument.
func (p *parser) argument() Expr {
	t := p.look(0)
	e := p.elementExpression()
	if p.invalid && p.at(equal) {
		p.invalidKeyword(t, e)
	}
	return e
}

// keyword is name=value or **value.
func (p *parser) keyword() *Keyword {
	begin := p.begin()
	if p.accept(doubleStar) {
		value := p.expression()
		if p.invalid && p.accept(equal) {
			last := p.expression()
			p.raiseSpan(Span{begin, last.Where().End}, "cannot assign to keyword argument unpacking")
		}
		return &Keyword{Span: p.since(begin), Value: value}
	}
	id := p.expectName()
	p.expect(equal)
	upToEqual := p.since(begin)
	if p.invalid && (p.at(comma) || p.at(rparen)) {
		p.raiseSpan(upToEqual, "expected argument value expression")
	}
	value := p.expression()
	if p.invalid && p.followsFor() {
		p.raiseSpan(upToEqual, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	return &Keyword{Span: p.since(begin), Name: id, Value: value}
}

// starredExpression is *expression, as an argument or an index.
func (p *parser) starredExpression() Expr {
	begin := p.begin()
	if p.invalid {
		p.invalidStar()
	}
	e := p.starred(p.expression)
	if p.invalid && p.accept(equal) {
		last := p.expression()
		p.raiseSpan(Span{begin, last.Where().End}, "cannot assign to iterable argument unpacking")
	}
	return e
}

// checkStarred refuses *args behind **kwargs.
func (p *parser) checkStarred(keywords []*Keyword) {
	if !unpacks(keywords) {
		return
	}
	if p.invalid {
		separator := p.toks[p.pos-1].pos.pos()
		if p.try(p.starredRun) {
			p.raiseFrom(separator, "iterable argument unpacking follows keyword argument unpacking")
		}
	}
	p.fail()
}

// starredRun is starred arguments one after the other.
func (p *parser) starredRun() {
	p.starredExpression()
	for p.at(comma) && p.look(1).kind == star {
		p.advance()
		p.starredExpression()
	}
}

func unpacks(keywords []*Keyword) bool {
	for _, k := range keywords {
		if k.Name == "" {
			return true
		}
	}
	return false
}

// invalidPositional refuses a positional argument behind keywords.
func (p *parser) invalidPositional(keywords []*Keyword) {
	if !p.invalid {
		p.fail()
	}
	args := []Expr{p.argument()}
	if p.at(kwFor) || p.at(kwAsync) {
		p.invalidGenerator(args)
	}
	if p.accept(comma) {
		p.try(func() { p.arguments() })
	}
	if unpacks(keywords) {
		p.raise("positional argument follows keyword argument unpacking")
	}
	p.raise("positional argument follows keyword argument")
}

// invalidKeyword finds "=" behind what is no name.
func (p *parser) invalidKeyword(first *token, e Expr) {
	at := Span{e.Where().Pos, p.look(0).end.pos()}
	switch first.kind {
	case kwTrue, kwFalse, kwNone:
		if first.end.pos() == e.Where().End {
			p.raiseSpan(at, "cannot assign to "+first.kind.text())
		}
	}
	p.raiseSpan(at, `expression cannot contain assignment, perhaps you meant "=="?`)
}

// invalidGenerator finds a generator without parentheses among arguments.
func (p *parser) invalidGenerator(args []Expr) {
	if len(args) == 0 {
		return
	}
	var gens []*Comprehension
	if p.try(func() { gens = p.forIfClauses() }) {
		p.raiseGenerator(args[len(args)-1], gens)
	}
}

func (p *parser) raiseGenerator(elt Expr, gens []*Comprehension) {
	last := gens[len(gens)-1]
	end := last.Iter
	if n := len(last.Ifs); n > 0 {
		end = last.Ifs[n-1]
	}
	p.raiseSpan(Span{elt.Where().Pos, end.Where().End}, "Generator expression must be parenthesized")
}
