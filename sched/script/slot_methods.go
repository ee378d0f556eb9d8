package script

import (
	"reflect"

	"loopscope/sched/script/syntax"
)

// The slots of a type in Go are methods too, as CPython's slot wrappers are
// (add_operators in Objects/typeobject.c): a class below the type calls them
// by super() or by the type's name.

// slotMethods makes the methods by name, nil where a type has no such slot.
// They call the slot of the type itself, whatever the class of the object is.
var slotMethods = map[string]func(t *Type) nativeFn{
	"__repr__": func(t *Type) nativeFn { return textMethod(t.repr) },
	"__str__":  func(t *Type) nativeFn { return textMethod(t.str) },
	"__hash__": func(t *Type) nativeFn {
		return noArguments("__hash__", func(m *machine, v Value) (Value, error) {
			h, err := t.hash(m, v)
			return integer(h), err
		})
	},
	"__bool__": func(t *Type) nativeFn {
		if t.truth == nil && !isNumberType(t) {
			return nil
		}
		return noArguments("__bool__", func(m *machine, v Value) (Value, error) { return m.truth(plain(v)) })
	},
	"__len__": func(t *Type) nativeFn {
		if t.length == nil {
			return nil
		}
		return noArguments("__len__", func(m *machine, v Value) (Value, error) {
			n, err := t.length(m, v)
			return integer(int64(n)), err
		})
	},
	"__iter__": func(t *Type) nativeFn {
		if t.iter == nil {
			return nil
		}
		return noArguments("__iter__", func(m *machine, v Value) (Value, error) {
			it, err := t.iter(m, v)
			if err != nil {
				return nil, err
			}
			return asValue(it), nil
		})
	},
	"__contains__": func(t *Type) nativeFn {
		if t.contains == nil {
			return nil
		}
		return oneArgument("__contains__", func(m *machine, v, item Value) (Value, error) { return t.contains(m, v, item) })
	},
	"__getitem__": func(t *Type) nativeFn {
		if t.getItem == nil {
			return nil
		}
		return oneArgument("__getitem__", t.getItem)
	},
	"__delitem__": func(t *Type) nativeFn {
		if t.setItem == nil {
			return nil
		}
		return oneArgument("__delitem__", func(m *machine, v, key Value) (Value, error) { return None, t.setItem(m, v, key, nil) })
	},
	"__setitem__": func(t *Type) nativeFn {
		if t.setItem == nil {
			return nil
		}
		return func(m *machine, self Value, a args) (Value, error) {
			if n := len(a.pos) + len(a.kw); n != 2 {
				return nil, typeError(" expected 2 arguments, got %d", n)
			}
			return None, t.setItem(m, self, a.pos[0], a.pos[1])
		}
	},
	"__format__": func(t *Type) nativeFn {
		if t.format == nil {
			return nil
		}
		return func(m *machine, self Value, a args) (Value, error) {
			if err := a.between(t.name+".__format__", 1, 1); err != nil {
				return nil, err
			}
			spec, ok := asStr(a.pos[0])
			if !ok {
				return nil, typeError("__format__() argument must be str, not %s", typeOf(a.pos[0]).name)
			}
			return t.format(m, plain(self), spec)
		}
	},
	"__call__": func(t *Type) nativeFn {
		if t.call == nil {
			return nil
		}
		return func(m *machine, self Value, a args) (Value, error) { return t.call(m, self, a) }
	},
}

func isNumberType(t *Type) bool { return t.is(intType) || t == floatType }

func textMethod(text func(*machine, Value) (string, error)) nativeFn {
	if text == nil {
		return nil
	}
	return noArguments("__repr__", func(m *machine, v Value) (Value, error) { return text(m, v) })
}

// noArguments makes a slot's method that takes none.
func noArguments(_ string, f func(m *machine, v Value) (Value, error)) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if n := len(a.pos) + len(a.kw); n > 0 {
			return nil, typeError("expected 0 arguments, got %d", n)
		}
		return f(m, self)
	}
}

// oneArgument makes a slot's method that takes one.
func oneArgument(name string, f func(m *machine, v, one Value) (Value, error)) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if n := len(a.pos) + len(a.kw); n != 1 {
			if t := typeOf(self).solid(); t == dictType && coexists[name] || t == listType && name == "__getitem__" || (t == setType || t == frozensetType) && name == "__contains__" {
				return nil, typeError("%s.%s() takes exactly one argument (%d given)", typeOf(self).solid().name, name, n)
			}
			return nil, typeError("%sexpected 1 argument, got %d", space(name), n)
		}
		return f(m, self, a.pos[0])
	}
}

// space is what CPython's messages begin with where a method's name is missing.
func space(name string) string {
	if name == "__mul__" || name == "__rmul__" || name == "__imul__" {
		return " "
	}
	return ""
}

// sequenceOp mirrors wrap_binaryfunc of sq_concat and sq_repeat: methods that
// raise what an operator would only after the other operand was asked.
func sequenceOp(t *Type, op syntax.Operator, form func(m *machine, v, other Value) (Value, error)) func(m *machine, v, other Value) (Value, error) {
	if t != listType && t != tupleType && t != strType && t != bytesType || op != syntax.Add && op != syntax.Mult {
		return form
	}
	return func(m *machine, v, other Value) (Value, error) {
		made, err := form(m, v, other)
		if made != NotImplemented || err != nil {
			return made, err
		}
		if op == syntax.Mult {
			return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(other).name)
		}
		return nil, operandError(op.String(), op, plain(v), other)
	}
}

// coexists are the names of which list and dict have methods besides the slots
// (METH_COEXIST).
var coexists = map[string]bool{"__getitem__": true, "__contains__": true}

// addSlotMethods gives a type the methods of its own slots. It is called once
// the slots of all types are set.
func (t *Type) addSlotMethods() {
	for name, make := range slotMethods {
		if t.attrs[name] == nil && t.ownSlot(name) {
			t.addSlotMethod(name, make(t))
		}
	}
	if t.compare != nil && t.ownSlot("__eq__") {
		for op, name := range compareNames {
			if name != "" && t.attrs[name] == nil {
				t.addSlotMethod(name, oneArgument(name, func(m *machine, v, other Value) (Value, error) {
					if _, isInt := asBig(other); t == intType && !isInt {
						return NotImplemented, nil
					}
					return t.compare(m, syntax.CmpOperator(op), v, other)
				}))
			}
		}
	}
	t.addOperators()
	if t != objectType && t.hash != nil && reflect.ValueOf(t.hash).Pointer() == reflect.ValueOf(unhashable).Pointer() {
		t.attrs["__hash__"] = None
	}
}

func (t *Type) addSlotMethod(name string, fn nativeFn) {
	if fn != nil {
		t.attrs[name] = &builtin{name: name, of: t, slot: true, fn: fn}
	}
}

// ownSlot says whether a type does not just inherit the slot behind a method.
func (t *Type) ownSlot(name string) bool {
	if t.base == nil || t == typeType && name == "__getitem__" { // a class is subscripted by its __class_getitem__
		return false
	}
	own, base := t.slotOf(name), t.base.slotOf(name)
	return own != 0 && own != base
}

// slotOf gives the place of the slot's code, 0 if there is none.
func (t *Type) slotOf(name string) uintptr {
	var f any
	switch name {
	case "__repr__":
		f = t.repr
	case "__str__":
		f = t.str
	case "__hash__":
		f = t.hash
	case "__bool__":
		if t == intType || t == floatType {
			return 1
		}
		f = t.truth
	case "__len__":
		f = t.length
	case "__iter__":
		f = t.iter
	case "__contains__":
		f = t.contains
	case "__getitem__":
		f = t.getItem
	case "__setitem__", "__delitem__":
		f = t.setItem
	case "__format__":
		f = t.format
	case "__call__":
		f = t.call
	case "__eq__":
		f = t.compare
	}
	return reflect.ValueOf(f).Pointer()
}

// addOperators gives a type the methods of the operators that CPython's has.
func (t *Type) addOperators() {
	known := knownNames[t.short()]
	for op, bare := range binaryNames {
		if bare == "" {
			continue
		}
		op := syntax.Operator(op)
		forms := map[string]func(m *machine, v, other Value) (Value, error){}
		if t.binary != nil {
			forms["__"+bare+"__"] = func(m *machine, v, other Value) (Value, error) {
				return m.plainOrOwn(t, op, v, other)
			}
			forms["__r"+bare+"__"] = func(m *machine, v, other Value) (Value, error) {
				if o := plain(other); typeOf(o).is(t) || isNumberType(t) && isNumberType(typeOf(o)) {
					return m.plainOrOwn(t, op, o, v)
				}
				if t.reverse != nil {
					return t.reverse(m, op, other, plain(v))
				}
				return NotImplemented, nil
			}
		}
		if t.inplace != nil {
			forms["__i"+bare+"__"] = func(m *machine, v, other Value) (Value, error) { return t.inplace(m, op, v, other) }
		}
		for name, form := range forms {
			form = sequenceOp(t, op, form)
			if known[name] && t.attrs[name] == nil {
				t.addSlotMethod(name, oneArgument(name, form))
			}
		}
	}
	for op, name := range unaryNames {
		if t.unary != nil && known[name] && t.attrs[name] == nil {
			t.addSlotMethod(name, noArguments(name, func(m *machine, v Value) (Value, error) { return t.unary(m, op, plain(v)) }))
		}
	}
}

// plainOrOwn is a binary operator of a type by its method's name.
func (m *machine) plainOrOwn(t *Type, op syntax.Operator, a, b Value) (Value, error) {
	if t.boxes {
		a, b = plain(a), plain(b)
		if t == intType && (!typeOf(a).is(intType) || !typeOf(b).is(intType)) {
			return NotImplemented, nil
		}
		if x, ok := a.(int64); ok && op != syntax.Pow {
			if y, ok := b.(int64); ok {
				return m.intOp(op, x, y)
			}
		}
	}
	return t.binary(m, op, a, b)
}

// initBy makes the __init__ of a type whose objects can be changed.
func initBy(t *Type, fill func(m *machine, self Value, a args) error) *builtin {
	return &builtin{name: "__init__", of: t, slot: true, fn: func(m *machine, self Value, a args) (Value, error) {
		if typeOf(self).overrides("__new__") {
			a.kw = nil
		}
		return None, fill(m, self, a)
	}}
}

// receiver gives what a method in Go is called on: a method of int, float, str
// or bytes sees the plain value.
func (b *builtin) receiver(self Value) Value {
	if v, ok := self.(*boxed); ok && b.of != nil && b.of.boxes {
		return v.v
	}
	return self
}
