package timeline

import (
	"strings"

	"loopscope/sched/trace"
)

// link tells of node n. Tasks go by their names at position at, or at n if
// that is later.
func (tl *Timeline) link(n, at int) Link {
	t := &teller{tl: tl, n: max(n, at)}
	k := Link{N: n}
	switch e := tl.view.At(n); e.Kind {
	case trace.HandleBegin:
		t.ofHandle(&k, tl.Handle(tl.Column(n)))
	case trace.HandleScheduled:
		t.ofScheduled(&k, e)
	case trace.FutureDone:
		t.ofResult(&k, e)
	case trace.TaskCreated:
		t.ofCreation(&k, e)
	case trace.TaskCancel:
		t.ofCancel(&k, e)
	case trace.TaskThrow:
		k.Kind, k.Task, k.Line = LinkDelivered, e.Task, tl.stoppedAt(e.Task, n)
		t.say(e.Task, " got ", t.raised(e), atLine(k.Line), " at ", moment(tl.TimeAt(n)), ".")
	case trace.LoopShutdown:
		t.ofShutdown(&k, e)
	case trace.CommandDone, trace.CommandRefused:
		k.Kind, k.Task = LinkCommand, e.Task
		t.ofCommand(e)
	default:
		k.Kind, k.Task, k.Line = LinkModule, 0, e.Line
		t.say("The program did this", atLine(e.Line), ", outside of all tasks.")
	}
	k.Say = t.out
	return k
}

// raised gives the exception of a TaskThrow.
func (t *teller) raised(e trace.Event) string {
	if text := t.tl.view.String(e.Name); text != "CancelledError()" {
		return t.text(e.Name, "an exception")
	}
	return "CancelledError"
}

// stoppedAt gives the line where a task stood before the step that runs at
// position n, 0 if it had not begun.
func (tl *Timeline) stoppedAt(task trace.Task, n int) int32 {
	l := tl.Lane(task)
	if l == nil {
		return 0
	}
	return l.stop(l.SpanAt(n) - 1).Line
}

// ofHandle tells of a handle that ran.
func (t *teller) ofHandle(k *Link, run HandleRun) {
	switch run.What {
	case trace.Step:
		t.ofStep(k, run)
		return
	case trace.Done:
		k.Kind, k.Task = LinkCallback, run.Of.Task()
		t.ofCallback(run)
		return
	case trace.Timer:
		k.Kind = LinkTimer
	default:
		k.Kind = LinkCall
	}
	k.Task, k.Line = run.By, t.tl.lineAt(int(t.tl.handles[run.ID].made))
	t.ofTimer(k, run)
}

func (t *teller) ofStep(k *Link, run HandleRun) {
	k.Kind, k.Task, k.Line = LinkStep, run.Task, t.tl.stoppedAt(run.Task, run.Begin.N)
	when := []any{" at ", moment(run.Begin.T), "."}
	var next trace.Event
	if run.Begin.N < t.tl.view.Len() { // what is raised is known as the step begins
		next = t.tl.view.At(run.Begin.N + 1)
	}
	l := t.tl.Lane(run.Task)
	switch {
	case l == nil:
		t.say("A step ran", when)
	case next.Kind == trace.TaskThrow && next.Task == run.Task && !l.beganBefore(k.N):
		t.say(run.Task, " had not begun: it got ", t.raised(next), " before its first line.")
	case next.Kind == trace.TaskThrow && next.Task == run.Task:
		t.say(run.Task, " got ", t.raised(next), atLine(k.Line), when)
	case !l.beganBefore(k.N):
		t.say(run.Task, " began", when)
	default:
		t.say(run.Task, " went on", atLine(k.Line), when)
	}
}

// ofTimer tells of a timer, or of what was given to call_soon.
func (t *teller) ofTimer(k *Link, run HandleRun) {
	set := []any{" it had been set", atLine(k.Line), "."}
	if k.Line == 0 {
		set = []any{" it had been set before."}
	}
	ended := []any{" ended at ", moment(run.Begin.T), ";", set}
	switch who := run.By; {
	case run.Fn == "executor" && who != 0:
		k.Kind = LinkThread
		t.say("The thread that ", who, " had begun", atLine(k.Line), " ended at ", moment(run.Begin.T), ".")
	case run.Fn == "executor":
		k.Kind = LinkThread
		t.say("A thread ended at ", moment(run.Begin.T), ".")
	case run.Fn == "sleep" && who != 0:
		t.say(who, "'s "+t.tl.HandleLabel(run.Begin.Col), ended)
	case run.Fn == "timeout" && who != 0:
		t.say("The time of ", who, "'s timeout", ended)
	case run.Fn == "release_waiter" && who != 0:
		t.say("The timeout of ", who, "'s wait", ended)
	case run.Fn == "as_completed" && who != 0:
		t.say("The timeout of ", who, "'s as_completed", ended)
	case run.What == trace.Timer && who != 0:
		t.say("The timer ", known(run.Fn), " ran at ", moment(run.Begin.T), "; ", who, " had set it", atLine(k.Line), ".")
	case run.What == trace.Timer:
		t.say("The timer ", known(run.Fn), " ran at ", moment(run.Begin.T), ";", set)
	case who != 0:
		t.say(known(run.Fn), " ran at ", moment(run.Begin.T), "; ", who, " had given it to call_soon", atLine(k.Line), ".")
	default:
		t.say(known(run.Fn), " ran at ", moment(run.Begin.T), "; it had been given to call_soon", atLine(k.Line), ".")
	}
}

func (t *teller) ofCallback(run HandleRun) {
	switch {
	case run.Fn == "run" && run.Of.Task() != 0:
		t.say("The loop was told that ", t.hadEnded(run.Of), ", and stopped.")
	case run.Fn == "run":
		t.say("The loop was told that what was left had ended, and stopped.")
	case ours[run.Fn]:
		t.say(known(run.Fn), " was told that ", t.hadEnded(run.Of), ".")
	default:
		t.say("The done callback ", known(run.Fn), " ran at ", moment(run.Begin.T), ": ", t.hadEnded(run.Of), ".")
	}
}

// ended1 says how a future had ended, as a clause.
func (t *teller) hadEnded(f trace.Future) []any {
	l := t.tl.Lane(f.Task())
	switch inner := t.tl.shielded(f); {
	case inner != 0 && t.tl.settled(f) == trace.Cancelled:
		return []any{"the shield of ", inner, " had been cancelled"}
	case l == nil || l.Ended == 0:
		return []any{t.future(f), " was over"}
	case l.Outcome == trace.Cancelled:
		return []any{l.Task, " had been cancelled"}
	case l.Outcome == trace.Raised:
		return []any{l.Task, " had raised ", l.Result}
	}
	return []any{l.Task, " had ended"}
}

// ofScheduled tells of a task made ready, or of what the program scheduled
// outside of all tasks.
func (t *teller) ofScheduled(k *Link, e trace.Event) {
	l := t.tl.Lane(e.Task)
	if e.What != trace.Step || l == nil {
		k.Kind, k.Line = LinkModule, e.Line
		what := map[trace.What]string{trace.Done: "a done callback", trace.Timer: "a timer"}[e.What]
		if what == "" {
			what = known(t.tl.view.String(e.Name)) + " (call_soon)"
		}
		t.say("The program scheduled ", what, atLine(e.Line), ", outside of all tasks.")
		return
	}
	k.Kind, k.Task, k.Line = LinkWake, e.Task, e.Line
	i := l.SpanAt(k.N)
	if i < 0 || !l.woken(k.N) {
		k.Line = l.asideAt(i, k.N)
		t.say(e.Task, " stepped aside", atLine(k.Line), ", ready again at once.")
		return
	}
	if w, ok := l.Wake(i); ok {
		k.From = w.From
	}
	k.Line = l.stop(i - 1).Line
	t.woke(k, l, i)
}

// asideAt gives the line where the step of running span i stopped that had the
// next one scheduled at event n, 0 if it is not known.
func (l *Lane) asideAt(i, n int) int32 {
	if i+1 < len(l.spans) && int(l.spans[i+1].cause) == n {
		return l.stop(i + 1).Line
	}
	return 0
}

// woke says what ended the wait before ready span i.
func (t *teller) woke(k *Link, l *Lane, i int) {
	on := l.stop(i - 1).Fut
	if on == 0 {
		t.say(l.Task, " was ready again at ", moment(t.tl.TimeAt(k.N)), ".")
		return
	}
	what := t.waitedFor(l, i-1, on)
	its := []any{"its ", what, atLine(k.Line)}
	if on.Task() != 0 || t.tl.wait(on) == WaitPlain {
		its = []any{what, ", for which it waited", atLine(k.Line), ","}
	}
	switch how := t.tl.settled(on); {
	case on.Task() != 0:
		t.say(l.Task, " was ready again: ", its, " had ended.")
	case how == trace.Cancelled || t.tl.cancelledAt(k.N, l.Task):
		t.say(l.Task, " was ready again: ", its, " was cancelled.")
	case how == trace.Raised:
		t.say(l.Task, " was ready again: ", its, " failed.")
	case t.tl.wait(on) == WaitPlain:
		t.say(l.Task, " was ready again: ", its, " had its result.")
	default:
		t.say(l.Task, " was ready again: ", its, " was over.")
	}
}

// waitedFor names what waiting span i of a lane waited for.
func (t *teller) waitedFor(l *Lane, i int, on trace.Future) any {
	if on.Task() != 0 {
		return on.Task()
	}
	if label := l.spanLabel(i, t.n); label != "" {
		return label
	}
	return "something"
}

// ofResult tells of a future that was settled.
func (t *teller) ofResult(k *Link, e trace.Event) {
	k.Kind, k.Task, k.Line = LinkResult, e.Task, t.tl.lineAt(k.N)
	who := t.by(k.N, e.Task)
	if who == nil {
		k.Kind = LinkModule
		who = []any{"The program"}
	}
	f := t.future(e.Fut)
	if t.tl.Of(e.Fut) != nil && k.Kind == LinkResult {
		k.Kind = LinkObject
	}
	at := []any{atLine(k.Line), "."}
	of := t.tl.calledBack(k.N)
	switch {
	case of != 0 && t.tl.kind(e.Fut) == "gather" && e.What == trace.Returned:
		t.say(f, " was over: ", t.hadEnded(of), ", the last of it.")
	case of != 0:
		t.say(f, t.wasSettled(e.What), ": ", t.hadEnded(of), ".")
	case k.Kind == LinkObject:
		t.didTo(k, e, who)
	case e.What == trace.Cancelled:
		t.say(who, " cancelled ", f, at)
	case e.What == trace.Raised:
		t.say(who, " set the exception of ", f, at)
	default:
		t.say(who, " set the result of ", f, at)
	}
}

// calledBack gives the future whose end called the callback of asyncio's own
// that did event n, 0 if something else did.
func (tl *Timeline) calledBack(n int) trace.Future {
	if col := tl.during(n); col >= 0 {
		if e := tl.event(tl.columns[col].handle); e.What == trace.Done && ours[tl.view.String(e.Name)] {
			return e.Fut
		}
	}
	return 0
}

func (t *teller) wasSettled(how trace.What) string {
	switch how {
	case trace.Cancelled:
		return " was cancelled"
	case trace.Raised:
		return " failed"
	}
	return " was over"
}

// didTo says what was done to an object that lets go on who waits for f there.
func (t *teller) didTo(k *Link, e trace.Event, who []any) {
	o := t.tl.Of(e.Fut)
	waiter := t.tl.view.At(int(t.tl.futures.get(e.Fut).made)).Task
	there := []any{atLine(k.Line), "."}
	if waiter != 0 {
		there = []any{atLine(k.Line), ", where ", waiter, " waited."}
	}
	did := ""
	if i := o.OpAt(k.N) - 1; i >= 0 {
		if op := o.Op(i); op.Task == e.Task && op.N >= t.tl.stretch(k.N) {
			did = deeds[op.Op]
		}
	}
	if did == "" {
		t.say(who, " let go on at ", o.Label, there)
		return
	}
	t.say(who, " ", strings.Replace(did, "%", o.Label, 1), there)
}

// deeds are what is done to objects, by the words of a trace.
var deeds = map[string]string{
	"put": "put an item into %", "get": "took an item out of %", "task_done": "reported the last item of % as done",
	"release": "released %", "set": "set %", "shutdown": "shut % down",
}

// by says who did event n, to begin a sentence; nil for the program outside of
// all tasks.
func (t *teller) by(n int, task trace.Task) []any {
	d := t.tl.doer(n)
	if d == 0 {
		return nil
	}
	e := t.tl.view.At(d)
	fn := known(t.tl.view.String(e.Name))
	switch {
	case task != 0:
		return []any{task}
	case e.Kind == trace.CommandDone:
		return []any{"You"}
	case e.Kind != trace.HandleBegin || e.What == trace.Step:
		return []any{"asyncio.run"}
	case e.What == trace.Done:
		return []any{"The done callback " + fn}
	case e.What == trace.Timer:
		return []any{"The timer " + fn}
	}
	return []any{fn + " (call_soon)"}
}

func (t *teller) ofCreation(k *Link, e trace.Event) {
	k.Kind, k.Task, k.From, k.Line = LinkCreate, e.Task, e.By(), t.tl.lineAt(k.N)
	eager := "."
	if e.Flags&trace.Eager != 0 {
		eager = ", and its first step ran at once."
	}
	who := t.by(k.N, e.By())
	switch {
	case who != nil:
		t.say(who, " created ", e.Task, atLine(k.Line), eager)
	case t.tl.starts(k.N):
		k.Kind = LinkStart
		t.say("The run began with ", e.Task, atLine(k.Line), ".")
	default:
		k.Kind = LinkModule
		t.say("The program created ", e.Task, atLine(k.Line), ", outside of all tasks.")
	}
}

// starts tells whether a run begins with the task created at event n.
func (tl *Timeline) starts(n int) bool {
	if n+2 > tl.view.Len() {
		return false
	}
	e := tl.view.At(n + 2)
	return e.Kind == trace.CallbackAdded && e.Fut.Task() == tl.view.At(n).Task && tl.view.String(e.Name) == "run"
}

func (t *teller) ofShutdown(k *Link, e trace.Event) {
	left, _ := t.tl.view.Payload(e).([]trace.Task)
	k.Kind = LinkShutdown
	m := t.tl.raw(k.N)
	if m == 0 {
		k.Kind = LinkModule
		t.say("The end of the run cancelled what was left: ", left, ".")
		return
	}
	by := t.tl.view.At(m)
	k.Task = max(by.Task, by.Fut.Task())
	t.say(t.endOfRun(k.N), "asyncio.run cancelled what was left: ", left, ".")
}

// ofCommand tells of what the user did.
func (t *teller) ofCommand(e trace.Event) {
	c, _ := t.tl.view.Payload(e).(trace.Command)
	at := []any{" at ", moment(e.T), "."}
	switch {
	case e.Kind == trace.CommandRefused:
		t.say("Not done: ", t.text(e.Name, "it is not possible"), ".")
	case c.Op == trace.OpCancel:
		t.say("You asked ", e.Task, " to cancel", at)
	case c.Op == trace.OpShield:
		t.say("You shielded ", e.Task, at)
	case c.Op == trace.OpCallback:
		t.say("You added a done callback to ", e.Task, at)
	case c.Op == trace.OpRaise:
		t.say("You raised ", exceptionOf(c), " in ", e.Task, at)
	case c.Op == trace.OpFinish:
		t.say("You gave what ", e.Task, " waited for its result", at)
	case c.Op == trace.OpFire:
		t.say("You let ", t.handleName(c.Handle), " end", at)
	case c.Op == trace.OpDelay:
		t.say("You moved the end of ", t.handleName(c.Handle), " to ", moment(c.When), at)
	case c.Op == trace.OpFront:
		t.say("You moved ", t.handleName(c.Handle), " to the front of the ready queue", at)
	default:
		t.say("You gave the command "+string(c.Op), at)
	}
}
