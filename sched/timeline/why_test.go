package timeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// story gives what is said at every position where a person can stand, with
// the event that it stands behind.
func story(tl *timeline.Timeline) string {
	var b strings.Builder
	for n := tl.Home(); ; {
		fmt.Fprintf(&b, "%s\n    %s\n", trace.Format(tl.View(), max(n, 1)), tl.Why(n))
		next, ok := tl.NextHandle(n)
		if !ok {
			return b.String()
		}
		n = next
	}
}

// TestEveryMomentIsToldTruly compares with goldens that were read line by line
// against the events.
func TestEveryMomentIsToldTruly(t *testing.T) {
	plain, err := filepath.Glob("testdata/cpython/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(recorded(t), plain...) {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		t.Run(name, func(t *testing.T) {
			got := story(folded(read(t, path)))
			golden := filepath.Join("testdata/why", name+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("told is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestNothingIsSaidInOtherWords keeps the words of the machinery out of the
// sentences.
func TestNothingIsSaidInOtherWords(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		views := read(t, path)
		tl := folded(views)
		for n := range views {
			why := tl.Why(n)
			text := " " + plain(why) + " "
			for _, word := range []string{" handle", " fired", " turn ", " iteration", "  ", "%!", " ,", " ."} {
				if strings.Contains(text, word) {
					t.Errorf("%s, event %d: %q in %q", filepath.Base(path), n, word, text)
				}
			}
			if text = why.String(); text != "" && !strings.HasSuffix(text, ".") {
				t.Errorf("%s, event %d: no full sentence: %q", filepath.Base(path), n, text)
			}
		}
	}
}

// plain is a sentence without what the program itself contributes: X for a
// task, nothing for what stands in quotes.
func plain(s timeline.Sentence) string {
	var b strings.Builder
	for _, w := range s {
		if w.Task != 0 {
			b.WriteString("X")
		} else {
			b.WriteString(w.Text)
		}
	}
	return quoted.ReplaceAllString(b.String(), "''")
}

var quoted = regexp.MustCompile(`'[^']*'`)

func TestTheNamesOfTasksAreMarked(t *testing.T) {
	tl := of(t, "gather")
	var marked []string
	for _, w := range tl.Why(tl.Home()) {
		marked = append(marked, fmt.Sprintf("%s/%d", w.Text, w.Task))
	}
	want := "[Nothing has run yet. /0 main/1  is ready./0]"
	if got := fmt.Sprint(marked); got != want {
		t.Errorf("words are %s, want %s", got, want)
	}
}

func TestNarrationLeavesOutWhatComesNext(t *testing.T) {
	tl := of(t, "gather")
	first, _ := tl.NextHandle(tl.Home())
	const want = "main began, created job1 and job2, and waits for them (gather, line 15)."
	if got := tl.Narrate(first).String(); got != want {
		t.Errorf("narrated is %q, want %q", got, want)
	}
	if why := tl.Why(first).String(); !strings.HasPrefix(why, want+" ") {
		t.Errorf("the why-line %q does not go on from %q", why, want)
	}
}

func TestAnEmptyTimelineSaysThatNothingHasRun(t *testing.T) {
	tl := timeline.New()
	if got, want := tl.Why(0).String(), "Nothing has run yet."; got != want {
		t.Errorf("said is %q, want %q", got, want)
	}
	if s := tl.At(5); s.N != 0 || s.Ready() != nil || s.Timers() != nil {
		t.Errorf("the state of nothing is at %d with queues", s.N)
	}
}

func TestARefusedProgramIsToldWithItsLine(t *testing.T) {
	for _, tt := range []struct{ reason, want string }{
		{"invalid syntax", "This program was not run: invalid syntax (line 3)."},
		{"async for is not here yet, line 3. Use for.", "This program was not run: async for is not here yet, line 3. Use for."},
	} {
		log := trace.NewLog()
		log.Append(trace.Event{Kind: trace.RunRefused, Name: log.Text(tt.reason), Line: 3})
		tl := timeline.New()
		tl.Extend(log.View())
		if got := tl.Why(1).String(); got != tt.want {
			t.Errorf("said is %q, want %q", got, tt.want)
		}
		if !tl.At(1).Ended {
			t.Error("a refused program has not ended")
		}
	}
}

// TestOneTaskIsTold tells single tasks at single positions.
func TestOneTaskIsTold(t *testing.T) {
	for _, tt := range []struct {
		name string
		step int // of NextHandle from Home
		task trace.Task
		want string
	}{
		{"gather", 0, 1, "main is ready and runs next."},
		{"gather", 0, 2, ""},
		{"gather", 1, 3, "job2 is ready; one runs before it."},
		{"gather", 2, 2, "job1 waits 1 s (sleep, line 5). It has 1 s left."},
		{"gather", 3, 1, "main waits for job1 and job2 (gather, line 15). job1 has 1 s left, job2 has 0.5 s left."},
		{"gather", 6, 1, "main waits for job1 and job2 (gather, line 15). job2 is done; job1 has 0.5 s left."},
		{"gather", 7, 3, "job2 returned 'job2 result' at 0.500 s."},
		{"gather_cancel_main", 4, 1, "main waits for job1 and job2 (gather, line 15). It was asked to cancel."},
		{"gather_cancel_main", 4, 2, "job1 is ready again and runs next. It was asked to cancel. It has not stopped yet: it gets CancelledError at line 5 when it next runs."},
		{"gather_cancel_main", 5, 2, "job1 was cancelled at 0.250 s."},
		{"gather_shield_cancel_main", 4, 2, "job1 waits 1 s (sleep, line 5). It has 1 s left. It is shielded."},
		{"swallow", 7, 2, "stubborn waits 0.25 s (sleep, line 6). It has 0.25 s left. It got CancelledError at line 4 and has not ended yet."},
	} {
		tl := of(t, tt.name)
		n := tl.Home()
		for range tt.step {
			n, _ = tl.NextHandle(n)
		}
		if got := tl.WhyTask(tt.task, n).String(); got != tt.want {
			t.Errorf("%s, task %d, step %d is told as\n  %s\nwant\n  %s", tt.name, tt.task, tt.step, got, tt.want)
		}
	}
}
