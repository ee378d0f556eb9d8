package script

import "slices"

// An iterator gives the items of an iterable one by one; nil, nil is the end,
// and stays the end.
type iterator interface {
	next(m *machine) (Value, error)
}

// iteratorType is the type of the iterators that are written in Go; each has
// the name that CPython's has.
var iteratorType = newType("iterator")

func iteratorSubtype(name string) *Type { return subtype(name, iteratorType) }

var (
	listIteratorType  = iteratorSubtype("list_iterator")
	tupleIteratorType = iteratorSubtype("tuple_iterator")
	rangeIteratorType = iteratorSubtype("range_iterator")
	strIteratorType   = iteratorSubtype("str_ascii_iterator")
	keyIteratorType   = iteratorSubtype("dict_keyiterator")
	valueIteratorType = iteratorSubtype("dict_valueiterator")
	itemIteratorType  = iteratorSubtype("dict_itemiterator")
	setIteratorType   = iteratorSubtype("set_iterator")
	reversedType      = iteratorSubtype("reversed")
	listReverseType   = iteratorSubtype("list_reverseiterator")
	keyReverseType    = iteratorSubtype("dict_reversekeyiterator")
	valueReverseType  = iteratorSubtype("dict_reversevalueiterator")
	itemReverseType   = iteratorSubtype("dict_reverseitemiterator")
	enumerateType     = iteratorSubtype("enumerate")
	zipType           = iteratorSubtype("zip")
	mapType           = iteratorSubtype("map")
	filterType        = iteratorSubtype("filter")
	futureIterType    = iteratorSubtype("_asyncio.FutureIter")
	callIteratorType  = iteratorSubtype("callable_iterator")
)

func setupIterator(t *Type) {
	t.iter = func(_ *machine, v Value) (iterator, error) { return v.(iterator), nil }
	t.methods(map[string]nativeFn{
		"__iter__": func(_ *machine, self Value, _ args) (Value, error) { return self, nil },
		"__next__": func(m *machine, self Value, _ args) (Value, error) {
			v, err := self.(iterator).next(m)
			if v == nil && err == nil {
				return nil, &exception{cls: excTypes["StopIteration"]}
			}
			return v, err
		},
	})
}

// iterate mirrors PyObject_GetIter.
func (m *machine) iterate(v Value) (iterator, error) {
	switch v := v.(type) {
	case *list:
		if v.heir == nil {
			return &listIter{of: v}, nil
		}
	case *span:
		return &rangeIter{at: v.start, step: v.step, left: v.len()}, nil
	case *objectIter:
		return v, nil
	}
	t := typeOf(v)
	if t.iter == nil {
		return nil, typeError("'%s' object is not iterable", t.name)
	}
	return t.iter(m, v)
}

// each calls f for every item of an iterable.
func (m *machine) each(v Value, f func(Value) error) error {
	it, err := m.iterate(v)
	if err != nil {
		return err
	}
	for {
		item, err := it.next(m)
		if item == nil || err != nil {
			return err
		}
		if err := m.tick(); err != nil {
			return err
		}
		if err := f(item); err != nil {
			return err
		}
	}
}

// collect gives all items of an iterable in a slice of their own.
func (m *machine) collect(v Value) ([]Value, error) {
	if items, ok := plainItems(v); ok {
		return append([]Value(nil), items...), m.charge(len(items))
	}
	if g, ok := v.(*generator); ok && g.state == genCreated {
		return g.drain(m)
	}
	var all []Value
	err := m.each(v, func(item Value) error {
		all = append(all, item)
		return m.grown(len(all))
	})
	return all, err
}

// collectHinted is collect for what asks an iterable how long it is first, as
// everything does that makes a list (list_extend in Objects/listobject.c).
func (m *machine) collectHinted(v Value) ([]Value, error) {
	t := typeOf(v)
	if t.user == nil || t.length == nil && t.lookup("__length_hint__") == nil {
		return m.collect(v)
	}
	it, err := m.iterate(v)
	if err != nil {
		return nil, err
	}
	if err := m.lengthHint(v); err != nil {
		return nil, err
	}
	return m.collect(it)
}

// lengthHint mirrors PyObject_LengthHint, for what the script sees of it.
func (m *machine) lengthHint(v Value) error {
	t := typeOf(v)
	if t.length != nil {
		_, err := m.length(v)
		if e := catchable(err); e == nil || !e.cls.is(excTypes["TypeError"]) {
			return err
		}
	}
	if t.lookup("__length_hint__") == nil {
		return nil
	}
	hint, err := m.callSpecial(v, "__length_hint__")
	if e := catchable(err); e != nil && e.cls.is(excTypes["TypeError"]) || hint == NotImplemented {
		return nil
	}
	if err != nil {
		return err
	}
	n, ok := asInt(hint)
	switch {
	case !ok:
		return typeError("__length_hint__ must be an integer, not %s", typeOf(hint).name)
	case n < 0:
		return valueError("__length_hint__() should return >= 0")
	}
	return nil
}

type listIter struct {
	of *list
	i  int
}

func (*listIter) class() *Type { return listIteratorType }
func (it *listIter) next(*machine) (Value, error) {
	if it.of == nil || it.i >= len(it.of.items) {
		it.of = nil
		return nil, nil
	}
	it.i++
	return it.of.items[it.i-1], nil
}

// A sliceIter goes through values that do not change.
type sliceIter struct {
	t     *Type
	items []Value
}

func (it *sliceIter) class() *Type { return it.t }
func (it *sliceIter) next(*machine) (Value, error) {
	if len(it.items) == 0 {
		return nil, nil
	}
	v := it.items[0]
	it.items = it.items[1:]
	return v, nil
}

type rangeIter struct{ at, step, left int64 }

func (*rangeIter) class() *Type { return rangeIteratorType }
func (it *rangeIter) next(*machine) (Value, error) {
	if it.left <= 0 {
		return nil, nil
	}
	n := it.at
	it.at += it.step
	it.left--
	return integer(n), nil
}

type strIter struct{ rest string }

func (*strIter) class() *Type { return strIteratorType }
func (it *strIter) next(*machine) (Value, error) {
	if it.rest == "" {
		return nil, nil
	}
	_, n := runeAt(it.rest)
	ch := it.rest[:n]
	it.rest = it.rest[n:]
	return ch, nil
}

// A dictIter goes through a dict, which must not change its size meanwhile.
type dictIter struct {
	t    *Type
	of   *dict
	i    int
	size int

	// Of an OrderedDict, whose iterator knows its next key beforehand:
	ordered bool
	moves   int
	last    bool // there is none
}

func (it *dictIter) class() *Type { return it.t }
func (it *dictIter) next(*machine) (Value, error) {
	if it.of == nil {
		return nil, nil
	}
	switch {
	case it.last:
		it.of = nil
		return nil, nil
	case it.ordered && (it.size != it.of.live || it.moves != it.of.heir.moves):
		it.of = nil
		return nil, raise("RuntimeError", "OrderedDict mutated during iteration")
	case it.size != it.of.live:
		it.of = nil
		return nil, raise("RuntimeError", "dictionary changed size during iteration")
	}
	for it.i < len(it.of.entries) {
		e := it.of.entries[it.i]
		it.i++
		if it.ordered {
			it.last = !slices.ContainsFunc(it.of.entries[it.i:], func(e entry) bool { return e.key != nil })
		}
		switch {
		case e.key == nil:
		case it.t == keyIteratorType:
			return e.key, nil
		case it.t == valueIteratorType:
			return e.value, nil
		default:
			return newTuple(e.key, e.value), nil
		}
	}
	it.of = nil
	return nil, nil
}

// A setIter goes through a set, which must not change its size meanwhile.
type setIter struct {
	of    *set
	items []Value
	size  int
}

func (*setIter) class() *Type { return setIteratorType }
func (it *setIter) next(*machine) (Value, error) {
	if it.of == nil {
		return nil, nil
	}
	if it.of.len() != it.size {
		it.of = nil
		return nil, raise("RuntimeError", "Set changed size during iteration")
	}
	if len(it.items) == 0 {
		it.of = nil
		return nil, nil
	}
	v := it.items[0]
	it.items = it.items[1:]
	return v, nil
}

// An objectIter iterates by the __next__ of an object of the script.
type objectIter struct {
	of   Value
	stop *exception // the StopIteration by which it ended
}

func (it *objectIter) class() *Type { return typeOf(it.of) }
func (it *objectIter) next(m *machine) (Value, error) {
	it.stop = nil
	v, err := m.callSpecial(it.of, "__next__")
	if e := catchable(err); e != nil && e.cls.is(excTypes["StopIteration"]) {
		it.stop = e
		return nil, nil
	}
	return v, err
}

// asValue gives the object that an iterator stands for.
func asValue(it iterator) Value {
	if o, ok := it.(*objectIter); ok {
		return o.of
	}
	return it
}

// asIterator gives the iterator that a value is, nil if it is none.
func (m *machine) asIterator(v Value) iterator {
	if it, ok := v.(iterator); ok {
		return it
	}
	if typeOf(v).lookup("__next__") != nil {
		return &objectIter{of: v}
	}
	return nil
}

// A funcIter is an iterator given by a function. It ends too by a
// StopIteration that what it calls raises, as every tp_iternext does.
type funcIter struct {
	t    *Type
	f    func(m *machine) (Value, error)
	stop *exception // the StopIteration by which it ended
}

func (it *funcIter) class() *Type { return it.t }
func (it *funcIter) next(m *machine) (Value, error) {
	if m.nested++; m.nested > maxNesting {
		m.nested = 0
		return nil, m.limit(LimitMemory)
	}
	it.stop = nil
	v, err := it.f(m)
	m.nested = max(m.nested-1, 0)
	if e := catchable(err); e != nil && e.cls.is(excTypes["StopIteration"]) {
		it.stop = e
		return nil, nil
	}
	return v, err
}

// An overIter is a funcIter that tells what it goes through.
type overIter struct {
	funcIter
	over []iterator
	fn   Value // that it calls; nil: none
}
