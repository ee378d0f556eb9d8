package sched

// EnsureFuture gives the future that an awaitable is, or makes a task of it.
// It mirrors ensure_future in asyncio/tasks.py.
func (l *Loop) EnsureFuture(aw Awaitable) (*Future, error) {
	switch aw := aw.(type) {
	case *Future:
		return aw, nil
	case *Task:
		return &aw.Future, nil
	case *Coro:
		return &l.CreateTask(aw, "").Future, nil
	case nil:
		return nil, l.newError(ErrType, "An asyncio.Future, a coroutine or an awaitable is required")
	}
	c := l.NewCoro("ensure_future.<locals>._wrap_awaitable", aw.Await)
	return &l.CreateTask(c, "").Future, nil
}
