package script

import (
	"errors"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// A loopObject is an event loop as the script sees it. All of them share the
// loop of the run, its clock and its numbers; one runs at a time.
type loopObject struct {
	closed bool
	debug  bool
	slow   Value // slow_callback_duration

	handler Value // of exceptions; nil: none was ever set, None: it was taken back
}

// The line of bases of a loop, as on Linux.
var (
	abstractLoopType = newType("AbstractEventLoop")
	baseLoopType     = subtype("BaseEventLoop", abstractLoopType)
	loopType         = subtype("_UnixSelectorEventLoop", baseLoopType)
)

func (*loopObject) class() *Type { return loopType }

// newLoopObject is asyncio.new_event_loop.
func newLoopObject() *loopObject { return &loopObject{slow: 0.1} }

// loopObject gives the loop that runs, else the one that was set or made last.
func (m *machine) loopObject() *loopObject {
	if m.runningLoop != nil {
		return m.runningLoop
	}
	if m.currentLoop == nil {
		m.currentLoop = newLoopObject()
	}
	return m.currentLoop
}

// check mirrors BaseEventLoop._check_closed.
func (lo *loopObject) check() error {
	if lo.closed {
		return raise("RuntimeError", "Event loop is closed")
	}
	return nil
}

// checkRun mirrors _check_closed and _check_running.
func (lo *loopObject) checkRun(m *machine) error {
	switch {
	case lo.closed:
		return lo.check()
	case m.runningLoop == lo:
		return raise("RuntimeError", "This event loop is already running")
	case m.runningLoop != nil:
		return raise("RuntimeError", "Cannot run the event loop while another loop is running")
	}
	return nil
}

// running runs fn with the loop as the one that runs.
func (lo *loopObject) running(m *machine, fn func() (any, error)) (Value, error) {
	m.runningLoop = lo
	m.loop.SetExceptionHandler(lo.handleException(m))
	m.restart()
	v, err := fn()
	m.runningLoop = nil
	if stop := new(sched.Stop); errors.As(err, &stop) {
		m.told = true
	}
	return fromLoop(v, err)
}

func (lo *loopObject) close(m *machine) error {
	if m.runningLoop == lo {
		return raise("RuntimeError", "Cannot close a running event loop")
	}
	if !lo.closed {
		lo.closed = true
		m.loop.Clear()
	}
	return nil
}

func reprLoop(m *machine, v Value) (string, error) {
	lo := v.(*loopObject)
	word := func(b bool) string {
		if b {
			return "True"
		}
		return "False"
	}
	return "<_UnixSelectorEventLoop running=" + word(m.runningLoop == lo) + " closed=" + word(lo.closed) + " debug=" + word(lo.debug) + ">", nil
}

func constructLoop(_ *machine, _ *Type, a args) (Value, error) {
	return newLoopObject(), a.between("_UnixSelectorEventLoop.__init__", 0, 0)
}

// runMethods gives the loop the methods that run and end it.
func runMethods(t *Type) {
	t.declareMethod("run_until_complete", "future", func(m *machine, self Value, v []Value) (Value, error) {
		return m.runUntilComplete(self.(*loopObject), v[0])
	})
	t.declareMethod("run_forever", "", func(m *machine, self Value, _ []Value) (Value, error) {
		lo := self.(*loopObject)
		if err := lo.checkRun(m); err != nil {
			return nil, err
		}
		return lo.running(m, func() (any, error) { return nil, m.loop.RunForever() })
	})
	t.declareMethod("stop", "", func(m *machine, _ Value, _ []Value) (Value, error) {
		m.loop.Stop()
		return None, nil
	})
	t.declareMethod("close", "", func(m *machine, self Value, _ []Value) (Value, error) {
		return None, self.(*loopObject).close(m)
	})
	t.declareMethod("is_running", "", func(m *machine, self Value, _ []Value) (Value, error) {
		return m.runningLoop == self.(*loopObject), nil
	})
	t.declareMethod("is_closed", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return self.(*loopObject).closed, nil
	})
	t.declareMethod("get_debug", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return self.(*loopObject).debug, nil
	})
	t.declareMethod("set_debug", "enabled", func(m *machine, self Value, v []Value) (_ Value, err error) {
		lo := self.(*loopObject)
		if lo.debug, err = m.truth(v[0]); err == nil && m.runningLoop == lo {
			m.loop.CallSoon("._set_coroutine_origin_tracking", func() error { return nil })
		}
		return None, err
	})
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if name == "slow_callback_duration" {
			return v.(*loopObject).slow, nil
		}
		return nil, nil
	}
	t.setAttr = func(_ *machine, v Value, name string, item Value) error {
		if name != "slow_callback_duration" || item == nil {
			return unsupported("setting %s of an event loop is", name)
		}
		v.(*loopObject).slow = item
		return nil
	}
}

// runUntilComplete is loop.run_until_complete. A run that ends before it
// begins is told as one, as the referee does, unless it is inside asyncio.run.
func (m *machine) runUntilComplete(lo *loopObject, v Value) (Value, error) {
	err := lo.checkRun(m)
	if err != nil && lo == m.runningLoop {
		return fromLoop(m.loop.RunUntilComplete(nil)) // which is refused
	}
	if err != nil {
		return nil, err
	}
	v = m.wrapAwaitable(v)
	aw := awaitable(v)
	if aw == nil {
		err = typeError("An asyncio.Future, a coroutine or an awaitable is required")
		m.runResult(err)
		return nil, err
	}
	if co, ok := v.(*coroutine); ok {
		if err := m.newTask(co); err != nil {
			return nil, err
		}
	}
	return lo.running(m, func() (any, error) { return m.loop.RunUntilComplete(aw) })
}

// runLoop is asyncio.run.
func (m *machine) runLoop(main, debug, factory Value) (Value, error) {
	if m.runningLoop != nil {
		return nil, raise("RuntimeError", "asyncio.run() cannot be called from a running event loop")
	}
	lo, err := m.makeLoop(debug, factory)
	if err != nil {
		return nil, err
	}
	m.currentLoop = lo
	defer func() {
		lo.closed = true
		m.loop.Clear()
		if factory == None {
			m.currentLoop, m.loopSet = nil, true
		}
	}()
	co, err := m.mainOf(main)
	if err != nil {
		return nil, err
	}
	m.loop.Eager = false
	v, err := lo.running(m, func() (any, error) { return m.loop.Run(co.c) })
	if m.told {
		return nil, err
	}
	if err := m.leftOpen(); err != nil {
		return nil, err
	}
	return v, err
}

// makeLoop mirrors Runner._lazy_init: debug is None or a flag, factory None or
// a function that makes a loop.
func (m *machine) makeLoop(debug, factory Value) (*loopObject, error) {
	lo := newLoopObject()
	if factory != None {
		v, err := m.call(factory, args{})
		if err != nil {
			return nil, err
		}
		made, ok := v.(*loopObject)
		if !ok {
			return nil, unsupported("a loop_factory that makes a %s is", typeOf(v).short())
		}
		lo = made
	}
	if debug == None {
		return lo, nil
	}
	var err error
	lo.debug, err = m.truth(debug)
	return lo, err
}

// mainOf checks the coroutine that a run is to run.
func (m *machine) mainOf(main Value) (*coroutine, error) {
	co, ok := main.(*coroutine)
	if !ok {
		text, err := m.repr(main)
		if err != nil {
			return nil, err
		}
		err = valueError("a coroutine was expected, got %s", text)
		m.runResult(err)
		return nil, err
	}
	return co, m.newTask(co)
}

// runResult tells of a run that the loop itself did not begin or see the end
// of.
func (m *machine) runResult(err error) {
	log := m.loop.Log()
	e := trace.Event{Kind: trace.RunResult, T: m.loop.Time()}
	var result trace.Result
	var stop *sched.Stop
	if errors.As(err, &stop) {
		e.What, e.Line, result.Limit = stop.What, stop.Line, stop.Limit
		if m.opts.Remedy != nil {
			result.Remedy = m.opts.Remedy(stop.Limit)
		}
	} else {
		e.What, e.Name = trace.Raised, log.Text(m.showError(err))
		for _, t := range m.loop.AllTasks() {
			result.Pending = append(result.Pending, t.Num())
		}
	}
	e.ID = log.Attach(result)
	m.loop.Emit(e)
}
