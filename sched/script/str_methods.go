package script

import (
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

	"split": split, "rsplit": rsplit, "splitlines": splitlines,
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
	return "", typeError("%s() argument 1 must be str, not %s", method, typeOf(v).name)
}

func strip(name string, trim func(string, func(rune) bool) string) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between(name, 0, 1); err != nil {
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
		part, err := text(a.pos[0], name)
		return trim(self.(string), part), err
	}
}

func affixTest(name string, has func(string, string) bool) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		if err := a.between(name, 1, 3); err != nil {
			return nil, err
		}
		runes := []rune(self.(string))
		low, high, err := window(a, len(runes))
		if err != nil {
			return nil, err
		}
		s := string(runes[low:max(low, high)])
		parts, ok := a.pos[0].(*tuple)
		if !ok {
			parts = newTuple(a.pos[0])
		}
		for _, p := range parts.items {
			part, ok := asStr(p)
			if !ok {
				return nil, typeError("%s first arg must be str or a tuple of str, not %s", name, typeOf(p).name)
			}
			if has(s, part) {
				return true, nil
			}
		}
		return false, nil
	}
}

// justify pads to a width; sides splits the room, nil is str.center's way.
func justify(name string, sides func(room int) (left, right int)) nativeFn {
	return func(m *machine, self Value, a args) (Value, error) {
		if err := a.between(name, 1, 2); err != nil {
			return nil, err
		}
		width, err := toIndex(a.pos[0])
		if err != nil {
			return nil, err
		}
		fill, ok := asStr(a.at(1, " "))
		if !ok || utf8.RuneCountInString(fill) != 1 {
			return nil, typeError("The fill character must be exactly one character long")
		}
		s := self.(string)
		n := utf8.RuneCountInString(s)
		room := max(width-n, 0)
		if err := m.room(room); err != nil {
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
	width, err := toIndex(a.pos[0])
	if err != nil {
		return nil, err
	}
	s := self.(string)
	room := max(width-utf8.RuneCountInString(s), 0)
	if err := m.room(room); err != nil {
		return nil, err
	}
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	return sign + strings.Repeat("0", room) + s, nil
}

var splitSignature = &signature{name: "split", params: []string{"sep", "maxsplit"}}

// splitArgs gives the separator, whether there is one, and how often to split.
func splitArgs(a args) (sep string, given bool, limit int, err error) {
	var bound [2]Value
	if n := len(a.pos) + len(a.kw); n > len(bound) {
		return "", false, 0, typeError("split() takes at most 2 arguments (%d given)", n)
	}
	if err = splitSignature.bind(bound[:], a, []Value{None, integer(-1)}, nil); err != nil {
		return
	}
	if bound[0] != None {
		s, ok := asStr(bound[0])
		if !ok {
			return "", false, 0, typeError("must be str or None, not %s", typeOf(bound[0]).name)
		}
		if s == "" {
			return "", false, 0, valueError("empty separator")
		}
		sep, given = s, true
	}
	limit, err = toIndex(bound[1])
	return sep, given, limit, err
}

func split(m *machine, self Value, a args) (Value, error) {
	sep, given, limit, err := splitArgs(a)
	if err != nil {
		return nil, err
	}
	s := self.(string)
	if given {
		if limit >= 0 {
			limit++
		}
		return stringList(m, strings.SplitN(s, sep, limit))
	}
	var parts []string
	for s = strings.TrimLeftFunc(s, isSpace); s != ""; s = strings.TrimLeftFunc(s, isSpace) {
		end := strings.IndexFunc(s, isSpace)
		if end < 0 || limit >= 0 && len(parts) >= limit {
			end = len(s)
			if limit < 0 || len(parts) < limit {
				s = strings.TrimRightFunc(s, isSpace)
				end = len(s)
			}
		}
		parts = append(parts, s[:end])
		s = s[end:]
	}
	return stringList(m, parts)
}

func rsplit(m *machine, self Value, a args) (Value, error) {
	sep, given, limit, err := splitArgs(a)
	if err != nil {
		return nil, err
	}
	if limit < 0 {
		return split(m, self, a)
	}
	if !given {
		return nil, unsupported("rsplit() at white space with a limit is")
	}
	parts := strings.Split(self.(string), sep)
	if head := len(parts) - limit; head > 1 {
		parts = append([]string{strings.Join(parts[:head], sep)}, parts[head:]...)
	}
	return stringList(m, parts)
}

func splitlines(m *machine, self Value, a args) (Value, error) {
	if len(a.pos)+len(a.kw) > 0 {
		return nil, unsupported("splitlines() with keepends is")
	}
	s := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(self.(string))
	if strings.ContainsAny(s, "\v\f\x1c\x1d\x1e\u0085\u2028\u2029") {
		s = strings.NewReplacer("\v", "\n", "\f", "\n", "\x1c", "\n", "\x1d", "\n", "\x1e", "\n", "\u0085", "\n",
			"\u2028", "\n", "\u2029", "\n").Replace(s)
	}
	if s == "" {
		return newList(), nil
	}
	return stringList(m, strings.Split(strings.TrimSuffix(s, "\n"), "\n"))
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
		if err := a.between(name, 1, 3); err != nil {
			return nil, err
		}
		part, err := text(a.pos[0], name)
		if err != nil {
			return nil, err
		}
		runes := []rune(self.(string))
		low, high, err := window(a, len(runes))
		if err != nil {
			return nil, err
		}
		s := string(runes[low:max(low, high)])
		i := find(s, part)
		if i < 0 {
			if missing != "" {
				return nil, valueError("%s", missing)
			}
			return integer(-1), nil
		}
		return integer(int64(low + utf8.RuneCountInString(s[:i]))), nil
	}
}

func strCount(_ *machine, self Value, a args) (Value, error) {
	if err := a.between("count", 1, 3); err != nil {
		return nil, err
	}
	part, err := text(a.pos[0], "count")
	if err != nil {
		return nil, err
	}
	runes := []rune(self.(string))
	low, high, err := window(a, len(runes))
	return integer(int64(strings.Count(string(runes[low:max(low, high)]), part))), err
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
	if err := m.room(size); err != nil {
		return nil, err
	}
	return strings.Join(parts, self.(string)), nil
}

var replaceSignature = &signature{name: "replace", params: []string{"old", "new", "count"}, posOnly: 2}

func replace(m *machine, self Value, a args) (Value, error) {
	var bound [3]Value
	if err := replaceSignature.bind(bound[:], a, []Value{integer(-1)}, nil); err != nil {
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
		return nil, typeError("replace() argument %d must be str, not %s", at, typeOf(bad).name)
	}
	n, err := toIndex(bound[2])
	if err != nil {
		return nil, err
	}
	found := strings.Count(s, old)
	if n >= 0 {
		found = min(found, n)
	}
	if err := m.room(len(s) + found*max(len(with)-len(old), 0)); err != nil {
		return nil, err
	}
	return strings.Replace(s, old, with, n), nil
}
