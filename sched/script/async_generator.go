package script

import "loopscope/sched"

// An asyncGenerator is an async generator object.
type asyncGenerator struct {
	g       *generator
	running bool // one of its steps is being awaited
	closed  bool
	hooked  bool // the loop knows of it: a first step was tried
	looping int  // loops over it that are being run
	lasting bool // it is there until the run ends: it refers to itself, or a task was made of a step
}

// An asyncStep is what anext, asend, athrow and aclose of an async generator
// give: an awaitable for one step.
type asyncStep struct {
	of     *asyncGenerator
	kind   stepKind
	sent   Value
	thrown *exception
	used   bool
}

type stepKind uint8

const (
	stepNext stepKind = iota
	stepSend
	stepThrow
	stepClose
)

// stepNames are what messages call the steps.
var stepNames = [...]string{stepNext: "anext", stepSend: "asend", stepThrow: "athrow", stepClose: "aclose"}

var (
	asyncGeneratorType = newType("async_generator")
	asyncSendType      = newType("async_generator_asend")
	asyncThrowType     = newType("async_generator_athrow")
)

func (*asyncGenerator) class() *Type { return asyncGeneratorType }
func (s *asyncStep) class() *Type {
	if s.kind >= stepThrow {
		return asyncThrowType
	}
	return asyncSendType
}

func (m *machine) newAsyncGenerator(f *function, fr *frame) *asyncGenerator {
	ag := &asyncGenerator{g: m.newGenerator(f, fr)}
	fr.suspend = fr.parkGenerator
	return ag
}

// parkGenerator is the Suspend of an async generator's frame: it hands y to
// whoever awaits its step. As in CPython's cr_await, the step hides the frames
// below it.
func (fr *frame) parkGenerator(y any) error {
	g, m := fr.gen, fr.m
	m.suspended = nil
	g.out, g.awaiting, g.y = nil, true, y
	g.st.leave()
	err := g.thrown
	g.thrown, fr.threw = nil, err != nil
	return err
}

// steps runs the generator until it yields, which gives the value, or ends:
// nil. Its awaits suspend the frame that awaits the step.
func (ag *asyncGenerator) steps(fr *frame, sent Value, thrown error) (Value, error) {
	g := ag.g
	v, err := g.resume(fr.m, sent, thrown)
	for err == nil && g.awaiting {
		v, err = g.resume(fr.m, nil, fr.suspend(g.y))
	}
	return v, err
}

// await mirrors async_gen_asend_send and async_gen_athrow_send.
func (s *asyncStep) await(fr *frame) (Value, error) {
	ag := s.of
	name := stepNames[s.kind]
	switch {
	case s.used && s.kind < stepThrow:
		return nil, raise("RuntimeError", "cannot reuse already awaited __anext__()/asend()")
	case s.used:
		return nil, raise("RuntimeError", "cannot reuse already awaited aclose()/athrow()")
	}
	s.used = true
	if s.kind >= stepThrow && ag.g.state == genClosed {
		return None, nil
	}
	if ag.running {
		return nil, raise("RuntimeError", "%s(): asynchronous generator is already running", name)
	}
	if ag.closed && s.kind != stepClose {
		return nil, &exception{cls: excTypes["StopAsyncIteration"]}
	}
	if s.kind == stepClose {
		return ag.close(fr)
	}
	var thrown error
	if s.thrown != nil {
		thrown = s.thrown
	}
	if !ag.hooked {
		fr.m.begun(ag)
	}
	ag.running = true
	v, err := ag.steps(fr, s.sent, thrown)
	ag.running = false
	if err == nil && v == nil {
		ag.closed = true
		return nil, &exception{cls: excTypes["StopAsyncIteration"]}
	}
	ag.closed = ag.closed || err != nil && ag.g.state == genClosed
	return v, err
}

// close is the awaited aclose.
func (ag *asyncGenerator) close(fr *frame) (Value, error) {
	if ag.closed {
		return nil, &exception{cls: excTypes["StopAsyncIteration"]}
	}
	ag.closed = true
	if ag.g.state == genCreated {
		ag.g.finish()
		return None, nil
	}
	ag.running = true
	own := ag.g.fr
	v, err := ag.steps(fr, nil, &exception{cls: excTypes["GeneratorExit"]})
	ag.running = false
	switch e := catchable(err); {
	case v != nil:
		return nil, raise("RuntimeError", "async generator ignored GeneratorExit")
	case e != nil && (e.cls.is(excTypes["GeneratorExit"]) || e.cls.is(excTypes["StopAsyncIteration"])):
		own.raised = false // the exception, which held its variables, is gone
		fr.m.dropSlots(own)
		return None, nil
	}
	return None, err
}

// taskName is what the trace calls the function of a task made of a step.
func (s *asyncStep) taskName() string {
	if s.kind >= stepThrow {
		return "aclose"
	}
	return "anext"
}

// isCoroutine is asyncio.iscoroutine: the steps of async generators have the
// methods of a coroutine.
func isCoroutine(v Value) bool {
	switch v := v.(type) {
	case *coroutine, *asyncStep:
		return true
	case *anextDefault:
		_, ok := v.of.(*asyncStep)
		return ok
	}
	return false
}

// asCoroutine makes a coroutine of what isCoroutine says is one, and leaves
// other values alone.
func (m *machine) asCoroutine(v Value) Value {
	switch v := v.(type) {
	case *asyncStep:
		return native(m.stepCoroutine(v), wrapOrigin)
	case *anextDefault:
		if s, ok := v.of.(*asyncStep); ok {
			return native(m.nativeStep(anextDefaultType.name, func(fr *frame) (Value, error) {
				return v.orDefault(s.await(fr))
			}, func(fr *frame, exc error) (Value, error) { return v.orDefault(s.throwFirst(fr, exc)) }), wrapOrigin)
		}
	}
	return v
}

// forTask is asCoroutine for what becomes a task, which holds the generator.
func (m *machine) forTask(v Value) Value {
	step := v
	if a, ok := v.(*anextDefault); ok {
		step = a.of
	}
	if s, ok := step.(*asyncStep); ok {
		s.of.lasting = true
	}
	return m.asCoroutine(v)
}

// stepCoroutine makes a coroutine that awaits a step, named as TRACE.md says.
func (m *machine) stepCoroutine(s *asyncStep) *sched.Coro {
	return m.nativeStep(s.taskName(), s.await, s.throwFirst)
}

// nativeStep makes a coroutine of two functions: what is run, and what is run
// in its place when an exception is thrown in first.
func (m *machine) nativeStep(name string, run func(*frame) (Value, error), thrown func(*frame, error) (Value, error)) *sched.Coro {
	in := func(suspend sched.Suspend) *frame {
		return &frame{m: m, code: &code{name: name, qualname: name, lib: nowhere}, suspend: suspend, back: m.top}
	}
	c := m.loop.NewCoro(name, func(suspend sched.Suspend) (any, error) { return run(in(suspend)) })
	c.Owner = thrownFirst(func(exc error) sched.CoroFunc {
		return func(suspend sched.Suspend) (any, error) { return thrown(in(suspend), exc) }
	})
	return c
}

// throwFirst mirrors async_gen_asend_throw and async_gen_athrow_throw of a step
// that has not begun: the exception goes into the generator.
func (s *asyncStep) throwFirst(fr *frame, exc error) (Value, error) {
	ag := s.of
	if ag.running {
		return nil, raise("RuntimeError", "%s(): asynchronous generator is already running", stepNames[s.kind])
	}
	s.used, ag.running = true, true
	v, err := ag.steps(fr, nil, exc)
	ag.running = false
	ag.closed = ag.closed || err != nil && ag.g.state == genClosed
	switch e := catchable(err); {
	case s.kind < stepClose && v == nil && err == nil:
		return nil, &exception{cls: excTypes["StopAsyncIteration"]}
	case s.kind < stepClose:
		return v, err
	case v != nil:
		return nil, raise("RuntimeError", "async generator ignored GeneratorExit")
	case e != nil && (e.cls.is(excTypes["GeneratorExit"]) || e.cls.is(excTypes["StopAsyncIteration"])):
		return None, nil
	}
	return None, err
}

func setupAsyncStep(t *Type) {
	t.await = func(fr *frame, v Value) (Value, error) { return v.(*asyncStep).await(fr) }
}

// state gives the attributes that tell how far the generator is; nil: it has
// none of that name.
func (ag *asyncGenerator) state(name string) Value {
	switch name {
	case "ag_running":
		return ag.running
	case "ag_suspended":
		return ag.g.state == genSuspended
	case "ag_code":
		return &codeObject{ag.g.code}
	case "ag_frame":
		if ag.g.fr == nil {
			return None
		}
		return newFrameObject(ag.g.fr)
	case "ag_await":
		if !ag.running {
			return None
		}
	}
	return nil
}

func setupAsyncGenerator(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		return "<async_generator object " + v.(*asyncGenerator).g.qualname + " at " + m.address(v) + ">", nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		switch name {
		case "__name__":
			return v.(*asyncGenerator).g.name, nil
		case "__qualname__":
			return v.(*asyncGenerator).g.qualname, nil
		}
		return v.(*asyncGenerator).state(name), nil
	}
	plain := func(name string, kind stepKind) nativeFn {
		return func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("async_generator."+name, 0, 0); err != nil {
				return nil, err
			}
			return &asyncStep{of: self.(*asyncGenerator), kind: kind}, nil
		}
	}
	t.methods(map[string]nativeFn{
		"__aiter__": func(_ *machine, self Value, _ args) (Value, error) { return self, nil },
		"__anext__": plain("__anext__", stepNext), "aclose": plain("aclose", stepClose),
		"asend": func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("async_generator.asend", 1, 1); err != nil {
				return nil, err
			}
			return &asyncStep{of: self.(*asyncGenerator), kind: stepSend, sent: a.pos[0]}, nil
		},
		"athrow": func(m *machine, self Value, a args) (Value, error) {
			exc, err := m.thrown("athrow", a)
			if err != nil {
				return nil, err
			}
			return &asyncStep{of: self.(*asyncGenerator), kind: stepThrow, thrown: exc}, nil
		},
	})
}
