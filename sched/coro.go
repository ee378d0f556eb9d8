package sched

// CoroState says how far a coroutine is, as inspect.getcoroutinestate does.
type CoroState uint8

// The states of a coroutine.
const (
	CoroCreated CoroState = iota
	CoroRunning
	CoroSuspended
	CoroClosed
)

// Suspend parks the coroutine that runs and hands y to whoever drives it: a
// *Future to wait for, nil for a bare yield (one turn of the loop). It returns
// when the coroutine is resumed, with the exception thrown in, or nil.
//
// A Suspend belongs to the stack that the coroutine runs on. It must only be
// called by that coroutine while it runs. If the loop is closed meanwhile it
// panics, to unwind the stack: a body that recovers must let that pass.
type Suspend func(y any) error

// Await awaits aw in the coroutine that s belongs to.
func (s Suspend) Await(aw Awaitable) (any, error) { return aw.Await(s) }

// An Awaitable is what can be awaited: *Coro, *Future, *Task, or an object of
// the host's with an __await__ of its own.
type Awaitable interface {
	Await(Suspend) (any, error)
}

// CoroFunc is the body of a coroutine. It must end soon after a Suspend gave
// it an error, as a Python coroutine does that does not swallow an exception.
type CoroFunc func(Suspend) (any, error)

// Run runs the body.
func (f CoroFunc) Run(s Suspend) (any, error) { return f(s) }

// A Coro is a coroutine object: created, not started. Another coroutine
// awaits it, and it runs on that one's stack; or a Task drives it; or it is
// driven by hand with Resume, and has a stack of its own.
type Coro struct {
	// What a step touches comes first, to lie together in memory.
	state    CoroState
	gathered int32  // the last gather that it was given to, by number; 0: none
	stack    *stack // while it is driven: its own stack
	loop     *Loop
	value    any   // what it handed out at its last suspension; once it has ended, what it returned
	err      error // what its suspension returns; once it has ended, what it raised

	// Owner is the host's object for the coroutine; see Thrower and Body.
	Owner any

	name string
	body CoroFunc // nil: Owner is a Body

	prev, next *Coro // in the loop's list of coroutines that were not started
}

// A Body is an Owner that runs its coroutine itself.
type Body interface {
	Run(Suspend) (any, error)
}

// A Thrower is an Owner that is told of an exception that is thrown into its
// coroutine before that has begun. It gives what the coroutine runs then; nil:
// it ends with the exception.
type Thrower interface {
	Thrown(error) CoroFunc
}

// NewCoro makes a coroutine. The name is its qualified name in Python's sense:
// what the trace calls the function of a task made of it.
func (l *Loop) NewCoro(name string, body CoroFunc) *Coro {
	c := &Coro{loop: l, name: name, body: body}
	l.unstarted.add(c)
	return c
}

// NewCoroOf makes a coroutine that body, its Owner, runs.
func (l *Loop) NewCoroOf(body Body, name string) *Coro {
	c := &Coro{loop: l, name: name, Owner: body}
	l.unstarted.add(c)
	return c
}

// Name gives the qualified name of the coroutine's function.
func (c *Coro) Name() string { return c.name }

// State says how far the coroutine is. One that another awaits counts as
// running until it ends.
func (c *Coro) State() CoroState { return c.state }

// Result gives what the coroutine returned or raised, once it has ended.
func (c *Coro) Result() (any, error) { return c.value, c.err }

// Await runs the coroutine on the stack that s belongs to, without a switch of
// its own. A second time it raises RuntimeError.
func (c *Coro) Await(s Suspend) (any, error) {
	if c.state != CoroCreated {
		return nil, c.reused()
	}
	c.start()
	begun := c.loop.begun
	c.value, c.err = c.entry().Run(s)
	c.end()
	c.loop.Awaited(begun)
	return c.value, c.err
}

// Begun gives how many handles have begun.
func (l *Loop) Begun() int { return l.begun }

// Awaited tells of the end of an await in the task that runs, which began when
// begun handles had: it did not switch if nothing else has run meanwhile. Only
// who awaits without a Coro calls it: Coro.Await does so itself.
func (l *Loop) Awaited(begun int) {
	if l.begun == begun {
		l.awaitReady()
	}
}

func (c *Coro) reused() error {
	if c.state == CoroClosed {
		return c.loop.newError(ErrRuntime, "cannot reuse already awaited coroutine")
	}
	return c.loop.newError(ErrRuntime, "coroutine is being awaited already")
}

func (c *Coro) start() {
	c.loop.unstarted.remove(c)
	c.state = CoroRunning
}

// entry gives what runs the coroutine.
func (c *Coro) entry() Body {
	if c.body != nil {
		return c.body
	}
	return c.Owner.(Body)
}

func (c *Coro) end() {
	c.state = CoroClosed
	c.body = nil
}

// Resume runs the coroutine on its own stack until it suspends or ends; throw
// is raised where it stands, nil resumes it. It gives what the coroutine
// handed out and whether it has ended: then see Result. Resuming one that has
// ended ends it again, with a RuntimeError; one that is running panics.
func (c *Coro) Resume(throw error) (y any, done bool) {
	if c.enter(throw) {
		c.stack.next()
	}
	return c.leave()
}

// enter makes the coroutine ready for a switch to its stack, and reports
// whether there is one to be made.
func (c *Coro) enter(throw error) bool {
	switch c.state {
	case CoroSuspended:
		if throw != nil {
			c.err = throw
		}
	case CoroCreated:
		c.start()
		if throw != nil && !c.thrownFirst(throw) {
			return false
		}
		c.stack = c.loop.takeStack()
		c.stack.coro = c
	case CoroClosed:
		c.value, c.err = nil, c.reused()
		return false
	default:
		panic("sched: internal error: coroutine " + c.name + " is resumed while it runs")
	}
	c.state = CoroRunning
	return true
}

// thrownFirst throws into a coroutine that has not begun, and reports whether
// it runs nevertheless.
func (c *Coro) thrownFirst(throw error) bool {
	if h, ok := c.Owner.(Thrower); ok {
		if body := h.Thrown(throw); body != nil {
			c.body = body
			return true
		}
	}
	c.err = throw
	c.end()
	return false
}

// leave says what the coroutine did until it switched back.
func (c *Coro) leave() (y any, done bool) {
	if c.state == CoroRunning {
		c.state = CoroSuspended
		if y = c.value; y != nil {
			c.value = nil
		}
		return y, false
	}
	if c.stack != nil {
		c.loop.freeStack(c.stack)
		c.stack = nil
	}
	return nil, true
}

// Close raises GeneratorExit in a suspended coroutine, so that its cleanup
// runs, and ends one that was not started. The error is what its cleanup
// raised, or a RuntimeError if it would not end.
func (c *Coro) Close() error {
	switch c.state {
	case CoroCreated:
		c.start()
		c.end()
	case CoroRunning:
		return c.loop.newError(ErrValue, "coroutine already executing")
	case CoroSuspended:
		if _, done := c.Resume(c.loop.newError(ErrGeneratorExit)); !done {
			return c.loop.newError(ErrRuntime, "coroutine ignored GeneratorExit")
		}
		if c.err != nil && !isA(c.err, ErrGeneratorExit) && !isA(c.err, ErrStopIteration) {
			return c.err
		}
	}
	return nil
}

// coroList is a list of coroutines in order of creation.
type coroList struct{ first, last *Coro }

func (cs *coroList) add(c *Coro) {
	if c.prev = cs.last; c.prev != nil {
		c.prev.next = c
	} else {
		cs.first = c
	}
	cs.last = c
}

func (cs *coroList) remove(c *Coro) {
	if c.prev != nil {
		c.prev.next = c.next
	} else {
		cs.first = c.next
	}
	if c.next != nil {
		c.next.prev = c.prev
	} else {
		cs.last = c.prev
	}
	c.prev, c.next = nil, nil
}
