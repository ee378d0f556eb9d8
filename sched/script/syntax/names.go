package syntax

import "strings"

// A nameTable is what the pass over names found out about the module and the
// next pass wants to know.
type nameTable struct {
	generators map[*FunctionDef]bool // functions with a yield of their own
	coroutines map[Expr]bool         // comprehensions that await
}

// A use is how a name occurs in a scope. A name may have several.
type use uint16

const (
	declGlobal use = 1 << iota
	declNonlocal
	local
	imported
	param
	read
	annotated
	iterated // the target of a comprehension
)

// A scope is a block with names of its own (a symtable entry of CPython).
type scope struct {
	kind      scopeKind
	outer     *scope
	names     map[string]use
	order     []string // names as they came up
	inner     []*scope
	declared  []declaration
	generator bool
	coroutine bool
	inIter    int    // depth within the iterables of a comprehension
	inTarget  bool   // within a comprehension's target
	what      string // of a comprehension, in messages
	bars      string // why no yield, await or := may stand here; empty if they may
}

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	comprehensionScope
)

// A declaration is a global or nonlocal statement, or what works like one.
type declaration struct {
	name string
	at   Span
}

// A namer walks the module once and collects the uses of names
// (Python/symtable.c).
type namer struct {
	table  *nameTable
	scope  *scope
	class  string // the innermost class, for private names
	future bool   // annotations are not evaluated
	height int    // expressions around the current one
}

// checkNames finds contradictions in how names are declared.
func checkNames(m *Module) *nameTable {
	n := namer{
		table: &nameTable{generators: map[*FunctionDef]bool{}, coroutines: map[Expr]bool{}},
		scope: &scope{names: map[string]use{}},
	}
	for _, s := range m.Body {
		if imp, ok := s.(*ImportFrom); ok && isFuture(imp) {
			for _, a := range imp.Names {
				n.future = n.future || a.Name == "annotations"
			}
		}
	}
	n.body(m.Body)
	n.scope.resolve()
	return n.table
}

// enter walks a block with a scope of its own.
func (n *namer) enter(kind scopeKind, walk func()) *scope {
	outer := n.scope
	s := &scope{kind: kind, outer: outer, names: map[string]use{}, inIter: outer.inIter}
	outer.inner = append(outer.inner, s)
	n.scope = s
	walk()
	n.scope = outer
	return s
}

func (s *scope) add(name string, u use) {
	if _, known := s.names[name]; !known {
		s.order = append(s.order, name)
	}
	s.names[name] |= u
}

// mangle returns what a private name is called outside its class (_Py_Mangle).
func (n *namer) mangle(name string) string {
	class := strings.TrimLeft(n.class, "_")
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") {
		return name
	}
	return "_" + class + name
}

// bind notes that a name is assigned here.
func (n *namer) bind(name string, at Span) {
	if name == "" {
		return
	}
	name = n.mangle(name)
	s := n.scope
	u := local
	if s.inTarget {
		if s.names[name]&(declGlobal|declNonlocal) != 0 {
			reject(at, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		u |= iterated
	}
	s.add(name, u)
}

func (n *namer) body(list []Stmt) {
	for _, s := range list {
		n.stmt(s)
	}
}

func (n *namer) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		n.functionDef(s)
	case *ClassDef:
		n.classDef(s)
	case *TypeAlias:
		n.expr(s.Name)
		n.generic(s.TypeParams, func() { n.barred("cannot be used within a type alias", s.Value) })
	case *AnnAssign:
		n.annAssign(s)
	case *Global:
		n.declare(s.Names, s.Span, declGlobal)
	case *Nonlocal:
		n.declare(s.Names, s.Span, declNonlocal)
	case *Import:
		n.aliases(s.Names)
	case *ImportFrom:
		n.aliases(s.Names)
	case *For, *While, *If, *With, *Try, *Match:
		n.compound(s)
	default:
		eachStmtExpr(s, n.expr)
	}
}

func (n *namer) compound(s Stmt) {
	switch s := s.(type) {
	case *For:
		n.exprs(s.Target, s.Iter)
		n.body(s.Body)
		n.body(s.Else)
	case *While:
		n.expr(s.Test)
		n.body(s.Body)
		n.body(s.Else)
	case *If:
		n.expr(s.Test)
		n.body(s.Body)
		n.body(s.Else)
	case *With:
		for _, item := range s.Items {
			n.exprs(item.Context, item.Vars)
		}
		n.body(s.Body)
	case *Try:
		n.body(s.Body)
		for _, h := range s.Handlers {
			n.exprs(h.Type)
			n.bind(h.Name, h.Span)
			n.body(h.Body)
		}
		n.body(s.Else)
		n.body(s.Finally)
	case *Match:
		n.expr(s.Subject)
		for _, mc := range s.Cases {
			n.pattern(mc.Pattern)
			n.exprs(mc.Guard)
			n.body(mc.Body)
		}
	}
}

func (n *namer) functionDef(f *FunctionDef) {
	n.bind(f.Name, f.Span)
	n.exprs(f.Args.Defaults...)
	n.exprs(f.Args.KwDefaults...)
	n.exprs(f.Decorators...)
	n.generic(f.TypeParams, func() {
		n.annotations(f)
		s := n.enter(functionScope, func() {
			n.scope.coroutine = f.Async
			n.parameters(f.Args)
			n.body(f.Body)
		})
		n.table.generators[f] = s.generator
	})
}

func (n *namer) classDef(c *ClassDef) {
	n.bind(c.Name, c.Span)
	n.exprs(c.Decorators...)
	n.generic(c.TypeParams, func() {
		n.exprs(c.Bases...)
		for _, k := range c.Keywords {
			n.expr(k.Value)
		}
		outer := n.class
		n.class = c.Name
		n.enter(classScope, func() { n.body(c.Body) })
		n.class = outer
	})
}

// generic walks what type parameters are visible in.
func (n *namer) generic(params []*TypeParam, walk func()) {
	if len(params) == 0 {
		walk()
		return
	}
	n.enter(functionScope, func() {
		for i, t := range params {
			if i > 0 && t.Default == nil && params[i-1].Default != nil {
				reject(t.Span, "non-default type parameter '%s' follows default type parameter", t.Name)
			}
			if n.scope.names[t.Name]&local != 0 {
				reject(t.Span, "duplicate type parameter '%s'", t.Name)
			}
			n.bind(t.Name, t.Span)
			n.typeParam(t)
		}
		n.scope.bars = "cannot be used within the definition of a generic"
		walk()
	})
}

func (n *namer) typeParam(t *TypeParam) {
	kind := []string{"TypeVar", "TypeVarTuple", "ParamSpec"}[t.Kind]
	if _, tuple := t.Bound.(*Tuple); tuple {
		n.barred("cannot be used within a TypeVar constraint", t.Bound)
	} else if t.Bound != nil {
		n.barred("cannot be used within a TypeVar bound", t.Bound)
	}
	if t.Default != nil {
		n.barred("cannot be used within a "+kind+" default", t.Default)
	}
}

// barred walks an expression that is evaluated later, or never.
func (n *namer) barred(why string, e Expr) {
	n.enter(functionScope, func() {
		n.scope.bars = why
		n.expr(e)
	})
}

func (n *namer) annotations(f *FunctionDef) {
	for _, a := range f.Args.all() {
		n.annotation(a.Annotation)
	}
	n.annotation(f.Returns)
}

// annotation is evaluated like any expression, unless the module asked for
// annotations to be kept as they are.
func (n *namer) annotation(e Expr) {
	if e == nil {
		return
	}
	if n.future {
		n.barred("cannot be used within an annotation", e)
		return
	}
	n.expr(e)
}

func (n *namer) parameters(a *Arguments) {
	for _, arg := range a.all() {
		if n.scope.names[n.mangle(arg.Name)]&param != 0 {
			reject(arg.Span, "duplicate argument '%s' in function definition", arg.Name)
		}
		n.scope.add(n.mangle(arg.Name), param)
	}
}

func (n *namer) annAssign(s *AnnAssign) {
	name, isName := s.Target.(*Name)
	if !isName {
		n.expr(s.Target)
	} else {
		declared := n.scope.names[n.mangle(name.ID)] & (declGlobal | declNonlocal)
		if s.Simple && declared != 0 && n.scope.kind != moduleScope {
			what := "nonlocal"
			if declared&declGlobal != 0 {
				what = "global"
			}
			reject(s.Span, "annotated name '%s' can't be %s", name.ID, what)
		}
		if s.Simple {
			n.scope.add(n.mangle(name.ID), annotated|local)
		} else if s.Value != nil {
			n.scope.add(n.mangle(name.ID), local)
		}
	}
	n.annotation(s.Annotation)
	n.exprs(s.Value)
}

// declare is global or nonlocal, which must come before any use.
func (n *namer) declare(names []string, at Span, u use) {
	what := "nonlocal"
	if u == declGlobal {
		what = "global"
	}
	for _, name := range names {
		name = n.mangle(name)
		seen := n.scope.names[name]
		switch {
		case seen&param != 0:
			reject(at, "name '%s' is parameter and %s", name, what)
		case seen&read != 0:
			reject(at, "name '%s' is used prior to %s declaration", name, what)
		case seen&annotated != 0:
			reject(at, "annotated name '%s' can't be %s", name, what)
		case seen&local != 0:
			reject(at, "name '%s' is assigned to before %s declaration", name, what)
		}
		n.scope.add(name, u)
		n.scope.declared = append(n.scope.declared, declaration{name, at})
	}
}

func (n *namer) aliases(list []*Alias) {
	for _, a := range list {
		if a.Name == "*" {
			if n.scope.kind != moduleScope {
				reject(a.Span, "import * only allowed at module level")
			}
			continue
		}
		n.scope.add(n.mangle(a.boundName()), imported)
	}
}

// boundName is the name that an import binds: of a dotted one, the first part.
func (a *Alias) boundName() string {
	if a.AsName != "" {
		return a.AsName
	}
	name, _, _ := strings.Cut(a.Name, ".")
	return name
}

func (n *namer) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		n.expr(p.Value)
	case *MatchSequence:
		n.patterns(p.Patterns)
	case *MatchMapping:
		n.exprs(p.Keys...)
		n.patterns(p.Patterns)
		n.bind(p.Rest, p.Span)
	case *MatchClass:
		n.expr(p.Cls)
		n.patterns(p.Patterns)
		n.patterns(p.KwdPatterns)
	case *MatchStar:
		n.bind(p.Name, p.Span)
	case *MatchAs:
		if p.Pattern != nil {
			n.pattern(p.Pattern)
		}
		n.bind(p.Name, p.Span)
	case *MatchOr:
		n.patterns(p.Patterns)
	}
}

func (n *namer) patterns(list []Pattern) {
	for _, p := range list {
		n.pattern(p)
	}
}
