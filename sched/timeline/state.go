package timeline

import (
	"slices"
	"strings"

	"loopscope/sched/trace"
)

// A State is the loop at one position. Its lists are made when they are first
// asked for.
type State struct {
	N       int
	T       trace.Time
	Turn    int         // the iteration that runs or ran last; 0 before the first
	Running trace.Task  // the innermost task that runs; 0: none
	Handle  int         // index of the handle that runs, for Timeline.Handle; -1: none
	Left    int         // handles of this turn that are still to run; what else is ready waits for the next
	Ended   bool        // the program ended: nothing more will run
	Result  trace.Event // the newest RunResult, RunExit or RunRefused so far; its Kind is 0 if there is none

	tl      *Timeline
	queue   []int32 // handles that are ready, in order
	heap    []int32 // timers, in order
	ready   []Queued
	timers  []Timer
	waiters map[trace.Task][]trace.Task
}

// A Queued is a handle in the ready queue.
type Queued struct {
	ID    int // of the handle
	What  trace.What
	Task  trace.Task   // of a step: whose
	Of    trace.Future // of a done callback: whose
	Fn    string       // of the others: the function
	By    trace.Task   // of a timer or call_soon: who scheduled it; 0: nobody in particular
	Label string       // "job1"; "gather: job1" of a done callback; "sleep(1)", "note" of the others
	Made  int          // the event that scheduled it
}

// A Timer is a handle that becomes ready at a time.
type Timer struct {
	ID    int
	When  trace.Time
	Left  trace.Time   // When less the State's time; 0 if overdue
	Fn    string       // "sleep", "timeout", …
	Task  trace.Task   // who set it; 0: nobody in particular
	Fut   trace.Future // what it will settle; 0 if not known
	Label string       // "sleep(1)"; the function if it is no sleep
	Made  int
}

// A TaskState is one task at one position.
type TaskState struct {
	Task       trace.Task
	Phase      Phase
	Wait       Wait
	On         trace.Future // waiting: for what; 0 if the source does not say
	OnLabel    string       // "sleep(1)", "gather(job1, job2)"
	Since      Point        // when the phase began
	Line       int32        // waiting or ready: where it stopped; running: its newest known line; 0: none
	Stack      trace.Stack  // waiting or ready: the frames
	Cancelling int          // requests less what was taken back, as Task.cancelling() gives it
	Asked      int          // event of the oldest cancel that may still be delivered; 0: none
	Delivered  int          // event of the newest delivery while it is not over; 0: none
	Shield     int          // event of the shield command; 0: none
	Outcome    trace.What   // done: how
	Result     string
}

// At gives the state at position n, from 0 to the number of events. It stays
// true while the Timeline is extended.
func (tl *Timeline) At(n int) *State {
	n = max(0, min(n, tl.view.Len()))
	if tl.last != nil && tl.last.N == n {
		return tl.last
	}
	s := &State{N: n, T: tl.TimeAt(n), Running: tl.running(n), Handle: tl.during(n), tl: tl}
	if i := tl.TurnAt(n); i >= 0 {
		s.Turn = int(tl.turns[i].n)
	}
	if i := lastBy(len(tl.ends), n, func(i int) int32 { return tl.ends[i] }); i > 0 {
		s.Result = tl.view.At(int(tl.ends[i-1]))
		s.Ended = s.Result.Kind != trace.RunResult || s.Result.What >= trace.Deadlock
	}
	s.list()
	tl.last = s
	return s
}

// during gives the column of the handle that runs at position n, -1 if none
// does.
func (tl *Timeline) during(n int) int {
	col := tl.Column(n)
	if col >= 0 && by(tl.handles[tl.columns[col].handle].end, n) {
		return -1
	}
	return col
}

// running gives the innermost task that runs at position n.
func (tl *Timeline) running(n int) trace.Task {
	col := tl.during(n)
	if col < 0 {
		return 0
	}
	i := lastBy(len(tl.eager), n, func(i int) int32 { return tl.eager[i].begin })
	for i--; i >= 0 && tl.eager[i].begin > tl.begin(col); i-- {
		if !by(tl.eager[i].end, n) {
			return tl.stillRuns(tl.eager[i].task, n)
		}
	}
	return tl.stillRuns(tl.event(tl.columns[col].handle).Task, n)
}

// stillRuns gives t if its step is not over.
func (tl *Timeline) stillRuns(t trace.Task, n int) trace.Task {
	if l := tl.Lane(t); l != nil && l.phaseAt(n) == Running {
		return t
	}
	return 0
}

func (l *Lane) phaseAt(n int) Phase {
	i := l.SpanAt(n)
	switch {
	case i < 0:
		return Unborn
	case l.Ended != 0 && l.Ended <= n:
		return Done
	}
	return l.spans[i].phase
}

// event gives the event that scheduled a handle.
func (tl *Timeline) event(id int32) trace.Event { return tl.view.At(int(tl.handles[id].made)) }

// list finds the queues.
func (s *State) list() {
	if s.Ended {
		return
	}
	s.queue, s.heap = s.tl.pending(s.N)
	turn := s.tl.TurnAt(s.N)
	for _, id := range s.queue {
		if s.tl.inTurn(id, turn, s.N) {
			s.Left++
		}
	}
}

// Ready gives the ready queue in the order in which it will run.
func (s *State) Ready() []Queued { return s.ReadyTo(len(s.queue)) }

// ReadyTo gives the first handles of the ready queue, at most so many.
func (s *State) ReadyTo(most int) []Queued {
	most = min(most, len(s.queue))
	for len(s.ready) < most {
		s.ready = append(s.ready, s.tl.queued(s.queue[len(s.ready)], s.N))
	}
	return s.ready[:most]
}

// Timers gives the timers in the order in which they will fire.
func (s *State) Timers() []Timer { return s.TimersTo(len(s.heap)) }

// TimersTo gives the timers that fire first, at most so many.
func (s *State) TimersTo(most int) []Timer {
	most = min(most, len(s.heap))
	for len(s.timers) < most {
		s.timers = append(s.timers, s.timer(s.heap[len(s.timers)]))
	}
	return s.timers[:most]
}

// Pending gives how many handles are ready, and how many timers run.
func (s *State) Pending() (ready, timers int) { return len(s.queue), len(s.heap) }

// ReadyAt gives the handle at place i of the ready queue, from 0.
func (s *State) ReadyAt(i int) Queued { return s.tl.queued(s.queue[i], s.N) }

// TimerAt gives the timer that fires as the i-th, from 0.
func (s *State) TimerAt(i int) Timer { return s.timer(s.heap[i]) }

// queued describes a handle as it is called at position n.
func (tl *Timeline) queued(id int32, n int) Queued {
	q := tl.unnamed(id)
	q.Label = tl.handleLabel(id, n)
	return q
}

// unnamed describes a handle without its label.
func (tl *Timeline) unnamed(id int32) Queued {
	e := tl.event(id)
	q := Queued{ID: int(id), What: e.What, Task: e.Task, Made: int(tl.handles[id].made)}
	switch e.What {
	case trace.Step:
		return q
	case trace.Done:
		q.Of = e.Fut
	default:
		q.By = tl.running(q.Made)
	}
	q.Fn = tl.view.String(e.Name)
	return q
}

// handleLabel gives what a handle is called at position n.
func (tl *Timeline) handleLabel(id int32, n int) string {
	e := tl.event(id)
	switch e.What {
	case trace.Step:
		return tl.Label(e.Task, n)
	case trace.Timer:
		return tl.timerLabel(id)
	}
	label := strings.TrimPrefix(tl.view.String(e.Name), ".") // of a bound method
	if e.What == trace.Done {
		if of := tl.labelAt(e.Fut, n, 2); of != "" {
			return label + ": " + of
		}
	}
	return label
}

// timerLabel gives "sleep(1)", or the function of another timer.
func (tl *Timeline) timerLabel(id int32) string {
	e := tl.event(id)
	fn := tl.view.String(e.Name)
	if fn != "sleep" {
		return strings.TrimPrefix(fn, ".")
	}
	return "sleep(" + (e.T - tl.TimeAt(int(tl.handles[id].made))).String() + ")"
}

func (s *State) timer(id int32) Timer {
	e, when := s.tl.event(id), s.tl.whenAt(id, s.N)
	made := int(s.tl.handles[id].made)
	return Timer{
		ID: int(id), When: when, Left: max(0, when-s.T), Fn: s.tl.view.String(e.Name),
		Task: s.tl.running(made), Fut: e.Fut, Label: s.tl.timerLabel(id), Made: made,
	}
}

// Task gives the state of one task.
func (s *State) Task(t trace.Task) TaskState {
	out := TaskState{Task: t}
	l := s.tl.Lane(t)
	if l == nil || l.SpanAt(s.N) < 0 {
		return out
	}
	i := l.SpanAt(s.N)
	span := l.Span(i)
	out.Phase, out.Since, out.Line, out.Stack = span.Phase, span.From, span.Line, span.Stack
	if i := lastBy(len(l.counts), s.N, func(i int) int32 { return l.counts[i].n }); i > 0 {
		out.Cancelling = int(l.counts[i-1].count)
	}
	if by(l.shield, s.N) {
		out.Shield = int(l.shield)
	}
	if l.Ended != 0 && l.Ended <= s.N {
		out.Phase, out.Since, out.Line, out.Stack = Done, s.tl.point(l.Ended), 0, 0
		out.Outcome, out.Result = l.Outcome, l.Result
		return out
	}
	for _, c := range l.cancels {
		switch {
		case !by(c.asked, s.N) || by(c.over, s.N):
		case by(c.delivered, s.N):
			out.Delivered = int(c.delivered)
		case out.Asked == 0:
			out.Asked = int(c.asked)
		}
	}
	switch out.Phase {
	case Waiting:
		out.Wait, out.On, out.OnLabel = span.Wait, span.On, l.spanLabel(i, s.N)
	case Running:
		out.Line = s.tl.lineOf(l, i, s.N)
	}
	return out
}

// Line gives the line at which a task stands, as Task does; 0 if it is not
// known, and for one that does not exist yet or has ended.
func (s *State) Line(t trace.Task) int32 {
	l := s.tl.Lane(t)
	if l == nil || l.Born > s.N || by(int32(l.Ended), s.N) {
		return 0
	}
	i := l.SpanAt(s.N)
	switch {
	case i < 0:
		return 0
	case l.spans[i].phase == Running:
		return s.tl.lineOf(l, i, s.N)
	}
	return l.stop(i).Line
}

// lineOf gives the newest line that a running task is known to have been at.
func (tl *Timeline) lineOf(l *Lane, i, n int) int32 {
	began := int(l.spans[i].n)
	for k := n; k > began; k-- {
		e := tl.view.At(k)
		if e.Line == 0 {
			continue
		}
		switch e.Kind {
		case trace.Print, trace.Stderr, trace.AwaitReady, trace.LoopBlocked, trace.FutureCreated, trace.CallbackAdded, trace.CallbackRemoved:
			if e.Task == l.Task {
				return e.Line
			}
		case trace.TaskCreated, trace.TaskCancel:
			if e.By() == l.Task {
				return e.Line
			}
		}
	}
	return l.stop(i - 1).Line
}

// Callbacks gives the functions added to a task by add_done_callback and still
// there, in order; asyncio's own too.
func (s *State) Callbacks(t trace.Task) []string {
	l := s.tl.Lane(t)
	if l == nil || l.Ended != 0 && l.Ended <= s.N {
		return nil
	}
	var names []string
	for _, c := range l.callbacks {
		if by(c.added, s.N) && !by(c.gone, s.N) {
			names = append(names, s.tl.view.String(s.tl.view.At(int(c.added)).Name))
		}
	}
	return names
}

// Waiters gives the tasks that wait for a task, itself or through gather, wait
// or shield, in order of their numbers.
func (s *State) Waiters(t trace.Task) []trace.Task {
	if s.waiters == nil {
		s.waiters = map[trace.Task][]trace.Task{}
		for _, l := range s.tl.lanes[1:] {
			if l.Born > s.N {
				break
			}
			on, waits := l.waitsFor(s.N)
			if !waits || on >= 0 && s.tl.childless(on) {
				continue
			}
			for _, inner := range s.tl.tasksIn(on, s.N) {
				s.waiters[inner] = append(s.waiters[inner], l.Task)
			}
		}
	}
	return s.waiters[t]
}

// waitersOf is Waiters for one task alone.
func (s *State) waitersOf(t trace.Task) []trace.Task {
	if s.waiters != nil {
		return s.waiters[t]
	}
	var tasks []trace.Task
	for _, l := range s.born() {
		if on, ok := l.waitsFor(s.N); ok && s.tl.within(t.Future(), on, s.N) {
			tasks = append(tasks, l.Task)
		}
	}
	return tasks
}

// within tells whether a future is another one at position n, or inside it.
func (tl *Timeline) within(f, outer trace.Future, n int) bool {
	if f == outer {
		return true
	}
	if outer < 0 || tl.childless(outer) {
		return false
	}
	seen := map[trace.Future]bool{outer: true}
	for todo := []trace.Future{outer}; len(todo) > 0; {
		outer, todo = todo[len(todo)-1], todo[:len(todo)-1]
		for _, child := range tl.childrenAt(outer, n) {
			if child == f {
				return true
			}
			if child > 0 && !seen[child] && !tl.childless(child) {
				seen[child] = true
				todo = append(todo, child)
			}
		}
	}
	return false
}

// waitsFor gives what the task waits for at position n; ok is false if it does
// not wait.
func (l *Lane) waitsFor(n int) (on trace.Future, ok bool) {
	i := l.SpanAt(n)
	if i < 0 || l.spans[i].phase != Waiting || by(int32(l.Ended), n) {
		return 0, false
	}
	return l.tl.view.At(int(l.spans[i].n)).Fut, true
}

// childless tells of a plain future that it stands for no others, whatever it
// is called.
func (tl *Timeline) childless(f trace.Future) bool { return len(tl.Children(f)) == 0 }

// tasksIn gives the tasks that a future stands for at position n, each once, in
// the order in which the program named them.
func (tl *Timeline) tasksIn(f trace.Future, n int) []trace.Task {
	if f.Task() != 0 {
		if tl.Lane(f.Task()) == nil {
			return nil
		}
		return []trace.Task{f.Task()}
	}
	var tasks []trace.Task
	seen := map[trace.Future]bool{}
	todo := []trace.Future{f} // the next one last
	for len(todo) > 0 {
		f, todo = todo[len(todo)-1], todo[:len(todo)-1]
		if seen[f] {
			continue
		}
		seen[f] = true
		if tl.Lane(f.Task()) != nil {
			tasks = append(tasks, f.Task())
		}
		for _, child := range slices.Backward(tl.childrenAt(f, n)) {
			todo = append(todo, child)
		}
	}
	return tasks
}

// childrenAt gives the children that a future has at position n: a shielded
// task in whose place it was given a cancelled future is none any more.
func (tl *Timeline) childrenAt(f trace.Future, n int) []trace.Future {
	lost := func(child trace.Future) bool {
		l := tl.Lane(child.Task())
		return l != nil && slices.ContainsFunc(l.walls, func(w wall) bool { return w.waiter == f && by(w.n, n) })
	}
	children := tl.Children(f)
	if !slices.ContainsFunc(children, lost) {
		return children
	}
	return slices.DeleteFunc(slices.Clone(children), lost)
}
