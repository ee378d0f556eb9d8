package ui

import (
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// The priorities say which of several things in one cell is shown: the most
// telling one, so that a thin slice never vanishes.
const (
	prioNone uint8 = iota
	prioIdle
	prioWaiting
	prioReady
	prioCancelled
	prioRaised
	prioRunning
)

// A track is one row of the ruler's window while it is painted.
type track struct {
	f      *frame
	w      *watch
	at     rect // one row
	prio   []uint8
	ground style
	future int  // first column right of the playhead
	ended  bool // how the lane ended stands on its first row
}

// track begins a row; rows outside of the region are painted nowhere.
func (w *watch) track(f *frame, row int, ground style) track {
	at := f.layout.track.row(row)
	if row >= f.layout.track.h {
		at.w = 0
	}
	if cap(w.lanes.prio) < at.w {
		w.lanes.prio = make([]uint8, at.w)
	}
	w.lanes.prio = w.lanes.prio[:at.w]
	clear(w.lanes.prio)
	return track{f: f, w: w, at: at, prio: w.lanes.prio, ground: ground, future: w.future()}
}

// style gives a style as it is at a column: right of the playhead dimmed.
func (t *track) style(x int, st style) style {
	if st&groundMask == 0 {
		st |= t.ground
	}
	if x >= t.future {
		st = dim(st)
	}
	return st
}

// shade gives a style as it is for something that event n brought: dimmed if
// that comes after the position.
func (w *watch) shade(n int, st style) style {
	if n > w.sess.Pos() {
		return dim(st)
	}
	return st
}

// hidden reports whether a column is one the user has hidden.
func (t *track) hidden(x int) bool { return x >= t.future && t.w.noFuture }

// A look is how a state is painted.
type look struct {
	prio uint8
	sign glyph
	st   style
}

// paint paints a state over the columns from a to b, b not included.
func (t *track) paint(a, b int, as look) {
	for x := max(a, 0); x < min(b, t.at.w); x++ {
		if t.prio[x] > as.prio || t.hidden(x) {
			continue
		}
		t.prio[x] = as.prio
		t.f.set(t.at.x+x, t.at.y, t.f.skin.glyph(as.sign), t.style(x, as.st))
	}
}

// text writes a note from column x on, in at most room cells, and gives the
// column behind it.
func (t *track) text(x, room int, n note) int {
	if x < 0 || t.w.noFuture && n.at.N > t.w.sess.Pos() {
		return x
	}
	room = min(room, t.at.w-x)
	p := pen{g: &t.f.grid, sk: t.f.skin, x: t.at.x + x, y: t.at.y, end: t.at.x + x + max(room, 0), ground: t.ground}
	st := t.w.shade(n.at.N, n.st)
	if n.sign != noSign {
		p.rune(t.f.skin.glyph(n.sign), st)
		if n.text != "" {
			p.skip(1)
		}
	}
	p.put(n.text, st)
	return p.x - t.at.x
}

var (
	lookRunning = look{prioRunning, glyphRunning, inkRunning | groundRunning}
	lookSlow    = look{prioRunning, glyphSlow, inkSlow | groundSlow}
	lookReady   = look{prioReady, glyphReady, inkReady}
	lookIdle    = look{prioIdle, glyphIdle, inkFaint}

	waits = [...]look{
		timeline.WaitNone:  {prioWaiting, glyphTask, inkWait},
		timeline.WaitTimer: {prioWaiting, glyphTimer, inkWait},
		timeline.WaitTask:  {prioWaiting, glyphTask, inkTask},
		timeline.WaitPlain: {prioWaiting, glyphTask, inkWait},
		timeline.WaitSync:  {prioWaiting, glyphSync, inkWait},
		timeline.WaitIO:    {prioWaiting, glyphIO, inkWait},
	}
)

func lookOf(s timeline.Span) look {
	switch {
	case s.Phase == timeline.Running && s.Slow:
		return lookSlow
	case s.Phase == timeline.Running:
		return lookRunning
	case s.Phase == timeline.Ready:
		return lookReady
	}
	return waits[s.Wait]
}

// from gives the column where span i of a lane begins.
func (w *watch) from(lane *timeline.Lane, i int, s timeline.Span) int {
	if s.Phase == timeline.Running {
		return w.ruler.begins(s.From.Col)
	}
	if i > 0 {
		if before := lane.Span(i - 1); before.Phase == timeline.Running && before.From.Col == s.From.Col {
			return w.ruler.ends(s.From.Col)
		}
	}
	return w.ruler.at(s.From.N, s.From.Col, s.From.T)
}

// A cut is a stretch of columns in one state: a span as it is in the window,
// or several that share their only cell.
type cut struct {
	a, b int32 // columns, b not included
	span int32 // the first
	look look
}

// spans paints a lane's spans: those that have ended from its cuts, the last
// one as it stands now.
func (t *track) spans(row *laneRow) {
	lane := row.lane
	row.cutAnew(t.w)
	for _, c := range row.cuts {
		t.paint(int(c.a), int(c.b), t.walled(row, int(c.span), c.look))
		if c.look.prio == prioWaiting {
			t.label(int(c.a), int(c.b), row, int(c.span))
		}
	}
	last := lane.Spans() - 1
	if last < 0 {
		return
	}
	s := lane.Span(last)
	if s.Phase == timeline.Done || s.To.N != 0 {
		return
	}
	a, b := t.w.from(lane, last, s), t.until(lane, last, s)
	as := lookOf(s)
	t.paint(a, b, t.walled(row, last, as))
	if as.prio == prioWaiting {
		t.label(a, b, row, last)
	}
}

// cutFor says for what window a lane's cuts were made, and how far.
type cutFor struct {
	laid, left, width int
	span, x           int // the next span, and the column where it begins
}

// cutAnew makes the cuts of a lane anew if the ruler has changed, and those of
// the spans that have ended since.
func (row *laneRow) cutAnew(w *watch) {
	lane, r, c := row.lane, &w.ruler, &row.cutFor
	if c.laid != r.laid || c.left != r.left || c.width != r.width {
		*c = cutFor{laid: r.laid, left: r.left, width: r.width, span: r.firstSpan(lane)}
		if c.span < lane.Spans() {
			c.x = w.from(lane, c.span, lane.Span(c.span))
		}
		row.cuts = row.cuts[:0]
	}
	for n := lane.Spans(); c.span < n && c.x < r.width; c.span++ {
		s := lane.Span(c.span)
		if s.To.N == 0 || s.Phase == timeline.Done {
			return
		}
		b := r.at(s.To.N, s.To.Col, s.To.T)
		switch {
		case c.span+1 < n:
			b = w.from(lane, c.span+1, lane.Span(c.span+1))
		case s.Phase == timeline.Running:
			b = r.ends(s.From.Col)
		}
		row.cut(cut{int32(c.x), int32(max(b, c.x+1)), int32(c.span), lookOf(s)})
		c.x = b
	}
}

// cut adds a cut. Of two that share their only cell the more telling one
// stays. A step that shares its cell with many ends in the next one, where the
// wait behind it begins: so the cuts of two cells may alternate.
func (row *laneRow) cut(c cut) {
	for k := len(row.cuts) - 1; k >= max(len(row.cuts)-3, 0) && c.b == c.a+1; k-- {
		if last := &row.cuts[k]; last.a == c.a && last.b == c.b {
			if c.look.prio > last.look.prio {
				*last = c
			}
			return
		}
	}
	row.cuts = append(row.cuts, c)
}

// walled gives the look of a span: behind the lane's shield, a wait has the
// shield's ink.
func (t *track) walled(row *laneRow, i int, as look) look {
	if row.wall != 0 && as.prio == prioWaiting {
		if to := row.lane.Span(i).To.N; to == 0 || to > row.lane.Mark(row.wall-1).At.N {
			as.st = inkShield
		}
	}
	return as
}

// until gives the column where the last span of a lane ends.
func (t *track) until(lane *timeline.Lane, i int, s timeline.Span) int {
	w := t.w
	switch {
	case s.To.N == 0 && s.Phase == timeline.Running:
		return max(w.ruler.begins(s.From.Col), w.head()) + 1
	case s.To.N == 0:
		return max(w.head(), w.ruler.at(s.To.N, s.To.Col, s.To.T)) + 1
	case i+1 < lane.Spans():
		return w.from(lane, i+1, lane.Span(i+1))
	case s.Phase == timeline.Running:
		return w.ruler.ends(s.From.Col)
	}
	return w.ruler.at(s.To.N, s.To.Col, s.To.T)
}

// label writes what a waiting span waits for into it, if it is long enough.
func (t *track) label(a, b int, row *laneRow, i int) {
	a, b = max(a, 0), min(b, t.at.w)
	if x := t.wallBegins(row); x >= a && x < b {
		a, b = wider(a, x, b)
	}
	if b-a < 6 {
		return
	}
	text := row.label(i, t.w.lanes.drawn)
	w := textWidth(text)
	if w+3 > b-a && b-a >= 12 {
		w = b - a - 4 // cut
	}
	if text == "" || w+3 > b-a || t.hidden(a+2+w) {
		return
	}
	at := row.lane.Span(i).From
	a += min(2, b-a-w-2)
	t.text(a, 1, note{at: at, sign: noSign, text: " "})
	x := t.text(a+1, w, note{at: at, sign: noSign, text: text})
	t.text(x, 1, note{at: at, sign: noSign, text: " "})
}

// wallBegins gives the column where a lane's shield begins, -1 if it has none.
func (t *track) wallBegins(row *laneRow) int {
	if row.wall == 0 {
		return -1
	}
	m := row.lane.Mark(row.wall - 1)
	return t.w.ruler.at(m.At.N, m.At.Col, m.At.T)
}

// wider gives the wider part of the columns from a to b when x is left out.
func wider(a, x, b int) (from, to int) {
	if x-a >= b-x-1 {
		return a, x
	}
	return x + 1, b
}

// wall draws both ends of a lane's shield. It leaves the cell behind its end
// to the word that says how the lane ended.
func (t *track) wall(row *laneRow) {
	if row.wall == 0 {
		return
	}
	m := row.lane.Mark(row.wall - 1)
	t.sign(t.wallBegins(row), glyphWallLeft, t.w.shade(m.At.N, inkShield))
	t.sign(t.end(row.lane), glyphWallRight, t.w.shade(m.At.N, inkShield))
}

// sign writes a glyph into one cell.
func (t *track) sign(x int, sign glyph, st style) {
	if x >= 0 && x < t.at.w && !t.hidden(x) {
		t.f.set(t.at.x+x, t.at.y, t.f.skin.glyph(sign), st|t.ground)
	}
}

// end gives the column right of a lane's last span.
func (t *track) end(lane *timeline.Lane) int {
	for i := lane.Spans() - 1; i >= 0; i-- {
		if s := lane.Span(i); s.Phase != timeline.Done {
			return t.until(lane, i, s)
		}
	}
	return 0
}

// ending writes how a lane ended right of its last step. It reports whether
// the whole text fitted there.
func (t *track) ending(row *laneRow) bool {
	lane := row.lane
	if lane.Ended == 0 || t.w.noFuture && lane.Ended > t.w.sess.Pos() {
		return true
	}
	n, ok := row.endNote()
	if !ok {
		return true
	}
	x := max(t.end(lane), 0)
	if row.wall != 0 {
		x++
	}
	if t.f.skin.ascii {
		n = asciiEnd(n, lane.Outcome)
	}
	if n.width() > t.at.w-x {
		n.text = ""
		t.text(x, t.at.w, n)
		return false
	}
	t.text(x, t.at.w, n)
	return true
}

// endNote gives the note of the lane's end.
func (row *laneRow) endNote() (note, bool) {
	for i := len(row.notes) - 1; i >= 0; i-- {
		if row.notes[i].end {
			return row.notes[i], true
		}
	}
	return note{}, false
}

// asciiEnd spells the end out.
func asciiEnd(n note, outcome trace.What) note {
	n.sign = noSign
	word := endWords[outcome]
	if n.text != "" && outcome != trace.Cancelled {
		word += " " + n.text
	}
	n.text = word
	return n
}
