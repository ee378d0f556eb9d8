package script

import "loopscope/sched/script/syntax"

// The dicts of collections that CPython has in C: they are dicts whose heir
// says which.

var (
	defaultDictType = subtype("collections.defaultdict", dictType)
	orderedDictType = subtype("collections.OrderedDict", dictType)
)

// collectionsModule is what lib/collections.py takes from C.
func collectionsModule() *module {
	mod := newModule("_collections", []*builtin{inC("_count_elements", countElements)})
	for _, t := range []*Type{dequeType, defaultDictType, orderedDictType} {
		mod.attrs[t.short()] = t
	}
	return mod
}

func setupCollections(setups map[*Type]func(*Type)) {
	setups[dequeType] = setupDeque
	setups[defaultDictType], setups[orderedDictType] = setupDefaultDict, setupOrderedDict
}

// dictKind sets what both have: construct and alloc.
func dictKind(t *Type, fill func(m *machine, d *dict, a args) error) {
	t.alloc = func(_ *machine, cls *Type, _ args) (Value, error) { return &dict{heir: &heir{cls: cls}}, nil }
	t.construct = func(m *machine, t *Type, a args) (Value, error) {
		d := &dict{heir: &heir{cls: t}}
		return d, fill(m, d, a)
	}
	t.attrs["__init__"] = initBy(t, func(m *machine, self Value, a args) error { return fill(m, self.(*dict), a) })
}

func setupDefaultDict(t *Type) {
	dictKind(t, func(m *machine, d *dict, a args) error {
		d.heir.factory = nil
		if len(a.pos) > 0 {
			if first := a.pos[0]; first != None {
				if typeOf(first).call == nil {
					return typeError("first argument must be callable or None")
				}
				d.heir.factory = first
			}
			a.pos = a.pos[1:]
		}
		return d.fill(m, "dict", a)
	})
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if name != "default_factory" {
			return nil, nil
		}
		if f := v.(*dict).heir.factory; f != nil {
			return f, nil
		}
		return None, nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		if name != "default_factory" {
			return m.attributeError("'%s' object has no attribute '%s' and no __dict__ for setting new attributes", typeOf(v).name, name)
		}
		if v.(*dict).heir.factory = item; item == None {
			v.(*dict).heir.factory = nil
		}
		return nil
	}
	t.repr = reprDefaultDict
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		return m.mergeKinds(op, a, b)
	}
	t.reverse = t.binary
	t.methods(map[string]nativeFn{"__missing__": defaultValue,
		"copy": copyDefaultDict, "__copy__": copyDefaultDict})
}

// defaultValue mirrors defdict_missing.
func defaultValue(m *machine, self Value, a args) (Value, error) {
	if err := a.between("defaultdict.__missing__", 1, 1); err != nil {
		return nil, err
	}
	d, key := self.(*dict), a.pos[0]
	if d.heir.factory == nil {
		return nil, keyError(key)
	}
	v, err := m.call(d.heir.factory, args{})
	if err != nil {
		return nil, err
	}
	return v, m.setItem(d, key, v)
}

func reprDefaultDict(m *machine, v Value) (string, error) {
	items, err := reprDict(m, v)
	if err != nil {
		return "", err
	}
	factory := "None"
	if f := v.(*dict).heir.factory; f != nil {
		factory, err = m.repr(f)
	}
	return typeOf(v).short() + "(" + factory + ", " + items + ")", err
}

// kind says which dict of collections it is, nil for the others.
func (d *dict) kind() *Type {
	if d.heir == nil {
		return nil
	}
	if t := d.heir.cls.solid(); t != dictType {
		return t
	}
	return nil
}

// like makes a dict of d's kind that holds the same.
func (d *dict) like(m *machine) (*dict, error) {
	a := positional(d)
	if d.kind() == defaultDictType {
		a.pos = []Value{None, d}
		if d.heir.factory != nil {
			a.pos[0] = d.heir.factory
		}
	}
	if d.heir.cls.user == nil {
		c := &dict{heir: &heir{cls: d.heir.cls, factory: d.heir.factory}}
		return c, c.update(m, d)
	}
	v, err := m.call(d.heir.cls, a)
	if err != nil {
		return nil, err
	}
	c, ok := v.(*dict)
	if !ok {
		return nil, unsupported("a %s that makes no dict is", d.heir.cls.name)
	}
	return c, nil
}

func copyDefaultDict(m *machine, self Value, a args) (Value, error) {
	if err := a.between("defaultdict.copy", 0, 0); err != nil {
		return nil, err
	}
	return self.(*dict).like(m)
}

// mergeKinds is a | b where one is such a dict: its kind is the result's.
func (m *machine) mergeKinds(op syntax.Operator, a, b Value) (Value, error) {
	x, ok1 := a.(*dict)
	y, ok2 := b.(*dict)
	if op != syntax.BitOr || !ok1 || !ok2 {
		return NotImplemented, nil
	}
	kind := x
	if x.kind() == nil {
		kind = y
	}
	merged := &dict{heir: &heir{cls: kind.heir.cls, factory: kind.heir.factory}}
	return merged, anyError(merged.update(m, x), merged.update(m, y))
}

func setupOrderedDict(t *Type) {
	dictKind(t, func(m *machine, d *dict, a args) error { return d.fill(m, "OrderedDict", a) })
	t.repr = func(m *machine, v Value) (string, error) {
		name := typeOf(v).short()
		if v.(*dict).live == 0 {
			return name + "()", nil
		}
		text, err := reprDict(m, v)
		if text == "{...}" {
			return "...", err
		}
		return name + "(" + text + ")", err
	}
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		same, err := compareDicts(m, op, a, b)
		other, ok := b.(*dict)
		if err != nil || !ok || same == NotImplemented || same == (op == syntax.NotEq) || !typeOf(b).is(orderedDictType) {
			return same, err
		}
		order, err := m.compareItems(syntax.Eq, a.(*dict).keys(), other.keys())
		if err != nil {
			return nil, err
		}
		return order == (op == syntax.Eq), nil
	}
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) { return m.mergeKinds(op, a, b) }
	t.reverse = t.binary
	t.methods(map[string]nativeFn{"copy": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("OrderedDict.copy", 0, 0); err != nil {
			return nil, err
		}
		return self.(*dict).like(m)
	}})
	t.clinicMethod("move_to_end", "key, last=True", func(m *machine, self Value, v []Value) (Value, error) {
		last, err := m.truth(v[1])
		if err != nil {
			return nil, err
		}
		return None, self.(*dict).move(m, v[0], last)
	})
	t.clinicMethod("popitem", "last=True", func(m *machine, self Value, v []Value) (Value, error) {
		last, err := m.truth(v[0])
		if err != nil {
			return nil, err
		}
		return self.(*dict).popEnd(m, last)
	})
	t.clinicMethod("pop", "key, default=", func(m *machine, self Value, v []Value) (Value, error) {
		found, err := self.(*dict).remove(m, v[0])
		switch {
		case found != nil || err != nil:
			return found, err
		case v[1] != "":
			return v[1], nil
		}
		return nil, keyError(v[0])
	})
}

// move puts a key at the end or, if last is false, at the front.
func (d *dict) move(m *machine, key Value, last bool) error {
	v, err := d.remove(m, key)
	if err != nil {
		return err
	}
	if v == nil {
		return keyError(key)
	}
	if d.heir != nil {
		d.heir.moves++
	}
	if err := d.set(m, key, v); err != nil || last {
		return err
	}
	n := len(d.entries) - 1
	moved := d.entries[n]
	copy(d.entries[1:], d.entries[:n])
	d.entries[0] = moved
	d.rebuild()
	return nil
}

// popEnd takes the last item or the first.
func (d *dict) popEnd(m *machine, last bool) (Value, error) {
	for i := range d.entries {
		if last {
			i = len(d.entries) - 1 - i
		}
		if e := d.entries[i]; e.key != nil {
			_, err := d.remove(m, e.key)
			return newTuple(e.key, e.value), err
		}
	}
	return nil, keyError("dictionary is empty")
}

// countElements is _count_elements(mapping, iterable).
func countElements(m *machine, a args) (Value, error) {
	if err := a.between("_count_elements", 2, 2); err != nil {
		return nil, err
	}
	d, ok := a.pos[0].(*dict)
	plain := ok && !typeOf(d).overrides("get") && !typeOf(d).overrides("__setitem__")
	return None, m.each(a.pos[1], func(key Value) error {
		if !plain {
			return m.countOne(a.pos[0], key)
		}
		n, err := d.get(m, key)
		if err != nil {
			return err
		}
		if n == nil {
			n = integer(0)
		}
		if n, err = m.binaryOp(syntax.Add, n, integer(1)); err != nil {
			return err
		}
		return anyError(d.set(m, key, n), m.grown(d.live))
	})
}

func (m *machine) countOne(mapping, key Value) error {
	n, err := m.callSpecial(mapping, "get", key, integer(0))
	if err != nil {
		return err
	}
	if n, err = m.binaryOp(syntax.Add, n, integer(1)); err != nil {
		return err
	}
	return m.setItem(mapping, key, n)
}
