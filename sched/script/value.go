package script

import (
	"fmt"
	"math/big"
)

// A Value is a Python value: None, a bool, an int64 (or *big.Int beyond it), a
// float64, a string, or a pointer to one of the structs of this package. Go's
// nil is no value: an unbound name, or the end of an iteration.
type Value = any

type (
	none           struct{}
	ellipsis       struct{}
	notImplemented struct{}
)

// The singletons.
var (
	None           Value = none{}
	Ellipsis       Value = ellipsis{}
	NotImplemented Value = notImplemented{}
)

// typed is what every struct that is a value implements.
type typed interface{ class() *Type }

type tuple struct {
	items []Value
	heir  *heir
}

type list struct {
	items []Value
	heir  *heir
}

type slice struct{ start, stop, step Value }

// A span is Python's range. Its numbers fit int64.
type span struct{ start, stop, step int64 }

// A cell holds a variable that an inner function shares.
type cell struct{ v Value }

// A function is a def, async def or lambda that was evaluated.
type function struct {
	code       *code
	name       string
	qualname   string
	doc        Value
	defaults   []Value // of the last positional parameters
	kwDefaults []Value // one for each keyword-only parameter; nil: none
	closure    []*cell
	module     Value   // __module__ if it was set
	typeParams *tuple  // __type_params__; nil: none
	noted      []Value // its annotations, in the order of code.annotated
	notes      *dict   // __annotations__; nil: nobody has asked
	attrs      *dict   // what the script has set on it; nil: nothing
}

// A builtin is a function or method written in Go. A method gets its receiver
// as self; a function gets nil.
type builtin struct {
	name   string
	of     *Type  // whose method; nil for a function
	python bool   // a function that CPython has in Python
	slot   bool   // a method that CPython makes of a slot of the type
	module string // that has the function; "": builtins or no module
	fn     nativeFn

	// await does what awaiting the coroutine does that fn gives for awaitTakes
	// positional arguments; nil: it gives none, or does nothing special.
	await      awaitFn
	awaitTakes int
}

// A method is a function bound to the object it was looked up on.
type method struct {
	self Value
	fn   Value // a *function or a *builtin
}

// A property is an attribute of a type that is computed.
type property struct {
	get func(m *machine, self Value) (Value, error)
}

func (t *tuple) class() *Type  { return t.heir.classOf(tupleType) }
func (l *list) class() *Type   { return l.heir.classOf(listType) }
func (*property) class() *Type { return getsetType }
func (*slice) class() *Type    { return sliceType }
func (*span) class() *Type     { return rangeType }
func (*function) class() *Type { return functionType }
func (b *builtin) class() *Type {
	if b.of != nil {
		return methodDescriptorType
	}
	return builtinType
}
func (b *method) class() *Type {
	if _, ok := b.fn.(*builtin); ok {
		return builtinType
	}
	return methodType
}

// typeOf gives the type of a value.
func typeOf(v Value) *Type {
	switch v := v.(type) {
	case int64, *big.Int:
		return intType
	case string:
		return strType
	case bool:
		return boolType
	case float64:
		return floatType
	case none:
		return noneType
	case typed:
		return v.class()
	case complex128:
		return complexType
	case notImplemented:
		return notImplementedType
	case ellipsis:
		return ellipsisType
	}
	panic(fmt.Sprintf("script: internal error: %T is no value of a script", v))
}

const (
	smallMin = -256
	smallMax = 4096
)

// smallInts are the integers that need no allocation.
var smallInts = func() (t [smallMax - smallMin]Value) {
	for i := range t {
		t[i] = int64(i + smallMin)
	}
	return t
}()

// integer boxes an int64.
func integer(n int64) Value {
	if i := uint64(n - smallMin); i < smallMax-smallMin {
		return smallInts[i]
	}
	return n
}

// bigInteger gives the value of a big.Int, which must not change afterwards.
func bigInteger(n *big.Int) Value {
	if n.IsInt64() {
		return integer(n.Int64())
	}
	return n
}

func newTuple(items ...Value) *tuple { return &tuple{items: items} }

func newList(items ...Value) *list { return &list{items: items} }

// asInt gives a bool or an int that fits; ok is false for anything else.
func asInt(v Value) (n int64, ok bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	case *boxed:
		return asInt(v.v)
	}
	return 0, false
}

// asFloat gives a number as a float; ok is false for what is no number.
func asFloat(v Value) (x float64, ok bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	case bool:
		n, _ := asInt(v)
		return float64(n), true
	case *big.Int:
		x, _ := new(big.Float).SetInt(v).Float64()
		return x, true
	case *boxed:
		return asFloat(v.v)
	}
	return 0, false
}

// asBig gives a bool or an int as a big.Int, which must not be changed.
func asBig(v Value) (*big.Int, bool) {
	switch v := v.(type) {
	case *big.Int:
		return v, true
	case *boxed:
		return asBig(v.v)
	}
	if n, ok := asInt(v); ok {
		return big.NewInt(n), true
	}
	return nil, false
}

// truth mirrors PyObject_IsTrue.
func (m *machine) truth(v Value) (bool, error) {
	switch v := v.(type) {
	case bool:
		return v, nil
	case int64:
		return v != 0, nil
	case none:
		return false, nil
	case string:
		return v != "", nil
	case float64:
		return v != 0, nil
	case *list:
		if v.heir == nil {
			return len(v.items) > 0, nil
		}
	}
	t := typeOf(v)
	if t.truth != nil {
		return t.truth(m, v)
	}
	if t.length != nil {
		n, err := t.length(m, v)
		return n != 0, err
	}
	return true, nil
}

// identical is Python's "is". Numbers and strings, whose identity CPython
// leaves to its caches, are identical when they are equal and of one type.
func identical(a, b Value) bool {
	if x, ok := a.(*big.Int); ok {
		y, ok := b.(*big.Int)
		return ok && x.Cmp(y) == 0
	}
	if x, ok := a.(*method); ok {
		return x == b
	}
	return a == b
}
