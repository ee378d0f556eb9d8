package script

import "loopscope/sched/script/syntax"

// pruneTypeChecking empties the blocks that only type checkers read, under
// if TYPE_CHECKING: they never run, and import what need not be there.
func pruneTypeChecking(body []syntax.Stmt) {
	imported := false
	walkStmts(body, func(s syntax.Stmt) {
		switch s := s.(type) {
		case *syntax.ImportFrom:
			for _, a := range s.Names {
				imported = imported || s.Module == "typing" && a.Name == "TYPE_CHECKING" && a.AsName == ""
			}
		case *syntax.Import:
			for _, a := range s.Names {
				imported = imported || a.Name == "typing"
			}
		}
	}, func(syntax.Expr) {})
	if !imported {
		return
	}
	walkStmts(body, func(s syntax.Stmt) {
		if test, ok := s.(*syntax.If); ok && isTypeChecking(test.Test) {
			test.Body = []syntax.Stmt{&syntax.Pass{Span: test.Span}}
		}
	}, func(syntax.Expr) {})
}

func isTypeChecking(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Name:
		return e.ID == "TYPE_CHECKING"
	case *syntax.Attribute:
		of, ok := e.Value.(*syntax.Name)
		return ok && of.ID == "typing" && e.Attr == "TYPE_CHECKING"
	}
	return false
}
