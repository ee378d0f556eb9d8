package script

import (
	"loopscope/sched/script/syntax"
)

// display compiles a list or tuple.
func (c *compiler) display(elts []syntax.Expr, build func([]Value) Value) evalFn {
	items := c.items(elts, (*machine).collectHinted)
	return func(fr *frame) (Value, error) {
		all, err := items(fr)
		if err != nil {
			return nil, err
		}
		return build(all), nil
	}
}

// A spread gives the items of what is starred.
type spread func(m *machine, v Value) ([]Value, error)

// items compiles expressions of which some may be starred.
func (c *compiler) items(elts []syntax.Expr, collect spread) func(fr *frame) ([]Value, error) {
	evals, starred := make([]evalFn, len(elts)), make([]bool, len(elts))
	for i, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			starred[i], e = true, s.Value
		}
		evals[i] = c.expr(e)
	}
	return func(fr *frame) ([]Value, error) {
		all := make([]Value, 0, len(evals))
		for i, eval := range evals {
			v, err := eval(fr)
			if err != nil {
				return nil, err
			}
			if !starred[i] {
				all = append(all, v)
				continue
			}
			if t := typeOf(v); t.iter == nil {
				return nil, typeError("Value after * must be an iterable, not %s", t.name)
			}
			more, err := collect(fr.m, v)
			if err != nil {
				return nil, err
			}
			all = append(all, more...)
		}
		return all, fr.m.room(len(all))
	}
}

// setDisplay compiles a set. CPython builds one of three or more constants by
// way of a frozenset, which shows in its order.
func (c *compiler) setDisplay(e *syntax.Set) evalFn {
	if len(e.Elts) < 3 || !allConstant(e.Elts) {
		return c.setOf(e, setType)
	}
	folded := c.constantSet(e)
	return func(fr *frame) (Value, error) {
		v, err := folded(fr)
		if err != nil {
			return nil, err
		}
		s := newSet(setType)
		return s, s.merge(fr.m, v)
	}
}

// iterable compiles what a loop goes through: a set of constants is a
// frozenset there.
func (c *compiler) iterable(e syntax.Expr) evalFn {
	if s, ok := e.(*syntax.Set); ok && allConstant(s.Elts) {
		return c.constantSet(s)
	}
	return c.expr(e)
}

// constantSet builds the frozenset that CPython folds a set of constants into:
// merge_consts_recursive in Python/compile.c builds it once more from itself.
func (c *compiler) constantSet(e *syntax.Set) evalFn {
	first := c.setOf(e, frozensetType)
	return func(fr *frame) (Value, error) {
		v, err := first(fr)
		if err != nil {
			return nil, err
		}
		s := newSet(frozensetType)
		for _, item := range v.(*set).items() {
			if err := s.add(fr.m, item); err != nil {
				return nil, err
			}
		}
		return s, nil
	}
}

// setOf builds a set item by item.
func (c *compiler) setOf(e *syntax.Set, t *Type) evalFn {
	items := c.items(e.Elts, (*machine).collect)
	return func(fr *frame) (Value, error) {
		all, err := items(fr)
		if err != nil {
			return nil, err
		}
		s := newSet(t)
		for _, v := range all {
			if err := s.add(fr.m, v); err != nil {
				return nil, err
			}
		}
		return s, nil
	}
}

// allConstant says whether CPython folds all of some expressions.
func allConstant(elts []syntax.Expr) bool {
	for _, e := range elts {
		ok := false
		switch e := e.(type) {
		case *syntax.Constant:
			ok = true
		case *syntax.UnaryOp:
			ok = allConstant([]syntax.Expr{e.Operand})
		case *syntax.BinOp:
			ok = allConstant([]syntax.Expr{e.Left, e.Right})
		case *syntax.Tuple:
			ok = allConstant(e.Elts)
		}
		if !ok {
			return false
		}
	}
	return true
}

func (c *compiler) dictDisplay(e *syntax.Dict) evalFn {
	keys, values := make([]evalFn, len(e.Keys)), make([]evalFn, len(e.Values))
	for i, k := range e.Keys {
		if k != nil {
			keys[i] = c.expr(k)
		}
		values[i] = c.expr(e.Values[i])
	}
	return func(fr *frame) (Value, error) {
		d := newDict()
		for i, key := range keys {
			if key == nil {
				more, err := values[i](fr)
				if err != nil {
					return nil, err
				}
				if !isMapping(more) {
					return nil, typeError("'%s' object is not a mapping", typeOf(more).name)
				}
				if err := d.update(fr.m, more); err != nil {
					return nil, err
				}
				continue
			}
			k, err := key(fr)
			if err != nil {
				return nil, err
			}
			v, err := values[i](fr)
			if err != nil {
				return nil, err
			}
			if err := d.set(fr.m, k, v); err != nil {
				return nil, err
			}
		}
		return d, fr.m.room(d.live)
	}
}

// An emitFn adds what a comprehension gives for one round to acc.
type emitFn func(fr *frame, acc Value) error

func (c *compiler) listComp(e *syntax.ListComp) evalFn {
	return c.comprehension(e, e.Generators, func() Value { return &list{} }, func(inner *compiler) emitFn {
		elt := inner.expr(e.Elt)
		return func(fr *frame, acc Value) error {
			v, err := elt(fr)
			if err != nil {
				return err
			}
			l := acc.(*list)
			l.items = append(l.items, v)
			return fr.m.grown(len(l.items))
		}
	})
}

func (c *compiler) setComp(e *syntax.SetComp) evalFn {
	return c.comprehension(e, e.Generators, func() Value { return newSet(setType) }, func(inner *compiler) emitFn {
		elt := inner.expr(e.Elt)
		return func(fr *frame, acc Value) error {
			v, err := elt(fr)
			if err != nil {
				return err
			}
			s := acc.(*set)
			if err := s.add(fr.m, v); err != nil {
				return err
			}
			return fr.m.grown(s.len())
		}
	})
}

func (c *compiler) dictComp(e *syntax.DictComp) evalFn {
	return c.comprehension(e, e.Generators, func() Value { return newDict() }, func(inner *compiler) emitFn {
		key, value := inner.expr(e.Key), inner.expr(e.Value)
		return func(fr *frame, acc Value) error {
			k, err := key(fr)
			if err != nil {
				return err
			}
			v, err := value(fr)
			if err != nil {
				return err
			}
			d := acc.(*dict)
			if err := d.set(fr.m, k, v); err != nil {
				return err
			}
			return fr.m.grown(d.live)
		}
	})
}

// comprehension compiles the loops of one around what emit makes. It runs in
// the frame that it stands in, with slots of its own.
func (c *compiler) comprehension(node syntax.Node, gens []*syntax.Comprehension, begin func() Value, emit func(*compiler) emitFn) evalFn {
	first := c.iterable(gens[0].Iter)
	scope := c.r.scopes[node]
	inner := *c
	inner.scope, inner.element = scope, elementLine(node)
	var own, cells []int
	for _, v := range scope.order {
		own = append(own, v.slot)
		if v.cell {
			cells = append(cells, v.slot)
		}
	}
	loop := inner.loops(gens, emit)
	return func(fr *frame) (Value, error) {
		v, err := first(fr)
		if err != nil {
			return nil, err
		}
		for _, slot := range own {
			fr.slots[slot] = nil
		}
		for _, slot := range cells {
			fr.slots[slot] = &cell{}
		}
		acc := begin()
		err = loop(fr, v, acc)
		if len(fr.m.asyncGens) > 0 { // which its variables hold no longer
			for _, slot := range own {
				fr.slots[slot] = nil
			}
		}
		if err != nil {
			return nil, err
		}
		return acc, nil
	}
}

// loops compiles the for and if clauses; over is the iterable of the first.
func (c *compiler) loops(gens []*syntax.Comprehension, emit func(*compiler) emitFn) func(fr *frame, over, acc Value) error {
	assign := c.target(gens[0].Target)
	tests := make([]func(*frame) (bool, error), len(gens[0].Ifs))
	for i, e := range gens[0].Ifs {
		tests[i] = c.condition(e)
	}
	var body emitFn
	if len(gens) == 1 {
		body = emit(c)
	} else {
		iterable, loop := c.iterable(gens[1].Iter), c.loops(gens[1:], emit)
		body = func(fr *frame, acc Value) error {
			over, err := iterable(fr)
			if err != nil {
				return err
			}
			return loop(fr, over, acc)
		}
	}
	each := (*frame).each
	if gens[0].Async {
		each = (*frame).asyncEach
	}
	if c.teller != nil {
		each = c.toldEach(each, int32(gens[0].Iter.Where().Pos.Line))
	}
	return func(fr *frame, over, acc Value) error {
		return each(fr, over, func(item Value) error {
			if err := assign(fr, item); err != nil {
				return err
			}
			for _, test := range tests {
				if yes, err := test(fr); !yes || err != nil {
					return err
				}
			}
			return body(fr, acc)
		})
	}
}

func (fr *frame) each(over Value, f func(Value) error) error { return fr.m.each(over, f) }

// asyncEach calls f for every item of an async iterable.
func (fr *frame) asyncEach(over Value, f func(Value) error) error {
	it, err := fr.m.aiter(over)
	if err != nil {
		return err
	}
	for {
		item, err := fr.anext(it)
		if item == nil || err != nil {
			return err
		}
		if err := fr.m.tick(); err != nil {
			return err
		}
		if err := f(item); err != nil {
			return err
		}
	}
}
