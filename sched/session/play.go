package session

import (
	"time"

	"loopscope/sched/trace"
)

// speeds is the ladder that Faster and Slower climb; its ends are the slowest
// and the fastest.
var speeds = [...]float64{0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100}

// A moment is what playing shows of the stretch between two stops.
type moment struct {
	on   bool
	end  int        // the stop it leads to
	left trace.Time // how long it is still shown, when it takes no loop time
	hit  hit        // the breakpoint that it ends at
}

// Playing reports whether the run is being played.
func (s *Session) Playing() bool { return s.playing }

// Speed gives the loop seconds that pass in a second of playing.
func (s *Session) Speed() float64 { return s.speed }

// SetSpeed sets the speed, within 0.1 and 100.
func (s *Session) SetSpeed(x float64) { s.speed = min(max(x, speeds[0]), speeds[len(speeds)-1]) }

// Faster takes the next speed of the ladder.
func (s *Session) Faster() {
	for _, x := range speeds {
		if x > s.speed {
			s.speed = x
			return
		}
	}
}

// Slower takes the speed before on the ladder.
func (s *Session) Slower() {
	for i := len(speeds) - 1; i >= 0; i-- {
		if speeds[i] < s.speed {
			s.speed = speeds[i]
			return
		}
	}
}

// Play lets time pass from the position on: in the past the record is played,
// at the newest event the run goes on. At the end of the run it does nothing.
func (s *Session) Play() {
	s.Drain()
	if !s.playing {
		s.tell(nil)
	}
	s.broke, s.ahead = nil, ahead{}
	s.playing = !s.closed.Load() && (!s.ended || s.pos < s.newest())
}

// Pause stops playing, after the handle that is shown if that takes no loop
// time; and it stops a run to the end after the handle that is running.
func (s *Session) Pause() {
	if s.playing && s.show.on && s.tl.TimeAt(s.show.end) <= s.now {
		s.put(s.show.end)
	}
	s.playing = false
	if s.asked != nil && s.goal != toOpen {
		s.asked.halt()
	}
}

// longest is the most wall time that one Tick counts: more has passed only
// when the machine slept.
const longest = 2 * time.Second

// Tick says that so much wall time has passed, and reports whether anything
// changed. The user interface calls it once a frame while the session is
// Playing or Busy.
func (s *Session) Tick(dt time.Duration) bool {
	changed := s.Drain()
	if s.asked != nil {
		s.waited += dt
	}
	if !s.playing || s.closed.Load() {
		return changed
	}
	pos, now := s.pos, s.now
	budget := trace.Time(float64(min(dt, longest).Microseconds()) * s.speed)
	for budget > 0 && s.playing && s.advance(&budget) {
	}
	return changed || s.pos != pos || s.now != now || !s.playing
}

// advance spends some of a budget of playing time. It reports false when the
// playhead has to wait for the run.
func (s *Session) advance(budget *trace.Time) bool {
	if s.Opening() {
		return false
	}
	if s.show.on {
		s.showOn(budget)
		return true
	}
	if s.pos < s.newest() {
		if !s.sure() {
			if s.asked == nil {
				s.lookAhead(min(s.newest(), s.pos+lookWindow), nil)
			}
			return s.sure()
		}
		if !s.rest(s.tl.TimeAt(s.pos+1), budget) {
			s.begin()
		}
		return true
	}
	if s.ended {
		s.playing = false
		return false
	}
	if s.asked != nil {
		return false
	}
	if n := s.newest(); s.next.after != n {
		s.next.after, s.next.t = n, NextTime(s.tl)
	}
	if s.rest(s.next.t, budget) {
		return true
	}
	s.goal = stay
	s.ask(&request{aim: aimOne})
	return s.pos < s.newest() || s.ended
}

// rest moves the playhead towards the loop time at which something happens
// next. It reports false when that time has come.
func (s *Session) rest(until trace.Time, budget *trace.Time) bool {
	if s.now >= until {
		return false
	}
	b, stops := s.points.time(s.now, until)
	if stops {
		until = b.T
	}
	step := min(*budget, until-s.now)
	s.now += step
	*budget -= step
	if stops && s.now == b.T {
		at := b
		s.playing, s.broke = false, &at
	}
	return true
}

// begin shows the stretch up to the next stop: for as long as it took, or for
// a moment.
func (s *Session) begin() {
	end, _ := s.tl.NextHandle(s.pos)
	h := s.breakIn(end)
	if h.ok && h.pos <= s.pos {
		s.stopAt(h)
		return
	}
	if h.ok {
		end = h.pos
	}
	s.line.on = false
	s.show = moment{on: true, end: end, hit: h}
	s.now = s.tl.TimeAt(s.pos + 1)
	if s.tl.TimeAt(s.show.end) <= s.now {
		s.show.left = s.opts.Moment
	}
	s.follow()
}

// showOn spends playing time inside a stretch and leaves it at its end.
func (s *Session) showOn(budget *trace.Time) {
	ends := s.tl.TimeAt(s.show.end)
	if s.rest(ends, budget) {
		s.follow()
	} else {
		step := min(*budget, s.show.left)
		s.show.left -= step
		*budget -= step
	}
	if s.now < ends || s.show.left > 0 {
		return
	}
	from := s.pos
	for from > 0 && s.tl.View().At(from).Kind != trace.HandleBegin {
		from--
	}
	h := s.show.hit
	s.put(s.show.end)
	if !h.ok {
		h = s.imminent()
	}
	if h.ok {
		s.stopAt(h)
	}
	s.playing = !h.ok && !s.breaksIn(from, s.pos)
}

// follow moves the position inside a stretch to the newest event that the
// playhead has come to. How a step ended is left to the end of the stretch, so
// that the one who runs is seen running.
func (s *Session) follow() {
	v, last := s.tl.View(), s.show.end
	if v.At(last).Kind == trace.HandleEnd {
		last--
	}
	if k := v.At(last).Kind; k == trace.TaskWaiting || k == trace.TaskDone {
		last--
	}
	for s.pos < last && s.tl.TimeAt(s.pos+1) <= s.now {
		s.pos++
	}
}

// breaksIn reports whether a break callback ran after event from, up to to.
func (s *Session) breaksIn(from, to int) bool {
	v := s.tl.View()
	for n := from + 1; n <= to; n++ {
		if v.At(n).Kind == trace.RunBreak {
			return true
		}
	}
	return false
}
