package timeline

import (
	"slices"
	"strconv"

	"loopscope/sched/trace"
)

// effects says what a handle did to other tasks.
func (t *teller) effects(d deed) {
	if len(d.woken) > 1 && t.doomed(d) {
		t.say(d.woken, " get CancelledError when they next run.")
		return
	}
	for _, task := range d.asked {
		if task != d.task && !slices.Contains(d.woken, task) {
			t.reached(task, d)
		}
	}
	for i, task := range d.woken {
		if i == 2 {
			t.say("So are ", strconv.Itoa(len(d.woken)-i), " more.")
			break
		}
		t.awake(task, d)
	}
}

// doomed tells whether all tasks that became ready did so to be cancelled.
func (t *teller) doomed(d deed) bool {
	for _, task := range d.woken {
		if !d.cancelled(task) || t.s.Task(task).Asked == 0 || !t.certain(task) {
			return false
		}
	}
	return true
}

// reached says where the request to cancel a task has come to, after a
// sentence that names more than the task.
func (t *teller) reached(task trace.Task, d deed) {
	switch st := t.s.Task(task); {
	case st.Asked == 0:
	case st.Phase == Waiting && len(d.passed) > 0:
		t.say(task, " waits", t.forWhat(st, d.from), ", so the request went on to ", d.passed, ".")
	case st.Phase != Ready || !t.certain(task):
	case !t.tl.Lane(task).began(t.n):
		t.say(task, " has not begun: it gets CancelledError before its first line.")
	default:
		t.say(task, " gets CancelledError", atLine(st.Line), " when it next runs.")
	}
}

// awake says why a task became ready in a step.
func (t *teller) awake(task trace.Task, d deed) {
	l := t.tl.Lane(task)
	st := t.s.Task(task)
	waited := t.waited(l)
	switch {
	case d.cancelled(task) && st.Asked != 0 && st.Phase == Ready:
		t.reached(task, d)
	case waited.Fut.Task() != 0 && waited.Fut.Task() == d.task:
		t.say(task, ", which waited for ", d.task, ", is ready again.")
	case t.tl.labelAt(waited.Fut, t.n, 2) != "":
		t.say(task, " is ready again: it waited for ", t.future(waited.Fut), ".")
	default:
		t.say(task, " is ready again.")
	}
}

// waited gives the TaskWaiting event of the newest wait of a task that is over.
func (t *teller) waited(l *Lane) trace.Event {
	for i := l.SpanAt(t.n); i >= 0; i-- {
		if l.spans[i].phase == Waiting {
			return t.tl.view.At(int(l.spans[i].n))
		}
	}
	return trace.Event{}
}

// wrought says what a function of the program did: it may ask for cancels.
func (t *teller) wrought(d deed) {
	if len(d.created) > 0 {
		t.say("It created ", d.created, ".")
	}
	if len(d.asked) > 0 {
		t.say("It asked ", d.asked, " to cancel.")
	}
	t.effects(d)
}

// waiters says whom the task that waits for a future, through gather or wait,
// still waits for.
func (t *teller) waiters(f trace.Future) {
	if f.Task() == 0 {
		return
	}
	for _, task := range t.s.Waiters(f.Task()) {
		st := t.s.Task(task)
		if st.On == f {
			continue
		}
		left := slices.DeleteFunc(t.tl.tasksIn(st.On, t.n), func(one trace.Task) bool { return t.s.Task(one).Phase == Done })
		if len(left) == 0 {
			return
		}
		t.say(task, " still waits for ", left, t.through(st), t.soon(left), ".")
		return
	}
}

// soon says when the only task of a list will wake, if it sleeps.
func (t *teller) soon(left []trace.Task) string {
	if len(left) > 1 {
		return ""
	}
	if when, ok := t.wakes(t.s.Task(left[0])); ok {
		return ", which has " + duration(when-t.s.T) + " left"
	}
	return ""
}

// progress says which of the tasks in a future are done and what the others
// have left to sleep.
func (t *teller) progress(f trace.Future) {
	tasks := t.tl.tasksIn(f, t.n)
	var done []trace.Task
	var left []any
	sleepers := 0
	for _, task := range tasks {
		st := t.s.Task(task)
		if st.Phase == Done {
			done = append(done, task)
		} else if when, ok := t.wakes(st); ok {
			if sleepers++; sleepers > 1 {
				left = append(left, ", ")
			}
			left = append(left, task, " has ", duration(when-t.s.T), " left")
		}
	}
	switch {
	case len(tasks) > mostNamed && len(done) > 0:
		t.say(strconv.Itoa(len(done)), " of ", strconv.Itoa(len(tasks)), " are done.")
	case len(tasks) > mostNamed || len(done) == 0 && left == nil:
	case len(done) == 0:
		t.say(left, ".")
	case left == nil:
		t.say(done, are(done), " done.")
	default:
		t.say(done, are(done), " done; ", left, ".")
	}
}

// wakes gives when the sleep of a task ends.
func (t *teller) wakes(st TaskState) (trace.Time, bool) {
	if st.Wait != WaitTimer || st.Phase != Waiting {
		return 0, false
	}
	l := t.tl.Lane(st.Task)
	id := l.timerOf(l.SpanAt(t.n))
	if t.tl.handle(id) == nil {
		return 0, false
	}
	when := t.tl.whenAt(id, t.n)
	return when, when >= t.s.T
}
