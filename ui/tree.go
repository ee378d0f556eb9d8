package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// tree is the pane of who awaits whom and of who created whom, one below the
// other; its key swaps them.
type tree struct {
	reel
	created bool // who created whom stands first

	awaits   grove
	family   grove
	tasks    int     // that family was made for
	rowOf    []int32 // by node: the row it is on
	lastOf   []int32 // by row: its last child
	selected int     // row of the selected task
}

// A grove is one of the trees.
type grove struct {
	nodes []timeline.Node
	rows  []treeRow
}

// A treeRow is a row of a tree: a task with what it waits for, or a future
// that several wait for.
type treeRow struct {
	node   int32 // index in the grove's nodes
	on     int32 // what a task waits for, if that is no task, likewise; -1: none
	parent int32 // row above it in the tree; -1: none
	depth  int32
	last   bool   // no younger sibling
	guides uint64 // bit d: the branch at depth d goes on below
}

// newTree makes the pane of the trees.
func newTree() *tree {
	t := &tree{reel: reel{pane: paneTree, empty: "The tasks of the program stand here once its loop runs."}}
	t.count, t.fill, t.begin = t.rowsAt, t.fillRow, func(*watch, int) int { return t.selected }
	return t
}

// again swaps the two trees.
func (t *tree) again(w *watch) {
	t.created = !t.created
	t.moved = false
	w.stamp++
}

// note says which tree stands first.
func (t *tree) note(*watch) string {
	if t.created {
		return "who created whom; 4 swaps"
	}
	return "who awaits whom; 4 swaps"
}

// A treeKind is one of the two trees.
type treeKind uint8

const (
	ofAwaits treeKind = iota
	ofFamily
)

var treeHeads = [...]string{ofAwaits: "who awaits whom", ofFamily: "who created whom"}

func (t *tree) groveOf(kind treeKind) *grove {
	if kind == ofFamily {
		return &t.family
	}
	return &t.awaits
}

// rowsAt makes the trees anew and counts their rows: one for the head of the
// second, and a blank one before it. Who created whom is as it was while no
// task was born.
func (t *tree) rowsAt(w *watch) int {
	t.awaits.nodes = w.state.TreeShape(t.awaits.nodes)
	t.fold(&t.awaits)
	if tasks := w.state.Tasks(); tasks != t.tasks {
		t.tasks = tasks
		t.family.nodes = w.state.Family(t.family.nodes[:0])
		t.fold(&t.family)
	}
	if t.tasks == 0 {
		return 0
	}
	first := &t.awaits
	if t.created {
		first = &t.family
	}
	t.selected = 0
	for i := range first.rows {
		if n := &first.nodes[first.rows[i].node]; n.Task == w.lanes.task && n.Shared < 0 {
			t.selected = i
			break
		}
	}
	return max(len(t.awaits.rows), 1) + 2 + max(len(t.family.rows), 1)
}

// fold makes rows of nodes: what a task waits for stands on its own row unless
// it is a task.
func (t *tree) fold(g *grove) {
	t.rowOf, g.rows = t.rowOf[:0], g.rows[:0]
	for i := range g.nodes {
		n := &g.nodes[i]
		row := treeRow{node: int32(i), on: -1, parent: -1}
		if n.Parent >= 0 {
			row.parent = t.rowOf[n.Parent]
		}
		if n.Fut != 0 && n.Parent >= 0 && g.nodes[n.Parent].Task != 0 {
			g.rows[row.parent].on = int32(i)
			t.rowOf = append(t.rowOf, row.parent)
			continue
		}
		if row.parent >= 0 {
			row.depth = g.rows[row.parent].depth + 1
		}
		t.rowOf = append(t.rowOf, int32(len(g.rows)))
		g.rows = append(g.rows, row)
	}
	t.guide(g.rows)
}

// guide finds where branches go on below.
func (t *tree) guide(rows []treeRow) {
	t.lastOf = t.lastOf[:0]
	for range rows {
		t.lastOf = append(t.lastOf, -1)
	}
	root := int32(-1)
	for i := range rows {
		if p := rows[i].parent; p >= 0 {
			t.lastOf[p] = int32(i)
		} else {
			root = int32(i)
		}
	}
	for i := range rows {
		row := &rows[i]
		if row.parent < 0 {
			row.last = int32(i) == root
			continue
		}
		up := &rows[row.parent]
		row.last, row.guides = t.lastOf[row.parent] == int32(i), up.guides
		if !up.last && up.depth > 0 && up.depth < 64 {
			row.guides |= 1 << up.depth
		}
	}
}

func (t *tree) fillRow(w *watch, i int, row *listRow) {
	kinds := [2]treeKind{ofAwaits, ofFamily}
	if t.created {
		kinds[0], kinds[1] = kinds[1], kinds[0]
	}
	g := t.groveOf(kinds[0])
	switch from := max(len(g.rows), 1) + 2; {
	case i == from-1:
		row.put(treeHeads[kinds[1]], inkQuiet)
		return
	case i == from-2:
		return
	case i >= from:
		i, g, kinds[0] = i-from, t.groveOf(kinds[1]), kinds[1]
	}
	if i < len(g.rows) {
		t.tell(w, i, row, kinds[0])
		return
	}
	row.put("Nobody waits: every task has ended.", inkQuiet)
}

// Columns of the state: behind the name where there is much or less room.
const (
	treeState     = 26
	treeStateNear = 17
)

// deepest is how far rows are indented; below that they stand under each other.
const deepest = 12

// branches writes the lines that lead to a row.
func (t *tree) branches(at *treeRow, row *listRow) {
	for d := 1; d < min(int(at.depth), deepest); d++ {
		if at.guides&(1<<d) != 0 {
			row.put("│ ", inkFaint)
		} else {
			row.put("  ", 0)
		}
	}
	switch {
	case at.depth == 0:
	case at.last:
		row.put("└ ", inkFaint)
	default:
		row.put("├ ", inkFaint)
	}
}

// tell writes a row of either tree.
func (t *tree) tell(w *watch, i int, row *listRow, of treeKind) {
	g := t.groveOf(of)
	at := &g.rows[i]
	t.branches(at, row)
	n := &g.nodes[at.node]
	if n.Task == 0 {
		row.goes(target{object: n.Object})
		row.put(w.state.NodeLabel(n), inkOfNode(n))
		t.shared(n, row)
		return
	}
	row.goes(target{task: n.Task})
	state, name := w.state.Task(n.Task), style(0)
	if row.lit = n.Task == w.lanes.task; row.lit {
		name = bold
	}
	row.put(w.state.NodeLabel(n), name)
	if n.Holds {
		row.put(" holds it", inkQuiet)
	}
	if n.Shared >= 0 {
		t.shared(n, row)
		return
	}
	column := treeState
	if t.width < 70 {
		column = treeStateNear
	}
	row.tab(column)
	if of == ofFamily {
		row.state(state)
		t.born(w, n.Task, row)
		return
	}
	if state.Phase == timeline.Waiting && t.width < 70 {
		row.put(strings.Repeat(string(signOf(state)), 2), inkOfState(state)) // what it waits for says the rest
	} else {
		row.state(state)
	}
	var on *timeline.Node
	if at.on >= 0 {
		on = &g.nodes[at.on]
	}
	t.waits(w, on, state, row)
}

// waits writes what a task waits for; on is nil if that is a task, or nothing.
func (t *tree) waits(w *watch, on *timeline.Node, state timeline.TaskState, row *listRow) {
	switch {
	case state.Phase == timeline.Done:
		row.put(" "+state.Result, 0)
		return
	case state.Phase == timeline.Waiting && on != nil && on.Object != 0:
		row.put(" ", 0).put(w.state.NodeLabel(on), 0).put("."+methodOf(w.tl.Object(on.Object), state), inkQuiet)
	case state.Phase == timeline.Waiting:
		row.put(" ", 0).put(state.OnLabel, 0)
	}
	if on != nil {
		t.shared(on, row)
	}
	if when, ok := w.state.TimerOf(state.Task); ok {
		row.put(", ", inkQuiet).clock(max(0, when-w.now), 0).put(" s left", inkQuiet)
	}
	if state.Cancelling > 0 {
		row.put(", cancel asked", inkCancel)
	}
	if state.Line != 0 {
		row.put(", line ", inkQuiet).put(strconv.Itoa(int(state.Line)), inkQuiet)
	}
}

// methodOf gives the method of an object in which a task waits: Queue.join
// waits for an Event inside of the queue.
func methodOf(of *timeline.Object, s timeline.TaskState) string {
	_, method, _ := strings.Cut(s.OnLabel, ".")
	if of != nil && of.Kind == "Queue" && method == "wait" {
		return "join"
	}
	return method
}

// shared says that something is drawn above already.
func (t *tree) shared(n *timeline.Node, row *listRow) {
	switch {
	case n.Cycle:
		row.put("  ↑ above: a circle", bold)
	case n.Shared >= 0:
		row.put("  ↑ above", inkQuiet)
	}
}

// born writes where and when a task was created.
func (t *tree) born(w *watch, task trace.Task, row *listRow) {
	lane := w.tl.Lane(task)
	if lane == nil {
		return
	}
	if lane.Line != 0 {
		row.put(", by line ", inkQuiet).put(strconv.Itoa(int(lane.Line)), 0)
	}
	if t.width < 60 {
		return
	}
	row.put(" at ", inkQuiet).clock(w.tl.TimeAt(lane.Born), 0)
	if lane.Name != lane.Label {
		row.put("  "+lane.Name, inkFaint)
	}
}

// state writes the sign and the word of a task's state.
func (r *listRow) state(s timeline.TaskState) *listRow {
	ink := inkOfState(s)
	if s.Phase == timeline.Done {
		return r.put(string(signOf(s))+" ", ink).put(endWords[s.Outcome], ink)
	}
	return r.put(strings.Repeat(string(signOf(s)), 2)+" ", ink).put(s.Phase.String(), ink)
}

// signOf gives the sign of a task's state as the lanes draw it.
func signOf(s timeline.TaskState) rune {
	switch s.Phase {
	case timeline.Running:
		return unicodeGlyphs[glyphRunning]
	case timeline.Ready:
		return unicodeGlyphs[glyphReady]
	case timeline.Waiting:
		return unicodeGlyphs[waits[s.Wait].sign]
	case timeline.Done:
		return unicodeGlyphs[endGlyph(s.Outcome)]
	}
	return ' '
}

// inkOfNode gives the ink of a future in a tree.
func inkOfNode(n *timeline.Node) style {
	if n.Phase == timeline.Done {
		return inkQuiet
	}
	return waits[n.Wait].st
}
