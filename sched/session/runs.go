package session

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"loopscope/sched/trace"
)

// MostRuns and MostEvents are how many runs are kept at most, and how many
// events they have together: then the one that was made first is closed, of
// those that may be.
const (
	MostRuns   = 12
	MostEvents = 6_000_000
)

// What Runs refuses by itself.
var (
	ErrNothingBack = errors.New("there is nothing to take back")
	ErrNothingOn   = errors.New("nothing was taken back")
	ErrFirstRun    = errors.New("the first run stays: the others come from it")
)

// A Run is one of the runs of a program that are being watched. What is
// exported is read only, but for Kept.
type Run struct {
	Name   string        // what made it: "the program", "cancel job1 at turn 4"; no other run has it
	Parent *Run          // the run that it comes from; nil: it is the first
	Same   int           // event up to which it equals Parent
	Made   trace.Command // what made it; its Op is "" where nothing did
	Kept   bool          // it is not closed to make room for another

	sess    *Session
	made    int  // by order of making
	fork    bool // Made acts at Same, and nothing was done since
	arrived bool // it has opened, and that was seen
}

// Session gives the run itself.
func (r *Run) Session() *Session { return r.sess }

// Runs are the runs of one program that are being watched, one of them at a
// time: the program as it is, and what it would be with other commands. A run
// is never changed by another. Nothing but Close waits for a run longer than
// the Patience of a move; a run that is being made is current at once, and
// Opening.
//
// Its methods but Close, and those of its Sessions, are for one goroutine.
type Runs struct {
	opts    Options
	src     Source // the first run's
	all     []*Run
	current *Run
	news    chan struct{}
	count   int // runs that were made
	said    string
	outcome Outcome // of a fork that is gone

	back, forth []place // see history.go
	left        *place  // noted last, see settle
	moving      bool    // TakeBack or Redo moves: nothing to note
	hold        uint8   // see Hold

	mu      sync.Mutex // of open and closed
	open    map[*Session]bool
	closed  bool
	closing sync.WaitGroup
}

// NewRuns begins to watch a program: its first run, as New does.
func NewRuns(src Source, opts Options) *Runs {
	rs := &Runs{opts: opts, src: src, news: make(chan struct{}, 1), open: map[*Session]bool{}}
	rs.opts.news = rs.news
	rs.add(&Run{Name: "the program"}, src, rs.opts, 0)
	return rs
}

// Current gives the session of the run that is being watched.
func (rs *Runs) Current() *Session { return rs.current.sess }

// Run gives the run that is being watched.
func (rs *Runs) Run() *Run { return rs.current }

// All gives the runs, each behind the one that it comes from. The slice is
// valid until the next method is called.
func (rs *Runs) All() []*Run { return rs.all }

// Changed is signalled when any of the runs has brought something. Then the
// user interface calls Drain.
func (rs *Runs) Changed() <-chan struct{} { return rs.news }

// Said gives what happened to the runs by itself, and forgets it: one was
// closed to make room, a fork could not be made. It is "" mostly.
func (rs *Runs) Said() string {
	said := rs.said
	rs.said = ""
	return said
}

// Drain takes what the current run has brought, and what runs on their way
// have; it reports whether that changed anything.
func (rs *Runs) Drain() bool {
	changed := false
	for _, r := range slices.Clone(rs.all) {
		if r != rs.current && r.arrived {
			continue
		}
		changed = r.sess.Drain() || changed
		if !r.arrived && !r.sess.Opening() {
			rs.arrive(r)
			changed = true
		}
	}
	return changed
}

// Select has another run watched. Where it stands is where it was left.
func (rs *Runs) Select(r *Run) {
	if r == rs.current || !slices.Contains(rs.all, r) {
		return
	}
	rs.note(nil)
	rs.watch(r)
}

// watch makes a run the current one.
func (rs *Runs) watch(r *Run) {
	rs.leave(r)
	r.sess.Drain()
}

// leave makes another run the current one; breakpoints are those of all.
func (rs *Runs) leave(r *Run) {
	from := rs.current.sess
	from.Pause()
	if !slices.Equal(from.Breaks(), r.sess.Breaks()) {
		_ = r.sess.SetBreaks(from.Breaks()) // who set them was told of lines that cannot be stopped at
	}
	rs.current = r
}

// CanFork gives the reason why there can be no other run of the program; nil:
// there can. It wraps errors.ErrUnsupported.
func (rs *Runs) CanFork() error {
	if _, ok := rs.src.(Rewinder); ok {
		return nil
	}
	return errNoFork
}

// errNoFork is why there is no other run of a source that is no Rewinder.
var errNoFork = fmt.Errorf("this run cannot be made again from its start, so what was done stays done: %w", errors.ErrUnsupported)

// Fork gives a command at the position, which is in the past: a new run that
// equals this one up to there goes on with the command, and is watched from now
// on. Inside a handle the command acts at that handle's end. At the newest
// event Fork is Do. An error says why it cannot be; what the run itself has
// against the command is told by Outcome.
func (rs *Runs) Fork(c trace.Command) error {
	s := rs.current.sess
	s.Drain()
	if s.Live() && !s.Opening() {
		return s.Do(c)
	}
	if err := s.forkable(c); err != nil {
		return err
	}
	at := s.tl.At(s.pos)
	c.After, c.T = s.pos, s.now
	if at.Handle >= 0 {
		c.T = s.tl.Handle(at.Handle).End.T
	}
	r := &Run{Name: rs.unique(nameOf(c, s.tl, s.pos)), Parent: rs.current, Same: s.actsAt(s.pos), Made: c, fork: true}
	src, err := rs.rewind()
	if err != nil {
		return err
	}
	rs.note(nil)
	rs.outcome = Outcome{}
	rs.add(r, src, rs.replay(s, append(s.given(s.pos), c), s.pos), rs.placeOf(r))
	rs.makeRoom()
	return nil
}

// rewind gives the source of another run.
func (rs *Runs) rewind() (Source, error) {
	if err := rs.CanFork(); err != nil {
		return nil, err
	}
	return rs.src.(Rewinder).Rewind()
}

// replay gives the options of a run that equals another one up to an event.
func (rs *Runs) replay(from *Session, commands []trace.Command, until int) Options {
	opts := rs.opts
	opts.Replay, opts.Until, opts.Like, opts.Speed = commands, until, from.tl.View(), from.speed
	return opts
}

// forkable gives the reason why a command cannot be given at the position,
// which is in the past.
func (s *Session) forkable(c trace.Command) error {
	if err := c.Check(); err != nil {
		return err
	}
	lane := s.tl.Lane(c.Task)
	switch {
	case s.closed.Load() || s.tl.At(s.pos).Ended:
		return ErrEnded
	case s.Opening():
		return ErrOpening
	case !c.Op.NamesHandle() && (lane == nil || lane.Born > s.pos):
		return fmt.Errorf("there is no task %d at this moment", c.Task)
	}
	return nil
}

// actsAt gives the position at which a command given at position n acts.
func (s *Session) actsAt(n int) int {
	if col := s.tl.At(n).Handle; col >= 0 {
		return s.tl.Handle(col).End.N
	}
	return n
}

// given gives the commands that the run answered up to position n.
func (s *Session) given(n int) []trace.Command {
	var all []trace.Command
	for _, c := range s.commands {
		if c.After < n {
			all = append(all, c)
		}
	}
	return all
}

// add makes the session of a run that is to stand at a place of the list, and
// watches it.
func (rs *Runs) add(r *Run, src Source, opts Options, at int) {
	r.sess, r.made = New(src, opts), rs.count
	rs.count++
	r.sess.before = func(c *trace.Command) {
		if r == rs.current {
			rs.note(c)
		}
	}
	rs.mu.Lock()
	rs.open[r.sess] = true
	closed := rs.closed
	rs.mu.Unlock()
	if closed {
		rs.close(r.sess)
	}
	rs.all = slices.Insert(rs.all, at, r)
	if rs.current != nil {
		rs.leave(r)
	}
	rs.current = r
	if !r.sess.Opening() {
		rs.arrive(r)
	}
}

// placeOf gives the index in the list of a new run: behind its parent and those
// that come from it.
func (rs *Runs) placeOf(r *Run) int {
	i := slices.Index(rs.all, r.Parent) + 1
	for i < len(rs.all) && comesFrom(rs.all[i], r.Parent) {
		i++
	}
	return i
}

// comesFrom reports whether a run was made from another, or from one that was.
func comesFrom(r, from *Run) bool {
	for ; r != nil; r = r.Parent {
		if r == from {
			return true
		}
	}
	return false
}

// arrive looks at a run that has opened: a fork whose command was refused is
// taken away again.
func (rs *Runs) arrive(r *Run) {
	r.arrived = true
	if !r.sess.opts.replays() {
		return
	}
	_, err := r.sess.Ended()
	o, _ := r.sess.Outcome()
	if o.Refused == nil && len(r.sess.commands) < len(r.sess.opts.Replay) { // it came to its end before
		o = Outcome{Command: r.Made, Refused: ErrEnded}
	}
	switch {
	case err != nil:
		rs.said = r.Name + " could not be made: " + err.Error() + "."
	case r.fork && o.Refused != nil:
		rs.outcome = o
	case r.fork:
		r.Same, r.Made = o.Command.After, o.Command
		return
	default:
		return
	}
	if r.Parent != nil {
		rs.remove(r)
	}
}

// Outcome tells what became of the last command, as that of the current
// session does; that of a fork which was refused too.
func (rs *Runs) Outcome() (o Outcome, ok bool) {
	if rs.outcome.Command.Op != "" {
		return rs.outcome, true
	}
	return rs.current.sess.Outcome()
}

// Drop closes a run. What comes from it then comes from its parent, which is
// watched if the run was. The first run stays.
func (rs *Runs) Drop(r *Run) error {
	switch {
	case !slices.Contains(rs.all, r):
		return nil
	case r.Parent == nil:
		return ErrFirstRun
	}
	rs.remove(r)
	return nil
}

// remove takes a run off the list and closes it.
func (rs *Runs) remove(r *Run) {
	if r == rs.current {
		rs.watch(r.Parent)
	}
	rs.all = slices.DeleteFunc(rs.all, func(one *Run) bool { return one == r })
	for _, one := range rs.all {
		if one.Parent == r {
			one.Parent, one.Same = r.Parent, min(one.Same, r.Same)
		}
	}
	rs.forget(r)
	rs.close(r.sess)
}

// makeRoom closes the run that was made first while there are too many.
func (rs *Runs) makeRoom() {
	for len(rs.all) > MostRuns || rs.events() > MostEvents {
		var oldest *Run
		for _, r := range rs.all {
			if r.Parent != nil && r != rs.current && !r.Kept && (oldest == nil || r.made < oldest.made) {
				oldest = r
			}
		}
		if oldest == nil {
			return
		}
		rs.said = fmt.Sprintf("%s was closed: %d runs are kept, and %d million events.", oldest.Name, MostRuns, MostEvents/1_000_000)
		rs.remove(oldest)
	}
}

// events gives how many events the runs have together, or are to have.
func (rs *Runs) events() int {
	n := 0
	for _, r := range rs.all {
		n += max(r.sess.newest(), r.sess.opts.Until)
	}
	return n
}

// close stops a session without waiting for it.
func (rs *Runs) close(s *Session) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if !rs.open[s] {
		return
	}
	delete(rs.open, s)
	rs.closing.Add(1)
	go func() {
		defer rs.closing.Done()
		_ = s.Close() // nobody is left to be told
	}()
}

// Close ends all runs and waits until their sources have stopped. It may be
// called by any goroutine, more than once; what is called afterwards does
// nothing.
func (rs *Runs) Close() error {
	rs.mu.Lock()
	rs.closed = true
	var all []*Session
	for s := range rs.open {
		all = append(all, s)
	}
	rs.mu.Unlock()
	for _, s := range all {
		rs.close(s)
	}
	rs.closing.Wait()
	return nil
}
