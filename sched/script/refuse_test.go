package script

import (
	"errors"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

func TestRefusalNamesFeatureAndLine(t *testing.T) {
	for source, want := range map[string]string{
		"\nclass A(staticmethod): pass\n\nclass B(staticmethod): pass": "inheriting from staticmethod is not here yet, lines 2, 4",
		"import os":                              "module os is not here by design, line 1",
		"from os import path":                    "module os is not here by design, line 1",
		"from . import x":                        "module . is not here yet, line 1",
		"from asyncio import StreamWriter":       "asyncio.StreamWriter is not here yet, line 1",
		"from asyncio import *":                  "import * is not here yet, line 1",
		"import asyncio\nasyncio.StreamWriter()": "asyncio.StreamWriter is not here yet, line 2",
		"import asyncio as a\na.StreamWriter()":  "asyncio.StreamWriter is not here yet, line 2",
		"import os.path":                         "module os.path is not here by design, line 1",
		"import requests":                        "module requests is not here yet, line 1",
		"open('x')":                              "open is not here by design, line 1",
		"x = lambda: eval('1')":                  "eval is not here by design, line 1",
		"x: memoryview = 1":                      "memoryview is not here yet, line 1",
		"def f(a: int) -> memoryview: pass":      "memoryview is not here yet, line 1",
		"print(__spec__)":                        "__spec__ is not here yet, line 1",
		"import asyncio\nasyncio.sslproto.X":     "asyncio.sslproto is not here yet, line 2",
		"x = memoryview\n\nimport os":            "memoryview is not here yet, line 1; module os is not here by design, line 3",
	} {
		_, err := Load(trace.Listing{Name: "test.py", Source: source}, Options{})
		var refusal *Refusal
		if !errors.As(err, &refusal) {
			t.Errorf("%q is not refused: %v", source, err)
			continue
		}
		if !strings.HasPrefix(refusal.Reason, want+". The embedded engine runs") {
			t.Errorf("%q is refused because %q, not because %q", source, refusal.Reason, want)
		}
	}
}

func TestWhatOnlyLooksUnknownIsNotRefused(t *testing.T) {
	for _, source := range []string{
		"def open(x): return x\nprint(open(1))",
		"input = 3\nprint(input)",
		"def f(): pass\nf.encode = 1\nprint(f.encode)",
		"import asyncio\nasyncio.no_such_name",
		"'a'.no_such_name",
		"no_such_name",
	} {
		if _, err := Load(trace.Listing{Name: "test.py", Source: source}, Options{}); err != nil {
			t.Errorf("%q is refused: %v", source, err)
		}
	}
}

func TestSyntaxErrorIsARefusal(t *testing.T) {
	p, err := Load(trace.Listing{Name: "test.py", Source: "x = 1\nif x\n    pass\n"}, Options{})
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Syntax == nil || refusal.Line != 2 || refusal.Reason != "SyntaxError: expected ':'" {
		t.Fatalf("Load gives %v", err)
	}
	log := runToEnd(t, p.listing, Options{})
	want := `{"ev": "run.program", "name": "test.py"}
{"ev": "run.refused", "reason": "SyntaxError: expected ':'", "line": 2}
`
	if got := string(trace.NewEncoder().Append(nil, log.View())); got != want {
		t.Errorf("its trace is\n%s", got)
	}
}

func TestGeneratorLeftWithCleanupIsToldOf(t *testing.T) {
	const source = `def gen():
    try:
        yield 1
    %s

class Box: pass
box = Box()
box.g = gen()
next(box.g)
del box.g
`
	for clause, want := range map[string]string{
		"finally:\n        print('cleanup')": "run.refused  leaving the generator gen unfinished, with cleanup to be run, is not here yet. " + has,
		"except ValueError:\n        pass":   "run.exit result ",
	} {
		if _, end := printed(t, strings.Replace(source, "%s", clause, 1), Options{}); end != want {
			t.Errorf("with %q the run ends with %q, not %q", clause, end, want)
		}
	}
}
