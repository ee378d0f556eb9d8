package script

import (
	"slices"

	"loopscope/sched/script/syntax"
)

// typingModule has what typing, which is in Python, takes from Go.
func typingModule() *module {
	mod := newModule("_typing", []*builtin{
		inC("has_default", func(_ *machine, a args) (Value, error) {
			v, ok := a.pos[0].(*typeVar)
			return ok && v.hasDefault(), nil
		}),
		inC("abc_check", func(m *machine, a args) (Value, error) {
			return checkABC(m, nil, a.pos[1].(*Type), a.pos[0].(*Type))
		}),
		inC("get_static", getStatic), inC("evaluate", evaluateText), inC("new_class", newPlainClass), inC("with_base", withBase),
		inC("is_expression", func(_ *machine, a args) (Value, error) {
			_, err := parseExpression(a.pos[0].(string))
			return err == nil, nil
		}),
		{name: "_idfunc", fn: func(_ *machine, _ Value, a args) (Value, error) {
			if len(a.pos) != 1 || len(a.kw) > 0 {
				return nil, typeError("_typing._idfunc() takes exactly one argument (%d given)", len(a.pos))
			}
			return a.pos[0], nil
		}},
		{name: "make_meta", fn: func(m *machine, _ Value, a args) (Value, error) { return makeMeta(a) }},
	})
	for name, t := range map[string]*Type{"TypeVar": typeVarType, "ParamSpec": paramSpecType, "TypeVarTuple": typeVarTupleType,
		"ParamSpecArgs": paramSpecArgsType, "ParamSpecKwargs": paramSpecKwargsType,
		"TypeAliasType": typeAliasType} {
		mod.attrs[name] = t
	}
	mod.attrs["NoDefault"] = noDefault{}
	return mod
}

// makeMeta makes a metaclass of a name, a base and functions: before(name,
// bases) and after(class) are called around the making of a class; replace(name,
// bases, namespace, keywords) gives the class, or None; check(class, (object,)
// or None, type) is isinstance and issubclass; repr(class) gives a text or
// None; call is called in place of the class; without_cell, where it is given,
// says that replace makes classes whose methods cannot call super().
func makeMeta(a args) (Value, error) {
	base := a.pos[1].(*Type)
	t := &Type{name: a.pos[0].(string), base: base, attrs: map[string]Value{}}
	t.inherit()
	rules := metaclass{}
	if base.rules != nil {
		rules = *base.rules
	}
	hooks := map[string]Value{}
	for _, k := range a.kw {
		hooks[k.name] = k.v
	}
	create := rules.create
	if create == nil {
		create = (*machine).newClass
	}
	rules.create = func(m *machine, b *classBody, self *cell) (*Type, error) {
		return m.createHooked(b, self, hooks, create)
	}
	if check := hooks["check"]; check != nil {
		rules.check = func(m *machine, v Value, c, of *Type) (bool, error) {
			var object Value = None
			if v != nil {
				object = newTuple(v)
			}
			answer, err := m.call(check, positional(of, object, c))
			if err != nil {
				return false, err
			}
			return m.truth(answer)
		}
	}
	if show := hooks["repr"]; show != nil {
		t.repr = func(m *machine, v Value) (string, error) {
			text, err := m.call(show, positional(v))
			if s, ok := text.(string); ok || err != nil {
				return s, err
			}
			return reprType(m, v)
		}
	}
	if call := hooks["call"]; call != nil {
		t.call = func(m *machine, _ Value, a args) (Value, error) { return m.call(call, a) }
	}
	t.rules = &rules
	return t, nil
}

func (m *machine) createHooked(b *classBody, self *cell, hooks map[string]Value, create func(*machine, *classBody, *cell) (*Type, error)) (*Type, error) {
	bases := newTuple(b.bases...)
	if before := hooks["before"]; before != nil {
		if _, err := m.call(before, positional(b.name, bases)); err != nil {
			return nil, err
		}
	}
	if replace := hooks["replace"]; replace != nil {
		made, err := m.call(replace, positional(b.name, bases, b.namespace(), b.keywords()))
		if err != nil {
			return nil, err
		}
		if t, ok := made.(*Type); ok {
			if self != nil && hooks["without_cell"] != nil {
				text, err := m.repr(t)
				if err != nil {
					return nil, err
				}
				return nil, raise("RuntimeError", "__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", b.name, text)
			}
			if self != nil {
				self.v = t
			}
			return t, nil
		}
	}
	t, err := create(m, b, self)
	if after := hooks["after"]; after != nil && err == nil {
		_, err = m.call(after, positional(t))
	}
	return t, err
}

// namespace gives what the body has bound.
func (b *classBody) namespace() *dict {
	ns := newDict()
	ns.put("__qualname__", b.qualname)
	for _, name := range b.names {
		ns.put(name, b.attrs[name])
	}
	if b.given != nil {
		ns.put("__orig_bases__", b.given)
	}
	return ns
}

func (b *classBody) keywords() *dict {
	kw := newDict()
	for _, k := range b.kw {
		kw.put(k.name, k.v)
	}
	return kw
}

// newPlainClass makes a class of a metaclass, a name, and maybe bases and a
// namespace, without asking the metaclass.
func newPlainClass(m *machine, a args) (Value, error) {
	name := a.pos[1].(string)
	b := &classBody{name: name, qualname: name, attrs: map[string]Value{}, meta: a.pos[0].(*Type)}
	if len(a.pos) == 2 {
		b.module = "typing"
	} else {
		b.bases = a.pos[2].(*tuple).items
		for _, e := range a.pos[3].(*dict).entries {
			switch key, _ := e.key.(string); key {
			case "":
			case "__qualname__":
				b.qualname = e.value.(string)
			default:
				b.set(key, e.value)
			}
		}
	}
	return m.newClass(b, nil)
}

// getStatic mirrors inspect.getattr_static: no descriptor is asked.
func getStatic(m *machine, a args) (Value, error) {
	name := a.pos[1].(string)
	if place := own(a.pos[0]); place != nil && *place != nil {
		if v := (*place).str(name); v != nil {
			return v, nil
		}
	}
	if t, ok := a.pos[0].(*Type); ok {
		if v := t.lookup(name); v != nil {
			return v, nil
		}
	}
	t := typeOf(a.pos[0])
	if v := t.lookup(name); v != nil {
		return v, nil
	}
	if t.user == nil {
		return m.getAttr(a.pos[0], name)
	}
	if t.hasSlot(name) {
		return m.getAttr(a.pos[0], name)
	}
	return nil, m.attributeError("%s", name)
}

// parseExpression reads an annotation that is a string.
func parseExpression(text string) (syntax.Expr, error) {
	if tree, err := syntax.Parse("<string>", []byte(text)); err == nil && len(tree.Body) == 1 {
		if s, ok := tree.Body[0].(*syntax.ExprStmt); ok {
			return s.Value, nil
		}
	}
	return nil, raise("SyntaxError", "Forward reference must be an expression -- got %s", reprString(text))
}

// evaluateText computes an annotation that is a string: its text and the
// namespaces of its names, of which None is the script's.
func evaluateText(m *machine, a args) (Value, error) {
	e, err := parseExpression(a.pos[0].(string))
	if err != nil {
		return nil, err
	}
	return m.evaluate(e, a.pos[1:])
}

// evaluate computes what annotations are made of.
func (m *machine) evaluate(e syntax.Expr, spaces []Value) (Value, error) {
	all := func(exprs []syntax.Expr) ([]Value, error) {
		items := make([]Value, len(exprs))
		for i, e := range exprs {
			var err error
			if items[i], err = m.evaluate(e, spaces); err != nil {
				return nil, err
			}
		}
		return items, nil
	}
	switch e := e.(type) {
	case *syntax.Constant:
		return constantValue(e), nil
	case *syntax.Name:
		return m.named(e.ID, spaces)
	case *syntax.Attribute:
		of, err := m.evaluate(e.Value, spaces)
		if err != nil {
			return nil, err
		}
		return m.getAttr(of, e.Attr)
	case *syntax.Subscript:
		of, err := m.evaluate(e.Value, spaces)
		if err != nil {
			return nil, err
		}
		key, err := m.evaluate(e.Slice, spaces)
		if err != nil {
			return nil, err
		}
		return m.getItem(of, key)
	case *syntax.Tuple:
		items, err := all(e.Elts)
		return newTuple(items...), err
	case *syntax.List:
		items, err := all(e.Elts)
		return newList(items...), err
	case *syntax.BinOp:
		items, err := all([]syntax.Expr{e.Left, e.Right})
		if err != nil {
			return nil, err
		}
		return m.binaryOp(e.Op, items[0], items[1])
	}
	return nil, unsupported("evaluating this annotation is")
}

// named looks up a name of an annotation.
func (m *machine) named(name string, spaces []Value) (Value, error) {
	for _, space := range spaces {
		if space == None {
			if i := slices.Index(m.names, name); i >= 0 && m.globals[i] != nil {
				return m.globals[i], nil
			}
			continue
		}
		in, err := m.contains(space, name)
		if err != nil {
			return nil, err
		}
		if in {
			return m.getItem(space, name)
		}
	}
	if v := builtins[name]; v != nil {
		return v, nil
	}
	return nil, raise("NameError", "name '%s' is not defined", name)
}

// withBase gives a class one more base, its last, which has none of its own.
func withBase(_ *machine, a args) (Value, error) {
	t, base := a.pos[0].(*Type), a.pos[1].(*Type)
	t.user.bases = append(t.user.bases, base)
	t.mro = slices.Insert(t.mro, len(t.mro)-1, base)
	return None, nil
}

// A noDefault is typing.NoDefault.
type noDefault struct{}

var noDefaultType = newType("NoDefaultType")

func (noDefault) class() *Type { return noDefaultType }

func setupNoDefault(t *Type) {
	t.repr = func(*machine, Value) (string, error) { return "typing.NoDefault", nil }
}
