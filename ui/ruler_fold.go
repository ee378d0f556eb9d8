package ui

import "loopscope/sched/trace"

// Loop time in which nothing runs can be folded into one cell, so that a run
// that mostly sleeps shows its steps side by side.

// fold folds the idle stretches, or unfolds them.
func (r *ruler) fold() {
	r.folded = !r.folded
	r.fitWhole()
}

// fold folds the loop time in which nothing runs, or unfolds it.
func (w *watch) fold() {
	if w.ruler.byTurn {
		w.ruler.swap()
		w.ruler.folded = false
	}
	w.ruler.fold()
	if w.ruler.folded {
		w.toast.text = "Time in which nothing runs takes one cell. z shows it again as long as it is."
	}
}

// mostCells is the most that a handle gets when a folded run is fitted.
const mostCells = 4

// fitCells chooses a handle's least width for a run that takes at least so
// many cells.
func (r *ruler) fitCells(room, least int) {
	if r.folded {
		folds := least - len(r.marks) + 1
		for r.cells = mostCells; r.cells > 1 && r.handles()*r.cells+folds > room; r.cells-- {
		}
		return
	}
	for r.cells = 2; r.cells > 1 && r.handles()*r.cells*4 > room; r.cells-- {
	}
}

// toScale gives the loop time that takes cells in proportion: all of it, up to
// the end of the last handle or the next timer; folded, that in which handles
// work.
func (r *ruler) toScale(last trace.Time) trace.Time {
	if r.folded {
		work := trace.Time(0)
		for i := range r.marks {
			work += r.marks[i].t1 - r.marks[i].t0
		}
		return work
	}
	whole := max(r.horizon, last)
	if r.other != nil {
		whole = max(whole, r.other.horizon)
	}
	return whole
}

// resting gives how many cells behind a handle's end the playhead stands when
// nothing has run for a time.
func (r *ruler) resting(d trace.Time) int {
	if r.folded {
		return 0
	}
	return int(d / r.per())
}

// foldAt gives the column of the fold before handle i, or of the one behind the
// last, and the loop time folded there; ok is false where there is none.
func (r *ruler) foldAt(i int) (x int, d trace.Time, ok bool) {
	if !r.folded || r.byTurn || i <= 0 || i > len(r.marks) {
		return 0, 0, false
	}
	before := r.marks[i-1]
	next, begin := r.horizon, r.end
	if i < len(r.marks) {
		next, begin = r.marks[i].t0, r.marks[i].begin
	}
	d = next - before.t1
	return r.screen(before.end) - r.left, d, d > 0 && begin == before.end+1
}

// eachFold calls f with the folds in the window, each with its column, the loop
// time folded there, and the column of the next fold.
func (w *watch) eachFold(width int, f func(x int, d trace.Time, next int)) {
	r := &w.ruler
	x, d, any := 0, trace.Time(0), false
	for i := max(r.first(), 1); i <= len(r.marks); i = r.after(i) {
		at, time, ok := r.foldAt(i)
		if !ok || at < 0 {
			continue
		}
		if at >= width {
			break
		}
		if any {
			f(x, d, at)
		}
		x, d, any = at, time, true
	}
	if any {
		f(x, d, width)
	}
}

// paintFolds paints the ruler of a folded run: where it begins, and at each
// fold how much loop time lies in it.
func (w *watch) paintFolds(f *frame) {
	r := &w.ruler
	free := 0
	if len(r.marks) > 0 {
		p := f.pen(f.layout.ruler, 0)
		text := r.marks[r.first()].t0.Append(f.num[:0])
		p.bytes(text, inkQuiet)
		p.put("s", inkQuiet)
		free = len(text) + 2
	}
	w.eachFold(f.layout.ruler.w, func(x int, d trace.Time, next int) {
		if x < free {
			return
		}
		p := f.pen(f.layout.ruler, 0)
		p.x += x
		p.rune(f.skin.glyph(glyphFold), inkQuiet)
		text := d.Append(f.num[:0])
		if room := min(next, f.layout.ruler.w) - x - 1; len(text)+2 < room {
			p.put("+", inkQuiet)
			p.bytes(text, inkQuiet)
			p.put("s", inkQuiet)
		}
	})
}

// paintFoldSigns marks the folds on the loop's row.
func (w *watch) paintFoldSigns(t *track) {
	w.eachFold(t.at.w, func(x int, _ trace.Time, _ int) {
		t.sign(x, glyphFold, t.style(x, inkFaint))
	})
}
