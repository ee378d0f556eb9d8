package sched

// timerHeap is a binary heap of timers, the first due first. Ties fire in the
// order in which they were scheduled: CPython compares the time only, and a
// heap is not stable, but on a real clock ties hardly occur.
type timerHeap []*TimerHandle

func (t *TimerHandle) before(u *TimerHandle) bool {
	if t.when != u.when {
		return t.when < u.when
	}
	return t.num < u.num
}

func (th *timerHeap) push(t *TimerHandle) {
	*th = append(*th, t)
	th.up(len(*th) - 1)
}

// pop takes the first timer; there must be one.
func (th *timerHeap) pop() *TimerHandle {
	s := *th
	first, last := s[0], len(s)-1
	s[0], s[last] = s[last], nil
	*th = s[:last]
	th.down(0)
	return first
}

// index gives the place of a timer that is not cancelled, by its number; -1: it
// is not there.
func (th timerHeap) index(num int) int {
	for i, t := range th {
		if int(t.num) == num && !t.cancelled {
			return i
		}
	}
	return -1
}

// remove takes the timer at place i out.
func (th *timerHeap) remove(i int) {
	s := *th
	last := len(s) - 1
	s[i], s[last] = s[last], nil
	*th = s[:last]
	if i < last {
		th.down(i)
		th.up(i)
	}
}

func (th timerHeap) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !th[i].before(th[parent]) {
			return
		}
		th[i], th[parent] = th[parent], th[i]
		i = parent
	}
}

func (th timerHeap) down(i int) {
	for {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(th); c++ {
			if th[c].before(th[least]) {
				least = c
			}
		}
		if least == i {
			return
		}
		th[i], th[least] = th[least], th[i]
		i = least
	}
}

// The bounds past which cancelled timers are swept out of the heap, as
// _MIN_SCHEDULED_TIMER_HANDLES and _MIN_CANCELLED_TIMER_HANDLES_FRACTION in
// asyncio/base_events.py.
const minTimersToSweep = 100

// sweep drops cancelled timers: those at the head, or all of them if they are
// more than half of many. It mirrors the first part of
// BaseEventLoop._run_once in asyncio/base_events.py.
func (l *Loop) sweep() {
	if n := len(l.timers); n > minTimersToSweep && 2*l.timersCancelled > n {
		kept := l.timers[:0]
		for _, t := range l.timers {
			if t.cancelled {
				t.inHeap = false
			} else {
				kept = append(kept, t)
			}
		}
		clear(l.timers[len(kept):])
		l.timers, l.timersCancelled = kept, 0
		for i := len(kept)/2 - 1; i >= 0; i-- {
			kept.down(i)
		}
		return
	}
	for len(l.timers) > 0 && l.timers[0].cancelled {
		l.timersCancelled--
		l.timers.pop().inHeap = false
	}
}
