package script

import (
	"math"

	"loopscope/sched/script/syntax"
)

// The types of Modules/itertoolsmodule.c. Most of their iterators are
// functions; count and repeat show their state.

var (
	countType  = iteratorSubtype("itertools.count")
	repeatType = iteratorSubtype("itertools.repeat")
	chainType  = iteratorSubtype("itertools.chain")

	grouperType = iteratorSubtype("itertools._grouper")
	teeType     = iteratorSubtype("itertools._tee")
)

// An iterMaker starts an iterator over arguments that are bound to parameters.
type iterMaker func(m *machine, v []Value) (func(m *machine) (Value, error), error)

// An iterKind is one of itertools' types.
type iterKind struct {
	t       *Type
	params  string
	rest    bool // any number of positional arguments stand in a tuple before the parameters
	clinic  bool // given by name, too: worded as by getargs.c
	perform iterMaker
}

// kind declares a type of itertools.
func kind(name, params string, perform iterMaker) iterKind {
	return iterKind{t: iteratorSubtype("itertools." + name), params: params, clinic: true, perform: perform}
}

// many declares a type that takes any number of iterables.
func many(name, params string, perform iterMaker) iterKind {
	k := kind(name, params, perform)
	k.rest, k.clinic = true, false
	return k
}

// counted declares a type that takes from low to high arguments, none by name.
func counted(name string, perform iterMaker) iterKind {
	k := kind(name, "", perform)
	k.clinic = false
	return k
}

var iterKinds = []iterKind{
	kind("accumulate", "iterable, func=None, *, initial=None", makeAccumulate),
	kind("compress", "data, selectors", makeCompress),
	counted("cycle", makeCycle), counted("dropwhile", makeDropWhile), counted("takewhile", makeTakeWhile), counted("filterfalse", makeFilterFalse),
	counted("starmap", makeStarMap), counted("pairwise", makePairwise), counted("islice", makeIslice),
	kind("groupby", "iterable, key=None", makeGroupBy),
	kind("batched", "iterable, n, *, strict=False", makeBatched),
	many("zip_longest", "fillvalue=None", makeZipLongest),
	many("product", "repeat=1", makeProduct),
	kind("permutations", "iterable, r=None", makePermutations),
	kind("combinations", "iterable, r", makeCombinations),
	kind("combinations_with_replacement", "iterable, r", makeReplacement),
}

// argCounts are the numbers of arguments of the counted ones.
var argCounts = map[string][2]int{"dropwhile": {2, 2}, "takewhile": {2, 2}, "filterfalse": {2, 2}, "starmap": {2, 2},
	"pairwise": {1, 1}, "cycle": {1, 1}, "islice": {2, 4}}

func itertoolsModule() *module {
	mod := newModule("itertools", []*builtin{inC("tee", tee)})
	for _, k := range iterKinds {
		mod.attrs[k.t.short()] = k.t
	}
	for _, t := range []*Type{countType, repeatType, chainType, grouperType, teeType} {
		mod.attrs[t.short()] = t
	}
	return mod
}

// setupItertools gives the setups of the types.
func setupItertools(setups map[*Type]func(*Type)) {
	setups[countType], setups[repeatType], setups[chainType] = setupCount, setupRepeat, setupChain
	setups[teeType] = func(t *Type) {
		t.methods(map[string]nativeFn{"__copy__": func(_ *machine, self Value, _ args) (Value, error) {
			it := *self.(*teeIter)
			return &it, nil
		}})
	}
	for _, k := range iterKinds {
		setups[k.t] = k.setup
	}
}

func (k iterKind) setup(t *Type) {
	s := newSignature(t.short(), k.params)
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		v, err := k.bind(s, a)
		if err != nil {
			return nil, err
		}
		f, err := k.perform(m, v)
		if err != nil {
			return nil, err
		}
		return &funcIter{t: t, f: f}, nil
	}
}

func (k iterKind) bind(s *pySignature, a args) ([]Value, error) {
	switch {
	case k.clinic:
		return s.bindClinic(a)
	case k.rest:
		v, err := s.bindClinic(args{kw: a.kw})
		if err != nil {
			if s.name == "zip_longest" {
				return nil, typeError("zip_longest() got an unexpected keyword argument")
			}
			return nil, err
		}
		return append([]Value{newTuple(append([]Value(nil), a.pos...)...)}, v...), nil
	}
	n := argCounts[s.name]
	if len(a.kw) > 0 {
		return nil, typeError("%s() takes no keyword arguments", s.name)
	}
	if len(a.pos) < n[0] || len(a.pos) > n[1] {
		how, want := "", n[0]
		if n[0] != n[1] {
			how = "at least "
			if len(a.pos) > n[1] {
				how, want = "at most ", n[1]
			}
		}
		return nil, typeError("%s expected %s%d argument%s, got %d", s.name, how, want, plural(want), len(a.pos))
	}
	return append([]Value(nil), a.pos...), nil
}

// A counter is itertools.count.
type counter struct{ at, step Value }

func (*counter) class() *Type { return countType }
func (c *counter) next(m *machine) (v Value, err error) {
	v = c.at
	c.at, err = m.binaryOp(syntax.Add, c.at, c.step)
	return v, err
}

var countSignature = newSignature("count", "start=0, step=1")

func setupCount(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		v, err := countSignature.bindClinic(a)
		if err != nil {
			return nil, err
		}
		for _, n := range v {
			if _, ok := asFloat(n); !ok && !isNumberLike(n) {
				return nil, typeError("a number is required")
			}
		}
		return &counter{v[0], v[1]}, nil
	}
	t.repr = func(m *machine, v Value) (string, error) {
		c := v.(*counter)
		if typeOf(c.step) == intType && c.step == integer(1) {
			return m.reprCall("count", c.at)
		}
		return m.reprCall("count", c.at, c.step)
	}
}

// isNumberLike mirrors PyNumber_Check for the number types that are in Python.
func isNumberLike(v Value) bool {
	t := typeOf(v)
	return t.lookup("__index__") != nil || t.lookup("__float__") != nil || t.lookup("__int__") != nil
}

// A repeater is itertools.repeat; left is negative for ever.
type repeater struct {
	v    Value
	left int
}

func (*repeater) class() *Type { return repeatType }
func (r *repeater) next(*machine) (Value, error) {
	if r.left == 0 {
		return nil, nil
	}
	if r.left > 0 {
		r.left--
	}
	return r.v, nil
}

var repeatSignature = newSignature("repeat", "object, times=None")

func setupRepeat(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		v, err := repeatSignature.bindClinic(a)
		if err != nil {
			return nil, err
		}
		r := &repeater{v[0], -1}
		if len(a.pos) == 2 || len(a.pos)+len(a.kw) == 2 {
			n, err := toIndex(v[1])
			if err != nil {
				return nil, err
			}
			r.left = max(n, 0)
		}
		return r, nil
	}
	t.repr = func(m *machine, v Value) (string, error) {
		r := v.(*repeater)
		if r.left < 0 {
			return m.reprCall("repeat", r.v)
		}
		return m.reprCall("repeat", r.v, integer(int64(r.left)))
	}
	t.methods(map[string]nativeFn{"__length_hint__": func(_ *machine, self Value, _ args) (Value, error) {
		if r := self.(*repeater); r.left >= 0 {
			return integer(int64(r.left)), nil
		}
		return nil, typeError("len() of unsized object")
	}})
}

func setupChain(t *Type) {
	t.construct = func(_ *machine, t *Type, a args) (Value, error) {
		if len(a.kw) > 0 {
			return nil, typeError("chain() takes no keyword arguments")
		}
		return chain(&sliceIter{t: tupleIteratorType, items: append([]Value(nil), a.pos...)}), nil
	}
	t.attrs["from_iterable"] = &classMethod{fn: &builtin{name: "from_iterable", of: typeType, fn: func(m *machine, _ Value, a args) (Value, error) {
		if err := a.between("chain.from_iterable", 1, 1); err != nil {
			return nil, err
		}
		it, err := m.iterate(a.pos[0])
		if err != nil {
			return nil, err
		}
		return chain(it), nil
	}}}
}

// chain goes through what an iterator of iterables gives.
func chain(source iterator) Value {
	var active iterator
	return &funcIter{t: chainType, f: func(m *machine) (Value, error) {
		for source != nil {
			if active == nil {
				v, err := source.next(m)
				if v == nil || err != nil {
					source = nil
					return nil, err
				}
				if active, err = m.iterate(v); err != nil {
					source = nil
					return nil, err
				}
			}
			v, err := active.next(m)
			if v != nil || err != nil {
				return v, err
			}
			active = nil
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}}
}

func makeCycle(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[0])
	var saved []Value
	at := 0
	return func(m *machine) (Value, error) {
		if it != nil {
			v, err := it.next(m)
			if v != nil || err != nil {
				saved = append(saved, v)
				return v, anyError(err, m.grown(len(saved)))
			}
			it = nil
		}
		if len(saved) == 0 {
			return nil, nil
		}
		v := saved[at]
		at = (at + 1) % len(saved)
		return v, nil
	}, err
}

// anyError gives the first error that there is.
func anyError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func makeAccumulate(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[0])
	var total Value
	fn, initial := v[1], v[2]
	return func(m *machine) (Value, error) {
		if initial != None {
			total, initial = initial, None
			return total, nil
		}
		v, err := it.next(m)
		switch {
		case v == nil || err != nil:
			return nil, err
		case total == nil:
			total = v
			return v, nil
		case fn == None:
			v, err = m.binaryOp(syntax.Add, total, v)
		default:
			v, err = m.call(fn, positional(total, v))
		}
		if err != nil {
			return nil, err
		}
		total = v
		return v, nil
	}, err
}

func makeCompress(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	its, err := m.iterateAll(v)
	return func(m *machine) (Value, error) {
		for {
			v, err := its[0].next(m)
			if v == nil || err != nil {
				return nil, err
			}
			keep, err := its[1].next(m)
			if keep == nil || err != nil {
				return nil, err
			}
			if yes, err := m.truth(keep); yes || err != nil {
				return v, err
			}
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
	}, err
}

// holds asks a predicate; None asks the item itself.
func (m *machine) holds(fn, v Value) (bool, error) {
	if fn != None {
		var err error
		if v, err = m.call(fn, positional(v)); err != nil {
			return false, err
		}
	}
	return m.truth(v)
}

func makeDropWhile(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[1])
	fn, begun := v[0], false
	return func(m *machine) (Value, error) {
		for {
			v, err := it.next(m)
			if v == nil || err != nil || begun {
				return v, err
			}
			v2, err := m.call(fn, positional(v))
			if err != nil {
				return nil, err
			}
			drop, err := m.truth(v2)
			if err != nil {
				return nil, err
			}
			if !drop {
				begun = true
				return v, nil
			}
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
	}, err
}

func makeTakeWhile(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[1])
	fn, done := v[0], false
	return func(m *machine) (Value, error) {
		if done {
			return nil, nil
		}
		v, err := it.next(m)
		if v == nil || err != nil {
			return nil, err
		}
		good, err := m.call(fn, positional(v))
		if err != nil {
			return nil, err
		}
		yes, err := m.truth(good)
		if yes || err != nil {
			return v, err
		}
		done = true
		return nil, nil
	}, err
}

func makeFilterFalse(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[1])
	fn := v[0]
	return func(m *machine) (Value, error) {
		for {
			v, err := it.next(m)
			if v == nil || err != nil {
				return nil, err
			}
			if yes, err := m.holds(fn, v); !yes || err != nil {
				return v, err
			}
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
	}, err
}

func makeStarMap(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[1])
	fn := v[0]
	return func(m *machine) (Value, error) {
		v, err := it.next(m)
		if v == nil || err != nil {
			return nil, err
		}
		items, err := m.collect(v)
		if err != nil {
			return nil, err
		}
		return m.call(fn, args{pos: items})
	}, err
}

func makePairwise(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[0])
	var old Value
	return func(m *machine) (Value, error) {
		if old == nil {
			var err error
			if old, err = it.next(m); old == nil || err != nil {
				return nil, err
			}
		}
		v, err := it.next(m)
		if v == nil || err != nil {
			return nil, err
		}
		pair := newTuple(old, v)
		old = v
		return pair, nil
	}, err
}

// sliceBound reads an argument of islice.
func sliceBound(v Value, otherwise int, message string) (int, error) {
	if v == None {
		return otherwise, nil
	}
	n, err := toIndex(v)
	if err != nil || n < 0 {
		return 0, valueError("%s", message)
	}
	return n, nil
}

func makeIslice(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	const indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	start, step, stop := 0, 1, math.MaxInt
	var err error
	if len(v) == 2 {
		if stop, err = sliceBound(v[1], math.MaxInt, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."); err != nil {
			return nil, err
		}
	} else {
		if stop, err = sliceBound(v[2], math.MaxInt, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."); err != nil {
			return nil, err
		}
		if start, err = sliceBound(v[1], 0, indices); err != nil {
			return nil, err
		}
	}
	if len(v) == 4 {
		if step, err = sliceBound(v[3], 1, "Step for islice() must be a positive integer or None."); err != nil || step < 1 {
			return nil, valueError("Step for islice() must be a positive integer or None.")
		}
	}
	it, err := m.iterate(v[0])
	at, next := 0, start
	return func(m *machine) (Value, error) {
		for it != nil {
			if at >= next && at >= stop {
				break
			}
			v, err := it.next(m)
			if v == nil || err != nil {
				if v == nil && err == nil {
					it = nil
				}
				return nil, err
			}
			if at++; at > next {
				if next += step; next < 0 || next > stop {
					next = stop
				}
				return v, nil
			}
			if err := m.tick(); err != nil {
				return nil, err
			}
		}
		it = nil
		return nil, nil
	}, err
}
