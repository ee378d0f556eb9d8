package trace

import (
	"math"
	"strconv"
)

// Task is the number of a task, from 1 in order of creation; 0 is no task: a
// callback, module level, or a task that is Unnumbered.
type Task int32

// Future names something that can be awaited: above 0 a future, by order of
// creation; below 0 the task of that number, negated; 0 none.
type Future int32

// Unnumbered is the future that a task without a number is: one that a callback
// makes while asyncio.run ends the loop. Nothing is told of its steps, and
// TRACE.md calls it "task 0".
const Unnumbered Future = -math.MaxInt32

// Future gives the future that a numbered task is.
func (t Task) Future() Future { return -Future(t) }

// Task gives the task that a future is, 0 if it is a plain future or the task
// has no number.
func (f Future) Task() Task {
	if f < 0 && f != Unnumbered {
		return Task(-f)
	}
	return 0
}

// Name is a string in a Log's table; 0 is no string at all, which is not "".
// Below 0 it is the default name of a task, of which no Log holds a string.
type Name int32

// DefaultName gives the name of the n-th task that was given none: "Task-1".
func DefaultName(n int) Name { return Name(-n) }

// Default reports whether a task's name is the default one.
func (n Name) Default() bool { return n < 0 }

// in gives the text of a name in a Log's table.
func (n Name) in(table []string) string {
	if n < 0 {
		return "Task-" + strconv.Itoa(int(-n))
	}
	return table[n]
}

// Stack is a chain of suspended frames in a Log, innermost first; 0 is none.
type Stack int32

// Time is loop time in whole microseconds; the clock of a virtual loop starts
// at 0.
type Time int64

// Microsecond and Second are units of Time.
const (
	Microsecond Time = 1
	Second           = 1_000_000 * Microsecond
)

// Seconds gives t in seconds.
func (t Time) Seconds() float64 { return float64(t) / float64(Second) }

// String gives t in seconds without trailing zeros: "0", "1", "0.25".
func (t Time) String() string { return string(t.Append(nil)) }

// Append appends what String gives.
func (t Time) Append(dst []byte) []byte {
	if t < 0 {
		dst, t = append(dst, '-'), -t
	}
	dst = strconv.AppendInt(dst, int64(t/Second), 10)
	frac := t % Second
	if frac == 0 {
		return dst
	}
	dst = append(dst, '.')
	for unit := Second / 10; frac > 0; unit /= 10 {
		dst = append(dst, byte('0'+frac/unit))
		frac %= unit
	}
	return dst
}

// Kind says what an event tells.
type Kind uint8

// The kinds of events. The comment of each names the fields it uses besides
// Kind; a field that is not named is 0.
const (
	_ Kind = iota

	RunProgram // Name: file name
	RunRefused // Name: reason; Line
	RunBegin   // ID: payload Engine

	TaskCreated  // Task; Name: its name; Fn: its function; ID: the creator; Line; Flags: Eager
	TaskNamed    // Task; Name: its new name; Line
	TaskWaiting  // Task; Fut: on what, 0 when its next step is scheduled; Line; ID: Stack
	TaskDone     // Task; T; What: outcome; Name: its text; ID: the Name of the task; of an exception Line: where it was raised, see Traceback
	TaskCancel   // Task; ID: by which task; Name: message, 0 for None; Line; Fut: the future whose cancel passed this one on; Flags: ByTaskGroup, …
	TaskUncancel // Task; ID: cancelling() that is left; Line; Flags: ByTaskGroup, …
	TaskThrow    // Task; Name: the exception delivered into the coroutine; Fut: where it comes from
	TaskEagerEnd // Task
	TaskMark     // Task; Name: text; T; Fut: whose end; a notify callback ran

	HandleScheduled // ID: handle; What, Task, Fut, Name: see What; Line; T: when, timers only
	HandleCancelled // ID: handle
	HandleBegin     // ID: handle; What, Task, Fut, Name: see What; T; Line: the turn
	HandleEnd       // ID: handle; T

	FutureCreated        // Fut; Name: kind, the label that TRACE.md gives it; Task: by whom; Line; ID: payload []Future, its children, or Object, whose it is
	FutureDone           // Fut; What: outcome; Task: who settled it; Line; T; ID: the Future whose cancel passed this one on, 0 for none; Flags: ByTaskGroup, …
	FutureNeverRetrieved // Fut; Name: exception
	CallbackAdded        // Fut; Name: function; Task: by whom; Line
	CallbackRemoved      // Fut; Name: function; Task: by whom; Line
	AwaitReady           // Task; Line: an await that did not switch

	ObjectCreated // ID: object; Name: kind, as TRACE.md lists them; see ObjectName, Limit and LockOf; Task: by whom; Line
	ObjectOp      // ID: object; Name: what was done to it; Task: by whom; see Size and Waiters; Line
	ThreadBegin   // ID: thread; Name: function; Task: by whom; T
	ThreadEnd     // ID: thread; Name: function; Task: by whom it was begun; T

	ShieldOn    // Task
	ShieldOuter // Task: the shielded one; Fut: its outer future; ID: the Future that waited for it, a gather or a task; 0: nobody

	Print  // T; Task; Line; Name: text without its newline
	Stderr // T; Task; Line; Name: text without its newline

	LoopBlocked   // T: when it goes on; Task; Line: time.sleep held the loop up
	LoopException // T; Name: message; ID: the Name of the exception, 0 for none
	LoopShutdown  // T; ID: payload []Task

	CommandDone    // T; Task; ID: payload Command
	CommandRefused // T; Task; ID: payload Command; Name: reason
	RunBreak       // T; Fut: whose end; a break callback ran: pause at the next handle

	RunResult             // T; What: outcome; Name: its text; ID: payload Result; Line: where a limit was hit
	CoroutineNeverAwaited // Name: function
	RunExit               // T; What: outcome; Name: its text; Line

	kinds // how many there are
)

var kindNames = [kinds]string{
	RunProgram: "run.program", RunRefused: "run.refused", RunBegin: "run.begin",
	TaskCreated: "task.created", TaskNamed: "task.named", TaskWaiting: "task.waiting", TaskDone: "task.done",
	TaskCancel: "task.cancel", TaskUncancel: "task.uncancel", TaskThrow: "task.throw",
	TaskEagerEnd: "task.eager_end", TaskMark: "task.mark",
	HandleScheduled: "handle.scheduled", HandleCancelled: "handle.cancelled",
	HandleBegin: "handle.begin", HandleEnd: "handle.end",
	FutureCreated: "future.created", FutureDone: "future.done", FutureNeverRetrieved: "future.never_retrieved",
	CallbackAdded: "callback.added", CallbackRemoved: "callback.removed", AwaitReady: "await.ready",
	ObjectCreated: "object.created", ObjectOp: "object.op", ThreadBegin: "thread.begin", ThreadEnd: "thread.end",
	ShieldOn: "shield.on", ShieldOuter: "shield.outer",
	Print: "print", Stderr: "stderr",
	LoopBlocked: "loop.blocked", LoopException: "loop.exception", LoopShutdown: "loop.shutdown",
	CommandDone: "command", CommandRefused: "command.refused", RunBreak: "run.break",
	RunResult: "run.result", CoroutineNeverAwaited: "coroutine.never_awaited", RunExit: "run.exit",
}

// String gives the kind as the JSON form does: "task.created".
func (k Kind) String() string {
	if k < kinds && kindNames[k] != "" {
		return kindNames[k]
	}
	return "kind " + strconv.Itoa(int(k))
}

// What tells kinds of handles apart, and outcomes.
type What uint8

// The kinds of handles, with the fields that say more.
const (
	_        What = iota
	Step          // Task: whose step; Fut: the future that woke it, 0 for none
	Done          // Name: function; Fut: the future whose done callback it is
	CallSoon      // Name: function
	Timer         // Name: function; Fut: the future it will settle, 0 for none
)

// The outcomes of tasks, futures and runs.
const (
	Returned  What = iota + 10 // Name: the text of the result
	Raised                     // Name: the text of the exception
	Cancelled                  // Name: 0
	Deadlock                   // of a run
	TooLong                    // of a run: a limit was hit
)

var whatNames = [...]string{
	Step: "step", Done: "done_callback", CallSoon: "call_soon", Timer: "timer",
	Returned: "result", Raised: "exception", Cancelled: "cancelled", Deadlock: "deadlock", TooLong: "too_long",
}

// String gives the word of the JSON form.
func (w What) String() string {
	if int(w) < len(whatNames) {
		return whatNames[w]
	}
	return "what " + strconv.Itoa(int(w))
}

// Flags are facts of one bit.
type Flags uint16

// Eager: the task's first step runs inside its creation.
const Eager Flags = 1 << 0

// What of asyncio's own called Task.cancel or Task.uncancel; without one of
// these flags the program did.
const (
	ByTaskGroup Flags = 1 << (2 + iota)
	ByTimeout         // timeout, timeout_at, wait_for
	ByWaitFor         // wait_for whose timeout is 0 or less
)

var vias = map[string]Flags{"TaskGroup": ByTaskGroup, "timeout": ByTimeout, "wait_for": ByWaitFor}

// Via gives what of asyncio's own called cancel or uncancel: "TaskGroup",
// "timeout" or "wait_for"; "" if the program did.
func (e Event) Via() string {
	switch {
	case e.Flags&ByTaskGroup != 0:
		return "TaskGroup"
	case e.Flags&ByTimeout != 0:
		return "timeout"
	case e.Flags&ByWaitFor != 0:
		return "wait_for"
	}
	return ""
}

// An Event is one fact about a run: a flat record of numbers. Which fields an
// event uses stands with its Kind; texts, stacks and lists are in the Log.
type Event struct {
	Kind  Kind
	What  What
	Flags Flags
	Task  Task
	ID    int32
	Fut   Future // TaskCreated keeps its function here, ObjectCreated its name, TaskDone a Stack: see Fn, ObjectName, Traceback
	Name  Name
	Line  int32 // of the script, from 1; 0: none. HandleBegin: the turn, from 1
	T     Time  // ObjectCreated: see Limit and LockOf; ObjectOp: see Size and Waiters
}

// Fn gives the name of a created task's function.
func (e Event) Fn() Name { return Name(e.Fut) }

// Turn gives the iteration in which a handle began, from 1.
func (e Event) Turn() int { return int(e.Line) }

// By gives the task that created or cancelled a task.
func (e Event) By() Task { return Task(e.ID) }

// Traceback gives the frames that the exception passed which ended a task: the
// innermost is where it was raised.
func (e Event) Traceback() Stack { return Stack(e.Fut) }

// Stack gives the frames in which a waiting task is suspended.
func (e Event) Stack() Stack { return Stack(e.ID) }

// ObjectName gives the name of an object that was created: "Queue 1".
func (e Event) ObjectName() Name { return Name(e.Fut) }

// ObjectLimit gives the T of an ObjectCreated: how many it takes, and the lock
// that it was given.
func ObjectLimit(limit int, lock Object) Time { return Time(limit)<<32 | Time(lock) }

// Limit gives the most items that a created queue holds, the permits that a
// semaphore begins with, or the parties of a barrier; 0: no limit, or not told.
func (e Event) Limit() int { return int(e.T >> 32) }

// LockOf gives the lock that a created condition was given; 0: it has one of
// its own, or it is not told.
func (e Event) LockOf() Object { return Object(int32(e.T)) }

// ObjectSize gives the T of an ObjectOp: how many are in the object, and how
// many wait for it.
func ObjectSize(size, waiters int) Time { return Time(size)<<32 | Time(uint32(waiters)) }

// Size gives how many are in an object after an ObjectOp: items of a queue,
// permits of a semaphore, parties in a barrier; 1 if a lock or the lock of a
// condition is taken, or an event is set.
func (e Event) Size() int { return int(e.T >> 32) }

// Waiters gives how many wait for an object after an ObjectOp.
func (e Event) Waiters() int { return int(int32(e.T)) }
