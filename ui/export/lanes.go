package export

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A skin is a set of glyphs.
type skin struct {
	running, ready, slow, idle       string
	wait                             [timeline.WaitIO + 1]string
	returned, raised, cancelled      string
	asked, swallowed, wall, wallEnds string
	callback                         string
	tee, elbow, bar, cut             string
}

var unicodeSkin = &skin{
	running: "█", ready: "▒", slow: "█", idle: "·",
	wait: [...]string{
		timeline.WaitNone: "─", timeline.WaitTimer: "╌", timeline.WaitTask: "─",
		timeline.WaitPlain: "─", timeline.WaitSync: "┄", timeline.WaitIO: "≈",
	},
	returned: "✓", raised: "✗", cancelled: "⊘", asked: "⌁", swallowed: "⊙", wall: "▌", wallEnds: "▐", callback: "ƒ",
	tee: "├ ", elbow: "└ ", bar: "│ ", cut: "…",
}

var asciiSkin = &skin{
	running: "#", ready: "=", slow: "%", idle: " ",
	wait: [...]string{
		timeline.WaitNone: "-", timeline.WaitTimer: ".", timeline.WaitTask: "-",
		timeline.WaitPlain: "-", timeline.WaitSync: "~", timeline.WaitIO: "^",
	},
	asked: "!", swallowed: "@", wall: "[", wallEnds: "]", callback: "f",
	tee: "|- ", elbow: "`- ", bar: "|  ", cut: "...",
}

// A row is a line of cells, each one column wide, and what stands behind them.
type row struct {
	cells []string
	rank  []int // how telling the cell is
	after string
}

func newRow(width int) *row {
	r := &row{cells: make([]string, width), rank: make([]int, width)}
	for i := range r.cells {
		r.cells[i] = " "
	}
	return r
}

// put sets the cells from one place to another, at least one, where nothing
// more telling stands.
func (r *row) put(from, to float64, glyph string, rank int) {
	lo := min(max(int(from), 0), len(r.cells)-1)
	hi := min(max(int(to), lo+1), len(r.cells))
	for i := lo; i < hi; i++ {
		if rank >= r.rank[i] {
			r.cells[i], r.rank[i] = glyph, rank
		}
	}
}

// write puts a label into the middle of a stretch of cells that all have one
// rank, with a cell left at either end, if it fits.
func (r *row) write(from, to float64, label string, rank int) {
	lo, hi := max(int(from), 0), min(int(to), len(r.cells))
	for lo < hi && r.rank[lo] != rank {
		lo++
	}
	for hi > lo && r.rank[hi-1] != rank {
		hi--
	}
	label = " " + label + " "
	width := ansi.StringWidth(label)
	if width+2 > hi-lo || slices.ContainsFunc(r.rank[lo:hi], func(k int) bool { return k != rank }) {
		return
	}
	at := lo + (hi-lo-width)/2
	for i := at; i < at+width; i++ {
		r.cells[i] = ""
	}
	r.cells[at] = label
}

func (r *row) String() string { return strings.Join(r.cells, "") + r.after }

// Ranks of what may share a cell, least telling first.
const (
	rankWaiting = iota + 1
	rankReady
	rankMark
	rankRunning
)

// lanes draws the rows on the ruler.
func (t *text) lanes() {
	all := t.tl.Lanes()
	shown := all[:min(len(all), t.opts.Lanes)]
	heads, headWidth, tailWidth := treeHeads(shown, t.skin), 9, 0
	for i, l := range shown {
		headWidth = min(max(headWidth, ansi.StringWidth(heads[i])), 26)
		tailWidth = min(max(tailWidth, ansi.StringWidth(t.outcome(l))+2), t.opts.Width/4)
	}
	width := t.opts.Width - headWidth - 2 - tailWidth
	a := newAxis(t.tl, float64(width), 1)
	t.line("%s  %s", pad("", headWidth), t.ruler(a, width))
	loop, callbacks, any := t.loopRows(a, width)
	t.line("%s  %s", pad("loop", headWidth), loop)
	for i, l := range shown {
		t.line("%s  %s", pad(heads[i], headWidth), t.lane(a, l, width))
	}
	if any {
		t.line("%s  %s", pad("callbacks", headWidth), callbacks)
	}
	if len(all) > len(shown) {
		t.line("and %d more tasks", len(all)-len(shown))
	}
	t.line("")
	t.legend(shown)
}

// treeHeads gives the labels of lanes as a tree.
func treeHeads(lanes []*timeline.Lane, skin *skin) []string {
	heads := make([]string, len(lanes))
	more := map[int]bool{} // depth: another lane of it follows under the same parent
	for i := len(lanes) - 1; i >= 0; i-- {
		l, prefix := lanes[i], ""
		for d := 1; d < l.Depth; d++ {
			if more[d] {
				prefix += skin.bar
			} else {
				prefix += strings.Repeat(" ", len([]rune(skin.bar)))
			}
		}
		if l.Depth > 0 {
			if more[l.Depth] {
				prefix += skin.tee
			} else {
				prefix += skin.elbow
			}
		}
		heads[i] = prefix + Harmless(l.Label)
		for d := range more {
			if d > l.Depth {
				delete(more, d)
			}
		}
		more[l.Depth] = true
	}
	return heads
}

func (t *text) ruler(a *axis, width int) *row {
	r := newRow(width + 8)
	free := 0
	for _, tick := range a.ticks(max(width/10, 2)) {
		x := int(a.time(tick))
		label := tick.String() + "s"
		if x < free || x >= width {
			continue
		}
		for i, c := range label {
			r.cells[x+i] = string(c)
		}
		free = x + len(label) + 1
	}
	return r
}

// loopRows draws when the loop was busy, and the callbacks that ran.
func (t *text) loopRows(a *axis, width int) (loop, callbacks *row, any bool) {
	slow := slowColumns(t.tl)
	loop, callbacks = newRow(width), newRow(width)
	loop.put(0, a.width, t.skin.idle, 0)
	for i := range t.tl.Handles() {
		glyph := t.skin.running
		if slow[i] {
			glyph = t.skin.slow
		}
		loop.put(a.begin[i], a.end[i], glyph, rankRunning)
		if h := t.tl.Handle(i); h.What == trace.Done || h.What == trace.CallSoon {
			callbacks.put(a.begin[i], a.begin[i], t.skin.callback, rankRunning)
			any = true
		}
	}
	return loop, callbacks, any
}

// slowColumns gives the handles in which a task's step was slow.
func slowColumns(tl *timeline.Timeline) map[int]bool {
	slow := map[int]bool{}
	for _, l := range tl.Lanes() {
		for i := range l.Spans() {
			if s := l.Span(i); s.Slow {
				slow[s.From.Col] = true
			}
		}
	}
	return slow
}

func (t *text) lane(a *axis, l *timeline.Lane, width int) *row {
	r := newRow(width)
	end := 0.0
	for i := range l.Spans() {
		from, to := a.span(l, i)
		end = max(end, to)
		switch s := l.Span(i); s.Phase {
		case timeline.Ready:
			r.put(from, to, t.skin.ready, rankReady)
		case timeline.Running:
			glyph := t.skin.running
			if s.Slow {
				glyph = t.skin.slow
			}
			r.put(from, to, glyph, rankRunning)
		case timeline.Waiting:
			r.put(from, to, t.skin.wait[s.Wait], rankWaiting)
		}
	}
	t.marks(r, a, l)
	for i := range l.Spans() {
		if from, to := a.span(l, i); l.Span(i).Phase == timeline.Waiting {
			r.write(from, to, Harmless(l.SpanLabel(i)), rankWaiting)
		}
	}
	for len(r.cells) > 1 && r.rank[len(r.cells)-1] == 0 && len(r.cells) > int(end) {
		r.cells, r.rank = r.cells[:len(r.cells)-1], r.rank[:len(r.rank)-1]
	}
	if s := t.outcome(l); s != "" {
		r.after = " " + s
	}
	return r
}

func (t *text) marks(r *row, a *axis, l *timeline.Lane) {
	for i := range l.Marks() {
		m := l.Mark(i)
		x := a.at(m.At)
		switch m.Kind {
		case timeline.MarkAsked:
			r.put(x, x, t.skin.asked, rankMark)
		case timeline.MarkShield:
			r.put(x, x, t.skin.wall, rankMark)
			if m.Until.N != 0 {
				r.put(a.at(m.Until), a.at(m.Until), t.skin.wallEnds, rankMark)
			}
		}
	}
}

// outcome says how a task ended: returned 'x', raised ValueError, cancelled.
func (t *text) outcome(l *timeline.Lane) string {
	if l.Ended == 0 {
		return ""
	}
	glyph, said := "", ""
	switch l.Outcome {
	case trace.Returned:
		glyph, said = t.skin.returned, "returned "+Harmless(l.Result)
	case trace.Raised:
		glyph, said = t.skin.raised, "raised "+Harmless(l.Result)
	case trace.Cancelled:
		glyph, said = t.skin.cancelled, "cancelled"
	}
	if swallowed(l) {
		said += " " + t.skin.swallowed
	}
	return strings.TrimSpace(glyph + " " + said)
}

// swallowed reports whether a task got a cancel and ended otherwise.
func swallowed(l *timeline.Lane) bool {
	for i := range l.Marks() {
		if l.Mark(i).Kind == timeline.MarkSwallowed {
			return true
		}
	}
	return false
}

// legend explains the glyphs that are in the picture.
func (t *text) legend(lanes []*timeline.Lane) {
	var parts []string
	note := func(glyph, meaning string) {
		if p := glyph + " " + meaning; glyph != "" && !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	note(t.skin.running, "running")
	used := t.used(lanes)
	if used.slow && t.skin.slow != t.skin.running {
		note(t.skin.slow, "running for long")
	}
	if used.ready {
		note(t.skin.ready, "ready")
	}
	for w, meaning := range waitNames {
		if used.wait[w] {
			note(t.skin.wait[w], meaning)
		}
	}
	if used.marks[timeline.MarkAsked] {
		note(t.skin.asked, "cancel requested")
	}
	if used.marks[timeline.MarkSwallowed] {
		note(t.skin.swallowed, "swallowed a cancel")
	}
	if used.marks[timeline.MarkShield] {
		note(t.skin.wall, "shield")
	}
	line := ""
	for _, p := range parts {
		if line != "" && ansi.StringWidth(line)+3+ansi.StringWidth(p) > t.opts.Width {
			t.line("%s", line)
			line = ""
		}
		if line != "" {
			line += "   "
		}
		line += p
	}
	t.line("%s", line)
	t.line("")
}

var waitNames = [...]string{
	timeline.WaitNone: "waiting", timeline.WaitTimer: "waiting for a timer", timeline.WaitTask: "waiting for a task or a future",
	timeline.WaitPlain: "waiting for a task or a future", timeline.WaitSync: "waiting for a lock, queue or event",
	timeline.WaitIO: "waiting for a thread",
}

// usage is what lanes show.
type usage struct {
	ready bool
	slow  bool
	wait  [timeline.WaitIO + 1]bool
	marks map[timeline.MarkKind]bool
}

func (t *text) used(lanes []*timeline.Lane) usage {
	u := usage{marks: map[timeline.MarkKind]bool{}}
	for _, l := range lanes {
		for i := range l.Spans() {
			s := l.Span(i)
			u.ready = u.ready || s.Phase == timeline.Ready
			u.slow = u.slow || s.Slow
			if s.Phase == timeline.Waiting {
				u.wait[s.Wait] = true
			}
		}
		for i := range l.Marks() {
			u.marks[l.Mark(i).Kind] = true
		}
	}
	return u
}
