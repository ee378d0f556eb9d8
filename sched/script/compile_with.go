package script

import "loopscope/sched/script/syntax"

// with compiles with and async with.
func (c *compiler) with(s *syntax.With) execFn {
	var run execFn
	c.guarded(true, func() { run = c.block(s.Body) })
	c.line, c.inLine = s.Where().Pos.Line, false
	for i := len(s.Items) - 1; i >= 0; i-- {
		if s.Async {
			run = c.withItem(s.Items[i], run)
		} else {
			run = c.plainItem(s.Items[i], run)
		}
	}
	return run
}

func (c *compiler) withItem(item *syntax.WithItem, body execFn) execFn {
	manager, line := c.expr(item.Context), int32(item.Context.Where().Pos.Line)
	var store storeFn
	if item.Vars != nil {
		store = c.target(item.Vars)
	}
	return func(fr *frame) (signal, error) {
		v, err := manager(fr)
		if err != nil {
			return goOn, err
		}
		t := typeOf(v)
		if t.enter == nil {
			return goOn, typeError("'%s' object does not support the asynchronous context manager protocol", t.name)
		}
		if t.user != nil {
			fr.within = &within{v, fr.within}
			defer func(outer *within) { fr.within = outer }(fr.within.outer)
		}
		entered, err := fr.awaited(t.enter(fr, v))
		if err != nil {
			return goOn, err
		}
		var sig signal
		if store != nil {
			err = store(fr, entered)
		}
		if err == nil {
			sig, err = body(fr)
		}
		exc := fr.caught(err)
		if err != nil && exc == nil {
			return sig, err
		}
		return fr.leave(func(fr *frame, exc *exception) (bool, error) { return t.exit(fr, v, exc) }, outcome{sig, exc}, line)
	}
}

// A within is what a with block is in: a manager that perhaps nothing else
// refers to.
type within struct {
	manager Value
	outer   *within
}

// outcome is how a block ended.
type outcome struct {
	sig signal
	exc *exception
}

// leave runs the exit of a with block.
func (fr *frame) leave(exit func(*frame, *exception) (bool, error), how outcome, line int32) (signal, error) {
	ret, outer := fr.ret, fr.handling
	fr.reach(line)
	if how.exc != nil {
		fr.handling = how.exc
	}
	swallow, err := exit(fr, how.exc)
	if fr.threw {
		_, err = fr.awaited(nil, err)
	}
	fr.handling = outer
	switch {
	case err != nil:
		if how.exc != nil {
			err = fr.during(how.exc, err)
		}
		return goOn, err
	case how.exc == nil:
		fr.ret = ret
		return how.sig, nil
	case swallow:
		return goOn, nil
	}
	return goOn, how.exc
}

// plainItem is one item of a with.
func (c *compiler) plainItem(item *syntax.WithItem, body execFn) execFn {
	manager, line := c.expr(item.Context), int32(item.Context.Where().Pos.Line)
	var store storeFn
	if item.Vars != nil {
		store = c.target(item.Vars)
	}
	return func(fr *frame) (signal, error) {
		v, err := manager(fr)
		if err != nil {
			return goOn, err
		}
		enter, exit, err := fr.m.contextManager(v)
		if err != nil {
			return goOn, err
		}
		if typeOf(v).user != nil {
			fr.within = &within{v, fr.within}
			defer func(outer *within) { fr.within = outer }(fr.within.outer)
		}
		entered, err := fr.m.call(enter, args{})
		if err != nil {
			return goOn, err
		}
		var sig signal
		if store != nil {
			err = store(fr, entered)
		}
		if err == nil {
			sig, err = body(fr)
		}
		exc := fr.caught(err)
		if err != nil && exc == nil {
			return sig, err
		}
		return fr.leave(func(fr *frame, exc *exception) (bool, error) { return fr.m.exit(exit, exc) }, outcome{sig, exc}, line)
	}
}

// contextManager finds the two methods of a context manager.
func (m *machine) contextManager(v Value) (enter, exit Value, err error) {
	t := typeOf(v)
	const wanted = "'%s' object does not support the context manager protocol"
	if enter, err = m.special(v, "__enter__"); err != nil {
		return nil, nil, err
	}
	if enter == nil {
		return nil, nil, typeError(wanted, t.name)
	}
	if exit, err = m.special(v, "__exit__"); err != nil {
		return nil, nil, err
	}
	if exit == nil {
		return nil, nil, typeError(wanted+" (missed __exit__ method)", t.name)
	}
	return enter, exit, nil
}

// exit calls an __exit__ with what a with block raised.
func (m *machine) exit(fn Value, exc *exception) (swallow bool, err error) {
	v, err := m.call(fn, args{pos: exitArgs(exc)})
	if err != nil || exc == nil {
		return false, err
	}
	return m.truth(v)
}

// exitArgs are the arguments of __exit__ and __aexit__.
func exitArgs(exc *exception) []Value {
	if exc == nil {
		return []Value{None, None, None}
	}
	return []Value{exc.cls, exc, exc.traceback()}
}
