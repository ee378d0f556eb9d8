package sched

import (
	"testing"

	"loopscope/sched/trace"
)

func TestManyCancelledTimersAreSweptOut(t *testing.T) {
	l := NewLoop(nil, Host{})
	defer l.Close()
	for i := range trace.Time(1000) {
		h := l.CallAt(i, "f", func() error { return nil })
		if i%10 != 0 {
			h.Cancel()
		}
	}
	for _, want := range []int{99, 98} { // without the one that has run
		if _, err := l.Step(); err != nil {
			t.Fatal(err)
		}
		if len(l.timers) != want {
			t.Fatalf("%d timers are kept, want %d", len(l.timers), want)
		}
	}
	if l.timersCancelled != 0 {
		t.Errorf("%d cancelled timers are counted, none is left", l.timersCancelled)
	}
	l.CallAt(45, "f", func() error { return nil }).Cancel()
	run(t, l)
	if l.timersCancelled != 0 {
		t.Errorf("%d cancelled timers are counted at the end", l.timersCancelled)
	}
}

func run(t *testing.T, l *Loop) {
	for {
		ran, err := l.Step()
		if err != nil {
			t.Fatal(err)
		}
		if !ran {
			return
		}
	}
}
