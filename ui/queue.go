package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// queue is the pane of the ready queue in order and of the timers with their
// time left.
type queue struct{ reel }

// newQueue makes the pane of the queue.
func newQueue() *queue {
	q := &queue{reel{pane: paneQueue}}
	q.count, q.fill = q.rowsAt, q.fillRow
	q.begin = func(*watch, int) int { return 0 }
	return q
}

// queuePlace is the column behind the words "ready" and "timers".
const queuePlace = 7

func (q *queue) rowsAt(w *watch) int {
	ready, timers := w.state.Pending()
	q.title = strconv.Itoa(ready) + " ready, " + strconv.Itoa(timers) + plural(timers, " timer", " timers")
	return max(ready, 1) + 1 + max(timers, 1)
}

// handle gives what row i is about: an index into the ready queue or the timers,
// -1 for what is neither.
func (q *queue) handle(w *watch, i int) (ready, timer int) {
	all, timers := w.state.Pending()
	if i < all {
		return i, -1
	}
	if i -= max(all, 1) + 1; i >= 0 && i < timers {
		return -1, i
	}
	return -1, -1
}

func (q *queue) fillRow(w *watch, i int, row *listRow) {
	all, _ := w.state.Pending()
	first := max(all, 1) + 1 // row of the timers
	switch i {
	case 0:
		row.put("ready", inkQuiet)
	case first:
		row.put("timers", inkQuiet)
	case first - 1:
		return
	}
	row.tab(queuePlace)
	ready, timer := q.handle(w, i)
	switch {
	case ready >= 0:
		q.ready(w, ready, row)
	case timer >= 0:
		q.timer(w, w.state.TimerAt(timer), row)
	case i == 0:
		row.put("none: who is ready stands here", inkQuiet)
	default:
		row.put("none: a sleep or a timeout sets one", inkQuiet)
	}
}

func (q *queue) ready(w *watch, i int, row *listRow) {
	h := w.state.ReadyAt(i)
	row.goes(target{event: h.Made, task: h.Task})
	all, _ := w.state.Pending()
	row.number(i+1, digits(all), inkQuiet).put("  ", 0)
	switch h.What {
	case trace.Step:
		row.put(h.Label, inkReady).put("  a step", inkQuiet)
	case trace.Done:
		row.put(h.Label, inkReady).put("  done callback", inkQuiet)
	case trace.Timer:
		row.put(h.Label, inkReady).put("  timer, fired", inkQuiet)
	default:
		row.put(h.Label, inkReady).put("  call_soon", inkQuiet)
	}
	if by := w.label(h.By); by != "" && h.What != trace.Step {
		row.put(" of ", inkQuiet).put(by, 0)
	}
	turn := w.state.Turn
	if i >= w.state.Left {
		turn++
	}
	row.put(", turn ", inkQuiet).put(strconv.Itoa(turn), inkQuiet)
}

func (q *queue) timer(w *watch, t timeline.Timer, row *listRow) {
	row.goes(target{event: t.Made, task: t.Task})
	left := string(appendClock(nil, w.leftOf(t)))
	row.put("in ", inkQuiet).put(strings.Repeat(" ", max(0, 5-len(left)))+left, 0).put(" s  ", inkQuiet).put(t.Label, 0)
	if by := w.label(t.Task); by != "" {
		row.put(" of ", inkQuiet).put(by, w.inkOf(t.Task))
	}
	row.put(", at ", inkQuiet).clock(t.When, inkQuiet)
}

// chosenHandle gives the number of the handle that the cursor of the queue
// pane is on, and whether it is a timer; ok is false where it is on none.
func (w *watch) chosenHandle() (id int, timer bool, ok bool) {
	q, is := w.views[paneQueue].(*queue)
	if !is || q.made.n != w.sess.Pos() {
		return 0, false, false
	}
	switch r, t := q.handle(w, q.at); {
	case r >= 0:
		return w.state.ReadyAt(r).ID, false, true
	case t >= 0:
		return w.state.TimerAt(t).ID, true, true
	}
	return 0, false, false
}
