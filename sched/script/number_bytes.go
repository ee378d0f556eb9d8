package script

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

var (
	toBytesClinic   = newClinic("to_bytes", "length=?, byteorder=?, *, signed=?")
	fromBytesClinic = newClinic("from_bytes", "bytes, byteorder=?, *, signed=?")
)

// byteOrder reads byteorder= and signed=.
func (m *machine) byteOrder(fn string, order, signed Value) (little, sign bool, err error) {
	if order != nil {
		text, ok := asStr(order)
		switch {
		case !ok:
			return false, false, badArgument(fn, "argument 'byteorder'", "str", order)
		case text == "little":
			little = true
		case text != "big":
			return false, false, valueError("byteorder must be either 'little' or 'big'")
		}
	}
	if signed != nil {
		sign, err = m.truth(signed)
	}
	return little, sign, err
}

func intToBytes(m *machine, self Value, a args) (Value, error) {
	v, err := toBytesClinic.bind(a)
	if err != nil {
		return nil, err
	}
	size, err := sizeOr(v[0], 1)
	if err != nil {
		return nil, err
	}
	little, signed, err := m.byteOrder("to_bytes", v[1], v[2])
	switch {
	case err != nil:
		return nil, err
	case size < 0:
		return nil, valueError("length argument must be non-negative")
	}
	if err := m.room(size); err != nil {
		return nil, err
	}
	n, _ := asBig(self)
	switch {
	case n.Sign() < 0 && !signed:
		return nil, raise("OverflowError", "can't convert negative int to unsigned")
	case n.Sign() < 0:
		n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(size)*8))
		if n.Sign() < 0 || n.BitLen() < size*8 {
			return nil, raise("OverflowError", "int too big to convert")
		}
	case n.BitLen() > size*8 || signed && n.BitLen() > size*8-1 && n.Sign() != 0:
		return nil, raise("OverflowError", "int too big to convert")
	}
	data := n.FillBytes(make([]byte, size))
	if little {
		slices.Reverse(data)
	}
	return byteString(data), nil
}

func intFromBytes(m *machine, a args) (Value, error) {
	cls := a.pos[0].(*Type)
	v, err := fromBytesClinic.bind(args{pos: a.pos[1:], kw: a.kw})
	if err != nil {
		return nil, err
	}
	little, signed, err := m.byteOrder("from_bytes", v[1], v[2])
	if err != nil {
		return nil, err
	}
	text, ok := asBytes(v[0])
	if !ok {
		if _, isInt := asBig(v[0]); isInt || typeOf(v[0]).iter == nil || typeOf(v[0]).is(strType) {
			return nil, typeError("cannot convert '%s' object to bytes", typeOf(v[0]).name)
		}
		if text, err = m.collectBytes("bytes", v[0]); err != nil {
			return nil, err
		}
	}
	data := []byte(text)
	if little {
		slices.Reverse(data)
	}
	n := new(big.Int).SetBytes(data)
	if signed && len(data) > 0 && data[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(len(data))*8))
	}
	if cls == intType {
		return bigInteger(n), nil
	}
	return m.call(cls, positional(bigInteger(n)))
}

// floatRatio is float.as_integer_ratio.
func floatRatio(_ *machine, self Value, a args) (Value, error) {
	x := self.(float64)
	switch {
	case math.IsInf(x, 0):
		return nil, raise("OverflowError", "cannot convert Infinity to integer ratio")
	case math.IsNaN(x):
		return nil, valueError("cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(x)
	return newTuple(bigInteger(r.Num()), bigInteger(r.Denom())), a.between("float.as_integer_ratio", 0, 0)
}

// floatHex mirrors float_hex.
func floatHex(_ *machine, self Value, a args) (Value, error) {
	x := self.(float64)
	if err := a.between("float.hex", 0, 0); err != nil {
		return nil, err
	}
	sign := ""
	if math.Signbit(x) {
		sign = "-"
	}
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return reprFloat(x), nil
	case x == 0:
		return sign + "0x0.0p+0", nil
	}
	bits := math.Float64bits(x)
	exp, lead := int(bits>>52&0x7ff)-1023, 1
	if exp == -1023 {
		exp, lead = -1022, 0
	}
	return fmt.Sprintf("%s0x%d.%013xp%+d", sign, lead, bits&(1<<52-1), exp), nil
}

// floatFromHex mirrors float_fromhex.
func floatFromHex(m *machine, a args) (Value, error) {
	cls := a.pos[0].(*Type)
	if err := (args{pos: a.pos[1:], kw: a.kw}).between(cls.name+".fromhex", 1, 1); err != nil {
		return nil, err
	}
	text, ok := asStr(a.pos[1])
	if !ok {
		return nil, typeError("bad argument type for built-in operation")
	}
	bad := valueError("invalid hexadecimal floating-point string")
	s := strings.ToLower(strings.TrimFunc(text, isSpace))
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	if special := strings.TrimSuffix(s, "inity"); special == "inf" || s == "nan" {
		s = special
	} else {
		s = strings.TrimPrefix(s, "0x")
		if s == "" || strings.ContainsAny(s, "x_+-") && !strings.ContainsRune(s, 'p') {
			return nil, bad
		}
		if !strings.ContainsRune(s, 'p') {
			s += "p0"
		}
		s = "0x" + s
	}
	x, err := strconv.ParseFloat(sign+s, 64)
	switch {
	case math.IsInf(x, 0) && !strings.HasPrefix(s, "inf"):
		return nil, raise("OverflowError", "hexadecimal value too large to represent as a float")
	case err != nil:
		return nil, bad
	case cls == floatType:
		return x, nil
	}
	return m.call(cls, positional(x))
}
