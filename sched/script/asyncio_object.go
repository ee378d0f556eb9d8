package script

import (
	"strings"

	"loopscope/sched"
)

// An asyncObject is what all objects of asyncio's Python classes have in
// common: a class, which may be one of the script below theirs, and attributes.
type asyncObject struct {
	m     *machine
	cls   *Type
	attrs *dict // nil: none were set
}

func (o *asyncObject) class() *Type  { return o.cls }
func (o *asyncObject) place() **dict { return &o.attrs }

// setupAsyncObject gives a type a constructor with a parameter list. Make makes
// an object, of the type or of one below it, init sets what the arguments say.
func (t *Type) setupAsyncObject(params string, make func(asyncObject) Value, init func(m *machine, self Value, v []Value) error) {
	t.inPython("__init__", params, func(m *machine, v []Value) (Value, error) {
		if err := m.charge(objectSize); err != nil {
			return nil, err
		}
		return None, init(m, v[0], v[1:])
	})
	first := t.attrs["__init__"].(*builtin)
	t.alloc = func(m *machine, cls *Type, _ args) (Value, error) { return make(asyncObject{m: m, cls: cls}), nil }
	t.construct = func(m *machine, t *Type, a args) (Value, error) {
		self := make(asyncObject{m: m, cls: t})
		_, err := first.fn(m, self, a)
		return self, err
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if attrs := *own(v); attrs != nil {
			if found := attrs.str(name); found != nil {
				return found, nil
			}
		}
		return nil, nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		place := own(v)
		if *place == nil {
			*place = newDict()
		}
		if item == nil {
			_, err := (*place).remove(m, name)
			return err
		}
		(*place).put(name, item)
		return m.charge(1)
	}
}

// label gives what a future of an object of the script's class is called: by
// the first class that has the method which waits.
func (o *asyncObject) label(label string) string {
	class, method, _ := strings.Cut(label, ".")
	for _, c := range o.cls.mro {
		if _, has := c.attrs[method]; c.user != nil && has {
			label = c.name + "." + method
			break
		}
	}
	for _, c := range o.cls.mro {
		if c.user == nil && c.name == class {
			return label
		}
	}
	return class + "." + method
}

// overridden says whether a class of the script has a method of its own in
// place of asyncio's.
func (t *Type) overridden(name string) bool {
	if t.user == nil {
		return false
	}
	_, own := t.lookup(name).(*builtin)
	return !own
}

// setupHeld gives a type an async with that acquires and releases.
func (t *Type) setupHeld(acquire func(Value) *sched.Coro, release func(Value) error) {
	t.enter = func(fr *frame, v Value) (Value, error) {
		if typeOf(v).overridden("acquire") {
			made, err := fr.m.callSpecial(v, "acquire")
			if err != nil {
				return nil, err
			}
			_, err = fr.awaitOf(made, "object %s can't be used in 'await' expression")
			return None, err
		}
		_, err := acquire(v).Await(fr.suspend)
		return None, err
	}
	t.exit = func(fr *frame, v Value, _ *exception) (bool, error) {
		if typeOf(v).overridden("release") {
			_, err := fr.m.callSpecial(v, "release")
			return false, err
		}
		return false, release(v)
	}
	t.byHand("_ContextManagerMixin")
}

// byHand gives a type that async with enters and leaves the methods for it, to
// be called by their names.
func (t *Type) byHand(class string) {
	enter, exit := t.enter, t.exit
	coroutine := func(m *machine, name string, body func(fr *frame) (Value, error)) Value {
		name = class + "." + name
		return native(m.loop.NewCoro(name, func(s sched.Suspend) (any, error) {
			return body(&frame{m: m, code: &code{name: name, qualname: name, lib: nowhere}, suspend: s, back: m.top})
		}), origin{})
	}
	t.inPython("__aenter__", "", func(m *machine, v []Value) (Value, error) {
		return coroutine(m, "__aenter__", func(fr *frame) (Value, error) { return enter(fr, v[0]) }), nil
	})
	t.inPython("__aexit__", "exc_type, exc, tb", func(m *machine, v []Value) (Value, error) {
		exc, _ := v[2].(*exception)
		return coroutine(m, "__aexit__", func(fr *frame) (Value, error) {
			swallow, err := exit(fr, v[0], exc)
			switch {
			case err != nil:
				return nil, err
			case swallow:
				return true, nil
			}
			return None, nil
		}), nil
	})
}

// nowhere stands for asyncio as the place of a frame.
var nowhere = &library{file: "asyncio"}

// reprState gives a type a repr that ends in the state of the object.
func (t *Type) reprState(state func(Value) string) {
	t.repr = func(m *machine, v Value) (string, error) {
		text, err := reprObject(m, v)
		if err != nil {
			return "", err
		}
		return text[:len(text)-1] + " [" + state(v) + "]>", nil
	}
}

// coroutineMethod gives a type a method that makes a coroutine of asyncio's
// own and takes nothing.
func (t *Type) coroutineMethod(name string, home origin, make func(Value) *sched.Coro) {
	t.declareMethod(name, "", func(_ *machine, self Value, _ []Value) (Value, error) { return native(make(self), home), nil })
}

// testMethod gives a type a method that tells something and takes nothing.
func (t *Type) testMethod(name string, test func(Value) bool) {
	t.declareMethod(name, "", func(_ *machine, self Value, _ []Value) (Value, error) { return test(self), nil })
}

// actMethod gives a type a method that does something and takes nothing.
func (t *Type) actMethod(name string, act func(Value) error) {
	t.declareMethod(name, "", func(_ *machine, self Value, _ []Value) (Value, error) { return None, act(self) })
}

// computed gives a type an attribute that is computed.
func (t *Type) computed(name string, get func(Value) Value) {
	t.attrs[name] = &property{get: func(_ *machine, self Value) (Value, error) { return get(self), nil }}
}

// ended gives what an exit of the loop's makes of the exception that leaves a
// block: err is what goes on.
func ended(exc *exception, err error) (swallow bool, raised error) {
	switch {
	case err == nil:
		return exc != nil, nil
	case exc != nil && err == error(exc):
		return false, nil
	}
	return false, err
}

// asError gives an exception as the error that the loop is told, nil for none.
func asError(exc *exception) error {
	if exc == nil {
		return nil
	}
	return exc
}

// count reads a number that asyncio compares with others.
func count(v Value, op string) (int, error) {
	n, ok := asInt(v)
	if ok {
		return int(n), nil
	}
	if _, number := asFloat(v); number {
		return 0, unsupported("a %s for a number of an asyncio object is", typeOf(v).short())
	}
	return 0, typeError("'%s' not supported between instances of '%s' and 'int'", op, typeOf(v).name)
}
