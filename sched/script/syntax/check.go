package syntax

import (
	"fmt"
	"slices"
)

// check finds what parses and still does not compile, in the order in which
// CPython does: the __future__ imports (Python/future.c), the names of the
// whole module (Python/symtable.c), then everything else (Python/compile.c).
func check(m *Module) (err *Error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			err = r
		default:
			panic(r)
		}
	}()
	checkFuture(m)
	names := checkNames(m)
	c := compiler{names: names, unit: &unit{}, future: true}
	c.body(m.Body)
	return nil
}

// reject ends the check with an error over a span.
func reject(s Span, format string, args ...any) {
	panic(spanError(s, fmt.Sprintf(format, args...)))
}

var futureFeatures = map[string]bool{
	"nested_scopes": true, "generators": true, "division": true, "absolute_import": true,
	"with_statement": true, "print_function": true, "unicode_literals": true,
	"barry_as_FLUFL": true, "generator_stop": true, "annotations": true,
}

// checkFuture looks at the imports of features at the top of the module.
func checkFuture(m *Module) {
	for i, s := range m.Body {
		imp, ok := s.(*ImportFrom)
		if !ok || !isFuture(imp) {
			if i == 0 && isString(s) {
				continue
			}
			return
		}
		for _, a := range imp.Names {
			if futureFeatures[a.Name] {
				continue
			}
			msg := "future feature " + a.Name + " is not defined"
			if a.Name == "braces" {
				msg = "not a chance"
			}
			e := spanError(imp.Span, msg)
			e.EndLine, e.EndCol = 0, -1
			panic(e)
		}
	}
}

func isFuture(s *ImportFrom) bool { return s.Module == "__future__" && s.Level == 0 }

// isString tells whether s is a docstring, where one may stand.
func isString(s Stmt) bool {
	e, ok := s.(*ExprStmt)
	if !ok {
		return false
	}
	c, ok := e.Value.(*Constant)
	return ok && c.Kind == Str
}

// A unitKind is a piece of program that is compiled on its own.
type unitKind uint8

const (
	moduleUnit unitKind = iota
	classUnit
	functionUnit
	asyncUnit
	comprehensionUnit
)

// A unit is what return, break, await and yield ask about.
type unit struct {
	kind      unitKind
	generator bool
	blocks    []blockKind // open statements around the current one
}

// A blockKind is an entry of CPython's stack of frame blocks.
type blockKind uint8

const (
	plainBlock blockKind = iota
	loopBlock
	starBlock // the handlers of except*
)

// maxBlocks is CO_MAXBLOCKS of CPython.
const maxBlocks = 21

// A compiler is the pass over everything that is not about names.
type compiler struct {
	names  *nameTable
	unit   *unit
	future bool // __future__ imports may still come
	cases  patternState
}

// within checks a body inside of blocks.
func (c *compiler) within(at Span, body []Stmt, kinds ...blockKind) {
	u := c.unit
	n := len(u.blocks)
	for _, k := range kinds {
		u.push(at, k)
	}
	c.body(body)
	u.blocks = u.blocks[:n]
}

// push opens a block.
func (u *unit) push(at Span, k blockKind) {
	if u.blocks = append(u.blocks, k); len(u.blocks) > maxBlocks {
		reject(at, "too many statically nested blocks")
	}
}

// inside checks a piece that is a unit of its own.
func (c *compiler) inside(u *unit, piece func()) {
	outer := c.unit
	c.unit = u
	piece()
	c.unit = outer
}

func (c *compiler) body(list []Stmt) {
	for i, s := range list {
		imp, ok := s.(*ImportFrom)
		future := ok && isFuture(imp)
		if future && !c.future {
			reject(imp.Span, "from __future__ imports must occur at the beginning of the file")
		}
		c.future = c.future && (future || i == 0 && isString(s))
		c.stmt(s)
	}
}

// inFunction tells whether the current unit is a function of some kind.
func (c *compiler) inFunction() bool { return c.unit.kind >= functionUnit }

func (c *compiler) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		c.functionDef(s)
		return
	case *ClassDef:
		c.classDef(s)
		return
	case *Return:
		c.returnStmt(s)
	case *Break:
		c.leaveLoop(s.Span, "'break' outside loop")
	case *Continue:
		c.leaveLoop(s.Span, "'continue' not properly in loop")
	case *For:
		if s.Async {
			c.asyncOnly(s.Span, "'async for'")
		}
	case *With:
		if s.Async {
			c.asyncOnly(s.Span, "'async with'")
		}
	case *Import:
		for _, a := range s.Names {
			c.notDebug(s.Span, a.boundName(), Store)
		}
	case *ImportFrom:
		for _, a := range s.Names {
			c.notDebug(s.Span, a.boundName(), Store)
		}
	case *Try:
		c.tryStmt(s)
		return
	case *Match:
		c.matchStmt(s)
		return
	case *AnnAssign:
		if name, ok := s.Target.(*Name); ok {
			c.notDebug(s.Span, name.ID, Store)
		}
	case *Assign:
		c.expr(s.Value)
		for _, t := range s.Targets {
			c.target(t)
		}
		return
	}
	c.parts(s)
}

// parts checks the expressions of a statement and what stands below it.
func (c *compiler) parts(s Stmt) {
	switch s := s.(type) {
	case *For:
		c.expr(s.Iter)
		c.target(s.Target)
		c.within(s.Span, s.Body, loopBlock)
		c.body(s.Else)
	case *While:
		c.expr(s.Test)
		c.within(s.Span, s.Body, loopBlock)
		c.body(s.Else)
	case *With:
		n := len(c.unit.blocks)
		for _, item := range s.Items {
			c.expr(item.Context)
			c.unit.push(item.Context.Where(), plainBlock)
			if item.Vars != nil {
				c.target(item.Vars)
			}
		}
		c.body(s.Body)
		c.unit.blocks = c.unit.blocks[:n]
	case *If:
		c.expr(s.Test)
		c.body(s.Body)
		c.body(s.Else)
	default:
		eachStmtExpr(s, c.expr)
	}
}

func (c *compiler) functionDef(f *FunctionDef) {
	c.exprs(f.Decorators)
	c.parameters(f.Args)
	if f.Returns != nil {
		c.expr(f.Returns)
	}
	c.notDebug(f.Span, f.Name, Store)
	kind := functionUnit
	if f.Async {
		kind = asyncUnit
	}
	u := &unit{kind: kind, generator: c.names.generators[f]}
	if f.Async || u.generator {
		u.blocks = []blockKind{plainBlock} // in which StopIteration is caught
	}
	c.inside(u, func() { c.body(f.Body) })
}

// parameters checks defaults and annotations, which belong to the outside.
func (c *compiler) parameters(a *Arguments) {
	c.exprs(a.Defaults)
	c.exprs(a.KwDefaults)
	for _, arg := range a.all() {
		c.notDebug(arg.Span, arg.Name, Store)
		if arg.Annotation == nil {
			continue
		}
		if s, ok := arg.Annotation.(*Starred); ok {
			c.expr(s.Value)
			continue
		}
		c.expr(arg.Annotation)
	}
}

// all returns every parameter, those with a star last.
func (a *Arguments) all() []*Arg {
	list := append(append(append([]*Arg{}, a.PosOnly...), a.Args...), a.KwOnly...)
	if a.Vararg != nil {
		list = append(list, a.Vararg)
	}
	if a.Kwarg != nil {
		list = append(list, a.Kwarg)
	}
	return list
}

func (c *compiler) classDef(d *ClassDef) {
	c.exprs(d.Decorators)
	c.inside(&unit{kind: classUnit}, func() { c.body(d.Body) })
	c.arguments(d.Bases, d.Keywords)
	c.notDebug(d.Span, d.Name, Store)
}

func (c *compiler) returnStmt(s *Return) {
	switch {
	case !c.inFunction():
		reject(s.Span, "'return' outside function")
	case s.Value != nil && c.unit.kind == asyncUnit && c.unit.generator:
		reject(s.Span, "'return' with value in async generator")
	}
	at := s.Span
	if v, ok := s.Value.(*Constant); ok && v.Pos.Line == s.Pos.Line {
		at = v.Span
	}
	if slices.Contains(c.unit.blocks, starBlock) {
		rejectInStar(at)
	}
}

func rejectInStar(s Span) {
	reject(s, "'break', 'continue' and 'return' cannot appear in an except* block")
}

// leaveLoop is break or continue.
func (c *compiler) leaveLoop(s Span, msg string) {
	for i := len(c.unit.blocks) - 1; i >= 0; i-- {
		switch c.unit.blocks[i] {
		case loopBlock:
			return
		case starBlock:
			rejectInStar(s)
		}
	}
	reject(s, "%s", msg)
}

func (c *compiler) asyncOnly(s Span, what string) {
	if c.unit.kind != asyncUnit {
		reject(s, "%s outside async function", what)
	}
}

func (c *compiler) tryStmt(s *Try) {
	outer := []blockKind{}
	if s.Finally != nil {
		outer = append(outer, plainBlock)
	}
	inner := outer[:len(outer):len(outer)]
	if len(s.Handlers) > 0 {
		inner = append(inner, plainBlock)
	}
	c.within(s.Span, s.Body, inner...)
	handler := append(inner[:len(inner):len(inner)], plainBlock)
	if s.Star {
		handler[len(outer)] = starBlock
	}
	for i, h := range s.Handlers {
		if h.Type == nil && i < len(s.Handlers)-1 {
			reject(h.Span, "default 'except:' must be last")
		}
		if h.Type != nil {
			c.expr(h.Type)
		}
		c.notDebug(h.Span, h.Name, Store)
		c.within(h.Span, h.Body, handler...)
	}
	c.within(s.Span, s.Else, outer...)
	if s.Finally != nil {
		c.within(s.Span, s.Finally, plainBlock)
	}
}

func (c *compiler) exprs(list []Expr) {
	for _, e := range list {
		if e != nil {
			c.expr(e)
		}
	}
}

// expr checks an expression whose value is used.
func (c *compiler) expr(e Expr) {
	switch e := e.(type) {
	case *Starred:
		reject(e.Span, "can't use starred expression here")
	case *Name:
		c.notDebug(e.Span, e.ID, e.Ctx)
	case *Attribute:
		c.notDebug(e.Span, e.Attr, e.Ctx)
	case *Await:
		c.await(e.Span)
	case *Yield:
		c.yield(e.Span, "'yield'")
	case *YieldFrom:
		c.yield(e.Span, "'yield from'")
		if c.unit.kind == asyncUnit {
			reject(e.Span, "'yield from' inside async function")
		}
	case *Lambda:
		c.parameters(e.Args)
		c.inside(&unit{kind: functionUnit}, func() { c.expr(e.Body) })
		return
	case *Call:
		c.expr(e.Func)
		c.arguments(e.Args, e.Keywords)
		return
	case *List:
		c.elements(e.Span, e.Elts, e.Ctx)
		return
	case *Tuple:
		c.elements(e.Span, e.Elts, e.Ctx)
		return
	case *Set:
		c.elements(e.Span, e.Elts, Load)
		return
	case *ListComp, *SetComp, *DictComp, *GeneratorExp:
		c.comprehension(e)
		return
	}
	eachExpr(e, c.expr)
}

func (c *compiler) await(s Span) {
	switch {
	case !c.inFunction():
		reject(s, "'await' outside function")
	case c.unit.kind == functionUnit:
		reject(s, "'await' outside async function")
	}
}

func (c *compiler) yield(s Span, what string) {
	if !c.inFunction() {
		reject(s, "%s outside function", what)
	}
}

// elements checks the items of a display, which may be starred; of targets
// only one.
func (c *compiler) elements(at Span, elts []Expr, ctx Context) {
	stars := 0
	for _, e := range elts {
		if s, ok := e.(*Starred); ok {
			if stars++; stars > 1 && ctx == Store {
				reject(at, "multiple starred expressions in assignment")
			}
			e = s.Value
		}
		c.expr(e)
	}
}

// target checks what is assigned to.
func (c *compiler) target(e Expr) {
	if s, ok := e.(*Starred); ok {
		reject(s.Span, "starred assignment target must be in a list or tuple")
	}
	c.expr(e)
}

// arguments checks those of a call or of a class.
func (c *compiler) arguments(args []Expr, keywords []*Keyword) {
	seen := map[string]bool{}
	for _, k := range keywords {
		if k.Name == "" {
			continue
		}
		c.notDebug(k.Span, k.Name, Store)
		if seen[k.Name] {
			reject(k.Span, "keyword argument repeated: %s", k.Name)
		}
		seen[k.Name] = true
	}
	c.elements(Span{}, args, Load)
	for _, k := range keywords {
		c.expr(k.Value)
	}
}

// notDebug keeps the one name that is a constant from being changed.
func (c *compiler) notDebug(s Span, name string, ctx Context) {
	if name != "__debug__" || ctx == Load {
		return
	}
	verb := "assign to"
	if ctx == Del {
		verb = "delete"
	}
	reject(s, "cannot %s __debug__", verb)
}

// comprehension checks the first iterable outside and the rest as a unit.
func (c *compiler) comprehension(e Expr) {
	elts, gens := comprehensionParts(e)
	_, generator := e.(*GeneratorExp)
	if c.names.coroutines[e] && !generator && c.unit.kind != asyncUnit && c.unit.kind != comprehensionUnit {
		reject(e.Where(), "asynchronous comprehension outside of an asynchronous function")
	}
	c.expr(gens[0].Iter)
	u := &unit{kind: comprehensionUnit}
	if !generator {
		u.blocks = slices.Clone(c.unit.blocks) // it is compiled into what it stands in
	}
	for _, g := range gens {
		if g.Async {
			u.push(e.Where(), plainBlock)
		}
	}
	c.inside(u, func() {
		for i, g := range gens {
			if i > 0 {
				c.expr(g.Iter)
			}
			c.target(g.Target)
			c.exprs(g.Ifs)
		}
		c.exprs(elts)
	})
}

// comprehensionParts returns what a comprehension of any kind is made of.
func comprehensionParts(e Expr) (elts []Expr, gens []*Comprehension) {
	switch e := e.(type) {
	case *ListComp:
		return []Expr{e.Elt}, e.Generators
	case *SetComp:
		return []Expr{e.Elt}, e.Generators
	case *GeneratorExp:
		return []Expr{e.Elt}, e.Generators
	case *DictComp:
		return []Expr{e.Key, e.Value}, e.Generators
	}
	return nil, nil
}
