package session_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

const second = trace.Second

// kindAt gives the kind of the event that the session stands behind, and that
// of the next one it knows.
func kindAt(s *session.Session) (behind, next string) {
	v := s.Timeline().View()
	behind, next = "nothing", "nothing"
	if s.Pos() > 0 {
		behind = v.At(s.Pos()).Kind.String()
	}
	if s.Pos() < v.Len() {
		next = v.At(s.Pos() + 1).Kind.String()
	}
	return behind, next
}

func TestOpensBeforeTheFirstHandle(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(second)))
	if behind, next := kindAt(s); behind != "handle.scheduled" || next != "nothing" {
		t.Errorf("opened behind %s, before %s; want behind main's handle.scheduled and nothing run", behind, next)
	}
	if !s.Live() || s.Playing() || s.Opening() {
		t.Errorf("live %t, playing %t, opening %t; want a live, paused, opened run", s.Live(), s.Playing(), s.Opening())
	}
}

func TestASourceThatBringsTooMuchIsShownAsFarAsItsFirstHandle(t *testing.T) {
	f := newFakeLoop(sleep(second), sleep(second))
	s := watch(t, &lumped{f})
	if _, next := kindAt(s); next != "handle.begin" {
		t.Errorf("opened before %s, want before the first handle.begin", next)
	}
	s.StepHandle()
	if behind, _ := kindAt(s); behind != "handle.end" {
		t.Errorf("a step came behind %s, want handle.end", behind)
	}
}

// lumped brings two of its source's stops at once.
type lumped struct{ *fakeLoop }

func (l *lumped) Next(ctx context.Context, log *trace.Log) error {
	if err := l.fakeLoop.Next(ctx, log); err != nil {
		return err
	}
	return l.fakeLoop.Next(ctx, log)
}

func TestStepRunsOneHandle(t *testing.T) {
	f := newFakeLoop(spawn(sleep(0)), sleep(0))
	s := watch(t, f)
	for handles := 1; handles <= 4; handles++ {
		s.StepHandle()
		if got := s.Timeline().Handles(); got != handles || !s.Live() {
			t.Fatalf("after %d steps %d handles ran, live %t", handles, got, s.Live())
		}
	}
	s.StepHandle()
	if ended, err := s.Ended(); !ended || err != nil {
		t.Errorf("after the last step ended %t, error %v", ended, err)
	}
}

func TestTurnRunsWhatWasReadyWhenItBegan(t *testing.T) {
	s := watch(t, newFakeLoop(spawn(sleep(second)), spawn(sleep(second)), sleep(0)))
	var handles []int
	for range 5 {
		s.StepTurn()
		handles = append(handles, s.Timeline().Handles())
	}
	// main; then the two jobs and main again; the two timers at 1 s; the jobs.
	if got := fmt.Sprint(handles); got != "[1 4 6 8 8]" {
		t.Errorf("handles after each turn: %s, want [1 4 6 8 8]", got)
	}
	s.BackTurn()
	s.BackTurn()
	if got := s.Timeline().Column(s.Pos()) + 1; got != 4 {
		t.Errorf("two turns back from the end %d handles have run, want 4", got)
	}
	for range 9 {
		s.BackTurn()
	}
	if s.Pos() != s.Start() {
		t.Errorf("turns back lead to %d, want the opening %d", s.Pos(), s.Start())
	}
}

func TestTurnFinishesTheOneThatIsHalfDone(t *testing.T) {
	s := watch(t, newFakeLoop(spawn(sleep(0)), spawn(sleep(0)), sleep(0)))
	s.StepHandle()
	s.StepHandle()
	s.StepTurn()
	if got := s.Timeline().Handles(); got != 4 {
		t.Errorf("%d handles ran, want 4: main, then the turn of three", got)
	}
}

func TestSeekBeyondTheNewestEventRunsToIt(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(0), sleep(0), sleep(0)))
	s.Seek(9)
	if s.Pos() != 9 {
		t.Errorf("sought event 9, stands at %d", s.Pos())
	}
	s.Seek(1 << 30)
	if ended, _ := s.Ended(); !ended || s.Pos() != s.Timeline().View().Len() {
		t.Errorf("seeking beyond the end stands at %d of %d, ended %t", s.Pos(), s.Timeline().View().Len(), ended)
	}
}

func TestNothingRunsAheadOfWhatIsShown(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(second), sleep(second)))
	s.Play()
	s.Tick(250 * time.Millisecond) // main's first step
	s.Tick(900 * time.Millisecond)
	if got := s.Timeline().Handles(); got != 1 || s.Now() != 900_000 {
		t.Errorf("at %s s of loop time %d handles have run; want 0.9 and only main's first", s.Now(), got)
	}
	s.Tick(101 * time.Millisecond)
	if got := s.Timeline().Handles(); got != 2 || s.Now() != second {
		t.Errorf("at %s s of loop time %d handles have run; want 1 and the timer's", s.Now(), got)
	}
}

func TestPlayGivesAMomentToAHandleThatTakesNoTime(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(0), sleep(0)))
	s.Play()
	s.Tick(10 * time.Millisecond)
	if got := s.Timeline().At(s.Pos()).Running; got != 1 {
		t.Fatalf("during main's moment task %d is shown running, want 1", got)
	}
	if !s.Live() {
		t.Errorf("inside the newest handle the session is not live")
	}
	s.Tick(230 * time.Millisecond)
	if got := s.Timeline().Handles(); got != 1 {
		t.Errorf("after 0.24 s %d handles have begun, want 1", got)
	}
	s.Tick(20 * time.Millisecond)
	if got := s.Timeline().Handles(); got != 2 {
		t.Errorf("after 0.26 s %d handles have begun, want 2", got)
	}
}

func TestSpeedScalesMomentsAndTime(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(10*second)))
	s.SetSpeed(10)
	s.Play()
	s.Tick(25 * time.Millisecond)
	s.Tick(500 * time.Millisecond)
	if s.Now() != 5*second {
		t.Errorf("at ×10, 0.5 s after the first moment, the playhead is at %s s, want 5", s.Now())
	}
}

func TestAHandleThatTakesTimeIsShownForThatLong(t *testing.T) {
	s := watch(t, newFakeLoop(op{do: "print"}, work(2*second), op{do: "print"}, sleep(0)))
	s.Play()
	s.Tick(1500 * time.Millisecond)
	if s.Now() != 3*second/2 || s.Timeline().OutputAt(s.Pos()) != 1 {
		t.Errorf("in the middle of the work it is %s s and %d lines are shown, want 1.5 and 1", s.Now(), s.Timeline().OutputAt(s.Pos()))
	}
	s.Pause()
	if s.Now() != 3*second/2 {
		t.Errorf("pausing moved the playhead to %s s", s.Now())
	}
	s.Play()
	s.Tick(500 * time.Millisecond)
	if behind, _ := kindAt(s); behind != "handle.end" || s.Now() != 2*second {
		t.Errorf("at %s s behind %s, want the handle's end at 2 s", s.Now(), behind)
	}
}

func TestPauseEndsTheMoment(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(0)))
	s.Play()
	s.Tick(10 * time.Millisecond)
	s.Pause()
	if behind, _ := kindAt(s); behind != "handle.end" {
		t.Errorf("paused behind %s, want the handle's end", behind)
	}
}

func TestPlayingThePastGoesOnLive(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(second), sleep(second)))
	s.StepHandle()
	s.StepHandle()
	s.Home()
	s.Play()
	for range 200 {
		s.Tick(20 * time.Millisecond)
	}
	ended, _ := s.Ended()
	if !ended || s.Playing() || s.Now() != 2*second {
		t.Errorf("ended %t, playing %t at %s s; want an end at 2 s", ended, s.Playing(), s.Now())
	}
}

func TestTheRecordPlaysAsItDidLive(t *testing.T) {
	s := watch(t, newFakeLoop(spawn(sleep(second), work(second)), sleep(second/2), op{do: "print"}))
	play := func() (shown []string) {
		s.Home()
		s.Play()
		for s.Playing() {
			s.Tick(50 * time.Millisecond)
			shown = append(shown, fmt.Sprintf("%d@%s", s.Pos(), s.Now()))
		}
		return shown
	}
	live, record := play(), play()
	if fmt.Sprint(live) != fmt.Sprint(record) {
		t.Errorf("live  %v\nagain %v", live, record)
	}
}

func TestSpeedLadder(t *testing.T) {
	s := watch(t, newFakeLoop())
	for range 20 {
		s.Faster()
	}
	top := s.Speed()
	for range 20 {
		s.Slower()
	}
	if top != 100 || s.Speed() != 0.1 {
		t.Errorf("the ladder ends at ×%g and ×%g, want ×100 and ×0.1", top, s.Speed())
	}
	s.SetSpeed(0.3)
	if s.Faster(); s.Speed() != 0.5 {
		t.Errorf("faster than ×0.3 is ×%g, want ×0.5", s.Speed())
	}
}

func TestCommandActsAtThePlayhead(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(second)))
	s.Play()
	s.Tick(650 * time.Millisecond)
	s.Pause()
	if err := s.Do(trace.Command{Op: trace.OpCancel, Task: 1}); err != nil {
		t.Fatal(err)
	}
	o, ok := s.Outcome()
	if !ok || o.Refused != nil || o.Command.T != 400_000 || o.Command.After != o.Event-1 {
		t.Errorf("outcome %+v, %t; want done at 0.4 s, after the event before", o, ok)
	}
	if behind, _ := kindAt(s); behind != "command" || !s.Live() {
		t.Errorf("stands behind %s, want behind what the command caused", behind)
	}
	if got := len(s.Commands()); got != 1 {
		t.Errorf("%d commands are kept, want 1", got)
	}
}

func TestCommandsWhilePlayingFollowEachOther(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(second), sleep(second)))
	s.Play()
	s.Tick(600 * time.Millisecond)
	for range 3 {
		if err := s.Do(trace.Command{Op: trace.OpShield, Task: 1}); err != nil {
			t.Fatal(err)
		}
	}
	s.Tick(100 * time.Millisecond)
	if got := len(s.Commands()); got != 3 || !s.Playing() || s.Now() != 450_000 {
		t.Errorf("%d commands done, playing %t, at %s s; want 3 and playing on at 0.45", got, s.Playing(), s.Now())
	}
}

func TestAMachineThatSleptDoesNotSkipTheRun(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(1000*second)))
	s.Play()
	s.Tick(time.Hour)
	if s.Now() > 2*second {
		t.Errorf("an hour's sleep moved the playhead to %s s", s.Now())
	}
}

func TestRefusalsOfCommands(t *testing.T) {
	cancel := trace.Command{Op: trace.OpCancel, Task: 1}
	tests := []struct {
		name  string
		moves func(*session.Session)
		give  trace.Command
		want  string
	}{
		{"in the past", func(s *session.Session) { s.StepHandle(); s.Home() }, cancel, "in the past"},
		{"after the end", (*session.Session).End, cancel, "has ended"},
		{"no such task", func(*session.Session) {}, trace.Command{Op: trace.OpCancel, Task: 7}, "no task 7"},
		{"no such order", func(*session.Session) {}, trace.Command{Op: "stop", Task: 1}, `no command "stop"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := watch(t, newFakeLoop(sleep(second)))
			test.moves(s)
			if err := s.Do(test.give); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one that says %q", err, test.want)
			}
		})
	}
}

func TestARefusalByTheRunIsTold(t *testing.T) {
	s := watch(t, newFakeLoop(spawn(), sleep(second)))
	s.StepHandle()
	s.StepHandle()
	if err := s.Do(trace.Command{Op: trace.OpShield, Task: 2}); err != nil {
		t.Fatal(err)
	}
	if o, ok := s.Outcome(); !ok || o.Refused == nil || o.Refused.Error() != "it has ended" {
		t.Errorf("outcome %+v, %t; want the run's reason", o, ok)
	}
	if len(s.Commands()) != 1 {
		t.Errorf("a refused command is not kept: the run would not be the same without its event")
	}
}

func TestASourceWithoutCommandsRefuses(t *testing.T) {
	s := watch(t, deaf{newFakeLoop(sleep(second))})
	if err := s.Do(trace.Command{Op: trace.OpShield, Task: 1}); err != nil {
		t.Fatal(err)
	}
	if o, ok := s.Outcome(); !ok || !errors.Is(o.Refused, errors.ErrUnsupported) {
		t.Errorf("outcome %+v, %t; want ErrUnsupported", o, ok)
	}
}

type deaf struct{ *fakeLoop }

func (deaf) Do(trace.Command) error { return fmt.Errorf("a recording: %w", errors.ErrUnsupported) }

func TestBreakPauses(t *testing.T) {
	for name, run := range map[string]func(*session.Session){
		"playing": func(s *session.Session) {
			for s.Play(); s.Playing(); {
				s.Tick(100 * time.Millisecond)
			}
		},
		"running to the end": (*session.Session).End,
		"playing the past": func(s *session.Session) {
			s.End()
			s.End()
			s.Home()
			for s.Play(); s.Playing(); {
				s.Tick(100 * time.Millisecond)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFakeLoop(sleep(second), sleep(second), sleep(second))
			s := watch(t, f)
			if err := s.Do(trace.Command{Op: trace.OpCallback, Task: 1, Kind: trace.CallbackBreak}); err != nil {
				t.Fatal(err)
			}
			f.during = func() {
				if f.turn == 4 {
					f.log.Append(trace.Event{Kind: trace.RunBreak, T: f.now, Fut: -1})
				}
			}
			run(s)
			if got := s.Timeline().At(s.Pos()).Turn; got != 4 {
				t.Errorf("stopped in turn %d, want 4, where the break is", got)
			}
		})
	}
}

func TestPanicInASourceIsAnError(t *testing.T) {
	f := newFakeLoop(sleep(0))
	f.during = func() { panic("no such slot") }
	s := watch(t, f)
	s.StepHandle()
	if ended, err := s.Ended(); !ended || err == nil || err.Error() != "internal error: no such slot" {
		t.Errorf("ended %t, error %v; want an internal error", ended, err)
	}
}

// A slow source does not come back from a handle until it is let go.
type slow struct {
	*fakeLoop
	entered, release chan struct{}
	runs             int
}

func (s *slow) Next(ctx context.Context, log *trace.Log) error {
	if s.runs++; s.runs == 2 {
		close(s.entered)
		select {
		case <-s.release:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return s.fakeLoop.Next(ctx, log)
}

func watchSlow(t *testing.T) (*session.Session, *slow) {
	src := &slow{fakeLoop: newFakeLoop(sleep(0), sleep(0)), entered: make(chan struct{}), release: make(chan struct{})}
	s := session.New(src, session.Options{Patience: time.Millisecond})
	t.Cleanup(func() { _ = s.Close() })
	for s.Opening() {
		<-s.Changed()
		s.Drain()
	}
	s.StepHandle()
	<-src.entered
	return s, src
}

func TestASlowHandleIsToldAndThenShown(t *testing.T) {
	s, src := watchSlow(t)
	s.Tick(3 * time.Second)
	if since, busy := s.Busy(); !busy || since != 3*time.Second {
		t.Fatalf("busy %t for %s, want 3 s", busy, since)
	}
	close(src.release)
	for behind := ""; behind != "handle.end"; behind, _ = kindAt(s) {
		<-s.Changed()
		s.Drain()
	}
	if _, busy := s.Busy(); busy || !s.Live() {
		t.Errorf("busy %t, live %t after the handle's end", busy, s.Live())
	}
}

func TestACommandGivenInsideAHandleActsAtItsEnd(t *testing.T) {
	s, src := watchSlow(t)
	if err := s.Do(trace.Command{Op: trace.OpCancel, Task: 1}); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Outcome(); ok {
		t.Fatal("there is an outcome while the handle still runs")
	}
	close(src.release)
	for ok := false; !ok; _, ok = s.Outcome() {
		<-s.Changed()
		s.Drain()
	}
	o, _ := s.Outcome()
	if before := s.Timeline().View().At(o.Event - 1); before.Kind != trace.HandleEnd || o.Command.After != o.Event-1 {
		t.Errorf("the command came after %s and says after %d of %d", before.Kind, o.Command.After, o.Event)
	}
}

func TestCloseStopsAHandleThatRuns(t *testing.T) {
	s, src := watchSlow(t)
	if err := s.Close(); err != nil || !src.closed {
		t.Errorf("close gave %v, source closed %t", err, src.closed)
	}
}

func TestCloseLeavesNoGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 20 {
		s := session.New(newFakeLoop(spawn(sleep(0)), sleep(second)), session.Options{})
		s.Play()
		s.Tick(time.Second)
		s.End()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s.StepHandle() // nothing, and no panic
	}
	if after := goroutines(before); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// goroutines counts them once those that are at their very end are gone.
func goroutines(want int) int {
	for late := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > want && time.Now().Before(late); {
		runtime.Gosched()
	}
	return runtime.NumGoroutine()
}

// An endless source runs on and on.
type endless struct{ *fakeLoop }

func (e endless) Next(ctx context.Context, log *trace.Log) error {
	if len(e.tasks) > 0 {
		e.tasks[1] = []op{sleep(0)}
	}
	return e.fakeLoop.Next(ctx, log)
}

func TestARunToTheEndShowsProgressAndCanBeStopped(t *testing.T) {
	s := session.New(endless{newFakeLoop()}, session.Options{Patience: time.Millisecond})
	defer func() { _ = s.Close() }()
	for s.Opening() {
		<-s.Changed()
		s.Drain()
	}
	s.End()
	for start := s.Pos(); s.Pos() == start; s.Drain() {
		<-s.Changed()
	}
	if _, busy := s.Busy(); !busy {
		t.Fatal("the run is over")
	}
	s.Pause()
	for _, busy := s.Busy(); busy; _, busy = s.Busy() {
		<-s.Changed()
		s.Drain()
	}
	if ended, _ := s.Ended(); ended || !s.Live() {
		t.Errorf("ended %t, live %t; want a stop at the newest event", ended, s.Live())
	}
}

func TestNextErrorEndsTheRun(t *testing.T) {
	broken := errors.New("the wire broke")
	s := watch(t, failing{newFakeLoop(), broken})
	if ended, err := s.Ended(); !ended || !errors.Is(err, broken) || s.Opening() {
		t.Errorf("ended %t, error %v, opening %t", ended, err, s.Opening())
	}
}

type failing struct {
	*fakeLoop
	err error
}

func (f failing) Next(context.Context, *trace.Log) error { return f.err }

func TestTickBetweenEventsAllocatesNothing(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(1000*second)))
	s.Play()
	s.Tick(time.Second)
	if n := testing.AllocsPerRun(100, func() { s.Tick(16 * time.Millisecond) }); n != 0 {
		t.Errorf("%g allocations a tick, want 0", n)
	}
	s.Pause()
	if s.Tick(time.Second) {
		t.Error("a tick changed something while paused")
	}
}

// straight runs a source to its end and gives its timeline.
func straight(src session.Source) *timeline.Timeline {
	log, tl := trace.NewLog(), timeline.New()
	for !errors.Is(src.Next(context.Background(), log), io.EOF) {
	}
	tl.Extend(log.View())
	return tl
}
