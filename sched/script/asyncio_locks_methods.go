package script

import "loopscope/sched"

// reprState gives a type a repr that ends in the state of the object.
func (t *Type) reprState(state func(Value) string) {
	t.repr = func(m *machine, v Value) (string, error) {
		text, err := reprObject(m, v)
		if err != nil {
			return "", err
		}
		return text[:len(text)-1] + " [" + state(v) + "]>", nil
	}
}

// coroutineMethod gives a type a method that makes a coroutine of asyncio's
// own and takes nothing.
func (t *Type) coroutineMethod(name string, home origin, make func(Value) *sched.Coro) {
	t.declareMethod(name, "", func(_ *machine, self Value, _ []Value) (Value, error) { return native(make(self), home), nil })
}

// testMethod gives a type a method that tells something and takes nothing.
func (t *Type) testMethod(name string, test func(Value) bool) {
	t.declareMethod(name, "", func(_ *machine, self Value, _ []Value) (Value, error) { return test(self), nil })
}

// actMethod gives a type a method that does something and takes nothing.
func (t *Type) actMethod(name string, act func(Value) error) {
	t.declareMethod(name, "", func(_ *machine, self Value, _ []Value) (Value, error) { return None, act(self) })
}

func lockMethods(t *Type) {
	t.reprState(func(v Value) string { return v.(*lock).of.State() })
	t.coroutineMethod("acquire", lockAcquireOrigin, func(v Value) *sched.Coro { return v.(*lock).of.Acquire() })
	t.testMethod("locked", func(v Value) bool { return v.(*lock).of.Locked() })
	t.actMethod("release", func(v Value) error { return v.(*lock).of.Release() })
}

func setupEvent(t *Type) {
	t.setupAsyncObject("", func(m *machine, _ []Value) (Value, error) { return &event{m.loop.NewEvent()}, nil })
	t.reprState(func(v Value) string { return v.(*event).of.State() })
	t.coroutineMethod("wait", eventWaitOrigin, func(v Value) *sched.Coro { return v.(*event).of.Wait() })
	t.testMethod("is_set", func(v Value) bool { return v.(*event).of.IsSet() })
	t.actMethod("set", func(v Value) error {
		v.(*event).of.Set()
		return nil
	})
	t.actMethod("clear", func(v Value) error {
		v.(*event).of.Clear()
		return nil
	})
}

func conditionMethods(t *Type) {
	of := func(v Value) *sched.Condition { return v.(*condition).of }
	t.reprState(func(v Value) string { return of(v).State() })
	t.coroutineMethod("acquire", lockAcquireOrigin, func(v Value) *sched.Coro { return of(v).Acquire() })
	t.testMethod("locked", func(v Value) bool { return of(v).Locked() })
	t.actMethod("release", func(v Value) error { return of(v).Release() })
	t.coroutineMethod("wait", conditionWaitOrigin, func(v Value) *sched.Coro { return of(v).Wait() })
	t.actMethod("notify_all", func(v Value) error { return of(v).NotifyAll() })
	t.declareMethod("notify", "n=1", func(_ *machine, self Value, v []Value) (Value, error) {
		n, err := count(v[0], ">=")
		if err != nil {
			return nil, err
		}
		return None, of(self).Notify(n)
	})
	t.declareMethod("wait_for", "predicate", func(m *machine, self Value, v []Value) (Value, error) {
		fn := v[0]
		return native(of(self).WaitFor(func() (any, bool, error) {
			got, err := m.call(fn, args{})
			if err != nil {
				return nil, false, err
			}
			yes, err := m.truth(got)
			return got, yes, err
		}), conditionForOrigin), nil
	})
}

func semaphoreMethods(t *Type) {
	of := func(v Value) *sched.Semaphore { return v.(*semaphore).of }
	t.reprState(func(v Value) string { return of(v).State() })
	t.coroutineMethod("acquire", semaphoreOrigin, func(v Value) *sched.Coro { return of(v).Acquire() })
	t.testMethod("locked", func(v Value) bool { return of(v).Locked() })
	t.actMethod("release", func(v Value) error { return v.(*semaphore).release() })
}

func barrierMethods(t *Type) {
	of := func(v Value) *sched.Barrier { return v.(*barrier).of }
	t.reprState(func(v Value) string { return of(v).State() })
	t.coroutineMethod("wait", barrierWaitOrigin, func(v Value) *sched.Coro { return of(v).Wait() })
	t.coroutineMethod("reset", barrierResetOrigin, func(v Value) *sched.Coro { return of(v).Reset() })
	t.coroutineMethod("abort", barrierAbortOrigin, func(v Value) *sched.Coro { return of(v).Abort() })
	t.computed("parties", func(v Value) Value { return integer(int64(of(v).Parties())) })
	t.computed("n_waiting", func(v Value) Value { return integer(int64(of(v).Waiting())) })
	t.computed("broken", func(v Value) Value { return of(v).Broken() })
}

// computed gives a type an attribute that is computed.
func (t *Type) computed(name string, get func(Value) Value) {
	t.attrs[name] = &property{get: func(_ *machine, self Value) (Value, error) { return get(self), nil }}
}
