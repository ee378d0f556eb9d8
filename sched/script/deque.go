package script

import (
	"slices"

	"loopscope/sched/script/syntax"
)

// A deque is collections.deque (Modules/_collectionsmodule.c), a ring.
type deque struct {
	ring   []Value // a power of two long, or empty
	head   int     // of the first item
	size   int
	maxlen int // -1: no bound
	state  int // counts what changes the order or number of items
	heir   *heir
}

var (
	dequeType         = newType("collections.deque")
	dequeIterType     = iteratorSubtype("collections._deque_iterator")
	dequeReversedType = iteratorSubtype("collections._deque_reverse_iterator")
)

func (d *deque) class() *Type { return d.heir.classOf(dequeType) }
func (d *deque) place() **dict {
	if d.heir == nil {
		return nil
	}
	return &d.heir.attrs
}

func (d *deque) at(i int) *Value { return &d.ring[(d.head+i)&(len(d.ring)-1)] }

// items gives the items in a slice of their own.
func (d *deque) items() []Value {
	all := make([]Value, d.size)
	for i := range all {
		all[i] = *d.at(i)
	}
	return all
}

// grow makes room for one more.
func (d *deque) grow(m *machine) error {
	if d.size < len(d.ring) {
		return nil
	}
	if err := m.room(3 * d.size); err != nil {
		return err
	}
	ring := make([]Value, max(8, 2*len(d.ring)))
	copy(ring, d.ring[d.head:])
	copy(ring[len(d.ring)-d.head:], d.ring[:d.head])
	d.ring, d.head = ring, 0
	return nil
}

func (d *deque) append(m *machine, v Value) error {
	if err := d.grow(m); err != nil {
		return err
	}
	d.size++
	*d.at(d.size - 1) = v
	d.state++
	if d.maxlen >= 0 && d.size > d.maxlen {
		d.popLeft()
	}
	return m.grown(d.size)
}

func (d *deque) appendLeft(m *machine, v Value) error {
	if err := d.grow(m); err != nil {
		return err
	}
	d.size++
	d.head = (d.head - 1) & (len(d.ring) - 1)
	*d.at(0) = v
	d.state++
	if d.maxlen >= 0 && d.size > d.maxlen {
		d.popRight()
	}
	return m.grown(d.size)
}

func (d *deque) popLeft() Value {
	v := *d.at(0)
	*d.at(0) = nil
	d.head = (d.head + 1) & (len(d.ring) - 1)
	d.size--
	d.state++
	return v
}

func (d *deque) popRight() Value {
	p := d.at(d.size - 1)
	v := *p
	*p = nil
	d.size--
	d.state++
	return v
}

func (d *deque) clear() { d.ring, d.head, d.size, d.state = nil, 0, 0, d.state+1 }

// rotate moves the last n items to the front.
func (d *deque) rotate(n int) {
	if d.size < 2 {
		return
	}
	n %= d.size
	if n == 0 {
		return
	}
	all := d.items()
	n = (n + d.size) % d.size
	for i, v := range all {
		*d.at((i + n) % d.size) = v
	}
	d.state++
}

// remove deletes item i.
func (d *deque) remove(i int) {
	all := slices.Delete(d.items(), i, i+1)
	for j, v := range all {
		*d.at(j) = v
	}
	d.popRight()
}

// extend takes the items of an iterable, which may be the deque itself.
func (d *deque) extend(m *machine, v Value, add func(m *machine, v Value) error) error {
	if v == Value(d) {
		v = newList(d.items()...)
	}
	return m.each(v, func(item Value) error { return add(m, item) })
}

// A dequeIter goes through a deque, which must not change meanwhile.
type dequeIter struct {
	t     *Type
	of    *deque
	i     int
	state int
}

func (it *dequeIter) class() *Type { return it.t }
func (it *dequeIter) next(*machine) (Value, error) {
	if it.of == nil {
		return nil, nil
	}
	if it.of.state != it.state {
		it.state = it.of.state - 1
		return nil, raise("RuntimeError", "deque mutated during iteration")
	}
	if it.i >= it.of.size {
		it.of = nil
		return nil, nil
	}
	it.i++
	if it.t == dequeReversedType {
		return *it.of.at(it.of.size - it.i), nil
	}
	return *it.of.at(it.i - 1), nil
}

var dequeSignature = newSignature("deque", "iterable=None, maxlen=None")

// fill mirrors deque_init.
func (d *deque) fill(m *machine, a args) error {
	v, err := dequeSignature.bindClinic(a)
	if err != nil {
		return err
	}
	d.maxlen = -1
	if v[1] != None {
		n, ok := asInt(v[1])
		switch {
		case !ok:
			return typeError("an integer is required")
		case n < 0:
			return valueError("maxlen must be non-negative")
		}
		d.maxlen = int(n)
	}
	if d.size > 0 {
		d.clear()
	}
	if len(a.pos) == 0 && v[0] == None {
		return nil
	}
	return d.extend(m, v[0], d.append)
}

func setupDeque(t *Type) {
	t.alloc = func(_ *machine, cls *Type, _ args) (Value, error) {
		return &deque{maxlen: -1, heir: heirOf(cls, t)}, nil
	}
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		d := &deque{maxlen: -1}
		return d, d.fill(m, a)
	}
	t.attrs["__init__"] = initBy(t, func(m *machine, self Value, a args) error { return self.(*deque).fill(m, a) })
	t.attrs["maxlen"] = &property{get: func(_ *machine, self Value) (Value, error) {
		if n := self.(*deque).maxlen; n >= 0 {
			return integer(int64(n)), nil
		}
		return None, nil
	}}
	t.repr = reprDeque
	t.hash = unhashable
	t.length = func(_ *machine, v Value) (int, error) { return v.(*deque).size, nil }
	t.iter = func(_ *machine, v Value) (iterator, error) {
		return &dequeIter{t: dequeIterType, of: v.(*deque), state: v.(*deque).state}, nil
	}
	t.contains = func(m *machine, v, item Value) (bool, error) {
		i, err := v.(*deque).find(m, item, 0, v.(*deque).size, "RuntimeError")
		return i >= 0, err
	}
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if other, ok := b.(*deque); ok {
			return m.compareItems(op, a.(*deque).items(), other.items())
		}
		return NotImplemented, nil
	}
	t.getItem = func(_ *machine, v, key Value) (Value, error) {
		i, err := v.(*deque).index(key)
		if err != nil {
			return nil, err
		}
		return *v.(*deque).at(i), nil
	}
	t.setItem = func(_ *machine, v, key, item Value) error {
		i, err := v.(*deque).index(key)
		switch {
		case err != nil:
			return err
		case item == nil:
			v.(*deque).remove(i)
		default:
			*v.(*deque).at(i) = item
		}
		return nil
	}
	setupDequeOperators(t)
	t.methods(dequeMethods)
}

// index gives the place that a subscript means.
func (d *deque) index(key Value) (int, error) {
	i, ok := asInt(key)
	if !ok {
		if _, big := asBig(key); big {
			return 0, raise("IndexError", "cannot fit 'int' into an index-sized integer")
		}
		return 0, typeError("sequence index must be integer, not '%s'", typeOf(key).name)
	}
	if i < 0 {
		i += int64(d.size)
	}
	if i < 0 || i >= int64(d.size) {
		return 0, raise("IndexError", "deque index out of range")
	}
	return int(i), nil
}

// find gives the place of an item from low up to high, or -1; a change
// meanwhile is an error of a class.
func (d *deque) find(m *machine, item Value, low, high int, class string) (int, error) {
	state := d.state
	for i := low; i < high; i++ {
		same, err := m.equal(*d.at(i), item)
		if err != nil {
			return -1, err
		}
		if d.state != state {
			if class == "IndexError" {
				return -1, raise(class, "deque mutated during remove().")
			}
			return -1, raise(class, "deque mutated during iteration")
		}
		if same {
			return i, nil
		}
		if err := m.tick(); err != nil {
			return -1, err
		}
	}
	return -1, nil
}

func reprDeque(m *machine, v Value) (string, error) {
	d := v.(*deque)
	return m.display(v, "[...]", func() (string, error) {
		text, err := m.reprAll(d.items())
		if err != nil {
			return "", err
		}
		text = typeOf(v).short() + "([" + text + "]"
		if d.maxlen >= 0 {
			n, _ := m.repr(integer(int64(d.maxlen)))
			text += ", maxlen=" + n
		}
		return text + ")", nil
	})
}

// duplicate mirrors deque_copy.
func (d *deque) duplicate(m *machine) (Value, error) {
	if d.heir == nil {
		c := &deque{maxlen: d.maxlen}
		return c, c.extend(m, d, c.append)
	}
	a := positional(d)
	if d.maxlen >= 0 {
		a.pos = append(a.pos, integer(int64(d.maxlen)))
	}
	return m.call(typeOf(d), a)
}

func setupDequeOperators(t *Type) {
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		switch op {
		case syntax.Add:
			other, ok := b.(*deque)
			if !ok {
				return nil, typeError(`can only concatenate deque (not "%s") to deque`, typeOf(b).name)
			}
			sum, err := a.(*deque).duplicate(m)
			if err != nil {
				return nil, err
			}
			return sum, sum.(*deque).extend(m, other, sum.(*deque).append)
		case syntax.Mult:
			if _, ok := asInt(b); !ok {
				return nil, typeError("can't multiply sequence by non-int of type '%s'", typeOf(b).name)
			}
			copied, err := a.(*deque).duplicate(m)
			if err != nil {
				return nil, err
			}
			return copied, copied.(*deque).repeat(m, b)
		}
		return NotImplemented, nil
	}
	t.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if op != syntax.Mult || isSequence(a) {
			return NotImplemented, nil
		}
		return t.binary(m, op, b, a)
	}
	t.inplace = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		switch op {
		case syntax.Add:
			return a, a.(*deque).extend(m, b, a.(*deque).append)
		case syntax.Mult:
			if _, ok := asInt(b); !ok {
				return nil, typeError("can't multiply sequence by non-int of type '%s'", typeOf(b).name)
			}
			return a, a.(*deque).repeat(m, b)
		}
		return NotImplemented, nil
	}
}

func (d *deque) repeat(m *machine, by Value) error {
	n, err := m.times(by, d.size)
	if err != nil {
		return err
	}
	all := d.items()
	if n == 0 {
		d.clear()
	}
	for i := 1; i < n; i++ {
		for _, v := range all {
			if err := d.append(m, v); err != nil {
				return err
			}
		}
	}
	return nil
}
