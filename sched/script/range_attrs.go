package script

// rangeAttributes gives range what it has besides its slots.
func (t *Type) rangeAttributes() {
	part := func(of func(r *span) int64) *property {
		return &property{get: func(_ *machine, v Value) (Value, error) { return integer(of(v.(*span))), nil }}
	}
	t.attrs["start"] = part(func(r *span) int64 { return r.start })
	t.attrs["stop"] = part(func(r *span) int64 { return r.stop })
	t.attrs["step"] = part(func(r *span) int64 { return r.step })
	t.methods(map[string]nativeFn{
		"count": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("range.count", 1, 1); err != nil {
				return nil, err
			}
			in, err := m.contains(self, a.pos[0])
			if in {
				return integer(1), err
			}
			return integer(0), err
		},
		"index": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("range.index", 1, 1); err != nil {
				return nil, err
			}
			r := self.(*span)
			in, err := m.contains(self, a.pos[0])
			if err != nil {
				return nil, err
			}
			x, ok := asFloat(a.pos[0])
			if !in || !ok {
				if _, isInt := asBig(a.pos[0]); !isInt {
					return nil, valueError("sequence.index(x): x not in sequence")
				}
				text, err := m.repr(a.pos[0])
				if err != nil {
					return nil, err
				}
				return nil, valueError("%s is not in range", text)
			}
			if n, small := asInt(a.pos[0]); small {
				return integer((n - r.start) / r.step), nil
			}
			return integer((int64(x) - r.start) / r.step), nil
		},
	})
}
