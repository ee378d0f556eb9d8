package script

import (
	"loopscope/sched"
	"loopscope/sched/trace"
)

// An evalFn computes an expression, an execFn runs a statement. An error is an
// *exception of the script or the end of the run.
type (
	evalFn func(fr *frame) (Value, error)
	execFn func(fr *frame) (signal, error)
)

// A signal says how a statement ended.
type signal uint8

const (
	goOn signal = iota
	breaking
	continuing
	returning // the value is in frame.ret
)

// A code is a compiled function. It does not change, so that runs can share it.
type code struct {
	name       string
	qualname   string
	sig        signature
	simple     bool // its parameters are plain: no *args, no keyword-only ones
	async      bool
	yields     bool
	plainAsync bool  // async and no generator
	awaitable  bool  // its generators can be awaited: types.coroutine
	line       int32 // of the def or its first decorator
	doc        Value
	lib        *library // nil: it is the script's
	annotated  []string // parameters with an annotation, and "return"

	slots      int
	names      []string // of the slots
	cells      []int    // slots that begin as empty cells
	cellParams []int    // parameters that become cells
	captures   []int    // the slots of the making frame whose cells make the closure
	closure    int      // the first slot of the closure

	passing []bool // the slots that are variables of comprehensions; nil: the program tells no lines
	body    execFn
}

// A frame is one call of a function, or the module.
type frame struct {
	m        *machine
	code     *code
	slots    []Value
	line     int32 // that is being run
	depth    int32 // of calls
	back     *frame
	ret      Value
	handling *exception // what an except or finally block is at work on
	gen      *generator // whose frame it is; nil: no generator's
	within   *within    // the innermost with block; nil: none
	raised   bool       // an exception has left it
	held     bool       // a traceback holds it, or a frame above it that one holds
	up       *frame     // of a held one that was left: the frame that it was called by

	// Of a coroutine:
	raw     sched.Suspend // of whoever awaits or drives it
	suspend sched.Suspend // of park
	inner   *frame        // while it is suspended: the frame that it awaits
	log     *trace.Log    // of what follows
	fn      trace.Name    // its name
	threw   bool          // what it awaited was resumed by an exception, and has not been suspended since
	at      trace.Stack   // the stack of the frames that await it and itself, at atLine
	atOuter trace.Stack   // the stack of the frames that await it
	atLine  int32

	told int32 // the line that was told last, if the program tells its lines; 0: none
}

// line gives the current line of the script, 0 if none of it runs.
func (m *machine) line() int32 {
	for fr := m.top; fr != nil; fr = fr.back {
		if fr.code.lib == nil {
			return fr.line
		}
	}
	return 0
}

// awaitedBy makes a frame suspend by who awaits it.
func (fr *frame) awaitedBy(s sched.Suspend) {
	if fr.suspend == nil {
		fr.suspend = fr.park()
	}
	fr.raw, fr.m.suspended = s, nil
}

// park gives the Suspend that a coroutine's own code and all that it awaits
// use. While the coroutine is suspended the frames below it are those of
// whoever resumes it. It is a literal and no method by its value, which takes
// more of the stack.
func (fr *frame) park() sched.Suspend {
	return func(y any) error {
		m := fr.m
		m.restart()
		m.top = fr.back
		fr.inner, m.suspended = m.suspended, fr
		fr.threw = false
		err := fr.raw(y)
		fr.threw = err != nil
		m.suspended, fr.inner = nil, nil
		fr.back, m.top = m.top, fr
		return err
	}
}

// above puts a frame that was made before on top of another, nil for none.
func (fr *frame) above(back *frame) error {
	fr.back, fr.depth = back, 1
	if back != nil {
		fr.depth = back.depth + 1
	}
	if int(fr.depth) > fr.m.opts.Depth {
		return recursionError("")
	}
	return nil
}

// where is Host.Where.
func (m *machine) where(t *sched.Task) (line int32, stack trace.Stack) {
	outermost := m.suspended
	m.suspended = nil
	if t.Coro() == nil {
		return 0, 0
	}
	if co, ok := t.Coro().Owner.(*coroutine); ok && co.fr != nil {
		outermost = co.fr
	}
	if t.Coro().State() != sched.CoroSuspended {
		return 0, 0
	}
	log := m.loop.Log()
	for fr := outermost; fr != nil; fr = fr.inner {
		if fr.code.lib != nil {
			continue
		}
		if fr.log != log {
			fr.log, fr.fn, fr.at = log, log.Intern(fr.code.qualname), 0
		}
		line = fr.line
		if fr.at == 0 || fr.atOuter != stack || fr.atLine != line {
			fr.at, fr.atOuter, fr.atLine = log.Push(stack, fr.fn, line), stack, line
		}
		stack = fr.at
	}
	return line, stack
}

// enter makes the frame of a call. Frames are used again, but for those of
// coroutines and generators that are objects: they outlive their call.
func (m *machine) enter(f *function) (*frame, error) {
	fr := m.spare
	if fr == nil {
		fr = &frame{m: m}
	} else {
		m.spare = fr.back
	}
	code := f.code
	if cap(fr.slots) < code.slots {
		fr.slots = make([]Value, code.slots, code.slots+code.spare())
	} else {
		fr.slots = fr.slots[:code.slots]
	}
	fr.code, fr.line, fr.back = code, code.line, m.top
	fr.depth = 1
	if m.top != nil {
		fr.depth = m.top.depth + 1
	}
	if int(fr.depth) > m.opts.Depth {
		m.recycle(fr)
		return nil, recursionError("")
	}
	for i, c := range f.closure {
		fr.slots[code.closure+i] = c
	}
	return fr, nil
}

// spare is how many slots a new frame has for the calls that use it again: a
// suspended coroutine has none, of which there may be many.
func (c *code) spare() int {
	if c.async || c.yields {
		return 0
	}
	return 8
}

func (m *machine) recycle(fr *frame) {
	if len(m.asyncGens) > 0 {
		m.dropSlots(fr)
	}
	if m.cleaning != 0 {
		m.dropLocals(fr)
	}
	if fr.held {
		fr.left()
		return
	}
	clear(fr.slots)
	fr.ret, fr.handling, fr.code, fr.raw, fr.log = nil, nil, nil, nil, nil
	fr.within, fr.raised, fr.threw = nil, false, false
	fr.back, m.spare = m.spare, fr
}

// left keeps a frame that is over as a traceback has it: with its variables,
// and on top of the one that called it. It mirrors take_ownership in
// Python/frame.c.
func (fr *frame) left() {
	fr.ret, fr.handling, fr.raw, fr.log = nil, nil, nil, nil
	if fr.up = fr.back; fr.up != nil {
		fr.up.held = true
	}
	if len(fr.m.asyncGens) > 0 {
		fr.keepOwn()
	}
}

// prepare makes cells of the slots that inner functions share.
func (fr *frame) prepare() {
	for _, i := range fr.code.cells {
		fr.slots[i] = &cell{}
	}
	for _, i := range fr.code.cellParams {
		fr.slots[i] = &cell{v: fr.slots[i]}
	}
}

// run runs the body of a frame whose arguments are bound.
func (fr *frame) run() (Value, error) {
	m := fr.m
	m.top = fr
	m.fuel -= callSteps
	if fr.code.lib != nil {
		m.fuel -= libSteps
	}
	sig, err := goOn, m.tick()
	if err != nil {
		fr.before(err)
	} else {
		sig, err = fr.code.body(fr)
	}
	m.top = fr.back
	if err != nil {
		switch e := err.(type) {
		case *exception:
			fr.raised = true
			m.fuel -= raiseSteps
			fr.passed(e)
			e.in = nil
		case *stopped:
			if e.line == 0 && fr.code.lib == nil {
				e.line = fr.line
			}
		}
		return nil, err
	}
	if sig == returning {
		return fr.ret, nil
	}
	return None, nil
}

// before has what stops a run, of a frame of which nothing has run, name the
// line of the call.
func (fr *frame) before(err error) {
	if stop, ok := err.(*stopped); ok && fr.back != nil && fr.back.code.lib == nil {
		stop.line, stop.at = fr.back.line, fr.back
	}
}

// callFunction calls a function of the script.
func (m *machine) callFunction(f *function, a args) (Value, error) {
	fr, err := m.enter(f)
	if err != nil {
		return nil, err
	}
	if f.code.simple && len(a.kw) == 0 && len(a.pos) == len(f.code.sig.params) {
		copy(fr.slots, a.pos)
	} else if err := f.code.sig.bind(fr.slots[:f.code.sig.slots()], a, f.defaults, f.kwDefaults); err != nil {
		m.recycle(fr)
		return nil, err
	}
	return m.finish(f, fr)
}

// finish runs a frame whose arguments are bound, or makes a coroutine of it.
func (m *machine) finish(f *function, fr *frame) (Value, error) {
	fr.prepare()
	if f.code.yields && f.code.async {
		return m.newAsyncGenerator(f, fr), nil
	}
	if f.code.yields {
		return m.newGenerator(f, fr), nil
	}
	if f.code.async {
		return m.newCoroutine(f, fr), nil
	}
	v, err := fr.run()
	m.recycle(fr)
	return v, err
}

// call calls any value.
func (m *machine) call(f Value, a args) (Value, error) {
	switch f := f.(type) {
	case *function:
		return m.callFunction(f, a)
	case *builtin:
		return m.callBuiltin(f, a)
	case *method:
		return m.callMethod(f, a)
	}
	t := typeOf(f)
	if t.call == nil {
		return nil, typeError("'%s' object is not callable", t.name)
	}
	return t.call(m, f, a)
}

// callBuiltin calls a function, or a method that was taken from its type.
func (m *machine) callBuiltin(b *builtin, a args) (Value, error) {
	if b.of == nil {
		return b.fn(m, nil, a)
	}
	if len(a.pos) == 0 {
		return nil, typeError("unbound method %s.%s() needs an argument", b.of.name, b.name)
	}
	if t := typeOf(a.pos[0]); !t.is(b.of) && b.slot {
		return nil, typeError("descriptor '%s' requires a '%s' object but received a '%s'", b.name, b.of.name, t.name)
	} else if !t.is(b.of) {
		return nil, typeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.name, b.of.name, t.name)
	}
	return b.fn(m, b.receiver(a.pos[0]), args{pos: a.pos[1:], kw: a.kw})
}

func (m *machine) callMethod(b *method, a args) (Value, error) {
	if fn, ok := b.fn.(*builtin); ok && fn.of != nil {
		return fn.fn(m, b.self, a)
	}
	return m.call(b.fn, args{pos: append([]Value{b.self}, a.pos...), kw: a.kw})
}
