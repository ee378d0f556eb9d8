package syntax

// The pass over names, for expressions: those that read or bind names, and
// those that have a scope of their own.

func (n *namer) exprs(list ...Expr) {
	for _, e := range list {
		if e != nil {
			n.expr(e)
		}
	}
}

func (n *namer) expr(e Expr) {
	if n.height++; n.height > maxHeight {
		reject(e.Where(), "expression is too long")
	}
	n.exprBelow(e)
	n.height--
}

func (n *namer) exprBelow(e Expr) {
	switch e := e.(type) {
	case *Name:
		if e.Ctx == Load {
			n.scope.add(n.mangle(e.ID), read)
		} else {
			n.bind(e.ID, e.Span)
		}
	case *NamedExpr:
		n.namedExpr(e)
	case *Lambda:
		n.exprs(e.Args.Defaults...)
		n.exprs(e.Args.KwDefaults...)
		n.enter(functionScope, func() {
			n.parameters(e.Args)
			n.expr(e.Body)
		})
	case *ListComp:
		n.comprehension(e, "list comprehension")
	case *SetComp:
		n.comprehension(e, "set comprehension")
	case *DictComp:
		n.comprehension(e, "dict comprehension")
	case *GeneratorExp:
		n.comprehension(e, "generator expression")
	case *Await:
		n.notBarred(e.Span, "await expression")
		n.expr(e.Value)
		n.scope.coroutine = true
	case *Yield:
		n.yield(e.Span, e.Value)
	case *YieldFrom:
		n.yield(e.Span, e.Value)
	default:
		eachExpr(e, n.expr)
	}
}

func (n *namer) notBarred(at Span, what string) {
	if n.scope.bars != "" {
		reject(at, "%s %s", what, n.scope.bars)
	}
}

func (n *namer) yield(at Span, value Expr) {
	n.notBarred(at, "yield expression")
	n.exprs(value)
	n.scope.generator = true
	if n.scope.kind == comprehensionScope {
		reject(at, "'yield' inside %s", n.scope.what)
	}
}

// comprehension reads its first iterable outside; all else is a scope of its
// own. Of a dict the value comes first, then the key.
func (n *namer) comprehension(e Expr, what string) {
	elts, gens := comprehensionParts(e)
	n.iterable(gens[0].Iter)
	_, generator := e.(*GeneratorExp)
	s := n.enter(comprehensionScope, func() {
		n.scope.what = what
		for i, g := range gens {
			n.scope.coroutine = n.scope.coroutine || g.Async
			n.scope.inTarget = true
			n.expr(g.Target)
			n.scope.inTarget = false
			if i > 0 {
				n.iterable(g.Iter)
			}
			n.exprs(g.Ifs...)
		}
		for i := len(elts) - 1; i >= 0; i-- {
			n.expr(elts[i])
		}
	})
	n.table.coroutines[e] = s.coroutine
	if s.coroutine && !generator {
		n.scope.coroutine = true
	}
}

func (n *namer) iterable(e Expr) {
	n.scope.inIter++
	n.expr(e)
	n.scope.inIter--
}

func (n *namer) namedExpr(e *NamedExpr) {
	n.notBarred(e.Span, "named expression")
	if n.scope.inIter > 0 {
		reject(e.Span, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if n.scope.kind == comprehensionScope {
		n.bindOutside(e.Target)
	}
	n.expr(e.Value)
	n.expr(e.Target)
}

// bindOutside makes the target of := in a comprehension a name of the
// function or module around it.
func (n *namer) bindOutside(target *Name) {
	name := n.mangle(target.ID)
	s := n.scope
	for ; s.kind == comprehensionScope; s = s.outer {
		if s.names[name]&iterated != 0 {
			reject(target.Span, "assignment expression cannot rebind comprehension iteration variable '%s'", target.ID)
		}
	}
	here := n.scope
	here.declared = append(here.declared, declaration{name, target.Span})
	switch {
	case s.kind == classScope:
		reject(target.Span, "assignment expression within a comprehension cannot be used in a class body")
	case s.kind == moduleScope:
		here.add(name, declGlobal)
		s.add(name, declGlobal)
	case s.names[name]&declGlobal != 0:
		here.add(name, declGlobal)
	default:
		here.add(name, declNonlocal)
		s.add(name, local)
	}
}

// resolve finds declarations that contradict each other, or name nothing
// (analyze_block of Python/symtable.c).
func (s *scope) resolve() {
	for _, name := range s.order {
		switch u := s.names[name]; {
		case u&declNonlocal == 0:
		case u&declGlobal != 0:
			reject(s.declarationOf(name), "name '%s' is nonlocal and global", name)
		case s.kind == moduleScope:
			reject(s.declarationOf(name), "nonlocal declaration not allowed at module level")
		case !s.boundOutside(name):
			reject(s.declarationOf(name), "no binding for nonlocal '%s' found", name)
		}
	}
	for _, in := range s.inner {
		in.resolve()
	}
}

func (s *scope) declarationOf(name string) Span {
	for _, d := range s.declared {
		if d.name == name {
			return d.at
		}
	}
	return Span{}
}

// boundOutside tells whether a function around s binds name.
func (s *scope) boundOutside(name string) bool {
	for s = s.outer; s != nil && s.kind != moduleScope; s = s.outer {
		if s.kind == classScope {
			if name == "__class__" {
				return true
			}
			continue
		}
		u := s.names[name]
		switch {
		case u&declGlobal != 0:
			return false
		case u&declNonlocal == 0 && u&(local|imported|param) != 0:
			return true
		}
	}
	return false
}
