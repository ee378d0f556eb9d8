package script

// getAttr is v.name.
func (m *machine) getAttr(v Value, name string) (Value, error) {
	found, bound, err := m.lookup(v, name)
	if err != nil {
		return nil, err
	}
	if bound {
		return &method{self: v, fn: found}, nil
	}
	return found, nil
}

// lookup mirrors PyObject_GetAttr; bound says that what was found is a method
// of v's type, which the caller binds or calls at once.
func (m *machine) lookup(v Value, name string) (found Value, bound bool, err error) {
	if found, bound, err = m.find(v, name); err != nil {
		askedFor(err, v, name)
	}
	return found, bound, err
}

// askedFor mirrors _PyObject_SetAttributeErrorContext: an AttributeError that
// does not know what was asked for what is told.
func askedFor(err error, v Value, name string) {
	e := catchable(err)
	if e == nil || !e.cls.is(excTypes["AttributeError"]) || e.fields["name"] != nil || e.fields["obj"] != nil {
		return
	}
	if e.fields == nil {
		e.fields = map[string]Value{}
	}
	e.fields["name"], e.fields["obj"] = name, v
}

// find mirrors PyObject_GenericGetAttr.
func (m *machine) find(v Value, name string) (found Value, bound bool, err error) {
	t := typeOf(v)
	if t.user != nil {
		if cls, ok := v.(*Type); ok {
			return m.lookupClass(t, cls, name)
		}
		return m.lookupInstance(t, v, name)
	}
	if t.getAttr != nil {
		if found, err := t.getAttr(m, v, name); found != nil || err != nil {
			return found, false, err
		}
	}
	switch found := t.lookup(name).(type) {
	case nil:
	case *property:
		v, err := found.get(m, v)
		return v, false, err
	case *builtin:
		return found, found.of != nil, nil
	case *function:
		return found, true, nil
	case descriptor:
		got, err := m.bind(found, v, t)
		return got, false, err
	default:
		return found, false, nil
	}
	switch name {
	case "__class__":
		return t, false, nil
	case "__doc__":
		if t == noneType {
			return None, false, nil
		}
	}
	return nil, false, m.noAttribute(v, name)
}

// special mirrors _PyObject_LookupSpecial: a method that is looked up on the
// type alone, bound to v; nil if there is none.
func (m *machine) special(v Value, name string) (Value, error) {
	t := typeOf(v)
	found := t.lookup(name)
	switch found.(type) {
	case nil:
		return nil, nil
	case *builtin, *function:
		if b, ok := found.(*builtin); ok {
			v = b.receiver(v)
		}
		return &method{self: v, fn: found}, nil
	}
	return m.bind(found, v, t)
}

// callSpecial calls a special method, which must be there.
func (m *machine) callSpecial(v Value, name string, pos ...Value) (Value, error) {
	if f, ok := typeOf(v).lookup(name).(*function); ok {
		return m.callFunction(f, args{pos: append([]Value{v}, pos...)})
	}
	fn, err := m.special(v, name)
	if err != nil {
		return nil, err
	}
	if fn == nil {
		return nil, raise("AttributeError", "%s", name) // as lookup_method in Objects/typeobject.c
	}
	return m.call(fn, args{pos: pos})
}

// noAttribute is the error of an attribute that is not there: what CPython has
// and the engine does not is no AttributeError.
func (m *machine) noAttribute(v Value, name string) error {
	t := typeOf(v)
	if mod, ok := v.(*module); ok {
		if knownMissing(mod.name, name) {
			return unsupported("%s.%s is", mod.name, name)
		}
		err := m.attributeError("module '%s' has no attribute '%s'", mod.name, name)
		askedFor(err, v, name)
		return err
	}
	owner := t
	if of, ok := v.(*Type); ok {
		owner = of
	}
	for _, c := range owner.mro {
		if c.user == nil && knownMissing(c.short(), name) {
			return unsupported("%s.%s is", c.short(), name)
		}
		if c.user != nil && c.user.module != "" && knownMissing(c.fullName(), name) {
			return unsupported("%s.%s is", c.fullName(), name)
		}
	}
	if of, ok := v.(*Type); ok {
		return of.lacks(v, "type object '%s' has no attribute '%s'", name)
	}
	return t.lacks(v, "'%s' object has no attribute '%s'", name)
}

// lacks makes an AttributeError that knows what was asked for what.
func (t *Type) lacks(v Value, format, name string) error {
	e := raise("AttributeError", format, t.name, name)
	e.fields = map[string]Value{"name": name, "obj": v}
	return e
}

func (m *machine) attributeError(format string, a ...any) error {
	return raise("AttributeError", format, a...)
}

// setAttr is v.name = item.
func (m *machine) setAttr(v Value, name string, item Value) error {
	t := typeOf(v)
	switch v.(type) {
	case *future:
		return unsupported("setting an attribute of a %s is", t.short())
	}
	if t.user != nil && !t.overrides("__setattr__") {
		return m.setOwn(v, name, item)
	}
	if t.setAttr != nil {
		return t.setAttr(m, v, name, item)
	}
	switch t.lookup(name).(type) {
	case nil:
	case *property:
		return raise("AttributeError", "attribute '%s' of '%s' objects is not writable", name, t.name)
	default:
		return raise("AttributeError", "'%s' object attribute '%s' is read-only", t.name, name)
	}
	if knownMissing(t.short(), name) {
		return unsupported("%s.%s is", t.short(), name)
	}
	return raise("AttributeError", "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", t.name, name)
}
