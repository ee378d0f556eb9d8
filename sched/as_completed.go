package sched

import "loopscope/sched/trace"

// AsCompleted gives futures in the order in which they are done:
// asyncio.as_completed. It mirrors _AsCompletedIterator in asyncio/tasks.py: a
// queue between the futures' callbacks and whoever takes them.
type AsCompleted struct {
	loop  *Loop
	done  *Queue // of *Future; nil: the time is over
	timer *TimerHandle
	todo  futureSet
	left  int // not asked for yet
}

// AsCompleted makes an iterator over awaitables; after the timeout each one
// that is left raises a TimeoutError, and goes on. nil is no timeout.
func (l *Loop) AsCompleted(aws []Awaitable, timeout *trace.Time) (*AsCompleted, error) {
	ac := &AsCompleted{loop: l, done: l.newQueue(0, &fifo{})}
	seen := make(map[Awaitable]bool, len(aws))
	for _, aw := range aws {
		if aw = plain(aw); seen[aw] {
			continue
		}
		seen[aw] = true
		f, err := l.EnsureFuture(aw)
		if err != nil {
			return nil, err
		}
		ac.todo.add(f)
	}
	for f := range ac.todo.all() {
		f.AddDoneCallback(Callback{Name: "as_completed", Key: ac, Fn: ac.completed})
	}
	ac.left = ac.todo.len()
	if ac.left > 0 && timeout != nil {
		ac.timer = l.timer(l.now+*timeout, "as_completed", nil, ac.late)
	}
	return ac, nil
}

// Next gives a coroutine whose outcome is that of the next future that is
// done; ok is false if there are no more. __next__.
func (ac *AsCompleted) Next() (c *Coro, ok bool) {
	if ac.left == 0 {
		return nil, false
	}
	ac.left--
	return ac.loop.NewCoro("as_completed", func(s Suspend) (any, error) {
		f, err := ac.take(s)
		if err != nil {
			return nil, err
		}
		return f.Result()
	}), true
}

// Anext gives a coroutine whose result is the next *Future that is done; a
// StopAsyncIteration if there are no more. __anext__.
func (ac *AsCompleted) Anext() *Coro {
	return ac.loop.NewCoro("_AsCompletedIterator.__anext__", func(s Suspend) (any, error) {
		if ac.left == 0 {
			return nil, ac.loop.newError(ErrStopAsyncIteration)
		}
		ac.left--
		f, err := ac.take(s)
		if err != nil {
			return nil, err
		}
		return f, nil
	})
}

// take mirrors _AsCompletedIterator._wait_for_one.
func (ac *AsCompleted) take(s Suspend) (*Future, error) {
	item, err := ac.done.get(s, "as_completed")
	if err != nil {
		return nil, err
	}
	f, _ := item.(*Future)
	if f == nil {
		return nil, ac.loop.newError(ErrTimeout)
	}
	return f, nil
}

// late mirrors _AsCompletedIterator._handle_timeout.
func (ac *AsCompleted) late() error {
	for f := range ac.todo.all() {
		f.RemoveDoneCallback(ac)
		if err := ac.done.PutNowait(nil); err != nil {
			return err
		}
	}
	ac.todo.clear()
	return nil
}

// completed mirrors _AsCompletedIterator._handle_completion.
func (ac *AsCompleted) completed(f *Future) error {
	if ac.todo.len() == 0 {
		return nil // the time was over before
	}
	ac.todo.discard(f)
	if err := ac.done.PutNowait(f); err != nil {
		return err
	}
	if ac.todo.len() == 0 && ac.timer != nil {
		ac.timer.Cancel()
	}
	return nil
}
