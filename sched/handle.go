package sched

import "loopscope/sched/trace"

// A Handle is a callback in the ready queue, or one that has left it:
// asyncio.Handle. What it runs is a task's step, a done callback or a function.
type Handle struct {
	loop *Loop
	num  int32      // from 1 in order of scheduling; 0: a step of a task without a number
	name trace.Name // function; of a step 0
	what trace.What // Step, Done, CallSoon or Timer

	pending   bool // scheduled, neither run nor cancelled
	cancelled bool
	inHeap    bool // of a timer: not yet due

	task *Task   // of a step: whose
	fut  *Future // of a step: the future that woke it, or nil; of a done callback: whose; of a timer: which it settles
	// Owner is the host's object for the handle; the loop never looks inside.
	Owner any

	done func(*Future) error // of a done callback
	fn   func() error        // of call_soon and timers
}

// A TimerHandle is a Handle that becomes ready at a moment of loop time:
// asyncio.TimerHandle.
type TimerHandle struct {
	Handle
	when trace.Time
}

// When gives the moment at which the timer is due.
func (t *TimerHandle) When() trace.Time { return t.when }

// Cancelled reports whether Cancel was called.
func (h *Handle) Cancelled() bool { return h.cancelled }

// Num gives the number of the handle in the trace.
func (h *Handle) Num() int { return int(h.num) }

// Cancel keeps the handle from being run, also if it is in the ready queue
// already. It mirrors Handle.cancel and TimerHandle.cancel in
// asyncio/events.py.
func (h *Handle) Cancel() {
	if h.cancelled {
		return
	}
	h.cancelled = true
	if h.inHeap {
		h.loop.timersCancelled++
	}
	if h.pending {
		h.pending = false
		h.loop.emit(trace.Event{Kind: trace.HandleCancelled, ID: h.num})
	}
	h.fn, h.done, h.fut = nil, nil, nil
}

// call calls what a handle that is no step is for; the error is one that
// leaves the loop. It mirrors Handle._run in asyncio/events.py.
func (h *Handle) call() error {
	if h.what == trace.Done {
		return h.caught(h.done(h.fut))
	}
	return h.caught(h.fn())
}

// caught hands an error to the exception handler, unless it leaves the loop.
func (h *Handle) caught(err error) error {
	if err == nil || leaves(err) {
		return err
	}
	return h.loop.CallExceptionHandler(Context{Message: "Exception in callback", Exception: err, Handle: h})
}

// scheduled tells of a handle that has just got its number.
func (h *Handle) scheduled(when trace.Time) {
	l := h.loop
	h.pending = true
	if h.task != nil && h.task.num == 0 {
		return
	}
	l.handles++
	h.num = l.handles
	e := trace.Event{Kind: trace.HandleScheduled, What: h.what, ID: h.num, Name: h.name, T: when, Line: l.line()}
	if h.task != nil {
		e.Task = h.task.num
	}
	if h.fut != nil {
		e.Fut = h.fut.id
	}
	l.emit(e)
}

// soon appends a handle to the ready queue.
func (l *Loop) soon(h *Handle) {
	h.scheduled(0)
	l.ready.push(h)
}

// CallSoon has fn called in the next turn; name is what the trace calls it. An
// error of fn goes to the exception handler, or out of the loop if it is
// SystemExit or KeyboardInterrupt. It mirrors BaseEventLoop.call_soon in
// asyncio/base_events.py.
func (l *Loop) CallSoon(name string, fn func() error) *Handle {
	h := &Handle{loop: l, what: trace.CallSoon, name: l.log.Intern(name), fn: fn}
	l.soon(h)
	return h
}

// CallAt has fn called when loop time has reached when. It mirrors
// BaseEventLoop.call_at in asyncio/base_events.py.
func (l *Loop) CallAt(when trace.Time, name string, fn func() error) *TimerHandle {
	return l.timer(when, name, nil, fn)
}

// CallLater has fn called after a time of d. It mirrors
// BaseEventLoop.call_later in asyncio/base_events.py.
func (l *Loop) CallLater(d trace.Time, name string, fn func() error) *TimerHandle {
	return l.timer(l.Time()+d, name, nil, fn)
}

// timer schedules a timer; settles is the future that it will settle, or nil.
func (l *Loop) timer(when trace.Time, name string, settles *Future, fn func() error) *TimerHandle {
	t := &TimerHandle{
		Handle: Handle{loop: l, what: trace.Timer, name: l.log.Intern(name), fut: settles, fn: fn, inHeap: true},
		when:   when,
	}
	t.scheduled(when)
	l.timers.push(t)
	return t
}
