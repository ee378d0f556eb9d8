package script

import "slices"

// abstractModule has what collections.abc, which is in Python, takes from Go.
func abstractModule() *module {
	return newModule("_abstract", []*builtin{
		inC("has_methods", func(_ *machine, a args) (Value, error) {
			for _, name := range a.pos[1].(*tuple).items {
				if !a.pos[0].(*Type).hasMethod(name.(string)) {
					return false, nil
				}
			}
			return true, nil
		}),
		inC("callable_alias", callableAlias),
	})
}

// setupReversed adds __reversed__ to a dict or one of its views.
func setupReversed(setup func(*Type), kind *Type) func(*Type) {
	return func(t *Type) {
		setup(t)
		t.methods(map[string]nativeFn{"__reversed__": func(m *machine, self Value, a args) (Value, error) {
			items, err := m.collect(self)
			slices.Reverse(items)
			return &sliceIter{t: kind, items: items}, err
		}})
	}
}

var (
	reverseKeyType   = iteratorSubtype("dict_reversekeyiterator")
	reverseValueType = iteratorSubtype("dict_reversevalueiterator")
	reverseItemType  = iteratorSubtype("dict_reverseitemiterator")
)

// hasMethod mirrors _check_methods of Lib/_collections_abc.py for one method:
// the first class that has it decides, and None is none.
func (t *Type) hasMethod(name string) bool {
	for _, c := range t.mro {
		if v, ok := c.attrs[name]; ok {
			return v != None
		}
		if c.user == nil && c != objectType && name == "__call__" && c.call != nil {
			return true
		}
	}
	return false
}

// callableAlias is collections.abc.Callable[[...], result].
func callableAlias(m *machine, a args) (Value, error) {
	key, ok := a.pos[1].(*tuple)
	if !ok || len(key.items) != 2 {
		return nil, typeError("Callable must be used as Callable[[arg, ...], result].")
	}
	alias := &genericAlias{origin: a.pos[0], callable: true}
	switch first := key.items[0].(type) {
	case *list:
		alias.args = append(append([]Value(nil), first.items...), key.items[1])
	case *tuple:
		alias.args = append(append([]Value(nil), first.items...), key.items[1])
	default:
		if !isParamExpr(first) {
			text, err := m.str(first)
			if err != nil {
				return nil, err
			}
			return nil, typeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %s", text)
		}
		alias.args = key.items
	}
	return alias, nil
}

// isParamExpr says whether a value stands for a whole list of parameters.
func isParamExpr(v Value) bool {
	switch v := v.(type) {
	case ellipsis, *list:
		return true
	case *typeVar:
		return v.t == paramSpecType
	case *instance:
		return v.cls.name == "_ConcatenateGenericAlias"
	}
	return false
}
