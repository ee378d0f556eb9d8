package script

import "loopscope/sched"

// loopClasses are the names of the classes that the loop raises.
var loopClasses = map[sched.Class]*Type{
	sched.ErrCancelled: excTypes["CancelledError"], sched.ErrInvalidState: excTypes["InvalidStateError"],
	sched.ErrTimeout: excTypes["TimeoutError"], sched.ErrRuntime: excTypes["RuntimeError"],
	sched.ErrValue: excTypes["ValueError"], sched.ErrType: excTypes["TypeError"],
	sched.ErrSystemExit: excTypes["SystemExit"], sched.ErrKeyboardInterrupt: excTypes["KeyboardInterrupt"],
	sched.ErrGeneratorExit: excTypes["GeneratorExit"], sched.ErrStopIteration: excTypes["StopIteration"],
	sched.ErrBaseExceptionGroup: baseGroupType, sched.ErrExceptionGroup: groupType,
	sched.ErrBrokenBarrier: excTypes["BrokenBarrierError"], sched.ErrQueueEmpty: excTypes["QueueEmpty"],
	sched.ErrQueueFull: excTypes["QueueFull"], sched.ErrQueueShutDown: excTypes["QueueShutDown"],
	sched.ErrStopAsyncIteration: excTypes["StopAsyncIteration"],
}

// loopClass gives the class of the script that one of the loop stands for.
func loopClass(c sched.Class) *Type {
	if t := loopClasses[c]; t != nil {
		return t
	}
	panic("script: internal error: the loop raises " + c.Error() + ", which no script knows")
}

// newLoopError is Host.NewError.
func newLoopError(class sched.Class, cause error, args ...any) error {
	if class == sched.ErrBaseExceptionGroup || class == sched.ErrExceptionGroup {
		return groupFromLoop(args[0], args[1].([]error))
	}
	e := &exception{cls: loopClass(class)}
	for _, a := range args {
		e.args = append(e.args, valueOf(a))
	}
	if c, ok := cause.(*exception); ok {
		e.cause, e.context, e.suppress = c, c, true
	}
	return e
}

// groupFromLoop makes an exception group, which asyncio raises from None.
func groupFromLoop(message Value, errs []error) *exception {
	excs := make([]*exception, len(errs))
	for i, err := range errs {
		excs[i] = err.(*exception)
	}
	g := groupOf(message, excs)
	g.suppress = true
	return g
}

// lessFromLoop is Host.Less.
func (m *machine) lessFromLoop(a, b any) (bool, error) { return m.less(valueOf(a), valueOf(b)) }

// valueOf gives what the loop holds as a value of the script.
func valueOf(v any) Value {
	switch v := v.(type) {
	case nil:
		return None
	case int:
		return integer(int64(v))
	case *sched.Future:
		return wrap(v)
	case *sched.Task:
		return wrap(&v.Future)
	case *sched.Coro:
		return coroutineOf(v)
	}
	return v
}

// reprForError is Host.Repr.
func (m *machine) reprForError(v any) string {
	text, err := m.repr(valueOf(v))
	if err != nil {
		return m.show(v)
	}
	return text
}

// listFromLoop is Host.List: the result of gather.
func listFromLoop(values []any) any {
	l := &list{items: make([]Value, len(values))}
	for i, v := range values {
		l.items[i] = valueOf(v)
	}
	return l
}

// setsFromLoop is Host.Sets: the result of wait.
func (m *machine) setsFromLoop(s sched.Sets) any {
	set := func(fs []*sched.Future) Value {
		items := make([]Value, len(fs))
		for i, f := range fs {
			items[i] = wrap(f)
		}
		return orderedSet(m, items)
	}
	return newTuple(set(s.Done), set(s.Pending))
}

// sameCallback is Host.Equal. The keys of asyncio's own callbacks are no values
// of the script.
func (m *machine) sameCallback(a, b any) bool {
	_, ok1 := a.(typed)
	_, ok2 := b.(typed)
	if !ok1 || !ok2 {
		return a == b
	}
	same, err := m.equal(a, b)
	return same && err == nil
}
