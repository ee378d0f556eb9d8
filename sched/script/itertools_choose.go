package script

// The iterators of itertools that choose from a pool, and those that share a
// source.

// tuples makes an iterator over tuples of a pool's items: advance changes the
// indices, and says whether there are more.
func tuples(pool []Value, indices []int, empty bool, advance func() bool) func(m *machine) (Value, error) {
	begun := false
	return func(m *machine) (Value, error) {
		if empty {
			return nil, nil
		}
		if begun && !advance() {
			empty = true
			return nil, nil
		}
		begun = true
		items := make([]Value, len(indices))
		for i, n := range indices {
			items[i] = pool[n]
		}
		return newTuple(items...), anyError(m.charge(objectSize+len(items)*valueSize), m.tick())
	}
}

// repetitions reads r of permutations and combinations.
func (m *machine) repetitions(v Value) (int, error) {
	r, err := toIndex(v)
	switch {
	case err != nil:
		return 0, err
	case r < 0:
		return 0, valueError("r must be non-negative")
	}
	return r, m.room(r)
}

func makeProduct(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	times, err := toIndex(v[1])
	if err != nil {
		return nil, err
	}
	if times < 0 {
		return nil, valueError("repeat argument cannot be negative")
	}
	var pools [][]Value
	for _, one := range v[0].(*tuple).items {
		pool, err := m.collect(one)
		if err != nil {
			return nil, err
		}
		pools = append(pools, pool)
	}
	n := len(pools)
	if n > 0 && int64(times) > m.opts.MaxBytes/valueSize/int64(n) {
		return nil, m.limit(LimitMemory)
	}
	if err := m.room(n * times); err != nil {
		return nil, err
	}
	indices := make([]int, n*times)
	empty, begun := false, false
	for i := range indices {
		empty = empty || len(pools[i%n]) == 0
	}
	return func(m *machine) (Value, error) {
		if begun && !empty {
			i := len(indices) - 1
			for ; i >= 0; i-- {
				if indices[i]++; indices[i] < len(pools[i%n]) {
					break
				}
				indices[i] = 0
			}
			empty = i < 0
		}
		if empty {
			return nil, nil
		}
		begun = true
		items := make([]Value, len(indices))
		for i, at := range indices {
			items[i] = pools[i%n][at]
		}
		return newTuple(items...), anyError(m.charge(objectSize+len(items)*valueSize), m.tick())
	}, nil
}

func makePermutations(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	pool, err := m.collect(v[0])
	if err != nil {
		return nil, err
	}
	n, r := len(pool), len(pool)
	if v[1] != None {
		if typeOf(v[1]) != intType && typeOf(v[1]) != boolType {
			return nil, typeError("Expected int as r")
		}
		if r, err = m.repetitions(v[1]); err != nil {
			return nil, err
		}
	}
	indices, cycles := make([]int, n), make([]int, min(r, n))
	for i := range indices {
		indices[i] = i
	}
	for i := range cycles {
		cycles[i] = n - i
	}
	return tuples(pool, indices[:min(r, n)], r > n, func() bool {
		for i := r - 1; i >= 0; i-- {
			if cycles[i]--; cycles[i] == 0 {
				first := indices[i]
				copy(indices[i:], indices[i+1:])
				indices[n-1], cycles[i] = first, n-i
				continue
			}
			j := n - cycles[i]
			indices[i], indices[j] = indices[j], indices[i]
			return true
		}
		return false
	}), nil
}

func makeCombinations(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	pool, err := m.collect(v[0])
	if err != nil {
		return nil, err
	}
	r, err := m.repetitions(v[1])
	if err != nil {
		return nil, err
	}
	n := len(pool)
	indices := make([]int, min(r, n))
	for i := range indices {
		indices[i] = i
	}
	return tuples(pool, indices, r > n, func() bool {
		i := r - 1
		for i >= 0 && indices[i] == i+n-r {
			i--
		}
		if i < 0 {
			return false
		}
		indices[i]++
		for j := i + 1; j < r; j++ {
			indices[j] = indices[j-1] + 1
		}
		return true
	}), nil
}

func makeReplacement(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	pool, err := m.collect(v[0])
	if err != nil {
		return nil, err
	}
	r, err := m.repetitions(v[1])
	if err != nil {
		return nil, err
	}
	n, indices := len(pool), make([]int, r)
	return tuples(pool, indices, n == 0 && r > 0, func() bool {
		i := r - 1
		for i >= 0 && indices[i] == n-1 {
			i--
		}
		if i < 0 {
			return false
		}
		next := indices[i] + 1
		for j := i; j < r; j++ {
			indices[j] = next
		}
		return true
	}), nil
}

// makeGroupBy mirrors groupby_next and _grouper_next.
func makeGroupBy(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	it, err := m.iterate(v[0])
	g := &grouping{it: it, fn: v[1]}
	return g.group, err
}

// A grouping is the state that groupby shares with its groups.
type grouping struct {
	it      iterator
	fn      Value
	target  Value    // the key of the group that was given last; nil: none yet
	key     Value    // of item; nil: nothing was read
	item    Value    // that was read and not given; nil: none
	current *grouper // the group that may still read
}

// A grouper is one group.
type grouper struct {
	of  *grouping
	key Value
}

func (*grouper) class() *Type { return grouperType }

// read takes an item of the source; false at its end.
func (g *grouping) read(m *machine) (bool, error) {
	v, err := g.it.next(m)
	if v == nil || err != nil {
		return false, err
	}
	key := v
	if g.fn != None {
		if key, err = m.call(g.fn, positional(v)); err != nil {
			return false, err
		}
	}
	g.key, g.item = key, v
	return true, m.tick()
}

func (g *grouping) group(m *machine) (Value, error) {
	g.current = nil
	for {
		if g.key != nil {
			if g.target == nil {
				break
			}
			same, err := m.equal(g.target, g.key)
			if err != nil {
				return nil, err
			}
			if !same {
				break
			}
		}
		if more, err := g.read(m); !more || err != nil {
			return nil, err
		}
	}
	g.target = g.key
	g.current = &grouper{g, g.target}
	return newTuple(g.key, g.current), nil
}

func (p *grouper) next(m *machine) (Value, error) {
	g := p.of
	if g.current != p {
		return nil, nil
	}
	if g.item == nil {
		if more, err := g.read(m); !more || err != nil {
			return nil, err
		}
	}
	same, err := m.equal(p.key, g.key)
	if !same || err != nil {
		return nil, err
	}
	v := g.item
	g.item = nil
	return v, nil
}

// A teeIter is one of the iterators of tee; they share a chain of the items
// that not all have seen.
type teeIter struct {
	source *iterator
	at     *teeLink
}

type teeLink struct {
	v    Value
	next *teeLink // nil: not read yet
}

func (*teeIter) class() *Type { return teeType }
func (it *teeIter) next(m *machine) (Value, error) {
	if it.at.next == nil {
		v, err := (*it.source).next(m)
		if v == nil || err != nil {
			return nil, err
		}
		it.at.next = &teeLink{v: v}
		if err := m.charge(1); err != nil {
			return nil, err
		}
	}
	it.at = it.at.next
	return it.at.v, nil
}

// tee mirrors itertools_tee_impl.
func tee(m *machine, a args) (Value, error) {
	if err := a.between("tee", 1, 2); err != nil {
		return nil, err
	}
	n, err := toIndex(a.at(1, integer(2)))
	switch {
	case err != nil:
		return nil, err
	case n < 0:
		return nil, valueError("n must be >= 0")
	}
	if err := m.room(n); err != nil {
		return nil, err
	}
	it, err := m.iterate(a.pos[0])
	if err != nil {
		return nil, err
	}
	first, ok := it.(*teeIter)
	if !ok {
		first = &teeIter{source: &it, at: &teeLink{}}
	}
	all := make([]Value, n)
	for i := range all {
		one := *first
		all[i] = &one
	}
	if ok && n > 0 {
		all[0] = first
	}
	return newTuple(all...), nil
}

func makeBatched(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	n, err := toIndex(v[1])
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, valueError("n must be at least one")
	}
	strict, err := m.truth(v[2])
	if err != nil {
		return nil, err
	}
	it, err := m.iterate(v[0])
	return func(m *machine) (Value, error) {
		var batch []Value
		for it != nil && len(batch) < n {
			v, err := it.next(m)
			if err != nil {
				return nil, err
			}
			if v == nil {
				it = nil
				break
			}
			batch = append(batch, v)
			if err := anyError(m.grown(len(batch)), m.tick()); err != nil {
				return nil, err
			}
		}
		switch {
		case len(batch) == 0:
			return nil, nil
		case strict && len(batch) < n:
			return nil, valueError("batched(): incomplete batch")
		}
		return newTuple(batch...), nil
	}, err
}

func makeZipLongest(m *machine, v []Value) (func(m *machine) (Value, error), error) {
	its, err := m.iterateAll(v[0].(*tuple).items)
	fill, left := v[1], len(its)
	return func(m *machine) (Value, error) {
		if left == 0 {
			return nil, nil
		}
		items := make([]Value, len(its))
		for i, it := range its {
			items[i] = fill
			if it == nil {
				continue
			}
			v, err := it.next(m)
			if err != nil {
				left = 0
				return nil, err
			}
			if v == nil {
				its[i] = nil
				if left--; left == 0 {
					return nil, nil
				}
				continue
			}
			items[i] = v
		}
		return newTuple(items...), nil
	}, err
}
