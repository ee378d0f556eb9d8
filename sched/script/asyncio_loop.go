package script

import (
	"loopscope/sched"
	"loopscope/sched/script/syntax"
)

// A handle is what call_soon returns, a timerHandle what call_later does.
type (
	handle struct {
		h *sched.Handle
		*scheduled
	}
	timerHandle struct {
		h *sched.TimerHandle
		*scheduled
	}
)

// scheduled is what a handle is to call.
type scheduled struct {
	fn  Value
	pos []Value
	ctx *contextObject // nil: an empty one
	of  Value          // the handle's object; nil: nobody has asked for it
}

// A timeout is what asyncio.timeout returns.
type timeout struct {
	t    *sched.Timeout
	when Value // as the script gave it; nil: it gave a delay
}

var (
	handleType      = newType("Handle")
	timerHandleType = subtype("TimerHandle", handleType)
	timeoutType     = newType("Timeout")
)

func (*handle) class() *Type      { return handleType }
func (*timerHandle) class() *Type { return timerHandleType }
func (*timeout) class() *Type     { return timeoutType }

func setupLoop(t *Type) {
	executorMethods(t)
	factoryMethods(t)
	shutdownMethods(t)
	t.repr, t.construct = reprLoop, constructLoop
	runMethods(t)
	exceptionMethods(t)
	t.declareMethod("time", "", func(m *machine, _ Value, _ []Value) (Value, error) { return m.loop.Time().Seconds(), nil })
	t.declareMethod("create_future", "", func(m *machine, _ Value, _ []Value) (Value, error) {
		if m.top != nil && m.top.code.lib != nil {
			return wrap(m.loop.NewFuture(m.top.code.name)), nil
		}
		return wrap(m.loop.CreateFuture()), nil
	})
	t.declareMethod("create_task", "coro, *, name=None, context=None", func(m *machine, self Value, v []Value) (Value, error) {
		if err := self.(*loopObject).check(); err != nil {
			return nil, err
		}
		return m.createTask(v[0], v[1], v[2])
	})
	soon := func(m *machine, self Value, v []Value) (Value, error) {
		if err := self.(*loopObject).check(); err != nil {
			return nil, err
		}
		s, fn, err := m.callback(v[0], v[2].(*tuple).items, v[1])
		if err != nil {
			return nil, err
		}
		h := m.loop.CallSoon(callbackName(s.fn), fn)
		h.Owner = s
		s.of = &handle{h, s}
		return s.of, nil
	}
	t.declareMethod("call_soon", "callback, *args, context=None", soon)
	t.declareMethod("call_soon_threadsafe", "callback, *args, context=None", soon)
	t.declareMethod("call_later", "delay, callback, *args, context=None", func(m *machine, self Value, v []Value) (Value, error) {
		if v[0] == None {
			return nil, typeError("delay must not be None")
		}
		x, ok := asFloat(v[0])
		if !ok {
			return nil, operandError("+", 0, m.loop.Time().Seconds(), v[0])
		}
		if err := self.(*loopObject).check(); err != nil {
			return nil, err
		}
		return m.callAt(m.loop.Time().Seconds()+x, v)
	})
	t.declareMethod("call_at", "when, callback, *args, context=None", func(m *machine, self Value, v []Value) (Value, error) {
		if v[0] == None {
			return nil, typeError("when cannot be None")
		}
		x, ok := asFloat(v[0])
		if !ok {
			return nil, typeError("unsupported operand type(s) for *: '%s' and 'int'", typeOf(v[0]).name)
		}
		if err := self.(*loopObject).check(); err != nil {
			return nil, err
		}
		return m.callAt(x, v)
	})
}

// callAt schedules a timer; v are the bound arguments of call_at.
func (m *machine) callAt(when float64, v []Value) (Value, error) {
	s, fn, err := m.callback(v[1], v[3].(*tuple).items, v[2])
	if err != nil {
		return nil, err
	}
	if when > 1e12 || when < -1e12 || when != when {
		return nil, raise("OverflowError", "cannot convert float infinity to integer")
	}
	h := m.loop.CallAt(microseconds(when), callbackName(s.fn), fn)
	h.Owner = s
	s.of = &timerHandle{h, s}
	return s.of, nil
}

// What a callback takes of a run's limits.
const (
	callbackSize  = 6 * objectSize
	callbackSteps = 40
)

// callback makes what the loop calls of a function and its arguments; of is
// the context to run it in, or None for a copy of the current one.
func (m *machine) callback(fn Value, pos []Value, of Value) (*scheduled, func() error, error) {
	ctx, err := contextArgument(of)
	if err != nil {
		return nil, nil, err
	}
	if ctx == nil {
		ctx = m.copyContext()
	}
	if err := anyError(m.charge(callbackSize), m.spend(callbackSteps)); err != nil {
		return nil, nil, err
	}
	s := &scheduled{fn: fn, pos: pos, ctx: ctx}
	return s, func() error {
		_, err := m.callIn(s.ctx, s.fn, args{pos: s.pos})
		return err
	}, nil
}

func setupHandle(t *Type) {
	of := handleOf
	t.repr = reprHandle
	t.declareMethod("cancel", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		of(self).Cancel()
		return None, nil
	})
	t.declareMethod("cancelled", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return of(self).Cancelled(), nil
	})
	t.declareMethod("get_context", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		s := scheduledOf(self)
		if s.ctx == nil {
			s.ctx = &contextObject{}
		}
		return s.ctx, nil
	})
}

func handleOf(v Value) *sched.Handle {
	if h, ok := v.(*timerHandle); ok {
		return &h.h.Handle
	}
	return v.(*handle).h
}

func scheduledOf(v Value) *scheduled {
	if h, ok := v.(*timerHandle); ok {
		return h.scheduled
	}
	return v.(*handle).scheduled
}

func setupTimerHandle(t *Type) {
	t.declareMethod("when", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return self.(*timerHandle).h.When().Seconds(), nil
	})
	t.compare = compareTimers
	t.hash = func(_ *machine, v Value) (int64, error) { return hashFloat(v.(*timerHandle).h.When().Seconds()), nil }
}

// compareTimers mirrors the comparisons of TimerHandle in asyncio/events.py:
// by time, but for equality.
func compareTimers(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	x, y := a.(*timerHandle), b
	other, ok := y.(*timerHandle)
	if !ok {
		return NotImplemented, nil
	}
	t, u := x.h.When(), other.h.When()
	switch op {
	case syntax.Lt:
		return t < u, nil
	case syntax.Gt:
		return t > u, nil
	case syntax.LtE:
		if t < u {
			return true, nil
		}
	case syntax.GtE:
		if t > u {
			return true, nil
		}
	}
	same, err := m.sameTimers(x, other)
	return same != (op == syntax.NotEq), err
}

func (m *machine) sameTimers(a, b *timerHandle) (bool, error) {
	if a.h.When() != b.h.When() || a.h.Cancelled() != b.h.Cancelled() {
		return false, nil
	}
	if a.h.Cancelled() {
		return true, nil // cancel lets go of function and arguments
	}
	same, err := m.equal(a.fn, b.fn)
	if !same || err != nil {
		return false, err
	}
	return m.equal(&tuple{items: a.pos}, &tuple{items: b.pos})
}

// timeoutAfter is asyncio.timeout, which asks the running loop for the time.
func (m *machine) timeoutAfter(v Value) (Value, error) {
	if err := m.running(); err != nil {
		return nil, err
	}
	if _, ok := asFloat(v); !ok && v != None {
		return nil, typeError("unsupported operand type(s) for +: 'float' and '%s'", typeOf(v).name)
	}
	delay, err := m.duration(v)
	if err != nil {
		return nil, err
	}
	return &timeout{t: m.loop.Timeout(delay)}, nil
}

// timeoutAt is Timeout, which needs a loop only when it is entered.
func (m *machine) timeoutAt(v Value) (Value, error) {
	if _, ok := asFloat(v); !ok && v != None {
		return nil, typeError("'<=' not supported between instances of '%s' and 'float'", typeOf(v).name)
	}
	when, err := m.duration(v)
	if err != nil {
		return nil, err
	}
	return &timeout{t: m.loop.TimeoutAt(when), when: v}, nil
}

// insertTimeout mirrors _insert_timeout_error in asyncio/timeouts.py: the
// CancelledError in whose context an exception was raised, or one of a group,
// becomes a TimeoutError.
func insertTimeout(err error) {
	e, ok := err.(*exception)
	if !ok {
		return
	}
	e.insertTimeout()
	if e.cls.is(groupType) {
		for _, one := range e.group {
			one.insertTimeout()
		}
	}
}

func (e *exception) insertTimeout() {
	for left := maxChain; e.context != nil && left > 0; e, left = e.context, left-1 {
		if outer := e.context; outer.cls.is(excTypes["CancelledError"]) {
			e.context = &exception{cls: excTypes["TimeoutError"], cause: outer, context: outer, suppress: true}
			return
		}
	}
}

func setupTimeout(t *Type) {
	init := declare("Timeout.__init__", "self, when", func(m *machine, v []Value) (Value, error) { return m.timeoutAt(v[1]) })
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		return init.fn(m, nil, args{pos: append([]Value{None}, a.pos...), kw: a.kw})
	}
	t.enter = func(_ *frame, v Value) (Value, error) { return v, v.(*timeout).t.Enter() }
	t.exit = func(_ *frame, v Value, exc *exception) (bool, error) {
		return ended(exc, v.(*timeout).t.Exit(asError(exc)))
	}
	t.byHand("Timeout")
	t.declareMethod("expired", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return self.(*timeout).t.Expired(), nil
	})
	t.declareMethod("when", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		return self.(*timeout).deadline(), nil
	})
	t.declareMethod("reschedule", "when", func(m *machine, self Value, v []Value) (Value, error) {
		tm := self.(*timeout)
		if tm.t.State() != "active" {
			return nil, tm.t.Reschedule(nil) // which is refused
		}
		when, err := m.duration(v[0])
		if err != nil {
			return nil, err
		}
		tm.when = v[0]
		return None, tm.t.Reschedule(when)
	})
	t.repr = func(m *machine, v Value) (string, error) {
		tm := v.(*timeout)
		state := tm.t.State()
		if state != "active" {
			return "<Timeout [" + state + "]>", nil
		}
		when := tm.deadline()
		if x, ok := when.(float64); ok {
			when, _ = roundFloat(x, 3)
		}
		text, err := m.repr(when)
		return "<Timeout [" + state + "] when=" + text + ">", err
	}
}

// deadline is Timeout.when: what the script gave is given back as it is.
func (tm *timeout) deadline() Value {
	switch when := tm.t.When(); {
	case when == nil:
		return None
	case tm.when != nil:
		return tm.when
	default:
		return when.Seconds()
	}
}
