package script

import (
	"fmt"
	"strings"
)

// A clinic is the parameter list of a function of CPython that is written in C
// and takes keywords. Its messages are those of _PyArg_UnpackKeywords
// (Python/getargs.c).
type clinic struct {
	name     string // as messages have it
	params   []string
	posOnly  int // how many of params have no keyword
	maxPos   int // how many may be given by position
	required int // how many of the first ones must be given
}

// newClinic reads a parameter list: "old, new, /, count=?, *, strict=?". What
// has no "=?" must be given.
func newClinic(name, params string) *clinic {
	c := &clinic{name: name, maxPos: -1}
	for _, p := range strings.Split(params, ", ") {
		switch p {
		case "":
		case "/":
			c.posOnly = len(c.params)
		case "*":
			c.maxPos = len(c.params)
		default:
			p, optional := strings.CutSuffix(p, "=?")
			c.params = append(c.params, p)
			if !optional {
				c.required = len(c.params)
			}
		}
	}
	if c.maxPos < 0 {
		c.maxPos = len(c.params)
	}
	return c
}

// bind gives the arguments in the order of the parameters, nil for those that
// are not given.
func (c *clinic) bind(a args) ([]Value, error) {
	n := len(a.pos)
	if err := c.count(n, n+len(a.kw)); err != nil {
		return nil, err
	}
	v := make([]Value, len(c.params))
	copy(v, a.pos)
	used := 0
	for i := n; i < len(c.params); i++ {
		for _, k := range a.kw {
			if i >= c.posOnly && k.name == c.params[i] {
				v[i] = k.v
				used++
			}
		}
		if v[i] == nil && i < c.required {
			return nil, typeError("%s() missing required argument '%s' (pos %d)", c.name, c.params[i], i+1)
		}
	}
	if used == len(a.kw) {
		return v, nil
	}
	return nil, c.wrongKeyword(a)
}

// count checks how many arguments there are.
func (c *clinic) count(n, all int) error {
	atMost := len(c.params)
	switch {
	case all > atMost:
		kind := ""
		if n == 0 {
			kind = "keyword "
		}
		return typeError("%s() takes at most %d %sargument%s (%d given)", c.name, atMost, kind, plural(atMost), all)
	case n > c.maxPos && c.maxPos == 0:
		return typeError("%s() takes no positional arguments", c.name)
	case n > c.maxPos:
		how := "exactly"
		if c.required < c.maxPos {
			how = "at most"
		}
		return typeError("%s() takes %s %d positional argument%s (%d given)", c.name, how, c.maxPos, plural(c.maxPos), n)
	}
	if least := min(c.posOnly, c.required); n < least {
		how := "exactly"
		if least < c.maxPos {
			how = "at least"
		}
		return typeError("%s() takes %s %d positional argument%s (%d given)", c.name, how, least, plural(least), n)
	}
	return nil
}

func (c *clinic) wrongKeyword(a args) error {
	for i := c.posOnly; i < min(len(a.pos), len(c.params)); i++ {
		for _, k := range a.kw {
			if k.name == c.params[i] {
				return typeError("argument for %s() given by name ('%s') and position (%d)", c.name, k.name, i+1)
			}
		}
	}
next:
	for _, k := range a.kw {
		for _, p := range c.params[c.posOnly:] {
			if p == k.name {
				continue next
			}
		}
		text := fmt.Sprintf("%s() got an unexpected keyword argument '%s'", c.name, k.name)
		if near := suggest(k.name, c.params[c.posOnly:]); near != "" {
			text += fmt.Sprintf(". Did you mean '%s'?", near)
		}
		return typeError("%s", text)
	}
	return nil
}

// badArgument mirrors _PyArg_BadArgument; what is "argument 1", say, or
// "argument 'sep'".
func badArgument(fn, what, expected string, v Value) error {
	return typeError("%s() %s must be %s, not %s", fn, what, expected, shortNone(v))
}

// inClinic makes a function that CPython has in C with named parameters, whose
// messages are those of _PyArg_UnpackKeywords in Python/getargs.c.
func inClinic(name, params string, fn func(m *machine, v []Value) (Value, error)) *builtin {
	s := newSignature(name, params)
	return &builtin{name: name, fn: func(m *machine, _ Value, a args) (Value, error) {
		v, err := s.bindClinic(a)
		if err != nil {
			return nil, err
		}
		return fn(m, v)
	}}
}

// clinicMethod makes such a method of a type.
func (t *Type) clinicMethod(name, params string, fn func(m *machine, self Value, v []Value) (Value, error)) {
	s := newSignature(name, params)
	t.attrs[name] = &builtin{name: name, of: t, fn: func(m *machine, self Value, a args) (Value, error) {
		v, err := s.bindClinic(a)
		if err != nil {
			return nil, err
		}
		return fn(m, self, v)
	}}
}

// bindClinic binds arguments as getargs.c does.
func (s *pySignature) bindClinic(a args) ([]Value, error) {
	most, least := len(s.params), len(s.params)-len(s.defaults)
	c := clinic{name: s.name, params: append(s.params[:most:most], s.kwOnly...), posOnly: s.posOnly, maxPos: most, required: least}
	v, err := c.bind(a)
	for i := range v {
		switch {
		case v[i] != nil:
		case i < most:
			v[i] = s.defaults[i-least]
		default:
			v[i] = s.kwDefaults[i-most]
		}
	}
	return v, err
}
