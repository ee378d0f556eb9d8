package script

import (
	"math"
	"math/big"
	"unicode/utf8"
)

// builtins are the names that every module knows. Those of CPython that are
// not here are refused before the run.
var builtins = map[string]Value{}

func init() {
	for _, t := range []*Type{objectType, intType, boolType, floatType, complexType, strType, listType, tupleType, dictType, setType,
		frozensetType, rangeType, typeType, enumerateType, zipType, mapType, filterType, reversedType, sliceType,
		staticMethodType, classMethodType, computedType, superType, bytesType, bytearrayType} {
		builtins[t.name] = t
	}
	builtins["NotImplemented"], builtins["Ellipsis"] = NotImplemented, Ellipsis
	for name, t := range excTypes {
		builtins[name] = t
	}
	for _, name := range asyncioExceptions {
		delete(builtins, name)
	}
	builtins["IOError"], builtins["EnvironmentError"] = excTypes["OSError"], excTypes["OSError"]
	for _, table := range [][]*builtin{objectFunctions, iterFunctions, numberFunctions} {
		for _, b := range table {
			builtins[b.name] = b
		}
	}
}

// objectFunctions ask something of any value, or change it.
var objectFunctions = []*builtin{
	{name: "print", fn: printFunction},
	inC("len", func(m *machine, a args) (Value, error) {
		if err := a.between("len", 1, 1); err != nil {
			return nil, err
		}
		n, err := m.length(a.pos[0])
		return integer(int64(n)), err
	}),
	inC("repr", func(m *machine, a args) (Value, error) {
		if err := a.between("repr", 1, 1); err != nil {
			return nil, err
		}
		return m.repr(a.pos[0])
	}),
	inC("ascii", func(m *machine, a args) (Value, error) {
		if err := a.between("ascii", 1, 1); err != nil {
			return nil, err
		}
		text, err := m.repr(a.pos[0])
		return ascii(text), err
	}),
	inC("format", func(m *machine, a args) (Value, error) {
		if err := a.between("format", 1, 2); err != nil {
			return nil, err
		}
		spec, ok := asStr(a.at(1, ""))
		if !ok {
			return nil, typeError("format() argument 2 must be str, not %s", typeOf(a.pos[1]).name)
		}
		return m.format(a.pos[0], spec)
	}),
	inC("id", func(m *machine, a args) (Value, error) {
		if err := a.between("id", 1, 1); err != nil {
			return nil, err
		}
		return integer(m.id(a.pos[0])), nil
	}),
	inC("hash", func(m *machine, a args) (Value, error) {
		if err := a.between("hash", 1, 1); err != nil {
			return nil, err
		}
		h, err := m.hash(a.pos[0])
		return integer(h), err
	}),
	inC("callable", func(_ *machine, a args) (Value, error) {
		if err := a.between("callable", 1, 1); err != nil {
			return nil, err
		}
		return isCallable(a.pos[0]), nil
	}),
	inC("isinstance", func(m *machine, a args) (Value, error) {
		if err := a.between("isinstance", 2, 2); err != nil {
			return nil, err
		}
		return m.isInstance(a.pos[0], a.pos[1])
	}),
	inC("issubclass", func(m *machine, a args) (Value, error) {
		if err := a.between("issubclass", 2, 2); err != nil {
			return nil, err
		}
		t, ok := a.pos[0].(*Type)
		if !ok {
			if none, ok := a.pos[1].(*tuple); ok && len(none.items) == 0 {
				return false, nil
			}
			if of, ok := a.pos[1].(*instance); ok {
				return m.checkHook(a.pos[0], of, "issubclass")
			}
			return nil, typeError("issubclass() arg 1 must be a class")
		}
		return m.subclassOf(t, a.pos[1], "issubclass")
	}),
	inC("getattr", getattr), inC("delattr", delattr), inC("vars", vars), inC("dir", dirFunction),
	inC("hasattr", func(m *machine, a args) (Value, error) {
		if err := a.between("hasattr", 2, 2); err != nil {
			return nil, err
		}
		_, err := getattr(m, a)
		if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
			return false, nil
		}
		return err == nil, err
	}),
	inC("setattr", func(m *machine, a args) (Value, error) {
		if err := a.between("setattr", 3, 3); err != nil {
			return nil, err
		}
		name, ok := asStr(a.pos[1])
		if !ok {
			return nil, typeError("attribute name must be string, not '%s'", typeOf(a.pos[1]).name)
		}
		return None, m.setAttr(a.pos[0], name, a.pos[2])
	}),
}

// delattr is delattr(v, name).
func delattr(m *machine, a args) (Value, error) {
	if err := a.between("delattr", 2, 2); err != nil {
		return nil, err
	}
	name, ok := asStr(a.pos[1])
	if !ok {
		return nil, typeError("attribute name must be string, not '%s'", typeOf(a.pos[1]).name)
	}
	return None, m.delAttr(a.pos[0], name)
}

// vars is vars(v) of an object of a class of the script.
func vars(m *machine, a args) (Value, error) {
	if err := a.between("vars", 0, 1); err != nil {
		return nil, err
	}
	if len(a.pos) == 0 {
		return nil, unsupported("vars() without an argument is")
	}
	found, err := m.getAttr(a.pos[0], "__dict__")
	if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
		return nil, typeError("vars() argument must have __dict__ attribute")
	}
	return found, err
}

func getattr(m *machine, a args) (Value, error) {
	if err := a.between("getattr", 2, 3); err != nil {
		return nil, err
	}
	name, ok := asStr(a.pos[1])
	if !ok {
		return nil, typeError("attribute name must be string, not '%s'", typeOf(a.pos[1]).name)
	}
	v, err := m.getAttr(a.pos[0], name)
	if e := catchable(err); e != nil && len(a.pos) == 3 && e.cls.is(excTypes["AttributeError"]) {
		return a.pos[2], nil
	}
	return v, err
}

// numberFunctions compute.
var numberFunctions = []*builtin{
	inC("abs", func(m *machine, a args) (Value, error) {
		if err := a.between("abs", 1, 1); err != nil {
			return nil, err
		}
		v := a.pos[0]
		if typeOf(v).overrides("__abs__") {
			return m.callSpecial(v, "__abs__")
		}
		if x, ok := plain(v).(float64); ok {
			return math.Abs(x), nil
		}
		if n, ok := asBig(v); ok {
			return bigInteger(new(big.Int).Abs(n)), nil
		}
		if z, ok := v.(complex128); ok {
			return math.Hypot(real(z), imag(z)), nil
		}
		return nil, typeError("bad operand type for abs(): '%s'", typeOf(v).name)
	}),
	inC("round", round),
	inC("divmod", func(m *machine, a args) (Value, error) {
		if err := a.between("divmod", 2, 2); err != nil {
			return nil, err
		}
		return m.divMod(a.pos[0], a.pos[1])
	}),
	inC("pow", powFunction),
	inC("chr", func(_ *machine, a args) (Value, error) {
		if err := a.between("chr", 1, 1); err != nil {
			return nil, err
		}
		n, err := toIndex(a.pos[0])
		if e := catchable(err); e != nil && e.cls == excTypes["IndexError"] {
			n, err = -1, nil
		}
		if err != nil {
			return nil, err
		}
		if n < 0 || n > utf8.MaxRune {
			return nil, valueError("chr() arg not in range(0x110000)")
		}
		if n >= 0xd800 && n < 0xe000 {
			return textFrom([]rune{rune(n)}), nil
		}
		return string(rune(n)), nil
	}),
	inC("ord", func(_ *machine, a args) (Value, error) {
		if err := a.between("ord", 1, 1); err != nil {
			return nil, err
		}
		if data, ok := asBytes(a.pos[0]); ok {
			if len(data) == 1 {
				return integer(int64(data[0])), nil
			}
			return nil, typeError("ord() expected a character, but string of length %d found", len(data))
		}
		s, ok := asStr(a.pos[0])
		if !ok {
			return nil, typeError("ord() expected string of length 1, but %s found", typeOf(a.pos[0]).name)
		}
		if runes := runesOf(s); len(runes) == 1 {
			return integer(int64(runes[0])), nil
		}
		return nil, typeError("ord() expected a character, but string of length %d found", runeLen(s))
	}),
	based("hex", 16, "0x"), based("oct", 8, "0o"), based("bin", 2, "0b"),
}

func based(name string, base int, prefix string) *builtin {
	return inC(name, func(_ *machine, a args) (Value, error) {
		if err := a.between(name, 1, 1); err != nil {
			return nil, err
		}
		n, err := asIndex(a.pos[0])
		if err != nil {
			return nil, err
		}
		sign := ""
		if n.Sign() < 0 {
			sign = "-"
		}
		return sign + prefix + new(big.Int).Abs(n).Text(base), nil
	})
}

var roundSignature = newSignature("round", "number, ndigits=None")

// round mirrors float.__round__ and int.__round__.
func round(m *machine, a args) (Value, error) {
	v, err := roundSignature.bindClinic(a)
	if err != nil {
		return nil, err
	}
	if typeOf(v[0]).overrides("__round__") {
		if v[1] == None {
			return m.callSpecial(v[0], "__round__")
		}
		return m.callSpecial(v[0], "__round__", v[1])
	}
	if _, ok := asFloat(v[0]); !ok {
		return nil, typeError("type %s doesn't define __round__ method", typeOf(v[0]).name)
	}
	return roundNumber(v[0], v[1])
}

// roundInt rounds to a multiple of 10**zeros, halves to even.
func roundInt(n *big.Int, zeros int) Value {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil)
	q, r := new(big.Int).DivMod(n, unit, new(big.Int))
	switch r.Lsh(r, 1).Cmp(unit) {
	case 1:
		q.Add(q, big.NewInt(1))
	case 0:
		if q.Bit(0) == 1 {
			q.Add(q, big.NewInt(1))
		}
	}
	return bigInteger(q.Mul(q, unit))
}

// isCallable mirrors PyCallable_Check.
func isCallable(v Value) bool { return typeOf(v).call != nil }
