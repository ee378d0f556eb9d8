package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

// typesModule has the types that types names; its functions are in Python.
func typesModule() *module {
	mod := newModule("types", []*builtin{
		declare("coroutine", "func", awaitableGenerators),
		inC("_new_class", func(m *machine, a args) (Value, error) {
			kw := a.pos[2].(*dict)
			var named []kwarg
			for _, e := range kw.entries {
				if name, ok := e.key.(string); ok {
					named = append(named, kwarg{name, e.value})
				}
			}
			return m.makeClass(nil, "types", args{pos: []Value{a.pos[0], a.pos[1], a.pos[3]}, kw: named})
		}),
	})
	for name, t := range map[string]*Type{
		"FunctionType": functionType, "LambdaType": functionType, "CoroutineType": coroutineType, "GeneratorType": generatorType,
		"AsyncGeneratorType": asyncGeneratorType, "MethodType": methodType, "BuiltinFunctionType": builtinType,
		"BuiltinMethodType": builtinType, "MethodDescriptorType": methodDescriptorType, "ModuleType": moduleType,
		"NoneType": noneType, "EllipsisType": ellipsisType, "NotImplementedType": notImplementedType,
		"TracebackType": tracebackType, "CodeType": codeType, "MappingProxyType": mappingProxyType, "SimpleNamespace": namespaceType,
		"GenericAlias": genericAliasType, "UnionType": unionTypeType,
	} {
		mod.attrs[name] = t
	}
	return mod
}

// typeOfThree mirrors type_new with a name, bases and a namespace.
func (m *machine) typeOfThree(meta *Type, a args) (Value, error) {
	if _, ok := a.pos[0].(string); !ok {
		return nil, typeError("type.__new__() argument 1 must be str, not %s", typeOf(a.pos[0]).name)
	}
	bases, ok := a.pos[1].(*tuple)
	if !ok {
		return nil, typeError("type.__new__() argument 2 must be tuple, not %s", typeOf(a.pos[1]).name)
	}
	if _, ok := a.pos[2].(*dict); !ok {
		return nil, typeError("type.__new__() argument 3 must be dict, not %s", typeOf(a.pos[2]).name)
	}
	for _, b := range bases.items {
		if _, ok := b.(baseMaker); ok {
			return nil, typeError("type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	for _, b := range bases.items {
		t, ok := b.(*Type)
		if own := ok && t.class().user != nil && t.class() != meta && t.class().is(meta); own && t.class().overrides("__new__") {
			return m.call(t.class(), a)
		}
	}
	return m.makeClass(meta, "", a)
}

// makeClass makes a class of a name, bases and a namespace, which may name
// another module and a qualified name. The module "" is the script.
func (m *machine) makeClass(meta *Type, module string, a args) (Value, error) {
	name := a.pos[0].(string)
	b := &classBody{name: name, qualname: name, module: module, attrs: map[string]Value{}, bases: a.pos[1].(*tuple).items, kw: a.kw, meta: meta}
	if err := m.prepare(b); err != nil {
		return nil, err
	}
	b.set("__doc__", None)
	var self *cell // by which methods reach the class
	for _, e := range a.pos[2].(*dict).entries {
		key, ok := e.key.(string)
		if !ok {
			continue
		}
		v := e.value
		if b.assign != nil {
			var err error
			if v, err = b.assign(m, b, key, v); err != nil {
				return nil, err
			}
		}
		switch key {
		case "__static_attributes__":
		case "__firstlineno__":
			n, _ := asInt(v)
			b.line = int32(n)
		case "__classcell__":
			self, _ = v.(*cell)
		case "__qualname__":
			b.qualname, _ = v.(string)
		case "__module__":
			if b.module, _ = v.(string); b.module == "__main__" {
				b.module = ""
			}
		case "__doc__":
			b.attrs[key] = v
		default:
			b.set(key, v)
		}
	}
	return m.create(b, self)
}

// A mappingProxy is a view of a mapping that cannot change it.
type mappingProxy struct {
	of    Value
	depth int // of proxies in it
}

var mappingProxyType = newType("mappingproxy")

func (*mappingProxy) class() *Type { return mappingProxyType }

func setupMappingProxy(t *Type) {
	of := func(v Value) Value { return v.(*mappingProxy).of }
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if err := a.between("mappingproxy", 1, 1); err != nil {
			return nil, err
		}
		switch typeOf(a.pos[0]).solid() {
		case listType, tupleType, strType, intType, noneType, floatType, setType:
			return nil, typeError("mappingproxy() argument must be a mapping, not %s", typeOf(a.pos[0]).name)
		}
		p := &mappingProxy{of: a.pos[0]}
		if inner, ok := p.of.(*mappingProxy); ok {
			if p.depth = inner.depth + 1; p.depth > maxDisplays {
				return nil, recursionError("")
			}
		}
		return p, nil
	}
	t.repr = func(m *machine, v Value) (string, error) {
		text, err := m.repr(of(v))
		return "mappingproxy(" + text + ")", err
	}
	t.str = func(m *machine, v Value) (string, error) { return m.str(of(v)) }
	t.hash = func(m *machine, v Value) (int64, error) { return m.hash(of(v)) }
	t.length = func(m *machine, v Value) (int, error) { return m.length(of(v)) }
	t.iter = func(m *machine, v Value) (iterator, error) { return m.iterate(of(v)) }
	t.contains = func(m *machine, v, item Value) (bool, error) { return m.contains(of(v), item) }
	t.getItem = func(m *machine, v, key Value) (Value, error) { return m.getItem(of(v), key) }
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if p, ok := b.(*mappingProxy); ok {
			b = p.of
		}
		return m.compare(op, of(a), b)
	}
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if p, ok := b.(*mappingProxy); ok {
			b = p.of
		}
		if op != syntax.BitOr {
			return NotImplemented, nil
		}
		return m.binaryOp(op, of(a), b)
	}
	for _, name := range []string{"get", "keys", "values", "items", "copy"} {
		t.methods(map[string]nativeFn{name: func(m *machine, self Value, a args) (Value, error) {
			fn, err := m.getAttr(of(self), name)
			if err != nil {
				return nil, err
			}
			return m.call(fn, a)
		}})
	}
}

var namespaceType = newType("types.SimpleNamespace")

func setupNamespace(t *Type) {
	t.alloc = allocInstance
	t.construct = func(m *machine, t *Type, a args) (Value, error) {
		o := &instance{cls: t, attrs: newDict()}
		_, err := initNamespace(m, o, a)
		return o, err
	}
	t.repr = reprNamespace
	t.compare = func(m *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		x, ok1 := a.(*instance)
		y, ok2 := b.(*instance)
		if !ok1 || !ok2 || op > syntax.NotEq || !x.cls.is(t) || !y.cls.is(t) {
			return NotImplemented, nil
		}
		return m.compare(op, x.dict(), y.dict())
	}
	t.hash = unhashable
	t.methods(map[string]nativeFn{
		"__init__": initNamespace,
		"__replace__": func(m *machine, self Value, a args) (Value, error) {
			made, err := m.call(typeOf(self), args{})
			if err != nil {
				return nil, err
			}
			if err := made.(*instance).dict().update(m, self.(*instance).dict()); err != nil {
				return nil, err
			}
			return made, made.(*instance).keywords(m, a)
		},
	})
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		o := v.(*instance)
		if name == "__dict__" && o.cls.user == nil {
			return o.dict(), nil
		}
		if o.cls.user == nil && o.attrs != nil {
			return o.attrs.str(name), nil
		}
		return nil, nil
	}
	t.setAttr = func(m *machine, v Value, name string, item Value) error {
		o := v.(*instance)
		if item != nil {
			o.dict().put(name, item)
			return m.grown(o.attrs.live)
		}
		if gone, err := o.dict().remove(m, name); gone != nil || err != nil {
			return err
		}
		return m.attributeError("'%s' object has no attribute '%s'", typeOf(v).name, name)
	}
}

// dict gives the object's attributes.
func (o *instance) dict() *dict {
	if o.attrs == nil {
		o.attrs = newDict()
	}
	return o.attrs
}

// initNamespace mirrors namespace_init.
func initNamespace(m *machine, self Value, a args) (Value, error) {
	o := self.(*instance)
	if len(a.pos) > 1 {
		return nil, typeError("%s expected at most 1 argument, got %d", o.cls.short(), len(a.pos))
	}
	if len(a.pos) == 1 {
		given := newDict()
		if err := given.update(m, a.pos[0]); err != nil {
			return nil, err
		}
		for _, e := range given.entries {
			if _, ok := e.key.(string); !ok {
				return nil, typeError("keywords must be strings")
			}
		}
		if err := o.dict().update(m, given); err != nil {
			return nil, err
		}
	}
	return None, o.keywords(m, a)
}

func (o *instance) keywords(m *machine, a args) error {
	for _, k := range a.kw {
		o.dict().put(k.name, k.v)
	}
	return m.charge(len(a.kw))
}

func reprNamespace(m *machine, v Value) (string, error) {
	name := "namespace"
	if t := typeOf(v); t.user != nil {
		name = t.short()
	}
	return m.display(v, name+"(...)", func() (string, error) {
		var parts []string
		for _, e := range v.(*instance).dict().entries {
			key, ok := e.key.(string)
			if !ok {
				continue
			}
			text, err := m.repr(e.value)
			if err != nil {
				return "", err
			}
			parts = append(parts, key+"="+text)
		}
		return name + "(" + strings.Join(parts, ", ") + ")", nil
	})
}
