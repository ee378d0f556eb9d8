package script

import (
	"loopscope/sched/script/syntax"
)

// A scope is a region of the program in which names mean one thing: a module,
// a function or lambda, or a comprehension. A comprehension has names of its
// own but no frame: its variables live in the frame that it runs in (PEP 709).
type scope struct {
	kind   scopeKind
	parent *scope
	vars   map[string]*variable
	order  []*variable // as they first came up
	uses   map[string]bool
	outer  map[string]scopeKind // names declared global (moduleScope) or nonlocal (functionScope)
	yields bool                 // a yield stands in it: its function makes generators

	// Of a scope that has a frame:
	slots int               // how many slots are used
	free  map[*variable]int // slot of each variable that an outer frame shares with it
	frees []*variable       // in the order of the closure
}

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	functionScope
	comprehensionScope
	classScope
)

// A variable is a name that a scope binds.
type variable struct {
	name  string
	owner *scope
	slot  int  // in the owner's frame
	cell  bool // an inner function shares it
}

// frame gives the scope in whose frame s runs.
func (s *scope) frame() *scope {
	for s.kind == comprehensionScope {
		s = s.parent
	}
	return s
}

// inFrame gives the scopes whose variables live in the frame of s.
func (r *resolver) inFrame(s *scope) []*scope {
	if r.frames == nil {
		r.frames = map[*scope][]*scope{}
		for _, inner := range r.scopes {
			r.frames[inner.frame()] = append(r.frames[inner.frame()], inner)
		}
	}
	return r.frames[s]
}

// A ref says how a name is reached from where it stands.
type ref struct {
	kind refKind
	slot int // of the frame, or the number of the global
}

type refKind uint8

const (
	globalRef refKind = iota
	localRef
	cellRef
)

// A resolver gives every scope of a program its variables.
type resolver struct {
	scopes   map[syntax.Node]*scope // of the module's node (nil), functions and comprehensions
	globals  map[string]int         // numbers of the globals
	names    []string               // the globals by number
	bound    map[string]bool        // names that are bound in some scope
	firsts   []string               // those names, as they first came up
	imported map[string]bool        // names that an import binds in the module
	lib      *library               // nil: the program is a script
	frames   map[*scope][]*scope    // the scopes that share a frame, by the one that has it; nil: not asked for yet

	namespaces bool // the program asks for its variables by name: globals()
	postponed  bool // annotations are not evaluated: from __future__ import annotations
}

// resolve mirrors Python/symtable.c in two walks: the first collects what each
// scope binds and uses, the second finds for each use whose variable it is.
func resolve(m *syntax.Module) *resolver {
	r := &resolver{scopes: map[syntax.Node]*scope{}, globals: map[string]int{}, bound: map[string]bool{}, imported: map[string]bool{},
		postponed: postponesAnnotations(m.Body)}
	top := r.newScope(moduleScope, nil, nil)
	c := &collector{r: r, scope: top}
	c.stmts(m.Body)
	for _, s := range c.made {
		s.layout()
	}
	for _, s := range append([]*scope{top}, c.made...) {
		for _, name := range namespaceNames {
			r.namespaces = r.namespaces || s.uses[name]
		}
		for name := range s.uses {
			r.find(s, name)
			if s.kind == classScope && s.vars[name] != nil {
				r.findOutside(s, name)
			}
		}
	}
	return r
}

func (r *resolver) newScope(kind scopeKind, parent *scope, node syntax.Node) *scope {
	s := &scope{kind: kind, parent: parent, vars: map[string]*variable{}, uses: map[string]bool{},
		outer: map[string]scopeKind{}, free: map[*variable]int{}}
	r.scopes[node] = s
	return s
}

// layout gives the variables of a scope their slots. Functions come before
// the comprehensions in them, so parameters have the first slots.
func (s *scope) layout() {
	f := s.frame()
	for _, v := range s.order {
		v.slot = f.slots
		f.slots++
	}
}

// global gives the number of a global name.
func (r *resolver) global(name string) int {
	n, ok := r.globals[name]
	if !ok {
		n = len(r.names)
		r.globals[name] = n
		r.names = append(r.names, name)
	}
	return n
}

// find says how a name is reached from scope s, and notes which frames have to
// share its variable.
func (r *resolver) find(s *scope, name string) ref {
	return r.findFrom(s, s, name)
}

// findOutside is find for a name that a class body does not bind itself yet.
func (r *resolver) findOutside(s *scope, name string) ref { return r.findFrom(s, s.parent, name) }

// findFrom looks for a name of scope s from another scope outwards. What a
// class body binds only the body itself sees.
func (r *resolver) findFrom(s, from *scope, name string) ref {
	for at := from; at.kind != moduleScope; at = at.parent {
		if at.kind == classScope && at != s {
			if name == classCell {
				return s.frame().reach(at.vars[classCell])
			}
			continue
		}
		if kind, declared := at.outer[name]; declared {
			if kind == moduleScope {
				break
			}
			continue
		}
		if v := at.vars[name]; v != nil {
			return s.frame().reach(v)
		}
	}
	return ref{globalRef, r.global(name)}
}

// reach gives frame f a way to a variable of its own or of an outer frame.
func (f *scope) reach(v *variable) ref {
	if v.owner.frame() == f {
		if v.cell {
			return ref{cellRef, v.slot}
		}
		return ref{localRef, v.slot}
	}
	v.cell = true
	if slot, ok := f.free[v]; ok {
		return ref{cellRef, slot}
	}
	f.parent.frame().reach(v)
	f.free[v] = f.slots
	f.frees = append(f.frees, v)
	f.slots++
	return ref{cellRef, f.free[v]}
}

// A collector walks the tree and notes what each scope binds and uses.
type collector struct {
	r     *resolver
	scope *scope
	made  []*scope // all but the module, an outer one before its inner ones
}

func (c *collector) bind(name string) {
	s := c.scope
	if !c.r.bound[name] {
		c.r.bound[name] = true
		c.r.firsts = append(c.r.firsts, name)
	}
	if _, declared := s.outer[name]; declared {
		s.uses[name] = true
		return
	}
	if s.vars[name] == nil && s.kind != moduleScope {
		v := &variable{name: name, owner: s}
		s.vars[name] = v
		s.order = append(s.order, v)
	}
	s.uses[name] = true
}

// bindOutside binds the target of := in a comprehension, which belongs to the
// function around it.
func (c *collector) bindOutside(name string) {
	inner := c.scope
	for c.scope.kind == comprehensionScope || c.scope.vars[firstIterator] != nil {
		c.scope = c.scope.parent
	}
	c.bind(name)
	c.scope = inner
	inner.uses[name] = true
}

// inner walks the part of the tree that is a scope of its own.
func (c *collector) inner(kind scopeKind, node syntax.Node, walk func()) *scope {
	outer := c.scope
	c.scope = c.r.newScope(kind, outer, node)
	c.made = append(c.made, c.scope)
	walk()
	s := c.scope
	c.scope = outer
	return s
}

// function walks a def or a lambda: what is evaluated outside, then the body.
func (c *collector) function(node syntax.Node, a *syntax.Arguments, body func()) {
	for _, d := range a.Defaults {
		c.expr(d)
	}
	for _, d := range a.KwDefaults {
		c.expr(d)
	}
	c.inner(functionScope, node, func() {
		for _, p := range parameters(a) {
			c.bind(p.Name)
		}
		// Declarations hold for the whole function.
		if def, ok := node.(*syntax.FunctionDef); ok {
			declared(def.Body, c.scope.outer)
		}
		body()
	})
}

// parameters gives the parameters in the order of a frame's slots.
func parameters(a *syntax.Arguments) []*syntax.Arg {
	var all []*syntax.Arg
	all = append(append(append(all, a.PosOnly...), a.Args...), a.KwOnly...)
	if a.Vararg != nil {
		all = append(all, a.Vararg)
	}
	if a.Kwarg != nil {
		all = append(all, a.Kwarg)
	}
	return all
}

// declared finds the global and nonlocal statements of a body.
func declared(body []syntax.Stmt, into map[string]scopeKind) {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.Global:
			for _, n := range s.Names {
				into[n] = moduleScope
			}
		case *syntax.Nonlocal:
			for _, n := range s.Names {
				into[n] = functionScope
			}
		}
		for _, block := range blocks(s) {
			declared(block, into)
		}
	}
}

// blocks gives the statements within a statement that belong to its scope.
func blocks(s syntax.Stmt) [][]syntax.Stmt {
	switch s := s.(type) {
	case *syntax.If:
		return [][]syntax.Stmt{s.Body, s.Else}
	case *syntax.For:
		return [][]syntax.Stmt{s.Body, s.Else}
	case *syntax.While:
		return [][]syntax.Stmt{s.Body, s.Else}
	case *syntax.With:
		return [][]syntax.Stmt{s.Body}
	case *syntax.Try:
		all := [][]syntax.Stmt{s.Body, s.Else, s.Finally}
		for _, h := range s.Handlers {
			all = append(all, h.Body)
		}
		return all
	case *syntax.Match:
		var all [][]syntax.Stmt
		for _, k := range s.Cases {
			all = append(all, k.Body)
		}
		return all
	}
	return nil
}
