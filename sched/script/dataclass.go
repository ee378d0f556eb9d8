package script

import (
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// dataclassModule has what dataclasses, which is in Python, makes of text in
// CPython: the methods of a dataclass.
func dataclassModule() *module {
	mod := newModule("_dataclasses", []*builtin{
		inC("make_init", makeInit), inC("make_repr", makeRepr), inC("make_eq", makeEq), inC("make_order", makeOrder),
		inC("make_hash", makeHash), inC("make_frozen", makeFrozen), inC("rebuild", rebuildClass),
		inC("loaded", func(m *machine, a args) (Value, error) {
			mod := modules[a.pos[0].(string)]
			if mod != nil && mod.lib != nil && m.isLoaded(mod.lib) {
				return mod, nil
			}
			return None, nil
		}),
		inC("is_identifier", func(_ *machine, a args) (Value, error) { return isIdentifier(a.pos[0].(string)), nil }),
		inC("load", func(m *machine, a args) (Value, error) {
			mod := modules[a.pos[0].(string)]
			if mod == nil {
				return nil, unsupported("module %s is", a.pos[0])
			}
			return mod, m.importPath(mod.name)
		}),
		inC("lazy_doc", func(_ *machine, a args) (Value, error) { return &lazyDoc{cls: a.pos[0], make: a.pos[1]}, nil }),
		inC("global_of", func(m *machine, a args) (Value, error) {
			if i := slices.Index(m.names, a.pos[0].(string)); i >= 0 && m.globals[i] != nil {
				return m.globals[i], nil
			}
			return None, nil
		}),
		inC("update_abstract", func(m *machine, a args) (Value, error) {
			t := a.pos[0].(*Type)
			if t.class().is(abcMetaType) {
				return None, m.findAbstract(t)
			}
			return None, nil
		}),
	})
	return mod
}

// A lazyDoc is the __doc__ of a class that has none of its own: it is made
// when somebody asks.
type lazyDoc struct{ cls, make, text Value }

func (*lazyDoc) class() *Type { return strType }

func (d *lazyDoc) get(m *machine, _ Value, _ *Type) (Value, error) {
	var err error
	if d.text == nil {
		d.text, err = m.call(d.make, positional(d.cls))
	}
	return d.text, err
}

// generated makes a method of a dataclass. The parameters are self and those
// of the signature.
func generated(cls *Type, name, params string, body func(m *machine, v []Value) (Value, error)) *function {
	return newNative(cls.user.moduleName(), cls.user.qualname+"."+name, params, body)
}

// A fieldStep is what __init__ does for a field.
type fieldStep struct {
	name  string
	how   string // "param", "param or factory", "factory" or "default"
	value Value  // the factory or the default
	at    int    // the parameter; -1: none
}

// makeInit makes __init__ of: the class, what self is called, the parameters
// and the keyword-only ones with their defaults, the steps, whether the class
// is frozen, the arguments of __post_init__ or None, the annotations, and what
// stands for a default that a factory makes.
func makeInit(_ *machine, a args) (Value, error) {
	cls := a.pos[0].(*Type)
	sig := signature{name: cls.user.qualname + ".__init__", params: []string{a.pos[1].(string)}}
	var defaults, kwDefaults []Value
	for _, p := range a.pos[2].(*list).items {
		p := p.(*tuple).items
		sig.params = append(sig.params, p[0].(string))
		defaults = append(defaults, p[1:]...)
	}
	for _, p := range a.pos[3].(*list).items {
		p := append(p.(*tuple).items, nil)
		sig.kwOnly = append(sig.kwOnly, p[0].(string))
		kwDefaults = append(kwDefaults, p[1])
	}
	at := func(name string) int {
		if i := slices.Index(sig.params[1:], name); i >= 0 {
			return i + 1
		}
		return len(sig.params) + slices.Index(sig.kwOnly, name)
	}
	var steps []fieldStep
	for _, s := range a.pos[4].(*list).items {
		s := s.(*tuple).items
		step := fieldStep{name: s[0].(string), how: s[1].(string), value: s[2], at: -1}
		if strings.HasPrefix(step.how, "param") {
			step.at = at(step.name)
		}
		steps = append(steps, step)
	}
	var post []int
	if names, ok := a.pos[6].(*list); ok {
		post = []int{}
		for _, n := range names.items {
			post = append(post, at(n.(string)))
		}
	}
	init := initializer{steps: steps, frozen: a.pos[5].(bool), post: post, factory: a.pos[8]}
	f := nativeFunction(cls.user.moduleName(), sig, init.run)
	f.defaults, f.kwDefaults, f.notes = defaults, kwDefaults, a.pos[7].(*dict)
	return f, nil
}

// An initializer is the body of a dataclass's __init__.
type initializer struct {
	steps   []fieldStep
	frozen  bool
	post    []int // parameters of __post_init__; nil: there is none
	factory Value // the default that says that a factory makes the value
}

func (init *initializer) run(m *machine, v []Value) (Value, error) {
	self := v[0]
	set := m.setAttr
	if init.frozen {
		set = m.setOwn
	}
	for i := range init.steps {
		s := &init.steps[i]
		item := s.value
		if s.at >= 0 {
			item = v[s.at]
		}
		if s.how == "factory" || s.how == "param or factory" && item == init.factory {
			var err error
			if item, err = m.call(s.value, args{}); err != nil {
				return nil, err
			}
		}
		if err := set(self, s.name, item); err != nil {
			return nil, err
		}
	}
	if init.post == nil {
		return None, nil
	}
	hook, err := m.getAttr(self, "__post_init__")
	if err != nil {
		return nil, err
	}
	var pos []Value
	for _, i := range init.post {
		pos = append(pos, v[i])
	}
	if _, err := m.call(hook, args{pos: pos}); err != nil {
		return nil, err
	}
	return None, nil
}

// fieldNames reads a list of names.
func fieldNames(v Value) []string {
	var names []string
	for _, n := range v.(*list).items {
		names = append(names, n.(string))
	}
	return names
}

// attrsOf gives attributes of an object by name.
func (m *machine) attrsOf(v Value, names []string) ([]Value, error) {
	items := make([]Value, len(names))
	for i, n := range names {
		var err error
		if items[i], err = m.getAttr(v, n); err != nil {
			return nil, err
		}
	}
	return items, nil
}

func makeRepr(_ *machine, a args) (Value, error) {
	cls, names := a.pos[0].(*Type), fieldNames(a.pos[1])
	return generated(cls, "__repr__", "self", func(m *machine, v []Value) (Value, error) {
		self := v[0]
		return m.display(self, "...", func() (string, error) {
			var text strings.Builder
			t := typeOf(self)
			if t.user != nil {
				text.WriteString(t.user.qualname)
			}
			for i, n := range names {
				text.WriteString([]string{"(", ", "}[min(i, 1)] + n + "=")
				item, err := m.getAttr(self, n)
				if err != nil {
					return "", err
				}
				shown, err := m.repr(item)
				if err != nil {
					return "", err
				}
				text.WriteString(shown)
				if err := m.roomText(text.Len()); err != nil {
					return "", err
				}
			}
			if len(names) == 0 {
				text.WriteByte('(')
			}
			return text.String() + ")", nil
		})
	}), nil
}

func makeEq(_ *machine, a args) (Value, error) {
	names := fieldNames(a.pos[1])
	return generated(a.pos[0].(*Type), "__eq__", "self, other", func(m *machine, v []Value) (Value, error) {
		self, other := v[0], v[1]
		if self == other {
			return true, nil
		}
		if typeOf(self) != typeOf(other) {
			return NotImplemented, nil
		}
		var last Value = true
		for _, n := range names {
			x, err := m.getAttr(self, n)
			if err != nil {
				return nil, err
			}
			y, err := m.getAttr(other, n)
			if err != nil {
				return nil, err
			}
			if last, err = m.compare(syntax.Eq, x, y); err != nil {
				return nil, err
			}
			if yes, err := m.truth(last); !yes || err != nil {
				return last, err
			}
		}
		return last, nil
	}), nil
}

func makeOrder(_ *machine, a args) (Value, error) {
	name, names := a.pos[1].(string), fieldNames(a.pos[2])
	op := syntax.CmpOperator(slices.Index(compareNames[:], name))
	return generated(a.pos[0].(*Type), name, "self, other", func(m *machine, v []Value) (Value, error) {
		self, other := v[0], v[1]
		if typeOf(self) != typeOf(other) {
			return NotImplemented, nil
		}
		x, err := m.attrsOf(self, names)
		if err != nil {
			return nil, err
		}
		y, err := m.attrsOf(other, names)
		if err != nil {
			return nil, err
		}
		return m.compareItems(op, x, y)
	}), nil
}

func makeHash(_ *machine, a args) (Value, error) {
	names := fieldNames(a.pos[1])
	return generated(a.pos[0].(*Type), "__hash__", "self", func(m *machine, v []Value) (Value, error) {
		items, err := m.attrsOf(v[0], names)
		if err != nil {
			return nil, err
		}
		h, err := hashTuple(m, newTuple(items...))
		return integer(h), err
	}), nil
}

// makeFrozen makes __setattr__ or __delattr__ of a frozen class.
func makeFrozen(_ *machine, a args) (Value, error) {
	cls, name, names, class := a.pos[0].(*Type), a.pos[1].(string), fieldNames(a.pos[2]), a.pos[3].(*Type)
	params, verb := "self, name, value", "assign to"
	if name == "__delattr__" {
		params, verb = "self, name", "delete"
	}
	return generated(cls, name, params, func(m *machine, v []Value) (Value, error) {
		attr, _ := v[1].(string)
		if typeOf(v[0]) == cls || slices.Contains(names, attr) {
			return nil, &exception{cls: class, args: []Value{"cannot " + verb + " field " + reprString(attr)}}
		}
		// Where the class was made again with slots, cls is the first one: super()
		// fails then, as in CPython 3.13.
		super, err := newSuper(cls, v[0])
		if err != nil {
			return nil, err
		}
		next, err := m.getAttr(super, name)
		if err != nil {
			return nil, err
		}
		return m.call(next, args{pos: slices.Clone(v[1:])})
	}), nil
}

// rebuildClass makes a class again with the given fields as slots (_add_slots).
// Methods reach the first class by super(), as they do in CPython 3.13.
func rebuildClass(m *machine, a args) (Value, error) {
	t, names := a.pos[0].(*Type), fieldNames(a.pos[1])
	b := &classBody{name: t.name, qualname: t.user.qualname, module: t.user.module, attrs: map[string]Value{}, meta: t.meta}
	for _, base := range t.user.bases {
		b.bases = append(b.bases, base)
	}
	for _, n := range t.user.order {
		if !slices.Contains(names, n) {
			b.set(n, t.attrs[n])
		}
	}
	var own []string
	for _, n := range names {
		if !t.hasSlot(n) {
			own = append(own, n)
		}
	}
	b.set("__slots__", stringTuple(own))
	if b.class().rules != nil && b.class().rules.create != nil {
		return m.create(b, nil)
	}
	return m.newClass(b, nil)
}
