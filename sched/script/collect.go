package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

func (c *collector) stmts(body []syntax.Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *collector) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		c.exprs(s.Decorators...)
		c.bind(s.Name)
		_, notes := annotated(s)
		c.exprs(notes...)
		c.function(s, s.Args, func() { c.stmts(s.Body) })
	case *syntax.ClassDef:
		c.classDef(s)
	case *syntax.Return:
		c.expr(s.Value)
	case *syntax.Delete:
		c.exprs(s.Targets...)
	case *syntax.Assign:
		c.expr(s.Value)
		c.exprs(s.Targets...)
	case *syntax.AugAssign:
		c.exprs(s.Value, s.Target)
	case *syntax.AnnAssign:
		c.exprs(s.Value, s.Target, s.Annotation)
	case *syntax.For:
		c.exprs(s.Iter, s.Target)
	case *syntax.While:
		c.expr(s.Test)
	case *syntax.If:
		c.expr(s.Test)
	case *syntax.With:
		for _, item := range s.Items {
			c.exprs(item.Context, item.Vars)
		}
	case *syntax.Raise:
		c.exprs(s.Exc, s.Cause)
	case *syntax.Assert:
		c.exprs(s.Test, s.Msg)
	case *syntax.ExprStmt:
		c.expr(s.Value)
	case *syntax.Import:
		for _, a := range s.Names {
			name, _, _ := strings.Cut(a.Name, ".")
			c.bindAlias(a.AsName, name)
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			c.bindAlias(a.AsName, a.Name)
		}
	case *syntax.Match:
		c.matchStmt(s)
	case *syntax.Try:
		for _, h := range s.Handlers {
			c.expr(h.Type)
			if h.Name != "" {
				c.bind(h.Name)
			}
		}
	}
	for _, block := range blocks(s) {
		c.stmts(block)
	}
}

// matchStmt walks a match but for the bodies of its cases.
func (c *collector) matchStmt(s *syntax.Match) {
	c.expr(s.Subject)
	for _, k := range s.Cases {
		exprs, names := patternParts(k.Pattern)
		c.exprs(exprs...)
		for _, name := range names {
			if name != "" {
				c.bind(name)
			}
		}
		c.expr(k.Guard)
	}
}

// classDef walks a class: what is evaluated outside, then the body.
func (c *collector) classDef(s *syntax.ClassDef) {
	c.exprs(s.Decorators...)
	c.exprs(s.Bases...)
	for _, k := range s.Keywords {
		c.expr(k.Value)
	}
	c.bind(s.Name)
	c.inner(classScope, s, func() {
		declared(s.Body, c.scope.outer)
		c.bind(classCell)
		c.bind(classNamespace)
		c.stmts(s.Body)
	})
}

func (c *collector) bindAlias(as, name string) {
	if as != "" {
		name = as
	}
	c.bind(name)
	if c.scope.kind == moduleScope {
		c.r.imported[name] = true
	}
}

func (c *collector) exprs(all ...syntax.Expr) {
	for _, e := range all {
		c.expr(e)
	}
}

// expr notes the names of an expression.
func (c *collector) expr(e syntax.Expr) {
	switch e := e.(type) {
	case nil:
	case *syntax.Name:
		if e.Ctx == syntax.Load {
			c.scope.uses[e.ID] = true
			if e.ID == "super" {
				c.scope.uses[classCell] = true
			}
		} else {
			c.bind(e.ID)
		}
	case *syntax.NamedExpr:
		c.expr(e.Value)
		c.bindOutside(e.Target.ID)
	case *syntax.Lambda:
		c.function(e, e.Args, func() { c.expr(e.Body) })
	case *syntax.ListComp:
		c.comprehension(e, e.Generators, e.Elt)
	case *syntax.SetComp:
		c.comprehension(e, e.Generators, e.Elt)
	case *syntax.DictComp:
		c.comprehension(e, e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		c.generatorExp(e)
	case *syntax.Yield, *syntax.YieldFrom:
		c.scope.frame().yields = true
		c.exprs(children(e)...)
	default:
		c.exprs(children(e)...)
	}
}

// comprehension walks one: its first iterable belongs to the scope around it.
func (c *collector) comprehension(node syntax.Node, gens []*syntax.Comprehension, elts ...syntax.Expr) {
	c.expr(gens[0].Iter)
	c.inner(comprehensionScope, node, func() {
		for i, g := range gens {
			if i > 0 {
				c.expr(g.Iter)
			}
			c.expr(g.Target)
			c.exprs(g.Ifs...)
		}
		c.exprs(elts...)
	})
}

// generatorExp walks one: a function of its own, whose parameter is the first
// iterator.
func (c *collector) generatorExp(e *syntax.GeneratorExp) {
	c.expr(e.Generators[0].Iter)
	c.inner(functionScope, e, func() {
		c.scope.yields = true
		c.bind(firstIterator)
		for i, g := range e.Generators {
			if i > 0 {
				c.expr(g.Iter)
			}
			c.expr(g.Target)
			c.exprs(g.Ifs...)
		}
		c.expr(e.Elt)
	})
}

// children gives the expressions right within an expression that opens no
// scope, in the order in which they are evaluated; some may be nil.
func children(e syntax.Expr) []syntax.Expr {
	switch e := e.(type) {
	case *syntax.BoolOp:
		return e.Values
	case *syntax.BinOp:
		return []syntax.Expr{e.Left, e.Right}
	case *syntax.UnaryOp:
		return []syntax.Expr{e.Operand}
	case *syntax.IfExp:
		return []syntax.Expr{e.Test, e.Body, e.Else}
	case *syntax.Dict:
		return append(append([]syntax.Expr(nil), e.Keys...), e.Values...)
	case *syntax.Set:
		return e.Elts
	case *syntax.List:
		return e.Elts
	case *syntax.Tuple:
		return e.Elts
	case *syntax.Await:
		return []syntax.Expr{e.Value}
	case *syntax.Yield:
		return []syntax.Expr{e.Value}
	case *syntax.YieldFrom:
		return []syntax.Expr{e.Value}
	case *syntax.Compare:
		return append([]syntax.Expr{e.Left}, e.Comparators...)
	case *syntax.Call:
		all := append([]syntax.Expr{e.Func}, e.Args...)
		for _, k := range e.Keywords {
			all = append(all, k.Value)
		}
		return all
	case *syntax.FormattedValue:
		if e.Spec == nil {
			return []syntax.Expr{e.Value}
		}
		return []syntax.Expr{e.Value, e.Spec}
	case *syntax.JoinedStr:
		return e.Values
	case *syntax.Attribute:
		return []syntax.Expr{e.Value}
	case *syntax.Subscript:
		return []syntax.Expr{e.Value, e.Slice}
	case *syntax.Starred:
		return []syntax.Expr{e.Value}
	case *syntax.Slice:
		return []syntax.Expr{e.Lower, e.Upper, e.Step}
	}
	return nil
}
