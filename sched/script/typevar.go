package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

// A typeVar is a TypeVar, a ParamSpec or a TypeVarTuple of typing.
type typeVar struct {
	t           *Type
	name        string
	bound       Value // None: there is none
	constraints []Value
	variance    string // "+", "-", "~", or "" where it is inferred
	otherwise   Value  // the default; nil: there is none

	lazyBound, lazyDefault Value  // functions that give them, of the syntax of PEP 695; nil: none
	lib                    string // the module that made it; "": the script
}

var (
	typeVarType      = newType("typing.TypeVar")
	paramSpecType    = newType("typing.ParamSpec")
	typeVarTupleType = newType("typing.TypeVarTuple")
)

func (v *typeVar) class() *Type { return v.t }

var typeVarSignature = newSignature("typevar", "name, *constraints, bound=None, default=None, covariant=False, contravariant=False, infer_variance=False")

// forwardBound makes a bound that is given as text a reference to a later type
// (type_check in Objects/typevarobject.c).
func (v *typeVar) forwardBound(m *machine) error {
	text, ok := v.bound.(string)
	if !ok {
		return nil
	}
	err := m.importPath("typing")
	if err == nil {
		v.bound, err = m.call(m.moduleAttr(modules["typing"], "ForwardRef"), positional(text))
	}
	return err
}

func setupTypeVar(t *Type) {
	t.construct = newTypeVar
	t.repr = func(_ *machine, v Value) (string, error) {
		tv := v.(*typeVar)
		if tv.t == typeVarTupleType {
			return tv.name, nil
		}
		return tv.variance + tv.name, nil
	}
	t.getAttr = typeVarAttr
	if t == typeVarTupleType {
		t.iter = unpackTypeVarTuple
		return
	}
	t.binary = func(m *machine, op syntax.Operator, a, b Value) (Value, error) { return m.typingUnion(op, a, b) }
	t.reverse = t.binary
}

// newTypeVar is TypeVar(name, ...), and so for the other two kinds.
func newTypeVar(m *machine, t *Type, a args) (Value, error) {
	v := make([]Value, typeVarSignature.slots())
	if err := typeVarSignature.bind(v, a, nil, typeVarSignature.kwDefaults); err != nil {
		return nil, err
	}
	name, ok := v[0].(string)
	if !ok {
		return nil, typeError("%s() argument 'name' must be str, not %s", strings.ToLower(t.short()), typeOf(v[0]).name)
	}
	made := &typeVar{t: t, name: name, bound: v[1], variance: "~", constraints: v[6].(*tuple).items}
	if err := made.forwardBound(m); err != nil {
		return nil, err
	}
	for _, k := range a.kw {
		if k.name == "default" {
			made.otherwise = k.v
		}
	}
	switch {
	case len(made.constraints) == 1:
		return nil, typeError("A single constraint is not allowed")
	case len(made.constraints) > 0 && made.bound != None:
		return nil, typeError("Constraints cannot be combined with bound=...")
	case v[3] == true && v[4] == true:
		return nil, valueError("Bivariant types are not supported.")
	case v[3] == true:
		made.variance = "+"
	case v[4] == true:
		made.variance = "-"
	case v[5] == true:
		made.variance = ""
	}
	return made, nil
}

// unpackTypeVarTuple is *Ts: one Unpack[Ts].
func unpackTypeVarTuple(m *machine, v Value) (iterator, error) {
	if err := m.importPath("typing"); err != nil {
		return nil, err
	}
	unpacked, err := m.getItem(m.moduleAttr(modules["typing"], "Unpack"), v)
	return &sliceIter{t: genericIteratorType, items: []Value{unpacked}}, err
}

// baseFor mirrors the __mro_entries__ of type variables, which gives an error.
func (v *typeVar) baseFor(*machine, *classBody) (*Type, error) {
	return nil, typeError("Cannot subclass an instance of %s", v.t.short())
}

// hasDefault says whether a type is given where none is left for the variable.
func (v *typeVar) hasDefault() bool { return v.otherwise != nil || v.lazyDefault != nil }

func typeVarAttr(m *machine, v Value, name string) (Value, error) {
	tv := v.(*typeVar)
	switch name {
	case "__name__":
		return tv.name, nil
	case "__bound__", "__constraints__":
		if err := tv.evaluate(m); err != nil {
			return nil, err
		}
		if name == "__bound__" {
			return tv.bound, nil
		}
		return newTuple(tv.constraints...), nil
	case "__covariant__":
		return tv.variance == "+", nil
	case "__contravariant__":
		return tv.variance == "-", nil
	case "__infer_variance__":
		return tv.variance == "", nil
	case "__module__":
		if tv.lib != "" {
			return tv.lib, nil
		}
		if tv.variance == "" {
			return "typing", nil
		}
		return "__main__", nil
	case "__default__":
		if tv.lazyDefault != nil {
			return m.call(tv.lazyDefault, args{})
		}
		if tv.otherwise != nil {
			return tv.otherwise, nil
		}
		return noDefault{}, nil
	case "has_default":
		return inC(name, func(*machine, args) (Value, error) { return tv.hasDefault(), nil }), nil
	case "args", "kwargs":
		if tv.t == paramSpecType {
			return &paramSpecPart{of: tv, name: name}, nil
		}
	}
	return nil, nil
}

// evaluate finds the bound or the constraints of a parameter of PEP 695.
func (v *typeVar) evaluate(m *machine) error {
	if v.lazyBound == nil {
		return nil
	}
	found, err := m.call(v.lazyBound, args{})
	if err != nil {
		return err
	}
	v.lazyBound = nil
	if t, ok := found.(*tuple); ok {
		v.constraints = t.items
	} else {
		v.bound = found
	}
	return nil
}

// typingUnion is the | of what typing makes: a Union of its own.
func (m *machine) typingUnion(op syntax.Operator, a, b Value) (Value, error) {
	if op != syntax.BitOr {
		return NotImplemented, nil
	}
	mod := modules["typing"]
	if err := m.importPath("typing"); err != nil {
		return nil, err
	}
	return m.getItem(m.moduleAttr(mod, "Union"), newTuple(a, b))
}

// A paramSpecPart is P.args or P.kwargs.
type paramSpecPart struct {
	of   *typeVar
	name string
}

var (
	paramSpecArgsType   = newType("typing.ParamSpecArgs")
	paramSpecKwargsType = newType("typing.ParamSpecKwargs")
)

func (p *paramSpecPart) class() *Type {
	if p.name == "args" {
		return paramSpecArgsType
	}
	return paramSpecKwargsType
}

func setupParamSpecPart(t *Type) {
	t.repr = func(_ *machine, v Value) (string, error) {
		p := v.(*paramSpecPart)
		return p.of.name + "." + p.name, nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		if name == "__origin__" {
			return v.(*paramSpecPart).of, nil
		}
		return nil, nil
	}
	t.compare = func(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		y, ok := b.(*paramSpecPart)
		if !ok || op > syntax.NotEq {
			return NotImplemented, nil
		}
		return (*a.(*paramSpecPart) == *y) == (op == syntax.Eq), nil
	}
	t.hash = func(m *machine, v Value) (int64, error) { return m.identity(v.(*paramSpecPart).of), nil }
}
