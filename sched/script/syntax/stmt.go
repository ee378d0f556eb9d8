package syntax

// Simple statements: those that fit on a line, separated by semicolons.

// statement appends the statements of a line, or one with a block.
func (p *parser) statement(body []Stmt) []Stmt {
	p.nest()
	defer p.leave()
	if s := p.compoundStmt(); s != nil {
		return append(body, s)
	}
	return p.simpleStmts(body)
}

func (p *parser) simpleStmts(body []Stmt) []Stmt {
	for {
		body = append(body, p.simpleStmt())
		if !p.accept(semicolon) || p.at(newline) {
			break
		}
	}
	p.expect(newline)
	return body
}

func (p *parser) simpleStmt() Stmt {
	begin := p.begin()
	switch p.peek() {
	case kwReturn:
		p.advance()
		return p.returnStmt(begin)
	case kwImport, kwFrom:
		return p.importStmt()
	case kwRaise:
		p.advance()
		return p.raiseStmt(begin)
	case kwPass:
		p.advance()
		return &Pass{p.since(begin)}
	case kwDel:
		p.advance()
		return p.delStmt(begin)
	case kwAssert:
		p.advance()
		return p.assertStmt(begin)
	case kwBreak:
		p.advance()
		return &Break{p.since(begin)}
	case kwContinue:
		p.advance()
		return &Continue{p.since(begin)}
	case kwGlobal:
		p.advance()
		names := p.nameList()
		return &Global{Span: p.since(begin), Names: names}
	case kwNonlocal:
		p.advance()
		names := p.nameList()
		return &Nonlocal{Span: p.since(begin), Names: names}
	}
	if p.atWord("type") && p.look(1).kind == name {
		return p.typeAlias(begin)
	}
	return p.exprStmt()
}

// atEnd tells whether a simple statement can end here.
func (p *parser) atEnd() bool { return p.at(newline) || p.at(semicolon) }

func (p *parser) returnStmt(begin Pos) Stmt {
	var value Expr
	if k := p.peek(); startsExpr(k) || k == star {
		value = p.starExpressions()
	}
	return &Return{Span: p.since(begin), Value: value}
}

func (p *parser) raiseStmt(begin Pos) Stmt {
	s := &Raise{}
	if startsExpr(p.peek()) {
		s.Exc = p.expression()
		if p.accept(kwFrom) {
			s.Cause = p.expression()
		}
	}
	s.Span = p.since(begin)
	return s
}

func (p *parser) assertStmt(begin Pos) Stmt {
	s := &Assert{Test: p.expression()}
	if p.accept(comma) {
		s.Msg = p.expression()
	}
	s.Span = p.since(begin)
	return s
}

func (p *parser) delStmt(begin Pos) Stmt {
	first := p.pos
	var targets []Expr
	ok := p.extend(func() { targets = p.commaList(p.primary(), p.primary) })
	if !ok || firstNotTarget(targets, toDelete) != nil || !p.atEnd() {
		if p.invalid {
			p.pos = first
			p.invalidTarget(p.starExpressions(), toDelete)
		}
		p.fail()
	}
	for _, t := range targets {
		setContext(t, Del)
	}
	return &Delete{Span: p.since(begin), Targets: targets}
}

func (p *parser) nameList() []string {
	names := []string{p.expectName()}
	for p.accept(comma) {
		names = append(names, p.expectName())
	}
	return names
}

// typeAlias is type name[parameters] = value.
func (p *parser) typeAlias(begin Pos) Stmt {
	p.advance()
	s := &TypeAlias{Name: p.nameExpr(Store)}
	s.TypeParams = p.typeParams()
	p.expect(equal)
	s.Value = p.expression()
	s.Span = p.since(begin)
	return s
}

var augmented = map[kind]Operator{
	plusEqual: Add, minEqual: Sub, starEqual: Mult, atEqual: MatMult, slashEqual: Div,
	percentEqual: Mod, amperEqual: BitAnd, vbarEqual: BitOr, circumflexEqual: BitXor,
	leftShiftEqual: LShift, rightShiftEqual: RShift, doubleStarEqual: Pow, doubleSlashEqual: FloorDiv,
}

// exprStmt is an expression, or an assignment of any form: only behind the
// expression can one tell.
func (p *parser) exprStmt() Stmt {
	begin, first := p.begin(), p.pos
	e := p.annotatedRHS()
	op, aug := augmented[p.peek()]
	switch {
	case p.at(equal):
		return p.assign(begin, first, e)
	case p.at(colon) && singleTarget(e):
		return p.annAssign(begin, first, e)
	case aug && singleTarget(e):
		p.advance()
		setContext(e, Store)
		value := p.annotatedRHS()
		return &AugAssign{Span: p.since(begin), Target: e, Op: op, Value: value}
	case p.invalid:
		p.invalidAssignment(first, e)
	}
	return &ExprStmt{Span: p.since(begin), Value: e}
}

// assign is a chain of targets and a value, of which the first is parsed.
func (p *parser) assign(begin Pos, first int, e Expr) Stmt {
	s := &Assign{}
	for p.at(equal) {
		if notTarget(e, toAssign) != nil {
			if p.invalid {
				p.invalidAssign(first, e)
			}
			p.fail()
		}
		p.advance()
		setContext(e, Store)
		s.Targets = append(s.Targets, e)
		e = p.annotatedRHS()
	}
	s.Value = e
	s.Span = p.since(begin)
	return s
}

func (p *parser) annAssign(begin Pos, first int, target Expr) Stmt {
	p.expect(colon)
	setContext(target, Store)
	s := &AnnAssign{Target: target, Annotation: p.expression()}
	_, isName := target.(*Name)
	s.Simple = isName && p.toks[first].kind == name
	if p.accept(equal) {
		s.Value = p.annotatedRHS()
	}
	s.Span = p.since(begin)
	return s
}

// invalidAssign finds what stands before "=" and is no target.
func (p *parser) invalidAssign(first int, e Expr) {
	pos := p.pos
	p.pos = first
	p.try(func() { p.commaList(p.starNamedExpression(), p.starNamedExpression) })
	p.pos = pos
	switch e.(type) {
	case *Yield, *YieldFrom:
		p.raiseSpan(e.Where(), "assignment to yield expression not possible")
	}
	p.invalidTarget(e, toAssign)
}

// invalidAssignment finds annotations and augmented assignments of what is no
// single target, and ":=" as a statement.
func (p *parser) invalidAssignment(first int, e Expr) {
	pos := p.pos
	defer func() { p.pos = pos }()
	_, aug := augmented[p.peek()]
	switch {
	case p.at(colonEqual):
		p.pos = first
		p.try(func() { p.starNamedExpression() })
	case p.at(colon):
		p.advance()
		if p.try(func() { p.expression() }) {
			p.invalidAnnotation(first, e)
		}
	case aug:
		p.advance()
		if p.try(func() { p.annotatedRHS() }) {
			p.raiseSpan(e.Where(), "'"+exprName(e)+"' is an illegal expression for augmented assignment")
		}
	case p.toks[first].kind != lparen:
		p.invalidTargetList(e)
	}
}

// invalidTargetList looks at what follows a, b where no comma does.
func (p *parser) invalidTargetList(e Expr) {
	if _, list := e.(*Tuple); !list {
		return
	}
	for startsExpr(p.peek()) && p.try(func() { p.commaList(p.starNamedExpression(), p.starNamedExpression) }) {
		continue
	}
}

func (p *parser) invalidAnnotation(first int, e Expr) {
	switch e := e.(type) {
	case *Tuple:
		if p.toks[first].kind == lparen && len(e.Elts) == 0 || p.groupEnds(first) {
			p.raiseSpan(e.Span, "only single target (not tuple) can be annotated")
		}
		p.raiseSpan(e.Elts[0].Where(), "only single target (not tuple) can be annotated")
	case *List:
		p.raiseSpan(e.Span, "only single target (not list) can be annotated")
	case *Yield, *YieldFrom, *Starred:
		return
	}
	p.raiseSpan(e.Where(), "illegal target for annotation")
}

// groupEnds tells whether the bracket that token first opens is closed right
// before a colon.
func (p *parser) groupEnds(first int) bool {
	if p.toks[first].kind != lparen {
		return false
	}
	for i := first; ; i++ {
		if t := &p.toks[i]; t.kind == rparen && t.level == p.toks[first].level-1 {
			return p.toks[i+1].kind == colon
		}
	}
}

// importStmt is import … or from … import ….
func (p *parser) importStmt() Stmt {
	begin := p.begin()
	if p.accept(kwFrom) {
		return p.importFrom(begin)
	}
	p.expect(kwImport)
	if p.invalid {
		p.invalidImport(begin)
	}
	s := &Import{Names: []*Alias{p.dottedAsName()}}
	for p.accept(comma) {
		s.Names = append(s.Names, p.dottedAsName())
	}
	s.Span = p.since(begin)
	return s
}

// invalidImport finds import without names, and import … from.
func (p *parser) invalidImport(begin Pos) {
	if p.at(newline) {
		p.raiseFrom(p.begin(), "Expected one or more names after 'import'")
	}
	pos := p.pos
	p.try(func() {
		p.dottedName()
		for p.accept(comma) {
			p.dottedName()
		}
		p.expect(kwFrom)
		p.dottedName()
		p.raiseFrom(begin, "Did you mean to use 'from ... import ...' instead?")
	})
	p.pos = pos
}

func (p *parser) dottedName() string {
	text := p.expectName()
	for p.accept(dot) {
		text += "." + p.expectName()
	}
	return text
}

func (p *parser) dottedAsName() *Alias {
	begin := p.begin()
	a := &Alias{Name: p.dottedName()}
	if p.accept(kwAs) {
		a.AsName = p.expectName()
	}
	a.Span = p.since(begin)
	return a
}

func (p *parser) importFrom(begin Pos) Stmt {
	s := &ImportFrom{}
	for {
		if p.accept(dot) {
			s.Level++
		} else if p.accept(ellipsis) {
			s.Level += 3
		} else {
			break
		}
	}
	if s.Level == 0 || p.at(name) {
		s.Module = p.dottedName()
	}
	p.expect(kwImport)
	s.Names = p.importTargets()
	s.Span = p.since(begin)
	return s
}

// importTargets is *, or names with parentheses around them or without.
func (p *parser) importTargets() []*Alias {
	begin := p.begin()
	switch p.peek() {
	case star:
		p.advance()
		return []*Alias{{Span: p.since(begin), Name: "*"}}
	case lparen:
		p.advance()
		names := []*Alias{p.importAsName()}
		for p.accept(comma) && !p.at(rparen) {
			names = append(names, p.importAsName())
		}
		p.expect(rparen)
		return names
	case newline:
		if p.invalid {
			p.raiseFrom(begin, "Expected one or more names after 'import'")
		}
	}
	names := []*Alias{p.importAsName()}
	for p.accept(comma) {
		if p.invalid && p.at(newline) {
			p.raise("trailing comma not allowed without surrounding parentheses")
		}
		names = append(names, p.importAsName())
	}
	return names
}

func (p *parser) importAsName() *Alias {
	begin := p.begin()
	a := &Alias{Name: p.expectName()}
	if p.accept(kwAs) {
		a.AsName = p.expectName()
	}
	a.Span = p.since(begin)
	return a
}
