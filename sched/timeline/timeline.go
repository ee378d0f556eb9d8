package timeline

import (
	"sort"

	"loopscope/sched/trace"
)

// A Timeline is one run, folded. It belongs to one goroutine.
type Timeline struct {
	view trace.View
	slow trace.Time

	handles []handle // by number; 0 is unused
	columns []column
	turns   []turn
	alive   []snapshot
	lanes   []*Lane // by number of the task; 0 is unused
	tree    []*Lane // in tree order; shorter than lanes when it must be made anew
	roots   []*Lane
	futures futures
	eager   []eager
	outputs []int32 // events
	ends    []int32 // RunResult, RunExit and RunRefused events
	causes
	tales   tales
	clock   []instant
	labels  labels
	lines   lines
	objects []*Object
	peaks   []peak
	works   []work
	sleeps  map[trace.Time]string // labels of sleeps

	objectLabels labels

	moved moved

	tip tip

	last  *State // that was asked for, until the next event
	ranks []rank // of order, for use again
}

// eager is the first step of an eager task, inside the step of another.
type eager struct {
	task       trace.Task
	begin, end int32
}

// instant is an event at which the loop time changed.
type instant struct {
	n int32
	t trace.Time
}

// New makes an empty Timeline.
func New() *Timeline {
	return &Timeline{
		slow:    trace.Second / 10,
		handles: make([]handle, 1),
		lanes:   make([]*Lane, 1),
		labels:  labels{},
		lines:   newLines(),

		objectLabels: labels{},
		sleeps:       map[trace.Time]string{},
	}
}

// Extend folds what a later View of the same Log has that the last one had
// not; an earlier View has nothing. Lanes found before stay the same objects.
func (tl *Timeline) Extend(v trace.View) {
	from := tl.view.Len()
	if v.Len() < from {
		return
	}
	tl.view, tl.last = v, nil
	for n := from + 1; n <= v.Len(); n++ {
		tl.apply(n, v.At(n))
	}
}

// View gives the events folded so far.
func (tl *Timeline) View() trace.View { return tl.view }

// SetSlow sets from how much loop time on a step counts as slow; 0.1 s at
// first, asyncio's slow_callback_duration.
func (tl *Timeline) SetSlow(d trace.Time) { tl.slow = d }

// Lane gives the lane of a task, nil if there is none.
func (tl *Timeline) Lane(t trace.Task) *Lane {
	if t <= 0 || int(t) >= len(tl.lanes) {
		return nil
	}
	return tl.lanes[t]
}

// Lanes gives every task in tree order: a creator before what it created, in
// order of creation. A new task is put behind its creator's others, so an
// index may move; remember the Task. The slice is valid until the next Extend.
func (tl *Timeline) Lanes() []*Lane {
	if len(tl.tree) == len(tl.lanes)-1 {
		return tl.tree
	}
	tl.tree = tl.tree[:0]
	for _, root := range tl.roots {
		for l := root; l != nil; l = l.follower() {
			tl.tree = append(tl.tree, l)
		}
	}
	return tl.tree
}

// follower gives the next lane of a tree, without recursion: a task may create
// one that creates one, a hundred thousand times.
func (l *Lane) follower() *Lane {
	if l.first != nil {
		return l.first
	}
	for l != nil && l.next == nil {
		l = l.parent
	}
	if l == nil {
		return nil
	}
	return l.next
}

// timed are the kinds whose T is the time at which they happened.
var timed = [256]bool{
	trace.TaskDone: true, trace.TaskMark: true, trace.HandleBegin: true, trace.HandleEnd: true, trace.FutureDone: true,
	trace.Print: true, trace.Stderr: true, trace.LoopBlocked: true, trace.LoopException: true, trace.LoopShutdown: true,
	trace.CommandDone: true, trace.CommandRefused: true, trace.RunBreak: true, trace.RunResult: true, trace.RunExit: true,
}

// TimeAt gives the loop time at position n.
func (tl *Timeline) TimeAt(n int) trace.Time {
	if i := lastBy(len(tl.clock), n, func(i int) int32 { return tl.clock[i].n }); i > 0 {
		return tl.clock[i-1].t
	}
	return 0
}

// EventAt gives the last position whose loop time is t or less, not before
// Home.
func (tl *Timeline) EventAt(t trace.Time) int {
	if t < 0 {
		return tl.Home()
	}
	n := tl.view.Len()
	if i := sort.Search(len(tl.clock), func(i int) bool { return tl.clock[i].t > t }); i < len(tl.clock) {
		n = int(tl.clock[i].n) - 1
	}
	return max(n, tl.Home())
}

// point gives the place of an event.
func (tl *Timeline) point(n int) Point {
	return Point{N: n, T: tl.TimeAt(n), Col: tl.Column(n)}
}

// newest gives the place of the newest event as an end that has not come yet.
func (tl *Timeline) newest() Point {
	return Point{T: tl.tip.t, Col: len(tl.columns) - 1}
}
