package script

// own gives the place of an object's own attributes, nil if it has none but
// those of its type.
func own(v Value) **dict {
	var h *heir
	switch v := v.(type) {
	case *instance:
		return &v.attrs
	case *exception:
		return &v.attrs
	case *list:
		h = v.heir
	case *dict:
		h = v.heir
	case *tuple:
		h = v.heir
	case *set:
		h = v.heir
	case *partial:
		h = v.heir
	case *computed:
		h = v.heir
	case *boxed:
		h = &v.heir
	case interface{ place() **dict }:
		return v.place()
	}
	if h == nil {
		return nil
	}
	return &h.attrs
}

// str gives the value of a key that is a string, nil if it is not there.
func (d *dict) str(name string) Value {
	const few = 8 // entries that are faster looked through than hashed
	if len(d.entries) > few {
		v, _ := d.get(nil, name)
		return v
	}
	for i := range d.entries {
		if key, ok := d.entries[i].key.(string); ok && key == name {
			return d.entries[i].value
		}
	}
	return nil
}

// lookupInstance mirrors PyObject_GenericGetAttr and slot_tp_getattr_hook for
// an object of a class of the script.
func (m *machine) lookupInstance(t *Type, v Value, name string) (found Value, bound bool, err error) {
	if t.user.asked {
		got, err := m.callSpecial(v, "__getattribute__", name)
		return m.orGetattr(t, v, name, got, err)
	}
	found, bound, err = m.lookupGeneric(t, v, name)
	if err != nil && t.user.fallback {
		return m.orGetattr(t, v, name, found, err)
	}
	return found, bound, err
}

// lookupGeneric mirrors PyObject_GenericGetAttr.
func (m *machine) lookupGeneric(t *Type, v Value, name string) (found Value, bound bool, err error) {
	found = t.lookup(name)
	if isData(found) {
		got, err := m.bind(found, v, t)
		return got, false, err
	}
	if place := own(v); place != nil && *place != nil {
		if mine := (*place).str(name); mine != nil {
			return mine, false, nil
		}
	}
	switch f := found.(type) {
	case nil:
	case *function:
		return f, true, nil
	case *builtin:
		if b, ok := v.(*boxed); ok && f.of != nil {
			return &method{self: f.receiver(b), fn: f}, false, nil
		}
		return f, f.of != nil, nil
	default:
		got, err := m.bind(found, v, t)
		return got, false, err
	}
	if got, err := m.computedAttr(t, v, name); got != nil || err != nil {
		return got, false, err
	}
	if t.user.fallback {
		return nil, false, t.lacks(v, "'%s' object has no attribute '%s'", name)
	}
	return nil, false, m.noAttribute(v, name)
}

// orGetattr asks __getattr__ where an AttributeError was raised.
func (m *machine) orGetattr(t *Type, v Value, name string, got Value, err error) (Value, bool, error) {
	e := catchable(err)
	if e == nil || !e.cls.is(excTypes["AttributeError"]) || t.lookup("__getattr__") == nil {
		return got, false, err
	}
	got, err = m.callSpecial(v, "__getattr__", name)
	return got, false, err
}

// computedAttr gives the attributes that every object has, and those of the
// type in Go.
func (m *machine) computedAttr(t *Type, v Value, name string) (Value, error) {
	if t.getAttr != nil {
		if got, err := t.getAttr(m, v, name); got != nil || err != nil {
			return got, err
		}
	}
	switch name {
	case "__class__":
		return t, nil
	case "__module__":
		return t.user.moduleName(), nil
	case "__firstlineno__":
		return typeAttr(m, t, name)
	case "__doc__":
		return None, nil
	case "__dict__":
		return m.attributesOf(v)
	}
	return nil, nil
}

// attributesOf is v.__dict__; nil: there is none.
func (m *machine) attributesOf(v Value) (Value, error) {
	place := own(v)
	if place == nil || typeOf(v).user == nil || typeOf(v).user.noDict {
		return nil, nil
	}
	if *place == nil {
		*place = newDict()
	}
	return *place, nil
}

// isData says whether an attribute of a class comes before the object's own.
func isData(found Value) bool {
	switch f := found.(type) {
	case dataDescriptor:
		return true
	case *instance:
		return f.cls.user != nil && (f.cls.lookup("__set__") != nil || f.cls.lookup("__delete__") != nil)
	}
	return false
}

// setOwn mirrors PyObject_GenericSetAttr for an object of a class of the
// script; item nil: del.
func (m *machine) setOwn(v Value, name string, item Value) error {
	t := typeOf(v)
	switch found := t.lookup(name).(type) {
	case dataDescriptor:
		return found.set(m, v, item)
	case *instance:
		if isData(found) {
			if item == nil {
				_, err := m.callSpecial(found, "__delete__", v)
				return err
			}
			_, err := m.callSpecial(found, "__set__", v, item)
			return err
		}
	}
	switch v := v.(type) {
	case *exception:
		return v.setAttr(m, name, item)
	case *Type:
		if item == nil {
			return m.delClassAttr(v, name)
		}
		return setTypeAttr(m, v, name, item)
	}
	place := own(v)
	if name == "__dict__" && place != nil && t.user != nil && !t.user.noDict {
		d, ok := item.(*dict)
		if !ok && item != nil {
			return typeError("__dict__ must be set to a dictionary, not a '%s'", typeOf(item).name)
		}
		*place = d
		return nil
	}
	if place == nil || t.user == nil || name == "__class__" || name == "__dict__" {
		return unsupported("setting %s of a %s is", name, t.short())
	}
	if t.user.noDict && !t.hasSlot(name) {
		if t.lookup(name) != nil {
			return m.attributeError("'%s' object attribute '%s' is read-only", t.name, name)
		}
		return m.attributeError("'%s' object has no attribute '%s' and no __dict__ for setting new attributes", t.name, name)
	}
	if *place == nil {
		*place = newDict()
	}
	if item != nil {
		(*place).put(name, item)
		return m.charge(1)
	}
	if gone, err := (*place).remove(m, name); gone != nil || err != nil {
		return err
	}
	return m.attributeError("'%s' object has no attribute '%s'", t.name, name)
}

func (e *exception) setAttr(m *machine, name string, item Value) error {
	if done, err := e.setSpecial(name, item); done {
		return err
	}
	switch {
	case name == "args":
		if item == nil {
			return typeError("args may not be deleted")
		}
		items, err := m.collect(item)
		e.args = items
		return err
	case name == "__dict__":
		return unsupported("setting __dict__ is")
	case e.group != nil && (name == "message" || name == "exceptions"):
		return raise("AttributeError", "readonly attribute")
	case e.field(name) != nil && item != nil:
		if e.fields == nil {
			e.fields = map[string]Value{}
		}
		e.fields[name] = item
		return nil
	case item == nil:
		gone, err := e.dict().remove(m, name)
		if gone == nil && err == nil {
			return m.attributeError("'%s' object has no attribute '%s'", e.cls.name, name)
		}
		return err
	}
	e.dict().put(name, item)
	return m.charge(1)
}

// delClassAttr is del of an attribute of a class of the script.
func (m *machine) delClassAttr(of *Type, name string) error {
	if of.attrs[name] == nil {
		return m.attributeError("type object '%s' has no attribute '%s'", of.name, name)
	}
	if of.meta == enumMetaType && memberMap(of).str(name) != nil {
		return m.attributeError("%s cannot delete member %s.", reprString(of.short()), reprString(name))
	}
	of.setClassAttr(name, nil)
	return nil
}

// delAttr is del v.name.
func (m *machine) delAttr(v Value, name string) error {
	t := typeOf(v)
	if of, ok := v.(*Type); ok && of.user != nil {
		if t.user != nil && t.overrides("__delattr__") {
			return t.setAttr(m, v, name, nil)
		}
		return m.delClassAttr(of, name)
	}
	if e, ok := v.(*exception); ok && t.user == nil {
		return e.setAttr(m, name, nil)
	}
	switch v := v.(type) {
	case *function, *partial, *lruCache:
		if own(v) == nil || t.user == nil {
			return t.setAttr(m, v, name, nil)
		}
	case *Type:
		return setTypeAttr(m, v, name, None)
	}
	if t == namespaceType {
		return t.setAttr(m, v, name, nil)
	}
	if t.user == nil && t.setAttr != nil {
		return unsupported("deleting an attribute of a %s is", t.short())
	}
	if t.user == nil {
		return m.setAttr(v, name, None)
	}
	if t.overrides("__delattr__") {
		return t.setAttr(m, v, name, nil)
	}
	return m.setOwn(v, name, nil)
}
