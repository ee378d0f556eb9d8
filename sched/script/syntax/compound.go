package syntax

import "fmt"

// Compound statements: a header, a colon, and a block.

// compoundStmt returns nil where the next statement is a simple one.
func (p *parser) compoundStmt() Stmt {
	begin := p.begin()
	switch p.peek() {
	case kwDef:
		return p.functionDef(begin, nil)
	case at:
		return p.decorated()
	case kwAsync:
		return p.asyncStmt(begin, nil)
	case kwIf:
		return p.ifStmt()
	case kwClass:
		return p.classDef(nil)
	case kwWith:
		return p.withStmt(begin)
	case kwFor:
		return p.forStmt(begin)
	case kwTry:
		return p.tryStmt()
	case kwWhile:
		return p.whileStmt()
	case name:
		if p.atWord("match") {
			return p.matchStmt()
		}
	}
	return nil
}

// block is the colon behind a header, and the statements it governs: on the
// same line, or indented on the next ones. what and begin name the header in
// the message for a block that is missing.
func (p *parser) block(what string, begin Pos) []Stmt {
	if p.invalid && p.at(newline) {
		p.raise("expected ':'")
	}
	p.expect(colon)
	if !p.at(newline) {
		return p.simpleStmts(nil)
	}
	p.advance()
	if !p.at(indent) {
		if p.invalid {
			p.raiseIndent(fmt.Sprintf("expected an indented block after %s on line %d", what, begin.Line))
		}
		p.fail()
	}
	p.advance()
	var body []Stmt
	for !p.at(dedent) {
		body = p.statement(body)
	}
	p.advance()
	return body
}

// forcedBlock is a block whose colon cannot be anything else.
func (p *parser) forcedBlock(what string, begin Pos) []Stmt {
	if !p.at(colon) {
		p.force(colon)
	}
	return p.block(what, begin)
}

// decorated is a definition behind its decorators.
func (p *parser) decorated() Stmt {
	var decorators []Expr
	for p.accept(at) {
		decorators = append(decorators, p.namedExpression())
		p.expect(newline)
	}
	begin := p.begin()
	switch p.peek() {
	case kwClass:
		return p.classDef(decorators)
	case kwAsync:
		if p.look(1).kind == kwDef {
			return p.asyncStmt(begin, decorators)
		}
	case kwDef:
		return p.functionDef(begin, decorators)
	}
	p.fail()
	return nil
}

// asyncStmt is what async introduces.
func (p *parser) asyncStmt(begin Pos, decorators []Expr) Stmt {
	p.expect(kwAsync)
	switch p.peek() {
	case kwDef:
		f := p.functionDef(begin, decorators)
		f.Async = true
		return f
	case kwFor:
		f := p.forStmt(begin)
		f.Async = true
		return f
	case kwWith:
		w := p.withStmt(begin)
		w.Async = true
		return w
	}
	p.fail()
	return nil
}

func (p *parser) functionDef(begin Pos, decorators []Expr) *FunctionDef {
	def := p.begin()
	p.expect(kwDef)
	f := &FunctionDef{Name: p.expectName(), Decorators: decorators}
	f.TypeParams = p.typeParams()
	p.forceLater(lparen)
	f.Args = p.parameters(functionParams)
	p.expect(rparen)
	if p.at(arrow) {
		p.try(func() {
			p.advance()
			f.Returns = p.expression()
		})
	}
	if !p.at(colon) {
		p.forceLater(colon)
	}
	f.Body = p.block("function definition", def)
	f.Span = p.since(begin)
	return f
}

func (p *parser) classDef(decorators []Expr) Stmt {
	begin := p.begin()
	p.expect(kwClass)
	c := &ClassDef{Name: p.expectName(), Decorators: decorators}
	c.TypeParams = p.typeParams()
	if p.accept(lparen) {
		c.Bases, c.Keywords = p.arguments()
		if p.invalid {
			p.followsFor()
		}
		p.expect(rparen)
	}
	c.Body = p.block("class definition", begin)
	c.Span = p.since(begin)
	return c
}

// typeParams is [T: bound = default, *Ts, **P], which may be absent.
func (p *parser) typeParams() (params []*TypeParam) {
	if p.at(lbracket) && p.try(func() { params = p.typeParamList() }) {
		return params
	}
	return nil
}

func (p *parser) typeParamList() (params []*TypeParam) {
	p.expect(lbracket)
	if p.invalid && p.at(rbracket) {
		p.raiseFrom(p.begin(), "Type parameter list cannot be empty")
	}
	params = append(params, p.typeParam())
	for p.accept(comma) && !p.at(rbracket) {
		params = append(params, p.typeParam())
	}
	p.expect(rbracket)
	return params
}

func (p *parser) typeParam() *TypeParam {
	begin := p.begin()
	t := &TypeParam{}
	switch {
	case p.accept(star):
		t.Kind = TypeVarTuple
	case p.accept(doubleStar):
		t.Kind = ParamSpec
	}
	t.Name = p.expectName()
	if p.at(colon) {
		t.Bound = p.typeBound(t.Kind)
	}
	if p.accept(equal) {
		if t.Kind == TypeVarTuple {
			t.Default = p.starExpression()
		} else {
			t.Default = p.expression()
		}
	}
	t.Span = p.since(begin)
	return t
}

// typeBound is the bound of a plain type parameter; the others have none.
func (p *parser) typeBound(k TypeParamKind) Expr {
	sep := p.begin()
	if k != TypeVar && !p.invalid {
		p.fail()
	}
	p.expect(colon)
	bound := p.expression()
	if k == TypeVar {
		return bound
	}
	what := "bound"
	if _, tuple := bound.(*Tuple); tuple {
		what = "constraints"
	}
	p.raiseFrom(sep, "cannot use "+what+" with "+[]string{"TypeVar", "TypeVarTuple", "ParamSpec"}[k])
	return nil
}

func (p *parser) ifStmt() Stmt {
	p.nest()
	defer p.leave()
	begin := p.begin()
	what := "'" + p.advance().kind.text() + "' statement"
	s := &If{Test: p.namedExpression()}
	s.Body = p.block(what, begin)
	if p.at(kwElif) {
		s.Else = []Stmt{p.ifStmt()}
	} else {
		s.Else = p.elseBlock()
	}
	s.Span = p.since(begin)
	return s
}

func (p *parser) elseBlock() []Stmt {
	begin := p.begin()
	if !p.accept(kwElse) {
		return nil
	}
	return p.forcedBlock("'else' statement", begin)
}

func (p *parser) whileStmt() Stmt {
	begin := p.begin()
	p.expect(kwWhile)
	s := &While{Test: p.namedExpression()}
	s.Body = p.block("'while' statement", begin)
	s.Else = p.elseBlock()
	s.Span = p.since(begin)
	return s
}

func (p *parser) forStmt(begin Pos) *For {
	word := p.begin()
	p.expect(kwFor)
	s := &For{Target: p.forTargets(p.invalidForTarget)}
	p.expect(kwIn)
	s.Iter = p.starExpressions()
	s.Body = p.block("'for' statement", word)
	s.Else = p.elseBlock()
	s.Span = p.since(begin)
	return s
}

// withStmt has its items in parentheses or not. As parentheses can also begin
// an item, the one is tried before the other.
func (p *parser) withStmt(begin Pos) *With {
	word := p.begin()
	p.expect(kwWith)
	s := &With{}
	grouped := p.at(lparen) && p.try(func() {
		p.advance()
		s.Items = p.withItems()
		p.expect(rparen)
		if !p.at(colon) && !(p.invalid && p.at(newline)) {
			p.fail()
		}
	})
	if !grouped {
		s.Items = p.withItems()
	}
	s.Body = p.block("'with' statement", word)
	s.Span = p.since(begin)
	return s
}

func (p *parser) withItems() []*WithItem {
	items := []*WithItem{p.withItem()}
	for p.accept(comma) {
		if p.at(rparen) {
			break
		}
		items = append(items, p.withItem())
	}
	return items
}

func (p *parser) withItem() *WithItem {
	item := &WithItem{Context: p.expression()}
	if !p.accept(kwAs) {
		return item
	}
	first := p.pos
	var target Expr
	ok := p.extend(func() { target = p.targetElement() })
	if !ok || notTarget(target, toAssign) != nil || !p.atItemEnd() {
		if ok && p.invalid && p.at(newline) {
			return item // the colon is missing
		}
		if p.invalid {
			p.pos = first
			if e := p.expression(); p.atItemEnd() {
				p.invalidTarget(e, toAssign)
			}
		}
		p.fail()
	}
	setContext(target, Store)
	item.Vars = target
	return item
}

func (p *parser) atItemEnd() bool {
	return p.at(comma) || p.at(rparen) || p.at(colon)
}

func (p *parser) tryStmt() Stmt {
	begin := p.begin()
	p.expect(kwTry)
	s := &Try{}
	s.Body = p.forcedBlock("'try' statement", begin)
	for p.at(kwExcept) {
		s.Handlers = append(s.Handlers, p.handler(s))
	}
	if s.Handlers != nil {
		s.Else = p.elseBlock()
	}
	if word := p.begin(); p.accept(kwFinally) {
		s.Finally = p.forcedBlock("'finally' statement", word)
	} else if s.Handlers == nil {
		if p.invalid {
			p.raise("expected 'except' or 'finally' block")
		}
		p.fail()
	}
	s.Span = p.since(begin)
	return s
}

// handler is one except clause of s; the first decides whether all are stars.
func (p *parser) handler(s *Try) *ExceptHandler {
	begin := p.begin()
	p.expect(kwExcept)
	starred := p.accept(star)
	if len(s.Handlers) == 0 {
		s.Star = starred
	}
	words := p.since(begin)
	what := "'except' statement"
	if starred {
		what = "'except*' statement"
	}
	h := &ExceptHandler{}
	switch {
	case startsExpr(p.peek()):
		h.Type = p.expression()
		p.invalidExceptTypes(h.Type)
		if p.accept(kwAs) {
			h.Name = p.expectName()
		}
	case starred:
		if p.invalid && (p.at(newline) || p.at(colon)) {
			p.raise("expected one or more exception types")
		}
		p.fail()
	}
	if starred != s.Star {
		if p.invalid && p.at(colon) {
			p.raiseSpan(words, "cannot have both 'except' and 'except*' on the same 'try'")
		}
		p.fail()
	}
	h.Body = p.block(what, begin)
	h.Span = p.since(begin)
	return h
}

// invalidExceptTypes finds except A, B.
func (p *parser) invalidExceptTypes(first Expr) {
	if !p.invalid || !p.at(comma) {
		return
	}
	pos := p.pos
	p.try(func() {
		p.advance()
		p.commaList(p.expression(), p.expression)
		if p.accept(kwAs) {
			p.expectName()
		}
		p.expect(colon)
		p.raiseFrom(first.Where().Pos, "multiple exception types must be parenthesized")
	})
	p.pos = pos
}
