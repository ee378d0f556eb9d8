package sched

import (
	"math"
	"slices"

	"loopscope/sched/trace"
)

// DefaultTurns is how many turns a loop runs before it is stopped as too long.
const DefaultTurns = 1_000_000

// A Loop is an event loop: asyncio's BaseEventLoop on a virtual clock that
// starts at 0 and counts microseconds. It belongs to one goroutine and starts
// none but those of iter.Pull, on which its coroutines run.
type Loop struct {
	// Turns is how many turns the loop may still run; then the run ends as too
	// long.
	Turns int
	// Eager has the first step of every task run inside its creation, as
	// asyncio.eager_task_factory does.
	Eager bool

	log  *trace.Log
	host Host

	now     trace.Time
	ready   handleQueue
	batch   int // handles left in this turn; 0 between turns
	timers  timerHeap
	current *Task // the task whose step runs; nil in a callback and between handles

	context any // the host's, in which the program runs; nil: an empty one

	thread *trace.Time // clock of the function that an executor runs; nil: none runs

	timersCancelled int // cancelled timers in the heap

	running  bool // a run goes on
	inRunner bool // it runs the main task of Run or of a Runner
	stopping bool // the run ends after this turn
	closed   bool
	ending   bool  // in the turns by which Run ends the loop
	newTurn  bool  // no handle of this turn has run yet
	turn     int32 // turns that ran a handle
	begun    int   // handles that have begun
	leaving  error // on its way out: an exception of an eager first step, a limit hit inside a cancel

	cancelDepth int         // gathers being cancelled inside each other
	via         trace.Flags // what of asyncio's own calls cancel or uncancel; 0: the program

	handles      int32
	futures      int32
	userFutures  int32
	gathers      int32
	seq          int32 // futures and tasks
	defaultNames int
	objects      int32
	objectNames  map[string]int // by class: how many
	threads      int32

	tasks      []*Task      // by number, from 1 at index 0; nil: it has ended long ago
	ended      []trace.Task // those that are done and still in tasks, the oldest first
	unnumbered int          // tasks without a number
	live       taskList     // those that are not done
	raised     []*Future    // futures with an exception that perhaps nobody has seen
	kept       []*Future    // see keep
	keepMost   int          // of kept, until it is looked through
	KeepRaised bool         // futures that end in an exception are kept for Kept
	left       []any        // what was scheduled when Clear was called
	last       any          // result of the last Run
	unstarted  coroList

	stacks []*stack // all
	free   []*stack // those on which no coroutine stands

	onException func(Context) error
}

// NewLoop makes a loop that writes its events to log; nil makes a Log of its own.
func NewLoop(log *trace.Log, host Host) *Loop {
	if log == nil {
		log = trace.NewLog()
	}
	return &Loop{log: log, host: host, Turns: DefaultTurns}
}

// Log gives the Log that the loop writes.
func (l *Loop) Log() *trace.Log { return l.log }

// Time gives loop time; to a function that an executor runs, that of its
// thread.
func (l *Loop) Time() trace.Time {
	if l.thread != nil {
		return *l.thread
	}
	return l.now
}

// InThread reports whether a function that an executor runs is being run.
func (l *Loop) InThread() bool { return l.thread != nil }

// Running reports whether a run goes on.
func (l *Loop) Running() bool { return l.running }

// CurrentTask gives the task whose step runs, nil in a callback and between
// handles.
func (l *Loop) CurrentTask() *Task { return l.current }

// AllTasks gives the tasks that are not done, in order of creation; those
// without a number come first.
func (l *Loop) AllTasks() []*Task {
	var ts []*Task
	for t := l.live.first; t != nil; t = t.next {
		if !t.Done() {
			ts = append(ts, t)
		}
	}
	if l.unnumbered > 0 {
		slices.SortStableFunc(ts, func(a, b *Task) int { return int(a.num - b.num) })
	}
	return ts
}

// forget lets go of tasks that were done long before t, so that a run that
// makes many holds only those that the program holds.
func (l *Loop) forget(t *Task) {
	const kept = 4096 // at least, for commands
	if t.num == 0 {
		return
	}
	l.ended = append(l.ended, t.num)
	if len(l.ended) < 2*kept {
		return
	}
	for _, n := range l.ended[:kept] {
		l.tasks[n-1] = nil
	}
	l.ended = slices.Delete(l.ended, 0, kept)
}

// Task gives a task by its number, nil if there is none, or if it has ended
// long ago.
func (l *Loop) Task(n trace.Task) *Task {
	if n < 1 || int(n) > len(l.tasks) {
		return nil
	}
	return l.tasks[n-1]
}

// Emit adds an event of the host's to the trace.
func (l *Loop) Emit(e trace.Event) { l.emit(e) }

func (l *Loop) emit(e trace.Event) { l.log.Append(e) }

// Print adds a line that the program printed, without its newline.
func (l *Loop) Print(text string) {
	l.emit(trace.Event{Kind: trace.Print, T: l.now, Task: l.currentNum(), Line: l.line(), Name: l.log.Text(text)})
}

// PrintError tells a line that the script writes to stderr.
func (l *Loop) PrintError(text string) {
	l.emit(trace.Event{Kind: trace.Stderr, T: l.now, Task: l.currentNum(), Line: l.line(), Name: l.log.Text(text)})
}

func (l *Loop) line() int32 {
	if l.host.Line == nil {
		return 0
	}
	return l.host.Line()
}

func (l *Loop) currentNum() trace.Task {
	if l.current == nil {
		return 0
	}
	return l.current.num
}

// Work blocks the loop for a time of d, as time.sleep does; in a function that
// an executor runs it blocks only that function's thread.
func (l *Loop) Work(d trace.Time) {
	if l.thread != nil {
		*l.thread += d
		return
	}
	l.now += d
	if d > 0 {
		l.emit(trace.Event{Kind: trace.LoopBlocked, T: l.now, Task: l.currentNum(), Line: l.line()})
	}
}

// Idle reports whether nothing is ready: the next handle is a timer's, or none.
func (l *Loop) Idle() bool {
	for i := range l.ready.n {
		if !l.ready.at(i).cancelled {
			return false
		}
	}
	return true
}

// NextTimer gives the moment of the next timer; ok is false if there is none.
func (l *Loop) NextTimer() (when trace.Time, ok bool) {
	l.sweep()
	if len(l.timers) == 0 {
		return 0, false
	}
	return l.timers[0].when, true
}

// Advance moves the clock of an idle loop forward to t, at most to the next
// timer: time that passes while the program waits. It does nothing while a
// handle is ready.
func (l *Loop) Advance(t trace.Time) {
	if !l.Idle() {
		return
	}
	if when, ok := l.NextTimer(); ok {
		t = min(t, when)
	}
	l.now = max(l.now, t)
}

// Step runs one handle. It reports false if there is nothing to run: nothing
// is ready and no timer is pending. The error is one that leaves the loop:
// SystemExit, KeyboardInterrupt, or a *Stop.
//
// As in asyncio, the loop runs in turns: the handles that are ready when a
// turn begins run in it, and whatever they schedule waits for the next one, so
// a task that never waits cannot starve the others.
func (l *Loop) Step() (ran bool, err error) {
	for {
		if l.batch == 0 {
			if ok, err := l.beginTurn(); !ok || err != nil {
				return false, err
			}
		}
		if ran, err := l.runBatch(1); ran || err != nil {
			return ran, err
		}
	}
}

// beginTurn makes a batch of the handles that are ready, after the timers that
// are due have joined them; with nothing ready the clock jumps to the first
// timer. It reports false if there is none. It mirrors
// BaseEventLoop._run_once in asyncio/base_events.py.
func (l *Loop) beginTurn() (ok bool, err error) {
	if len(l.timers) > 0 {
		l.sweep()
	}
	idle := l.ready.n == 0 && !l.stopping
	if idle && len(l.timers) == 0 {
		return false, nil
	}
	if l.Turns--; l.Turns < 0 {
		return false, &Stop{What: trace.TooLong, Limit: "turns", Line: l.nextLine()}
	}
	if idle {
		l.now = max(l.now, l.timers[0].when)
	}
	for len(l.timers) > 0 && l.timers[0].when <= l.now {
		t := l.timers.pop()
		if t.inHeap = false; t.cancelled {
			l.timersCancelled--
		}
		l.ready.push(&t.Handle)
	}
	l.batch = l.ready.n
	l.newTurn = true
	return true, nil
}

// nextLine gives the line at which the task waits that would go on next; that
// of the host's own code if there is none.
func (l *Loop) nextLine() int32 {
	var next *Task
	for i := 0; i < l.ready.n && next == nil; i++ {
		next = l.ready.at(i).task
	}
	if next == nil && len(l.timers) > 0 && l.timers[0].fut != nil {
		for cb := range l.timers[0].fut.callbacks() {
			next = cb.wake
		}
	}
	if next == nil || l.host.Where == nil {
		return l.line()
	}
	line, _ := l.host.Where(next)
	return line
}

// all is for runBatch: every handle of the turn, which may become one more
// meanwhile.
const all = math.MaxInt

// runBatch runs up to n handles of this turn, passing over cancelled ones, and
// reports whether it ran any: the only place where a handle runs. The error is
// one that leaves the loop; what is ready then waits for the next turn.
func (l *Loop) runBatch(n int) (ran bool, err error) {
	for n > 0 && l.batch > 0 {
		l.batch--
		h := l.ready.pop()
		if h.cancelled {
			continue
		}
		n, ran = n-1, true
		num := h.num // a task's handle has the number of its next step at the end
		l.begin(h)
		if t := h.task; t == nil {
			err = h.call()
		} else {
			if t.enter() {
				t.coro.stack.next()
			}
			err = t.leave()
		}
		if err = l.end(num, err); err != nil {
			l.batch = 0
			return ran, err
		}
	}
	return ran, nil
}

// begin tells that a handle begins.
func (l *Loop) begin(h *Handle) {
	h.pending = false
	l.begun++
	if h.num == 0 {
		return
	}
	if l.newTurn {
		l.newTurn = false
		l.turn++
	}
	e := l.log.Next()
	e.Kind, e.What, e.ID, e.T, e.Line = trace.HandleBegin, h.what, h.num, l.now, l.turn
	if h.task != nil {
		e.Task = h.task.num
	} else {
		e.Name = h.name
	}
	if h.fut != nil {
		e.Fut = h.fut.id
	}
}

// end tells that a handle has ended, with an error that leaves the loop or
// nil, and lets the host in.
func (l *Loop) end(num int32, err error) error {
	if l.leaving != nil {
		err, l.leaving = l.leaving, nil
	}
	if num != 0 {
		e := l.log.Next()
		e.Kind, e.ID, e.T = trace.HandleEnd, num, l.now
	}
	if err == nil {
		err = l.between()
	}
	return err
}

// between lets the host in between two handles.
func (l *Loop) between() error {
	if l.host.Between == nil {
		return nil
	}
	return l.host.Between()
}
