package script

import "loopscope/sched/script/syntax"

func setupSlice(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("slice", 1, 3); err != nil {
			return nil, err
		}
		if len(a.pos) == 1 {
			return &slice{None, a.pos[0], None}, nil
		}
		return &slice{a.pos[0], a.pos[1], a.at(2, None)}, nil
	}
	t.hash = func(m *machine, v Value) (int64, error) { return hashTuple(m, v.(*slice).key()) }
	t.repr = func(m *machine, v Value) (string, error) { return m.reprCall("slice", v.(*slice).key().items...) }
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if other, ok := b.(*slice); ok {
			return m.compare(op, a.(*slice).key(), other.key())
		}
		return NotImplemented, nil
	}
	part := func(of func(s *slice) Value) *property {
		return &property{get: func(_ *machine, v Value) (Value, error) { return of(v.(*slice)), nil }}
	}
	t.attrs["start"] = part(func(s *slice) Value { return s.start })
	t.attrs["stop"] = part(func(s *slice) Value { return s.stop })
	t.attrs["step"] = part(func(s *slice) Value { return s.step })
	t.methods(map[string]nativeFn{"indices": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("slice.indices", 1, 1); err != nil {
			return nil, err
		}
		n, err := toIndex(a.pos[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, valueError("length should not be negative")
		}
		return self.(*slice).indices(n)
	}})
}

func (s *slice) key() *tuple { return newTuple(s.start, s.stop, s.step) }

// indices mirrors slice.indices.
func (s *slice) indices(n int) (*tuple, error) {
	start, step, _, err := s.bounds(n)
	if err != nil {
		return nil, err
	}
	stop := n
	low := 0
	if step < 0 {
		stop, low = -1, -1
	}
	if s.stop != None {
		if stop, err = sliceIndex(s.stop); err != nil {
			return nil, err
		}
		if stop < 0 {
			stop += n
		}
		high := n
		if step < 0 {
			high = n - 1
		}
		stop = min(max(stop, low), high)
	}
	return newTuple(integer(int64(start)), integer(int64(stop)), integer(int64(step))), nil
}
