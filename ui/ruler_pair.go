package ui

// Two runs can stand on one ruler, the second below the first: handles that
// both ran, and those of the same instant, share their cells, and what only
// one of them ran leaves cells free in the other.

// pair puts another ruler's handles on this one; nil: it is alone again. The
// other shows from then on what this one shows, and nothing else may be asked
// of it but where its handles stand.
func (r *ruler) pair(other *ruler) {
	if r.other == other {
		return
	}
	if r.other != nil {
		r.other.follows = false
	}
	r.other = other
	if other != nil {
		other.pair(nil)
		other.follows = true
	}
	if !r.manual {
		r.scale, r.column = 0, 0
	}
	r.fit()
	r.lay(0)
}

// before tells which of two handles comes first on the ruler that both stand
// on: below 0 the first, 0 they share their cells.
func (r *ruler) before(a, b *handleMark) int {
	if r.byTurn {
		return a.turn - b.turn
	}
	switch {
	case a.t0 < b.t0:
		return -1
	case a.t0 > b.t0:
		return 1
	}
	return 0
}

// layPair lays down the handles of both runs.
func (r *ruler) layPair() {
	o := r.other
	o.byTurn, o.folded, o.scale, o.cells, o.pack, o.column = r.byTurn, r.folded, r.scale, r.cells, r.pack, r.column
	r.laid++
	o.laid++
	x := 0
	var last handleMark // the end of what was laid down last
	for i, j := 0, 0; i < len(r.marks) || j < len(o.marks); {
		order := 0
		switch {
		case i == len(r.marks):
			order = 1
		case j == len(o.marks):
			order = -1
		default:
			order = r.before(&r.marks[i], &o.marks[j])
		}
		var both [2]*handleMark
		if order <= 0 {
			both[0], i = &r.marks[i], i+1
		}
		if order >= 0 {
			both[1], j = &o.marks[j], j+1
		}
		x = r.layBoth(both, x, &last)
	}
	r.end = x + r.idle(max(r.horizon, o.horizon)-last.t1)
	o.end = r.end
}

// layBoth lays down one handle, or two that share their cells, from cell x on,
// and gives the cell behind.
func (r *ruler) layBoth(both [2]*handleMark, x int, last *handleMark) int {
	gap, span := 0, 0
	for _, m := range both {
		if m != nil {
			gap, span = max(gap, r.gap(m, last.t1, last.turn)), max(span, r.span(m))
		}
	}
	for _, m := range both {
		if m == nil {
			continue
		}
		m.begin, m.end = x+gap, x+gap+span
		last.t1, last.turn = max(last.t1, m.t1), max(last.turn, m.turn)
	}
	return x + gap + span
}

// mirror gives the other run's ruler the window of this one.
func (r *ruler) mirror() {
	if r.other != nil {
		r.other.left, r.other.width = r.left, r.width
	}
}
