package session

import (
	"math"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// StepHandle moves to the next stop; at the newest event it runs what comes
// next.
func (s *Session) StepHandle() {
	s.move()
	if n, ok := s.tl.NextHandle(s.pos); ok {
		s.put(n)
		return
	}
	if s.runnable(toStop) {
		s.ask(&request{aim: aimOne})
	}
}

// BackHandle moves to the stop before, at most to the opening.
func (s *Session) BackHandle() {
	s.move()
	n, _ := s.tl.PrevHandle(s.pos)
	s.put(max(n, s.start))
}

// StepTurn moves to the end of the turn, at the end of one to that of the
// next; at the newest event it runs what is left of the turn. What stands
// between two turns may be a step of its own.
func (s *Session) StepTurn() {
	s.move()
	if n, ok := s.tl.NextTurn(s.pos); ok {
		s.put(n)
		if n < s.newest() || s.tl.At(n).Left == 0 {
			return
		}
	}
	if s.runnable(toEdge) {
		s.ask(&request{aim: aimTurn, batch: s.batch()})
	}
}

// BackTurn moves to the end of the turn before, at most to the opening.
func (s *Session) BackTurn() {
	s.move()
	n, _ := s.tl.PrevTurn(s.pos)
	s.put(max(n, s.start))
}

// Seek moves to event n. One that has not happened yet is run to, as far as
// the run goes.
func (s *Session) Seek(n int) {
	s.move()
	if s.Opening() {
		s.target = n
		return
	}
	if n = max(n, 0); n <= s.newest() {
		s.put(n)
		return
	}
	s.runLive(n)
}

// Home moves to the opening.
func (s *Session) Home() {
	s.move()
	s.put(s.start)
}

// Newest moves to the newest event and runs nothing.
func (s *Session) Newest() {
	s.move()
	s.put(s.newest())
}

// End runs the program to its end, or to a break, and moves along with it; from
// a moment in the past it first looks for breakpoints in the record. Any other
// move, and Pause, stops it after the handle that is running.
func (s *Session) End() {
	s.move()
	s.runOn(math.MaxInt)
}

// move begins a move: playing stops, and so does a request that runs on. What
// it still brings does not move the position any more.
func (s *Session) move() {
	s.tell(nil)
	s.Pause()
	s.later, s.broke, s.ahead.then = nil, nil, nil
	s.Drain()
	s.found, s.wrap = Found{Over: true}, 0
	if s.asked != nil && s.goal != toOpen {
		s.goal = stay
		s.await(s.opts.Patience)
	}
}

// tell lets whoever keeps a history know what is about to be done: a command,
// or a move.
func (s *Session) tell(c *trace.Command) {
	if s.before != nil {
		s.before(c)
	}
}

// runnable reports whether the worker is free for a request with goal g. If a
// handle is running, the goal is noted for what that brings.
func (s *Session) runnable(g goal) bool {
	if s.goal == toOpen || s.ended || s.closed.Load() {
		return false
	}
	s.goal = g
	return s.asked == nil
}

// batch gives the handles that the turn at the newest event has still to run;
// if there are none, those of the next turn. It is empty when the loop does
// not run: before it begins, and after it stopped.
func (s *Session) batch() map[int32]bool {
	st := s.tl.At(s.newest())
	ready, batch := st.Ready(), map[int32]bool{}
	if st.Left > 0 {
		ready = ready[:st.Left]
	}
	for _, q := range ready {
		batch[int32(q.ID)] = true
	}
	if st.Left > 0 || s.tl.Stopping(st.N) {
		return batch
	}
	begins := st.T
	if when, ok := firstTimer(st.Timers()); ok && len(ready) == 0 {
		begins = when
	}
	for _, t := range st.Timers() {
		if t.When <= begins {
			batch[int32(t.ID)] = true
		}
	}
	return batch
}

// NextTime gives the loop time at which a run goes on from its newest event:
// the first timer's if nothing is ready, else at once.
func NextTime(tl *timeline.Timeline) trace.Time {
	st := tl.At(tl.View().Len())
	if len(st.Ready()) > 0 || tl.Stopping(st.N) {
		return st.T
	}
	if when, ok := firstTimer(st.Timers()); ok {
		return max(when, st.T)
	}
	return st.T
}

func firstTimer(timers []timeline.Timer) (when trace.Time, ok bool) {
	if len(timers) == 0 {
		return 0, false
	}
	return timers[0].When, true
}
