package session_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// A rewindable is a fake program that can be run again.
type rewindable struct {
	*fakeLoop
	program []op
}

func newRewindable(main ...op) *rewindable { return &rewindable{newFakeLoop(main...), main} }

func (r *rewindable) Rewind() (session.Source, error) { return newRewindable(r.program...), nil }

// watchAll opens the runs of a program, waiting for them however long it takes.
func watchAll(t testing.TB, src session.Source) *session.Runs {
	rs := session.NewRuns(src, session.Options{Patience: time.Minute})
	t.Cleanup(func() { _ = rs.Close() })
	return rs
}

// jsonl gives the trace of a session up to event n.
func jsonl(s *session.Session, n int) string {
	all := strings.SplitAfter(string(trace.NewEncoder().Append(nil, s.Timeline().View())), "\n")
	return strings.Join(all[:n], "")
}

// names lists the runs; the current one is marked.
func names(rs *session.Runs) string {
	var all []string
	for _, r := range rs.All() {
		name := r.Name
		if r == rs.Run() {
			name += " *"
		}
		all = append(all, name)
	}
	return strings.Join(all, "; ")
}

var cancelMain = trace.Command{Op: trace.OpCancel, Task: 1}

func threeSleeps() *rewindable { return newRewindable(sleep(second), sleep(second), sleep(second)) }

func TestAForkEqualsItsRunUpToTheCommand(t *testing.T) {
	rs := watchAll(t, threeSleeps())
	first := rs.Current()
	first.End()
	for range 3 {
		first.BackHandle()
	}
	n := first.Pos()
	if err := rs.Fork(cancelMain); err != nil {
		t.Fatal(err)
	}
	fork := rs.Current()
	if fork == first || fork.Opening() {
		t.Fatalf("fork is the first run: %t, opening: %t; want another one, opened", fork == first, fork.Opening())
	}
	if a, b := jsonl(first, n), jsonl(fork, n); a != b {
		t.Errorf("up to event %d the fork is\n%s\nwant\n%s", n, b, a)
	}
	if e := fork.Timeline().View().At(n + 1); e.Kind != trace.CommandDone {
		t.Errorf("behind event %d the fork has %s, want the command", n, e.Kind)
	}
	if got, want := names(rs), "the program; cancel Task at turn 5 *"; got != want {
		t.Errorf("runs are %q, want %q", got, want)
	}
	if r := rs.Run(); r.Parent != rs.All()[0] || r.Same != n {
		t.Errorf("the fork comes from %v and equals it up to %d, want the first run and %d", r.Parent, r.Same, n)
	}
}

func TestTakingBackGoesThroughMovesAndCommands(t *testing.T) {
	rs := watchAll(t, threeSleeps())
	s := rs.Current()
	s.StepHandle()
	at := s.Pos()
	if err := s.Do(cancelMain); err != nil {
		t.Fatal(err)
	}
	with := s.Pos()
	s.StepHandle()
	further := s.Pos()

	steps := []struct {
		do   func() error
		pos  int
		runs string
	}{
		{rs.TakeBack, with, "the program *"},
		{rs.TakeBack, at, "the program *; cancel Task at turn 1"},
		{rs.TakeBack, s.Start(), "the program *; cancel Task at turn 1"},
		{rs.Redo, at, "the program *; cancel Task at turn 1"},
		{rs.Redo, with, "the program; cancel Task at turn 1 *"},
		{rs.Redo, further, "the program; cancel Task at turn 1 *"},
		{rs.TakeBack, with, "the program; cancel Task at turn 1 *"},
		{rs.TakeBack, at, "the program *; cancel Task at turn 1"},
	}
	for i, step := range steps {
		if err := step.do(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if got := rs.Current().Pos(); got != step.pos || names(rs) != step.runs {
			t.Errorf("step %d: position %d in %q; want %d in %q", i, got, names(rs), step.pos, step.runs)
		}
	}
	if !rs.Current().Live() || rs.Current() == s {
		t.Error("without the command the run stands in the past, or is the old one")
	}
}

func TestWhatCannotBeRunAgainSaysSo(t *testing.T) {
	rs := watchAll(t, newFakeLoop(sleep(second)))
	s := rs.Current()
	s.End()
	s.Home()
	if err := rs.Fork(cancelMain); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("the error of a fork is %v, want one that wraps errors.ErrUnsupported", err)
	}
	if len(rs.All()) != 1 {
		t.Errorf("runs are %q, want the first alone", names(rs))
	}
	if err := rs.TakeBack(); err != nil || s.Live() == false {
		t.Errorf("taking back the move: %v, live %t", err, s.Live())
	}
}

func TestNoGoroutineIsLeftOfManyForks(t *testing.T) {
	before := runtime.NumGoroutine()
	rs := session.NewRuns(threeSleeps(), session.Options{Patience: time.Minute})
	rs.Current().End()
	for range 3 * session.MostRuns {
		rs.Current().Home()
		if err := rs.Fork(cancelMain); err != nil {
			t.Fatal(err)
		}
		if n := len(rs.All()); n > session.MostRuns {
			t.Fatalf("%d runs are kept, want %d at most", n, session.MostRuns)
		}
	}
	if said := rs.Said(); !strings.Contains(said, "was closed") {
		t.Errorf("said %q, want that a run was closed", said)
	}
	if err := rs.Close(); err != nil {
		t.Fatal(err)
	}
	if left := runtime.NumGoroutine(); left > before {
		t.Errorf("%d goroutines are left", left-before)
	}
}
