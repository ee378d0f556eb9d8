package session

import (
	"sort"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A Test says of event n of a run whether it is the one looked for. It is
// asked of each new event once, in order, by another goroutine than the
// Session's.
type Test func(v trace.View, n int) bool

// A Found tells what became of a move that looked for something. It is not
// Over while the run still goes on to it.
type Found struct {
	Over  bool
	Event int  // the event that was looked for, or the newest before the line; 0: it did not come
	Again bool // it is the first one of the run, as there was none behind the position
}

// Found tells what became of the last move, if that was RunUntil, NextMoment,
// PrevMoment, SeekLine, SeekTurn or SeekTime; of SeekTime it tells no event.
func (s *Session) Found() Found { return s.found }

// RunUntil moves to the newest event and runs on to the stop behind the first
// new event that the test accepts, or to the end of the run. Any other move,
// Pause and a break stop it before that.
func (s *Session) RunUntil(test Test) {
	s.move()
	s.put(s.newest())
	s.runUntil(test)
}

func (s *Session) runUntil(test Test) {
	s.found = Found{Over: true}
	if s.runnable(toFound) {
		s.found.Over = false
		s.ask(&request{aim: aimTest, test: test})
	}
}

// meet moves to what a request with a test has come to so far.
func (s *Session) meet(r *request) {
	s.put(s.newest())
	if r == nil {
		return
	}
	s.found = Found{Over: true, Event: r.met}
	if r.met != 0 {
		s.put(s.stop(r.met))
	}
	s.wrapLine()
}

// stop gives the first stop at or behind event n.
func (s *Session) stop(n int) int {
	pos, _ := s.tl.NextHandle(n - 1)
	return pos
}

// Moments are sorts of things that happen to a task, as bits.
type Moments uint8

// The sorts of moments.
const (
	Steps   Moments = 1 << iota // a step of it
	Wakes                       // its next step was scheduled while it waited
	Cancels                     // it was asked to cancel, or got CancelledError
	Ends
)

// NextMoment moves to the stop behind the next such moment of a task. Where
// none has happened yet, the program runs on until one comes, from the newest
// event; of a task that has ended none will.
func (s *Session) NextMoment(task trace.Task, of Moments) {
	s.move()
	if n := s.momentAfter(task, of, s.pos); n != 0 {
		s.found = Found{Over: true, Event: n}
		s.put(s.stop(n))
		return
	}
	lane := s.tl.Lane(task)
	if lane == nil || lane.Ended != 0 {
		s.found = Found{Over: true}
		return
	}
	s.put(s.newest())
	s.runUntil(s.comes(task, of))
}

// PrevMoment moves to the stop behind the last such moment of a task before
// the position; where there is none it moves nowhere.
func (s *Session) PrevMoment(task trace.Task, of Moments) {
	s.move()
	s.found = Found{Over: true}
	before, ok := s.tl.PrevHandle(s.pos)
	if !ok {
		return
	}
	if n := s.momentBefore(task, of, before); n != 0 {
		s.found.Event = n
		s.put(max(s.stop(n), s.start))
	}
}

// MomentsIn gives the sorts of moments that a task had after position from, up
// to position to.
func (s *Session) MomentsIn(task trace.Task, from, to int) (had Moments) {
	for of := Steps; of <= Ends; of <<= 1 {
		if n := s.momentAfter(task, of, from); n != 0 && n <= to {
			had |= of
		}
	}
	return had
}

// momentAfter gives the event of a task's first moment behind position n, 0 if
// none is known.
func (s *Session) momentAfter(task trace.Task, of Moments, n int) int {
	lane := s.tl.Lane(task)
	if lane == nil {
		return 0
	}
	first := 0
	note := func(at int) {
		if at > n && (first == 0 || at < first) {
			first = at
		}
	}
	if of&(Steps|Wakes) != 0 {
		for i := max(lane.SpanAt(n), 0); i < lane.Spans(); i++ {
			if at := lane.Span(i).From.N; at > n && momentOf(lane, i)&of != 0 {
				note(at)
				break
			}
		}
	}
	if of&Cancels != 0 {
		for i := lane.MarkAt(n); i < lane.Marks(); i++ {
			if m := lane.Mark(i); isCancel(m) {
				note(m.At.N)
				break
			}
		}
	}
	if of&Ends != 0 {
		note(lane.Ended)
	}
	return first
}

// momentBefore gives the event of a task's last moment up to position n, 0 if
// there is none.
func (s *Session) momentBefore(task trace.Task, of Moments, n int) (last int) {
	lane := s.tl.Lane(task)
	if lane == nil {
		return 0
	}
	if of&(Steps|Wakes) != 0 {
		for i := lane.SpanAt(n); i >= 0; i-- {
			if momentOf(lane, i)&of != 0 {
				last = lane.Span(i).From.N
				break
			}
		}
	}
	if of&Cancels != 0 {
		for i := lane.MarkAt(n) - 1; i >= 0; i-- {
			if m := lane.Mark(i); isCancel(m) {
				last = max(last, m.At.N)
				break
			}
		}
	}
	if of&Ends != 0 && lane.Ended <= n {
		last = max(last, lane.Ended)
	}
	return last
}

// momentOf gives the sort of moment that a lane's span begins with.
func momentOf(lane *timeline.Lane, i int) Moments {
	switch lane.Span(i).Phase {
	case timeline.Running:
		return Steps
	case timeline.Ready:
		if i > 0 && lane.Span(i-1).Phase == timeline.Waiting {
			return Wakes
		}
	}
	return 0
}

func isCancel(m timeline.Mark) bool {
	return m.Kind == timeline.MarkAsked || m.Kind == timeline.MarkDelivered
}

// comes makes the test for the next moment of a task behind the newest event.
func (s *Session) comes(task trace.Task, of Moments) Test {
	waits := s.tl.At(s.newest()).Task(task).Phase == timeline.Waiting
	return func(v trace.View, n int) bool {
		e := v.At(n)
		if e.Task != task {
			return false
		}
		switch e.Kind {
		case trace.TaskWaiting:
			waits = e.Fut != 0
		case trace.HandleScheduled:
			woken := e.What == trace.Step && waits
			waits = waits && !woken
			return woken && of&Wakes != 0
		case trace.HandleBegin:
			return e.What == trace.Step && of&Steps != 0
		case trace.TaskCancel:
			return of&Cancels != 0
		case trace.TaskThrow:
			return of&Cancels != 0 && strings.HasPrefix(v.String(e.Name), "CancelledError")
		case trace.TaskDone:
			return of&Ends != 0
		}
		return false
	}
}

// SeekLine moves to where a line of the script is about to run next: inside the
// handle in which the playhead stands or behind it; where it is not known to
// run again the program runs on until it does, and where that ends first it is
// the first time in the run.
//
// Of a run that tells no lines it is the stop behind the next event that tells
// of the line: what a task awaits, creates, prints there.
func (s *Session) SeekLine(line int32) {
	at := s.line
	s.move()
	if s.worker.detailer != nil {
		s.found.Over = false
		l := &look{from: s.pos, run: true, seek: true, watch: newWatch([]Break{{Kind: BreakLine, Line: line}})}
		if at.on {
			l.at = at.at + 1
		}
		s.look(l)
		return
	}
	if n := nextAtLine(s.tl.View(), line, s.pos); n != 0 {
		s.found = Found{Over: true, Event: n}
		s.put(s.stop(n))
		return
	}
	s.put(s.newest())
	s.wrap = line
	s.runUntil(func(v trace.View, n int) bool { return tellsOf(v.At(n), line) })
	s.wrapLine()
}

// sought takes the line that was sought; where there is none behind the
// position, it is looked for from the start on.
func (s *Session) sought(r *request) {
	l, f := r.look, &r.line
	switch {
	case f.ok:
		s.found = Found{Over: true, Event: max(f.lines.Steps[f.at].Event, 1), Again: l.again}
		s.putLine(f.lines, f.at)
	case f.err != nil || r.stop.Load():
		s.found.Over = true
	case l.again:
		s.found.Over = true
		s.put(s.newest())
	default:
		s.look(&look{seek: true, again: true, watch: l.watch})
	}
}

// wrapLine looks for a line from the start of the run on.
func (s *Session) wrapLine() {
	line := s.wrap
	if !s.found.Over {
		return
	}
	if s.wrap = 0; line == 0 || s.found.Event != 0 || !s.ended {
		return
	}
	if n := nextAtLine(s.tl.View(), line, 0); n != 0 {
		s.found.Event, s.found.Again = n, true
		s.put(s.stop(n))
	}
}

func nextAtLine(v trace.View, line int32, after int) int {
	for n := max(after+1, v.First()); n <= v.Len(); n++ {
		if tellsOf(v.At(n), line) {
			return n
		}
	}
	return 0
}

// tellsOf reports whether an event is of a line of the script; a handle's
// begin has its turn there.
func tellsOf(e trace.Event, line int32) bool {
	return e.Line == line && e.Kind != trace.HandleBegin
}

// SeekTime moves to loop time t: behind all that happens then or before. A time
// that has not come yet is run to, as far as the run goes; where the loop
// rests, the playhead stands at t itself.
func (s *Session) SeekTime(t trace.Time) {
	s.move()
	s.found = Found{Over: true}
	n := s.tl.EventAt(t)
	if n < s.newest() || s.ended || NextTime(s.tl) > t {
		s.putAt(max(n, s.start), t)
		return
	}
	s.put(s.newest())
	s.until = t
	if s.runnable(toTime) {
		s.found.Over = false
		s.ask(&request{aim: aimTest, test: s.passes(t)})
	}
}

// SeekAt moves to event n, as Seek does, and the playhead to loop time t where
// nothing happens between that event and t.
func (s *Session) SeekAt(n int, t trace.Time) {
	s.Seek(n)
	if s.pos == n {
		s.putAt(n, t)
	}
}

// putAt sets the position and the playhead to a time behind it at which
// nothing happens.
func (s *Session) putAt(n int, t trace.Time) {
	s.put(n)
	if n < s.newest() {
		t = min(t, s.tl.TimeAt(n+1))
	} else if s.ended {
		return
	} else {
		t = min(t, NextTime(s.tl))
	}
	s.now = max(s.now, t)
}

// passes makes the test whether loop time t is over: what is ready has run, and
// the next timer is of a later time.
func (s *Session) passes(t trace.Time) Test {
	left := s.queued()
	for id, when := range left.timers {
		if when > t {
			delete(left.timers, id)
		}
	}
	return func(v trace.View, n int) bool {
		e := v.At(n)
		if e.Kind == trace.HandleEnd {
			return e.T > t || len(left.ready) == 0 && len(left.timers) == 0
		}
		if e.Kind != trace.HandleScheduled || e.What != trace.Timer || e.T <= t {
			left.note(e)
		}
		return false
	}
}

// SeekTurn moves to the end of turn n. One that has not run yet is run to, as
// far as the run goes; of a run that has ended with fewer there is none.
func (s *Session) SeekTurn(n int) {
	s.move()
	if n <= 0 {
		s.put(s.start)
		return
	}
	i := sort.Search(s.tl.Turns(), func(i int) bool { return s.tl.Turn(i).N >= n })
	known := i < s.tl.Turns()
	if last := i+1 == s.tl.Turns(); known && (!last || s.ended || s.tl.At(s.newest()).Left == 0) {
		turn := s.tl.Turn(i)
		s.found = Found{Over: true, Event: turn.Begin}
		s.put(s.stop(s.tl.Handle(turn.First + turn.Len - 1).Begin.N))
		return
	}
	if s.ended {
		s.found = Found{Over: true}
		return
	}
	s.put(s.newest())
	s.runUntil(s.endsTurn(n))
}

// endsTurn makes the test whether the last handle of turn n ends.
func (s *Session) endsTurn(n int) Test {
	all := s.queued()
	var left map[int32]bool // of turn n, once it has begun
	if st := s.tl.At(s.newest()); st.Turn == n && st.Left > 0 {
		left = s.batch()
	}
	return func(v trace.View, i int) bool {
		e := v.At(i)
		if e.Kind == trace.HandleEnd {
			return left != nil && len(left) == 0
		}
		if e.Kind == trace.HandleBegin && left == nil && e.Turn() >= n {
			left = all.batch(e.T)
		}
		all.note(e)
		if e.Kind == trace.HandleBegin || e.Kind == trace.HandleCancelled {
			delete(left, e.ID)
		}
		return false
	}
}

// queued are the handles that are to run, as a test follows them.
type queued struct {
	ready  map[int32]bool
	timers map[int32]trace.Time // when they will fire
}

// queued gives the handles that are to run at the newest event.
func (s *Session) queued() queued {
	q := queued{map[int32]bool{}, map[int32]trace.Time{}}
	st := s.tl.At(s.newest())
	for _, h := range st.Ready() {
		q.ready[int32(h.ID)] = true
	}
	for _, t := range st.Timers() {
		q.timers[int32(t.ID)] = t.When
	}
	return q
}

// note takes in what an event does to the queue.
func (q *queued) note(e trace.Event) {
	switch e.Kind {
	case trace.HandleScheduled:
		if e.What == trace.Timer {
			q.timers[e.ID] = e.T
		} else {
			q.ready[e.ID] = true
		}
	case trace.HandleBegin, trace.HandleCancelled:
		delete(q.ready, e.ID)
		delete(q.timers, e.ID)
	}
}

// batch gives the handles of a turn that begins at loop time t.
func (q *queued) batch(t trace.Time) map[int32]bool {
	batch := map[int32]bool{}
	for id := range q.ready {
		batch[id] = true
	}
	for id, when := range q.timers {
		if when <= t {
			batch[id] = true
		}
	}
	return batch
}

// arriveAt moves the position along while the run comes to a time, and asks
// for more when it has not.
func (s *Session) arriveAt(r *request) {
	s.put(s.newest())
	switch {
	case r == nil:
		return
	case s.ended || r.stop.Load() || NextTime(s.tl) > s.until:
		s.found.Over = true
		s.putAt(min(max(s.tl.EventAt(s.until), s.start), s.newest()), s.until)
		return
	}
	s.ask(&request{aim: aimTest, test: s.passes(s.until)})
}
