package timeline

import (
	"math"

	"loopscope/sched/trace"
)

// A Difference is how two runs of one program differ: a run, and the run that
// was forked off it, say. What one of them has not come to yet is no
// difference.
type Difference struct {
	A, B *Timeline
	Fork int  // the last position up to which both are the same
	Same bool // neither has an event that the other has not

	reachA  trace.Time // up to which A tells everything; the largest Time if it has ended
	reachB  trace.Time
	pairs   []Pair
	ofA     []int32 // by task of A: index of its pair; 0 is unused
	ofB     []int32
	lanes   []laneDiff // by index of the pair
	outputs OutputDiff
	changes []Change
}

// A Pair is a task in two runs: the same number up to the fork, then the same
// coroutine created by the same task in the same order. One of them is 0 if
// only one run has it.
type Pair struct{ A, B trace.Task }

// An OutputDiff is what was written otherwise: indices for Timeline.Output.
type OutputDiff struct {
	OnlyA []int
	OnlyB []int
	Moved [][2]int // the same line at another time, in A and in B
}

// A laneDiff is what two lanes do otherwise.
type laneDiff struct {
	onlyA, onlyB []int // spans
	parts        []part
}

// A part is a stretch in which lanes differ: the first span of each that the
// other has not, -1 if there is none.
type part struct{ a, b int }

// Diff compares two runs of the same program as far as they have come. Its
// cost grows with their lengths.
func Diff(a, b *Timeline) *Difference {
	d := &Difference{A: a, B: b, Fork: fork(a.view, b.view), reachA: reach(a), reachB: reach(b)}
	d.Same = d.Fork == a.view.Len() && d.Fork == b.view.Len()
	d.pair()
	d.lanes = make([]laneDiff, len(d.pairs))
	for i, p := range d.pairs {
		d.lanes[i] = d.lane(a.Lane(p.A), b.Lane(p.B))
	}
	d.output()
	d.list()
	return d
}

// reach gives up to which time a run tells everything.
func reach(tl *Timeline) trace.Time {
	n := tl.view.Len()
	if i := len(tl.ends); i > 0 {
		if e := tl.view.At(int(tl.ends[i-1])); ends(e) {
			return math.MaxInt64
		}
	}
	return tl.TimeAt(n)
}

// Pairs gives every task of either run, in order of creation in A, then those
// that only B has.
func (d *Difference) Pairs() []Pair { return d.pairs }

// InB gives the task of B that is task t of A, 0 if there is none.
func (d *Difference) InB(t trace.Task) trace.Task {
	if t <= 0 || int(t) >= len(d.ofA) {
		return 0
	}
	return d.pairs[d.ofA[t]].B
}

// InA gives the task of A that is task t of B, 0 if there is none.
func (d *Difference) InA(t trace.Task) trace.Task {
	if t <= 0 || int(t) >= len(d.ofB) {
		return 0
	}
	return d.pairs[d.ofB[t]].A
}

// SpansA gives the indices of the spans of a task of A that B has not alike: of
// the same phase, for the same, at the same line and the same times.
func (d *Difference) SpansA(t trace.Task) []int {
	if t <= 0 || int(t) >= len(d.ofA) {
		return nil
	}
	return d.lanes[d.ofA[t]].onlyA
}

// SpansB is SpansA for a task of B.
func (d *Difference) SpansB(t trace.Task) []int {
	if t <= 0 || int(t) >= len(d.ofB) {
		return nil
	}
	return d.lanes[d.ofB[t]].onlyB
}

// Outputs gives what was written otherwise.
func (d *Difference) Outputs() OutputDiff { return d.outputs }

// Differences gives what differs, in order of time.
func (d *Difference) Differences() []Change { return d.changes }

// pair finds the tasks that are the same.
func (d *Difference) pair() {
	a, b := d.A.lanes, d.B.lanes
	d.ofA, d.ofB = make([]int32, len(a)), make([]int32, len(b))
	join := func(x, y trace.Task) {
		if d.ofA[x] = int32(len(d.pairs)); y != 0 {
			d.ofB[y] = int32(len(d.pairs))
		}
		d.pairs = append(d.pairs, Pair{A: x, B: y})
	}
	t := 1
	for ; t < len(a) && t < len(b) && a[t].Born <= d.Fork && b[t].Born <= d.Fork; t++ {
		join(trace.Task(t), trace.Task(t))
	}
	type kin struct {
		creator trace.Task
		fn      string
	}
	later := map[kin][]trace.Task{}
	for _, l := range b[t:] {
		k := kin{l.Creator, l.Fn}
		later[k] = append(later[k], l.Task)
	}
	taken := make([]bool, len(b))
	for _, l := range a[t:] {
		k, twin := kin{fn: l.Fn}, trace.Task(0)
		if l.Creator != 0 {
			k.creator = d.pairs[d.ofA[l.Creator]].B
		}
		if same := later[k]; len(same) > 0 && (k.creator != 0) == (l.Creator != 0) {
			twin, later[k] = same[0], same[1:]
			taken[twin] = true
		}
		join(l.Task, twin)
	}
	for _, l := range b[t:] {
		if !taken[l.Task] {
			d.ofB[l.Task] = int32(len(d.pairs))
			d.pairs = append(d.pairs, Pair{B: l.Task})
		}
	}
}
