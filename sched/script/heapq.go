package script

// A heap is a list in heap order, as Modules/_heapqmodule.c keeps it: the
// order of its comparisons shows where __lt__ is the script's.
type heap struct {
	m     *machine
	l     *list
	after func(m *machine, a, b Value) (bool, error) // whether a is to be nearer to the top
}

func minFirst(m *machine, a, b Value) (bool, error) { return m.less(a, b) }
func maxFirst(m *machine, a, b Value) (bool, error) { return m.less(b, a) }

// before compares, in the order that C does, and notices a list that changes.
func (h *heap) before(a, b Value) (bool, error) {
	n := len(h.l.items)
	yes, err := h.after(h.m, a, b)
	if err == nil && len(h.l.items) != n {
		err = raise("RuntimeError", "list changed size during iteration")
	}
	return yes, anyError(err, h.m.tick())
}

// down mirrors siftdown, which moves an item towards the top.
func (h *heap) down(start, pos int) error {
	for pos > start {
		parent := (pos - 1) >> 1
		yes, err := h.before(h.l.items[pos], h.l.items[parent])
		if !yes || err != nil {
			return err
		}
		h.l.items[pos], h.l.items[parent] = h.l.items[parent], h.l.items[pos]
		pos = parent
	}
	return nil
}

// up mirrors siftup, which moves an item to the leaves and back.
func (h *heap) up(pos int) error {
	start, end := pos, len(h.l.items)
	for pos < end>>1 {
		child := 2*pos + 1
		if child+1 < end {
			yes, err := h.before(h.l.items[child], h.l.items[child+1])
			if err != nil {
				return err
			}
			if !yes {
				child++
			}
		}
		h.l.items[pos], h.l.items[child] = h.l.items[child], h.l.items[pos]
		pos = child
	}
	return h.down(start, pos)
}

func (h *heap) heapify() error {
	for i := len(h.l.items)>>1 - 1; i >= 0; i-- {
		if err := h.up(i); err != nil {
			return err
		}
	}
	return nil
}

func (h *heap) pop() (Value, error) {
	n := len(h.l.items)
	if n == 0 {
		return nil, raise("IndexError", "index out of range")
	}
	last := h.l.items[n-1]
	h.l.items[n-1] = nil
	h.l.items = h.l.items[:n-1]
	if n == 1 {
		return last, nil
	}
	top := h.l.items[0]
	h.l.items[0] = last
	return top, h.up(0)
}

func (h *heap) replace(v Value) (Value, error) {
	if len(h.l.items) == 0 {
		return nil, raise("IndexError", "index out of range")
	}
	top := h.l.items[0]
	h.l.items[0] = v
	return top, h.up(0)
}

func (h *heap) push(v Value) error {
	h.l.items = append(h.l.items, v)
	return anyError(h.down(0, len(h.l.items)-1), h.m.grown(len(h.l.items)))
}

// heapModule is what lib/heapq.py takes from C.
func heapModule() *module {
	return newModule("_heapq", []*builtin{
		heapFunction("heappush", 2, func(h *heap, v Value) (Value, error) { return None, h.push(v) }),
		heapFunction("heappop", 1, func(h *heap, _ Value) (Value, error) { return h.pop() }),
		heapFunction("heapify", 1, func(h *heap, _ Value) (Value, error) { return None, h.heapify() }),
		heapFunction("heapreplace", 2, func(h *heap, v Value) (Value, error) { return h.replace(v) }),
		heapFunction("heappushpop", 2, func(h *heap, v Value) (Value, error) {
			if len(h.l.items) == 0 {
				return v, nil
			}
			yes, err := h.before(h.l.items[0], v)
			if err != nil {
				return nil, err
			}
			if !yes {
				return v, nil
			}
			return h.replace(v)
		}),
		heapFunction("_heappop_max", 1, func(h *heap, _ Value) (Value, error) { return h.pop() }),
		heapFunction("_heapify_max", 1, func(h *heap, _ Value) (Value, error) { return None, h.heapify() }),
		heapFunction("_heapreplace_max", 2, func(h *heap, v Value) (Value, error) { return h.replace(v) }),
	})
}

func heapFunction(name string, n int, f func(h *heap, v Value) (Value, error)) *builtin {
	first := minFirst
	if name[0] == '_' {
		first = maxFirst
	}
	return inC(name, func(m *machine, a args) (Value, error) {
		full := name
		if n == 1 {
			full = "_heapq." + name
		}
		if err := a.between(full, n, n); err != nil {
			return nil, err
		}
		l, ok := a.pos[0].(*list)
		if !ok {
			at := "argument 1"
			if n == 1 {
				at = "argument"
			}
			return nil, typeError("%s() %s must be list, not %s", name, at, typeOf(a.pos[0]).name)
		}
		return f(&heap{m, l, first}, a.at(1, nil))
	})
}

// bisectModule mirrors Modules/_bisectmodule.c.
func bisectModule() *module {
	mod := newModule("bisect")
	for _, right := range []string{"right", "left"} {
		side := right
		mod.attrs["bisect_"+side] = inClinic("bisect_"+side, "a, x, lo=0, hi=None, *, key=None", func(m *machine, v []Value) (Value, error) {
			i, err := m.bisect(side, v[1], v)
			return integer(int64(i)), err
		})
		mod.attrs["insort_"+side] = inClinic("insort_"+side, "a, x, lo=0, hi=None, *, key=None", func(m *machine, v []Value) (Value, error) {
			x := v[1]
			if v[4] != None {
				var err error
				if x, err = m.call(v[4], positional(x)); err != nil {
					return nil, err
				}
			}
			i, err := m.bisect(side, x, v)
			if err != nil {
				return nil, err
			}
			insert, err := m.getAttr(v[0], "insert")
			if err != nil {
				return nil, err
			}
			_, err = m.call(insert, positional(integer(int64(i)), v[1]))
			return None, err
		})
	}
	mod.attrs["bisect"], mod.attrs["insort"] = mod.attrs["bisect_right"], mod.attrs["insort_right"]
	return mod
}

// bisect finds where x belongs in v[0] from v[2] up to v[3]; v[4] is the key.
func (m *machine) bisect(side string, x Value, v []Value) (int, error) {
	low, err := toIndex(v[2])
	if err != nil {
		return 0, err
	}
	if low < 0 {
		return 0, valueError("lo must be non-negative")
	}
	var high int
	if v[3] == None {
		high, err = m.length(v[0])
	} else {
		high, err = toIndex(v[3])
	}
	for low < high && err == nil {
		mid := (low + high) / 2
		var item Value
		if item, err = m.getItem(v[0], integer(int64(mid))); err != nil {
			break
		}
		if v[4] != None {
			if item, err = m.call(v[4], positional(item)); err != nil {
				break
			}
		}
		var yes bool
		if side == "right" {
			if yes, err = m.less(x, item); yes {
				high = mid
			} else {
				low = mid + 1
			}
		} else if yes, err = m.less(item, x); yes {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low, err
}
