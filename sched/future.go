package sched

import (
	"iter"
	"strconv"

	"loopscope/sched/trace"
)

// State says how far a future is.
type State uint8

// The states of a future, as in asyncio/base_futures.py.
const (
	Pending State = iota
	Cancelled
	Finished
)

// String gives asyncio's name of the state.
func (s State) String() string { return [...]string{"PENDING", "CANCELLED", "FINISHED"}[s] }

// A Future is the result of something that has not ended yet: asyncio.Future.
// Everything on the loop that can be waited for is one: a Task embeds one,
// gather and shield give one.
type Future struct {
	state State
	// Blocking is _asyncio_future_blocking: set by an await of the future that
	// hands it out, cleared by the task that takes it.
	Blocking    bool
	unretrieved bool // __log_traceback: nobody has seen the exception yet
	raised      bool // value is an exception
	handover    bool // its result stands for a lock or a permit that is handed over with it
	id          trace.Future
	seq         int32      // place among all futures and tasks, by creation
	gathered    int32      // the last gather that it was given to, by number; 0: none
	label       trace.Name // what TRACE.md calls it; 0 of a task

	loop *Loop
	task *Task // itself, if it is a task

	// Owner is the host's object for the future; the loop never looks inside.
	Owner any

	value any      // the result or the exception
	first callback // most futures have one callback; empty: there is none
	rare  *rare    // nil: nothing of that
}

// rare is what few futures have. It stands apart because a program may have a
// million futures.
type rare struct {
	callbacks []callback // but the first
	gather    *gathering // itself, if it is a gather
	trace     any        // of the exception, as it was when that was set; nil once it was raised
	cancelMsg any        // message of Cancel; nil is None
	cancelled error      // the CancelledError that ended a task, for the first who asks
	throw     error      // what the scheduled step of a task throws; nil: it resumes
}

// more gives a future what few have.
func (f *Future) more() *rare {
	if f.rare == nil {
		f.rare = &rare{}
	}
	return f.rare
}

// exc gives the exception, nil if there is none.
func (f *Future) exc() error {
	if f.raised {
		return f.value.(error)
	}
	return nil
}

// A callback is an entry of a future's list: a task's wakeup, or a function.
type callback struct {
	wake *Task   // the task that waits for the future; nil: a function is called
	call *callee // the function
}

// calls reports whether a callback calls a function and has this key.
func (cb callback) calls(key any) bool { return cb.wake == nil && cb.call.Owner == key }

// A Callback is a done callback.
type Callback struct {
	Name string              // what the trace calls it
	Key  any                 // by which RemoveDoneCallback finds it; comparable
	Fn   func(*Future) error // its error goes where that of CallSoon's function goes
}

// CreateFuture makes a future of the program's own: loop.create_future. The
// trace numbers these.
func (l *Loop) CreateFuture() *Future {
	l.userFutures++
	return l.NewFuture("future " + strconv.Itoa(int(l.userFutures)))
}

// NewFuture makes a future for a facility of asyncio; label is what TRACE.md
// calls it: "sleep", "Lock.acquire".
func (l *Loop) NewFuture(label string) *Future {
	f := &Future{}
	l.initFuture(f, label)
	l.futureCreated(f, 0)
	return f
}

func (l *Loop) initFuture(f *Future, label string) {
	l.futures++
	l.seq++
	f.loop, f.label, f.id, f.seq = l, l.log.Intern(label), trace.Future(l.futures), l.seq
}

// futureCreated tells of a new future; payload is its children or its object,
// in the Log, 0 for none.
func (l *Loop) futureCreated(f *Future, payload int32) {
	task, line := l.currentNum(), l.line()
	e := l.log.Next()
	e.Kind, e.Fut, e.Name, e.Task, e.Line, e.ID = trace.FutureCreated, f.id, f.label, task, line, payload
}

// ID gives the future's number in the trace.
func (f *Future) ID() trace.Future { return f.id }

// Label gives what TRACE.md calls the future: "task 2", "future 1", "gather".
func (f *Future) Label() string {
	if f.task != nil {
		return "task " + strconv.Itoa(int(f.task.num))
	}
	return f.loop.log.String(f.label)
}

// Task gives the task that the future is, nil if it is none.
func (f *Future) Task() *Task { return f.task }

// Loop gives the loop that the future belongs to.
func (f *Future) Loop() *Loop { return f.loop }

// State says how far the future is.
func (f *Future) State() State { return f.state }

// Done reports whether the future has a result or an exception or was cancelled.
func (f *Future) Done() bool { return f.state != Pending }

// Cancelled reports whether the future was cancelled.
func (f *Future) Cancelled() bool { return f.state == Cancelled }

// Await waits for the future in the coroutine that s belongs to. One that is
// done does not suspend it. It mirrors FutureIter_am_send in
// Modules/_asynciomodule.c.
func (f *Future) Await(s Suspend) (any, error) {
	l := f.loop
	if f.Done() {
		l.awaitReady()
		return f.Result()
	}
	for !f.Done() { // more than once only where two drive one coroutine
		if f.Blocking {
			return nil, l.newError(ErrRuntime, "await wasn't used with future")
		}
		f.Blocking = true
		if err := s(f); err != nil {
			return nil, err
		}
	}
	return f.Result()
}

// awaitReady tells of an await that did not switch.
func (l *Loop) awaitReady() {
	if l.currentNum() != 0 {
		l.emit(trace.Event{Kind: trace.AwaitReady, Task: l.current.num, Line: l.line()})
	}
}

// Result gives the future's result or raises its exception, a CancelledError
// if it was cancelled, an InvalidStateError if it is not done. An exception
// counts as retrieved. It mirrors Future.result in asyncio/futures.py.
func (f *Future) Result() (any, error) {
	switch f.state {
	case Cancelled:
		return nil, f.cancelledError()
	case Pending:
		return nil, f.loop.newError(ErrInvalidState, "Result is not set.")
	}
	f.unretrieved = false
	if f.raised {
		return nil, f.raise()
	}
	return f.value, nil
}

// raise gives the exception to be raised, with its traceback.
func (f *Future) raise() error {
	exc := f.exc()
	if e, ok := exc.(traced); ok {
		var trace any
		if f.rare != nil {
			trace, f.rare.trace = f.rare.trace, nil
		}
		e.SetTraceback(trace)
	}
	return exc
}

// traced is an exception of a host that has a traceback. As in
// _asynciomodule.c, a future puts it back to what it was when the exception was
// set for the first who asks for the result, and takes it away for the others.
type traced interface {
	Traceback() any
	SetTraceback(any)
}

// Exception gives the future's exception, nil if it has a result; err is a
// CancelledError if it was cancelled, an InvalidStateError if it is not done.
// It mirrors Future.exception in asyncio/futures.py.
func (f *Future) Exception() (exc, err error) {
	switch f.state {
	case Cancelled:
		return nil, f.cancelledError()
	case Pending:
		return nil, f.loop.newError(ErrInvalidState, "Exception is not set.")
	}
	f.unretrieved = false
	return f.exc(), nil
}

// Peek gives what a finished future holds, and leaves an exception as it is:
// not retrieved. It is what a repr shows.
func (f *Future) Peek() (result any, exc error) {
	if f.raised {
		return nil, f.exc()
	}
	return f.value, nil
}

// cancelledError gives the CancelledError of a cancelled future: the first
// time that which ended the task, then new ones from the message of Cancel. It
// mirrors Future._make_cancelled_error in asyncio/futures.py.
func (f *Future) cancelledError() error {
	if f.rare == nil {
		return f.loop.newError(ErrCancelled)
	}
	if exc := f.rare.cancelled; exc != nil {
		f.rare.cancelled = nil
		return exc
	}
	if f.rare.cancelMsg == nil {
		return f.loop.newError(ErrCancelled)
	}
	return f.loop.newError(ErrCancelled, f.rare.cancelMsg)
}

// cancelMsg gives the message of Cancel; nil is None.
func (f *Future) cancelMsg() any {
	if f.rare == nil {
		return nil
	}
	return f.rare.cancelMsg
}

func (f *Future) setCancelMsg(msg any) {
	if msg != nil || f.rare != nil {
		f.more().cancelMsg = msg
	}
}

// SetResult settles the future; an error is an InvalidStateError, or a
// RuntimeError for a task. It mirrors Future.set_result in asyncio/futures.py.
func (f *Future) SetResult(v any) error {
	if f.task != nil {
		return f.loop.newError(ErrRuntime, "Task does not support set_result operation")
	}
	if f.state != Pending {
		return f.invalidState()
	}
	f.setResult(v)
	return nil
}

func (f *Future) setResult(v any) {
	f.value = v
	f.settle(Finished, 0)
}

// SetException settles the future; errors are as of SetResult. It mirrors
// Future.set_exception in asyncio/futures.py.
func (f *Future) SetException(exc error) error {
	if f.task != nil {
		return f.loop.newError(ErrRuntime, "Task does not support set_exception operation")
	}
	if f.state != Pending {
		return f.invalidState()
	}
	f.setException(exc)
	return nil
}

func (f *Future) setException(exc error) {
	if isA(exc, ErrStopIteration) {
		exc = f.loop.raiseFrom(exc, ErrRuntime,
			"StopIteration interacts badly with generators and cannot be raised into a Future")
	}
	f.value, f.raised, f.unretrieved = exc, true, true
	if e, ok := exc.(traced); ok {
		if trace := e.Traceback(); trace != nil {
			f.more().trace = trace
		}
	}
	f.loop.raised = append(f.loop.raised, f)
	f.settle(Finished, 0)
}

func (f *Future) invalidState() error {
	return f.loop.newError(ErrInvalidState, "invalid state")
}

// Cancel asks the future to end as cancelled; msg is the message, nil for
// None. A plain future is cancelled at once, a task is thrown a CancelledError
// in its next step, a gather cancels its children. It reports whether the
// request was accepted: not if the future is done.
func (f *Future) Cancel(msg any) bool { return f.cancel(msg, 0) }

// cancel is Cancel with the future whose cancel passed this one on, 0 for
// none. It mirrors Future.cancel in asyncio/futures.py.
func (f *Future) cancel(msg any, parent trace.Future) bool {
	switch {
	case f.task != nil:
		return f.task.cancel(msg, parent)
	case f.rare != nil && f.rare.gather != nil:
		return f.rare.gather.cancel(msg)
	}
	return f.cancelPlain(msg, parent)
}

func (f *Future) cancelPlain(msg any, parent trace.Future) bool {
	f.unretrieved = false
	if f.state != Pending {
		return false
	}
	f.setCancelMsg(msg)
	f.settle(Cancelled, parent)
	return true
}

// settle ends the future and schedules its callbacks in the order in which
// they were added; parent is the future whose cancel passed this one on, 0 for
// none. It mirrors Future.__schedule_callbacks in asyncio/futures.py.
func (f *Future) settle(s State, parent trace.Future) {
	f.state = s
	if f.task == nil {
		l := f.loop
		what, task, line := f.outcome(), l.currentNum(), l.line()
		e := l.log.Next()
		e.Kind, e.What, e.Fut, e.T, e.Task, e.Line = trace.FutureDone, what, f.id, l.now, task, line
		if e.ID = int32(parent); s == Cancelled {
			e.Flags = l.via
		}
	}
	if f.loop.unstarted.first != nil || f.loop.KeepRaised && (f.raised || f.rare != nil && f.rare.cancelled != nil) {
		f.loop.keep(f)
	}
	first := f.first
	if first == (callback{}) {
		return
	}
	f.first = callback{}
	f.schedule(first)
	if f.rare == nil {
		return
	}
	rest := f.rare.callbacks
	f.rare.callbacks = nil
	for _, cb := range rest {
		f.schedule(cb)
	}
}

// outcome says how a future that is done ended.
func (f *Future) outcome() trace.What {
	switch {
	case f.state == Cancelled:
		return trace.Cancelled
	case f.raised:
		return trace.Raised
	}
	return trace.Returned
}

// schedule has a callback of the future called in the next turn.
func (f *Future) schedule(cb callback) {
	if cb.wake != nil {
		cb.wake.schedule(nil, f)
		return
	}
	f.loop.soon(&Handle{what: trace.Done, fut: f, callee: cb.call})
}

// AddDoneCallback has cb called, through call_soon, when the future is done;
// if it is done, in the next turn. It mirrors Future.add_done_callback in
// asyncio/futures.py.
func (f *Future) AddDoneCallback(cb Callback) { f.add(f.loop.callback(cb)) }

// callback makes an entry for the lists of any number of futures.
func (l *Loop) callback(cb Callback) callback {
	return callback{call: &callee{loop: l, name: l.log.Intern(cb.Name), Owner: cb.Key, done: cb.Fn}}
}

func (f *Future) add(cb callback) {
	if cb.wake == nil {
		f.callbackEvent(trace.CallbackAdded, cb)
	}
	switch {
	case f.state != Pending:
		f.schedule(cb)
	case f.first == (callback{}):
		f.first = cb
	default:
		more := f.more()
		more.callbacks = append(more.callbacks, cb)
	}
}

func (f *Future) callbackEvent(kind trace.Kind, cb callback) {
	l := f.loop
	task, line := l.currentNum(), l.line()
	e := l.log.Next()
	e.Kind, e.Fut, e.Name, e.Task, e.Line = kind, f.id, cb.call.name, task, line
}

// callbacks gives the callbacks in the order in which they were added.
func (f *Future) callbacks() iter.Seq[callback] {
	return func(yield func(callback) bool) {
		if f.first == (callback{}) || !yield(f.first) || f.rare == nil {
			return
		}
		for _, cb := range f.rare.callbacks {
			if !yield(cb) {
				return
			}
		}
	}
}

// keepCallbacks keeps those callbacks that keep says yes to, which is asked in
// order, and gives the number of the others.
func (f *Future) keepCallbacks(keep func(callback) bool) (removed int) {
	var first callback
	var rest []callback
	for cb := range f.callbacks() {
		switch {
		case !keep(cb):
			removed++
		case first == (callback{}):
			first = cb
		default:
			rest = append(rest, cb)
		}
	}
	if removed == 0 {
		return 0
	}
	if f.first = first; f.rare != nil {
		f.rare.callbacks = rest
	}
	return removed
}

// Callbacks gives the done callbacks of a future that is not done, for its
// repr: of a task that waits for it the name is "" and the key nil.
func (f *Future) Callbacks() []Callback {
	var all []Callback
	for cb := range f.callbacks() {
		if cb.wake != nil {
			all = append(all, Callback{})
		} else {
			all = append(all, Callback{Name: f.loop.log.String(cb.call.name), Key: cb.call.Owner})
		}
	}
	return all
}

// RemoveDoneCallback removes all callbacks with this key and gives their
// number; those that are scheduled already stay. It mirrors
// Future.remove_done_callback in asyncio/futures.py.
func (f *Future) RemoveDoneCallback(key any) int {
	return f.keepCallbacks(func(cb callback) bool {
		if cb.wake != nil || !f.loop.equal(cb.call.Owner, key) {
			return true
		}
		f.callbackEvent(trace.CallbackRemoved, cb)
		return false
	})
}

func (l *Loop) equal(a, b any) bool {
	if a == b {
		return true
	}
	return l.host.Equal != nil && l.host.Equal(a, b)
}
