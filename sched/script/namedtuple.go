package script

import (
	"fmt"
	"slices"
	"strings"
)

// recordsModule has what namedtuple, which is in Python, takes from Go.
func recordsModule() *module {
	return newModule("_records", []*builtin{
		inC("is_name", func(_ *machine, a args) (Value, error) {
			switch name, _ := a.pos[0].(string); {
			case !isIdentifier(name):
				return "identifier", nil
			case isKeyword(name):
				return "keyword", nil
			}
			return "", nil
		}),
		inC("field_getter", func(_ *machine, a args) (Value, error) {
			n, _ := asInt(a.pos[0])
			return &fieldGetter{index: int(n), doc: a.pos[1]}, nil
		}),
		inC("make_new", makeRecordNew),
	})
}

// isKeyword is keyword.iskeyword.
func isKeyword(name string) bool {
	return slices.Contains(strings.Fields("False None True and as assert async await break class continue def del elif else except "+
		"finally for from global if import in is lambda nonlocal not or pass raise return try while with yield"), name)
}

// makeRecordNew makes the __new__ of a named tuple of its name, its fields and
// the defaults of the last of them.
func makeRecordNew(_ *machine, a args) (Value, error) {
	sig := signature{name: a.pos[0].(string) + ".__new__", params: []string{"_cls"}}
	for _, name := range a.pos[1].(*tuple).items {
		sig.params = append(sig.params, name.(string))
	}
	f := nativeFunction("namedtuple_"+a.pos[0].(string), sig, func(m *machine, v []Value) (Value, error) {
		t, ok := v[0].(*Type)
		if !ok || !t.is(tupleType) {
			return nil, typeError("tuple.__new__(X): X is not a type object (%s)", typeOf(v[0]).name)
		}
		return &tuple{items: slices.Clone(v[1:]), heir: heirOf(t, tupleType)}, m.charge(len(v))
	})
	f.defaults = a.pos[2].(*tuple).items
	return f, nil
}

// A fieldGetter is a field of a named tuple.
type fieldGetter struct {
	index int
	doc   Value
}

var fieldGetterType = newType("_tuplegetter")

func (*fieldGetter) class() *Type { return fieldGetterType }

func (g *fieldGetter) get(_ *machine, self Value, _ *Type) (Value, error) {
	if self == nil {
		return g, nil
	}
	t, ok := self.(*tuple)
	switch {
	case !ok:
		return nil, typeError("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, typeOf(self).name)
	case g.index >= len(t.items):
		return nil, raise("IndexError", "tuple index out of range")
	}
	return t.items[g.index], nil
}

func (g *fieldGetter) set(m *machine, _, item Value) error {
	if item == nil {
		return m.attributeError("can't delete attribute")
	}
	return m.attributeError("can't set attribute")
}

func setupFieldGetter(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		g := v.(*fieldGetter)
		doc, err := m.repr(g.doc)
		return fmt.Sprintf("_tuplegetter(%d, %s)", g.index, doc), err
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if name == "__doc__" {
			return v.(*fieldGetter).doc, nil
		}
		return nil, nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		if name == "__doc__" && item != nil {
			v.(*fieldGetter).doc = item
			return nil
		}
		return m.attributeError("'_collections._tuplegetter' object has no attribute '%s'", name)
	}
}
