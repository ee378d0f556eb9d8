package script

import "loopscope/sched/script/syntax"

// stmtExprs gives the expressions right within a statement; some may be nil.
func stmtExprs(s syntax.Stmt) []syntax.Expr {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		_, notes := annotated(s)
		return append(append(append(notes, s.Decorators...), s.Args.Defaults...), s.Args.KwDefaults...)
	case *syntax.ClassDef:
		all := append(append([]syntax.Expr(nil), s.Decorators...), s.Bases...)
		for _, k := range s.Keywords {
			all = append(all, k.Value)
		}
		return all
	case *syntax.Match:
		all := []syntax.Expr{s.Subject}
		for _, k := range s.Cases {
			exprs, _ := patternParts(k.Pattern)
			all = append(append(all, exprs...), k.Guard)
		}
		return all
	case *syntax.Return:
		return []syntax.Expr{s.Value}
	case *syntax.Delete:
		return s.Targets
	case *syntax.Assign:
		return append([]syntax.Expr{s.Value}, s.Targets...)
	case *syntax.AugAssign:
		return []syntax.Expr{s.Value, s.Target}
	case *syntax.AnnAssign:
		return []syntax.Expr{s.Value, s.Target, s.Annotation}
	case *syntax.For:
		return []syntax.Expr{s.Iter, s.Target}
	case *syntax.While:
		return []syntax.Expr{s.Test}
	case *syntax.If:
		return []syntax.Expr{s.Test}
	case *syntax.With:
		var all []syntax.Expr
		for _, item := range s.Items {
			all = append(all, item.Context, item.Vars)
		}
		return all
	case *syntax.Raise:
		return []syntax.Expr{s.Exc, s.Cause}
	case *syntax.Try:
		var all []syntax.Expr
		for _, h := range s.Handlers {
			all = append(all, h.Type)
		}
		return all
	case *syntax.Assert:
		return []syntax.Expr{s.Test, s.Msg}
	case *syntax.ExprStmt:
		return []syntax.Expr{s.Value}
	}
	return nil
}

// walkExpr calls f for an expression and all within it.
func walkExpr(e syntax.Expr, f func(syntax.Expr)) {
	if e == nil {
		return
	}
	f(e)
	for _, inner := range allChildren(e) {
		walkExpr(inner, f)
	}
}

// allChildren are children and, for what opens a scope, what is in it.
func allChildren(e syntax.Expr) []syntax.Expr {
	switch e := e.(type) {
	case *syntax.NamedExpr:
		return []syntax.Expr{e.Value}
	case *syntax.Lambda:
		return append(append(append([]syntax.Expr(nil), e.Args.Defaults...), e.Args.KwDefaults...), e.Body)
	case *syntax.ListComp:
		return append(clauses(e.Generators), e.Elt)
	case *syntax.SetComp:
		return append(clauses(e.Generators), e.Elt)
	case *syntax.GeneratorExp:
		return append(clauses(e.Generators), e.Elt)
	case *syntax.DictComp:
		return append(clauses(e.Generators), e.Key, e.Value)
	}
	return children(e)
}

func clauses(gens []*syntax.Comprehension) []syntax.Expr {
	var all []syntax.Expr
	for _, g := range gens {
		all = append(append(all, g.Iter, g.Target), g.Ifs...)
	}
	return all
}
