package script

import (
	"strconv"
	"strings"
)

// formatCall is str.format (Objects/stringlib/unicode_format.h).
func (m *machine) formatCall(s string, a args) (string, error) {
	c := &formatter{m: m, args: a}
	return c.expand(s, 2)
}

// A formatter fills the fields of one format string.
type formatter struct {
	m       *machine
	args    args
	auto    int   // the next automatic field
	manual  bool  // a field was numbered
	mapping Value // of format_map; nil: the arguments count
}

func (c *formatter) expand(s string, depth int) (string, error) {
	if depth == 0 {
		return "", valueError("Max string recursion exceeded")
	}
	var out strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "{}")
		if i < 0 {
			out.WriteString(s)
			break
		}
		out.WriteString(s[:i])
		if len(s) > i+1 && s[i+1] == s[i] {
			out.WriteByte(s[i])
			s = s[i+2:]
			continue
		}
		if s[i] == '}' {
			return "", valueError("Single '}' encountered in format string")
		}
		end := closing(s[i+1:])
		if end < 0 {
			if i+1 == len(s) {
				return "", valueError("Single '{' encountered in format string")
			}
			return "", valueError("expected '}' before end of string")
		}
		text, err := c.field(s[i+1:i+1+end], depth)
		if err != nil {
			return "", err
		}
		out.WriteString(text)
		s = s[i+2+end:]
	}
	return out.String(), c.m.roomText(out.Len())
}

// closing gives the index of the bracket that closes a field, or -1.
func closing(s string) int {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}

func (c *formatter) field(field string, depth int) (string, error) {
	name, spec, _ := strings.Cut(field, ":")
	name, conversion, converted := strings.Cut(name, "!")
	v, err := c.value(name)
	if err != nil {
		return "", err
	}
	if converted {
		if v, err = c.convert(v, conversion); err != nil {
			return "", err
		}
	}
	if strings.ContainsAny(spec, "{}") {
		if spec, err = c.expand(spec, depth-1); err != nil {
			return "", err
		}
	}
	return c.m.format(v, spec)
}

func (c *formatter) convert(v Value, conversion string) (Value, error) {
	switch conversion {
	case "r":
		return c.m.repr(v)
	case "s":
		return c.m.str(v)
	case "a":
		text, err := c.m.repr(v)
		return ascii(text), err
	}
	return nil, valueError("Unknown conversion specifier %s", conversion)
}

// value finds what a field names: an argument, then attributes and items.
func (c *formatter) value(name string) (Value, error) {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	v, err := c.argument(name[:end])
	for rest := name[end:]; rest != "" && err == nil; {
		if rest[0] == '.' {
			rest = rest[1:]
			end := strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			v, err = c.m.getAttr(v, rest[:end])
			rest = rest[end:]
			continue
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return nil, valueError("Missing ']' in format string")
		}
		var key Value = rest[1:end]
		if n, convErr := strconv.ParseUint(rest[1:end], 10, 31); convErr == nil {
			key = integer(int64(n))
		}
		v, err = c.m.getItem(v, key)
		rest = rest[end+1:]
	}
	return v, err
}

func (c *formatter) argument(name string) (Value, error) {
	i, err := strconv.ParseUint(name, 10, 31)
	if c.mapping != nil && (name == "" || err == nil) {
		return nil, valueError("Format string contains positional fields")
	}
	switch {
	case name == "" && c.manual:
		return nil, valueError("cannot switch from manual field specification to automatic field numbering")
	case name == "":
		i = uint64(c.auto)
		c.auto++
	case err == nil && c.auto > 0:
		return nil, valueError("cannot switch from automatic field numbering to manual field specification")
	case err == nil:
		c.manual = true
	case c.mapping != nil:
		return c.m.getItem(c.mapping, name)
	default:
		for _, k := range c.args.kw {
			if k.name == name {
				return k.v, nil
			}
		}
		return nil, keyError(name)
	}
	if int(i) >= len(c.args.pos) {
		return nil, raise("IndexError", "Replacement index %d out of range for positional args tuple", i)
	}
	return c.args.pos[i], nil
}

// ascii escapes what is not ASCII in a repr.
func ascii(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			out.WriteRune(r)
		case r < 0x100:
			out.WriteString(`\x` + hex(r, 2))
		case r < 0x10000:
			out.WriteString(`\u` + hex(r, 4))
		default:
			out.WriteString(`\U` + hex(r, 8))
		}
	}
	return out.String()
}

func hex(r rune, width int) string {
	s := strconv.FormatInt(int64(r), 16)
	return strings.Repeat("0", max(width-len(s), 0)) + s
}
