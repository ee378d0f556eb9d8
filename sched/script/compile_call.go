package script

import (
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// call compiles a call.
func (c *compiler) call(e *syntax.Call) evalFn {
	if name, ok := e.Func.(*syntax.Name); ok && name.ID == "super" && len(e.Args) == 0 && isPlain(e) {
		return c.superCall(e)
	}
	if which := c.r.namespaceCall(e); which != "" {
		return c.namespace(which)
	}
	if !isPlain(e) {
		return c.fullCall(e, c.callLine(e))
	}
	if attr, ok := e.Func.(*syntax.Attribute); ok {
		line := c.callLine(e)
		return methodCall(c.callee(attr, line), c.exprs(e.Args), line)
	}
	return plainCall(c.expr(e.Func), c.exprs(e.Args), argumentsOf(e.Args), c.callLine(e))
}

// plainCallee compiles what a call with positional arguments alone calls, its
// arguments and its line; nil if there are others.
func (c *compiler) plainCallee(e *syntax.Call) (find calleeFn, params []evalFn, line int32) {
	if !isPlain(e) {
		return nil, nil, 0
	}
	line = c.callLine(e)
	if attr, ok := e.Func.(*syntax.Attribute); ok {
		return c.callee(attr, line), c.exprs(e.Args), line
	}
	if name, ok := e.Func.(*syntax.Name); ok && name.ID == "super" {
		return nil, nil, 0
	}
	fn := c.expr(e.Func)
	return func(fr *frame) (f, self Value, err error) {
		f, err = fn(fr)
		return f, nil, err
	}, c.exprs(e.Args), line
}

// isPlain says whether a call has positional arguments alone, none unpacked.
func isPlain(e *syntax.Call) bool {
	return len(e.Keywords) == 0 && !slices.ContainsFunc(e.Args, func(a syntax.Expr) bool {
		_, starred := a.(*syntax.Starred)
		return starred
	})
}

// callLine gives the line of a call, which print and create_task tell: the one
// where it begins, or for a method the one of the method's name.
func (c *compiler) callLine(e *syntax.Call) int32 {
	if attr, ok := e.Func.(*syntax.Attribute); ok && c.isMethodCall(e, attr) {
		return int32(attr.Where().End.Line)
	}
	return int32(e.Where().Pos.Line)
}

// isMethodCall mirrors maybe_optimize_method_call in Python/compile.c: what
// CPython compiles as a call of a method has its line.
func (c *compiler) isMethodCall(e *syntax.Call, attr *syntax.Attribute) bool {
	if name, ok := attr.Value.(*syntax.Name); ok && c.r.imported[name.ID] {
		return false
	}
	const most = 30 // arguments; keywords take one more
	n := len(e.Args) + len(e.Keywords)
	if len(e.Keywords) > 0 {
		n++
	}
	for _, a := range e.Args {
		if _, ok := a.(*syntax.Starred); ok {
			return false
		}
	}
	for _, k := range e.Keywords {
		if k.Name == "" {
			return false
		}
	}
	return n < most
}

func (c *compiler) exprs(all []syntax.Expr) []evalFn {
	evals := make([]evalFn, len(all))
	for i, e := range all {
		evals[i] = c.expr(e)
	}
	return evals
}

// freshArguments are the places of the arguments that nothing but the call may
// refer to: of calls, and of generator expressions, which is certain.
type freshArguments struct{ calls, expressions []int }

func argumentsOf(params []syntax.Expr) (fresh freshArguments) {
	for i, e := range params {
		switch e.(type) {
		case *syntax.Call:
			fresh.calls = append(fresh.calls, i)
		case *syntax.GeneratorExp:
			fresh.expressions = append(fresh.expressions, i)
		}
	}
	return fresh
}

// plainCall is a call with positional arguments alone.
func plainCall(fn evalFn, params []evalFn, fresh freshArguments, line int32) evalFn {
	return func(fr *frame) (Value, error) {
		f, err := fn(fr)
		if err != nil {
			return nil, err
		}
		if f, ok := f.(*function); ok && takes(f, nil, len(params)) {
			return fr.direct(f, nil, params, line)
		}
		pos, err := fr.evaluate(params)
		if err != nil {
			return nil, err
		}
		fr.line = line
		v, err := fr.m.call(f, args{pos: pos})
		if _, inGo := f.(*builtin); inGo && fresh.expressions != nil {
			err = fr.m.dropExpressions(pos, fresh.expressions, v, err)
		}
		if fresh.calls != nil && fr.m.cleaning != 0 {
			err = fr.m.dropArguments(pos, fresh.calls, v, err)
		}
		return v, err
	}
}

// direct calls a function of the script whose parameters are plain.
func (fr *frame) direct(f *function, self Value, params []evalFn, line int32) (Value, error) {
	callee, err := fr.arrange(f, self, params, line)
	if err != nil {
		return nil, err
	}
	return fr.m.finish(f, callee)
}

// arrange evaluates arguments right into the slots of the frame to be, after
// the object whose method it is, if that is not nil.
func (fr *frame) arrange(f *function, self Value, params []evalFn, line int32) (*frame, error) {
	fr.line = line
	callee, err := fr.m.enter(f)
	if err != nil {
		return nil, err
	}
	slots := callee.slots
	if self != nil {
		slots[0] = self
		slots = slots[1:]
	}
	for i, eval := range params {
		v, err := eval(fr)
		if err != nil {
			fr.m.recycle(callee)
			return nil, err
		}
		slots[i] = v
	}
	fr.line = line
	return callee, nil
}

func (fr *frame) evaluate(evals []evalFn) ([]Value, error) {
	values := make([]Value, len(evals))
	for i, eval := range evals {
		v, err := eval(fr)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return values, nil
}

// methodCall is object.name(...): the method is called without being bound.
func methodCall(find calleeFn, params []evalFn, line int32) evalFn {
	return func(fr *frame) (Value, error) {
		f, self, err := find(fr)
		if err != nil {
			return nil, err
		}
		if f, ok := f.(*function); ok && self != nil && takes(f, self, len(params)) {
			return fr.direct(f, self, params, line)
		}
		pos, err := fr.evaluate(params)
		if err != nil {
			return nil, err
		}
		fr.line = line
		return fr.m.callFound(f, self, pos)
	}
}

// callee compiles object.name as what is to be called.
func (c *compiler) callee(e *syntax.Attribute, line int32) calleeFn {
	object, name := c.expr(e.Value), e.Attr
	return func(fr *frame) (f, self Value, err error) {
		o, err := object(fr)
		if err != nil {
			return nil, nil, err
		}
		fr.line = line
		if mod, ok := o.(*module); ok {
			if f := mod.attrs[name]; f != nil {
				return f, nil, nil
			}
		}
		f, bound, err := fr.m.lookup(o, name)
		if !bound {
			o = nil
		}
		return f, o, err
	}
}

// callFound calls what a calleeFn gave.
func (m *machine) callFound(f, self Value, pos []Value) (Value, error) {
	if self == nil {
		return m.call(f, args{pos: pos})
	}
	if b, ok := f.(*builtin); ok {
		if text, ok := self.(string); ok && len(text) > longText {
			m.fuel -= len(text) / bytesPerStep
		}
		return b.fn(m, self, args{pos: pos})
	}
	return m.call(f, args{pos: append([]Value{self}, pos...)})
}

// fullCall is a call with keywords or unpacked arguments.
func (c *compiler) fullCall(e *syntax.Call, line int32) evalFn {
	fn, pos := c.expr(e.Func), c.starArgs(e.Args)
	names, values := make([]string, len(e.Keywords)), make([]evalFn, len(e.Keywords))
	for i, k := range e.Keywords {
		names[i], values[i] = k.Name, c.expr(k.Value)
	}
	return func(fr *frame) (Value, error) {
		f, err := fn(fr)
		if err != nil {
			return nil, err
		}
		var a args
		if a.pos, err = pos(fr, f); err != nil {
			return nil, err
		}
		for i, eval := range values {
			v, err := eval(fr)
			if err != nil {
				return nil, err
			}
			if names[i] != "" {
				a.kw = append(a.kw, kwarg{names[i], v})
			} else if err := fr.m.unpackKeywords(f, &a, v); err != nil {
				return nil, err
			}
		}
		fr.line = line
		fr.m.fuel -= keywordSteps
		return fr.m.call(f, a)
	}
}

// starArgs compiles positional arguments of which some are unpacked.
func (c *compiler) starArgs(all []syntax.Expr) func(fr *frame, f Value) ([]Value, error) {
	evals, starred := make([]evalFn, len(all)), make([]bool, len(all))
	for i, e := range all {
		if s, ok := e.(*syntax.Starred); ok {
			starred[i], e = true, s.Value
		}
		evals[i] = c.expr(e)
	}
	return func(fr *frame, f Value) ([]Value, error) {
		var pos []Value
		for i, eval := range evals {
			v, err := eval(fr)
			if err != nil {
				return nil, err
			}
			if !starred[i] {
				pos = append(pos, v)
				continue
			}
			if t := typeOf(v); t.iter == nil {
				return nil, typeError("%s argument after * must be an iterable, not %s", callName(f), t.name)
			}
			more, err := fr.m.collectHinted(v)
			if err != nil {
				return nil, err
			}
			pos = append(pos, more...)
		}
		return pos, nil
	}
}

func (m *machine) unpackKeywords(f Value, a *args, v Value) error {
	d, ok := v.(*dict)
	if !ok {
		if !isMapping(v) {
			return typeError("%s argument after ** must be a mapping, not %s", callName(f), typeOf(v).name)
		}
		d = newDict()
		if err := d.update(m, v); err != nil {
			return err
		}
	}
	for _, e := range d.entries {
		if e.key == nil {
			continue
		}
		name, ok := asStr(e.key)
		if !ok {
			return typeError("keywords must be strings")
		}
		for _, k := range a.kw {
			if k.name == name {
				return typeError("%s got multiple values for keyword argument '%s'", callName(f), name)
			}
		}
		a.kw = append(a.kw, kwarg{name, e.value})
	}
	return nil
}

// callName mirrors _PyObject_FunctionStr.
func callName(f Value) string {
	switch f := f.(type) {
	case *function:
		return f.code.moduleName() + "." + f.qualname + "()"
	case *builtin:
		return f.name + "()"
	case *method:
		return callName(f.fn)
	case *Type:
		return f.name + "()"
	}
	return typeOf(f).name + " object"
}

func (c *compiler) def(s *syntax.FunctionDef) execFn {
	decorators := c.exprs(s.Decorators)
	lines := make([]int32, len(s.Decorators))
	for i, d := range s.Decorators {
		lines[i] = int32(d.Where().Pos.Line)
	}
	build := c.function(s, s.Name, s.Args, s.Async, func(inner *compiler) execFn { return inner.block(s.Body) })
	build.code.line = int32(s.Where().Pos.Line)
	if len(lines) > 0 {
		build.code.line = lines[0]
	}
	if len(s.Body) > 0 {
		build.code.doc = docstring(s.Body)
	}
	build.annotate(c.annotations(s))
	store := c.storeDefined(s, s.Name)
	return func(fr *frame) (signal, error) {
		wraps, err := fr.evaluate(decorators)
		if err != nil {
			return goOn, err
		}
		v, err := build.make(fr)
		for i := len(wraps) - 1; i >= 0 && err == nil; i-- {
			fr.reach(lines[i])
			v, err = fr.m.call(wraps[i], positional(v))
		}
		if err != nil {
			return goOn, err
		}
		return goOn, store(fr, v)
	}
}

// docstring gives the docstring of a body, or None.
func docstring(body []syntax.Stmt) Value {
	if len(body) > 0 {
		if s, ok := body[0].(*syntax.ExprStmt); ok {
			if k, ok := s.Value.(*syntax.Constant); ok && k.Kind == syntax.Str {
				return cleanDoc(k.Str)
			}
		}
	}
	return None
}

func (c *compiler) lambda(e *syntax.Lambda) evalFn {
	build := c.function(e, "<lambda>", e.Args, false, func(inner *compiler) execFn {
		inner.line = e.Body.Where().Pos.Line
		eval, line := inner.expr(e.Body), int32(inner.line)
		return func(fr *frame) (signal, error) {
			fr.line = line
			v, err := eval(fr)
			fr.ret = v
			return returning, err
		}
	})
	build.code.line = int32(e.Where().Pos.Line)
	return build.make
}

// A maker makes function objects of one def or lambda.
type maker struct {
	code       *code
	defaults   []evalFn
	kwDefaults []evalFn // nil where a keyword-only parameter has none
	notes      []evalFn // the annotations
}

func (k *maker) annotate(all []annotation) {
	for _, a := range all {
		k.code.annotated, k.notes = append(k.code.annotated, a.name), append(k.notes, a.eval)
	}
}

// function compiles a def or a lambda; body compiles what it runs.
func (c *compiler) function(node syntax.Node, name string, a *syntax.Arguments, async bool, body func(*compiler) execFn) *maker {
	scope := c.r.scopes[node]
	k := &code{name: name, qualname: c.qualify(name), async: async, yields: scope.yields, doc: None, lib: c.r.lib}
	k.sig = signature{name: k.qualname, posOnly: len(a.PosOnly), star: a.Vararg != nil, double: a.Kwarg != nil}
	for _, p := range append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...) {
		k.sig.params = append(k.sig.params, p.Name)
	}
	for _, p := range a.KwOnly {
		k.sig.kwOnly = append(k.sig.kwOnly, p.Name)
	}
	k.simple = !k.sig.star && !k.sig.double && k.sig.kwOnly == nil
	k.plainAsync = async && !scope.yields

	made := &maker{code: k, defaults: c.exprs(a.Defaults)}
	for _, d := range a.KwDefaults {
		var eval evalFn
		if d != nil {
			eval = c.expr(d)
		}
		made.kwDefaults = append(made.kwDefaults, eval)
	}
	inner := &compiler{r: c.r, scope: scope, code: k, qual: k.qualname + ".<locals>.", teller: c.teller}
	k.body = body(inner)
	if c.teller != nil {
		k.body = toldBody(k.body)
	}
	inner.finishFrame(scope)
	params := k.sig.slots()
	for i, v := range scope.order {
		switch {
		case v.cell && i < params:
			k.cellParams = append(k.cellParams, v.slot)
		case v.cell:
			k.cells = append(k.cells, v.slot)
		}
	}
	k.closure = k.slots - len(scope.frees)
	for _, v := range scope.frees {
		k.captures = append(k.captures, c.scope.frame().reach(v).slot)
	}
	return made
}

// qualify gives the qualified name of what is defined here.
func (c *compiler) qualify(name string) string {
	if kind, declared := c.scope.outer[name]; declared && kind == moduleScope {
		return name
	}
	return c.qual + name
}

// make makes a function object in a frame.
func (k *maker) make(fr *frame) (Value, error) {
	f := &function{code: k.code, name: k.code.name, qualname: k.code.qualname, doc: k.code.doc}
	var err error
	if len(k.defaults) > 0 {
		if f.defaults, err = fr.evaluate(k.defaults); err != nil {
			return nil, err
		}
	}
	if len(k.kwDefaults) > 0 {
		f.kwDefaults = make([]Value, len(k.kwDefaults))
		for i, eval := range k.kwDefaults {
			if eval == nil {
				continue
			}
			if f.kwDefaults[i], err = eval(fr); err != nil {
				return nil, err
			}
		}
	}
	if len(k.notes) > 0 {
		if f.noted, err = fr.evaluate(k.notes); err != nil {
			return nil, err
		}
	}
	if len(k.code.captures) > 0 {
		f.closure = make([]*cell, len(k.code.captures))
		for i, slot := range k.code.captures {
			f.closure[i] = fr.slots[slot].(*cell)
		}
	}
	return f, nil
}

// cleanDoc takes the indentation out of a docstring, as the compiler of 3.13
// does (_PyCompile_CleanDoc).
func cleanDoc(doc string) string {
	doc = strings.TrimLeft(doc, " ")
	lines := strings.Split(doc, "\n")
	margin := -1
	for _, l := range lines[1:] {
		if text := strings.TrimLeft(l, " "); text != "" && (margin < 0 || len(l)-len(text) < margin) {
			margin = len(l) - len(text)
		}
	}
	for i, l := range lines[1:] {
		if margin > 0 {
			lines[i+1] = l[min(margin, len(l)-len(strings.TrimLeft(l, " "))):]
		}
	}
	return strings.Join(lines, "\n")
}
