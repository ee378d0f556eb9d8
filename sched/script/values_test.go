package script

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// TestPrintsWhatCPythonPrints runs the scripts of testdata, and the programs,
// which are as people write them. Their .txt files are what CPython 3.13 prints:
// python3.13 X.py > X.txt, or the referee's oracle where time is printed.
func TestPrintsWhatCPythonPrints(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"testdata/*.py", "testdata/programs/*.py"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no scripts %s: %v", pattern, err)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			got, end := printed(t, string(source), Options{})
			compareLines(t, strings.Split(strings.TrimSuffix(string(want), "\n"), "\n"), strings.Split(got, "\n"))
			if end != "run.exit result " {
				t.Errorf("the script ended with %q", end)
			}
		})
	}
}

func compareLines(t *testing.T, want, got []string) {
	t.Helper()
	const most = 5
	wrong := 0
	for i := range max(len(want), len(got)) {
		w, g := "(no more)", "(no more)"
		if i < len(want) {
			w = addresses.ReplaceAllString(want[i], "0x0")
		}
		if i < len(got) {
			g = addresses.ReplaceAllString(got[i], "0x0")
		}
		if w == g {
			continue
		}
		if wrong++; wrong > most {
			return
		}
		t.Errorf("line %d of the output\nCPython %s\nhere    %s", i+1, w, g)
	}
}

// printed runs a script and gives what it printed and how it ended: the kind,
// outcome and text of the last event.
func printed(t testing.TB, source string, opts Options) (text, end string) {
	t.Helper()
	view := runToEnd(t, trace.Listing{Name: "test.py", Source: source}, opts).View()
	var lines []string
	for i := 1; i <= view.Len(); i++ {
		switch e := view.At(i); e.Kind {
		case trace.Print:
			lines = append(lines, view.String(e.Name))
		case trace.RunResult, trace.RunExit, trace.RunRefused:
			end = e.Kind.String() + " " + e.What.String() + " " + view.String(e.Name)
			if r, ok := view.Payload(e).(trace.Result); ok && r.Limit != "" {
				end += r.Limit
			}
		}
	}
	return strings.Join(lines, "\n"), end
}
