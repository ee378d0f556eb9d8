package script

import (
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// A genericAlias is list[int]: a class with what it is a class of, for readers
// of annotations. It mirrors Objects/genericaliasobject.c.
type genericAlias struct {
	origin Value // a *Type, but for what the library makes
	args   []Value
	star   bool // *tuple[int, ...]

	callable bool // of Callable: the last of args is the result, the others are the parameters
}

// A unionType is int | None. It mirrors Objects/unionobject.c.
type unionType struct{ args []Value }

var (
	genericAliasType = newType("types.GenericAlias")
	unionTypeType    = newType("types.UnionType")
)

func (*genericAlias) class() *Type { return genericAliasType }
func (*unionType) class() *Type    { return unionTypeType }

func (a *genericAlias) baseFor(*machine, *classBody) (*Type, error) {
	t, ok := a.origin.(*Type)
	if !ok {
		return nil, unsupported("this base of a class is")
	}
	return t, nil
}

// newGenericAlias mirrors Py_GenericAlias.
func newGenericAlias(origin, key Value) *genericAlias {
	args := []Value{key}
	if t, ok := key.(*tuple); ok {
		args = t.items
	}
	return &genericAlias{origin: origin, args: args}
}

// isGeneric says whether a type in Go can be subscripted.
func isGeneric(t *Type) bool {
	for _, c := range t.mro {
		if c == typeType && t == typeType || c == enumerateType || c.user == nil && knownNames[c.short()]["__class_getitem__"] {
			return true
		}
	}
	return false
}

// subscriptType is cls[key].
func subscriptType(m *machine, v, key Value) (Value, error) {
	t := v.(*Type)
	hook, err := m.bindClassItem(t)
	switch {
	case err != nil:
		return nil, err
	case hook != nil:
		return m.call(hook, positional(key))
	case isGeneric(t):
		return newGenericAlias(t, key), nil
	}
	return nil, typeError("type '%s' is not subscriptable", t.name)
}

func (m *machine) bindClassItem(t *Type) (Value, error) {
	found := t.lookup("__class_getitem__")
	if found == nil {
		return nil, nil
	}
	return m.bind(found, nil, t)
}

// typeText mirrors ga_repr_item and union_repr_item.
func (m *machine) typeText(v Value) (string, error) {
	switch v := v.(type) {
	case ellipsis:
		return "...", nil
	case *Type:
		if v == noneType {
			return "None", nil
		}
		module, err := m.getAttr(v, "__module__")
		if err != nil {
			return "", err
		}
		name, err := m.getAttr(v, "__qualname__")
		if err != nil {
			return "", err
		}
		if module == "builtins" {
			return name.(string), nil
		}
		return module.(string) + "." + name.(string), nil
	case *list:
		text, err := m.typeTexts(v.items)
		return "[" + text + "]", err
	case *function:
		return v.code.moduleName() + "." + v.qualname, nil
	}
	return m.repr(v)
}

func (m *machine) typeTexts(all []Value) (string, error) {
	parts := make([]string, len(all))
	for i, v := range all {
		var err error
		if parts[i], err = m.typeText(v); err != nil {
			return "", err
		}
	}
	return strings.Join(parts, ", "), nil
}

func setupGenericAlias(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("GenericAlias", 2, 2); err != nil {
			return nil, err
		}
		return newGenericAlias(a.pos[0], a.pos[1]), nil
	}
	t.repr = reprGenericAlias
	t.call = func(m *machine, v Value, a args) (Value, error) {
		made, err := m.call(v.(*genericAlias).origin, a)
		if o, ok := made.(*instance); ok && err == nil && o.cls.user != nil && !o.cls.user.noDict {
			o.dict().put("__orig_class__", v)
		}
		return made, err
	}
	t.hash = func(m *machine, v Value) (int64, error) {
		a := v.(*genericAlias)
		return hashTuple(m, newTuple(append([]Value{a.origin}, a.args...)...))
	}
	t.compare = compareGenericAliases
	t.getItem = substituteAlias
	t.binary, t.reverse = unionOf, unionOf
	t.getAttr = genericAliasAttr
	t.iter = func(_ *machine, v Value) (iterator, error) {
		a := *v.(*genericAlias)
		a.star = true
		return &sliceIter{t: genericIteratorType, items: []Value{&a}}, nil
	}
}

// reprGenericAlias writes list[int], *tuple[int] or Callable[[int], str].
func reprGenericAlias(m *machine, v Value) (string, error) {
	a := v.(*genericAlias)
	return m.display(v, "...", func() (string, error) {
		of, err := m.typeText(a.origin)
		if err != nil {
			return "", err
		}
		if len(a.args) == 0 {
			return of + "[()]", nil
		}
		if n := len(a.args) - 1; a.callable && (n != 1 || !isParamExpr(a.args[0])) {
			params, err := m.typeTexts(a.args[:n])
			if err != nil {
				return "", err
			}
			result, err := m.typeText(a.args[n])
			return of + "[[" + params + "], " + result + "]", err
		}
		inner, err := m.typeTexts(a.args)
		if a.star {
			of = "*" + of
		}
		return of + "[" + inner + "]", err
	})
}

func compareGenericAliases(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	x := a.(*genericAlias)
	y, ok := b.(*genericAlias)
	if !ok || op > syntax.NotEq {
		return NotImplemented, nil
	}
	same := x.star == y.star
	if same {
		var err error
		if same, err = m.sameTypes(append([]Value{x.origin}, x.args...), append([]Value{y.origin}, y.args...)); err != nil {
			return nil, err
		}
	}
	return same == (op == syntax.Eq), nil
}

// genericAliasAttr gives what is the alias's own; the class has the rest.
func genericAliasAttr(m *machine, v Value, name string) (Value, error) {
	a := v.(*genericAlias)
	switch name {
	case "__origin__":
		return a.origin, nil
	case "__args__":
		return newTuple(a.args...), nil
	case "__parameters__":
		params, err := m.typeParameters(a.args)
		return newTuple(params...), err
	case "__class__":
		return genericAliasType, nil
	case "__unpacked__":
		return a.star, nil
	case "__mro_entries__", "__reduce__", "__copy__", "__deepcopy__", "__or__", "__ror__", "__eq__", "__hash__", "__repr__", "__call__", "__getitem__":
		return nil, nil
	}
	return m.getAttr(a.origin, name)
}

var genericIteratorType = iteratorSubtype("generic_alias_iterator")

// deeper notes that a walk goes one level down in values that are nested in
// one another, at most so many; shallower must follow if there is no error.
func (m *machine) deeper(most int) error {
	if m.nested++; m.nested > most {
		m.nested = 0
		return recursionError("")
	}
	if err := m.tick(); err != nil {
		m.shallower()
		return err
	}
	return nil
}

func (m *machine) shallower() { m.nested = max(m.nested-1, 0) }

// sameTypes compares one by one.
func (m *machine) sameTypes(a, b []Value) (bool, error) {
	if err := m.deeper(maxDisplays); err != nil {
		return false, err
	}
	defer m.shallower()
	if len(a) != len(b) {
		return false, nil
	}
	for i := range a {
		if same, err := m.equal(a[i], b[i]); !same || err != nil {
			return false, err
		}
	}
	return true, nil
}

// typeParameters mirrors _Py_make_parameters: the type variables in args.
func (m *machine) typeParameters(args []Value) ([]Value, error) {
	if err := m.deeper(maxDisplays); err != nil {
		return nil, err
	}
	defer m.shallower()
	var params []Value
	add := func(all ...Value) {
		for _, v := range all {
			if !slices.Contains(params, v) {
				params = append(params, v)
			}
		}
	}
	for _, v := range args {
		switch v := v.(type) {
		case *Type:
		case *typeVar:
			add(v)
		case *list:
			inner, err := m.typeParameters(v.items)
			if err != nil {
				return nil, err
			}
			add(inner...)
		case *tuple:
			inner, err := m.typeParameters(v.items)
			if err != nil {
				return nil, err
			}
			add(inner...)
		case *genericAlias, *unionType, *instance:
			inner, err := m.getAttr(v, "__parameters__")
			if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
				continue
			}
			if err != nil {
				return nil, err
			}
			if t, ok := inner.(*tuple); ok {
				add(t.items...)
			}
		}
	}
	return params, nil
}

// substituteAlias is list[T][int]: it puts types where variables stand.
func substituteAlias(m *machine, v, key Value) (Value, error) {
	a := v.(*genericAlias)
	params, err := m.typeParameters(a.args)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(params, func(v Value) bool { return typeOf(v) == typeVarTupleType }) {
		return nil, unsupported("giving types for a TypeVarTuple here is")
	}
	given := []Value{key}
	if t, ok := key.(*tuple); ok {
		given = t.items
	}
	if len(params) == 0 {
		text, err := m.repr(v)
		if err != nil {
			return nil, err
		}
		return nil, typeError("%s is not a generic class", text)
	}
	if len(given) != len(params) {
		text, err := m.repr(v)
		if err != nil {
			return nil, err
		}
		many := "many"
		if len(given) < len(params) {
			many = "few"
		}
		return nil, typeError("Too %s arguments for %s; actual %d, expected %d", many, text, len(given), len(params))
	}
	args, err := m.substitute(a.args, params, given)
	return &genericAlias{origin: a.origin, args: args, callable: a.callable}, err
}

func (m *machine) substitute(args, params, given []Value) ([]Value, error) {
	if err := m.deeper(maxDisplays); err != nil {
		return nil, err
	}
	defer m.shallower()
	out := make([]Value, len(args))
	for i, v := range args {
		out[i] = v
		if at := slices.Index(params, v); at >= 0 {
			out[i] = given[at]
			continue
		}
		switch inner := v.(type) {
		case *list:
			items, err := m.substitute(inner.items, params, given)
			if err != nil {
				return nil, err
			}
			out[i] = newList(items...)
			continue
		case *genericAlias, *unionType, *instance:
		default:
			continue
		}
		own, err := m.typeParameters([]Value{v})
		if err != nil {
			return nil, err
		}
		if len(own) == 0 {
			continue
		}
		of, err := m.substitute(own, params, given)
		if err != nil {
			return nil, err
		}
		if out[i], err = m.getItem(v, newTuple(of...)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// unionOf mirrors _Py_union_type_or.
func unionOf(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	if op != syntax.BitOr || !isUnionable(a) || !isUnionable(b) {
		return NotImplemented, nil
	}
	var args []Value
	for _, v := range []Value{a, b} {
		members := []Value{v}
		switch v := v.(type) {
		case *unionType:
			members = v.args
		case none:
			members = []Value{noneType}
		}
		for _, one := range members {
			seen, err := m.itemsContain(args, one)
			if err != nil {
				return nil, err
			}
			if !seen {
				args = append(args, one)
			}
		}
	}
	if len(args) == 1 {
		return args[0], nil
	}
	return &unionType{args}, nil
}

func isUnionable(v Value) bool {
	switch v.(type) {
	case none, *Type, *genericAlias, *unionType, *typeAlias:
		return true
	}
	return false
}

func setupUnionType(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		var parts []string
		for _, one := range v.(*unionType).args {
			text, err := m.typeText(one)
			if err != nil {
				return "", err
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, " | "), nil
	}
	t.hash = func(m *machine, v Value) (int64, error) {
		members := newSet(frozensetType)
		if err := members.merge(m, newTuple(v.(*unionType).args...)); err != nil {
			return 0, err
		}
		return hashFrozenset(m, members)
	}
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		x, ok1 := a.(*unionType)
		y, ok2 := b.(*unionType)
		if !ok1 || !ok2 || op > syntax.NotEq {
			return NotImplemented, nil
		}
		same := len(x.args) == len(y.args)
		for _, one := range x.args {
			in, err := m.itemsContain(y.args, one)
			if err != nil {
				return nil, err
			}
			same = same && in
		}
		return same == (op == syntax.Eq), nil
	}
	t.binary, t.reverse = unionOf, unionOf
	t.getItem = func(m *machine, v, key Value) (Value, error) {
		alias, err := substituteAlias(m, &genericAlias{origin: unionTypeType, args: v.(*unionType).args}, key)
		if err != nil {
			return nil, err
		}
		args := alias.(*genericAlias).args
		union := args[0]
		for _, one := range args[1:] {
			if union, err = m.binaryOp(syntax.BitOr, union, one); err != nil {
				return nil, err
			}
		}
		return union, nil
	}
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		switch name {
		case "__args__":
			return newTuple(v.(*unionType).args...), nil
		case "__parameters__":
			params, err := m.typeParameters(v.(*unionType).args)
			return newTuple(params...), err
		}
		return nil, nil
	}
}
