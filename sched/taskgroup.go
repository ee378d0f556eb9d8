package sched

import (
	"strconv"

	"loopscope/sched/trace"
)

// A TaskGroup waits at the end of a block for the tasks made in it, and
// cancels those that are left when one of them, or the block, fails. It
// mirrors TaskGroup in asyncio/taskgroups.py.
type TaskGroup struct {
	loop *Loop

	entered  bool
	exiting  bool
	aborting bool

	parent          *Task // whose block it is
	parentCancelled bool  // by the group
	tasks           futureSet
	errors          []error
	baseError       error   // the first SystemExit or KeyboardInterrupt
	completed       *Future // what Exit waits for; nil: it does not wait
}

// NewTaskGroup makes a group.
func (l *Loop) NewTaskGroup() *TaskGroup { return &TaskGroup{loop: l} }

// String gives the group as CPython's repr shows it.
func (g *TaskGroup) String() string {
	text := "<TaskGroup"
	if n := g.tasks.len(); n > 0 {
		text += " tasks=" + strconv.Itoa(n)
	}
	if n := len(g.errors); n > 0 {
		text += " errors=" + strconv.Itoa(n)
	}
	switch {
	case g.aborting:
		text += " cancelling"
	case g.entered:
		text += " entered"
	}
	return text + ">"
}

// Enter begins the block, in the current task: __aenter__.
func (g *TaskGroup) Enter() error {
	if g.entered {
		return g.loop.newError(ErrRuntime, "TaskGroup "+g.String()+" has already been entered")
	}
	if g.parent = g.loop.current; g.parent == nil {
		return g.loop.newError(ErrRuntime, "TaskGroup "+g.String()+" cannot determine the parent task")
	}
	g.entered = true
	return nil
}

// CreateTask makes a task of the group; name "" gives the default. A group
// that takes none closes the coroutine and raises RuntimeError.
func (g *TaskGroup) CreateTask(c *Coro, name string) (*Task, error) {
	return g.created(c, func() *Task { return g.loop.CreateTask(c, name) })
}

// CreateTaskIn is CreateTask with the context that the task's steps run in.
func (g *TaskGroup) CreateTaskIn(context any, c *Coro, name string) (*Task, error) {
	return g.created(c, func() *Task { return g.loop.CreateTaskIn(context, c, name) })
}

func (g *TaskGroup) created(c *Coro, create func() *Task) (*Task, error) {
	why := ""
	switch {
	case !g.entered:
		why = " has not been entered"
	case g.exiting && g.tasks.len() == 0:
		why = " is finished"
	case g.aborting:
		why = " is shutting down"
	}
	if why != "" {
		if err := c.Close(); err != nil {
			return nil, err
		}
		return nil, g.loop.newError(ErrRuntime, "TaskGroup "+g.String()+why)
	}
	t := create()
	if t.Done() { // it is eager
		return t, g.taskDone(&t.Future)
	}
	g.tasks.add(&t.Future)
	t.AddDoneCallback(Callback{Name: "TaskGroup", Key: g, Fn: g.taskDone})
	return t, nil
}

// Exit ends the block, in the coroutine that s belongs to: it waits for the
// tasks. exc is the exception that leaves the block, or nil. The error is the
// exception that goes on, which replaces exc: nil where exc was a cancel of
// the group's own. __aexit__.
func (g *TaskGroup) Exit(s Suspend, exc error) error {
	if isStop(exc) {
		return exc
	}
	g.exiting = true
	if isExit(exc) && g.baseError == nil {
		g.baseError = exc
	}
	var cancelled error // the CancelledError that is to go on
	if isA(exc, ErrCancelled) {
		cancelled = exc
	}
	if exc != nil && !g.aborting {
		g.abort()
	}
	for g.tasks.len() > 0 {
		err := g.wait(s)
		if err != nil && !isA(err, ErrCancelled) {
			return err
		}
		if err != nil && !g.aborting {
			cancelled = err
			g.abort()
		}
		g.completed = nil
	}
	return g.outcome(exc, cancelled)
}

// wait waits until all tasks are done, or a cancel comes.
func (g *TaskGroup) wait(s Suspend) error {
	if g.completed == nil {
		g.completed = g.newCompleted()
	}
	_, err := g.completed.Await(s)
	return err
}

// newCompleted makes the future by which the parent waits; its children are the
// tasks of that moment.
func (g *TaskGroup) newCompleted() *Future {
	tasks := make([]trace.Future, 0, g.tasks.len())
	for f := range g.tasks.all() {
		tasks = append(tasks, f.id)
	}
	f := &Future{}
	g.loop.initFuture(f, "TaskGroup")
	g.loop.futureCreated(f, g.loop.log.Attach(tasks))
	return f
}

// outcome is the end of Exit, after all tasks.
func (g *TaskGroup) outcome(exc, cancelled error) error {
	if g.baseError != nil {
		return g.baseError
	}
	g.loop.via = trace.ByTaskGroup
	defer func() { g.loop.via = 0 }()
	if g.parentCancelled && g.parent.Uncancel() == 0 {
		cancelled = nil
	}
	if cancelled != nil && len(g.errors) == 0 {
		return cancelled
	}
	if exc != nil && !isA(exc, ErrCancelled) {
		g.errors = append(g.errors, exc)
	}
	if len(g.errors) == 0 {
		return nil
	}
	if g.parent.Cancelling() > 0 { // from outside: the cancel comes again, later
		g.parent.Uncancel()
		g.parent.Cancel(nil)
	}
	failed := g.errors
	g.errors = nil
	return g.loop.newError(ErrBaseExceptionGroup, "unhandled errors in a TaskGroup", failed)
}

// abort cancels the tasks. It mirrors TaskGroup._abort.
func (g *TaskGroup) abort() {
	g.aborting = true
	for f := range g.tasks.all() {
		if f.Done() {
			continue
		}
		g.loop.via = trace.ByTaskGroup
		now, _ := f.cancelThrough(g, cancelRequest{waiter: g.waits()})
		g.loop.via = 0
		g.replace(f, now)
	}
}

// waits and replace make the group a forwarder: a shielded task that it
// cancels gives its place to an outer future, and goes on outside the group.
func (g *TaskGroup) waits() trace.Future { return g.parent.id }

func (g *TaskGroup) replace(child, now *Future) { g.tasks.replace(child, now) }

// taskDone mirrors TaskGroup._on_task_done.
func (g *TaskGroup) taskDone(f *Future) error {
	g.tasks.discard(f)
	if g.completed != nil && g.tasks.len() == 0 {
		if err := g.completed.release(); err != nil {
			return err
		}
	}
	if !f.failed() {
		return nil
	}
	g.errors = append(g.errors, f.exc())
	if isExit(f.exc()) && g.baseError == nil {
		g.baseError = f.exc()
	}
	if g.parent.Done() {
		return g.loop.CallExceptionHandler(Context{
			Message:   "Task has errored out but its parent task is already completed",
			Exception: f.exc(), Task: f.task, Parent: g.parent,
		})
	}
	if !g.aborting && !g.parentCancelled {
		g.abort()
		g.parentCancelled = true
		g.loop.via = trace.ByTaskGroup
		g.parent.Cancel(nil)
		g.loop.via = 0
	}
	return nil
}
