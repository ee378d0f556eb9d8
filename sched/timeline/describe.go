package timeline

import (
	"strconv"

	"loopscope/sched/trace"
)

// describe says what one task does and what it waits for.
func (t *teller) describe(l *Lane) {
	st := t.s.Task(l.Task)
	switch st.Phase {
	case Running:
		t.say(l.Task, " is running", atLine(st.Line), ".")
	case Waiting:
		t.say(l.Task, " waits", t.forWhat(st, t.n), ".")
		if when, ok := t.wakes(st); ok {
			t.say("It has ", duration(when-t.s.T), " left.")
		}
		t.progress(st.On)
	case Done:
		t.over(st)
		return
	case Ready:
		t.stands(l)
	}
	if st.Asked != 0 {
		t.say("It was asked to cancel.")
		t.notYet(l.Task, deed{})
	} else if st.Delivered != 0 {
		t.say("It got CancelledError", atLine(t.caught(l, st)), " and has not ended yet.")
	}
	if st.Shield != 0 {
		t.say("It is shielded.")
	}
}

// caught gives the line at which a task got the cancel delivered last.
func (t *teller) caught(l *Lane, st TaskState) int32 {
	return l.stop(l.SpanAt(st.Delivered) - 1).Line
}

func (t *teller) over(st TaskState) {
	switch {
	case st.Outcome == trace.Cancelled:
		t.say(st.Task, " was cancelled at ", moment(st.Since.T), ".")
	case st.Outcome == trace.Raised:
		t.say(st.Task, " raised ", st.Result, " at ", moment(st.Since.T), ".")
	default:
		t.say(st.Task, " returned ", st.Result, " at ", moment(st.Since.T), ".")
	}
}

// stands says where a ready task stands in the queue.
func (t *teller) stands(l *Lane) {
	again := ""
	if l.began(t.n) {
		again = " again"
	}
	for i, q := range t.s.Ready() {
		if q.What != trace.Step || q.Task != l.Task {
			continue
		}
		switch i {
		case 0:
			t.say(l.Task, " is ready", again, " and runs next.")
		case 1:
			t.say(l.Task, " is ready", again, "; one runs before it.")
		default:
			t.say(l.Task, " is ready", again, "; ", strconv.Itoa(i), " run before it.")
		}
		return
	}
	t.say(l.Task, " is ready", again, ".")
}
