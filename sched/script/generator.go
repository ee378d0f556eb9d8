package script

import "unsafe"

// A generator is a generator object, or what runs in an async one. It has a stack of its own from its first step to its end.
type generator struct {
	name     string
	qualname string
	code     *code
	fr       *frame // nil: it has ended
	st       *genStack
	state    genState
	by       uintptr  // the frame that called its function: its place alone, for it may be gone
	counts   bool     // among machine.cleaning
	guarded  bool     // where it is suspended stands in a block whose end runs code when it is closed
	source   iterator // of a generator expression: what it goes through, if it alone refers to it
	made     int      // how many there were then, with it
	from     iterator // that a yield from is suspended in; nil: none

	// What goes in and out by a switch:
	sent     Value
	thrown   error
	out      Value // yielded; nil: it has ended
	awaiting bool  // an async one is suspended in an await, on y
	y        any
	value    Value // what it returned
	err      error
	into     *[]Value // what takes all it yields while drain runs; nil else
}

type genState uint8

const (
	genCreated genState = iota
	genSuspended
	genRunning
	genClosed
)

var generatorType = newType("generator")

func (*generator) class() *Type { return generatorType }

// newGenerator makes the generator of a call whose arguments are bound. The
// frame is now the generator's.
func (m *machine) newGenerator(f *function, fr *frame) *generator {
	g := &generator{name: f.name, qualname: f.qualname, code: f.code, fr: fr}
	fr.gen = g
	m.generators++
	g.by, g.made = uintptr(unsafe.Pointer(m.top)), m.generators
	return g
}

// resume mirrors gen_send_ex2 in Objects/genobject.c: it raises thrown where
// the generator stands, or has its yield give sent. It gives what the
// generator yields; nil is its end, with what it returned in g.value.
func (g *generator) resume(m *machine, sent Value, thrown error) (Value, error) {
	switch g.state {
	case genRunning:
		return nil, valueError("%s already executing", g.kind())
	case genClosed:
		g.value = None
		return nil, thrown
	case genCreated:
		if thrown != nil {
			return nil, g.failUnstarted(m, thrown)
		}
		if sent != nil && sent != None {
			return nil, typeError("can't send non-None value to a just-started %s", g.kind())
		}
	}
	fr := g.fr
	if err := fr.above(m.top); err != nil {
		return nil, err
	}
	const steps = 8 // that a switch to another stack takes
	if err := m.spend(steps); err != nil {
		return nil, err
	}
	if g.st == nil {
		st, err := m.takeStack(g)
		if err != nil {
			return nil, err
		}
		g.st = st
	}
	g.sent, g.thrown, g.out = sent, thrown, nil
	g.awaiting = false
	g.state = genRunning
	m.top = fr
	g.st.next()
	m.top = fr.back
	if g.state == genRunning {
		g.state = genSuspended
		g.counted(m)
		return g.out, nil
	}
	g.counted(m)
	m.freeStack(g.st)
	g.st = nil
	if m.cleaning != 0 {
		m.dropLocals(fr)
	}
	if len(m.asyncGens) > 0 {
		m.dropSlots(fr)
	}
	err := g.err
	g.err = nil
	return nil, err
}

// drain gives all that a generator yields of which nothing has run. It runs on
// the caller's stack: nobody looks between one item and the next.
func (g *generator) drain(m *machine) ([]Value, error) {
	fr := g.fr
	if err := fr.above(m.top); err != nil {
		return nil, err
	}
	var all []Value
	g.into, g.state = &all, genRunning
	g.body()
	m.top, g.into = fr.back, nil
	err := g.err
	g.err = nil
	return all, err
}

// kind is what messages call it.
func (g *generator) kind() string {
	if g.code.async {
		return "async generator"
	}
	return "generator"
}

// failUnstarted throws an exception into a generator that has not begun: its
// traceback has the line of the def.
func (g *generator) failUnstarted(m *machine, thrown error) error {
	if e, ok := thrown.(*exception); ok {
		g.fr.passed(e)
		e.in = nil
	}
	g.finish()
	return g.noStop(thrown)
}

func (g *generator) finish() {
	if g.fr != nil && g.fr.held {
		g.fr.left()
	}
	g.state, g.fr, g.value = genClosed, nil, None
}

// body runs the generator's function on its stack.
func (g *generator) body() {
	fr := g.fr
	v, err := fr.run()
	g.finish()
	g.out, g.awaiting = nil, false
	if err != nil {
		g.err = g.noStop(err)
		return
	}
	g.value = v
}

// noStop makes a RuntimeError of what would look like the generator's end.
func (g *generator) noStop(err error) error {
	e, ok := err.(*exception)
	if !ok {
		return err
	}
	stops := e.cls.is(excTypes["StopIteration"])
	what := "StopIteration"
	if g.code.async && e.cls.is(excTypes["StopAsyncIteration"]) {
		stops, what = true, "StopAsyncIteration"
	}
	if !stops {
		return err
	}
	wrapped := raise("RuntimeError", "%s raised %s", g.kind(), what)
	wrapped.cause, wrapped.context, wrapped.suppress = e, e, true
	return wrapped
}

// hand gives a value to whoever resumed the generator; it returns with what is
// sent or thrown in.
func (g *generator) hand(out Value) (Value, error) {
	if g.into != nil {
		*g.into = append(*g.into, out)
		return None, g.fr.m.grown(len(*g.into))
	}
	g.out = out
	g.st.leave()
	if err := g.thrown; err != nil {
		g.thrown = nil
		return nil, err
	}
	if g.sent == nil {
		return None, nil
	}
	return g.sent, nil
}

// next makes a generator an iterator.
func (g *generator) next(m *machine) (Value, error) { return g.resume(m, nil, nil) }

// result turns the end of a generator into StopIteration.
func (g *generator) result(v Value, err error) (Value, error) {
	if v != nil || err != nil {
		return v, err
	}
	return nil, stopIteration(g.value)
}

func stopIteration(v Value) *exception {
	e := &exception{cls: excTypes["StopIteration"]}
	if v != nil && v != None {
		e.args = []Value{v}
	}
	return e
}

// stopOf is the StopIteration of an iterator that has just ended.
func stopOf(it iterator) error {
	switch it := it.(type) {
	case *generator:
		return stopIteration(it.value)
	case *futureIter:
		return stopIteration(it.value)
	case *awaitIter:
		if it.stop != nil {
			return it.stop
		}
	case *objectIter:
		if it.stop != nil {
			return it.stop
		}
	case *funcIter:
		if it.stop != nil {
			return it.stop
		}
	case *overIter:
		return stopOf(&it.funcIter)
	}
	return stopIteration(nil)
}

// close mirrors gen_close.
func (g *generator) close(m *machine) (Value, error) {
	switch g.state {
	case genCreated:
		g.finish()
		return None, nil
	case genClosed:
		return None, nil
	}
	fr := g.fr
	v, err := g.resume(m, nil, &exception{cls: excTypes["GeneratorExit"]})
	switch e := catchable(err); {
	case v != nil:
		return nil, raise("RuntimeError", "generator ignored GeneratorExit")
	case err == nil:
		return g.value, nil
	case e != nil && e.cls.is(excTypes["GeneratorExit"]):
		if m.cleaning != 0 {
			fr.raised, fr.held = false, false // nobody has the exception
			m.dropLocals(fr)
		}
		return None, nil
	}
	return nil, err
}

// drop closes a generator that nothing refers to any more, as CPython does at
// once; what its cleanup raises nobody is told.
func (m *machine) drop(it iterator, sure bool, also ...any) error {
	if over, ok := it.(*overIter); ok && m.cleaning != 0 {
		for _, source := range over.over {
			if err := m.drop(source, false, also...); err != nil {
				return err
			}
		}
		return nil
	}
	g, ok := it.(*generator)
	if !ok || g.state != genSuspended || !sure && m.refersTo(g, also...) {
		return nil
	}
	source := g.source
	if _, err := g.close(m); err != nil && catchable(err) == nil {
		return err
	}
	if source != nil {
		return m.drop(source, false, also...)
	}
	return nil
}

func setupGenerator(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		return "<generator object " + v.(*generator).qualname + " at " + m.address(v) + ">", nil
	}
	t.iter = func(_ *machine, v Value) (iterator, error) { return v.(*generator), nil }
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		g := v.(*generator)
		switch name {
		case "__name__":
			return g.name, nil
		case "__qualname__":
			return g.qualname, nil
		case "gi_running":
			return g.state == genRunning, nil
		case "gi_suspended":
			return g.state == genSuspended, nil
		case "gi_code":
			return &codeObject{g.code}, nil
		case "gi_frame":
			if g.fr == nil {
				return None, nil
			}
			return &frameObject{g.fr}, nil
		case "gi_yieldfrom":
			if g.from == nil {
				return None, nil
			}
			return asValue(g.from), nil
		}
		return nil, nil
	}
	t.methods(map[string]nativeFn{
		"__iter__": func(_ *machine, self Value, _ args) (Value, error) { return self, nil },
		"__next__": func(m *machine, self Value, _ args) (Value, error) {
			g := self.(*generator)
			return g.result(g.next(m))
		},
		"send": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("generator.send", 1, 1); err != nil {
				return nil, err
			}
			g := self.(*generator)
			return g.result(g.resume(m, a.pos[0], nil))
		},
		"throw": func(m *machine, self Value, a args) (Value, error) {
			exc, err := m.thrown("throw", a)
			if err != nil {
				return nil, err
			}
			g := self.(*generator)
			return g.result(g.resume(m, nil, exc))
		},
		"close": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("generator.close", 0, 0); err != nil {
				return nil, err
			}
			return self.(*generator).close(m)
		},
	})
}

// thrown reads the arguments of throw: an exception, or a class with a value.
func (m *machine) thrown(name string, a args) (*exception, error) {
	if err := a.between(name, 1, 3); err != nil {
		return nil, err
	}
	if t, ok := a.pos[0].(*Type); ok && t.is(baseExceptionType) && a.at(1, None) != None {
		if e, ok := a.pos[1].(*exception); ok && e.cls.is(t) {
			return e, nil
		}
		made, err := m.call(t, positional(a.pos[1]))
		if err != nil {
			return nil, err
		}
		e, err := m.toException(made, "exceptions must derive from BaseException")
		return e, err
	}
	e, err := m.toException(a.pos[0], "exceptions must be classes or instances deriving from BaseException, not "+typeOf(a.pos[0]).name)
	if err == nil {
		e.in = nil
	}
	return e, err
}
