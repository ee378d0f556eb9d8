package timeline

import (
	"sort"

	"loopscope/sched/trace"
)

// Events are stamped on everything below: a stamp is the number of the event
// that made a thing so, 0 if it is not so yet.

// by tells whether a stamp holds at position n.
func by(stamp int32, n int) bool { return stamp != 0 && int(stamp) <= n }

// A handle is what became of one; its kind stands with the event that
// scheduled it.
type handle struct {
	made  int32 // scheduled
	ready int32 // put into the ready queue; of a timer the begin of a turn
	begin int32
	end   int32
	gone  int32 // cancelled, or dropped with its loop
}

// waits tells whether the handle is to run at position n.
func (h handle) waits(n int) bool {
	return by(h.made, n) && !by(h.begin, n) && !by(h.gone, n)
}

// A column is a handle that ran.
type column struct {
	handle int32
	turn   int32 // index in turns
}

// A turn is the column of its first handle.
type turn struct {
	first int32
	n     int32 // its number
}

// A span is where a Span begins; what it is about stands with that event.
type span struct {
	n     int32
	col   int32
	t     trace.Time
	cause int32 // ready: the event that scheduled the step; waiting: handle of the timer that the step set, 0 if none
	phase Phase
}

// A mark is a Mark whose text stands with its event.
type mark struct {
	n    int32
	kind MarkKind
	aux  int32 // MarkAsked: index in cancels; MarkShield: the future of a shield in the program, 0 of a command
}

// A cancel is one request.
type cancel struct {
	asked     int32
	delivered int32
	over      int32 // the task ended, took it back, or never got it
	from      trace.Task
	cause     Cause
	certain   bool // it is delivered by the next step, whatever the source says
}

// A count is a value of Task.cancelling().
type count struct{ n, count int32 }

// causes are the events to which causes are followed, by kind.
type causes struct {
	commands  []int32         // CommandDone
	shutdowns []int32         // LoopShutdown
	requests  []int32         // TaskCancel
	through   map[int32]int32 // of a request, or the end of a future, that a gather passed on: the request that came to it, 0 for none
	runs      []count         // the lines at which runs were begun
}

// A rename is a label from an event on.
type rename struct {
	n     int32
	label string
}

// A future is a plain one that a task may wait for.
type future struct {
	made  int32 // its FutureCreated
	done  int32
	timer int32 // handle of the timer that settles it, 0 if there is none

	object trace.Object // whose it is, 0 if it is no object's
}

// A callback is a done callback of a task, by the events that added and
// removed it.
// A wall is a cancel that stopped at a task's shield: from event n on waiter
// has its outer future, which was cancelled, in the task's place.
type wall struct {
	n      int32
	waiter trace.Future
}

type callback struct{ added, gone int32 }

// futures finds a future by its number. Numbers of one run lie close together,
// those of a hostile one need not.
type futures struct {
	dense []future
	far   map[trace.Future]*future
}

func (fs *futures) get(f trace.Future) *future {
	if f > 0 && int(f) < len(fs.dense) {
		return &fs.dense[f]
	}
	return fs.far[f]
}

func (fs *futures) make(f trace.Future) *future {
	if got := fs.get(f); got != nil {
		return got
	}
	if f > 0 && int(f) <= 2*len(fs.dense)+64 {
		for int(f) >= len(fs.dense) {
			fs.dense = append(fs.dense, future{})
		}
		return &fs.dense[f]
	}
	if fs.far == nil {
		fs.far = map[trace.Future]*future{}
	}
	got := &future{}
	fs.far[f] = got
	return got
}

// lastBy gives how many of n stamps in rising order hold at position pos.
func lastBy(n, pos int, stamp func(int) int32) int {
	return sort.Search(n, func(i int) bool { return int(stamp(i)) > pos })
}
