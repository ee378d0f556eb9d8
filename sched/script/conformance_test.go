package script

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// conformance is where the referee's cases stand; its golden traces are
// CPython's own.
const conformance = "../../../shared/conformance"

func TestTracesAreCPythons(t *testing.T) {
	for folder, goldens := range map[string]string{"cases": "golden", "scripts": "golden-scripts"} {
		paths, err := filepath.Glob(filepath.Join(conformance, folder, "*.py"))
		if err != nil || len(paths) == 0 {
			t.Skip("no conformance cases at " + conformance)
		}
		checkGoldens(t, paths, filepath.Join(conformance, goldens))
	}
}

// TestLinesAreCPythons runs scripts whose traces, from the referee's oracle,
// stand beside them: script_oracle.py X.py > X.jsonl.
func TestLinesAreCPythons(t *testing.T) {
	paths, err := filepath.Glob("testdata/traces/*.py")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts in testdata/traces: %v", err)
	}
	checkGoldens(t, paths, "testdata/traces")
}

// checkGoldens compares the traces of scripts with their goldens.
func checkGoldens(t *testing.T, paths []string, goldens string) {
	for _, path := range paths {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join(goldens, strings.TrimSuffix(name, ".py")+".jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := firstDifference(readTrace(t, want, name), readTrace(t, traceOf(t, path), name)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// traceOf runs a script to its end and gives its trace as JSON lines.
func traceOf(t *testing.T, path string) []byte {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	log := runToEnd(t, trace.Listing{Name: filepath.Base(path), Source: string(source)}, Options{})
	return trace.NewEncoder().Append(nil, log.View())
}

// runToEnd runs a listing to its end and checks that its trace is a possible
// one and that no goroutine is left.
func runToEnd(t testing.TB, l trace.Listing, opts Options) *trace.Log {
	t.Helper()
	p, err := Load(l, opts)
	var refusal *Refusal
	if err != nil && !errors.As(err, &refusal) {
		t.Fatal(err)
	}
	goroutines := runtime.NumGoroutine()
	run, log := p.Start(), trace.NewLog()
	for err = nil; err == nil; {
		err = run.Next(context.Background(), log)
	}
	if closed := run.Close(); err != io.EOF || closed != nil {
		t.Fatalf("%s: %v, %v", l.Name, err, closed)
	}
	if err := trace.NewChecker().Check(log.View()); err != nil {
		t.Errorf("%s: no run could be told like this: %v", l.Name, err)
	}
	if left := runtime.NumGoroutine(); left > goroutines {
		t.Errorf("%s leaves %d goroutines", l.Name, left-goroutines)
	}
	return log
}

// fields are the fields that TRACE.md gives to each event: others, and other
// events, are passed over (check.py).
var fields = func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(`run.refused reason
run.result t result exception cancelled deadlock too_long pending
run.exit t exception cancelled
task.created task name fn by eager line
task.done t task name result exception cancelled
task.waiting task on line
task.cancel task msg by
task.uncancel task count
task.eager_end task
handle.scheduled handle what task fn of when
handle.begin handle what task fn of turn t
handle.end handle t
handle.cancelled handle
print t task line text
loop.exception t message exception
loop.shutdown t tasks
future.never_retrieved future exception
coroutine.never_awaited fn
`) {
		words := strings.Fields(line)
		all[words[0]] = words[1:]
	}
	return all
}()

func readTrace(t *testing.T, text []byte, name string) (events []map[string]any) {
	t.Helper()
	for line := range bytes.Lines(text) {
		var e map[string]any
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		known, ok := fields[e["ev"].(string)]
		if !ok {
			continue
		}
		kept := map[string]any{"ev": e["ev"]}
		for _, k := range known {
			if v, ok := e[k]; ok {
				kept[k] = v
			}
		}
		if text, ok := kept["text"].(string); ok {
			kept["text"] = canonicalText(text, name)
		}
		events = append(events, kept)
	}
	return events
}

var addresses = regexp.MustCompile(`0x[0-9a-f]+`)

// canonicalText mirrors canonical_text of check.py.
func canonicalText(text, name string) string {
	text = strings.ReplaceAll(text, "<program>", name)
	text = regexp.MustCompile(`(?:[^\s<>'"]*/)`+regexp.QuoteMeta(name)).ReplaceAllLiteralString(text, name)
	text = addresses.ReplaceAllString(text, "0x0")
	return without(without(text, " cb=[", ']'), " wait_for=<", '>')
}

// without gives text without the bracketed parts that begin with opening.
func without(text, opening string, closing byte) string {
	out := ""
	for {
		head, rest, found := strings.Cut(text, opening)
		if !found {
			return out + text
		}
		depth, i := 1, 0
		for ; depth > 0 && i < len(rest); i++ {
			switch rest[i] {
			case opening[len(opening)-1]:
				depth++
			case closing:
				depth--
			}
		}
		out, text = out+head, rest[i:]
	}
}

// firstDifference tells where two traces part, "" if they do not.
func firstDifference(want, got []map[string]any) string {
	show := func(events []map[string]any, i int) string {
		if i >= len(events) {
			return "(end)"
		}
		text, err := json.Marshal(events[i])
		if err != nil {
			return err.Error()
		}
		return string(text)
	}
	for i := range max(len(want), len(got)) {
		if i < len(want) && i < len(got) && reflect.DeepEqual(want[i], got[i]) {
			continue
		}
		before := ""
		for j := max(0, i-4); j < i; j++ {
			before += "\n       " + show(want, j)
		}
		return fmt.Sprintf("event %d%s\nCPython %s\nhere    %s", i, before, show(want, i), show(got, i))
	}
	return ""
}
