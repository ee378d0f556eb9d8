package script

import (
	"loopscope/sched/script/syntax"
	"unsafe"
)

// A compiler turns the tree of one scope into closures. It is used after the
// resolver and the refusals: whatever it does not know is a bug of ours.
type compiler struct {
	r     *resolver
	scope *scope
	code  *code  // of the frame that is being compiled
	qual  string // prefix of the qualified names of what is defined here
	line  int    // of the statement that is being compiled

	teller  *lineTeller // nil: the program tells no lines
	inLine  bool        // of a program that does: what the statement evaluates stands in one line
	element int32       // likewise: the line of what the comprehension makes

	guards int // blocks around it of which closing a generator runs code
}

// compileModule compiles a whole program, with a teller one that tells its
// lines.
func compileModule(m *syntax.Module, r *resolver, teller *lineTeller) *code {
	top := r.scopes[nil]
	c := &compiler{r: r, scope: top, code: &code{name: "<module>", qualname: "<module>", line: 1, lib: r.lib}, teller: teller}
	c.code.body = c.block(m.Body)
	if teller != nil {
		c.code.body = toldBody(c.code.body)
	}
	c.finishFrame(top)
	return c.code
}

// finishFrame sets what is known of a frame when all of its code is compiled.
func (c *compiler) finishFrame(s *scope) {
	c.code.slots = s.slots
	c.code.names = make([]string, s.slots)
	for _, inner := range c.r.inFrame(s) {
		for _, v := range inner.order {
			c.code.names[v.slot] = v.name
		}
	}
	for v, slot := range s.free {
		c.code.names[slot] = v.name
	}
	if c.teller != nil {
		c.code.passing = c.passing(s)
	}
}

// block compiles statements into one that runs them in order. It is where the
// current line is stored and where steps are counted.
func (c *compiler) block(body []syntax.Stmt) execFn {
	if c.teller != nil {
		return c.toldBlock(body)
	}
	steps := make([]execFn, 0, len(body))
	lines := make([]int32, 0, len(body))
	for _, s := range body {
		if step := c.stmt(s); step != nil {
			steps = append(steps, step)
			lines = append(lines, int32(s.Where().Pos.Line))
		}
	}
	if len(steps) == 1 {
		step, line := steps[0], lines[0]
		return func(fr *frame) (signal, error) {
			fr.line = line
			if err := fr.m.tick(); err != nil {
				return goOn, err
			}
			return step(fr)
		}
	}
	return func(fr *frame) (signal, error) {
		for i, step := range steps {
			fr.line = lines[i]
			if err := fr.m.tick(); err != nil {
				return goOn, err
			}
			if sig, err := step(fr); sig != goOn || err != nil {
				return sig, err
			}
		}
		return goOn, nil
	}
}

// stmt compiles a statement; nil means that there is nothing to run.
func (c *compiler) stmt(s syntax.Stmt) execFn {
	c.line = s.Where().Pos.Line
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return c.exprStmt(s)
	case *syntax.Assign:
		return c.assign(s)
	case *syntax.AugAssign:
		return c.augAssign(s)
	case *syntax.AnnAssign:
		return c.annAssign(s)
	case *syntax.If:
		return c.ifStmt(s)
	case *syntax.While:
		return endless(c.while(s), s)
	case *syntax.For:
		if s.Async {
			return endless(c.asyncFor(s), s)
		}
		return endless(c.forStmt(s), s)
	case *syntax.Return:
		return c.returnStmt(s)
	case *syntax.FunctionDef:
		return c.def(s)
	case *syntax.ClassDef:
		return c.classDef(s)
	case *syntax.Match:
		return c.match(s)
	case *syntax.Try:
		return c.try(s)
	case *syntax.Raise:
		return c.raise(s)
	case *syntax.With:
		return c.with(s)
	case *syntax.Assert:
		return c.assert(s)
	case *syntax.Delete:
		return c.deleteStmt(s)
	case *syntax.Import:
		return c.importStmt(s)
	case *syntax.ImportFrom:
		return c.importFrom(s)
	case *syntax.Break:
		return func(*frame) (signal, error) { return breaking, nil }
	case *syntax.Continue:
		return func(*frame) (signal, error) { return continuing, nil }
	case *syntax.Pass:
		return func(*frame) (signal, error) { return goOn, nil }
	case *syntax.Global, *syntax.Nonlocal:
		return nil
	}
	panic("script: internal error: a statement that was not refused")
}

func (c *compiler) exprStmt(s *syntax.ExprStmt) execFn {
	if _, ok := s.Value.(*syntax.Constant); ok {
		return nil
	}
	eval := c.expr(s.Value)
	return func(fr *frame) (signal, error) {
		_, err := eval(fr)
		return goOn, err
	}
}

func (c *compiler) ifStmt(s *syntax.If) execFn {
	test := c.condition(s.Test)
	body := c.block(s.Body)
	if s.Else == nil {
		return func(fr *frame) (signal, error) {
			yes, err := test(fr)
			if !yes || err != nil {
				return goOn, err
			}
			return body(fr)
		}
	}
	otherwise := c.block(s.Else)
	return func(fr *frame) (signal, error) {
		yes, err := test(fr)
		if err != nil {
			return goOn, err
		}
		if yes {
			return body(fr)
		}
		return otherwise(fr)
	}
}

// endless has a run that takes too many steps in a loop name the loop: which
// of its statements was the last one says little.
func endless(loop execFn, s syntax.Stmt) execFn {
	line := int32(s.Where().Pos.Line)
	return func(fr *frame) (signal, error) {
		sig, err := loop(fr)
		if err == nil {
			return sig, nil
		}
		if stop, ok := err.(*stopped); ok && stop.at == fr {
			stop.line, stop.at = line, nil
		}
		return sig, err
	}
}

func (c *compiler) while(s *syntax.While) execFn {
	if c.teller != nil {
		return c.toldWhile(s)
	}
	line := int32(s.Where().Pos.Line)
	test := c.condition(s.Test)
	body := c.block(s.Body)
	otherwise := c.block(s.Else)
	return func(fr *frame) (signal, error) {
		for {
			yes, err := test(fr)
			if err != nil {
				return goOn, err
			}
			if !yes {
				return otherwise(fr)
			}
			sig, err := body(fr)
			switch {
			case err != nil || sig == returning:
				return sig, err
			case sig == breaking:
				return goOn, nil
			}
			fr.line = line
			if err := fr.m.tick(); err != nil {
				return goOn, err
			}
		}
	}
}

func (c *compiler) forStmt(s *syntax.For) execFn {
	iterable := c.iterable(s.Iter)
	loop := c.forLoop(s)
	most := keepOpen
	if isFresh(s.Iter) {
		if most = closeUnheld; callsAlone(s.Iter) {
			most = closeSurely
		}
	}
	return func(fr *frame) (signal, error) {
		it, end, err := fr.open(iterable, most)
		if err != nil {
			return goOn, err
		}
		sig, err := loop(fr, it)
		if end != keepOpen {
			return fr.close(it, end, sig, err)
		}
		return sig, err
	}
}

// A loopEnd says what a for loop does with its iterator in the end.
type loopEnd uint8

const (
	keepOpen    loopEnd = iota
	closeUnheld         // close a generator that nothing else refers to
	closeSurely         // close a generator: nothing else refers to it
)

// open gives the iterator of a for loop, and what to do with it in the end,
// which is no more than most says unless __iter__ has made it for the loop.
func (fr *frame) open(iterable evalFn, most loopEnd) (it iterator, end loopEnd, err error) {
	before := fr.m.generators
	v, err := iterable(fr)
	if err != nil {
		return nil, keepOpen, err
	}
	if it, err = fr.m.iterate(v); err != nil {
		return nil, keepOpen, err
	}
	switch {
	case most == closeSurely && madeBy(fr, it, before):
		end = closeSurely
	case most != keepOpen || madeFor(it, v):
		end = closeUnheld
	}
	return it, end, nil
}

// close ends a for loop, with what it came to.
func (fr *frame) close(it iterator, end loopEnd, sig signal, err error) (signal, error) {
	if err := fr.m.drop(it, end == closeSurely); err != nil {
		return goOn, err
	}
	return sig, err
}

// asyncFor compiles async for.
func (c *compiler) asyncFor(s *syntax.For) execFn {
	iterable, loop, owns := c.expr(s.Iter), c.forLoop(s), isFresh(s.Iter)
	at := int32(s.Iter.Where().Pos.Line)
	return func(fr *frame) (signal, error) {
		v, err := iterable(fr)
		if err != nil {
			return goOn, err
		}
		it, err := fr.m.aiter(v)
		if err != nil {
			return goOn, err
		}
		ag, _ := it.(*asyncGenerator)
		if ag != nil {
			ag.looping++
		}
		sig, err := loop(fr, &asyncItems{fr, it, at})
		if ag != nil {
			ag.looping--
		}
		if owns || madeFor(it, v) {
			if err := fr.m.dropAsync(it); err != nil {
				return goOn, err
			}
		}
		return sig, err
	}
}

// madeFor says whether an iterator is a generator that __iter__ or __aiter__ of
// the iterable has made for the loop.
func madeFor(it any, iterable Value) bool {
	switch it.(type) {
	case *generator, *asyncGenerator:
		return it != iterable
	}
	return false
}

// An asyncItems is the iterator of an async for loop: it awaits each item, at
// the line of the iterable.
type asyncItems struct {
	fr *frame
	of Value
	at int32
}

func (it *asyncItems) next(*machine) (Value, error) {
	it.fr.line = it.at
	return it.fr.anext(it.of)
}

// callsAlone says whether an expression is a call, or a generator expression,
// that hands what other calls give to nobody.
func callsAlone(e syntax.Expr) bool {
	if _, ok := e.(*syntax.GeneratorExp); ok {
		return true
	}
	calls := 0
	walkExpr(e, func(in syntax.Expr) {
		switch in.(type) {
		case *syntax.Call, *syntax.GeneratorExp, *syntax.Await:
			calls++
		}
	})
	return calls == 1
}

// madeBy says whether an iterator is a generator that a frame has made by
// calling its function, after so many others.
func madeBy(fr *frame, it iterator, others int) bool {
	g, ok := it.(*generator)
	return ok && g.made > others && g.by == uintptr(unsafe.Pointer(fr))
}

// isFresh says whether nothing but the loop over it refers to what an
// expression gives: CPython closes such a generator when the loop is left.
func isFresh(e syntax.Expr) bool {
	switch e.(type) {
	case *syntax.Call, *syntax.GeneratorExp:
		return true
	}
	return false
}

// forLoop compiles a for loop without its iterable.
func (c *compiler) forLoop(s *syntax.For) func(fr *frame, it iterator) (signal, error) {
	if c.teller != nil {
		return c.toldFor(s)
	}
	line := int32(s.Where().Pos.Line)
	assign := c.target(s.Target)
	body := c.block(s.Body)
	otherwise := c.block(s.Else)
	return func(fr *frame, it iterator) (signal, error) {
		for {
			item, err := it.next(fr.m)
			if err != nil {
				return goOn, err
			}
			if item == nil {
				return otherwise(fr)
			}
			if err := assign(fr, item); err != nil {
				return goOn, err
			}
			sig, err := body(fr)
			switch {
			case err != nil || sig == returning:
				return sig, err
			case sig == breaking:
				return goOn, nil
			}
			fr.line = line
			if err := fr.m.tick(); err != nil {
				return goOn, err
			}
		}
	}
}

func (c *compiler) returnStmt(s *syntax.Return) execFn {
	if s.Value == nil {
		return func(fr *frame) (signal, error) {
			fr.ret = None
			return returning, nil
		}
	}
	eval := c.expr(s.Value)
	return func(fr *frame) (signal, error) {
		v, err := eval(fr)
		if err != nil {
			return goOn, err
		}
		fr.ret = v
		return returning, nil
	}
}

func (c *compiler) assert(s *syntax.Assert) execFn {
	test := c.condition(s.Test)
	var msg evalFn
	if s.Msg != nil {
		msg = c.expr(s.Msg)
	}
	return func(fr *frame) (signal, error) {
		ok, err := test(fr)
		if ok || err != nil {
			return goOn, err
		}
		e := &exception{cls: excTypes["AssertionError"]}
		if msg != nil {
			v, err := msg(fr)
			if err != nil {
				return goOn, err
			}
			e.args = []Value{v}
		}
		return goOn, e
	}
}

// condition compiles an expression of which only the truth is wanted.
func (c *compiler) condition(e syntax.Expr) func(fr *frame) (bool, error) {
	if n, ok := e.(*syntax.UnaryOp); ok && n.Op == syntax.Not {
		inner := c.condition(n.Operand)
		return func(fr *frame) (bool, error) {
			yes, err := inner(fr)
			return !yes, err
		}
	}
	if c.teller != nil {
		c.teller.plain[e] = true
	}
	eval := c.expr(e)
	return func(fr *frame) (bool, error) {
		v, err := eval(fr)
		if err != nil {
			return false, err
		}
		if b, ok := v.(bool); ok {
			return b, nil
		}
		return fr.m.truth(v)
	}
}
