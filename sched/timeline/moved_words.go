package timeline

import (
	"strconv"

	"loopscope/sched/trace"
)

// raisedBy says what a raise command did.
func (t *teller) raisedBy(c trace.Command) {
	t.say("You raised ", exceptionOf(c), " in ", c.Task, ".")
	l := t.tl.Lane(c.Task)
	if l == nil {
		return
	}
	st := t.s.Task(c.Task)
	i := l.SpanAt(t.n)
	switch {
	case st.Phase != Ready:
	case !l.began(t.n):
		t.say("It has not begun: it gets that before its first line, so nothing of it will run.")
	case i > 0 && l.woken(int(l.spans[i].n)) && t.tl.doer(int(l.spans[i].n)) == last(t.tl.commands, t.n):
		t.say("It does not wait any more, and gets that", atLine(st.Line), " when it next runs.")
	default:
		t.say("It gets that", atLine(st.Line), " when it next runs.")
	}
}

// exceptionOf gives the exception of a raise command: "ValueError('no')".
func exceptionOf(c trace.Command) string {
	if c.Msg == nil {
		return c.Exc + "()"
	}
	return c.Exc + "('" + *c.Msg + "')"
}

// gaveResult says what a finish command did.
func (t *teller) gaveResult(c trace.Command) {
	value := c.Value
	if value == "" {
		value = "None"
	}
	l := t.tl.Lane(c.Task)
	if l == nil {
		return
	}
	i := l.SpanAt(t.n)
	for i >= 0 && l.spans[i].phase != Waiting {
		i--
	}
	if i < 0 {
		return
	}
	waited := l.stop(i)
	t.say("You gave ", t.waitedFor(l, i, waited.Fut), ", for which ", c.Task, " waited", atLine(waited.Line), ", the result ", value, ".")
	if t.s.Task(c.Task).Phase == Ready {
		t.say(c.Task, " is ready again.")
	}
}

// moved says what a command did to a handle.
func (t *teller) moved(c trace.Command) {
	name := t.handleName(c.Handle)
	var before trace.Time
	if id := int32(c.Handle); t.tl.handle(id) != nil {
		before = t.tl.whenAt(id, last(t.tl.commands, t.n)-1)
	}
	switch early := before - t.s.T; {
	case c.Op == trace.OpFront:
		t.say("You moved ", name, " to the front of the ready queue.")
	case c.Op == trace.OpDelay:
		t.say("You moved the end of ", name, " from ", moment(before), " to ", moment(c.When), ".")
	case early > 0:
		t.say("You let ", name, " end ", duration(early), " early: that is at the end of the ready queue.")
	default:
		t.say("You let ", name, " end: that is at the end of the ready queue.")
	}
}

// handleName gives what a handle is called in a sentence: "job1's sleep",
// "job1", "gather's callback".
func (t *teller) handleName(n int) []any {
	id := int32(n)
	if int(id) != n || t.tl.handle(id) == nil {
		return []any{"handle " + strconv.Itoa(n)}
	}
	if t.tl.event(id).What == trace.Timer {
		return t.clock(t.tl.At(t.n).timer(id))
	}
	return t.queued(t.tl.queued(id, t.n))
}

// firedByHand says of a timer that runs, or ran, that its moment is the user's.
func (t *teller) firedByHand(run HandleRun, fired bool) {
	how := ", the time that you gave it."
	if fired {
		how = ", as you wanted it to."
	}
	verb := " ran at "
	switch run.Fn {
	case "sleep", "timeout", "release_waiter", "as_completed", "executor":
		verb = " ended at "
	}
	t.say(t.clock(t.tl.At(run.Begin.N).timer(int32(run.ID))), verb, moment(run.Begin.T), how)
}
