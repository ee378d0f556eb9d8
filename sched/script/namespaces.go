package script

import (
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// This file is globals(), locals() and vars() without an argument. The names of
// a program are numbers here, so none of them is a function: each call is
// compiled where it stands, and globals() only where what it gives is used at
// once, since it is a copy.

// globalsType is the type of what globals() gives: a dict that stores into the
// module's variables.
var globalsType = subtype("dict", dictType)

func setupGlobals(t *Type) {
	t.thin = true
	base := t.setItem
	t.setItem = func(m *machine, v, key, item Value) error {
		if name, ok := key.(string); ok {
			if err := m.setGlobal(name, item); err != nil {
				return err
			}
		}
		return base(m, v, key, item)
	}
}

// setGlobal sets a variable of the module by its name; item nil: del, which the
// dict itself checks.
func (m *machine) setGlobal(name string, item Value) error {
	if i := slices.Index(m.names, name); i >= 0 {
		old := m.globals[i]
		m.noteGlobal(i, item)
		m.globals[i] = item
		if m.cleaning != 0 && old != nil && old != item {
			return m.letGo(old)
		}
		return nil
	}
	if m.unnamed == nil {
		m.unnamed = newDict()
	}
	if item == nil {
		_, err := m.unnamed.remove(m, name)
		return err
	}
	m.unnamed.put(name, item)
	return nil
}

// noteGlobal keeps the order in which the module's variables came up.
func (m *machine) noteGlobal(slot int, item Value) {
	switch {
	case item == nil:
		m.globalOrder = slices.DeleteFunc(m.globalOrder, func(i int) bool { return i == slot })
	case m.globals[slot] == nil:
		m.globalOrder = append(m.globalOrder, slot)
	}
}

// globalsNow is globals().
func (m *machine) globalsNow() (*dict, error) {
	d := &dict{heir: &heir{cls: globalsType}}
	d.put("__name__", "__main__")
	d.put("__file__", m.listing.Name)
	for _, i := range m.globalOrder {
		d.put(m.names[i], m.globals[i])
	}
	if m.unnamed != nil {
		for _, e := range m.unnamed.entries {
			if e.key != nil {
				d.put(e.key.(string), e.value)
			}
		}
	}
	return d, anyError(m.charge(objectSize*d.live), m.spend(d.live))
}

// namespaceNames are the builtins that give variables.
var namespaceNames = []string{"globals", "locals", "vars"}

// namespaceCall gives the name of the function if a call is one of globals(),
// locals() and vars(); "" otherwise.
func (r *resolver) namespaceCall(e syntax.Expr) string {
	call, ok := e.(*syntax.Call)
	if !ok || len(call.Args)+len(call.Keywords) > 0 {
		return ""
	}
	name, ok := call.Func.(*syntax.Name)
	if !ok || r.bound[name.ID] || !slices.Contains(namespaceNames, name.ID) {
		return ""
	}
	return name.ID
}

// namespace compiles a call of globals(), locals() or vars().
func (c *compiler) namespace(which string) evalFn {
	switch {
	case which == "globals" || c.scope.kind == moduleScope:
		return func(fr *frame) (Value, error) { return fr.m.globalsNow() }
	case c.scope.kind != functionScope:
		return func(*frame) (Value, error) {
			return nil, unsupported("%s() in a class or a comprehension is", which)
		}
	}
	s := c.scope
	return func(fr *frame) (Value, error) {
		d := newDict()
		for _, l := range s.localSlots() {
			v := fr.slots[l.slot]
			if shared, ok := v.(*cell); ok {
				v = shared.v
			}
			if v != nil {
				d.put(l.name, v)
			}
		}
		return d, anyError(fr.m.charge(objectSize*d.live), fr.m.spend(d.live))
	}
}

// A localSlot is where a frame has a variable.
type localSlot struct {
	name string
	slot int
}

// localSlots gives the variables of a function in CPython's order: its own, in
// the order in which they came up, those that inner functions share, and those
// of outer functions, by name.
func (s *scope) localSlots() (all []localSlot) {
	var shared, free []localSlot
	for _, v := range s.order {
		switch l := (localSlot{v.name, v.slot}); {
		case strings.HasPrefix(v.name, "."):
		case v.cell:
			shared = append(shared, l)
		default:
			all = append(all, l)
		}
	}
	for _, v := range s.frees {
		free = append(free, localSlot{v.name, s.free[v]})
	}
	byName := func(a, b localSlot) int { return strings.Compare(a.name, b.name) }
	slices.SortFunc(shared, byName)
	slices.SortFunc(free, byName)
	return append(append(all, shared...), free...)
}

// passingOn are functions and methods that use a dict at once and keep nothing
// of it but what it holds.
var passingOn = []string{"sorted", "list", "dict", "set", "tuple", "enumerate", "filter", "any", "all", "format_map", "substitute", "safe_substitute", "join", "update"}

// namespaceUses finds the calls of globals(), and of locals() in the module,
// that are used at once.
func (w *refusals) namespaceUses(e syntax.Expr) {
	allow := func(of syntax.Expr) {
		if w.r.namespaceCall(of) != "" {
			w.atOnce[of.(*syntax.Call).Func] = true
		}
	}
	switch e := e.(type) {
	case *syntax.Subscript:
		allow(e.Value)
	case *syntax.Attribute:
		if slices.Contains([]string{"get", "items", "keys", "values", "copy"}, e.Attr) {
			allow(e.Value)
		}
	case *syntax.Compare:
		for i, op := range e.Ops {
			if op == syntax.In || op == syntax.NotIn {
				allow(e.Comparators[i])
			}
		}
	case *syntax.BinOp:
		if e.Op == syntax.Mod {
			allow(e.Right)
		}
	case *syntax.Call:
		w.namespaceArguments(e, allow)
	case *syntax.Dict:
		for i, key := range e.Keys {
			if key == nil {
				allow(e.Values[i])
			}
		}
	case *syntax.ListComp:
		w.allowIterables(e.Generators, allow)
	case *syntax.SetComp:
		w.allowIterables(e.Generators, allow)
	case *syntax.DictComp:
		w.allowIterables(e.Generators, allow)
	case *syntax.GeneratorExp:
		w.allowIterables(e.Generators, allow)
	}
}

// namespacesOfFunctions allows locals() and vars() in functions, where each call
// gives a dict of its own.
func (w *refusals) namespacesOfFunctions() {
	allow := func(e syntax.Expr) {
		if which := w.r.namespaceCall(e); which == "locals" || which == "vars" {
			w.atOnce[e.(*syntax.Call).Func] = true
		}
	}
	for node := range w.r.scopes {
		switch node := node.(type) {
		case *syntax.FunctionDef:
			walkStmts(node.Body, func(syntax.Stmt) {}, allow)
		case *syntax.Lambda:
			walkExpr(node.Body, allow)
		}
	}
}

func (w *refusals) allowIterables(gens []*syntax.Comprehension, allow func(syntax.Expr)) {
	for _, g := range gens {
		allow(g.Iter)
	}
}

// namespaceArguments allows what a call only looks through.
func (w *refusals) namespaceArguments(e *syntax.Call, allow func(syntax.Expr)) {
	name := ""
	switch f := e.Func.(type) {
	case *syntax.Name:
		if !w.r.bound[f.ID] {
			name = f.ID
		}
	case *syntax.Attribute:
		name = f.Attr
	}
	if slices.Contains(passingOn, name) {
		for _, a := range e.Args {
			allow(a)
		}
	}
	for _, k := range e.Keywords {
		if k.Name == "" {
			allow(k.Value)
		}
	}
}
