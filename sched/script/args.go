package script

import (
	"fmt"
	"slices"
	"strings"
)

// args are the arguments of one call. A callee must not keep or change the
// slices.
type args struct {
	pos []Value
	kw  []kwarg
}

type kwarg struct {
	name string
	v    Value
}

// pos makes arguments of values alone.
func positional(values ...Value) args { return args{pos: values} }

// between checks the number of arguments of a function of CPython that is
// written in C and takes no keywords; name is as its messages have it.
func (a args) between(name string, low, high int) error {
	n := len(a.pos)
	switch {
	case len(a.kw) > 0:
		return typeError("%s() takes no keyword arguments", name)
	case n >= low && n <= high:
		return nil
	case high == 0:
		return typeError("%s() takes no arguments (%d given)", name, n)
	case low == 1 && high == 1:
		return typeError("%s() takes exactly one argument (%d given)", name, n)
	case low == high:
		return typeError("%s expected %d argument%s, got %d", bare(name), low, plural(low), n)
	case n < low:
		return typeError("%s expected at least %d argument%s, got %d", bare(name), low, plural(low), n)
	}
	return typeError("%s expected at most %d argument%s, got %d", bare(name), high, plural(high), n)
}

// bare gives a name without its class.
func bare(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// at gives argument i, or a default where there are fewer.
func (a args) at(i int, otherwise Value) Value {
	if i < len(a.pos) {
		return a.pos[i]
	}
	return otherwise
}

// A signature is a parameter list, of a function of the script or of one that
// asyncio has in Python. Bound arguments stand in the order of a frame's
// slots: params, keyword-only ones, *args, **kwargs.
type signature struct {
	name    string // the qualified name, for messages
	params  []string
	posOnly int // how many of params
	kwOnly  []string
	star    bool
	double  bool
}

// slots gives how many slots the arguments fill.
func (s *signature) slots() int {
	n := len(s.params) + len(s.kwOnly)
	if s.star {
		n++
	}
	if s.double {
		n++
	}
	return n
}

// bind mirrors initialize_locals in Python/ceval.c: it fills slots, which are
// all nil. The defaults belong to the last params; kwDefaults go with kwOnly,
// nil where there is none.
func (s *signature) bind(slots []Value, a args, defaults, kwDefaults []Value) error {
	n := copy(slots[:len(s.params)], a.pos)
	next := len(s.params) + len(s.kwOnly)
	if s.star {
		slots[next] = &tuple{items: append([]Value(nil), a.pos[n:]...)}
		next++
	}
	var extra *dict
	if s.double {
		extra = newDict()
		slots[next] = extra
	}
	if err := s.bindKeywords(slots, a.kw, extra); err != nil {
		return err
	}
	if len(a.pos) > n && !s.star {
		return s.tooMany(slots, a, len(defaults))
	}
	if len(a.pos) < len(s.params) {
		if err := s.fill(slots, n, defaults); err != nil {
			return err
		}
	}
	return s.fillKwOnly(slots, kwDefaults)
}

func (s *signature) bindKeywords(slots []Value, kw []kwarg, extra *dict) error {
	for _, k := range kw {
		i := s.index(k.name)
		switch {
		case i >= 0 && slots[i] != nil:
			return typeError("%s() got multiple values for argument '%s'", s.name, k.name)
		case i >= 0:
			slots[i] = k.v
		case extra != nil:
			extra.put(k.name, k.v)
		default:
			return s.unexpected(k.name, kw)
		}
	}
	return nil
}

// index gives the slot of a parameter that may be given by keyword, or -1.
func (s *signature) index(name string) int {
	for i, p := range s.params[s.posOnly:] {
		if p == name {
			return s.posOnly + i
		}
	}
	for i, p := range s.kwOnly {
		if p == name {
			return len(s.params) + i
		}
	}
	return -1
}

// unexpected is the error of a keyword that no parameter takes; all are the
// keywords of the call (positional_only_passed_as_keyword in Python/ceval.c).
func (s *signature) unexpected(name string, all []kwarg) error {
	var wrong []string
	for _, p := range s.params[:s.posOnly] {
		if slices.ContainsFunc(all, func(k kwarg) bool { return k.name == p }) {
			wrong = append(wrong, p)
		}
	}
	if wrong != nil {
		return typeError("%s() got some positional-only arguments passed as keyword arguments: '%s'", s.name, strings.Join(wrong, ", "))
	}
	text := fmt.Sprintf("%s() got an unexpected keyword argument '%s'", s.name, name)
	if near := suggest(name, append(s.params[s.posOnly:len(s.params):len(s.params)], s.kwOnly...)); near != "" {
		text += fmt.Sprintf(". Did you mean '%s'?", near)
	}
	return typeError("%s", text)
}

// fill puts the defaults of parameters from n on.
func (s *signature) fill(slots []Value, n int, defaults []Value) error {
	required := len(s.params) - len(defaults)
	var missing []string
	for i := n; i < required; i++ {
		if slots[i] == nil {
			missing = append(missing, s.params[i])
		}
	}
	if missing != nil {
		return s.missing("positional", missing)
	}
	for i := max(n, required); i < len(s.params); i++ {
		if slots[i] == nil {
			slots[i] = defaults[i-required]
		}
	}
	return nil
}

func (s *signature) fillKwOnly(slots, kwDefaults []Value) error {
	var missing []string
	for i, name := range s.kwOnly {
		at := len(s.params) + i
		if slots[at] != nil {
			continue
		}
		if kwDefaults == nil || kwDefaults[i] == nil {
			missing = append(missing, name)
			continue
		}
		slots[at] = kwDefaults[i]
	}
	if missing != nil {
		return s.missing("keyword-only", missing)
	}
	return nil
}

// missing mirrors format_missing.
func (s *signature) missing(kind string, names []string) error {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	var text string
	switch n := len(names); n {
	case 1:
		text = names[0]
	case 2:
		text = names[0] + " and " + names[1]
	default:
		text = strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
	return typeError("%s() missing %d required %s argument%s: %s", s.name, len(names), kind, plural(len(names)), text)
}

// tooMany mirrors too_many_positional.
func (s *signature) tooMany(slots []Value, a args, defaults int) error {
	given, kwOnly := len(a.pos), 0
	for i := range s.kwOnly {
		if slots[len(s.params)+i] != nil {
			kwOnly++
		}
	}
	takes := fmt.Sprint(len(s.params))
	many := len(s.params) != 1
	if defaults > 0 {
		takes = fmt.Sprintf("from %d to %d", len(s.params)-defaults, len(s.params))
		many = true
	}
	also := ""
	if kwOnly > 0 {
		also = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", plural(given), kwOnly, plural(kwOnly))
	}
	ending := ""
	if many {
		ending = "s"
	}
	verb := "were"
	if given == 1 && kwOnly == 0 {
		verb = "was"
	}
	return typeError("%s() takes %s positional argument%s but %d%s %s given", s.name, takes, ending, given, also, verb)
}
