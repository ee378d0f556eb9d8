package script

import "slices"

// copyModule mirrors Lib/copy.py, without what pickling is for.
func copyModule() *module {
	mod := newModule("copy", []*builtin{
		declare("copy", "x", func(m *machine, v []Value) (Value, error) { return m.copyOf(v[0]) }),
		declare("deepcopy", "x, memo=None, _nil=None", func(m *machine, v []Value) (Value, error) {
			memo, ok := v[1].(*dict)
			if !ok {
				memo = newDict()
			}
			return (&deepCopy{m, memo}).of(v[0])
		}),
		declare("replace", "obj, /, **changes", func(m *machine, v []Value) (Value, error) {
			if typeOf(v[0]).lookup("__replace__") == nil {
				return nil, typeError("replace() does not support %s objects", typeOf(v[0]).short())
			}
			fn, err := m.special(v[0], "__replace__")
			if err != nil {
				return nil, err
			}
			var a args
			for _, e := range v[1].(*dict).entries {
				if e.key != nil {
					a.kw = append(a.kw, kwarg{e.key.(string), e.value})
				}
			}
			return m.call(fn, a)
		}),
	})
	mod.attrs["Error"], mod.attrs["error"] = copyErrorType, copyErrorType
	return mod
}

var copyErrorType = subtype("copy.Error", excTypes["Exception"])

// isAtomic says whether a copy of a value is the value itself.
func isAtomic(v Value) bool {
	switch v := v.(type) {
	case *boxed:
		return false
	case byteString, *Type, *span, *slice, *builtin, *function, *superObject:
		return true
	case *computed:
		return v.heir == nil
	case *method:
		_, ok := v.fn.(*builtin)
		return ok
	case typed:
		return false
	}
	return true // a plain Go value
}

// copyOf is copy.copy(v).
func (m *machine) copyOf(v Value) (Value, error) {
	if isAtomic(v) {
		return v, nil
	}
	switch x := v.(type) {
	case *tuple:
		if x.heir == nil {
			return x, nil
		}
	case *list:
		if x.heir == nil {
			return &list{items: append([]Value(nil), x.items...)}, m.charge(len(x.items))
		}
	case *dict:
		if x.heir == nil {
			return &dict{table: x.copy()}, m.charge(x.live)
		}
	case *set:
		if x.class() == frozensetType {
			return x, nil
		}
		if x.class() == setType {
			return x.copyAs(m, setType)
		}
	}
	if typeOf(v).lookup("__copy__") != nil {
		return m.callSpecial(v, "__copy__")
	}
	return m.rebuilt(v, shallow{})
}

// A copier says what becomes of the parts of an object that is copied.
type copier interface {
	of(v Value) (Value, error)
	made(m *machine, from, copied Value) error // before its parts are copied
}

type shallow struct{}

func (shallow) of(v Value) (Value, error)         { return v, nil }
func (shallow) made(*machine, Value, Value) error { return nil }

// A deepCopy copies parts too; memo has what was copied by the id of the
// original, and, by its own id, what must stay alive.
type deepCopy struct {
	m    *machine
	memo *dict
}

func (d *deepCopy) made(m *machine, from, copied Value) error {
	return anyError(d.memo.set(m, integer(m.id(from)), copied), m.grown(d.memo.live))
}

// of is copy.deepcopy(v, memo).
func (d *deepCopy) of(v Value) (Value, error) {
	m := d.m
	if m.nested++; m.nested > maxDisplays {
		m.nested = 0
		return nil, recursionError("")
	}
	defer func() { m.nested = max(m.nested-1, 0) }()
	if isAtomic(v) {
		return v, nil
	}
	if found, err := d.memo.get(m, integer(m.id(v))); found != nil || err != nil {
		return found, err
	}
	if err := m.tick(); err != nil {
		return nil, err
	}
	copied, err := d.parts(v)
	if err != nil || identical(copied, v) {
		return copied, err
	}
	return copied, d.made(m, v, copied)
}

func (d *deepCopy) parts(v Value) (Value, error) {
	m := d.m
	switch x := v.(type) {
	case *list:
		if x.heir == nil {
			y := &list{}
			if err := d.made(m, x, y); err != nil {
				return nil, err
			}
			for i := 0; i < len(x.items); i++ {
				item, err := d.of(x.items[i])
				if err != nil {
					return nil, err
				}
				y.items = append(y.items, item)
			}
			return y, m.charge(len(y.items))
		}
	case *tuple:
		if x.heir == nil {
			return d.tuple(x)
		}
	case *dict:
		if x.heir == nil {
			y := newDict()
			return y, anyError(d.made(m, x, y), d.entries(x, func(key, value Value) error { return y.set(m, key, value) }))
		}
	case *method:
		self, err := d.of(x.self)
		return &method{self: self, fn: x.fn}, err
	}
	if typeOf(v).lookup("__deepcopy__") != nil {
		return m.callSpecial(v, "__deepcopy__", d.memo)
	}
	return m.rebuilt(v, d)
}

// entries calls f with copies of a dict's keys and values.
func (d *deepCopy) entries(x *dict, f func(key, value Value) error) error {
	return eachEntry(x, func(key, value Value) error {
		key, err := d.of(key)
		if err != nil {
			return err
		}
		if value, err = d.of(value); err != nil {
			return err
		}
		return f(key, value)
	})
}

func eachEntry(x *dict, f func(key, value Value) error) error {
	for i := 0; i < len(x.entries); i++ {
		e := x.entries[i]
		if e.key == nil {
			continue
		}
		if err := f(e.key, e.value); err != nil {
			return err
		}
	}
	return nil
}

// tuple gives the tuple itself if its items are their own copies.
func (d *deepCopy) tuple(x *tuple) (Value, error) {
	items := make([]Value, len(x.items))
	same := true
	for i, v := range x.items {
		var err error
		if items[i], err = d.of(v); err != nil {
			return nil, err
		}
		same = same && identical(items[i], v)
	}
	if found, err := d.memo.get(d.m, integer(d.m.id(x))); found != nil || err != nil {
		return found, err
	}
	if same {
		return x, nil
	}
	return newTuple(items...), nil
}

// rebuilt mirrors _reconstruct with what object.__reduce_ex__ gives for the
// types that have objects here.
func (m *machine) rebuilt(v Value, c copier) (Value, error) {
	t := typeOf(v)
	switch x := v.(type) {
	case *instance:
		return m.withState(v, &instance{cls: t}, c)
	case *exception:
		return m.rebuiltException(x, c)
	case *set:
		return m.rebuiltSet(x, c)
	case *boxed:
		return m.withState(v, &boxed{heir{cls: t}, x.v}, c)
	case *deque:
		y := &deque{maxlen: x.maxlen, heir: heirOf(t, dequeType)}
		if err := c.made(m, v, y); err != nil {
			return nil, err
		}
		for _, item := range x.items() {
			item, err := c.of(item)
			if err != nil {
				return nil, err
			}
			if err := y.append(m, item); err != nil {
				return nil, err
			}
		}
		return m.withState(v, y, c)
	case *tuple:
		items, err := m.copies(x.items, c)
		if err != nil {
			return nil, err
		}
		return m.withState(v, &tuple{items: items, heir: &heir{cls: t}}, c)
	case *list:
		return m.rebuiltList(x, c)
	case *dict:
		return m.rebuiltDict(x, c)
	case *byteArray:
		return m.withState(v, &byteArray{b: slices.Clone(x.b), heir: heirOf(t, bytearrayType)}, c)
	case *rng:
		y := *x
		y.attrs = nil
		return m.withState(v, &y, c)
	case *partial:
		pos, err := m.copies(x.pos, c)
		y := &partial{fn: x.fn, pos: pos}
		for _, k := range x.kw {
			if k.v, err = c.of(k.v); err != nil {
				break
			}
			y.kw = append(y.kw, k)
		}
		return y, err
	case *module, *generator, *future, *coroutine, *view:
		return nil, typeError("cannot pickle '%s' object", t.name)
	}
	return nil, unsupported("copying a %s is", t.short())
}

func (m *machine) copies(items []Value, c copier) ([]Value, error) {
	made := make([]Value, len(items))
	for i, v := range items {
		var err error
		if made[i], err = c.of(v); err != nil {
			return nil, err
		}
	}
	return made, m.charge(len(items))
}

// withState gives an object the attributes of the one that it is a copy of.
func (m *machine) withState(from, to Value, c copier) (Value, error) {
	if err := c.made(m, from, to); err != nil {
		return nil, err
	}
	t := typeOf(from)
	if t.user == nil {
		return to, nil
	}
	if t.overrides("__getstate__") || t.overrides("__setstate__") {
		return m.givenState(from, to, c)
	}
	place := own(from)
	if place == nil || *place == nil {
		return to, m.charge(objectSize)
	}
	attrs := newDict()
	*own(to) = attrs
	return to, anyError(m.charge(objectSize), eachEntry(*place, func(key, value Value) error {
		value, err := c.of(value)
		if err != nil {
			return err
		}
		return attrs.set(m, key, value)
	}))
}

// givenState asks __getstate__ and __setstate__.
func (m *machine) givenState(from, to Value, c copier) (Value, error) {
	t := typeOf(from)
	var state Value = None
	var err error
	if t.overrides("__getstate__") {
		state, err = m.callSpecial(from, "__getstate__")
	} else {
		state, err = m.attributesOf(from)
	}
	if err != nil {
		return nil, err
	}
	if state == nil || state == None {
		return to, nil
	}
	if state, err = c.of(state); err != nil {
		return nil, err
	}
	if t.overrides("__setstate__") {
		_, err = m.callSpecial(to, "__setstate__", state)
		return to, err
	}
	d, ok := state.(*dict)
	if !ok || own(to) == nil {
		return nil, unsupported("a state that is no dict is")
	}
	*own(to) = &dict{table: d.copy()}
	return to, nil
}

// rebuiltList adds the items by append or extend, as CPython does for a class
// below list.
func (m *machine) rebuiltList(x *list, c copier) (Value, error) {
	y := &list{heir: &heir{cls: x.heir.cls}}
	if _, err := m.withState(x, y, c); err != nil {
		return nil, err
	}
	for i := 0; i < len(x.items); i++ {
		item, err := c.of(x.items[i])
		if err != nil {
			return nil, err
		}
		if _, err := m.callSpecial(y, "append", item); err != nil {
			return nil, err
		}
	}
	return y, nil
}

func (m *machine) rebuiltDict(x *dict, c copier) (Value, error) {
	y := &dict{heir: &heir{cls: x.heir.cls, factory: x.heir.factory}}
	if _, err := m.withState(x, y, c); err != nil {
		return nil, err
	}
	return y, eachEntry(x, func(key, value Value) error {
		key, err := c.of(key)
		if err != nil {
			return err
		}
		if value, err = c.of(value); err != nil {
			return err
		}
		return m.setItem(y, key, value)
	})
}

func (m *machine) rebuiltSet(x *set, c copier) (Value, error) {
	items, err := m.copies(x.items(), c)
	if err != nil {
		return nil, err
	}
	y := &set{t: x.t, heir: heirOf(x.class(), x.t)}
	for _, item := range items {
		if err := y.add(m, item); err != nil {
			return nil, err
		}
	}
	return m.withState(x, y, c)
}

// rebuiltException mirrors BaseException.__reduce__: the class is called.
func (m *machine) rebuiltException(x *exception, c copier) (Value, error) {
	pos, err := m.copies(x.args, c)
	if err != nil {
		return nil, err
	}
	made, err := m.call(x.cls, args{pos: pos})
	if err != nil {
		return nil, err
	}
	y, ok := made.(*exception)
	if !ok {
		return made, nil
	}
	if x.attrs != nil {
		y.attrs = newDict()
		if err := eachEntry(x.attrs, func(key, value Value) error {
			value, err := c.of(value)
			return anyError(err, y.attrs.set(m, key, value))
		}); err != nil {
			return nil, err
		}
	}
	return y, c.made(m, x, y)
}
