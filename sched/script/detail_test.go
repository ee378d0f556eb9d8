package script

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// ran runs a script to its end.
func ran(t *testing.T, name, source string) *Run {
	t.Helper()
	p, err := Load(trace.Listing{Name: name, Source: source}, Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	r := p.Start()
	t.Cleanup(func() { _ = r.Close() })
	toEnd(t, r)
	return r
}

func toEnd(t *testing.T, r *Run) {
	t.Helper()
	log := trace.NewLog()
	for {
		if err := r.Next(context.Background(), log); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// allLines gives the lines of a whole run, stretch after stretch.
func allLines(t *testing.T, r *Run) (all []trace.LineStep) {
	t.Helper()
	for n := 0; n < r.m.events(); {
		l, err := r.Detail(context.Background(), nil, n)
		if err != nil {
			t.Fatalf("the lines behind event %d: %v", n, err)
		}
		if l.From != n {
			t.Fatalf("the stretch behind event %d begins at %d", n, l.From)
		}
		all = append(all, l.Steps...)
		n = l.To
	}
	return all
}

func TestLinesAreThoseOfCPython(t *testing.T) {
	scripts, _ := filepath.Glob("testdata/lines/*.py")
	if len(scripts) < 10 {
		t.Fatalf("%d scripts", len(scripts))
	}
	for _, path := range scripts {
		want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".txt")
		if errors.Is(err, os.ErrNotExist) {
			continue // the script that writes the others
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, step := range allLines(t, ran(t, filepath.Base(path), string(source))) {
				got = append(got, fmt.Sprintf("%d %s", step.Line, step.Fn))
			}
			lines := strings.Split(strings.TrimSuffix(string(want), "\n"), "\n")
			for i := range max(len(got), len(lines)) {
				switch {
				case i >= len(got):
					t.Fatalf("line event %d: want %q, got the end", i+1, lines[i])
				case i >= len(lines):
					t.Fatalf("line event %d: want the end, got %q", i+1, got[i])
				case got[i] != lines[i]:
					t.Fatalf("line event %d: want %q, got %q, behind %q", i+1, lines[i], got[i], got[max(0, i-6):i])
				}
			}
		})
	}
}

// scripts are all that stand here, and those of the conformance suite where
// that is at hand.
func scripts(t *testing.T) (paths []string) {
	for _, pattern := range []string{"testdata/*.py", "testdata/lines/*.py", "../../../shared/conformance/scripts/*.py", "../../../shared/conformance/cases/*.py"} {
		more, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, more...)
	}
	return paths
}

func TestASecondRunIsLikeTheFirst(t *testing.T) {
	for _, path := range scripts(t) {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Load(trace.Listing{Name: filepath.Base(path), Source: string(source)}, Options{})
		if err != nil {
			continue // the engine refuses it
		}
		r := p.Start()
		toEnd(t, r)
		allLines(t, r)
		if r.detail == nil {
			t.Errorf("%s: there is no second run", path)
			continue
		}
		first, second := r.m.loop.Log().View(), r.detail.log.View()
		for n := second.First(); n <= min(first.Len(), second.Len()); n++ {
			if a, b := first.At(n), second.At(n); a.Kind != b.Kind || a.Task != b.Task || a.Line != b.Line || a.T != b.T {
				t.Errorf("%s: event %d was %v and is %v", path, n, a, b)
				break
			}
		}
		if first.Len() != second.Len() {
			t.Errorf("%s: %d events and %d", path, first.Len(), second.Len())
		}
		if err := r.Close(); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}
