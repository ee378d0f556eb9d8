package script

import (
	"slices"
)

// enumHooks are the functions of lib/enum.py that the metaclass calls.
type enumHooks struct{ prepare, bind, before, members, after, find, make Value }

var (
	enumMetaType     = subtype("EnumType", typeType)
	enumPropertyType = newType("enum.property")
)

// enumModule has the metaclass of enumerations; the rest is in Python.
func enumModule() *module {
	mod := newModule("_enum", []*builtin{
		inC("setup", func(m *machine, a args) (Value, error) {
			p := a.pos
			m.enums = &enumHooks{prepare: p[0], bind: p[1], before: p[2], members: p[3], after: p[4], find: p[5], make: p[6]}
			return None, nil
		}),
		inC("create", createFunctional),
		inC("is_descriptor", func(_ *machine, a args) (Value, error) { return isDescriptor(a.pos[0]), nil }),
	})
	mod.attrs["EnumType"], mod.attrs["property"] = enumMetaType, enumPropertyType
	return mod
}

// isDescriptor says whether a value has __get__, __set__ or __delete__.
func isDescriptor(v Value) bool {
	switch v := v.(type) {
	case *function, *method, *property, descriptor:
		return true
	case *builtin:
		return v.of != nil
	case *instance:
		return v.cls.lookup("__get__") != nil || v.cls.lookup("__set__") != nil || v.cls.lookup("__delete__") != nil
	}
	return false
}

func setupEnumMeta(t *Type) {
	t.rules = &metaclass{prepare: prepareEnum, create: createEnum}
	t.truth = func(*machine, Value) (bool, error) { return true, nil }
	t.length = func(_ *machine, v Value) (int, error) { return len(memberNames(v.(*Type))), nil }
	t.repr = func(m *machine, v Value) (string, error) {
		kind := "enum"
		if v.(*Type).attrs["_boundary_"] != nil {
			kind = "flag"
		}
		return "<" + kind + " " + reprString(v.(*Type).short()) + ">", nil
	}
	t.iter = func(_ *machine, v Value) (iterator, error) {
		return &sliceIter{t: enumIteratorType, items: canonicalMembers(v.(*Type))}, nil
	}
	t.contains = func(m *machine, v, item Value) (bool, error) {
		if typeOf(item).is(v.(*Type)) {
			return true, nil
		}
		found, err := valueMap(v.(*Type)).get(m, item)
		if e := catchable(err); e != nil && e.cls.is(excTypes["TypeError"]) {
			return m.contains(v.(*Type).attrs["_unhashable_values_"], item)
		}
		return found != nil, err
	}
	t.getItem = func(m *machine, v, key Value) (Value, error) { return m.getItem(memberMap(v.(*Type)), key) }
	t.call = callEnum
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		if memberMap(v.(*Type)).str(name) != nil {
			return m.attributeError("cannot reassign member %s", reprString(name))
		}
		return setTypeAttr(m, v, name, item)
	}
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		if name == "__members__" {
			return &mappingProxy{of: memberMap(v.(*Type))}, nil
		}
		return typeAttr(m, v, name)
	}
	t.methods(map[string]nativeFn{
		"__reversed__": func(_ *machine, self Value, a args) (Value, error) {
			items := canonicalMembers(self.(*Type))
			slices.Reverse(items)
			return &sliceIter{t: enumIteratorType, items: items}, nil
		},
	})
}

// enumIteratorType is what going through an enumeration gives.
var enumIteratorType = iteratorSubtype("generator")

func memberMap(t *Type) *dict {
	if d, ok := t.attrs["_member_map_"].(*dict); ok {
		return d
	}
	return newDict()
}

func valueMap(t *Type) *dict {
	if d, ok := t.attrs["_value2member_map_"].(*dict); ok {
		return d
	}
	return newDict()
}

func memberNames(t *Type) []Value {
	if l, ok := t.attrs["_member_names_"].(*list); ok {
		return l.items
	}
	return nil
}

// canonicalMembers gives the members that are no aliases, in order.
func canonicalMembers(t *Type) []Value {
	byName, names := memberMap(t), memberNames(t)
	all := make([]Value, 0, len(names))
	for _, n := range names {
		if v := byName.str(n.(string)); v != nil {
			all = append(all, v)
		}
	}
	return all
}

// prepareEnum mirrors EnumType.__prepare__.
func prepareEnum(m *machine, b *classBody) error {
	ns, err := m.call(m.enums.prepare, positional(b.name, newTuple(b.bases...)))
	if err != nil {
		return err
	}
	b.space = ns
	b.assign = func(m *machine, b *classBody, name string, v Value) (Value, error) {
		return m.call(m.enums.bind, positional(ns, name, v))
	}
	return nil
}

// createEnum mirrors EnumType.__new__: members are made after the class, and
// before it is announced to its bases.
func createEnum(m *machine, b *classBody, self *cell) (*Type, error) {
	var boundary Value = None
	b.kw = slices.DeleteFunc(slices.Clone(b.kw), func(k kwarg) bool {
		if k.name == "boundary" {
			boundary = k.v
		}
		return k.name == "boundary"
	})
	bases := newTuple(b.bases...)
	made, err := m.call(m.enums.before, positional(b.name, bases, b.space, boundary))
	if err != nil {
		return nil, err
	}
	for _, n := range made.(*tuple).items[1].(*list).items {
		name := n.(string)
		delete(b.attrs, name)
		b.names = slices.DeleteFunc(b.names, func(n string) bool { return n == name })
	}
	for _, e := range made.(*tuple).items[0].(*dict).entries {
		b.set(e.key.(string), e.value)
	}
	b.made = func(t *Type) error {
		_, err := m.call(m.enums.members, positional(t, b.space))
		return err
	}
	t, err := m.newClass(b, self)
	if err != nil {
		return nil, err
	}
	_, err = m.call(m.enums.after, positional(t, bases, b.space))
	return t, err
}

// createFunctional makes the class of Enum("Color", "RED GREEN"): of a name,
// bases, pairs and a boundary.
func createFunctional(m *machine, a args) (Value, error) {
	name := a.pos[0].(string)
	b := &classBody{name: name, qualname: name, attrs: map[string]Value{}, bases: a.pos[1].(*tuple).items}
	if a.pos[3] != None {
		b.kw = []kwarg{{"boundary", a.pos[3]}}
	}
	if err := m.prepare(b); err != nil {
		return nil, err
	}
	b.set("__doc__", None)
	for _, pair := range a.pos[2].(*list).items {
		key, ok := pair.(*tuple).items[0].(string)
		if !ok {
			return nil, typeError("expected str, got %s", typeOf(pair.(*tuple).items[0]).name)
		}
		v := pair.(*tuple).items[1]
		text, _ := v.(string)
		switch key {
		case "__module__":
			b.module = text
		case "__qualname__":
			b.qualname = text
		default:
			v, err := b.assign(m, b, key, v)
			if err != nil {
				return nil, err
			}
			b.set(key, v)
		}
	}
	return m.create(b, nil)
}

// callEnum mirrors EnumType.__call__ and Enum.__new__.
func callEnum(m *machine, v Value, a args) (Value, error) {
	t := v.(*Type)
	if memberMap(t).live == 0 {
		if len(a.pos)+len(a.kw) < 2 {
			text, err := m.repr(t)
			if err != nil {
				return nil, err
			}
			if len(a.pos) == 0 {
				return nil, typeError("EnumType.__call__() missing 1 required positional argument: 'value'")
			}
			return nil, typeError("%s has no members; specify `names=()` if you meant to create a new, empty, enum", text)
		}
		return m.call(m.enums.make, args{pos: append([]Value{t}, a.pos...), kw: a.kw})
	}
	value, err := enumValue(a)
	if err != nil {
		return nil, err
	}
	if typeOf(value) == t {
		return value, nil
	}
	found, err := valueMap(t).get(m, value)
	if e := catchable(err); err != nil && (e == nil || !e.cls.is(excTypes["TypeError"])) {
		return nil, err
	}
	if found != nil {
		return found, nil
	}
	return m.call(m.enums.find, positional(t, value))
}

// enumValue gives the value that a call asks for: several are a tuple.
func enumValue(a args) (Value, error) {
	if len(a.kw) > 0 {
		if k := a.kw[0]; len(a.kw) == 1 && k.name == "value" && len(a.pos) == 0 {
			return k.v, nil
		}
		return nil, typeError("EnumType.__call__() got an unexpected keyword argument '%s'", a.kw[0].name)
	}
	switch len(a.pos) {
	case 0:
		return nil, typeError("EnumType.__call__() missing 1 required positional argument: 'value'")
	case 1:
		return a.pos[0], nil
	}
	return newTuple(slices.Clone(a.pos)...), nil
}

// An enumProperty is enum.property: an attribute of members, which the class
// itself has only if a member has its name.
type enumProperty struct {
	getter Value  // a function, or the name of the attribute that holds the value
	setter Value  // nil: there is none
	name   string // "" until the class is made
	owner  string
	member Value // that has its name; nil: none
}

func (*enumProperty) class() *Type { return enumPropertyType }

func (p *enumProperty) get(m *machine, self Value, owner *Type) (Value, error) {
	switch {
	case self == nil && p.member != nil:
		return p.member, nil
	case self == nil:
		text, err := m.repr(owner)
		if err != nil {
			return nil, err
		}
		return nil, m.attributeError("%s has no attribute %s", text, reprString(p.name))
	}
	if name, ok := p.getter.(string); ok {
		if place := own(self); place != nil && *place != nil {
			if v := (*place).str(name); v != nil {
				return v, nil
			}
		}
		return nil, m.attributeError("'%s' object has no attribute '%s'", typeOf(self).name, name)
	}
	return m.call(p.getter, positional(self))
}

func (p *enumProperty) set(m *machine, self, item Value) error {
	if p.setter != nil && item != nil {
		_, err := m.call(p.setter, positional(self, item))
		return err
	}
	verb := "set"
	if item == nil {
		verb = "delete"
	}
	return m.attributeError("<enum %s> cannot %s attribute %s", reprString(p.owner), verb, reprString(p.name))
}

func (p *enumProperty) setName(owner *Type, name string) { p.owner, p.name = owner.short(), name }

func setupEnumProperty(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("property", 1, 4); err != nil {
			return nil, err
		}
		return &enumProperty{getter: a.pos[0]}, nil
	}
	t.methods(map[string]nativeFn{
		"redirect": func(_ *machine, self Value, a args) (Value, error) {
			p := *self.(*enumProperty)
			p.member, p.owner, p.name = a.pos[0], a.pos[1].(*Type).short(), a.pos[2].(string)
			return &p, nil
		},
		"setter": func(_ *machine, self Value, a args) (Value, error) {
			p := *self.(*enumProperty)
			p.setter = a.pos[0]
			return &p, nil
		},
	})
}
