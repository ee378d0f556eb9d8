package sched

import (
	"fmt"

	"loopscope/sched/trace"
)

// Do does what a user asks of the run, at once and with no current task: it
// must be called between handles. A command that cannot be obeyed leaves a
// command.refused event with the reason.
func (l *Loop) Do(c trace.Command) {
	c.After, c.T = l.log.Len(), l.now
	do, reason := l.intervention(c)
	if reason != "" {
		l.emit(trace.Event{
			Kind: trace.CommandRefused, T: l.now, Task: c.Task,
			ID: l.log.Attach(c), Name: l.log.Text(reason),
		})
		return
	}
	l.emit(trace.Event{Kind: trace.CommandDone, T: l.now, Task: c.Task, ID: l.log.Attach(c)})
	do()
}

func (l *Loop) doCancel(t *Task, c trace.Command) {
	var msg any
	if c.Msg != nil {
		msg = *c.Msg
	}
	if t.shielded && !c.Past {
		t.cancelShield(msg)
		return
	}
	t.Cancel(msg)
}

// intervention gives what a command does, or the reason for which it cannot be
// obeyed, with what can be done instead.
func (l *Loop) intervention(c trace.Command) (do func(), reason string) {
	if err := c.Check(); err != nil {
		return nil, err.Error()
	}
	if l.closed {
		return nil, "the run has ended: restart it"
	}
	switch c.Op {
	case trace.OpFire, trace.OpDelay:
		return l.moveTimer(c)
	case trace.OpFront:
		return l.moveToFront(c)
	}
	t := l.Task(c.Task)
	switch {
	case t == nil && int(c.Task) <= len(l.tasks):
		return nil, fmt.Sprintf("task %d has ended long ago, and nothing is held of it any more", c.Task)
	case t == nil:
		return nil, fmt.Sprintf("there is no task %d yet: step on until it is created", c.Task)
	case c.Op == trace.OpCallback:
		return func() { t.AddDoneCallback(Callback{Name: string(c.Kind), Key: new(int), Fn: callbackOf(t, c)}) }, ""
	case t.Done():
		return nil, fmt.Sprintf("%s %s already: step back to before its end", t.shortName(), t.ending())
	case c.Op == trace.OpShield && t.shielded:
		return nil, t.shortName() + " is shielded already: cancel it to cancel its shield"
	case c.Op == trace.OpShield:
		return t.shield, ""
	case c.Op == trace.OpRaise:
		return t.raising(c)
	case c.Op == trace.OpFinish:
		return t.finishing(c)
	}
	return func() { l.doCancel(t, c) }, ""
}

func (t *Task) shield() {
	t.shielded = true
	t.loop.emit(trace.Event{Kind: trace.ShieldOn, Task: t.num})
}

// shortName gives the name that the program gave the task, else its function.
func (t *Task) shortName() string {
	if !t.name.Default() {
		return t.Name()
	}
	return t.coro.name
}

// ending says in words how a task that is done ended.
func (f *Future) ending() string {
	l := f.loop
	switch {
	case f.state == Cancelled:
		return "was cancelled"
	case f.raised:
		return "raised " + l.showError(f.exc())
	}
	return "returned " + l.show(f.value)
}

// callbackOf gives the function of a callback that a user adds to a task.
func callbackOf(t *Task, c trace.Command) func(*Future) error {
	l := t.loop
	return func(f *Future) error {
		switch c.Kind {
		case trace.CallbackLog:
			text := t.shortName() + " " + f.ending()
			if c.Arg != "" {
				text = c.Arg + ": " + text
			}
			l.Print(text)
		case trace.CallbackNotify:
			text := c.Arg
			if text == "" {
				text = f.ending()
			}
			l.emit(trace.Event{Kind: trace.TaskMark, Task: t.num, Name: l.log.Text(text), T: l.now, Fut: f.id})
		case trace.CallbackSpawn:
			l.CreateTask(l.spawned(c.Arg), "")
		case trace.CallbackBreak:
			l.emit(trace.Event{Kind: trace.RunBreak, T: l.now, Fut: f.id})
		}
		return nil
	}
}

// spawned is the coroutine of a spawn callback's task.
func (l *Loop) spawned(arg string) *Coro {
	return l.NewCoro("spawned", func(s Suspend) (any, error) {
		l.Print(arg)
		return l.Sleep(0, nil).Await(s)
	})
}
