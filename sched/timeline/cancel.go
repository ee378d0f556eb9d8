package timeline

import (
	"strings"

	"loopscope/sched/trace"
)

// asked notes a request to cancel.
func (tl *Timeline) asked(l *Lane, n int32, e trace.Event) {
	c := cancel{asked: n, from: e.By(), cause: tl.cause(n, e), certain: tl.certain(l)}
	tl.mark(e.Task, mark{n: n, kind: MarkAsked, aux: int32(len(l.cancels))})
	l.cancels = append(l.cancels, c)
	l.counts = append(l.counts, count{n: n, count: l.cancelling() + 1})
}

// cause tells how a request came about, from what runs at the moment.
func (tl *Timeline) cause(n int32, e trace.Event) Cause {
	switch {
	case e.Flags&trace.ByTaskGroup != 0:
		return CauseGroup
	case e.Flags&(trace.ByTimeout|trace.ByWaitFor) != 0:
		return CauseTimeout
	case e.Fut < 0 || e.Fut == 0 && tl.passedOn(n, e.Task):
		return CauseWaiter
	case e.Fut > 0:
		return CauseGather
	case tl.tip.handle == 0 && tl.tip.command != 0:
		return CauseUser
	case tl.tip.handle == 0 && tl.tip.shutdown != 0:
		return CauseShutdown
	case tl.tip.handle == 0:
		return CauseUnknown
	case tl.tip.what == trace.Step:
		if e.By() == 0 {
			return CauseUnknown
		}
		return CauseTask
	}
	switch fn := tl.view.String(tl.tip.fn); {
	case fn == "timeout" && tl.tip.what != trace.Done:
		return CauseTimeout
	case fn == "TaskGroup" && tl.tip.what == trace.Done:
		return CauseGroup
	case ours[fn] && tl.tip.what == trace.Done:
		return CauseUnknown
	}
	return CauseCallback
}

// passedOn tells whether the event before n asked a task that waits for t:
// Task.cancel of the one calls that of the other first of all.
func (tl *Timeline) passedOn(n int32, t trace.Task) bool {
	if n < 2 {
		return false
	}
	before := tl.view.At(int(n) - 1)
	l := tl.Lane(before.Task)
	if before.Kind != trace.TaskCancel || l == nil || l.Ended != 0 || l.phase() != Waiting {
		return false
	}
	return tl.view.At(int(l.spans[len(l.spans)-1].n)).Fut == t.Future()
}

// certain tells whether a request made now is delivered by the next step
// whatever happens: when the task stands ready, or waits for a future that a
// cancel settles. A task or a gather may answer a cancel otherwise.
func (tl *Timeline) certain(l *Lane) bool {
	switch l.phase() {
	case Ready:
		return true
	case Waiting:
		on := tl.view.At(int(l.spans[len(l.spans)-1].n)).Fut
		return on.Task() == 0 && tl.kind(on) != "gather" && tl.kind(on) != ""
	}
	return false
}

// deliverCertain notes, where the source does not tell, that a step delivers
// what was asked.
func (tl *Timeline) deliverCertain(l *Lane, n int32) {
	if tl.tip.exact || len(l.cancels) == 0 {
		return
	}
	certain := false
	for _, c := range l.cancels {
		certain = certain || c.delivered == 0 && c.over == 0 && (c.certain || tl.wokenByCancelled(l))
	}
	if certain {
		tl.delivered(l, n)
	}
}

// wokenByCancelled tells whether the task, whose step has just begun, waited
// for a task that ended cancelled.
func (tl *Timeline) wokenByCancelled(l *Lane) bool {
	for i := len(l.spans) - 1; i >= 0; i-- {
		if l.spans[i].phase == Waiting {
			other := tl.Lane(tl.view.At(int(l.spans[i].n)).Fut.Task())
			return other != nil && other.Ended != 0 && other.Outcome == trace.Cancelled
		}
	}
	return false
}

func (tl *Timeline) thrown(l *Lane, n int32, e trace.Event) {
	if strings.HasPrefix(tl.view.String(e.Name), "CancelledError") {
		tl.delivered(l, n)
	}
}

// delivered notes that CancelledError is raised in a task: of several requests
// that wait all are served by it.
func (tl *Timeline) delivered(l *Lane, n int32) {
	tl.mark(l.Task, mark{n: n, kind: MarkDelivered})
	for i := len(l.cancels) - 1; i >= 0 && !l.cancels[i].settled(); i-- {
		l.cancels[i].delivered = n
	}
}

// settled tells whether a request is delivered or over. Those before it are so
// too: whatever answers a request answers all before it.
func (c cancel) settled() bool { return c.delivered != 0 || c.over != 0 }

// request gives the request of event asked, nil if there is none.
func (l *Lane) request(asked int) *cancel {
	i := lastBy(len(l.cancels), asked, func(i int) int32 { return l.cancels[i].asked }) - 1
	if i < 0 || int(l.cancels[i].asked) != asked {
		return nil
	}
	return &l.cancels[i]
}

// served gives how many requests event n delivers, and the newest of them.
func (l *Lane) served(n int) (count, newest int) {
	for i := lastBy(len(l.cancels), n, func(i int) int32 { return l.cancels[i].asked }) - 1; i >= 0; i-- {
		switch c := l.cancels[i]; {
		case int(c.delivered) == n:
			count++
			newest = max(newest, int(c.asked))
		case by(c.delivered, n) || by(c.over, n):
			return count, newest
		}
	}
	return count, newest
}

// absorbed notes at the end of a step that the requests made before it were not
// delivered: what the task waited for answered them.
func (tl *Timeline) absorbed(l *Lane, n int32) {
	if len(l.cancels) == 0 {
		return
	}
	began := l.spans[len(l.spans)-1].n
	for i := len(l.cancels) - 1; i >= 0 && !l.cancels[i].settled(); i-- {
		if c := &l.cancels[i]; c.asked < began {
			c.over = n
		}
	}
}

// uncancelled takes back what was asked: a timeout has turned its cancel into
// TimeoutError, or the program called uncancel.
func (tl *Timeline) uncancelled(l *Lane, n int32, e trace.Event) {
	l.counts = append(l.counts, count{n: n, count: e.ID})
	if e.ID != 0 {
		return
	}
	for i := range l.cancels {
		if c := &l.cancels[i]; c.over == 0 {
			c.over = n
		}
	}
}

// settleCancels ends the requests with their task.
func (tl *Timeline) settleCancels(l *Lane, n int32) {
	swallowed := false
	for i := range l.cancels {
		c := &l.cancels[i]
		swallowed = swallowed || c.delivered != 0 && c.over == 0 && l.Outcome == trace.Returned
		if c.over == 0 {
			c.over = n
		}
	}
	if swallowed {
		tl.mark(l.Task, mark{n: n, kind: MarkSwallowed})
	}
}
