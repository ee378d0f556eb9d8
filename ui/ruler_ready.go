package ui

import (
	"strconv"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A foundReady is what a turn found ready: what ran in it, in order, and what
// was cancelled before it could.
type foundReady struct {
	notes  []note
	widest int // cells of the longest
}

// before gives what turn i found ready. That never changes, so it is made once.
func (w *watch) before(i int) *foundReady {
	if found := w.befores[i]; found != nil {
		return found
	}
	if w.befores == nil {
		w.befores = map[int]*foundReady{}
	}
	at := w.tl.Handle(w.tl.Turn(i).First).Begin
	found := &foundReady{}
	for _, q := range w.tl.ReadyBefore(i) {
		n := note{at: at, sign: noSign, text: q.Label, st: inkReady}
		switch q.What {
		case trace.Timer:
			n.text, n.st = "timer", inkQuiet
		case trace.Done, trace.CallSoon:
			n.sign, n.text, n.st = glyphCallback, q.Fn, inkQuiet
		}
		found.notes = append(found.notes, n)
		found.widest = max(found.widest, n.width())
	}
	w.befores[i] = found
	return found
}

// paintReadyBefore paints for each turn the ready queue as it stood before it:
// each name above its handle's column where all have room there, else side by
// side, as many as fit, with the number of the others.
func (w *watch) paintReadyBefore(f *frame, row int) {
	name := "ready before"
	if f.layout.names < 3+len(name)+1 {
		name = "ready"
	}
	w.rowName(f, row, name)
	t := w.track(f, row, 0)
	r := &w.ruler
	if len(r.marks) == 0 {
		return
	}
	from := max(w.tl.TurnAt(r.marks[r.first()].n0), 0)
	for i := from; i < w.tl.Turns(); i++ {
		turn := w.tl.Turn(i)
		x, end := r.begins(turn.First), r.ends(turn.First+turn.Len-1)
		if x >= t.at.w {
			return
		}
		if x < 0 || end-x < 3 {
			continue
		}
		found := w.before(i)
		if found.widest < r.column && len(found.notes) == turn.Len {
			t.columns(turn, found)
		} else {
			t.sideBySide(x, end, found)
		}
	}
}

// columns writes the names each above its handle's column.
func (t *track) columns(turn timeline.Turn, found *foundReady) {
	r := &t.w.ruler
	for k, n := range found.notes {
		if x := r.begins(turn.First + k); x < t.at.w {
			t.text(x, r.column-1, n)
		}
	}
}

// leastName is the least room that a name is cut to.
const leastName = 4

// sideBySide writes the names from column x on, and how many had no room
// before column end.
func (t *track) sideBySide(x, end int, found *foundReady) {
	for k, n := range found.notes {
		if n.width() > end-x {
			n.sign = noSign // the callbacks' own row has it
		}
		rest := len(found.notes) - k - 1
		need := n.width()
		if rest > 0 {
			need += 2 + digits(rest)
		}
		if k == 0 && rest == 0 {
			t.text(x, end-x, n)
			return
		}
		if cut := end - x - 2 - digits(rest); k == 0 && x+need > end && cut >= leastName {
			t.more(t.text(x, cut, n)+1, rest, n)
			return
		} else if x+need > end {
			t.more(x, rest+1, n)
			return
		}
		x = t.text(x, end-x, n) + 1
	}
}

// more writes how many more there are.
func (t *track) more(x, count int, n note) {
	if x >= t.at.w || t.w.noFuture && n.at.N > t.w.sess.Pos() {
		return
	}
	p := pen{g: &t.f.grid, sk: t.f.skin, x: t.at.x + x, y: t.at.y, end: t.at.x + t.at.w, ground: t.ground}
	st := t.w.shade(n.at.N, inkQuiet)
	p.rune('+', st)
	p.bytes(strconv.AppendInt(t.f.num[:0], int64(count), 10), st)
}
