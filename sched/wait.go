package sched

import "loopscope/sched/trace"

// ReturnWhen says when a wait ends.
type ReturnWhen string

// asyncio's values.
const (
	AllCompleted   ReturnWhen = "ALL_COMPLETED"
	FirstCompleted ReturnWhen = "FIRST_COMPLETED"
	FirstException ReturnWhen = "FIRST_EXCEPTION"
)

// WaitOptions are wait's keyword arguments.
type WaitOptions struct {
	Timeout *trace.Time // nil: none
	When    ReturnWhen  // "": AllCompleted
}

// Sets is the result of a wait: the futures that are done and those that are
// not, in the order of its arguments.
type Sets struct{ Done, Pending []*Future }

// Wait gives a coroutine that waits for futures, and cancels none. Its result
// is Sets. It mirrors wait in asyncio/tasks.py.
func (l *Loop) Wait(aws []Awaitable, opts WaitOptions) *Coro {
	return l.NewCoro("wait", func(s Suspend) (any, error) {
		fs, err := l.waitArguments(aws, &opts)
		if err != nil {
			return nil, err
		}
		return l.wait(s, fs, opts)
	})
}

// waitArguments checks the arguments of wait, in asyncio's order.
func (l *Loop) waitArguments(aws []Awaitable, opts *WaitOptions) ([]*Future, error) {
	if len(aws) == 0 {
		return nil, l.newError(ErrValue, "Set of Tasks/Futures is empty.")
	}
	switch opts.When {
	case "":
		opts.When = AllCompleted
	case AllCompleted, FirstCompleted, FirstException:
	default:
		return nil, l.newError(ErrValue, "Invalid return_when value: "+string(opts.When))
	}
	fs := make([]*Future, 0, len(aws))
	seen := make(map[*Future]bool, len(aws))
	for _, aw := range aws {
		f, ok := plain(aw).(*Future)
		if !ok {
			return nil, l.newError(ErrType, "Passing coroutines is forbidden, use tasks explicitly.")
		}
		if !seen[f] {
			seen[f] = true
			fs = append(fs, f)
		}
	}
	return fs, nil
}

// A waiting is the state of one wait.
type waiting struct {
	waiter *Future
	timer  *TimerHandle // nil: no timeout
	left   int          // futures that are not done
	when   ReturnWhen
}

// wait mirrors _wait in asyncio/tasks.py.
func (l *Loop) wait(s Suspend, fs []*Future, opts WaitOptions) (any, error) {
	w := &waiting{waiter: l.NewFuture("wait"), left: len(fs), when: opts.When}
	if opts.Timeout != nil {
		w.timer = l.timer(l.now+*opts.Timeout, "release_waiter", w.waiter, w.waiter.release)
	}
	for _, f := range fs {
		f.AddDoneCallback(Callback{Name: "wait", Key: w, Fn: w.completed})
	}
	_, err := w.waiter.Await(s)
	if w.timer != nil {
		w.timer.Cancel()
	}
	var sets Sets
	for _, f := range fs {
		f.RemoveDoneCallback(w)
		if f.Done() {
			sets.Done = append(sets.Done, f)
		} else {
			sets.Pending = append(sets.Pending, f)
		}
	}
	if err != nil {
		return nil, err
	}
	if l.host.Sets != nil {
		return l.host.Sets(sets), nil
	}
	return sets, nil
}

// completed mirrors _wait's _on_completion.
func (w *waiting) completed(f *Future) error {
	w.left--
	if w.left > 0 && w.when != FirstCompleted && !(w.when == FirstException && f.failed()) {
		return nil
	}
	if w.timer != nil {
		w.timer.Cancel()
	}
	return w.waiter.release()
}

// failed reports whether a future has an exception, which then counts as
// retrieved.
func (f *Future) failed() bool {
	if f.Cancelled() {
		return false
	}
	f.unretrieved = false
	return f.raised
}

// release settles a future that somebody waits on. It mirrors _release_waiter
// in asyncio/tasks.py.
func (f *Future) release() error {
	if f.Done() {
		return nil
	}
	return f.SetResult(nil)
}
