package script

import (
	"math/big"
	"slices"

	"loopscope/sched/script/syntax"
)

var (
	listType  = newType("list")
	tupleType = newType("tuple")
	rangeType = newType("range")
)

func setupList(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		items, err := m.constructItems("list", a)
		return &list{items: items}, err
	}
	t.alloc = func(_ *machine, cls *Type, _ args) (Value, error) { return &list{heir: heirOf(cls, t)}, nil }
	t.attrs["__init__"] = initBy(t, func(m *machine, self Value, a args) error {
		items, err := m.constructItems("list", a)
		self.(*list).items = items
		return err
	})
	t.repr = func(m *machine, v Value) (string, error) {
		return m.display(v, "[...]", func() (string, error) {
			text, err := m.reprAll(v.(*list).items)
			return "[" + text + "]", err
		})
	}
	t.hash = unhashable
	t.length = func(_ *machine, v Value) (int, error) { return len(v.(*list).items), nil }
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if other, ok := b.(*list); ok {
			return m.compareItems(op, a.(*list).items, other.items)
		}
		return NotImplemented, nil
	}
	t.iter = func(_ *machine, v Value) (iterator, error) { return &listIter{of: v.(*list)}, nil }
	t.contains = func(m *machine, v, item Value) (bool, error) { return m.itemsContain(v.(*list).items, item) }
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		items, err := m.itemsOp(op, a, b)
		return listOf(items), err
	}
	t.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if op != syntax.Mult {
			return NotImplemented, nil
		}
		items, err := m.itemsOp(op, b, a)
		return listOf(items), err
	}
	t.inplace = listInplace
	t.getItem = listGet
	t.setItem = listSet
	t.methods(listMethods)
	t.attrs["__reversed__"] = reversedMethod(t, listReverseType, func(v Value) []Value { return v.(*list).items })
}

func listOf(items []Value) Value {
	if items == nil {
		return NotImplemented
	}
	return &list{items: items}
}

func setupTuple(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if one, ok := a.at(0, nil).(*tuple); ok && len(a.pos) == 1 && one.heir == nil {
			return one, nil
		}
		items, err := m.constructItems("tuple", a)
		return &tuple{items: items}, err
	}
	t.alloc = func(m *machine, cls *Type, a args) (Value, error) {
		items, err := m.constructItems("tuple", a)
		return &tuple{items: items, heir: heirOf(cls, t)}, err
	}
	t.repr = func(m *machine, v Value) (string, error) {
		return m.display(v, "(...)", func() (string, error) {
			text, err := m.reprAll(v.(*tuple).items)
			if len(v.(*tuple).items) == 1 {
				text += ","
			}
			return "(" + text + ")", err
		})
	}
	t.hash = hashTuple
	t.length = func(_ *machine, v Value) (int, error) { return len(v.(*tuple).items), nil }
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if other, ok := b.(*tuple); ok {
			return m.compareItems(op, a.(*tuple).items, other.items)
		}
		return NotImplemented, nil
	}
	t.iter = func(_ *machine, v Value) (iterator, error) {
		return &sliceIter{t: tupleIteratorType, items: v.(*tuple).items}, nil
	}
	t.contains = func(m *machine, v, item Value) (bool, error) { return m.itemsContain(v.(*tuple).items, item) }
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		items, err := m.itemsOp(op, a, b)
		return tupleOf(items), err
	}
	t.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if op != syntax.Mult {
			return NotImplemented, nil
		}
		items, err := m.itemsOp(op, b, a)
		return tupleOf(items), err
	}
	t.getItem = func(_ *machine, v, key Value) (Value, error) {
		items := v.(*tuple).items
		if s, ok := key.(*slice); ok {
			picked, err := s.pick(items)
			return &tuple{items: picked}, err
		}
		i, err := subscript(key, len(items), "tuple")
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return nil, raise("IndexError", "tuple index out of range")
		}
		return items[i], nil
	}
	t.methods(map[string]nativeFn{"count": itemsCount, "index": itemsIndex})
}

func tupleOf(items []Value) Value {
	if items == nil {
		return NotImplemented
	}
	return &tuple{items: items}
}

// constructItems is what list(x) and tuple(x) hold.
func (m *machine) constructItems(name string, a args) ([]Value, error) {
	if err := a.between(name, 0, 1); err != nil || len(a.pos) == 0 {
		return nil, err
	}
	return m.collectHinted(a.pos[0])
}

// itemsOf gives what a list or a tuple holds.
func itemsOf(v Value) []Value {
	if l, ok := v.(*list); ok {
		return l.items
	}
	return v.(*tuple).items
}

// alike gives what b holds, if it is a list as a is, or a tuple.
func alike(a, b Value) ([]Value, bool) {
	if _, ok := a.(*list); ok {
		other, ok := b.(*list)
		if !ok {
			return nil, false
		}
		return other.items, true
	}
	other, ok := b.(*tuple)
	if !ok {
		return nil, false
	}
	return other.items, true
}

// itemsOp is a + b for two sequences of one type, and a * n. Nil means that
// the operator is not for these.
func (m *machine) itemsOp(op syntax.Operator, a, b Value) ([]Value, error) {
	items := itemsOf(a)
	switch op {
	case syntax.Add:
		more, same := alike(a, b)
		if !same {
			return nil, nil
		}
		if err := m.room(len(items) + len(more)); err != nil {
			return nil, err
		}
		return append(append(make([]Value, 0, len(items)+len(more)), items...), more...), nil
	case syntax.Mult:
		n, err := m.times(b, len(items)*valueSize)
		if n < 0 || err != nil {
			return nil, err
		}
		return append([]Value{}, slices.Repeat(items, n)...), nil
	}
	return nil, nil
}

// times gives by how much a sequence of a size in bytes is to be repeated, -1 if v is
// no integer.
func (m *machine) times(v Value, size int) (int, error) {
	v, err := indexed(v)
	if err != nil {
		return 0, err
	}
	n, ok := asInt(v)
	if !ok {
		if _, big := v.(typed); !big && typeOf(v) == intType {
			return 0, raise("OverflowError", "cannot fit 'int' into an index-sized integer")
		}
		return -1, nil
	}
	n = max(n, 0)
	if size > 0 && n > m.opts.MaxBytes/int64(size) {
		return 0, m.limit(LimitMemory)
	}
	return int(n), m.charge(int(n) * size)
}

// extend appends what an iterable gives, of which something stays if it fails.
func (m *machine) extend(l *list, v Value) error {
	if items, ok := plainItems(v); ok {
		if err := m.room(len(l.items) + len(items)); err != nil {
			return err
		}
		l.items = append(l.items, items...)
		return nil
	}
	it, err := m.iterate(v)
	if err != nil {
		return err
	}
	if typeOf(v).user != nil {
		if err := m.lengthHint(v); err != nil {
			return err
		}
	}
	return m.each(it, func(item Value) error {
		l.items = append(l.items, item)
		return m.grown(len(l.items))
	})
}

func listInplace(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	l := a.(*list)
	switch op {
	case syntax.Add:
		return l, m.extend(l, b)
	case syntax.Mult:
		n, err := m.times(b, len(l.items)*valueSize)
		if err != nil || n < 0 {
			return NotImplemented, err
		}
		l.items = append([]Value{}, slices.Repeat(l.items, n)...)
		return l, nil
	}
	return NotImplemented, nil
}

func listGet(_ *machine, v, key Value) (Value, error) {
	items := v.(*list).items
	if n, ok := key.(int64); ok && n >= 0 && n < int64(len(items)) {
		return items[n], nil
	}
	if s, ok := key.(*slice); ok {
		picked, err := s.pick(items)
		return &list{items: picked}, err
	}
	i, err := subscript(key, len(items), "list")
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, raise("IndexError", "list index out of range")
	}
	return items[i], nil
}

func listSet(m *machine, v, key, item Value) error {
	l := v.(*list)
	if s, ok := key.(*slice); ok {
		return listSetSlice(m, l, s, item)
	}
	i, err := subscript(key, len(l.items), "list")
	switch {
	case err != nil:
		return err
	case i < 0:
		return raise("IndexError", "list assignment index out of range")
	case item == nil:
		l.items = slices.Delete(l.items, i, i+1)
	default:
		l.items[i] = item
	}
	return nil
}

// listSetSlice mirrors list_ass_subscript for slices.
func listSetSlice(m *machine, l *list, s *slice, item Value) error {
	var with []Value
	if item != nil {
		if typeOf(item).iter == nil {
			return typeError("must assign iterable to extended slice")
		}
		var err error
		if with, err = m.collect(item); err != nil {
			return err
		}
	}
	start, step, count, err := s.bounds(len(l.items))
	if err != nil {
		return err
	}
	if step == 1 {
		l.items = slices.Replace(l.items, start, start+count, with...)
		return m.room(len(l.items))
	}
	if item != nil {
		if len(with) != count {
			return valueError("attempt to assign sequence of size %d to extended slice of size %d", len(with), count)
		}
		for i, v := range with {
			l.items[start+i*step] = v
		}
		return nil
	}
	gone := map[int]bool{}
	for i := range count {
		gone[start+i*step] = true
	}
	kept := l.items[:0:0]
	for i, v := range l.items {
		if !gone[i] {
			kept = append(kept, v)
		}
	}
	l.items = kept
	return nil
}

// len gives how many numbers a range has.
func (r *span) len() int64 {
	switch {
	case r.step > 0 && r.start < r.stop:
		return int64((uint64(r.stop)-uint64(r.start)-1)/uint64(r.step)) + 1
	case r.step < 0 && r.start > r.stop:
		return int64((uint64(r.start)-uint64(r.stop)-1)/magnitude(r.step)) + 1
	}
	return 0
}

func setupRange(t *Type) {
	t.construct = constructRange
	t.repr = func(m *machine, v Value) (string, error) {
		r := v.(*span)
		if r.step == 1 {
			return m.reprCall("range", integer(r.start), integer(r.stop))
		}
		return m.reprCall("range", integer(r.start), integer(r.stop), integer(r.step))
	}
	t.hash = func(m *machine, v Value) (int64, error) { return hashTuple(m, v.(*span).key()) }
	t.length = func(_ *machine, v Value) (int, error) { return int(v.(*span).len()), nil }
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		other, ok := b.(*span)
		if !ok || op > syntax.NotEq {
			return NotImplemented, nil
		}
		return m.compare(op, a.(*span).key(), other.key())
	}
	t.iter = func(_ *machine, v Value) (iterator, error) {
		r := v.(*span)
		return &rangeIter{at: r.start, step: r.step, left: r.len()}, nil
	}
	t.contains = func(m *machine, v, item Value) (bool, error) {
		r := v.(*span)
		n, ok := asInt(item)
		if !ok {
			return m.itemsContainIn(r, item)
		}
		inside := r.step > 0 && n >= r.start && n < r.stop || r.step < 0 && n <= r.start && n > r.stop
		return inside && (n-r.start)%r.step == 0, nil
	}
	t.getItem = rangeGet
	t.rangeAttributes()
	t.attrs["__reversed__"] = &builtin{name: "__reversed__", of: t, fn: func(_ *machine, self Value, a args) (Value, error) {
		r := self.(*span)
		n := r.len()
		return &rangeIter{at: r.start + (n-1)*r.step, step: -r.step, left: n}, a.between("range.__reversed__", 0, 0)
	}}
}

// itemsContainIn looks for what is no int, a float say, in a range.
func (m *machine) itemsContainIn(r *span, item Value) (bool, error) {
	found := false
	err := m.each(r, func(v Value) error {
		same, err := m.equal(v, item)
		found = found || same
		return err
	})
	return found, err
}

// key is what two equal ranges have in common.
func (r *span) key() *tuple {
	switch n := r.len(); n {
	case 0:
		return newTuple(integer(0), None, None)
	case 1:
		return newTuple(integer(1), integer(r.start), None)
	default:
		return newTuple(integer(n), integer(r.start), integer(r.step))
	}
}

func constructRange(_ *machine, _ *Type, a args) (Value, error) {
	if err := a.between("range", 1, 3); err != nil {
		return nil, err
	}
	n := [3]int64{0, 0, 1}
	for i, v := range a.pos {
		at := i
		if len(a.pos) == 1 {
			at = 1
		}
		v, err := indexed(v)
		if err != nil {
			return nil, err
		}
		x, ok := asInt(v)
		if !ok {
			if typeOf(v) == intType {
				return nil, unsupported("a range of integers beyond 64 bits is")
			}
			return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(v).name)
		}
		n[at] = x
	}
	if n[2] == 0 {
		return nil, valueError("range() arg 3 must not be zero")
	}
	return &span{n[0], n[1], n[2]}, nil
}

func rangeGet(_ *machine, v, key Value) (Value, error) {
	r := v.(*span)
	if s, ok := key.(*slice); ok {
		at, err := s.indices(int(r.len()))
		if err != nil {
			return nil, err
		}
		part := func(i int) int64 {
			n, _ := asInt(at.items[i])
			return n
		}
		return &span{r.start + part(0)*r.step, r.start + part(1)*r.step, r.step * part(2)}, nil
	}
	if _, big := plain(key).(*big.Int); big {
		return nil, raise("IndexError", "range object index out of range")
	}
	i, err := subscript(key, int(r.len()), "range")
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, raise("IndexError", "range object index out of range")
	}
	return integer(r.start + int64(i)*r.step), nil
}
