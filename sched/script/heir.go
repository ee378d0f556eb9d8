package script

import (
	"loopscope/sched/script/syntax"
)

// An heir is what an object of a class below a built-in type has beyond what
// objects of the type itself have. Those carry none.
type heir struct {
	cls   *Type
	attrs *dict // nil: none were set

	moves   int   // of an OrderedDict: keys that were moved to an end
	factory Value // of a defaultdict: what makes values; nil: none
}

// A boxed is an object of a class of the script below a type whose values are
// plain Go values: int, float, str or bytes.
type boxed struct {
	heir
	v Value // of the built-in type itself
}

func (b *boxed) class() *Type { return b.cls }

// classOf gives the class of a value that may have an heir.
func (h *heir) classOf(plain *Type) *Type {
	if h != nil {
		return h.cls
	}
	return plain
}

// heirOf gives what a new object of t carries, nil if t is the built-in type.
func heirOf(t, plain *Type) *heir {
	if t == plain {
		return nil
	}
	return &heir{cls: t}
}

// box makes an object of t, or gives v itself if t is the built-in type.
func box(t, plain *Type, v Value) Value {
	if t == plain {
		return v
	}
	return &boxed{heir{cls: t}, v}
}

// plain gives the number, string or bytes that a value is, without its class.
func plain(v Value) Value {
	if b, ok := v.(*boxed); ok {
		return b.v
	}
	return v
}

// asStr gives the text of a str or of an object of a class below it.
func asStr(v Value) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case *boxed:
		s, ok := v.v.(string)
		return s, ok
	}
	return "", false
}

// allocBoxed makes the alloc of a type whose values are boxed for classes of
// the script: construct sees all the arguments.
func (t *Type) allocBoxed() {
	t.boxes = true
	t.alloc = func(m *machine, cls *Type, a args) (Value, error) {
		v, err := t.construct(m, t, a)
		if err != nil {
			return nil, err
		}
		return box(cls, t, plain(v)), nil
	}
}

// boxedSlots gives the slots of a class of the script whose objects are boxed:
// those of the type, with the plain values.
func boxedSlots(base *Type) slots {
	s := base.slots
	s.repr = func(m *machine, v Value) (string, error) { return m.repr(plain(v)) }
	if base.str != nil {
		s.str = func(m *machine, v Value) (string, error) { return base.str(m, plain(v)) }
	}
	s.format = func(m *machine, v Value, spec string) (string, error) {
		if spec == "" {
			return m.str(v)
		}
		return m.format(plain(v), spec)
	}
	s.hash = func(m *machine, v Value) (int64, error) { return m.hash(plain(v)) }
	s.truth = func(m *machine, v Value) (bool, error) { return m.truth(plain(v)) }
	s.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		return base.compare(m, op, plain(a), plain(b))
	}
	s.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		return m.plainOp(op, plain(a), plain(b))
	}
	s.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if typeOf(plain(a)).user != nil {
			return NotImplemented, nil
		}
		return m.plainOp(op, plain(a), plain(b))
	}
	s.inplace = nil
	if base.unary != nil {
		s.unary = func(m *machine, op syntax.UnaryOperator, v Value) (Value, error) { return m.unaryOp(op, plain(v)) }
	}
	boxedItems(&s, base)
	return s
}

// boxedItems gives the slots of a boxed str or bytes what containers have.
func boxedItems(s *slots, base *Type) {
	if base.length == nil {
		return
	}
	s.length = func(m *machine, v Value) (int, error) { return base.length(m, plain(v)) }
	s.iter = func(m *machine, v Value) (iterator, error) { return base.iter(m, plain(v)) }
	s.contains = func(m *machine, v, item Value) (bool, error) { return base.contains(m, plain(v), item) }
	s.getItem = func(m *machine, v, key Value) (Value, error) { return base.getItem(m, plain(v), key) }
}

// plainOp is a binary operator of two values of which one was boxed.
func (m *machine) plainOp(op syntax.Operator, a, b Value) (Value, error) {
	if x, ok := a.(string); ok && op == syntax.Add {
		if y, ok := b.(string); ok {
			return m.concat(x, y)
		}
	}
	ta, tb := typeOf(a), typeOf(b)
	if ta.binary != nil {
		if v, err := ta.binary(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if tb.user == nil && tb.reverse != nil {
		return tb.reverse(m, op, a, b)
	}
	return NotImplemented, nil
}

// inherited gives the slots that the classes of the script below a type begin
// with.
func (t *Type) inherited() *slots {
	if t.below == nil {
		below := t.slots
		if t.boxes {
			below = boxedSlots(t)
		}
		t.below = &below
	}
	return t.below
}

// plainItems gives what a list or a tuple holds, if it is of no class below
// those, which may iterate otherwise.
func plainItems(v Value) ([]Value, bool) {
	switch v := v.(type) {
	case *list:
		return v.items, v.heir == nil
	case *tuple:
		return v.items, v.heir == nil
	}
	return nil, false
}
