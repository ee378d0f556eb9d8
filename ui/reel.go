package ui

// A reel is a pane of rows that may be a million: only those in the window
// are made, when what they tell of or the window has changed.
type reel struct {
	pane  pane
	empty string                               // what would fill it
	count func(w *watch) int                   // rows that there are
	fill  func(w *watch, i int, row *listRow)  // makes row i, from 0
	begin func(w *watch, width int) (from int) // the row where the cursor stands until the user moves it

	scroll  scroll
	total   int // rows, when they were counted last
	at      int // row of the cursor
	moved   bool
	region  rect   // where the pane was painted last
	width   int    // cells that rows are made for
	title   string // said beside the pane's title
	rows    []listRow
	made    madeFor // what total and cursor were found for
	window  window  // what rows were made for
	scratch listRow // for rows outside of the window
}

// A window is the part of a reel that is painted.
type window struct {
	madeFor
	top, rows int
}

// sync counts the rows and puts the cursor where it belongs, if what they tell
// of has changed.
func (l *reel) sync(w *watch, r rect) {
	l.region = r
	key := w.madeFor(r.w)
	if l.made != key {
		kept := l.moved && l.made.n == key.n && l.made.stamp == key.stamp
		l.made, l.width, l.moved = key, r.w, kept
		l.total = l.count(w)
		l.scroll.fit(r.h, l.total)
		if !kept {
			l.at = l.begin(w, r.w)
			l.scroll.show(l.at)
		}
		l.settle(w, 1)
	}
	l.scroll.fit(r.h, l.total)
	if at := (window{key, l.scroll.top, r.h}); l.window != at {
		l.window, l.rows = at, l.rows[:0]
		for i := l.scroll.top; i < min(l.total, l.scroll.top+r.h); i++ {
			l.rows = grow(l.rows)
			l.fill(w, i, &l.rows[len(l.rows)-1])
		}
	}
}

// row makes a row anew, for what it is about.
func (l *reel) row(w *watch, i int) *listRow {
	l.scratch = listRow{pieces: l.scratch.pieces[:0]}
	l.fill(w, i, &l.scratch)
	return &l.scratch
}

// settle puts the cursor on a row where it may stand, looking down first if by
// is above 0.
func (l *reel) settle(w *watch, by int) {
	l.at = max(0, min(l.at, l.total-1))
	for _, step := range [...]int{by, -by} {
		for i := l.at; i >= 0 && i < l.total; i += step {
			if l.row(w, i).walks {
				l.at = i
				return
			}
		}
	}
}

func (l *reel) paint(w *watch, f *frame, r rect) {
	if r.empty() {
		return
	}
	l.sync(w, r)
	if l.total == 0 {
		t := flow{f: f, r: r, p: f.pen(r, 0)}
		t.put(l.empty, inkQuiet)
		return
	}
	in := r.beside(l.total)
	for y := range l.rows {
		f.listRow(in.row(y), &l.rows[y], w.focus == l.pane && l.scroll.top+y == l.at)
	}
	f.scrollMark(r, l.scroll.top, r.h, l.total)
}

func (l *reel) move(w *watch, by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	l.sync(w, l.region) // it may not have been painted since that changed
	before := l.at
	l.moved = true
	l.at += by
	l.settle(w, step)
	if l.at == before {
		l.scroll.move(by) // there may be more to read
		return
	}
	l.scroll.show(l.at)
}

// note gives what is said beside the pane's title.
func (l *reel) note(*watch) string { return l.title }

func (l *reel) page() int { return l.scroll.rows }

func (l *reel) scrolled(rows int) { l.scroll.move(rows) }

func (l *reel) choose(w *watch) {
	if l.sync(w, l.region); l.at >= l.total {
		return
	}
	if row := l.row(w, l.at); row.walks {
		w.goTo(row.to)
	}
}

func (l *reel) click(w *watch, row int) {
	l.sync(w, l.region)
	if i := l.scroll.top + row; i < l.total && l.row(w, i).walks {
		l.at, l.moved = i, true
		w.goTo(l.scratch.to)
	}
}
