package trace_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

const begun = `task.created task=1 name=a fn=a by=0 eager=false line=1
handle.scheduled handle=1 what=step task=1 line=1
handle.begin handle=1 turn=1 t=0 what=step task=1
`

// lines makes JSON lines of the short form of testdata/hostile.txtar.
func lines(short string) string {
	var b strings.Builder
	short = strings.ReplaceAll(short, "main\n", begun)
	for line := range strings.Lines(short) {
		words := strings.SplitN(strings.TrimSpace(line), " ", 2)
		fmt.Fprintf(&b, `{"ev": %q`, words[0])
		if len(words) == 2 {
			for _, pair := range split(words[1]) {
				key, value, _ := strings.Cut(pair, "=")
				if !strings.ContainsAny(value[:1], `0123456789["`) && value != "true" && value != "false" {
					value = `"` + value + `"`
				}
				fmt.Fprintf(&b, `, %q: %s`, key, value)
			}
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// split splits at the spaces that are not in quotes.
func split(s string) []string {
	quoted := false
	return strings.FieldsFunc(s, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ' ' && !quoted
	})
}

func TestWhatNoRunGivesIsRefusedByItsRule(t *testing.T) {
	data, err := os.ReadFile("testdata/hostile.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range strings.Split(string(data), "\n-- ")[1:] {
		name, rest, _ := strings.Cut(section, " --\n# ")
		rule, short, _ := strings.Cut(rest+"\n", "\n")
		t.Run(name, func(t *testing.T) {
			log := trace.NewLog()
			if err := trace.NewDecoder(strings.NewReader(lines(short))).All(log); err != nil {
				t.Fatal(err)
			}
			var v *trace.Violation
			if err := trace.NewChecker().Check(log.View()); !errors.As(err, &v) {
				t.Fatalf("no rule is broken, want: %s", rule)
			}
			if v.Rule != rule {
				t.Errorf("broken is: %s\nwant: %s", v.Rule, rule)
			}
			if v.N != log.Len() {
				t.Errorf("event %d breaks it, want the last, %d", v.N, log.Len())
			}
		})
	}
}

func TestAViolationNamesItsEvent(t *testing.T) {
	log := trace.NewLog()
	log.Append(trace.Event{Kind: trace.HandleEnd, ID: 1})
	err := trace.NewChecker().Check(log.View())
	if want := "event 1 handle.end h1 t0: the handle that ends is the one that runs"; err == nil || err.Error() != want {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func TestACheckerGoesOnWhereItStopped(t *testing.T) {
	log, c := trace.NewLog(), trace.NewChecker()
	if err := trace.NewDecoder(strings.NewReader(lines("main\n"))).All(log); err != nil {
		t.Fatal(err)
	}
	if err := c.Check(log.View()); err != nil {
		t.Fatal(err)
	}
	log.Append(trace.Event{Kind: trace.HandleEnd, ID: 2})
	if err := c.Check(log.View()); err == nil {
		t.Error("the end of a handle that does not run breaks no rule")
	}
}
