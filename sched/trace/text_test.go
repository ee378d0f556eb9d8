package trace_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

var update = flag.Bool("update", false, "write the goldens anew")

func TestEveryKindHasALine(t *testing.T) {
	v := everyKind().View()
	var b strings.Builder
	for n := 1; n <= v.Len(); n++ {
		b.WriteString(trace.Format(v, n) + "\n")
	}
	const path = "testdata/every_kind.txt"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("lines are\n%s\nwant\n%s", b.String(), want)
	}
}
