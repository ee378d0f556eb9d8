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
		if i+1 == len(s) {
			return "", valueError("Single '{' encountered in format string")
		}
		f, rest, err := parseField(s[i+1:])
		if err != nil {
			return "", err
		}
		text, err := c.field(f, depth)
		if err != nil {
			return "", err
		}
		out.WriteString(text)
		s = rest
	}
	return out.String(), c.m.roomText(out.Len())
}

// A formatField is what stands between brackets in a format string.
type formatField struct {
	name, spec string
	conversion string // "" for none
}

// parseField mirrors parse_field: the field that a text begins with, after its
// bracket, and what comes after it.
func parseField(s string) (f formatField, rest string, err error) {
	i, inBrackets := 0, false
scan:
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '{':
			return f, "", valueError("unexpected '{' in field name")
		case c == '[':
			inBrackets = true
		case c == ']':
			inBrackets = false
		case !inBrackets && (c == '}' || c == ':' || c == '!'):
			break scan
		}
	}
	if i == len(s) {
		return f, "", valueError("expected '}' before end of string")
	}
	f.name = s[:i]
	at := s[i]
	s = s[i+1:]
	if at == '}' {
		return f, s, nil
	}
	if at == '!' {
		if s == "" {
			return f, "", valueError("end of string while looking for conversion specifier")
		}
		_, n := runeAt(s)
		f.conversion, s = s[:n], s[n:]
		switch {
		case s == "":
			return f, "", valueError("unmatched '{' in format spec")
		case s[0] == '}':
			return f, s[1:], nil
		case s[0] != ':':
			return f, "", valueError("expected ':' after conversion specifier")
		}
		s = s[1:]
	}
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				f.spec = s[:i]
				return f, s[i+1:], nil
			}
		}
	}
	return f, "", valueError("unmatched '{' in format spec")
}

func (c *formatter) field(f formatField, depth int) (string, error) {
	v, err := c.value(f.name)
	if err != nil {
		return "", err
	}
	if f.conversion != "" {
		if v, err = c.convert(v, f.conversion); err != nil {
			return "", err
		}
	}
	spec := f.spec
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
	if conversion > " " && conversion < "\x7f" {
		return nil, valueError("Unknown conversion specifier %s", conversion)
	}
	r, _ := runeAt(conversion)
	return nil, valueError("Unknown conversion specifier '\\x%x'", r)
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
			if end == 0 {
				return nil, valueError("Empty attribute in format string")
			}
			v, err = c.m.getAttr(v, rest[:end])
			rest = rest[end:]
			continue
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return nil, valueError("Missing ']' in format string")
		}
		if end == 1 {
			return nil, valueError("Empty attribute in format string")
		}
		var key Value = rest[1:end]
		if n, convErr := strconv.ParseUint(rest[1:end], 10, 31); convErr == nil {
			key = integer(int64(n))
		}
		v, err = c.m.getItem(v, key)
		rest = rest[end+1:]
		if rest != "" && rest[0] != '.' && rest[0] != '[' {
			return nil, valueError("Only '.' or '[' may follow ']' in format field specifier")
		}
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
