package script

import (
	"strconv"
	"strings"
)

// A pySignature is a signature with its defaults.
type pySignature struct {
	signature
	defaults   []Value
	kwDefaults []Value
}

// newSignature reads a parameter list as Python writes it, with None, True,
// False, numbers, strings and empty bytes as defaults: "fs, *, timeout=None".
func newSignature(name, params string) *pySignature {
	s := &pySignature{signature: signature{name: name}}
	kwOnly := false
	for _, p := range strings.Split(params, ", ") {
		switch {
		case p == "":
		case p == "*":
			kwOnly = true
		case p == "/":
			s.posOnly = len(s.params)
		case strings.HasPrefix(p, "**"):
			s.double = true
		case strings.HasPrefix(p, "*"):
			s.star, kwOnly = true, true
		default:
			s.add(p, kwOnly)
		}
	}
	return s
}

// add adds one parameter.
func (s *pySignature) add(p string, kwOnly bool) {
	name, text, given := strings.Cut(p, "=")
	var value Value
	if given {
		value = literal(text)
	}
	if kwOnly {
		s.kwOnly = append(s.kwOnly, name)
		s.kwDefaults = append(s.kwDefaults, value)
		return
	}
	s.params = append(s.params, name)
	if given {
		s.defaults = append(s.defaults, value)
	}
}

func literal(text string) Value {
	switch text {
	case "None":
		return None
	case "True":
		return true
	case "False":
		return false
	case "b''":
		return byteString("")
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return integer(n)
	}
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return x
	}
	return strings.Trim(text, "'")
}

// declare makes a function that CPython has in Python: its arguments are bound
// to the parameters before fn sees them, in the order of a signature's slots.
func declare(name, params string, fn func(m *machine, v []Value) (Value, error)) *builtin {
	s := newSignature(name, params)
	return &builtin{name: name, python: true, fn: func(m *machine, _ Value, a args) (Value, error) {
		v := make([]Value, s.slots())
		if err := s.bind(v, a, s.defaults, s.kwDefaults); err != nil {
			return nil, err
		}
		return fn(m, v)
	}}
}

// declareMethod makes such a method of a type. Self is bound only where the
// message of an error has to count it.
func (t *Type) declareMethod(name, params string, fn func(m *machine, self Value, v []Value) (Value, error)) {
	s := newSignature(name, params)
	owner := t.short()
	if t == loopType {
		owner = "BaseEventLoop" // where all that is here of a loop comes from
	}
	whole := newSignature(owner+"."+name, strings.TrimSuffix("self, "+params, ", "))
	t.attrs[name] = &builtin{name: name, of: t, python: true, fn: func(m *machine, self Value, a args) (Value, error) {
		v := make([]Value, s.slots())
		if err := s.bind(v, a, s.defaults, s.kwDefaults); err != nil {
			all := args{pos: append([]Value{self}, a.pos...), kw: a.kw}
			return nil, whole.bind(make([]Value, whole.slots()), all, whole.defaults, whole.kwDefaults)
		}
		return fn(m, self, v)
	}}
}

// inPython adds a method that CPython has in Python: fn gets self first, and so
// do the messages count.
func (t *Type) inPython(name, params string, fn func(m *machine, v []Value) (Value, error)) {
	s := newSignature(t.short()+"."+name, strings.TrimSuffix("self, "+params, ", "))
	t.attrs[name] = &builtin{name: name, of: t, fn: func(m *machine, self Value, a args) (Value, error) {
		v := make([]Value, s.slots())
		all := args{pos: append([]Value{self}, a.pos...), kw: a.kw}
		if err := s.bind(v, all, s.defaults, s.kwDefaults); err != nil {
			return nil, err
		}
		return fn(m, v)
	}}
}

// inC makes a function that CPython has in C, which looks at its arguments
// itself.
func inC(name string, fn func(m *machine, a args) (Value, error)) *builtin {
	return &builtin{name: name, fn: func(m *machine, _ Value, a args) (Value, error) { return fn(m, a) }}
}
