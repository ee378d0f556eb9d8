package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

// manglePrivate gives names like __x within a class their full form, as
// _Py_Mangle does: an inner class comes before the one around it.
func manglePrivate(body []syntax.Stmt) {
	var classes []*syntax.ClassDef
	walkStmts(body, func(s syntax.Stmt) {
		if def, ok := s.(*syntax.ClassDef); ok {
			classes = append(classes, def)
		}
	}, func(syntax.Expr) {})
	for i := len(classes) - 1; i >= 0; i-- {
		prefix := strings.TrimLeft(classes[i].Name, "_")
		if prefix == "" {
			continue
		}
		m := mangler{"_" + prefix}
		walkStmts(classes[i].Body, m.stmt, m.expr)
	}
}

type mangler struct{ prefix string }

func (m mangler) name(name *string) {
	if strings.HasPrefix(*name, "__") && !strings.HasSuffix(*name, "__") && !strings.Contains(*name, ".") {
		*name = m.prefix + *name
	}
}

// of gives the full form of a name.
func (m mangler) of(name string) string {
	m.name(&name)
	return name
}

func (m mangler) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		m.name(&s.Name)
		m.params(s.Args)
	case *syntax.ClassDef:
		m.name(&s.Name)
	case *syntax.Global:
		for i := range s.Names {
			m.name(&s.Names[i])
		}
	case *syntax.Nonlocal:
		for i := range s.Names {
			m.name(&s.Names[i])
		}
	case *syntax.Try:
		for _, h := range s.Handlers {
			m.name(&h.Name)
		}
	}
}

func (m mangler) params(a *syntax.Arguments) {
	for _, p := range parameters(a) {
		m.name(&p.Name)
	}
}

func (m mangler) expr(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		m.name(&e.ID)
	case *syntax.Attribute:
		m.name(&e.Attr)
	case *syntax.NamedExpr:
		m.name(&e.Target.ID)
	case *syntax.Lambda:
		m.params(e.Args)
	case *syntax.Call:
		for _, k := range e.Keywords {
			m.name(&k.Name)
		}
	}
}
