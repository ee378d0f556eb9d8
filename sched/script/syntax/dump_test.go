package syntax

import (
	"fmt"
	"reflect"
	"strings"
)

// dump writes a tree as CPython's ast.dump does with include_attributes, its
// columns counted in code points.
func dump(m *Module) string {
	var d dumper
	d.node(reflect.ValueOf(m).Elem())
	return d.String()
}

// dumpFields names the fields of each node as ast does. A Go type that is not
// listed here is no node.
var dumpFields = map[string]string{
	"Module":         "body:Body",
	"FunctionDef":    "name:Name args:Args body:Body decorator_list:Decorators returns:Returns type_params:TypeParams",
	"ClassDef":       "name:Name bases:Bases keywords:Keywords body:Body decorator_list:Decorators type_params:TypeParams",
	"Return":         "value:Value",
	"Delete":         "targets:Targets",
	"Assign":         "targets:Targets value:Value",
	"TypeAlias":      "name:Name type_params:TypeParams value:Value",
	"AugAssign":      "target:Target op:Op value:Value",
	"AnnAssign":      "target:Target annotation:Annotation value:Value simple:Simple",
	"For":            "target:Target iter:Iter body:Body orelse:Else",
	"While":          "test:Test body:Body orelse:Else",
	"If":             "test:Test body:Body orelse:Else",
	"With":           "items:Items body:Body",
	"Match":          "subject:Subject cases:Cases",
	"Raise":          "exc:Exc cause:Cause",
	"Try":            "body:Body handlers:Handlers orelse:Else finalbody:Finally",
	"Assert":         "test:Test msg:Msg",
	"Import":         "names:Names",
	"ImportFrom":     "module:Module names:Names level:Level",
	"Global":         "names:Names",
	"Nonlocal":       "names:Names",
	"ExprStmt":       "value:Value",
	"Pass":           "",
	"Break":          "",
	"Continue":       "",
	"BoolOp":         "op:Op values:Values",
	"NamedExpr":      "target:Target value:Value",
	"BinOp":          "left:Left op:Op right:Right",
	"UnaryOp":        "op:Op operand:Operand",
	"Lambda":         "args:Args body:Body",
	"IfExp":          "test:Test body:Body orelse:Else",
	"Dict":           "keys:Keys values:Values",
	"Set":            "elts:Elts",
	"ListComp":       "elt:Elt generators:Generators",
	"SetComp":        "elt:Elt generators:Generators",
	"DictComp":       "key:Key value:Value generators:Generators",
	"GeneratorExp":   "elt:Elt generators:Generators",
	"Await":          "value:Value",
	"Yield":          "value:Value",
	"YieldFrom":      "value:Value",
	"Compare":        "left:Left ops:Ops comparators:Comparators",
	"Call":           "func:Func args:Args keywords:Keywords",
	"FormattedValue": "value:Value conversion:Conversion format_spec:Spec",
	"JoinedStr":      "values:Values",
	"Attribute":      "value:Value attr:Attr ctx:Ctx",
	"Subscript":      "value:Value slice:Slice ctx:Ctx",
	"Starred":        "value:Value ctx:Ctx",
	"Name":           "id:ID ctx:Ctx",
	"List":           "elts:Elts ctx:Ctx",
	"Tuple":          "elts:Elts ctx:Ctx",
	"Slice":          "lower:Lower upper:Upper step:Step",
	"MatchValue":     "value:Value",
	"MatchSequence":  "patterns:Patterns",
	"MatchMapping":   "keys:Keys patterns:Patterns rest:Rest",
	"MatchClass":     "cls:Cls patterns:Patterns kwd_attrs:KwdAttrs kwd_patterns:KwdPatterns",
	"MatchStar":      "name:Name",
	"MatchAs":        "pattern:Pattern name:Name",
	"MatchOr":        "patterns:Patterns",
	"Arguments":      "posonlyargs:PosOnly args:Args vararg:Vararg kwonlyargs:KwOnly kw_defaults:KwDefaults kwarg:Kwarg defaults:Defaults",
	"Arg":            "arg:Name annotation:Annotation",
	"Keyword":        "arg:Name value:Value",
	"Alias":          "name:Name asname:AsName",
	"WithItem":       "context_expr:Context optional_vars:Vars",
	"MatchCase":      "pattern:Pattern guard:Guard body:Body",
	"ExceptHandler":  "type:Type name:Name body:Body",
	"Comprehension":  "target:Target iter:Iter ifs:Ifs is_async:Async",
	"TypeParam":      "name:Name bound:Bound default_value:Default",
}

// dumpNames are ast's names where they differ from Go's.
var dumpNames = map[string]string{
	"ExprStmt": "Expr", "Arguments": "arguments", "Arg": "arg", "Keyword": "keyword", "Alias": "alias",
	"WithItem": "withitem", "MatchCase": "match_case", "Comprehension": "comprehension",
}

// A dumper collects the text.
type dumper struct{ strings.Builder }

func (d *dumper) node(v reflect.Value) {
	switch n := v.Addr().Interface().(type) {
	case *Constant:
		fmt.Fprintf(d, "Constant(value=%s", n.repr())
		if n.U {
			d.WriteString(", kind='u'")
		}
		d.attributes(n.Span, ", ")
		return
	case *MatchSingleton:
		fmt.Fprintf(d, "MatchSingleton(value=%s", (&Constant{Kind: n.Kind}).repr())
		d.attributes(n.Span, ", ")
		return
	}
	d.WriteString(nodeName(v) + "(")
	sep := ""
	for _, field := range strings.Fields(dumpFields[v.Type().Name()]) {
		py, name, _ := strings.Cut(field, ":")
		f := v.FieldByName(name)
		if empty(v, f, py) {
			continue
		}
		d.WriteString(sep + py + "=")
		d.value(f)
		sep = ", "
	}
	if span := v.FieldByName("Span"); span.IsValid() {
		d.attributes(span.Interface().(Span), sep)
		return
	}
	d.WriteString(")")
}

func nodeName(v reflect.Value) string {
	name := v.Type().Name()
	if alias, ok := dumpNames[name]; ok {
		name = alias
	}
	async := v.FieldByName("Async")
	switch {
	case name == "TypeParam":
		return []string{"TypeVar", "TypeVarTuple", "ParamSpec"}[v.FieldByName("Kind").Uint()]
	case name == "Try" && v.FieldByName("Star").Bool():
		return "TryStar"
	case name != "comprehension" && async.IsValid() && async.Bool():
		return "Async" + name
	}
	return name
}

// empty tells which fields ast.dump leaves out: None and empty lists.
func empty(node, f reflect.Value, py string) bool {
	switch f.Kind() {
	case reflect.String, reflect.Slice:
		return f.Len() == 0
	case reflect.Pointer, reflect.Interface:
		return f.IsNil()
	}
	return false
}

func (d *dumper) attributes(s Span, sep string) {
	fmt.Fprintf(d, "%slineno=%d, col_offset=%d, end_lineno=%d, end_col_offset=%d)",
		sep, s.Pos.Line, s.Pos.Col, s.End.Line, s.End.Col)
}

func (d *dumper) value(v reflect.Value) {
	switch x := v.Interface().(type) {
	case Context:
		d.WriteString([]string{"Load()", "Store()", "Del()"}[x])
		return
	case BoolOperator:
		d.WriteString([]string{"And()", "Or()"}[x])
		return
	case Operator:
		d.WriteString(strings.Fields("Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()")[x])
		return
	case UnaryOperator:
		d.WriteString(strings.Fields("Invert() Not() UAdd() USub()")[x])
		return
	case CmpOperator:
		d.WriteString(strings.Fields("Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()")[x])
		return
	}
	d.plain(v)
}

func (d *dumper) plain(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		d.WriteString(quote(v.String(), Str))
	case reflect.Bool:
		d.WriteString(map[bool]string{false: "0", true: "1"}[v.Bool()])
	case reflect.Int:
		fmt.Fprint(d, v.Int())
	case reflect.Uint8: // a conversion
		fmt.Fprint(d, map[uint64]int{0: -1, 's': 115, 'r': 114, 'a': 97}[v.Uint()])
	case reflect.Slice:
		d.WriteString("[")
		for i := range v.Len() {
			if i > 0 {
				d.WriteString(", ")
			}
			d.value(v.Index(i))
		}
		d.WriteString("]")
	case reflect.Pointer:
		d.node(v.Elem())
	case reflect.Interface:
		if v.IsNil() {
			d.WriteString("None")
			return
		}
		d.node(v.Elem().Elem())
	}
}
