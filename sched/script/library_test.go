package script

import (
	"fmt"
	"testing"

	"loopscope/sched/script/syntax"
	"loopscope/sched/trace"
)

// TestLibrariesNeedNothingThatIsRefused holds the modules in Python to what a
// script is held to, but for the modules that are their own.
func TestLibrariesNeedNothingThatIsRefused(t *testing.T) {
	for _, l := range libraries {
		source, err := libFiles.ReadFile("lib/" + l.file)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := syntax.Parse(l.file, source)
		if err != nil {
			t.Errorf("%s: %v", l.file, err)
			continue
		}
		l.compile()
		r := resolve(tree)
		r.lib = l
		if no := refuse(tree, r); no != nil {
			t.Errorf("%s:%d: %s", l.file, no.Line, no.Reason)
		}
	}
}

// TestLinesAreTheScripts lets an exception, a print and a refusal come out of a
// module in Python: none of them tells a line of that module.
func TestLinesAreTheScripts(t *testing.T) {
	const source = `import contextlib

class Closes:
    def close(self):
        print("closed")
        self.%s

with contextlib.closing(Closes()):
    pass
`
	for attr, want := range map[string]string{
		"missing":    "Traceback (most recent call last):\n  File \"test.py\", line 8, in <module>\n    with contextlib.closing(Closes()):\n  File \"test.py\", line 6, in close\n    self.missing\nAttributeError: 'Closes' object has no attribute 'missing'\n",
		"__sizeof__": "",
	} {
		log := runToEnd(t, trace.Listing{Name: "test.py", Source: fmt.Sprintf(source, attr)}, Options{})
		got, view := "", log.View()
		for i := 1; i <= view.Len(); i++ {
			e := view.At(i)
			switch {
			case e.Kind == trace.Stderr:
				got += view.String(e.Name) + "\n"
			case e.Kind == trace.Print && e.Line != 5:
				t.Errorf("the print is told of in line %d", e.Line)
			case e.Kind == trace.RunRefused && e.Line != 6:
				t.Errorf("the refusal is told of in line %d", e.Line)
			}
		}
		if got != want {
			t.Errorf("with %s, stderr is\n%s", attr, got)
		}
	}
}
