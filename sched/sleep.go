package sched

import "loopscope/sched/trace"

// Sleep gives a coroutine that ends after a time of d with a result. With d of
// 0 or less it waits for one turn of the loop, without a timer. It mirrors
// sleep in asyncio/tasks.py.
func (l *Loop) Sleep(d trace.Time, result any) *Coro {
	return l.NewCoro("sleep", func(s Suspend) (any, error) {
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
	})
}
