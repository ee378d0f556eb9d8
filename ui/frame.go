package ui

// A frame is what panes paint: the grid, with what they need to know of the
// screen it is for.
type frame struct {
	grid
	layout
	skin *skin
}

// box paints an empty box with a title and gives what is free inside.
func (f *frame) box(r rect, title string) rect {
	f.fill(r, ' ', groundBar)
	p := f.pen(r, 0)
	p.ground = groundBar
	p.skip(2)
	p.put(title, bold)
	return r.inside()
}

// rule paints the line above the foot and where upright lines meet it.
func (f *frame) rule() {
	f.fill(f.divider, f.skin.glyph(glyphRule), inkFaint)
	for _, u := range f.upright {
		f.fill(u, f.skin.glyph(glyphBar), inkFaint)
		if !u.empty() && !f.divider.empty() {
			f.set(u.x, f.divider.y, f.skin.glyph(glyphTeeUp), inkFaint)
		}
	}
}

// title paints a pane's title row; the focused one's stands out.
func (f *frame) title(at placed, focused pane) {
	p := f.pen(at.title, 0)
	st := inkQuiet
	if focused == at.pane {
		st = bold | underline
	}
	p.put(paneTitles[at.pane], st)
	if f.ruled(at) {
		p.skip(1)
		p.repeat(f.skin.glyph(glyphRule), p.left(), inkFaint)
	}
}

// ruled reports whether a pane's title parts it from what is above.
func (f *frame) ruled(at placed) bool { return at.title.y > f.lanes.y }

// scrollMark shows at the right edge that there is more above or below.
func (f *frame) scrollMark(r rect, top, shown, all int) {
	if all <= shown || r.h < 2 {
		return
	}
	at := r.h * top / all
	size := max(1, r.h*shown/all)
	for y := range r.h {
		if y >= at && y < at+size {
			x, row := r.x+r.w-1, r.y+y
			f.set(x, row, f.skin.glyph(glyphThumb), inkFaint|f.ground(x, row))
		}
	}
}

// beside leaves room for the mark of a list that is longer than its region.
func (r rect) beside(all int) rect {
	if all > r.h {
		r.w = max(r.w-2, 0)
	}
	return r
}

// A scroll is how far a list of rows is scrolled down.
type scroll struct {
	top   int
	rows  int // of the window, when it was last painted
	total int
}

// fit tells the scroll its window, and keeps it inside the list.
func (s *scroll) fit(rows, total int) {
	s.rows, s.total = rows, total
	s.top = max(0, min(s.top, total-rows))
}

// move scrolls by so many rows.
func (s *scroll) move(by int) { s.to(s.top + by) }

func (s *scroll) to(top int) { s.top = max(0, min(top, s.total-s.rows)) }

// show scrolls so that a row is inside, with a margin where there is room.
func (s *scroll) show(row int) {
	margin := min(2, max(s.rows-1, 0)/2)
	if row < s.top+margin {
		s.to(row - margin)
	} else if row >= s.top+s.rows-margin {
		s.to(row - s.rows + 1 + margin)
	}
}
