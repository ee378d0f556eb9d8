package cli

import (
	"fmt"
	"testing"
	"time"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

func lessonRuns(t testing.TB, p presets.Preset) *session.Runs {
	rs := session.NewRuns(lessonSource(p), session.Options{Patience: time.Minute})
	t.Cleanup(func() { _ = rs.Close() })
	return rs
}

// A linePlace is where a session stands in line mode.
type linePlace struct {
	pos, sub int
	step     trace.LineStep
}

// walk presses a key until it leads to no other line.
func walk(t *testing.T, s *session.Session, press func() error) (all []linePlace) {
	t.Helper()
	for {
		before := s.Pos()
		if err := press(); err != nil || s.LineError() != nil {
			t.Fatal(err, s.LineError())
		}
		step, sub, _, ok := s.Line()
		if !ok {
			return all
		}
		if n := len(all); n > 0 && all[n-1].pos == s.Pos() && all[n-1].sub == sub {
			return all
		}
		if step.Event != s.Pos() || len(all) > 5000 {
			t.Fatalf("line %d began behind event %d, and the position is %d, before it %d", step.Line, step.Event, s.Pos(), before)
		}
		all = append(all, linePlace{s.Pos(), sub, step})
	}
}

func TestEveryLineOfALessonIsComeToOnceAndBack(t *testing.T) {
	for _, p := range presets.All() {
		t.Run(p.Name, func(t *testing.T) {
			s := lessonRuns(t, p).Current()
			there := walk(t, s, s.NextLine)
			if ended, _ := s.Ended(); !ended || len(there) == 0 || !s.Live() {
				t.Fatalf("%d lines lead to the end: %t", len(there), ended)
			}
			back := walk(t, s, s.PrevLine)
			for len(back) > len(there) { // lines of the module, before the opening
				if back[len(back)-1].pos > s.Start() {
					t.Fatalf("%d lines there, %d back", len(there), len(back))
				}
				back = back[:len(back)-1]
			}
			for i, want := range there {
				if got := back[len(back)-1-i]; got.pos != want.pos || got.sub != want.sub || got.step.Line != want.step.Line {
					t.Fatalf("line %d of the way is %+v, and on the way back %+v", i+1, want, got)
				}
			}
			tellsWhatEventsTell(t, s, there)
		})
	}
}

// tellsWhatEventsTell compares lines with the events that say at which line
// they happened: what a task prints, it prints at the line that it began last.
func tellsWhatEventsTell(t *testing.T, s *session.Session, lines []linePlace) {
	t.Helper()
	v, at, compared := s.Timeline().View(), map[trace.Task]int32{}, 0
	for n := 1; n <= v.Len(); n++ {
		for ; len(lines) > 0 && lines[0].pos < n; lines = lines[1:] {
			at[lines[0].step.Task] = lines[0].step.Line
		}
		e := v.At(n)
		if e.Kind != trace.Print || n <= s.Start() {
			continue
		}
		compared++
		if at[e.Task] != e.Line {
			t.Errorf("event %d prints %q at line %d, and the task is at line %d", n, v.String(e.Name), e.Line, at[e.Task])
		}
	}
	if compared == 0 {
		t.Error("nothing was printed")
	}
}

func TestABreakpointStopsAtEveryLineThatRuns(t *testing.T) {
	for _, p := range presets.All() {
		t.Run(p.Name, func(t *testing.T) {
			walked := lessonRuns(t, p).Current()
			var want []linePlace
			for _, at := range walk(t, walked, walked.NextLine) {
				if len(want) == 0 || !seen(want, at.step.Line) {
					want = append(want, at)
				}
			}
			for _, first := range want {
				b := session.Break{Kind: session.BreakLine, Line: first.step.Line}
				live := lessonRuns(t, p).Current()
				for name, s := range map[string]*session.Session{"the run": live, "its record": walked} {
					s.Home()
					if err := s.SetBreaks([]session.Break{b}); err != nil {
						t.Fatal(err)
					}
					s.End()
					_, sub, _, ok := s.Line()
					if _, broke := s.Broke(); !broke || !ok || s.Pos() != first.pos || sub != first.sub {
						t.Errorf("in %s, %s: stopped at event %d, line %d of its step; want event %d, line %d", name, b, s.Pos(), sub, first.pos, first.sub)
					}
				}
				if !live.Live() {
					t.Errorf("%s: stands in the past", b)
				}
			}
		})
	}
}

func seen(all []linePlace, line int32) bool {
	for _, p := range all {
		if p.step.Line == line {
			return true
		}
	}
	return false
}

func TestTheLinesOfAForkAreThoseOfItsCommand(t *testing.T) {
	p := presets.All()[1] // gather
	rs := lessonRuns(t, p)
	s := rs.Current()
	for range 4 {
		s.StepHandle()
	}
	s.End()
	s.Home()
	for range 4 {
		s.StepHandle()
	}
	if err := rs.Fork(trace.Command{Op: trace.OpCancel, Task: 2}); err != nil {
		t.Fatal(err)
	}
	fork := rs.Current()
	fork.End()
	n := fork.Timeline().View().Len()
	fork.Home()
	lines := walk(t, fork, fork.NextLine)
	if n == s.Timeline().View().Len() || len(lines) == 0 {
		t.Fatal("the fork is the same run")
	}
	tellsWhatEventsTell(t, fork, lines)
}

// longRun is a program of a million events.
func longRun() presets.Preset {
	return presets.Preset{Listing: trace.Listing{Name: "million.py", Source: fmt.Sprintf(`import asyncio

async def job(n):
    for i in range(n):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*[job(%d) for i in range(100)])
    print("never seen" if not main else "over")

asyncio.run(main())
`, 2500)}}
}

// BenchmarkEndOfAMillionEvents runs to the end with breakpoints that stop
// nothing.
func BenchmarkEndOfAMillionEvents(b *testing.B) {
	for _, breaks := range [][]session.Break{
		nil,
		{{Kind: session.BreakPrint, Text: "no such text"}, {Kind: session.BreakDone, Task: "nobody*"}, {Kind: session.BreakTime, T: 1 << 40}},
		{{Kind: session.BreakRuns, Task: "nobody*"}},
		{{Kind: session.BreakLine, Line: 999}},
	} {
		name := "none"
		if len(breaks) > 0 {
			name = breaks[0].String()
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s := session.New(lessonSource(longRun()), session.Options{Patience: time.Minute})
				_ = s.SetBreaks(breaks)
				s.End()
				if n := s.Timeline().View().Len(); n < 900_000 {
					b.Fatalf("%d events", n)
				}
				_ = s.Close()
			}
		})
	}
}
