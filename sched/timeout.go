package sched

import "loopscope/sched/trace"

type timeoutState uint8

const (
	timeoutCreated timeoutState = iota
	timeoutEntered
	timeoutExpiring
	timeoutExpired
	timeoutExited
)

// String gives the word of asyncio/timeouts.py.
func (s timeoutState) String() string {
	return [...]string{"created", "active", "expiring", "expired", "finished"}[s]
}

// canceller is a Handle or a TimerHandle.
type canceller interface{ Cancel() }

// A Timeout cancels a task that is too late to leave a block. It mirrors
// Timeout in asyncio/timeouts.py.
type Timeout struct {
	loop       *Loop
	state      timeoutState
	when       *trace.Time // nil: never
	task       *Task
	cancelling int // the task's count on entry
	handle     canceller
}

// Timeout gives a timeout after a delay from now; nil is never. It mirrors
// timeout in asyncio/timeouts.py.
func (l *Loop) Timeout(delay *trace.Time) *Timeout {
	if delay == nil {
		return l.TimeoutAt(nil)
	}
	when := l.now + *delay
	return l.TimeoutAt(&when)
}

// TimeoutAt gives a timeout at a moment of loop time; nil is never. It mirrors
// timeout_at in asyncio/timeouts.py.
func (l *Loop) TimeoutAt(when *trace.Time) *Timeout { return &Timeout{loop: l, when: when} }

// When gives the deadline; nil is never.
func (tm *Timeout) When() *trace.Time { return tm.when }

// Expired reports whether the deadline came inside the block.
func (tm *Timeout) Expired() bool {
	return tm.state == timeoutExpiring || tm.state == timeoutExpired
}

// State gives asyncio's word: created, active, expiring, expired or finished.
func (tm *Timeout) State() string { return tm.state.String() }

// Reschedule sets another deadline; nil is never.
func (tm *Timeout) Reschedule(when *trace.Time) error {
	l := tm.loop
	switch tm.state {
	case timeoutEntered:
	case timeoutCreated:
		return l.newError(ErrRuntime, "Timeout has not been entered")
	default:
		return l.newError(ErrRuntime, "Cannot change state of "+tm.state.String()+" Timeout")
	}
	tm.when = when
	if tm.handle != nil {
		tm.handle.Cancel()
	}
	switch {
	case when == nil:
		tm.handle = nil
	case *when <= l.now:
		tm.handle = l.CallSoon("timeout", tm.fire)
	default:
		tm.handle = l.CallAt(*when, "timeout", tm.fire)
	}
	return nil
}

// Enter begins the block, in the current task: __aenter__.
func (tm *Timeout) Enter() error {
	if tm.state != timeoutCreated {
		return tm.loop.newError(ErrRuntime, "Timeout has already been entered")
	}
	if tm.task = tm.loop.current; tm.task == nil {
		return tm.loop.newError(ErrRuntime, "Timeout should be used inside a task")
	}
	tm.state = timeoutEntered
	tm.cancelling = tm.task.Cancelling()
	return tm.Reschedule(tm.when)
}

// Exit ends the block; exc is the exception that leaves it, or nil. It gives
// the exception that goes on: exc, or a TimeoutError in place of a
// CancelledError that was the timeout's own. __aexit__.
func (tm *Timeout) Exit(exc error) error {
	if tm.handle != nil {
		tm.handle.Cancel()
		tm.handle = nil
	}
	switch tm.state {
	case timeoutExpiring:
		tm.state = timeoutExpired
		switch ours := tm.uncancel() <= tm.cancelling; {
		case !ours || exc == nil:
		case isA(exc, ErrCancelled):
			return tm.loop.raiseFrom(exc, ErrTimeout)
		case tm.loop.host.TimedOut != nil:
			tm.loop.host.TimedOut(exc)
		}
	case timeoutEntered:
		tm.state = timeoutExited
	}
	return exc
}

// fire mirrors Timeout._on_timeout.
func (tm *Timeout) fire() error {
	tm.loop.via = trace.ByTimeout
	tm.task.Cancel(nil)
	tm.loop.via = 0
	tm.state = timeoutExpiring
	tm.handle = nil
	return nil
}

func (tm *Timeout) uncancel() int {
	tm.loop.via = trace.ByTimeout
	defer func() { tm.loop.via = 0 }()
	return tm.task.Uncancel()
}
