package sched

import "loopscope/sched/trace"

// WaitFor gives a coroutine that awaits aw and is cancelled after the timeout;
// nil is no timeout. It mirrors wait_for in asyncio/tasks.py: a coroutine runs
// in the calling task.
func (l *Loop) WaitFor(aw Awaitable, timeout *trace.Time) *Coro {
	return l.NewCoro("wait_for", func(s Suspend) (any, error) {
		if timeout != nil && *timeout <= 0 {
			return l.waitForNone(s, aw)
		}
		tm := l.Timeout(timeout)
		if err := tm.Enter(); err != nil {
			return nil, err
		}
		v, err := aw.Await(s)
		if err = tm.Exit(err); err != nil {
			return nil, err
		}
		return v, nil
	})
}

// waitForNone is wait_for with no time at all.
func (l *Loop) waitForNone(s Suspend, aw Awaitable) (any, error) {
	f, err := l.EnsureFuture(aw)
	if err != nil {
		return nil, err
	}
	if f.Done() {
		return f.Result()
	}
	if f, err = l.cancelAndWait(s, f); err != nil {
		return nil, err
	}
	v, err := f.Result()
	if isA(err, ErrCancelled) {
		return nil, l.raiseFrom(err, ErrTimeout)
	}
	return v, err
}

// cancelAndWait mirrors _cancel_and_wait in asyncio/tasks.py. It gives the
// future that was cancelled: f, or the outer one of a shielded task.
func (l *Loop) cancelAndWait(s Suspend, f *Future) (*Future, error) {
	waiter := l.NewFuture("cancel_and_wait")
	f.AddDoneCallback(Callback{Name: "release_waiter", Key: waiter, Fn: func(*Future) error { return waiter.release() }})
	l.via = trace.ByWaitFor
	f, _ = f.cancelThrough(waiter, cancelRequest{waiter: l.currentNum().Future()})
	l.via = 0
	_, err := waiter.Await(s)
	f.RemoveDoneCallback(waiter)
	return f, err
}
