package timeline

import (
	"strconv"

	"loopscope/sched/trace"
)

// delivered says that CancelledError was raised in a task.
func (t *teller) delivered(k *Link, p scene) {
	e := t.tl.view.At(k.N)
	l := t.tl.Lane(p.task)
	served, _ := l.served(k.N)
	where := []any{atLine(k.Line), " at ", moment(t.tl.TimeAt(k.N))}
	switch {
	case !l.beganBefore(k.N):
		t.say(p.task, " had not begun: it got ", t.raised(e), " before its first line.")
	case p.from != 0:
		t.say(p.task, " got ", t.raised(e), where, ": ", p.from, ", for which it waited, had been cancelled.")
	case e.Fut > 0 && served == 0:
		t.say(p.task, " got ", t.raised(e), where, ": ", t.future(t.tl.cancelledIn(k.N, e.Fut)), ", for which it waited, had been cancelled.")
	default:
		t.say(p.task, " got ", t.raised(e), where, l.together(k.N), ".")
	}
}

// beganBefore tells whether the task had a step before the one of event n.
func (l *Lane) beganBefore(n int) bool {
	for i := l.SpanAt(n) - 1; i >= 0; i-- {
		if l.spans[i].phase == Running {
			return true
		}
	}
	return false
}

// together says how many requests were delivered at once by event n.
func (l *Lane) together(n int) string {
	served, _ := l.served(n)
	if served < 2 {
		return ""
	}
	return ", for " + strconv.Itoa(served) + " requests at once"
}

// cancelledShield says who cancelled a shield itself, or the gather it is in.
func (t *teller) cancelledShield(k *Link, e trace.Event, inner trace.Future) {
	k.Line = t.tl.lineAt(k.N)
	who := t.by(k.N, e.Task)
	if who == nil {
		who = []any{"The program"}
	}
	what := t.future(e.Fut)
	if e.ID > 0 {
		what = t.future(trace.Future(e.ID))
	}
	goes := " goes on."
	if l := t.tl.Lane(inner.Task()); l != nil {
		k.From = e.Task
	}
	t.say(who, " cancelled ", what, atLine(k.Line), ". It stopped at the shield: ", t.future(inner), goes)
}

func (t *teller) takenBack(e trace.Event, line int32) {
	left := []any{": cancelling() of ", e.Task, " was ", strconv.Itoa(int(e.ID)), " then."}
	switch via := e.Via(); via {
	case "":
		t.say(e.Task, " took the request back by uncancel()", atLine(line), left)
	case "TaskGroup":
		t.say("The TaskGroup", atLine(line), " took the request back", left)
	default:
		t.say("The timeout", atLine(line), " took the request back", left)
	}
}

// finished says how a task ended that a cancel had come to.
func (t *teller) finished(e trace.Event, one Target) {
	at := []any{" at ", moment(e.T)}
	text := t.text(e.Name, "None")
	switch {
	case e.What == trace.Cancelled && one.Delivered == 0 && one.Asked != 0:
		t.say(e.Task, " ended", at, " before CancelledError could be raised in it: it counts as cancelled.")
	case e.What == trace.Cancelled && one.Delivered == 0:
		t.say(e.Task, " raised CancelledError itself and ended cancelled", at, ".")
	case one.TakenBack != 0 && e.What == trace.Returned:
		t.say(e.Task, " returned ", text, at, ".")
	case e.What == trace.Cancelled && t.tl.Lane(e.Task).thrownAfter(one.Delivered):
		t.say(e.Task, " ended cancelled", at, "; another cancel had come to it by then.")
	case e.What == trace.Cancelled:
		t.say(e.Task, " ended cancelled", at, ".")
	case one.Asked == 0 && e.What == trace.Raised:
		t.say(e.Task, " ended", at, " with ", text, " instead.")
	case one.Asked == 0:
		t.say(e.Task, " caught it and returned ", text, at, ".")
	case e.What == trace.Raised && one.Delivered != 0:
		t.say(e.Task, " ended", at, " with ", text, " instead.")
	case e.What == trace.Raised:
		t.say(e.Task, " ended", at, " with ", text, ": CancelledError never came to it.")
	case one.Delivered != 0:
		t.say(e.Task, " swallowed the cancel: it returned ", text, at, ".")
	default:
		t.say(e.Task, " returned ", text, at, ": CancelledError never came to it.")
	}
}

// thrownAfter tells whether CancelledError was raised in the task after event n.
func (l *Lane) thrownAfter(n int) bool {
	for i := len(l.marks) - 1; i >= 0 && int(l.marks[i].n) > n; i-- {
		if l.marks[i].kind == MarkDelivered {
			return true
		}
	}
	return false
}

// missed says why a request to cancel is not delivered.
func (t *teller) missed(k *Link) {
	if t.tl.view.At(k.N).Kind == trace.CommandDone {
		t.say(k.Task, " never got it: you raised an exception in its place.")
		return
	}
	t.say(k.Task, " never got it: what it waited for ended otherwise.")
}

// wentOn says that a task that got CancelledError stopped at an await again.
func (t *teller) wentOn(k *Link, one *Target) {
	if k.N == 0 {
		return
	}
	switch {
	case one.TakenBack != 0 && one.TakenBack < k.N:
		t.say(k.Task, " went on to", toLine(k.Line), ".")
	case k.Line != 0 && k.Line == one.Line:
		t.say(k.Task, " did not end, but stopped at line ", strconv.Itoa(int(k.Line)), " again.")
	default:
		t.say(k.Task, " did not end, but went on to", toLine(k.Line), ".")
	}
}

// toLine is " line 5", or " another await".
func toLine(n int32) string {
	if n == 0 {
		return " another await"
	}
	return " line " + strconv.Itoa(int(n))
}
