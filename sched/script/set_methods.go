package script

import (
	"loopscope/sched/script/syntax"
)

func setupSet(t *Type) {
	setupAnySet(t)
	setupSetItems(t)
	setupSetUpdates(t)
	t.hash = unhashable
	t.inplace = setInplace
	t.attrs["__init__"] = initBy(t, func(m *machine, self Value, a args) error {
		if err := a.between("set", 0, 1); err != nil {
			return err
		}
		s := self.(*set)
		s.clear()
		if len(a.pos) == 0 {
			return nil
		}
		return s.merge(m, a.pos[0])
	})
}

// setupSetItems adds what takes one item or all of them.
func setupSetItems(t *Type) {
	t.methods(map[string]nativeFn{
		"add": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("set.add", 1, 1); err != nil {
				return nil, err
			}
			if err := self.(*set).add(m, a.pos[0]); err != nil {
				return nil, err
			}
			return None, m.grown(self.(*set).len())
		},
		"remove": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("set.remove", 1, 1); err != nil {
				return nil, err
			}
			found, err := self.(*set).remove(m, a.pos[0])
			if !found && err == nil {
				return nil, keyError(a.pos[0])
			}
			return None, err
		},
		"discard": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("set.discard", 1, 1); err != nil {
				return nil, err
			}
			_, err := self.(*set).remove(m, a.pos[0])
			return None, err
		},
		"pop": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("set.pop", 0, 0); err != nil {
				return nil, err
			}
			return self.(*set).pop(m)
		},
		"clear": func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("set.clear", 0, 0); err != nil {
				return nil, err
			}
			self.(*set).clear()
			return None, nil
		},
	})
}

// setupSetUpdates adds what changes a set by iterables.
func setupSetUpdates(t *Type) {
	t.methods(map[string]nativeFn{
		"update": func(m *machine, self Value, a args) (Value, error) {
			for _, v := range a.pos {
				if err := self.(*set).merge(m, v); err != nil {
					return nil, err
				}
			}
			return None, nil
		},
		"difference_update": func(m *machine, self Value, a args) (Value, error) {
			for _, v := range a.pos {
				if err := self.(*set).subtract(m, v); err != nil {
					return nil, err
				}
			}
			return None, nil
		},
		"intersection_update": func(m *machine, self Value, a args) (Value, error) {
			made, err := setMethod("intersection_update", syntax.BitAnd)(m, self, a)
			if err == nil {
				self.(*set).become(made.(*set))
			}
			return None, err
		},
		"symmetric_difference_update": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("set.symmetric_difference_update", 1, 1); err != nil {
				return nil, err
			}
			other, ok := a.pos[0].(*set)
			if !ok {
				other = newSet(setType)
				if err := other.merge(m, a.pos[0]); err != nil {
					return nil, err
				}
			}
			return None, self.(*set).toggle(m, other)
		},
	})
}

// pop takes the first item: mirrors set_pop as far as a set that was not
// popped before goes, whose finger stands at the first slot.
func (s *set) pop(m *machine) (Value, error) {
	if s.len() == 0 {
		return nil, keyError("pop from an empty set")
	}
	if s.ordered != nil {
		// The oracle's set is a MutableSet, whose pop takes the first.
		v := s.ordered.keys()[0]
		_, err := s.ordered.remove(m, v)
		return v, err
	}
	for i := s.finger & (len(s.slots) - 1); ; i = (i + 1) & (len(s.slots) - 1) {
		if v := s.slots[i].key; v != nil {
			s.slots[i] = setSlot{dead: true}
			s.live--
			s.finger = i + 1
			return v, nil
		}
	}
}

func setupFrozenset(t *Type) {
	setupAnySet(t)
	t.hash = hashFrozenset
}

// hashFrozenset mirrors frozenset_hash.
func hashFrozenset(m *machine, v Value) (int64, error) {
	s := v.(*set)
	var h uint64
	for _, item := range s.items() {
		one, err := m.hash(item)
		if err != nil {
			return 0, err
		}
		x := uint64(one)
		h ^= ((x ^ 89869747) ^ (x << 16)) * 3644798167
	}
	h ^= uint64(s.len()+1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		return 590923713, nil
	}
	return int64(h), nil
}

func setupAnySet(t *Type) {
	t.construct = func(m *machine, t *Type, a args) (Value, error) {
		if err := a.between(t.name, 0, 1); err != nil {
			return nil, err
		}
		s := newSet(t)
		if len(a.pos) == 0 {
			return s, nil
		}
		if one, ok := a.pos[0].(*set); ok {
			if t == frozensetType && one.class() == t {
				return one, nil
			}
			return one.copyAs(m, t)
		}
		return s, s.merge(m, a.pos[0])
	}
	t.alloc = func(m *machine, cls *Type, a args) (Value, error) {
		s := newSet(t)
		s.heir = heirOf(cls, t)
		if t == setType || len(a.pos) == 0 {
			return s, nil
		}
		return s, s.merge(m, a.pos[0])
	}
	t.repr = reprSet
	t.length = func(_ *machine, v Value) (int, error) { return v.(*set).len(), nil }
	t.truth = func(_ *machine, v Value) (bool, error) { return v.(*set).len() > 0, nil }
	t.compare = compareSets
	t.iter = func(_ *machine, v Value) (iterator, error) {
		s := v.(*set)
		return &setIter{of: s, items: s.items(), size: s.len()}, nil
	}
	t.contains = func(m *machine, v, item Value) (bool, error) { return v.(*set).has(m, item) }
	t.binary = setOp
	t.methods(map[string]nativeFn{
		"union": setMethod("union", syntax.BitOr), "intersection": setMethod("intersection", syntax.BitAnd),
		"difference": setMethod("difference", syntax.Sub), "symmetric_difference": setMethod("symmetric_difference", syntax.BitXor),
		"isdisjoint": isDisjoint,
		"issubset":   setRelation("issubset", syntax.LtE), "issuperset": setRelation("issuperset", syntax.GtE),
		"copy": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between(typeOf(self).name+".copy", 0, 0); err != nil {
				return nil, err
			}
			return self.(*set).copyAs(m, self.(*set).t)
		},
	})
}

// setMethod makes the method that does an operator for any iterables. It
// mirrors set_union, set_intersection_multi and set_difference_multi.
func setMethod(name string, op syntax.Operator) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		s := self.(*set)
		if len(a.kw) > 0 {
			return nil, typeError("%s.%s() takes no keyword arguments", s.t.name, name)
		}
		if op == syntax.BitXor {
			if err := a.between(s.t.name+"."+name, 1, 1); err != nil {
				return nil, err
			}
		}
		if len(a.pos) == 0 || op == syntax.BitOr {
			r, err := s.copyAs(m, s.t)
			for _, v := range a.pos {
				if err == nil {
					err = r.merge(m, v)
				}
			}
			return r, err
		}
		r, err := s.with(m, op, a.pos[0])
		for _, v := range a.pos[1:] {
			if err != nil {
				return nil, err
			}
			if op == syntax.Sub {
				err = r.subtract(m, v)
			} else {
				r, err = r.with(m, op, v)
			}
		}
		return r, err
	}
}

// with gives the result of an operator with any iterable.
func (s *set) with(m *machine, op syntax.Operator, v Value) (*set, error) {
	other, ok := v.(*set)
	switch {
	case !ok && op == syntax.Sub:
		r, err := s.copyAs(m, s.t)
		if err != nil {
			return nil, err
		}
		return r, r.subtract(m, v)
	case !ok && op == syntax.BitAnd:
		items, err := m.collect(v)
		if err != nil {
			return nil, err
		}
		return filtered(m, items, newSet(s.t), func(v Value) (bool, error) { return s.has(m, v) })
	case !ok:
		other = newSet(setType)
		if err := other.merge(m, v); err != nil {
			return nil, err
		}
	}
	r, err := setOp(m, op, s, other)
	if err != nil {
		return nil, err
	}
	return r.(*set), nil
}

// isDisjoint mirrors set_isdisjoint.
func isDisjoint(m *machine, self Value, a args) (Value, error) {
	s := self.(*set)
	if err := a.between(s.t.name+".isdisjoint", 1, 1); err != nil {
		return nil, err
	}
	apart := true
	err := m.each(a.pos[0], func(item Value) error {
		in, err := s.has(m, item)
		apart = apart && !in
		return err
	})
	return apart, err
}

func setRelation(name string, op syntax.CmpOperator) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if err := a.between(self.(*set).t.name+"."+name, 1, 1); err != nil {
			return nil, err
		}
		other := newSet(setType)
		if err := other.merge(m, a.pos[0]); err != nil {
			return nil, err
		}
		return compareSets(m, op, self, other)
	}
}

// merge adds all of an iterable.
func (s *set) merge(m *machine, v Value) error {
	if from, ok := v.(*set); ok && s.ordered == nil && from.ordered == nil {
		if err := s.mergeSet(m, from); err != nil {
			return err
		}
		return m.room(s.len())
	}
	return m.each(v, func(item Value) error {
		if err := s.add(m, item); err != nil {
			return err
		}
		return m.grown(s.len())
	})
}

func reprSet(m *machine, v Value) (string, error) {
	s := v.(*set)
	name := s.class().name
	if s.len() == 0 {
		return name + "()", nil
	}
	return m.display(v, name+"(...)", func() (string, error) {
		text, err := m.reprAll(s.items())
		if s.class() != setType {
			return name + "({" + text + "})", err
		}
		return "{" + text + "}", err
	})
}

func compareSets(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	x := a.(*set)
	y, ok := b.(*set)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case syntax.NotEq:
		same, err := compareSets(m, syntax.Eq, a, b)
		return same == false, err
	case syntax.Gt, syntax.GtE:
		return compareSets(m, swapped[op], b, a)
	}
	if x.len() > y.len() || op == syntax.Eq && x.len() != y.len() || op == syntax.Lt && x.len() == y.len() {
		return false, nil
	}
	for _, item := range x.items() {
		if in, err := y.has(m, item); !in || err != nil {
			return false, err
		}
	}
	return true, nil
}

// setOp mirrors set_or, set_and, set_sub and set_xor.
func setOp(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	x := a.(*set)
	y, ok := b.(*set)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case syntax.BitOr:
		r, err := x.copyAs(m, x.t)
		if err != nil {
			return nil, err
		}
		return r, r.merge(m, y)
	case syntax.BitXor:
		r, err := y.copyAs(m, x.t)
		if err != nil {
			return nil, err
		}
		return r, r.toggle(m, x)
	case syntax.Sub:
		if x.len()>>2 > y.len() {
			r, err := x.copyAs(m, x.t)
			if err != nil {
				return nil, err
			}
			return r, r.subtract(m, y)
		}
		return filtered(m, x.items(), x.empty(x.t), func(v Value) (bool, error) {
			in, err := y.has(m, v)
			return !in, err
		})
	case syntax.BitAnd:
		// set_intersection goes through the smaller one.
		through, other := y, x
		if y.len() > x.len() {
			through, other = x, y
		}
		return filtered(m, through.items(), through.empty(x.t), func(v Value) (bool, error) { return other.has(m, v) })
	}
	return NotImplemented, nil
}

// setInplace is setOp for |= and its kin, which change the set.
func setInplace(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	x := a.(*set)
	y, ok := b.(*set)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case syntax.BitOr:
		return x, x.merge(m, y)
	case syntax.Sub:
		return x, x.subtract(m, y)
	case syntax.BitXor:
		return x, x.toggle(m, y)
	case syntax.BitAnd:
		v, err := setOp(m, op, a, b)
		if err != nil {
			return nil, err
		}
		x.become(v.(*set))
		return x, nil
	}
	return NotImplemented, nil
}

// become takes the items of another set (set_swap_bodies).
func (s *set) become(other *set) {
	t, finger, kept := s.t, s.finger, s.heir
	*s = *other
	s.t, s.finger, s.heir = t, finger, kept
}

// toggle removes the items of another set that are here and adds those that
// are not.
func (s *set) toggle(m *machine, other *set) error {
	for _, v := range other.items() {
		gone, err := s.remove(m, v)
		if err == nil && !gone {
			err = s.add(m, v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// subtract removes what is in an iterable. It mirrors
// set_difference_update_internal, which does away with deleted slots when
// there are many.
func (s *set) subtract(m *machine, v Value) error {
	items, err := m.collect(v)
	for _, item := range items {
		if err == nil {
			_, err = s.remove(m, item)
		}
	}
	if err != nil || s.ordered != nil || s.fill-s.live <= (len(s.slots)-1)/4 {
		return err
	}
	if s.live > 50000 {
		s.resize(s.live * 2)
	} else {
		s.resize(s.live * 4)
	}
	return nil
}

// empty gives a set of no items that keeps them in the order that s does.
func (s *set) empty(t *Type) *set {
	r := newSet(t)
	if s.ordered != nil {
		r.ordered = &table{}
	}
	return r
}

// filtered adds the items that are wanted to r.
func filtered(m *machine, items []Value, r *set, want func(Value) (bool, error)) (*set, error) {
	for _, v := range items {
		ok, err := want(v)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if err := r.add(m, v); err != nil {
			return nil, err
		}
	}
	return r, nil
}
