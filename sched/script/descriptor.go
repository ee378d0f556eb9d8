package script

// A descriptor is an attribute of a class that decides what looking it up
// gives; self is nil where it is looked up on the class.
type descriptor interface {
	get(m *machine, self Value, owner *Type) (Value, error)
}

// A dataDescriptor comes before an object's own attributes, and decides what
// setting it does; item nil: del.
type dataDescriptor interface {
	descriptor
	set(m *machine, self, item Value) error
}

// The descriptors that a script makes.
type (
	staticMethod struct{ fn Value }
	classMethod  struct{ fn Value }

	// A computed is what property() gives.
	computed struct {
		getter, setter, deleter Value // None: it has none
		name                    string
	}
)

var (
	staticMethodType = newType("staticmethod")
	classMethodType  = newType("classmethod")
	computedType     = newType("property")
	superType        = newType("super")
)

func (*staticMethod) class() *Type { return staticMethodType }
func (*classMethod) class() *Type  { return classMethodType }
func (*computed) class() *Type     { return computedType }
func (*superObject) class() *Type  { return superType }

func (d *staticMethod) get(*machine, Value, *Type) (Value, error) { return d.fn, nil }

func (d *classMethod) get(_ *machine, _ Value, owner *Type) (Value, error) {
	return &method{self: owner, fn: d.fn}, nil
}

func (d *computed) get(m *machine, self Value, _ *Type) (Value, error) {
	if self == nil {
		return d, nil
	}
	if d.getter == None {
		return nil, m.attributeError("property '%s' of '%s' object has no getter", d.name, typeOf(self).short())
	}
	return m.call(d.getter, positional(self))
}

func (d *computed) set(m *machine, self, item Value) error {
	fn, what, pos := d.setter, "setter", []Value{self, item}
	if item == nil {
		fn, what, pos = d.deleter, "deleter", pos[:1]
	}
	if fn == None {
		return m.attributeError("property '%s' of '%s' object has no %s", d.name, typeOf(self).short(), what)
	}
	_, err := m.call(fn, args{pos: pos})
	return err
}

func setupStaticMethod(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("staticmethod", 1, 1); err != nil {
			return nil, err
		}
		return &staticMethod{fn: a.pos[0]}, nil
	}
	t.call = func(m *machine, v Value, a args) (Value, error) { return m.call(v.(*staticMethod).fn, a) }
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		return wrappedAttr(v.(*staticMethod).fn, name), nil
	}
}

func setupClassMethod(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("classmethod", 1, 1); err != nil {
			return nil, err
		}
		return &classMethod{fn: a.pos[0]}, nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		return wrappedAttr(v.(*classMethod).fn, name), nil
	}
}

func wrappedAttr(fn Value, name string) Value {
	if name == "__func__" || name == "__wrapped__" {
		return fn
	}
	return nil
}

var propertySignature = newSignature("property", "fget=None, fset=None, fdel=None, doc=None")

func setupComputed(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		var v [4]Value
		if err := propertySignature.bind(v[:], a, propertySignature.defaults, nil); err != nil {
			return nil, err
		}
		d := &computed{getter: v[0], setter: v[1], deleter: v[2]}
		if f, ok := v[0].(*function); ok {
			d.name = f.name
		}
		return d, nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		d := v.(*computed)
		switch name {
		case "fget":
			return d.getter, nil
		case "fset":
			return d.setter, nil
		case "fdel":
			return d.deleter, nil
		}
		return nil, nil
	}
	change := func(set func(d *computed, fn Value)) nativeFn {
		return func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("property", 1, 1); err != nil {
				return nil, err
			}
			d := *self.(*computed)
			set(&d, a.pos[0])
			return &d, nil
		}
	}
	t.methods(map[string]nativeFn{
		"getter":  change(func(d *computed, fn Value) { d.getter = fn }),
		"setter":  change(func(d *computed, fn Value) { d.setter = fn }),
		"deleter": change(func(d *computed, fn Value) { d.deleter = fn }),
	})
}

// A superObject is what super() gives: attributes of self from the classes
// that come after cls.
type superObject struct {
	cls  *Type
	self Value
	of   *Type // whose line of bases counts: self's type, or self if that is a class
}

func setupSuper(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if len(a.pos) == 0 {
			return nil, raise("RuntimeError", "super(): no arguments")
		}
		if len(a.pos) != 2 {
			return nil, unsupported("super() with one argument is")
		}
		cls, ok := a.pos[0].(*Type)
		if !ok {
			return nil, typeError("super() argument 1 must be a type, not %s", typeOf(a.pos[0]).name)
		}
		return newSuper(cls, a.pos[1])
	}
	t.repr = func(m *machine, v Value) (string, error) {
		s := v.(*superObject)
		return "<super: <class '" + s.cls.name + "'>, <" + s.of.name + " object>>", nil
	}
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		return m.superAttr(v.(*superObject), name)
	}
}

// newSuper mirrors supercheck.
func newSuper(cls *Type, self Value) (Value, error) {
	if t, ok := self.(*Type); ok && t.is(cls) {
		return &superObject{cls: cls, self: self, of: t}, nil
	}
	if t := typeOf(self); t.is(cls) {
		return &superObject{cls: cls, self: self, of: t}, nil
	}
	return nil, typeError("super(type, obj): obj (instance of %s) is not an instance or subtype of type (%s).", typeOf(self).name, cls.name)
}

// superAttr mirrors super_getattro; nil: none of the classes has it.
func (m *machine) superAttr(s *superObject, name string) (Value, error) {
	passed := false
	for _, c := range s.of.mro {
		if found := c.attrs[name]; passed && found != nil {
			self := s.self
			if self == Value(s.of) {
				self = nil
			}
			return m.bind(found, self, s.of)
		}
		passed = passed || c == s.cls
	}
	return nil, nil
}

// bind gives what looking up an attribute of a class gives; self nil: it was
// looked up on the class itself.
func (m *machine) bind(found, self Value, owner *Type) (Value, error) {
	switch f := found.(type) {
	case *function:
		if self != nil {
			return &method{self: self, fn: f}, nil
		}
	case *builtin:
		if self != nil && f.of != nil {
			return &method{self: self, fn: f}, nil
		}
	case *property:
		if self != nil {
			return f.get(m, self)
		}
	case descriptor:
		return f.get(m, self, owner)
	case *instance:
		if f.cls.user != nil && f.cls.lookup("__get__") != nil {
			if self == nil {
				self = None
			}
			return m.callSpecial(f, "__get__", self, owner)
		}
	}
	return found, nil
}
