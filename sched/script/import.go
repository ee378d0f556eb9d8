package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

// importStmt compiles import. The modules are there: the refusals have seen to
// it.
func (c *compiler) importStmt(s *syntax.Import) execFn {
	var steps []func(fr *frame) error
	for _, a := range s.Names {
		name, _, _ := strings.Cut(a.Name, ".")
		if a.AsName != "" {
			name = a.AsName
		}
		mod, store := modules[a.Name], c.storeName(name)
		steps = append(steps, func(fr *frame) error { return store(fr, mod) })
	}
	return runAll(steps)
}

func (c *compiler) importFrom(s *syntax.ImportFrom) execFn {
	var steps []func(fr *frame) error
	for _, a := range s.Names {
		name := a.Name
		if a.AsName != "" {
			name = a.AsName
		}
		v, store := modules[s.Module].attrs[a.Name], c.storeName(name)
		steps = append(steps, func(fr *frame) error { return store(fr, v) })
	}
	return runAll(steps)
}

func runAll(steps []func(fr *frame) error) execFn {
	return func(fr *frame) (signal, error) {
		for _, step := range steps {
			if err := step(fr); err != nil {
				return goOn, err
			}
		}
		return goOn, nil
	}
}
