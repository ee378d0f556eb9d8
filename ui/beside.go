package ui

// Two runs of one program can be looked at together: the other one stands
// below, on the same ruler and at the same moment.

// stack puts another run below this one; nil takes it away.
func (w *watch) stack(other *watch) {
	w.stamp++
	if other == w {
		other = nil
	}
	if w.other != nil && w.other != other {
		w.other.above = nil
	}
	w.other = other
	if other == nil {
		w.ruler.pair(nil)
		w.compare()
		return
	}
	other.stack(nil)
	other.above = w
	w.ruler.pair(&other.ruler)
	w.align()
}

// align brings the run below to the moment that is shown, as far as it has
// come.
func (w *watch) align() {
	o := w.other
	if o == nil {
		return
	}
	if o.lanes.task != w.lanes.task {
		o.lanes.task = w.lanes.task
		o.lanes.showChosen()
	}
	o.noFuture = w.noFuture
	o.want(w.wanted)
	o.refresh()
	w.ruler.lay(0)
	n := w.sess.Pos()
	w.compare()
	if n > w.diff.Fork {
		n = o.ruler.lastBegun(w.ruler.cell(n, w.col), o.home)
	}
	if n != o.sess.Pos() {
		o.sess.Seek(min(n, o.tl.View().Len()))
		o.refresh()
		w.ruler.lay(0)
	}
	o.sift()
	o.past = true // it is looked at, not watched: what follows is dimmed
}

// cell gives the laid down cell in which position n stands, col being the last
// handle begun there; -1 before the first.
func (r *ruler) cell(n, col int) int {
	if col < 0 || col >= len(r.marks) {
		return -1
	}
	if m := r.marks[col]; n < m.n1 {
		return m.begin
	}
	return r.marks[col].end - 1
}

// lastBegun gives the position behind the last handle that begins in a laid
// down cell or before it.
func (r *ruler) lastBegun(cell, home int) int {
	n := home
	for _, m := range r.marks {
		if m.begin > cell {
			break
		}
		n = m.n1
	}
	return n
}

// paintBeside paints the run below.
func (w *watch) paintBeside(f *frame) {
	o := w.other
	if o == nil || f.beside.name.empty() {
		return
	}
	w.ruler.mirror()
	p := f.bar(f.beside.name)
	p.skip(3)
	p.put(o.name(), bold)
	p.put("   ", 0)
	p.put(w.diff.note, inkQuiet)
	upper := f.layout
	f.layout.lanes, f.layout.track = f.beside.lanes, f.beside.track
	o.paintRows(f)
	f.layout = upper
}
