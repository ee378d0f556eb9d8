package script

import (
	"fmt"
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

func functionAttr(m *machine, v Value, name string) (Value, error) {
	f := v.(*function)
	if f.attrs != nil {
		if found := f.attrs.str(name); found != nil {
			return found, nil
		}
	}
	switch name {
	case "__name__":
		return f.name, nil
	case "__qualname__":
		return f.qualname, nil
	case "__doc__":
		if f.doc == (hiddenDoc{}) {
			return nil, unsupported("the docstring of what %s wraps is", f.name)
		}
		return f.doc, nil
	case "__module__":
		if f.module != nil {
			return f.module, nil
		}
		return f.code.moduleName(), nil
	case "__annotations__":
		return f.annotationsOf(), nil
	case "__defaults__":
		if len(f.defaults) == 0 {
			return None, nil
		}
		return newTuple(f.defaults...), nil
	case "__kwdefaults__":
		return f.keywordDefaults(), nil
	case "__code__":
		return &codeObject{f.code}, nil
	case "__dict__":
		if f.attrs == nil {
			f.attrs = newDict()
		}
		return f.attrs, nil
	case "__closure__":
		return f.closureOf(), nil
	case "__type_params__":
		if f.typeParams != nil {
			return f.typeParams, nil
		}
		return newTuple(), nil
	}
	return nil, nil
}

func (f *function) keywordDefaults() Value {
	d := newDict()
	for i, v := range f.kwDefaults {
		if v != nil {
			d.put(f.code.sig.kwOnly[i], v)
		}
	}
	if d.live == 0 {
		return None
	}
	return d
}

// setFunctionAttr mirrors the setters of Objects/funcobject.c; item nil: del.
func setFunctionAttr(m *machine, v Value, name string, item Value) error {
	f := v.(*function)
	switch name {
	case "__name__", "__qualname__":
		return f.rename(name, item)
	case "__doc__":
		f.doc = item
		if item == nil {
			f.doc = None
		}
		return nil
	case "__annotations__":
		d, ok := item.(*dict)
		if !ok && item != nil && item != None {
			return typeError("__annotations__ must be set to a dict object")
		}
		f.noted, f.notes = nil, d
		return nil
	case "__defaults__":
		items, ok := item.(*tuple)
		if !ok && item != nil && item != None {
			return typeError("__defaults__ must be set to a tuple object")
		}
		f.defaults = nil
		if ok {
			f.defaults = items.items
		}
		return nil
	case "__module__":
		f.module = item
		if item == nil {
			f.module = None
		}
		return nil
	case "__type_params__":
		f.typeParams, _ = item.(*tuple)
		return nil
	case "__kwdefaults__", "__code__", "__dict__", "__closure__", "__globals__", "__builtins__":
		return unsupported("setting a function's %s is", name)
	}
	if f.attrs == nil {
		f.attrs = newDict()
	}
	if item == nil {
		if gone, err := f.attrs.remove(m, name); gone != nil || err != nil {
			return err
		}
		return m.attributeError("'function' object has no attribute '%s'", name)
	}
	f.attrs.put(name, item)
	return m.charge(1)
}

func (f *function) rename(which string, item Value) error {
	text, ok := item.(string)
	if !ok {
		return typeError("%s must be set to a string object", which)
	}
	if which == "__name__" {
		f.name = text
		return nil
	}
	k := *f.code // messages of its arguments have the new name, its frames do not
	k.sig.name = text
	f.qualname, f.code = text, &k
	return nil
}

// A codeObject is what f.__code__ gives.
type codeObject struct{ of *code }

var codeType = newType("code")

func (*codeObject) class() *Type { return codeType }

// The flags of a code object (Include/cpython/code.h).
const (
	codeOptimized = 0x1 | 0x2 // with locals of its own
	codeVarArgs   = 0x4
	codeKeywords  = 0x8
	codeGenerator = 0x20
	codeCoroutine = 0x80
	codeAsyncGen  = 0x200
)

func setupCode(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		k := v.(*codeObject).of
		return fmt.Sprintf("<code object %s at %s, file \"%s\", line %d>", k.name, m.address(v), m.listing.Name, k.line), nil
	}
	t.compare = func(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		y, ok := b.(*codeObject)
		if !ok || op > syntax.NotEq {
			return NotImplemented, nil
		}
		return (a.(*codeObject).of == y.of) == (op == syntax.Eq), nil
	}
	t.hash = func(m *machine, v Value) (int64, error) { return int64(v.(*codeObject).of.line), nil }
	t.getAttr = func(m *machine, v Value, name string) (Value, error) { return v.(*codeObject).of.attr(m, name), nil }
}

func (k *code) attr(m *machine, name string) Value {
	switch name {
	case "co_name":
		return k.name
	case "co_qualname":
		return k.qualname
	case "co_filename":
		return m.listing.Name
	case "co_firstlineno":
		return integer(int64(k.line))
	case "co_argcount":
		return integer(int64(len(k.sig.params)))
	case "co_posonlyargcount":
		return integer(int64(k.sig.posOnly))
	case "co_kwonlyargcount":
		return integer(int64(len(k.sig.kwOnly)))
	case "co_flags":
		return integer(k.flags())
	case "co_varnames":
		return stringTuple(k.locals())
	case "co_nlocals":
		return integer(int64(len(k.locals())))
	case "co_cellvars":
		var names []string
		for _, slot := range append(append([]int(nil), k.cellParams...), k.cells...) {
			names = append(names, k.names[slot])
		}
		return stringTuple(names)
	case "co_freevars":
		names, _ := k.freeVars()
		return stringTuple(names)
	}
	return nil
}

// locals gives the names of the parameters and of the variables that no inner
// function shares.
func (k *code) locals() (names []string) {
	for slot, name := range k.names[:min(k.closure, len(k.names))] {
		if !slices.Contains(k.cells, slot) && !strings.HasPrefix(name, ".") {
			names = append(names, name)
		}
	}
	return names
}

func stringTuple(names []string) *tuple {
	t := &tuple{items: make([]Value, len(names))}
	for i, n := range names {
		t.items[i] = n
	}
	return t
}

func (k *code) flags() int64 {
	flags := int64(codeOptimized)
	if k.sig.star {
		flags |= codeVarArgs
	}
	if k.sig.double {
		flags |= codeKeywords
	}
	switch {
	case k.async && k.yields:
		flags |= codeAsyncGen
	case k.async:
		flags |= codeCoroutine
	case k.yields:
		flags |= codeGenerator
	}
	return flags
}
