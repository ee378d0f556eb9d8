package script

// A metaclass is how the classes of a type other than type are made and what
// they answer.
type metaclass struct {
	prepare func(m *machine, b *classBody) error                      // before the body runs; nil: nothing
	create  func(m *machine, b *classBody, self *cell) (*Type, error) // nil: newClass
	check   func(m *machine, v Value, t, of *Type) (bool, error)      // isinstance, and for a nil v issubclass; nil: by the line of bases
}

// A baseMaker is a value that may stand among the bases of a class and is no
// class: it has an __mro_entries__.
type baseMaker interface {
	// baseFor gives the class that stands for the value, nil for none.
	baseFor(m *machine, b *classBody) (*Type, error)
}

// prepare mirrors types.resolve_bases and types.prepare_class.
func (m *machine) prepare(b *classBody) error {
	if err := b.resolveBases(m); err != nil {
		return err
	}
	for i, k := range b.kw {
		if k.name != "metaclass" {
			continue
		}
		t, ok := k.v.(*Type)
		if !ok || !t.is(typeType) {
			return unsupported("this metaclass is")
		}
		b.kw = append(append([]kwarg(nil), b.kw[:i]...), b.kw[i+1:]...)
		b.meta = t
		break
	}
	for _, v := range b.bases {
		base, ok := v.(*Type)
		switch {
		case !ok || base.class() == b.class():
		case base.class().is(b.class()):
			b.meta = base.class()
		case !b.class().is(base.class()):
			return typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	if b.meta == typeType {
		b.meta = nil
	}
	if b.meta != nil && b.meta.rules.prepare != nil {
		return b.meta.rules.prepare(m, b)
	}
	return nil
}

// class gives the metaclass.
func (b *classBody) class() *Type {
	if b.meta == nil {
		return typeType
	}
	return b.meta
}

// resolveBases puts classes where the bases are other values.
func (b *classBody) resolveBases(m *machine) error {
	var all []Value
	for i, v := range b.bases {
		hook, err := m.mroHook(v)
		if err != nil {
			return err
		}
		maker, ok := v.(baseMaker)
		if !ok && hook == nil {
			if b.given != nil {
				all = append(all, v)
			}
			continue
		}
		if b.given == nil {
			b.given = newTuple(b.bases...)
			all = append(all, b.bases[:i]...)
		}
		if hook != nil {
			bases, err := m.call(hook, positional(b.given))
			if err != nil {
				return err
			}
			t, ok := bases.(*tuple)
			if !ok {
				return typeError("__mro_entries__ must return a tuple")
			}
			all = append(all, t.items...)
			continue
		}
		base, err := maker.baseFor(m, b)
		if err != nil {
			return err
		}
		if base != nil {
			all = append(all, base)
		}
	}
	if b.given != nil {
		b.bases = all
	}
	return nil
}

// mroHook gives the __mro_entries__ of a base that is no class, nil if it has
// none.
func (m *machine) mroHook(v Value) (Value, error) {
	switch v := v.(type) {
	case *instance:
		return m.special(v, "__mro_entries__")
	case *function:
		if v.attrs != nil {
			return v.attrs.str("__mro_entries__"), nil
		}
	}
	return nil, nil
}

// checkHook asks an object that stands for a class, as typing's do.
func (m *machine) checkHook(v Value, of *instance, fn string) (bool, error) {
	name := "__subclasscheck__"
	if fn == "isinstance" {
		name = "__instancecheck__"
	}
	if of.cls.lookup(name) == nil {
		return false, notClasses(fn)
	}
	answer, err := m.callSpecial(of, name, v)
	if err != nil {
		return false, err
	}
	return m.truth(answer)
}

// create makes the class of a body that has run.
func (m *machine) create(b *classBody, self *cell) (*Type, error) {
	if b.meta != nil && b.meta.rules.create != nil {
		return b.meta.rules.create(m, b, self)
	}
	return m.newClass(b, self)
}
