package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// A view is a pane that has rows and a cursor in them.
type view interface {
	paint(w *watch, f *frame, r rect)
	move(w *watch, by int)   // the cursor, so many rows down
	page() int               // rows that were painted last
	choose(w *watch)         // enter: goes to what the row is about
	click(w *watch, row int) // a row of the body was clicked, from 0
	scrolled(rows int)       // the wheel: scrolls and leaves the cursor
}

// A noted view has something to say beside its title.
type noted interface{ note(w *watch) string }

// A target is what a row is about: where enter and a click go.
type target struct {
	event  int          // 0: no moment
	task   trace.Task   // to be selected; 0: none
	line   int32        // to be shown in the source; 0: none
	object trace.Object // whose page is to be shown; 0: none
}

// goTo moves the playhead to a target's moment and selects its task.
func (w *watch) goTo(to target) {
	if to.task != 0 && w.tl.Lane(to.task) != nil {
		w.lanes.task = to.task
	}
	if to.event > 0 {
		w.sess.Seek(to.event)
	}
	if to.object != 0 && w.focus != paneObjects {
		w.focusOn(paneObjects)
	}
	if to.object != 0 {
		w.objects.object = to.object
		w.stamp++
	}
	if to.line > 0 {
		w.source.want = to.line
	}
}

// A list is a pane of rows. They are made when what they tell of has changed,
// and only painted in between.
type list struct {
	pane  pane
	fill  func(w *watch, l *list)     // makes the rows, by add and say
	empty string                      // what would fill it
	begin func(w *watch, l *list) int // gives the row where the cursor stands until the user moves it; nil: the first

	scroll scroll
	rows   []listRow
	at     int  // row of the cursor
	width  int  // cells that the rows are made for
	moved  bool // the user has moved the cursor; until the position moves it stays
	made   madeFor
}

// madeFor is what the rows of a list were made for.
type madeFor struct {
	n, newest, width int
	now              trace.Time
	task             trace.Task
	stamp            int
	hidden           bool // what is right of the playhead
}

// A listRow is one row; a row without a target is passed over by the cursor.
type listRow struct {
	pieces []piece
	cells  int // that the pieces take
	to     target
	walks  bool // the cursor may stand here
	head   bool // the playhead stands here
	lit    bool // it is about the selected task
}

// add begins a row that enter can go to.
func (l *list) add(to target) *listRow {
	return l.next().goes(to)
}

// say begins a row that is only read.
func (l *list) say() *listRow { return l.next() }

// next gives an empty row, using the memory of an old one.
func (l *list) next() *listRow {
	l.rows = grow(l.rows)
	return &l.rows[len(l.rows)-1]
}

// grow appends an empty row, using the memory of an old one.
func grow(rows []listRow) []listRow {
	if len(rows) == cap(rows) {
		return append(rows, listRow{})
	}
	rows = rows[:len(rows)+1]
	r := &rows[len(rows)-1]
	*r = listRow{pieces: r.pieces[:0]}
	return rows
}

// goes makes of a row one that enter can go to.
func (r *listRow) goes(to target) *listRow {
	r.to, r.walks = to, true
	return r
}

// put writes a text.
func (r *listRow) put(text string, st style) *listRow {
	if text != "" {
		r.pieces = append(r.pieces, piece{text, st})
		r.cells += textWidth(text)
	}
	return r
}

// number writes an integer in at least so many cells, right-aligned.
func (r *listRow) number(n, cells int, st style) *listRow {
	text := strconv.Itoa(n)
	return r.put(strings.Repeat(" ", max(0, cells-len(text)))+text, st)
}

// clock writes a time with three digits after the point.
func (r *listRow) clock(t trace.Time, st style) *listRow {
	return r.put(string(appendClock(nil, t)), st)
}

// tab fills up with blanks to a column, at least one.
func (r *listRow) tab(column int) *listRow {
	return r.put(strings.Repeat(" ", max(1, column-r.cells)), 0)
}

// sync makes the rows if what they tell of has changed.
func (l *list) sync(w *watch, width int) {
	key := w.madeFor(width)
	if l.made == key && l.rows != nil {
		return
	}
	l.moved = l.moved && l.made.n == key.n
	l.made, l.width, l.rows = key, width, l.rows[:0]
	l.fill(w, l)
	if l.begin != nil && !l.moved {
		l.at = l.begin(w, l)
	}
	l.settle(1)
}

// madeFor gives what rows that are so many cells wide are made for now.
func (w *watch) madeFor(width int) madeFor {
	return madeFor{w.sess.Pos(), w.seen, width, w.now, w.lanes.task, w.stamp, w.noFuture}
}

// settle puts the cursor on a row where it may stand, looking down first if by
// is above 0.
func (l *list) settle(by int) {
	l.at = max(0, min(l.at, len(l.rows)-1))
	for _, step := range [...]int{by, -by} {
		for i := l.at; i >= 0 && i < len(l.rows); i += step {
			if l.rows[i].walks {
				l.at = i
				return
			}
		}
	}
}

func (l *list) paint(w *watch, f *frame, r rect) {
	focused := w.focus == l.pane
	l.sync(w, r.w)
	l.scroll.fit(r.h, len(l.rows))
	if len(l.rows) == 0 {
		t := flow{f: f, r: r, p: f.pen(r, 0)}
		t.put(l.empty, inkQuiet)
		return
	}
	in := r.beside(len(l.rows))
	for y := 0; y < r.h && l.scroll.top+y < len(l.rows); y++ {
		f.listRow(in.row(y), &l.rows[l.scroll.top+y], focused && l.scroll.top+y == l.at)
	}
	f.scrollMark(r, l.scroll.top, r.h, len(l.rows))
}

// listRow paints a row with what stands before it: the cursor, or the playhead.
func (f *frame) listRow(r rect, row *listRow, chosen bool) {
	p := f.pen(r, 0)
	if chosen = chosen && row.walks; chosen || row.lit {
		p.ground = groundLit
		f.fill(r, ' ', groundLit)
	}
	switch {
	case chosen:
		p.rune(f.skin.glyph(glyphCursor), bold)
	case row.head:
		p.rune(f.skin.glyph(glyphHead), bold)
	default:
		p.skip(1)
	}
	for _, piece := range row.pieces {
		p.put(piece.text, piece.st)
	}
}

func (l *list) move(w *watch, by int) {
	l.sync(w, l.width) // it may not have been painted since the position moved
	step := 1
	if by < 0 {
		step = -1
	}
	before := l.at
	l.moved = true
	l.at += by
	l.settle(step)
	if l.at == before {
		l.scroll.move(by) // there may be more to read
		return
	}
	l.scroll.show(l.at)
}

func (l *list) page() int { return l.scroll.rows }

func (l *list) scrolled(rows int) { l.scroll.move(rows) }

// chosen gives the target of the cursor's row; ok is false where there is none.
func (l *list) chosen() (to target, ok bool) {
	if l.at < 0 || l.at >= len(l.rows) || !l.rows[l.at].walks {
		return target{}, false
	}
	return l.rows[l.at].to, true
}

func (l *list) choose(w *watch) {
	l.sync(w, l.width)
	if to, ok := l.chosen(); ok {
		w.goTo(to)
	}
}

func (l *list) click(w *watch, row int) {
	l.sync(w, l.width)
	if i := l.scroll.top + row; i < len(l.rows) && l.rows[i].walks {
		l.at, l.moved = i, true
		w.goTo(l.rows[i].to)
	}
}
