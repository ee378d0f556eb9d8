package script

import (
	"testing"

	"loopscope/sched/script/syntax"
)

// TestNamesAreResolved asks how each name is reached from the innermost scope
// that a program has.
func TestNamesAreResolved(t *testing.T) {
	for name, c := range map[string]struct {
		source, name string
		want         refKind
	}{
		"module":                   {"x = 1", "x", globalRef},
		"local":                    {"def f():\n    x = 1", "x", localRef},
		"parameter":                {"def f(x): pass", "x", localRef},
		"star parameter":           {"def f(*x): pass", "x", localRef},
		"read only":                {"x = 1\ndef f(): return x", "x", globalRef},
		"global":                   {"def f():\n    global x\n    x = 1", "x", globalRef},
		"closure":                  {"def f():\n    x = 1\n    def g(): return x", "x", cellRef},
		"two functions up":         {"def f():\n    x = 1\n    def g():\n        def h(): return x", "x", cellRef},
		"nonlocal":                 {"def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2", "x", cellRef},
		"hidden by a local":        {"def f():\n    x = 1\n    def g():\n        x = 2", "x", localRef},
		"global between":           {"def f():\n    x = 1\n    def g():\n        global x\n        def h(): return x", "x", globalRef},
		"lambda":                   {"def f(x):\n    return lambda: x", "x", cellRef},
		"loop target":              {"def f():\n    for x in []: pass", "x", localRef},
		"except name":              {"def f():\n    try: pass\n    except E as x: pass", "x", localRef},
		"import":                   {"def f():\n    import asyncio as x", "x", localRef},
		"comprehension":            {"[x for x in []]", "x", localRef},
		"comprehension of a local": {"def f(x):\n    [y for y in [] if x]", "x", localRef},
		"comprehension's lambda":   {"[lambda: x for x in []]", "x", cellRef},
		"walrus in comprehension":  {"[x := y for y in []]", "x", globalRef},
		"deleted":                  {"def f():\n    del x", "x", localRef},
	} {
		t.Run(name, func(t *testing.T) {
			tree, err := syntax.Parse("test.py", []byte(c.source))
			if err != nil {
				t.Fatal(err)
			}
			r := resolve(tree)
			if got := r.find(innermost(r), c.name).kind; got != c.want {
				t.Errorf("%s is reached as %d, not %d, in\n%s", c.name, got, c.want, c.source)
			}
		})
	}
}

// innermost gives the scope with the most scopes around it.
func innermost(r *resolver) *scope {
	var deepest *scope
	most := -1
	for _, s := range r.scopes {
		depth := 0
		for at := s; at.parent != nil; at = at.parent {
			depth++
		}
		if depth > most {
			deepest, most = s, depth
		}
	}
	return deepest
}

func TestSlotsDoNotOverlap(t *testing.T) {
	tree, err := syntax.Parse("test.py", []byte(`def f(a, *b, c, **d):
    e = [g for g in a for h in g]
    def inner(): return e, [i for i in c]
`))
	if err != nil {
		t.Fatal(err)
	}
	r := resolve(tree)
	used := map[*scope]map[int]string{}
	take := func(f *scope, slot int, name string) {
		if used[f] == nil {
			used[f] = map[int]string{}
		}
		if other := used[f][slot]; other != "" {
			t.Errorf("%s and %s share slot %d", name, other, slot)
		}
		used[f][slot] = name
	}
	for _, s := range r.scopes {
		for _, v := range s.order {
			take(s.frame(), v.slot, v.name)
		}
		for v, slot := range s.free {
			take(s, slot, v.name)
		}
	}
	for f, slots := range used {
		if len(slots) != f.slots {
			t.Errorf("%d slots for %d variables", f.slots, len(slots))
		}
	}
}
