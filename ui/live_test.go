package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

func TestPausedRunAsksForNoFrames(t *testing.T) {
	s := opened(t, &crowd{tasks: 2, rounds: 3}, 120, 36)
	s.press("n", "n", "j", "t", "?", "esc")
	s.send(tickMsg(time.Unix(0, 0)))
	if s.m.ticking {
		t.Error("frames are asked for while nothing moves")
	}
	s.press("space")
	if !s.m.ticking {
		t.Error("no frames are asked for while the run plays")
	}
	s.press("space")
	s.send(tickMsg(time.Unix(1, 0)))
	if s.m.ticking {
		t.Error("frames go on after the pause")
	}
}

func TestViewIsPaintedOnlyWhenSomethingChanged(t *testing.T) {
	s := opened(t, &crowd{tasks: 2, rounds: 3}, 120, 36)
	s.m.View()
	for _, msg := range []tea.Msg{keyNamed("Z"), tea.MouseMotionMsg{X: 3, Y: 3}, closedMsg{}, tea.FocusMsg{}} {
		s.m.Update(msg)
		if s.m.dirty {
			t.Errorf("%T, which changes nothing, has the screen painted anew", msg)
		}
	}
}

func TestPlayingRunsThroughAtItsPace(t *testing.T) {
	s := opened(t, &crowd{tasks: 2, rounds: 3}, 120, 36)
	s.press("space")
	now := time.Unix(0, 0)
	for range 30 * 20 {
		now = now.Add(frameTime)
		s.send(tickMsg(now))
		s.settleQuietly()
	}
	s.wants("ENDED", "The program ended at 3.000 s")
}

// settleQuietly takes what the worker has brought, without moving anything.
func (s screen) settleQuietly() {
	for {
		if _, busy := s.m.watch.sess.Busy(); !busy {
			return
		}
		<-s.m.watch.sess.Changed()
		s.send(changedMsg{s.m.program})
		s.m.watch.sess.Drain()
	}
}

// A stuck source runs one handle that does not end until it is told to.
type stuck struct {
	crowd
	inside chan struct{} // closed when the handle runs
	free   chan struct{}
	nexts  int
}

func (s *stuck) Next(ctx context.Context, log *trace.Log) error {
	if s.nexts++; s.nexts == 3 {
		close(s.inside)
		select {
		case <-s.free:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return s.crowd.Next(ctx, log)
}

func TestHandleThatDoesNotEndIsNamed(t *testing.T) {
	src := &stuck{crowd: crowd{tasks: 2, rounds: 3}, inside: make(chan struct{}), free: make(chan struct{})}
	s := screen{t, New(Options{Open: func(context.Context, trace.Listing) (session.Source, error) { return src, nil }})}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.obey(s.m.open(presets.Preset{Title: "stuck", Listing: trace.Listing{Name: "stuck.py"}}))
	s.settle()
	s.press("n")
	s.send(keyNamed("n"))
	<-src.inside
	now := time.Unix(0, 0)
	for range 75 {
		now = now.Add(frameTime)
		s.send(tickMsg(now))
	}
	s.wants("RUNNING", "worker 2 has been running for 2 s", "it does not give control back")
	s.typeOnly("?", "esc", "j", "t")
	s.wants("turn")
	close(src.free)
	s.settle()
	if strings.Contains(s.text(), "does not give control back") {
		t.Error("the handle has ended and is still named")
	}
}

// typeOnly types keys without waiting for the run.
func (s screen) typeOnly(names ...string) {
	for _, name := range names {
		s.send(keyNamed(name))
	}
}

func TestLeavingEndsTheRun(t *testing.T) {
	src := &stuck{crowd: crowd{tasks: 2, rounds: 3}, inside: make(chan struct{}), free: make(chan struct{})}
	s := screen{t, New(Options{Open: func(context.Context, trace.Listing) (session.Source, error) { return src, nil }})}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.obey(s.m.open(presets.Preset{Title: "stuck", Listing: trace.Listing{Name: "stuck.py"}}))
	s.settle()
	s.press("n")
	s.send(keyNamed("n"))
	<-src.inside
	if err := s.m.Close(); err != nil {
		t.Errorf("closing a run in the middle of a handle: %v", err)
	}
}

func TestSpaceStopsARunToTheEnd(t *testing.T) {
	src := &stuck{crowd: crowd{tasks: 2, rounds: 3}, inside: make(chan struct{}), free: make(chan struct{})}
	s := screen{t, New(Options{Open: func(context.Context, trace.Listing) (session.Source, error) { return src, nil }})}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.obey(s.m.open(presets.Preset{Title: "stuck", Listing: trace.Listing{Name: "stuck.py"}}))
	s.settle()
	s.send(keyNamed("G"))
	<-src.inside
	s.wants("RUNNING", "space pause")
	now := time.Unix(0, 0)
	for range 75 {
		now = now.Add(frameTime)
		s.send(tickMsg(now))
	}
	s.wants("The program has been running for 2 s: it does not give control back.")
	s.typeOnly("space")
	close(src.free)
	s.settle()
	s.wants("PAUSED", "space play")
	if ended, _ := s.m.watch.sess.Ended(); ended || s.m.watch.sess.Playing() {
		t.Error("space lets a run to the end go on")
	}
}

func TestCutsOfALaneStayFew(t *testing.T) {
	s := crowded(t, &crowd{tasks: 1, rounds: 20_000}, 80, 24)
	s.text()
	w := s.m.watch
	if got, most := len(w.lanes.list[0].cuts), 4*w.ruler.width; got > most || got == 0 {
		t.Errorf("a lane of 20000 rounds is painted of %d stretches in %d columns, want %d at most", got, w.ruler.width, most)
	}
}
