package trace_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"loopscope/sched/trace"
)

// goldens gives the files of CPython's own traces, where they stand.
func goldens(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, dir := range []string{"golden", "golden-scripts"} {
		files, _ := filepath.Glob(filepath.Join("../../../shared/conformance", dir, "*.jsonl"))
		all = append(all, files...)
	}
	if len(all) == 0 {
		t.Skip("no traces of CPython: ../shared/conformance does not stand beside this checkout")
	}
	return all
}

func decode(t *testing.T, path string) *trace.Log {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	log := trace.NewLog()
	if err := trace.NewDecoder(bytes.NewReader(data)).All(log); err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return log
}

func TestWhatCPythonDoesBreaksNoRule(t *testing.T) {
	for _, path := range goldens(t) {
		if err := trace.NewChecker().Check(decode(t, path).View()); err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}
