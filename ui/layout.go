package ui

// The screen is cut into rectangles here and nowhere else; they follow from
// the terminal's size and which pane is in front, never from what is in them,
// so that nothing jumps while a program runs.

// The smallest terminals: below the first nothing is drawn but a request,
// below the second only lanes and the why-line.
const (
	leastWidth, leastHeight = 32, 8
	fullWidth, fullHeight   = 60, 16
	besideWidth             = 100 // from here on a pane stands beside the lanes
	threeWidth              = 170 // from here on two columns of panes do
)

// A pane is a part of the main screen that can be focused, numbered as its
// key.
type pane uint8

// The panes.
const (
	paneLanes   pane = 0
	paneSource  pane = 1
	paneOutput  pane = 2
	paneQueue   pane = 3
	paneTree    pane = 4
	paneTask    pane = 5
	paneEvents  pane = 6
	paneStory   pane = 8
	paneObjects pane = 9
	paneWhy     pane = 10
	paneRuns    pane = 11
	panes       pane = 12
)

// paneOrder is the order of tab.
var paneOrder = [...]pane{
	paneLanes, paneSource, paneOutput, paneQueue, paneTree, paneTask, paneEvents, paneObjects, paneWhy, paneRuns,
	paneStory,
}

var paneTitles = [panes]string{
	paneLanes: "lanes", paneSource: "source", paneOutput: "output", paneQueue: "queue", paneTree: "tree",
	paneTask: "inspector", paneEvents: "events", paneStory: "story", paneObjects: "objects", paneWhy: "why",
	paneRuns: "runs",
}

// A placed pane is one with its rectangles.
type placed struct {
	pane  pane
	title rect // one row
	body  rect
}

// A layout is where everything stands.
type layout struct {
	cols, rows int // of the screen

	tooSmall bool // nothing but what it needs is shown
	narrow   bool // only lanes, why-line and a hint

	header rect
	lanes  rect // ruler, loop row, lanes and queue rows, names included
	ruler  rect // the ruler's row, tracks only
	track  rect // the rows of loop, callbacks, lanes, tracks only
	queue  rect // ready and timers
	beside struct {
		name, lanes, track rect // of the run that stands below the one shown; empty: none
	}
	names int // width of the names column of lanes
	label int // of that, the width of a label

	panes [4]placed
	shown int // how many of panes are there

	upright [2]rect // lines between columns; empty where there is none
	divider rect    // line above the strip
	strip   rect    // newest output
	why     rect
	note    rect
	keys    rect
}

// front says which panes are wanted where there is room for one or two.
type front struct {
	one   pane // the pane in front
	side  pane // what the third column shows first
	focus pane // the one that the columns are cut for
	two   bool // another run stands below the lanes
}

// place cuts a screen of w×h cells.
func place(w, h int, want front) layout {
	l := layout{cols: w, rows: h}
	if w < leastWidth || h < leastHeight {
		l.tooSmall = true
		return l
	}
	l.header = rect{0, 0, w, 1}
	l.keys = rect{0, h - 1, w, 1}
	if w < fullWidth || h < fullHeight {
		l.narrow = true
		l.why = rect{1, h - 3, w - 2, 2}
		l.splitLanes(rect{0, 1, w, h - 4})
		return l
	}
	bottom := l.placeFoot()
	top := 1
	if h >= 30 {
		top = 2
	}
	body := rect{0, top, w, bottom - top}
	switch {
	case w >= threeWidth:
		l.threeColumns(body, want)
	case w >= besideWidth:
		l.twoColumns(body, want)
	default:
		l.stacked(body, want)
	}
	if want.two {
		l.splitRuns()
	}
	return l
}

// splitRuns gives the lower half of the tracks to another run.
func (l *layout) splitRuns() {
	upper := l.track.h / 2
	if upper < 3 {
		return
	}
	y := l.track.y + upper
	l.beside.name = rect{0, y, l.lanes.w, 1}
	l.beside.lanes = rect{0, y + 1, l.lanes.w, l.track.h - upper - 1}
	l.beside.track = rect{l.track.x, y + 1, l.track.w, l.track.h - upper - 1}
	l.track.h = upper
}

// placeFoot places what stands below the body and gives the row it begins at.
func (l *layout) placeFoot() int {
	y, w := l.rows-1, l.cols
	inner := func(rows int) rect {
		y -= rows
		return rect{1, y, w - 2, rows}
	}
	noteRows, whyRows := 1, 1
	switch {
	case w < 100 && l.rows >= 24:
		whyRows = 3
	case w < 160, l.rows >= 50:
		whyRows = 2
	}
	if w < 110 && l.rows >= 30 {
		noteRows = 2
	}
	l.note = inner(noteRows)
	l.why = inner(whyRows)
	if l.rows >= 28 && !l.allPanes() {
		l.strip = inner(1)
	}
	y--
	l.divider = rect{0, y, w, 1}
	return y
}

// allPanes reports whether every pane has its place, so that the strip of
// output is needless.
func (l *layout) allPanes() bool { return l.cols >= threeWidth && l.rows >= 40 }

// splitLanes cuts the lanes' region into names, ruler, tracks and queue rows.
func (l *layout) splitLanes(r rect) {
	l.lanes = r
	switch {
	case r.w >= 120:
		l.label = 22
	case r.w >= 90:
		l.label = 16
	case r.w >= 70:
		l.label = 12
	case r.w >= 46:
		l.label = 9
	default:
		l.label = 6
	}
	const cursor, state, gap = 3, 9, 1
	l.names = cursor + l.label + gap + state + gap
	if r.w < 56 {
		l.names = cursor + l.label + gap
	}
	trackWidth := r.w - l.names - 1
	l.ruler = rect{l.names, r.y, trackWidth, 1}
	queueRows := 2
	if r.h >= 14 {
		queueRows = 3
	}
	if r.h < 9 {
		queueRows = 0
	}
	l.track = rect{l.names, r.y + 1, trackWidth, r.h - 1 - queueRows}
	l.queue = rect{0, r.y + r.h - queueRows, r.w, queueRows}
	if queueRows == 3 {
		l.queue.y, l.queue.h = l.queue.y+1, 2
	}
}

// barGap gives the cells between two keys of the bar.
func (l *layout) barGap() int {
	if l.cols < 90 {
		return 1
	}
	return 2
}

// placeOf gives where a pane stands; ok is false if it is not on the screen.
func (l *layout) placeOf(p pane) (at placed, ok bool) {
	for _, at := range l.panes[:l.shown] {
		if at.pane == p {
			return at, true
		}
	}
	return placed{}, false
}

func (l *layout) add(p pane, r rect) {
	l.panes[l.shown] = placed{p, rect{r.x, r.y, r.w, 1}, rect{r.x, r.y + 1, r.w, r.h - 1}}
	l.shown++
}

// stacked puts one pane below the lanes.
func (l *layout) stacked(body rect, want front) {
	lanesHeight := body.h * 60 / 100
	switch {
	case want.two && want.focus == paneLanes:
		lanesHeight = body.h * 74 / 100
	case want.one == paneStory:
		lanesHeight = max(body.h*36/100, 7)
	}
	l.splitLanes(rect{0, body.y, body.w, lanesHeight})
	l.add(want.one, rect{1, body.y + lanesHeight, body.w - 2, body.h - lanesHeight})
}

// wide reports whether a pane has long lines, and so more room while it has
// the focus.
func (p pane) wide() bool { return p == paneSource || p == paneEvents || p == paneObjects }

// twoColumns puts one pane beside the lanes; one that is wide takes more room.
func (l *layout) twoColumns(body rect, want front) {
	left := body.w * 58 / 100
	if want.focus.wide() {
		left = body.w * 44 / 100
	}
	l.splitLanes(rect{0, body.y, left, body.h})
	l.upright[0] = rect{left, body.y, 1, body.h}
	l.add(want.one, rect{left + 2, body.y, body.w - left - 3, body.h})
}

// tells reports whether a pane holds sentences or long rows, which want room
// beside the source.
func (p pane) tells() bool { return p == paneWhy || p == paneRuns || p == paneTask || p == paneTree }

// threeColumns puts the source beside the lanes, and the others beside that.
func (l *layout) threeColumns(body rect, want front) {
	left, middle := body.w*41/100, body.w*36/100
	if want.focus == want.side && want.focus.wide() {
		left, middle = body.w*36/100, body.w*29/100
	} else if want.focus == want.side && want.focus.tells() {
		middle = body.w * 28 / 100
	}
	l.splitLanes(rect{0, body.y, left, body.h})
	l.upright[0] = rect{left, body.y, 1, body.h}
	l.add(paneSource, rect{left + 2, body.y, middle - 3, body.h})
	x := left + middle
	l.upright[1] = rect{x, body.y, 1, body.h}
	third := rect{x + 2, body.y, body.w - x - 3, body.h}
	if !l.allPanes() {
		l.add(want.side, third)
		return
	}
	queueHeight, outputHeight := 9, (third.h-9)*35/100
	storyHeight := third.h - queueHeight - outputHeight
	top := want.side
	if top == paneQueue || top == paneOutput {
		top = paneStory // they have their own places
	}
	l.add(top, rect{third.x, third.y, third.w, storyHeight})
	l.add(paneQueue, rect{third.x, third.y + storyHeight, third.w, queueHeight})
	l.add(paneOutput, rect{third.x, third.y + storyHeight + queueHeight, third.w, outputHeight})
}

// centred gives a rectangle of at most w×h cells in the middle of the screen.
func (l *layout) centred(w, h int) rect {
	w, h = min(w, l.cols-2), min(h, l.rows-2)
	return rect{(l.cols - w) / 2, (l.rows - h) / 2, w, h}
}

// inside gives what a box leaves free within its border.
func (r rect) inside() rect { return rect{r.x + 2, r.y + 2, max(r.w-4, 0), max(r.h-3, 0)} }

// row gives one row of a rectangle.
func (r rect) row(n int) rect { return rect{r.x, r.y + n, r.w, 1} }

// foot cuts so many rows off the foot of a rectangle.
func (r rect) foot(rows int) (rest, foot rect) {
	rest, foot = r, r
	rest.h -= rows
	foot.y, foot.h = r.y+rest.h, rows
	return rest, foot
}

// rows gives the rows of a rectangle from one on.
func (r rect) rows(from int) rect { return rect{r.x, r.y + from, r.w, max(r.h-from, 0)} }

// A pickerLayout is where the parts of the picker stand. The story, of the
// lesson that is chosen, is empty where there is no room for it.
type pickerLayout struct{ find, list, story, foot rect }

func (l *layout) pickerLayout() pickerLayout {
	w := min(l.cols, 110)
	if l.rows < fullHeight {
		return pickerLayout{find: rect{0, 1, w, 1}, list: rect{0, 2, w, l.rows - 3}}
	}
	const top, mostListed = 3, 13
	p := pickerLayout{
		find: rect{0, 1, w, 1},
		list: rect{0, top, w, l.rows - top - 5},
		foot: rect{0, l.rows - 4, w, 2},
	}
	if l.rows >= 30 {
		p.list.h = mostListed
		p.story = rect{9, top + mostListed, min(l.cols-12, 76), l.rows - top - mostListed - 6}
	}
	return p
}

// helpBox gives the rectangle of the help overlay for so many rows of lines.
func (l *layout) helpBox(rows int) rect {
	if l.cols >= helpTwo {
		return l.centred(min(l.cols-4, 150), rows+3)
	}
	return l.centred(78, rows+3)
}

// helpTwo is the width from which on help stands in two columns.
const helpTwo = 126

// helpWidth gives the width of a line of help, and in how many columns they
// stand.
func (l *layout) helpWidth() (width, columns int) {
	in := l.helpBox(1).inside()
	if l.cols >= helpTwo {
		return in.w/2 - 2, 2
	}
	return in.w, 1
}

// menuBox gives the rectangle of the callback menu.
func (l *layout) menuBox() rect { return l.centred(66, 11) }

// questionBox gives the rectangle of the question before a fork.
func (l *layout) questionBox() rect { return l.centred(70, 10) }

// paletteBox gives the rectangle of the command palette.
func (l *layout) paletteBox() rect { return l.centred(78, min(25, l.rows-2)) }

// failureLayout gives where the message of so many lines, a hint and the
// source of a program stand that cannot be run.
func (l *layout) failureLayout(lines int) (message, hint, source rect) {
	rows := max(1, min(lines, l.rows/3))
	y := 1
	if l.rows >= fullHeight {
		y = 2
	}
	return rect{1, y, l.cols - 2, rows}, rect{1, y + rows, l.cols - 2, 1},
		rect{0, y + rows + 2, l.cols, l.rows - y - rows - 3}
}
