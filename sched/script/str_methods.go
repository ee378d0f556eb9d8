package script

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

var strMethods = map[string]nativeFn{
	"upper":      plainMethod("upper", upper),
	"lower":      plainMethod("lower", lower),
	"capitalize": plainMethod("capitalize", capitalize),
	"title":      plainMethod("title", title),
	"swapcase":   plainMethod("swapcase", swapcase),

	"strip":  strip("strip", strings.TrimFunc),
	"lstrip": strip("lstrip", strings.TrimLeftFunc),
	"rstrip": strip("rstrip", strings.TrimRightFunc),

	"removeprefix": affix("removeprefix", strings.TrimPrefix),
	"removesuffix": affix("removesuffix", strings.TrimSuffix),
	"startswith":   affixTest("startswith", strings.HasPrefix),
	"endswith":     affixTest("endswith", strings.HasSuffix),

	"ljust":  justify("ljust", func(room int) (int, int) { return 0, room }),
	"rjust":  justify("rjust", func(room int) (int, int) { return room, 0 }),
	"center": justify("center", nil),
	"zfill":  zfill,

	"split": splitter("split", false), "rsplit": splitter("rsplit", true), "splitlines": splitlines,
	"partition":  partition("partition", strings.Index),
	"rpartition": partition("rpartition", strings.LastIndex),

	"find":   finder("find", strings.Index, ""),
	"rfind":  finder("rfind", strings.LastIndex, ""),
	"index":  finder("index", strings.Index, "substring not found"),
	"rindex": finder("rindex", strings.LastIndex, "substring not found"),

	"join": join, "replace": replace, "count": strCount,
	"format": func(m *machine, self Value, a args) (Value, error) { return m.formatCall(self.(string), a) },
}

// text checks that an argument is a string.
func text(v Value, method string) (string, error) {
	if s, ok := asStr(v); ok {
		return s, nil
	}
	return "", badArgument(method, "argument 1", "str", v)
}

func strip(name string, trim func(string, func(rune) bool) string) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 0, 1); err != nil {
			return nil, err
		}
		switch chars := plain(a.at(0, None)).(type) {
		case none:
			return trim(self.(string), isSpace), nil
		case string:
			return trim(self.(string), func(r rune) bool { return strings.ContainsRune(chars, r) }), nil
		}
		return nil, typeError("%s arg must be None or str", name)
	}
}

func affix(name string, trim func(string, string) string) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 1, 1); err != nil {
			return nil, err
		}
		part, ok := asStr(a.pos[0])
		if !ok {
			return nil, badArgument(name, "argument", "str", a.pos[0])
		}
		return trim(self.(string), part), nil
	}
}

func affixTest(name string, has func(string, string) bool) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 1, 3); err != nil {
			return nil, err
		}
		whole := self.(string)
		low, high, err := window(a, runeLen(whole))
		if err != nil {
			return nil, err
		}
		s := cutRunes(whole, low, high)
		parts, ok := a.pos[0].(*tuple)
		if !ok {
			parts = newTuple(a.pos[0])
		}
		for _, p := range parts.items {
			part, ok := asStr(p)
			if !ok {
				if parts != a.pos[0] {
					return nil, typeError("%s first arg must be str or a tuple of str, not %s", name, typeOf(p).name)
				}
				return nil, typeError("tuple for %s must only contain str, not %s", name, typeOf(p).name)
			}
			if low <= high && has(s, part) {
				return true, nil
			}
		}
		return false, nil
	}
}

// justify pads to a width; sides splits the room, nil is str.center's way.
func justify(name string, sides func(room int) (left, right int)) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 1, 2); err != nil {
			return nil, err
		}
		width, err := toSize(a.pos[0])
		if err != nil {
			return nil, err
		}
		fill, ok := asStr(a.at(1, " "))
		if !ok {
			return nil, typeError("The fill character must be a unicode character, not %s", typeOf(a.pos[1]).name)
		}
		if runeLen(fill) != 1 {
			return nil, typeError("The fill character must be exactly one character long")
		}
		s := self.(string)
		n := runeLen(s)
		room := max(width-n, 0)
		if err := m.roomText(room); err != nil {
			return nil, err
		}
		left := room/2 + room&width&1
		right := room - left
		if sides != nil {
			left, right = sides(room)
		}
		return strings.Repeat(fill, left) + s + strings.Repeat(fill, right), nil
	}
}

func zfill(m *machine, self Value, a args) (Value, error) {
	if err := a.between("str.zfill", 1, 1); err != nil {
		return nil, err
	}
	width, err := toSize(a.pos[0])
	if err != nil {
		return nil, err
	}
	s := self.(string)
	room := max(width-runeLen(s), 0)
	if err := m.roomText(room); err != nil {
		return nil, err
	}
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	return sign + strings.Repeat("0", room) + s, nil
}

// splitter makes split and rsplit.
func splitter(name string, fromRight bool) nativeFn {
	c := newClinic(name, "sep=?, maxsplit=?")
	return func(m *machine, self Value, a args) (Value, error) {
		bound, err := c.bind(a)
		if err != nil {
			return nil, err
		}
		limit, err := sizeOr(bound[1], -1)
		if err != nil {
			return nil, err
		}
		s := self.(string)
		if bound[0] == nil || bound[0] == None {
			return stringList(m, splitFields(s, limit, fromRight, func(s string) (int, bool) {
				if s[0] < utf8.RuneSelf {
					return 1, isSpace(rune(s[0]))
				}
				r, n := runeAt(s)
				return n, isSpace(r)
			}))
		}
		sep, ok := asStr(bound[0])
		if !ok {
			return nil, typeError("must be str or None, not %s", typeOf(bound[0]).name)
		}
		if sep == "" {
			return nil, valueError("empty separator")
		}
		return stringList(m, splitAt(s, sep, limit, fromRight))
	}
}

func splitlines(m *machine, self Value, a args) (Value, error) {
	keep, err := m.keepEnds(a)
	if err != nil {
		return nil, err
	}
	return stringList(m, linesOf(self.(string), keep, lineEnd))
}

var linesClinic = newClinic("splitlines", "keepends=?")

// keepEnds reads the argument of splitlines.
func (m *machine) keepEnds(a args) (bool, error) {
	v, err := linesClinic.bind(a)
	if err != nil || v[0] == nil {
		return false, err
	}
	return m.truth(v[0])
}

// lineEnd mirrors Py_UNICODE_ISLINEBREAK, and knows of the two characters that
// are one end.
func lineEnd(s string) int {
	switch c := s[0]; {
	case c == '\r' && strings.HasPrefix(s, "\r\n"):
		return 2
	case c >= '\n' && c <= '\r', c >= 0x1c && c <= 0x1e:
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	for _, end := range []string{"\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, end) {
			return len(end)
		}
	}
	return 0
}

func stringList(m *machine, parts []string) (Value, error) {
	l := &list{items: make([]Value, len(parts))}
	for i, p := range parts {
		l.items[i] = p
	}
	return l, m.room(len(parts))
}

func partition(name string, find func(s, sep string) int) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 1, 1); err != nil {
			return nil, err
		}
		sep, ok := asStr(a.pos[0])
		if !ok {
			return nil, typeError("must be str, not %s", typeOf(a.pos[0]).name)
		}
		if sep == "" {
			return nil, valueError("empty separator")
		}
		s := self.(string)
		i := find(s, sep)
		switch {
		case i >= 0:
			return newTuple(s[:i], sep, s[i+len(sep):]), nil
		case name == "partition":
			return newTuple(s, "", ""), nil
		}
		return newTuple("", "", s), nil
	}
}

// finder makes find, index and their kin; missing is the message of the
// ValueError where there is one.
func finder(name string, find func(s, part string) int, missing string) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between("str."+name, 1, 3); err != nil {
			return nil, err
		}
		part, err := text(a.pos[0], name)
		if err != nil {
			return nil, err
		}
		whole := self.(string)
		low, high, err := window(a, runeLen(whole))
		if err != nil {
			return nil, err
		}
		s := cutRunes(whole, low, high)
		i := -1
		if low <= high {
			i = find(s, part)
		}
		if i < 0 {
			if missing != "" {
				return nil, valueError("%s", missing)
			}
			return integer(-1), nil
		}
		return integer(int64(low + runeLen(s[:i]))), nil
	}
}

func strCount(_ *machine, self Value, a args) (Value, error) {
	if err := a.between("str.count", 1, 3); err != nil {
		return nil, err
	}
	part, err := text(a.pos[0], "count")
	if err != nil {
		return nil, err
	}
	whole := self.(string)
	low, high, err := window(a, runeLen(whole))
	if err != nil || low > high {
		return integer(0), err
	}
	s := cutRunes(whole, low, high)
	if part == "" {
		return integer(int64(runeLen(s) + 1)), nil
	}
	return integer(int64(strings.Count(s, part))), nil
}

func join(m *machine, self Value, a args) (Value, error) {
	if err := a.between("str.join", 1, 1); err != nil {
		return nil, err
	}
	if typeOf(a.pos[0]).iter == nil {
		return nil, typeError("can only join an iterable")
	}
	items, err := m.collect(a.pos[0])
	if err != nil {
		return nil, err
	}
	parts, size := make([]string, len(items)), 0
	for i, v := range items {
		s, ok := asStr(v)
		if !ok {
			return nil, typeError("sequence item %d: expected str instance, %s found", i, typeOf(v).name)
		}
		parts[i] = s
		size += len(s) + len(self.(string))
	}
	if err := m.roomText(size); err != nil {
		return nil, err
	}
	return strings.Join(parts, self.(string)), nil
}

var replaceClinic = newClinic("replace", "old, new, /, count=?")

func replace(m *machine, self Value, a args) (Value, error) {
	bound, err := replaceClinic.bind(a)
	if err != nil {
		return nil, err
	}
	s := self.(string)
	old, ok1 := asStr(bound[0])
	with, ok2 := asStr(bound[1])
	if !ok1 || !ok2 {
		at, bad := 1, bound[0]
		if ok1 {
			at, bad = 2, bound[1]
		}
		return nil, badArgument("replace", fmt.Sprintf("argument %d", at), "str", bad)
	}
	n, err := sizeOr(bound[2], -1)
	if err != nil {
		return nil, err
	}
	found := strings.Count(s, old)
	if n >= 0 {
		found = min(found, n)
	}
	if err := m.roomText(len(s) + found*max(len(with)-len(old), 0)); err != nil {
		return nil, err
	}
	return strings.Replace(s, old, with, n), nil
}
