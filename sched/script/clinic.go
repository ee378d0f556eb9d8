package script

import "fmt"

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
	v := make([]Value, s.slots())
	all, most, least := len(s.params)+len(s.kwOnly), len(s.params), len(s.params)-len(s.defaults)
	atMost := func(n int, same bool, kind string, given int) error {
		how := "at most"
		if same {
			how = "exactly"
		}
		return typeError("%s() takes %s %d %sargument%s (%d given)", s.name, how, n, kind, plural(n), given)
	}
	switch n := len(a.pos); {
	case n+len(a.kw) > all && n == 0:
		return nil, atMost(all, least == all, "keyword ", n+len(a.kw))
	case n+len(a.kw) > all:
		return nil, atMost(all, least == all, "", n+len(a.kw))
	case n > most:
		return nil, atMost(most, least == most, "positional ", n)
	}
	copy(v, a.pos)
	for _, k := range a.kw {
		i := s.index(k.name)
		if i >= 0 && i < len(a.pos) {
			return nil, typeError("argument for %s() given by name ('%s') and position (%d)", s.name, k.name, i+1)
		}
		if i >= 0 {
			v[i] = k.v
		}
	}
	for i := range least {
		if v[i] == nil && i < s.posOnly {
			how, fixed := "at least", min(least, s.posOnly)
			if fixed == most {
				how = "exactly"
			}
			return nil, typeError("%s() takes %s %d positional argument%s (%d given)", s.name, how, fixed, plural(fixed), len(a.pos))
		}
		if v[i] == nil {
			return nil, typeError("%s() missing required argument '%s' (pos %d)", s.name, s.params[i], i+1)
		}
	}
	for _, k := range a.kw {
		if s.index(k.name) < 0 {
			return nil, s.unexpected(k.name)
		}
	}
	for i := range v {
		switch {
		case v[i] != nil:
		case i < most:
			v[i] = s.defaults[i-least]
		default:
			v[i] = s.kwDefaults[i-most]
		}
	}
	return v, nil
}

// clinicArg words the error of an argument of the wrong type.
func clinicArg(fn string, i int, want string, v Value) error {
	at := fmt.Sprintf("argument %d", i)
	if i == 0 {
		at = "argument"
	}
	return typeError("%s() %s must be %s, not %s", fn, at, want, typeOf(v).short())
}
