package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// inspector is the pane of all that is known of the selected task. Where there
// is room its numbers stand beside the rest, else below.
type inspector struct {
	list
	in    timeline.Inspection
	right list // the rows beside
	title string
}

// newInspector makes the pane of all that is known of the selected task.
func newInspector() *inspector {
	i := &inspector{list: list{pane: paneTask, empty: "There is no task yet."}}
	i.fill = i.make
	return i
}

// note gives what the task is called.
func (i *inspector) note(*watch) string { return i.title }

// Widths of the columns: of names, of the left half where there are two, and
// from which width on there are.
const (
	inspectName = 13
	inspectLeft = 40
	inspectTwo  = 74
)

func (i *inspector) make(w *watch, l *list) {
	lane, _, ok := w.selected()
	i.title = ""
	if !ok {
		return
	}
	i.in = w.state.Inspect(lane.Task)
	if i.in.Phase == timeline.Unborn {
		l.say().put(lane.Label, bold).put(" does not exist yet at this moment.", inkQuiet)
		return
	}
	i.title = i.in.Label
	if i.in.Name != i.in.Label {
		i.title += "  " + i.in.Name
	}
	i.now(w, l)
	i.fields(l)
	i.cancelling(w, l)
	i.chain(w, l)
	i.others(w, l)
	if l.width < inspectTwo {
		l.say()
		i.numbers(w, l)
		i.courses(l)
		return
	}
	i.right.rows = i.right.rows[:0]
	i.numbers(w, &i.right)
	for len(l.rows) < len(i.right.rows) {
		l.say()
	}
	for y := range i.right.rows {
		l.rows[y].beside(inspectLeft, &i.right.rows[y])
	}
	l.say()
	i.courses(l)
}

// beside puts another row's text behind this one's, from a column on.
func (r *listRow) beside(column int, other *listRow) {
	r.cut(column - 2)
	r.tab(column)
	for _, p := range other.pieces {
		r.put(p.text, p.st)
	}
	if !r.walks && other.walks {
		r.goes(other.to)
	}
}

// cut leaves of a row what fits into so many cells.
func (r *listRow) cut(cells int) {
	if r.cells <= cells {
		return
	}
	used := 0
	for i, p := range r.pieces {
		width := textWidth(p.text)
		if used+width < cells {
			used += width
			continue
		}
		text := ""
		if room := cells - used - 1; room > 0 {
			text = p.text[:cutAt(p.text, room)]
		}
		r.pieces = append(r.pieces[:i], piece{text + "…", p.st})
		r.cells = used + textWidth(text) + 1
		return
	}
}

// now says what the task does.
func (i *inspector) now(w *watch, l *list) {
	in := &i.in
	row := l.add(target{event: in.Since.N}).put("now", inkQuiet).tab(inspectName).state(in.TaskState)
	switch in.Phase {
	case timeline.Done:
		row.put(" at ", inkQuiet).clock(w.tl.TimeAt(in.Since.N), 0)
	case timeline.Waiting:
		row.put(" since ", inkQuiet).clock(in.Since.T, 0)
		if in.OnLabel != "" {
			row = l.add(target{event: in.Since.N, line: in.TaskState.Line})
			row.put("waits for", inkQuiet).tab(inspectName)
			if in.Object != nil {
				row.to = target{object: in.Object.ID}
				row.put(in.Object.Label, 0).put("."+methodOf(in.Object, in.TaskState), inkQuiet)
			} else {
				row.put(in.OnLabel, 0)
			}
			if in.HasTimer {
				row.put(", ", inkQuiet).clock(max(0, in.When-w.now), 0).put(" s left", inkQuiet)
			}
		}
	default:
		row.put(" since ", inkQuiet).clock(in.Since.T, 0)
	}
}

// fields writes the parts of asyncio's repr in its order.
func (i *inspector) fields(l *list) {
	in := &i.in
	for _, f := range in.Fields {
		to, name := target{}, f.Name
		switch name {
		case "":
			name = "state"
		case "coro":
			to.line = in.TaskState.Line
		case "wait_for", "result", "exception":
			to.event = in.Since.N
		case "cb":
			if len(in.Callbacks) > 0 {
				to = target{event: in.Callbacks[0].N, line: in.Callbacks[0].Line}
			}
		}
		for k, text := range i.broken(f.Value) {
			if k > 0 {
				name = ""
			}
			l.add(to).put(name, inkQuiet).tab(inspectName).put(text, 0)
		}
	}
}

// mostBroken bounds the rows of one value.
const mostBroken = 4

// broken cuts a value into rows where it has the whole width.
func (i *inspector) broken(text string) []string {
	if i.width >= inspectTwo {
		return []string{text}
	}
	lines := wrap(text, max(i.width-inspectName-2, 10))
	if len(lines) > mostBroken {
		lines = lines[:mostBroken]
		lines[mostBroken-1] += "…"
	}
	if len(lines) == 0 {
		lines = []string{text}
	}
	return lines
}

// cancelling says how often it was asked to cancel, and what became of that.
func (i *inspector) cancelling(w *watch, l *list) {
	in := &i.in
	to, st := target{}, style(0)
	if in.Cancelling > 0 {
		st = inkCancel
	}
	row := l.add(to).put("cancelling()", inkQuiet).tab(inspectName).put(strconv.Itoa(in.Cancelling), st)
	switch {
	case in.Delivered != 0:
		row.to.event = in.Delivered
		row.put(", CancelledError came at ", inkQuiet).clock(w.tl.TimeAt(in.Delivered), 0)
	case in.Asked != 0:
		row.to.event = in.Asked
		row.put(", asked at ", inkQuiet).clock(w.tl.TimeAt(in.Asked), 0).put(", not delivered yet", inkQuiet)
	}
	if in.Shield != 0 {
		l.add(target{event: in.Shield}).put("shield", inkQuiet).tab(inspectName).put("since ", inkQuiet).clock(w.tl.TimeAt(in.Shield), 0)
	}
}

// chain writes the coroutines that the task is suspended in, each with its
// line.
func (i *inspector) chain(w *watch, l *list) {
	in := &i.in
	name, chain := "chain", in.Chain
	switch {
	case in.Traceback != nil:
		name, chain = "traceback", in.Traceback
	case in.Phase == timeline.Done && in.Outcome == trace.Raised:
		name, chain = "last stop", w.lastStop(in.Task)
	}
	for k, f := range chain {
		row := l.add(target{line: f.Line}).put(name, inkQuiet).tab(inspectName)
		row.put(strings.Repeat("  ", min(k, 6)), 0).put(f.Fn, inkDefined)
		if f.Line != 0 {
			row.put("  line ", inkQuiet).put(strconv.Itoa(int(f.Line)), 0)
		}
		name = ""
	}
	name = "callback"
	for _, c := range in.Callbacks {
		row := l.add(target{event: c.N, line: c.Line}).put(name, inkQuiet).tab(inspectName)
		if c.Line != 0 {
			row.put("line ", inkQuiet).put(strconv.Itoa(int(c.Line)), 0).put("  ", 0)
		}
		row.put(c.Repr, 0)
		name = ""
	}
}

// lastStop gives the coroutines that a task was suspended in last: what it
// raised came from there or behind.
func (w *watch) lastStop(task trace.Task) []timeline.ChainFrame {
	lane := w.tl.Lane(task)
	for i := lane.SpanAt(w.sess.Pos()); i >= 0; i-- {
		if s := lane.Span(i); s.Stack != 0 {
			return w.tl.Frames(s.Stack)
		}
	}
	return nil
}

// others names the tasks that have to do with this one.
func (i *inspector) others(w *watch, l *list) {
	in := &i.in
	row := l.add(target{event: in.Created, task: in.Creator, line: in.Line}).put("created", inkQuiet).tab(inspectName)
	if by := w.label(in.Creator); by != "" {
		row.put("by ", inkQuiet).put(by, w.inkOf(in.Creator)).put(" ", 0)
	}
	row.put("at ", inkQuiet).clock(w.tl.TimeAt(in.Created), 0)
	if in.Line != 0 {
		row.put(", line ", inkQuiet).put(strconv.Itoa(int(in.Line)), 0)
	}
	name := "awaited by"
	for _, t := range in.Waiters[:min(len(in.Waiters), mostTold)] {
		l.add(target{task: t}).put(name, inkQuiet).tab(inspectName).put(w.label(t), w.inkOf(t))
		name = ""
	}
	if len(in.Waiters) == 0 {
		l.say().put(name, inkQuiet).tab(inspectName).put("nobody", inkQuiet)
	}
}

// An amount is a row of the table of numbers.
type amount struct {
	name  string
	a     timeline.Amount
	known bool
	does  string
}

// amounts gives the rows of the table.
func (i *inspector) amounts() [5]amount {
	n := &i.in.Numbers
	whole := "turnaround: from creation to end"
	if !n.Over {
		whole += ", so far"
	}
	return [...]amount{
		{"running", n.Running, true, "running: in its own steps"},
		{"ready", n.Ready, true, "ready: it could run and did not; courses call it waiting time"},
		{"waiting", n.Waiting, true, "waiting: for timers, tasks and other things"},
		{"response", n.Response, n.Responded, "response: from creation to its first step"},
		{"turnaround", n.Turnaround, true, whole},
	}
}

// numbers writes what the task took.
func (i *inspector) numbers(w *watch, l *list) {
	n := &i.in.Numbers
	head := "so far"
	if n.Over {
		head = "in all"
	}
	l.say().put(head, inkQuiet).tab(inspectName).put("loop time  handles", inkQuiet)
	for _, a := range i.amounts() {
		row := l.say().put(a.name, inkQuiet).tab(inspectName)
		if !a.known {
			row.put("not yet", inkQuiet)
			continue
		}
		text := string(appendClock(nil, a.a.T))
		row.put(strings.Repeat(" ", max(0, 7-len(text)))+text, 0).put(" s", inkQuiet).number(a.a.Handles, 9, 0)
	}
	row := l.say().put("steps", inkQuiet).tab(inspectName).put(strconv.Itoa(n.Steps), 0)
	row.put(", ", inkQuiet).put(strconv.Itoa(n.Switches), 0).put(plural(n.Switches, " switch", " switches"), inkQuiet)
	if n.LongestStep >= 0 {
		lane := w.tl.Lane(i.in.Task)
		l.add(target{event: lane.Span(n.LongestStep).From.N}).put("longest step", inkQuiet).tab(inspectName).
			clock(n.Longest, 0).put(" s", inkQuiet)
	}
}

// courses says what the numbers are called in operating-system courses.
func (i *inspector) courses(l *list) {
	for _, a := range i.amounts() {
		for k, line := range wrap(a.does, l.width-2) {
			row := l.say()
			if k > 0 {
				row.put("  ", 0)
			}
			row.put(line, inkQuiet)
		}
	}
}
