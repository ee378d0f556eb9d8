package script

import (
	"strings"
	"unicode/utf8"

	"loopscope/sched/script/syntax"
)

// operatorModule mirrors Modules/_operator.c.
func operatorModule() *module {
	mod := newModule("operator", operatorOthers)
	two := func(name string, f func(m *machine, a, b Value) (Value, error)) {
		b := inC(name, func(m *machine, a args) (Value, error) {
			if err := a.between(name, 2, 2); err != nil {
				return nil, err
			}
			return f(m, a.pos[0], a.pos[1])
		})
		for _, n := range []string{name, "__" + strings.Trim(name, "_") + "__"} {
			mod.attrs[n] = b
		}
	}
	for op, bare := range binaryNames {
		op := syntax.Operator(op)
		name := bare
		switch bare {
		case "":
			continue
		case "and", "or":
			name += "_"
		}
		two(name, func(m *machine, a, b Value) (Value, error) { return m.binaryOp(op, a, b) })
		two("i"+bare, func(m *machine, a, b Value) (Value, error) { return m.inplaceOp(op, a, b) })
	}
	for op, name := range compareNames {
		if name != "" {
			two(strings.Trim(name, "_"), func(m *machine, a, b Value) (Value, error) {
				return m.compare(syntax.CmpOperator(op), a, b)
			})
		}
	}
	two("concat", concatenate((*machine).binaryOp))
	two("iconcat", concatenate((*machine).inplaceOp))
	two("contains", func(m *machine, a, b Value) (Value, error) { return m.contains(a, b) })
	two("getitem", (*machine).getItem)
	two("delitem", func(m *machine, a, b Value) (Value, error) { return None, m.setItem(a, b, nil) })
	two("is_", func(_ *machine, a, b Value) (Value, error) { return identical(a, b), nil })
	two("is_not", func(_ *machine, a, b Value) (Value, error) { return !identical(a, b), nil })
	two("countOf", countOf)
	two("indexOf", indexOf)
	for _, t := range []*Type{itemGetterType, attrGetterType, methodCallerType} {
		mod.attrs[t.short()] = t
	}
	return mod
}

func concatenate(op func(m *machine, op syntax.Operator, a, b Value) (Value, error)) func(m *machine, a, b Value) (Value, error) {
	return func(m *machine, a, b Value) (Value, error) {
		if typeOf(a).getItem == nil || typeOf(a).is(dictType) {
			return nil, typeError("'%s' object can't be concatenated", typeOf(a).name)
		}
		return op(m, syntax.Add, a, b)
	}
}

func countOf(m *machine, a, b Value) (Value, error) {
	n := int64(0)
	err := m.each(a, func(item Value) error {
		same, err := m.equal(item, b)
		if same {
			n++
		}
		return err
	})
	return integer(n), err
}

func indexOf(m *machine, a, b Value) (Value, error) {
	it, err := m.iterate(a)
	if err != nil {
		return nil, err
	}
	for n := int64(0); ; n++ {
		item, err := it.next(m)
		if err != nil {
			return nil, err
		}
		if item == nil {
			return nil, valueError("sequence.index(x): x not in sequence")
		}
		if same, err := m.equal(item, b); same || err != nil {
			return integer(n), err
		}
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
}

// one makes a function of one argument.
func oneValue(name string, f func(m *machine, v Value) (Value, error)) *builtin {
	return inC(name, func(m *machine, a args) (Value, error) {
		if err := a.between("_operator."+name, 1, 1); err != nil {
			return nil, err
		}
		return f(m, a.pos[0])
	})
}

func unaryOf(op syntax.UnaryOperator) func(m *machine, v Value) (Value, error) {
	return func(m *machine, v Value) (Value, error) { return m.unaryOp(op, v) }
}

// operatorOthers are those that are not of two operands.
var operatorOthers = []*builtin{
	oneValue("neg", unaryOf(syntax.USub)), oneValue("pos", unaryOf(syntax.UAdd)),
	oneValue("invert", unaryOf(syntax.Invert)), oneValue("inv", unaryOf(syntax.Invert)),
	oneValue("not_", func(m *machine, v Value) (Value, error) {
		yes, err := m.truth(v)
		return !yes, err
	}),
	oneValue("truth", func(m *machine, v Value) (Value, error) { return m.truth(v) }),
	oneValue("abs", func(m *machine, v Value) (Value, error) { return m.call(builtins["abs"], positional(v)) }),
	oneValue("index", func(m *machine, v Value) (Value, error) {
		if typeOf(v).overrides("__index__") {
			return m.callSpecial(v, "__index__")
		}
		n, err := wholeNumber(v)
		if err != nil {
			return nil, err
		}
		return bigInteger(n), nil
	}),
	inC("setitem", func(m *machine, a args) (Value, error) {
		if err := a.between("setitem", 3, 3); err != nil {
			return nil, err
		}
		return None, m.setItem(a.pos[0], a.pos[1], a.pos[2])
	}),
	inC("call", func(m *machine, a args) (Value, error) {
		if len(a.pos) == 0 {
			return nil, typeError("call expected at least 1 argument, got 0")
		}
		return m.call(a.pos[0], args{pos: a.pos[1:], kw: a.kw})
	}),
	inC("length_hint", func(m *machine, a args) (Value, error) {
		if err := a.between("length_hint", 1, 2); err != nil {
			return nil, err
		}
		v := a.pos[0]
		switch {
		case typeOf(v).length != nil:
			n, err := m.length(v)
			return integer(int64(n)), err
		case typeOf(v).lookup("__length_hint__") != nil:
			return m.callSpecial(v, "__length_hint__")
		}
		it, ours := v.(iterator)
		if !ours || unsized[typeOf(v)] {
			return a.at(1, integer(0)), nil
		}
		left, known := lengthHint(it)
		if !known {
			return nil, unsupported("the length hint of %s is", typeOf(v).name)
		}
		return integer(int64(left)), nil
	}),
}

// unsized are the iterators that have no __length_hint__.
var unsized = map[*Type]bool{generatorType: true, mapType: true, filterType: true, zipType: true, enumerateType: true, chainType: true}

// lengthHint gives how many items an iterator has left, where that is known.
func lengthHint(it iterator) (int, bool) {
	switch it := it.(type) {
	case *listIter:
		if it.of == nil {
			return 0, true
		}
		return max(len(it.of.items)-it.i, 0), true
	case *sliceIter:
		return len(it.items), true
	case *rangeIter:
		return int(it.left), true
	case *strIter:
		return utf8.RuneCountInString(it.rest), true
	}
	return 0, false
}

// A getter is an itemgetter, an attrgetter or a methodcaller.
type getter struct {
	t    *Type
	keys []Value // what to get; a methodcaller: the method's name and its arguments
	kw   []kwarg // of a methodcaller
}

var (
	itemGetterType   = newType("operator.itemgetter")
	attrGetterType   = newType("operator.attrgetter")
	methodCallerType = newType("operator.methodcaller")
)

func (g *getter) class() *Type { return g.t }

func setupOperator(setups map[*Type]func(*Type)) {
	setups[itemGetterType] = func(t *Type) { setupGetter(t, newItemGetter, (*machine).getItem) }
	setups[attrGetterType] = func(t *Type) { setupGetter(t, newAttrGetter, (*machine).dottedAttr) }
	setups[methodCallerType] = setupMethodCaller
}

func newItemGetter(a args) error {
	if len(a.kw) > 0 {
		return typeError("itemgetter() takes no keyword arguments")
	}
	if len(a.pos) == 0 {
		return typeError("itemgetter expected 1 argument, got 0")
	}
	return nil
}

func newAttrGetter(a args) error {
	if len(a.kw) > 0 {
		return typeError("attrgetter() takes no keyword arguments")
	}
	if len(a.pos) == 0 {
		return typeError("attrgetter expected 1 argument, got 0")
	}
	for _, v := range a.pos {
		if _, ok := asStr(v); !ok {
			return typeError("attribute name must be a string")
		}
	}
	return nil
}

// dottedAttr is v.a.b for the key "a.b".
func (m *machine) dottedAttr(v, key Value) (Value, error) {
	text, _ := asStr(key)
	for name := range strings.SplitSeq(text, ".") {
		var err error
		if v, err = m.getAttr(v, name); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func setupGetter(t *Type, check func(a args) error, get func(m *machine, v, key Value) (Value, error)) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		return &getter{t: t, keys: append([]Value(nil), a.pos...)}, check(a)
	}
	t.call = func(m *machine, v Value, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("%s() takes no keyword arguments", t.short())
		}
		if len(a.pos) != 1 {
			return nil, typeError("%s expected 1 argument, got %d", t.short(), len(a.pos))
		}
		keys := v.(*getter).keys
		if len(keys) == 1 {
			return get(m, a.pos[0], keys[0])
		}
		items := make([]Value, len(keys))
		for i, key := range keys {
			var err error
			if items[i], err = get(m, a.pos[0], key); err != nil {
				return nil, err
			}
		}
		return newTuple(items...), nil
	}
	t.repr = reprGetter
}

func setupMethodCaller(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if len(a.pos) == 0 {
			return nil, typeError("methodcaller needs at least one argument, the method name")
		}
		if _, ok := asStr(a.pos[0]); !ok {
			return nil, typeError("method name must be a string")
		}
		return &getter{t: t, keys: append([]Value(nil), a.pos...), kw: append([]kwarg(nil), a.kw...)}, nil
	}
	t.call = func(m *machine, v Value, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("methodcaller() takes no keyword arguments")
		}
		if len(a.pos) != 1 {
			return nil, typeError("methodcaller expected 1 argument, got %d", len(a.pos))
		}
		g := v.(*getter)
		name, _ := asStr(g.keys[0])
		fn, err := m.getAttr(a.pos[0], name)
		if err != nil {
			return nil, err
		}
		return m.call(fn, args{pos: append([]Value(nil), g.keys[1:]...), kw: append([]kwarg(nil), g.kw...)})
	}
	t.repr = reprGetter
}

func reprGetter(m *machine, v Value) (string, error) {
	g := v.(*getter)
	text, err := m.reprAll(g.keys)
	if err != nil {
		return "", err
	}
	for _, k := range g.kw {
		one, err := m.repr(k.v)
		if err != nil {
			return "", err
		}
		text += ", " + k.name + "=" + one
	}
	return g.t.name + "(" + text + ")", nil
}
