package script

import (
	"slices"
)

var sortClinic = newClinic("sort", "*, key=?, reverse=?")

var listMethods = map[string]nativeFn{
	"append": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("list.append", 1, 1); err != nil {
			return nil, err
		}
		l := self.(*list)
		l.items = append(l.items, a.pos[0])
		return None, m.grown(len(l.items))
	},
	"extend": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("list.extend", 1, 1); err != nil {
			return nil, err
		}
		return None, m.extend(self.(*list), a.pos[0])
	},
	"insert": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("insert", 2, 2); err != nil {
			return nil, err
		}
		l := self.(*list)
		i, err := toSize(a.pos[0])
		if err != nil {
			return nil, err
		}
		if i < 0 {
			i += len(l.items)
		}
		l.items = slices.Insert(l.items, min(max(i, 0), len(l.items)), a.pos[1])
		return None, m.grown(len(l.items))
	},
	"pop": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("pop", 0, 1); err != nil {
			return nil, err
		}
		l := self.(*list)
		i, err := toSize(a.at(0, integer(-1)))
		if err != nil {
			return nil, err
		}
		if len(l.items) == 0 {
			return nil, raise("IndexError", "pop from empty list")
		}
		if i < 0 {
			i += len(l.items)
		}
		if i < 0 || i >= len(l.items) {
			return nil, raise("IndexError", "pop index out of range")
		}
		v := l.items[i]
		l.items = slices.Delete(l.items, i, i+1)
		return v, nil
	},
	"remove": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("list.remove", 1, 1); err != nil {
			return nil, err
		}
		l := self.(*list)
		for i, v := range l.items {
			same, err := m.equal(v, a.pos[0])
			if err != nil {
				return nil, err
			}
			if same {
				l.items = slices.Delete(l.items, i, i+1)
				return None, nil
			}
		}
		return nil, valueError("list.remove(x): x not in list")
	},
	"clear": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("list.clear", 0, 0); err != nil {
			return nil, err
		}
		self.(*list).items = nil
		return None, nil
	},
	"copy": func(_ *machine, self Value, a args) (Value, error) {
		return &list{items: slices.Clone(self.(*list).items)}, a.between("list.copy", 0, 0)
	},
	"reverse": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("list.reverse", 0, 0); err != nil {
			return nil, err
		}
		slices.Reverse(self.(*list).items)
		return None, nil
	},
	"sort": func(m *machine, self Value, a args) (Value, error) {
		if _, err := sortClinic.bind(a); err != nil {
			return nil, err
		}
		l := self.(*list)
		sorted, err := m.sorted("sort", slices.Clone(l.items), a.kw)
		if err != nil {
			return nil, err
		}
		l.items = sorted
		return None, nil
	},
	"count": itemsCount,
	"index": itemsIndex,
}

func itemsCount(m *machine, self Value, a args) (Value, error) {
	if err := a.between(typeOf(self).name+".count", 1, 1); err != nil {
		return nil, err
	}
	n := int64(0)
	for _, v := range itemsOf(self) {
		same, err := m.equal(v, a.pos[0])
		if err != nil {
			return nil, err
		}
		if same {
			n++
		}
	}
	return integer(n), nil
}

func itemsIndex(m *machine, self Value, a args) (Value, error) {
	if err := a.between("index", 1, 3); err != nil {
		return nil, err
	}
	items := itemsOf(self)
	for _, v := range a.pos[1:] {
		if _, err := sliceIndex(v); err != nil && catchable(err).cls == excTypes["TypeError"] && v != None {
			return nil, typeError("slice indices must be integers or have an __index__ method")
		}
	}
	low, high, err := window(a, len(items))
	if err != nil {
		return nil, err
	}
	for i := low; i < high && i < len(items); i++ {
		same, err := m.equal(items[i], a.pos[0])
		if err != nil {
			return nil, err
		}
		if same {
			return integer(int64(i)), nil
		}
	}
	if _, ok := self.(*tuple); ok {
		return nil, valueError("tuple.index(x): x not in tuple")
	}
	text, err := m.repr(a.pos[0])
	if err != nil {
		return nil, err
	}
	return nil, valueError("%s is not in list", text)
}

// window gives the part of n items that optional start and stop arguments, the
// second and third, select: low may be beyond high, and then nothing is there.
func window(a args, n int) (low, high int, err error) {
	at := func(v Value, otherwise int) int {
		if v == None || err != nil {
			return otherwise
		}
		var i int
		if i, err = sliceIndex(v); i < 0 {
			i = max(i+n, 0)
		}
		return i
	}
	low, high = at(a.at(1, None), 0), at(a.at(2, None), n)
	return low, min(high, n), err
}

// sorted gives items in order, as the keywords key and reverse say. It owns
// the items. As in CPython the order is stable, also when reversed.
func (m *machine) sorted(name string, items []Value, kw []kwarg) ([]Value, error) {
	var key Value = None
	reverse := false
	for _, k := range kw {
		switch k.name {
		case "key":
			key = k.v
		case "reverse":
			var err error
			if reverse, err = m.truth(k.v); err != nil {
				return nil, err
			}
		default:
			return nil, typeError("%s() got an unexpected keyword argument '%s'", name, k.name)
		}
	}
	s := &sorting{m: m, a: make([]sortItem, len(items))}
	for i, v := range items {
		s.a[i] = sortItem{v, v}
		if key != None {
			var err error
			if s.a[i].key, err = m.call(key, positional(v)); err != nil {
				return nil, err
			}
		}
	}
	if reverse {
		s.reverse(0, len(items))
	}
	if err := s.sort(); err != nil {
		return nil, err
	}
	if reverse {
		s.reverse(0, len(items))
	}
	for i, one := range s.a {
		items[i] = one.v
	}
	return items, nil
}
