package ui

import (
	"slices"
	"strconv"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// objects is the pane of what tasks meet at: a list of all queues, locks and
// the like, and a page of one of them.
type objects struct {
	list
	object trace.Object // the user has chosen it; 0: that of the selected task, or the first
	shown  *timeline.Object
	index  int // of the shown one among all
	first  int // the first of the list that has a row
	listed int // rows of the list
	title  string
	region rect // where the pane stands
	track  rect // where the lanes' tracks stand
	drawn  rulerAt
	drawer drawer
}

// A rulerAt is what the ruler's window shows.
type rulerAt struct {
	left, width, cells, pack, column int
	scale                            trace.Time
	byTurn                           bool
	region                           rect
}

// newObjects makes the pane of the objects that tasks meet at.
func newObjects() *objects {
	o := &objects{list: list{pane: paneObjects}}
	o.empty = "Queues, locks and the like stand here once the program makes one, each with who waits at it."
	o.fill, o.begin = o.make, func(*watch, *list) int { return max(o.index-o.first, 0) }
	return o
}

// note says which of the objects is shown.
func (o *objects) note(*watch) string { return o.title }

// born gives how many objects there are at the position.
func (o *objects) born(w *watch) int {
	all := w.tl.Objects()
	n := len(all)
	for n > 0 && all[n-1].Born > w.sess.Pos() {
		n--
	}
	return n
}

// again shows the next object.
func (o *objects) again(w *watch) {
	if n := o.born(w); n > 0 {
		o.show(w, (o.index+1)%n)
	}
}

// show shows the page of object i.
func (o *objects) show(w *watch, i int) {
	o.object = w.tl.Objects()[i].ID
	o.at, o.moved = 0, false
	w.stamp++
}

func (o *objects) paint(w *watch, f *frame, r rect) {
	o.region, o.track = r, f.layout.track
	k := &w.ruler
	if at := (rulerAt{k.left, k.width, k.cells, k.pack, k.column, k.scale, k.byTurn, r}); o.drawn != at {
		o.drawn = at
		o.made = madeFor{}
	}
	o.list.paint(w, f, r)
}

// move moves the cursor; in the list of objects it shows the one it comes to.
func (o *objects) move(w *watch, by int) {
	o.sync(w, o.width)
	if o.at >= o.listed {
		o.list.move(w, by)
		if o.at < o.listed {
			o.at = o.index - o.first
		}
		return
	}
	switch i := o.index + by; {
	case i < 0:
		o.list.scroll.move(by)
	case i < o.born(w):
		o.show(w, i)
	default:
		o.at = o.listed - 1
		o.list.move(w, 1)
	}
}

// pick finds which object is shown.
func (o *objects) pick(w *watch) {
	all, n := w.tl.Objects(), o.born(w)
	o.shown, o.index = nil, 0
	if n == 0 {
		return
	}
	want := w.tl.Object(o.object)
	if want == nil {
		want = w.state.Object(w.lanes.task)
	}
	if o.index = slices.Index(all[:n], want); o.index < 0 {
		o.index = 0
	}
	o.shown = all[o.index]
}

func (o *objects) make(w *watch, l *list) {
	o.title, o.listed = "", 0
	if o.pick(w); o.shown == nil {
		return
	}
	n := o.born(w)
	if o.title = o.shown.Label; n > 1 {
		o.title += "; 9: the next of " + strconv.Itoa(n)
	}
	o.listed = min(n, max(1, o.region.h/4))
	if o.region.h < 10 {
		o.listed = 1 // the page needs the room
	}
	o.first = max(0, min(o.index-o.listed/2, n-o.listed))
	for i := o.first; i < o.first+o.listed; i++ {
		o.row(w, l, w.tl.Objects()[i])
	}
	if o.region.h >= 10 {
		l.say()
	}
	o.about(w, l)
}

// row writes an object with what is the matter with it.
func (o *objects) row(w *watch, l *list, of *timeline.Object) {
	row, name := l.add(target{object: of.ID}), style(0)
	if row.lit = of == o.shown; row.lit {
		name = bold
	}
	row.put(of.Label, name).tab(max(15, o.labels()-1))
	st := of.At(w.sess.Pos())
	row.put(sizeOf(of, st), 0)
	for k, in := range st.Lines {
		if waiting := len(in); waiting > 0 {
			row.put("  ", 0).put(strconv.Itoa(waiting), 0).put(plural(waiting, " waits", " wait"), inkQuiet)
			if kind := timeline.LineKind(k); kind != timeline.LineWait {
				row.put(" to "+kind.String(), inkQuiet)
			}
		}
	}
	if holder := holders(w, st); holder != "" {
		row.put(holding(of.Kind), inkQuiet).put(holder, 0)
	}
}

// holders names who holds an object.
func holders(w *watch, st timeline.ObjectState) string {
	var names []string
	for _, h := range st.Holders[:min(len(st.Holders), mostTold)] {
		if name := w.label(h.Task); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// holding says what those do who hold an object of a kind.
func holding(kind string) string {
	if kind == "Barrier" {
		return "  inside "
	}
	return "  held by "
}

// sizeOf says in a few words how an object stands.
func sizeOf(of *timeline.Object, st timeline.ObjectState) string {
	size, limit := strconv.Itoa(st.Size), strconv.Itoa(of.Limit)
	switch {
	case of.Kind == "Queue" && of.Limit > 0:
		return size + " of " + limit
	case of.Kind == "Queue":
		return size + plural(st.Size, " item", " items")
	case of.Kind == "Semaphore" && of.Limit > 0:
		return size + " of " + limit + " left"
	case of.Kind == "Semaphore":
		return size + " left"
	case of.Kind == "Barrier" && of.Limit > 0:
		return size + " of " + limit + " in"
	case of.Kind == "Event" && st.Size > 0:
		return "set"
	case of.Kind == "Event":
		return "not set"
	case st.Size > 0:
		return "locked"
	}
	return "free"
}

// labels gives the column where a page's drawing and values begin: where the
// pane stands below the lanes, that of their tracks.
func (o *objects) labels() int {
	if o.region.x+o.region.w > o.track.x && o.region.x < o.track.x {
		return o.track.x - o.region.x - 1
	}
	return objectLabels
}

// objectLabels is the width of the names of a page's rows.
const objectLabels = 12

// about writes all about the shown object.
func (o *objects) about(w *watch, l *list) {
	of, n := o.shown, w.sess.Pos()
	st := of.At(n)
	o.sizes(w, l, st)
	name := strings.TrimSpace(holding(of.Kind))
	for _, h := range st.Holders {
		row := l.add(target{event: h.Since, task: h.Task}).put(name, inkQuiet).tab(o.labels())
		name = ""
		if row.put(w.label(h.Task), w.inkOf(h.Task)); h.Count > 1 {
			row.put(" × "+strconv.Itoa(h.Count), 0)
		}
		row.put(" since ", inkQuiet).clock(w.tl.TimeAt(h.Since), 0)
	}
	for _, k := range linesOf(of.Kind) {
		o.line(w, l, k, st.Lines[k])
	}
	if of.Kind == "Queue" {
		l.say().put("unfinished", inkQuiet).tab(o.labels()).put(strconv.Itoa(st.Unfinished), 0).
			put(" put and not yet task_done()", inkQuiet)
	}
	o.ops(w, l)
	row := l.add(target{event: of.Born, task: of.Creator, line: of.Line}).put("created", inkQuiet).tab(o.labels())
	if by := w.label(of.Creator); by != "" {
		row.put("by ", inkQuiet).put(by, w.inkOf(of.Creator)).put(" ", 0)
	}
	row.put("at ", inkQuiet).clock(w.tl.TimeAt(of.Born), 0)
	if of.Line != 0 {
		row.put(", line ", inkQuiet).put(strconv.Itoa(int(of.Line)), 0)
	}
	if of.Lock != nil {
		l.add(target{object: of.Lock.ID}).put("lock", inkQuiet).tab(o.labels()).put(of.Lock.Label, 0)
	}
}

// linesOf gives the lines that an object of a kind has, the most telling first.
func linesOf(kind string) []timeline.LineKind {
	switch kind {
	case "Queue":
		return []timeline.LineKind{timeline.LinePut, timeline.LineGet, timeline.LineJoin}
	case "Event":
		return []timeline.LineKind{timeline.LineWait}
	case "Condition", "Barrier":
		return []timeline.LineKind{timeline.LineWait, timeline.LineAcquire}
	}
	return []timeline.LineKind{timeline.LineAcquire}
}

var lineTitles = [...]string{
	timeline.LineGet: "getters", timeline.LinePut: "putters", timeline.LineJoin: "joiners",
	timeline.LineAcquire: "in line", timeline.LineWait: "waiters",
}

// line writes who waits in one of an object's lines.
func (o *objects) line(w *watch, l *list, k timeline.LineKind, in []timeline.Waiter) {
	name := lineTitles[k]
	if len(in) == 0 {
		l.say().put(name, inkQuiet).tab(o.labels()).put("none", inkQuiet)
		return
	}
	for i, one := range in {
		row := l.add(target{event: one.Since.N, task: one.Task, line: one.Line}).put(name, inkQuiet).tab(o.labels())
		row.number(i+1, digits(len(in)), inkQuiet).put(" ", 0).put(w.label(one.Task), w.inkOf(one.Task))
		row.put(" since ", inkQuiet).clock(one.Since.T, 0)
		if one.Woken != 0 {
			row.put(", woken at ", inkQuiet).clock(w.tl.TimeAt(one.Woken), 0)
		}
		if one.Line != 0 {
			row.put(", line ", inkQuiet).put(strconv.Itoa(int(one.Line)), 0)
		}
		name = ""
	}
}

// mostOps bounds the operations that a page lists.
const mostOps = 200

// ops writes what was done to the object so far, the newest first.
func (o *objects) ops(w *watch, l *list) {
	name, done := "so far", o.shown.OpAt(w.sess.Pos())
	for i := done - 1; i >= max(0, done-mostOps); i-- {
		op := o.shown.Op(i)
		row := l.add(target{event: op.N, task: op.Task, line: op.Line}).put(name, inkQuiet).tab(o.labels())
		row.clock(op.T, inkQuiet).put("  "+op.Op, 0)
		if by := w.label(op.Task); by != "" {
			row.put(" by ", inkQuiet).put(by, 0)
		}
		row.put(" → ", inkQuiet).put(strconv.Itoa(op.Size), 0)
		if op.Waiters > 0 {
			row.put(", ", inkQuiet).put(strconv.Itoa(op.Waiters), 0).put(plural(op.Waiters, " waits", " wait"), inkQuiet)
		}
		if op.Line != 0 {
			row.put(", line ", inkQuiet).put(strconv.Itoa(int(op.Line)), inkQuiet)
		}
		name = ""
	}
	switch {
	case done == 0:
		l.say().put(name, inkQuiet).tab(o.labels()).put("nothing", inkQuiet)
	case done > mostOps:
		l.say().tab(o.labels()).put(strconv.Itoa(done-mostOps)+" more before; / finds them among the events", inkQuiet)
	}
}
