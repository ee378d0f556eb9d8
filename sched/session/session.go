package session

import (
	"sync/atomic"
	"time"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// Options say how a run is watched. The zero Options are the usual ones.
type Options struct {
	Speed    float64       // of playing at first; 0: 1
	Moment   trace.Time    // how long a handle that takes no loop time is shown at speed 1; 0: 0.25 s
	Patience time.Duration // how long a move waits for the run before it returns; 0: 2 ms

	// Replay are commands to give to the run as it opens, each as it was
	// recorded: when its event After has come, at its time T. One whose After
	// is inside a handle acts at that handle's end. Until is an event to run to
	// as well, or to the first stop behind it. With either the run opens at what
	// it has then brought; until then Opening is true. The source should be one
	// of which nothing has run.
	Replay []trace.Command
	Until  int
	// Like is a run that this one is to equal up to event Until: where it goes
	// another way it ends, with an error that says at which event.
	Like trace.View

	news chan struct{} // signalled with every report; nil: a channel of its own
}

// A goal says where the position goes when the worker has brought something.
type goal uint8

const (
	stay    goal = iota // nowhere
	toOpen              // the opening: before the first handle
	toStop              // the next stop
	toEdge              // the newest event
	toSeek              // event Session.target
	toFound             // the stop behind the event that a test accepts
	toTime              // loop time Session.until
	toLine              // the line that is looked for
)

// A Session is one run being watched. All its methods but Close are for one
// goroutine.
//
// A position is a number of events: at n, the first n have happened. A run is
// stepped from stop to stop; a stop is the end of a handle, what a command
// caused, what stands between two handles, and the ending.
type Session struct {
	opts   Options
	worker *worker
	tl     *timeline.Timeline

	pos    int
	now    trace.Time // loop time of the playhead, never before pos
	start  int        // the opening position; 0 until it is known
	ended  bool
	err    error
	behind bool // the worker has brought more than was folded
	closed atomic.Bool

	asked  *request // the worker has it; nil: none
	waited time.Duration
	goal   goal
	target int        // toSeek
	until  trace.Time // toTime
	found  Found
	wrap   int32 // the line that is looked for from the start when the run has ended; 0: none
	timer  *time.Timer

	playing bool
	speed   float64
	show    moment
	next    struct { // NextTime, looked up once
		after int
		t     trace.Time
	}

	commands []trace.Command
	pending  []trace.Command // given, not yet with the worker
	unheard  int             // commands whose outcome has not come
	outcome  Outcome
	breaks   bool // a break callback was added

	before func(*trace.Command) // told of every move, and of a command, before it is made; nil: nobody

	inside int    // the newest stop, if what led to it is shown from inside; 0: no
	line   inLine // where in the lines
	later  *look  // for when the worker is free; nil: none
	points *watch // the breakpoints; nil: none
	broke  *Break // what stopped the last move; nil: no breakpoint
	ahead  ahead  // where playing stops
}

// New begins to watch a run and brings it to its opening: everything that
// stands before the first handle. It waits for that no longer than for any
// move; until it has come, Opening is true and the position 0.
func New(src Source, opts Options) *Session {
	if opts.Moment <= 0 {
		opts.Moment = trace.Second / 4
	}
	if opts.Patience <= 0 {
		opts.Patience = 2 * time.Millisecond
	}
	s := &Session{opts: opts, worker: startWorker(src, opts.news), tl: timeline.New(), speed: 1, timer: time.NewTimer(time.Hour)}
	s.timer.Stop()
	if opts.Speed > 0 {
		s.SetSpeed(opts.Speed)
	}
	s.goal = toOpen
	if opts.replays() {
		s.ask(&request{aim: aimReplay, replay: opts.Replay, events: opts.Until, like: opts.Like})
	} else {
		s.ask(&request{aim: aimOpen})
	}
	return s
}

// replays reports whether a run opens later than before its first handle.
func (o *Options) replays() bool { return len(o.Replay) > 0 || o.Until > 0 }

// Progress gives how many events of a run that opens by a replay have come, and
// how many it takes; both are 0 of another.
func (s *Session) Progress() (events, of int) {
	if !s.Opening() || !s.opts.replays() {
		return 0, 0
	}
	of = s.opts.Until
	if k := len(s.opts.Replay); k > 0 {
		of = max(of, s.opts.Replay[k-1].After)
	}
	return min(s.newest(), of), of
}

// Timeline gives what is known of the run; it is extended by Drain, Tick and
// every move.
func (s *Session) Timeline() *timeline.Timeline { return s.tl }

// Pos gives the position, from 0 to the number of events.
func (s *Session) Pos() int { return s.pos }

// Live reports whether the position is the newest event. While the newest
// handle is being played, its inside is the newest moment too.
func (s *Session) Live() bool { return s.edge() == s.newest() }

// edge gives the position, that at the end of the handle that is being shown.
func (s *Session) edge() int {
	switch {
	case s.show.on:
		return s.show.end
	case s.inside != 0:
		return s.inside
	}
	return s.pos
}

func (s *Session) newest() int { return s.tl.View().Len() }

// Now gives the loop time of the playhead, which moves between events while
// playing.
func (s *Session) Now() trace.Time { return s.now }

// Opening reports whether the opening has not come yet.
func (s *Session) Opening() bool { return s.goal == toOpen }

// Start gives the opening position, 0 until it is known.
func (s *Session) Start() int { return s.start }

// Ended reports whether the run is over, with the error of a run that the
// program did not end itself.
func (s *Session) Ended() (bool, error) { return s.ended, s.err }

// Busy reports whether the run is working, and for how long it has brought
// nothing, as counted by Tick: a handle that is still running.
func (s *Session) Busy() (since time.Duration, yes bool) { return s.waited, s.asked != nil }

// BusyWith gives the task whose step is running while the session is Busy, 0 if
// that is not known: its events come when the step is over, but the queue says
// who was next.
func (s *Session) BusyWith() trace.Task {
	if s.asked == nil || s.asked.aim != aimOne || s.asked.command != nil {
		return 0
	}
	if ready := s.tl.At(s.newest()).Ready(); len(ready) > 0 {
		return ready[0].Task
	}
	return 0
}

// Changed is signalled when the worker has brought something. Then the user
// interface calls Drain.
func (s *Session) Changed() <-chan struct{} { return s.worker.news }

// Drain takes what the worker has brought and reports whether it changed
// anything.
func (s *Session) Drain() bool {
	if s.closed.Load() {
		return false
	}
	r, before := s.report(), s.newest()
	served := s.asked != nil && r.served == s.asked
	grown := r.view.Len() > before
	changed := grown || served || r.ended != s.ended
	if grown {
		s.tl.Extend(r.view)
		s.waited = 0
		s.hear(before)
	}
	s.ended, s.err = r.ended, r.err
	if served {
		s.asked, s.waited = nil, 0
		if r.refused != nil && r.served.command != nil {
			s.refuse(*r.served.command, r.refused)
		}
	}
	if grown || served {
		asked := r.served
		if !served {
			asked = nil
		}
		s.arrive(asked)
	}
	if s.asked == nil && len(s.pending) > 0 {
		s.hand()
		return true
	}
	if l := s.later; l != nil && s.asked == nil {
		s.later = nil
		s.look(l)
		return true
	}
	return changed
}

// foldedAtOnce is how many events of a run that opens by a replay are folded at
// once at most, so that the screen is not held up: a few milliseconds.
const foldedAtOnce = 25_000

// report gives what the worker has brought, as much as is to be folded now. The
// rest is signalled.
func (s *Session) report() report {
	r := s.worker.report()
	most := s.newest() + foldedAtOnce
	if s.behind = s.Opening() && r.view.Len() > most; s.behind {
		r = report{view: r.view.Until(most)}
		signal(s.worker.news)
	}
	return r
}

// arrive moves the position to the goal, as far as the run has come. served is
// the request that has been served by it, nil while it goes on.
func (s *Session) arrive(served *request) {
	if served != nil && s.brokeOff(served) {
		s.goal = stay
		return
	}
	switch s.goal {
	case toOpen:
		if served != nil {
			s.start, s.goal, s.opts.Like = s.tl.Home(), stay, trace.View{}
			s.put(s.opensAt())
		}
	case toStop:
		if n, ok := s.tl.NextHandle(s.pos); ok {
			s.put(n)
		}
	case toEdge:
		s.put(s.newest())
	case toSeek:
		s.put(min(s.target, s.newest()))
	case toFound:
		s.meet(served)
	case toTime:
		s.arriveAt(served)
	case toLine:
		s.looked(served)
	}
	if served != nil && s.asked == nil {
		s.goal = stay
	}
}

// opensAt gives the position of a run that has opened.
func (s *Session) opensAt() int {
	switch {
	case !s.opts.replays():
		return s.start
	case s.target > 0:
		return min(s.target, s.newest())
	}
	return s.newest()
}

// put sets the position and the playhead with it. While the run opens there is
// none.
func (s *Session) put(n int) {
	if s.Opening() {
		return
	}
	s.pos, s.now = n, s.tl.TimeAt(n)
	s.show.on = false
	s.line.on, s.inside = false, 0
}

// ask gives the worker a request and waits a little for it, so that what
// takes no time is there at once. The worker must be free.
func (s *Session) ask(r *request) {
	r.breaks, r.commands, r.now = s.breaks, s.commands, s.now
	s.asked, s.waited = r, 0
	select {
	case s.worker.requests <- r:
		s.await(s.opts.Patience)
	case <-s.worker.gone:
	}
}

// await waits for the worker, at most so long, and takes what it has brought.
func (s *Session) await(patience time.Duration) {
	began := time.Now()
	s.timer.Reset(patience)
	defer s.timer.Stop()
	for asked := s.asked; asked != nil && s.asked == asked; {
		select {
		case <-s.worker.served:
			for s.Drain(); s.behind && time.Since(began) < patience; {
				s.Drain()
			}
		case <-s.timer.C:
			return
		case <-s.worker.gone:
			return
		}
	}
}

// Close ends the run and waits until its source has stopped. The error is the
// source's. It may be called by any goroutine, more than once; what is called
// afterwards does nothing.
func (s *Session) Close() error {
	s.closed.Store(true)
	return s.worker.close()
}
