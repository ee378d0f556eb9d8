package script

import (
	"fmt"

	"loopscope/sched"
)

// A coroutine is a coroutine object: of an async def of the script, or of
// asyncio's own, which has no frame here.
type coroutine struct {
	c      *sched.Coro
	fr     *frame      // nil: asyncio's own, or it has ended
	code   *code       // nil: asyncio's own
	native *nativeCoro // nil: of the script
	task   bool        // a task was made of it
	seen   int32       // the last gather that it was given to, by number
}

// A nativeCoro is what a coroutine of asyncio's own has besides.
type nativeCoro struct {
	home origin
	args []Value // until it ends: what else holds nobody
	// thrown gives what is run if an exception is thrown in before it has begun;
	// nil: it ends with the exception.
	thrown thrownFirst
}

// thrownFirst is the Owner of a coroutine that no object stands for yet.
type thrownFirst func(error) sched.CoroFunc

// Thrown is that of a sched.Thrower.
func (fn thrownFirst) Thrown(err error) sched.CoroFunc { return fn(err) }

// An origin says where CPython 3.13 has a coroutine function of asyncio's own,
// which the repr of a task tells.
type origin struct {
	file    string
	first   int // line of the def
	running int // line of the await in which it is suspended
}

var (
	sleepOrigin     = origin{"asyncio/tasks.py", 703, 718}
	sleepZeroOrigin = origin{"asyncio/tasks.py", 703, 706}
	waitOrigin      = origin{"asyncio/tasks.py", 424, 451}
	waitForOrigin   = origin{"asyncio/tasks.py", 459, 507}
	wrapOrigin      = origin{"asyncio/tasks.py", 736, 737}
	waitForNoTime   = origin{"asyncio/tasks.py", 459, 500} // with a timeout that is over
)

var coroutineType = newType("coroutine")

func (*coroutine) class() *Type { return coroutineType }

// newCoroutine makes the coroutine of a call whose arguments are bound. The
// frame is now the coroutine's.
func (m *machine) newCoroutine(f *function, fr *frame) *coroutine {
	co := &coroutine{fr: fr, code: f.code}
	co.c = m.loop.NewCoroOf(co, f.qualname)
	return co
}

// native wraps a coroutine of asyncio's own.
func native(c *sched.Coro, home origin) *coroutine {
	co := &coroutine{c: c, native: &nativeCoro{home: home}}
	co.native.thrown, _ = c.Owner.(thrownFirst)
	c.Owner = co
	return co
}

// Run is the body of a coroutine of the script.
func (co *coroutine) Run(s sched.Suspend) (any, error) {
	fr := co.fr
	fr.awaitedBy(s)
	if err := fr.above(fr.m.top); err != nil {
		return co.over(nil, err)
	}
	return co.over(fr.run())
}

// over lets go of the frame, with what its code came to.
func (co *coroutine) over(v Value, err error) (any, error) {
	fr := co.fr
	co.fr = nil
	fr.m.recycle(fr)
	return v, noStopIteration(err)
}

// Thrown notes that an exception has ended the coroutine before it began, or
// gives what that is thrown into.
func (co *coroutine) Thrown(err error) sched.CoroFunc {
	if co.native != nil && co.native.thrown != nil {
		return co.native.thrown(err)
	}
	e, ok := err.(*exception)
	if !ok {
		return nil
	}
	e.in = nil
	if fr := co.fr; fr != nil {
		fr.passed(e)
		fr.left()
		co.fr, e.in = nil, nil
	}
	co.passed(e)
	return nil
}

// passed notes that an exception has ended a coroutine of asyncio's own: its
// frame holds the arguments from now on.
func (co *coroutine) passed(err error) {
	if co.native == nil {
		return
	}
	if e, ok := err.(*exception); ok && co.native.args != nil {
		e.native = append(e.native, &frame{slots: co.native.args, held: true})
	}
	co.native.args = nil
}

// noStopIteration makes a RuntimeError of what would look like the end of a
// coroutine. It mirrors gen_send_ex2 and _PyErr_FormatFromCause in
// genobject.c.
func noStopIteration(err error) error {
	e, ok := err.(*exception)
	if !ok || !e.cls.is(excTypes["StopIteration"]) {
		return err
	}
	wrapped := raise("RuntimeError", "coroutine raised %s", e.cls.name)
	wrapped.cause, wrapped.context, wrapped.suppress = e, e, true
	return wrapped
}

// await is await v in a frame.
func (m *machine) await(fr *frame, v Value) (Value, error) {
	switch v := v.(type) {
	case *coroutine:
		if v.task && v.c.State() == sched.CoroCreated {
			return fromLoop(v.c.Await(unsuspended))
		}
		if err := v.awaited(m); err != nil {
			return nil, err
		}
		return fr.resumed(v.c.Await(fr.suspend))
	case *future:
		if v.f.Done() {
			return m.retrieved(v.f.Await(fr.suspend))
		}
		return fr.resumed(v.f.Await(fr.suspend))
	}
	return m.awaitOther(fr, v)
}

// resumed gives what an await of the loop came to.
func (fr *frame) resumed(v any, err error) (Value, error) { return fr.awaited(fromLoop(v, err)) }

// awaitOther awaits what is neither a coroutine nor a future.
func (m *machine) awaitOther(fr *frame, v Value) (Value, error) {
	if g, ok := v.(*generator); ok && g.code.awaitable {
		return fr.awaited(fr.drive(g))
	}
	t := typeOf(v)
	if t.await == nil {
		return nil, typeError("object %s can't be used in 'await' expression", t.name)
	}
	return fr.awaited(t.await(fr, v))
}

// unsuspended is the Suspend of a coroutine that a task is to drive and that is
// awaited before: it may end, but not be suspended on the stack of another.
func unsuspended(any) error {
	return unsupported("awaiting a coroutine that a task was made of is")
}

// taken notes that a task is to drive the coroutine. As in CPython several may,
// in turns that nobody means; but not one that runs on the stack of another.
func (co *coroutine) taken() error {
	if co.c.State() == sched.CoroRunning {
		return unsupported("making a task of a coroutine that is being awaited is")
	}
	co.task = true
	return nil
}

// awaited checks that a coroutine can be awaited.
func (co *coroutine) awaited(m *machine) error {
	if co.task && co.c.State() == sched.CoroCreated {
		return unsupported("awaiting a coroutine that a task was made of is")
	}
	for fr := m.top; fr != nil; fr = fr.back {
		if fr == co.fr {
			return valueError("coroutine already executing")
		}
	}
	return nil
}

// fromLoop gives what the loop returned as a value of the script.
func fromLoop(v any, err error) (Value, error) {
	if err != nil {
		return nil, err
	}
	return valueOf(v), nil
}

// describe mirrors asyncio.coroutines._format_coroutine.
func (co *coroutine) describe(m *machine) string {
	var home origin
	if co.native != nil {
		home = co.native.home
	}
	file, first, running := home.file, home.first, home.running
	if co.code != nil {
		file, first = m.file(co.code), int(co.code.line)
		if co.fr != nil {
			running = int(co.fr.line)
		}
	}
	name := co.c.Name() + "()"
	switch {
	case file == "":
		return name
	case co.c.State() == sched.CoroClosed:
		return fmt.Sprintf("%s done, defined at %s:%d", name, file, first)
	case co.c.State() == sched.CoroCreated:
		return fmt.Sprintf("%s running at %s:%d", name, file, first)
	}
	return fmt.Sprintf("%s running at %s:%d", name, file, running)
}

func setupCoroutine(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		return "<coroutine object " + v.(*coroutine).c.Name() + " at " + m.address(v) + ">", nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) { return v.(*coroutine).attribute(name) }
	t.methods(map[string]nativeFn{
		"__await__": func(_ *machine, self Value, a args) (Value, error) {
			return &awaitIter{of: self}, a.between("coroutine.__await__", 0, 0)
		},
		"send": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("coroutine.send", 1, 1); err != nil {
				return nil, err
			}
			if a.pos[0] != None && self.(*coroutine).c.State() == sched.CoroCreated {
				return nil, typeError("can't send non-None value to a just-started coroutine")
			}
			return self.(*coroutine).resume(m, a.pos[0], nil)
		},
		"throw": func(m *machine, self Value, a args) (Value, error) {
			exc, err := m.thrown("throw", a)
			if err != nil {
				return nil, err
			}
			return self.(*coroutine).resume(m, nil, exc)
		},
		"close": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("coroutine.close", 0, 0); err != nil {
				return nil, err
			}
			return None, self.(*coroutine).close(m)
		},
	})
}
