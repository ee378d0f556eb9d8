package script

var dequeMethods = map[string]nativeFn{
	"append": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.append", 1, 1); err != nil {
			return nil, err
		}
		return None, self.(*deque).append(m, a.pos[0])
	},
	"appendleft": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.appendleft", 1, 1); err != nil {
			return nil, err
		}
		return None, self.(*deque).appendLeft(m, a.pos[0])
	},
	"pop":     dequePop("pop", (*deque).popRight),
	"popleft": dequePop("popleft", (*deque).popLeft),
	"extend": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.extend", 1, 1); err != nil {
			return nil, err
		}
		return None, self.(*deque).extend(m, a.pos[0], self.(*deque).append)
	},
	"extendleft": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.extendleft", 1, 1); err != nil {
			return nil, err
		}
		return None, self.(*deque).extend(m, a.pos[0], self.(*deque).appendLeft)
	},
	"clear": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.clear", 0, 0); err != nil {
			return nil, err
		}
		self.(*deque).clear()
		return None, nil
	},
	"copy":     dequeCopy("copy"),
	"__copy__": dequeCopy("__copy__"),
	"count": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.count", 1, 1); err != nil {
			return nil, err
		}
		n := int64(0)
		d := self.(*deque)
		for i := 0; ; i++ {
			at, err := d.find(m, a.pos[0], i, d.size, "RuntimeError")
			if at < 0 || err != nil {
				return integer(n), err
			}
			n++
			i = at
		}
	},
	"index": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("index", 1, 3); err != nil {
			return nil, err
		}
		d := self.(*deque)
		low, high, err := window(a, d.size)
		if err != nil {
			return nil, err
		}
		i, err := d.find(m, a.pos[0], low, high, "RuntimeError")
		if err != nil {
			return nil, err
		}
		if i < 0 {
			text, err := m.repr(a.pos[0])
			if err != nil {
				return nil, err
			}
			return nil, valueError("%s is not in deque", text)
		}
		return integer(int64(i)), nil
	},
	"insert": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("insert", 2, 2); err != nil {
			return nil, err
		}
		i, err := toIndex(a.pos[0])
		if err != nil {
			return nil, err
		}
		return None, self.(*deque).insert(m, i, a.pos[1])
	},
	"remove": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.remove", 1, 1); err != nil {
			return nil, err
		}
		d := self.(*deque)
		i, err := d.find(m, a.pos[0], 0, d.size, "IndexError")
		switch {
		case err != nil:
			return nil, err
		case i < 0:
			text, err := m.repr(a.pos[0])
			if err != nil {
				return nil, err
			}
			return nil, valueError("%s is not in deque", text)
		}
		d.remove(i)
		return None, nil
	},
	"reverse": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.reverse", 0, 0); err != nil {
			return nil, err
		}
		d := self.(*deque)
		for i, j := 0, d.size-1; i < j; i, j = i+1, j-1 {
			*d.at(i), *d.at(j) = *d.at(j), *d.at(i)
		}
		return None, nil
	},
	"rotate": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("rotate", 0, 1); err != nil {
			return nil, err
		}
		n, err := toIndex(a.at(0, integer(1)))
		if err != nil {
			return nil, err
		}
		self.(*deque).rotate(n)
		return None, nil
	},
	"__reversed__": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("deque.__reversed__", 0, 0); err != nil {
			return nil, err
		}
		return &dequeIter{t: dequeReversedType, of: self.(*deque), state: self.(*deque).state}, nil
	},
}

func dequePop(name string, pop func(*deque) Value) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("deque."+name, 0, 0); err != nil {
			return nil, err
		}
		if self.(*deque).size == 0 {
			return nil, raise("IndexError", "pop from an empty deque")
		}
		return pop(self.(*deque)), nil
	}
}

func dequeCopy(name string) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("deque."+name, 0, 0); err != nil {
			return nil, err
		}
		return self.(*deque).duplicate(m)
	}
}

// insert mirrors deque_insert.
func (d *deque) insert(m *machine, i int, v Value) error {
	n := d.size
	switch {
	case n == d.maxlen:
		return raise("IndexError", "deque already at its maximum size")
	case i >= n:
		return d.append(m, v)
	case i <= -n || i == 0:
		return d.appendLeft(m, v)
	}
	if i < 0 {
		i += n
	}
	if err := d.append(m, v); err != nil {
		return err
	}
	for j := n; j > i; j-- {
		*d.at(j), *d.at(j - 1) = *d.at(j - 1), *d.at(j)
	}
	return nil
}
