package sched

import (
	"fmt"
	"strings"

	"loopscope/sched/trace"
)

// A Task drives a coroutine, a step at a time: asyncio.Task. It is a Future
// whose result is the coroutine's.
type Task struct {
	// What a step touches comes first, to lie together in memory.
	handle     Handle // of its steps: there is never more than one scheduled
	coro       *Coro
	waiter     *Future // _fut_waiter: what it waits for; nil while it runs or is ready
	num        trace.Task
	name       trace.Name
	cancels    int32 // cancel requests that were not taken back
	mustCancel bool  // the next step throws a CancelledError
	eager      bool  // its first step runs, inside its creation
	inlined    bool  // it was eager and ended in its first step
	shielded   bool  // by a command
	context    any   // the host's, in which its steps run; nil: none
	Future

	prev, next *Task // in the loop's list of tasks that are not done
}

// CreateTask makes a task of a coroutine and schedules its first step; name ""
// gives the default, Task-N. Its steps run in a copy of the current context. It
// mirrors Task.__init__ in asyncio/tasks.py.
func (l *Loop) CreateTask(c *Coro, name string) *Task {
	var context any
	if l.context != nil {
		context = l.host.CopyContext(l.context)
	}
	return l.CreateTaskIn(context, c, name)
}

// CreateTaskIn is CreateTask with the context that the task's steps run in.
func (l *Loop) CreateTaskIn(context any, c *Coro, name string) *Task {
	t := &Task{coro: c, context: context}
	if t.id = trace.Unnumbered; !l.ending || l.currentNum() != 0 {
		l.tasks = append(l.tasks, t)
		t.num = trace.Task(len(l.tasks))
		t.id = t.num.Future()
	}
	if name == "" {
		l.defaultNames++
		t.name = trace.DefaultName(l.defaultNames)
	} else {
		t.name = l.log.Text(name)
	}
	l.seq++
	t.loop, t.task, t.seq = l, t, l.seq
	t.handle = Handle{task: t, what: trace.Step}
	if l.live.add(t); t.num == 0 {
		l.unnumbered++
	}
	if l.Eager && l.running {
		t.created(trace.Eager)
		t.startEagerly()
		return t
	}
	t.created(0)
	t.schedule(nil, nil)
	return t
}

// created tells of a new task, unless it has no number.
func (t *Task) created(flags trace.Flags) {
	if t.num == 0 {
		return
	}
	l := t.loop
	fn, by, line := l.log.Intern(t.coro.name), l.currentNum(), l.line()
	e := l.log.Next()
	e.Kind, e.Flags, e.Task, e.Name = trace.TaskCreated, flags, t.num, t.name
	e.Fut, e.ID, e.Line = trace.Future(fn), int32(by), line
}

// emit adds an event of a task, unless it has no number.
func (t *Task) emit(e trace.Event) {
	if t.num != 0 {
		t.loop.emit(e)
	}
}

// Num gives the task's number in the trace, from 1; 0 of one that a callback
// made while Run ended the loop, which the trace passes over.
func (t *Task) Num() trace.Task { return t.num }

// Name gives the task's name.
func (t *Task) Name() string { return t.loop.log.String(t.name) }

// SetName gives the task another name.
func (t *Task) SetName(name string) {
	l := t.loop
	t.name = l.log.Text(name)
	t.emit(trace.Event{Kind: trace.TaskNamed, Task: t.num, Name: t.name, Line: l.line()})
}

// Coro gives the coroutine that the task drives; nil: it was eager and ended in
// its first step. It mirrors task_eager_start in Modules/_asynciomodule.c.
func (t *Task) Coro() *Coro {
	if t.inlined {
		return nil
	}
	return t.coro
}

// Waiter gives the future that the task waits for; nil while it runs, is
// ready, or is done.
func (t *Task) Waiter() *Future { return t.waiter }

// Shielded reports whether a command has shielded the task.
func (t *Task) Shielded() bool { return t.shielded }

// Cancelling gives the number of cancel requests that were not taken back.
func (t *Task) Cancelling() int { return int(t.cancels) }

// Uncancel takes a cancel request back and gives the number of those left. It
// mirrors Task.uncancel in asyncio/tasks.py.
func (t *Task) Uncancel() int {
	if t.cancels > 0 {
		t.cancels--
		if t.cancels == 0 {
			t.mustCancel = false
		}
	}
	l := t.loop
	l.emit(trace.Event{Kind: trace.TaskUncancel, Task: t.num, ID: t.cancels, Line: l.line(), Flags: l.via})
	return int(t.cancels)
}

// cancel mirrors Task.cancel in asyncio/tasks.py.
func (t *Task) cancel(msg any, parent trace.Future) bool {
	l := t.loop
	e := trace.Event{Kind: trace.TaskCancel, Task: t.num, ID: int32(l.currentNum()), Fut: parent, Line: l.line(), Flags: l.via}
	if msg != nil {
		e.Name = l.log.Intern(l.str(msg))
	}
	l.emit(e)
	t.unretrieved = false
	if t.Done() {
		return false
	}
	t.cancels++
	if t.waiter != nil && t.cancelWaiter(msg) {
		// It stays in waiter: the cancel of a task is not known to succeed.
		return true
	}
	t.mustCancel = true
	t.setCancelMsg(msg)
	return true
}

// schedule has the task's next step run in the next turn: with an exception to
// throw, or woken by a future, or just so.
func (t *Task) schedule(throw error, waker *Future) {
	if t.handle.pending {
		panic(fmt.Sprintf("sched: internal error: two steps of task %d", t.num))
	}
	if throw != nil {
		t.more().throw = throw
	}
	if waker != nil {
		t.handle.fut = waker
	}
	t.loop.soon(&t.handle)
}

// A step is enter, a switch to the coroutine's stack if enter says so, and
// leave. Together they mirror Task.__wakeup, Task.__step and
// Task.__step_run_and_handle_result in asyncio/tasks.py; the order of the
// checks matters. Its first check, that the task is not done, has nothing to
// find here: only its own step settles a task. Whoever calls them switches
// itself, because every call that is open across a switch costs the processor
// a mispredicted return.
func (t *Task) enter() bool {
	var exc error
	if t.mustCancel || t.handle.fut != nil || t.rare != nil {
		exc = t.delivered()
	}
	if t.waiter != nil {
		t.waiter = nil
	}
	l := t.loop
	if l.current = t; t.context != nil {
		l.context = t.context
	}
	return t.coro.enter(exc)
}

// leave takes what the coroutine handed out, or how it ended, and tells how
// the task stands. The error is one that leaves the loop.
func (t *Task) leave() error {
	var err error
	y, done := t.coro.leave()
	switch {
	case done:
		err = t.finish(t.coro.Result())
	case y == nil:
		t.schedule(nil, nil)
	default:
		t.waitFor(y)
	}
	l := t.loop
	l.current = nil
	if l.context != nil {
		t.context, l.context = l.context, nil
	}
	if err == nil || !isStop(err) {
		t.afterStep()
	}
	return err
}

// delivered takes what the step is to throw: what the future that woke it
// says, what was scheduled for it, or a CancelledError. It is nil if the step
// just goes on.
func (t *Task) delivered() error {
	var exc error
	if t.rare != nil {
		exc, t.rare.throw = t.rare.throw, nil
	}
	waker := t.handle.fut
	if t.handle.fut = nil; waker != nil {
		_, exc = waker.Result()
	}
	if t.mustCancel {
		if !isA(exc, ErrCancelled) {
			exc, waker = t.cancelledError(), nil
		}
		t.mustCancel = false
	}
	if exc != nil {
		t.thrown(exc, waker)
	}
	return exc
}

// waitFor takes what the coroutine handed out: the future to wait for, or a
// mistake.
func (t *Task) waitFor(y any) {
	f, ok := y.(*Future)
	switch {
	case !ok:
		t.misused("Task got bad yield: ", y)
	case f.loop != t.loop:
		t.misused("Task ", t, " got Future ", f, " attached to a different loop")
	case !f.Blocking:
		t.misused("yield was used instead of yield from in task ", t, " with ", f)
	case f == &t.Future:
		t.misused("Task cannot await on itself: ", t)
	default:
		f.Blocking = false
		f.add(callback{wake: t})
		t.waiter = f
		if t.mustCancel && t.cancelWaiter(t.cancelMsg()) {
			t.mustCancel = false
		}
	}
}

// misused has the next step throw a RuntimeError. Strings of the message stand
// as they are, anything else by its repr.
func (t *Task) misused(message ...any) {
	var b strings.Builder
	for _, part := range message {
		if s, ok := part.(string); ok {
			b.WriteString(s)
		} else {
			b.WriteString(t.loop.repr(part))
		}
	}
	t.schedule(t.loop.newError(ErrRuntime, b.String()), nil)
}

func (t *Task) thrown(exc error, waker *Future) {
	l := t.loop
	e := trace.Event{Kind: trace.TaskThrow, Task: t.num, Name: l.log.Intern(l.showError(exc))}
	if waker != nil {
		e.Fut = waker.id
	}
	t.emit(e)
}

// finish settles the task with the outcome of its coroutine.
func (t *Task) finish(v any, err error) error {
	switch {
	case err == nil && t.mustCancel:
		t.mustCancel = false
		t.cancelPlain(t.cancelMsg(), 0)
	case err == nil:
		t.setResult(v)
	case isStop(err):
		return err
	case isA(err, ErrCancelled):
		t.more().cancelled = err
		t.cancelPlain(nil, 0)
	default:
		t.setException(err)
		if isExit(err) {
			return err
		}
	}
	return nil
}

// afterStep tells how the task stands at the end of a step. Of a task without
// a number the referee tells that after an eager step only.
func (t *Task) afterStep() {
	l := t.loop
	if t.Done() {
		l.live.remove(t)
		l.forget(t)
	}
	if t.num == 0 && !t.eager {
		return
	}
	if !t.Done() {
		var line int32
		var stack trace.Stack
		if l.host.Where != nil && t.num != 0 {
			line, stack = l.host.Where(t)
		}
		e := l.log.Next()
		e.Kind, e.Task, e.Line, e.ID = trace.TaskWaiting, t.num, line, int32(stack)
		if t.waiter != nil {
			e.Fut = t.waiter.id
		}
		return
	}
	text := t.outcomeText()
	line, traceback := t.raisedAt()
	e := l.log.Next()
	e.Kind, e.What, e.Task, e.T, e.Name, e.ID = trace.TaskDone, t.outcome(), t.num, l.now, text, int32(t.name)
	e.Line, e.Fut = line, trace.Future(traceback)
}

// raisedAt gives where the exception that ended the task was raised.
func (t *Task) raisedAt() (line int32, traceback trace.Stack) {
	if t.loop.host.Raised == nil || !t.raised || t.state == Cancelled {
		return 0, 0
	}
	return t.loop.host.Raised(t.exc())
}

// outcomeText gives the text of the result or exception of a future that is
// done, 0 if it was cancelled.
func (f *Future) outcomeText() trace.Name {
	l := f.loop
	switch {
	case f.state == Cancelled:
		return 0
	case f.raised:
		return l.log.Text(l.showError(f.exc()))
	case f.value == nil:
		return l.log.Intern(l.show(nil))
	}
	return l.log.Text(l.show(f.value))
}

// startEagerly runs the task's first step inside its creation. It mirrors
// Task.__eager_start in asyncio/tasks.py.
func (t *Task) startEagerly() {
	l := t.loop
	creator, context := l.current, l.context
	l.context, t.eager = nil, true
	if t.enter() {
		t.coro.stack.next()
	}
	err := t.leave()
	l.current, l.context, t.eager, t.inlined = creator, context, false, t.Done()
	l.emit(trace.Event{Kind: trace.TaskEagerEnd, Task: t.num})
	if err != nil && l.leaving == nil {
		l.leaving = err
	}
}

// taskList is a list of tasks in order of creation.
type taskList struct{ first, last *Task }

func (ts *taskList) add(t *Task) {
	if t.prev = ts.last; t.prev != nil {
		t.prev.next = t
	} else {
		ts.first = t
	}
	ts.last = t
}

func (ts *taskList) remove(t *Task) {
	if t.prev != nil {
		t.prev.next = t.next
	} else {
		ts.first = t.next
	}
	if t.next != nil {
		t.next.prev = t.prev
	} else {
		ts.last = t.prev
	}
	t.prev, t.next = nil, nil
}
