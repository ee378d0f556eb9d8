package timeline

import (
	"slices"
	"strings"

	"loopscope/sched/trace"
)

// A Word is a piece of a Sentence. The pieces stand side by side without
// anything between them.
type Word struct {
	Text string
	Task trace.Task // the task that Text names; 0: plain text
}

// A Sentence is what the screen says about a moment: one or more full
// sentences, or nothing at all.
type Sentence []Word

// String gives the text.
func (s Sentence) String() string {
	var b strings.Builder
	for _, w := range s {
		b.WriteString(w.Text)
	}
	return b.String()
}

// Why says what happened last at position n, what comes next and why. It is
// nil where the events do not tell.
func (tl *Timeline) Why(n int) Sentence {
	t := tl.teller(n)
	t.happened()
	t.next()
	return t.out
}

// Narrate says only what happened last at position n: the plain form of a
// step.
func (tl *Timeline) Narrate(n int) Sentence {
	t := tl.teller(n)
	t.happened()
	return t.out
}

// WhyTask says what one task does at position n, and what it waits for.
func (tl *Timeline) WhyTask(task trace.Task, n int) Sentence {
	t := tl.teller(n)
	if l := tl.Lane(task); l != nil && l.Born <= t.n {
		t.describe(l)
	}
	return t.out
}

func (tl *Timeline) teller(n int) *teller {
	n = max(0, min(n, tl.view.Len()))
	return &teller{tl: tl, n: n, s: tl.At(n)}
}

// A deed is what the events of one stretch did, a handle or the time between
// two.
type deed struct {
	from, to int // events
	task     trace.Task
	created  []trace.Task
	asked    []trace.Task // to cancel, by whom the cause says
	passed   []trace.Task // to cancel, because who waits for them was asked
	woken    []trace.Task // waited, and are ready
	stopped  []trace.Task // their shields stopped a cancel
	thrown   trace.Event  // TaskThrow into task
	end      trace.Event  // TaskWaiting or TaskDone of task
	failed   trace.Event  // LoopException
	command  trace.Event  // CommandDone or CommandRefused; the last of several
	commands []int        // events of all of them
	shutdown trace.Event
	result   trace.Event   // RunResult, RunExit or RunRefused
	lost     []trace.Event // FutureNeverRetrieved and CoroutineNeverAwaited
}

// deed reads events from to to; task is whose step they are, 0 if they are
// none.
func (tl *Timeline) deed(from, to int, task trace.Task) deed {
	d := deed{from: from, to: to, task: task}
	for n := from; n <= to; n++ {
		d.add(tl, n, tl.view.At(n))
	}
	return d
}

func (d *deed) add(tl *Timeline, n int, e trace.Event) {
	switch e.Kind {
	case trace.TaskCreated:
		d.created = append(d.created, e.Task)
	case trace.TaskCancel:
		d.cancel(tl, n, e.Task)
	case trace.HandleScheduled:
		if l := tl.Lane(e.Task); e.What == trace.Step && l != nil && l.woken(n) {
			d.woken = append(d.woken, e.Task)
		}
	case trace.FutureDone:
		inner := tl.Lane(tl.shielded(e.Fut))
		if e.What == trace.Cancelled && inner != nil && inner.phaseAt(n) != Done && !slices.Contains(d.stopped, inner.Task) {
			d.stopped = append(d.stopped, inner.Task)
		}
	case trace.TaskThrow:
		if e.Task == d.task {
			d.thrown = e
		}
	case trace.TaskWaiting, trace.TaskDone:
		if e.Task == d.task {
			d.end = e
		}
	case trace.LoopException:
		d.failed = e
	case trace.CommandDone, trace.CommandRefused:
		d.command = e
		d.commands = append(d.commands, n)
	case trace.LoopShutdown:
		d.shutdown = e
	case trace.RunResult, trace.RunExit, trace.RunRefused:
		d.result = e
	case trace.FutureNeverRetrieved, trace.CoroutineNeverAwaited:
		d.lost = append(d.lost, e)
	}
}

func (d *deed) cancel(tl *Timeline, n int, task trace.Task) {
	l := tl.Lane(task)
	if l == nil {
		return
	}
	for _, c := range l.cancels {
		switch {
		case int(c.asked) != n:
		case c.cause == CauseWaiter || c.cause == CauseGather:
			d.passed = append(d.passed, task)
		default:
			d.asked = append(d.asked, task)
		}
	}
}

// woken tells whether event n ended a wait of the task.
func (l *Lane) woken(n int) bool {
	i := l.SpanAt(n)
	return i > 0 && int(l.spans[i].n) == n && l.spans[i].phase == Ready && l.spans[i-1].phase == Waiting
}

// happened says what the last stretch of events did.
func (t *teller) happened() {
	col := t.tl.Column(t.n)
	switch {
	case col < 0:
		t.beforeAnything()
	case t.s.Handle >= 0:
		t.during(t.tl.Handle(col))
	default:
		run := t.tl.Handle(col)
		if d := t.tl.deed(run.End.N+1, t.n, 0); d.tells() {
			t.between(d)
			return
		}
		t.ran(run)
	}
}

// tells tells whether something happened between two handles that is worth a
// sentence.
func (d *deed) tells() bool {
	return d.command.Kind != 0 || d.shutdown.Kind != 0 || d.result.Kind != 0 || d.created != nil
}

func (t *teller) beforeAnything() {
	d := t.tl.deed(1, t.n, 0)
	switch {
	case d.result.Kind != 0:
		t.ended(d.result)
	case d.command.Kind != 0:
		t.between(d)
	default:
		t.say("Nothing has run yet.")
		if tasks := t.phase(Ready); len(tasks) > 0 {
			t.say(tasks, are(tasks), " ready.")
		}
	}
}

// phase gives the tasks in a phase.
func (t *teller) phase(p Phase) []trace.Task {
	var tasks []trace.Task
	for _, l := range t.tl.lanes[1:] {
		if l.Born <= t.n && l.phaseAt(t.n) == p {
			tasks = append(tasks, l.Task)
		}
	}
	return tasks
}

// between says what happened between two handles: the last of it that counts.
func (t *teller) between(d deed) {
	switch {
	case d.result.Kind != 0:
		t.ended(d.result)
		t.lost(d.lost)
	case d.command.Kind != 0:
		t.commanded(d)
	case d.shutdown.Kind != 0:
		t.shutdown(d.shutdown)
	default:
		t.say(d.created, are(d.created), " new and ready.")
	}
}

// ran says what a handle did that has ended.
func (t *teller) ran(run HandleRun) {
	d := t.tl.deed(run.Begin.N, run.End.N, run.Task)
	switch run.What {
	case trace.Step:
		t.step(d)
	case trace.Timer:
		t.fired(run, d)
	case trace.Done:
		t.called(run, d)
	default:
		t.callSoon(run, d)
	}
	if d.failed.Kind != 0 {
		t.say("It raised ", t.text(trace.Name(d.failed.ID), "an exception"), "; the loop reported that and goes on.")
	}
	for _, task := range d.stopped {
		t.say("The cancel stopped at the shield: ", task, " goes on.")
	}
}

// cancelled tells whether a task was asked to cancel in a stretch of events.
func (d *deed) cancelled(task trace.Task) bool {
	for _, list := range [2][]trace.Task{d.asked, d.passed} {
		for _, one := range list {
			if one == task {
				return true
			}
		}
	}
	return false
}
