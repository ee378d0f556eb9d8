package script

import (
	digits16 "encoding/hex"
	"slices"
	"strings"
)

// isByteSpace mirrors Py_ISSPACE.
func isByteSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// byteMethod makes a method of bytes and bytearray, whose result is of the type
// of the object.
func byteMethod(name string, low, high int, f func(m *machine, s string, a args) (Value, error)) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		full := name
		if high == 0 || low == 1 && high == 1 {
			full = typeOf(self).name + "." + name
		}
		if err := a.between(full, low, high); err != nil {
			return nil, err
		}
		v, err := f(m, bytesOf(self), a)
		return asLike(self, v), err
	}
}

// asLike turns bytes in a result into bytearrays where self is one.
func asLike(self, v Value) Value {
	if _, ok := self.(*byteArray); !ok {
		return v
	}
	switch v := v.(type) {
	case byteString:
		return likeBytes(self, string(v))
	case *list:
		for i := range v.items {
			v.items[i] = asLike(self, v.items[i])
		}
	case *tuple:
		for i := range v.items {
			v.items[i] = asLike(self, v.items[i])
		}
	}
	return v
}

// bytesArg gives the bytes that an argument must be.
func bytesArg(v Value) (string, error) {
	if s, ok := asBytes(v); ok {
		return s, nil
	}
	return "", typeError("a bytes-like object is required, not '%s'", typeOf(v).name)
}

func mapBytes(name string, f func(c byte) byte) nativeFn {
	return byteMethod(name, 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		out := []byte(s)
		for i, c := range out {
			out[i] = f(c)
		}
		return byteString(out), nil
	})
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

func isByteAlpha(c byte) bool { return upperByte(c) >= 'A' && upperByte(c) <= 'Z' }
func isByteDigit(c byte) bool { return c >= '0' && c <= '9' }

func everyByte(name string, ok func(c byte) bool) nativeFn {
	return byteMethod(name, 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		for i := 0; i < len(s); i++ {
			if !ok(s[i]) {
				return false, nil
			}
		}
		return s != "", nil
	})
}

var bytesMethods = map[string]nativeFn{
	"upper": mapBytes("upper", upperByte), "lower": mapBytes("lower", lowerByte),
	"swapcase": mapBytes("swapcase", func(c byte) byte {
		if c >= 'a' && c <= 'z' {
			return upperByte(c)
		}
		return lowerByte(c)
	}),
	"capitalize": byteMethod("capitalize", 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		if s == "" {
			return byteString(s), nil
		}
		out := []byte(s)
		for i, c := range out {
			out[i] = lowerByte(c)
		}
		out[0] = upperByte(s[0])
		return byteString(out), nil
	}),
	"title": byteMethod("title", 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		out := []byte(s)
		for i, c := range out {
			if i > 0 && isByteAlpha(s[i-1]) {
				out[i] = lowerByte(c)
			} else {
				out[i] = upperByte(c)
			}
		}
		return byteString(out), nil
	}),
	"istitle": byteMethod("istitle", 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		return isTitle(strings.Map(func(r rune) rune {
			if r >= 0x80 {
				return ' '
			}
			return r
		}, latin1(s))), nil
	}),
	"expandtabs": func(m *machine, self Value, a args) (Value, error) {
		v, err := expandTabs(m, latin1(bytesOf(self)), a)
		if err != nil {
			return nil, err
		}
		return asLike(self, fromLatin1(v.(string))), nil
	},
	"isalpha": everyByte("isalpha", isByteAlpha), "isdigit": everyByte("isdigit", isByteDigit), "isspace": everyByte("isspace", isByteSpace),
	"isalnum": everyByte("isalnum", func(c byte) bool { return isByteAlpha(c) || isByteDigit(c) }),
	"isascii": byteMethod("isascii", 0, 0, func(_ *machine, s string, _ args) (Value, error) { return isASCII(s), nil }),
	"isupper": byteMethod("isupper", 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		return strings.ContainsFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' }) && !strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' }), nil
	}),
	"islower": byteMethod("islower", 0, 0, func(_ *machine, s string, _ args) (Value, error) {
		return strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' }) && !strings.ContainsFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' }), nil
	}),
	"find": findBytes("find", strings.Index, false), "rfind": findBytes("rfind", strings.LastIndex, false),
	"index": findBytes("index", strings.Index, true), "rindex": findBytes("rindex", strings.LastIndex, true),
	"count": byteMethod("count", 1, 3, countBytes),
	"strip": stripBytes("strip", true, true), "lstrip": stripBytes("lstrip", true, false), "rstrip": stripBytes("rstrip", false, true),
	"startswith": testBytes("startswith", strings.HasPrefix), "endswith": testBytes("endswith", strings.HasSuffix),
	"split": splitBytes("split", false), "rsplit": splitBytes("rsplit", true),
	"removeprefix": byteMethod("removeprefix", 1, 1, func(_ *machine, s string, a args) (Value, error) {
		part, err := bytesArg(a.pos[0])
		return byteString(strings.TrimPrefix(s, part)), err
	}),
	"removesuffix": byteMethod("removesuffix", 1, 1, func(_ *machine, s string, a args) (Value, error) {
		part, err := bytesArg(a.pos[0])
		return byteString(strings.TrimSuffix(s, part)), err
	}),
	"partition": partBytes("partition", strings.Index), "rpartition": partBytes("rpartition", strings.LastIndex),
	"replace": byteMethod("replace", 2, 3, replaceBytes),
	"join":    byteMethod("join", 1, 1, joinBytes),
	"hex":     hexBytes,
	"decode": func(m *machine, self Value, a args) (Value, error) {
		v, err := codecTexts(decodeClinic, a)
		if err != nil {
			return nil, err
		}
		return decode(bytesOf(self), v[0], v[1])
	},
	"splitlines": byteLines,
	"zfill": byteMethod("zfill", 1, 1, func(m *machine, s string, a args) (Value, error) {
		v, err := zfill(m, latin1(s), a)
		if err != nil {
			return nil, err
		}
		return fromLatin1(v.(string)), nil
	}),
	"ljust": padBytes("ljust"), "rjust": padBytes("rjust"), "center": padBytes("center"),
	"translate": byteMethod("translate", 1, 2, translateBytes),
}

var (
	decodeClinic = newClinic("decode", "encoding=?, errors=?")
	encodeClinic = newClinic("encode", "encoding=?, errors=?")
	hexClinic    = newClinic("hex", "sep=?, bytes_per_sep=?")
)

// codecTexts reads an encoding and an error handler, which are texts.
func codecTexts(c *clinic, a args) ([]Value, error) {
	v, err := c.bind(a)
	for i := range v {
		if v[i] == nil {
			continue
		}
		if _, ok := asStr(v[i]); !ok {
			return nil, badArgument(c.name, "argument '"+c.params[i]+"'", "str", v[i])
		}
	}
	return v, err
}

func latin1(s string) string {
	out := make([]rune, len(s))
	for i := range out {
		out[i] = rune(s[i])
	}
	return string(out)
}

func fromLatin1(s string) byteString {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r))
	}
	return byteString(out)
}

func padBytes(name string) nativeFn {
	return byteMethod(name, 1, 2, func(m *machine, s string, a args) (Value, error) {
		fill, ok := asBytes(a.at(1, byteString(" ")))
		if !ok || len(fill) != 1 {
			return nil, typeError("%s() argument 2 must be a byte string of length 1, not %s", name, typeOf(a.pos[1]).name)
		}
		v, err := strMethods[name](m, latin1(s), positional(a.pos[0], latin1(fill)))
		if err != nil {
			return nil, err
		}
		return fromLatin1(v.(string)), nil
	})
}

// hexBytes is hex() without or with a separator.
func hexBytes(_ *machine, self Value, a args) (Value, error) {
	v, err := hexClinic.bind(a)
	if err != nil {
		return nil, err
	}
	text := digits16.EncodeToString([]byte(bytesOf(self)))
	sep, ok := asStr(v[0])
	if v[0] == nil {
		ok = true
	} else if !ok {
		if b, isBytes := asBytes(v[0]); isBytes {
			sep, ok = b, true
		}
	}
	by, err := sizeOr(v[1], 1)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, typeError("sep must be str or bytes.")
	case len(a.pos)+len(a.kw) > 0 && len(sep) != 1:
		return nil, valueError("sep must be length 1.")
	case sep == "" || by == 0:
		return text, nil
	}
	var parts []string
	size := by * 2
	if by < 0 {
		size = -size
		for ; len(text) > size; text = text[size:] {
			parts = append(parts, text[:size])
		}
		return strings.Join(append(parts, text), sep), nil
	}
	for ; len(text) > size; text = text[:len(text)-size] {
		parts = append([]string{text[len(text)-size:]}, parts...)
	}
	return strings.Join(append([]string{text}, parts...), sep), nil
}

func bytesFromHex(m *machine, a args) (Value, error) {
	cls := a.pos[0].(*Type)
	if err := (args{pos: a.pos[1:], kw: a.kw}).between(cls.name+".fromhex", 1, 1); err != nil {
		return nil, err
	}
	text, ok := asStr(a.pos[1])
	if !ok {
		return nil, typeError("fromhex() argument must be str, not %s", typeOf(a.pos[1]).name)
	}
	var out []byte
	for i := 0; i < len(text); {
		if isByteSpace(text[i]) {
			i++
			continue
		}
		one, err := digits16.DecodeString(text[i:min(i+2, len(text))])
		if err != nil {
			at := i
			if _, err := digits16.DecodeString(text[i:i+1] + "0"); err == nil {
				at++
			}
			return nil, valueError("non-hexadecimal number found in fromhex() arg at position %d", at)
		}
		out = append(out, one...)
		i += 2
	}
	if cls == bytesType {
		return byteString(out), nil
	}
	return m.call(cls, positional(byteString(out)))
}

func bytesMakeTrans(_ *machine, a args) (Value, error) {
	if err := a.between("maketrans", 2, 2); err != nil {
		return nil, err
	}
	from, err := bytesArg(a.pos[0])
	if err != nil {
		return nil, err
	}
	to, err := bytesArg(a.pos[1])
	if err != nil {
		return nil, err
	}
	if len(from) != len(to) {
		return nil, valueError("maketrans arguments must have same length")
	}
	var table [256]byte
	for i := range table {
		table[i] = byte(i)
	}
	for i := range len(from) {
		table[from[i]] = to[i]
	}
	return byteString(table[:]), nil
}

func translateBytes(_ *machine, s string, a args) (Value, error) {
	table := ""
	if a.pos[0] != None {
		var err error
		if table, err = bytesArg(a.pos[0]); err != nil {
			return nil, err
		}
		if len(table) != 256 {
			return nil, valueError("translation table must be 256 characters long")
		}
	}
	drop, err := bytesArg(a.at(1, byteString("")))
	if err != nil {
		return nil, err
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case strings.IndexByte(drop, c) >= 0:
		case table != "":
			out = append(out, table[c])
		default:
			out = append(out, c)
		}
	}
	return byteString(out), nil
}

// byteArrayMethods are those that change a bytearray.
var byteArrayMethods = map[string]nativeFn{
	"append": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("bytearray.append", 1, 1); err != nil {
			return nil, err
		}
		b, err := oneByte(a.pos[0], "byte must be in range(0, 256)")
		if err != nil {
			return nil, err
		}
		v := self.(*byteArray)
		v.b = append(v.b, b)
		return None, m.grown(len(v.b))
	},
	"extend": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("bytearray.extend", 1, 1); err != nil {
			return nil, err
		}
		more, ok := asBytes(a.pos[0])
		if !ok {
			if typeOf(a.pos[0]).iter == nil {
				return nil, typeError("can't extend bytearray with %s", typeOf(a.pos[0]).name)
			}
			var err error
			if more, err = m.collectBytes("bytearray", a.pos[0]); err != nil {
				return nil, err
			}
		}
		v := self.(*byteArray)
		v.b = append(v.b, more...)
		return None, m.roomText(len(v.b))
	},
	"pop": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("pop", 0, 1); err != nil {
			return nil, err
		}
		v := self.(*byteArray)
		i, err := toIndex(a.at(0, integer(-1)))
		if err != nil {
			return nil, err
		}
		if len(v.b) == 0 {
			return nil, raise("IndexError", "pop from empty bytearray")
		}
		if i < 0 {
			i += len(v.b)
		}
		if i < 0 || i >= len(v.b) {
			return nil, raise("IndexError", "pop index out of range")
		}
		b := v.b[i]
		v.b = append(v.b[:i], v.b[i+1:]...)
		return integer(int64(b)), nil
	},
	"insert": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("bytearray.insert", 2, 2); err != nil {
			return nil, err
		}
		i, err := toSize(a.pos[0])
		if err != nil {
			return nil, err
		}
		b, err := oneByte(a.pos[1], "byte must be in range(0, 256)")
		if err != nil {
			return nil, err
		}
		v := self.(*byteArray)
		if i < 0 {
			i += len(v.b)
		}
		v.b = slices.Insert(v.b, min(max(i, 0), len(v.b)), b)
		return None, m.grown(len(v.b))
	},
	"remove": func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("bytearray.remove", 1, 1); err != nil {
			return nil, err
		}
		b, err := oneByte(a.pos[0], "byte must be in range(0, 256)")
		if err != nil {
			return nil, err
		}
		v := self.(*byteArray)
		i := slices.Index(v.b, b)
		if i < 0 {
			return nil, valueError("value not found in bytearray")
		}
		v.b = slices.Delete(v.b, i, i+1)
		return None, nil
	},
	"clear": func(_ *machine, self Value, a args) (Value, error) {
		self.(*byteArray).b = nil
		return None, a.between("bytearray.clear", 0, 0)
	},
	"copy": func(_ *machine, self Value, a args) (Value, error) {
		return likeBytes(self, bytesOf(self)), a.between("bytearray.copy", 0, 0)
	},
	"reverse": func(_ *machine, self Value, a args) (Value, error) {
		v := self.(*byteArray)
		for i, j := 0, len(v.b)-1; i < j; i, j = i+1, j-1 {
			v.b[i], v.b[j] = v.b[j], v.b[i]
		}
		return None, a.between("bytearray.reverse", 0, 0)
	},
}
