package script

import (
	"loopscope/sched/script/syntax"
)

// The names of the methods behind operators.
var (
	binaryNames = [...]string{syntax.Add: "add", syntax.Sub: "sub", syntax.Mult: "mul", syntax.MatMult: "matmul",
		syntax.Div: "truediv", syntax.Mod: "mod", syntax.Pow: "pow", syntax.LShift: "lshift", syntax.RShift: "rshift",
		syntax.BitOr: "or", syntax.BitXor: "xor", syntax.BitAnd: "and", syntax.FloorDiv: "floordiv"}
	compareNames = [...]string{syntax.Eq: "__eq__", syntax.NotEq: "__ne__", syntax.Lt: "__lt__", syntax.LtE: "__le__",
		syntax.Gt: "__gt__", syntax.GtE: "__ge__"}
	ownNames, reflectedNames, inplaceNames = dunders(""), dunders("r"), dunders("i")
	unaryNames                             = map[syntax.UnaryOperator]string{syntax.USub: "__neg__", syntax.UAdd: "__pos__", syntax.Invert: "__invert__"}
)

// dunders gives the names of the methods of all operators.
func dunders(prefix string) (names [len(binaryNames)]string) {
	for op, bare := range binaryNames {
		if bare != "" {
			names[op] = "__" + prefix + bare + "__"
		}
	}
	return names
}

// overrides says whether the script has defined a special method for a type.
func (t *Type) overrides(name string) bool {
	switch found := t.lookup(name).(type) {
	case nil:
		return false
	case *builtin:
		return t.user != nil && Value(found) != t.solid().search(name)
	}
	return true
}

// overridesAny is overrides for any of some operators' methods.
func (t *Type) overridesAny(names []string) bool {
	for _, name := range names {
		if name != "" && t.overrides(name) {
			return true
		}
	}
	return false
}

// fillSlots mirrors fixup_slot_dispatchers: the slots of the type in Go, and
// over them those that call a method of the script.
func (t *Type) fillSlots() {
	base := t.solid().inherited()
	t.slots = *base
	t.construct = constructUser
	t.user.asked = t.overrides("__getattribute__")
	t.user.fallback = t.lookup("__getattr__") != nil
	t.fillText()
	t.fillOperators(base)
	t.fillContainer(base)
	if t.overrides("__call__") {
		t.call = func(m *machine, v Value, a args) (Value, error) {
			fn, err := m.special(v, "__call__")
			if err != nil {
				return nil, err
			}
			return m.call(fn, a)
		}
	}
	if t.overrides("__setattr__") || t.overrides("__delattr__") {
		t.setAttr = setAttrSpecial
	}
	t.fillAsync()
}

func (t *Type) fillText() {
	text := func(name string) func(m *machine, v Value) (string, error) {
		return func(m *machine, v Value) (string, error) {
			made, err := m.callSpecial(v, name)
			if err != nil {
				return "", err
			}
			s, ok := asStr(made)
			if !ok {
				return "", typeError("%s returned non-string (type %s)", name, typeOf(made).name)
			}
			return s, nil
		}
	}
	if t.overrides("__repr__") {
		t.repr = text("__repr__")
	}
	if t.overrides("__str__") {
		t.str = text("__str__")
	}
	if t.overrides("__format__") {
		t.format = func(m *machine, v Value, spec string) (string, error) {
			made, err := m.callSpecial(v, "__format__", spec)
			if err != nil {
				return "", err
			}
			s, ok := asStr(made)
			if !ok {
				return "", typeError("__format__ must return a str, not %s", typeOf(made).name)
			}
			return s, nil
		}
	}
}

func (t *Type) fillOperators(base *slots) {
	binary := func(names []string, otherwise func(*machine, syntax.Operator, Value, Value) (Value, error), swap bool) func(*machine, syntax.Operator, Value, Value) (Value, error) {
		if !t.overridesAny(names) {
			return otherwise
		}
		return func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
			self, other := a, b
			if swap {
				self, other = b, a
			}
			name := names[op]
			if typeOf(self).overrides(name) {
				return m.callSpecial(self, name, other)
			}
			if otherwise != nil {
				return otherwise(m, op, a, b)
			}
			return NotImplemented, nil
		}
	}
	t.binary = binary(ownNames[:], base.binary, false)
	t.reverse = binary(reflectedNames[:], base.reverse, true)
	t.inplace = binary(inplaceNames[:], base.inplace, false)
	t.unary = func(m *machine, op syntax.UnaryOperator, v Value) (Value, error) {
		if typeOf(v).overrides(unaryNames[op]) {
			return m.callSpecial(v, unaryNames[op])
		}
		if base.unary != nil {
			return base.unary(m, op, v)
		}
		return NotImplemented, nil
	}
	for _, name := range compareNames {
		if t.overrides(name) {
			t.compare = compareSpecial(base)
		}
	}
	switch {
	case t.lookup("__hash__") == None:
		t.hash = unhashable
	case t.overrides("__hash__"):
		t.hash = hashSpecial
	}
}

func compareSpecial(base *slots) func(*machine, syntax.CmpOperator, Value, Value) (Value, error) {
	return func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		t := typeOf(a)
		switch {
		case t.overrides(compareNames[op]):
			return m.callSpecial(a, compareNames[op], b)
		case op == syntax.NotEq && t.overrides("__eq__"):
			same, err := m.callSpecial(a, "__eq__", b)
			if err != nil || same == NotImplemented {
				return same, err
			}
			yes, err := m.truth(same)
			return !yes, err
		case base.compare != nil:
			return base.compare(m, op, a, b)
		}
		return NotImplemented, nil
	}
}

func hashSpecial(m *machine, v Value) (int64, error) {
	made, err := m.callSpecial(v, "__hash__")
	if err != nil {
		return 0, err
	}
	if typeOf(made) != intType && typeOf(made) != boolType {
		return 0, typeError("__hash__ method should return an integer")
	}
	if n, ok := asInt(made); ok {
		if n == -1 {
			n = -2
		}
		return n, nil
	}
	return m.hash(made)
}

func (t *Type) fillContainer(base *slots) {
	if t.overrides("__bool__") {
		t.truth = func(m *machine, v Value) (bool, error) {
			made, err := m.callSpecial(v, "__bool__")
			if err != nil {
				return false, err
			}
			yes, ok := made.(bool)
			if !ok {
				return false, typeError("__bool__ should return bool, returned %s", typeOf(made).name)
			}
			return yes, nil
		}
	}
	if t.overrides("__len__") {
		t.length = lengthSpecial
	}
	switch {
	case t.lookup("__iter__") == None:
		t.iter = func(_ *machine, v Value) (iterator, error) {
			return nil, typeError("'%s' object is not iterable", typeOf(v).name)
		}
	case t.overrides("__iter__"):
		t.iter = iterSpecial
	case t.overrides("__getitem__") && base.iter == nil:
		t.iter = iterItems
	}
	if t.overrides("__contains__") {
		t.contains = func(m *machine, v, item Value) (bool, error) {
			made, err := m.callSpecial(v, "__contains__", item)
			if err != nil {
				return false, err
			}
			return m.truth(made)
		}
	}
	if t.overrides("__getitem__") {
		t.getItem = func(m *machine, v, key Value) (Value, error) { return m.callSpecial(v, "__getitem__", key) }
	}
	if t.overrides("__setitem__") || t.overrides("__delitem__") {
		t.setItem = setItemSpecial(base)
	}
}

func lengthSpecial(m *machine, v Value) (int, error) {
	made, err := m.callSpecial(v, "__len__")
	if err != nil {
		return 0, err
	}
	n, ok := asInt(made)
	switch {
	case !ok:
		return 0, typeError("'%s' object cannot be interpreted as an integer", typeOf(made).name)
	case n < 0:
		return 0, valueError("__len__() should return >= 0")
	}
	return int(n), nil
}

func iterSpecial(m *machine, v Value) (iterator, error) {
	made, err := m.callSpecial(v, "__iter__")
	if err != nil {
		return nil, err
	}
	it := m.asIterator(made)
	if it == nil {
		return nil, typeError("iter() returned non-iterator of type '%s'", typeOf(made).name)
	}
	return it, nil
}

// iterItems mirrors PySeqIter: by __getitem__ from 0 until IndexError.
func iterItems(_ *machine, v Value) (iterator, error) {
	i, done := int64(0), false
	return &funcIter{t: iteratorType, f: func(m *machine) (Value, error) {
		if done {
			return nil, nil
		}
		item, err := m.getItem(v, integer(i))
		if e := catchable(err); e != nil && (e.cls.is(excTypes["IndexError"]) || e.cls.is(excTypes["StopIteration"])) {
			done = true
			return nil, nil
		}
		i++
		return item, err
	}}, nil
}

func setItemSpecial(base *slots) func(m *machine, v, key, item Value) error {
	return func(m *machine, v, key, item Value) error {
		name, pos := "__setitem__", []Value{key, item}
		if item == nil {
			name, pos = "__delitem__", pos[:1]
		}
		if typeOf(v).overrides(name) {
			_, err := m.callSpecial(v, name, pos...)
			return err
		}
		if base.setItem != nil {
			return base.setItem(m, v, key, item)
		}
		if item == nil {
			return typeError("'%s' object doesn't support item deletion", typeOf(v).name)
		}
		return typeError("'%s' object does not support item assignment", typeOf(v).name)
	}
}

func setAttrSpecial(m *machine, v Value, name string, item Value) error {
	t := typeOf(v)
	switch {
	case item != nil && t.overrides("__setattr__"):
		_, err := m.callSpecial(v, "__setattr__", name, item)
		return err
	case item == nil && t.overrides("__delattr__"):
		_, err := m.callSpecial(v, "__delattr__", name)
		return err
	}
	return m.setOwn(v, name, item)
}
