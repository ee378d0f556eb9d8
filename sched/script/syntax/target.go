package syntax

// Targets are what can be assigned to or deleted. They are parsed as
// expressions; then it is looked whether they are targets.

// A purpose is why something must be a target.
type purpose uint8

const (
	toAssign purpose = iota
	toIterate
	toDelete
)

// notTarget returns the part of e that cannot be a target, or nil if all of e
// can (_PyPegen_get_invalid_target).
func notTarget(e Expr, why purpose) Expr {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return nil
	case *List:
		return firstNotTarget(e.Elts, why)
	case *Tuple:
		return firstNotTarget(e.Elts, why)
	case *Starred:
		if why == toDelete {
			return e
		}
		return notTarget(e.Value, why)
	case *Compare:
		// "for a in b" reads as a comparison where a is no target.
		if why == toIterate {
			if e.Ops[0] == In {
				return notTarget(e.Left, why)
			}
			return nil
		}
	}
	return e
}

func firstNotTarget(elts []Expr, why purpose) Expr {
	for _, e := range elts {
		if bad := notTarget(e, why); bad != nil {
			return bad
		}
	}
	return nil
}

// singleTarget tells whether e is a name, an attribute or a subscript.
func singleTarget(e Expr) bool {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	}
	return false
}

// setContext turns e into a target.
func setContext(e Expr, ctx Context) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = ctx
	case *Attribute:
		e.Ctx = ctx
	case *Subscript:
		e.Ctx = ctx
	case *Starred:
		e.Ctx = ctx
		setContext(e.Value, ctx)
	case *List:
		e.Ctx = ctx
		for _, elt := range e.Elts {
			setContext(elt, ctx)
		}
	case *Tuple:
		e.Ctx = ctx
		for _, elt := range e.Elts {
			setContext(elt, ctx)
		}
	}
}

// forTargets is what stands between for and in. lookAgain is what the second
// pass looks for when it is no target, from its first token on.
func (p *parser) forTargets(lookAgain func(first int)) Expr {
	first := p.pos
	var e Expr
	ok := p.extend(func() { e = p.targetList() })
	if !ok || notTarget(e, toIterate) != nil || !p.at(kwIn) {
		if p.invalid {
			lookAgain(first)
		}
		p.fail()
	}
	setContext(e, Store)
	return e
}

// targetList stops before "in", which no target holds.
func (p *parser) targetList() Expr {
	begin := p.begin()
	e := p.targetElement()
	if !p.at(comma) {
		return e
	}
	elts := p.commaList(e, p.targetElement)
	return &Tuple{Span: p.since(begin), Elts: elts}
}

func (p *parser) targetElement() Expr {
	if p.at(star) {
		return p.starred(p.primary)
	}
	return p.primary()
}

// invalidForTarget finds what cannot be assigned to behind for.
func (p *parser) invalidForTarget(first int) {
	p.pos = first
	var e Expr
	if p.try(func() { e = p.starExpressions() }) {
		p.invalidTarget(e, toIterate)
	}
}

// invalidComprehensionFor finds a comprehension without in, or without a
// target.
func (p *parser) invalidComprehensionFor(first int) {
	p.pos = first
	item := func() Expr { return p.bitwiseOr() }
	if p.try(func() { p.commaList(p.bitwiseOr(), item) }) && !p.at(kwIn) {
		p.raise("'in' expected after for-loop variables")
	}
	p.invalidForTarget(first)
}

// invalidTarget reports the part of e that is no target, if there is one.
func (p *parser) invalidTarget(e Expr, why purpose) {
	bad := notTarget(e, why)
	if bad == nil {
		return
	}
	verb := "assign to"
	if why == toDelete {
		verb = "delete"
	}
	p.raiseSpan(bad.Where(), "cannot "+verb+" "+exprName(bad))
}

// exprName is what messages call an expression (_PyPegen_get_expr_name).
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Constant:
		return constantName(e.Kind)
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "expression"
}

func constantName(k ConstKind) string {
	switch k {
	case None:
		return "None"
	case False:
		return "False"
	case True:
		return "True"
	case Ellipsis:
		return "ellipsis"
	}
	return "literal"
}
