package script

import (
	"strconv"
	"strings"
)

func setupMatched(t *Type) {
	t.truth = func(*machine, Value) (bool, error) { return true, nil }
	t.repr = func(m *machine, v Value) (string, error) {
		x := v.(*matched)
		text := []rune(reprString(x.part(x.found.Marks[0], x.found.Marks[1])))
		if len(text) > 50 {
			text = text[:50]
		}
		span, err := m.repr(x.span(0))
		return "<re.Match object; span=" + span + ", match=" + string(text) + ">", err
	}
	t.getItem = func(_ *machine, v, key Value) (Value, error) {
		x := v.(*matched)
		g, err := x.number(key)
		if err != nil {
			return nil, err
		}
		return x.group(g, None), nil
	}
	t.getAttr = matchedAttr
	setupMatchedGroups(t)
	setupMatchedSpans(t)
	t.methods(map[string]nativeFn{
		"__copy__": func(_ *machine, self Value, _ args) (Value, error) { return self, nil },
	})
}

// setupMatchedGroups adds what gives the texts of groups.
func setupMatchedGroups(t *Type) {
	t.methods(map[string]nativeFn{
		"group": func(_ *machine, self Value, a args) (Value, error) {
			x := self.(*matched)
			if len(a.kw) > 0 {
				return nil, typeError("group() takes no keyword arguments")
			}
			if len(a.pos) == 0 {
				return x.group(0, None), nil
			}
			all := make([]Value, len(a.pos))
			for i, key := range a.pos {
				g, err := x.number(key)
				if err != nil {
					return nil, err
				}
				all[i] = x.group(g, None)
			}
			if len(all) == 1 {
				return all[0], nil
			}
			return newTuple(all...), nil
		},
	})
	t.clinicMethod("groups", "default=None", func(_ *machine, self Value, v []Value) (Value, error) {
		return newTuple(self.(*matched).groups(v[0])...), nil
	})
	t.clinicMethod("groupdict", "default=None", func(_ *machine, self Value, v []Value) (Value, error) {
		d, x := newDict(), self.(*matched)
		for _, n := range x.of.p.Names {
			d.put(n.Name, x.group(n.Group, v[0]))
		}
		return d, nil
	})
	t.clinicMethod("expand", "template", func(m *machine, self Value, v []Value) (Value, error) {
		x := self.(*matched)
		template, ok := asStr(v[0])
		if !ok {
			return nil, typeError("expected str instance, %s found", typeOf(v[0]).short())
		}
		parts, err := x.of.template(m, template)
		if err != nil {
			return nil, err
		}
		return x.filled(parts), nil
	})
}

// setupMatchedSpans adds what gives the places of groups.
func setupMatchedSpans(t *Type) {
	for i, name := range []string{"start", "end", "span"} {
		t.methods(map[string]nativeFn{name: func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between(name, 0, 1); err != nil {
				return nil, err
			}
			x := self.(*matched)
			g, err := x.number(a.at(0, integer(0)))
			if err != nil {
				return nil, err
			}
			if span := x.span(g); i == 2 {
				return span, nil
			}
			return integer(int64(x.found.Marks[2*g+i])), nil
		}})
	}
}

func (x *matched) span(g int) Value {
	return newTuple(integer(int64(x.found.Marks[2*g])), integer(int64(x.found.Marks[2*g+1])))
}

func matchedAttr(_ *machine, v Value, name string) (Value, error) {
	x := v.(*matched)
	switch name {
	case "string":
		return x.s, nil
	case "re":
		return x.of, nil
	case "pos":
		return integer(int64(x.pos)), nil
	case "endpos":
		return integer(int64(x.end)), nil
	case "lastindex":
		if x.found.Last > 0 {
			return integer(int64(x.found.Last)), nil
		}
		return None, nil
	case "lastgroup":
		for _, n := range x.of.p.Names {
			if n.Group == x.found.Last {
				return n.Name, nil
			}
		}
		return None, nil
	case "regs":
		all := &tuple{}
		for g := range x.of.p.Groups + 1 {
			all.items = append(all.items, x.span(g))
		}
		return all, nil
	}
	return nil, nil
}

// A templatePart is a text, or a group if that is not negative.
type templatePart struct {
	text  string
	group int
}

func (x *matched) filled(parts []templatePart) string {
	var out strings.Builder
	for _, p := range parts {
		if p.group < 0 {
			out.WriteString(p.text)
		} else if text, ok := x.group(p.group, nil).(string); ok {
			out.WriteString(text)
		}
	}
	return out.String()
}

// template mirrors parse_template of Lib/re/_parser.py.
func (p *pattern) template(m *machine, s string) ([]templatePart, error) {
	t := &templateParser{m: m, of: p, s: s, text: []rune(s)}
	for i := 0; i < len(t.text); i++ {
		if t.text[i] != '\\' {
			t.add(string(t.text[i]))
			continue
		}
		var err error
		if i, err = t.escape(i); err != nil {
			return nil, err
		}
	}
	return t.parts, nil
}

// A templateParser splits a template into its parts.
type templateParser struct {
	m     *machine
	of    *pattern
	s     string
	text  []rune // s
	parts []templatePart
}

func (t *templateParser) add(text string) { t.parts = append(t.parts, templatePart{text, -1}) }

// addGroup adds a reference to a group, which is written at a place.
func (t *templateParser) addGroup(n, at int) error {
	if n > t.of.p.Groups {
		return t.fail("invalid group reference "+strconv.Itoa(n), at)
	}
	t.parts = append(t.parts, templatePart{"", n})
	return nil
}

// fail makes the re.error for what is written at a place.
func (t *templateParser) fail(message string, at int) error {
	made, err := t.m.call(t.m.reError, positional(message, t.s, integer(int64(at))))
	if err != nil {
		return err
	}
	return made.(*exception)
}

// digit says whether at a place stands a digit of at most that value.
func (t *templateParser) digit(at int, most rune) bool {
	return at < len(t.text) && t.text[at] >= '0' && t.text[at] <= most
}

// escape adds what the backslash at a place begins, and gives the place of its
// last character.
func (t *templateParser) escape(at int) (int, error) {
	i := at + 1
	if i == len(t.text) {
		return 0, t.fail("bad escape (end of pattern)", at)
	}
	c := t.text[i]
	switch {
	case c == 'g':
		return t.namedGroup(i)
	case c == '0' || t.digit(i, '7') && t.digit(i+1, '7') && t.digit(i+2, '7'):
		n := 0
		for j := 0; j < 3 && t.digit(i, '7'); j++ {
			n, i = n*8+int(t.text[i]-'0'), i+1
		}
		i--
		t.add(string(rune(n & 0xff)))
	case t.digit(i, '9'):
		n := int(c - '0')
		if t.digit(i+1, '9') {
			i++
			n = n*10 + int(t.text[i]-'0')
		}
		return i, t.addGroup(n, at+1)
	case strings.ContainsRune("abfnrtv", c):
		t.add(string("\a\b\f\n\r\t\v"[strings.IndexRune("abfnrtv", c)]))
	case c == '\\':
		t.add(`\`)
	case c < 0x80 && (c|0x20 >= 'a' && c|0x20 <= 'z'):
		return 0, t.fail(`bad escape \`+string(c), at)
	default:
		t.add(`\` + string(c))
	}
	return i, nil
}

// namedGroup adds g<name>, whose g is at a place, and gives that of the >.
func (t *templateParser) namedGroup(at int) (int, error) {
	name, end, err := templateName(t.text, at+1, t.fail)
	if err != nil {
		return 0, err
	}
	n, err := t.of.groupNamed(name, at+2, t.fail)
	if err != nil {
		return 0, err
	}
	return end, t.addGroup(n, at+2)
}

// templateName reads <name> and gives the place of its end.
func templateName(text []rune, at int, fail func(string, int) error) (string, int, error) {
	if at >= len(text) || text[at] != '<' {
		return "", 0, fail("missing <", at)
	}
	for end := at + 1; end < len(text); end++ {
		if text[end] == '>' {
			if end == at+1 {
				return "", 0, fail("missing group name", at+1)
			}
			return string(text[at+1 : end]), end, nil
		}
	}
	if at+1 == len(text) {
		return "", 0, fail("missing group name", at+1)
	}
	return "", 0, fail("missing >, unterminated name", at+1)
}

func (p *pattern) groupNamed(name string, at int, fail func(string, int) error) (int, error) {
	if n, err := strconv.Atoi(name); err == nil && n >= 0 {
		return n, nil
	}
	for _, n := range p.p.Names {
		if n.Name == name {
			return n.Group, nil
		}
	}
	for i, c := range name {
		if !(c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z' || i > 0 && c >= '0' && c <= '9') && c < 0x80 {
			return 0, fail("bad character in group name '"+name+"'", at)
		}
	}
	return 0, raise("IndexError", "unknown group name '%s'", name)
}

// setupSubstitution adds sub and subn.
func setupSubstitution(t *Type) {
	sub := func(m *machine, self Value, v []Value) (string, int, error) {
		p := self.(*pattern)
		f, err := p.finder(m, v[1], integer(0), None)
		if err != nil {
			return "", 0, err
		}
		most, err := toIndex(v[2])
		if err != nil {
			return "", 0, err
		}
		text, isText := asStr(v[0])
		var parts []templatePart
		if !isText && typeOf(v[0]).call == nil {
			return "", 0, typeError("decoding to str: need a bytes-like object, %s found", typeOf(v[0]).short())
		}
		if isText {
			if parts, err = p.template(m, text); err != nil {
				return "", 0, err
			}
		}
		var out strings.Builder
		last, n := 0, 0
		if most >= 0 {
			n, err = f.each(m, most, func(x *matched) error {
				out.WriteString(x.part(last, x.found.Marks[0]))
				last = x.found.Marks[1]
				if isText {
					out.WriteString(x.filled(parts))
					return m.grown(out.Len())
				}
				made, err := m.call(v[0], positional(x))
				if err != nil {
					return err
				}
				text, ok := asStr(made)
				if !ok && made != None {
					return typeError("sequence item %d: expected str instance, %s found", 1, typeOf(made).short())
				}
				out.WriteString(text)
				return m.grown(out.Len())
			})
		}
		out.WriteString(string(f.text[last:]))
		return out.String(), n, err
	}
	t.clinicMethod("sub", "repl, string, count=0", func(m *machine, self Value, v []Value) (Value, error) {
		text, _, err := sub(m, self, v)
		return text, err
	})
	t.clinicMethod("subn", "repl, string, count=0", func(m *machine, self Value, v []Value) (Value, error) {
		text, n, err := sub(m, self, v)
		return newTuple(text, integer(int64(n))), err
	})
}
