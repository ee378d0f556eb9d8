package sched

import "loopscope/sched/trace"

// A Handle is a callback in the ready queue, or one that has left it:
// asyncio.Handle. What it runs is a task's step, a done callback or a function.
type Handle struct {
	num  int32      // from 1 in order of scheduling; 0: a step of a task without a number
	what trace.What // Step, Done, CallSoon or Timer

	pending   bool // scheduled, neither run nor cancelled
	cancelled bool
	inHeap    bool // of a timer: not yet due

	task *Task   // of a step: whose
	fut  *Future // of a step: the future that woke it, or nil; of a done callback: whose; of a timer: which it settles

	*callee // what it calls; nil of a step
}

// A callee is what a handle that is no step calls. The handles of a done
// callback that many futures have share one.
type callee struct {
	loop *Loop
	name trace.Name
	// Owner is the host's object for the handle; the loop never looks inside.
	// Of a done callback it is its key.
	Owner any
	done  func(*Future) error // of a done callback
	fn    func() error        // of call_soon and timers
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
	if h.fut = nil; h.what != trace.Done {
		h.fn = nil
	}
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
func (h *Handle) scheduled(l *Loop, when trace.Time) {
	h.pending = true
	if h.task != nil && h.task.num == 0 {
		return
	}
	l.handles++
	h.num = l.handles
	line := l.line()
	e := l.log.Next()
	e.Kind, e.What, e.ID, e.T, e.Line = trace.HandleScheduled, h.what, h.num, when, line
	if h.task != nil {
		e.Task = h.task.num
	} else {
		e.Name = h.name
	}
	if h.fut != nil {
		e.Fut = h.fut.id
	}
}

// soon appends a handle to the ready queue.
func (l *Loop) soon(h *Handle) {
	h.scheduled(l, 0)
	l.ready.push(h)
}

// CallSoon has fn called in the next turn; name is what the trace calls it. An
// error of fn goes to the exception handler, or out of the loop if it is
// SystemExit or KeyboardInterrupt. It mirrors BaseEventLoop.call_soon in
// asyncio/base_events.py.
func (l *Loop) CallSoon(name string, fn func() error) *Handle {
	var both struct { // in one piece of memory
		h Handle
		c callee
	}
	both.c = callee{loop: l, name: l.log.Intern(name), fn: fn}
	both.h = Handle{what: trace.CallSoon, callee: &both.c}
	l.soon(&both.h)
	return &both.h
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
	var both struct { // in one piece of memory
		t TimerHandle
		c callee
	}
	both.c = callee{loop: l, name: l.log.Intern(name), fn: fn}
	both.t = TimerHandle{Handle{what: trace.Timer, fut: settles, inHeap: true, callee: &both.c}, when}
	t := &both.t
	t.scheduled(l, when)
	l.timers.push(t)
	return t
}
