package script

import "loopscope/sched/script/syntax"

func (c *compiler) yield(e *syntax.Yield) evalFn {
	eval, line, guarded := constant(None), int32(e.Where().Pos.Line), c.guards > 0
	if e.Value != nil {
		eval = c.expr(e.Value)
	}
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err != nil {
			return nil, err
		}
		fr.line, fr.gen.guarded = line, guarded
		v, err = fr.gen.hand(v)
		return v, fr.raisedAnew(err)
	}
}

func (c *compiler) yieldFrom(e *syntax.YieldFrom) evalFn {
	eval, line, guarded := c.expr(e.Value), int32(e.Where().Pos.Line), c.guards > 0
	return func(fr *frame) (Value, error) {
		v, err := eval(fr)
		if err != nil {
			return nil, err
		}
		fr.line, fr.gen.guarded = line, guarded
		it, err := fr.m.iterate(v)
		if err != nil {
			return nil, err
		}
		return fr.delegate(it)
	}
}

// delegate is yield from: PEP 380, with what is sent and thrown passed on.
func (fr *frame) delegate(it iterator) (Value, error) {
	m := fr.m
	v, err := it.next(m)
	for {
		if err != nil {
			return nil, err
		}
		if v == nil {
			return stopValue(stopOf(it).(*exception)), nil
		}
		fr.inner, m.suspended = m.suspended, nil
		if g, ok := it.(*generator); ok {
			fr.inner = g.fr
		}
		fr.gen.from = it
		sent, thrown := fr.gen.hand(v)
		fr.inner, fr.gen.from = nil, nil
		switch {
		case thrown != nil:
			v, err = m.throwInto(it, thrown)
			err = fr.raisedAnew(err)
		case sent == None:
			v, err = it.next(m)
		default:
			v, err = m.sendInto(it, sent)
		}
		if e := catchable(err); e != nil && e != thrown && e.cls.is(excTypes["StopIteration"]) {
			return stopValue(e), nil
		}
	}
}

// stopValue is the value of a StopIteration.
func stopValue(e *exception) Value { return first(e.args) }

func (m *machine) sendInto(it iterator, sent Value) (Value, error) {
	if g, ok := it.(*generator); ok {
		return g.resume(m, sent, nil)
	}
	switch it := it.(type) {
	case *awaitIter:
		return it.step(m, sent, nil)
	case *futureIter:
		return it.next(m)
	}
	send, err := m.getAttr(asValue(it), "send")
	if err != nil {
		return nil, err
	}
	return m.call(send, positional(sent))
}

// throwInto mirrors _gen_throw for the iterator that a generator delegates to.
func (m *machine) throwInto(it iterator, thrown error) (Value, error) {
	e := catchable(thrown)
	exit := e != nil && e.cls.is(excTypes["GeneratorExit"])
	if g, ok := it.(*generator); ok {
		if !exit {
			return g.resume(m, nil, thrown)
		}
		if _, err := g.close(m); err != nil {
			return nil, err
		}
		return nil, thrown
	}
	if w, ok := it.(*awaitIter); ok {
		return w.step(m, nil, thrown)
	}
	name := "throw"
	if exit {
		name = "close"
	}
	found, err := m.getAttr(asValue(it), name)
	if missing := catchable(err); missing != nil && missing.cls.is(excTypes["AttributeError"]) {
		return nil, thrown
	}
	if err != nil {
		return nil, err
	}
	if !exit {
		return m.call(found, positional(e))
	}
	if _, err := m.call(found, args{}); err != nil {
		return nil, err
	}
	return nil, thrown
}

// generatorExp compiles a generator expression: a generator whose function
// takes the first iterator, which is made at once.
func (c *compiler) generatorExp(e *syntax.GeneratorExp) evalFn {
	first, fresh := c.iterable(e.Generators[0].Iter), isFresh(e.Generators[0].Iter)
	async := isAsyncExp(e)
	build := c.function(e, "<genexpr>", &syntax.Arguments{Args: []*syntax.Arg{{Name: firstIterator}}}, async, func(inner *compiler) execFn {
		inner.line, inner.element = e.Where().Pos.Line, elementLine(e)
		line := int32(inner.line)
		loop := inner.loops(e.Generators, func(c *compiler) emitFn {
			elt := c.expr(e.Elt)
			return func(fr *frame, _ Value) error {
				v, err := elt(fr)
				if err != nil {
					return err
				}
				_, err = fr.gen.hand(v)
				return err
			}
		})
		return func(fr *frame) (signal, error) {
			fr.reach(line)
			return goOn, loop(fr, fr.slots[0], nil)
		}
	})
	build.code.line = int32(e.Where().Pos.Line)
	return func(fr *frame) (Value, error) {
		v, err := first(fr)
		if err != nil {
			return nil, err
		}
		var it Value
		if e.Generators[0].Async {
			it, err = fr.m.aiter(v)
		} else {
			it, err = fr.m.iterate(v)
		}
		if err != nil {
			return nil, err
		}
		made, err := build.make(fr)
		if err != nil {
			return nil, err
		}
		v, err = fr.m.callFunction(made.(*function), positional(it))
		if g, ok := v.(*generator); ok && fresh {
			g.source, _ = it.(iterator)
		}
		return v, err
	}
}

// isAsyncExp says whether a generator expression is an async generator.
func isAsyncExp(e *syntax.GeneratorExp) bool {
	async := false
	look := func(in syntax.Expr) {
		walkExpr(in, func(in syntax.Expr) {
			if _, ok := in.(*syntax.Await); ok {
				async = true
			}
		})
	}
	look(e.Elt)
	for i, g := range e.Generators {
		async = async || g.Async
		if i > 0 {
			look(g.Iter)
		}
		for _, test := range g.Ifs {
			look(test)
		}
	}
	return async
}

// firstIterator is the name of a generator expression's parameter.
const firstIterator = ".0"
