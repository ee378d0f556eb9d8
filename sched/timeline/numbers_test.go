package timeline_test

import (
	"path/filepath"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// TestNumbersAddUp reads every trace up to some positions, and counts.
func TestNumbersAddUp(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		longest := 0
		for n := range tl.View().Len() + 1 {
			s := tl.At(n)
			longest = max(longest, len(s.Ready()))
			if i := tl.TurnAt(n); i >= 0 && tl.Turn(i).Begin == n {
				longest = max(longest, len(tl.ReadyBefore(i))) // timers that were due
			}
			got := tl.Numbers(n)
			if !s.Ended && got.LongestReady != longest {
				t.Fatalf("%s, event %d: the ready queue was %d long at most, want %d", filepath.Base(path), n, got.LongestReady, longest)
			}
			if got.Handles > 0 && got.Busy+got.Idle != s.T-tl.Handle(0).Begin.T {
				t.Fatalf("%s, event %d: busy %s and idle %s are not the time since the first handle, %s", filepath.Base(path), n, got.Busy, got.Idle, s.T)
			}
			if n%17 == 0 || n == tl.View().Len() {
				for _, l := range tl.Lanes() {
					addUp(t, tl, l, n)
				}
			}
		}
	}
}

// addUp compares the numbers of one task with its events.
func addUp(t *testing.T, tl *timeline.Timeline, l *timeline.Lane, n int) {
	t.Helper()
	got := l.Numbers(n)
	steps, begun := 0, 0
	for i := 1; i <= n; i++ {
		switch e := tl.View().At(i); {
		case e.Task != l.Task:
		case e.Kind == trace.HandleBegin && e.What == trace.Step:
			steps++
			begun++
		case e.Kind == trace.TaskCreated && e.Flags&trace.Eager != 0:
			steps++
		}
	}
	if got.Steps != steps || got.Running.Handles != begun {
		t.Fatalf("event %d: %s took %d steps in %d handles, want %d in %d", n, l.Label, got.Steps, got.Running.Handles, steps, begun)
	}
	var whole timeline.Amount
	for _, a := range []timeline.Amount{got.Running, got.Ready, got.Waiting} {
		whole.T += a.T
		whole.Handles += a.Handles
	}
	if whole != got.Turnaround {
		t.Fatalf("event %d: %s was there for %v; running, ready and waiting are %v", n, l.Label, got.Turnaround, whole)
	}
	if l.Born <= n && !got.Over && got.Turnaround.T != tl.TimeAt(n)-tl.TimeAt(l.Born) {
		t.Fatalf("event %d: %s is there for %s, want %s", n, l.Label, got.Turnaround.T, tl.TimeAt(n)-tl.TimeAt(l.Born))
	}
	if want := max(0, steps-1); got.Switches != want && got.Switches != steps {
		t.Fatalf("event %d: %s has given way %d times in %d steps", n, l.Label, got.Switches, steps)
	}
}

// TestALongLaneCountsAsItWentAlong takes more spans than one tally is for, and
// asks for the end first.
func TestALongLaneCountsAsItWentAlong(t *testing.T) {
	log := yielding(3, 5000)
	whole, along := foldedLog(log), timeline.New()
	whole.Lane(1).Numbers(log.Len())
	whole.Numbers(log.Len())
	var views []trace.View
	grown := trace.NewLog()
	name := grown.Intern("job")
	grown.Push(0, name, 3)
	for n := 1; n <= log.Len(); n++ {
		grown.Append(log.View().At(n))
		views = append(views, grown.View())
	}
	for i, v := range views {
		along.Extend(v)
		if n := i + 1; n%7 == 0 {
			if a, b := along.Lane(1).Numbers(n), whole.Lane(1).Numbers(n); a != b {
				t.Fatalf("event %d: looked back at it is %+v, it was %+v", n, b, a)
			}
			if a, b := along.Numbers(n), whole.Numbers(n); a != b {
				t.Fatalf("event %d: looked back at the loop is %+v, it was %+v", n, b, a)
			}
		}
	}
}

// TestTheLongestStepIsTheFirstOfSeveral has steps of 1, 3, 3 and 2 µs.
func TestTheLongestStepIsTheFirstOfSeveral(t *testing.T) {
	log := trace.NewLog()
	log.Append(trace.Event{Kind: trace.TaskCreated, Task: 1})
	now, id := trace.Time(0), int32(0)
	for i, took := range []trace.Time{1, 3, 3, 2} {
		id++
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: id, Task: 1})
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: id, Task: 1, Line: int32(i + 1), T: now})
		now += took
		log.Append(trace.Event{Kind: trace.LoopBlocked, Task: 1, T: now})
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: 1, Fut: -9})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: id, T: now})
	}
	l := foldedLog(log).Lane(1)
	got := l.Numbers(log.Len())
	if got.Longest != 3 || l.Span(got.LongestStep).From.T != 1 {
		t.Errorf("the longest step took %s and is span %d, want the one from 0.000001 s on", got.Longest, got.LongestStep)
	}
}

// TestAStepIsAsLongAsItHoldsTheLoopUp blocks for 1 s before a sleep of 1 s.
func TestAStepIsAsLongAsItHoldsTheLoopUp(t *testing.T) {
	tl := of(t, "held_up")
	l := tl.Lane(2)
	step, sleep := l.Span(1), l.Span(2)
	if took := step.To.T - step.From.T; took != trace.Second || !step.Slow {
		t.Errorf("the step took %s s, slow %v, want 1 s", took, step.Slow)
	}
	if got := l.SpanLabel(2); got != "sleep(1)" || sleep.From.T != trace.Second || sleep.To.T != 2*trace.Second {
		t.Errorf("it waits for %s from %s to %s s, want sleep(1) from 1 to 2 s", got, sleep.From.T, sleep.To.T)
	}
	if got := l.Numbers(tl.View().Len()); got.Running.T != trace.Second || got.Longest != trace.Second {
		t.Errorf("it ran for %s s, at most %s s at once, want 1 s", got.Running.T, got.Longest)
	}
	if got := tl.Numbers(tl.View().Len()); got.Busy != trace.Second+trace.Second/4 {
		t.Errorf("the loop was busy for %s s, want 1.25 s", got.Busy)
	}
}

// TestIdleStretchesAreWhatLiesBetweenHandles compares them with Idle.
func TestIdleStretchesAreWhatLiesBetweenHandles(t *testing.T) {
	tl := of(t, "meet_locks")
	all := tl.IdleStretches(nil, 0, 1)
	sum := trace.Time(0)
	for _, s := range all {
		if from, to := tl.Idle(s.Col); s.From != from || s.To != to {
			t.Errorf("before column %d the loop is idle from %s to %s, want %s to %s", s.Col, s.From, s.To, from, to)
		}
		sum += s.To - s.From
	}
	if want := tl.Numbers(tl.View().Len()).Idle; sum != want {
		t.Errorf("idle stretches come to %s, the loop was idle for %s", sum, want)
	}
	long := tl.IdleStretches(all[:0:0], 0, trace.Second/2)
	for _, s := range long {
		if s.To-s.From < trace.Second/2 {
			t.Errorf("%v is shorter than asked for", s)
		}
	}
	if len(long) == 0 || len(long) >= len(all) {
		t.Errorf("%d of %d stretches are long", len(long), len(all))
	}
}
