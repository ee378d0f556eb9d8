package script

import (
	"slices"
	"strings"
)

// A userClass is what a class of the script has beyond other types.
type userClass struct {
	m        *machine // that runs the script
	qualname string
	module   string // "": the script
	bases    []*Type
	order    []string         // the names of attrs as they were first set
	subs     []*Type          // classes right below it
	cache    map[string]Value // what lookup found; nil for what is not there
	slots    []string         // of __slots__
	asked    bool             // it has a __getattribute__
	fallback bool             // it has a __getattr__
	line     int32            // of the class statement or its first decorator; 0: there is none
	noDict   bool             // instances have no attributes but slots
	abstract []string         // methods without which there can be no instances, sorted
}

// An instance is an object of a class of the script, or object() itself.
type instance struct {
	cls   *Type
	attrs *dict // nil: none were set
}

func (o *instance) class() *Type { return o.cls }

// A classBody is what newClass makes a class of.
type classBody struct {
	name, qualname string
	module         string // "": the script
	line           int32  // of the class statement or its first decorator; 0: there is none
	bases          []Value
	names          []string
	attrs          map[string]Value
	notes          *dict   // __annotations__; nil: it has none
	kw             []kwarg // for __init_subclass__

	space  Value                                                               // what the metaclass keeps of the body
	made   func(t *Type) error                                                 // called before the class is announced; nil: nothing
	meta   *Type                                                               // what the class is to be an instance of; nil: type
	given  *tuple                                                              // the bases as they were written; nil: they are the bases
	assign func(m *machine, b *classBody, name string, v Value) (Value, error) // sees what the body binds; nil: nobody
}

// moduleName is the class's __module__.
func (u *userClass) moduleName() string {
	if u.module != "" {
		return u.module
	}
	return "__main__"
}

// takeNames takes the names that the body gives the class itself out of it. It
// mirrors type_new_set_ht_name and type_new_set_module (Objects/typeobject.c).
func (b *classBody) takeNames() error {
	if v := b.attrs["__qualname__"]; v != nil {
		text, ok := v.(string)
		if !ok {
			return typeError("type __qualname__ must be a str, not %s", typeOf(v).short())
		}
		b.qualname = text
		b.drop("__qualname__")
	}
	if v := b.attrs["__module__"]; v != nil {
		text, ok := v.(string)
		if !ok {
			return unsupported("a __module__ that is no str is")
		}
		if b.module = text; text == "__main__" {
			b.module = ""
		}
		b.drop("__module__")
	}
	return nil
}

// drop takes a name out of the body.
func (b *classBody) drop(name string) {
	delete(b.attrs, name)
	b.names = slices.DeleteFunc(b.names, func(one string) bool { return one == name })
}

// newClass mirrors type.__new__ (Objects/typeobject.c) for classes without
// metaclasses. The methods reach the class by self, if that is not nil.
func (m *machine) newClass(b *classBody, self *cell) (*Type, error) {
	const size, steps = 12 << 10, 10_000 // of a class
	if err := anyError(m.charge(size), m.spend(steps)); err != nil {
		return nil, err
	}
	if err := b.takeNames(); err != nil {
		return nil, err
	}
	t := &Type{name: b.name, attrs: b.attrs, user: &userClass{qualname: b.qualname, module: b.module, line: b.line, order: b.names, m: m}, meta: b.meta}
	for _, v := range b.bases {
		base, ok := v.(*Type)
		if !ok {
			return nil, unsupported("a base that is no class is")
		}
		if slices.Contains(t.user.bases, base) {
			return nil, typeError("duplicate base class %s", base.name)
		}
		t.user.bases = append(t.user.bases, base)
	}
	if t.user.bases == nil {
		t.user.bases = []*Type{objectType}
	}
	if err := t.chooseBase(); err != nil {
		return nil, err
	}
	var err error
	if t.mro, err = linearize(t); err != nil {
		return nil, err
	}
	if err := t.readSlots(m); err != nil {
		return nil, err
	}
	t.wrapImplicit()
	for _, base := range t.user.bases {
		if base.user != nil {
			base.user.subs = append(base.user.subs, t)
		}
	}
	t.fillSlots()
	t.setMeta()
	if self != nil {
		self.v = t
	}
	if b.given != nil {
		t.setClassAttr("__orig_bases__", b.given)
	}
	if b.made != nil {
		if err := b.made(t); err != nil {
			return nil, err
		}
	}
	return t, m.announce(t, b)
}

// announce calls __set_name__ and __init_subclass__.
func (m *machine) announce(t *Type, b *classBody) error {
	for _, name := range slices.Clone(t.user.order) {
		v := t.attrs[name]
		if d, ok := v.(*computed); ok && d.heir == nil {
			d.name = name
			continue
		}
		if p, ok := v.(*enumProperty); ok {
			p.setName(t, name)
			continue
		}
		if v == nil || typeOf(v).user == nil || typeOf(v).lookup("__set_name__") == nil {
			continue
		}
		if _, err := m.callSpecial(v, "__set_name__", t, name); err != nil {
			return err
		}
	}
	hook, err := m.superAttr(&superObject{cls: t, self: t, of: t}, "__init_subclass__")
	if err != nil {
		return err
	}
	_, err = m.call(hook, args{kw: b.kw})
	return err
}

// chooseBase mirrors best_base: the base that says what an instance is.
func (t *Type) chooseBase() error {
	for _, base := range t.user.bases {
		if base.alloc == nil {
			if base == boolType || base == noneType || base == rangeType || base == sliceType || base == functionType || base == generatorType {
				return typeError("type '%s' is not an acceptable base type", base.name)
			}
			return unsupported("inheriting from %s is", base.name)
		}
		switch lay := base.layout(); {
		case t.base == nil || t.base.layout() == objectType || lay.is(t.base.layout()):
			if t.base == nil || lay != t.base.layout() {
				t.base = base
			}
		case !t.base.layout().is(lay):
			return typeError("multiple bases have instance lay-out conflict")
		}
	}
	t.alloc = t.base.alloc
	return nil
}

// layout gives the type that says what fields the instances have: of an
// exception, the nearest class with fields of its own.
func (t *Type) layout() *Type {
	solid := t.solid()
	if !solid.is(baseExceptionType) || solid.is(baseGroupType) {
		return solid
	}
	for _, name := range []string{"OSError", "SyntaxError", "ImportError", "StopIteration", "SystemExit", "AttributeError", "NameError", "UnicodeError"} {
		if solid.is(excTypes[name]) {
			return excTypes[name]
		}
	}
	return baseExceptionType
}

// solid gives the type in Go that the instances are made as.
func (t *Type) solid() *Type {
	for t.user != nil || t.thin {
		t = t.base
	}
	return t
}

// linearize mirrors mro_implementation: the C3 order.
func linearize(t *Type) ([]*Type, error) {
	var lines [][]*Type
	for _, base := range t.user.bases {
		lines = append(lines, slices.Clone(base.mro))
	}
	lines = append(lines, slices.Clone(t.user.bases))
	mro := []*Type{t}
	for {
		lines = slices.DeleteFunc(lines, func(l []*Type) bool { return len(l) == 0 })
		if len(lines) == 0 {
			return mro, nil
		}
		next := candidate(lines)
		if next == nil {
			return nil, mroError(lines)
		}
		mro = append(mro, next)
		for i, l := range lines {
			if l[0] == next {
				lines[i] = l[1:]
			}
		}
	}
}

// candidate gives the first head that stands in no tail.
func candidate(lines [][]*Type) *Type {
	for _, l := range lines {
		if !slices.ContainsFunc(lines, func(other []*Type) bool { return slices.Contains(other[1:], l[0]) }) {
			return l[0]
		}
	}
	return nil
}

func mroError(lines [][]*Type) error {
	names := ""
	var seen []*Type
	for _, l := range lines {
		if slices.Contains(seen, l[0]) {
			continue
		}
		seen = append(seen, l[0])
		if names != "" {
			names += ", "
		}
		names += l[0].name
	}
	return typeError("Cannot create a consistent method resolution order (MRO) for bases %s", names)
}

// readSlots takes __slots__ of the class.
func (t *Type) readSlots(m *machine) error {
	t.user.noDict = true
	for _, base := range t.user.bases {
		if base.user != nil && !base.user.noDict || base.is(baseExceptionType) {
			t.user.noDict = false
		}
	}
	v := t.attrs["__slots__"]
	if v == nil {
		t.user.noDict = false
		return nil
	}
	if s, ok := asStr(v); ok {
		v = newTuple(s)
	}
	names, err := m.collect(v)
	if err != nil {
		return err
	}
	for _, n := range names {
		name, ok := asStr(n)
		switch {
		case !ok:
			return typeError("__slots__ items must be strings, not '%s'", typeOf(n).name)
		case name == "__dict__":
			t.user.noDict = false
			continue
		case name == "__weakref__":
			continue
		case !isIdentifier(name):
			return typeError("__slots__ must be identifiers")
		}
		name = (mangler{"_" + strings.TrimLeft(t.name, "_")}).of(name)
		if t.attrs[name] != nil {
			return valueError("'%s' in __slots__ conflicts with class variable", name)
		}
		t.user.slots = append(t.user.slots, name)
		t.attrs[name] = &member{name, t}
		t.user.order = append(t.user.order, name)
	}
	return nil
}

// hasSlot says whether instances without a dict can have an attribute.
func (t *Type) hasSlot(name string) bool {
	for _, c := range t.mro {
		if c.user != nil && slices.Contains(c.user.slots, name) {
			return true
		}
	}
	return false
}

// wrapImplicit makes those methods static or class methods that are so without
// a decorator, and unsets the hash of a class that has an __eq__ alone.
func (t *Type) wrapImplicit() {
	if f, ok := t.attrs["__new__"].(*function); ok {
		t.attrs["__new__"] = &staticMethod{fn: f}
	}
	for _, name := range []string{"__init_subclass__", "__class_getitem__"} {
		if f, ok := t.attrs[name].(*function); ok {
			t.attrs[name] = &classMethod{fn: f}
		}
	}
	if t.attrs["__eq__"] != nil && t.attrs["__hash__"] == nil {
		t.attrs["__hash__"] = None
	}
}

// setClassAttr is cls.name = item, and del for a nil item.
func (t *Type) setClassAttr(name string, item Value) {
	if item == nil {
		delete(t.attrs, name)
		t.user.order = slices.DeleteFunc(t.user.order, func(n string) bool { return n == name })
	} else {
		if t.attrs[name] == nil {
			t.user.order = append(t.user.order, name)
		}
		t.attrs[name] = item
	}
	t.changed()
}

// changed forgets what was looked up in the class and those below it.
func (t *Type) changed() {
	t.user.cache = nil
	t.fillSlots()
	for _, sub := range t.user.subs {
		sub.changed()
	}
}

// lookupCached is lookup for a class of the script.
func (t *Type) lookupCached(name string) Value {
	if v, ok := t.user.cache[name]; ok {
		return v
	}
	const most = 1000 // names, of which getattr can make any number
	if t.user.cache == nil || len(t.user.cache) > most {
		t.user.cache = map[string]Value{}
	}
	v := t.search(name)
	t.user.cache[name] = v
	return v
}

// constructUser mirrors type_call for a class of the script.
func constructUser(m *machine, t *Type, a args) (Value, error) {
	made, err := m.allocate(t, a)
	if err != nil {
		return nil, err
	}
	if !typeOf(made).is(t) {
		return made, nil
	}
	init := typeOf(made).lookup("__init__")
	pos := append([]Value{made}, a.pos...)
	v, err := m.call(init, args{pos: pos, kw: a.kw})
	if err != nil {
		return nil, err
	}
	if v != None {
		return nil, typeError("__init__() should return None, not '%s'", typeOf(v).name)
	}
	return made, nil
}

func (m *machine) allocate(t *Type, a args) (Value, error) {
	if own, ok := t.lookup("__new__").(*staticMethod); ok {
		return m.call(own.fn, args{pos: append([]Value{t}, a.pos...), kw: a.kw})
	}
	if err := m.charge(objectSize); err != nil {
		return nil, err
	}
	return t.alloc(m, t, a)
}

func allocInstance(_ *machine, t *Type, _ args) (Value, error) {
	if t.user != nil && t.user.abstract != nil {
		return nil, abstractError(t)
	}
	return &instance{cls: t}, nil
}

// initObject mirrors object_init: it takes arguments only if they are another
// method's matter.
func initObject(_ *machine, self Value, a args) (Value, error) {
	if len(a.pos)+len(a.kw) == 0 {
		return None, nil
	}
	t := typeOf(self)
	if _, own := t.lookup("__init__").(*builtin); !own {
		return nil, typeError("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if _, own := t.lookup("__new__").(*staticMethod); !own && t.solid() == objectType {
		return nil, typeError("%s.__init__() takes exactly one argument (the instance to initialize)", t.name)
	}
	return None, nil
}

// newMethod makes the __new__ of a type that can be inherited from.
func newMethod(of *Type) *builtin {
	return &builtin{name: "__new__", fn: func(m *machine, _ Value, a args) (Value, error) { return newObject(m, of, a) }}
}

// newObject mirrors tp_new_wrapper.
func newObject(m *machine, of *Type, a args) (Value, error) {
	if len(a.pos) == 0 {
		return nil, typeError("%s.__new__(): not enough arguments", of.name)
	}
	t, ok := a.pos[0].(*Type)
	switch {
	case !ok:
		return nil, typeError("%s.__new__(X): X is not a type object (%s)", of.name, typeOf(a.pos[0]).name)
	case !t.is(of):
		return nil, typeError("%s.__new__(%s): %s is not a subtype of %s", of.name, t.name, t.name, of.name)
	case t.alloc == nil:
		return nil, unsupported("__new__ of %s is", t.name)
	case of == objectType && t.solid() != objectType:
		return nil, typeError("object.__new__(%s) is not safe, use %s.__new__()", t.name, t.solid().short())
	}
	rest := args{pos: a.pos[1:], kw: a.kw}
	if (of == objectType || of.thin) && len(rest.pos)+len(rest.kw) > 0 {
		if _, own := t.lookup("__new__").(*staticMethod); own {
			return nil, typeError("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if t.user == nil || !t.overrides("__init__") {
			return nil, typeError("%s() takes no arguments", t.name)
		}
	}
	return t.alloc(m, t, rest)
}
