package script

import "strings"

// modules are the modules that a script can import.
var modules map[string]*module

func init() {
	modules = map[string]*module{
		"asyncio": asyncioModule(), "time": timeModule(), "functools": functoolsModule(),
		"contextvars": contextvarsModule(),
	}
	for _, mod := range append(dataModules(), classModules()...) {
		modules[mod.name] = mod
	}
	for _, mod := range []*module{sysModule(), libModule(), futureModule()} {
		modules[mod.name] = mod
	}
	for _, l := range libraries {
		if mod := modules[l.name]; mod != nil { // a part of it is in Go
			mod.lib = l
			continue
		}
		modules[l.name] = &module{name: l.name, lib: l}
	}
}

// A partial is functools.partial: a function that remembers arguments.
type partial struct {
	fn  Value
	pos []Value
	kw  []kwarg
}

var partialType = newType("functools.partial")

func (*partial) class() *Type { return partialType }

func functoolsModule() *module {
	mod := newModule("functools", []*builtin{
		inC("reduce", func(m *machine, a args) (Value, error) {
			if err := a.between("reduce", 2, 3); err != nil {
				return nil, err
			}
			acc := a.at(2, nil)
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
		}),
	})
	mod.attrs["partial"] = partialType
	return mod
}

func setupPartial(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if len(a.pos) == 0 {
			return nil, typeError("type 'partial' takes at least one argument")
		}
		if typeOf(a.pos[0]).call == nil {
			return nil, typeError("the first argument must be callable")
		}
		p := &partial{fn: a.pos[0], pos: append([]Value(nil), a.pos[1:]...), kw: append([]kwarg(nil), a.kw...)}
		if inner, ok := p.fn.(*partial); ok {
			p.fn = inner.fn
			p.pos = append(append([]Value(nil), inner.pos...), p.pos...)
			p.kw = mergeKeywords(inner.kw, p.kw)
		}
		return p, nil
	}
	t.call = func(m *machine, v Value, a args) (Value, error) {
		p := v.(*partial)
		pos := append(append([]Value(nil), p.pos...), a.pos...)
		return m.call(p.fn, args{pos: pos, kw: mergeKeywords(p.kw, a.kw)})
	}
	t.repr = func(m *machine, v Value) (string, error) {
		p := v.(*partial)
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
		return "functools.partial(" + strings.Join(parts, ", ") + ")", nil
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
		}
		return nil, nil
	}
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
