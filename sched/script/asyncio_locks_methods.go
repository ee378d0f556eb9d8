package script

import "loopscope/sched"

func lockMethods(t *Type) {
	t.computed("_locked", func(v Value) Value { return lockOf(v).Locked() })
	t.reprState(func(v Value) string { return lockOf(v).State() })
	t.coroutineMethod("acquire", lockAcquireOrigin, func(v Value) *sched.Coro { return lockOf(v).Acquire() })
	t.testMethod("locked", func(v Value) bool { return lockOf(v).Locked() })
	t.actMethod("release", func(v Value) error { return lockOf(v).Release() })
}

func eventMethods(t *Type) {
	t.computed("_value", func(v Value) Value { return eventOf(v).IsSet() })
	t.reprState(func(v Value) string { return eventOf(v).State() })
	t.coroutineMethod("wait", eventWaitOrigin, func(v Value) *sched.Coro { return eventOf(v).Wait() })
	t.testMethod("is_set", func(v Value) bool { return eventOf(v).IsSet() })
	t.actMethod("set", func(v Value) error {
		eventOf(v).Set()
		return nil
	})
	t.actMethod("clear", func(v Value) error {
		eventOf(v).Clear()
		return nil
	})
}

func conditionMethods(t *Type) {
	of := conditionOf
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
	of := semaphoreOf
	t.computed("_value", func(v Value) Value { return integer(int64(of(v).Value())) })
	t.reprState(func(v Value) string { return of(v).State() })
	t.coroutineMethod("acquire", semaphoreOrigin, func(v Value) *sched.Coro { return of(v).Acquire() })
	t.testMethod("locked", func(v Value) bool { return of(v).Locked() })
	t.actMethod("release", func(v Value) error { return v.(*semaphore).release() })
}

func barrierMethods(t *Type) {
	of := barrierOf
	t.reprState(func(v Value) string { return of(v).State() })
	t.coroutineMethod("wait", barrierWaitOrigin, func(v Value) *sched.Coro { return of(v).Wait() })
	t.coroutineMethod("reset", barrierResetOrigin, func(v Value) *sched.Coro { return of(v).Reset() })
	t.coroutineMethod("abort", barrierAbortOrigin, func(v Value) *sched.Coro { return of(v).Abort() })
	t.computed("parties", func(v Value) Value { return integer(int64(of(v).Parties())) })
	t.computed("n_waiting", func(v Value) Value { return integer(int64(of(v).Waiting())) })
	t.computed("broken", func(v Value) Value { return of(v).Broken() })
}
