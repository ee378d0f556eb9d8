package script

import (
	"fmt"
	"slices"
	"strings"

	"loopscope/sched/script/syntax"
)

// A Refusal says why a program is not run at all: a syntax error, or what the
// engine does not have.
type Refusal struct {
	Reason string
	Line   int           // of the first thing that is wrong, from 1
	Syntax *syntax.Error // nil: the program is right, but more than the engine has
}

// Error gives the reason with its line.
func (r *Refusal) Error() string {
	if r.Syntax != nil {
		return fmt.Sprintf("line %d: %s", r.Line, r.Reason)
	}
	return r.Reason
}

// byDesign are the modules and builtins that the engine will never have: what
// it runs cannot reach the machine, nor text that it was not shown.
var byDesign = []string{
	"module os is", "module socket is", "module subprocess is", "module signal is", "module weakref is", "module uuid is", "module secrets is", "module queue is", "module zoneinfo is",
	"starting a thread is",
	"module multiprocessing is", "module pathlib is", "module shutil is", "module tempfile is", "module ssl is",
	"module select is", "module selectors is", "module ctypes is", "module http is", "module urllib is",
	"asyncio.open_connection is", "asyncio.start_server is", "asyncio.create_subprocess_exec is",
	".add_signal_handler of _UnixSelectorEventLoop is", ".remove_signal_handler of _UnixSelectorEventLoop is", ".add_reader of _UnixSelectorEventLoop is", ".add_writer of _UnixSelectorEventLoop is",
	"asyncio.create_subprocess_shell is", "open is", "input is", "exec is", "eval is", "compile is", "breakpoint is",
}

// notHere says of a feature that the engine does not have it.
func notHere(what string) string {
	base, _, _ := strings.Cut(what, ".")
	if slices.Contains(byDesign, what) || slices.Contains(byDesign, base+" is") {
		return what + " not here by design"
	}
	return what + " not here yet"
}

// has tells a user what to write instead of what was refused.
const has = "The embedded engine runs most of the Python that programs about asyncio are written in, and nothing of it differently: write these lines in another way"

// refusals collects what a program needs and the engine does not have.
type refusals struct {
	r       *resolver
	imports map[string]*module // names bound by import
	stored  map[string]bool    // attributes that the script sets itself
	known   map[string]bool    // attributes that some value of the engine has
	found   map[string][]int   // lines by feature
	order   []string
	atOnce  map[syntax.Expr]bool // names of globals() and its like where what it gives is used at once
}

// refuse looks through the whole tree before anything of it runs.
func refuse(m *syntax.Module, r *resolver) *Refusal {
	w := &refusals{r: r, imports: map[string]*module{}, found: map[string][]int{}, atOnce: map[syntax.Expr]bool{}}
	w.known = engineAttributes()
	w.stored = storedAttributes(m, r)
	walkStmts(m.Body, w.note, w.namespaceUses)
	w.namespacesOfFunctions()
	walkStmts(m.Body, w.stmt, w.expr)
	if len(w.order) == 0 {
		return nil
	}
	line := 0
	var parts []string
	for _, what := range w.order {
		lines := w.found[what]
		slices.Sort(lines)
		lines = slices.Compact(lines)
		if line == 0 || lines[0] < line {
			line = lines[0]
		}
		parts = append(parts, notHere(what)+", "+inLines(lines))
	}
	return &Refusal{Reason: strings.Join(parts, "; ") + ". " + has, Line: line}
}

func inLines(lines []int) string {
	if len(lines) == 1 {
		return fmt.Sprintf("line %d", lines[0])
	}
	const most = 5
	var parts []string
	for _, l := range lines[:min(len(lines), most)] {
		parts = append(parts, fmt.Sprint(l))
	}
	if len(lines) > most {
		parts = append(parts, "…")
	}
	return "lines " + strings.Join(parts, ", ")
}

// missing notes a feature with its verb: "classes are".
func (w *refusals) missing(n syntax.Node, format string, a ...any) {
	what := fmt.Sprintf(format, a...)
	if w.found[what] == nil {
		w.order = append(w.order, what)
	}
	w.found[what] = append(w.found[what], n.Where().Pos.Line)
}

// note collects what the names of modules are bound to.
func (w *refusals) note(s syntax.Stmt) {
	if loop, ok := s.(*syntax.For); ok && w.r.namespaceCall(loop.Iter) != "" {
		w.atOnce[loop.Iter.(*syntax.Call).Func] = true
	}
	if from, ok := s.(*syntax.ImportFrom); ok {
		w.uses(modules[from.Module])
	}
	imp, ok := s.(*syntax.Import)
	if !ok {
		return
	}
	for _, a := range imp.Names {
		name, _, _ := strings.Cut(a.Name, ".")
		w.uses(modules[a.Name])
		if a.AsName != "" {
			w.imports[a.AsName] = modules[a.Name]
		} else {
			w.imports[name] = modules[name]
		}
	}
}

// uses notes what attributes the classes of a module have.
func (w *refusals) uses(mod *module) {
	if mod == nil || mod.lib == nil {
		return
	}
	mod.lib.compile()
	for name := range mod.lib.stored {
		w.stored[name] = true
	}
}

// storedAttributes are the names of the attributes that a program sets, and
// those that its classes have.
func storedAttributes(m *syntax.Module, r *resolver) map[string]bool {
	stored := map[string]bool{}
	for _, scope := range r.scopes {
		if scope.kind == classScope {
			for name := range scope.vars {
				stored[name] = true
			}
		}
	}
	walkStmts(m.Body, func(syntax.Stmt) {}, func(e syntax.Expr) {
		if a, ok := e.(*syntax.Attribute); ok && a.Ctx == syntax.Store {
			stored[a.Attr] = true
		}
	})
	return stored
}

func (w *refusals) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.ClassDef:
		w.classDef(s)
	case *syntax.FunctionDef:
		_, notes := annotated(s)
		for _, e := range notes {
			w.annotation(e)
		}
	case *syntax.AnnAssign:
		w.annotation(s.Annotation)
	case *syntax.Import:
		for _, a := range s.Names {
			if !w.importable(a.Name) {
				w.missing(s, "module %s is", a.Name)
			}
		}
	case *syntax.ImportFrom:
		w.importFrom(s)
	}
}

// classDef refuses what a class cannot be here.
func (w *refusals) classDef(s *syntax.ClassDef) {
	for _, k := range s.Keywords {
		if k.Name == "" {
			w.missing(s, "** in a class statement is")
		}
	}
	for _, b := range s.Bases {
		name, ok := b.(*syntax.Name)
		if !ok || w.r.bound[name.ID] {
			continue
		}
		if t, ok := builtins[name.ID].(*Type); ok && t.alloc == nil && t != boolType && t != rangeType && t != sliceType {
			w.missing(s, "inheriting from %s is", name.ID)
		}
	}
	for _, in := range s.Body {
		if def, ok := in.(*syntax.FunctionDef); ok && slices.Contains(unknownHooks, def.Name) {
			w.missing(def, "%s is", def.Name)
		}
	}
}

// unknownHooks are special methods that CPython calls and the engine does not.
var unknownHooks = []string{"__del__",
	"__reduce__", "__sizeof__", "__buffer__"}

// importable says whether there is a module to be imported. Those whose names
// begin with _ are for the engine's own.
func (w *refusals) importable(name string) bool {
	return modules[name] != nil && (name[0] != '_' || name == "__future__" || w.r.lib != nil)
}

func (w *refusals) importFrom(s *syntax.ImportFrom) {
	mod := modules[s.Module]
	if !w.importable(s.Module) || s.Level > 0 {
		w.missing(s, "module %s is", strings.Repeat(".", s.Level)+s.Module)
		return
	}
	for _, a := range s.Names {
		switch {
		case a.Name == "*":
			w.missing(s, "import * is")
		case !mod.has(a.Name):
			w.missing(s, "%s.%s is", s.Module, a.Name)
		}
	}
}

func (w *refusals) expr(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		if !w.defined(e.ID) && !w.atOnce[e] && (knownMissing("builtins", e.ID) || slices.Contains(moduleNames, e.ID)) {
			w.missing(e, "%s is", e.ID)
		}
	case *syntax.Attribute:
		w.attribute(e)
	}
}

// moduleNames are names that a module of CPython has without binding them.
var moduleNames = []string{"__builtins__", "__annotations__", "__spec__", "__package__", "__loader__", "__cached__"}

// defined says whether a name is the script's own or one of the builtins.
func (w *refusals) defined(name string) bool { return builtins[name] != nil || w.r.bound[name] }

// annotation refuses one that is to be kept as a string and has no text here.
func (w *refusals) annotation(e syntax.Expr) {
	if _, ok := unparse(e); !ok && w.r.postponed {
		w.missing(e, "this annotation under from __future__ import annotations is")
	}
}

// attribute refuses what is known to be missing: of a module by its name, of
// other values if nothing in the engine has such an attribute.
func (w *refusals) attribute(e *syntax.Attribute) {
	if name, ok := e.Value.(*syntax.Name); ok {
		if mod := w.imports[name.ID]; mod != nil {
			if !mod.has(e.Attr) && knownMissing(mod.name, e.Attr) {
				w.missing(e, "%s.%s is", mod.name, e.Attr)
			}
			return
		}
	}
	if w.known[e.Attr] || w.stored[e.Attr] {
		return
	}
	for _, of := range valueTypes {
		if knownMissing(of, e.Attr) {
			w.missing(e, ".%s of %s is", e.Attr, of)
			return
		}
	}
}

// valueTypes are the types of knownNames whose values a script can have.
var valueTypes = []string{"str", "list", "dict", "set", "frozenset", "int", "float", "tuple", "range", "Task", "Future",
	"_UnixSelectorEventLoop", "Timeout", "TaskGroup", "Lock", "Event", "Condition", "Semaphore", "Barrier", "Queue", "TimerHandle", "coroutine", "BaseException", "OSError", "BaseExceptionGroup", "function",
	"method", "type", "partial", "object"}

// engineAttributes are the names of all attributes that types here have, and
// of those that are computed.
func engineAttributes() map[string]bool {
	known := map[string]bool{}
	for _, t := range allTypes {
		for name := range t.attrs {
			known[name] = true
		}
	}
	for _, name := range strings.Fields(classAttributes + " mro __subclasses__ __closure__ cell_contents gi_suspended gi_code gi_frame gi_yieldfrom ag_running ag_suspended ag_code ag_frame ag_await add_note __traceback__ filename filename2 name obj path msg start stop step message exceptions __match_args__ __dict__ __bases__ __base__ fget fset fdel gi_running __wrapped__ __name__ __qualname__ __module__ __doc__ __class__ __mro__ __self__ __func__ " +
		"args __cause__ __context__ __suppress_context__ __traceback__ tb_lineno tb_next value code errno strerror func keywords") {
		known[name] = true
	}
	return known
}

// walkStmts calls the functions for all statements and expressions of a body,
// those of inner functions too.
func walkStmts(body []syntax.Stmt, stmt func(syntax.Stmt), expr func(syntax.Expr)) {
	for _, s := range body {
		stmt(s)
		for _, e := range stmtExprs(s) {
			walkExpr(e, expr)
		}
		switch s := s.(type) {
		case *syntax.FunctionDef:
			walkStmts(s.Body, stmt, expr)
		case *syntax.ClassDef:
			walkStmts(s.Body, stmt, expr)
		default:
			for _, block := range blocks(s) {
				walkStmts(block, stmt, expr)
			}
		}
	}
}
