package script

import (
	"maps"
	"slices"
	"strings"
)

var (
	abcMetaType = subtype("ABCMeta", typeType)
	abcType     = newType("ABC")
)

func abcModule() *module {
	mod := newModule("abc", []*builtin{
		declare("abstractmethod", "funcobj", func(m *machine, v []Value) (Value, error) {
			return v[0], m.setAttr(v[0], "__isabstractmethod__", true)
		}),
		declare("get_cache_token", "", func(m *machine, _ []Value) (Value, error) {
			return nil, unsupported("abc.get_cache_token is")
		}),
	})
	mod.attrs["ABC"], mod.attrs["ABCMeta"] = abcType, abcMetaType
	return mod
}

func setupABC(t *Type) {
	t.thin, t.meta, t.alloc = true, abcMetaType, allocInstance
	t.construct = constructThin
}

// constructThin makes an instance of a class of the library that has an object
// of a script's kind.
func constructThin(_ *machine, t *Type, a args) (Value, error) {
	if len(a.pos)+len(a.kw) > 0 {
		return nil, typeError("%s() takes no arguments", t.name)
	}
	return &instance{cls: t}, nil
}

func setupABCMeta(t *Type) {
	t.rules, t.alloc = &metaclass{create: createAbstract, check: checkABC}, allocClass
	t.methods(map[string]nativeFn{
		"register": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("ABCMeta.register", 1, 1); err != nil {
				return nil, err
			}
			return m.registerABC(self.(*Type), a.pos[0])
		},
	})
}

// registerABC mirrors _abc__abc_register_impl.
func (m *machine) registerABC(of *Type, v Value) (Value, error) {
	t, ok := v.(*Type)
	if !ok {
		return nil, typeError("Can only register classes")
	}
	if is, err := m.subclassOf(t, of, "issubclass"); is || err != nil {
		return t, err
	}
	if is, err := m.subclassOf(of, t, "issubclass"); is || err != nil {
		if err == nil {
			err = raise("RuntimeError", "Refusing to create an inheritance cycle")
		}
		return nil, err
	}
	if m.registered == nil {
		m.registered = map[*Type][]*Type{}
	}
	m.registered[of] = append(m.registered[of], t)
	maps.DeleteFunc(m.abcCache, func(_ abcPair, yes bool) bool { return !yes })
	return t, nil
}

// createAbstract mirrors ABCMeta.__new__ and compute_abstract_methods.
func createAbstract(m *machine, b *classBody, self *cell) (*Type, error) {
	t, err := m.newClass(b, self)
	if err != nil {
		return nil, err
	}
	return t, m.findAbstract(t)
}

// findAbstract notes the methods that a class leaves abstract.
func (m *machine) findAbstract(t *Type) error {
	t.user.abstract = nil
	add := func(name string, v Value) error {
		yes, err := m.isAbstract(v)
		if yes && !slices.Contains(t.user.abstract, name) {
			t.user.abstract = append(t.user.abstract, name)
		}
		return err
	}
	for _, name := range t.user.order {
		if err := add(name, t.attrs[name]); err != nil {
			return err
		}
	}
	for _, base := range t.user.bases {
		for _, name := range base.abstracts() {
			if v := t.lookup(name); v != nil {
				if err := add(name, v); err != nil {
					return err
				}
			}
		}
	}
	slices.Sort(t.user.abstract)
	return nil
}

// abstracts is __abstractmethods__.
func (t *Type) abstracts() []string {
	if t.user != nil {
		return t.user.abstract
	}
	return nil
}

// isAbstract mirrors _PyObject_IsAbstract.
func (m *machine) isAbstract(v Value) (bool, error) {
	switch f := v.(type) {
	case *function:
		if f.attrs == nil {
			return false, nil
		}
		yes := f.attrs.str("__isabstractmethod__")
		if yes == nil {
			return false, nil
		}
		return m.truth(yes)
	case *staticMethod:
		return m.isAbstract(f.fn)
	case *classMethod:
		return m.isAbstract(f.fn)
	case *computed:
		for _, fn := range []Value{f.getter, f.setter, f.deleter} {
			if yes, err := m.isAbstract(fn); yes || err != nil {
				return yes, err
			}
		}
	case *instance:
		yes, err := m.getAttr(f, "__isabstractmethod__")
		if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		return m.truth(yes)
	}
	return false, nil
}

// abstractError mirrors object_new.
func abstractError(t *Type) error {
	return typeError("Can't instantiate abstract class %s without an implementation for abstract method%s '%s'",
		t.name, plural(len(t.user.abstract)), strings.Join(t.user.abstract, "', '"))
}

// checkABC mirrors _abc__abc_subclasscheck_impl.
func checkABC(m *machine, v Value, t, of *Type) (bool, error) {
	if t.is(of) {
		return true, nil
	}
	key := abcPair{t, of}
	if yes, ok := m.abcCache[key]; ok {
		return yes, nil
	}
	yes, err := m.askABC(t, of)
	if err != nil {
		return false, err
	}
	if m.abcCache == nil || len(m.abcCache) > 1000 {
		m.abcCache = map[abcPair]bool{}
	}
	m.abcCache[key] = yes
	return yes, nil
}

// An abcPair is a class and an abstract class that was asked about it.
type abcPair struct{ t, of *Type }

// askABC finds out whether a class that does not inherit from an abstract one
// counts as if it did.
func (m *machine) askABC(t, of *Type) (bool, error) {
	if hook, ok := of.lookup("__subclasshook__").(*classMethod); ok {
		answer, err := m.call(hook.fn, positional(of, t))
		if err != nil || answer != NotImplemented {
			if err != nil {
				return false, err
			}
			yes, ok := answer.(bool)
			if !ok {
				return false, raise("AssertionError", "__subclasshook__ must return either False, True, or NotImplemented")
			}
			return yes, nil
		}
	}
	for _, r := range m.registered[of] {
		if yes, err := m.subclassOf(t, r, "issubclass"); yes || err != nil {
			return yes, err
		}
	}
	if of.user == nil {
		return false, nil
	}
	for _, sub := range of.user.subs {
		if yes, err := m.subclassOf(t, sub, "issubclass"); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}
