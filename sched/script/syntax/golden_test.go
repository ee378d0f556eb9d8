package syntax

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "ask a python3.13 on this machine for the answers in testdata")

// A sample is a program and what CPython 3.13 says about it.
type sample struct{ program, answer string }

// readSamples reads a file of testdata: programs, each ended by a line
// "-----", an answer and a line "=====".
func readSamples(t testing.TB, file string) []sample {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []sample
	for _, block := range strings.Split(strings.TrimSuffix(string(text), "\n=====\n"), "\n=====\n") {
		program, answer, ok := strings.Cut(block, "\n-----\n")
		if !ok {
			t.Fatalf("%s: no answer to %q", file, block)
		}
		list = append(list, sample{program, answer})
	}
	return list
}

// updateSamples lets CPython answer anew.
func updateSamples(t *testing.T, file, what string, word func(json.RawMessage) string) {
	t.Helper()
	list := readSamples(t, file)
	var b strings.Builder
	for i, answer := range ask(t, what, programs(list)) {
		fmt.Fprintf(&b, "%s\n-----\n%s\n=====\n", list[i].program, word(answer))
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func programs(list []sample) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = s.program
	}
	return out
}
