package timeline_test

import (
	"fmt"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// script is a trace being written by hand. Task 1 is created and its first
// step has begun.
type script struct{ *trace.Log }

func newScript() script {
	s := script{trace.NewLog()}
	name := s.Intern("job")
	s.add(
		trace.Event{Kind: trace.RunBegin, ID: s.Attach(trace.Engine{})},
		trace.Event{Kind: trace.TaskCreated, Task: 1, Name: name, Fut: trace.Future(name)},
		trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: 1, Task: 1},
		trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: 1, Task: 1, Line: 1},
	)
	return s
}

func (s script) add(events ...trace.Event) {
	for _, e := range events {
		s.Append(e)
	}
}

func (s script) now() *timeline.State {
	tl := timeline.New()
	tl.Extend(s.View())
	return tl.At(s.Len())
}

// TestATaskWhoseStepIsScheduledIsReady is about a task that cancels itself and
// then waits: what it waits for is cancelled at once.
func TestATaskWhoseStepIsScheduledIsReady(t *testing.T) {
	s := newScript()
	s.add(
		trace.Event{Kind: trace.FutureCreated, Fut: 1, Name: s.Intern("sleep"), Task: 1},
		trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: 2, Task: 1, Fut: 1},
		trace.Event{Kind: trace.TaskWaiting, Task: 1, Fut: 1, Line: 7},
	)
	if st := s.now().Task(1); st.Phase != timeline.Ready || st.Line != 7 {
		t.Errorf("the task is %s at line %d, want ready at 7", st.Phase, st.Line)
	}
}

// TestAClosedLoopTakesItsQueueAlong has a second run begin while a handle of
// the first was left.
func TestAClosedLoopTakesItsQueueAlong(t *testing.T) {
	s := newScript()
	f := s.Intern("f")
	s.add(
		trace.Event{Kind: trace.HandleScheduled, What: trace.CallSoon, ID: 2, Name: f},
		trace.Event{Kind: trace.TaskDone, Task: 1, What: trace.Returned},
		trace.Event{Kind: trace.HandleEnd, ID: 1},
		trace.Event{Kind: trace.RunResult, What: trace.Returned},
		trace.Event{Kind: trace.HandleScheduled, What: trace.CallSoon, ID: 3, Name: f},
		trace.Event{Kind: trace.HandleScheduled, What: trace.CallSoon, ID: 4, Name: f},
	)
	if got := len(s.now().Ready()); got != 3 {
		t.Errorf("%d handles are ready, want 3: nothing tells yet that one is gone", got)
	}
	s.add(trace.Event{Kind: trace.HandleBegin, What: trace.CallSoon, ID: 3, Name: f, Line: 2})
	if ready := s.now().Ready(); len(ready) != 1 || ready[0].ID != 4 {
		t.Errorf("ready are %v, want handle 4 alone", ready)
	}
}

func TestCancelsAreCountedAndFollowed(t *testing.T) {
	s := newScript()
	want := func(when string, cancelling, asked, delivered int) {
		t.Helper()
		if st := s.now().Task(1); st.Cancelling != cancelling || st.Asked != asked || st.Delivered != delivered {
			t.Errorf("%s: cancelling %d, asked at %d, delivered at %d; want %d, %d, %d", when,
				st.Cancelling, st.Asked, st.Delivered, cancelling, asked, delivered)
		}
	}
	s.add(
		trace.Event{Kind: trace.TaskWaiting, Task: 1, Line: 3},
		trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: 2, Task: 1},
		trace.Event{Kind: trace.HandleEnd, ID: 1},
	)
	want("before", 0, 0, 0)
	s.add(trace.Event{Kind: trace.TaskCancel, Task: 1}, trace.Event{Kind: trace.TaskCancel, Task: 1})
	want("asked twice", 2, 8, 0)
	s.add(
		trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: 2, Task: 1, Line: 2},
		trace.Event{Kind: trace.TaskThrow, Task: 1, Name: s.Intern("CancelledError()")},
	)
	want("delivered", 2, 0, 11)
	s.add(trace.Event{Kind: trace.TaskUncancel, Task: 1, ID: 1})
	want("one taken back", 1, 0, 11)
	s.add(trace.Event{Kind: trace.TaskUncancel, Task: 1})
	want("both taken back", 0, 0, 0)
}

// TestACancelThatWasAnsweredElsewhereIsOver has a task go on normally although
// it was asked: what it waited for has swallowed the cancel.
func TestACancelThatWasAnsweredElsewhereIsOver(t *testing.T) {
	tl := of(t, "swallow")
	const waiter = 3
	asked := false
	for n := range tl.View().Len() {
		asked = asked || tl.At(n).Task(waiter).Asked != 0
	}
	st := tl.At(tl.View().Len()).Task(waiter)
	if !asked || st.Asked != 0 || st.Outcome != trace.Returned {
		t.Errorf("asked: %v; at the end it is %s and asked at %d", asked, st.Outcome, st.Asked)
	}
	l := tl.Lane(waiter)
	for i := range l.Marks() {
		if k := l.Mark(i).Kind; k == timeline.MarkDelivered || k == timeline.MarkSwallowed {
			t.Errorf("mark %d says that the cancel reached it", i)
		}
	}
}

func TestWhoWaitsForWhom(t *testing.T) {
	tl := of(t, "shield")
	for _, tt := range []struct {
		step int
		task trace.Task
		want string
	}{
		{2, 2, "[]"},  // main sleeps, job2 has not begun
		{3, 2, "[3]"}, // job2 waits behind a shield
		{5, 2, "[1]"}, // main awaits job1, the shield of job2 is cancelled
	} {
		n := tl.Home()
		for range tt.step {
			n, _ = tl.NextHandle(n)
		}
		if got := fmt.Sprint(tl.At(n).Waiters(tt.task)); got != tt.want {
			t.Errorf("after %d steps %s wait for task %d, want %s", tt.step, got, tt.task, tt.want)
		}
	}
}

func TestCallbacksAreThereUntilTheTaskEnds(t *testing.T) {
	tl := of(t, "callbacks")
	most := 0
	for n := range tl.View().Len() {
		most = max(most, len(tl.At(n).Callbacks(2)))
	}
	if want := 5; most != want { // report, log, spawn, notify, break
		t.Errorf("at most %d callbacks stood on job1, want %d", most, want)
	}
	if left := tl.At(tl.View().Len()).Callbacks(2); left != nil {
		t.Errorf("%v are left after its end", left)
	}
}

func TestTimersStandInTheOrderOfTheirTime(t *testing.T) {
	tl := of(t, "gather")
	n := tl.Home()
	for range 3 {
		n, _ = tl.NextHandle(n)
	}
	var got []string
	for _, timer := range tl.At(n).Timers() {
		got = append(got, fmt.Sprintf("%s of task %d in %s", timer.Label, timer.Task, timer.Left))
	}
	if want := "[sleep(0.5) of task 3 in 0.5 sleep(1) of task 2 in 1]"; fmt.Sprint(got) != want {
		t.Errorf("timers are %v, want %s", got, want)
	}
}

// TestAStateStaysTrueWhileTheRunGoesOn asks a State after the timeline has
// grown.
func TestAStateStaysTrueWhileTheRunGoesOn(t *testing.T) {
	views := read(t, "testdata/gather.jsonl")
	tl := timeline.New()
	tl.Extend(views[27])
	s := tl.At(27)
	tl.Extend(views[len(views)-1])
	if ready, timers := s.Ready(), s.Timers(); len(ready) != 0 || len(timers) != 2 {
		t.Errorf("%d handles are ready and %d timers set, want none and 2", len(ready), len(timers))
	}
	if st := s.Task(2); st.Phase != timeline.Waiting || st.OnLabel != "sleep(1)" {
		t.Errorf("job1 is %s for %q, want waiting for sleep(1)", st.Phase, st.OnLabel)
	}
	tl.Extend(views[10])
	if got := tl.View().Len(); got != len(views)-1 {
		t.Errorf("an earlier view cut the timeline to %d events", got)
	}
}

func TestLineIsTheOneThatTaskTells(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		for n := range tl.View().Len() + 1 {
			s := tl.At(n)
			for _, l := range tl.Lanes() {
				if got, want := s.Line(l.Task), s.Task(l.Task).Line; got != want {
					t.Errorf("%s, event %d: task %d stands at line %d; Task tells line %d", path, n, l.Task, got, want)
				}
			}
		}
	}
}

func TestBeginningsOfTheQueuesAreTheWholeOnes(t *testing.T) {
	for _, path := range recorded(t) {
		tl := folded(read(t, path))
		for n := range tl.View().Len() + 1 {
			ready, timers := tl.At(n).Pending()
			first := tl.At(n).ReadyTo(2)
			all, waits := tl.At(n).Ready(), tl.At(n).Timers()
			if len(all) != ready || len(waits) != timers || len(first) != min(2, ready) {
				t.Fatalf("%s, event %d: %d are ready and %d timers run; told are %d and %d", path, n, len(all), len(waits), ready, timers)
			}
			for i := range all {
				if all[i] != tl.At(n).ReadyAt(i) || i < len(first) && all[i] != first[i] {
					t.Errorf("%s, event %d: place %d of the ready queue is told in two ways", path, n, i)
				}
			}
			for i := range waits {
				if waits[i] != tl.At(n).TimerAt(i) {
					t.Errorf("%s, event %d: timer %d is told in two ways", path, n, i)
				}
			}
		}
	}
}
