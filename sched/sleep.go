package sched

import "loopscope/sched/trace"

// Sleep gives a coroutine that ends after a time of d with a result. With d of
// 0 or less it waits for one turn of the loop, without a timer. It mirrors
// sleep in asyncio/tasks.py.
func (l *Loop) Sleep(d trace.Time, result any) *Coro {
	return l.NewCoro("sleep", func(s Suspend) (any, error) {
		h, f := l.beginSleep(d, result)
		if h == nil {
			return result, s(nil)
		}
		return h.endSleep(s, s(f))
	})
}

// AwaitSleep does in the coroutine that s belongs to what awaiting a Sleep
// does, without a Coro of its own. What it calls is over before it waits, or
// comes after: what is open stands on the stack of every task that sleeps.
func (l *Loop) AwaitSleep(s Suspend, d trace.Time, result any) (any, error) {
	begun := l.begun
	h, f := l.beginSleep(d, result)
	err := s(f)
	if h != nil {
		result, err = h.endSleep(s, err)
	}
	l.Awaited(begun)
	return result, err
}

// beginSleep gives the timer of a sleep and the future to wait for; both are
// nil for one turn.
func (l *Loop) beginSleep(d trace.Time, result any) (h *TimerHandle, wait any) {
	if d <= 0 {
		return nil, nil
	}
	f := l.NewFuture("sleep")
	h = l.timer(l.now+d, "sleep", f, func() error {
		if f.Cancelled() {
			return nil
		}
		return f.SetResult(result)
	})
	f.Blocking = true
	return h, f
}

// endSleep ends a sleep that was suspended once, with what its suspension
// returned.
func (h *TimerHandle) endSleep(s Suspend, err error) (any, error) {
	var v any
	f := h.fut
	switch {
	case err != nil:
	case f.Done():
		v, err = f.Result()
	default: // two drive one coroutine
		v, err = f.Await(s)
	}
	h.Cancel()
	return v, err
}
