package session_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

func TestBreaksAreSaidInWordsAndRead(t *testing.T) {
	tests := []struct {
		text string
		want session.Break
		says string
	}{
		{"line 14", session.Break{Kind: session.BreakLine, Line: 14}, "at line 14"},
		{" line  14  job* ", session.Break{Kind: session.BreakLine, Line: 14, Task: "job*"}, "at line 14 in job*"},
		{"created job*", session.Break{Kind: session.BreakCreated, Task: "job*"}, "when job* is created"},
		{"runs say 2", session.Break{Kind: session.BreakRuns, Task: "say 2"}, "when say 2 is about to run"},
		{"cancelled", session.Break{Kind: session.BreakCancelled}, "when a task is cancelled"},
		{"done job1", session.Break{Kind: session.BreakDone, Task: "job1"}, "when job1 is done"},
		{"time 1.5", session.Break{Kind: session.BreakTime, T: 1_500_000}, "at 1.5 s"},
		{"time 1.5 s", session.Break{Kind: session.BreakTime, T: 1_500_000}, "at 1.5 s"},
		{"print hello you", session.Break{Kind: session.BreakPrint, Text: "hello you"}, "when something prints 'hello you'"},
		{`print "a b" job1`, session.Break{Kind: session.BreakPrint, Text: "a b", Task: "job1"}, "when job1 prints 'a b'"},
		{"print", session.Break{Kind: session.BreakPrint}, "when something prints"},
	}
	for _, test := range tests {
		got, err := session.ParseBreak(test.text)
		if err != nil || got != test.want || got.String() != test.says {
			t.Errorf("%q is %+v, %q, %v; want %+v, %q", test.text, got, got, err, test.want, test.says)
		}
	}
	for _, text := range []string{"", "stop", "line", "line x", "line 0", "line -3", "line 99999999999", "time", "time soon", "time -1", "time NaN", "time 1e300"} {
		if b, err := session.ParseBreak(text); err == nil {
			t.Errorf("%q is read as %+v, want an error", text, b)
		}
	}
}

// ways to run into a breakpoint: as the run goes, and in its record. Play shows
// a handle only after it has run, so it is asked in the record alone for what
// only a source could foretell.
var ways = map[string]func(*session.Session){
	"end":                (*session.Session).End,
	"play":               playOn,
	"seek":               func(s *session.Session) { s.Seek(s.Pos() + 1000) },
	"end in the record":  func(s *session.Session) { rewind(s); s.End() },
	"play in the record": func(s *session.Session) { rewind(s); playOn(s) },
}

func playOn(s *session.Session) {
	for s.Play(); s.Playing(); {
		s.Tick(50 * time.Millisecond)
	}
}

// rewind runs to the end without breakpoints and goes back to the opening.
func rewind(s *session.Session) {
	breaks := s.Breaks()
	_ = s.SetBreaks(nil)
	s.End()
	_ = s.SetBreaks(breaks)
	s.Home()
}

// stops runs on from breakpoint to breakpoint and says where it stood.
func stops(s *session.Session, run func(*session.Session)) (all []string) {
	for range 20 {
		run(s)
		i, ok := s.Broke()
		if !ok {
			return append(all, "end")
		}
		all = append(all, fmt.Sprintf("%s at %s s: %s", at(s), s.Now(), s.Breaks()[i]))
	}
	return append(all, "and so on")
}

// A foretelling loop knows what it runs next.
type foretelling struct{ *lined }

func (f foretelling) Foretell() (t trace.Time, task trace.Task, ok bool) {
	switch {
	case f.stage != 1:
		return 0, 0, false
	case len(f.ready) > 0:
		h := f.ready[0]
		if h.when > 0 {
			return f.now, 0, true
		}
		return f.now, h.task, true
	case len(f.timers) > 0:
		return max(f.now, f.timers[0].when), 0, true
	}
	return 0, 0, false
}

func TestBreakpointsStopEveryWayThatRunsOn(t *testing.T) {
	// Events: 1-4 the opening · main: 5 begins, 6 created Task 2, 7 scheduled,
	// 8 timer, 9 waits, 10 ends · Task 2: 11 begins, 12 prints, 13 timer at 0.5,
	// 14 waits, 15 ends · timer of Task 2: 16-18 · Task 2: 19 begins, 20 done,
	// 21 ends · timer of main: 22-24 · main: 25 begins, 26 done, 27 ends · 28, 29.
	program := func() *lined {
		return newLined(spawn(op{do: "print"}, sleep(second/2)), sleep(second))
	}
	tests := []struct {
		name   string
		breaks []session.Break
		want   []string
	}{
		{"created", []session.Break{{Kind: session.BreakCreated, Task: "Task 2"}}, []string{"event 6 at 0 s: when Task 2 is created", "end"}},
		{"done", []session.Break{{Kind: session.BreakDone}}, []string{"event 20 at 0.5 s: when a task is done", "event 26 at 1 s: when a task is done", "end"}},
		{"nobody of that name", []session.Break{{Kind: session.BreakDone, Task: "Task 3"}}, []string{"end"}},
		{"runs", []session.Break{{Kind: session.BreakRuns, Task: "T?sk 2"}},
			[]string{"event 10 at 0 s: when T?sk 2 is about to run", "event 18 at 0.5 s: when T?sk 2 is about to run", "end"}},
		{"print", []session.Break{{Kind: session.BreakPrint, Text: "ell"}}, []string{"event 12 at 0 s: when something prints 'ell'", "end"}},
		{"print by another", []session.Break{{Kind: session.BreakPrint, Text: "ell", Task: "Task 7"}}, []string{"end"}},
		{"time", []session.Break{{Kind: session.BreakTime, T: 300_000}, {Kind: session.BreakTime, T: 500_000}},
			[]string{"event 15 at 0.3 s: at 0.3 s", "event 15 at 0.5 s: at 0.5 s", "end"}},
		{"line", []session.Break{{Kind: session.BreakLine, Line: 12}}, []string{"12 at 5 at 0 s: at line 12", "12 at 25 at 1 s: at line 12", "end"}},
		{"line of a task", []session.Break{{Kind: session.BreakLine, Line: 21, Task: "*2"}}, []string{"21 at 11 at 0 s: at line 21 in *2", "21 at 19 at 0.5 s: at line 21 in *2", "end"}},
		{"many", []session.Break{{Kind: session.BreakPrint}, {Kind: session.BreakLine, Line: 22}, {Kind: session.BreakRuns, Task: "Task 2"}},
			[]string{"event 10 at 0 s: when Task 2 is about to run", "22 at 11 at 0 s: at line 22", "event 12 at 0 s: when something prints",
				"event 18 at 0.5 s: when Task 2 is about to run", "22 at 19 at 0.5 s: at line 22", "end"}},
	}
	for _, test := range tests {
		for name, run := range ways {
			t.Run(test.name+"/"+name, func(t *testing.T) {
				s := watch(t, foretelling{program()})
				if err := s.SetBreaks(test.breaks); err != nil {
					t.Fatal(err)
				}
				first := true
				got := stops(s, func(s *session.Session) {
					if first {
						run(s)
					} else if strings.HasPrefix(name, "play") {
						playOn(s)
					} else {
						s.End()
					}
					first = false
				})
				if fmt.Sprint(got) != fmt.Sprint(test.want) {
					t.Errorf("stopped\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
				}
			})
		}
	}
}

func TestABreakpointInTheNewestHandleIsNoPast(t *testing.T) {
	for _, b := range []session.Break{{Kind: session.BreakCreated, Task: "Task 2"}, {Kind: session.BreakLine, Line: 11}, {Kind: session.BreakRuns, Task: "Task 2"}} {
		s := watch(t, foretelling{newLined(spawn(), sleep(second))})
		if err := s.SetBreaks([]session.Break{b}); err != nil {
			t.Fatal(err)
		}
		if s.End(); !s.Live() {
			t.Errorf("%s: stands in the past", b)
		}
		if err := s.Do(trace.Command{Op: trace.OpShield, Task: 1}); err != nil {
			t.Errorf("%s: %v", b, err)
		}
	}
}

func TestSingleStepsPassBreakpoints(t *testing.T) {
	s := watch(t, foretelling{newLined(spawn(), sleep(second))})
	if err := s.SetBreaks([]session.Break{{Kind: session.BreakCreated}, {Kind: session.BreakLine, Line: 21}, {Kind: session.BreakTime, T: 1}, {Kind: session.BreakRuns}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{8, 11, 13} {
		s.StepHandle()
		if v := s.Timeline().View(); v.At(s.Pos()).Kind != trace.HandleEnd || !s.Live() {
			t.Errorf("a step stands at event %d, want a handle's end like %d", s.Pos(), want)
		}
		if _, ok := s.Broke(); ok {
			t.Error("a step was stopped by a breakpoint")
		}
	}
}

func TestASourceThatForetellsNothingStopsBeforeTheHandle(t *testing.T) {
	s := watch(t, newLined(spawn(), sleep(second)))
	_ = s.SetBreaks([]session.Break{{Kind: session.BreakRuns, Task: "Task 2"}})
	s.End()
	if next := s.Timeline().View().At(s.Pos() + 1); next.Kind != trace.HandleBegin || next.Task != 2 {
		t.Errorf("stands before %v, want before the step of task 2", next)
	}
	_ = s.SetBreaks([]session.Break{{Kind: session.BreakTime, T: 300_000}})
	s.End()
	if s.Now() != 300_000 {
		t.Errorf("stands at %s s, want 0.3", s.Now())
	}
}

func TestABreakpointStopsABlockedLoopAtTheEndOfItsHandle(t *testing.T) {
	for name, run := range ways {
		s := watch(t, foretelling{newLined(work(second), sleep(second))})
		_ = s.SetBreaks([]session.Break{{Kind: session.BreakTime, T: 300_000}})
		run(s)
		if _, ok := s.Broke(); !ok {
			t.Errorf("%s: not stopped", name)
		} else if now := s.Now(); now != second && !strings.HasPrefix(name, "play") || now < 300_000 {
			t.Errorf("%s: stopped at %s s", name, now)
		}
	}
}

func TestCancelsStopWhereTheyAreAskedAndDelivered(t *testing.T) {
	f := newLined(sleep(second))
	f.during = func() {
		switch {
		case f.turn == 1:
			f.log.Append(trace.Event{Kind: trace.TaskCancel, Task: 1})
		case f.done[1]:
		case f.turn == 3:
			f.log.Append(trace.Event{Kind: trace.TaskThrow, Task: 1, Name: f.log.Text("ValueError()")})
			f.log.Append(trace.Event{Kind: trace.TaskThrow, Task: 1, Name: f.log.Text("CancelledError()")})
		}
	}
	s := watch(t, f)
	_ = s.SetBreaks([]session.Break{{Kind: session.BreakCancelled, Task: "Task"}})
	for _, want := range []trace.Kind{trace.TaskCancel, trace.TaskThrow} {
		s.End()
		if _, ok := s.Broke(); !ok || s.Timeline().View().At(s.Pos()).Kind != want {
			t.Errorf("stopped %t behind %s, want behind %s", ok, s.Timeline().View().At(s.Pos()).Kind, want)
		}
	}
	if s.End(); s.Pos() != s.Timeline().View().Len() {
		t.Error("stopped once more")
	}
}

func TestBreakpointsCanBeSetWhileTheRunGoesOn(t *testing.T) {
	s := session.New(endless{newFakeLoop()}, session.Options{Patience: time.Millisecond})
	defer func() { _ = s.Close() }()
	for s.Opening() {
		<-s.Changed()
		s.Drain()
	}
	s.End()
	_ = s.SetBreaks([]session.Break{{Kind: session.BreakRuns}})
	for _, busy := s.Busy(); busy; _, busy = s.Busy() {
		<-s.Changed()
		s.Drain()
	}
	if i, ok := s.Broke(); !ok || i != 0 {
		t.Errorf("stopped by %d, %t; want by the breakpoint", i, ok)
	}
}

func TestEveryWayStopsAtTheSameBreakpoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		program := ops(t, 2)
		breaks := rapid.SliceOfN(rapid.Custom(someBreak), 1, 4).Draw(t, "breaks")
		var first []string
		for _, name := range []string{"end", "play", "end in the record", "play in the record"} {
			s := session.New(foretelling{newLined(resting(program)...)}, session.Options{Patience: time.Minute})
			if err := s.SetBreaks(breaks); err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(name, "record") {
				rewind(s)
			}
			run := (*session.Session).End
			if strings.HasPrefix(name, "play") {
				run = playOn
			}
			got := stops(s, run)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = got
			} else if fmt.Sprint(got) != fmt.Sprint(first) {
				t.Fatalf("%s stops\n%s\nend stops\n%s", name, strings.Join(got, "\n"), strings.Join(first, "\n"))
			}
		}
	})
}

// someBreak draws a breakpoint that a fake loop may come upon.
func someBreak(t *rapid.T) session.Break {
	return session.Break{
		Kind: session.BreakKind(rapid.IntRange(1, 7).Draw(t, "kind")),
		Line: rapid.Int32Range(10, 33).Draw(t, "line"),
		T:    trace.Time(rapid.IntRange(0, 40).Draw(t, "time")) * second / 10,
		Text: rapid.SampledFrom([]string{"", "hello", "x"}).Draw(t, "text"),
		Task: rapid.SampledFrom([]string{"", "", "*", "Task 2", "Task ?", "nobody"}).Draw(t, "task"),
	}
}

// resting takes what blocks the loop out of a program: playing stops in the
// midst of it, where a run to the end is at its end.
func resting(program []op) (kept []op) {
	for _, o := range program {
		if o.do != "work" {
			o.spawn = resting(o.spawn)
			kept = append(kept, o)
		}
	}
	return kept
}

func TestABreakpointAtALineThatWasNotKeptStopsAtTheEndOfItsHandle(t *testing.T) {
	for name, run := range ways {
		src := newLined(sleep(0), sleep(second))
		src.beyond = []int32{77}
		s := watch(t, src)
		_ = s.SetBreaks([]session.Break{{Kind: session.BreakLine, Line: 77}})
		run(s)
		if _, ok := s.Broke(); !ok || s.Timeline().View().At(s.Pos()).Kind != trace.HandleEnd || s.Timeline().At(s.Pos()).Turn != 1 {
			t.Errorf("%s: stopped %t at event %d, want at the end of the first handle", name, ok, s.Pos())
		}
	}
}
