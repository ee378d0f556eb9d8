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
		doc                     Value // nil: the getter's
		heir                    *heir
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
func (d *computed) class() *Type   { return d.heir.classOf(computedType) }
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
	reprWrapped(t, func(v Value) Value { return v.(*staticMethod).fn })
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("staticmethod", 1, 1); err != nil {
			return nil, err
		}
		return &staticMethod{fn: a.pos[0]}, nil
	}
	t.descriptorMethods()
	t.call = func(m *machine, v Value, a args) (Value, error) { return m.call(v.(*staticMethod).fn, a) }
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		return wrappedAttr(v.(*staticMethod).fn, name), nil
	}
}

func setupClassMethod(t *Type) {
	reprWrapped(t, func(v Value) Value { return v.(*classMethod).fn })
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("classmethod", 1, 1); err != nil {
			return nil, err
		}
		return &classMethod{fn: a.pos[0]}, nil
	}
	t.descriptorMethods()
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		return wrappedAttr(v.(*classMethod).fn, name), nil
	}
}

// reprWrapped is the repr of a staticmethod or a classmethod.
func reprWrapped(t *Type, fn func(Value) Value) {
	t.repr = func(m *machine, v Value) (string, error) {
		text, err := m.repr(fn(v))
		return "<" + t.name + "(" + text + ")>", err
	}
}

func wrappedAttr(fn Value, name string) Value {
	if name == "__func__" || name == "__wrapped__" {
		return fn
	}
	return nil
}

// init takes the getter, setter, deleter and docstring.
func (d *computed) init(v []Value) {
	d.getter, d.setter, d.deleter = v[0], v[1], v[2]
	if f, ok := v[0].(*function); ok {
		d.name = f.name
	}
	if v[3] != None {
		d.doc = v[3]
	}
}

var propertySignature = newSignature("property", "fget=None, fset=None, fdel=None, doc=None")

func setupComputed(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		var v [4]Value
		if err := propertySignature.bind(v[:], a, propertySignature.defaults, nil); err != nil {
			return nil, err
		}
		d := &computed{}
		d.init(v[:])
		return d, nil
	}
	t.descriptorMethods()
	t.alloc = func(_ *machine, cls *Type, _ args) (Value, error) {
		return &computed{getter: None, setter: None, deleter: None, heir: heirOf(cls, t)}, nil
	}
	t.attrs["__init__"] = initBy(t, func(_ *machine, self Value, a args) error {
		var v [4]Value
		err := propertySignature.bind(v[:], a, propertySignature.defaults, nil)
		self.(*computed).init(v[:])
		return err
	})
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		d := v.(*computed)
		switch name {
		case "fget":
			return d.getter, nil
		case "fset":
			return d.setter, nil
		case "fdel":
			return d.deleter, nil
		case "__doc__":
			return d.docstring(), nil
		case "__name__":
			if d.name != "" {
				return d.name, nil
			}
		}
		return nil, nil
	}
	t.attrs["__set_name__"] = &builtin{name: "__set_name__", of: t, fn: func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("__set_name__", 2, 2); err != nil {
			return nil, err
		}
		if name, ok := asStr(a.pos[1]); ok {
			self.(*computed).name = name
		}
		return None, nil
	}}
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

// docstring is what __doc__ of a property gives.
func (d *computed) docstring() Value {
	if d.doc != nil {
		return d.doc
	}
	if f, ok := d.getter.(*function); ok {
		return f.doc
	}
	return None
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

// descriptorMethods gives a type of descriptors __get__, and those that are
// data __set__ and __delete__.
func (t *Type) descriptorMethods() {
	t.methods(map[string]nativeFn{"__get__": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("__get__", 1, 2); err != nil {
			return nil, err
		}
		object := a.pos[0]
		owner, _ := a.at(1, None).(*Type)
		switch {
		case owner == nil && object == None:
			return nil, typeError("__get__(None, None) is invalid")
		case owner == nil:
			owner = typeOf(object)
		}
		if object == None && owner != noneType {
			object = nil
		}
		if d, ok := self.(descriptor); ok {
			return d.get(m, object, owner)
		}
		return m.bind(self, object, owner)
	}})
	if t != computedType {
		return
	}
	t.methods(map[string]nativeFn{
		"__set__": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("__set__", 2, 2); err != nil {
				return nil, err
			}
			return None, self.(*computed).set(m, a.pos[0], a.pos[1])
		},
		"__delete__": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("__delete__", 1, 1); err != nil {
				return nil, err
			}
			return None, self.(*computed).set(m, a.pos[0], nil)
		},
	})
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
			return &method{self: f.receiver(self), fn: f}, nil
		}
	case *property:
		if self != nil {
			return f.get(m, plain(self))
		}
	case descriptor:
		if d, ok := f.(*computed); ok && d.heir != nil && d.heir.cls.overrides("__get__") {
			return m.callGet(f, self, owner)
		}
		return f.get(m, self, owner)
	case *instance:
		if f.cls.user != nil && f.cls.lookup("__get__") != nil {
			return m.callGet(f, self, owner)
		}
	}
	return found, nil
}

// callGet calls __get__ of a descriptor of the script.
func (m *machine) callGet(d, self Value, owner *Type) (Value, error) {
	if self == nil {
		self = None
	}
	return m.callSpecial(d, "__get__", self, owner)
}
