package script

import "strings"

// The methods of bytes and bytearray that look for parts, cut at them, and put
// parts together.

// byteOrBytes gives what is looked for: bytes, or a byte as an integer.
func byteOrBytes(v Value) (string, error) {
	if s, ok := asBytes(v); ok {
		return s, nil
	}
	b, err := oneByte(v, "byte must be in range(0, 256)")
	if e := catchable(err); e != nil && e.cls == excTypes["TypeError"] {
		return "", typeError("argument should be integer or bytes-like object, not '%s'", typeOf(v).name)
	}
	return string([]byte{b}), err
}

func findBytes(name string, find func(s, part string) int, missing bool) nativeFn {
	return byteMethod(name, 1, 3, func(_ *machine, s string, a args) (Value, error) {
		part, err := byteOrBytes(a.pos[0])
		if err != nil {
			return nil, err
		}
		low, high, err := window(a, len(s))
		if err != nil {
			return nil, err
		}
		i := -1
		if low <= high {
			i = find(s[low:high], part)
		}
		if i < 0 && missing {
			return nil, valueError("subsection not found")
		}
		if i < 0 {
			return integer(-1), nil
		}
		return integer(int64(low + i)), nil
	})
}

func countBytes(_ *machine, s string, a args) (Value, error) {
	part, err := byteOrBytes(a.pos[0])
	if err != nil {
		return nil, err
	}
	low, high, err := window(a, len(s))
	if low > high || err != nil {
		return integer(0), err
	}
	if part == "" {
		return integer(int64(high - low + 1)), nil
	}
	return integer(int64(strings.Count(s[low:high], part))), nil
}

func testBytes(name string, has func(s, part string) bool) nativeFn {
	return byteMethod(name, 1, 3, func(_ *machine, s string, a args) (Value, error) {
		low, high, err := window(a, len(s))
		if err != nil {
			return nil, err
		}
		parts := []Value{a.pos[0]}
		if t, ok := a.pos[0].(*tuple); ok {
			parts = t.items
		}
		for _, p := range parts {
			part, ok := asBytes(p)
			if !ok {
				return nil, typeError("%s first arg must be bytes or a tuple of bytes, not %s", name, typeOf(p).name)
			}
			if low <= high && has(s[low:high], part) {
				return true, nil
			}
		}
		return false, nil
	})
}

func stripBytes(name string, left, right bool) nativeFn {
	return byteMethod(name, 0, 1, func(_ *machine, s string, a args) (Value, error) {
		drop := isByteSpace
		if v := a.at(0, None); v != None {
			set, err := bytesArg(v)
			if err != nil {
				return nil, err
			}
			drop = func(c byte) bool { return strings.IndexByte(set, c) >= 0 }
		}
		for left && s != "" && drop(s[0]) {
			s = s[1:]
		}
		for right && s != "" && drop(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		return byteString(s), nil
	})
}

func splitBytes(name string, fromRight bool) nativeFn {
	c := newClinic(name, "sep=?, maxsplit=?")
	return func(m *machine, self Value, a args) (Value, error) {
		v, err := c.bind(a)
		if err != nil {
			return nil, err
		}
		limit, err := sizeOr(v[1], -1)
		if err != nil {
			return nil, err
		}
		s := bytesOf(self)
		var parts []string
		if v[0] == nil || v[0] == None {
			parts = splitFields(s, limit, fromRight, func(s string) (int, bool) { return 1, isByteSpace(s[0]) })
		} else {
			sep, err := bytesArg(v[0])
			if err != nil {
				return nil, err
			}
			if sep == "" {
				return nil, valueError("empty separator")
			}
			parts = splitAt(s, sep, limit, fromRight)
		}
		l := &list{items: make([]Value, len(parts))}
		for i, p := range parts {
			l.items[i] = byteString(p)
		}
		return asLike(self, l), m.room(len(parts))
	}
}

// byteLines is splitlines().
func byteLines(m *machine, self Value, a args) (Value, error) {
	keep, err := m.keepEnds(a)
	if err != nil {
		return nil, err
	}
	l := &list{}
	for _, line := range linesOf(bytesOf(self), keep, func(s string) int {
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		if s[0] == '\n' || s[0] == '\r' {
			return 1
		}
		return 0
	}) {
		l.items = append(l.items, byteString(line))
	}
	return asLike(self, l), m.room(len(l.items))
}

func partBytes(name string, find func(s, part string) int) nativeFn {
	return byteMethod(name, 1, 1, func(_ *machine, s string, a args) (Value, error) {
		sep, err := bytesArg(a.pos[0])
		if err != nil {
			return nil, err
		}
		if sep == "" {
			return nil, valueError("empty separator")
		}
		i := find(s, sep)
		switch {
		case i >= 0:
			return newTuple(byteString(s[:i]), byteString(sep), byteString(s[i+len(sep):])), nil
		case name == "partition":
			return newTuple(byteString(s), byteString(""), byteString("")), nil
		}
		return newTuple(byteString(""), byteString(""), byteString(s)), nil
	})
}

func replaceBytes(m *machine, s string, a args) (Value, error) {
	old, err := bytesArg(a.pos[0])
	if err != nil {
		return nil, err
	}
	with, err := bytesArg(a.pos[1])
	if err != nil {
		return nil, err
	}
	n, err := toIndex(a.at(2, integer(-1)))
	if err != nil {
		return nil, err
	}
	if old == "" {
		v, err := replace(m, latin1(s), positional("", latin1(with), integer(int64(n))))
		if err != nil {
			return nil, err
		}
		return fromLatin1(v.(string)), nil
	}
	if err := m.roomText(len(s) + strings.Count(s, old)*max(len(with)-len(old), 0)); err != nil {
		return nil, err
	}
	return byteString(strings.Replace(s, old, with, n)), nil
}

func joinBytes(m *machine, s string, a args) (Value, error) {
	if typeOf(a.pos[0]).iter == nil {
		return nil, typeError("can only join an iterable")
	}
	items, err := m.collect(a.pos[0])
	if err != nil {
		return nil, err
	}
	parts, size := make([]string, len(items)), 0
	for i, v := range items {
		part, ok := asBytes(v)
		if !ok {
			return nil, typeError("sequence item %d: expected a bytes-like object, %s found", i, typeOf(v).name)
		}
		parts[i] = part
		size += len(part) + len(s)
	}
	if err := m.roomText(size); err != nil {
		return nil, err
	}
	return byteString(strings.Join(parts, s)), nil
}
