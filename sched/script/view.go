package script

import "loopscope/sched/script/syntax"

// setupView completes the common base of dict_keys, dict_values and
// dict_items.
func setupView(t *Type) {
	t.length = func(_ *machine, v Value) (int, error) { return v.(*view).of.live, nil }
	t.iter = func(_ *machine, v Value) (iterator, error) {
		kinds := map[*Type]*Type{keysType: keyIteratorType, valuesType: valueIteratorType, itemsType: itemIteratorType}
		return v.(*view).of.iter(kinds[v.(*view).t]), nil
	}
	t.repr = func(m *machine, v Value) (string, error) {
		return m.display(v, "...", func() (string, error) {
			text, err := m.reprAll(v.(*view).list())
			name := v.(*view).t.name
			if v.(*view).of.kind() == orderedDictType {
				name = "o" + name
			}
			return name + "([" + text + "])", err
		})
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if name == "mapping" {
			return &mappingProxy{of: v.(*view).of}, nil
		}
		return nil, nil
	}
	t.attrs["__reversed__"] = &builtin{name: "__reversed__", of: t, fn: func(_ *machine, self Value, a args) (Value, error) {
		v := self.(*view)
		kinds := map[*Type]*Type{keysType: keyReverseType, valuesType: valueReverseType, itemsType: itemReverseType}
		return reversedOf(kinds[v.t], v.list()), a.between(v.t.name+".__reversed__", 0, 0)
	}}
}

// setupSetView gives dict_keys and dict_items what they share with sets.
func setupSetView(t *Type) {
	t.hash = unhashable
	t.contains = func(m *machine, v, item Value) (bool, error) { return v.(*view).has(m, item) }
	t.binary = viewOp
	t.reverse = viewOp
	t.compare = compareViews
	t.methods(map[string]nativeFn{"isdisjoint": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between(t.name+".isdisjoint", 1, 1); err != nil {
			return nil, err
		}
		apart := true
		err := m.each(a.pos[0], func(item Value) error {
			in, err := self.(*view).has(m, item)
			apart = apart && !in
			return err
		})
		return apart, err
	}})
}

func (v *view) has(m *machine, item Value) (bool, error) {
	if v.t != itemsType {
		found, err := v.of.get(m, item)
		return found != nil, err
	}
	pair, ok := item.(*tuple)
	if !ok || len(pair.items) != 2 {
		return false, nil
	}
	found, err := v.of.get(m, pair.items[0])
	if found == nil || err != nil {
		return false, err
	}
	return m.equal(found, pair.items[1])
}

// viewOp mirrors dictviews_as_number: the operators of sets, with any iterable
// on either side.
func viewOp(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	switch op {
	case syntax.BitOr, syntax.BitAnd, syntax.Sub, syntax.BitXor:
	default:
		return NotImplemented, nil
	}
	left := newSet(setType)
	if op == syntax.BitAnd {
		return viewIntersect(m, a, b)
	}
	if err := left.merge(m, a); err != nil {
		return nil, err
	}
	switch op {
	case syntax.BitOr:
		return left, left.merge(m, b)
	case syntax.Sub:
		return left, left.subtract(m, b)
	}
	right := newSet(setType)
	if err := right.merge(m, b); err != nil {
		return nil, err
	}
	return left, left.toggle(m, right)
}

// viewIntersect mirrors _PyDictView_Intersect: the shorter one is gone through
// if the other can be asked.
func viewIntersect(m *machine, a, b Value) (Value, error) {
	v, ok := a.(*view)
	if !ok {
		if v, ok = b.(*view); !ok {
			return NotImplemented, nil
		}
		b = a
	}
	has, through := v.has, b
	switch other := b.(type) {
	case *set:
		if other.len() > v.of.live {
			has, through = other.has, Value(v)
		}
	case *view:
		if other.t != valuesType && other.of.live > v.of.live {
			has, through = other.has, Value(v)
		}
	}
	result := newSet(setType)
	return result, m.each(through, func(item Value) error {
		in, err := has(m, item)
		if !in || err != nil {
			return err
		}
		return result.add(m, item)
	})
}

// compareViews mirrors dictview_richcompare.
func compareViews(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	var n int
	switch other := b.(type) {
	case *set:
		n = other.len()
	case *view:
		if other.t == valuesType {
			return NotImplemented, nil
		}
		n = other.of.live
	default:
		return NotImplemented, nil
	}
	size := a.(*view).of.live
	within := func(part, whole Value) (bool, error) {
		all := true
		err := m.each(part, func(item Value) error {
			in, err := m.contains(whole, item)
			all = all && in
			return err
		})
		return all, err
	}
	switch op {
	case syntax.Eq, syntax.NotEq:
		same := size == n
		var err error
		if same {
			same, err = within(a, b)
		}
		return same == (op == syntax.Eq), err
	case syntax.Lt, syntax.LtE:
		if size > n || op == syntax.Lt && size == n {
			return false, nil
		}
		return within(a, b)
	}
	if size < n || op == syntax.Gt && size == n {
		return false, nil
	}
	return within(b, a)
}
