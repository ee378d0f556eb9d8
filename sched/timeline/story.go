package timeline

import "loopscope/sched/trace"

// A Story is one cancellation from who asked for it to what came of it.
type Story struct {
	N       int        // its first event: of a request that no other request made
	Cause   Cause      // who asked
	By      trace.Task // CauseTask: which task asked; 0: none
	Line    int32      // of the script; 0: none
	Targets []Target   // the tasks that it came to, in order
	Told    []Told     // what happened, in order of events
}

// Told is one thing that happened in a Story.
type Told struct {
	Link
	Cancelling int // Task.cancelling() of its Task right after it
}

// A Target is a task that a cancel came to. The fields are events, 0 for what
// did not happen.
type Target struct {
	Task      trace.Task
	From      trace.Task // through which task the request came; 0: it was asked itself
	Asked     int
	Delivered int   // CancelledError was raised in it
	Line      int32 // where
	Swallowed int   // it ended otherwise than cancelled
	Stopped   int   // a shield stopped the cancel before this task
}

// Cancels gives the events at which the cancellations up to position upTo
// begin, in order.
func (tl *Timeline) Cancels(upTo int) []int {
	var roots []int
	for _, n := range tl.requests[:lastBy(len(tl.requests), upTo, func(i int) int32 { return tl.requests[i] })] {
		if m := tl.raw(int(n)); m == 0 || tl.view.At(m).Kind != trace.TaskCancel {
			roots = append(roots, int(n))
		}
	}
	return roots
}

// CancelStory tells the cancellation that event n belongs to, as far as
// position upTo.
func (tl *Timeline) CancelStory(n, upTo int) Story {
	return Story{N: n}
}

// WhoCancelled gives the event at which the cancellation begins that came to a
// task last, up to position n; 0 if none did.
func (tl *Timeline) WhoCancelled(task trace.Task, n int) int {
	l := tl.Lane(task)
	if l == nil {
		return 0
	}
	i := lastBy(len(l.cancels), n, func(i int) int32 { return l.cancels[i].asked })
	if i == 0 {
		return 0
	}
	asked := int(l.cancels[i-1].asked)
	for m := tl.raw(asked); m != 0 && m < asked && tl.view.At(m).Kind == trace.TaskCancel; m = tl.raw(asked) {
		asked = m
	}
	return asked
}
