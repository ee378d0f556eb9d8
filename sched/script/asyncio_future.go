package script

import (
	"strings"

	"loopscope/sched"
)

// A future is a Future or Task object; there is one for each of the loop's
// that the script has met.
type future struct {
	f     *sched.Future
	depth int // gathers and shields below it
}

var (
	futureType    = newType("_asyncio.Future")
	gatheringType = subtype("_GatheringFuture", futureType)
	taskType      = subtype("Task", futureType)
)

func (v *future) class() *Type {
	switch {
	case v.f.Task() != nil:
		return taskType
	case v.f.Label() == "gather":
		return gatheringType
	}
	return futureType
}

// wrap gives the object of a future of the loop.
func wrap(f *sched.Future) *future {
	v, ok := f.Owner.(*future)
	if !ok {
		v = &future{f: f}
		f.Owner = v
	}
	return v
}

func setupFuture(t *Type) {
	t.repr = reprFuture
	t.iter = func(_ *machine, v Value) (iterator, error) { return iterateFuture(v.(*future)), nil }
	init := declare("Future", "*, loop=None", func(m *machine, _ []Value) (Value, error) {
		if err := m.someLoop(); err != nil {
			return nil, err
		}
		return wrap(m.loop.NewFuture("Future")), m.charge(objectSize)
	})
	t.construct = func(m *machine, t *Type, a args) (Value, error) {
		if t != futureType {
			return nil, unsupported("making an asyncio.%s by calling the class is", t.short())
		}
		return init.fn(m, nil, a)
	}
	t.methods(map[string]nativeFn{
		"__await__": func(_ *machine, self Value, a args) (Value, error) {
			return iterateFuture(self.(*future)), a.between("Future.__await__", 0, 0)
		},
		"done": futureTest("done", (*sched.Future).Done), "cancelled": futureTest("cancelled", (*sched.Future).Cancelled),
		"result": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("Future.result", 0, 0); err != nil {
				return nil, err
			}
			return m.retrieved(self.(*future).f.Result())
		},
		"exception": futureException, "cancel": futureCancel,
		"set_result": futureSetResult, "set_exception": futureSetException,
		"add_done_callback": addDoneCallback, "remove_done_callback": removeDoneCallback,
		"get_loop": func(m *machine, _ Value, a args) (Value, error) {
			return m.loopObject(), a.noneOf("get_loop")
		},
	})
}

// A futureIter mirrors FutureIter of _asyncio: it gives the future until that
// is done, then ends with its result.
type futureIter struct {
	of    *future
	begun bool
	value Value // the result
}

func (*futureIter) class() *Type { return futureIterType }

func (it *futureIter) next(*machine) (Value, error) {
	switch f := it.of.f; {
	case f.Done():
		v, err := fromLoop(f.Result())
		it.value = v
		return nil, err
	case it.begun:
		return nil, raise("RuntimeError", "await wasn't used with future")
	}
	it.begun, it.of.f.Blocking = true, true
	return it.of, nil
}

func iterateFuture(v *future) iterator { return &futureIter{of: v} }

func futureTest(name string, test func(*sched.Future) bool) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		return test(self.(*future).f), a.between("Future."+name, 0, 0)
	}
}

func futureException(_ *machine, self Value, a args) (Value, error) {
	if err := a.noneOf("exception"); err != nil {
		return nil, err
	}
	exc, err := self.(*future).f.Exception()
	if err != nil || exc == nil {
		return None, err
	}
	return exc, nil
}

var cancelSignature = newSignature("cancel", "msg=None")

func futureCancel(_ *machine, self Value, a args) (Value, error) {
	if n := len(a.pos) + len(a.kw); n > 1 {
		return nil, typeError("cancel() takes at most 1 argument (%d given)", n)
	}
	var v [1]Value
	if err := cancelSignature.bind(v[:], a, cancelSignature.defaults, nil); err != nil {
		return nil, err
	}
	var msg any
	if v[0] != None {
		msg = v[0]
	}
	return self.(*future).f.Cancel(msg), nil
}

// noneOf is that check of a method without arguments.
func (a args) noneOf(name string) error {
	if len(a.pos)+len(a.kw) > 0 {
		return typeError("%s() takes no arguments", name)
	}
	return nil
}

// exactlyOne is the check of the methods that take their argument as a clinic
// with a class does.
func exactlyOne(name string, a args) error {
	switch n := len(a.pos) + len(a.kw); {
	case n > 1:
		return typeError("%s() takes at most 1 argument (%d given)", name, n)
	case len(a.pos) == 0:
		return typeError("%s() takes exactly 1 positional argument (%d given)", name, 0)
	}
	return nil
}

func futureSetResult(_ *machine, self Value, a args) (Value, error) {
	if err := exactlyOne("set_result", a); err != nil {
		return nil, err
	}
	return None, self.(*future).f.SetResult(a.pos[0])
}

func futureSetException(m *machine, self Value, a args) (Value, error) {
	if err := exactlyOne("set_exception", a); err != nil {
		return nil, err
	}
	f := self.(*future).f
	if f.Done() || f.Task() != nil {
		return nil, f.SetException(&exception{cls: baseExceptionType}) // which is refused
	}
	e, err := m.toException(a.pos[0], "invalid exception object")
	if err != nil {
		return nil, err
	}
	return None, f.SetException(e)
}

// callbackContext gives the keyword context: nil for none.
func callbackContext(name string, a args) (ctx *contextObject, err error) {
	for _, k := range a.kw {
		if k.name != "context" {
			return nil, typeError("%s() got an unexpected keyword argument '%s'", name, k.name)
		}
		if ctx, err = contextArgument(k.v); err != nil {
			return nil, err
		}
	}
	return ctx, nil
}

func addDoneCallback(m *machine, self Value, a args) (Value, error) {
	if n := len(a.pos) + len(a.kw); n > 2 {
		return nil, typeError("add_done_callback() takes at most 2 arguments (%d given)", n)
	}
	ctx, err := callbackContext("add_done_callback", a)
	if err != nil {
		return nil, err
	}
	if n := len(a.pos); n != 1 {
		return nil, typeError("add_done_callback() takes exactly 1 positional argument (%d given)", n)
	}
	if ctx == nil {
		ctx = m.copyContext()
	}
	if err := anyError(m.charge(callbackSize), m.spend(callbackSteps)); err != nil {
		return nil, err
	}
	fn := a.pos[0]
	self.(*future).f.AddDoneCallback(sched.Callback{Name: callbackName(fn), Key: fn, Fn: func(f *sched.Future) error {
		_, err := m.callIn(ctx, fn, positional(wrap(f)))
		return err
	}})
	return None, nil
}

func removeDoneCallback(_ *machine, self Value, a args) (Value, error) {
	if err := exactlyOne("remove_done_callback", a); err != nil {
		return nil, err
	}
	return integer(int64(self.(*future).f.RemoveDoneCallback(a.pos[0]))), nil
}

// callbackName gives what TRACE.md calls a function that the loop calls.
func callbackName(fn Value) string {
	switch fn := fn.(type) {
	case *partial:
		return callbackName(fn.fn)
	case *function:
		return fn.name
	case *builtin:
		if fn.name == "print" && fn.of == nil {
			return "print_" // the name that the referee's print has
		}
		return fn.name
	case *method:
		return "." + callbackName(fn.fn)
	case *Type:
		return fn.short()
	}
	return typeOf(fn).short()
}

func setupTask(t *Type) {
	task := func(v Value) *sched.Task { return v.(*future).f.Task() }
	t.methods(map[string]nativeFn{
		"get_name": func(_ *machine, self Value, a args) (Value, error) {
			return task(self).Name(), a.between("Task.get_name", 0, 0)
		},
		"set_name": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("Task.set_name", 1, 1); err != nil {
				return nil, err
			}
			name, err := m.str(a.pos[0])
			if err != nil {
				return nil, err
			}
			task(self).SetName(name)
			return None, nil
		},
		"get_coro": func(_ *machine, self Value, a args) (Value, error) {
			if c := task(self).Coro(); c != nil {
				return coroutineOf(c), a.between("Task.get_coro", 0, 0)
			}
			return None, nil
		},
		"get_stack": getStack, "print_stack": printStack,
		"get_context": func(m *machine, self Value, a args) (Value, error) {
			t := task(self)
			if t.Context() == nil {
				t.SetContext(&contextObject{})
			}
			return t.Context(), a.between("Task.get_context", 0, 0)
		},
		"cancelling": func(_ *machine, self Value, a args) (Value, error) {
			return integer(int64(task(self).Cancelling())), a.between("Task.cancelling", 0, 0)
		},
		"uncancel": func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("Task.uncancel", 0, 0); err != nil {
				return nil, err
			}
			return integer(int64(task(self).Uncancel())), nil
		},
	})
}

// coroutineOf gives the object of a coroutine of the loop.
func coroutineOf(c *sched.Coro) *coroutine {
	if co, ok := c.Owner.(*coroutine); ok {
		return co
	}
	return native(c, origin{})
}

// reprFuture mirrors _future_repr_info and _task_repr_info.
func reprFuture(m *machine, v Value) (string, error) {
	return m.display(v, "...", func() (string, error) {
		f := v.(*future).f
		state := strings.ToLower(f.State().String())
		info := []string{state}
		if t := f.Task(); t != nil {
			if t.Cancelling() > 0 && !f.Done() {
				info[0] = "cancelling"
			}
			info = append(info, "name="+reprString(t.Name()))
			if c := t.Coro(); c != nil {
				info = append(info, "coro=<"+coroutineOf(c).describe(m)+">")
			}
			if w := t.Waiter(); w != nil {
				text, err := m.repr(wrap(w))
				if err != nil {
					return "", err
				}
				info = append(info, "wait_for="+text)
			}
		}
		if f.State() == sched.Finished {
			text, err := m.reprOutcome(f)
			if err != nil {
				return "", err
			}
			info = append(info, text)
		}
		if callbacks := f.Callbacks(); len(callbacks) > 0 {
			text, err := m.describeCallbacks(callbacks)
			if err != nil {
				return "", err
			}
			info = append(info, text)
		}
		return "<" + typeOf(v).short() + " " + strings.Join(info, " ") + ">", nil
	})
}

// reprOutcome shows the result or exception of a future, which does not count
// as retrieving it.
func (m *machine) reprOutcome(f *sched.Future) (string, error) {
	v, exc := f.Peek()
	if exc != nil {
		text, err := m.repr(exc)
		return "exception=" + text, err
	}
	text, err := m.shortRepr(valueOf(v), 6)
	return "result=" + text, err
}
