package ui

import (
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// paintLanes paints the ruler, what the loop did, the lanes and the queue.
func (w *watch) paintLanes(f *frame) {
	w.paintRuler(f)
	w.paintRows(f)
	w.paintBeside(f)
	w.paintQueueRows(f)
}

// paintRows paints what the loop did, and below it the lanes that have room.
func (w *watch) paintRows(f *frame) {
	first := w.paintLoop(f)
	rows := f.layout.track.h - first
	l := &w.lanes
	l.drawn = l.density(rows)
	if l.scroll.rows != rows || l.scroll.total != len(l.shown) {
		l.scroll.fit(rows, len(l.shown))
		l.showChosen()
	}
	l.scroll.fit(rows, len(l.shown))
	if l.drawn != dense {
		l.scroll.top = 0
	}
	l.wakes = l.wakes[:0]
	if l.drawn != dense {
		w.findWakes(f)
	}
	shown := 0
	for at, row := l.scroll.top, first; at < len(l.shown) && row < f.layout.track.h; at++ {
		i := l.shown[at]
		w.paintLane(f, i, row)
		row += l.rowsOf(i)
		shown++
	}
	for _, wake := range l.wakes {
		w.paintWake(f, wake)
	}
	w.paintCauses(f)
	if len(l.shown) == 0 {
		p := f.pen(f.layout.lanes, 1+first)
		p.skip(3)
		text := l.empty
		if len(l.list) == 0 {
			text = "No task yet: the program has not started its loop."
		}
		p.put(text, inkQuiet)
	}
	f.scrollMark(f.layout.track.rows(first), l.scroll.top, shown, len(l.shown))
}

// laneAt gives the lane that is painted on a row of the screen, -1 for none.
func (w *watch) laneAt(f *frame, y int) int {
	for at := w.lanes.scroll.top; at < len(w.lanes.shown); at++ {
		i := w.lanes.shown[at]
		top := w.rowOf(f, i)
		if top < 0 || y < top {
			return -1
		}
		if y < top+w.lanes.rowsOf(i) {
			return i
		}
	}
	return -1
}

// rowOf gives the screen row of a lane, -1 if it is not shown or scrolled away.
func (w *watch) rowOf(f *frame, i int) int {
	l := &w.lanes
	place := l.place(i)
	if place < l.scroll.top {
		return -1
	}
	at := f.layout.track
	row := w.headRows(f) + place - l.scroll.top
	if l.drawn != dense {
		row = w.headRows(f)
		for _, j := range l.shown[:place] {
			row += l.rowsOf(j)
		}
	}
	if row >= at.h {
		return -1
	}
	return at.y + row
}

// paintLane paints a lane from a row of the track region on.
func (w *watch) paintLane(f *frame, i, at int) {
	row := &w.lanes.list[i]
	state := w.taskAt(i)
	chosen := row.lane.Task == w.lanes.task
	ground := style(0)
	y := f.layout.track.y + at
	if chosen {
		ground = groundLit
		f.fill(rect{0, y, f.layout.lanes.w, 1}, ' ', ground)
	}
	w.paintName(f, i, y)
	if w.noFuture && state.Phase == timeline.Unborn {
		return
	}
	t := w.track(f, at, ground)
	t.spans(row)
	t.differing(row)
	t.wall(row)
	fitted := t.ending(row)
	rows := w.lanes.rowsOf(i)
	if rows == 1 {
		t.requests(row)
		return
	}
	if rows == 3 {
		chains := w.track(f, at+1, 0)
		chains.chains(row)
	}
	below := w.track(f, at+rows-1, 0)
	below.ended = fitted
	below.below(row)
}

// requests shows the cancels of a lane that has no second row to show them.
func (t *track) requests(row *laneRow) {
	for _, n := range row.notes {
		if n.sign != glyphRequested {
			continue
		}
		x := t.w.ruler.at(n.at.N, n.at.Col, n.at.T)
		if x >= 0 && x < t.at.w && t.prio[x] < prioRunning && !t.hidden(x) {
			t.f.set(t.at.x+x, t.at.y, t.f.skin.glyph(glyphRequested), t.style(x, inkCancel))
		}
	}
}

// paintName paints the names column of a lane: tree, label, asyncio's name,
// state.
func (w *watch) paintName(f *frame, i, y int) {
	row, state := &w.lanes.list[i], w.taskAt(i)
	chosen := row.lane.Task == w.lanes.task
	p := f.pen(rect{0, y, f.layout.names, 1}, 0)
	ink := style(0)
	if chosen {
		p.ground, ink = groundLit, bold
	}
	p.skip(1)
	if chosen {
		p.rune(f.skin.glyph(glyphCursor), bold)
	}
	if w.otherwise(row.lane.Task) {
		p.to(2)
		p.rune(f.skin.glyph(glyphDiffers), inkDefined)
	}
	p.to(3)
	stop := p.x + f.layout.label
	w.paintTree(&p, row)
	if state.Phase == timeline.Unborn {
		ink = inkFaint
	}
	label := p
	label.end = stop
	walled := state.Shield != 0 && state.Phase != timeline.Done
	if walled {
		label.rune(f.skin.glyph(glyphWallLeft), inkShield)
		label.end--
	}
	label.middle(row.lane.Label, ink)
	if walled {
		label.end++
		label.rune(f.skin.glyph(glyphWallRight), inkShield)
	}
	if name := row.lane.Name; name != row.lane.Label && label.left() > len(name) {
		label.skip(1)
		label.put(name, inkFaint)
	}
	p.x = label.x
	p.to(stop + 1)
	if f.layout.names > stop+1 {
		paintPhase(&p, state)
	}
}

func (w *watch) paintTree(p *pen, row *laneRow) {
	depth := row.lane.Depth
	if depth == 0 {
		return
	}
	deepest := max(1, (p.left()-6)/2)
	for d := max(1, depth-deepest+1); d < depth; d++ {
		if d < 32 && row.trunk&(1<<d) != 0 {
			p.rune(p.sk.glyph(glyphTrunk), inkFaint)
		} else {
			p.skip(1)
		}
		p.skip(1)
	}
	if row.last {
		p.rune(p.sk.glyph(glyphLast), inkFaint)
	} else {
		p.rune(p.sk.glyph(glyphBranch), inkFaint)
	}
	p.skip(1)
}

// paintPhase writes a task's state in one word.
func paintPhase(p *pen, s timeline.TaskState) {
	switch s.Phase {
	case timeline.Unborn:
	case timeline.Running:
		p.put("running", inkRunning|bold)
	case timeline.Ready:
		p.put("ready", inkReady)
	case timeline.Waiting:
		p.put("waiting", waits[s.Wait].st)
	case timeline.Done:
		p.put(endWords[s.Outcome], endStyle(s.Outcome))
	}
}

// A wake is an arrow from the lane of a task that made the selected one ready.
type wake struct {
	x        int // column of the track
	from, to int // rows of the screen
}

// findWakes finds the arrows of the selected lane that are in the window.
func (w *watch) findWakes(f *frame) {
	at := w.lanes.index()
	if at < 0 || w.ruler.pack > 1 {
		return // in cells that many handles share an arrow would tell nothing
	}
	lane := w.lanes.list[at].lane
	for i := w.ruler.firstSpan(lane); i < lane.Spans(); i++ {
		s := lane.Span(i)
		if w.from(lane, i, s) >= f.layout.track.w {
			return
		}
		if s.Phase != timeline.Ready {
			continue
		}
		edge, ok := lane.Wake(i)
		if !ok || edge.From == 0 || edge.From == edge.To {
			continue
		}
		x := w.ruler.at(edge.At.N, edge.At.Col, edge.At.T)
		from, to := w.rowOfTask(f, edge.From), w.rowOf(f, at)
		if x >= 0 && x < f.layout.track.w && from >= 0 && to >= 0 && !(w.noFuture && x >= w.future()) {
			w.lanes.wakes = append(w.lanes.wakes, wake{x, from, to})
		}
	}
}

func (w *watch) rowOfTask(f *frame, task trace.Task) int {
	if i := w.lanes.of(task); i >= 0 {
		return w.rowOf(f, i)
	}
	return -1
}

// paintWake draws the arrow of a wake.
func (w *watch) paintWake(f *frame, k wake) { w.paintArrow(f, k, inkReady) }

// paintArrow draws an arrow upright between two lanes, in the cells that are
// free.
func (w *watch) paintArrow(f *frame, k wake, st style) {
	head, step := glyphWakeDown, 1
	if k.from > k.to {
		head, step = glyphWakeUp, -1
	}
	if k.x >= w.future() {
		st = dim(st)
	}
	x := f.layout.track.x + k.x
	if !f.free(x, k.to-step) {
		return // no room for its head
	}
	for y := k.from + step; y != k.to; y += step {
		if !f.free(x, y) {
			continue
		}
		sign := glyphWakeLine
		if y+step == k.to {
			sign = head
		}
		f.set(x, y, f.skin.glyph(sign), st)
	}
}

// paintQueueRows paints who is ready and which timers run, in two rows.
func (w *watch) paintQueueRows(f *frame) {
	r := f.layout.queue
	if r.empty() {
		return
	}
	p := f.pen(r, 0)
	p.skip(3)
	p.fit("ready", f.layout.label+1, inkQuiet)
	all, allTimers := w.state.Pending()
	ready := w.state.ReadyTo(r.w) // none takes less than a cell
	for i := range ready {
		if width := textWidth(ready[i].Label) + 3; i > 0 && width+moreCells > p.left() && (i+1 < all || width > p.left()) {
			w.more(&p, all-i)
			break
		}
		w.chip(&p, ready[i].Label)
		p.skip(1)
	}
	switch {
	case len(ready) == 0:
		p.put("none", inkQuiet)
	case p.left() < 6:
	case ready[0].What == trace.Step:
		p.put(" next: a step of ", inkQuiet)
		p.put(ready[0].Label, inkQuiet)
	default:
		p.put(" next: a callback", inkQuiet)
	}
	p = f.pen(r, 1)
	p.skip(3)
	p.fit("timers", f.layout.label+1, inkQuiet)
	timers := w.state.TimersTo(r.w)
	for i := range timers {
		if width := w.timerWidth(f, timers[i]); i > 0 && width+moreCells > p.left() && (i+1 < allTimers || width > p.left()) {
			w.more(&p, allTimers-i)
			break
		}
		w.timer(&p, timers[i])
		p.put(" in ", inkQuiet)
		p.clock(w.leftOf(timers[i]), 0)
		p.put(" s", inkQuiet)
		p.skip(min(3, p.left()))
	}
	if len(timers) == 0 {
		p.put("none", inkQuiet)
	}
}

// moreCells is the room for how many more there are.
const moreCells = 10

// more says how many more there are.
func (w *watch) more(p *pen, n int) {
	p.put("+", inkQuiet)
	p.number(n, inkQuiet)
	p.put(" more", inkQuiet)
	p.end = p.x
}

// timerWidth gives the cells that a timer takes with its time left.
func (w *watch) timerWidth(f *frame, t timeline.Timer) int {
	cells := textWidth(t.Label) + len(" in ") + len(appendClock(f.num[:0], w.leftOf(t))) + len(" s   ")
	if t.Task != 0 {
		cells += len(" of ") + textWidth(w.label(t.Task))
	}
	return cells
}

// timer writes what a timer is for, and whose it is.
func (w *watch) timer(p *pen, t timeline.Timer) {
	p.put(t.Label, 0)
	if t.Task != 0 {
		p.put(" of ", inkQuiet)
		p.put(w.label(t.Task), 0)
	}
}

// leftOf gives the time a timer has left at the playhead.
func (w *watch) leftOf(t timeline.Timer) trace.Time { return max(t.When-w.now, 0) }

// chip writes a name in a box of the ready state.
func (w *watch) chip(p *pen, text string) {
	if p.sk.colour {
		p.put(" ", inkOnState|groundReady)
		p.put(text, inkOnState|groundReady)
		p.put(" ", inkOnState|groundReady)
		return
	}
	p.put("[", 0)
	p.put(text, bold)
	p.put("]", 0)
}
