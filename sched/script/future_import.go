package script

import (
	"slices"

	"loopscope/sched/script/syntax"
)

// A feature is what __future__ has for each of its names.
type feature struct{ text string }

var featureType = newType("_Feature")

func (*feature) class() *Type { return featureType }

// futureModule mirrors Lib/__future__.py.
func futureModule() *module {
	mod := newModule("__future__")
	for name, text := range map[string]string{
		"annotations":      "_Feature((3, 7, 0, 'beta', 1), None, 16777216)",
		"generator_stop":   "_Feature((3, 5, 0, 'beta', 1), (3, 7, 0, 'alpha', 0), 8388608)",
		"division":         "_Feature((2, 2, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 131072)",
		"print_function":   "_Feature((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 1048576)",
		"absolute_import":  "_Feature((2, 5, 0, 'alpha', 1), (3, 0, 0, 'alpha', 0), 262144)",
		"unicode_literals": "_Feature((2, 6, 0, 'alpha', 2), (3, 0, 0, 'alpha', 0), 2097152)",
		"with_statement":   "_Feature((2, 5, 0, 'alpha', 1), (2, 6, 0, 'alpha', 0), 32768)",
		"generators":       "_Feature((2, 2, 0, 'alpha', 1), (2, 3, 0, 'final', 0), 0)",
		"nested_scopes":    "_Feature((2, 1, 0, 'beta', 1), (2, 2, 0, 'alpha', 0), 16)",
	} {
		mod.attrs[name] = &feature{text}
	}
	return mod
}

func setupFeature(t *Type) {
	t.repr = func(_ *machine, v Value) (string, error) { return v.(*feature).text, nil }
}

// postponesAnnotations says whether a module imports annotations from
// __future__.
func postponesAnnotations(body []syntax.Stmt) bool {
	return slices.ContainsFunc(body, func(s syntax.Stmt) bool {
		imp, ok := s.(*syntax.ImportFrom)
		return ok && imp.Module == "__future__" && slices.ContainsFunc(imp.Names, func(a *syntax.Alias) bool { return a.Name == "annotations" })
	})
}
