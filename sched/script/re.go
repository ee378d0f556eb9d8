package script

import (
	"strings"

	"loopscope/sched/script/regex"
	"loopscope/sched/script/syntax"
)

func init() { regex.ByName = syntax.CharacterByName }

// A pattern is re.Pattern.
type pattern struct {
	text string
	p    *regex.Pattern
}

// A matched is re.Match.
type matched struct {
	of       *pattern
	s        string
	text     []rune
	pos, end int
	found    *regex.Found
}

var (
	patternType = newType("re.Pattern")
	matchedType = newType("re.Match")
)

const patternCache = 512 // compiled patterns of a run that are kept, at most

func (*pattern) class() *Type { return patternType }
func (*matched) class() *Type { return matchedType }

// reModule is what lib/re.py takes from C, and what CPython has in re._parser.
func reModule() *module {
	mod := newModule("_sre", []*builtin{
		declare("compile", "pattern, flags, error", func(m *machine, v []Value) (Value, error) {
			m.reError = v[2]
			if p, ok := v[0].(*pattern); ok {
				return p, nil
			}
			return m.compilePattern(v[0], v[1], v[2])
		}),
	})
	mod.attrs["Pattern"], mod.attrs["Match"] = patternType, matchedType
	return mod
}

func (m *machine) compilePattern(of, flags, class Value) (Value, error) {
	text, ok := asStr(of)
	if !ok {
		if _, ok := asBytes(of); ok {
			return nil, unsupported("a pattern of bytes is")
		}
		if _, err := m.hash(of); err != nil {
			return nil, err
		}
		return nil, typeError("first argument must be string or compiled pattern")
	}
	n, ok := asInt(flags)
	if !ok {
		return nil, typeError("unsupported operand type(s) for &: '%s' and 'int'", typeOf(flags).name)
	}
	key := patternKey{text, n}
	if p := m.patterns[key]; p != nil {
		return p, nil
	}
	if strings.Contains(text, `\N{`) {
		return nil, unsupported(`\N in a pattern is`)
	}
	compiled, err := regex.Compile(text, int(n))
	if err != nil {
		e := err.(*regex.Error)
		a := positional(e.Message, of)
		if e.At >= 0 {
			a.pos = append(a.pos, integer(int64(e.At)))
		}
		made, err := m.call(class, a)
		if err != nil {
			return nil, err
		}
		return nil, made.(*exception)
	}
	p := &pattern{text, compiled}
	if m.patterns == nil || len(m.patterns) > patternCache {
		m.patterns = map[patternKey]*pattern{}
	}
	m.patterns[key] = p
	return p, m.charge(len(text))
}

type patternKey struct {
	text  string
	flags int64
}

func setupRe(setups map[*Type]func(*Type)) {
	setups[patternType], setups[matchedType] = setupPattern, setupMatched
}

// A patternFinder goes through the matches of a pattern in a text.
type patternFinder struct {
	of       *pattern
	s        string
	text     []rune
	pos, end int
	at       int
	notEmpty bool
}

// finder begins to look in v, from pos up to end.
func (p *pattern) finder(m *machine, v, pos, end Value) (*patternFinder, error) {
	s, ok := asStr(v)
	if !ok {
		if _, ok := asBytes(v); ok {
			return nil, typeError("cannot use a string pattern on a bytes-like object")
		}
		return nil, typeError("expected string or bytes-like object, got '%s'", typeOf(v).short())
	}
	f := &patternFinder{of: p, s: s, text: []rune(s)}
	if err := m.charge(len(f.text)); err != nil {
		return nil, err
	}
	var err error
	n := len(f.text)
	if f.pos, err = sliceIndex(pos); err != nil {
		return nil, err
	}
	f.end = n
	if end != None {
		if f.end, err = sliceIndex(end); err != nil {
			return nil, err
		}
	}
	f.end = min(max(f.end, 0), n)
	f.pos = min(max(f.pos, 0), n)
	f.at = f.pos
	return f, nil
}

// matchSteps is what a step of a match takes, in statements.
const matchSteps = 3

// find gives the next match in a way of matching, nil if there is none.
func (f *patternFinder) find(m *machine, s regex.Search) (*matched, error) {
	if f.at > f.end {
		return nil, nil
	}
	s.Text, s.Start, s.End, s.NotEmpty, s.Steps = f.text, f.at, f.end, f.notEmpty, func() error { return m.spend(matchSteps) }
	found, err := f.of.p.Find(s)
	if err == regex.TooDeep {
		return nil, m.limit("nesting of a value")
	}
	if found == nil || err != nil {
		return nil, err
	}
	f.notEmpty = found.Marks[0] == found.Marks[1]
	f.at = found.Marks[1]
	return &matched{f.of, f.s, f.text, f.pos, f.end, found}, m.charge(len(found.Marks))
}

// each calls f for all matches, up to most of them; 0: no bound.
func (f *patternFinder) each(m *machine, most int, do func(*matched) error) (n int, err error) {
	for most == 0 || n < most {
		found, err := f.find(m, regex.Search{})
		if found == nil || err != nil {
			return n, err
		}
		n++
		if err := anyError(do(found), m.tick()); err != nil {
			return n, err
		}
	}
	return n, nil
}

// part gives the text between two places.
func (x *matched) part(from, to int) string { return string(x.text[from:to]) }

// group gives the text of a group, otherwise if it took no part.
func (x *matched) group(g int, otherwise Value) Value {
	if x.found.Marks[2*g] < 0 {
		return otherwise
	}
	return x.part(x.found.Marks[2*g], x.found.Marks[2*g+1])
}

// number gives the group that a key means.
func (x *matched) number(key Value) (int, error) {
	if n, ok := asInt(key); ok && n >= 0 && n <= int64(x.of.p.Groups) {
		return int(n), nil
	}
	if name, ok := asStr(key); ok {
		for _, n := range x.of.p.Names {
			if n.Name == name {
				return n.Group, nil
			}
		}
	}
	return 0, raise("IndexError", "no such group")
}

var flagNames = []struct {
	flag int
	name string
}{{regex.IgnoreCase, "re.IGNORECASE"}, {regex.Locale, "re.LOCALE"}, {regex.Multiline, "re.MULTILINE"}, {regex.DotAll, "re.DOTALL"},
	{regex.Verbose, "re.VERBOSE"}, {regex.ASCII, "re.ASCII"}}

func setupPattern(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		p := v.(*pattern)
		text := []rune(reprString(p.text))
		if len(text) > 200 {
			text = text[:200]
		}
		var flags []string
		for _, f := range flagNames {
			if p.p.Flags&f.flag != 0 {
				flags = append(flags, f.name)
			}
		}
		shown := "re.compile(" + string(text)
		if flags != nil {
			shown += ", " + strings.Join(flags, "|")
		}
		return shown + ")", nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		p := v.(*pattern)
		switch name {
		case "pattern":
			return p.text, nil
		case "flags":
			return integer(int64(p.p.Flags)), nil
		case "groups":
			return integer(int64(p.p.Groups)), nil
		case "groupindex":
			d := newDict()
			for _, n := range p.p.Names {
				d.put(n.Name, integer(int64(n.Group)))
			}
			return d, nil
		}
		return nil, nil
	}
	ways := map[string]regex.Search{"search": {}, "match": {Anchored: true}, "fullmatch": {Anchored: true, Full: true}}
	for name, way := range ways {
		t.clinicMethod(name, "string, pos=0, endpos=None", func(m *machine, self Value, v []Value) (Value, error) {
			f, err := self.(*pattern).finder(m, v[0], v[1], v[2])
			if err != nil {
				return nil, err
			}
			found, err := f.find(m, way)
			if found == nil || err != nil {
				return None, err
			}
			return found, nil
		})
	}
	setupFinders(t)
	setupSubstitution(t)
}

// setupFinders adds the methods that give all matches.
func setupFinders(t *Type) {
	t.clinicMethod("finditer", "string, pos=0, endpos=None", func(m *machine, self Value, v []Value) (Value, error) {
		f, err := self.(*pattern).finder(m, v[0], v[1], v[2])
		return &funcIter{t: callIteratorType, f: func(m *machine) (Value, error) {
			found, err := f.find(m, regex.Search{})
			if found == nil || err != nil {
				return nil, err
			}
			return found, nil
		}}, err
	})
	t.clinicMethod("findall", "string, pos=0, endpos=None", func(m *machine, self Value, v []Value) (Value, error) {
		f, err := self.(*pattern).finder(m, v[0], v[1], v[2])
		if err != nil {
			return nil, err
		}
		l := &list{}
		_, err = f.each(m, 0, func(x *matched) error {
			switch n := f.of.p.Groups; n {
			case 0, 1:
				l.items = append(l.items, x.group(n, ""))
			default:
				l.items = append(l.items, newTuple(x.groups("")...))
			}
			return m.grown(len(l.items))
		})
		return l, err
	})
	t.clinicMethod("split", "string, maxsplit=0", func(m *machine, self Value, v []Value) (Value, error) {
		f, err := self.(*pattern).finder(m, v[0], integer(0), None)
		if err != nil {
			return nil, err
		}
		most, err := toIndex(v[1])
		if err != nil {
			return nil, err
		}
		l, last := &list{}, 0
		if most >= 0 {
			_, err = f.each(m, most, func(x *matched) error {
				l.items = append(l.items, x.part(last, x.found.Marks[0]))
				l.items = append(l.items, x.groups(None)...)
				last = x.found.Marks[1]
				return m.grown(len(l.items))
			})
		}
		l.items = append(l.items, string(f.text[last:]))
		return l, err
	})
}

func (x *matched) groups(otherwise Value) []Value {
	all := make([]Value, x.of.p.Groups)
	for i := range all {
		all[i] = x.group(i+1, otherwise)
	}
	return all
}
