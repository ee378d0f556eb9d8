package script

import "loopscope/sched"

// The objects of asyncio/locks.py. What the loop has of one is made when its
// __init__ runs, or when it is first used.
type (
	lock struct {
		asyncObject
		of *sched.Lock
	}
	event struct {
		asyncObject
		of *sched.Event
	}
	condition struct {
		asyncObject
		of *sched.Condition
	}
	semaphore struct {
		asyncObject
		of      *sched.Semaphore
		bounded *sched.BoundedSemaphore // nil: it is a plain one
	}
	barrier struct {
		asyncObject
		of *sched.Barrier
	}
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

func lockOf(v Value) *sched.Lock {
	o := v.(*lock)
	if o.of == nil {
		o.of = o.m.loop.NewLock()
	}
	return o.of
}

func eventOf(v Value) *sched.Event {
	o := v.(*event)
	if o.of == nil {
		o.of = o.m.loop.NewEvent()
	}
	return o.of
}

func conditionOf(v Value) *sched.Condition {
	o := v.(*condition)
	if o.of == nil {
		o.of = o.m.loop.NewCondition(nil)
	}
	return o.of
}

func semaphoreOf(v Value) *sched.Semaphore {
	o := v.(*semaphore)
	if o.of == nil {
		_ = o.begin(1)
	}
	return o.of
}

func barrierOf(v Value) *sched.Barrier {
	o := v.(*barrier)
	if o.of == nil {
		o.of, _ = o.m.loop.NewBarrier(1)
	}
	return o.of
}

// begin is __init__ of either kind.
func (s *semaphore) begin(n int) (err error) {
	if !s.cls.is(boundedSemaphoreType) {
		s.of, err = s.m.loop.NewSemaphore(n)
	} else if s.bounded, err = s.m.loop.NewBoundedSemaphore(n); err == nil {
		s.of = &s.bounded.Semaphore
	}
	if s.of != nil && s.cls.user != nil {
		sched.Relabel(s.of, s.label)
	}
	return err
}

// release is Semaphore.release of either kind.
func (s *semaphore) release() error {
	of := semaphoreOf(s)
	if s.bounded != nil {
		return s.bounded.Release()
	}
	return of.Release()
}

func setupLock(t *Type) {
	lockMethods(t)
	t.setupAsyncObject("", func(o asyncObject) Value { return &lock{asyncObject: o} }, func(m *machine, self Value, _ []Value) error {
		o := self.(*lock)
		if o.of = m.loop.NewLock(); o.cls.user != nil {
			sched.Relabel(o.of, o.label)
		}
		return nil
	})
	t.setupHeld(func(v Value) *sched.Coro { return lockOf(v).Acquire() }, func(v Value) error { return lockOf(v).Release() })
}

func setupEvent(t *Type) {
	eventMethods(t)
	t.setupAsyncObject("", func(o asyncObject) Value { return &event{asyncObject: o} }, func(m *machine, self Value, _ []Value) error {
		o := self.(*event)
		if o.of = m.loop.NewEvent(); o.cls.user != nil {
			sched.Relabel(o.of, o.label)
		}
		return nil
	})
}

func setupCondition(t *Type) {
	conditionMethods(t)
	begin := func(m *machine, self Value, v []Value) error {
		var of *sched.Lock
		if lk, ok := v[0].(*lock); ok {
			of = lockOf(lk)
		} else if v[0] != None {
			return unsupported("a Condition of a %s is", typeOf(v[0]).short())
		}
		o := self.(*condition)
		if o.of = m.loop.NewCondition(of); o.cls.user != nil {
			sched.Relabel(o.of, o.label)
		}
		return nil
	}
	t.setupAsyncObject("lock=None", func(o asyncObject) Value { return &condition{asyncObject: o} }, begin)
	t.setupHeld(func(v Value) *sched.Coro { return conditionOf(v).Acquire() }, func(v Value) error { return conditionOf(v).Release() })
}

func setupSemaphore(t *Type) {
	if t == semaphoreType {
		semaphoreMethods(t)
	}
	begin := func(_ *machine, self Value, v []Value) error {
		n, err := count(v[0], "<")
		if err != nil {
			return err
		}
		return self.(*semaphore).begin(n)
	}
	t.setupAsyncObject("value=1", func(o asyncObject) Value { return &semaphore{asyncObject: o} }, begin)
	t.setupHeld(func(v Value) *sched.Coro { return semaphoreOf(v).Acquire() }, func(v Value) error { return v.(*semaphore).release() })
}

func setupBarrier(t *Type) {
	barrierMethods(t)
	begin := func(m *machine, self Value, v []Value) error {
		n, err := count(v[0], "<")
		if err != nil {
			return err
		}
		self.(*barrier).of, err = m.loop.NewBarrier(n)
		return err
	}
	t.setupAsyncObject("parties", func(o asyncObject) Value { return &barrier{asyncObject: o} }, begin)
	t.enter = func(fr *frame, v Value) (Value, error) { return fromLoop(barrierOf(v).Wait().Await(fr.suspend)) }
	t.exit = func(*frame, Value, *exception) (bool, error) { return false, nil }
	t.byHand("Barrier")
}
