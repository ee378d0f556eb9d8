package script

import (
	"loopscope/sched/script/syntax"
)

func setupDict(t *Type) {
	t.construct = constructDict
	t.alloc = func(_ *machine, cls *Type, _ args) (Value, error) { return &dict{heir: heirOf(cls, t)}, nil }
	t.attrs["__init__"] = initBy(t, func(m *machine, self Value, a args) error { return self.(*dict).fill(m, "dict", a) })
	t.repr = reprDict
	t.hash = unhashable
	t.length = func(_ *machine, v Value) (int, error) { return v.(*dict).live, nil }
	t.compare = compareDicts
	t.iter = func(_ *machine, v Value) (iterator, error) { return v.(*dict).iter(keyIteratorType), nil }
	t.contains = func(m *machine, v, item Value) (bool, error) {
		found, err := v.(*dict).get(m, item)
		return found != nil, err
	}
	t.getItem = func(m *machine, v, key Value) (Value, error) {
		found, err := v.(*dict).get(m, key)
		if found == nil && err == nil {
			return m.missingKey(v, key)
		}
		return found, err
	}
	t.setItem = func(m *machine, v, key, item Value) error {
		d := v.(*dict)
		if item != nil {
			if err := d.set(m, key, item); err != nil {
				return err
			}
			return m.grown(d.live)
		}
		found, err := d.remove(m, key)
		if found == nil && err == nil {
			return keyError(key)
		}
		return err
	}
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		other, ok := b.(*dict)
		if ok && other.kind() != nil {
			return m.mergeKinds(op, a, b)
		}
		if op != syntax.BitOr || !ok {
			return NotImplemented, nil
		}
		merged := &dict{table: a.(*dict).copy()}
		return merged, merged.update(m, other)
	}
	t.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		left, ok := a.(*dict)
		right, both := b.(*dict)
		if op != syntax.BitOr || !ok || !both {
			return NotImplemented, nil
		}
		merged := &dict{table: left.copy()}
		return merged, merged.update(m, right)
	}
	t.inplace = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if op != syntax.BitOr {
			return NotImplemented, nil
		}
		return a, a.(*dict).update(m, b)
	}
	t.methods(dictMethods)
	t.attrs["fromkeys"] = &classMethod{fn: inC("fromkeys", dictFromKeys)}
	t.attrs["__reversed__"] = reversedMethod(t, keyReverseType, func(v Value) []Value { return v.(*dict).keys() })
}

func (d *dict) iter(t *Type) *dictIter {
	it := &dictIter{t: t, of: d, size: d.live}
	if d.heir != nil && d.heir.cls.is(orderedDictType) {
		it.ordered, it.moves = true, d.heir.moves
	}
	return it
}

func constructDict(m *machine, _ *Type, a args) (Value, error) {
	d := newDict()
	return d, d.fill(m, "dict", a)
}

// fill mirrors dict_update_common: what dict() and update() take.
func (d *dict) fill(m *machine, name string, a args) error {
	if err := (args{pos: a.pos}).between(name, 0, 1); err != nil {
		return err
	}
	if len(a.pos) == 1 {
		if err := d.update(m, a.pos[0]); err != nil {
			return err
		}
	}
	for _, k := range a.kw {
		d.put(k.name, k.v)
	}
	return nil
}

// missingKey mirrors the end of dict_subscript: __missing__ of a class below
// dict gives what is not there.
func (m *machine) missingKey(v, key Value) (Value, error) {
	if t := typeOf(v); t != dictType && t.lookup("__missing__") != nil {
		return m.callSpecial(v, "__missing__", key)
	}
	return nil, keyError(key)
}

// update mirrors dict_update_arg: from a dict, or from pairs.
func (d *dict) update(m *machine, v Value) error {
	if other, ok := v.(*dict); ok && !typeOf(other).overrides("__iter__") {
		for _, e := range other.entries {
			if e.key == nil {
				continue
			}
			if err := d.set(m, e.key, e.value); err != nil {
				return err
			}
		}
		return m.room(d.live)
	}
	if typeOf(v).lookup("keys") != nil {
		return d.updateByKeys(m, v)
	}
	n := 0
	return m.each(v, func(item Value) error {
		if typeOf(item).iter == nil {
			return typeError("cannot convert dictionary update sequence element #%d to a sequence", n)
		}
		pair, err := m.collect(item)
		if err != nil {
			return err
		}
		if len(pair) != 2 {
			return valueError("dictionary update sequence element #%d has length %d; 2 is required", n, len(pair))
		}
		n++
		if err := d.set(m, pair[0], pair[1]); err != nil {
			return err
		}
		return m.grown(d.live)
	})
}

// updateByKeys takes the items of what has keys() and can be subscripted.
// isMapping says whether ** can unpack a value.
func isMapping(v Value) bool { return typeOf(v).lookup("keys") != nil }

func (d *dict) updateByKeys(m *machine, v Value) error {
	keys, err := m.callSpecial(v, "keys")
	if err != nil {
		return err
	}
	return m.each(keys, func(key Value) error {
		item, err := m.getItem(v, key)
		if err != nil {
			return err
		}
		if err := d.set(m, key, item); err != nil {
			return err
		}
		return m.grown(d.live)
	})
}

func compareDicts(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	x := a.(*dict)
	y, ok := b.(*dict)
	if !ok || op > syntax.NotEq {
		return NotImplemented, nil
	}
	if x.live != y.live {
		return op == syntax.NotEq, nil
	}
	for _, e := range x.entries {
		if e.key == nil {
			continue
		}
		v, err := y.get(m, e.key)
		if err != nil {
			return nil, err
		}
		same := false
		if v != nil {
			if same, err = m.equal(e.value, v); err != nil {
				return nil, err
			}
		}
		if !same {
			return op == syntax.NotEq, nil
		}
	}
	return op == syntax.Eq, nil
}

func reprDict(m *machine, v Value) (string, error) {
	return m.display(v, "{...}", func() (string, error) {
		text := []byte{'{'}
		for _, e := range v.(*dict).entries {
			if e.key == nil {
				continue
			}
			if len(text) > 1 {
				text = append(text, ", "...)
			}
			key, err := m.repr(e.key)
			if err != nil {
				return "", err
			}
			value, err := m.repr(e.value)
			if err != nil {
				return "", err
			}
			text = append(append(append(text, key...), ": "...), value...)
		}
		return string(append(text, '}')), nil
	})
}

var dictMethods = map[string]nativeFn{
	"get": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("dict.get", 1, 2); err != nil {
			return nil, err
		}
		v, err := self.(*dict).get(m, a.pos[0])
		if v == nil && err == nil {
			return a.at(1, None), nil
		}
		return v, err
	},
	"setdefault": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("dict.setdefault", 1, 2); err != nil {
			return nil, err
		}
		v, err := self.(*dict).get(m, a.pos[0])
		if v != nil || err != nil {
			return v, err
		}
		v = a.at(1, None)
		return v, self.(*dict).set(m, a.pos[0], v)
	},
	"pop": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("dict.pop", 1, 2); err != nil {
			return nil, err
		}
		var v Value
		var err error
		if self.(*dict).live > 0 {
			v, err = self.(*dict).remove(m, a.pos[0])
		}
		if v == nil && err == nil {
			if len(a.pos) == 2 {
				return a.pos[1], nil
			}
			return nil, keyError(a.pos[0])
		}
		return v, err
	},
	"popitem": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("dict.popitem", 0, 0); err != nil {
			return nil, err
		}
		d := self.(*dict)
		for i := len(d.entries) - 1; i >= 0; i-- {
			if e := d.entries[i]; e.key != nil {
				_, err := d.remove(m, e.key)
				return newTuple(e.key, e.value), err
			}
		}
		return nil, keyError("popitem(): dictionary is empty")
	},
	"update": func(m *machine, self Value, a args) (Value, error) {
		return None, self.(*dict).fill(m, "update", a)
	},
	"clear": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("dict.clear", 0, 0); err != nil {
			return nil, err
		}
		self.(*dict).clear()
		return None, nil
	},
	"copy": func(_ *machine, self Value, a args) (Value, error) {
		return &dict{table: self.(*dict).copy()}, a.between("dict.copy", 0, 0)
	},
	"keys":   viewMethod(keysType),
	"values": viewMethod(valuesType),
	"items":  viewMethod(itemsType),
}

func viewMethod(t *Type) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		return &view{of: self.(*dict), t: t}, a.between("dict."+t.name[len("dict_"):], 0, 0)
	}
}

// dictFromKeys is dict.fromkeys.
func dictFromKeys(m *machine, a args) (Value, error) {
	cls := a.pos[0].(*Type)
	rest := args{pos: a.pos[1:], kw: a.kw}
	if err := rest.between(cls.name+".fromkeys", 1, 2); err != nil {
		return nil, err
	}
	value := rest.at(1, None)
	made, err := m.call(cls, args{})
	if err != nil {
		return nil, err
	}
	d, plainDict := made.(*dict)
	plainDict = plainDict && (d.heir == nil || !typeOf(d).overrides("__setitem__"))
	return made, m.each(rest.pos[0], func(key Value) error {
		if !plainDict {
			return m.setItem(made, key, value)
		}
		if err := d.set(m, key, value); err != nil {
			return err
		}
		return m.grown(d.live)
	})
}
