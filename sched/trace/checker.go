package trace

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Checker tells whether a sequence of events is one that a run can give: the
// rules of asyncio's loop as TRACE.md words them. It is fed a Log as it grows.
// A Checker that has found a violation finds no more.
type Checker struct {
	view View
	n    int // events checked
	err  error

	t         Time
	handles   []checkedHandle // by number; 0 is unused
	ready     []int32         // the ready queue, cancelled ones included
	timers    []int32
	tasks     []checkedTask   // by number; 0 is unused
	futures   map[Future]bool // known: is it done?
	newest    Future
	objects   int32   // how many were created
	threads   []int32 // begun, not ended
	thread    int32   // begun last
	turn      int
	begun     int    // event at which the turn began
	left      int    // event of a LoopShutdown or RunResult since
	handle    int32  // that runs
	running   []Task // innermost last; a callback or module level is 0
	stepOver  bool   // the innermost step has said how it ended
	commanded bool   // since the last handle
	cut       bool   // a step ended without saying how: only a stop may follow
	ended     Kind   // RunExit or RunRefused
}

type checkedHandle struct {
	made     Event
	n        int // event that scheduled it
	readyAt  int // event; 0: a timer that is not due
	over     bool
	obsolete bool // its loop may be gone
	moved    bool // to the front, so perhaps into the turn in which that was
	loose    bool // scheduled by a command, or as the loop ends: perhaps after a step of a task without a number, which may have begun a turn
}

type checkedTask struct {
	done      bool
	scheduled bool // a step of it
	eager     bool // its first step runs inside another
	shielded  bool
	cancels   int
}

// A Violation says which event breaks which rule.
type Violation struct {
	N     int    // event
	Event string // as Format gives it
	Rule  string
}

// Error names the event and the rule.
func (v *Violation) Error() string { return fmt.Sprintf("event %s: %s", v.Event, v.Rule) }

// NewChecker makes a Checker that begins with event 1.
func NewChecker() *Checker {
	return &Checker{handles: make([]checkedHandle, 1), tasks: make([]checkedTask, 1), futures: map[Future]bool{}}
}

// Check checks what v has that the last View had not. The error is a
// *Violation.
func (c *Checker) Check(v View) error {
	for c.view = v; c.n < v.Len() && c.err == nil; {
		c.n++
		e := v.At(c.n)
		if rule := c.event(e); rule != "" {
			c.err = &Violation{N: c.n, Event: Format(v, c.n), Rule: rule}
		}
	}
	return c.err
}

// timed are the kinds whose T is the moment of the event.
var timed = [kinds]bool{
	TaskDone: true, TaskMark: true, HandleBegin: true, HandleEnd: true, FutureDone: true, Print: true, Stderr: true,
	LoopBlocked: true, LoopException: true, LoopShutdown: true, CommandDone: true, CommandRefused: true, RunBreak: true, RunResult: true, RunExit: true,
	ThreadBegin: true, ThreadEnd: true,
}

// unnumbered are the kinds that also tell of tasks without a number.
var unnumbered = [kinds]bool{
	TaskWaiting: true, TaskDone: true, TaskCancel: true, TaskUncancel: true, TaskEagerEnd: true,
}

// event gives the rule that an event breaks, "" if it breaks none.
func (c *Checker) event(e Event) string {
	if rule := c.place(e); rule != "" {
		return rule
	}
	if int(e.Kind) < len(timed) && timed[e.Kind] {
		if e.T < c.t {
			return "time never goes back"
		}
		c.t = e.T
	}
	switch e.Kind {
	case HandleScheduled:
		return c.scheduled(e)
	case HandleCancelled:
		return c.cancelled(e)
	case HandleBegin:
		return c.begin(e)
	case HandleEnd:
		return c.end(e)
	case TaskCreated:
		return c.created(e)
	case FutureCreated, FutureDone, FutureNeverRetrieved, CallbackAdded, CallbackRemoved, ShieldOuter, RunBreak:
		return c.future(e)
	case ObjectCreated, ObjectOp:
		return c.object(e)
	case ThreadBegin, ThreadEnd:
		return c.ofThread(e)
	case TaskNamed, TaskWaiting, TaskDone, TaskCancel, TaskUncancel, TaskThrow, TaskEagerEnd, TaskMark, ShieldOn:
		return c.task(e)
	case Print, Stderr, AwaitReady, LoopBlocked:
		if e.Task != c.current() {
			return "what is printed, awaited or held up is by the task that runs"
		}
	case LoopShutdown, RunResult, RunExit, RunRefused, CommandDone, CommandRefused:
		return c.run(e)
	}
	return ""
}

// place checks where an event may stand.
func (c *Checker) place(e Event) string {
	switch {
	case e.Kind == 0 || e.Kind >= kinds:
		return "every event has a kind"
	case e.Kind == RunProgram && c.n > 1:
		return "run.program is the first event"
	case c.ended != 0 && e.Kind != CoroutineNeverAwaited:
		return "nothing follows " + c.ended.String()
	case c.cut && e.Kind != RunResult && e.Kind != RunExit && e.Kind != RunRefused:
		return "a step ends with task.waiting or task.done, unless the run is stopped there"
	case c.stepOver && e.Kind != HandleEnd && e.Kind != TaskEagerEnd:
		return "task.waiting and task.done are the last events of a step"
	}
	return ""
}

// current gives the task that runs, 0 if none does.
func (c *Checker) current() Task {
	if k := len(c.running); k > 0 {
		return c.running[k-1]
	}
	return 0
}

// known tells whether a task exists.
func (c *Checker) known(t Task) bool { return t > 0 && int(t) < len(c.tasks) }

// exists tells whether a future exists.
func (c *Checker) exists(f Future) bool {
	if t := f.Task(); t != 0 {
		return c.known(t)
	}
	if f == Unnumbered {
		return true
	}
	_, ok := c.futures[f]
	return ok
}

func (c *Checker) scheduled(e Event) string {
	switch {
	case int(e.ID) != len(c.handles):
		return fmt.Sprintf("handles are numbered in the order of scheduling: this one would be %d", len(c.handles))
	case e.What < Step || e.What > Timer:
		return "a handle is a step, a done callback, a call_soon or a timer"
	case e.What == Done && !c.exists(e.Fut), e.Fut != 0 && !c.exists(e.Fut):
		return "a future is created before it is used"
	}
	h := checkedHandle{made: e, n: c.n, readyAt: c.n, loose: c.handle == 0 && (c.commanded || c.left > 0)}
	if e.What == Step {
		switch {
		case !c.known(e.Task):
			return "a step is of a task that was created"
		case c.tasks[e.Task].done:
			return "a task that is done has no further step"
		case c.tasks[e.Task].scheduled:
			return "a task has one scheduled step at most"
		}
		c.tasks[e.Task].scheduled = true
	}
	if e.What == Timer {
		h.readyAt = 0
		c.timers = append(c.timers, e.ID)
	} else {
		c.ready = append(c.ready, e.ID)
	}
	c.handles = append(c.handles, h)
	return ""
}

// pending gives a handle that was scheduled and has neither run nor been
// cancelled.
func (c *Checker) pending(id int32) *checkedHandle {
	if id <= 0 || int(id) >= len(c.handles) || c.handles[id].over {
		return nil
	}
	return &c.handles[id]
}

func (c *Checker) cancelled(e Event) string {
	h := c.pending(e.ID)
	if h == nil {
		return "only a handle that is scheduled and has not run can be cancelled"
	}
	if h.made.What == Step {
		c.tasks[h.made.Task].scheduled = false
	}
	h.over = true
	return ""
}

func (c *Checker) begin(e Event) string {
	h := c.pending(e.ID)
	switch {
	case c.handle != 0:
		return "one handle runs at a time"
	case h == nil:
		return "a handle that begins was scheduled, has not run and is not cancelled"
	case h.made.What != e.What || h.made.Task != e.Task || h.made.Name != e.Name && c.view.String(h.made.Name) != c.view.String(e.Name):
		return "a handle begins as what it was scheduled as"
	}
	if rule := c.turns(e); rule != "" {
		return rule
	}
	if rule := c.inOrder(e.ID); rule != "" {
		return rule
	}
	h.over = true
	c.handle, c.commanded = e.ID, false
	c.running = append(c.running[:0], 0)
	if e.What == Step {
		if c.tasks[e.Task].done {
			return "a task that is done has no further step"
		}
		c.running[0] = e.Task
		c.tasks[e.Task].scheduled = false
	}
	return ""
}

// turns checks the turn of a handle that begins, and moves the timers that are
// due when a turn begins.
func (c *Checker) turns(e Event) string {
	if e.Turn() == c.turn {
		return ""
	}
	if e.Turn() != c.turn+1 {
		return "turns go up by one"
	}
	for _, id := range c.ready {
		if h := c.pending(id); h != nil && !h.obsolete && !h.loose && c.turn > 0 && h.readyAt <= c.begun && c.left < c.begun {
			return "a turn runs all handles that were ready when it began"
		}
	}
	c.turn, c.begun = e.Turn(), c.n
	slices.SortFunc(c.timers, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.handles[a].made.T, c.handles[b].made.T), cmp.Compare(a, b))
	})
	k := 0
	for ; k < len(c.timers) && c.handles[c.timers[k]].made.T <= e.T; k++ {
		c.handles[c.timers[k]].readyAt = c.n
		c.ready = append(c.ready, c.timers[k])
	}
	c.timers = slices.Delete(c.timers, 0, k)
	return ""
}

// inOrder takes a handle that begins out of the ready queue.
func (c *Checker) inOrder(id int32) string {
	for i, first := range c.ready {
		h := c.pending(first)
		switch {
		case h == nil:
			continue
		case first != id && h.obsolete:
			h.over = true
			continue
		case first != id && c.handles[id].readyAt == 0:
			return "a timer runs when its time has come, from the turn that begins then"
		case first != id:
			return fmt.Sprintf("the ready queue is first in, first out: handle %d is before this one", first)
		case h.readyAt > c.begun && !h.moved:
			return "what is scheduled in a turn runs in the next"
		}
		c.ready = c.ready[i+1:]
		return ""
	}
	return "a timer runs when its time has come, from the turn that begins then"
}

func (c *Checker) end(e Event) string {
	if c.handle == 0 || e.ID != c.handle {
		return "the handle that ends is the one that runs"
	}
	if len(c.running) > 1 {
		return "an eager step ends before the step that it is in"
	}
	c.cut = c.running[0] != 0 && !c.stepOver
	c.handle, c.stepOver, c.running = 0, false, c.running[:0]
	return ""
}

func (c *Checker) created(e Event) string {
	switch {
	case int(e.Task) != len(c.tasks):
		return fmt.Sprintf("tasks are numbered in the order of creation: this one would be %d", len(c.tasks))
	case e.By() != c.current():
		return "a task is created by the one that runs"
	}
	eager := e.Flags&Eager != 0
	c.tasks = append(c.tasks, checkedTask{eager: eager})
	if eager {
		c.running = append(c.running, e.Task)
	}
	return ""
}

func (c *Checker) task(e Event) string {
	if e.Task == 0 && unnumbered[e.Kind] {
		return ""
	}
	if !c.known(e.Task) {
		return "a task is created before anything happens to it"
	}
	t := &c.tasks[e.Task]
	switch e.Kind {
	case TaskWaiting, TaskDone:
		return c.endOfStep(e, t)
	case TaskCancel:
		if e.By() != c.current() {
			return "a cancel is asked for by the task that runs"
		}
		if !t.done {
			t.cancels++
		}
	case TaskUncancel:
		t.cancels = max(0, t.cancels-1)
		if int(e.ID) != t.cancels {
			return fmt.Sprintf("uncancel gives the requests that are left: %d here", t.cancels)
		}
	case TaskThrow:
		if e.Task != c.current() {
			return "an exception is delivered to the task that runs"
		}
	case TaskEagerEnd:
		if k := len(c.running); k < 2 || c.running[k-1] != e.Task || !t.eager || !c.stepOver {
			return "an eager step ends after its task.waiting or task.done"
		}
		c.running, c.stepOver, t.eager = c.running[:len(c.running)-1], false, false
	case ShieldOn:
		if t.done || t.shielded {
			return "a task is shielded once, before it is done"
		}
		t.shielded = true
	}
	return ""
}

func (c *Checker) endOfStep(e Event, t *checkedTask) string {
	switch {
	case e.Task != c.current():
		return "a step is ended by the task that runs"
	case e.Kind == TaskWaiting && e.Fut == 0 && !t.scheduled:
		return "a task that waits for nothing has its next step scheduled"
	case e.Kind == TaskWaiting && e.Fut != 0 && !c.exists(e.Fut):
		return "a future is created before it is used"
	case e.Kind == TaskDone && (e.What < Returned || e.What > Cancelled):
		return "a task returns, raises or is cancelled"
	case e.Kind == TaskDone && t.scheduled:
		return "a task that is done has no further step"
	}
	t.done = e.Kind == TaskDone
	c.stepOver = true
	if e.Kind == TaskDone && e.What == Raised && leavesLoop(c.view.String(e.Name)) {
		c.left = c.n
	}
	return ""
}

// leavesLoop reports whether an exception leaves the loop at once, in the midst
// of a turn.
func leavesLoop(exception string) bool {
	class, _, _ := strings.Cut(exception, "(")
	return class == "SystemExit" || class == "KeyboardInterrupt"
}

func (c *Checker) future(e Event) string {
	if e.Kind == FutureCreated {
		if e.Fut <= c.newest {
			return "futures are numbered in the order of creation"
		}
		if o, ok := c.view.Payload(e).(Object); ok && (o < 1 || int32(o) > c.objects) {
			return "an object is created before it is used"
		}
		c.futures[e.Fut] = false
		c.newest = e.Fut
		return ""
	}
	switch {
	case !c.exists(e.Fut):
		return "a future is created before it is used"
	case e.Kind == FutureDone && c.futures[e.Fut]:
		return "a future is settled once"
	case e.Kind == FutureDone:
		c.futures[e.Fut] = true
	}
	return ""
}

func (c *Checker) object(e Event) string {
	switch {
	case e.Task != c.current():
		return "an object is made and used by the task that runs"
	case e.Kind == ObjectOp && (e.ID < 1 || e.ID > c.objects):
		return "an object is created before it is used"
	case e.Kind == ObjectOp && (e.Size() < 0 || e.Waiters() < 0):
		return "an object has no fewer than 0 in it or waiting"
	case e.Kind == ObjectCreated && (e.Limit() < 0 || e.LockOf() < 0):
		return "an object takes no fewer than 0"
	case e.Kind == ObjectCreated && int32(e.LockOf()) > c.objects:
		return "an object is created before it is used"
	case e.Kind == ObjectCreated && e.ID != c.objects+1:
		return fmt.Sprintf("objects are numbered in the order of creation: this one would be %d", c.objects+1)
	case e.Kind == ObjectCreated:
		c.objects++
	}
	return ""
}

func (c *Checker) ofThread(e Event) string {
	if e.Kind == ThreadBegin {
		if e.ID != c.thread+1 {
			return fmt.Sprintf("threads are numbered as they begin: this one would be %d", c.thread+1)
		}
		c.thread++
		c.threads = append(c.threads, e.ID)
		return ""
	}
	i := slices.Index(c.threads, e.ID)
	if i < 0 {
		return "a thread ends once, after it began"
	}
	c.threads = slices.Delete(c.threads, i, i+1)
	return ""
}

// run checks what stands between two handles.
func (c *Checker) run(e Event) string {
	switch {
	case c.handle != 0 && e.Kind == RunResult && e.What == Raised: // a run within a run is refused
		return c.result(e)
	case c.handle != 0:
		return e.Kind.String() + " stands between two handles"
	}
	switch e.Kind {
	case CommandDone:
		c.commanded = true
		return c.command(e)
	case LoopShutdown:
		left, _ := c.view.Payload(e).([]Task)
		if !slices.Equal(numbered(left), c.notDone()) {
			return "a shutdown cancels the tasks that are not done, in order"
		}
		c.left = c.n
	case RunResult:
		c.left, c.cut = c.n, false
		for i := range c.handles {
			c.handles[i].obsolete = true
		}
		return c.result(e)
	case RunExit, RunRefused:
		c.ended, c.cut = e.Kind, false
	}
	return ""
}

func (c *Checker) result(e Event) string {
	r, _ := c.view.Payload(e).(Result)
	var stuck []Task
	for _, s := range r.Stuck {
		stuck = append(stuck, s.Task)
	}
	switch {
	case e.What < Returned || e.What > TooLong:
		return "a run returns, raises, is cancelled, is stuck or is stopped"
	case e.What == Deadlock && !slices.Equal(numbered(stuck), c.notDone()):
		return "a deadlock names the tasks that are not done, in order"
	case e.What <= Cancelled && !slices.Equal(numbered(r.Pending), c.notDone()):
		return "pending are the tasks that are not done, in order"
	}
	return ""
}

// numbered leaves out the tasks without a number.
func numbered(tasks []Task) []Task {
	return slices.DeleteFunc(slices.Clone(tasks), func(t Task) bool { return t == 0 })
}

func (c *Checker) notDone() []Task {
	var left []Task
	for i := 1; i < len(c.tasks); i++ {
		if !c.tasks[i].done {
			left = append(left, Task(i))
		}
	}
	return left
}
