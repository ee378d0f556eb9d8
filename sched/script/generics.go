package script

import (
	"fmt"
	"strings"

	"loopscope/sched/script/syntax"
)

// The syntax of PEP 695 is written in terms of what the engine has: a type
// parameter T of a def, class or type statement becomes a variable of the
// scope around it, with a name that no script can write, and the statement
// names that one wherever it names T.
//
//	def f[T](x: T): ...   .T#1 = .typevar("T", ...)
//	                      @.with_params(.T#1)
//	                      def f(x: .T#1): ...

// generics replaces the type parameters and type statements of a program.
type generics struct{ n int }

// desugarGenerics replaces them in a module.
func desugarGenerics(body []syntax.Stmt) []syntax.Stmt { return new(generics).block(body) }

// block gives the statements of a block with the variables that they need
// before each.
func (g *generics) block(body []syntax.Stmt) []syntax.Stmt {
	var out []syntax.Stmt
	for _, s := range body {
		before, s := g.stmt(s)
		out = append(append(out, before...), s)
	}
	return out
}

// stmt gives a statement and what has to stand before it.
func (g *generics) stmt(s syntax.Stmt) (before []syntax.Stmt, _ syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		s.Body = g.block(s.Body)
		if len(s.TypeParams) == 0 {
			return nil, s
		}
		before, names := g.variables(s.TypeParams)
		_, notes := annotated(s)
		rename(names, s.Body, notes)
		s.Decorators = append(s.Decorators, hiddenCall(s.Span, ".with_params", references(s.Span, s.TypeParams, names)...))
		s.TypeParams = nil
		return before, s
	case *syntax.ClassDef:
		return g.classDef(s)
	case *syntax.TypeAlias:
		before, names := g.variables(s.TypeParams)
		rename(names, nil, []syntax.Expr{s.Value})
		params := &syntax.Tuple{Span: s.Span, Elts: references(s.Span, s.TypeParams, names)}
		value := hiddenCall(s.Span, ".alias", literalText(s.Span, s.Name.ID), params, lazily(s.Value))
		s.Name.Ctx = syntax.Store
		return before, &syntax.Assign{Span: s.Span, Targets: []syntax.Expr{s.Name}, Value: value}
	case *syntax.If:
		s.Body, s.Else = g.block(s.Body), g.block(s.Else)
	case *syntax.For:
		s.Body, s.Else = g.block(s.Body), g.block(s.Else)
	case *syntax.While:
		s.Body, s.Else = g.block(s.Body), g.block(s.Else)
	case *syntax.With:
		s.Body = g.block(s.Body)
	case *syntax.Try:
		s.Body, s.Else, s.Finally = g.block(s.Body), g.block(s.Else), g.block(s.Finally)
		for _, h := range s.Handlers {
			h.Body = g.block(h.Body)
		}
	case *syntax.Match:
		for _, k := range s.Cases {
			k.Body = g.block(k.Body)
		}
	}
	return nil, s
}

// classDef gives a class what its methods need before itself: the methods do
// not see the variables of its body.
func (g *generics) classDef(s *syntax.ClassDef) (before []syntax.Stmt, _ syntax.Stmt) {
	for i, inner := range s.Body {
		hoisted, made := g.stmt(inner)
		before, s.Body[i] = append(before, hoisted...), made
	}
	if len(s.TypeParams) == 0 {
		return before, s
	}
	own, names := g.variables(s.TypeParams)
	rename(names, append(append([]syntax.Stmt(nil), s.Body...), before...), s.Bases)
	for _, k := range s.Keywords {
		rename(names, nil, []syntax.Expr{k.Value})
	}
	params := references(s.Span, s.TypeParams, names)
	s.Bases = append(s.Bases, hiddenCall(s.Span, ".generic", params...))
	s.Decorators = append(s.Decorators, hiddenCall(s.Span, ".with_params", references(s.Span, s.TypeParams, names)...))
	s.TypeParams = nil
	return append(own, before...), s
}

// variables makes the assignments of type parameters and gives their names.
func (g *generics) variables(params []*syntax.TypeParam) (made []syntax.Stmt, names map[string]string) {
	names = map[string]string{}
	for _, p := range params {
		g.n++
		names[p.Name] = fmt.Sprintf(".%s#%d", p.Name, g.n)
	}
	for _, p := range params {
		rename(names, nil, []syntax.Expr{p.Bound, p.Default})
		value := hiddenCall(p.Span, ".typevar", literalText(p.Span, p.Name), &syntax.Constant{Span: p.Span, Kind: syntax.Int, Int: int64(p.Kind)},
			lazily(p.Bound), lazily(p.Default))
		target := &syntax.Name{Span: p.Span, ID: names[p.Name], Ctx: syntax.Store}
		made = append(made, &syntax.Assign{Span: p.Span, Targets: []syntax.Expr{target}, Value: value})
	}
	return made, names
}

// rename changes names in statements and expressions.
func rename(names map[string]string, body []syntax.Stmt, exprs []syntax.Expr) {
	change := func(e syntax.Expr) {
		if n, ok := e.(*syntax.Name); ok && names[n.ID] != "" {
			n.ID = names[n.ID]
		}
	}
	walkStmts(body, func(syntax.Stmt) {}, change)
	for _, e := range exprs {
		walkExpr(e, change)
	}
}

func references(at syntax.Span, params []*syntax.TypeParam, names map[string]string) []syntax.Expr {
	var all []syntax.Expr
	for _, p := range params {
		all = append(all, &syntax.Name{Span: at, ID: names[p.Name], Ctx: syntax.Load})
	}
	return all
}

func literalText(at syntax.Span, s string) syntax.Expr {
	return &syntax.Constant{Span: at, Kind: syntax.Str, Str: s}
}

// lazily makes a function of an expression, or None of nil.
func lazily(e syntax.Expr) syntax.Expr {
	if e == nil {
		return &syntax.Constant{Kind: syntax.None}
	}
	return &syntax.Lambda{Span: e.Where(), Args: &syntax.Arguments{}, Body: e}
}

func hiddenCall(at syntax.Span, name string, params ...syntax.Expr) *syntax.Call {
	return &syntax.Call{Span: at, Func: &syntax.Name{Span: at, ID: name, Ctx: syntax.Load}, Args: params}
}

// plainName gives the name of a type parameter that a script has written.
func plainName(name string) string {
	if !strings.HasPrefix(name, ".") {
		return name
	}
	name, _, _ = strings.Cut(name[1:], "#")
	return name
}

func init() {
	for _, b := range []*builtin{
		inC(".typevar", func(_ *machine, a args) (Value, error) {
			kinds := map[Value]*Type{integer(int64(syntax.TypeVar)): typeVarType, integer(int64(syntax.ParamSpec)): paramSpecType,
				integer(int64(syntax.TypeVarTuple)): typeVarTupleType}
			v := &typeVar{t: kinds[a.pos[1]], name: a.pos[0].(string), bound: None}
			if a.pos[2] != None {
				v.lazyBound = a.pos[2]
			}
			if a.pos[3] != None {
				v.lazyDefault = a.pos[3]
			}
			return v, nil
		}),
		inC(".with_params", func(_ *machine, a args) (Value, error) {
			params := newTuple(append([]Value(nil), a.pos...)...)
			return inC(".with_params", func(_ *machine, a args) (Value, error) {
				switch v := a.pos[0].(type) {
				case *function:
					v.typeParams = params
				case *Type:
					v.setClassAttr("__type_params__", params)
				}
				return a.pos[0], nil
			}), nil
		}),
		inC(".generic", func(m *machine, a args) (Value, error) {
			if err := m.importPath("typing"); err != nil {
				return nil, err
			}
			return m.getItem(m.moduleAttr(modules["typing"], "Generic"), newTuple(append([]Value(nil), a.pos...)...))
		}),
		inC(".alias", func(_ *machine, a args) (Value, error) {
			return &typeAlias{name: a.pos[0].(string), params: a.pos[1].(*tuple), lazy: a.pos[2]}, nil
		}),
	} {
		builtins[b.name] = b
	}
}

// A typeAlias is what a type statement makes.
type typeAlias struct {
	name        string
	params      *tuple
	lazy, value Value // a function that gives the value; nil: not asked for
}

var typeAliasType = newType("typing.TypeAliasType")

func (*typeAlias) class() *Type { return typeAliasType }

func setupTypeAlias(t *Type) {
	t.repr = func(_ *machine, v Value) (string, error) { return v.(*typeAlias).name, nil }
	t.binary, t.reverse = unionOf, unionOf
	t.getItem = func(m *machine, v, key Value) (Value, error) {
		if len(v.(*typeAlias).params.items) == 0 {
			return nil, typeError("Only generic type aliases are subscriptable")
		}
		return newGenericAlias(v, key), nil
	}
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		a := v.(*typeAlias)
		switch name {
		case "__name__":
			return a.name, nil
		case "__module__":
			return "__main__", nil
		case "__type_params__", "__parameters__":
			return a.params, nil
		case "__value__":
			var err error
			if a.value == nil {
				a.value, err = m.call(a.lazy, args{})
			}
			return a.value, err
		}
		return nil, nil
	}
}
