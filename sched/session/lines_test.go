package session_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"testing"
	"time"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// A lined is a fakeLoop that tells lines: each step of task n runs the lines
// 10n+1 and 10n+2, both behind the begin of the step, and other handles none.
type lined struct {
	*fakeLoop
	told   []trace.Lines
	asked  int
	fail   error
	beyond []int32       // lines of every step that were not kept
	slow   chan struct{} // Detail waits for it, if it is not nil
	given  []trace.Command
}

func newLined(main ...op) *lined { return &lined{fakeLoop: newFakeLoop(main...)} }

func (l *lined) Next(ctx context.Context, log *trace.Log) error {
	from := log.Len()
	err := l.fakeLoop.Next(ctx, log)
	if log.Len() == from {
		return err
	}
	lines := trace.Lines{From: from, To: log.Len()}
	if e := log.View().At(from + 1); e.Kind == trace.HandleBegin && e.What == trace.Step {
		for i := range int32(2) {
			lines.Steps = append(lines.Steps, trace.LineStep{Event: from + 1, Task: e.Task, Line: 10*int32(e.Task) + i + 1})
		}
		lines.Beyond, lines.More = l.beyond, len(l.beyond)
	}
	l.told = append(l.told, lines)
	return err
}

func (l *lined) Detail(ctx context.Context, commands []trace.Command, n int) (trace.Lines, error) {
	l.asked, l.given = l.asked+1, commands
	if l.slow != nil {
		select {
		case <-l.slow:
		case <-ctx.Done():
			return trace.Lines{}, ctx.Err()
		}
	}
	if l.fail != nil {
		return trace.Lines{}, l.fail
	}
	for _, lines := range l.told {
		if lines.From <= n && n < lines.To {
			return lines, nil
		}
	}
	return trace.Lines{}, fmt.Errorf("nothing ran behind event %d", n)
}

// at says where a session stands: "12 at 3" is line 12 behind event 3.
func at(s *session.Session) string {
	step, _, _, ok := s.Line()
	if !ok {
		return fmt.Sprintf("event %d", s.Pos())
	}
	return fmt.Sprintf("%d at %d", step.Line, s.Pos())
}

func TestLinesFollowEachOtherAcrossHandlesAndBack(t *testing.T) {
	s := watch(t, newLined(spawn(sleep(0)), sleep(second)))
	var there []string
	for range 20 {
		if err := s.NextLine(); err != nil {
			t.Fatal(err)
		}
		there = append(there, at(s))
		if _, _, _, ok := s.Line(); !ok {
			break
		}
	}
	want := []string{"11 at 5", "12 at 5", "21 at 11", "22 at 11", "21 at 15", "22 at 15", "11 at 21", "12 at 21", "event 25"}
	if fmt.Sprint(there) != fmt.Sprint(want) {
		t.Errorf("went %q, want %q", there, want)
	}
	if ended, _ := s.Ended(); !ended || !s.Live() {
		t.Error("behind the last line stands the end")
	}
	for i := len(want) - 2; i >= 0; i-- {
		if err := s.PrevLine(); err != nil || at(s) != want[i] {
			t.Errorf("back to %s, %v; want %s", at(s), err, want[i])
		}
	}
	if err := s.PrevLine(); err != nil || at(s) != want[0] {
		t.Errorf("before the first line there is %s, %v; want to stay", at(s), err)
	}
}

func TestALineSaysWhereItStandsInItsHandle(t *testing.T) {
	s := watch(t, newLined(sleep(0)))
	_ = s.NextLine()
	_ = s.NextLine()
	if _, sub, of, ok := s.Line(); !ok || sub != 2 || of != 2 {
		t.Errorf("line %d of %d, %t; want 2 of 2", sub, of, ok)
	}
	if !s.Live() {
		t.Error("the inside of the newest handle is no past")
	}
	s.Newest()
	if _, _, _, ok := s.Line(); ok || !s.Live() {
		t.Error("another move leaves the lines")
	}
}

func TestALineInTheRecordIsThePast(t *testing.T) {
	s := watch(t, newLined(sleep(0), sleep(0)))
	s.End()
	s.Home()
	_ = s.NextLine()
	if s.Live() || at(s) != "11 at 5" {
		t.Errorf("%s, live %t; want line 11 in the past", at(s), s.Live())
	}
	_ = s.PrevLine()
	s.StepHandle()
	_ = s.PrevLine()
	if at(s) != "12 at 5" {
		t.Errorf("back from the end of a handle is %s, want its last line", at(s))
	}
}

func TestACommandInLineModeActsAtTheEndOfTheHandle(t *testing.T) {
	src := newLined(sleep(second))
	s := watch(t, src)
	_ = s.NextLine()
	if err := s.Do(trace.Command{Op: trace.OpCancel, Task: 1}); err != nil {
		t.Fatal(err)
	}
	o, ok := s.Outcome()
	if !ok || s.Timeline().View().At(o.Command.After).Kind != trace.HandleEnd {
		t.Errorf("outcome %+v, %t; want one behind the handle's end", o, ok)
	}
	_ = s.NextLine()
	if len(src.given) != 1 || src.given[0].After != o.Command.After {
		t.Errorf("the second run was given %v, want the command", src.given)
	}
}

func TestASourceWithoutLinesRefuses(t *testing.T) {
	s := watch(t, newFakeLoop(sleep(0)))
	for name, move := range map[string]func() error{"next": s.NextLine, "back": s.PrevLine} {
		if err := move(); !errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("%s: error %v, want ErrUnsupported", name, err)
		}
	}
	if s.HasLines() || s.Pos() != s.Start() {
		t.Error("a refused move moves nowhere")
	}
	err := s.SetBreaks([]session.Break{{Kind: session.BreakLine, Line: 3}, {Kind: session.BreakDone}})
	if !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("a breakpoint on a line: %v, want ErrUnsupported", err)
	}
	if s.End(); s.Pos() == s.Timeline().View().Len() {
		t.Error("the other breakpoint does not hold")
	}
}

func TestLinesThatCannotBeToldAreAnError(t *testing.T) {
	src := newLined(sleep(0))
	src.fail = errors.New("no replay")
	s := watch(t, src)
	if err := s.NextLine(); err != nil {
		t.Fatal(err)
	}
	if err := s.LineError(); err == nil || !errors.Is(err, src.fail) {
		t.Errorf("error %v, want the reason", err)
	}
	if _, _, _, ok := s.Line(); ok {
		t.Error("there is a line")
	}
}

func TestASlowReplayIsToldAndCanBeLeft(t *testing.T) {
	src := newLined(sleep(0), sleep(0))
	src.slow = make(chan struct{})
	s := session.New(src, session.Options{Patience: time.Millisecond})
	defer func() { _ = s.Close() }()
	for s.Opening() {
		<-s.Changed()
		s.Drain()
	}
	if err := s.NextLine(); err != nil {
		t.Fatal(err)
	}
	if _, busy := s.Busy(); !busy {
		t.Fatal("not busy while the lines are looked for")
	}
	s.Home()
	for _, busy := s.Busy(); busy; _, busy = s.Busy() {
		<-s.Changed()
		s.Drain()
	}
	if s.Pos() != s.Start() || s.LineError() != nil {
		t.Errorf("stands at %s, %v; want the opening, where the user went", at(s), s.LineError())
	}
	close(src.slow)
	_ = s.NextLine()
	for _, busy := s.Busy(); busy; _, busy = s.Busy() {
		<-s.Changed()
		s.Drain()
	}
	if _, _, _, ok := s.Line(); !ok {
		t.Error("the line is not found when it is asked for again")
	}
}

func TestCloseEndsALookForALine(t *testing.T) {
	before := runtime.NumGoroutine()
	src := newLined(sleep(0))
	src.slow = make(chan struct{})
	s := session.New(src, session.Options{Patience: time.Millisecond})
	_ = s.NextLine()
	if err := s.Close(); err != nil || !src.closed {
		t.Errorf("close gave %v, source closed %t", err, src.closed)
	}
	if after := goroutines(before); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}
