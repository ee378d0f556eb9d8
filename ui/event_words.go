package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// An eventRow tells the fields of one event in words, in a row of the log.
type eventRow struct {
	w   *watch
	row *listRow
	n   int
	e   trace.Event
	any bool // something was told already
}

// word writes a text in plain ink.
func (r *eventRow) word(text string) *eventRow {
	r.any = r.any || text != ""
	r.row.put(text, r.w.shade(r.n, 0))
	return r
}

// quiet writes a text that only joins others.
func (r *eventRow) quiet(text string) *eventRow {
	r.row.put(text, r.w.shade(r.n, inkQuiet))
	return r
}

// task writes a task; what is none is said to be the loop's doing.
func (r *eventRow) task(t trace.Task) *eventRow {
	label := r.w.label(t)
	if label == "" {
		label = "the loop"
		if t != 0 {
			label = "task " + strconv.Itoa(int(t))
		}
	}
	r.any = true
	r.row.put(label, r.w.shade(r.n, bold))
	return r
}

// also parts what was told from what comes.
func (r *eventRow) also(text string) *eventRow {
	if r.any {
		text = ", " + text
	}
	r.any = true
	return r.quiet(text)
}

// by writes who did it, if a task did.
func (r *eventRow) by(t trace.Task) *eventRow {
	if t == 0 {
		return r
	}
	return r.also("by ").task(t)
}

// via writes what of asyncio's own asked for it, if the program did not.
func (r *eventRow) via() *eventRow {
	if via := r.e.Via(); via != "" {
		r.also("by ").word(via)
	}
	return r
}

// fut writes what a future is called.
func (r *eventRow) fut(f trace.Future) *eventRow {
	if t := f.Task(); t != 0 {
		return r.task(t)
	}
	label := r.w.tl.FutureLabel(f)
	if label == "" {
		label = "a future"
	}
	return r.word(label)
}

// line writes the line of the script, if there is one. What the loop does by
// itself has only that of asyncio.run, which says nothing.
func (r *eventRow) line() *eventRow {
	if r.e.Line == 0 {
		return r
	}
	return r.also("line ").quiet(strconv.Itoa(int(r.e.Line)))
}

// name writes a text of the event as it is.
func (r *eventRow) name() *eventRow { return r.word(r.w.tl.View().String(r.e.Name)) }

func (r *eventRow) tell() {
	switch e := r.e; e.Kind {
	case trace.TaskCreated, trace.TaskNamed, trace.TaskWaiting, trace.TaskDone, trace.TaskCancel, trace.TaskUncancel,
		trace.TaskThrow, trace.TaskEagerEnd, trace.TaskMark, trace.AwaitReady, trace.LoopBlocked, trace.ShieldOn, trace.ShieldOuter:
		r.task(e.Task)
		r.ofTask()
	case trace.HandleScheduled, trace.HandleCancelled, trace.HandleBegin, trace.HandleEnd:
		r.quiet(strconv.Itoa(int(e.ID))).any = true
		r.ofHandle()
	case trace.FutureCreated, trace.FutureDone, trace.FutureNeverRetrieved, trace.CallbackAdded, trace.CallbackRemoved,
		trace.RunBreak:
		r.ofFuture()
	case trace.ObjectCreated, trace.ObjectOp, trace.ThreadBegin, trace.ThreadEnd:
		r.ofObject()
	case trace.Print, trace.Stderr:
		r.task(e.Task).quiet(": ").name().line()
	case trace.CommandDone, trace.CommandRefused:
		r.command()
	default:
		r.ofRun()
	}
}

func (r *eventRow) ofTask() {
	v, e := r.w.tl.View(), r.e
	switch e.Kind {
	case trace.TaskCreated:
		if name := v.String(e.Name); name != r.w.label(e.Task) {
			r.quiet(" ").quiet(name)
		}
		if fn := v.String(e.Fn()); fn != r.w.label(e.Task) {
			r.also(fn + "()")
		}
		if e.Flags&trace.Eager != 0 {
			r.also("eager")
		}
		r.by(e.By())
	case trace.TaskNamed:
		r.quiet(" is now called ").name()
	case trace.TaskWaiting:
		if e.Fut == 0 {
			r.quiet(" on nothing: its next step is scheduled")
		} else {
			r.quiet(" on ").fut(e.Fut)
		}
	case trace.TaskDone:
		r.quiet(" ").outcome()
		r.any = true
	case trace.TaskCancel:
		if e.Name != 0 {
			r.also("message ").name()
		}
		if e.Fut != 0 {
			r.also("passed on by ").fut(e.Fut)
		}
		r.by(e.By()).via()
	case trace.TaskUncancel:
		r.also("cancelling() is ").word(strconv.Itoa(int(e.ID))).via()
	case trace.TaskThrow:
		r.quiet(" gets ").name()
		if e.Fut != 0 {
			r.also("from ").fut(e.Fut)
		}
	case trace.TaskMark:
		r.quiet(": ").name()
	case trace.AwaitReady:
		r.quiet(" goes on at once")
	case trace.LoopBlocked:
		r.quiet(" held the loop up")
	case trace.ShieldOuter:
		if e.ID != 0 {
			r.also("for ").fut(trace.Future(e.ID))
		}
		return
	}
	r.line()
}

// outcome writes how something ended.
func (r *eventRow) outcome() *eventRow {
	text := r.w.tl.View().String(r.e.Name)
	if text != "" {
		text = " " + text
	}
	switch r.e.What {
	case trace.Returned:
		return r.quiet("returned").word(text)
	case trace.Raised:
		return r.quiet("raised").word(text)
	case trace.Cancelled:
		return r.quiet("cancelled")
	case trace.Deadlock:
		return r.quiet("deadlock: nothing can wake the tasks that are left")
	case trace.TooLong:
		return r.quiet("too long: a limit was hit")
	}
	return r
}

func (r *eventRow) ofHandle() {
	v, e := r.w.tl.View(), r.e
	if e.Kind == trace.HandleScheduled || e.Kind == trace.HandleBegin {
		switch e.What {
		case trace.Step:
			r.quiet(": a step of ").task(e.Task)
		case trace.Done:
			r.quiet(": done callback ").word(v.String(e.Name) + "()").quiet(" of ").fut(e.Fut)
		case trace.Timer:
			r.quiet(": timer ").word(v.String(e.Name) + "()")
		default:
			r.quiet(": call_soon ").word(v.String(e.Name) + "()")
		}
	}
	switch {
	case e.Kind == trace.HandleEnd:
		if c := r.w.tl.Column(r.n); c >= 0 && r.w.tl.Handle(c).ID == int(e.ID) {
			r.quiet(": ").quiet(r.w.tl.HandleLabel(c))
		}
	case e.Kind == trace.HandleBegin && r.w.log.width < eventTurns:
		r.also("turn ").quiet(strconv.Itoa(e.Turn()))
	case e.Kind == trace.HandleScheduled && e.What == trace.Timer:
		r.also("to fire at ").quiet(e.T.String()).quiet(" s").line()
	case e.Kind == trace.HandleScheduled:
		if e.What == trace.Step && e.Fut != 0 {
			r.also("woken by ").fut(e.Fut)
		} else {
			r.line()
		}
	}
}

func (r *eventRow) ofFuture() {
	v, e := r.w.tl.View(), r.e
	switch e.Kind {
	case trace.FutureCreated:
		r.fut(e.Fut)
		if o, ok := v.Payload(e).(trace.Object); ok {
			if at := r.w.tl.Object(o); at != nil {
				r.quiet(" of ").word(at.Label)
			}
		}
		r.by(e.Task).line()
	case trace.FutureDone:
		r.fut(e.Fut).quiet(" ").outcome()
		if r.by(e.Task); e.Task != 0 {
			r.line()
		}
	case trace.FutureNeverRetrieved:
		r.fut(e.Fut).also("its exception ").name()
	case trace.RunBreak:
		r.also("the end of ").fut(e.Fut)
	default:
		r.name().quiet(" on ").fut(e.Fut).by(e.Task).line()
	}
}

func (r *eventRow) ofObject() {
	v, e := r.w.tl.View(), r.e
	switch e.Kind {
	case trace.ObjectCreated:
		r.word(v.String(e.ObjectName())).by(e.Task).line()
	case trace.ObjectOp:
		if o := r.w.tl.Object(trace.Object(e.ID)); o != nil {
			r.word(o.Label).quiet(" ")
		}
		r.name().by(e.Task).line().also("size ").word(strconv.Itoa(e.Size()))
		if e.Waiters() > 0 {
			r.also(strconv.Itoa(e.Waiters())).quiet(plural(e.Waiters(), " waits", " wait"))
		}
	default:
		r.quiet("thread ").word(strconv.Itoa(int(e.ID))).also("").name().by(e.Task)
	}
}

// plural gives the form of a word that fits a number.
func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func (r *eventRow) command() {
	if c, ok := r.w.tl.View().Payload(r.e).(trace.Command); ok {
		r.word(given(c, strings.TrimSpace(r.w.label(c.Task))))
	}
	if r.e.Name != 0 {
		r.also("refused: ").name()
	}
}

func (r *eventRow) ofRun() {
	v, e := r.w.tl.View(), r.e
	switch e.Kind {
	case trace.RunBegin:
		if b, ok := v.Payload(e).(trace.Engine); ok {
			r.word(b.Name + " " + b.Version).also(b.Clock + " clock")
		}
	case trace.RunExit:
		r.outcome()
	case trace.RunResult:
		r.outcome()
		if res, ok := v.Payload(e).(trace.Result); ok && len(res.Pending) > 0 {
			r.also("left over: ").tasks(res.Pending)
		}
	case trace.LoopBlocked:
		r.quiet("time.sleep until ").word(e.T.String()).quiet(" s").by(e.Task).line()
	case trace.LoopShutdown:
		all, _ := v.Payload(e).([]trace.Task)
		r.quiet("cancels ").tasks(all)
	case trace.LoopException:
		r.name()
		if e.ID != 0 {
			r.also("").word(v.String(trace.Name(e.ID)))
		}
	default:
		r.name().line()
	}
}

// mostTold bounds the tasks that are named in one row.
const mostTold = 20

func (r *eventRow) tasks(all []trace.Task) {
	for i, t := range all[:min(len(all), mostTold)] {
		if i > 0 {
			r.quiet(", ")
		}
		r.task(t)
	}
	if len(all) > mostTold {
		r.quiet(", …")
	}
}

// given says what a command was, in few words.
func given(c trace.Command, label string) string {
	switch c.Op {
	case trace.OpFire, trace.OpFront:
		return string(c.Op) + " " + strconv.Itoa(c.Handle)
	case trace.OpDelay:
		return "delay " + strconv.Itoa(c.Handle) + " to " + c.When.String() + " s"
	}
	return c.Python(label)
}
