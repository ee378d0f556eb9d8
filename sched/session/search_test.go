package session_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// printing gives a task that prints and sleeps a second, so many times.
func printing(times int) (ops []op) {
	for range times {
		ops = append(ops, op{do: "print"}, sleep(second))
	}
	return ops
}

// where tells the session's place: turn, loop time, live or past, and what the
// last search found.
func where(s *session.Session) string {
	st, live := s.Timeline().At(s.Pos()), "past"
	if s.Live() {
		live = "live"
	}
	found := "nothing"
	if f := s.Found(); !f.Over {
		found = "looking"
	} else if f.Event != 0 {
		found = s.Timeline().View().At(f.Event).Kind.String()
	}
	return fmt.Sprintf("turn %d, %s s, %s, found %s", st.Turn, s.Now(), live, found)
}

func TestMomentsOfATaskAreFoundBothWays(t *testing.T) {
	const all = session.Wakes | session.Ends
	moves := []struct {
		name string
		do   func(*session.Session)
		want string
	}{
		{"its first step", func(s *session.Session) { s.NextMoment(2, session.Steps) }, "turn 2, 0 s, live, found handle.begin"},
		{"its first wake", func(s *session.Session) { s.NextMoment(2, all) }, "turn 3, 1 s, live, found handle.scheduled"},
		{"the step behind it", func(s *session.Session) { s.NextMoment(2, session.Steps) }, "turn 4, 1 s, live, found handle.begin"},
		{"the step before", func(s *session.Session) { s.PrevMoment(2, session.Steps) }, "turn 2, 0 s, past, found handle.begin"},
		{"nothing before", func(s *session.Session) { s.PrevMoment(2, session.Steps) }, "turn 2, 0 s, past, found nothing"},
		{"the wake again", func(s *session.Session) { s.NextMoment(2, all) }, "turn 3, 1 s, past, found handle.scheduled"},
		{"its second wake", func(s *session.Session) { s.NextMoment(2, all) }, "turn 5, 2 s, live, found handle.scheduled"},
		{"its end", func(s *session.Session) { s.NextMoment(2, session.Ends) }, "turn 6, 2 s, live, found task.done"},
		{"nothing behind its end", func(s *session.Session) { s.NextMoment(2, all) }, "turn 6, 2 s, live, found nothing"},
		{"the last wake", func(s *session.Session) { s.PrevMoment(2, session.Wakes) }, "turn 5, 2 s, past, found handle.scheduled"},
		{"no such task", func(s *session.Session) { s.NextMoment(9, all) }, "turn 5, 2 s, past, found nothing"},
	}
	s := watch(t, newFakeLoop(spawn(printing(2)...), sleep(9*second)))
	s.StepHandle()
	for _, move := range moves {
		if move.do(s); where(s) != move.want {
			t.Fatalf("%s: at %s; want %s", move.name, where(s), move.want)
		}
	}
}

func TestSearchThatFindsNothingEndsWithTheRun(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(second)))
	s.NextMoment(1, session.Cancels)
	if got, want := where(s), "turn 3, 1 s, live, found nothing"; got != want {
		t.Errorf("at %s; want %s", got, want)
	}
	if ended, _ := s.Ended(); !ended {
		t.Error("nothing was found and the run has not ended")
	}
}

func TestSeekTimeStandsInTheRest(t *testing.T) {
	tests := []struct {
		to   trace.Time
		want string
	}{
		{second / 2, "turn 1, 0.5 s, live, found nothing"},
		{second, "turn 3, 1 s, live, found nothing"},
		{5 * second / 2, "turn 5, 2.5 s, live, found nothing"},
		{3 * second / 2, "turn 3, 1.5 s, past, found nothing"},
		{0, "turn 1, 0 s, past, found nothing"},
		{99 * second, "turn 7, 3 s, live, found nothing"},
		{-second, "turn 0, 0 s, past, found nothing"},
		{5 * second / 2, "turn 5, 2.5 s, past, found nothing"},
	}
	s := watch(t, newFakeLoop(printing(3)...))
	for _, tt := range tests {
		if s.SeekTime(tt.to); where(s) != tt.want {
			t.Errorf("sought %s s, at %s; want %s", tt.to, where(s), tt.want)
		}
	}
}

func TestSeekTurnStandsAtItsEnd(t *testing.T) {
	tests := []struct {
		to   int
		want string
	}{
		{2, "turn 2, 0 s, live, found handle.end"},
		{5, "turn 5, 1 s, live, found handle.end"},
		{3, "turn 3, 0 s, past, found handle.begin"},
		{0, "turn 0, 0 s, past, found nothing"},
		{7, "turn 7, 2 s, live, found handle.end"},
		{99, "turn 10, 3 s, live, found nothing"},
	}
	s := watch(t, newFakeLoop(append([]op{spawn(sleep(0), sleep(0)), spawn(sleep(second))}, printing(3)...)...))
	for _, tt := range tests {
		s.SeekTurn(tt.to)
		if where(s) != tt.want {
			t.Errorf("sought turn %d, at %s; want %s", tt.to, where(s), tt.want)
		}
		if left := s.Timeline().At(s.Pos()).Left; left != 0 {
			t.Errorf("at the end of turn %d there are %d handles of it to run", tt.to, left)
		}
	}
}

func TestCommandAfterSeekTimeActsThen(t *testing.T) {
	f := newFakeLoop(printing(3)...)
	s := watch(t, f)
	s.SeekTime(3 * second / 2)
	if err := s.Do(trace.Command{Op: trace.OpCancel, Task: 1}); err != nil {
		t.Fatal(err)
	}
	if o, ok := s.Outcome(); !ok || o.Command.T != 3*second/2 {
		t.Errorf("the command acted at %s s; want 1.5 s", o.Command.T)
	}
}

func TestSeekLineWraps(t *testing.T) {
	f := newFakeLoop(printing(2)...)
	f.line = 7
	s := watch(t, f)
	for _, want := range []string{
		"turn 1, 0 s, live, found print", "turn 3, 1 s, live, found print", "turn 1, 0 s, past, found print",
		"turn 3, 1 s, past, found print",
	} {
		if s.SeekLine(7); where(s) != want {
			t.Errorf("at %s; want %s", where(s), want)
		}
	}
	if s.SeekLine(3); !strings.HasSuffix(where(s), "live, found nothing") {
		t.Errorf("a line that is never reached was found: %s", where(s))
	}
}

func TestSearchIsStoppedByAnotherMove(t *testing.T) {
	f := newFakeLoop(printing(100000)...)
	s := session.New(f, session.Options{Patience: time.Nanosecond})
	t.Cleanup(func() { _ = s.Close() })
	for s.Opening() {
		<-s.Changed()
		s.Drain()
	}
	s.NextMoment(1, session.Cancels)
	s.Home()
	for {
		if _, busy := s.Busy(); !busy {
			break
		}
		<-s.Changed()
		s.Drain()
	}
	if s.Pos() != s.Start() || s.Found() != (session.Found{Over: true}) {
		t.Errorf("after another move at event %d of %d, %+v; want the opening and nothing found", s.Pos(), s.Timeline().View().Len(), s.Found())
	}
	if ended, _ := s.Ended(); ended {
		t.Error("the search ran on to the end")
	}
}
