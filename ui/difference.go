package ui

import (
	"strconv"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A difference is how the run shown differs from the one below it.
type difference struct {
	*timeline.Difference
	a, b int                    // events of both that it was made of
	of   map[timeline.Pair]bool // tasks that do something otherwise
	note string                 // in one line
	at   int                    // of the changes the one gone to last, plus 1; 0: none
}

// mostCompared is up to how many events of both runs together are compared
// while they come; more are compared when the run rests.
const mostCompared = 100_000

// compare finds how the two runs differ, if either has grown.
func (w *watch) compare() {
	o, d := w.other, &w.diff
	if o == nil {
		*d = difference{}
		return
	}
	a, b := w.tl.View().Len(), o.tl.View().Len()
	if d.Difference != nil && d.A == w.tl && d.B == o.tl {
		_, busy := w.sess.Busy()
		if d.a == a && d.b == b || a+b > mostCompared && (busy || w.sess.Playing()) {
			return
		}
	}
	at := d.at
	*d = difference{Difference: timeline.Diff(w.tl, o.tl), a: a, b: b, at: at, of: map[timeline.Pair]bool{}}
	for _, c := range d.Differences() {
		if c.InB {
			d.of[timeline.Pair{A: d.InA(c.Task), B: c.Task}] = true
		} else {
			d.of[timeline.Pair{A: c.Task, B: d.InB(c.Task)}] = true
		}
	}
	switch n := len(d.Differences()); {
	case d.Same:
		d.note = "the same, event for event"
	case n == 0:
		d.note = "the same as far as both have come"
	case n == 1:
		d.note = "one difference: d goes there"
	default:
		d.note = strconv.Itoa(n) + " differences: d and D walk them"
	}
}

// nextChange goes to the next difference, or with by below 0 to the one before.
func (w *watch) nextChange(by int) {
	if w.other == nil {
		w.toast = toast{text: "There is no other run below to differ from. R lists the runs; v puts one below.", no: true}
		return
	}
	w.compare()
	changes := w.diff.Differences()
	if len(changes) == 0 {
		w.toast = toast{text: "The two runs are the same as far as both have come."}
		return
	}
	i := w.diff.at - 1 + by
	if w.diff.at == 0 {
		i = 0
	}
	i = (i + len(changes)) % len(changes)
	w.goToChange(i)
}

// goToChange goes to a difference and says what it is.
func (w *watch) goToChange(i int) {
	w.diff.at = i + 1
	c := w.diff.Differences()[i]
	task := c.Task
	if c.InB {
		task = w.diff.InA(task)
	}
	to := target{event: c.NA, task: task}
	if c.NA == 0 {
		to.event = w.tl.EventAt(c.T)
	}
	w.goTo(to)
	n := strconv.Itoa(i+1) + " of " + strconv.Itoa(len(w.diff.Differences())) + ": "
	w.toast = toast{text: n + c.Say.String()}
}

// differs gives the spans of a lane of a run that the other of two has not
// alike.
func (w *watch) differs(task trace.Task) []int {
	switch {
	case w.other != nil && w.diff.Difference != nil:
		return w.diff.SpansA(task)
	case w.above != nil && w.above.diff.Difference != nil:
		return w.above.diff.SpansB(task)
	}
	return nil
}

// otherwise reports whether a task of a run does something that it does not do
// in the other of two, or ends otherwise.
func (w *watch) otherwise(task trace.Task) bool {
	switch {
	case w.other != nil && w.diff.Difference != nil:
		return w.diff.of[timeline.Pair{A: task, B: w.diff.InB(task)}]
	case w.above != nil && w.above.diff.Difference != nil:
		return w.above.diff.of[timeline.Pair{A: w.above.diff.InA(task), B: task}]
	}
	return false
}

// differing underlines the spans of a lane that the other run has not alike.
func (t *track) differing(row *laneRow) {
	for _, i := range t.w.differs(row.lane.Task) {
		if i >= row.lane.Spans() {
			return
		}
		s := row.lane.Span(i)
		if s.Phase == timeline.Done {
			continue
		}
		a, b := t.w.from(row.lane, i, s), t.until(row.lane, i, s)
		for x := max(a, 0); x < min(max(b, a+1), t.at.w); x++ {
			t.f.restyle(t.at.x+x, t.at.y, func(st style) style { return st | underline })
		}
	}
}
