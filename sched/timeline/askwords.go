package timeline

import "loopscope/sched/trace"

// ofCancel tells of a request to cancel a task.
func (t *teller) ofCancel(k *Link, e trace.Event) {
	k.Kind, k.Task = LinkCancel, e.Task
	m := t.tl.raw(k.N)
	var from trace.Event
	if m != 0 {
		from = t.tl.view.At(m)
	}
	already := t.already(e.Task, k.N)
	switch {
	case from.Kind == trace.TaskCancel && from.Task != e.Task:
		k.From = from.Task
		t.say(from.Task, " waited for ", e.Task, ", so the request to cancel went on to it", already)
	case from.Kind == trace.CommandDone:
		t.say("You asked ", e.Task, " to cancel at ", moment(t.tl.TimeAt(k.N)), already)
	case from.Kind == trace.LoopShutdown:
		t.say(t.endOfRun(m), "asyncio.run asked ", e.Task, " to cancel", already)
	default:
		t.ofAsking(k, e, already)
	}
}

// already says that a request comes too late.
func (t *teller) already(task trace.Task, n int) []any {
	if l := t.tl.Lane(task); l != nil && l.phaseAt(n) == Done {
		return []any{"; ", task, " had ended already, so nothing came of it."}
	}
	return []any{"."}
}

// endOfRun says what ended the run that a LoopShutdown follows.
func (t *teller) endOfRun(shutdown int) []any {
	m := t.tl.raw(shutdown)
	if m == 0 {
		return []any{"At the end of the run "}
	}
	by := t.tl.view.At(m)
	of := by.Fut
	if by.What == trace.Step {
		of = by.Task.Future()
	}
	if of.Task() == 0 {
		return []any{"At the end of the run "}
	}
	return []any{t.hadEnded(of), ", so "}
}

// onceMore tells whether a TaskGroup asks its own task again, after it took its
// request back.
func (tl *Timeline) onceMore(n int, e trace.Event) bool {
	if n < 2 || e.By() != e.Task {
		return false
	}
	before := tl.view.At(n - 1)
	return before.Kind == trace.TaskUncancel && before.Task == e.Task
}

// failedEagerly gives the task whose eager first step failed right before a
// TaskGroup asked for a cancel, 0 if none did.
func (tl *Timeline) failedEagerly(n int) trace.Task {
	for m, since := n-1, tl.doer(n); m > since; m-- {
		switch e := tl.view.At(m); e.Kind {
		case trace.TaskCancel, trace.FutureDone, trace.HandleScheduled:
		case trace.TaskEagerEnd:
			return e.Task
		default:
			return 0
		}
	}
	return 0
}

// left says that a TaskGroup asks in a step of its own task because its block
// was left by an exception, where nothing else can be the reason.
func (t *teller) left(n int) string {
	for m := n - 1; m >= t.tl.doer(n); m-- {
		if k := t.tl.view.At(m).Kind; k == trace.TaskThrow || k == trace.TaskEagerEnd {
			return ""
		}
	}
	return ", as an exception had left its block"
}

// ofAsking tells of a request that something of the program or of asyncio made.
func (t *teller) ofAsking(k *Link, e trace.Event, already []any) {
	k.From, k.Line = e.By(), t.tl.lineAt(k.N)
	if k.From == e.Task {
		k.From = 0
	}
	at := atLine(k.Line)
	who := t.by(k.N, e.By())
	switch cause := t.tl.causeOf(k.N, e); {
	case cause == CauseModule:
		k.Kind = LinkModule
		t.say("The program asked ", e.Task, " to cancel", at, ", outside of all tasks", already)
	case cause == CauseTimeout && e.Via() == "wait_for":
		t.say(e.By(), "'s wait_for", at, " gives no time, so it asked ", e.Task, " to cancel", already)
	case cause == CauseTimeout:
		k.Line = t.tl.setAt(k.N)
		set := ""
		if k.Line != 0 {
			set = ", set" + atLine(k.Line) + ","
		}
		t.say("The timeout of ", e.Task, set, " asked it to cancel", already)
	case cause == CauseGroup && t.tl.onceMore(k.N, e):
		t.say("The TaskGroup", at, " asked ", e.Task, " to cancel once more, as an exception of its own took the place of the cancel", already)
	case cause == CauseGroup && t.tl.failedEagerly(k.N) != 0:
		failed := t.tl.failedEagerly(k.N)
		t.say("The TaskGroup", at, " asked ", e.Task, " to cancel, as ", t.hadEnded(failed.Future()), already)
	case cause == CauseGroup && e.By() != 0:
		t.say(e.By(), "'s TaskGroup", at, " asked ", e.Task, " to cancel", t.left(k.N), already)
	case cause == CauseGroup:
		t.say("The TaskGroup asked ", e.Task, " to cancel, as ", t.hadEnded(t.tl.calledBack(k.N)), already)
	case e.Fut > 0:
		t.say(who, " cancelled ", t.future(e.Fut), at, ", so ", e.Task, " was asked to cancel", already)
	case e.By() == e.Task:
		t.say(e.Task, " asked itself to cancel", at, already)
	default:
		t.say(who, " asked ", e.Task, " to cancel", at, already)
	}
}
