package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestOrdersOfThePalette(t *testing.T) {
	tests := []struct {
		do   string
		says []string
	}{
		{"n n j; :raise ValueError boom", []string{`raise ValueError("boom")`, "In its next step. What job1 waited for goes on by itself."}},
		{`n n j; :raise ValueError("boom")`, []string{`raise ValueError("boom")`}},
		{"n n j; :raise", []string{": raise", "TimeoutError"}},
		{"n n j; :raise ", []string{"which exception?"}},
		{"n n j; :finish 42", []string{"fut.set_result(42)", "sleep(1) has that result: job1 is ready."}},
		{"n n; :finish 42", []string{"refused"}},
		{"n n j; :fire", []string{"loop._scheduled.remove(h); heapq.heapify(loop._scheduled); loop._ready.append(h)", "h: sleep(1) of job1.", "job2 runs next, then job1's sleep."}},
		{"n n n; :fire", []string{"h: sleep(0.5) of job2."}},
		{"n n j; :delay 2", []string{"h._when = 3; heapq.heapify(loop._scheduled)   h: sleep(1) of job1."}},
		{"n n j; :delay to 0.25", []string{"h._when = 0.25;"}},
		{"n n n; :goto 0.3s; :delay to 0.2s", []string{"0.2 s is over: it is 0.3 s now"}},
		{"n n j; :delay soon", []string{"by how much?"}},
		{"n; :delay 1", []string{"no timer runs: a sleep or a timeout sets one"}},
		{"n j j; :front", []string{"loop._ready.remove(h); loop._ready.appendleft(h)   h: the next step of job2."}},
		{"n j; :front", []string{"job1 is at the front already"}},
		{"n; :front", []string{"main has no step that is ready"}},
		{"n n n; :front", []string{"nothing is ready"}},
		{"G; :raise ValueError", []string{"main has ended"}},
		{"n 3; down; :front", []string{"h: the next step of job2."}},
		{"G; g; l; l; l; :fire", []string{"what if?", "(h:", "sleep(0.5) of job2)"}},
		{"n n n 3; down; :fire", []string{"h: sleep(1) of job1"}},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.obeyed(tt.do)
		s.wants(tt.says...)
	}
}

func TestTakeBack(t *testing.T) {
	tests := []struct{ do, at, says string }{
		{"u", "turn 0, 0 s, live", "There is nothing to take back"},
		{"U", "turn 0, 0 s, live", "There is nothing to do again"},
		{"n n n u", "turn 2, 0 s, past", "Back to where you were before. U goes forward again."},
		{"n n n u u U", "turn 2, 0 s, past", "Forward again."},
		{":goto 0.5s; g; u", "turn 5, 0.5 s, live", "Back to where you were before."},
		{"n n n; c; u", "turn 2, 0 s, live", "Taken back: cancel main at turn 2. The run with it is kept; U goes back to it."},
		{"n n n; c; u; U", "turn 2, 0 s, live", "Back in the run cancel main at turn 2."},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.obeyed(tt.do)
		s.wants(tt.says)
		if got := s.moment(); got != tt.at {
			t.Errorf("%s: at %s; want %s", tt.do, got, tt.at)
		}
	}
}

func TestDragOfTheRulerIsTakenBackAtOnce(t *testing.T) {
	s := running(t, found(t, "gather"), [2]int{120, 36})
	s.press("G")
	s.m.View()
	end, at := s.m.watch.sess.Pos(), s.m.frame.layout.ruler
	mouse := tea.Mouse{X: at.x + 30, Y: at.y, Button: tea.MouseLeft}
	s.send(tea.MouseClickMsg(mouse))
	for mouse.X > at.x+5 {
		mouse.X--
		s.send(tea.MouseMotionMsg(mouse))
	}
	s.send(tea.MouseReleaseMsg(mouse))
	if s.m.watch.sess.Pos() >= end {
		t.Fatalf("dragging to the left leaves the position at %d", s.m.watch.sess.Pos())
	}
	s.press("u")
	if got := s.m.watch.sess.Pos(); got != end {
		t.Errorf("u takes the drag back to %d; it began at %d", got, end)
	}
}
