package timeline

import (
	"slices"

	"loopscope/sched/trace"
)

// during says who runs in the midst of a handle.
func (t *teller) during(run HandleRun) {
	switch {
	case t.s.Running != 0:
		t.say(t.s.Running, " is running", atLine(t.s.Task(t.s.Running).Line), ".")
	case run.What == trace.Step:
		t.say("The step of ", run.Task, " is over.")
	case run.What == trace.Done && run.Fn == "run":
		t.say("The loop is told that ", t.future(run.Of), " has ended.")
	case run.What == trace.Done && ours[run.Fn]:
		t.say(known(run.Fn), " is told that ", t.future(run.Of), " has ended.")
	case run.What == trace.Done:
		t.say("The done callback ", known(run.Fn), " of ", t.future(run.Of), " is running.")
	case run.What == trace.Timer:
		t.firing(run)
	default:
		t.say(known(run.Fn), " is running (call_soon).")
	}
}

// step says what a step of a task did.
func (t *teller) step(d deed) {
	l := t.tl.Lane(d.task)
	if l == nil {
		return
	}
	if d.end.Kind == trace.TaskDone && d.end.What == trace.Cancelled && t.unrun(l, d) {
		t.say(d.task, " is cancelled before it began: nothing of it ran.")
		t.effects(d)
		return
	}
	parts := []any{d.task}
	clauses := t.clauses(l, d)
	for i, c := range clauses {
		switch {
		case i > 1 && i == len(clauses)-1:
			parts = append(parts, ", and")
		case i > 0 && i == len(clauses)-1:
			parts = append(parts, " and")
		case i > 0:
			parts = append(parts, ",")
		}
		parts = append(parts, c...)
	}
	t.say(append(parts, ".")...)
	t.effects(d)
}

// unrun tells whether the step that ended a task was its first and nothing of
// its body ran, since a cancel was delivered by it.
func (t *teller) unrun(l *Lane, d deed) bool {
	i := l.SpanAt(d.from)
	if i != 1 {
		return false
	}
	for _, c := range l.cancels {
		if int(c.delivered) >= d.from && int(c.delivered) <= d.to {
			return true
		}
	}
	return false
}

// clauses gives what a task did in a step, each to be put behind its name.
func (t *teller) clauses(l *Lane, d deed) [][]any {
	var all [][]any
	before := l.stop(l.SpanAt(d.from) - 1)
	got := t.got(l, d)
	switch {
	case got != "":
		all = append(all, []any{" got ", got, atLine(before.Line)})
	case l.SpanAt(d.from) <= 1:
		all = append(all, []any{" began"})
	}
	if len(d.created) > 0 {
		all = append(all, []any{" created ", d.created})
	}
	if others := slices.DeleteFunc(slices.Clone(d.asked), func(task trace.Task) bool { return task == d.task }); len(others) > 0 {
		all = append(all, []any{" asked ", others, " to cancel"})
	}
	if slices.Contains(d.asked, d.task) {
		all = append(all, []any{" asked itself to cancel"})
	}
	switch d.end.Kind {
	case trace.TaskDone:
		all = append(all, t.outcome(l, d, got))
	case trace.TaskWaiting:
		all = append(all, t.stop(l, d))
	}
	if all == nil {
		all = append(all, []any{" ran"})
	}
	return all
}

// got gives the exception that was raised in the coroutine as the step began,
// "" if it went on normally.
func (t *teller) got(l *Lane, d deed) string {
	for _, c := range l.cancels {
		if int(c.delivered) >= d.from && int(c.delivered) <= d.to {
			return "CancelledError"
		}
	}
	if d.thrown.Kind == 0 {
		return ""
	}
	text := t.tl.view.String(d.thrown.Name)
	if text == "CancelledError()" {
		return "CancelledError"
	}
	return text
}

func (t *teller) outcome(l *Lane, d deed, got string) []any {
	text := t.text(d.end.Name, "None")
	swallowed := ""
	if l.swallowed(d.to) {
		swallowed = " all the same"
	}
	switch {
	case d.end.What == trace.Cancelled:
		return []any{" ended cancelled"}
	case d.end.What == trace.Raised && text == got:
		return []any{" ended with it"}
	case d.end.What == trace.Raised:
		return []any{" ended: it raised ", text}
	case text == "None":
		return []any{" ended", swallowed}
	}
	return []any{" returned ", text, swallowed}
}

// swallowed tells whether the task swallowed a cancel by position n.
func (l *Lane) swallowed(n int) bool {
	for _, m := range l.marks {
		if m.kind == MarkSwallowed && int(m.n) <= n {
			return true
		}
	}
	return false
}

// stop says where a step left its task.
func (t *teller) stop(l *Lane, d deed) []any {
	st := t.tl.At(d.to).Task(l.Task)
	if st.Phase == Ready {
		return []any{" steps aside", atLine(st.Line), ", ready again"}
	}
	if len(d.created) > 0 && slices.Equal(d.created, slices.Sorted(slices.Values(t.tl.tasksIn(st.On, d.to)))) {
		them := " for them"
		if len(d.created) == 1 {
			them = " for it"
		}
		return []any{" waits", them, t.through(st)}
	}
	return []any{" waits", t.forWhat(st, d.to)}
}

// through says by what and where a task waits for others: " (gather, line 15)".
func (t *teller) through(st TaskState) string {
	if kind := t.tl.kind(st.On); kind != "" {
		return with(known(kind), st.Line)
	}
	return inLine(st.Line)
}

// forWhat says what a waiting task waits for at position n, to be put behind
// "waits".
func (t *teller) forWhat(st TaskState, n int) []any {
	if st.Wait == WaitTimer {
		l := t.tl.Lane(st.Task)
		if d, ok := l.slept(l.SpanAt(st.Since.N)); ok {
			return []any{" " + duration(d) + t.inside(st) + with("sleep", st.Line)}
		}
		return []any{t.inside(st) + with("sleep", st.Line)}
	}
	if tasks := t.tl.tasksIn(st.On, n); len(tasks) > 0 {
		return []any{" for ", tasks, t.inside(st), t.through(st)}
	}
	switch {
	case st.OnLabel == "":
		return []any{atLine(st.Line)}
	case st.Wait == WaitIO:
		return []any{" for a thread", t.inside(st), inLine(st.Line)}
	case st.OnLabel == "TaskGroup":
		return []any{" for its TaskGroup", inLine(st.Line)}
	case st.Wait == WaitTask:
		return []any{with(known(st.OnLabel), st.Line)}
	}
	return []any{" for ", st.OnLabel, t.inside(st), inLine(st.Line)}
}

// inside is " in job1" for a task that has stopped in a coroutine that its own
// awaits, or nothing.
func (t *teller) inside(st TaskState) string {
	if f, ok := t.tl.view.Frame(st.Stack); ok && f.Outer != 0 {
		return " in " + short(t.tl.view.String(f.Fn))
	}
	return ""
}
