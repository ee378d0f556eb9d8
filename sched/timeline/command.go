package timeline

import (
	"loopscope/sched/trace"
)

// commanded says what the user did, and what came of it at once.
func (t *teller) commanded(d deed) {
	c, _ := t.tl.view.Payload(d.command).(trace.Command)
	if d.command.Kind == trace.CommandRefused {
		t.say("Not done: ", t.text(d.command.Name, "it is not possible"), ".")
		return
	}
	ended := t.s.Task(c.Task).Phase == Done
	switch {
	case c.Op.NamesHandle():
		t.moved(c)
	case c.Op == trace.OpRaise:
		t.raisedBy(c)
	case c.Op == trace.OpFinish:
		t.gaveResult(c)
	case c.Op == trace.OpShield:
		t.say("You shielded ", c.Task, ": a cancel that comes through a task that waits for it stops there.")
	case c.Op == trace.OpCallback && ended:
		t.say("You added a done callback to ", c.Task, ", which has ended: it is ready to run.")
	case c.Op == trace.OpCallback:
		t.say("You added a done callback to ", c.Task, ": it runs when ", c.Task, " has ended.")
	case len(d.stopped) > 0 && !d.cancelled(c.Task):
		t.say("You cancelled the shield of ", c.Task, ": ", c.Task, " itself goes on.")
		for _, task := range d.woken {
			t.say(task, " gets CancelledError", atLine(t.s.Task(task).Line), " when it next runs.")
		}
	default:
		t.say("You asked ", c.Task, " to cancel.")
		t.notYet(c.Task, d)
		for _, task := range d.stopped {
			t.say("The cancel stopped at the shield: ", task, " goes on.")
		}
	}
}

// notYet says where the request to cancel a task has come to.
func (t *teller) notYet(task trace.Task, d deed) {
	st := t.s.Task(task)
	switch {
	case st.Asked == 0:
	case st.Phase == Ready && t.certain(task) && !t.tl.Lane(task).began(t.n):
		t.say("It has not begun: it gets CancelledError before its first line, so nothing of it will run.")
	case st.Phase == Ready && t.certain(task):
		t.say("It has not stopped yet: it gets CancelledError", atLine(st.Line), " when it next runs.")
	case st.Phase == Waiting && len(d.passed) > 0:
		t.say("It waits", t.forWhat(st, d.from), ", so the request went on to ", d.passed, ".")
	}
}

// certain tells whether a request is sure to be delivered by the next step.
func (t *teller) certain(task trace.Task) bool {
	for _, c := range t.tl.Lane(task).cancels {
		if by(c.asked, t.n) && !by(c.delivered, t.n) && !by(c.over, t.n) && c.certain {
			return true
		}
	}
	return false
}

// began tells whether a step of the task has begun by position n.
func (l *Lane) began(n int) bool {
	i := l.SpanAt(n)
	return i > 0 || i == 0 && l.spans[0].phase == Running
}
