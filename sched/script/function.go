package script

import (
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

func setupFunction(t *Type) {
	t.descriptorMethods()
	t.repr = func(m *machine, v Value) (string, error) {
		return "<function " + v.(*function).qualname + " at " + m.address(v) + ">", nil
	}
	t.call = func(m *machine, v Value, a args) (Value, error) { return m.callFunction(v.(*function), a) }
	t.getAttr = functionAttr
	t.setAttr = setFunctionAttr
}

// plainSpecials are the special methods that are no slots in CPython, of all
// types or, with the type before them, of one.
var plainSpecials = strings.Fields("__bytes__ __ceil__ __class_getitem__ __copy__ __deepcopy__ __dir__ __enter__ __exit__ __floor__ __format__ " +
	"__getformat__ __getnewargs__ __getstate__ __init_subclass__ __instancecheck__ __length_hint__ __missing__ __prepare__ __reduce__ " +
	"__reduce_ex__ __reversed__ __round__ __setstate__ __sizeof__ __subclasscheck__ __subclasses__ __subclasshook__ __trunc__ " +
	"list.__getitem__ dict.__getitem__ dict.__contains__ set.__contains__ frozenset.__contains__")

// wrapsSlot says whether CPython makes a method of a slot of its type.
func (b *builtin) wrapsSlot() bool {
	return b.of != nil && !b.python && strings.HasPrefix(b.name, "__") &&
		!slices.Contains(plainSpecials, b.name) && !slices.Contains(plainSpecials, b.of.name+"."+b.name)
}

func setupBuiltin(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		if b, ok := v.(*method); ok {
			fn := b.fn.(*builtin)
			if fn.wrapsSlot() {
				return "<method-wrapper '" + fn.name + "' of " + typeOf(b.self).name + " object at " + m.address(b.self) + ">", nil
			}
			return "<built-in method " + fn.name + " of " + typeOf(b.self).name + " object at " + m.address(b.self) + ">", nil
		}
		b := v.(*builtin)
		if b.wrapsSlot() {
			return "<slot wrapper '" + b.name + "' of '" + b.of.name + "' objects>", nil
		}
		if b.of != nil {
			return "<method '" + b.name + "' of '" + b.of.name + "' objects>", nil
		}
		if b.python {
			return "<function " + b.name + " at " + m.address(v) + ">", nil
		}
		return "<built-in function " + b.name + ">", nil
	}
	t.call = func(m *machine, v Value, a args) (Value, error) { return m.call(v, a) }
	t.getAttr = builtinAttr
	t.hash = hashMethod
	t.compare = compareMethods
}

func builtinAttr(_ *machine, v Value, name string) (Value, error) {
	var b *builtin
	var self Value
	switch v := v.(type) {
	case *builtin:
		b = v
	case *method:
		b, self = v.fn.(*builtin), v.self
	}
	switch name {
	case "__name__":
		return b.name, nil
	case "__qualname__":
		if b.of != nil {
			return b.of.name + "." + b.name, nil
		}
		return b.name, nil
	case "__self__":
		return self, nil
	case "__module__":
		return b.home(), nil
	}
	return nil, nil
}

// homes are the modules that CPython's functions in C name as theirs where
// that is another than the one that has them.
var homes = map[string]string{"operator": "_operator", "functools": "_functools", "bisect": "_bisect", "contextvars": "_contextvars"}

// home gives __module__ of a function, nil where it is not known.
func (b *builtin) home() Value {
	switch {
	case b.of != nil && !b.python:
		return None
	case b.of != nil || b.module == "random":
		return nil
	case b.module == "" && builtins[b.name] == b:
		return "builtins"
	case b.module == "asyncio" || strings.HasPrefix(b.module, "asyncio."):
		return asyncioHome(b.name)
	case homes[b.module] != "" && !b.python:
		return homes[b.module]
	case b.module != "":
		return b.module
	}
	return nil
}

// asyncioHome gives __module__ of a function of asyncio.
func asyncioHome(name string) Value {
	if name == "current_task" || name == "get_running_loop" || name == "get_event_loop" {
		return "_asyncio"
	}
	for part, names := range asyncioParts {
		if slices.Contains(names, name) {
			return "asyncio." + part
		}
	}
	return nil
}

// hiddenDoc is the docstring of a function that has taken it over from one of
// CPython's, whose text is not here.
type hiddenDoc struct{}

// carryDoc is what functools.update_wrapper does for __doc__.
func carryDoc(m *machine, a args) (Value, error) {
	doc, err := m.getAttr(a.pos[1], "__doc__")
	if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
		return None, nil
	}
	f, ok := a.pos[0].(*function)
	if _, hidden := err.(*stopped); hidden && ok {
		f.doc = hiddenDoc{}
		return None, nil
	}
	if err != nil {
		return nil, err
	}
	return None, m.setAttr(a.pos[0], "__doc__", doc)
}

func setupMethod(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		b := v.(*method)
		name, ok := "?", false
		if got, err := m.getAttr(b.fn, "__qualname__"); err == nil {
			if name, ok = got.(string); !ok {
				name = "?"
			}
		} else if catchable(err) == nil {
			return "", err
		}
		self, err := m.repr(b.self)
		return "<bound method " + name + " of " + self + ">", err
	}
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("method", 2, 2); err != nil {
			return nil, err
		}
		switch {
		case typeOf(a.pos[0]).call == nil:
			return nil, typeError("first argument must be callable")
		case a.pos[1] == None:
			return nil, typeError("instance must not be None")
		}
		if _, ok := a.pos[0].(*method); ok {
			return nil, unsupported("binding a method that is bound is")
		}
		return &method{self: a.pos[1], fn: a.pos[0]}, nil
	}
	t.call = func(m *machine, v Value, a args) (Value, error) { return m.callMethod(v.(*method), a) }
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		b := v.(*method)
		switch name {
		case "__self__":
			return b.self, nil
		case "__func__":
			return b.fn, nil
		}
		return m.getAttr(b.fn, name)
	}
	t.hash = hashMethod
	t.compare = compareMethods
}

// hashMethod and compareMethods make two bindings of a method to one object
// equal, as a done callback that is to be removed needs it.
func hashMethod(m *machine, v Value) (int64, error) {
	b, ok := v.(*method)
	if !ok {
		return m.identity(v), nil
	}
	return m.identity(b.fn) ^ m.identity(b.self)<<20, nil
}

func compareMethods(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	x, ok1 := a.(*method)
	y, ok2 := b.(*method)
	if !ok1 || !ok2 || op > syntax.NotEq {
		return NotImplemented, nil
	}
	same := x.fn == y.fn && identical(x.self, y.self)
	return same == (op == syntax.Eq), nil
}
