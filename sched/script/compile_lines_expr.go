package script

import "loopscope/sched/script/syntax"

// toldExpr compiles an expression of a program that tells its lines.
func (c *compiler) toldExpr(e syntax.Expr) evalFn {
	if !c.inLine {
		c.operands(e)
	}
	eval := c.evaluator(e)
	line := int32(e.Where().Pos.Line)
	switch e := e.(type) {
	case *syntax.Await, *syntax.Yield, *syntax.YieldFrom:
		eval = resuming(eval)
	case *syntax.ListComp, *syntax.SetComp, *syntax.DictComp:
		eval = comprehending(eval, line, c.inLine)
	default:
		if !c.inLine && isLeaf(e) {
			eval = before(eval, line)
		}
	}
	if next := c.teller.after[e]; next != 0 && !c.inLine {
		return behind(eval, next)
	}
	return eval
}

// before tells a line before an expression is evaluated.
func before(eval evalFn, line int32) evalFn {
	return func(fr *frame) (Value, error) {
		fr.m.lines.reach(fr, line)
		return eval(fr)
	}
}

// behind tells a line when an expression has been evaluated.
func behind(eval evalFn, line int32) evalFn {
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err == nil {
			fr.m.lines.reach(fr, line)
		}
		return v, err
	}
}

// resuming is an await or a yield.
func resuming(eval evalFn) evalFn {
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err == nil {
			fr.m.lines.resumed(fr)
		}
		return v, err
	}
}

// comprehending is a comprehension: its variables are seen only while it runs.
func comprehending(eval evalFn, line int32, inLine bool) evalFn {
	return func(fr *frame) (Value, error) {
		leave := fr.m.lines.comprehend(fr)
		v, err := eval(fr)
		leave()
		if err == nil && !inLine {
			fr.m.lines.reach(fr, line)
		}
		return v, err
	}
}

// isLeaf says whether an expression is loaded by an instruction of its own
// before any operand.
func isLeaf(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Constant, *syntax.Name, *syntax.Lambda:
		return true
	case *syntax.List:
		return len(e.Elts) == 0 || len(e.Elts) > 2 && constants(e.Elts)
	case *syntax.Set:
		return len(e.Elts) > 2 && constants(e.Elts)
	case *syntax.Tuple:
		return constants(e.Elts)
	case *syntax.Dict:
		return len(e.Values) == 0
	case *syntax.UnaryOp:
		return constants([]syntax.Expr{e.Operand})
	case *syntax.Yield:
		return e.Value == nil
	}
	return false
}

func constants(all []syntax.Expr) bool {
	for _, e := range all {
		if _, ok := e.(*syntax.Constant); !ok {
			return false
		}
	}
	return true
}

// operands notes where an expression goes on when the last of its operands is
// there.
func (c *compiler) operands(e syntax.Expr) {
	line := int32(e.Where().Pos.Line)
	switch e := e.(type) {
	case *syntax.Call:
		c.callOperands(e)
	case *syntax.Await:
		if call, ok := e.Value.(*syntax.Call); ok {
			c.callOperands(call)
			return
		}
		c.then(e.Value, line)
	case *syntax.Attribute:
		c.then(e.Value, int32(e.Where().End.Line))
	case *syntax.BinOp:
		c.then(e.Right, line)
	case *syntax.UnaryOp:
		if e.Op != syntax.Not {
			c.then(e.Operand, line)
		}
	case *syntax.Compare:
		for _, x := range e.Comparators {
			c.then(x, line)
		}
	case *syntax.BoolOp:
		for _, x := range e.Values[:len(e.Values)-1] {
			if !c.teller.plain[e] {
				c.then(x, line)
			}
		}
	case *syntax.Subscript:
		c.then(e.Slice, line)
	case *syntax.NamedExpr:
		c.then(e.Value, line)
	case *syntax.Yield:
		c.then(e.Value, line)
	case *syntax.YieldFrom:
		c.then(e.Value, line)
	case *syntax.JoinedStr:
		if n := len(e.Values); n > 0 {
			if f, ok := e.Values[n-1].(*syntax.FormattedValue); ok && f.Spec == nil {
				c.then(f.Value, line)
			}
		}
	case *syntax.List:
		c.lastOf(e.Elts, line)
	case *syntax.Tuple:
		c.lastOf(e.Elts, line)
	case *syntax.Set:
		c.lastOf(e.Elts, line)
	case *syntax.Dict:
		c.lastOf(e.Values, line)
	case *syntax.ListComp:
		c.then(e.Generators[0].Iter, line)
	case *syntax.SetComp:
		c.then(e.Generators[0].Iter, line)
	case *syntax.DictComp:
		c.then(e.Generators[0].Iter, line)
	case *syntax.GeneratorExp:
		c.then(e.Generators[0].Iter, line)
	}
}

func (c *compiler) callOperands(e *syntax.Call) {
	line := c.callLine(e)
	if attr, ok := e.Func.(*syntax.Attribute); ok && isPlain(e) {
		c.then(attr.Value, line)
	}
	switch {
	case len(e.Keywords) > 0:
		c.then(e.Keywords[len(e.Keywords)-1].Value, line)
	case len(e.Args) > 0:
		c.then(e.Args[len(e.Args)-1], line)
	default:
		c.then(e.Func, line)
	}
}

func (c *compiler) lastOf(all []syntax.Expr, line int32) {
	if len(all) > 0 {
		c.then(all[len(all)-1], line)
	}
}
