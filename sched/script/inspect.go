package script

import "loopscope/sched"

// inspectModule has what inspect, which is in Python, takes from Go.
func inspectModule() *module {
	return newModule("_inspect", []*builtin{
		declare("currentframe", "", func(m *machine, _ []Value) (Value, error) { return m.frameAt(0) }),
		inC("describe", describeFunction), inC("state", stateOf),
		inC("try_get", func(m *machine, a args) (Value, error) {
			v, err := m.getAttr(a.pos[0], a.pos[1].(string))
			if stop, ok := err.(*stopped); ok && stop.limit == "" && stop.cause == nil {
				return newTuple(), nil // CPython has it, and it is not here
			}
			if e := catchable(err); e != nil && e.cls.is(excTypes["AttributeError"]) {
				return newTuple(), nil
			}
			return newTuple(v), err
		}),
		inC("is_async_builtin", func(_ *machine, a args) (Value, error) {
			fn, ok := a.pos[0].(*builtin)
			return ok && fn.isAsync(), nil
		}),
		inC("is_builtin_method", func(_ *machine, a args) (Value, error) {
			switch v := a.pos[0].(type) {
			case *builtin:
				return true, nil
			case *method:
				_, ok := v.fn.(*builtin)
				return ok, nil
			}
			return false, nil
		}),
	})
}

// The kinds of parameters, in the order of inspect._ParameterKind.
const (
	positionalOnly = iota
	positionalOrKeyword
	varPositional
	keywordOnly
	varKeyword
)

// describeFunction gives the parameters of a function: the name, the kind, and
// a default and an annotation, each in a tuple that is empty if there is none;
// and the annotation of what it returns.
func describeFunction(_ *machine, a args) (Value, error) {
	f, ok := a.pos[0].(*function)
	if !ok {
		return nil, unsupported("the signature of a %s is", typeOf(a.pos[0]).name)
	}
	sig, notes := &f.code.sig, f.annotationsOf()
	maybe := func(v Value) *tuple {
		if v == nil {
			return newTuple()
		}
		return newTuple(v)
	}
	params := &list{}
	add := func(name string, kind int, otherwise Value) {
		params.items = append(params.items, newTuple(name, integer(int64(kind)), maybe(otherwise), maybe(notes.str(name))))
	}
	required := len(sig.params) - len(f.defaults)
	for i, name := range sig.params {
		kind := positionalOrKeyword
		if i < sig.posOnly {
			kind = positionalOnly
		}
		var otherwise Value
		if i >= required {
			otherwise = f.defaults[i-required]
		}
		add(name, kind, otherwise)
	}
	at := len(sig.params) + len(sig.kwOnly)
	if sig.star {
		add(f.code.names[at], varPositional, nil)
		at++
	}
	for i, name := range sig.kwOnly {
		var otherwise Value
		if f.kwDefaults != nil {
			otherwise = f.kwDefaults[i]
		}
		add(name, keywordOnly, otherwise)
	}
	if sig.double {
		add(f.code.names[at], varKeyword, nil)
	}
	return newTuple(params, maybe(notes.str("return"))), nil
}

// stateOf gives the state of a coroutine or generator, or whether a generator
// can be awaited.
func stateOf(m *machine, a args) (Value, error) {
	names := map[genState]string{genCreated: "CREATED", genSuspended: "SUSPENDED", genRunning: "RUNNING", genClosed: "CLOSED"}
	switch v := a.pos[0].(type) {
	case *generator:
		if a.pos[1] == "awaitable" {
			return v.code.awaitable, nil
		}
		return names[v.state], nil
	case *asyncGenerator:
		return names[v.g.state], nil
	case *coroutine:
		switch {
		case v.c.State() == sched.CoroCreated:
			return "CREATED", nil
		case v.c.State() == sched.CoroClosed || v.code != nil && v.fr == nil:
			return "CLOSED", nil
		case v.fr != nil && v.fr.executing():
			return "RUNNING", nil
		}
		return "SUSPENDED", nil
	}
	of := "cr_running"
	if a.pos[1] == "awaitable" {
		return false, nil
	}
	return nil, m.attributeError("'%s' object has no attribute '%s'", typeOf(a.pos[0]).name, of)
}
