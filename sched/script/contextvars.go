package script

// A contextObject is a contextvars.Context: the values of context variables.
// Where none was ever set there is nil instead, so that programs without
// context variables have none.
type contextObject struct {
	vars    *dict // values by variable; nil: none. Copies share it
	shared  bool  // vars belongs to a copy too
	entered bool  // by Context.run
}

// A contextVar is a contextvars.ContextVar.
type contextVar struct {
	name      string
	otherwise Value // nil: no default
}

// A token is what ContextVar.set gives.
type token struct {
	v    *contextVar
	old  Value // nil: it was not set
	in   *contextObject
	used bool
}

type missingToken struct{}

var (
	contextType      = newType("_contextvars.Context")
	contextVarType   = newType("_contextvars.ContextVar")
	tokenType        = newType("_contextvars.Token")
	missingTokenType = newType("Token.MISSING")
	missingOld       = &missingToken{}
)

func (*contextObject) class() *Type { return contextType }
func (*contextVar) class() *Type    { return contextVarType }
func (*token) class() *Type         { return tokenType }
func (*missingToken) class() *Type  { return missingTokenType }

func contextvarsModule() *module {
	mod := newModule("contextvars", []*builtin{
		inC("copy_context", func(m *machine, a args) (Value, error) {
			if err := a.between("_contextvars.copy_context", 0, 0); err != nil {
				return nil, err
			}
			if c := m.copyContext(); c != nil {
				return c, nil
			}
			return &contextObject{}, nil
		}),
	})
	mod.attrs["ContextVar"], mod.attrs["Context"], mod.attrs["Token"] = contextVarType, contextType, tokenType
	return mod
}

// context gives the context in which the script runs; nil: an empty one.
func (m *machine) context() *contextObject {
	c, _ := m.loop.Context().(*contextObject)
	return c
}

// inContext makes the context one that is there.
func (m *machine) inContext() *contextObject {
	c := m.context()
	if c == nil {
		c = &contextObject{}
		m.loop.SetContext(c)
	}
	return c
}

// copyContext mirrors copy_context; nil: a copy of an empty one.
func (m *machine) copyContext() *contextObject {
	c := m.context()
	if c == nil {
		return nil
	}
	return c.copy()
}

func (c *contextObject) copy() *contextObject {
	c.shared = c.vars != nil
	return &contextObject{vars: c.vars, shared: c.shared}
}

// copyOfContext is Host.CopyContext.
func copyOfContext(c any) any { return c.(*contextObject).copy() }

// callIn calls a function in a context; nil: an empty one.
func (m *machine) callIn(c *contextObject, fn Value, a args) (Value, error) {
	outer := m.loop.Context()
	if c != nil {
		m.loop.SetContext(c)
	} else {
		m.loop.SetContext(nil)
	}
	v, err := m.call(fn, a)
	m.loop.SetContext(outer)
	return v, err
}

// contextArgument reads an argument context: nil for None.
func contextArgument(v Value) (*contextObject, error) {
	if c, ok := v.(*contextObject); ok {
		return c, nil
	}
	if v != None {
		return nil, typeError("a Context was expected, got '%s'", typeOf(v).name)
	}
	return nil, nil
}

// own makes vars the context's alone, to be changed.
func (c *contextObject) own() *dict {
	switch {
	case c.vars == nil:
		c.vars = newDict()
	case c.shared:
		c.vars = &dict{table: c.vars.copy()}
	}
	c.shared = false
	return c.vars
}

// get gives the value of a variable, nil if it has none.
func (c *contextObject) get(m *machine, v Value) (Value, error) {
	if c == nil || c.vars == nil {
		return nil, nil
	}
	return c.vars.get(m, v)
}

func setupContextVar(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		v := &contextVar{}
		for _, k := range a.kw {
			if k.name != "default" {
				return nil, typeError("ContextVar() got an unexpected keyword argument '%s'", k.name)
			}
			v.otherwise = k.v
		}
		if n := len(a.pos); n != 1 {
			if n == 0 {
				return nil, typeError("ContextVar() missing required argument 'name' (pos 1)")
			}
			return nil, typeError("ContextVar() takes exactly 1 positional argument (%d given)", n)
		}
		name, ok := a.pos[0].(string)
		if !ok {
			return nil, typeError("context variable name must be a str")
		}
		v.name = name
		return v, nil
	}
	t.repr = func(m *machine, v Value) (string, error) {
		text := "<ContextVar name=" + reprString(v.(*contextVar).name)
		if d := v.(*contextVar).otherwise; d != nil {
			of, err := m.repr(d)
			if err != nil {
				return "", err
			}
			text += " default=" + of
		}
		return text + " at " + m.address(v) + ">", nil
	}
	t.computed("name", func(v Value) Value { return v.(*contextVar).name })
	t.methods(map[string]nativeFn{"get": getContextVar, "set": setContextVar, "reset": resetContextVar})
	t.attrs["__class_getitem__"] = &classMethod{fn: inC("__class_getitem__", func(_ *machine, a args) (Value, error) { return a.pos[0], nil })}
}

func getContextVar(m *machine, self Value, a args) (Value, error) {
	if err := a.between("get", 0, 1); err != nil {
		return nil, err
	}
	v := self.(*contextVar)
	got, err := m.context().get(m, v)
	switch {
	case err != nil || got != nil:
		return got, err
	case len(a.pos) == 1:
		return a.pos[0], nil
	case v.otherwise != nil:
		return v.otherwise, nil
	}
	return nil, &exception{cls: excTypes["LookupError"], args: []Value{v}}
}

func setContextVar(m *machine, self Value, a args) (Value, error) {
	if err := a.between("_contextvars.ContextVar.set", 1, 1); err != nil {
		return nil, err
	}
	v, c := self.(*contextVar), m.inContext()
	old, err := c.get(m, v)
	if err != nil {
		return nil, err
	}
	if err := m.charge(objectSize); err != nil {
		return nil, err
	}
	return &token{v: v, old: old, in: c}, c.own().set(m, v, a.pos[0])
}

// resetContextVar mirrors PyContextVar_Reset.
func resetContextVar(m *machine, self Value, a args) (Value, error) {
	if err := a.between("_contextvars.ContextVar.reset", 1, 1); err != nil {
		return nil, err
	}
	t, ok := a.pos[0].(*token)
	if !ok {
		return nil, typeError("expected an instance of Token, got %s", m.shortReprOf(a.pos[0]))
	}
	text, err := m.repr(t)
	switch {
	case err != nil:
		return nil, err
	case t.used:
		return nil, raise("RuntimeError", "%s has already been used once", text)
	case t.v != self:
		return nil, valueError("%s was created by a different ContextVar", text)
	case t.in != m.context():
		return nil, valueError("%s was created in a different Context", text)
	}
	t.used = true
	if t.old != nil {
		return None, t.in.own().set(m, t.v, t.old)
	}
	_, err = t.in.own().remove(m, t.v)
	return None, err
}

func (m *machine) shortReprOf(v Value) string {
	text, err := m.repr(v)
	if err != nil {
		return typeOf(v).name
	}
	return text
}

func setupToken(t *Type) {
	t.repr = func(m *machine, v Value) (string, error) {
		of := v.(*token)
		text, err := m.repr(of.v)
		used := ""
		if of.used {
			used = " used"
		}
		return "<Token" + used + " var=" + text + " at " + m.address(v) + ">", err
	}
	t.construct = func(*machine, *Type, args) (Value, error) {
		return nil, raise("RuntimeError", "Tokens can only be created by ContextVars")
	}
	t.computed("var", func(v Value) Value { return v.(*token).v })
	t.computed("old_value", func(v Value) Value {
		if old := v.(*token).old; old != nil {
			return old
		}
		return missingOld
	})
	t.attrs["MISSING"] = missingOld
}

func setupMissingToken(t *Type) {
	t.repr = func(*machine, Value) (string, error) { return "<Token.MISSING>", nil }
}

func setupContext(t *Type) {
	t.construct = func(_ *machine, _ *Type, a args) (Value, error) {
		if len(a.pos)+len(a.kw) > 0 {
			return nil, typeError("Context() does not accept any arguments")
		}
		return &contextObject{}, nil
	}
	all := func(v Value) *dict {
		if d := v.(*contextObject).vars; d != nil {
			return d
		}
		return newDict()
	}
	t.length = func(_ *machine, v Value) (int, error) { return all(v).live, nil }
	t.iter = func(_ *machine, v Value) (iterator, error) { return all(v).iter(keyIteratorType), nil }
	t.contains = func(m *machine, v, item Value) (bool, error) {
		if err := contextKey(item); err != nil {
			return false, err
		}
		found, err := v.(*contextObject).get(m, item)
		return found != nil, err
	}
	t.getItem = func(m *machine, v, key Value) (Value, error) {
		if err := contextKey(key); err != nil {
			return nil, err
		}
		found, err := v.(*contextObject).get(m, key)
		if found == nil && err == nil {
			return nil, keyError(key)
		}
		return found, err
	}
	view := func(t *Type) nativeFn {
		return func(m *machine, self Value, a args) (Value, error) {
			it := all(self).iter(t)
			return it, a.between("_contextvars.Context", 0, 0)
		}
	}
	t.methods(map[string]nativeFn{
		"run": runInContext, "keys": view(keyIteratorType), "values": view(valueIteratorType), "items": view(itemIteratorType),
		"copy": func(_ *machine, self Value, a args) (Value, error) {
			return self.(*contextObject).copy(), a.between("_contextvars.Context.copy", 0, 0)
		},
		"get": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("get", 1, 2); err != nil {
				return nil, err
			}
			if err := contextKey(a.pos[0]); err != nil {
				return nil, err
			}
			found, err := self.(*contextObject).get(m, a.pos[0])
			if found == nil && err == nil {
				return a.at(1, None), nil
			}
			return found, err
		},
	})
}

func contextKey(v Value) error {
	if _, ok := v.(*contextVar); !ok {
		return typeError("a ContextVar key was expected, got %s", reprForKey(v))
	}
	return nil
}

func reprForKey(v Value) string {
	if s, ok := v.(string); ok {
		return reprString(s)
	}
	return "<" + typeOf(v).name + " object>"
}

// runInContext mirrors context_run.
func runInContext(m *machine, self Value, a args) (Value, error) {
	c := self.(*contextObject)
	if len(a.pos) == 0 {
		return nil, typeError("run() missing 1 required positional argument")
	}
	if c.entered || c == m.context() {
		text, err := m.repr(c)
		if err != nil {
			return nil, err
		}
		return nil, raise("RuntimeError", "cannot enter context: %s is already entered", text)
	}
	c.entered = true
	v, err := m.callIn(c, a.pos[0], args{pos: a.pos[1:], kw: a.kw})
	c.entered = false
	return v, err
}
