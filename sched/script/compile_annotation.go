package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

// An annotation is what a def, or a class body, says of a name.
type annotation struct {
	name string
	eval evalFn
}

// annotated gives the annotated parameters of a def, and its return value, in
// the order of compiler_visit_annotations (Python/compile.c).
func annotated(s *syntax.FunctionDef) (names []string, exprs []syntax.Expr) {
	add := func(name string, e syntax.Expr) {
		if e != nil {
			names, exprs = append(names, name), append(exprs, e)
		}
	}
	all := append(append([]*syntax.Arg(nil), s.Args.Args...), s.Args.PosOnly...)
	all = append(append(append(all, s.Args.Vararg), s.Args.KwOnly...), s.Args.Kwarg)
	for _, p := range all {
		if p != nil {
			add(p.Name, p.Annotation)
		}
	}
	add("return", s.Returns)
	return names, exprs
}

// annotations compiles the annotations of a def.
func (c *compiler) annotations(s *syntax.FunctionDef) []annotation {
	names, exprs := annotated(s)
	all := make([]annotation, len(names))
	for i, e := range exprs {
		all[i] = annotation{names[i], c.annotation(e)}
	}
	return all
}

// annotation compiles one, which is a string if their evaluation is postponed
// (PEP 563).
func (c *compiler) annotation(e syntax.Expr) evalFn {
	if c.r.postponed {
		text, _ := unparse(e)
		return constant(text)
	}
	if s, ok := e.(*syntax.Starred); ok { // of *args: *Ts, the one item that it gives
		items := &syntax.Tuple{Span: s.Span, Elts: []syntax.Expr{s}}
		e = &syntax.Subscript{Span: s.Span, Value: items, Slice: &syntax.Constant{Span: s.Span, Kind: syntax.Int}}
	}
	return c.expr(e)
}

// annAssign mirrors compiler_annassign: the annotation is evaluated last, and
// not at all in a function.
func (c *compiler) annAssign(s *syntax.AnnAssign) execFn {
	step := func(*frame) (signal, error) { return goOn, nil }
	if s.Value != nil {
		step = c.assign(&syntax.Assign{Span: s.Span, Targets: []syntax.Expr{s.Target}, Value: s.Value})
	}
	if c.scope.frame().kind == functionScope || c.r.postponed && !s.Simple {
		return step
	}
	eval, note := c.annotation(s.Annotation), func(*frame, Value) {}
	if name, ok := s.Target.(*syntax.Name); ok && s.Simple && c.scope.kind == classScope {
		slot := c.scope.vars[classNamespace].slot
		note = func(fr *frame, v Value) { fr.slots[slot].(*classBody).annotate(name.ID, v) }
	}
	return func(fr *frame) (signal, error) {
		if sig, err := step(fr); err != nil {
			return sig, err
		}
		v, err := eval(fr)
		if err != nil {
			return goOn, err
		}
		note(fr, v)
		return goOn, nil
	}
}

// annotationsOf is f.__annotations__.
func (f *function) annotationsOf() *dict {
	if f.notes == nil {
		f.notes = newDict()
		for i, v := range f.noted {
			f.notes.put(f.code.annotated[i], v)
		}
	}
	return f.notes
}

// unparse mirrors ast.unparse for what annotations are made of; ok is false
// for other expressions.
func unparse(e syntax.Expr) (text string, ok bool) {
	switch e := e.(type) {
	case *syntax.Name:
		return plainName(e.ID), true
	case *syntax.Constant:
		switch e.Kind {
		case syntax.Str:
			return reprString(e.Str), true
		case syntax.Ellipsis:
			return "...", true
		case syntax.Imag, syntax.Bytes:
			return "", false
		}
		text, err := new(machine).repr(constantValue(e))
		return text, err == nil
	case *syntax.Attribute:
		of, ok := unparse(e.Value)
		return of + "." + e.Attr, ok
	case *syntax.Subscript:
		of, ok1 := unparse(e.Value)
		key, ok2 := unparse(e.Slice)
		if t, isTuple := e.Slice.(*syntax.Tuple); isTuple && len(t.Elts) > 1 {
			key = key[1 : len(key)-1]
		}
		return of + "[" + key + "]", ok1 && ok2
	case *syntax.Tuple:
		text, ok := unparseAll(e.Elts)
		if len(e.Elts) == 1 {
			text += ","
		}
		return "(" + text + ")", ok
	case *syntax.List:
		text, ok := unparseAll(e.Elts)
		return "[" + text + "]", ok
	case *syntax.BinOp:
		left, ok1 := unparse(e.Left)
		right, ok2 := unparse(e.Right)
		_, nested := e.Right.(*syntax.BinOp)
		return left + " | " + right, e.Op == syntax.BitOr && ok1 && ok2 && !nested
	}
	return "", false
}

func unparseAll(all []syntax.Expr) (string, bool) {
	parts := make([]string, len(all))
	for i, e := range all {
		text, ok := unparse(e)
		if !ok {
			return "", false
		}
		parts[i] = text
	}
	return strings.Join(parts, ", "), true
}
