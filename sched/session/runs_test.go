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

// endOf runs a session to its end.
func endOf(s *session.Session) {
	for ended := false; !ended; ended, _ = s.Ended() {
		s.End()
	}
}

func TestARefusedForkIsTakenAwayAgain(t *testing.T) {
	rs := watchAll(t, newRewindable(spawn(), sleep(second), sleep(second)))
	s := rs.Current()
	endOf(s)
	s.BackTurn()
	s.BackTurn()
	at := s.Pos()
	if err := rs.Fork(trace.Command{Op: trace.OpCancel, Task: 2}); err != nil {
		t.Fatal(err)
	}
	o, ok := rs.Outcome()
	if !ok || o.Refused == nil || o.Refused.Error() != "it has ended" {
		t.Errorf("outcome %+v, %t; want the refusal of the run", o, ok)
	}
	if rs.Current() != s || s.Pos() != at || names(rs) != "the program *" {
		t.Errorf("at %d in %q, want at %d in the program alone", rs.Current().Pos(), names(rs), at)
	}
	if err := rs.Redo(); !errors.Is(err, session.ErrNothingOn) {
		t.Errorf("the refused fork can be done again: %v", err)
	}
}

// gated is a fake program whose later runs wait in every handle for the gate.
type gated struct {
	*rewindable
	gate chan struct{}
}

func (g *gated) Rewind() (session.Source, error) {
	again := newRewindable(g.program...)
	again.during = func() { <-g.gate }
	return again, nil
}

func TestAForkThatTakesLongIsCurrentAtOnceAndOpens(t *testing.T) {
	src := &gated{threeSleeps(), make(chan struct{})}
	rs := session.NewRuns(src, session.Options{Patience: time.Millisecond})
	t.Cleanup(func() { _ = rs.Close() })
	first := rs.Current()
	for ended := false; !ended; ended, _ = first.Ended() {
		first.End()
		<-rs.Changed()
		rs.Drain()
	}
	first.BackTurn()
	first.BackTurn()
	n := first.Pos()
	if err := rs.Fork(cancelMain); err != nil {
		t.Fatal(err)
	}
	fork := rs.Current()
	if done, of := fork.Progress(); fork == first || !fork.Opening() || of != n || done >= of {
		t.Fatalf("another run: %t, opening: %t, %d events of %d; want one on its way to %d", fork != first, fork.Opening(), done, of, n)
	}
	if err := rs.Fork(cancelMain); !errors.Is(err, session.ErrOpening) {
		t.Errorf("a fork of what is on its way: %v, want ErrOpening", err)
	}
	if err := rs.TakeBack(); err != nil || rs.Current() != first || first.Pos() != n {
		t.Errorf("taken back: %v, at %d; want the first run at %d", err, rs.Current().Pos(), n)
	}
	if err := rs.Redo(); err != nil || rs.Current() != fork {
		t.Errorf("done again: %v, want the fork", err)
	}
	close(src.gate)
	for fork.Opening() {
		<-rs.Changed()
		rs.Drain()
	}
	if !fork.Live() || fork.Pos() <= n {
		t.Errorf("the fork stands at %d, want at its newest event behind %d", fork.Pos(), n)
	}
}

func TestARefusedForkIsTakenAwayWhoeverSeesItOpen(t *testing.T) {
	src := &gated{newRewindable(spawn(), sleep(second), sleep(second)), make(chan struct{})}
	rs := session.NewRuns(src, session.Options{Patience: time.Millisecond})
	t.Cleanup(func() { _ = rs.Close() })
	first := rs.Current()
	for ended := false; !ended; ended, _ = first.Ended() {
		first.End()
		<-rs.Changed()
		rs.Drain()
	}
	first.BackTurn()
	first.BackTurn()
	if err := rs.Fork(trace.Command{Op: trace.OpCancel, Task: 2}); err != nil {
		t.Fatal(err)
	}
	fork := rs.Current()
	close(src.gate)
	for fork.Opening() {
		<-rs.Changed()
		fork.Tick(0)
	}
	if !rs.Drain() || rs.Current() != first || names(rs) != "the program *" {
		t.Errorf("runs are %q, want the program alone, and to be told of it", names(rs))
	}
}

// A fickle program is another one when it is run again.
type fickle struct{ *rewindable }

func (f *fickle) Rewind() (session.Source, error) {
	return newRewindable(sleep(second), work(second), sleep(second)), nil
}

func TestARunThatGoesAnotherWayIsNoFork(t *testing.T) {
	rs := watchAll(t, &fickle{threeSleeps()})
	s := rs.Current()
	endOf(s)
	s.BackTurn()
	if err := rs.Fork(cancelMain); err != nil {
		t.Fatal(err)
	}
	if said := rs.Said(); !strings.Contains(said, "went another way than before: event ") {
		t.Errorf("said %q, want that the program went another way", said)
	}
	if rs.Current() != s || len(rs.All()) != 1 {
		t.Errorf("runs are %q, want the program alone", names(rs))
	}
}

func TestCommandsAreTakenBackOneByOne(t *testing.T) {
	rs := watchAll(t, threeSleeps())
	for range 2 {
		rs.Current().StepHandle()
		if err := rs.Current().Do(cancelMain); err != nil {
			t.Fatal(err)
		}
	}
	with := rs.Current()
	for _, want := range []string{
		"the program *; cancel Task at turn 2",
		"the program *; cancel Task at turn 2",
		"the program *; cancel Task at turn 1; cancel Task at turn 2",
	} {
		if err := rs.TakeBack(); err != nil {
			t.Fatal(err)
		}
		if got := names(rs); got != want {
			t.Errorf("runs are %q, want %q", got, want)
		}
	}
	if n := len(rs.Current().Commands()); n != 0 {
		t.Errorf("%d commands are left, want none", n)
	}
	for range 3 {
		if err := rs.Redo(); err != nil {
			t.Fatal(err)
		}
	}
	if rs.Current() != with || len(with.Commands()) != 2 {
		t.Errorf("done again is %q, want the run with both commands", names(rs))
	}
	if err := rs.Redo(); !errors.Is(err, session.ErrNothingOn) {
		t.Errorf("done again once more: %v, want ErrNothingOn", err)
	}
}

func TestADroppedRunGivesWhatComesFromItToItsParent(t *testing.T) {
	rs := watchAll(t, threeSleeps())
	first := rs.Run()
	endOf(rs.Current())
	for range 2 {
		rs.Current().BackTurn()
		rs.Current().BackTurn()
		if err := rs.Fork(cancelMain); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := names(rs), "the program; cancel Task at turn 5; cancel Task at turn 3 *"; got != want {
		t.Fatalf("runs are %q, want %q", got, want)
	}
	middle, last := rs.All()[1], rs.All()[2]
	if err := rs.Drop(middle); err != nil {
		t.Fatal(err)
	}
	if last.Parent != first || last.Same > middle.Same {
		t.Errorf("the last run comes from %q and equals it up to %d; want the program, and %d at most", last.Parent.Name, last.Same, middle.Same)
	}
	if err := rs.Drop(last); err != nil || rs.Run() != first {
		t.Errorf("runs are %q, %v; want the program to be watched", names(rs), err)
	}
	if err := rs.Drop(first); !errors.Is(err, session.ErrFirstRun) {
		t.Errorf("the first run was closed: %v", err)
	}
}

func TestAKeptRunIsNotClosedToMakeRoom(t *testing.T) {
	rs := watchAll(t, threeSleeps())
	endOf(rs.Current())
	var kept *session.Run
	for range session.MostRuns + 3 {
		rs.Select(rs.All()[0])
		rs.Current().Home()
		if err := rs.Fork(cancelMain); err != nil {
			t.Fatal(err)
		}
		if kept == nil {
			kept = rs.Run()
			kept.Kept = true
		}
	}
	if rs.All()[1] != kept || len(rs.All()) != session.MostRuns {
		t.Errorf("runs are %q, want %d with the second kept", names(rs), session.MostRuns)
	}
}

func TestBreakpointsAreThoseOfAllRuns(t *testing.T) {
	rs := watchAll(t, threeSleeps())
	points := []session.Break{{Kind: session.BreakDone}}
	if err := rs.Current().SetBreaks(points); err != nil {
		t.Fatal(err)
	}
	endOf(rs.Current())
	rs.Current().Home()
	if err := rs.Fork(cancelMain); err != nil {
		t.Fatal(err)
	}
	if got := rs.Current().Breaks(); len(got) != 1 || got[0] != points[0] {
		t.Errorf("the fork stops %v, want %v", got, points)
	}
}

func TestAReplayOpensBehindWhatItGave(t *testing.T) {
	s := watch(t, threeSleeps())
	s.StepHandle()
	s.StepHandle()
	if err := s.Do(cancelMain); err != nil {
		t.Fatal(err)
	}
	n := s.Pos()
	again := session.New(threeSleeps(), session.Options{Patience: time.Minute, Replay: s.Commands()})
	t.Cleanup(func() { _ = again.Close() })
	if again.Pos() != n || !again.Live() || again.Start() != s.Start() {
		t.Errorf("opens at %d of %d, start %d; want at %d, the newest, start %d",
			again.Pos(), again.Timeline().View().Len(), again.Start(), n, s.Start())
	}
	if a, b := jsonl(s, n), jsonl(again, n); a != b {
		t.Errorf("the replay is\n%s\nwant\n%s", b, a)
	}
}

func TestALongReplayIsFoldedInPieces(t *testing.T) {
	var ops []op
	for range 30_000 {
		ops = append(ops, op{do: "print"})
	}
	src := newRewindable(append(ops, sleep(second), sleep(second))...)
	rs := watchAll(t, src)
	endOf(rs.Current())
	rs.Current().BackTurn()
	n := rs.Current().Pos()
	again := session.New(newRewindable(src.program...), session.Options{Patience: 1, Until: n})
	t.Cleanup(func() { _ = again.Close() })
	pieces := 0
	for before := 0; again.Opening(); before = again.Timeline().View().Len() {
		<-again.Changed()
		again.Drain()
		if got := again.Timeline().View().Len() - before; got > 25_000 {
			t.Fatalf("%d events were folded at once", got)
		} else if got > 0 {
			pieces++
		}
	}
	if pieces < 2 || again.Pos() != n {
		t.Errorf("%d pieces, at %d; want some, and at %d", pieces, again.Pos(), n)
	}
}
