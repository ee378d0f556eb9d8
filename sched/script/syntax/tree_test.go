package syntax

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

const conformance = "../../../../shared/conformance"

// TestTreesOfRealScripts compares whole files: every script that the engine
// is measured by.
func TestTreesOfRealScripts(t *testing.T) {
	var files []string
	for _, dir := range []string{"cases", "scripts"} {
		found, _ := filepath.Glob(filepath.Join(conformance, dir, "*.py"))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("no conformance scripts beside this checkout")
	}
	programs := make([]string, len(files))
	for i, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		programs[i] = string(src)
	}
	for i, answer := range ask(t, "tree", programs) {
		var want string
		if err := json.Unmarshal(answer, &want); err != nil {
			t.Fatal(err)
		}
		compareTree(t, filepath.Base(files[i]), programs[i], want)
	}
}

// compareTree shows where two dumps part.
func compareTree(t *testing.T, name, program, want string) {
	t.Helper()
	m, err := Parse(name, []byte(program))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	got := dump(m)
	if got == want {
		return
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-120):min(len(s), i+120)] }
	t.Errorf("%s: the tree differs from CPython's\n got …%s…\nwant …%s…", name, around(got), around(want))
}

const treeSamples = "testdata/trees.txt"

// TestTreesAreCPythons compares a tree for each construct of the grammar,
// with every node's place.
func TestTreesAreCPythons(t *testing.T) {
	if *update {
		updateSamples(t, treeSamples, "tree", func(answer json.RawMessage) string {
			var dump string
			if err := json.Unmarshal(answer, &dump); err != nil {
				t.Fatal(err)
			}
			return dump
		})
	}
	for _, s := range readSamples(t, treeSamples) {
		compareTree(t, s.program, s.program, s.answer)
	}
}
