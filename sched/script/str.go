package script

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"loopscope/sched/script/syntax"
)

var strType = newType("str")

var strClinic = newClinic("str", "object=?, encoding=?, errors=?")

func setupStr(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if len(a.kw) == 0 && len(a.pos) > 3 {
			return nil, typeError("str expected at most 3 arguments, got %d", len(a.pos))
		}
		object, encoding, errors, err := codecArgs(strClinic, a)
		switch {
		case err != nil:
			return nil, err
		case object == nil:
			return "", nil
		case encoding == nil && errors == nil:
			return m.str(object)
		}
		data, ok := asBytes(object)
		if !ok {
			if _, text := asStr(object); text {
				return nil, typeError("decoding str is not supported")
			}
			return nil, typeError("decoding to str: need a bytes-like object, %s found", typeOf(object).name)
		}
		return decode(data, encoding, errors)
	}
	t.allocBoxed()
	t.str = func(_ *machine, v Value) (string, error) { return v.(string), nil }
	t.hash = func(_ *machine, v Value) (int64, error) { return hashString(v.(string)), nil }
	t.compare = func(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
		if other, ok := asStr(b); ok {
			return ordered(op, strings.Compare(a.(string), other)), nil
		}
		return NotImplemented, nil
	}
	t.repr = func(_ *machine, v Value) (string, error) { return reprString(v.(string)), nil }
	t.format = func(m *machine, v Value, spec string) (string, error) { return m.formatStr(v.(string), spec) }
	t.length = func(_ *machine, v Value) (int, error) { return runeLen(v.(string)), nil }
	t.iter = func(_ *machine, v Value) (iterator, error) { return &strIter{rest: v.(string)}, nil }
	t.contains = func(_ *machine, v, item Value) (bool, error) {
		part, ok := asStr(item)
		if !ok {
			return false, typeError("'in <string>' requires string as left operand, not %s", typeOf(item).name)
		}
		return strings.Contains(v.(string), part), nil
	}
	t.binary = strOp
	t.reverse = func(m *machine, op syntax.Operator, a, b Value) (Value, error) {
		if op != syntax.Mult {
			return NotImplemented, nil
		}
		return strOp(m, op, b, a)
	}
	t.getItem = strGet
	t.methods(strMethods)
	t.methods(strTests)
	t.methods(strMoreMethods)
	t.attrs["maketrans"] = &staticMethod{fn: inC("maketrans", makeTrans)}
}

func (m *machine) concat(a, b string) (Value, error) {
	if err := m.roomText(len(a) + len(b)); err != nil {
		return nil, err
	}
	return a + b, nil
}

func strOp(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	s := a.(string)
	switch op {
	case syntax.Mult:
		n, err := m.times(b, len(s))
		if n < 0 || err != nil {
			return NotImplemented, err
		}
		return strings.Repeat(s, n), nil
	case syntax.Add:
		if other, ok := asStr(b); ok {
			return m.concat(s, other)
		}
	case syntax.Mod:
		return m.percent(s, b)
	}
	return NotImplemented, nil
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func strGet(_ *machine, v, key Value) (Value, error) {
	s := v.(string)
	if cut, ok := key.(*slice); ok {
		return strSlice(s, cut)
	}
	if isASCII(s) {
		i, err := subscript(key, len(s), "string")
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return nil, raise("IndexError", "string index out of range")
		}
		return s[i : i+1], nil
	}
	runes := runesOf(s)
	i, err := subscript(key, len(runes), "string")
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, raise("IndexError", "string index out of range")
	}
	return textFrom(runes[i : i+1]), nil
}

func strSlice(s string, cut *slice) (Value, error) {
	if isASCII(s) {
		part, err := sliceBytes(s, cut)
		return part, err
	}
	runes := runesOf(s)
	start, step, count, err := cut.bounds(len(runes))
	if err != nil {
		return nil, err
	}
	if step == 1 {
		return textFrom(runes[start : start+count]), nil
	}
	picked := make([]rune, count)
	for i := range picked {
		picked[i] = runes[start+i*step]
	}
	return textFrom(picked), nil
}

// isSpace mirrors str.isspace for one character.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
}

func isCased(r rune) bool { return isUpper(r) || isLower(r) || unicode.IsTitle(r) }

// strTests are the methods that ask something of every character.
var strTests = map[string]nativeFn{
	"isdecimal": everyRune("isdecimal", unicode.IsDigit),
	"isalpha":   everyRune("isalpha", unicode.IsLetter),
	"isspace":   everyRune("isspace", isSpace),
	"isupper":   cased("isupper", func(r rune) bool { return !isLower(r) && !unicode.IsTitle(r) }),
	"islower":   cased("islower", func(r rune) bool { return !isUpper(r) && !unicode.IsTitle(r) }),
	"isascii": func(_ *machine, self Value, a args) (Value, error) {
		return isASCII(self.(string)), a.between("str.isascii", 0, 0)
	},
}

func everyRune(name string, ok func(rune) bool) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		s := self.(string)
		return s != "" && strings.IndexFunc(s, func(r rune) bool { return !ok(r) }) < 0, a.between("str."+name, 0, 0)
	}
}

// cased asks of every character, and that one has a case at all.
func cased(name string, ok func(rune) bool) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		s := self.(string)
		all := strings.IndexFunc(s, func(r rune) bool { return !ok(r) }) < 0
		return all && strings.IndexFunc(s, isCased) >= 0, a.between("str."+name, 0, 0)
	}
}

// plainMethod wraps a function of a string that takes no arguments.
func plainMethod(name string, f func(string) string) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 0, 0); err != nil {
			return nil, err
		}
		return f(self.(string)), m.charge(len(self.(string)))
	}
}
