package ui

import (
	"fmt"
	"strings"
	"testing"
)

// forked opens a program and cancels its second job in the past of the run.
func forked(t *testing.T, size [2]int, keys string) screen {
	t.Helper()
	p, _ := recorded(t, "gather")
	s := running(t, p, size)
	s.press(strings.Fields("G g l l l l j j c enter G")...)
	s.press(strings.Fields(keys)...)
	return s
}

func TestTwoRunsStandOnOneRuler(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		s := forked(t, size, "")
		same(t, fmt.Sprintf("two-runs-%dx%d", size[0], size[1]), s.text())
	}
	s := forked(t, [2]int{120, 36}, "t")
	same(t, "two-runs-turns-120x36", s.text())
	s = forked(t, [2]int{120, 36}, "h h h h")
	same(t, "two-runs-past-120x36", s.text())
}

func TestHandlesThatBothRunsShareStandInTheSameColumn(t *testing.T) {
	s := forked(t, [2]int{200, 60}, "")
	a, b := &s.m.watch.ruler, &s.m.watch.other.ruler
	for i := range min(len(a.marks), len(b.marks)) {
		ma, mb := a.marks[i], b.marks[i]
		if ma.n0 != mb.n0 || ma.t0 != mb.t0 || ma.n1 != mb.n1 {
			break
		}
		if ma.begin != mb.begin || ma.end != mb.end {
			t.Errorf("handle %d stands in cells %d to %d above and in %d to %d below", i, ma.begin, ma.end, mb.begin, mb.end)
		}
	}
	for _, r := range []*ruler{a, b} {
		for i := 1; i < len(r.marks); i++ {
			if r.marks[i].begin < r.marks[i-1].end {
				t.Errorf("handle %d begins in cell %d, inside the one before, which ends before %d", i, r.marks[i].begin, r.marks[i-1].end)
			}
		}
	}
}

func TestCommandInThePastAsksOnceAndForks(t *testing.T) {
	p, _ := recorded(t, "gather")
	s := running(t, p, [2]int{120, 36})
	s.press(strings.Fields("G g l l l l j j c")...)
	same(t, "fork-question-120x36", s.text())
	s.press("esc")
	if n := len(s.m.program.runs.All()); n != 1 {
		t.Fatalf("after esc there are %d runs", n)
	}
	s.press("c", "enter")
	s.wants("cancel job2 at turn", "job2.cancel()", "the program")
	if n := len(s.m.program.runs.All()); n != 2 {
		t.Fatalf("after the fork there are %d runs", n)
	}
}

func TestRunsAreListedStackedWalkedAndClosed(t *testing.T) {
	s := forked(t, [2]int{120, 36}, "R")
	same(t, "runs-120x36", s.text())
	s.press("enter") // the program
	s.wants("Two jobs at once · the program")
	s.press("v")
	s.wants("v puts the run that the cursor is on below")
	s.press("j", "v", "d")
	s.wants("1 of ", "the other run")
	s.press("D", "D")
	s.press("k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "backspace")
	s.wants("The first run stays")
	for s.m.watch.runsPane.row(s.m.watch.runsPane.at).run == nil || s.m.watch.runsPane.row(s.m.watch.runsPane.at).run.Parent == nil {
		s.press("j")
	}
	s.press("backspace")
	s.wants("is closed.", "that makes another run")
}

func TestRunBelowGoesWithTheOneShown(t *testing.T) {
	s := forked(t, [2]int{120, 36}, "g")
	for range 12 {
		a, b := s.m.watch, s.m.watch.other
		if n := a.sess.Pos(); n <= a.diff.Fork && b.sess.Pos() != n {
			t.Errorf("at position %d, before the runs part, the run below stands at %d", n, b.sess.Pos())
		}
		if a.sess.Pos() > a.diff.Fork && b.now > a.now {
			t.Errorf("at %v the run below stands at %v", a.now, b.now)
		}
		s.press("l")
	}
}
