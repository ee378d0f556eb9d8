package script

import (
	"fmt"
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// A byteString is Python's bytes: any bytes, not text.
type byteString string

// A byteArray is Python's bytearray: bytes that can be changed.
type byteArray struct {
	b    []byte
	heir *heir
}

var (
	bytesType         = newType("bytes")
	bytearrayType     = newType("bytearray")
	bytesIteratorType = iteratorSubtype("bytes_iterator")
	arrayIteratorType = iteratorSubtype("bytearray_iterator")
)

func (byteString) class() *Type   { return bytesType }
func (a *byteArray) class() *Type { return a.heir.classOf(bytearrayType) }

// asBytes gives the bytes of a bytes or a bytearray.
func asBytes(v Value) (string, bool) {
	switch v := plain(v).(type) {
	case byteString:
		return string(v), true
	case *byteArray:
		return string(v.b), true
	}
	return "", false
}

// bytesOf gives the bytes of what is known to be a bytes or a bytearray.
func bytesOf(v Value) string {
	s, _ := asBytes(v)
	return s
}

// likeBytes makes bytes or a bytearray, as v is one or the other.
func likeBytes(v Value, s string) Value {
	if _, ok := v.(*byteArray); ok {
		return &byteArray{b: []byte(s)}
	}
	return byteString(s)
}

func setupBytes(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if one, ok := a.at(0, nil).(byteString); ok && len(a.pos) == 1 && len(a.kw) == 0 {
			return one, nil
		}
		s, err := m.makeBytes("bytes", a)
		return byteString(s), err
	}
	t.allocBoxed()
	t.hash = func(_ *machine, v Value) (int64, error) { return hashString(string(v.(byteString))), nil }
	setupAnyBytes(t)
}

func setupBytearray(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		s, err := m.makeBytes("bytearray", a)
		return &byteArray{b: []byte(s)}, err
	}
	t.alloc = func(_ *machine, cls *Type, _ args) (Value, error) { return &byteArray{heir: heirOf(cls, t)}, nil }
	t.attrs["__init__"] = initBy(t, func(m *machine, self Value, a args) error {
		s, err := m.makeBytes("bytearray", a)
		self.(*byteArray).b = []byte(s)
		return err
	})
	t.hash = unhashable
	setupAnyBytes(t)
	t.setItem = byteArraySet
	t.inplace = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		v, err := bytesOp(m, op, a, b)
		if made, ok := v.(*byteArray); ok {
			a.(*byteArray).b = made.b
			return a, err
		}
		return v, err
	}
	t.methods(byteArrayMethods)
}

func setupAnyBytes(t *Type) {
	t.repr = func(_ *machine, v Value) (string, error) {
		text := reprBytes(bytesOf(v))
		if a, ok := v.(*byteArray); ok {
			text = a.class().name + "(" + text + ")"
		}
		return text, nil
	}
	t.truth = func(_ *machine, v Value) (bool, error) { return bytesOf(v) != "", nil }
	t.length = func(_ *machine, v Value) (int, error) { return len(bytesOf(v)), nil }
	t.compare = func(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if other, ok := asBytes(b); ok {
			return ordered(op, strings.Compare(bytesOf(a), other)), nil
		}
		return NotImplemented, nil
	}
	t.iter = func(_ *machine, v Value) (iterator, error) { return iterateBytes(v), nil }
	t.contains = func(_ *machine, v, item Value) (bool, error) {
		if part, ok := asBytes(item); ok {
			return strings.Contains(bytesOf(v), part), nil
		}
		b, err := oneByte(item, "byte must be in range(0, 256)")
		if err != nil && catchable(err).cls == excTypes["TypeError"] {
			return false, typeError("a bytes-like object is required, not '%s'", typeOf(item).name)
		}
		return strings.IndexByte(bytesOf(v), b) >= 0, err
	}
	t.binary = bytesOp
	t.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if op != syntax.Mult {
			return NotImplemented, nil
		}
		return bytesOp(m, op, b, a)
	}
	t.getItem = func(_ *machine, v, key Value) (Value, error) {
		s := bytesOf(v)
		if cut, ok := key.(*slice); ok {
			part, err := sliceBytes(s, cut)
			return likeBytes(v, part), err
		}
		name := "byte"
		if t == bytearrayType {
			name = "bytearray"
		}
		i, err := subscript(key, len(s), name)
		if err != nil {
			return nil, err
		}
		if i < 0 && t == bytesType {
			return nil, raise("IndexError", "index out of range")
		}
		if i < 0 {
			return nil, raise("IndexError", "bytearray index out of range")
		}
		return integer(int64(s[i])), nil
	}
	t.methods(bytesMethods)
	t.attrs["fromhex"] = &classMethod{fn: inC("fromhex", bytesFromHex)}
	t.attrs["maketrans"] = &staticMethod{fn: inC("maketrans", bytesMakeTrans)}
}

func iterateBytes(v Value) iterator {
	i, t := 0, bytesIteratorType
	if _, ok := v.(*byteArray); ok {
		t = arrayIteratorType
	}
	at := func() (Value, error) {
		if s, ok := v.(byteString); ok && i < len(s) {
			i++
			return integer(int64(s[i-1])), nil
		}
		if a, ok := v.(*byteArray); ok && i < len(a.b) {
			i++
			return integer(int64(a.b[i-1])), nil
		}
		return nil, nil
	}
	return &funcIter{t: t, f: func(*machine) (Value, error) { return at() }}
}

func sliceBytes(s string, cut *slice) (string, error) {
	start, step, count, err := cut.bounds(len(s))
	if err != nil {
		return "", err
	}
	if step == 1 {
		return s[start : start+count], nil
	}
	picked := make([]byte, count)
	for i := range picked {
		picked[i] = s[start+i*step]
	}
	return string(picked), nil
}

// reprBytes mirrors PyBytes_Repr.
func reprBytes(s string) string {
	quote := byte('\'')
	if strings.ContainsRune(s, '\'') && !strings.ContainsRune(s, '"') {
		quote = '"'
	}
	out := []byte{'b', quote}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == quote || c == '\\':
			out = append(out, '\\', c)
		case c == '\t':
			out = append(out, `\t`...)
		case c == '\n':
			out = append(out, `\n`...)
		case c == '\r':
			out = append(out, `\r`...)
		case c < ' ' || c >= 0x7f:
			out = fmt.Appendf(out, `\x%02x`, c)
		default:
			out = append(out, c)
		}
	}
	return string(append(out, quote))
}

func bytesOp(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	s := bytesOf(a)
	switch op {
	case syntax.Add:
		other, ok := asBytes(b)
		if !ok {
			return nil, typeError("can't concat %s to %s", typeOf(b).name, typeOf(a).name)
		}
		if err := m.roomText(len(s) + len(other)); err != nil {
			return nil, err
		}
		return likeBytes(a, s+other), nil
	case syntax.Mult:
		n, err := m.times(b, len(s))
		if n < 0 || err != nil {
			return NotImplemented, err
		}
		return likeBytes(a, strings.Repeat(s, n)), nil
	case syntax.Mod:
		text, err := m.percentBytes(s, b)
		if err != nil {
			return nil, err
		}
		return likeBytes(a, text), nil
	}
	return NotImplemented, nil
}

// oneByte gives the byte that an integer is.
func oneByte(v Value, beyond string) (byte, error) {
	v, err := indexed(v)
	if err != nil {
		return 0, err
	}
	n, ok := asInt(v)
	if !ok {
		if _, big := asBig(v); big {
			return 0, valueError("%s", beyond)
		}
		return 0, typeError("'%s' object cannot be interpreted as an integer", typeOf(v).name)
	}
	if n < 0 || n > 255 {
		return 0, valueError("%s", beyond)
	}
	return byte(n), nil
}

// makeBytes mirrors bytes_new_impl: from a text with its encoding, a size,
// bytes, or an iterable of integers.
func (m *machine) makeBytes(name string, a args) (string, error) {
	source, encoding, errors, err := codecArgs(newClinic(name, "source=?, encoding=?, errors=?"), a)
	if err != nil {
		return "", err
	}
	if text, ok := asStr(source); ok {
		if encoding == nil {
			return "", typeError("string argument without an encoding")
		}
		return encode(text, encoding, errors)
	}
	if encoding != nil || errors != nil {
		what := "encoding"
		if encoding == nil {
			what = "errors"
		}
		return "", typeError("%s without a string argument", what)
	}
	if source == nil {
		return "", nil
	}
	if typeOf(source).overrides("__bytes__") {
		made, err := m.callSpecial(source, "__bytes__")
		if err != nil {
			return "", err
		}
		s, ok := asBytes(made)
		if !ok {
			return "", typeError("__bytes__ returned non-bytes (type %s)", typeOf(made).name)
		}
		return s, nil
	}
	if s, ok := asBytes(source); ok {
		return s, nil
	}
	size, err := indexed(source)
	if err != nil {
		return "", err
	}
	if _, ok := asBig(size); ok {
		return m.zeroBytes(size)
	}
	return m.collectBytes(name, source)
}

func (m *machine) zeroBytes(size Value) (string, error) {
	n, err := toIndex(size)
	if err != nil {
		return "", raise("OverflowError", "cannot fit 'int' into an index-sized integer")
	}
	if n < 0 {
		return "", valueError("negative count")
	}
	if err := m.roomText(n); err != nil {
		return "", err
	}
	return strings.Repeat("\x00", n), nil
}

// collectBytes gives the bytes that the integers of an iterable are.
func (m *machine) collectBytes(name string, v Value) (string, error) {
	if typeOf(v).iter == nil {
		return "", typeError("cannot convert '%s' object to %s", typeOf(v).name, name)
	}
	beyond := "bytes must be in range(0, 256)"
	if name == "bytearray" {
		beyond = "byte must be in range(0, 256)"
	}
	var all []byte
	it, err := m.iterate(v)
	if err != nil {
		return "", err
	}
	if name == "bytes" && typeOf(v).user != nil {
		if err := m.lengthHint(v); err != nil {
			return "", err
		}
	}
	err = m.each(it, func(item Value) error {
		b, err := oneByte(item, beyond)
		all = append(all, b)
		if err != nil {
			return err
		}
		return m.grown(len(all))
	})
	return string(all), err
}

// setExtended puts bytes at count places that are step apart, or removes those
// places if there are no bytes.
func (a *byteArray) setExtended(start, step, count int, with string) error {
	switch {
	case with == "":
		gone := map[int]bool{}
		for i := range count {
			gone[start+i*step] = true
		}
		kept := a.b[:0:0]
		for i, b := range a.b {
			if !gone[i] {
				kept = append(kept, b)
			}
		}
		a.b = kept
	case len(with) != count:
		return valueError("attempt to assign bytes of size %d to extended slice of size %d", len(with), count)
	default:
		for i := range count {
			a.b[start+i*step] = with[i]
		}
	}
	return nil
}

func byteArraySet(m *machine, v, key, item Value) error {
	a := v.(*byteArray)
	if cut, ok := key.(*slice); ok {
		with := ""
		if item != nil {
			var ok bool
			if with, ok = asBytes(item); !ok {
				var err error
				if typeOf(item).iter == nil {
					return typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
				}
				if with, err = m.collectBytes("bytearray", item); err != nil {
					return err
				}
			}
		}
		start, step, count, err := cut.bounds(len(a.b))
		if err != nil {
			return err
		}
		if step != 1 {
			return a.setExtended(start, step, count, with)
		}
		a.b = slices.Replace(a.b, start, start+count, []byte(with)...)
		return m.roomText(len(a.b))
	}
	i, err := subscript(key, len(a.b), "bytearray")
	if err != nil {
		return err
	}
	if i < 0 {
		return raise("IndexError", "bytearray index out of range")
	}
	if item == nil {
		a.b = slices.Delete(a.b, i, i+1)
		return nil
	}
	b, err := oneByte(item, "byte must be in range(0, 256)")
	if err == nil {
		a.b[i] = b
	}
	return err
}
