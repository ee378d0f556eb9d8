package sched

import "loopscope/sched/trace"

// RunInExecutor gives a future of what fn returns or raises; name is what the
// trace calls it. A thread would
// run fn beside the loop; here it runs at once, on a clock of its own that
// starts now: Work moves that clock and Time reads it while fn runs. The
// future is settled when the loop has come to the moment at which fn ended:
// BaseEventLoop.run_in_executor, made deterministic.
func (l *Loop) RunInExecutor(name string, fn func() (any, error)) (*Future, error) {
	f := l.NewFuture("executor")
	l.threads++
	e := trace.Event{Kind: trace.ThreadBegin, ID: l.threads, Name: l.log.Intern(name), Task: l.currentNum(), T: l.now}
	l.emit(e)
	v, ended, err := l.inThread(fn)
	if isStop(err) {
		return nil, err
	}
	l.timer(ended, "executor", f, func() error {
		e.Kind, e.T = trace.ThreadEnd, l.now
		l.emit(e)
		switch {
		case f.Done():
			return nil
		case err != nil:
			return f.SetException(err)
		}
		return f.SetResult(v)
	})
	return f, nil
}

// inThread runs fn on a clock of its own and tells what that shows at its end.
func (l *Loop) inThread(fn func() (any, error)) (v any, ended trace.Time, err error) {
	outer := l.thread
	clock := l.now
	l.thread = &clock
	defer func() { l.thread = outer }()
	v, err = fn()
	return v, clock, err
}

// ToThread gives a coroutine that runs fn as RunInExecutor does and waits for
// it. It mirrors to_thread in asyncio/threads.py.
func (l *Loop) ToThread(name string, fn func() (any, error)) *Coro {
	return l.NewCoro("to_thread", func(s Suspend) (any, error) {
		f, err := l.RunInExecutor(name, fn)
		if err != nil {
			return nil, err
		}
		return f.Await(s)
	})
}
