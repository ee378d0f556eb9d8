package timeline

import (
	"maps"
	"slices"
	"sort"

	"loopscope/sched/trace"
)

// A HandleRun is one handle that ran: a column of the turn ruler, a busy
// stretch of the loop row; done callbacks and call_soon handles make the
// callbacks row.
type HandleRun struct {
	ID    int
	Turn  int
	What  trace.What
	Task  trace.Task   // of a step: whose
	Of    trace.Future // of a done callback: whose
	Fn    string       // of the others: the function
	By    trace.Task   // of a timer or call_soon: who scheduled it; 0: nobody in particular
	Begin Point
	End   Point // End.N is 0 while it runs
}

// A Turn is one iteration of the loop that ran something.
type Turn struct {
	N     int // from 1
	Begin int // event: the begin of its first handle
	T     trace.Time
	First int // column of its first handle
	Len   int // handles that ran in it so far
}

// An Output is a line that the program wrote.
type Output struct {
	N      int // event
	T      trace.Time
	Task   trace.Task // 0: a callback or module level
	Line   int32
	Text   string
	Stderr bool
}

// A LineMark is what happened at the awaits of one line of the script.
type LineMark struct {
	Line     int32
	Switched int // ● how often a task stopped there, in any frame of the chain
	Stayed   int // ○ how often an await there did not switch
}

// begin gives the event at which column i began.
func (tl *Timeline) begin(i int) int32 { return tl.handles[tl.columns[i].handle].begin }

// Handles gives the number of columns: handles that ran or run.
func (tl *Timeline) Handles() int { return len(tl.columns) }

// Handle gives column i, from 0.
func (tl *Timeline) Handle(i int) HandleRun {
	c := tl.columns[i]
	h := tl.handles[c.handle]
	q := tl.unnamed(c.handle)
	run := HandleRun{
		ID: q.ID, Turn: int(tl.turns[c.turn].n), What: q.What, Task: q.Task, Of: q.Of, Fn: q.Fn, By: q.By,
		Begin: Point{N: int(h.begin), T: tl.view.At(int(h.begin)).T, Col: i}, End: tl.newest(),
	}
	if h.end != 0 {
		run.End = Point{N: int(h.end), T: tl.view.At(int(h.end)).T, Col: i}
	}
	return run
}

// Ends reports whether the handle of column i has ended by position n.
func (tl *Timeline) Ends(i, n int) bool { return by(tl.handles[tl.columns[i].handle].end, n) }

// HandleLabel gives what column i is called, as Queued.Label.
func (tl *Timeline) HandleLabel(i int) string {
	return tl.handleLabel(tl.columns[i].handle, tl.view.Len())
}

// Idle gives the loop time in which nothing ran before column i; both are
// equal when there was none.
func (tl *Timeline) Idle(i int) (from, to trace.Time) {
	to = tl.view.At(int(tl.begin(i))).T
	if i == 0 {
		return to, to
	}
	return tl.view.At(int(tl.handles[tl.columns[i-1].handle].end)).T, to
}

// Column gives the index of the last handle that began at position n or
// before, -1 if there is none.
func (tl *Timeline) Column(n int) int {
	return lastBy(len(tl.columns), n, tl.begin) - 1
}

// ColumnAtTime gives the index of the last handle that began at loop time t or
// before, -1 if there is none.
func (tl *Timeline) ColumnAtTime(t trace.Time) int {
	return sort.Search(len(tl.columns), func(i int) bool { return tl.view.At(int(tl.begin(i))).T > t }) - 1
}

// Turns gives the number of turns that ran something.
func (tl *Timeline) Turns() int { return len(tl.turns) }

// Turn gives turn i, from 0.
func (tl *Timeline) Turn(i int) Turn {
	t := tl.turns[i]
	next := len(tl.columns)
	if i+1 < len(tl.turns) {
		next = int(tl.turns[i+1].first)
	}
	begin := int(tl.begin(int(t.first)))
	return Turn{N: int(t.n), Begin: begin, T: tl.view.At(begin).T, First: int(t.first), Len: next - int(t.first)}
}

// TurnAt gives the index of the turn at position n, -1 before the first.
func (tl *Timeline) TurnAt(n int) int {
	if col := tl.Column(n); col >= 0 {
		return int(tl.columns[col].turn)
	}
	return -1
}

// ReadyBefore gives the handles that turn i found ready, its own batch, in
// order: those that were cancelled before they ran among them.
func (tl *Timeline) ReadyBefore(i int) []Queued {
	begin := tl.begin(int(tl.turns[i].first))
	ready, timers := tl.pending(int(begin) - 1)
	var batch []Queued
	for _, id := range ready {
		batch = append(batch, tl.queued(id, int(begin)))
	}
	for _, id := range timers {
		if tl.handles[id].ready == begin {
			batch = append(batch, tl.queued(id, int(begin)))
		}
	}
	return batch
}

// Home gives the first position worth standing at: everything before the first
// handle has happened. Without a handle it is the newest position.
func (tl *Timeline) Home() int {
	if len(tl.columns) == 0 {
		return tl.view.Len()
	}
	return int(tl.begin(0)) - 1
}

// NextHandle gives the next position behind n at which no handle runs: behind
// the end of a handle; behind what happened between two handles, a command or
// the shutdown say; or the newest position. A step that a limit has cut off is
// one with the end of its run. ok is false at the newest.
func (tl *Timeline) NextHandle(n int) (pos int, ok bool) {
	for col := tl.Column(n); col < len(tl.columns); col++ {
		if col >= 0 {
			if end := int(tl.handles[tl.columns[col].handle].end); end > n && !tl.cut(col) {
				return end, true
			}
		}
		if col+1 < len(tl.columns) {
			if before := int(tl.begin(col+1)) - 1; before > n {
				return before, true
			}
		}
	}
	return tl.view.Len(), n < tl.view.Len()
}

// PrevHandle gives the last position before n that NextHandle stops at, not
// before Home. ok is false there.
func (tl *Timeline) PrevHandle(n int) (pos int, ok bool) {
	col := tl.Column(n)
	if col < 0 {
		return n, false
	}
	if end := int(tl.handles[tl.columns[col].handle].end); end != 0 && end < n && !tl.cut(col) {
		return end, true
	}
	return int(tl.begin(col)) - 1, true
}

// cut tells whether the handle of a column is a step that a limit has cut off:
// it ends without a word on its task, and so does the run.
func (tl *Timeline) cut(col int) bool {
	h := tl.handles[tl.columns[col].handle]
	if h.end == 0 || tl.view.At(int(h.made)).What != trace.Step {
		return false
	}
	last := tl.view.At(int(h.end) - 1).Kind
	return last != trace.TaskWaiting && last != trace.TaskDone
}

// NextTurn gives the next position behind n from which a turn begins, or the
// newest position. ok is false at the newest.
func (tl *Timeline) NextTurn(n int) (pos int, ok bool) {
	for i := tl.TurnAt(n) + 1; i < len(tl.turns); i++ {
		if before := int(tl.begin(int(tl.turns[i].first))) - 1; before > n {
			return before, true
		}
	}
	return tl.view.Len(), n < tl.view.Len()
}

// PrevTurn gives the last position before n from which a turn begins. ok is
// false at Home.
func (tl *Timeline) PrevTurn(n int) (pos int, ok bool) {
	i := tl.TurnAt(n)
	if i < 0 {
		return n, false
	}
	return int(tl.begin(int(tl.turns[i].first))) - 1, true
}

// Outputs gives the number of lines written so far.
func (tl *Timeline) Outputs() int { return len(tl.outputs) }

// Output gives line i, from 0.
func (tl *Timeline) Output(i int) Output {
	n := int(tl.outputs[i])
	e := tl.view.At(n)
	return Output{N: n, T: e.T, Task: e.Task, Line: e.Line, Text: tl.view.String(e.Name), Stderr: e.Kind == trace.Stderr}
}

// OutputAt gives the number of lines written up to position n.
func (tl *Timeline) OutputAt(n int) int {
	return lastBy(len(tl.outputs), n, func(i int) int32 { return tl.outputs[i] })
}

// Edges gives the edges of wakes, creations and cancels whose moment is behind
// position from and not behind to, in order.
func (tl *Timeline) Edges(from, to int) []Edge {
	var edges []Edge
	for _, l := range tl.lanes[1:] {
		for i := max(0, l.SpanAt(from)); i < len(l.spans) && int(l.spans[i].n) <= to; i++ {
			if e, ok := l.Wake(i); ok && e.At.N > from && e.At.N <= to {
				edges = append(edges, e)
			}
		}
		for _, c := range l.cancels {
			if int(c.asked) > from && int(c.asked) <= to {
				edges = append(edges, l.cancelEdge(c))
			}
		}
	}
	slices.SortStableFunc(edges, func(a, b Edge) int { return a.At.N - b.At.N })
	return edges
}

// lines are the events at which awaits were reached.
type lines struct {
	stacks [][]int32         // by Stack: the stops in it
	plain  map[int32][]int32 // stops of a source without stacks, by line
	ready  map[int32][]int32 // awaits that did not switch, by line
}

func newLines() lines { return lines{plain: map[int32][]int32{}, ready: map[int32][]int32{}} }

func (ls *lines) switched(s trace.Stack, line, n int32) {
	if s == 0 {
		if line != 0 {
			ls.plain[line] = append(ls.plain[line], n)
		}
		return
	}
	for int(s) >= len(ls.stacks) {
		ls.stacks = append(ls.stacks, nil)
	}
	ls.stacks[s] = append(ls.stacks[s], n)
}

func (ls *lines) stayed(line, n int32) {
	if line != 0 {
		ls.ready[line] = append(ls.ready[line], n)
	}
}

// LineMarks gives the lines with awaits that were reached up to position n, in
// order of lines.
func (tl *Timeline) LineMarks(n int) []LineMark {
	marks := map[int32]LineMark{}
	count := func(line int32, stamps []int32, switched, stayed int) {
		k := lastBy(len(stamps), n, func(i int) int32 { return stamps[i] })
		if line == 0 || k == 0 {
			return
		}
		m := marks[line]
		marks[line] = LineMark{Line: line, Switched: m.Switched + k*switched, Stayed: m.Stayed + k*stayed}
	}
	for s, stamps := range tl.lines.stacks {
		f, ok := tl.view.Frame(trace.Stack(s))
		for ; ok; f, ok = tl.view.Frame(f.Outer) {
			count(f.Line, stamps, 1, 0)
		}
	}
	for line, stamps := range tl.lines.plain {
		count(line, stamps, 1, 0)
	}
	for line, stamps := range tl.lines.ready {
		count(line, stamps, 0, 1)
	}
	return slices.SortedFunc(maps.Values(marks), func(a, b LineMark) int { return int(a.Line - b.Line) })
}
