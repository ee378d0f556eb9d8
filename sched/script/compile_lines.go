package script

import (
	"loopscope/sched/script/syntax"
)

// A program that is to tell its lines is compiled a second time, with a
// lineTeller in the compiler: then a line tells that it begins where CPython
// tells a line event of sys.settrace. That is at the first instruction of
// another line than that of the one before in the frame, and after every jump
// backwards. The closures of a program that tells no lines are none the wiser.
//
// An expression within one line needs nothing of its own: its statement tells
// the line. In a statement over several lines each name and constant tells its
// line before it is loaded, and an operation tells its own when the last of its
// operands has been evaluated.
type lineTeller struct {
	after map[syntax.Expr]int32 // the line that goes on when an expression has been evaluated
	plain map[syntax.Expr]bool  // conditions: and, or have no instructions of their own there
}

// toldBlock is block for a program that tells its lines.
func (c *compiler) toldBlock(body []syntax.Stmt) execFn {
	steps := make([]execFn, 0, len(body))
	for i, s := range body {
		if step := c.toldStmt(s, i == 0); step != nil {
			steps = append(steps, step)
		}
	}
	return func(fr *frame) (signal, error) {
		for _, step := range steps {
			if sig, err := step(fr); sig != goOn || err != nil {
				return sig, err
			}
		}
		return goOn, nil
	}
}

// toldStmt compiles a statement that tells its line; nil: there is nothing to
// run and nothing to tell.
func (c *compiler) toldStmt(s syntax.Stmt, first bool) execFn {
	line := int32(s.Where().Pos.Line)
	c.inLine = withinLine(s)
	c.operations(s)
	step := c.stmt(s)
	if step == nil {
		if !c.leavesInstruction(s, first) {
			return nil
		}
		return func(fr *frame) (signal, error) {
			fr.m.lines.reach(fr, line)
			return goOn, nil
		}
	}
	if !c.tellsFirst(s) || isSilent(s, c.scope) {
		return func(fr *frame) (signal, error) {
			fr.line = line
			if err := fr.m.tick(); err != nil {
				return goOn, err
			}
			return step(fr)
		}
	}
	return func(fr *frame) (signal, error) {
		fr.line = line
		if err := fr.m.tick(); err != nil {
			return goOn, err
		}
		fr.m.lines.reach(fr, line)
		return step(fr)
	}
}

// leavesInstruction says whether CPython has an instruction for a statement
// that does nothing: a constant, but for the docstring of a function.
func (c *compiler) leavesInstruction(s syntax.Stmt, first bool) bool {
	e, ok := s.(*syntax.ExprStmt)
	if !ok {
		return false
	}
	k, _ := e.Value.(*syntax.Constant)
	return !first || k == nil || k.Kind != syntax.Str || c.scope.kind != functionScope
}

// tellsFirst says whether the first instruction of a statement is of its first
// line whatever it evaluates.
func (c *compiler) tellsFirst(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		line := s.Where().Pos.Line
		return len(s.Decorators) == 0 && (len(s.Args.Defaults) == 0 || s.Args.Defaults[0].Where().Pos.Line == line)
	case *syntax.ClassDef:
		return len(s.Decorators) == 0
	case *syntax.AugAssign:
		if _, ok := s.Target.(*syntax.Name); ok {
			return true
		}
	}
	return withinLine(s)
}

// isSilent says whether a statement has no instruction: the annotation of a
// variable in a function.
func isSilent(s syntax.Stmt, in *scope) bool {
	a, ok := s.(*syntax.AnnAssign)
	return ok && a.Value == nil && in.kind == functionScope
}

// withinLine says whether what a statement evaluates itself stands in its first
// line.
func withinLine(s syntax.Stmt) bool {
	line := s.Where().Pos.Line
	for _, e := range headExprs(s) {
		if e != nil && (e.Where().Pos.Line != line || e.Where().End.Line != line) {
			return false
		}
	}
	return true
}

// headExprs are the expressions that a statement evaluates before what is
// below it runs.
func headExprs(s syntax.Stmt) []syntax.Expr {
	switch s := s.(type) {
	case *syntax.Try:
		return nil
	case *syntax.Match:
		return []syntax.Expr{s.Subject}
	case *syntax.Delete:
		return nil
	}
	return stmtExprs(s)
}

// operations notes where a statement goes on when what it evaluates is there.
func (c *compiler) operations(s syntax.Stmt) {
	line := int32(s.Where().Pos.Line)
	switch s := s.(type) {
	case *syntax.FunctionDef:
		c.lastOf(s.Decorators, line)
		for _, parts := range [][]syntax.Expr{s.Args.Defaults, s.Args.KwDefaults} {
			c.lastOf(parts, line)
		}
	case *syntax.ClassDef:
		c.lastOf(s.Decorators, line)
		c.lastOf(s.Bases, line)
		if n := len(s.Keywords); n > 0 {
			c.then(s.Keywords[n-1].Value, line)
		}
	case *syntax.With:
		for _, item := range s.Items {
			c.then(item.Context, int32(item.Context.Where().Pos.Line))
		}
	case *syntax.Assign:
		if len(s.Targets) > 0 {
			c.then(s.Value, int32(s.Targets[0].Where().Pos.Line))
		}
	case *syntax.AnnAssign:
		c.then(s.Value, line)
	case *syntax.AugAssign:
		c.then(s.Value, line)
	case *syntax.Return:
		c.then(s.Value, line)
	case *syntax.Raise:
		if s.Cause != nil {
			c.then(s.Cause, line)
		} else {
			c.then(s.Exc, line)
		}
	}
}

// then notes the line that goes on behind an expression.
func (c *compiler) then(e syntax.Expr, line int32) {
	if e == nil || c.inLine {
		return
	}
	if s, ok := e.(*syntax.Starred); ok {
		e = s.Value
	}
	c.teller.after[e] = line
}

// toldTarget compiles an assignment's left side that tells its line.
func (c *compiler) toldTarget(e syntax.Expr) storeFn {
	line := int32(e.Where().Pos.Line)
	switch e := e.(type) {
	case *syntax.Subscript:
		c.then(e.Slice, line)
	case *syntax.Attribute:
		c.then(e.Value, int32(e.Where().End.Line))
	}
	store := c.storer(e)
	if _, ok := e.(*syntax.Name); !ok || c.inLine {
		return store
	}
	return func(fr *frame, v Value) error {
		fr.m.lines.reach(fr, line)
		return store(fr, v)
	}
}

// storeDefined stores what a def or a class has made.
func (c *compiler) storeDefined(s syntax.Stmt, name string) storeFn {
	store, line := c.storeName(name), int32(s.Where().Pos.Line)
	if c.teller == nil {
		return store
	}
	return func(fr *frame, v Value) error {
		fr.m.lines.reach(fr, line)
		return store(fr, v)
	}
}

// classBlock compiles the body of a class, which begins in the line of the
// class or of its first decorator.
func (c *compiler) classBlock(s *syntax.ClassDef) execFn {
	body := c.block(s.Body)
	if c.teller == nil {
		return body
	}
	line := int32(s.Where().Pos.Line)
	if len(s.Decorators) > 0 {
		line = int32(s.Decorators[0].Where().Pos.Line)
	}
	return func(fr *frame) (signal, error) {
		fr.m.lines.reach(fr, line)
		return body(fr)
	}
}

// passing gives the slots of a frame that are variables of comprehensions.
func (c *compiler) passing(s *scope) []bool {
	all := make([]bool, s.slots)
	for _, inner := range c.r.inFrame(s) {
		for _, v := range inner.order {
			all[v.slot] = inner.kind == comprehensionScope
		}
	}
	return all
}

// toldWhile is while for a program that tells its lines: CPython has the test
// a second time, at the end of the loop, and jumps back from there.
func (c *compiler) toldWhile(s *syntax.While) execFn {
	line, inLine, always := int32(s.Where().Pos.Line), c.inLine, isTrue(s.Test)
	test := c.condition(s.Test)
	body := c.block(s.Body)
	otherwise := c.block(s.Else)
	return func(fr *frame) (signal, error) {
		var sig signal
		yes, err := test(fr)
		for {
			if err != nil {
				return goOn, err
			}
			if !yes {
				return otherwise(fr)
			}
			sig, err = body(fr)
			switch {
			case err != nil || sig == returning:
				return sig, err
			case sig == breaking:
				return goOn, nil
			}
			fr.line = line
			if err = fr.m.tick(); err != nil {
				return goOn, err
			}
			if always {
				fr.told = 0
			}
			if always || inLine {
				fr.m.lines.reach(fr, line)
			}
			if yes, err = test(fr); yes && !always {
				fr.told = 0
			}
		}
	}
}

// isTrue says whether a loop has no test.
func isTrue(e syntax.Expr) bool {
	k, ok := e.(*syntax.Constant)
	return ok && (k.Kind == syntax.True || k.Kind == syntax.Int && (k.Big != nil || k.Int != 0))
}

// toldFor is forLoop for a program that tells its lines: each item is asked for
// in the line of the iterable.
func (c *compiler) toldFor(s *syntax.For) func(fr *frame, it iterator) (signal, error) {
	line, at := int32(s.Where().Pos.Line), int32(s.Iter.Where().Pos.Line)
	assign := c.target(s.Target)
	body := c.block(s.Body)
	otherwise := c.block(s.Else)
	return func(fr *frame, it iterator) (signal, error) {
		for {
			fr.m.lines.reach(fr, at)
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
			fr.told = 0
		}
	}
}

// elementLine gives the line of what a comprehension makes, 0 if it does not
// matter.
func elementLine(node syntax.Node) int32 {
	switch e := node.(type) {
	case *syntax.ListComp:
		return int32(e.Elt.Where().Pos.Line)
	case *syntax.SetComp:
		return int32(e.Elt.Where().Pos.Line)
	case *syntax.DictComp:
		return int32(e.Key.Where().Pos.Line)
	case *syntax.GeneratorExp:
		return int32(e.Elt.Where().Pos.Line)
	}
	return 0
}

// eachFn calls a function for every item of an iterable.
type eachFn func(fr *frame, over Value, f func(Value) error) error

// toldEach is the loop of a comprehension, whose items are asked for in the
// line of the iterable, and which jumps back from the line of the element.
func (c *compiler) toldEach(each eachFn, line int32) eachFn {
	element := c.element
	return func(fr *frame, over Value, f func(Value) error) error {
		fr.m.lines.reach(fr, line)
		return each(fr, over, func(item Value) error {
			err := f(item)
			if err == nil {
				fr.m.lines.reach(fr, element)
				fr.told = 0
				fr.m.lines.reach(fr, line)
			}
			return err
		})
	}
}

// toldBody is the body of a function of a program that tells its lines.
func toldBody(body execFn) execFn {
	return func(fr *frame) (signal, error) {
		fr.told = 0
		sig, err := body(fr)
		fr.m.lines.leave(fr)
		return sig, err
	}
}

// reach sets the line that is being run, where a program that tells its lines
// does so.
func (fr *frame) reach(line int32) {
	fr.line = line
	if t := fr.m.lines; t != nil {
		t.reach(fr, line)
	}
}
