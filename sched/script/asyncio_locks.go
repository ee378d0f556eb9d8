package script

import "loopscope/sched"

// The objects of asyncio/locks.py.
type (
	lock      struct{ of *sched.Lock }
	event     struct{ of *sched.Event }
	condition struct{ of *sched.Condition }
	semaphore struct {
		of      *sched.Semaphore
		bounded *sched.BoundedSemaphore // nil: it is a plain one
	}
	barrier struct{ of *sched.Barrier }
)

var (
	lockType             = newType("Lock")
	eventType            = newType("Event")
	conditionType        = newType("Condition")
	semaphoreType        = newType("Semaphore")
	boundedSemaphoreType = subtype("BoundedSemaphore", semaphoreType)
	barrierType          = newType("Barrier")
)

// Where asyncio/locks.py has its coroutines.
var (
	lockAcquireOrigin   = origin{"asyncio/locks.py", 90, 110}
	eventWaitOrigin     = origin{"asyncio/locks.py", 200, 213}
	conditionWaitOrigin = origin{"asyncio/locks.py", 248, 272}
	conditionForOrigin  = origin{"asyncio/locks.py", 303, 313}
	semaphoreOrigin     = origin{"asyncio/locks.py", 386, 407}
	barrierWaitOrigin   = origin{"asyncio/locks.py", 511, 527}
	barrierResetOrigin  = origin{"asyncio/locks.py", 577, 584}
	barrierAbortOrigin  = origin{"asyncio/locks.py", 592, 598}
)

func (*lock) class() *Type      { return lockType }
func (*event) class() *Type     { return eventType }
func (*condition) class() *Type { return conditionType }
func (*barrier) class() *Type   { return barrierType }
func (s *semaphore) class() *Type {
	if s.bounded != nil {
		return boundedSemaphoreType
	}
	return semaphoreType
}

// setupAsyncObject gives a type what all objects of asyncio have in common: a
// constructor with a parameter list, and no attributes of the script's.
func (t *Type) setupAsyncObject(params string, fn func(m *machine, v []Value) (Value, error)) {
	if params != "" {
		params = ", " + params
	}
	init := declare(t.name+".__init__", "self"+params, func(m *machine, v []Value) (Value, error) { return fn(m, v[1:]) })
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if err := m.charge(objectSize); err != nil {
			return nil, err
		}
		return init.fn(m, nil, args{pos: append([]Value{None}, a.pos...), kw: a.kw})
	}
	t.setAttr = func(_ *machine, v Value, _ string, _ Value) error {
		return unsupported("setting an attribute of a %s is", typeOf(v).short())
	}
}

// setupHeld gives a type an async with that acquires and releases.
func (t *Type) setupHeld(acquire func(Value) *sched.Coro, release func(Value) error) {
	t.enter = func(fr *frame, v Value) (Value, error) {
		_, err := acquire(v).Await(fr.suspend)
		return None, err
	}
	t.exit = func(_ *frame, v Value, _ *exception) (bool, error) { return false, release(v) }
}

// ended gives what an exit of the loop's makes of the exception that leaves a
// block: err is what goes on.
func ended(exc *exception, err error) (swallow bool, raised error) {
	switch {
	case err == nil:
		return exc != nil, nil
	case exc != nil && err == error(exc):
		return false, nil
	}
	return false, err
}

// asError gives an exception as the error that the loop is told, nil for none.
func asError(exc *exception) error {
	if exc == nil {
		return nil
	}
	return exc
}

// count reads a number that asyncio compares with others.
func count(v Value, op string) (int, error) {
	n, ok := asInt(v)
	if ok {
		return int(n), nil
	}
	if _, number := asFloat(v); number {
		return 0, unsupported("a %s for a number of an asyncio object is", typeOf(v).short())
	}
	return 0, typeError("'%s' not supported between instances of '%s' and 'int'", op, typeOf(v).name)
}

func setupLock(t *Type) {
	lockMethods(t)
	t.setupAsyncObject("", func(m *machine, _ []Value) (Value, error) { return &lock{m.loop.NewLock()}, nil })
	t.setupHeld(func(v Value) *sched.Coro { return v.(*lock).of.Acquire() }, func(v Value) error { return v.(*lock).of.Release() })
}

func setupCondition(t *Type) {
	conditionMethods(t)
	t.setupAsyncObject("lock=None", func(m *machine, v []Value) (Value, error) {
		if v[0] == None {
			return &condition{m.loop.NewCondition(nil)}, nil
		}
		lk, ok := v[0].(*lock)
		if !ok {
			return nil, unsupported("a Condition of a %s is", typeOf(v[0]).short())
		}
		return &condition{m.loop.NewCondition(lk.of)}, nil
	})
	t.setupHeld(func(v Value) *sched.Coro { return v.(*condition).of.Acquire() }, func(v Value) error { return v.(*condition).of.Release() })
}

// release is Semaphore.release of either kind.
func (s *semaphore) release() error {
	if s.bounded != nil {
		return s.bounded.Release()
	}
	return s.of.Release()
}

func setupSemaphore(t *Type) {
	semaphoreMethods(t)
	t.setupAsyncObject("value=1", func(m *machine, v []Value) (Value, error) {
		n, err := count(v[0], "<")
		if err != nil {
			return nil, err
		}
		of, err := m.loop.NewSemaphore(n)
		if err != nil {
			return nil, err
		}
		return &semaphore{of: of}, nil
	})
	t.setupHeld(func(v Value) *sched.Coro { return v.(*semaphore).of.Acquire() }, func(v Value) error { return v.(*semaphore).release() })
}

func setupBoundedSemaphore(t *Type) {
	t.setupAsyncObject("value=1", func(m *machine, v []Value) (Value, error) {
		n, err := count(v[0], "<")
		if err != nil {
			return nil, err
		}
		of, err := m.loop.NewBoundedSemaphore(n)
		if err != nil {
			return nil, err
		}
		return &semaphore{of: &of.Semaphore, bounded: of}, nil
	})
}

func setupBarrier(t *Type) {
	barrierMethods(t)
	t.setupAsyncObject("parties", func(m *machine, v []Value) (Value, error) {
		n, err := count(v[0], "<")
		if err != nil {
			return nil, err
		}
		of, err := m.loop.NewBarrier(n)
		if err != nil {
			return nil, err
		}
		return &barrier{of}, nil
	})
	t.enter = func(fr *frame, v Value) (Value, error) { return fromLoop(v.(*barrier).of.Wait().Await(fr.suspend)) }
	t.exit = func(*frame, Value, *exception) (bool, error) { return false, nil }
}
