package session_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// picture gives all that a timeline says of position n.
func picture(tl *timeline.Timeline, n int) string {
	st := tl.At(n)
	var b strings.Builder
	fmt.Fprintf(&b, "n %d t %s turn %d left %d running %d handle %d ended %t result %v\n",
		st.N, st.T, st.Turn, st.Left, st.Running, st.Handle, st.Ended, st.Result)
	fmt.Fprintf(&b, "ready %v\ntimers %v\n", st.Ready(), st.Timers())
	for _, l := range tl.Lanes() {
		if l.Born <= n {
			fmt.Fprintf(&b, "%+v\n", st.Task(l.Task))
		}
	}
	fmt.Fprintf(&b, "why %s\n", tl.Why(n))
	return b.String()
}

// A press is one key that moves the position.
type press struct {
	name string
	do   func(*session.Session, int)
}

var presses = []press{
	{"→", func(s *session.Session, _ int) { s.StepHandle() }},
	{"→", func(s *session.Session, _ int) { s.StepHandle() }},
	{"←", func(s *session.Session, _ int) { s.BackHandle() }},
	{"L", func(s *session.Session, _ int) { s.StepTurn() }},
	{"H", func(s *session.Session, _ int) { s.BackTurn() }},
	{"seek", func(s *session.Session, n int) { s.Seek(n % (s.Timeline().View().Len() + 1)) }},
	{"seek time", func(s *session.Session, n int) { s.SeekTime(trace.Time(n%40) * trace.Second / 10) }},
	{"seek turn", func(s *session.Session, n int) { s.SeekTurn(n % 20) }},
	{"seek line", func(s *session.Session, n int) { s.SeekLine(int32(n % 30)) }},
	{"next moment", func(s *session.Session, n int) { s.NextMoment(trace.Task(n%5), session.Moments(n/5%16)) }},
	{"previous moment", func(s *session.Session, n int) { s.PrevMoment(trace.Task(n%5), session.Moments(n/5%16)) }},
	{"play", func(s *session.Session, n int) { s.Play(); s.Tick(time.Duration(n%400) * time.Millisecond); s.Pause() }},
	{"home", func(s *session.Session, _ int) { s.Home() }},
	{"newest", func(s *session.Session, _ int) { s.Newest() }},
}

// play presses keys and compares what is shown after each with a straight run.
func play(t *rapid.T, s *session.Session, want *timeline.Timeline, count int) {
	for i := range count {
		p := rapid.SampledFrom(presses).Draw(t, "press")
		p.do(s, rapid.IntRange(0, 1<<20).Draw(t, "n"))
		if got, want := picture(s.Timeline(), s.Pos()), picture(want, s.Pos()); got != want {
			t.Fatalf("press %d, %s, shows\n%swhere a straight run shows\n%s", i+1, p.name, got, want)
		}
	}
}

// ops draws a program for a fake loop.
func ops(t *rapid.T, depth int) []op {
	var program []op
	for range rapid.IntRange(0, 5).Draw(t, "ops") {
		switch rapid.IntRange(0, 5).Draw(t, "op") {
		case 0, 1:
			program = append(program, sleep(second/4*rapid.SampledFrom([]trace.Time{0, 0, 1, 2, 4}).Draw(t, "sleep")))
		case 2:
			program = append(program, work(second/4))
		case 3:
			program = append(program, op{do: "print"})
		default:
			if depth > 0 {
				program = append(program, spawn(ops(t, depth-1)...))
			}
		}
	}
	return program
}

func TestAnyPressesShowWhatAStraightRunShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		program := ops(t, 3)
		s := session.New(newFakeLoop(program...), session.Options{Patience: time.Minute})
		defer func() { _ = s.Close() }()
		play(t, s, straight(newFakeLoop(program...)), 60)
	})
}

func TestAThousandPressesOnGoldensShowWhatAStraightRunShows(t *testing.T) {
	all := goldens(t)
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		if runs++; runs > 30 && testing.Short() {
			return
		}
		name := rapid.SampledFrom(names).Draw(t, "golden")
		s := session.New(&record{facts: all[name]}, session.Options{Patience: time.Minute})
		defer func() { _ = s.Close() }()
		play(t, s, straight(&record{facts: all[name]}), 1000)
	})
}
