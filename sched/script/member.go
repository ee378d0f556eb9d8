package script

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A member is the descriptor of a name in __slots__.
type member struct {
	name string
	of   *Type
}

var memberType = newType("member_descriptor")

func (*member) class() *Type { return memberType }

func setupMember(t *Type) {
	t.descriptorMethods()
	t.repr = func(_ *machine, v Value) (string, error) {
		d := v.(*member)
		return fmt.Sprintf("<member '%s' of '%s' objects>", d.name, d.of.name), nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		switch name {
		case "__name__":
			return v.(*member).name, nil
		case "__objclass__":
			return v.(*member).of, nil
		}
		return nil, nil
	}
}

// place gives where the slots of an object are: among its attributes if it has
// no __dict__, where they would show.
func (d *member) place(m *machine, self Value) **dict {
	if t := typeOf(self); t.user != nil && t.user.noDict {
		return own(self)
	}
	if m.members == nil {
		m.members = map[Value]*dict{}
	}
	if m.members[self] == nil {
		m.members[self] = newDict()
	}
	slots := m.members[self]
	return &slots
}

func (d *member) get(m *machine, self Value, _ *Type) (Value, error) {
	if self == nil {
		return d, nil
	}
	if place := d.place(m, self); place != nil && *place != nil {
		if v := (*place).str(d.name); v != nil {
			return v, nil
		}
	}
	return nil, typeOf(self).lacks(self, "'%s' object has no attribute '%s'", d.name)
}

func (d *member) set(m *machine, self, item Value) error {
	place := d.place(m, self)
	if place == nil {
		return typeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.name, d.of.name, typeOf(self).name)
	}
	if *place == nil {
		*place = newDict()
	}
	if item != nil {
		(*place).put(d.name, item)
		return m.charge(1)
	}
	if gone, err := (*place).remove(m, d.name); gone != nil || err != nil {
		return err
	}
	return raise("AttributeError", "%s", d.name)
}

// dirFunction is dir() of an object.
func dirFunction(m *machine, a args) (Value, error) {
	if err := a.between("dir", 0, 1); err != nil {
		return nil, err
	}
	if len(a.pos) == 0 {
		return nil, unsupported("dir() without an argument is")
	}
	v := a.pos[0]
	if typeOf(v).overrides("__dir__") {
		made, err := m.callSpecial(v, "__dir__")
		if err != nil {
			return nil, err
		}
		items, err := m.collect(made)
		if err != nil {
			return nil, err
		}
		items, err = m.sorted("sort", items, nil)
		return &list{items: items}, err
	}
	names, err := m.dirNames(v)
	if err != nil {
		return nil, err
	}
	l := &list{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		l.items = append(l.items, name)
	}
	return l, m.room(len(l.items))
}

var dirMethod = &builtin{name: "__dir__", of: objectType, fn: func(m *machine, self Value, a args) (Value, error) {
	if err := a.between("object.__dir__", 0, 0); err != nil {
		return nil, err
	}
	names, err := m.dirNames(self)
	l := &list{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		l.items = append(l.items, name)
	}
	return l, err
}}

// dirNames mirrors object___dir___impl and type___dir___impl.
func (m *machine) dirNames(v Value) (map[string]bool, error) {
	names := map[string]bool{}
	switch v := v.(type) {
	case *Type:
		return names, v.dirNames(names)
	case *module:
		return nil, unsupported("dir() of a module is")
	}
	if place := own(v); place != nil && *place != nil {
		for _, key := range (*place).keys() {
			if name, ok := asStr(key); ok {
				names[name] = true
			}
		}
	}
	return names, typeOf(v).dirNames(names)
}

func (t *Type) dirNames(names map[string]bool) error {
	for _, c := range t.mro {
		if c.user == nil {
			if knownNames[c.short()] == nil {
				return unsupported("dir() of a %s is", c.short())
			}
			for name := range knownNames[c.short()] {
				names[name] = true
			}
			continue
		}
		for name := range c.attrs {
			if !strings.ContainsAny(name, ".<") {
				names[name] = true
			}
		}
		for _, name := range []string{"__module__", "__firstlineno__", "__static_attributes__"} {
			names[name] = true
		}
		if !c.user.noDict {
			names["__dict__"], names["__weakref__"] = true, true
		}
	}
	return nil
}
