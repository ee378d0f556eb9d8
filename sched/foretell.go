package sched

import "loopscope/sched/trace"

// Foretell gives what the loop runs next, asked between two handles: the loop
// time at which that begins, and the task if it is a step. ok is false if the
// loop does not run, or runs no handle any more that is told of.
func (l *Loop) Foretell() (t trace.Time, task trace.Task, ok bool) {
	if !l.running {
		return 0, 0, false
	}
	n := l.ready.n
	if l.stopping {
		n = l.batch
	}
	for i := range n {
		if h := l.ready.at(i); !h.cancelled {
			if h.task != nil {
				task = h.task.num
			}
			return l.now, task, h.num != 0
		}
	}
	if l.stopping {
		return 0, 0, false
	}
	when, ok := l.NextTimer()
	return max(when, l.now), 0, ok
}
