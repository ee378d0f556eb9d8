package script

import (
	"maps"
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// typeAttr mirrors type.__getattribute__ for classes without metaclasses.
func typeAttr(m *machine, v Value, name string) (Value, error) {
	t := v.(*Type)
	switch name {
	case "__name__":
		return t.short(), nil
	case "__qualname__":
		if t.user != nil {
			return t.user.qualname, nil
		}
		return t.short(), nil
	case "__module__":
		if t.user != nil {
			return t.user.moduleName(), nil
		}
		full := t.fullName()
		if i := strings.LastIndexByte(full, '.'); i >= 0 {
			return full[:i], nil
		}
		return "builtins", nil
	case "__firstlineno__":
		if t.user != nil && t.user.line > 0 {
			return integer(int64(t.user.line)), nil
		}
	case "__mro__":
		return typesTuple(t.mro), nil
	case "mro":
		return &method{self: t, fn: mroMethod}, nil
	case "__subclasses__":
		return &method{self: t, fn: subclassesMethod}, nil
	case "__base__":
		if t.base == nil {
			return None, nil
		}
		return t.base, nil
	case "__dict__":
		return t.classDict(), nil
	case "__type_params__":
		if v := t.attrs[name]; v != nil {
			return v, nil
		}
		return newTuple(), nil
	case "__annotations__":
		if t.user != nil {
			return t.ownAnnotations(), nil
		}
	case "__abstractmethods__":
		if names := t.abstracts(); t.class().is(abcMetaType) {
			return m.frozenStrings(names)
		}
	case "__bases__":
		return t.basesTuple(), nil
	}
	found := t.lookup(name)
	if t.user == nil {
		switch found.(type) {
		case *builtin, *classMethod, *staticMethod, *missingToken, none:
		default:
			return nil, nil
		}
	}
	if found == nil {
		return nil, nil
	}
	return m.bind(found, nil, t)
}

var mroMethod = &builtin{name: "mro", of: typeType, fn: func(_ *machine, self Value, a args) (Value, error) {
	return newList(typesTuple(self.(*Type).mro).items...), a.between("type.mro", 0, 0)
}}

var subclassesMethod = &builtin{name: "__subclasses__", of: typeType, fn: func(_ *machine, self Value, a args) (Value, error) {
	t := self.(*Type)
	if t.user == nil {
		return nil, unsupported("__subclasses__ of a built-in type is")
	}
	return newList(typesTuple(t.user.subs).items...), a.between("type.__subclasses__", 0, 0)
}}

func typesTuple(types []*Type) *tuple {
	all := &tuple{}
	for _, c := range types {
		all.items = append(all.items, c)
	}
	return all
}

// basesTuple is the __bases__ of a class.
func (t *Type) basesTuple() Value {
	switch {
	case t.user != nil:
		return typesTuple(t.user.bases)
	case t == groupType:
		return typesTuple([]*Type{baseGroupType, excTypes["Exception"]})
	case t.base == nil:
		return newTuple()
	}
	return newTuple(t.base)
}

// setTypeAttr is cls.name = item.
func setTypeAttr(_ *machine, v Value, name string, item Value) error {
	t := v.(*Type)
	switch {
	case t.user == nil:
		return typeError("cannot set '%s' attribute of immutable type '%s'", name, t.name)
	case name == "__name__" || name == "__qualname__" || name == "__module__":
		return t.rename(name, item)
	case name == "__bases__" || name == "__dict__":
		return unsupported("setting a class's %s is", name)
	}
	t.setClassAttr(name, item)
	return nil
}

func (t *Type) rename(which string, item Value) error {
	text, ok := item.(string)
	switch {
	case !ok && which == "__module__":
		return unsupported("a __module__ that is no str is")
	case !ok:
		return typeError("can only assign string to %s.%s, not '%s'", t.name, which, typeOf(item).name)
	case which == "__name__":
		t.name = text
	case which == "__qualname__":
		t.user.qualname = text
	case text == "__main__":
		t.user.module = ""
	default:
		t.user.module = text
	}
	return nil
}

// classDict is the __dict__ of a class as it is now.
func (t *Type) classDict() Value {
	d := newDict()
	if t.user == nil {
		for _, name := range slices.Sorted(maps.Keys(t.attrs)) {
			d.put(name, t.attrs[name])
		}
		return &mappingProxy{of: d}
	}
	d.put("__module__", t.user.moduleName())
	if t.user.line > 0 {
		d.put("__firstlineno__", integer(int64(t.user.line)))
	}
	for _, name := range t.user.order {
		if v := t.attrs[name]; v != nil && name != "__doc__" {
			d.put(name, v)
		}
	}
	d.put("__doc__", t.attrs["__doc__"])
	return &mappingProxy{of: d}
}

// ownAnnotations mirrors type_get_annotations: those of a base are not the
// class's.
func (t *Type) ownAnnotations() Value {
	if v := t.attrs["__annotations__"]; v != nil {
		return v
	}
	d := newDict()
	t.setClassAttr("__annotations__", d)
	return d
}

func (m *machine) frozenStrings(names []string) (Value, error) {
	s := newSet(frozensetType)
	for _, n := range names {
		if err := s.add(m, n); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// objectMethods are the special methods of object, which a class of the
// script calls by super() or by name.
var objectMethods = map[string]nativeFn{
	"__init__": initObject,
	"__repr__": func(m *machine, self Value, a args) (Value, error) { return textOf(m, self, a, reprObject) },
	"__str__":  func(m *machine, self Value, a args) (Value, error) { return textOf(m, self, a, (*machine).repr) },
	"__format__": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("object.__format__", 1, 1); err != nil {
			return nil, err
		}
		if a.pos[0] != "" {
			return nil, typeError("unsupported format string passed to %s.__format__", typeOf(self).name)
		}
		return textOf(m, self, args{}, (*machine).str)
	},
	"__eq__": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("object.__eq__", 1, 1); err != nil {
			return nil, err
		}
		if identical(self, a.pos[0]) {
			return true, nil
		}
		return NotImplemented, nil
	},
	"__ne__": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("object.__ne__", 1, 1); err != nil {
			return nil, err
		}
		compare := typeOf(self).compare
		if compare == nil {
			return NotImplemented, nil
		}
		same, err := compare(m, syntax.Eq, self, a.pos[0])
		if err != nil || same == NotImplemented {
			return same, err
		}
		yes, err := m.truth(same)
		return !yes, err
	},
	"__getattribute__": func(m *machine, self Value, a args) (Value, error) {
		name, err := attributeName("__getattribute__", a, 1)
		if err != nil {
			return nil, err
		}
		t := typeOf(self)
		if t.user == nil {
			return m.getAttr(self, name)
		}
		if cls, ok := self.(*Type); ok {
			found, bound, err := m.lookupInClass(t, cls, name)
			if bound {
				return &method{self: self, fn: found}, err
			}
			return found, err
		}
		found, bound, err := m.lookupGeneric(t, self, name)
		if bound {
			return &method{self: self, fn: found}, err
		}
		return found, err
	},
	"__lt__": noOrder, "__le__": noOrder, "__gt__": noOrder, "__ge__": noOrder,
	"__hash__": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("object.__hash__", 0, 0); err != nil {
			return nil, err
		}
		return integer(m.identity(self)), nil
	},
	"__setattr__": func(m *machine, self Value, a args) (Value, error) {
		name, err := attributeName("__setattr__", a, 2)
		if err != nil {
			return nil, err
		}
		if typeOf(self).user == nil {
			return None, m.setAttr(self, name, a.pos[1])
		}
		return None, m.setOwn(self, name, a.pos[1])
	},
	"__delattr__": func(m *machine, self Value, a args) (Value, error) {
		name, err := attributeName("__delattr__", a, 1)
		if err != nil {
			return nil, err
		}
		return None, m.setOwn(self, name, nil)
	},
}

func noOrder(_ *machine, _ Value, a args) (Value, error) {
	return NotImplemented, a.between("object.__lt__", 1, 1)
}

func textOf(m *machine, self Value, a args, text func(*machine, Value) (string, error)) (Value, error) {
	if err := a.between("object.__repr__", 0, 0); err != nil {
		return nil, err
	}
	return text(m, self)
}

func attributeName(fn string, a args, n int) (string, error) {
	if err := a.between(fn, n, n); err != nil {
		return "", err
	}
	name, ok := asStr(a.pos[0])
	if !ok {
		return "", typeError("attribute name must be string, not '%s'", typeOf(a.pos[0]).name)
	}
	return name, nil
}
