package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bytes"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// differences writes everything that a Difference tells.
func differences(d *timeline.Difference) string {
	var b strings.Builder
	fmt.Fprintf(&b, "the same up to event %d\n", d.Fork)
	for _, c := range d.Differences() {
		fmt.Fprintf(&b, "%s s %s %d/%d: %s\n", c.T, c.Kind, c.NA, c.NB, c.Say)
	}
	for _, p := range d.Pairs() {
		fmt.Fprintf(&b, "task %d/%d", p.A, p.B)
		for _, side := range []struct {
			name  string
			tl    *timeline.Timeline
			task  trace.Task
			spans []int
		}{{"a", d.A, p.A, d.SpansA(p.A)}, {"b", d.B, p.B, d.SpansB(p.B)}} {
			for _, i := range side.spans {
				s := side.tl.Lane(side.task).Span(i)
				fmt.Fprintf(&b, "  %s %s %s-%s", side.name, s.Phase, s.From.T, s.To.T)
			}
		}
		b.WriteByte('\n')
	}
	out := d.Outputs()
	fmt.Fprintf(&b, "output only in a %v, only in b %v, moved %v\n", out.OnlyA, out.OnlyB, out.Moved)
	return b.String()
}

// TestRunsDiffer compares runs of one program in which the user did different
// things.
func TestRunsDiffer(t *testing.T) {
	for _, pair := range [][2]string{
		{"gather", "gather_cancel_early"}, {"gather_cancel_main", "gather"}, {"gather_cancel_main", "gather_shield_cancel_main"},
		{"return_exceptions_past", "return_exceptions_shield"},
	} {
		name := pair[0] + "-" + pair[1]
		t.Run(name, func(t *testing.T) {
			compare(t, filepath.Join("testdata/diff", name+".txt"), differences(timeline.Diff(of(t, pair[0]), of(t, pair[1]))))
		})
	}
}

// TestARunDoesNotDifferFromItself holds for every trace, also for a second Log
// that numbers its texts otherwise.
func TestARunDoesNotDifferFromItself(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		a := folded(read(t, path))
		b := timeline.New()
		b.Extend(renumbered(t, path))
		for _, d := range []*timeline.Difference{timeline.Diff(a, a), timeline.Diff(a, b)} {
			if len(d.Differences()) > 0 || !d.Same || d.Fork != a.View().Len() {
				t.Errorf("%s: the same run twice differs:\n%s", filepath.Base(path), differences(d))
			}
		}
	}
}

// renumbered reads a trace into a Log that has other texts before.
func renumbered(t *testing.T, path string) trace.View {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	log := trace.NewLog()
	for i := range 10 {
		log.Intern(fmt.Sprint("other ", i))
		log.Push(0, log.Intern("other"), int32(i))
		log.Attach(i)
	}
	d := trace.NewDecoder(f)
	for d.Next(log) == nil {
	}
	return log.View()
}

// TestWhatIsNotYetIsNoDifference compares every trace with its own beginnings.
func TestWhatIsNotYetIsNoDifference(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		views := read(t, path)
		whole := folded(views)
		for n := 0; n < len(views); n += 3 {
			part := folded(views[:n+1])
			if d := timeline.Diff(part, whole); len(d.Differences()) > 0 || d.Fork != part.View().Len() {
				t.Fatalf("%s: the run after event %d differs from what it came to:\n%s", filepath.Base(path), n, differences(d))
			}
			if d := timeline.Diff(whole, part); len(d.Differences()) > 0 || d.Fork != part.View().Len() {
				t.Fatalf("%s: the run differs from itself after event %d:\n%s", filepath.Base(path), n, differences(d))
			}
		}
	}
}

// TestTheForkIsTheLastEventThatIsTheSame compares with the events as JSON lines.
func TestTheForkIsTheLastEventThatIsTheSame(t *testing.T) {
	paths := recorded(t)
	for i, p := range paths {
		a, b := folded(read(t, p)), folded(read(t, paths[(i+1)%len(paths)]))
		x := bytes.Split(trace.NewEncoder().Append(nil, a.View()), []byte("\n"))
		y := bytes.Split(trace.NewEncoder().Append(nil, b.View()), []byte("\n"))
		want := 1 // the file names differ
		for want < a.View().Len() && want < b.View().Len() && bytes.Equal(x[want], y[want]) {
			want++
		}
		if got := timeline.Diff(a, b).Fork; got != want {
			t.Errorf("%s and the next are the same up to event %d, want %d", filepath.Base(p), got, want)
		}
	}
}

// TestWhatOneRunHasAloneTheOtherMisses looks at differences from both sides.
func TestWhatOneRunHasAloneTheOtherMisses(t *testing.T) {
	paths := recorded(t)
	for i, p := range paths {
		for _, q := range paths[:i] {
			a, b := folded(read(t, p)), folded(read(t, q))
			there, back := timeline.Diff(a, b), timeline.Diff(b, a)
			count := func(d *timeline.Difference) map[string]int {
				counts := map[string]int{}
				for _, c := range d.Differences() {
					if c.Kind != timeline.ChangeLane {
						counts[fmt.Sprintf("%s %v %v", c.Kind, c.NA != 0, c.NB != 0)]++
					}
				}
				return counts
			}
			x, y := count(there), count(back)
			for key, n := range x {
				words := strings.Fields(key)
				if m := y[strings.Join([]string{words[0], words[2], words[1]}, " ")]; m != n {
					t.Errorf("%s and %s: %d × %s, the other way round %d", filepath.Base(p), filepath.Base(q), n, key, m)
				}
			}
			if len(x) != len(y) {
				t.Errorf("%s and %s differ in %v, the other way round in %v", filepath.Base(p), filepath.Base(q), x, y)
			}
		}
	}
}

// TestLaterTasksArePairedByWhoCreatedThem has one run create a task that the
// other does not, so that the numbers shift.
func TestLaterTasksArePairedByWhoCreatedThem(t *testing.T) {
	run := func(tasks ...[2]any) *timeline.Timeline { // creator, function
		log := trace.NewLog()
		for i, task := range tasks {
			log.Append(trace.Event{
				Kind: trace.TaskCreated, Task: trace.Task(i + 1), ID: int32(task[0].(int)),
				Name: log.Text("n"), Fut: trace.Future(log.Text(task[1].(string))),
			})
		}
		return foldedLog(log)
	}
	a := run([2]any{0, "main"}, [2]any{1, "job"}, [2]any{2, "inner"}, [2]any{1, "job"})
	b := run([2]any{0, "main"}, [2]any{1, "log"}, [2]any{1, "job"}, [2]any{3, "inner"}, [2]any{2, "inner"}, [2]any{1, "job"}, [2]any{1, "job"})
	d := timeline.Diff(a, b)
	want := []timeline.Pair{{A: 1, B: 1}, {A: 2, B: 3}, {A: 3, B: 4}, {A: 4, B: 6}, {B: 2}, {B: 5}, {B: 7}}
	if !slices.Equal(d.Pairs(), want) {
		t.Errorf("tasks are paired %v, want %v", d.Pairs(), want)
	}
	for _, p := range want {
		if p.A != 0 && d.InB(p.A) != p.B || p.B != 0 && d.InA(p.B) != p.A {
			t.Errorf("pair %v is found as %d and %d", p, d.InA(p.B), d.InB(p.A))
		}
	}
}

// TestNoTwoTracesAreTooBad compares traces that were broken at random.
func TestNoTwoTracesAreTooBad(t *testing.T) {
	paths := append(recorded(t), cpythons(t)...)
	r := rand.New(rand.NewPCG(3, 4))
	one := func(path string) *timeline.Timeline {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		views, _ := grow(breakLines(r, bytes.SplitAfter(text, []byte("\n"))))
		return folded(views)
	}
	for range 500 {
		path := paths[r.IntN(len(paths))]
		other := path
		if r.IntN(3) == 0 {
			other = paths[r.IntN(len(paths))]
		}
		differences(timeline.Diff(one(path), one(other)))
	}
}
