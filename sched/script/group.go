package script

import (
	"fmt"
	"slices"
)

var (
	baseGroupType = excTypes["BaseExceptionGroup"]
	groupType     = excTypes["ExceptionGroup"]
)

// setupGroup gives exception groups what they have beyond exceptions.
func setupGroup(t *Type) {
	t.construct = newGroup
	t.str = func(m *machine, v Value) (string, error) { return strException(m, v.(*exception)) }
	t.methods(map[string]nativeFn{
		"split": func(m *machine, self Value, a args) (Value, error) {
			match, rest, err := m.splitBy("split", self.(*exception), a)
			return newTuple(orNone(match), orNone(rest)), err
		},
		"subgroup": func(m *machine, self Value, a args) (Value, error) {
			match, _, err := m.splitBy("subgroup", self.(*exception), a)
			return orNone(match), err
		},
		"derive": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("BaseExceptionGroup.derive", 1, 1); err != nil {
				return nil, err
			}
			return newGroup(m, baseGroupType, positional(self.(*exception).args[0], a.pos[0]))
		},
	})
}

// newGroup mirrors BaseExceptionGroup_new.
func newGroup(m *machine, t *Type, a args) (Value, error) {
	if len(a.kw) > 0 {
		return nil, typeError("%s() takes no keyword arguments", t.name)
	}
	if len(a.pos) != 2 {
		return nil, typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a.pos))
	}
	if _, ok := asStr(a.pos[0]); !ok {
		return nil, typeError("BaseExceptionGroup.__new__() argument 1 must be str, not %s", typeOf(a.pos[0]).name)
	}
	switch a.pos[1].(type) {
	case *list, *tuple:
	default:
		return nil, typeError("second argument (exceptions) must be a sequence")
	}
	items, err := m.collect(a.pos[1])
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, valueError("second argument (exceptions) must be a non-empty sequence")
	}
	g := &exception{cls: t, args: slices.Clone(a.pos)}
	plain := true
	for i, v := range items {
		e, ok := v.(*exception)
		if !ok {
			return nil, valueError("Item %d of second argument (exceptions) is not an exception", i)
		}
		plain = plain && e.cls.is(excTypes["Exception"])
		g.group = append(g.group, e)
	}
	switch {
	case t == baseGroupType && plain:
		g.cls = groupType
	case t == groupType && !plain:
		return nil, typeError("Cannot nest BaseExceptions in an ExceptionGroup")
	case t.is(groupType) && !plain:
		return nil, typeError("Cannot nest BaseExceptions in '%s'", t.name)
	}
	return g, nil
}

// allocGroup makes a group of a class of the script.
func allocGroup(m *machine, t *Type, a args) (Value, error) {
	return newGroup(m, t, args{pos: a.pos})
}

// groupOf makes a group that cannot fail to be one: of at least one exception.
func groupOf(message Value, excs []*exception) *exception {
	items := &list{}
	for _, e := range excs {
		items.items = append(items.items, e)
	}
	g := &exception{cls: groupType, args: []Value{message, items}, group: excs}
	for _, e := range excs {
		if !e.cls.is(excTypes["Exception"]) {
			g.cls = baseGroupType
		}
	}
	return g
}

// groupText is str of a group.
func groupText(message string, n int) string {
	return fmt.Sprintf("%s (%d sub-exception%s)", message, n, plural(n))
}

// splitBy is split by what a script gives: a class, a tuple of classes or a
// function.
func (m *machine) splitBy(name string, g *exception, a args) (match, rest *exception, err error) {
	if err := a.between(name, 1, 1); err != nil {
		return nil, nil, err
	}
	by := a.pos[0]
	isClass := func(v Value) bool {
		t, ok := v.(*Type)
		return ok && t.is(baseExceptionType)
	}
	if t, ok := by.(*tuple); isClass(by) || ok && !slices.ContainsFunc(t.items, func(v Value) bool { return !isClass(v) }) {
		return m.split(g, func(e *exception) (bool, error) { return m.subclassOf(e.cls, by, "isinstance") })
	}
	if _, ok := by.(*Type); ok || typeOf(by).call == nil {
		return nil, nil, typeError("expected an exception type, a tuple of exception types, or a callable (other than a class)")
	}
	return m.split(g, func(e *exception) (bool, error) {
		v, err := m.call(by, positional(e))
		if err != nil {
			return false, err
		}
		return m.truth(v)
	})
}

// split mirrors exceptiongroup_split_recursive: it parts the exceptions that
// take matches from the others; either may be nil.
func (m *machine) split(e *exception, take func(*exception) (bool, error)) (match, rest *exception, err error) {
	if m.nested++; m.nested > maxDisplays {
		m.nested = 0
		return nil, nil, recursionError("")
	}
	defer func() { m.nested = max(m.nested-1, 0) }()
	yes, err := take(e)
	switch {
	case err != nil:
		return nil, nil, err
	case yes:
		return e, nil, nil
	case e.group == nil:
		return nil, e, nil
	}
	var matches, others []*exception
	for _, inner := range e.group {
		in, out, err := m.split(inner, take)
		if err != nil {
			return nil, nil, err
		}
		if in != nil {
			matches = append(matches, in)
		}
		if out != nil {
			others = append(others, out)
		}
	}
	if match, err = m.part(e, matches); err != nil {
		return nil, nil, err
	}
	rest, err = m.part(e, others)
	return match, rest, err
}

// part mirrors exceptiongroup_subset: a group of some exceptions of a group,
// which derive of its class makes; nil of none.
func (m *machine) part(e *exception, excs []*exception) (*exception, error) {
	if len(excs) == 0 {
		return nil, nil
	}
	g := groupOf(e.args[0], excs)
	if e.cls.overrides("derive") {
		made, err := m.callSpecial(e, "derive", g.args[1])
		if err != nil {
			return nil, err
		}
		own, ok := made.(*exception)
		if !ok || own.group == nil {
			return nil, typeError("derive must return an instance of BaseExceptionGroup")
		}
		g = own
	}
	g.cause, g.context, g.suppress, g.frames = e.cause, e.context, true, slices.Clone(e.frames)
	g.in = e.in
	return g, nil
}

// leaves gives the exceptions in a group that are no groups.
func (e *exception) leaves(into map[*exception]bool) {
	if e.group == nil {
		into[e] = true
	}
	for _, inner := range e.group {
		inner.leaves(into)
	}
}

// exceptStar mirrors the code of compiler_try_star_except: every clause takes
// its part of what was raised.
func (fr *frame) exceptStar(handlers []handler, exc *exception) (signal, error) {
	rest := exc
	var raised []*exception
	again := map[*exception]bool{} // what a bare raise in a clause passes on
	for i := range handlers {
		if rest == nil {
			break
		}
		h := &handlers[i]
		fr.reach(h.line)
		match, others, err := fr.matchesStar(h, rest)
		if err != nil {
			return goOn, fr.during(exc, err)
		}
		if match == nil {
			continue
		}
		rest = others
		if _, err := fr.handle(h, match); err != nil {
			e := catchable(err)
			if e == nil {
				return goOn, err
			}
			if e == match && e.in == fr && exc.group != nil {
				e.leaves(again)
			} else {
				raised = append(raised, e)
			}
		}
	}
	if rest != nil {
		rest.leaves(again)
	}
	e, err := fr.m.reraiseStar(exc, again, raised)
	if e != nil {
		return goOn, e
	}
	return goOn, err
}

// matchesStar mirrors exception_group_match.
func (fr *frame) matchesStar(h *handler, exc *exception) (match, rest *exception, err error) {
	v, err := h.match(fr)
	if err != nil {
		return nil, nil, err
	}
	types := []Value{v}
	if t, ok := v.(*tuple); ok {
		types = t.items
	}
	for _, v := range types {
		t, ok := v.(*Type)
		if !ok || !t.is(baseExceptionType) {
			return nil, nil, typeError("catching classes that do not inherit from BaseException is not allowed")
		}
		if t.is(baseGroupType) {
			return nil, nil, typeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	take := func(e *exception) (bool, error) {
		return slices.ContainsFunc(types, func(v Value) bool { return e.cls.is(v.(*Type)) }), nil
	}
	if exc.group != nil {
		return fr.m.split(exc, take)
	}
	if yes, _ := take(exc); !yes {
		return nil, exc, nil
	}
	g := groupOf("", []*exception{exc})
	g.args[1] = newTuple(exc)
	return g, nil, nil
}

// reraiseStar mirrors _PyExc_PrepReraiseStar: what goes on after the clauses
// of an except*, nil if nothing does. That is what the clauses have raised, and
// what is in again of the exception itself.
func (m *machine) reraiseStar(exc *exception, again map[*exception]bool, raised []*exception) (*exception, error) {
	if exc.group == nil {
		switch {
		case len(raised) > 0:
			return raised[0], nil
		case again[exc]:
			return exc, nil
		}
		return nil, nil
	}
	same, _, err := m.split(exc, func(e *exception) (bool, error) { return again[e], nil })
	switch {
	case err != nil:
		return nil, err
	case len(raised) == 0:
		return same, nil
	case same != nil:
		raised = append(raised, same)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	return groupOf("", raised), nil
}
