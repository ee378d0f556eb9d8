package timeline

import "loopscope/sched/trace"

// A Difference is how two runs of one program differ: a run, and the run that
// was forked off it, say. What one of them has not come to yet is no
// difference.
type Difference struct {
	A, B *Timeline
	Fork int  // the last position up to which both are the same
	Same bool // one run has all events of the other

	pairs []Pair
	ofA   []int // by task of A: index of its pair
	ofB   []int
}

// A Pair is a task in two runs: the same number up to the fork, then the same
// coroutine created by the same task in the same order. One of them is 0 if
// only one run has it.
type Pair struct{ A, B trace.Task }

// ChangeKind says what a Change is about.
type ChangeKind uint8

// The kinds of changes.
const (
	ChangeCommand ChangeKind = iota + 1 // the user did something in one run
	ChangeCreated                       // a task is only in one run
	ChangeLane                          // a task goes another way from here on
	ChangeOutput                        // a line written in one run only, or at another time
	ChangeEnded                         // a task ends otherwise, or at another time
	ChangeResult                        // the program ends otherwise
)

// A Change is one difference.
type Change struct {
	Kind   ChangeKind
	NA, NB int        // events in the two runs, 0 if there is none
	T      trace.Time // of the earlier
	Task   trace.Task // in A; in B if A has no such task (NA is 0 then); 0: none
	Say    Sentence   // about A, with what B does instead; its tasks are those of the run that Task is of
}

// Diff compares two runs of the same program. Its cost grows with their
// lengths.
func Diff(a, b *Timeline) *Difference {
	d := &Difference{A: a, B: b}
	return d
}

// Pairs gives every task of either run, in order of creation in A, then those
// of B only.
func (d *Difference) Pairs() []Pair { return d.pairs }

// Spans gives the indices of the spans of a task of A that its pair has not
// alike: of the same phase, for the same, at the same line and times. other is
// the same for B.
func (d *Difference) Spans(p Pair) (spans, other []int) { return nil, nil }

// Differences gives what differs, in order of time.
func (d *Difference) Differences() []Change { return nil }
