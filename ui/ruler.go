package ui

import (
	"slices"
	"sort"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A ruler maps a run to columns of cells and back. Its cells are laid down
// handle by handle, each at least one cell wide, so that the order of steps
// that share an instant shows; loop time in which nothing ran, or a handle
// worked, takes cells in proportion. What is laid down depends on nothing
// later, so a run that grows only appends, until it no longer fits: then the
// scale changes once, by a good part, or the window pages.
//
// By turns instead, each handle takes a column of the same width, and a blank
// cell parts two turns.
type ruler struct {
	byTurn bool
	width  int  // cells of the window, at least 1
	left   int  // first cell of the window
	manual bool // the user has zoomed: the scale is theirs
	folded bool // loop time in which nothing runs takes one cell, however long

	scale  trace.Time // loop time of a cell, at least 1
	cells  int        // a handle's least width
	pack   int        // so many laid down cells share one on the screen, at least 1
	column int        // by turn: a handle's width

	closed  bool       // nothing more comes
	horizon trace.Time // loop time known to come: the next timer
	marks   []handleMark
	calls   []int // of marks: the handles that are neither steps nor timers
	end     int   // laid down cells up to the horizon
	laid    int   // how often cells were laid down anew that had been there

	other   *ruler // of the run that stands below on this ruler; nil: none
	follows bool   // it is the other of one that lays it down
}

// A handleMark is where a handle stands on a ruler.
type handleMark struct {
	begin, end int // its cells, end not included
	turn       int
	t0, t1     trace.Time
	n0, n1     int // positions: its begin, its end (that of its begin while it runs)
}

// scales are the steps of the time scale within a decade.
var scales = [...]trace.Time{100, 125, 160, 200, 250, 320, 400, 500, 640, 800}

// nextScale gives the least scale that is coarser than d.
func nextScale(d trace.Time) trace.Time {
	decade := trace.Time(1)
	for decade*10 <= d {
		decade *= 10
	}
	for {
		for _, s := range scales {
			if v := s * decade / 100; v > d {
				return v
			}
		}
		decade *= 10
	}
}

// sync takes over what the timeline has beyond what the ruler knows, and fits
// the whole run into the window unless the user has zoomed.
func (r *ruler) sync(tl *timeline.Timeline, horizon trace.Time) {
	from := max(len(r.marks)-1, 0) // the last may have been running
	if from < len(r.marks) && r.marks[from].n1 == r.marks[from].n0 {
		r.laid++
	}
	r.marks = r.marks[:from]
	for i := from; i < tl.Handles(); i++ {
		h := tl.Handle(i)
		m := handleMark{turn: h.Turn, t0: h.Begin.T, t1: h.Begin.T, n0: h.Begin.N, n1: h.Begin.N}
		if h.End.N != 0 {
			m.t1, m.n1 = h.End.T, h.End.N
		}
		r.marks = append(r.marks, m)
		known := len(r.calls) > 0 && r.calls[len(r.calls)-1] == i
		if h.What != trace.Step && h.What != trace.Timer && !known {
			r.calls = append(r.calls, i)
		}
	}
	r.horizon = horizon
	r.lay(from)
	if !r.manual {
		r.fit()
	}
}

// resize gives the window another width.
func (r *ruler) resize(width int) {
	if width = max(width, 1); width == r.width {
		return
	}
	r.width = width
	if !r.manual {
		r.scale = 0
		r.fit()
	}
	r.lay(0)
}

// swap switches between loop time and turns.
func (r *ruler) swap() {
	r.byTurn = !r.byTurn
	r.fitWhole()
}

// fitWhole forgets the user's zoom.
func (r *ruler) fitWhole() {
	r.manual, r.scale, r.column, r.left = false, 0, 0, 0
	r.fit()
}

// lay lays down the handles from one on.
func (r *ruler) lay(from int) {
	if r.scale <= 0 || r.pack <= 0 || r.column <= 0 || r.follows {
		return
	}
	if r.other != nil {
		r.layPair()
		return
	}
	x, t, turn := 0, trace.Time(0), 0
	if from == 0 {
		r.laid++
	}
	if from > 0 {
		last := r.marks[from-1]
		x, t, turn = last.end, last.t1, last.turn
	}
	for i := from; i < len(r.marks); i++ {
		m := &r.marks[i]
		x += r.gap(m, t, turn)
		m.begin = x
		x += r.span(m)
		m.end, t, turn = x, m.t1, m.turn
	}
	r.end = x + r.idle(r.horizon-t)
}

// gap gives the cells before a handle that begins after time t and turn.
func (r *ruler) gap(m *handleMark, t trace.Time, turn int) int {
	if !r.byTurn {
		return r.idle(m.t0 - t)
	}
	if turn != 0 && m.turn != turn {
		return 1
	}
	return 0
}

// span gives the cells that a handle takes.
func (r *ruler) span(m *handleMark) int {
	if r.byTurn {
		return r.column
	}
	return r.cells + int((m.t1-m.t0)/r.scale)
}

// idle gives the cells of loop time in which nothing runs.
func (r *ruler) idle(d trace.Time) int {
	switch {
	case d <= 0 || r.byTurn:
		return 0
	case r.folded:
		return 1
	}
	return max(1, int(d/r.scale))
}

// The part of a window, in percent, that a run fills when it was just fitted,
// and the part from which on it is fitted anew. What is free is for lane ends
// and for what comes.
const (
	fitted  = 82
	tooFree = 45
)

// fit chooses scale and widths so that the whole run is in the window. It
// keeps those there are as long as they do.
func (r *ruler) fit() {
	if r.width < 1 || r.follows {
		return
	}
	if r.scale > 0 && r.column > 0 {
		if r.byTurn && r.column == leastColumn {
			return // it pages
		}
		used := r.screen(r.end)
		roomy := !r.byTurn && r.timed() && used*100 < r.width*tooFree && r.scale > 1
		if used < r.width && !roomy {
			return
		}
	}
	r.cells, r.pack, r.left = 1, 1, 0
	if r.byTurn {
		r.fitTurns()
	} else {
		r.fitTime()
	}
	r.lay(0)
}

// handles gives how many handles the run has that has more of them.
func (r *ruler) handles() int {
	if r.other != nil {
		return max(len(r.marks), len(r.other.marks))
	}
	return len(r.marks)
}

// timed reports whether any loop time is known to pass.
func (r *ruler) timed() bool {
	return r.horizon > 0 || len(r.marks) > 0 && r.marks[len(r.marks)-1].t1 > 0
}

// leastColumn is the width of a handle's column that still has room for a
// name; with more handles than fit so, the turn ruler pages.
const leastColumn = 6

// fitTurns chooses the width of columns.
func (r *ruler) fitTurns() {
	r.scale = max(r.scale, 1)
	turns := 0
	if n := len(r.marks); n > 0 {
		turns = r.marks[n-1].turn
	}
	for r.column = 9; r.column > leastColumn; r.column-- {
		if r.handles()*r.column+turns <= r.width*fitted/100 {
			return
		}
	}
}

func (r *ruler) fitTime() {
	r.column = max(r.column, 1)
	room := max(r.width*fitted/100, 1)
	least, last := r.least()
	for least > room*r.pack*3/4 {
		r.pack *= 2
	}
	if !r.timed() {
		r.scale = max(trace.Second/trace.Time(room), 1)
	}
	r.fitCells(room, least)
	if r.timed() {
		r.scale = 1
		whole := r.toScale(last)
		if least*2 < room*r.pack {
			r.scale = max(nextScale(whole/trace.Time(2*room*r.pack)), 1)
		}
		for r.lay(0); r.end > room*r.pack; r.lay(0) {
			r.scale = nextScale(r.scale)
		}
	}
}

// least gives how many cells even the coarsest scale takes, and when the last
// handle ends.
func (r *ruler) least() (cells int, last trace.Time) {
	cells = len(r.marks)
	for _, m := range r.marks {
		if m.t0 > last {
			cells++
		}
		last = m.t1
	}
	if r.other != nil { // at most: those that share their cells are counted twice
		more, end := r.other.least()
		return cells + more, max(last, end)
	}
	return cells, last
}

// zoom makes cells stand for less (by above 0) or more; what stands at screen
// column x stays there as nearly as it can.
func (r *ruler) zoom(by, x int) {
	anchor, inside := r.anchor(x)
	if r.byTurn {
		r.column = min(max(r.column+2*by, 1), 24)
	} else if !r.zoomTime(by) {
		return
	}
	r.manual = true
	r.lay(0)
	if anchor >= 0 {
		x0 := r.screen(r.marks[anchor].begin)
		x = min(x, x0+inside)
		r.left = max(0, x0+inside-x)
	}
	if !r.byTurn && r.screen(r.end) < r.width*tooFree/100 {
		r.fitWhole()
	}
	r.clampLeft()
}

func (r *ruler) zoomTime(by int) bool {
	switch {
	case by > 0 && r.pack > 1:
		r.pack /= 2
	case by > 0 && r.cells < 4 && r.scale <= 1:
		r.cells++
	case by > 0:
		if r.scale <= 1 {
			return false
		}
		r.scale = max(r.scale/2, 1)
		r.cells = min(r.cells+1, 4)
	case r.screen(r.end) < r.width:
		return false
	default:
		r.scale *= 2
		r.cells = max(r.cells-1, 1)
	}
	return true
}

// anchor gives the handle that stands at or before a screen column and how
// far behind its begin the column is.
func (r *ruler) anchor(x int) (handle, inside int) {
	i := r.handleAt(x)
	if i < 0 {
		return -1, 0
	}
	return i, r.left + x - r.screen(r.marks[i].begin)
}

// per gives the loop time of a cell, also where nothing is laid down yet.
func (r *ruler) per() trace.Time { return max(r.scale, 1) }

// screen gives the cell of the whole run, packed, of a laid down cell.
func (r *ruler) screen(raw int) int { return raw / max(r.pack, 1) }

// handleAt gives the last handle that begins at a column of the window or
// left of it, -1 if there is none.
func (r *ruler) handleAt(x int) int {
	raw := (r.left+x)*r.pack + r.pack - 1
	return sort.Search(len(r.marks), func(i int) bool { return r.marks[i].begin > raw }) - 1
}

// after gives the handle to paint after handle i: the next one, or where many
// share a cell the first of the next cell.
func (r *ruler) after(i int) int {
	if r.pack == 1 {
		return i + 1
	}
	return max(i, r.handleAt(r.begins(i))) + 1
}

// eachCallback calls f with the callbacks from the window's left edge on, one
// a cell, until f gives false.
func (r *ruler) eachCallback(f func(handle int) bool) {
	from := r.first()
	for {
		k := sort.SearchInts(r.calls, from)
		if k == len(r.calls) || !f(r.calls[k]) {
			return
		}
		from = r.after(r.calls[k])
	}
}

// first gives the last handle that begins left of the window, from which on
// something may reach into it; 0 if there is none.
func (r *ruler) first() int { return max(r.handleAt(-1), 0) }

// firstSpan gives a lane's first span that may reach into the window.
func (r *ruler) firstSpan(lane *timeline.Lane) int {
	left := r.handleAt(-1)
	if left < 0 {
		return 0
	}
	// The last span that begins in that handle may be the wait behind its step.
	return max(lane.SpanAtColumn(left)-1, 0)
}

// position gives the position that a column of the window stands for: behind
// the last handle that begins there or left of it.
func (r *ruler) position(x, home int) int {
	i := r.handleAt(x)
	if i < 0 {
		return home
	}
	return r.marks[i].n1
}

// begins gives the column of the window where handle col begins.
func (r *ruler) begins(col int) int {
	if col < 0 || len(r.marks) == 0 {
		return -r.left
	}
	return r.screen(r.marks[min(col, len(r.marks)-1)].begin) - r.left
}

// ends gives the column behind the last one of handle col, at least one right
// of where it begins.
func (r *ruler) ends(col int) int {
	if col < 0 || len(r.marks) == 0 {
		return -r.left
	}
	m := r.marks[min(col, len(r.marks)-1)]
	return max(r.screen(m.end), r.screen(m.begin)+1) - r.left
}

// at gives the column of the window of a playhead at position n and loop
// time t, col being the last handle begun there.
func (r *ruler) at(n, col int, t trace.Time) int {
	if col < 0 || col >= len(r.marks) {
		return -r.left
	}
	m := r.marks[col]
	if n < m.n1 {
		if r.byTurn {
			return r.begins(col)
		}
		return r.screen(min(m.begin+int(max(t-m.t0, 0)/r.per()), m.end-1)) - r.left
	}
	x := m.end
	if !r.byTurn && t > m.t1 {
		x += r.resting(t - m.t1)
	}
	if col+1 < len(r.marks) {
		x = min(x, r.marks[col+1].begin)
	}
	return max(r.screen(x), r.screen(m.begin)+1) - r.left
}

// instant gives the column of the window where loop time t is first reached.
func (r *ruler) instant(t trace.Time) int {
	i := sort.Search(len(r.marks), func(i int) bool { return r.marks[i].t0 >= t })
	if i < len(r.marks) && r.marks[i].t0 == t {
		return r.begins(i)
	}
	if i == 0 {
		return -r.left
	}
	m := r.marks[i-1]
	x := m.begin + int((t-m.t0)/r.per())
	if t > m.t1 {
		x = m.end + r.resting(t-m.t1)
	}
	if i < len(r.marks) {
		x = min(x, r.marks[i].begin)
	}
	return r.screen(x) - r.left
}

// show pages the window so that column x of it is inside; a third of the old
// window stays where it can.
func (r *ruler) show(x int) {
	switch {
	case r.screen(r.end) < r.width:
		r.left = 0
	case x < 0:
		r.left = max(0, r.left+x-r.width/3)
	case x >= r.width:
		r.left += x - r.width/3
	}
	r.clampLeft()
}

// pan scrolls the window by so many cells.
func (r *ruler) pan(by int) {
	r.left += by
	r.clampLeft()
}

// clampLeft keeps the window from leaving the run: while that grows, a third
// may be free for what comes; then only what the lanes' ends need.
func (r *ruler) clampLeft() {
	free := r.width / 3
	if r.closed {
		free = r.width / 5
	}
	r.left = max(0, min(r.left, r.screen(r.end)-r.width+free))
}

// tickSteps are the distances of ticks within a decade.
var tickSteps = [...]trace.Time{100, 200, 250, 500}

// tick gives the distance of labels on the ruler, at least so many cells.
func (r *ruler) tick(cells int) trace.Time {
	least := r.per() * trace.Time(cells*max(r.pack, 1))
	for decade := trace.Time(1); ; decade *= 10 {
		i := slices.IndexFunc(tickSteps[:], func(s trace.Time) bool { return s*decade/100 >= least && s*decade%100 == 0 })
		if i >= 0 {
			return tickSteps[i] * decade / 100
		}
	}
}
