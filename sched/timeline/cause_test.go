package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// causes gives all that is told of event n as a cause and as an effect; it
// panics if a chain does not go back.
func causes(tl *timeline.Timeline, n int) string {
	var b strings.Builder
	links := func(mark string, all []timeline.Link) {
		for _, k := range all {
			fmt.Fprintf(&b, "%s %d %s %q<-%q L%d %s\n", mark, k.N, k.Kind, tl.Label(k.Task, n), tl.Label(k.From, n), k.Line, k.Say)
		}
	}
	chain := tl.WhyChain(n, 0)
	for i := 1; i < len(chain); i++ {
		if chain[i].N >= chain[i-1].N {
			panic(fmt.Sprintf("the cause of event %d is event %d", chain[i-1].N, chain[i].N))
		}
	}
	links("<-", chain)
	links("->", tl.Caused(n, 0))
	s := tl.CancelStory(n, tl.View().Len())
	fmt.Fprintf(&b, "%v %+v\n", tl.Cancels(n), s.Targets)
	for _, told := range s.Told {
		links("||", []timeline.Link{told.Link})
	}
	for _, l := range tl.Lanes() {
		fmt.Fprintf(&b, "%d asks %d\n", tl.WhoCancelled(l.Task, n), l.Asks(max(0, l.SpanAt(n))))
	}
	return b.String()
}

// plainOnes gives traces without additions that stand in this repository: the
// lessons as CPython runs them, and scripts.
func plainOnes(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, glob := range []string{"../../presets/testdata/trace/*.jsonl", "../script/testdata/traces/*.jsonl"} {
		paths, err := filepath.Glob(glob)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no traces at %s: %v", glob, err)
		}
		all = append(all, paths...)
	}
	return all
}

// TestCausesGoBackToWhereTheyBegan asks about every event of every trace.
func TestCausesGoBackToWhereTheyBegan(t *testing.T) {
	for _, path := range slices.Concat(recorded(t), plainOnes(t), cpythons(t)) {
		tl := folded(read(t, path))
		for n := 1; n <= tl.View().Len(); n++ {
			chain := tl.WhyChain(n, 0)
			for i, k := range chain {
				text := k.Say.String()
				if i > 0 && k.N >= chain[i-1].N {
					t.Errorf("%s, event %d: after event %d comes event %d", filepath.Base(path), n, chain[i-1].N, k.N)
				}
				if !strings.HasSuffix(text, ".") || strings.Contains(plain(k.Say), "  ") || strings.Contains(text, "%!") {
					t.Errorf("%s, event %d: no full sentence: %q", filepath.Base(path), n, text)
				}
			}
			if k := len(chain); k > 0 && chain[k-1].Kind < timeline.LinkStart {
				t.Errorf("%s, event %d: the causes end with %s", filepath.Base(path), n, chain[k-1].Say)
			}
		}
	}
}

// TestCausesStayWhatTheyWere compares what was told when a moment was the
// newest with what is told of it at the end.
func TestCausesStayWhatTheyWere(t *testing.T) {
	for _, path := range slices.Concat(recorded(t), plainOnes(t), cpythons(t)) {
		views := read(t, path)
		tl, whole := timeline.New(), folded(views)
		for n, v := range views {
			tl.Extend(v)
			if n == 0 || v.At(n).Kind != trace.HandleEnd { // where a person can stand
				continue
			}
			got, want := whole.WhyChain(n, 0), tl.WhyChain(n, 0)
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s: looked back at from the end, event %d came of\n%v\nit was\n%v", filepath.Base(path), n, got, want)
				break
			}
		}
	}
}

func TestAChainCanBeAskedForInParts(t *testing.T) {
	tl := of(t, "gather")
	n := tl.View().Len()
	whole := tl.WhyChain(n, 0)
	first := tl.WhyChain(n, 3)
	rest := tl.WhyChain(first[2].N, 0)
	if got := fmt.Sprint(append(first, rest[1:]...)); len(first) != 3 || got != fmt.Sprint(whole) {
		t.Errorf("in parts it is\n%s\nwhole\n%v", got, whole)
	}
	if most := tl.Caused(whole[len(whole)-2].N, 1); len(most) != 1 {
		t.Errorf("one effect was asked for, %d are given", len(most))
	}
}

// TestCausesAreToldTruly compares, for the last span of every task, with
// goldens that were read line by line against the events.
func TestCausesAreToldTruly(t *testing.T) {
	for _, path := range recorded(t) {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		t.Run(name, func(t *testing.T) {
			tl := folded(read(t, path))
			var b strings.Builder
			for _, l := range tl.Lanes() {
				fmt.Fprintf(&b, "%s\n", l.Label)
				for _, k := range tl.WhyChain(l.Asks(l.Spans()-1), 0) {
					fmt.Fprintf(&b, "    %-12s %s\n", k.Kind, k.Say)
				}
			}
			golden := filepath.Join("testdata/causes", name+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("told is\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
}

func BenchmarkWhyChain(b *testing.B) {
	rounds := busy(1000, 140)
	for name, v := range map[string]trace.View{"yielding": yielding(100, million).View(), "sleeping": rounds[len(rounds)-1]} {
		tl := timeline.New()
		tl.Extend(v)
		for _, most := range []int{50, 0} {
			b.Run(fmt.Sprintf("%s/most=%d", name, most), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					tl.WhyChain(1+rand.IntN(v.Len()), most)
				}
			})
		}
	}
}

// crowdCancelled gives a run in which the user cancels a task that waits for a
// gather of many.
func crowdCancelled(tasks int) trace.View {
	log := trace.NewLog()
	name, gather, sleep := log.Intern("job"), log.Intern("gather"), log.Intern("sleep")
	id := int32(0)
	step := func(task trace.Task, f trace.Future) {
		id++
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: id, Task: task, Fut: f})
	}
	log.Append(trace.Event{Kind: trace.RunBegin, ID: log.Attach(trace.Engine{})})
	log.Append(trace.Event{Kind: trace.TaskCreated, Task: 1, Name: name, Fut: trace.Future(name)})
	step(1, 0)
	log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: 1, Task: 1, Line: 1})
	var children []trace.Future
	for i := range tasks {
		task := trace.Task(i + 2)
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: task, ID: 1, Name: name, Fut: trace.Future(name)})
		step(task, 0)
		children = append(children, task.Future())
	}
	log.Append(trace.Event{Kind: trace.FutureCreated, Fut: 1, Name: gather, Task: 1, ID: log.Attach(children)})
	log.Append(trace.Event{Kind: trace.TaskWaiting, Task: 1, Fut: 1, Line: 9})
	log.Append(trace.Event{Kind: trace.HandleEnd, ID: 1})
	for i := range tasks {
		task, f := trace.Task(i+2), trace.Future(i+2)
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: int32(task), Task: task, Line: 2})
		log.Append(trace.Event{Kind: trace.FutureCreated, Fut: f, Name: sleep, Task: task})
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: task, Fut: f, Line: 3})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: int32(task)})
	}
	log.Append(trace.Event{Kind: trace.CommandDone, Task: 1, ID: log.Attach(trace.Command{Op: trace.OpCancel, Task: 1})})
	log.Append(trace.Event{Kind: trace.TaskCancel, Task: 1})
	first := id + 1
	for i := range tasks {
		task, f := trace.Task(i+2), trace.Future(i+2)
		log.Append(trace.Event{Kind: trace.TaskCancel, Task: task, Fut: 1})
		log.Append(trace.Event{Kind: trace.FutureDone, What: trace.Cancelled, Fut: f, ID: int32(task.Future())})
		step(task, f)
	}
	thrown := log.Intern("CancelledError()")
	for i := range tasks {
		task := trace.Task(i + 2)
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: first + int32(i), Task: task, Line: 3})
		log.Append(trace.Event{Kind: trace.TaskThrow, Task: task, Name: thrown, Fut: trace.Future(i + 2)})
		log.Append(trace.Event{Kind: trace.TaskDone, Task: task, What: trace.Cancelled})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: first + int32(i)})
	}
	return log.View()
}

// TestACrowdIsCancelledInOneStory has the events of many tasks in one
// cancellation, of which the beginning is told, and what is asked about.
func TestACrowdIsCancelledInOneStory(t *testing.T) {
	const tasks = 5000
	tl := timeline.New()
	v := crowdCancelled(tasks)
	tl.Extend(v)
	if roots := tl.Cancels(v.Len()); len(roots) != 1 {
		t.Fatalf("there are %d cancellations, want 1", len(roots))
	}
	s := tl.CancelStory(v.Len()-1, v.Len()) // the end of the last task
	last := s.Targets[len(s.Targets)-1]
	if last.Task != tasks+1 || last.Delivered == 0 || last.Outcome != trace.Cancelled {
		t.Errorf("of the task that was asked about is told %+v", last)
	}
	if got, want := len(s.Told)+s.More, 1+3*tasks; got != want || len(s.Told) > 400 {
		t.Errorf("%d events are told and %d left out, together %d, want %d", len(s.Told), s.More, got, want)
	}
	if got := tl.WhoCancelled(tasks+1, v.Len()); got != s.N {
		t.Errorf("the last task was cancelled by the story of event %d, want %d", got, s.N)
	}
}

func BenchmarkStory(b *testing.B) {
	v := crowdCancelled(70_000) // a million events
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			tl := timeline.New()
			tl.Extend(v)
			b.StartTimer()
			tl.Cancels(v.Len())
		}
	})
	tl := timeline.New()
	tl.Extend(v)
	tl.Cancels(v.Len())
	b.Run("told", func(b *testing.B) {
		for b.Loop() {
			tl.CancelStory(tl.WhoCancelled(trace.Task(2+rand.IntN(1000)), v.Len()), v.Len())
		}
	})
}

func BenchmarkCaused(b *testing.B) {
	tl := timeline.New()
	tl.Extend(yielding(100, million).View())
	b.ReportAllocs()
	for b.Loop() {
		tl.Caused(1+rand.IntN(million), 50)
	}
}
