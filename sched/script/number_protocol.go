package script

import (
	"math"
	"math/big"

	"loopscope/sched/script/syntax"
)

// indexed mirrors PyNumber_Index as far as it calls __index__ of a class of the
// script; any other value stays what it is.
func indexed(v Value) (Value, error) {
	t := typeOf(v)
	if t.user == nil || !t.overrides("__index__") {
		return v, nil
	}
	if _, isInt := asBig(v); isInt {
		return plain(v), nil
	}
	made, err := t.user.m.callSpecial(v, "__index__")
	if err != nil {
		return nil, err
	}
	if _, ok := asBig(made); !ok {
		return nil, typeError("__index__ returned non-int (type %s)", typeOf(made).name)
	}
	return plain(made), nil
}

// asIndex gives an integer that operator.index takes, or the error of
// PyNumber_Index.
func asIndex(v Value) (*big.Int, error) {
	v, err := indexed(v)
	if err != nil {
		return nil, err
	}
	if n, ok := asBig(v); ok {
		return n, nil
	}
	return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(v).name)
}

// toLong mirrors PyNumber_Long.
func (m *machine) toLong(v Value) (Value, error) {
	if t := typeOf(v); t.user != nil {
		for _, name := range []string{"__int__", "__index__", "__trunc__"} {
			if !t.overrides(name) {
				continue
			}
			made, err := m.callSpecial(v, name)
			if err != nil {
				return nil, err
			}
			n, ok := asBig(made)
			if !ok && name == "__trunc__" {
				return m.toLong(made)
			}
			if !ok {
				return nil, typeError("%s returned non-int (type %s)", name, typeOf(made).name)
			}
			return bigInteger(n), nil
		}
	}
	switch v := plain(v).(type) {
	case string:
		return m.parseInt(v, 10)
	case byteString, *byteArray:
		n, err := m.parseInt(latin1(bytesOf(v)), 10)
		if err != nil {
			return nil, badNumber(err, byteString(bytesOf(v)), "invalid literal for int() with base 10: ")
		}
		return n, nil
	case float64:
		return floatToInt(v)
	}
	if n, ok := asBig(v); ok {
		return bigInteger(n), nil
	}
	return nil, typeError("int() argument must be a string, a bytes-like object or a real number, not '%s'", typeOf(v).name)
}

// toFloat mirrors PyNumber_Float.
func (m *machine) toFloat(v Value) (Value, error) {
	if t := typeOf(v); t.user != nil && t.overrides("__float__") {
		made, err := m.callSpecial(v, "__float__")
		if err != nil {
			return nil, err
		}
		x, ok := plain(made).(float64)
		if !ok {
			return nil, typeError("%s.__float__ returned non-float (type %s)", t.name, typeOf(made).name)
		}
		return x, nil
	}
	v, err := indexed(v)
	if err != nil {
		return nil, err
	}
	if text, ok := asStr(v); ok {
		return m.parseFloat(text)
	}
	if data, ok := asBytes(v); ok {
		x, err := m.parseFloat(latin1(data))
		if err != nil {
			return nil, badNumber(err, v, "could not convert string to float: ")
		}
		return x, nil
	}
	x, ok := asFloat(v)
	if !ok {
		return nil, typeError("float() argument must be a string or a real number, not '%s'", typeOf(v).name)
	}
	if _, isFloat := plain(v).(float64); math.IsInf(x, 0) && !isFloat {
		return nil, raise("OverflowError", "int too large to convert to float")
	}
	return x, nil
}

// divMod mirrors PyNumber_Divmod.
func (m *machine) divMod(a, b Value) (Value, error) {
	ta, tb := typeOf(a), typeOf(b)
	reflected := tb != ta && tb.overrides("__rdivmod__")
	if reflected && tb.is(ta) && tb.lookup("__rdivmod__") != ta.lookup("__rdivmod__") {
		if v, err := m.callSpecial(b, "__rdivmod__", a); err != nil || v != NotImplemented {
			return v, err
		}
		reflected = false
	}
	if ta.overrides("__divmod__") {
		if v, err := m.callSpecial(a, "__divmod__", b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if reflected {
		if v, err := m.callSpecial(b, "__rdivmod__", a); err != nil || v != NotImplemented {
			return v, err
		}
	}
	x, ok1 := asFloat(a)
	y, ok2 := asFloat(b)
	if !ok1 || !ok2 {
		return nil, typeError("unsupported operand type(s) for divmod(): '%s' and '%s'", ta.name, tb.name)
	}
	_, float1 := plain(a).(float64)
	_, float2 := plain(b).(float64)
	if float1 || float2 {
		if y == 0 {
			return nil, raise("ZeroDivisionError", "float divmod()")
		}
		q, r := floatDivMod(x, y)
		return newTuple(q, r), nil
	}
	return m.divModOps(plain(a), plain(b))
}

func (m *machine) divModOps(a, b Value) (Value, error) {
	q, err := m.binaryOp(syntax.FloorDiv, a, b)
	if err != nil {
		return nil, err
	}
	r, err := m.binaryOp(syntax.Mod, a, b)
	return newTuple(q, r), err
}

var powClinic = newClinic("pow", "base, exp, mod=?")

// powFunction is pow with two arguments or three.
func powFunction(m *machine, a args) (Value, error) {
	v, err := powClinic.bind(a)
	if err != nil {
		return nil, err
	}
	if v[2] == nil || v[2] == None {
		return m.binaryOp(syntax.Pow, v[0], v[1])
	}
	if typeOf(v[0]).overrides("__pow__") {
		made, err := m.callSpecial(v[0], "__pow__", v[1], v[2])
		if err != nil || made != NotImplemented {
			return made, err
		}
	}
	x, ok1 := asBig(v[0])
	y, ok2 := asBig(v[1])
	n, ok3 := asBig(v[2])
	if !ok1 || !ok2 || !ok3 {
		for _, one := range v {
			if _, number := asFloat(one); !number {
				return nil, typeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeOf(v[0]).name, typeOf(v[1]).name, typeOf(v[2]).name)
			}
		}
		return nil, typeError("pow() 3rd argument not allowed unless all arguments are integers")
	}
	words := n.BitLen()/64 + 1
	const pairsPerStep = 6 // of words that are multiplied, and divided
	if steps := float64(y.BitLen()) * float64(words) * float64(words) / pairsPerStep; steps > float64(m.opts.Steps) {
		return nil, m.limit(LimitSteps)
	} else if err := m.spend(int(steps)); err != nil {
		return nil, err
	}
	return powMod(x, y, n)
}

// powMod mirrors long_pow with a modulus.
func powMod(x, y, n *big.Int) (Value, error) {
	if n.Sign() == 0 {
		return nil, valueError("pow() 3rd argument cannot be 0")
	}
	size := new(big.Int).Abs(n)
	if y.Sign() < 0 {
		inverse := new(big.Int).ModInverse(x, size)
		if inverse == nil {
			return nil, valueError("base is not invertible for the given modulus")
		}
		x, y = inverse, new(big.Int).Neg(y)
	}
	z := new(big.Int).Exp(new(big.Int).Mod(x, size), y, size)
	if n.Sign() < 0 && z.Sign() > 0 {
		z.Add(z, n)
	}
	return bigInteger(z), nil
}

// roundNumber is round() of an int or a float; places nil: to an int.
func roundNumber(v, places Value) (Value, error) {
	x, isFloat := plain(v).(float64)
	if places == nil || places == None {
		if isFloat {
			return floatToInt(math.RoundToEven(x))
		}
		n, _ := asBig(v)
		return bigInteger(n), nil
	}
	if isFloat {
		n, err := toSize(places)
		if err != nil {
			return nil, err
		}
		return roundFloat(x, n)
	}
	zeros, err := asIndex(places)
	if err != nil {
		return nil, err
	}
	n, _ := asBig(v)
	if zeros.Sign() >= 0 {
		return bigInteger(n), nil
	}
	if zeros.CmpAbs(big.NewInt(int64(n.BitLen()))) > 0 {
		return integer(0), nil
	}
	return roundInt(n, int(-zeros.Int64())), nil
}

// numberMethods are the special methods of int and float that no slot is
// behind.
func (t *Type) numberMethods() {
	add := func(name string, fn nativeFn) { t.addSlotMethod(name, fn) }
	add("__abs__", noArguments("__abs__", func(_ *machine, v Value) (Value, error) {
		if x, ok := v.(float64); ok {
			return math.Abs(x), nil
		}
		n, _ := asBig(v)
		return bigInteger(new(big.Int).Abs(n)), nil
	}))
	long := func(round func(float64) float64) nativeFn {
		return noArguments("__int__", func(_ *machine, v Value) (Value, error) {
			if x, ok := v.(float64); ok {
				return floatToInt(round(x))
			}
			n, _ := asBig(v)
			return bigInteger(n), nil
		})
	}
	add("__int__", long(math.Trunc))
	for name, round := range map[string]func(float64) float64{"__trunc__": math.Trunc, "__floor__": math.Floor, "__ceil__": math.Ceil} {
		fn := long(round)
		t.attrs[name] = &builtin{name: name, of: t, fn: func(m *machine, self Value, a args) (Value, error) {
			if err := a.between(t.name+"."+name, 0, 0); err != nil {
				return nil, err
			}
			return fn(m, self, a)
		}}
	}
	if t == intType {
		add("__index__", long(math.Trunc))
	}
	add("__float__", noArguments("__float__", func(m *machine, v Value) (Value, error) { return m.toFloat(v) }))
	t.attrs["__round__"] = &builtin{name: "__round__", of: t, fn: func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between(t.name+".__round__", 0, 1); err != nil {
			return nil, err
		}
		return roundNumber(self, a.at(0, nil))
	}}
	number := func(f func(m *machine, v, other Value) (Value, error)) nativeFn {
		return oneArgument("__divmod__", func(m *machine, v, other Value) (Value, error) {
			if _, ok := asFloat(other); !ok {
				return NotImplemented, nil
			}
			if _, isInt := asBig(other); t == intType && !isInt {
				return NotImplemented, nil
			}
			return f(m, plain(v), plain(other))
		})
	}
	add("__divmod__", number(func(m *machine, v, other Value) (Value, error) { return m.divMod(v, other) }))
	add("__rdivmod__", number(func(m *machine, v, other Value) (Value, error) { return m.divMod(other, v) }))
}
