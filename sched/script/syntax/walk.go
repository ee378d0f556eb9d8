package syntax

// eachExpr calls visit for the expressions right below e, in source order.
// Functions and comprehensions have their own order, and their visitors know
// it: of a Lambda and of a comprehension nothing is visited.
func eachExpr(e Expr, visit func(Expr)) {
	some := func(list ...Expr) {
		for _, e := range list {
			if e != nil {
				visit(e)
			}
		}
	}
	switch e := e.(type) {
	case *BoolOp:
		some(e.Values...)
	case *NamedExpr:
		some(e.Value, e.Target)
	case *BinOp:
		some(e.Left, e.Right)
	case *UnaryOp:
		some(e.Operand)
	case *IfExp:
		some(e.Test, e.Body, e.Else)
	case *Dict:
		for i, k := range e.Keys {
			some(k, e.Values[i])
		}
	case *Set:
		some(e.Elts...)
	case *Await:
		some(e.Value)
	case *Yield:
		some(e.Value)
	case *YieldFrom:
		some(e.Value)
	case *Compare:
		some(e.Left)
		some(e.Comparators...)
	case *Call:
		some(e.Func)
		some(e.Args...)
		for _, k := range e.Keywords {
			some(k.Value)
		}
	case *FormattedValue:
		some(e.Value)
		if e.Spec != nil {
			visit(e.Spec)
		}
	case *JoinedStr:
		some(e.Values...)
	case *Attribute:
		some(e.Value)
	case *Subscript:
		some(e.Value, e.Slice)
	case *Starred:
		some(e.Value)
	case *List:
		some(e.Elts...)
	case *Tuple:
		some(e.Elts...)
	case *Slice:
		some(e.Lower, e.Upper, e.Step)
	}
}

// eachStmtExpr calls visit for the expressions of a simple statement, in the
// order in which they are evaluated.
func eachStmtExpr(s Stmt, visit func(Expr)) {
	some := func(list ...Expr) {
		for _, e := range list {
			if e != nil {
				visit(e)
			}
		}
	}
	switch s := s.(type) {
	case *Return:
		some(s.Value)
	case *Delete:
		some(s.Targets...)
	case *Assign:
		some(s.Value)
		some(s.Targets...)
	case *AugAssign:
		some(s.Target, s.Value)
	case *AnnAssign:
		some(s.Value, s.Target, s.Annotation)
	case *Raise:
		some(s.Exc, s.Cause)
	case *Assert:
		some(s.Test, s.Msg)
	case *ExprStmt:
		some(s.Value)
	}
}
