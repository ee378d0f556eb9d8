package ui

import (
	"sort"
)

// width gives the cells of a note.
func (n note) width() int {
	w := textWidth(n.text)
	if n.sign != noSign {
		w++
		if n.text != "" {
			w++
		}
	}
	return w
}

// A setting is where a note of a second row stands.
type setting struct {
	n     note
	at    int // the column of what it tells
	x     int // where it is written: there, or beside others
	width int
}

// noteGap is the least distance of two notes: a blank, a dot, a blank.
const noteGap = 3

// below writes the notes of a lane's second row at their columns. Where they
// would leave the window at the right they are moved back into it.
func (t *track) below(row *laneRow) {
	set := t.thin(t.collect(row))
	free := 0
	for i := range set {
		set[i].x = max(set[i].at, free)
		if t.arrow(set[i].x) {
			set[i].x += 2
		}
		free = set[i].x + set[i].width + noteGap
	}
	limit := t.at.w
	for i := len(set) - 1; i >= 0; i-- {
		set[i].x = max(min(set[i].x, limit-set[i].width), 0)
		limit = set[i].x - noteGap
	}
	for i, s := range set {
		if i > 0 && s.x == set[i-1].x+set[i-1].width+noteGap {
			t.sign(s.x-2, glyphDot, inkFaint)
		}
		t.text(s.x, t.at.w, s.n)
	}
}

// mostNotes is more than have room in a row of any width.
const mostNotes = 100

// collect gives the notes in the window, of many the newest.
func (t *track) collect(row *laneRow) []setting {
	r, pos := &t.w.ruler, t.w.sess.Pos()
	first, last := r.handleAt(-1)+1, r.handleAt(t.at.w-1)
	set := t.w.lanes.settings[:0]
	at := func(col int) int {
		return sort.Search(len(row.notes), func(i int) bool { return row.notes[i].at.Col >= col })
	}
	end := at(last + 1)
	for i := max(at(first), end-mostNotes); i < end; i++ {
		n := row.notes[i]
		if t.w.noFuture && n.at.N > pos {
			break
		}
		x := r.at(n.at.N, n.at.Col, n.at.T)
		if x < 0 || n.end && t.ended {
			continue
		}
		if n.end && t.f.skin.ascii {
			n = asciiEnd(n, row.lane.Outcome)
		}
		set = append(set, setting{n: n, at: x, width: n.width()})
	}
	t.w.lanes.settings = set
	return set
}

// The stages in which notes give way when they have no room together.
const (
	thinWords = iota // of cancels and shields only the sign stays
	thinCalls        // of callbacks too
	thinOld          // the oldest go, the lane's end never
	thinned
)

// thin lets notes give way until all have room together.
func (t *track) thin(set []setting) []setting {
	for stage := thinWords; stage < thinned; stage++ {
		for i := 0; i < len(set) && room(set) > t.at.w; {
			s := &set[i]
			switch {
			case stage == thinWords && (s.n.st == inkCancel || s.n.st == inkShield) && !s.n.end,
				stage == thinCalls && s.n.sign == glyphCallback:
				s.n.text = ""
				s.width = s.n.width()
			case stage == thinOld && !s.n.end && len(set) > 1:
				set = append(set[:i], set[i+1:]...)
				continue
			}
			i++
		}
	}
	return set
}

// chains writes the chains of a lane below their spans.
func (t *track) chains(row *laneRow) {
	r := &t.w.ruler
	free := 0
	for i := range row.chains {
		n := row.chains[i].note
		x := r.ends(n.at.Col)
		if x < free || x < 0 || x >= t.at.w || t.w.noFuture && n.at.N > t.w.sess.Pos() {
			continue
		}
		end := t.at.w
		if i+1 < len(row.chains) {
			end = min(end, r.ends(row.chains[i+1].note.at.Col)-1)
		}
		if n.width() > end-x {
			n.text = row.chains[i].inner
		}
		if end-x < min(n.width(), 12) {
			continue
		}
		free = t.text(x, end-x, n) + 1
	}
}

// room gives the cells that notes take side by side.
func room(set []setting) int {
	all := -noteGap
	for _, s := range set {
		all += s.width + noteGap
	}
	return all
}

// arrow reports whether an arrow goes through a column of this row.
func (t *track) arrow(x int) bool {
	for _, k := range t.w.lanes.wakes {
		if k.x == x && (k.from < t.at.y) != (k.to < t.at.y) {
			return true
		}
	}
	return false
}
