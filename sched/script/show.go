package script

import (
	"slices"
	"strconv"
	"strings"
)

// shownWithArgs are the classes whose arguments TRACE.md shows.
var shownWithArgs = []string{"ValueError", "KeyError", "OSError", "ZeroDivisionError", "TimeoutError",
	"CancelledError", "SystemExit", "KeyboardInterrupt"}

// show gives TRACE.md's canonical text of a value. It runs no code of the
// script and cannot fail.
func (m *machine) show(v any) string {
	v = plain(valueOf(v))
	switch v := v.(type) {
	case string:
		return "'" + v + "'"
	case float64:
		return showFloat(v)
	case *exception:
		return m.showError(v)
	case *future:
		if t := v.f.Task(); t != nil {
			return "<Task " + t.Name() + ">"
		}
		return "<Future>"
	case *coroutine:
		return "<coroutine>"
	case *list:
		return m.showAll(v, v.items)
	case *tuple:
		return m.showAll(v, v.items)
	case *set:
		return m.showAll(v, v.items())
	}
	if t := typeOf(v); t == noneType || t == boolType || t == intType {
		text, err := m.str(v)
		if err != nil {
			return "<int>"
		}
		return text
	}
	return "<" + typeOf(v).short() + ">"
}

// showAll shows items; one that contains itself ends somewhere, and so does one
// that nobody can read.
func (m *machine) showAll(v Value, items []Value) string {
	const longest = 1 << 20 // bytes
	text, err := m.display(v, "[...]", func() (string, error) {
		var out strings.Builder
		for i, item := range items {
			if i > 0 {
				out.WriteString(", ")
			}
			if out.Len() > longest {
				out.WriteString("...")
				break
			}
			out.WriteString(m.show(item))
		}
		return "[" + out.String() + "]", nil
	})
	if err != nil {
		return "[...]"
	}
	return text
}

func showFloat(x float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', 6, 64), "0"), ".")
	switch s {
	case "-0":
		return "0"
	case "+Inf":
		return "inf"
	case "-Inf":
		return "-inf"
	case "NaN":
		return "nan"
	}
	return s
}

// showError is show for what the loop carries as an error.
func (m *machine) showError(err error) string {
	e, ok := err.(*exception)
	if !ok {
		return "<" + err.Error() + ">"
	}
	if e.group != nil {
		excs := make([]Value, len(e.group))
		for i, inner := range e.group {
			excs[i] = inner
		}
		return e.cls.name + "(" + m.show(e.args[0]) + ", " + m.showAll(e, excs) + ")"
	}
	if !slices.Contains(shownWithArgs, e.cls.name) {
		return e.cls.name
	}
	parts := make([]string, len(e.args))
	for i, a := range e.args {
		parts[i] = m.show(a)
	}
	return e.cls.name + "(" + strings.Join(parts, ", ") + ")"
}

// showMessage is show for the message of a cancel: a string has no quotes.
func (m *machine) showMessage(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return m.show(v)
}
