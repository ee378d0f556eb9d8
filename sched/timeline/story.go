package timeline

import (
	"slices"

	"loopscope/sched/trace"
)

// A Story is one cancellation: who asked for it, to whom it came, and what
// became of it.
type Story struct {
	N       int          // the event at which it begins; 0: there is no story
	Cause   Cause        // who asked
	By      trace.Task   // which task, where a task asked, or the task whose TaskGroup or timeout did; 0: none
	Of      trace.Future // what was asked: a task, or a future that was cancelled itself
	Line    int32        // of the script, where it was asked; 0: none
	Message string       // what was given to cancel(); "" for none
	Targets []Target     // the tasks that it came to, in order
	Told    []Told       // what happened, in order of events
	More    int          // events left out of Targets and Told, of a cancel that came to very many
}

// mostScenes are the events of a cancellation that are told; those of the task
// that is asked about are told besides.
const mostScenes = 300

// Told is one thing that happened in a Story.
type Told struct {
	Link
	Cancelling int // cancelling() of its Task right after it
}

// A Target is a task that a cancel came to. N, Asked, Delivered, … are events,
// 0 for what did not happen.
type Target struct {
	Task      trace.Task
	From      trace.Task // through which task it came; 0: it was asked itself
	Asked     int        // the request; 0: what it waited for had been cancelled
	Delivered int        // CancelledError was raised in it
	Line      int32      // where; 0: it had not begun
	WentOn    int        // it caught that, and stopped at an await again
	Missed    int        // what it waited for answered the request otherwise: it was never delivered
	TakenBack int        // uncancel
	Ended     int
	Outcome   trace.What // of a task that ended
	Swallowed bool       // it was delivered, and the task ended otherwise than cancelled, the request not taken back
	Stopped   int        // a shield stopped the cancel before this task, which goes on
}

// Cancels gives the events at which the cancellations up to position upTo
// begin, in order: the requests that no other cancellation made, the futures
// cancelled by the program, and the tasks that raised CancelledError
// themselves.
func (tl *Timeline) Cancels(upTo int) []int {
	tl.follow()
	var roots []int
	for _, t := range tl.tales.all {
		if int(t.root) > upTo {
			break
		}
		roots = append(roots, int(t.root))
	}
	return roots
}

// WhoCancelled gives the event at which the cancellation begins that came to a
// task last, up to position n; 0 if none did.
func (tl *Timeline) WhoCancelled(task trace.Task, n int) int {
	tl.follow()
	l := tl.Lane(task)
	if l == nil {
		return 0
	}
	told := l.appeals.told
	if i := lastBy(len(told), n, func(i int) int32 { return told[i].n }); i > 0 {
		return int(tl.tales.all[told[i-1].tale].root)
	}
	return 0
}

// CancelStory tells the cancellation that event n is of, a request, a
// CancelledError, an end, as far as position upTo. The Story is empty if n is
// of none. Of a cancel that came to a crowd only the beginning is told, and
// what it did to the task of event n.
func (tl *Timeline) CancelStory(n, upTo int) Story {
	tl.follow()
	in, ok := tl.tales.in(int32(n))
	if !ok || int(tl.tales.all[in].root) > upTo {
		return Story{}
	}
	t := tl.tales.all[in]
	s := Story{N: int(t.root)}
	tl.origin(&s)
	teller := storyteller{tl: tl, s: &s, upTo: upTo, at: map[trace.Task]int{}}
	about := tl.view.At(n).Task
	for i, p := range t.scenes {
		switch {
		case int(p.n) > upTo:
		case i >= mostScenes && p.task != about:
			s.More++
		default:
			teller.scene(p)
		}
	}
	teller.between()
	slices.SortStableFunc(s.Told, func(a, b Told) int { return a.N - b.N })
	return s
}

// origin says who began a story.
func (tl *Timeline) origin(s *Story) {
	e := tl.view.At(s.N)
	switch e.Kind {
	case trace.TaskCancel:
		s.By, s.Of, s.Message = e.By(), e.Task.Future(), tl.view.String(e.Name)
		if e.Fut > 0 {
			s.Of = e.Fut
		}
	case trace.TaskThrow:
		s.Of = e.Task.Future()
		if tl.raisedByHand(s.N) != 0 {
			s.Cause = CauseUser
		}
		return
	case trace.FutureDone:
		s.By, s.Of = e.Task, e.Fut
		if e.ID > 0 {
			s.Of = trace.Future(e.ID)
		}
	default:
		s.Cause, s.By, s.Of = CauseTask, e.Task, e.Task.Future()
		return
	}
	s.Cause = tl.causeOf(s.N, e)
	s.Line = tl.lineAt(s.N)
	if s.By == 0 && s.Cause == CauseTimeout {
		s.Line = tl.setAt(s.N)
		if col := tl.during(s.N); col >= 0 {
			s.By = tl.Handle(col).By
		}
	}
}

// causeOf tells how a request, or the cancel of a future, came about.
func (tl *Timeline) causeOf(n int, e trace.Event) Cause {
	switch e.Via() {
	case "TaskGroup":
		return CauseGroup
	case "timeout", "wait_for":
		return CauseTimeout
	}
	d := tl.doer(n)
	if d == 0 {
		return CauseModule
	}
	by := tl.view.At(d)
	switch fn := tl.view.String(by.Name); {
	case by.Kind == trace.CommandDone:
		return CauseUser
	case by.Kind == trace.LoopShutdown:
		return CauseShutdown
	case by.Kind != trace.HandleBegin || by.What == trace.Step:
		return CauseTask
	case fn == "timeout" && by.What != trace.Done:
		return CauseTimeout
	case fn == "TaskGroup" && by.What == trace.Done:
		return CauseGroup
	case ours[fn] && by.What == trace.Done:
		return CauseUnknown
	}
	return CauseCallback
}

// A storyteller fills a Story.
type storyteller struct {
	tl   *Timeline
	s    *Story
	upTo int
	at   map[trace.Task]int // index of the newest Target of a task, plus 1
}

// target gives the newest Target of a task, a new one if there is none.
func (t *storyteller) target(task trace.Task) *Target {
	if t.at[task] == 0 {
		return t.newTarget(task)
	}
	return &t.s.Targets[t.at[task]-1]
}

func (t *storyteller) newTarget(task trace.Task) *Target {
	t.s.Targets = append(t.s.Targets, Target{Task: task})
	t.at[task] = len(t.s.Targets)
	return &t.s.Targets[len(t.s.Targets)-1]
}

// tell adds what happened at event n.
func (t *storyteller) tell(k Link) {
	told := Told{Link: k}
	if l := t.tl.Lane(k.Task); l != nil {
		if i := lastBy(len(l.counts), k.N, func(i int) int32 { return l.counts[i].n }); i > 0 {
			told.Cancelling = int(l.counts[i-1].count)
		}
	}
	t.s.Told = append(t.s.Told, told)
}

func (t *storyteller) scene(p scene) {
	n := int(p.n)
	words := &teller{tl: t.tl, n: t.upTo}
	k := Link{N: n, Task: p.task, From: p.from}
	switch e := t.tl.view.At(n); e.Kind {
	case trace.TaskCancel:
		one := t.newTarget(p.task)
		one.Asked, one.From = n, p.from
		k = t.tl.link(n, t.upTo)
		t.tell(k)
		return
	case trace.TaskThrow:
		one := t.target(p.task)
		one.Delivered, one.From, one.Line = n, max(one.From, p.from), t.tl.stoppedAt(p.task, n)
		k.Kind, k.Line = LinkDelivered, one.Line
		if m := t.tl.raisedByHand(n); m != 0 && n == t.s.N {
			t.tell(t.tl.link(m, t.upTo))
		}
		words.delivered(&k, p)
	case trace.TaskUncancel:
		t.target(p.task).TakenBack = n
		k.Kind, k.Line = LinkTakenBack, t.tl.lineAt(n)
		words.takenBack(e, k.Line)
	case trace.TaskDone:
		one := t.target(p.task)
		one.Ended, one.Outcome = n, e.What
		one.Swallowed = one.Asked != 0 && one.Delivered != 0 && e.What != trace.Cancelled && one.TakenBack == 0
		k.Kind = LinkEnd
		if one.Swallowed {
			k.Kind = LinkSwallowed
		}
		words.finished(e, *one)
	case trace.FutureDone:
		if t.future(n, e) {
			return
		}
	}
	k.Say = words.out
	t.tell(k)
}

// future tells of a future that was cancelled: at a shield the cancel stops.
func (t *storyteller) future(n int, e trace.Event) bool {
	children := t.tl.Children(e.Fut)
	if t.tl.kind(e.Fut) != "shield" || len(children) == 0 {
		t.tell(t.tl.link(n, t.upTo))
		return true
	}
	words := &teller{tl: t.tl, n: t.upTo}
	inner := children[0]
	if l := t.tl.Lane(inner.Task()); l != nil {
		if l.phaseAt(n) == Done {
			return true
		}
		t.target(l.Task).Stopped = n
	}
	k := Link{N: n, Kind: LinkShield, Task: inner.Task()}
	if t.tl.rootOf(n) {
		words.cancelledShield(&k, e, inner)
	} else {
		words.say("It stopped at the shield: ", words.future(inner), " goes on.")
	}
	k.Say = words.out
	t.tell(k)
	return true
}

// rootOf tells whether a future was cancelled by no request to a task.
func (tl *Timeline) rootOf(n int) bool {
	m := tl.raw(n)
	return m == 0 || tl.view.At(m).Kind != trace.TaskCancel
}

// between adds what only follows from the lanes: that a task went on after it
// got CancelledError, or that a request never came to it.
func (t *storyteller) between() {
	for i := range t.s.Targets {
		one := &t.s.Targets[i]
		l := t.tl.Lane(one.Task)
		words := &teller{tl: t.tl, n: t.upTo}
		k := Link{Task: one.Task}
		if one.Delivered != 0 {
			k.N, k.Line = l.stopAfter(one.Delivered)
			k.Kind = LinkWentOn
			words.wentOn(&k, one)
			if k.N > t.upTo || k.N == 0 {
				continue
			}
			one.WentOn = k.N
		} else {
			if k.N = l.missed(one.Asked); k.N == 0 || k.N > t.upTo {
				continue
			}
			one.Missed = k.N
			k.Kind = LinkMissed
			words.missed(&k)
		}
		k.Say = words.out
		t.tell(k)
	}
}

// stopAfter gives the await at which the step that runs at event n stopped, 0
// if the task ended in it, or has not stopped.
func (l *Lane) stopAfter(n int) (stop int, line int32) {
	i := l.SpanAt(n) + 1
	if i == 0 || i >= len(l.spans) {
		return 0, 0
	}
	e := l.tl.view.At(int(l.spans[i].n))
	if e.Kind != trace.TaskWaiting {
		return 0, 0
	}
	return int(l.spans[i].n), e.Line
}

// missed gives the event at which it showed that a request is not delivered, 0
// if it never did.
func (l *Lane) missed(asked int) int {
	c := l.request(asked)
	if c == nil || c.delivered != 0 || c.over == 0 {
		return 0
	}
	if k := l.tl.view.At(int(c.over)).Kind; k == trace.TaskWaiting || k == trace.CommandDone {
		return int(c.over)
	}
	return 0
}
