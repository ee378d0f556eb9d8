package script

import "strings"

// A partial is functools.partial: a function that remembers arguments.
type partial struct {
	fn    Value
	pos   []Value
	kw    []kwarg
	attrs *dict // nil: none were set
	heir  *heir
}

var partialType = newType("functools.partial")

func (p *partial) class() *Type { return p.heir.classOf(partialType) }

func functoolsModule() *module {
	mod := newModule("functools", []*builtin{inC("reduce", reduce), inC("make_lru_cache", makeLruCache), inC("carry_doc", carryDoc)})
	mod.attrs["partial"] = partialType
	return mod
}

func reduce(m *machine, a args) (Value, error) {
	if err := a.between("reduce", 2, 3); err != nil {
		return nil, err
	}
	acc := a.at(2, nil)
	if typeOf(a.pos[1]).iter == nil {
		return nil, typeError("reduce() arg 2 must support iteration")
	}
	err := m.each(a.pos[1], func(v Value) error {
		if acc == nil {
			acc = v
			return nil
		}
		var err error
		acc, err = m.call(a.pos[0], positional(acc, v))
		return err
	})
	if acc == nil && err == nil {
		return nil, typeError("reduce() of empty iterable with no initial value")
	}
	return acc, err
}

// newPartial mirrors partial_new: a partial of a plain partial is made one.
func newPartial(_ *machine, t *Type, a args) (Value, error) {
	if len(a.pos) == 0 {
		return nil, typeError("type 'partial' takes at least one argument")
	}
	if typeOf(a.pos[0]).call == nil {
		return nil, typeError("the first argument must be callable")
	}
	p := &partial{fn: a.pos[0], pos: append([]Value(nil), a.pos[1:]...), kw: append([]kwarg(nil), a.kw...), heir: heirOf(t, partialType)}
	if inner, ok := p.fn.(*partial); ok && inner.attrs == nil && inner.heir == nil && t == partialType {
		p.fn = inner.fn
		p.pos = append(append([]Value(nil), inner.pos...), p.pos...)
		p.kw = mergeKeywords(inner.kw, p.kw)
	}
	return p, nil
}

func setupPartial(t *Type) {
	t.construct = newPartial
	t.alloc = newPartial
	t.call = func(m *machine, v Value, a args) (Value, error) {
		p := v.(*partial)
		if err := m.deeper(maxNesting); err != nil {
			return nil, err
		}
		defer m.shallower()
		pos := append(append([]Value(nil), p.pos...), a.pos...)
		return m.call(p.fn, args{pos: pos, kw: mergeKeywords(p.kw, a.kw)})
	}
	t.repr = func(m *machine, v Value) (string, error) {
		return m.display(v, "...", func() (string, error) { return v.(*partial).text(m) })
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		p := v.(*partial)
		switch name {
		case "func":
			return p.fn, nil
		case "args":
			return newTuple(p.pos...), nil
		case "keywords":
			d := newDict()
			for _, k := range p.kw {
				d.put(k.name, k.v)
			}
			return d, nil
		case "__dict__":
			if p.attrs == nil {
				p.attrs = newDict()
			}
			return p.attrs, nil
		case "__doc__":
			if p.attrs == nil || p.attrs.str(name) == nil {
				return partialDoc, nil
			}
		case "__module__":
			if p.attrs == nil || p.attrs.str(name) == nil {
				return "functools", nil
			}
		}
		if p.attrs == nil {
			return nil, nil
		}
		return p.attrs.str(name), nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		p := v.(*partial)
		switch name {
		case "func", "args", "keywords":
			return m.attributeError("readonly attribute")
		}
		if p.attrs == nil {
			p.attrs = newDict()
		}
		if item != nil {
			p.attrs.put(name, item)
			return m.charge(1)
		}
		if gone, err := p.attrs.remove(m, name); gone != nil || err != nil {
			return err
		}
		return m.attributeError("'functools.partial' object has no attribute '%s'", name)
	}
}

const partialDoc = "Create a new function with partial application of the given arguments and keywords."

func (p *partial) text(m *machine) (string, error) {
	var parts []string
	for _, one := range append([]Value{p.fn}, p.pos...) {
		text, err := m.repr(one)
		if err != nil {
			return "", err
		}
		parts = append(parts, text)
	}
	for _, k := range p.kw {
		text, err := m.repr(k.v)
		if err != nil {
			return "", err
		}
		parts = append(parts, k.name+"="+text)
	}
	name := "functools.partial"
	if p.heir != nil {
		name = p.heir.cls.fullName()
	}
	return name + "(" + strings.Join(parts, ", ") + ")", nil
}

// mergeKeywords gives the keywords of a call over those remembered.
func mergeKeywords(old, given []kwarg) []kwarg {
	merged := append([]kwarg(nil), old...)
next:
	for _, k := range given {
		for i := range merged {
			if merged[i].name == k.name {
				merged[i] = k
				continue next
			}
		}
		merged = append(merged, k)
	}
	return merged
}
