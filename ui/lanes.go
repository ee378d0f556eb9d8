package ui

import (
	"slices"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// lanes draws a row or two for each task, and above them what the loop did.
// It holds only how the user looks at the timeline.
type lanes struct {
	list   []laneRow
	byTask []int32    // by number of the task: the index of its lane, plus 1
	task   trace.Task // the selected one; 0: none yet
	scroll scroll     // of the lanes that are shown
	sieve

	prio     []uint8   // of the row being painted, by column; see prioNone
	settings []setting // of the second row being painted
	wakes    []wake    // of the selected lane, in the window
	drawn    density   // how dense the lanes were painted last
}

// A laneRow is a lane with what is painted of it besides its spans.
type laneRow struct {
	lane     *timeline.Lane
	last     bool   // no younger sibling
	trunk    uint32 // bit d: the branch at depth d goes on below
	notes    []note // in order of events
	chains   []chained
	spans    int // for which notes were made
	marks    int
	wall     int            // index of the newest shield mark, plus 1; 0: none
	labels   map[int]string // of spans that were painted
	labelled density        // for which labels were made
	cuts     []cut          // of the spans that have ended, in the window
	cutFor   cutFor
}

// A note is a text on a lane's second row, at its column.
type note struct {
	at   timeline.Point
	sign glyph
	text string
	st   style
	end  bool // the lane's end: on the first row where there is room
}

// A chained is the chain of a span in which a task waits inside a coroutine
// that it awaits directly: that coroutine has no lane.
type chained struct {
	note  note
	inner string // without the task's own coroutine
}

// noSign marks a note without a glyph.
const noSign = glyphs

// sync takes over what the timeline has beyond what is known.
func (l *lanes) sync(tl *timeline.Timeline) {
	all := tl.Lanes()
	if len(all) != len(l.list) {
		l.reorder(all)
	}
	for i := range l.list {
		row := &l.list[i]
		row.lane = all[i]
		row.annotate()
	}
	if l.task == 0 && len(l.list) > 0 {
		l.task = l.list[0].lane.Task
	}
}

// reorder takes new lanes in and keeps what is known of the old ones.
func (l *lanes) reorder(all []*timeline.Lane) {
	known := make(map[trace.Task]laneRow, len(l.list))
	for _, row := range l.list {
		known[row.lane.Task] = row
	}
	l.list = make([]laneRow, len(all))
	open := uint32(0) // depths at which a younger sibling is below
	for i := len(all) - 1; i >= 0; i-- {
		row := known[all[i].Task]
		depth := min(all[i].Depth, 31)
		open &= 1<<(depth+1) - 1
		row.lane, row.last = all[i], open&(1<<depth) == 0
		row.trunk = open
		open |= 1 << depth
		l.list[i] = row
	}
	l.byTask = l.byTask[:0]
	for i := range l.list {
		task := int(l.list[i].lane.Task)
		for len(l.byTask) <= task {
			l.byTask = append(l.byTask, 0)
		}
		l.byTask[task] = int32(i) + 1
	}
}

// annotate makes the notes of what is new on a lane.
func (row *laneRow) annotate() {
	for ; row.marks < row.lane.Marks(); row.marks++ {
		m := row.lane.Mark(row.marks)
		if m.Kind == timeline.MarkShield {
			row.wall = row.marks + 1
		}
		if n, ok := noteOf(m); ok {
			row.insert(n)
		}
	}
	for ; row.spans < row.lane.Spans(); row.spans++ {
		s := row.lane.Span(row.spans)
		if s.Phase != timeline.Waiting {
			continue
		}
		if chain := row.lane.Chain(row.spans); len(chain) > 2 {
			n := note{at: s.From, sign: noSign, text: join(chain), st: inkQuiet}
			row.chains = append(row.chains, chained{n, join(chain[1:])})
		}
	}
}

// insert puts a note where it belongs by its event.
func (row *laneRow) insert(n note) {
	i := len(row.notes)
	for i > 0 && row.notes[i-1].at.N > n.at.N {
		i--
	}
	row.notes = append(row.notes, note{})
	copy(row.notes[i+1:], row.notes[i:])
	row.notes[i] = n
}

// noteOf gives what a mark says on the second row.
func noteOf(m timeline.Mark) (note, bool) {
	n := note{at: m.At, sign: noSign, text: m.Text, st: inkQuiet}
	switch m.Kind {
	case timeline.MarkPrint:
	case timeline.MarkStderr:
		n.st = inkQuiet | italic
	case timeline.MarkAsked:
		n.sign, n.text, n.st = glyphRequested, "cancel asked", inkCancel
	case timeline.MarkDelivered:
		n.sign, n.text, n.st = glyphRequested, "CancelledError", inkCancel
	case timeline.MarkSwallowed:
		n.sign, n.text, n.st = glyphSwallowed, "swallowed", inkCancel
	case timeline.MarkCallback:
		n.sign = glyphCallback
	case timeline.MarkNotify:
		n.sign, n.st = glyphMark, 0
	case timeline.MarkBreak:
		n.sign, n.text = glyphMark, "break"
	case timeline.MarkShieldStops:
		n.sign, n.text, n.st = glyphWallLeft, "cancel stopped here", inkShield
	case timeline.MarkEnd:
		n.sign, n.st, n.end = endGlyph(m.Outcome), endStyle(m.Outcome), true
		if m.Outcome == trace.Cancelled {
			n.text = "cancelled"
		}
	default:
		return note{}, false
	}
	return n, true
}

func join(chain []string) string {
	text := chain[0]
	for _, name := range chain[1:] {
		text += " ▸ " + name
	}
	return text
}

func endGlyph(outcome trace.What) glyph {
	switch outcome {
	case trace.Raised:
		return glyphRaised
	case trace.Cancelled:
		return glyphCancelled
	}
	return glyphReturned
}

func endStyle(outcome trace.What) style {
	switch outcome {
	case trace.Raised:
		return inkRaised
	case trace.Cancelled:
		return inkCancel
	}
	return inkQuiet
}

// endWords are the words of ends; in ascii they stand for the glyphs.
var endWords = map[trace.What]string{
	trace.Returned: "returned", trace.Raised: "raised", trace.Cancelled: "cancelled",
}

// label gives what span i waits for; where the chain of coroutines has no row
// of its own, it is part of that.
func (row *laneRow) label(i int, d density) string {
	if row.labelled != d {
		row.labelled = d
		clear(row.labels)
	}
	text, ok := row.labels[i]
	if !ok {
		if row.labels == nil {
			row.labels = map[int]string{}
		}
		text = row.lane.SpanLabel(i)
		if chain := row.lane.Chain(i); d != nested && text != "" && len(chain) > 2 {
			text = join(chain[1:])
		}
		row.labels[i] = text
	}
	return text
}

// index gives the selected lane's, -1 if there is none.
func (l *lanes) index() int { return l.of(l.task) }

// of gives the index of a task's lane, -1 if it has none.
func (l *lanes) of(task trace.Task) int {
	if task <= 0 || int(task) >= len(l.byTask) {
		return -1
	}
	return int(l.byTask[task]) - 1
}

// place gives where a lane stands among those that are shown, -1 if it is none
// of them.
func (l *lanes) place(i int) int {
	if at, ok := slices.BinarySearch(l.shown, i); ok {
		return at
	}
	return -1
}

// showChosen scrolls the selected lane into the window.
func (l *lanes) showChosen() { l.scroll.show(max(l.place(l.index()), 0)) }

// move selects another of the lanes that are shown, so many rows down.
func (l *lanes) move(by int) {
	if len(l.shown) == 0 {
		return
	}
	at := l.place(l.index()) + by
	l.task = l.list[l.shown[min(max(at, 0), len(l.shown)-1)]].lane.Task
}

// A density says how many rows lanes take.
type density uint8

// The densities, from the least room to the most.
const (
	dense  density = iota // one row a lane; lanes may be scrolled
	roomy                 // two: what it printed below; all lanes are there
	nested                // like roomy, with a third row where there are chains to show
)

// density gives what so many rows have room for.
func (l *lanes) density(rows int) density {
	need := 2 * len(l.shown)
	if need > rows {
		return dense
	}
	for _, i := range l.shown {
		if len(l.list[i].chains) > 0 {
			need++
		}
	}
	if need > rows {
		return roomy
	}
	return nested
}

// rowsOf gives the rows that lane i takes.
func (l *lanes) rowsOf(i int) int {
	switch {
	case l.drawn == dense:
		return 1
	case l.drawn == nested && len(l.list[i].chains) > 0:
		return 3
	}
	return 2
}
