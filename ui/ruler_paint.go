package ui

import (
	"strconv"

	"loopscope/sched/trace"
)

// headRows gives how many rows stand above the lanes in the track region.
func (w *watch) headRows(f *frame) int {
	switch {
	case f.layout.track.h < 8:
		return 1
	case w.ruler.byTurn:
		return 3
	}
	return 2
}

// paintRuler paints the ruler's row with the playhead.
func (w *watch) paintRuler(f *frame) {
	head := rect{0, f.layout.ruler.y, f.layout.names, 1}
	names := f.pen(head, 0)
	names.skip(3)
	if w.ruler.byTurn {
		names.put("turn", inkQuiet)
		w.paintTurns(f)
	} else if w.ruler.folded {
		w.paintFolds(f)
	} else {
		w.paintTicks(f)
	}
	if len(w.lanes.words) > 0 {
		w.paintSieve(f, head)
	}
	w.paintBookmarks(f)
	if x := w.head(); x >= 0 && x < f.layout.ruler.w && w.tl.Handles() > 0 {
		w.paintHead(f, f.layout.ruler.x+x, f.layout.ruler.y)
	}
}

// paintHead marks the playhead; on a label it only stands out.
func (w *watch) paintHead(f *frame, x, y int) {
	if f.cells[y*f.w+x].r != 0 {
		f.restyle(x, y, func(style) style { return bold | reverse })
		return
	}
	f.set(x, y, f.skin.glyph(glyphHead), bold)
}

// mostTicks bounds the places that are tried for a label: in a recording whose
// times run backwards there is no end of them.
const mostTicks = 20_000

// paintTicks labels loop time.
func (w *watch) paintTicks(f *frame) {
	r := &w.ruler
	step, free := r.tick(9), 0
	first := trace.Time(0)
	if i := r.first(); i > 0 {
		first = r.marks[i].t0 / step * step
	}
	known := max(r.horizon, w.now)
	for t, x := first, 0; x < f.layout.ruler.w && t <= min(known, first+mostTicks*step); t += step {
		if x = r.instant(t); x < free {
			continue
		}
		p := f.pen(f.layout.ruler, 0)
		p.x += x
		text := t.Append(f.num[:0])
		if p.left() <= len(text) {
			return
		}
		p.bytes(text, inkQuiet)
		p.put("s", inkQuiet)
		free = x + len(text) + 3
	}
}

// paintTurns numbers the turns.
func (w *watch) paintTurns(f *frame) {
	r := &w.ruler
	free := 0
	w.eachTurn(func(turn, first int) bool {
		x := r.begins(first)
		if x >= f.layout.ruler.w {
			return false
		}
		p := f.pen(f.layout.ruler, 0)
		p.x += x
		text := strconv.AppendInt(f.num[:0], int64(turn), 10)
		if x >= free && p.left() > len(text) {
			p.bytes(text, inkQuiet)
			free = x + len(text) + 1
		}
		return true
	})
}

// eachTurn calls f with the turns from the window's first on, each with its
// number and its first handle, until f gives false.
func (w *watch) eachTurn(f func(turn, first int) bool) {
	r := &w.ruler
	if len(r.marks) == 0 {
		return
	}
	from := max(w.tl.TurnAt(r.marks[r.first()].n0), 0)
	for i := from; i < w.tl.Turns(); i++ {
		turn := w.tl.Turn(i)
		if !f(turn.N, turn.First) {
			return
		}
	}
}

// paintLoop paints the rows above the lanes and gives how many they are: what
// the loop did, and callbacks; by turn, times and the ready queue.
func (w *watch) paintLoop(f *frame) int {
	rows := w.headRows(f)
	switch {
	case w.ruler.byTurn && rows > 1:
		w.paintTurnTimes(f)
		w.paintReadyBefore(f, 1)
	case w.ruler.byTurn:
		w.paintReadyBefore(f, 0)
	default:
		w.rowName(f, 0, "loop")
		w.paintBusy(f)
	}
	if rows > 1 {
		w.rowName(f, rows-1, "callbacks")
		w.paintCallbacks(f, rows-1)
	}
	return rows
}

func (w *watch) rowName(f *frame, row int, name string) {
	p := f.pen(rect{0, f.layout.track.y + row, f.layout.names, 1}, 0)
	p.skip(3)
	p.put(name, inkQuiet)
}

// paintBusy paints the loop's own row: busy with a handle, or at rest.
func (w *watch) paintBusy(f *frame) {
	t := w.track(f, 0, 0)
	r := &w.ruler
	end := w.head() + 1
	if n := len(r.marks); n > 0 {
		end = max(end, r.ends(n-1))
	}
	if w.tl.Handles() == 0 {
		return
	}
	t.paint(0, end, lookIdle)
	slow := trace.Second / 10
	for i := r.first(); i < len(r.marks) && r.begins(i) < t.at.w; i = r.after(i) {
		as := lookRunning
		if r.marks[i].t1-r.marks[i].t0 >= slow {
			as = lookSlow
		}
		t.paint(r.begins(i), r.ends(i), as)
	}
	w.paintFoldSigns(&t)
	if w.headRows(f) > 1 {
		return
	}
	r.eachCallback(func(i int) bool {
		t.sign(r.begins(i), glyphCallback, t.style(r.begins(i), inkOnState|groundRunning))
		return r.begins(i) < t.at.w
	})
}

// callName gives what a handle is called, made once until the run grows.
func (w *watch) callName(i int) string {
	name, ok := w.calls[i]
	if !ok {
		name = w.tl.HandleLabel(i)
		w.calls[i] = name
	}
	return name
}

// paintCallbacks paints the handles that are neither steps nor timers, each
// with its name where there is room.
func (w *watch) paintCallbacks(f *frame, row int) {
	t := w.track(f, row, 0)
	r := &w.ruler
	before := -1 // the callback whose name is to be written before the next one
	name := func(until int) {
		if before < 0 {
			return
		}
		h := w.tl.Handle(before)
		n := note{at: h.Begin, sign: noSign, text: w.callName(before), st: inkQuiet}
		if x := r.ends(before) + 1; until-x >= n.width() {
			t.text(x, until-x, n)
		}
	}
	r.eachCallback(func(i int) bool {
		a := r.begins(i)
		if a >= t.at.w {
			return false
		}
		t.paint(a, r.ends(i), lookRunning)
		t.sign(a, glyphCallback, t.style(a, inkOnState|groundRunning))
		if before >= 0 && a-r.ends(before) > 4 {
			name(a - 1)
		}
		before = i
		return true
	})
	name(t.at.w)
}

// paintTurnTimes paints the loop time of each turn, a dot where it is that of
// the turn before.
func (w *watch) paintTurnTimes(f *frame) {
	w.rowName(f, 0, "t")
	last := trace.Time(-1)
	w.eachTurn(func(turn, first int) bool {
		m := w.ruler.marks[first]
		x := w.ruler.begins(first)
		if x >= f.layout.track.w {
			return false
		}
		p := f.pen(f.layout.track, 0)
		p.x += max(x, 0)
		p.end = min(p.end, f.layout.track.x+w.turnEnd(first)-1)
		if m.t0 == last {
			p.rune(f.skin.glyph(glyphDot), inkFaint)
		} else if text := m.t0.Append(f.num[:0]); p.left() > len(text) {
			p.bytes(text, inkQuiet)
			p.put("s", inkQuiet)
		}
		last = m.t0
		return true
	})
}

// turnEnd gives the column behind the turn whose first handle is given.
func (w *watch) turnEnd(first int) int {
	i := first
	for i+1 < len(w.ruler.marks) && w.ruler.marks[i+1].turn == w.ruler.marks[first].turn {
		i++
	}
	return w.ruler.ends(i)
}
