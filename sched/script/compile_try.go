package script

import (
	"loopscope/sched/script/syntax"
)

// A handler is a compiled except clause.
type handler struct {
	match evalFn  // nil: matches everything
	store storeFn // of "as name"; nil: none
	body  execFn
	line  int32
}

func (c *compiler) try(s *syntax.Try) execFn {
	seen := seesExit(s)
	var run execFn
	c.guarded(seen, func() { run = c.block(s.Body) })
	if len(s.Handlers) > 0 {
		c.guarded(len(s.Finally) > 0, func() { run = c.except(s, run) })
	}
	if len(s.Finally) > 0 {
		run = c.finally(run, c.block(s.Finally))
	}
	return run
}

// guarded compiles what stands in a block; seen says that closing a generator
// there runs code of the block's end.
func (c *compiler) guarded(seen bool, compile func()) {
	if seen {
		c.guards++
		defer func() { c.guards-- }()
	}
	compile()
}

// seesExit says whether closing a generator within a try runs code of the try.
func seesExit(s *syntax.Try) bool {
	seen := len(s.Finally) > 0
	for _, h := range s.Handlers {
		seen = seen || h.Type == nil
		walkExpr(h.Type, func(e syntax.Expr) {
			name, ok := e.(*syntax.Name)
			seen = seen || ok && (name.ID == "BaseException" || name.ID == "GeneratorExit")
		})
	}
	return seen
}

func (c *compiler) except(s *syntax.Try, body execFn) execFn {
	handlers := make([]handler, len(s.Handlers))
	for i, h := range s.Handlers {
		c.inLine = false
		c.line = h.Where().Pos.Line
		handlers[i].line = int32(c.line)
		if h.Type != nil {
			handlers[i].match = c.expr(h.Type)
		}
		if h.Name != "" {
			handlers[i].store = c.storeName(h.Name)
		}
		handlers[i].body = c.block(h.Body)
	}
	otherwise := c.block(s.Else)
	handle := (*frame).except
	if s.Star {
		handle = (*frame).exceptStar
	}
	return func(fr *frame) (signal, error) {
		sig, err := body(fr)
		if err == nil {
			if sig != goOn {
				return sig, nil
			}
			return otherwise(fr)
		}
		exc := fr.caught(err)
		if exc == nil {
			return sig, err
		}
		return handle(fr, handlers, exc)
	}
}

// except finds the clause for an exception, and runs it.
func (fr *frame) except(handlers []handler, exc *exception) (signal, error) {
	for i := range handlers {
		h := &handlers[i]
		fr.reach(h.line)
		yes, err := fr.matches(h, exc)
		if err != nil {
			return goOn, fr.during(exc, err)
		}
		if yes {
			return fr.handle(h, exc)
		}
	}
	return goOn, exc
}

// matches says whether an except clause is for an exception.
func (fr *frame) matches(h *handler, exc *exception) (bool, error) {
	if h.match == nil {
		return true, nil
	}
	v, err := h.match(fr)
	if err != nil {
		return false, err
	}
	types := []Value{v}
	if t, ok := v.(*tuple); ok {
		types = t.items
	}
	for _, v := range types {
		t, ok := v.(*Type)
		if !ok || !t.is(baseExceptionType) {
			return false, typeError("catching classes that do not inherit from BaseException is not allowed")
		}
	}
	for _, v := range types {
		if exc.cls.is(v.(*Type)) {
			return true, nil
		}
	}
	return false, nil
}

// handle runs an except clause. Its name is unbound when it ends.
func (fr *frame) handle(h *handler, exc *exception) (signal, error) {
	if h.store != nil {
		if err := h.store(fr, exc); err != nil {
			return goOn, err
		}
	}
	outer := fr.handling
	fr.handling = exc
	sig, err := h.body(fr)
	fr.handling = outer
	if h.store != nil {
		_ = h.store(fr, nil)
	}
	if fr.m.cleaning != 0 && err == nil {
		fr.m.dropTraceback(exc)
	}
	return sig, fr.during(exc, err)
}

// caught gives the exception that an error is to the script, nil if it is the
// end of the run, with what the frame knows of it.
func (fr *frame) caught(err error) *exception {
	exc := catchable(err)
	if exc == nil {
		return nil
	}
	fr.passed(exc)
	if outer := fr.current(); outer != nil {
		_ = fr.during(outer, exc)
	}
	return exc
}

// current gives what the frame, or one that called it, is at work on.
func (fr *frame) current() *exception {
	for ; fr != nil; fr = fr.back {
		if fr.handling != nil {
			return fr.handling
		}
	}
	return nil
}

// during gives an error that came up while exc was being handled its context.
func (fr *frame) during(exc *exception, err error) error {
	e, ok := err.(*exception)
	if !ok || e == exc || e.context != nil || e.contextless {
		return err
	}
	left := maxChain
	for c := exc; c != nil && left > 0; c = c.context {
		if c == e {
			return err
		}
		left--
	}
	fr.m.fuel -= maxChain - left // the next step sees to the limit
	e.context = exc
	return err
}

// inContext mirrors _PyErr_SetObject: what a raise statement raises has as its
// context what is being handled, whatever it had before.
func (fr *frame) inContext(e *exception) {
	e.contextless = false
	outer := fr.current()
	if outer == nil || outer == e {
		return
	}
	// With e in the chain of its own context that would be a ring.
	left := maxChain
	for c := outer; c.context != nil && left > 0; c = c.context {
		if c.context == e {
			c.context = nil
			break
		}
		left--
	}
	e.context = outer
}

// awaited gives what an await raised its context. It mirrors the calls of
// _PyErr_ChainStackItem in Objects/genobject.c: an exception that was thrown in
// where the frame was suspended, or what became of it below, is raised anew by
// each frame that it passes.
func (fr *frame) awaited(v Value, err error) (Value, error) {
	if !fr.threw {
		return v, err
	}
	fr.threw = false
	if t := fr.m.lines; t != nil {
		t.passed(fr)
	}
	return v, fr.raisedAnew(err)
}

// raisedAnew gives an exception the context of what the frame itself is at
// work on. What the frames that called it are at work on is none.
func (fr *frame) raisedAnew(err error) error {
	e, ok := err.(*exception)
	switch {
	case !ok:
	case fr.handling != nil:
		fr.inContext(e)
	case e.context == nil:
		e.contextless = true
	}
	return err
}

// retrieved gives the exception of a future that was done the context of what
// is being handled where it is asked for.
func (m *machine) retrieved(v any, err error) (Value, error) {
	if e, ok := err.(*exception); ok && m.top != nil {
		m.top.inContext(e)
	}
	return fromLoop(v, err)
}

func (c *compiler) finally(body, final execFn) execFn {
	return func(fr *frame) (signal, error) {
		sig, err := body(fr)
		exc := fr.caught(err)
		if err != nil && exc == nil {
			return sig, err
		}
		ret, outer := fr.ret, fr.handling
		if exc != nil {
			fr.handling = exc
		}
		after, failed := final(fr)
		fr.handling = outer
		switch {
		case failed != nil:
			if exc != nil {
				failed = fr.during(exc, failed)
			}
			return goOn, failed
		case after != goOn:
			return after, nil
		}
		fr.ret = ret
		return sig, err
	}
}

func (c *compiler) raise(s *syntax.Raise) execFn {
	if s.Exc == nil {
		return func(fr *frame) (signal, error) { return goOn, fr.reraise() }
	}
	what := c.expr(s.Exc)
	var cause evalFn
	if s.Cause != nil {
		cause = c.expr(s.Cause)
	}
	return func(fr *frame) (signal, error) {
		v, err := what(fr)
		if err != nil {
			return goOn, err
		}
		e, err := fr.m.toException(v, "exceptions must derive from BaseException")
		if err != nil {
			return goOn, err
		}
		e.in = nil
		fr.inContext(e)
		if cause != nil {
			if v, err = cause(fr); err != nil {
				return goOn, err
			}
			e.suppress, e.cause = true, nil
			if v != None {
				if e.cause, err = fr.m.toException(v, "exception causes must derive from BaseException"); err != nil {
					return goOn, err
				}
			}
		}
		return goOn, e
	}
}

// reraise is a bare raise: of what this frame, or one that called it, is at
// work on.
func (fr *frame) reraise() error {
	if e := fr.current(); e != nil {
		return e
	}
	return raise("RuntimeError", "No active exception to reraise")
}

// toException gives the exception that a value is, or an instance of the class
// that it is.
func (m *machine) toException(v Value, otherwise string) (*exception, error) {
	if t, ok := v.(*Type); ok && t.is(baseExceptionType) {
		made, err := construct(m, t, args{})
		if err != nil {
			return nil, err
		}
		v = made
	}
	if e, ok := v.(*exception); ok {
		return e, nil
	}
	return nil, typeError("%s", otherwise)
}
