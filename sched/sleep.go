package sched

import "loopscope/sched/trace"

// Sleep gives a coroutine that ends after a time of d with a result. With d of
// 0 or less it waits for one turn of the loop, without a timer. It mirrors
// sleep in asyncio/tasks.py.
func (l *Loop) Sleep(d trace.Time, result any) *Coro {
	return l.NewCoro("sleep", func(s Suspend) (any, error) { return l.sleep(s, d, result) })
}

// AwaitSleep does in the coroutine that s belongs to what awaiting a Sleep
// does, without a Coro of its own.
func (l *Loop) AwaitSleep(s Suspend, d trace.Time, result any) (any, error) {
	begun := l.begun
	v, err := l.sleep(s, d, result)
	l.Awaited(begun)
	return v, err
}

func (l *Loop) sleep(s Suspend, d trace.Time, result any) (any, error) {
	if d <= 0 {
		return result, s(nil)
	}
	f := l.NewFuture("sleep")
	h := l.timer(l.now+d, "sleep", f, func() error {
		if f.Cancelled() {
			return nil
		}
		return f.SetResult(result)
	})
	v, err := f.Await(s)
	h.Cancel()
	return v, err
}
