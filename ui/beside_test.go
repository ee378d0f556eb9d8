package ui

import (
	"fmt"
	"strings"
	"testing"

	"loopscope/sched/session"
)

// besides opens the recorded run with commands, the one without below it.
func besides(t *testing.T, size [2]int, keys string) screen {
	t.Helper()
	p, jsonl := recorded(t, "shielded")
	s := watching(t, p, jsonl, size)
	_, plain := recorded(t, "gather")
	below := newWatch(p, session.New(newReplay(plain), session.Options{}))
	t.Cleanup(func() { _ = below.close() })
	below.sess.End()
	for _, busy := below.sess.Busy(); busy; _, busy = below.sess.Busy() {
		<-below.sess.Changed()
		below.sess.Drain()
	}
	below.name = "the program"
	below.refresh()
	s.press("G")
	s.m.watch.stack(below)
	s.m.watch.refresh()
	s.press(strings.Fields(keys)...)
	return s
}

func TestTwoRunsStandOnOneRuler(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		s := besides(t, size, "j")
		same(t, fmt.Sprintf("two-runs-%dx%d", size[0], size[1]), s.text())
	}
	s := besides(t, [2]int{120, 36}, "t")
	same(t, "two-runs-turns-120x36", s.text())
	s = besides(t, [2]int{120, 36}, "h h h h")
	same(t, "two-runs-past-120x36", s.text())
}

func TestHandlesThatBothRunsShareStandInTheSameColumn(t *testing.T) {
	s := besides(t, [2]int{200, 60}, "")
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
