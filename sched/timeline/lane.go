package timeline

import (
	"slices"
	"sort"
	"strings"

	"loopscope/sched/trace"
)

// Phase is what a task is doing.
type Phase uint8

// The phases of a task, in the words of the screen.
const (
	Unborn  Phase = iota // not created yet
	Ready                // its next step is scheduled
	Running              // a step of it runs
	Waiting              // it waits for something that is not over
	Done                 // it ended
)

var phaseNames = [...]string{"unborn", "ready", "running", "waiting", "done"}

// String gives the word of the screen: "ready".
func (p Phase) String() string { return phaseNames[p] }

// Wait is the sort of thing that a waiting task waits for.
type Wait uint8

// The sorts of things to wait for.
const (
	WaitNone  Wait = iota
	WaitTimer      // sleep
	WaitTask       // a task, or what stands for tasks: gather, wait, shield, TaskGroup, as_completed
	WaitPlain      // a future that the program made
	WaitSync       // a lock, queue, event, semaphore, condition
	WaitIO         // a thread
)

// A Point is a place on both rulers.
type Point struct {
	N   int        // event; of an end: 0 when it has not come yet
	T   trace.Time // loop time
	Col int        // column: index of the last handle begun; -1 before the first
}

// A Span is a stretch of a lane in which a task does one thing. The spans of a
// lane follow each other without gaps, from its birth to its end.
type Span struct {
	Phase Phase
	Wait  Wait         // of a waiting span
	From  Point        // the event that began it
	To    Point        // the event that ended it; To.N is 0 while it lasts, and then T and Col are the newest
	On    trace.Future // of a waiting span: for what; 0 if the source does not say
	Line  int32        // of a waiting or ready span: where the task stopped; 0 if it never started
	Stack trace.Stack  // of a waiting or ready span: the frames it stopped in
	Slow  bool         // a running span at or over the threshold of SetSlow
}

// MarkKind is what a Mark shows.
type MarkKind uint8

// The kinds of marks.
const (
	MarkPrint       MarkKind = iota + 1 // a line printed; Text
	MarkStderr                          // a line written to stderr; Text
	MarkAsked                           // a cancel requested; By, Line, Text: the message
	MarkDelivered                       // CancelledError is raised in it
	MarkSwallowed                       // a cancel was delivered and the task ended otherwise
	MarkEnd                             // it ended: Outcome; Text: result or exception
	MarkCallback                        // a done callback of it ran: Text: the function
	MarkNotify                          // a notify callback ran; Text
	MarkBreak                           // a break callback ran
	MarkShield                          // the shield command; Until: the lane's end
	MarkShieldStops                     // a cancel that came through a waiter stopped at the shield
)

// A Mark is one thing that happened on a lane.
type Mark struct {
	Kind    MarkKind
	At      Point
	Until   Point      // MarkShield: the end of the wall; Until.N is 0 while it stands
	Text    string     // as the kind says
	By      trace.Task // MarkAsked: who asked; 0: not a task
	Cause   Cause      // MarkAsked: how it came about
	Line    int32      // of the script; 0: none
	Outcome trace.What // MarkEnd
}

// Cause says how a cancel came about.
type Cause uint8

// The causes of cancels.
const (
	CauseUnknown  Cause = iota
	CauseUser           // a command
	CauseTask           // a task called cancel
	CauseCallback       // a callback or timer of the program called cancel
	CauseWaiter         // passed on by a task that waits for this one and was asked itself
	CauseGather         // passed on by the cancel of a gather
	CauseGroup          // a TaskGroup stops its tasks, or its parent
	CauseTimeout        // timeout or wait_for: its time is over
	CauseShutdown       // asyncio.run cancels what is left
	CauseModule         // the program, outside of all tasks
)

// EdgeKind is what an Edge shows.
type EdgeKind uint8

// The kinds of edges.
const (
	EdgeWake   EdgeKind = iota + 1 // From made To ready
	EdgeCreate                     // From created To
	EdgeCancel                     // From asked To to cancel
)

// An Edge is an arrow between two lanes.
type Edge struct {
	Kind EdgeKind
	From trace.Task // 0: no task: a timer, a callback, the user
	To   trace.Task
	At   Point        // the moment; both ends stand there
	Via  trace.Future // through which future; 0: none, or not known
	// Cause is that of EdgeCancel; of a wake it is CauseUser, if a command made it.
	Cause Cause
}

// A Lane is the life of one task.
type Lane struct {
	Task    trace.Task
	Label   string // what the screen calls it now, unique among the tasks so far
	Name    string // asyncio's name, as a printed task shows it
	Fn      string // qualified name of its coroutine
	Creator trace.Task
	Depth   int // in the tree of creators; 0: created outside any task
	Born    int // event
	Line    int32
	Eager   bool
	Ended   int        // event; 0: not yet
	Outcome trace.What // of a task that ended
	Result  string     // text of the result or exception

	tl        *Timeline
	spans     []span
	marks     []mark
	cancels   []cancel
	counts    []count
	renames   []rename
	callbacks []callback
	shield    int32 // the event of the shield command
	walls     []wall
	step      int32 // the event that scheduled the newest step
	timer     int32 // handle of the newest timer that the running step set
	appeals   appeals
	thrown    bool // CancelledError was raised in it
	tallies   []tally
	parent    *Lane
	first     *Lane // first child
	last      *Lane // last child
	next      *Lane // next sibling
}

// phase gives the phase at the newest position.
func (l *Lane) phase() Phase {
	if l.Ended != 0 {
		return Done
	}
	return l.spans[len(l.spans)-1].phase
}

// cancelling gives Task.cancelling() at the newest position.
func (l *Lane) cancelling() int32 {
	if len(l.counts) == 0 {
		return 0
	}
	return l.counts[len(l.counts)-1].count
}

// Spans gives the number of spans so far.
func (l *Lane) Spans() int { return len(l.spans) }

// Span gives span i, from 0.
func (l *Lane) Span(i int) Span {
	s := l.spans[i]
	out := Span{Phase: s.phase, From: Point{N: int(s.n), T: s.t, Col: int(s.col)}, To: l.tl.newest()}
	switch {
	case i+1 < len(l.spans):
		next := l.spans[i+1]
		out.To = Point{N: int(next.n), T: next.t, Col: int(next.col)}
	case l.Ended != 0:
		out.To = l.tl.point(l.Ended)
	}
	if s.phase == Running {
		out.Slow = l.tl.slow > 0 && out.To.T-out.From.T >= l.tl.slow
		return out
	}
	stop := l.stop(i)
	out.Line, out.Stack = stop.Line, stop.Stack()
	if s.phase == Waiting {
		out.On, out.Wait = stop.Fut, l.tl.wait(stop.Fut)
	}
	return out
}

// stop gives the TaskWaiting event from which a waiting or ready span i goes
// on; a zero event if the task has not run before.
func (l *Lane) stop(i int) trace.Event {
	for ; i >= 0 && l.spans[i].phase != Running; i-- {
		if e := l.tl.view.At(int(l.spans[i].n)); e.Kind == trace.TaskWaiting {
			return e
		}
	}
	return trace.Event{}
}

// SpanAt gives the index of the span at position n, -1 if the lane is not born
// yet. Behind its end it is the last span.
func (l *Lane) SpanAt(n int) int {
	return lastBy(len(l.spans), n, func(i int) int32 { return l.spans[i].n }) - 1
}

// SpanAtTime gives the index of the last span that began at loop time t or
// before, -1 if there is none.
func (l *Lane) SpanAtTime(t trace.Time) int {
	return sort.Search(len(l.spans), func(i int) bool { return l.spans[i].t > t }) - 1
}

// SpanAtColumn is SpanAtTime for a column.
func (l *Lane) SpanAtColumn(col int) int {
	return lastBy(len(l.spans), col, func(i int) int32 { return l.spans[i].col }) - 1
}

// SpanLabel says what span i waits for in the user's words: "sleep(1)",
// "gather(job1, job2)", "job1"; "" for the other phases and where the source
// does not say.
func (l *Lane) SpanLabel(i int) string { return l.spanLabel(i, l.tl.view.Len()) }

// spanLabel is SpanLabel at position n.
func (l *Lane) spanLabel(i, n int) string {
	if i < 0 || l.spans[i].phase != Waiting {
		return ""
	}
	on := l.stop(i).Fut
	if l.tl.kind(on) == "sleep" {
		if d, ok := l.slept(i); ok {
			return "sleep(" + d.String() + ")"
		}
	}
	return l.tl.labelAt(on, n, 2)
}

// slept gives how long the sleep of waiting span i was asked to be.
func (l *Lane) slept(i int) (d trace.Time, ok bool) {
	h := l.tl.handle(l.timerOf(i))
	if h == nil {
		return 0, false
	}
	e := l.tl.view.At(int(h.made))
	return e.T - l.tl.TimeAt(int(h.made)), true
}

// timerOf gives the handle of the timer that ends the sleep of waiting span i,
// 0 if it is not known.
func (l *Lane) timerOf(i int) int32 {
	on := l.tl.view.At(int(l.spans[i].n)).Fut
	if l.tl.kind(on) != "sleep" {
		return 0
	}
	if f := l.tl.futures.get(on); f != nil && f.timer != 0 {
		return f.timer
	}
	h := l.tl.handle(l.spans[i].cause)
	if h == nil || l.tl.view.String(l.tl.view.At(int(h.made)).Name) != "sleep" {
		return 0
	}
	return l.spans[i].cause
}

// Chain gives the coroutines that span i is suspended in, outermost first, and
// what the innermost awaits: "main", "job1", "sleep(1)". It is nil where the
// source gives no stack.
func (l *Lane) Chain(i int) []string {
	if i < 0 || l.spans[i].phase == Running {
		return nil
	}
	var chain []string
	f, ok := l.tl.view.Frame(l.stop(i).Stack())
	for ; ok; f, ok = l.tl.view.Frame(f.Outer) {
		chain = append(chain, short(l.tl.view.String(f.Fn)))
	}
	if chain == nil {
		return nil
	}
	slices.Reverse(chain)
	label := l.SpanLabel(i)
	inner, _, _ := strings.Cut(label, "(")
	switch {
	case label == "":
	case chain[len(chain)-1] == inner:
		chain[len(chain)-1] = label
	default:
		chain = append(chain, label)
	}
	return chain
}

// Wake says who made the task ready for a ready span; ok is false for other
// spans, and where nobody did or the task did it itself.
func (l *Lane) Wake(i int) (e Edge, ok bool) {
	s := l.spans[i]
	if s.phase != Ready || s.cause == 0 {
		return Edge{}, false
	}
	made := l.tl.view.At(int(s.cause))
	e = Edge{Kind: EdgeWake, To: l.Task, At: l.tl.point(int(s.cause)), Via: made.Fut}
	if made.Kind == trace.TaskCreated {
		e.Kind, e.Via, e.From = EdgeCreate, 0, l.Creator
		return e, e.From != 0
	}
	h := l.tl.during(int(s.cause))
	switch {
	case h < 0:
		e.Cause = CauseUser
		return e, l.tl.wokenByCommand(int(s.cause))
	case l.tl.Handle(h).What == trace.Step:
		e.From = l.tl.running(int(s.cause))
	default:
		of := l.tl.Handle(h).Of
		e.From = max(of.Task(), l.tl.shielded(of))
	}
	return e, e.From != l.Task
}

// Marks gives the number of marks so far.
func (l *Lane) Marks() int { return len(l.marks) }

// MarkAt gives the number of marks up to position n.
func (l *Lane) MarkAt(n int) int {
	return lastBy(len(l.marks), n, func(i int) int32 { return l.marks[i].n })
}

// Mark gives mark i, from 0, in order of events.
func (l *Lane) Mark(i int) Mark {
	m := l.marks[i]
	e := l.tl.view.At(int(m.n))
	out := Mark{Kind: m.kind, At: l.tl.point(int(m.n)), Line: e.Line}
	switch m.kind {
	case MarkPrint, MarkStderr, MarkNotify:
		out.Text = l.tl.view.String(e.Name)
	case MarkCallback:
		out.Text, out.Line = l.tl.view.String(e.Name), 0
	case MarkAsked:
		c := l.cancels[m.aux]
		out.Text, out.By, out.Cause = l.tl.view.String(e.Name), c.from, c.cause
	case MarkEnd:
		out.Outcome, out.Text = e.What, l.tl.view.String(e.Name)
	case MarkShield:
		out.Until = l.wall(trace.Future(m.aux))
	}
	return out
}

// wall gives where the shield of a future ends; that of a command, 0, ends
// with the lane.
func (l *Lane) wall(shield trace.Future) Point {
	if f := l.tl.futures.get(shield); shield != 0 && f != nil && f.done != 0 {
		return l.tl.point(int(f.done))
	}
	if l.Ended != 0 {
		return l.tl.point(l.Ended)
	}
	return l.tl.newest()
}

// Cancels gives the edges of the cancels that the task was asked for up to
// position n.
func (l *Lane) Cancels(n int) []Edge {
	var edges []Edge
	for _, c := range l.cancels {
		if !by(c.asked, n) {
			break
		}
		edges = append(edges, l.cancelEdge(c))
	}
	return edges
}

func (l *Lane) cancelEdge(c cancel) Edge {
	return Edge{
		Kind: EdgeCancel, From: c.from, To: l.Task, At: l.tl.point(int(c.asked)),
		Via: l.tl.view.At(int(c.asked)).Fut, Cause: c.cause,
	}
}
