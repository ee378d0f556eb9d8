package ui

import (
	"sort"
	"strconv"

	tea "charm.land/bubbletea/v2"
)

// events is the pane of the raw log: a row an event, all of them or those that
// a filter lets through.
type events struct {
	reel
	first   int // the first event that the log has kept
	filter  filter
	finding bool // the filter is being typed
	input   field
	cursor  *tea.Cursor // of the field
}

// newEvents makes the pane of the raw log.
func newEvents() *events {
	e := &events{reel: reel{pane: paneEvents}, input: newField("")}
	e.reel.count, e.reel.fill, e.reel.begin = e.rowsAt, e.fillRow, e.rowOf
	e.empty = "Nothing has happened yet."
	return e
}

// rowsAt gives how many events there are to show.
func (e *events) rowsAt(w *watch) int {
	n, now := w.seen, w.sess.Pos()
	if w.noFuture {
		n = min(n, now)
	}
	e.first = w.tl.View().First()
	if e.filter.off() {
		e.title = strconv.Itoa(n)
		if now < n {
			e.title = strconv.Itoa(now) + " of " + e.title
		}
		if e.first > 1 {
			e.title += ", kept from " + strconv.Itoa(e.first) + " on"
		}
		return max(n-e.first+1, 0)
	}
	e.filter.search(w)
	fit := sort.SearchInts(e.filter.found, n+1)
	e.title = strconv.Itoa(fit) + " of " + counted(n, "event")
	return fit
}

// event gives the number of the event in row i.
func (e *events) event(i int) int {
	if e.filter.off() {
		return e.first + i
	}
	return e.filter.found[i]
}

// rowOf gives the row of the newest event at the position.
func (e *events) rowOf(w *watch, _ int) int {
	n := w.sess.Pos()
	if e.filter.off() {
		return max(n-e.first, 0)
	}
	return max(sort.SearchInts(e.filter.found, n+1)-1, 0)
}

// Widths from which on rows have a column of turns, and one of kinds.
const (
	eventTurns = 74
	eventKinds = 56
)

func (e *events) fillRow(w *watch, i int, row *listRow) {
	n := e.event(i)
	row.goes(target{event: n, task: w.tl.View().At(n).Task})
	row.head = i == e.rowOf(w, 0) && n <= w.sess.Pos()
	row.number(n, max(digits(w.seen), 3), w.shade(n, inkFaint)).put(" ", 0)
	row.clock(w.tl.TimeAt(n), w.shade(n, inkQuiet)).put("  ", 0)
	if e.width >= eventTurns {
		turn := 0
		if t := w.tl.TurnAt(n); t >= 0 {
			turn = w.tl.Turn(t).N
		}
		row.put("turn ", w.shade(n, inkFaint)).put(strconv.Itoa(turn), w.shade(n, inkQuiet)).tab(row.cells + 4 - digits(turn))
	}
	from := row.cells
	row.put(w.tl.View().At(n).Kind.String(), w.shade(n, inkDefined))
	if e.width >= eventKinds {
		row.tab(from + 17)
	} else {
		row.put("  ", 0)
	}
	told := eventRow{w: w, row: row, n: n, e: w.tl.View().At(n)}
	told.tell()
}

func (e *events) paint(w *watch, f *frame, r rect) {
	e.empty = "Nothing has happened yet."
	if e.finding || !e.filter.off() {
		p := f.pen(r, 0)
		p.put("/ ", inkQuiet)
		if e.finding {
			e.cursor = e.input.paint(&p)
		} else {
			p.put(e.filter.text, bold)
		}
		if e.filter.off() {
			p.put("  a kind, a task, a text; line 12, turn 3, handle 7", inkQuiet)
		}
		r = r.rows(1)
		e.empty = "No event fits. esc shows all again."
	}
	e.reel.paint(w, f, r)
}

// click is given rows of the pane; the first is the filter's where there is
// one.
func (e *events) click(w *watch, row int) {
	if e.finding || !e.filter.off() {
		row--
	}
	e.finding = false
	if row >= 0 {
		e.reel.click(w, row)
	}
}

// find begins to type the filter.
func (e *events) find(w *watch) {
	e.finding, e.input = true, newField(e.filter.text)
	w.stamp++
}

// typed takes a key for the filter.
func (e *events) typed(w *watch, msg tea.Msg) {
	e.input.typed(msg)
	e.narrow(w, e.input.value())
}

// filter takes an action while the filter of the events is being typed.
func (w *watch) filter(do action) {
	if do == doChoose {
		w.log.finding = false
		return
	}
	w.log.move(w, stepOf(do, 1))
}

// narrow sets the filter, "" for none.
func (e *events) narrow(w *watch, text string) {
	if text != e.filter.text {
		e.filter = newFilter(text)
		w.stamp++
	}
}
