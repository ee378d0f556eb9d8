package timeline

import (
	"slices"

	"loopscope/sched/trace"
)

// setter gives the task that set a timer, 0 if none did, and for how long.
func (t *teller) setter(run HandleRun) (who trace.Task, after trace.Time) {
	made := int(t.tl.handles[run.ID].made)
	return t.tl.running(made), t.tl.event(int32(run.ID)).T - t.tl.TimeAt(made)
}

// firing says which timer is running.
func (t *teller) firing(run HandleRun) {
	if moved, fired := t.tl.byHand(int32(run.ID), run.Begin.N); moved {
		t.firedByHand(run, fired)
		return
	}
	switch who, after := t.setter(run); {
	case run.Fn == "sleep" && who != 0:
		t.say("The ", duration(after), " that ", who, " asked for", is(after), " over.")
	case who != 0:
		t.say("The timer ", known(run.Fn), " that ", who, " set is running.")
	default:
		t.say("The timer ", known(run.Fn), " is running.")
	}
}

// fired says what a timer did.
func (t *teller) fired(run HandleRun, d deed) {
	if moved, fired := t.tl.byHand(int32(run.ID), run.Begin.N); moved {
		t.firedByHand(run, fired)
		t.wrought(d)
		return
	}
	who, after := t.setter(run)
	slept := duration(after)
	woken := len(d.woken) == 1 && d.woken[0] == who
	switch {
	case run.Fn == "sleep" && woken:
		t.say(who, " is ready again: the ", slept, " it asked for", onLine(t.waited(t.tl.Lane(who)).Line), is(after), " over.")
	case run.Fn == "sleep" && who != 0:
		t.say("The ", slept, " that ", who, " asked for", is(after), " over, but that changes nothing any more.")
	case run.Fn == "timeout" && slices.Contains(d.asked, who):
		t.say("The ", slept, " of the timeout in ", who, is(after), " over: it asks ", who, " to cancel.")
		t.effects(d)
	case run.Fn == "release_waiter" && woken:
		t.say(who, " is ready again: the timeout of its wait", onLine(t.waited(t.tl.Lane(who)).Line), ", ", slept, ", is over.")
	case run.Fn == "as_completed" && who != 0:
		t.say("The ", slept, " of as_completed in ", who, is(after), " over.")
		t.effects(d)
	case run.Fn == "executor":
		t.say("A thread has ended.")
		t.effects(d)
	case run.Fn == ".cancel" && len(d.asked)+len(d.passed) > 0:
		t.say("A timer asked ", slices.Concat(d.asked, d.passed), " to cancel.")
		t.effects(d)
	case who != 0:
		t.say("The timer ", known(run.Fn), " ran, ", slept, " after ", who, " set it.")
		t.wrought(d)
	default:
		t.say("The timer ", known(run.Fn), " ran.")
		t.wrought(d)
	}
}

// callSoon says what a function given to call_soon did.
func (t *teller) callSoon(run HandleRun, d deed) {
	who := t.tl.running(int(t.tl.handles[run.ID].made))
	switch {
	case run.Fn == "timeout" && len(d.asked) > 0:
		t.say("The time of the timeout is over: it asks ", d.asked, " to cancel.")
		t.effects(d)
		return
	case who != 0:
		t.say(known(run.Fn), " ran: ", who, " gave it to call_soon.")
	default:
		t.say(known(run.Fn), " ran (call_soon).")
	}
	t.wrought(d)
}

// called says what a done callback did.
func (t *teller) called(run HandleRun, d deed) {
	switch {
	case run.Fn == "run":
		t.stops(run.Of)
	case run.Fn == "shield.outer":
		if inner := t.tl.shielded(run.Of); inner != 0 && t.s.Task(inner).Phase != Done {
			t.say("The shield of ", inner, " is gone; ", inner, " goes on.")
			return
		}
		t.say("The shield is gone.")
	case !ours[run.Fn]:
		t.say("The done callback ", known(run.Fn), " of ", t.future(run.Of), " ran.")
		t.wrought(d)
	case len(d.woken) == 1 && !d.cancelled(d.woken[0]):
		t.joined(run, d.woken[0])
	case len(d.asked) > 0:
		t.say(t.how(run.Of), ", so its ", known(run.Fn), " asks ", d.asked, " to cancel.")
		t.effects(d)
	default:
		t.say(known(run.Fn), " is told that ", t.how(run.Of), ".")
		t.waiters(run.Of)
		t.effects(d)
	}
}

// stops says why the loop stops.
func (t *teller) stops(of trace.Future) {
	if of.Task() != 0 {
		t.say(of.Task(), " has ended, so the loop stops.")
		return
	}
	t.say("What was left has ended, so the loop stops.")
}

// settled gives how a plain future ended, 0 if the source does not say.
func (tl *Timeline) settled(f trace.Future) trace.What {
	if got := tl.futures.get(f); got != nil && got.done != 0 {
		return tl.view.At(int(got.done)).What
	}
	return 0
}

// joined says why a task that waited for several is ready.
func (t *teller) joined(run HandleRun, task trace.Task) {
	waited := t.waited(t.tl.Lane(task))
	kind := t.tl.kind(waited.Fut)
	switch {
	case kind == "gather" && t.tl.settled(waited.Fut) == trace.Returned:
		t.say(task, " is ready again: ", t.how(run.Of), ", the last of its gather", inLine(waited.Line), ".")
	case kind == "":
		t.say(task, " is ready again: ", t.how(run.Of), ".")
	case kind == "shield":
		t.say(task, " is ready again: ", t.how(run.Of), " behind its shield", inLine(waited.Line), ".")
	case kind == "as_completed":
		t.say(task, " is ready again: ", t.how(run.Of), ", and as_completed hands that on", inLine(waited.Line), ".")
	default:
		t.say(task, " is ready again: ", t.how(run.Of), ", and that ends its ", known(kind), inLine(waited.Line), ".")
	}
}
