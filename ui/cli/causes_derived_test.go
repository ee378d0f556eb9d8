package cli

import (
	"strings"

	"loopscope/sched/trace"
)

// derived follows causes by looking through the events of a trace, again for
// every question: slow, and by nothing of package timeline.
type derived struct{ trace.View }

func (d derived) name(n trace.Name) string { return d.String(n) }

// back gives the last event before n for which is holds, 0 if there is none.
func (d derived) back(n int, is func(trace.Event) bool) int {
	for n--; n > 0; n-- {
		if is(d.At(n)) {
			return n
		}
	}
	return 0
}

// who gives the event that stands for what did event n: a step, a callback, a
// timer, an eager task, a command, a shutdown; 0 is the program outside of all.
func (d derived) who(n int) int {
	var eager []trace.Task // those whose first step is over before n
	ended := false         // a run has, if this is in no handle
	for k := n - 1; k > 0; k-- {
		switch e := d.At(k); e.Kind {
		case trace.TaskEagerEnd:
			eager = append(eager, e.Task)
		case trace.TaskCreated:
			if last := len(eager) - 1; e.Flags&trace.Eager == 0 {
				continue
			} else if last >= 0 && eager[last] == e.Task {
				eager = eager[:last]
				continue
			}
			return k
		case trace.HandleBegin:
			return k
		case trace.LoopShutdown, trace.CommandDone:
			if e.Kind == trace.LoopShutdown && !ended {
				return k
			}
			if ended || d.back(n+1, func(e trace.Event) bool { return e.Kind == trace.TaskCreated }) > k {
				return 0
			}
			return k
		case trace.RunResult:
			ended = true
		case trace.HandleEnd:
			return 0
		}
	}
	return 0
}

// cause gives the event that brought event n about, 0 for none.
func (d derived) cause(n int) int {
	e := d.At(n)
	switch e.Kind {
	case trace.HandleBegin:
		return d.scheduled(n, e)
	case trace.HandleScheduled:
		if e.What == trace.Step && e.Fut > 0 {
			return d.settled(n, e.Fut)
		}
	case trace.FutureDone:
		if e.ID != 0 {
			return d.through(n, trace.Future(e.ID))
		}
	case trace.TaskCancel:
		if e.Fut != 0 {
			return d.through(n, e.Fut)
		}
	case trace.LoopShutdown:
		return d.stopped(n)
	case trace.CommandDone:
		return 0
	}
	return d.who(n)
}

func (d derived) settled(n int, f trace.Future) int {
	return d.back(n, func(e trace.Event) bool { return e.Kind == trace.FutureDone && e.Fut == f })
}

// scheduled gives what had the handle run that begins at event n.
func (d derived) scheduled(n int, e trace.Event) int {
	moved := d.back(n, func(c trace.Event) bool {
		if c.Kind != trace.CommandDone {
			return false
		}
		do, _ := d.Payload(c).(trace.Command)
		return do.Op == trace.OpFire && do.Handle == int(e.ID) || do.Op == trace.OpRaise && e.What == trace.Step && c.Task == e.Task
	})
	made := d.back(n, func(s trace.Event) bool { return s.Kind == trace.HandleScheduled && s.ID == e.ID })
	before := d.At(max(made-1, 1))
	switch {
	case made == 0:
		return 0
	case moved > made:
		return moved
	case e.What == trace.Step && before.Kind == trace.TaskCreated && before.Task == e.Task:
		return made - 1
	case e.What == trace.Step || d.who(made) == 0:
		return made
	case e.What == trace.Done && e.Fut > 0 && !(before.Kind == trace.CallbackAdded && before.Fut == e.Fut):
		return d.settled(made, e.Fut)
	}
	return d.who(made)
}

// through gives the request to cancel that a future passed on before event n:
// of a task its own, of a gather that of the task that waits for it, in the
// same handle. A gather that was cancelled itself was so by what ran.
func (d derived) through(n int, f trace.Future) int {
	asked := d.back(n, func(e trace.Event) bool {
		return e.Kind == trace.TaskCancel && (e.Task == f.Task() || f > 0 && d.awaits(n, e.Task, f))
	})
	if asked == 0 || f > 0 && d.who(asked) != d.who(n) {
		return d.who(n)
	}
	return asked
}

// awaits reports whether a task waits for f, or for a gather that has f inside.
func (d derived) awaits(n int, task trace.Task, f trace.Future) bool {
	last := d.back(n, func(e trace.Event) bool {
		return e.Task == task && (e.Kind == trace.TaskWaiting || e.Kind == trace.HandleBegin && e.What == trace.Step)
	})
	return last != 0 && d.At(last).Kind == trace.TaskWaiting && d.inside(d.At(last).Fut, f)
}

func (d derived) inside(outer, f trace.Future) bool {
	if outer == f {
		return true
	}
	for k := 1; k <= d.Len(); k++ {
		if e := d.At(k); e.Kind == trace.FutureCreated && e.Fut == outer && d.name(e.Name) == "gather" {
			children, _ := d.Payload(e).([]trace.Future)
			for _, child := range children {
				if child > 0 && d.inside(child, f) {
					return true
				}
			}
		}
	}
	return false
}

// stopped gives what ended the run that a shutdown follows: the callback that
// stops the loop, in the last turn, or a step that SystemExit or
// KeyboardInterrupt left.
func (d derived) stopped(n int) int {
	last := d.back(n, func(e trace.Event) bool { return e.Kind == trace.HandleBegin || e.Kind == trace.RunResult })
	if last == 0 || d.At(last).Kind == trace.RunResult {
		return 0
	}
	told := d.back(n, func(e trace.Event) bool {
		return e.Kind == trace.HandleBegin && e.What == trace.Done && d.name(e.Name) == "run"
	})
	if told != 0 && d.At(told).Turn() == d.At(last).Turn() {
		return told
	}
	ended := d.back(n, func(e trace.Event) bool { return e.Kind == trace.TaskDone })
	exc := d.name(d.At(max(ended, 1)).Name)
	if ended > last && (strings.HasPrefix(exc, "SystemExit") || strings.HasPrefix(exc, "KeyboardInterrupt")) {
		return last
	}
	return 0
}

// asyncios are the callbacks of asyncio's own.
var asyncios = strings.Fields("gather wait run TaskGroup as_completed shield.inner shield.outer release_waiter executor")

// passes reports whether a chain may leave event n out, as the link before it
// tells of it: a callback of asyncio's own, a future that ends by its own timer
// or by the cancel of a task, a cancel that a command asked for.
func (d derived) passes(n int) bool {
	e := d.At(n)
	by := d.At(max(d.cause(n), 1))
	switch e.Kind {
	case trace.HandleBegin:
		for _, fn := range asyncios {
			if e.What == trace.Done && d.name(e.Name) == fn {
				return true
			}
		}
	case trace.FutureDone:
		if by.Kind == trace.TaskCancel {
			return true
		}
		made := d.back(n, func(s trace.Event) bool { return s.Kind == trace.HandleScheduled && s.ID == by.ID })
		return by.Kind == trace.HandleBegin && by.What == trace.Timer && d.At(max(made, 1)).Fut == e.Fut
	case trace.TaskCancel:
		return by.Kind == trace.CommandDone && by.Task == e.Task
	}
	return false
}

// line gives the line of the script at which event n was done, 0 if it was at
// none: then the trace has the line of asyncio.run.
func (d derived) line(n int) int32 {
	e := d.At(n)
	who := d.who(n)
	if who == 0 {
		return e.Line
	}
	run := d.back(n, func(e trace.Event) bool { return e.Kind == trace.CallbackAdded && d.name(e.Name) == "run" })
	fn := d.name(d.At(who).Name)
	switch by := d.At(who); {
	case by.Kind == trace.CommandDone || by.Kind == trace.LoopShutdown || run != 0 && d.At(run).Line == e.Line:
		return 0
	case by.Kind != trace.HandleBegin || by.What == trace.Step:
		return e.Line
	case strings.HasPrefix(fn, ".") || fn == "sleep" || fn == "timeout" || d.passes(who):
		return 0
	}
	return e.Line
}

// stood gives the line at which a task stood before its step at event n.
func (d derived) stood(n int, task trace.Task) int32 {
	at := d.back(n, func(e trace.Event) bool { return e.Kind == trace.TaskWaiting && e.Task == task })
	if at == 0 {
		return 0
	}
	return d.At(at).Line
}
