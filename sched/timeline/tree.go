package timeline

import "loopscope/sched/trace"

// A Node is a line of a tree that is drawn from the top down: its children
// stand behind it, one Depth deeper.
type Node struct {
	Depth  int
	Parent int          // index of the line above it in the tree; -1: a root
	Task   trace.Task   // 0: not a task
	Fut    trace.Future // of a line that is no task: a gather, a sleep, a queue's future
	Object trace.Object // whose future that is; 0: no object's
	Label  string       // "job1"; "gather", "sleep(1)", "Lock 1"
	Wants  string       // at an object: what its line waits to do, as LineKind; "" otherwise
	Phase  Phase        // of a task; of a future Waiting or Done
	Wait   Wait         // what a waiting task waits for; the sort of a future
	Holds  bool         // a task that is awaited because it holds the lock above it
	Shared int          // index of the line at which its children stand; -1: at this one
	Cycle  bool         // Shared is a line above it in the tree: they wait for each other
	Last   bool         // no line of the same Parent stands behind it
	Guides uint64       // bit d, below 64: a guide runs through column d, since the line above it at Depth d+1 is not Last
}

// branch is a line whose children are being drawn.
type branch struct {
	index int // of its line
	of    trace.Future
	kids  []trace.Future
	next  int
	holds bool // its children are those who hold it
}

// A forest is how a tree is drawn: depth first, each thing once, with a stack
// of its own, since a hundred thousand tasks may wait for each other in a row.
// What has no children needs no place: it is a line wherever it is waited for.
type forest struct {
	s     *State
	lanes []*Lane
	dst   []Node
	tasks []spot                // by index of the lane
	plain map[trace.Future]spot // plain futures that have children
	stack []branch
	one   []trace.Future // chunks for lists of one
	bare  bool           // without labels
}

// A spot is where something stands.
type spot struct {
	line    int32 // index and 1; 0: nowhere yet
	open    bool  // its children are being drawn
	awaited bool
}

// Tree appends who awaits whom: a line for every task that has not ended and
// for what it waits for. Roots are the tasks that nobody waits for, in order of
// creation; then one of each circle that nobody outside it waits for. Under a
// lock stands who holds it, under a TaskGroup the tasks it had when it began to
// wait. What stands in the tree already is one line with Shared set. Depth,
// Parent and Shared count from the first line appended.
func (s *State) Tree(dst []Node) []Node {
	base := len(dst)
	f := forest{s: s, lanes: s.born(), dst: dst[base:], plain: map[trace.Future]spot{}}
	f.grow()
	guide(f.dst)
	if base == 0 {
		return f.dst
	}
	return append(dst[:base], f.dst...)
}

// TreeShape gives the lines of Tree in place of those of dst, without Label,
// Wants, Last and Guides: for who draws only some of very many. NodeLabel gives
// the label of one.
func (s *State) TreeShape(dst []Node) []Node {
	f := forest{s: s, lanes: s.born(), dst: dst[:0], plain: map[trace.Future]spot{}, bare: true}
	f.grow()
	return f.dst
}

// NodeLabel gives the Label of a line of a tree.
func (s *State) NodeLabel(n *Node) string {
	if n.Task != 0 {
		return s.tl.Label(n.Task, s.N)
	}
	label, _ := s.tl.plainLabel(n.Fut)
	return label
}

// Tasks gives how many tasks have been created.
func (s *State) Tasks() int { return len(s.born()) }

// grow draws the lines.
func (f *forest) grow() {
	s := f.s
	f.tasks = make([]spot, len(f.lanes))
	f.await()
	for i, l := range f.lanes {
		if !f.tasks[i].awaited && l.phaseAt(s.N) != Done {
			f.root(l.Task)
		}
	}
	for i, l := range f.lanes {
		if f.tasks[i].line == 0 && l.phaseAt(s.N) != Done {
			f.root(l.Task)
		}
	}
}

// born gives the lanes that exist, in order of creation.
func (s *State) born() []*Lane {
	lanes := s.tl.lanes[1:]
	return lanes[:lastBy(len(lanes), s.N, func(i int) int32 { return int32(lanes[i].Born) })]
}

// task gives the spot of a task that exists, nil if of is none.
func (f *forest) task(of trace.Future) *spot {
	if t := of.Task(); t > 0 && int(t) <= len(f.lanes) {
		return &f.tasks[t-1]
	}
	return nil
}

// await finds the tasks that are waited for, by a task or through others.
func (f *forest) await() {
	var todo []trace.Future
	for i := range f.lanes {
		todo = append(todo, f.on(i)...)
		for len(todo) > 0 {
			one := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if at := f.task(one); at != nil {
				at.awaited = true
				continue
			}
			if f.plain[one].awaited {
				continue
			}
			if kids, _ := f.kids(one); len(kids) > 0 {
				f.plain[one] = spot{awaited: true}
				todo = append(todo, kids...)
			}
		}
	}
}

// on gives what lane i waits for, a list of one or none.
func (f *forest) on(i int) []trace.Future {
	on, _ := f.lanes[i].waitsFor(f.s.N)
	if on == 0 {
		return nil
	}
	if len(f.one) == cap(f.one) {
		f.one = make([]trace.Future, 0, 256)
	}
	f.one = append(f.one, on)
	return f.one[len(f.one)-1 : len(f.one) : len(f.one)]
}

// kids gives what something waits for; holds tells that they are the holders
// of a lock.
func (f *forest) kids(of trace.Future) (kids []trace.Future, holds bool) {
	if f.task(of) != nil {
		return f.on(int(of.Task()) - 1), false
	}
	if of <= 0 || f.settled(of) {
		return nil, false
	}
	o := f.s.tl.Of(of)
	switch {
	case o == nil:
		return f.s.tl.childrenAt(of, f.s.N), false
	case o.Kind != "Lock" && o.Kind != "Condition" || o.lineOf(f.s.tl.kind(of)) != LineAcquire:
		return nil, false
	}
	for _, h := range o.sized().holders(f.s.N) {
		if h.Task != 0 {
			kids = append(kids, h.Task.Future())
		}
	}
	return kids, true
}

// settled tells whether a plain future is done.
func (f *forest) settled(of trace.Future) bool {
	got := f.s.tl.futures.get(of)
	return got != nil && by(got.done, f.s.N)
}

func (f *forest) root(t trace.Task) {
	f.draw(t.Future(), -1, false)
	for len(f.stack) > 0 {
		top := &f.stack[len(f.stack)-1]
		if top.next == len(top.kids) {
			f.place(top.of, spot{line: int32(top.index) + 1})
			f.stack = f.stack[:len(f.stack)-1]
			continue
		}
		kid := top.kids[top.next]
		top.next++
		f.draw(kid, top.index, top.holds)
	}
}

// place notes where something stands.
func (f *forest) place(of trace.Future, at spot) {
	if task := f.task(of); task != nil {
		task.line, task.open = at.line, at.open
	} else {
		f.plain[of] = at
	}
}

// draw appends the line of something, and makes it a branch if its children
// are to stand here.
func (f *forest) draw(of trace.Future, parent int, held bool) {
	n := f.node(of)
	n.Parent, n.Holds = parent, held
	if parent >= 0 {
		n.Depth = f.dst[parent].Depth + 1
	}
	at := f.plain[of]
	if task := f.task(of); task != nil {
		at = *task
	}
	index := len(f.dst)
	if shown := int(at.line) - 1; shown >= 0 {
		n.Cycle = at.open
		if n.Cycle || shown+1 < index && f.dst[shown+1].Parent == shown {
			n.Shared = shown
		}
		f.dst = append(f.dst, n)
		return
	}
	f.dst = append(f.dst, n)
	kids, holds := f.kids(of)
	if len(kids) > 0 {
		f.stack = append(f.stack, branch{index: index, of: of, kids: kids, holds: holds})
	}
	if len(kids) > 0 || f.task(of) != nil {
		f.place(of, spot{line: int32(index) + 1, open: len(kids) > 0})
	}
}

// node gives a line without its place.
func (f *forest) node(of trace.Future) Node {
	tl := f.s.tl
	n := Node{Shared: -1}
	if t := of.Task(); t != 0 {
		if n.Task = t; !f.bare {
			n.Label = tl.Label(t, f.s.N)
		}
		if l := tl.Lane(t); l != nil {
			if n.Phase = l.phaseAt(f.s.N); n.Phase == Waiting {
				n.Wait = tl.wait(l.stop(l.SpanAt(f.s.N)).Fut)
			}
		}
		return n
	}
	n.Fut, n.Wait, n.Phase = of, tl.wait(of), Waiting
	if f.settled(of) {
		n.Phase = Done
	}
	if o := tl.Of(of); o != nil {
		n.Object = o.ID
	}
	if !f.bare {
		n.Label, n.Wants = tl.plainLabel(of)
	}
	return n
}

// plainLabel gives what a future is called that is no task's, and of an
// object's what its line waits to do.
func (tl *Timeline) plainLabel(of trace.Future) (label, wants string) {
	label = tl.kind(of)
	if o := tl.Of(of); o != nil {
		return o.Label, o.lineOf(label).String()
	}
	if got := tl.futures.get(of); label == "sleep" && got.timer != 0 {
		return tl.sleepLabel(got.timer), ""
	}
	return label, ""
}

// sleepLabel is timerLabel, made once for each duration.
func (tl *Timeline) sleepLabel(timer int32) string {
	e := tl.event(timer)
	d := e.T - tl.TimeAt(int(tl.handles[timer].made))
	if label, ok := tl.sleeps[d]; ok {
		return label
	}
	label := "sleep(" + d.String() + ")"
	tl.sleeps[d] = label
	return label
}

// guide sets Last and Guides of a whole tree.
func guide(nodes []Node) {
	behind := make([]bool, len(nodes)+1) // by Parent and 1: one of its lines was seen
	for i := len(nodes) - 1; i >= 0; i-- {
		nodes[i].Last = !behind[nodes[i].Parent+1]
		behind[nodes[i].Parent+1] = true
	}
	for i := range nodes {
		n := &nodes[i]
		if n.Parent < 0 {
			continue
		}
		up := nodes[n.Parent]
		if n.Guides = up.Guides; !up.Last && up.Depth > 0 && up.Depth <= 64 {
			n.Guides |= 1 << (up.Depth - 1)
		}
	}
}

// Family appends who created whom: a line for every task that was created, in
// the order of Lanes, ended ones with Phase Done.
func (s *State) Family(dst []Node) []Node {
	base := len(dst)
	var path []int // by depth: the newest line
	for _, l := range s.tl.Lanes() {
		if l.Born > s.N {
			continue
		}
		depth := min(l.Depth, len(path))
		n := Node{Depth: depth, Parent: -1, Task: l.Task, Label: s.tl.Label(l.Task, s.N), Phase: l.phaseAt(s.N), Shared: -1}
		if depth > 0 {
			n.Parent = path[depth-1]
		}
		if n.Phase == Waiting {
			n.Wait = s.tl.wait(l.stop(l.SpanAt(s.N)).Fut)
		}
		path = append(path[:depth], len(dst)-base)
		dst = append(dst, n)
	}
	guide(dst[base:])
	return dst
}
