package script

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync/atomic"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// A machine is the state of one run that the compiled code works on.
type machine struct {
	opts    Options
	listing trace.Listing
	loop    *sched.Loop
	ctx     context.Context // of the Next that is being called

	globals     []Value   // by number
	names       []string  // of the globals
	unnamed     *dict     // globals that the program's text does not name; nil: none
	globalOrder []int     // the globals that are bound, in the order in which they were, if the program asks for them
	libs        [][]Value // globals of the libraries, by index; nil: not imported
	top         *frame    // that is being run; nil between steps
	suspended   *frame    // the outermost frame of the coroutine that suspended last
	spare       *frame    // frames to be used again, linked by back

	stacks     []*genStack // of generators
	freeStacks []*genStack
	asyncGens  []*asyncGenerator // of the loop that runs
	genSweep   int               // length of asyncGens at which those that have ended are taken out
	dropped    error             // what dropping a generator came to, to be raised
	cyclic     []*exception      // that their own tracebacks refer to
	lines      *lineTracer       // nil: the program tells no lines
	twice      bool              // the program runs twice in this process: see Run.Detail

	runningLoop *loopObject // nil: none runs
	currentLoop *loopObject // that set_event_loop has set; nil: none
	loopSet     bool        // set_event_loop was called

	eagerFactory   *builtin   // that set_task_factory was given last
	eagerFactories []*builtin // that create_eager_task_factory has made

	inherited []string // coroutines that the script before has left over
	leftOver  []string // coroutines that were never awaited, and that something holds

	enums      *enumHooks        // nil: enum is not imported
	registered map[*Type][]*Type // with abstract classes
	abcCache   map[abcPair]bool

	look       int32           // atomic; -1: the limits are to be looked at now
	elapsed    atomic.Int64    // processor time of the run in nanoseconds; 0: nobody tells
	since      int64           // elapsed at the last suspension
	fuel       int             // steps until the limits are looked at
	steps      int             // since the last suspension
	restarted  bool            // there was a suspension
	total      int             // steps of the run
	measured   int             // total when the heap was measured
	handles    int             // that have run
	looked     look            // the last one
	charged    int             // bytes that values took since the heap was measured
	others     int64           // bytes that the process held when the run began, and that others took since
	left       int64           // bytes that it held when another run of the program went on
	logged     int64           // bytes of the log when Next was called
	generators int             // made so far
	members    map[Value]*dict // the slots of objects that have a __dict__ too
	tasks      int             // not done, at most: see oneMoreTask
	gathers    int32           // calls of gather
	cleaning   int             // suspended generators whose cleanup can be seen
	sent       Value           // into the coroutine that is resumed by hand; nil: None
	shortening int             // reprs being made of which only the ends are shown
	told       bool            // a limit was told by the loop's own run.result

	random   *rng                    // of the module random; nil: not used yet
	unseeded int64                   // generators that were seeded with None
	patterns map[patternKey]*pattern // that were compiled
	reError  Value                   // re.PatternError; nil: not loaded

	unfinished      string // what was written to stdout after the last newline
	unfinishedError string // and to stderr
	stdout, stderr  Value  // as the script has set them; nil: the engine's own
	argv            Value  // sys.argv; nil: not asked for yet
	reported        bool   // of what ended the script, before atExit was called
	atExit          Value  // what is called when the script has ended; nil: nothing

	shown      []Value         // containers whose repr is being made
	nested     int             // comparisons and hashes within containers
	identities map[Value]int64 // objects that were asked for their identity
}

// A Run is one run of a Program: a source of events for whoever watches it. It
// moves only while Next is being called, and belongs to one goroutine at a
// time. Close it, or its coroutines stay.
type Run struct {
	p        *Program
	m        *machine
	next     func() (struct{}, bool)
	stop     func()
	yield    func(struct{}) bool
	seen     int // length of the log when Next was called
	charged  int // length of the log up to which events are charged
	atLeast  int // events that a Next gives
	begun    bool
	ended    bool
	err      error // what Next gives once: a cancelled context
	commands []trace.Command
	detail   *detail // nil: none has been asked for
	kept     kept
}

// Start makes a run of the program, of which nothing has run yet.
func (p *Program) Start() *Run {
	m := &machine{opts: p.opts, listing: p.listing, globals: make([]Value, len(p.globals)), names: p.globals}
	r := &Run{p: p, m: m, atLeast: 1}
	for i, name := range p.globals {
		switch name {
		case "__name__":
			m.globals[i] = "__main__"
		case "__doc__":
			m.globals[i] = p.doc
		case "__file__":
			m.globals[i] = p.listing.Name
		}
	}
	return r
}

// Next runs the next handle, or the module's own code before, between or after
// event loops, and appends what it produced to log; or it does what was asked
// for, and runs nothing. It gives io.EOF when there is nothing more, and the
// context's error when that has stopped the script, which cannot go on then.
// Every Next of a Run must be given the same log.
func (r *Run) Next(ctx context.Context, log *trace.Log) (err error) {
	defer func() {
		if p := recover(); p != nil {
			r.ended = true
			err = fmt.Errorf("script: internal error: %v", p)
		}
	}()
	m := r.m
	m.ctx, r.seen = ctx, log.Len()
	r.charged = r.seen
	if !r.begun {
		r.begin(log)
	}
	if m.loop == nil || m.loop.Log() != log {
		return io.EOF
	}
	r.p.turns.take(m)
	m.logged = log.Bytes()
	if len(r.commands) > 0 {
		r.obey()
		return nil
	}
	if !r.ended {
		if _, more := r.next(); !more {
			r.ended = true
		}
	}
	if err, r.err = r.err, nil; err != nil {
		return err
	}
	if r.ended && log.Len() == r.seen {
		return io.EOF
	}
	return nil
}

// begin emits what comes before everything and makes ready to run.
func (r *Run) begin(log *trace.Log) {
	r.begun = true
	m := r.m
	held, _ := heldBytes()
	m.others = held - log.Bytes()
	m.loop = sched.NewLoop(log, sched.Host{
		Line: m.line, Where: m.where, Raised: m.raised, Show: m.show, ShowError: m.showError, Str: m.showMessage, Repr: m.reprForError,
		NewError: newLoopError, TimedOut: insertTimeout, List: listFromLoop, Sets: m.setsFromLoop, Equal: m.sameCallback, Less: m.lessFromLoop, CopyContext: copyOfContext, Holds: m.reaches, Between: r.pause, Remedy: m.opts.Remedy, Generators: m.generatorsToClose,
		Exception: exceptionFromCommand, Literal: m.literalFromCommand,
	})
	m.loop.Turns, m.loop.KeepRaised = m.opts.Turns, r.p.asyncGens
	m.loop.Emit(trace.Event{Kind: trace.RunProgram, Name: log.Text(r.p.listing.Name)})
	if no := r.p.refusal; no != nil {
		m.loop.Emit(trace.Event{Kind: trace.RunRefused, Name: log.Text(no.Reason), Line: int32(no.Line)})
		r.ended = true
		return
	}
	engine := trace.Engine{Name: "loopscope", Version: "3.13", Clock: "virtual"}
	m.loop.Emit(trace.Event{Kind: trace.RunBegin, ID: log.Attach(engine)})
	r.next, r.stop = iter.Pull(func(yield func(struct{}) bool) {
		r.yield = yield
		r.module()
	})
}

// AtLeast has every Next run as many handles as give n events, for whoever
// only wants the end: a switch for each handle takes its time. It is 1 at
// first.
func (r *Run) AtLeast(n int) { r.atLeast = n }

// LeftOver gives the functions of coroutines that were never awaited and that
// something held to the end of the run.
func (r *Run) LeftOver() []string { return r.m.leftOver }

// Inherit has the run follow another script's in the same process, which left
// coroutines over: CPython collects them, and tells of them, at the end of this
// one.
func (r *Run) Inherit(leftOver []string) { r.m.inherited = leftOver }

// Do asks for a command, which acts at the next Next. The error says what is wrong with the command itself; that it cannot be obeyed
// is told by an event.
func (r *Run) Do(c trace.Command) error {
	if err := c.Check(); err != nil {
		return err
	}
	r.commands = append(r.commands, c)
	return nil
}

// obey does what was asked for.
func (r *Run) obey() {
	m := r.m
	top := m.top
	m.top = nil
	for _, c := range r.commands {
		switch {
		case r.ended:
			r.refuseCommand(c, "the run has ended")
		case !m.loop.Running():
			r.refuseCommand(c, "no event loop runs yet")
		default:
			m.loop.Advance(c.T)
			m.loop.Do(c)
		}
	}
	r.commands, m.top = r.commands[:0], top
}

func (r *Run) refuseCommand(c trace.Command, reason string) {
	log := r.m.loop.Log()
	r.m.loop.Emit(trace.Event{Kind: trace.CommandRefused, T: r.m.loop.Time(), Task: c.Task, ID: log.Attach(c), Name: log.Text(reason)})
}

// Close ends the run. No goroutine of it is left, and Next gives io.EOF.
func (r *Run) Close() error {
	if r.stop != nil {
		r.stop()
	}
	r.begun, r.ended = true, true
	r.dropDetail()
	if r.m.loop != nil {
		r.m.loop.Close()
	}
	r.m.closeStacks()
	r.p.turns.end(r.m)
	return nil
}

// pause is Host.Between: it gives control back to the caller of Next.
func (r *Run) pause() error {
	r.m.restart()
	r.m.suspended = nil // of a task without a number, of which nothing was told
	if err := r.m.dropped; err != nil {
		return err
	}
	n := r.m.loop.Log().Len()
	r.m.handles++
	events := n - r.charged
	if err := anyError(r.m.charge(events*objectSize), r.m.spend(handleSteps+events*eventSteps)); err != nil {
		return err
	}
	r.charged = n
	if n-r.seen >= r.atLeast && !r.yield(struct{}{}) {
		return &sched.Stop{}
	}
	return nil
}

// module runs the module's code and tells how it ended.
func (r *Run) module() {
	m := r.m
	fr := &frame{m: m, code: r.p.main, slots: make([]Value, r.p.main.slots), line: 1, depth: 1}
	_, err := fr.run()
	m.top = nil
	err = m.exitFunctions(err)
	if m.cleaning == 1 {
		if failed := m.dropGlobals(); failed != nil {
			err = failed
		}
	}
	if left := m.leftGenerator(); left != nil && (err == nil || catchable(err) != nil) {
		err = left
	}
	if stop := new(stopped); errors.As(err, &stop) {
		if stop.limit != LimitMemory {
			m.neverAwaited()
		}
		r.stopped(stop)
		return
	}
	m.finishOutput()
	if stop := new(sched.Stop); errors.As(err, &stop) {
		m.neverAwaited()
		return
	}
	log := m.loop.Log()
	e := trace.Event{Kind: trace.RunExit, T: m.loop.Time(), What: trace.Returned}
	if exc, ok := err.(*exception); ok {
		if stop := new(stopped); !m.reported && errors.As(m.report(exc), &stop) {
			m.neverAwaited()
			r.stopped(stop)
			return
		}
		e.What, e.Name, e.Line = trace.Raised, log.Text(m.showError(exc)), exc.line()
		if exc.cls.is(cancelledType) {
			e.What, e.Name = trace.Cancelled, 0
		}
	}
	m.tellNeverAwaited(err)
	m.loop.Emit(e)
}

// stopped tells that a run was ended from within: by a limit, by something
// that the engine does not have, or by the caller's context.
func (r *Run) stopped(s *stopped) {
	m := r.m
	switch {
	case s.cause != nil:
		r.err = s.cause
		return
	case s.limit == "":
		m.loop.Emit(trace.Event{Kind: trace.RunRefused, Name: m.loop.Log().Text(s.reason), Line: s.line})
		return
	}
	m.finishOutput()
	if !m.told {
		m.runResult(s)
	}
}

// Foretell gives the loop time at which the next handle begins, and the task if
// it is a step; ok is false if the next Next begins none.
func (r *Run) Foretell() (t trace.Time, task trace.Task, ok bool) {
	if r.ended || r.m.loop == nil {
		return 0, 0, false
	}
	return r.m.loop.Foretell()
}
