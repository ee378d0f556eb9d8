package script

import (
	"loopscope/sched/script/syntax"
)

// expr compiles an expression.
func (c *compiler) expr(e syntax.Expr) evalFn {
	if c.teller != nil {
		return c.toldExpr(e)
	}
	return c.evaluator(e)
}

// evaluator compiles what evaluates an expression.
func (c *compiler) evaluator(e syntax.Expr) evalFn {
	switch e := e.(type) {
	case *syntax.Constant:
		return constant(constantValue(e))
	case *syntax.Name:
		return c.loadName(e.ID)
	case *syntax.Call:
		return c.call(e)
	case *syntax.Attribute:
		return c.attribute(e)
	case *syntax.Await:
		return c.await(e)
	case *syntax.BinOp:
		return c.binOp(e)
	case *syntax.Compare:
		return c.compare(e)
	case *syntax.BoolOp:
		return c.boolOp(e)
	case *syntax.UnaryOp:
		return c.unaryOp(e)
	case *syntax.IfExp:
		return c.ifExp(e)
	case *syntax.Subscript:
		return c.subscript(e)
	case *syntax.Slice:
		return c.slice(e)
	case *syntax.JoinedStr:
		return c.joinedStr(e)
	case *syntax.List:
		return c.display(e.Elts, func(items []Value) Value { return &list{items: items} })
	case *syntax.Tuple:
		return c.display(e.Elts, func(items []Value) Value { return &tuple{items: items} })
	case *syntax.Set:
		return c.setDisplay(e)
	case *syntax.Dict:
		return c.dictDisplay(e)
	case *syntax.NamedExpr:
		return c.namedExpr(e)
	case *syntax.Lambda:
		return c.lambda(e)
	case *syntax.ListComp:
		return c.listComp(e)
	case *syntax.SetComp:
		return c.setComp(e)
	case *syntax.DictComp:
		return c.dictComp(e)
	case *syntax.GeneratorExp:
		return c.generatorExp(e)
	case *syntax.Yield:
		return c.yield(e)
	case *syntax.YieldFrom:
		return c.yieldFrom(e)
	}
	panic("script: internal error: an expression that was not refused")
}

// lineOf gives the line to be stored before the operation of e, 0 if the
// statement's own line stands.
func (c *compiler) lineOf(e syntax.Expr) int32 {
	at := e.Where()
	if at.Pos.Line == c.line && at.End.Line == c.line {
		return 0
	}
	return int32(at.Pos.Line)
}

func constant(v Value) evalFn { return func(*frame) (Value, error) { return v, nil } }

// constantValue gives the value of a literal.
func constantValue(e *syntax.Constant) Value {
	switch e.Kind {
	case syntax.False:
		return false
	case syntax.True:
		return true
	case syntax.Ellipsis:
		return Ellipsis
	case syntax.Int:
		if e.Big != nil {
			return e.Big
		}
		return integer(e.Int)
	case syntax.Float:
		return e.Float
	case syntax.Imag:
		return complex(0, e.Float)
	case syntax.Str:
		return e.Str
	case syntax.Bytes:
		return byteString(e.Str)
	}
	return None
}

func (c *compiler) loadName(name string) evalFn {
	if c.scope.kind == classScope {
		if name == "__module__" || name == "__qualname__" {
			return c.loadGivenName(name)
		}
		if v := c.scope.vars[name]; v != nil {
			return c.loadClassName(v)
		}
	}
	return c.load(c.r.find(c.scope, name), name)
}

// load compiles the load of a name that was found.
func (c *compiler) load(at ref, name string) evalFn {
	slot := at.slot
	switch at.kind {
	case localRef:
		return func(fr *frame) (Value, error) {
			if v := fr.slots[slot]; v != nil {
				return v, nil
			}
			return nil, raise("UnboundLocalError", "cannot access local variable '%s' where it is not associated with a value", name)
		}
	case cellRef:
		return func(fr *frame) (Value, error) {
			if v := fr.slots[slot].(*cell).v; v != nil {
				return v, nil
			}
			if slot >= fr.code.closure {
				return nil, nameError("cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
			}
			return nil, raise("UnboundLocalError", "cannot access local variable '%s' where it is not associated with a value", name)
		}
	}
	otherwise := builtins[name]
	if l := c.r.lib; l != nil {
		return func(fr *frame) (Value, error) {
			if v := fr.m.libs[l.index][slot]; v != nil {
				return v, nil
			}
			if otherwise != nil {
				return otherwise, nil
			}
			return nil, nameError("name '%s' is not defined", name)
		}
	}
	return func(fr *frame) (Value, error) {
		if v := fr.m.globals[slot]; v != nil {
			return v, nil
		}
		if otherwise != nil {
			return otherwise, nil
		}
		return nil, nameError("name '%s' is not defined", name)
	}
}

func (c *compiler) attribute(e *syntax.Attribute) evalFn {
	object, name, line := c.expr(e.Value), e.Attr, c.lineOf(e)
	if line != 0 {
		line = int32(e.Where().End.Line) // update_start_location_to_match_attr
	}
	return func(fr *frame) (Value, error) {
		o, err := object(fr)
		if err != nil {
			return nil, err
		}
		if line != 0 {
			fr.line = line
		}
		return fr.m.getAttr(o, name)
	}
}

func (c *compiler) binOp(e *syntax.BinOp) evalFn {
	left, right, op, line := c.expr(e.Left), c.expr(e.Right), e.Op, c.lineOf(e)
	return func(fr *frame) (Value, error) {
		a, err := left(fr)
		if err != nil {
			return nil, err
		}
		b, err := right(fr)
		if err != nil {
			return nil, err
		}
		if line != 0 {
			fr.line = line
		}
		return fr.m.binaryOp(op, a, b)
	}
}

func (c *compiler) unaryOp(e *syntax.UnaryOp) evalFn {
	if e.Op == syntax.Not {
		test := c.condition(e.Operand)
		return func(fr *frame) (Value, error) {
			yes, err := test(fr)
			return !yes, err
		}
	}
	operand, op := c.expr(e.Operand), e.Op
	if k, ok := e.Operand.(*syntax.Constant); ok && op == syntax.USub {
		switch v := constantValue(k).(type) {
		case int64:
			return constant(integer(-v))
		case float64:
			return constant(-v)
		}
	}
	return func(fr *frame) (Value, error) {
		v, err := operand(fr)
		if err != nil {
			return nil, err
		}
		return fr.m.unaryOp(op, v)
	}
}

func (c *compiler) compare(e *syntax.Compare) evalFn {
	left := c.expr(e.Left)
	line := c.lineOf(e)
	links := make([]evalFn, len(e.Comparators))
	for i, x := range e.Comparators {
		links[i] = c.expr(x)
	}
	ops := e.Ops
	if len(ops) == 1 {
		op, right := ops[0], links[0]
		fresh := isFresh(e.Comparators[0]) && (op == syntax.In || op == syntax.NotIn)
		return func(fr *frame) (Value, error) {
			a, err := left(fr)
			if err != nil {
				return nil, err
			}
			b, err := right(fr)
			if err != nil {
				return nil, err
			}
			if line != 0 {
				fr.line = line
			}
			v, err := fr.m.link(op, a, b)
			if fresh && fr.m.cleaning != 0 {
				return v, fr.m.dropArguments([]Value{b}, []int{0}, v, err)
			}
			return v, err
		}
	}
	return func(fr *frame) (Value, error) {
		a, err := left(fr)
		if err != nil {
			return nil, err
		}
		var v Value
		for i, next := range links {
			b, err := next(fr)
			if err != nil {
				return nil, err
			}
			if v, err = fr.m.link(ops[i], a, b); err != nil {
				return nil, err
			}
			if i == len(links)-1 {
				break
			}
			if yes, err := fr.m.truth(v); !yes || err != nil {
				return v, err
			}
			a = b
		}
		return v, nil
	}
}

// link is one link of a chain of comparisons.
func (m *machine) link(op syntax.CmpOperator, a, b Value) (Value, error) {
	switch op {
	case syntax.Is:
		return identical(a, b), nil
	case syntax.IsNot:
		return !identical(a, b), nil
	case syntax.In:
		return m.contains(b, a)
	case syntax.NotIn:
		in, err := m.contains(b, a)
		return !in, err
	}
	return m.compare(op, a, b)
}

func (c *compiler) boolOp(e *syntax.BoolOp) evalFn {
	values := make([]evalFn, len(e.Values))
	for i, v := range e.Values {
		values[i] = c.expr(v)
	}
	stopAt := e.Op == syntax.Or
	return func(fr *frame) (Value, error) {
		for i, eval := range values {
			v, err := eval(fr)
			if err != nil || i == len(values)-1 {
				return v, err
			}
			if yes, err := fr.m.truth(v); yes == stopAt || err != nil {
				return v, err
			}
		}
		return nil, nil
	}
}

func (c *compiler) ifExp(e *syntax.IfExp) evalFn {
	test, body, otherwise := c.condition(e.Test), c.expr(e.Body), c.expr(e.Else)
	return func(fr *frame) (Value, error) {
		yes, err := test(fr)
		if err != nil {
			return nil, err
		}
		if yes {
			return body(fr)
		}
		return otherwise(fr)
	}
}

func (c *compiler) subscript(e *syntax.Subscript) evalFn {
	object, key, line := c.expr(e.Value), c.expr(e.Slice), c.lineOf(e)
	return func(fr *frame) (Value, error) {
		o, err := object(fr)
		if err != nil {
			return nil, err
		}
		k, err := key(fr)
		if err != nil {
			return nil, err
		}
		if line != 0 {
			fr.line = line
		}
		return fr.m.getItem(o, k)
	}
}

func (c *compiler) slice(e *syntax.Slice) evalFn {
	part := func(x syntax.Expr) evalFn {
		if x == nil {
			return constant(None)
		}
		return c.expr(x)
	}
	start, stop, step := part(e.Lower), part(e.Upper), part(e.Step)
	return func(fr *frame) (Value, error) {
		s := &slice{}
		var err error
		if s.start, err = start(fr); err != nil {
			return nil, err
		}
		if s.stop, err = stop(fr); err != nil {
			return nil, err
		}
		s.step, err = step(fr)
		return s, err
	}
}

func (c *compiler) namedExpr(e *syntax.NamedExpr) evalFn {
	eval, store := c.expr(e.Value), c.storeName(e.Target.ID)
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err != nil {
			return nil, err
		}
		return v, store(fr, v)
	}
}

func (c *compiler) joinedStr(e *syntax.JoinedStr) evalFn {
	parts := make([]evalFn, len(e.Values))
	for i, v := range e.Values {
		if f, ok := v.(*syntax.FormattedValue); ok {
			parts[i] = c.formatted(f)
		} else {
			parts[i] = c.expr(v)
		}
	}
	return func(fr *frame) (Value, error) {
		var out []byte
		for _, part := range parts {
			v, err := part(fr)
			if err != nil {
				return nil, err
			}
			out = append(out, v.(string)...)
		}
		return string(out), fr.m.roomText(len(out))
	}
}

// formatted compiles a replacement field into what gives its text.
func (c *compiler) formatted(e *syntax.FormattedValue) evalFn {
	eval, conversion, line := c.expr(e.Value), e.Conversion, c.lineOf(e)
	spec := constant("")
	if e.Spec != nil {
		spec = c.joinedStr(e.Spec)
	}
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err != nil {
			return nil, err
		}
		switch conversion {
		case 's':
			v, err = fr.m.str(v)
		case 'r':
			v, err = fr.m.repr(v)
		case 'a':
			var text string
			text, err = fr.m.repr(v)
			v = ascii(text)
		}
		if err != nil {
			return nil, err
		}
		how, err := spec(fr)
		if err != nil {
			return nil, err
		}
		if line != 0 {
			fr.line = line
		}
		return fr.m.format(v, how.(string))
	}
}
