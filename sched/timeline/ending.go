package timeline

import (
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// ended says how the run or the program ended.
func (t *teller) ended(e trace.Event) {
	switch {
	case e.Kind == trace.RunRefused:
		t.refused(e)
	case e.What == trace.Deadlock:
		t.stuck(e)
	case e.What == trace.TooLong:
		r, _ := t.tl.view.Payload(e).(trace.Result)
		limit := "it takes too long"
		if r.Limit != "" {
			limit = "the limit of " + r.Limit + " is reached" + atLine(e.Line)
			if r.Remedy != "" {
				limit += "; " + r.Remedy
			}
		}
		t.say("The run was stopped at ", moment(e.T), ": ", limit, ".")
	case e.Kind == trace.RunExit:
		t.say("The program ended at ", moment(e.T), ".")
		t.uncaught(e)
	case e.What == trace.Returned:
		t.say("The run is over: it returned ", t.text(e.Name, "None"), ".")
	case e.What == trace.Raised:
		t.say("The run is over: it raised ", t.text(e.Name, "an exception"), ".")
	default:
		t.say("The run is over: it raised CancelledError.")
	}
}

func (t *teller) refused(e trace.Event) {
	reason := strings.TrimSuffix(t.text(e.Name, "it cannot be"), ".")
	line := inLine(e.Line)
	if strings.Contains(reason, strings.Trim(line, " ()")) {
		line = ""
	}
	t.say("This program was not run: ", reason, line, ".")
}

func (t *teller) uncaught(e trace.Event) {
	switch e.What {
	case trace.Raised:
		t.say("Nothing caught ", t.text(e.Name, "its exception"), ".")
	case trace.Cancelled:
		t.say("Nothing caught CancelledError.")
	}
}

func (t *teller) stuck(e trace.Event) {
	t.say("The program is stuck at ", moment(e.T), ": nothing is ready and no timer is set.")
	r, _ := t.tl.view.Payload(e).(trace.Result)
	var waits []any
	for i, s := range r.Stuck {
		st := t.s.Task(s.Task)
		if st.Phase != Waiting || i == mostNamed {
			break
		}
		if waits != nil {
			waits = append(waits, "; ")
		}
		waits = append(waits, s.Task, " waits", t.forWhat(st, t.n))
	}
	if waits != nil {
		t.say(append(waits, ".")...)
	}
}

// lost says what nobody looked at.
func (t *teller) lost(events []trace.Event) {
	for i, e := range events {
		switch {
		case i == 2:
			t.say(strconv.Itoa(len(events)-i), " more were lost.")
			return
		case e.Kind == trace.CoroutineNeverAwaited:
			t.say("A coroutine ", short(t.text(e.Name, "")), " was never awaited.")
		default:
			t.say("Nobody retrieved ", t.text(e.Name, "the exception"), " of ", t.future(e.Fut), ".")
		}
	}
}

// shutdown says why asyncio.run cancels what is left.
func (t *teller) shutdown(e trace.Event) {
	left, _ := t.tl.view.Payload(e).([]trace.Task)
	if main := t.main(); main != 0 {
		t.say(main, " has ended, so asyncio.run cancels what is left: ", left, ".")
		return
	}
	t.say("asyncio.run cancels what is left: ", left, ".")
}

// main gives the task whose end has just stopped the loop, 0 if something else
// did.
func (t *teller) main() trace.Task {
	for col := t.tl.Column(t.n); col >= 0; col-- {
		run := t.tl.Handle(col)
		switch {
		case run.Turn != t.s.Turn:
			return 0
		case run.What == trace.Done && run.Fn == "run":
			return run.Of.Task()
		}
	}
	return 0
}
