package script

import (
	"slices"

	"loopscope/sched/script/syntax"
)

const (
	// classCell is the name by which methods reach the class they stand in.
	classCell = "__class__"

	// classNamespace is the variable of a class body that holds what the body
	// has bound; no script can name it.
	classNamespace = ".namespace"
)

// classDef compiles a class statement: its body is a frame of its own, whose
// variables become the attributes.
func (c *compiler) classDef(s *syntax.ClassDef) execFn {
	decorators, bases := c.exprs(s.Decorators), c.items(s.Bases, (*machine).collectHinted)
	keywords := make([]evalFn, len(s.Keywords))
	for i, k := range s.Keywords {
		keywords[i] = c.expr(k.Value)
	}
	build := c.function(s, s.Name, &syntax.Arguments{}, false, func(inner *compiler) execFn {
		inner.qual = inner.code.qualname + "."
		return inner.classBlock(s)
	})
	build.code.line = int32(s.Where().Pos.Line)
	if len(s.Decorators) > 0 {
		build.code.line = int32(s.Decorators[0].Where().Pos.Line)
	}
	doc := docstring(s.Body)
	scope := c.r.scopes[s]
	module := ""
	if c.r.lib != nil {
		module = c.r.lib.name
	}
	lines := make([]int32, len(s.Decorators))
	for i, d := range s.Decorators {
		lines[i] = int32(d.Where().Pos.Line)
	}
	store, line := c.storeDefined(s, s.Name), int32(s.Where().Pos.Line)
	return func(fr *frame) (signal, error) {
		wraps, err := fr.evaluate(decorators)
		if err != nil {
			return goOn, err
		}
		body := &classBody{name: s.Name, qualname: build.code.qualname, module: module, line: build.code.line, attrs: map[string]Value{}}
		if body.bases, err = bases(fr); err != nil {
			return goOn, err
		}
		for i, eval := range keywords {
			v, err := eval(fr)
			if err != nil {
				return goOn, err
			}
			body.kw = append(body.kw, kwarg{s.Keywords[i].Name, v})
		}
		body.set("__doc__", doc)
		made, err := fr.runClass(build, scope, body)
		for i := len(wraps) - 1; i >= 0 && err == nil; i-- {
			fr.line = line
			if t := fr.m.lines; t != nil {
				t.reach(fr, lines[i])
			}
			made, err = fr.m.call(wraps[i], positional(made))
		}
		if err != nil {
			return goOn, err
		}
		return goOn, store(fr, made)
	}
}

func (b *classBody) set(name string, v Value) {
	b.names = append(b.names, name)
	b.attrs[name] = v
}

// bind is an assignment in the body; v nil: del.
func (b *classBody) bind(fr *frame, name string, slot int, v Value) error {
	if b.assign != nil && v != nil {
		var err error
		if v, err = b.assign(fr.m, b, name, v); err != nil {
			return err
		}
	}
	switch {
	case v == nil:
		b.names = slices.DeleteFunc(b.names, func(n string) bool { return n == name })
	case fr.slots[slot] == nil && b.attrs[name] == nil:
		b.names = append(b.names, name)
	}
	fr.slots[slot] = v
	return nil
}

// annotate notes an annotation of the body.
func (b *classBody) annotate(name string, v Value) {
	if b.notes == nil {
		b.notes = newDict()
	}
	b.notes.put(name, v)
}

// storeInClass compiles the store of a name that a class body binds.
func (c *compiler) storeInClass(name string, slot int) storeFn {
	namespace := c.scope.vars[classNamespace].slot
	return func(fr *frame, v Value) error {
		if b, ok := fr.slots[namespace].(*classBody); ok {
			return b.bind(fr, name, slot, v)
		}
		fr.slots[slot] = v
		return nil
	}
}

// runClass runs the body of a class and makes the class of what it has bound.
func (fr *frame) runClass(build *maker, scope *scope, body *classBody) (Value, error) {
	m := fr.m
	if err := m.prepare(body); err != nil {
		return nil, err
	}
	made, err := build.make(fr)
	if err != nil {
		return nil, err
	}
	inner, err := m.enter(made.(*function))
	if err != nil {
		return nil, err
	}
	inner.prepare()
	inner.slots[scope.vars[classNamespace].slot] = body
	if _, err := inner.run(); err != nil {
		return nil, err
	}
	self, _ := inner.slots[scope.vars[classCell].slot].(*cell)
	for _, name := range body.names {
		if v := scope.vars[name]; v != nil {
			body.attrs[name] = inner.slots[v.slot]
		}
	}
	if body.notes != nil {
		body.set("__annotations__", body.notes)
	}
	m.recycle(inner)
	if body.meta != nil && body.meta.user != nil {
		return m.createSpecial(body, self, build.code.line)
	}
	return m.create(body, self)
}

// loadClassName is the load of a name that a class body binds: what is not
// bound yet is looked for outside.
func (c *compiler) loadClassName(v *variable) evalFn {
	slot, outside := v.slot, c.load(c.r.findOutside(c.scope, v.name), v.name)
	return func(fr *frame) (Value, error) {
		if v := fr.slots[slot]; v != nil {
			return v, nil
		}
		return outside(fr)
	}
}

// loadGivenName is the load of a name that a class body has from the start.
func (c *compiler) loadGivenName(name string) evalFn {
	bound, namespace := c.scope.vars[name], c.scope.vars[classNamespace].slot
	return func(fr *frame) (Value, error) {
		if bound != nil && fr.slots[bound.slot] != nil {
			return fr.slots[bound.slot], nil
		}
		b := fr.slots[namespace].(*classBody)
		if name == "__qualname__" {
			return b.qualname, nil
		}
		return b.moduleText(), nil
	}
}

// superCall compiles super() without arguments, which takes the class from
// around the method and the object from its first parameter.
func (c *compiler) superCall(e *syntax.Call) evalFn {
	fn, line := c.expr(e.Func), int32(e.Where().Pos.Line)
	cls := c.load(c.r.find(c.scope, classCell), classCell)
	inClass := c.r.find(c.scope, classCell).kind == cellRef
	params := len(c.code.sig.params)
	return func(fr *frame) (Value, error) {
		f, err := fn(fr)
		if err != nil {
			return nil, err
		}
		fr.line = line
		if f != Value(superType) {
			return fr.m.call(f, args{})
		}
		switch {
		case params == 0:
			return nil, raise("RuntimeError", "super(): no arguments")
		case !inClass:
			return nil, raise("RuntimeError", "super(): __class__ cell not found")
		}
		t, err := cls(fr)
		if err != nil {
			return nil, raise("RuntimeError", "super(): empty __class__ cell")
		}
		self := fr.slots[0]
		if shared, ok := self.(*cell); ok {
			self = shared.v
		}
		if self == nil {
			return nil, raise("RuntimeError", "super(): arg[0] deleted")
		}
		return newSuper(t.(*Type), self)
	}
}
