package timeline_test

import (
	"os"
	"strings"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// TestAReprIsCPythons compares the inspector with what CPython printed of the
// same tasks at the same moments. A trace does not tell the line of a running
// task's outermost frame, nor where a coroutine was defined: there the
// inspector is silent. Of a task that is waited for it tells less.
func TestAReprIsCPythons(t *testing.T) {
	text, err := os.ReadFile("testdata/reprs.txt")
	if err != nil {
		t.Fatal(err)
	}
	tl := of(t, "reprs")
	var s *timeline.State
	task, compared := trace.Task(0), 0
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		if !strings.HasPrefix(line, "<") {
			s, task = tl.At(printed(t, tl, line)), 0
			continue
		}
		task++
		in := s.Inspect(task)
		want := reprFields(line)
		if len(want) != len(in.Fields) {
			t.Errorf("event %d: %s\nCPython's is %s", s.N, in.Repr, line)
			continue
		}
		for i, f := range in.Fields {
			got := f.Name + "=" + f.Value
			if f.Name == "" {
				got = f.Value
			}
			if cut, silent := strings.CutSuffix(got, ">"); silent && f.Name == "coro" && !strings.Contains(got, ":") {
				got, want[i] = cut, want[i][:min(len(cut), len(want[i]))]
			}
			if brief := strings.TrimSuffix(got, ">"); strings.HasPrefix(got, "wait_for=<Task") && strings.HasPrefix(want[i], brief) {
				want[i] = got // what that task waits for is left out
			}
			if got != want[i] {
				t.Errorf("event %d: %s has %s, CPython's %s", s.N, in.Repr, got, want[i])
			}
			compared++
		}
	}
	if compared < 80 {
		t.Errorf("only %d fields were compared", compared)
	}
}

// printed gives the event at which a line was printed.
func printed(t *testing.T, tl *timeline.Timeline, text string) int {
	t.Helper()
	for i := range tl.Outputs() {
		if tl.Output(i).Text == text {
			return tl.Output(i).N
		}
	}
	t.Fatalf("%q was not printed", text)
	return 0
}

// reprFields takes "<Task a b=c>" apart at the spaces that are in no bracket or
// quote.
func reprFields(repr string) []string {
	repr = strings.TrimSuffix(strings.TrimPrefix(repr, "<Task "), ">")
	var fields []string
	depth, begin, quote := 0, 0, rune(0)
	for i, r := range repr {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case strings.ContainsRune("<[(", r):
			depth++
		case strings.ContainsRune(">])", r):
			depth--
		case r == ' ' && depth == 0:
			fields, begin = append(fields, repr[begin:i]), i+1
		}
	}
	return append(fields, repr[begin:])
}
