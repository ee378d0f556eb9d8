package timeline

import (
	"sort"

	"loopscope/sched/trace"
)

// An Object is a thing at which tasks meet: a Queue, a Lock, an Event, a
// Semaphore, a Condition or a Barrier. It is there only where the source tells
// of it.
type Object struct {
	ID      trace.Object
	Kind    string     // Queue, Lock, Event, Semaphore, Condition or Barrier
	Class   string     // of the program: "PriorityQueue", "BoundedSemaphore"; Kind if it is not told
	Name    string     // as the source numbers it: "PriorityQueue 1"
	Label   string     // Name, made unique among the objects
	Creator trace.Task // 0: no task
	Line    int32      // of its creation; 0: none
	Born    int        // event
	Limit   int        // most items of a queue, permits a semaphore began with, parties of a barrier; 0: none, or not told
	Lock    *Object    // of a condition: the lock it was given; nil: one of its own

	tl         *Timeline
	ops        []objectOp
	sizes      []sizeStep
	lines      [lineKinds]line
	holds      []hold
	open       map[trace.Task]int32 // of holds: the one of a task that is not over
	holdLows   []low
	unfinished int32
}

// A LineKind says what those who stand in one line at an object want of it.
type LineKind uint8

// The lines of objects, by the method in which a task waits.
const (
	LineGet     LineKind = iota // Queue.get
	LinePut                     // Queue.put
	LineJoin                    // Queue.join
	LineAcquire                 // Lock.acquire, Semaphore.acquire; the lock of a Condition or Barrier
	LineWait                    // Event.wait, Condition.wait, Barrier.wait
	lineKinds
)

var lineNames = [lineKinds]string{"get", "put", "join", "acquire", "wait"}

// String gives the method: "get".
func (k LineKind) String() string { return lineNames[k] }

// An ObjectOp is one thing that was done to an Object.
type ObjectOp struct {
	N       int // event
	T       trace.Time
	Task    trace.Task // who; 0: no task
	Line    int32      // of the script; 0: none
	Op      string     // "put", "acquire", "wait", "leave", …
	Size    int        // after it, as ObjectState.Size
	Waiters int        // after it, as asyncio's repr counts them
}

// A SizeStep is a stretch in which the size of an Object stays what it is.
type SizeStep struct {
	From Point
	Size int
	Peak int // the largest size up to here
}

// A Waiter is a task in a line at an Object.
type Waiter struct {
	Task  trace.Task
	Fut   trace.Future // by which it waits
	Since Point        // when it stopped
	Line  int32        // where; 0: not known
	Woken int          // event that ended its wait: it is ready, and has not looked yet; 0: it waits
}

// A Holder is a task that has taken a lock or permits and has not given them
// back, or that is inside a barrier.
type Holder struct {
	Task  trace.Task // 0: not known
	Count int        // permits; 1 of a lock or barrier
	Since int        // event
}

// An ObjectState is an Object at one position.
type ObjectState struct {
	Size       int // items of a queue, permits left, parties inside a barrier; 1: locked, or set
	Waiters    int // tasks that wait, those that were woken not among them
	Unfinished int // of a queue: items put and not reported by task_done
	Holders    []Holder
	Lines      [lineKinds][]Waiter // by LineKind, each in the order in which they are served
	Last       ObjectOp            // Last.N is 0 if nothing was done yet
}

type objectOp struct {
	n, unfinished int32
}

type sizeStep struct {
	n, col     int32
	t          trace.Time
	size, peak int32
}

// A line is all who ever stood in one, in the order in which they came.
type line struct {
	stays []stay
	lows  []low
}

// A stay is a waiting span of a lane.
type stay struct {
	task trace.Task
	span int32
}

// A low says that from event n on whatever stands before first is over.
type low struct{ n, first int32 }

type hold struct {
	task            trace.Task
	from, to, since int32
	count           int32
}

// Objects gives every object in order of creation. The slice is valid until
// the next Extend; the objects stay.
func (tl *Timeline) Objects() []*Object { return tl.objects }

// Object gives an object by its number, nil if there is none.
func (tl *Timeline) Object(id trace.Object) *Object {
	if id < 1 || int(id) > len(tl.objects) {
		return nil
	}
	return tl.objects[id-1]
}

// Of gives the object whose future f is, nil if it is no object's.
func (tl *Timeline) Of(f trace.Future) *Object {
	if got := tl.futures.get(f); got != nil {
		return tl.Object(got.object)
	}
	return nil
}

// Object gives the object at which a task waits, nil if it waits for something
// else or not at all.
func (s *State) Object(t trace.Task) *Object {
	l := s.tl.Lane(t)
	if l == nil || l.phaseAt(s.N) != Waiting {
		return nil
	}
	return s.tl.Of(l.stop(l.SpanAt(s.N)).Fut)
}

// Ops gives the number of things done to the object so far.
func (o *Object) Ops() int { return len(o.ops) }

// OpAt gives the number of things done up to position n.
func (o *Object) OpAt(n int) int {
	return lastBy(len(o.ops), n, func(i int) int32 { return o.ops[i].n })
}

// Op gives thing i, from 0.
func (o *Object) Op(i int) ObjectOp {
	n := int(o.ops[i].n)
	e := o.tl.view.At(n)
	return ObjectOp{
		N: n, T: o.tl.TimeAt(n), Task: e.Task, Line: e.Line, Op: o.tl.view.String(e.Name),
		Size: e.Size(), Waiters: e.Waiters(),
	}
}

// sized gives the object whose size is this one's.
func (o *Object) sized() *Object {
	if o.Lock != nil {
		return o.Lock
	}
	return o
}

// Sizes gives the number of stretches of equal size so far; the first begins
// with the object.
func (o *Object) Sizes() int { return len(o.sized().sizes) }

// Size gives stretch i, from 0.
func (o *Object) Size(i int) SizeStep {
	s := o.sized().sizes[i]
	return SizeStep{From: Point{N: int(s.n), T: s.t, Col: int(s.col)}, Size: int(s.size), Peak: int(s.peak)}
}

// SizeAt gives the index of the stretch at position n, -1 before the object.
func (o *Object) SizeAt(n int) int {
	of := o.sized()
	return lastBy(len(of.sizes), n, func(i int) int32 { return of.sizes[i].n }) - 1
}

// SizeAtTime gives the index of the last stretch that began at loop time t or
// before, -1 if there is none.
func (o *Object) SizeAtTime(t trace.Time) int {
	of := o.sized()
	return sort.Search(len(of.sizes), func(i int) bool { return of.sizes[i].t > t }) - 1
}

// SizeAtColumn is SizeAtTime for a column.
func (o *Object) SizeAtColumn(col int) int {
	of := o.sized()
	return lastBy(len(of.sizes), col, func(i int) int32 { return of.sizes[i].col }) - 1
}

// At gives the state of the object at position n; it is zero before the object.
func (o *Object) At(n int) ObjectState {
	var st ObjectState
	if i := o.SizeAt(n); i >= 0 {
		st.Size = int(o.sized().sizes[i].size)
	}
	if i := o.OpAt(n); i > 0 {
		st.Last, st.Unfinished = o.Op(i-1), int(o.ops[i-1].unfinished)
	}
	for k := range o.lines {
		st.Lines[k] = o.line(LineKind(k), n)
		for _, w := range st.Lines[k] {
			if w.Woken == 0 {
				st.Waiters++
			}
		}
	}
	st.Holders = o.sized().holders(n)
	return st
}

// line gives who stands in a line at position n.
func (o *Object) line(k LineKind, n int) []Waiter {
	var all []Waiter
	ln := &o.lines[k]
	for _, st := range ln.stays[from(ln.lows, n):] {
		l := o.tl.lanes[st.task]
		began := l.spans[st.span]
		if int(began.n) > n {
			break
		}
		if by(l.over(st), n) {
			continue
		}
		e := o.tl.view.At(int(began.n))
		w := Waiter{
			Task: st.task, Fut: e.Fut, Line: e.Line,
			Since: Point{N: int(began.n), T: began.t, Col: int(began.col)},
		}
		if next := int(st.span) + 1; next < len(l.spans) && by(l.spans[next].n, n) {
			w.Woken = int(l.spans[next].n)
		}
		all = append(all, w)
	}
	return all
}

// over gives the event at which a stay in a line was over: the next step, or
// the end of the task; 0: it is not.
func (l *Lane) over(st stay) int32 {
	for _, s := range l.spans[st.span+1:] {
		if s.phase == Running {
			return s.n
		}
	}
	return int32(l.Ended)
}

// from gives where the first that is not over stands at position n, or one
// before it.
func from(lows []low, n int) int32 {
	if i := lastBy(len(lows), n, func(i int) int32 { return lows[i].n }); i > 0 {
		return lows[i-1].first
	}
	return 0
}

// holders gives who holds the object at position n, the longest first.
func (o *Object) holders(n int) []Holder {
	var all []Holder
	for _, h := range o.holds[from(o.holdLows, n):] {
		if int(h.from) > n {
			break
		}
		if !by(h.to, n) {
			all = append(all, Holder{Task: h.task, Count: int(h.count), Since: int(h.since)})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Since < all[j].Since })
	return all
}
