package script

import "loopscope/sched"

// A frameObject is what cr_frame, gi_frame and Task.get_stack give of a frame.
type frameObject struct{ of *frame }

var frameType = newType("frame")

func (*frameObject) class() *Type { return frameType }

// newFrameObject gives the object of a frame, which is then used for no other
// call.
func newFrameObject(fr *frame) *frameObject {
	fr.held = true
	return &frameObject{fr}
}

func setupFrame(t *Type) {
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		fr := v.(*frameObject).of
		switch name {
		case "f_lineno":
			return integer(int64(fr.line)), nil
		case "f_code":
			return &codeObject{fr.code}, nil
		case "f_locals":
			if fr.code.name == moduleFrame {
				return m.globalsNow()
			}
			return fr.locals(), nil
		case "f_back":
			return fr.caller()
		}
		return nil, nil
	}
}

// frameAt gives the frame of a call, 0 the innermost.
func (m *machine) frameAt(depth int) (Value, error) {
	fr := m.top
	for ; depth > 0 && fr != nil; depth-- {
		fr = fr.back
	}
	if fr == nil || fr.code.lib != nil {
		return nil, unsupported("a frame that is not the script's is")
	}
	return newFrameObject(fr), nil
}

// moduleFrame is the name of the script's own frame.
const moduleFrame = "<module>"

// caller is f_back. A frame that a task, a generator or a library has called
// has one of CPython's own behind it.
func (fr *frame) caller() (Value, error) {
	switch {
	case fr.code.name == moduleFrame:
		return None, nil
	case fr.back == nil || fr.back.code.lib != nil || !fr.executing():
		return nil, unsupported("a frame that is not the script's is")
	}
	return newFrameObject(fr.back), nil
}

// locals gives the variables of a frame by name.
func (fr *frame) locals() *dict {
	d := newDict()
	for i, name := range fr.code.names {
		v := fr.slots[i]
		if c, ok := v.(*cell); ok {
			v = c.v
		}
		if v != nil {
			d.put(name, v)
		}
	}
	return d
}

// executing says whether the frame is being run just now.
func (fr *frame) executing() bool {
	for top := fr.m.top; top != nil; top = top.back {
		if top == fr {
			return true
		}
	}
	return false
}

// attribute gives the attributes of a coroutine object that are computed; nil:
// it has none of that name.
func (co *coroutine) attribute(name string) (Value, error) {
	switch name {
	case "__qualname__":
		return co.c.Name(), nil
	case "__name__":
		return bare(co.c.Name()), nil
	case "cr_running":
		return co.fr != nil && co.fr.executing(), nil
	case "cr_suspended":
		if co.code == nil {
			return co.c.State() == sched.CoroSuspended, nil
		}
		return co.fr != nil && co.c.State() != sched.CoroCreated && !co.fr.executing(), nil
	case "cr_frame":
		if co.fr != nil {
			return newFrameObject(co.fr), nil
		}
		if co.code != nil || co.c.State() == sched.CoroClosed {
			return None, nil
		}
	case "cr_code":
		if co.code != nil {
			return &codeObject{co.code}, nil
		}
	case "cr_origin":
		return None, nil
	case "cr_await":
		if co.fr == nil && co.code != nil || co.c.State() == sched.CoroCreated || co.fr != nil && co.fr.executing() {
			return None, nil
		}
	}
	return nil, nil
}

// awaitableGenerators is types.coroutine: a function like the one given, whose
// generators can be awaited.
func awaitableGenerators(_ *machine, v []Value) (Value, error) {
	f, ok := v[0].(*function)
	switch {
	case !ok && typeOf(v[0]).call == nil:
		return nil, typeError("types.coroutine() expects a callable")
	case !ok || !f.code.async && !f.code.yields:
		return nil, unsupported("types.coroutine of what is no generator function is")
	case f.code.async:
		return f, nil
	}
	k := *f.code
	k.awaitable = true
	f.code = &k
	return f, nil
}

// setupAwaitIter gives what __await__ of a coroutine gives the methods of a
// coroutine.
func setupAwaitIter(t *Type) {
	t.methods(map[string]nativeFn{
		"send": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("coroutine_wrapper.send", 1, 1); err != nil {
				return nil, err
			}
			it := self.(*awaitIter)
			it.begun = true
			return it.of.(*coroutine).resume(m, a.pos[0], nil)
		},
		"throw": func(m *machine, self Value, a args) (Value, error) {
			exc, err := m.thrown("throw", a)
			if err != nil {
				return nil, err
			}
			it := self.(*awaitIter)
			it.begun = true
			return it.of.(*coroutine).resume(m, nil, exc)
		},
		"close": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("coroutine_wrapper.close", 0, 0); err != nil {
				return nil, err
			}
			return None, self.(*awaitIter).of.(*coroutine).close(m)
		},
	})
}
