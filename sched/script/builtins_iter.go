package script

import (
	"math"
	"slices"
	"strconv"

	"loopscope/sched/script/syntax"
)

// roundFloat mirrors double_round: correctly rounded by way of the decimals.
func roundFloat(x float64, places int) (Value, error) {
	if math.IsNaN(x) || math.IsInf(x, 0) || places > 323 {
		return x, nil
	}
	if places < -308 {
		return 0 * x, nil
	}
	if places >= 0 {
		y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', places, 64), 64)
		return y, err
	}
	unit := math.Pow(10, float64(-places))
	y := math.RoundToEven(x/unit) * unit
	if math.IsInf(y, 0) {
		return nil, raise("OverflowError", "rounded value too large to represent")
	}
	return y, nil
}

// iterFunctions go through iterables.
var iterFunctions = []*builtin{
	inC("sorted", func(m *machine, a args) (Value, error) {
		if n := len(a.pos); n != 1 {
			return nil, typeError("sorted expected 1 argument, got %d", n)
		}
		items, err := m.collectHinted(a.pos[0])
		if err != nil {
			return nil, err
		}
		items, err = m.sorted("sort", items, a.kw)
		return &list{items: items}, err
	}),
	inC("sum", sum),
	inC("min", func(m *machine, a args) (Value, error) { return m.extreme("min", syntax.Lt, a) }),
	inC("max", func(m *machine, a args) (Value, error) { return m.extreme("max", syntax.Gt, a) }),
	inC("any", func(m *machine, a args) (Value, error) { return m.search("any", a, true) }),
	inC("all", func(m *machine, a args) (Value, error) { return m.search("all", a, false) }),
	inC("iter", func(m *machine, a args) (Value, error) {
		if err := a.between("iter", 1, 2); err != nil {
			return nil, err
		}
		if len(a.pos) == 1 {
			it, err := m.iterate(a.pos[0])
			if err != nil {
				return nil, err
			}
			return asValue(it), nil
		}
		fn, last := a.pos[0], a.pos[1]
		if !isCallable(fn) {
			return nil, typeError("iter(v, w): v must be callable")
		}
		done := false
		return &funcIter{t: callIteratorType, f: func(m *machine) (Value, error) {
			if done {
				return nil, nil
			}
			v, err := m.call(fn, args{})
			if err != nil {
				return nil, err
			}
			done, err = m.equal(v, last)
			if done || err != nil {
				return nil, err
			}
			return v, nil
		}}, nil
	}),
	inC("aiter", func(m *machine, a args) (Value, error) {
		if err := a.between("aiter", 1, 1); err != nil {
			return nil, err
		}
		if typeOf(a.pos[0]).lookup("__aiter__") == nil {
			return nil, typeError("'%s' object is not an async iterable", typeOf(a.pos[0]).name)
		}
		return m.callSpecial(a.pos[0], "__aiter__")
	}),
	inC("anext", func(m *machine, a args) (Value, error) {
		if err := a.between("anext", 1, 2); err != nil {
			return nil, err
		}
		if typeOf(a.pos[0]).lookup("__anext__") == nil {
			return nil, typeError("'%s' object is not an async iterator", typeOf(a.pos[0]).name)
		}
		made, err := m.callSpecial(a.pos[0], "__anext__")
		if len(a.pos) == 1 || err != nil {
			return made, err
		}
		return &anextDefault{of: made, otherwise: a.pos[1]}, nil
	}),
	inC("next", func(m *machine, a args) (Value, error) {
		if err := a.between("next", 1, 2); err != nil {
			return nil, err
		}
		it := m.asIterator(a.pos[0])
		if it == nil {
			return nil, typeError("'%s' object is not an iterator", typeOf(a.pos[0]).name)
		}
		v, err := it.next(m)
		if v == nil && err == nil {
			if len(a.pos) == 2 {
				return a.pos[1], nil
			}
			return nil, stopOf(it)
		}
		return v, err
	}),
}

var sumSignature = newSignature("sum", "iterable, /, start=0")

// sum mirrors builtin_sum, which adds floats with a compensation (3.12).
func sum(m *machine, a args) (Value, error) {
	if len(a.pos) == 0 && len(a.kw) == 0 {
		return nil, typeError("sum() takes at least 1 positional argument (0 given)")
	}
	if n := len(a.pos) + len(a.kw); n > 2 {
		return nil, typeError("sum() takes at most 2 arguments (%d given)", n)
	}
	var v [2]Value
	if err := sumSignature.bind(v[:], a, sumSignature.defaults, nil); err != nil {
		return nil, err
	}
	if _, ok := asStr(v[1]); ok {
		return nil, typeError("sum() can't sum strings [use ''.join(seq) instead]")
	}
	total := v[1]
	lost := 0.0 // what the additions of floats have rounded away
	err := m.each(v[0], func(item Value) error {
		if x, ok := total.(float64); ok {
			if y, ok := asFloat(item); ok {
				if _, isFloat := item.(float64); !isFloat {
					total = x + y
					return nil
				}
				s := x + y
				if math.Abs(x) >= math.Abs(y) {
					lost += (x - s) + y
				} else {
					lost += (y - s) + x
				}
				total = s
				return nil
			}
			if lost != 0 && !math.IsInf(lost, 0) && !math.IsNaN(lost) {
				total = x + lost
			}
			lost = 0
		}
		next, err := m.binaryOp(syntax.Add, total, item)
		total = next
		return err
	})
	if x, ok := total.(float64); ok && lost != 0 && !math.IsInf(lost, 0) && !math.IsNaN(lost) {
		total = x + lost
	}
	return total, err
}

// extreme is min or max.
func (m *machine) extreme(name string, op syntax.CmpOperator, a args) (Value, error) {
	var key, otherwise Value = None, nil
	for _, k := range a.kw {
		switch k.name {
		case "key":
			key = k.v
		case "default":
			otherwise = k.v
		default:
			if len(a.pos) > 0 {
				return nil, typeError("%s() got an unexpected keyword argument '%s'", name, k.name)
			}
		}
	}
	if len(a.pos) == 0 {
		return nil, typeError("%s expected at least 1 argument, got 0", name)
	}
	if len(a.pos) > 1 && otherwise != nil {
		return nil, typeError("Cannot specify a default for %s() with multiple positional arguments", name)
	}
	var best, bestKey Value
	next := func(v Value) error {
		k := v
		if key != None {
			var err error
			if k, err = m.call(key, positional(v)); err != nil {
				return err
			}
		}
		if best != nil {
			better, err := m.compare(op, k, bestKey)
			if err != nil {
				return err
			}
			if yes, err := m.truth(better); !yes || err != nil {
				return err
			}
		}
		best, bestKey = v, k
		return nil
	}
	from := a.pos[0]
	if len(a.pos) > 1 {
		from = newTuple(a.pos...)
	}
	err := m.each(from, next)
	switch {
	case err != nil || best != nil:
		return best, err
	case otherwise != nil:
		return otherwise, nil
	}
	return nil, valueError("%s() iterable argument is empty", name)
}

// search is any or all: it ends at the first item whose truth is want.
func (m *machine) search(name string, a args, want bool) (Value, error) {
	if err := a.between(name, 1, 1); err != nil {
		return nil, err
	}
	it, err := m.iterate(a.pos[0])
	if err != nil {
		return nil, err
	}
	for {
		v, err := it.next(m)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return !want, nil
		}
		if yes, err := m.truth(v); yes == want || err != nil {
			return want, err
		}
		if err := m.tick(); err != nil {
			return nil, err
		}
	}
}

var enumerateSignature = newSignature("enumerate", "iterable, start=0")

func constructEnumerate(m *machine, _ *Type, a args) (Value, error) {
	var v [2]Value
	if len(a.pos)+len(a.kw) == 0 {
		return nil, typeError("enumerate() missing required argument 'iterable'")
	}
	if n := len(a.pos) + len(a.kw); n > 2 {
		return nil, typeError("enumerate() takes at most 2 arguments (%d given)", n)
	}
	if err := enumerateSignature.bind(v[:], a, enumerateSignature.defaults, nil); err != nil {
		return nil, err
	}
	n, err := toIndex(v[1])
	if err != nil {
		return nil, err
	}
	it, err := m.iterate(v[0])
	if err != nil {
		return nil, err
	}
	return &overIter{funcIter{t: enumerateType, f: func(m *machine) (Value, error) {
		v, err := it.next(m)
		if v == nil || err != nil {
			return nil, err
		}
		n++
		return newTuple(integer(int64(n-1)), v), nil
	}}, []iterator{it}, nil}, nil
}

func (m *machine) iterateAll(values []Value) ([]iterator, error) {
	its := make([]iterator, len(values))
	for i, v := range values {
		var err error
		if its[i], err = m.iterate(v); err != nil {
			return nil, err
		}
	}
	return its, nil
}

var zipClinic = newClinic("zip", "*, strict=?")

func constructZip(m *machine, _ *Type, a args) (Value, error) {
	v, err := zipClinic.bind(args{kw: a.kw})
	if err != nil {
		return nil, err
	}
	strict := false
	if v[0] != nil {
		if strict, err = m.truth(v[0]); err != nil {
			return nil, err
		}
	}
	its, err := m.iterateAll(a.pos)
	return &overIter{funcIter{t: zipType, f: func(m *machine) (Value, error) {
		next := nextOfAll
		if strict {
			next = nextStrict
		}
		items, err := next(m, its)
		if items == nil || err != nil {
			return nil, err
		}
		return &tuple{items: items}, nil
	}}, its, nil}, err
}

// nextStrict mirrors zip_next with strict=True: all must end together.
func nextStrict(m *machine, its []iterator) ([]Value, error) {
	items := make([]Value, len(its))
	for i, it := range its {
		v, err := it.next(m)
		if err != nil {
			return nil, err
		}
		if v == nil && i > 0 {
			return nil, uneven(i, "shorter")
		}
		if v == nil {
			break
		}
		items[i] = v
	}
	if len(items) > 0 && items[0] != nil {
		return items, nil
	}
	for i := 1; i < len(its); i++ {
		v, err := its[i].next(m)
		if err != nil {
			return nil, err
		}
		if v != nil {
			return nil, uneven(i, "longer")
		}
	}
	return nil, nil
}

// uneven is zip's error of an argument that is longer or shorter than those
// before it.
func uneven(i int, how string) error {
	if i == 1 {
		return valueError("zip() argument 2 is %s than argument 1", how)
	}
	return valueError("zip() argument %d is %s than arguments 1-%d", i+1, how, i)
}

// nextOfAll takes an item of each iterator; nil when the first has ended.
func nextOfAll(m *machine, its []iterator) ([]Value, error) {
	if len(its) == 0 {
		return nil, nil
	}
	items := make([]Value, len(its))
	for i, it := range its {
		v, err := it.next(m)
		if v == nil || err != nil {
			return nil, err
		}
		items[i] = v
	}
	return items, nil
}

func constructMap(m *machine, _ *Type, a args) (Value, error) {
	if len(a.pos) < 2 {
		return nil, typeError("map() must have at least two arguments.")
	}
	fn := a.pos[0]
	its, err := m.iterateAll(a.pos[1:])
	return &overIter{funcIter{t: mapType, f: func(m *machine) (Value, error) {
		items, err := nextOfAll(m, its)
		if items == nil || err != nil {
			return nil, err
		}
		return m.call(fn, args{pos: items})
	}}, its, fn}, err
}

func constructFilter(m *machine, _ *Type, a args) (Value, error) {
	if err := a.between("filter", 2, 2); err != nil {
		return nil, err
	}
	fn := a.pos[0]
	it, err := m.iterate(a.pos[1])
	return &overIter{funcIter{t: filterType, f: func(m *machine) (Value, error) {
		for {
			v, err := it.next(m)
			if v == nil || err != nil {
				return nil, err
			}
			keep := v
			if fn != None {
				if keep, err = m.call(fn, positional(v)); err != nil {
					return nil, err
				}
			}
			if yes, err := m.truth(keep); yes || err != nil {
				return v, err
			}
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
	}}, []iterator{it}, fn}, err
}

func constructReversed(m *machine, _ *Type, a args) (Value, error) {
	if n := len(a.pos); n != 1 && len(a.kw) == 0 {
		return nil, typeError("reversed expected 1 argument, got %d", n)
	}
	if err := a.between("reversed", 1, 1); err != nil {
		return nil, err
	}
	v := a.pos[0]
	t := typeOf(v)
	found := t.lookup("__reversed__")
	if found != nil && found != None {
		return m.callSpecial(v, "__reversed__")
	}
	if found == None || t.lookup("__getitem__") == nil || t.length == nil || t.is(setType) || t.is(viewType) {
		return nil, typeError("'%s' object is not reversible", t.name)
	}
	if t.user != nil && (t.overrides("__getitem__") || t.overrides("__len__")) || t.solid() == objectType {
		return m.reverseItems(v)
	}
	items, err := m.collect(plain(v))
	return reversedOf(reversedType, items), err
}

// reverseItems mirrors reversed_new: by __getitem__ from the last to 0.
func (m *machine) reverseItems(v Value) (Value, error) {
	n, err := m.length(v)
	return &funcIter{t: reversedType, f: func(m *machine) (Value, error) {
		if n == 0 {
			return nil, nil
		}
		n--
		item, err := m.getItem(v, integer(int64(n)))
		if e := catchable(err); e != nil && (e.cls.is(excTypes["IndexError"]) || e.cls.is(excTypes["StopIteration"])) {
			n = 0
			return nil, nil
		}
		return item, err
	}}, err
}

// reversedMethod makes a __reversed__.
func reversedMethod(of, t *Type, items func(v Value) []Value) *builtin {
	return &builtin{name: "__reversed__", of: of, fn: func(_ *machine, self Value, a args) (Value, error) {
		return reversedOf(t, slices.Clone(items(self))), a.between(of.name+".__reversed__", 0, 0)
	}}
}

// reversedOf goes through items of its own from the last to the first.
func reversedOf(t *Type, items []Value) iterator {
	slices.Reverse(items)
	return &sliceIter{t: t, items: items}
}
