package script

// This file is the metaclasses of scripts: classes below type, which make
// classes by their __new__, __init__ and __call__, and say what those answer.

// allocClass mirrors type_new: a call of type.__new__ after the metaclass.
func allocClass(m *machine, meta *Type, a args) (Value, error) {
	if n := len(a.pos); n != 3 {
		return nil, typeError("type.__new__() takes exactly 3 arguments (%d given)", n)
	}
	return m.typeOfThree(meta, a)
}

// metaMethods are the methods of type that a metaclass calls by super().
func metaMethods(t *Type) {
	t.methods(map[string]nativeFn{
		"__init__": func(_ *machine, self Value, a args) (Value, error) {
			if n := len(a.pos); n != 1 && n != 3 {
				return nil, typeError("type.__init__() takes 1 or 3 arguments")
			}
			return None, nil
		},
		"__instancecheck__": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("type.__instancecheck__", 1, 1); err != nil {
				return nil, err
			}
			return m.plainCheck(a.pos[0], typeOf(a.pos[0]), self.(*Type))
		},
		"__subclasscheck__": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("type.__subclasscheck__", 1, 1); err != nil {
				return nil, err
			}
			t, ok := a.pos[0].(*Type)
			if !ok {
				return nil, typeError("issubclass() arg 1 must be a class")
			}
			return m.plainCheck(nil, t, self.(*Type))
		},
	})
	t.attrs["__prepare__"] = &classMethod{fn: inC("__prepare__", func(*machine, args) (Value, error) { return newDict(), nil })}
}

// plainCheck is isinstance, or for a nil v issubclass, as the metaclass in Go
// decides it.
func (m *machine) plainCheck(v Value, t, of *Type) (Value, error) {
	if of.meta != nil && of.meta.solid() == abcMetaType {
		return checkABC(m, v, t, of)
	}
	return t.is(of), nil
}

// setMeta gives a class that is a metaclass the rules of the classes it makes.
func (t *Type) setMeta() {
	if !t.is(typeType) {
		return
	}
	t.rules = &metaclass{}
	if base := t.solid().rules; base != nil {
		*t.rules = *base
	}
	if t.lookup("__prepare__") != typeType.attrs["__prepare__"] {
		t.rules.prepare = prepareSpecial
	}
	if t.overrides("__instancecheck__") || t.overrides("__subclasscheck__") {
		t.rules.check = checkSpecial
	}
}

// checkSpecial mirrors object_isinstance and object_issubclass for a class
// whose metaclass has hooks for them.
func checkSpecial(m *machine, v Value, t, of *Type) (bool, error) {
	name, arg := "__subclasscheck__", Value(t)
	if v != nil {
		if t == of {
			return true, nil
		}
		name, arg = "__instancecheck__", v
	}
	answer, err := m.callSpecial(of, name, arg)
	if err != nil {
		return false, err
	}
	return m.truth(answer)
}

// prepareSpecial calls the __prepare__ of a metaclass. What it gives sees each
// name that the body binds, but not how the body looks names up.
func prepareSpecial(m *machine, b *classBody) error {
	hook, err := m.bind(b.meta.lookup("__prepare__"), nil, b.meta)
	if err != nil {
		return err
	}
	made, err := m.call(hook, args{pos: []Value{b.name, newTuple(b.bases...)}, kw: b.kw})
	if err != nil {
		return err
	}
	ns, ok := made.(*dict)
	if !ok {
		if typeOf(made).getItem == nil {
			return typeError("%s.__prepare__() must return a mapping, not %s", b.meta.name, typeOf(made).name)
		}
		return unsupported("a __prepare__ that gives a %s is", typeOf(made).short())
	}
	if t := typeOf(ns); t.overrides("__getitem__") || t.lookup("__missing__") != nil {
		return unsupported("a __prepare__ that gives a %s is", t.short())
	}
	b.space = ns
	for _, e := range ns.entries {
		if name, ok := e.key.(string); ok {
			b.set(name, e.value)
		}
	}
	b.assign = func(m *machine, _ *classBody, name string, v Value) (Value, error) { return v, m.setItem(ns, name, v) }
	return anyError(m.setItem(ns, "__module__", b.moduleText()), m.setItem(ns, "__qualname__", b.qualname))
}

func (b *classBody) moduleText() string {
	if b.module != "" {
		return b.module
	}
	return "__main__"
}

// createSpecial makes a class by calling its metaclass, as
// __build_class__ does.
func (m *machine) createSpecial(b *classBody, self *cell, line int32) (Value, error) {
	if b.meta.lookup("mro") != nil {
		return nil, unsupported("a metaclass with an mro of its own is")
	}
	ns, ok := b.space.(*dict)
	if !ok {
		ns = newDict()
		ns.put("__module__", b.moduleText())
		ns.put("__qualname__", b.qualname)
		ns.put("__firstlineno__", integer(int64(line)))
	}
	if doc := b.attrs["__doc__"]; doc != None {
		ns.put("__doc__", doc)
	}
	for _, name := range b.names {
		if v := b.attrs[name]; v != nil && name != "__doc__" {
			ns.put(name, v)
		}
	}
	ns.put("__static_attributes__", newTuple())
	if self != nil {
		ns.put("__classcell__", self)
	}
	if b.given != nil {
		ns.put("__orig_bases__", b.given)
	}
	made, err := m.call(b.meta, args{pos: []Value{b.name, newTuple(b.bases...), ns}, kw: b.kw})
	if err != nil {
		return nil, err
	}
	if _, ok := made.(*Type); ok && self != nil && self.v == nil {
		return nil, raise("RuntimeError", "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", reprString(b.name), m.shortOf(made))
	}
	return made, nil
}

func (m *machine) shortOf(v Value) string {
	text, err := m.repr(v)
	if err != nil {
		return "<class>"
	}
	return text
}

// lookupClass mirrors type_getattro for a class with a metaclass of the
// script.
func (m *machine) lookupClass(meta, cls *Type, name string) (found Value, bound bool, err error) {
	if meta.user.asked {
		got, err := m.callSpecial(cls, "__getattribute__", name)
		return m.orGetattr(meta, cls, name, got, err)
	}
	found, bound, err = m.lookupInClass(meta, cls, name)
	if err != nil && meta.user.fallback {
		return m.orGetattr(meta, cls, name, found, err)
	}
	return found, bound, err
}

// lookupInClass is lookupClass without the hooks for all attributes.
func (m *machine) lookupInClass(meta, cls *Type, name string) (found Value, bound bool, err error) {
	found = meta.lookup(name)
	if isData(found) {
		got, err := m.bind(found, cls, meta)
		return got, false, err
	}
	if got, err := typeAttr(m, cls, name); got != nil || err != nil {
		return got, false, err
	}
	switch f := found.(type) {
	case nil:
	case *function:
		return f, true, nil
	case *builtin:
		return f, f.of != nil, nil
	default:
		got, err := m.bind(found, cls, meta)
		return got, false, err
	}
	if name == "__class__" {
		return meta, false, nil
	}
	return nil, false, m.noAttribute(cls, name)
}
