package sched

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// This file is what a user does to a run that no program could do: raise an
// exception in another task, settle a future that is not its own, change the
// order of the queues. Each function gives what is to be done, or the reason why
// it cannot be, with what can be done instead.

// raising is the raise command: the task's next step throws. One that waits is
// taken off its future, which lives on, and is ready.
func (t *Task) raising(c trace.Command) (do func(), reason string) {
	exc, err := t.loop.exceptionOf(c)
	switch {
	case err != nil:
		return nil, err.Error()
	case t.mustCancel:
		return nil, t.shortName() + " gets CancelledError when it next runs, and asyncio lets that go first: step on, then raise"
	case t.handle.pending: // Task.__step(exc) in place of Task.__step() or Task.__wakeup(future)
		return func() { t.more().throw, t.handle.fut = exc, nil }, ""
	case !t.waits():
		return nil, t.outOfReach()
	}
	return func() {
		t.waiter.dropWakeup(t)
		t.waiter = nil
		t.schedule(exc, nil)
	}, ""
}

// waits reports whether the task waits for a future that is not done.
func (t *Task) waits() bool { return t.waiter != nil && !t.waiter.Done() }

// outOfReach says why a task neither waits nor has a step scheduled.
func (t *Task) outOfReach() string {
	if t.loop.current == t {
		return t.shortName() + " is running: step on until it waits"
	}
	return "the loop that " + t.shortName() + " ran on was closed before its next step: nothing of it will run"
}

// dropWakeup takes the wakeup of a task off the future that it waits for.
func (f *Future) dropWakeup(t *Task) {
	l := f.loop
	if f.keepCallbacks(func(cb callback) bool { return cb.wake != t }) > 0 {
		l.emit(trace.Event{Kind: trace.CallbackRemoved, Fut: f.id, Name: l.log.Intern("wakeup"), Task: l.currentNum(), Line: l.line()})
	}
}

// exceptionOf makes the exception of a raise command, or says why it cannot.
func (l *Loop) exceptionOf(c trace.Command) (exc, err error) {
	name := strings.TrimPrefix(c.Exc, "asyncio.")
	switch name {
	case "GeneratorExit":
		return nil, errors.New("GeneratorExit is how Python closes a coroutine: cancel the task, or raise another exception")
	case "StopIteration":
		return nil, errors.New("an await takes StopIteration for its result: raise another exception")
	}
	if l.host.Exception != nil {
		return l.host.Exception(name, c.Msg)
	}
	class := Class(slices.Index(classNames[:], name))
	if name == "" || class >= classes || class == ErrBaseExceptionGroup || class == ErrExceptionGroup {
		return nil, fmt.Errorf("%s is no exception that can be raised here: use ValueError, RuntimeError or another of asyncio's", c.Exc)
	}
	e := &Error{Class: class}
	if c.Msg != nil {
		e.Args = []any{*c.Msg}
	}
	return e, nil
}

// finishing is the finish command: the future that the task waits for gets a
// result, as by set_result.
func (t *Task) finishing(c trace.Command) (do func(), reason string) {
	f, name := t.waiter, t.shortName()
	switch {
	case t.handle.pending:
		return nil, name + " is ready and waits for nothing: step on until it waits"
	case !t.waits():
		return nil, t.outOfReach()
	}
	if reason := f.unfinishable(name); reason != "" {
		return nil, reason
	}
	v, reason := t.loop.literal(c.Value)
	if reason != "" {
		return nil, reason
	}
	return func() { f.setResult(v) }, ""
}

// unfinishable says why a future that a task waits for cannot be given a result
// from outside: one that is no plain future, and one whose result stands for
// something that asyncio would then have twice, or not at all.
func (f *Future) unfinishable(name string) string {
	switch label := f.Label(); {
	case f.task != nil:
		other := f.task.shortName()
		return fmt.Sprintf("%s waits for the task %s, and only that gives its result: finish what %s waits for, or raise in it",
			name, other, other)
	case f.rare != nil && f.rare.gather != nil:
		return name + " waits for a gather, which has its results from its tasks: finish what those wait for, or raise in them"
	case label == "shield":
		return name + " waits for a shield, which ends as what is inside it: finish what that waits for, or raise in it"
	case f.handover:
		return name + " waits to be let in, and nobody makes room for it: it would be in with one too many. Raise in it, or cancel it"
	case label == "executor":
		return name + " waits for a thread, which goes on whatever its future says: fire its timer to have it end now"
	case label == "cancel_and_wait":
		return name + " is in a wait_for that waits until what it cancelled has ended: raise in that, or step on"
	}
	return ""
}

// literal gives the value of a Python literal; "" is None.
func (l *Loop) literal(text string) (v any, reason string) {
	if text == "" {
		text = "None"
	}
	if l.host.Literal != nil {
		v, err := l.host.Literal(text)
		if err != nil {
			return nil, err.Error()
		}
		return v, ""
	}
	switch text {
	case "None":
		return nil, ""
	case "True", "False":
		return text == "True", ""
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n, ""
	}
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return x, ""
	}
	if s, err := strconv.Unquote(text); err == nil {
		return s, ""
	}
	return nil, text + " is no value: give None, True, a number or a text in double quotes"
}

// moveTimer is the commands fire and delay.
func (l *Loop) moveTimer(c trace.Command) (do func(), reason string) {
	i := l.timers.index(c.Handle)
	switch {
	case i < 0 && l.ready.index(c.Handle) >= 0:
		return nil, fmt.Sprintf("handle %d is ready: move it to the front instead", c.Handle)
	case i < 0:
		return nil, l.noHandle(c.Handle)
	case c.Op == trace.OpDelay && c.When < l.now:
		return nil, fmt.Sprintf("%s s is over: fire the timer, or give a time from %s s on", c.When, l.now)
	}
	t := l.timers[i]
	return func() {
		l.timers.remove(i)
		if c.Op == trace.OpDelay {
			t.when = c.When
			l.timers.push(t)
			return
		}
		t.inHeap = false
		l.ready.push(&t.Handle)
	}, ""
}

// moveToFront is the command front. If a handle of this turn is still to run,
// the handle that moves before it runs in this turn too, else in the next: no
// other handle leaves its turn.
func (l *Loop) moveToFront(c trace.Command) (do func(), reason string) {
	at := l.ready.index(c.Handle)
	switch {
	case at < 0 && l.timers.index(c.Handle) >= 0:
		return nil, fmt.Sprintf("handle %d is a timer that is not due: fire it first", c.Handle)
	case at < 0:
		return nil, l.noHandle(c.Handle)
	}
	return func() {
		if at >= l.batch {
			l.widen()
		}
		l.ready.moveToFront(at)
	}, ""
}

// widen makes room in the batch of this turn for one more handle; a batch of
// which nothing runs any more is over.
func (l *Loop) widen() {
	for i := range l.batch {
		if !l.ready.at(i).cancelled {
			l.batch++
			return
		}
	}
	l.batch = 0
}

// noHandle says why there is no handle of a number in the queues.
func (l *Loop) noHandle(n int) string {
	if n > int(l.handles) {
		return fmt.Sprintf("there is no handle %d yet: step on until it is scheduled", n)
	}
	return fmt.Sprintf("handle %d has run or was cancelled: step back to before that", n)
}
