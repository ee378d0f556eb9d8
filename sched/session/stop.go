package session

import (
	"math"

	"loopscope/sched/trace"
)

// ahead is what is known of breakpoints on lines in the record, so that
// playing it knows where to stop.
type ahead struct {
	points *watch // the breakpoints that were looked for
	from   int    // from this position on
	to     int    // in the stretches that begin before this one
	hit    hit    // the first; not ok: there is none
	then   func() // what waits for it; nil: playing
}

// lookWindow is how many events of the record are looked through at once for
// breakpoints on lines while it is played.
const lookWindow = 5000

// runOn moves on from the position: through the record to the newest event and
// on to event n, as far as the run goes, or to a breakpoint.
func (s *Session) runOn(n int) {
	if s.points == nil || s.pos == s.newest() && !s.line.on {
		s.runLive(n)
		return
	}
	h := s.inRecord(s.pos, s.newest())
	if len(s.points.lines) == 0 {
		s.stopOr(h, n)
		return
	}
	to := s.newest()
	if h.ok {
		to = max(h.pos, s.pos+1)
	}
	s.lookAhead(to, func() { s.stopOr(h.or(s.ahead.hit), n) })
}

// stopOr stops at a breakpoint of the record; without one it runs on to event
// n.
func (s *Session) stopOr(h hit, n int) {
	if h.ok {
		s.stopAt(h)
		return
	}
	s.runLive(n)
}

// runLive runs on from the newest event, to event n at most.
func (s *Session) runLive(n int) {
	var h hit
	if s.pos != s.newest() {
		s.put(s.newest())
		h = s.imminent()
	}
	if b, ok := s.points.time(s.now, NextTime(s.tl)); ok && !h.ok {
		h = hit{ok: true, brk: b, pos: s.pos, t: b.T}
	}
	switch {
	case h.ok && !s.ended && s.asked == nil:
		s.stopAt(h)
	case n == math.MaxInt && s.runnable(toEdge):
		s.ask(&request{aim: aimEnd})
	case n != math.MaxInt && s.runnable(toSeek):
		s.target = n
		s.ask(&request{aim: aimEvents, events: n})
	}
}

// brokeOff stops at the breakpoint that has ended a request, if the position
// still moves along with that.
func (s *Session) brokeOff(r *request) bool {
	if r.blind != nil {
		s.line.err = r.blind
	}
	if !r.hit.ok || s.goal == stay {
		return false
	}
	s.found.Over, s.wrap = true, 0
	s.stopAt(r.hit)
	return true
}

// stopAt stands still at a breakpoint.
func (s *Session) stopAt(h hit) {
	if h.lines.To != 0 {
		s.putLine(h.lines, h.at)
	} else {
		s.put(h.pos)
		if end, ok := s.tl.NextHandle(h.pos); ok && s.tl.At(h.pos).Handle >= 0 {
			s.enter(end)
		}
	}
	s.now = max(s.now, h.t)
	s.playing = false
	b := h.brk
	s.broke = &b
}

// inRecord gives the first breakpoint behind position from, up to position to,
// but for those on lines.
func (s *Session) inRecord(from, to int) (h hit) {
	v := s.tl.View()
	for n := max(from+1, v.First()); n <= to && !h.ok; n++ {
		if h = s.points.event(v, n, people{s.tl}); h.pos <= from {
			h = hit{}
		}
	}
	if b, ok := s.points.time(s.now, s.tl.TimeAt(to)); ok {
		n := max(s.tl.EventAt(b.T-1), from)
		at := hit{ok: true, brk: b, pos: n, t: b.T}
		if s.tl.At(n).Handle >= 0 { // the loop did not rest at that time
			at.pos, _ = s.tl.NextHandle(n)
			at.t = 0
		}
		h = h.or(at)
	}
	return h
}

// lookAhead has breakpoints on lines looked for from the position on, in the
// stretches before position to, and goes on with then.
func (s *Session) lookAhead(to int, then func()) {
	l := &look{from: s.pos, to: to, watch: s.points}
	if s.line.on {
		l.at = s.line.at + 1
	}
	s.ahead = ahead{points: s.points, from: s.pos, to: to, then: then}
	s.look(l)
}

// lookedAhead takes the breakpoint on a line that was found, if that is still
// wanted.
func (s *Session) lookedAhead(r *request) {
	a, l, f := &s.ahead, r.look, &r.line
	if a.points != l.watch || a.from != l.from || r.stop.Load() {
		s.ahead = ahead{}
		return
	}
	if f.ok {
		a.hit = f.hit()
	}
	if then := a.then; then != nil {
		a.then, s.goal = nil, stay
		then()
	}
}

// sure reports whether it is known where the stretch that begins at the
// position comes upon a line with a breakpoint.
func (s *Session) sure() bool {
	if s.points == nil || len(s.points.lines) == 0 {
		return true
	}
	a := &s.ahead
	return a.points == s.points && a.then == nil && a.from <= s.pos && s.pos < a.to
}

// breakIn gives the first breakpoint in the stretch that is played from the
// position to the stop end: in what happens, or on a line.
func (s *Session) breakIn(end int) (h hit) {
	if s.points == nil {
		return hit{}
	}
	v := s.tl.View()
	for n := s.pos + 1; n <= end && !h.ok; n++ {
		if h = s.points.event(v, n, people{s.tl}); h.pos <= s.pos {
			h = hit{}
		}
	}
	if len(s.points.lines) > 0 && s.ahead.hit.ok && s.ahead.hit.pos <= end {
		h = h.or(s.ahead.hit)
	}
	return h
}

// imminent gives the breakpoint at what happens next at the position: a step
// that is about to begin.
func (s *Session) imminent() hit {
	if s.points == nil || !s.points.ahead {
		return hit{}
	}
	task := trace.Task(0)
	if v := s.tl.View(); s.pos < v.Len() {
		if e := v.At(s.pos + 1); e.Kind == trace.HandleBegin {
			task = e.Task
		}
	} else if st := s.tl.At(s.pos); len(st.Ready()) > 0 && (st.Left > 0 || !s.tl.Stopping(s.pos)) {
		task = st.Ready()[0].Task
	}
	b, ok := s.points.step(task, s.pos, people{s.tl})
	return hit{ok: ok, brk: b, pos: s.pos}
}
