package sched

// Shield gives a future that ends as aw does, but whose cancel does not reach
// aw. It mirrors shield in asyncio/tasks.py.
func (l *Loop) Shield(aw Awaitable) (*Future, error) {
	inner, err := l.EnsureFuture(aw)
	if err != nil || inner.Done() {
		return inner, err
	}
	outer := l.NewFuture("shield")
	key := outer // of both callbacks
	inner.AddDoneCallback(Callback{Name: "shield.inner", Key: key, Fn: func(inner *Future) error {
		return outer.follow(inner)
	}})
	outer.AddDoneCallback(Callback{Name: "shield.outer", Key: key, Fn: func(*Future) error {
		if !inner.Done() {
			inner.RemoveDoneCallback(key)
		}
		return nil
	}})
	return outer, nil
}

// follow mirrors shield's _inner_done_callback.
func (f *Future) follow(inner *Future) error {
	if f.Cancelled() {
		inner.failed() // marks the exception as retrieved
		return nil
	}
	if inner.Cancelled() {
		f.Cancel(nil)
		return nil
	}
	if inner.failed() {
		return f.SetException(inner.exc())
	}
	return f.SetResult(inner.value)
}
