package script

import "loopscope/sched"

// fillAsync fills the slots that await methods of the script.
func (t *Type) fillAsync() {
	if t.overrides("__await__") {
		t.await = awaitSpecial
	}
	if t.overrides("__aenter__") {
		t.enter = func(fr *frame, v Value) (Value, error) {
			if typeOf(v).lookup("__aexit__") == nil {
				return nil, typeError("'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", typeOf(v).name)
			}
			made, err := fr.m.callSpecial(v, "__aenter__")
			if err != nil {
				return nil, err
			}
			return fr.awaitOf(made, "'async with' received an object from __aenter__ that does not implement __await__: %s")
		}
	}
	if t.overrides("__aexit__") {
		t.exit = func(fr *frame, v Value, exc *exception) (bool, error) {
			made, err := fr.m.callSpecial(v, "__aexit__", exitArgs(exc)...)
			if err != nil {
				return false, err
			}
			got, err := fr.awaitOf(made, "'async with' received an object from __aexit__ that does not implement __await__: %s")
			if err != nil || exc == nil {
				return false, err
			}
			return fr.m.truth(got)
		}
	}
}

// canAwait says whether await takes a value.
func canAwait(v Value) bool {
	switch v := v.(type) {
	case *coroutine, *future:
		return true
	case *generator:
		return v.code.awaitable
	}
	return typeOf(v).await != nil
}

// awaitOf awaits what a method gave; otherwise is the message for what cannot
// be awaited.
func (fr *frame) awaitOf(v Value, otherwise string) (Value, error) {
	if !canAwait(v) {
		return nil, typeError(otherwise, typeOf(v).name)
	}
	return fr.m.await(fr, v)
}

// awaitSpecial mirrors _PyCoro_GetAwaitableIter for an object with an
// __await__ of the script.
func awaitSpecial(fr *frame, v Value) (Value, error) {
	m := fr.m
	made, err := m.callSpecial(v, "__await__")
	if err != nil {
		return nil, err
	}
	if _, ok := made.(*coroutine); ok {
		return nil, typeError("__await__() returned a coroutine")
	}
	it := m.asIterator(made)
	if it == nil {
		return nil, typeError("__await__() returned non-iterator of type '%s'", typeOf(made).name)
	}
	if w, ok := it.(*awaitIter); ok && !w.begun {
		w.begun = true
		return fr.awaitHidden(w.of.(*coroutine))
	}
	return fr.drive(it)
}

// awaitHidden awaits a coroutine by way of its __await__, which hides its
// frames from cr_await.
func (fr *frame) awaitHidden(co *coroutine) (Value, error) {
	if err := co.awaited(fr.m); err != nil {
		return nil, err
	}
	return fromLoop(co.c.Await(func(y any) error {
		fr.m.suspended = nil
		return fr.suspend(y)
	}))
}

// drive awaits an iterator: what it gives is handed to the loop.
func (fr *frame) drive(it iterator) (Value, error) {
	m := fr.m
	item, err := it.next(m)
	for {
		e := catchable(err)
		switch {
		case e != nil && e.cls.is(excTypes["StopIteration"]):
			return stopValue(e), nil
		case err != nil:
			return nil, err
		case item == nil:
			return stopValue(stopOf(it).(*exception)), nil
		}
		if g, ok := it.(*generator); ok {
			m.suspended = g.fr
		}
		thrown := fr.suspend(suspension(item))
		sent := m.sent
		m.sent = nil
		switch {
		case thrown != nil:
			item, err = m.throwInto(it, thrown)
		case sent != nil:
			item, err = m.sendInto(it, sent)
		default:
			item, err = it.next(m)
		}
	}
}

// suspension is what the loop is given for a value that came out of an
// __await__.
func suspension(v Value) any {
	switch v := v.(type) {
	case none:
		return nil
	case *future:
		return v.f
	}
	return v
}

// An awaitIter is what __await__ of a coroutine or a future gives.
type awaitIter struct {
	of    Value
	begun bool
	stop  *exception // by which it ended
}

var awaitIterType = iteratorSubtype("coroutine_wrapper")

func (*awaitIter) class() *Type { return awaitIterType }

func (it *awaitIter) next(m *machine) (Value, error) { return it.step(m, nil, nil) }

// step resumes what is awaited by hand.
func (it *awaitIter) step(m *machine, sent Value, thrown error) (Value, error) {
	it.begun = true
	v, err := it.of.(*coroutine).resume(m, sent, thrown)
	if e := catchable(err); e != nil && e.cls.is(excTypes["StopIteration"]) {
		it.stop = e
		return nil, nil
	}
	return v, err
}

// resume drives a coroutine by hand: it sends a value, nil for None, or throws;
// its end is a StopIteration.
func (co *coroutine) resume(m *machine, sent Value, thrown error) (Value, error) {
	if err := co.awaited(m); err != nil {
		return nil, err
	}
	if co.c.State() == sched.CoroRunning {
		return nil, unsupported("resuming by hand a coroutine that is being awaited is")
	}
	top, restore := m.top, m.suspended
	if m.sent = sent; sent == None {
		m.sent = nil
	}
	y, done := co.c.Resume(thrown)
	m.top, m.sent = top, nil
	if !done {
		if y == nil {
			return None, nil
		}
		return valueOf(y), nil
	}
	m.suspended = restore
	v, err := fromLoop(co.c.Result())
	if err != nil {
		return nil, err
	}
	return nil, stopIteration(v)
}

// close is coroutine.close.
func (co *coroutine) close(m *machine) error {
	if co.fr != nil && co.fr.executing() {
		return valueError("coroutine already executing")
	}
	if co.c.State() == sched.CoroRunning {
		return unsupported("closing by hand a coroutine that is being awaited is")
	}
	top, restore := m.top, m.suspended
	err := co.c.Close()
	m.top, m.suspended = top, restore
	return err
}

func (m *machine) aiter(v Value) (Value, error) {
	t := typeOf(v)
	if t.lookup("__aiter__") == nil {
		return nil, typeError("'async for' requires an object with __aiter__ method, got %s", t.name)
	}
	it, err := m.callSpecial(v, "__aiter__")
	if err != nil {
		return nil, err
	}
	if typeOf(it).lookup("__anext__") == nil {
		return nil, typeError("'async for' received an object from __aiter__ that does not implement __anext__: %s", typeOf(it).name)
	}
	return it, nil
}

// anext awaits the next item; nil is the end.
func (fr *frame) anext(it Value) (Value, error) {
	made, err := fr.m.callSpecial(it, "__anext__")
	if err != nil {
		return nil, err
	}
	v, err := fr.awaitOf(made, "'async for' received an invalid object from __anext__: %s")
	if e := catchable(err); e != nil && e.cls.is(excTypes["StopAsyncIteration"]) {
		return nil, nil
	}
	return v, err
}

// An anextDefault is what anext gives that was called with a default.
type anextDefault struct{ of, otherwise Value }

var anextDefaultType = newType("anext_awaitable")

func (*anextDefault) class() *Type { return anextDefaultType }

func setupAnextDefault(t *Type) {
	t.await = func(fr *frame, v Value) (Value, error) {
		a := v.(*anextDefault)
		return a.orDefault(fr.m.await(fr, a.of))
	}
}

// orDefault gives the default at the end of the iterator.
func (a *anextDefault) orDefault(got Value, err error) (Value, error) {
	if e := catchable(err); e != nil && e.cls.is(excTypes["StopAsyncIteration"]) {
		return a.otherwise, nil
	}
	return got, err
}

// addAsyncMethods makes methods of the slots of async with, as asyncio's own
// classes have them: an AsyncExitStack calls them by name.
func (t *Type) addAsyncMethods() {
	if t.enter == nil || t.attrs["__aenter__"] != nil {
		return
	}
	enter, exit := t.enter, t.exit
	t.methods(map[string]nativeFn{
		"__aenter__": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between(t.short()+".__aenter__", 0, 0); err != nil {
				return nil, err
			}
			return m.methodCoroutine(t, "__aenter__", func(fr *frame) (Value, error) { return enter(fr, self) }), nil
		},
		"__aexit__": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between(t.short()+".__aexit__", 3, 3); err != nil {
				return nil, err
			}
			exc, _ := a.pos[1].(*exception)
			return m.methodCoroutine(t, "__aexit__", func(fr *frame) (Value, error) {
				swallow, err := exit(fr, self, exc)
				return swallow, err
			}), nil
		},
	})
}

// methodCoroutine is the coroutine of a method of asyncio's own.
func (m *machine) methodCoroutine(t *Type, method string, body func(fr *frame) (Value, error)) *coroutine {
	name := t.short() + "." + method
	return native(m.loop.NewCoro(name, func(s sched.Suspend) (any, error) {
		return body(&frame{m: m, code: &code{name: method, qualname: name}, suspend: s})
	}), origin{})
}
