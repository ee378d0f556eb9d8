package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// A told crowd is one whose source tells lines: of a task's step lines 2 and 3,
// of everything else none.
type told struct {
	crowd
	stretches []trace.Lines
	fails     error
}

func (c *told) Next(ctx context.Context, log *trace.Log) error {
	from := log.Len()
	err := c.crowd.Next(ctx, log)
	lines := trace.Lines{From: from, To: log.Len()}
	if v := log.View(); lines.To > from && v.At(from+1).Kind == trace.HandleBegin && v.At(from+1).What == trace.Step {
		step := trace.LineStep{Event: from + 1, Line: 2, Depth: 1, Task: v.At(from + 1).Task, Fn: "work"}
		step.Locals = []trace.Local{{Name: "n", Value: fmt.Sprint(c.round), Changed: true}, {Name: "name", Value: "'worker'"}}
		lines.Steps = append(lines.Steps, step)
		step.Line, step.Event = 3, from+2
		step.Locals = []trace.Local{{Name: "n", Value: fmt.Sprint(c.round)}, {Name: "name", Value: "'worker'"}, {Name: "line", Value: "'x'", Changed: true}}
		lines.Steps = append(lines.Steps, step)
	}
	c.stretches = append(c.stretches, lines)
	return err
}

func (c *told) Detail(_ context.Context, _ []trace.Command, n int) (trace.Lines, error) {
	for _, lines := range c.stretches {
		if lines.From <= n && n < lines.To && c.fails == nil {
			return lines, nil
		}
	}
	return trace.Lines{}, c.fails
}

// lined opens a crowd that tells lines.
func toldCrowd(t testing.TB, c *told, size [2]int) screen {
	t.Helper()
	p := presets.Preset{Title: "crowd", Listing: trace.Listing{Name: "crowd.py", Source: crowdSource}, Body: 1}
	s := screen{t, New(Options{Open: func(context.Context, trace.Listing) (session.Source, error) { return c, nil }})}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	s.obey(s.m.open(p))
	s.settle()
	return s
}

func TestLineSteppingFollowsTheTask(t *testing.T) {
	tests := []struct{ do, why, task string }{
		{".", "Line 2 of worker 1 is about to run (1 of 2 in this step).", "worker 1"},
		{". .", "Line 3 of worker 1 is about to run (2 of 2 in this step).", "worker 1"},
		{". . .", "Line 2 of worker 2 is about to run (1 of 2 in this step).", "worker 2"},
		{". . . ,", "Line 3 of worker 1 is about to run (2 of 2 in this step).", "worker 1"},
		{". . . down down", "Line 2 of worker 2 is about to run", "worker 3"},
		{"n n ,", "Line 3 of worker 2 is about to run", "worker 2"},
		{". n", "worker 1 began and waits", "worker 1"},
	}
	for _, tt := range tests {
		s := toldCrowd(t, &told{crowd: crowd{tasks: 3, rounds: 2, line: "x"}}, [2]int{120, 36})
		s.obeyed(tt.do)
		s.wants(tt.why)
		if lane, _, _ := s.m.watch.selected(); lane.Label != tt.task {
			t.Errorf("after %s %s is selected; want %s", tt.do, lane.Label, tt.task)
		}
	}
}

func TestLineSteppingEndsWithTheRun(t *testing.T) {
	s := toldCrowd(t, &told{crowd: crowd{tasks: 1, rounds: 1, line: "x"}}, [2]int{120, 36})
	s.obeyed(", . . .")
	s.wants("The program has ended: no line runs any more.")
	s.obeyed(", , ,")
	s.wants("No line ran before this moment.", "Line 2 of worker 1 is about to run")
}

func TestLinesThatCannotBeToldSayWhy(t *testing.T) {
	s := opened(t, &crowd{tasks: 1, rounds: 1}, 120, 36)
	s.obeyed(".")
	s.wants("this source tells no lines")
	s.obeyed(":break line 2")
	s.wants("this source tells no lines", "commands")
	s = toldCrowd(t, &told{crowd: crowd{tasks: 1, rounds: 1}, fails: errors.New("it is gone")}, [2]int{120, 36})
	s.obeyed(".")
	s.wants("the lines cannot be told: it is gone")
}

func TestVariablesOfTheLine(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		s := running(t, sample(t, "count.py"), size)
		s.obeyed(":goto line 22; . . . .")
		same(t, fmt.Sprintf("lines-%dx%d", size[0], size[1]), s.text())
		s.obeyed("n")
		if strings.Contains(s.text(), "variables") {
			t.Error("variables of a line are shown behind the step")
		}
	}
}

func TestLinesInASCIIWithoutColour(t *testing.T) {
	s := running(t, sample(t, "count.py"), [2]int{100, 30})
	s.m.skin.ascii, s.m.frame.ascii, s.m.skin.colour = true, true, false
	s.obeyed(":goto line 22; m; . . .; z")
	same(t, "ascii-lines", s.text())
}

// sample gives a program of the tests.
func sample(t testing.TB, name string) presets.Preset {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	p, err := presets.Parse(trace.Listing{Name: name, Source: string(source)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestClickOnALineNumberSetsABreakpoint(t *testing.T) {
	s := toldCrowd(t, &told{crowd: crowd{tasks: 2, rounds: 2, line: "x"}}, [2]int{120, 36})
	s.press("n")
	s.text()
	click := func(x, row int) {
		s.text()
		body := s.m.frame.panes[0].body
		s.obey(s.m.update(tea.MouseClickMsg{X: body.x + x, Y: body.y + row, Button: tea.MouseLeft}))
	}
	click(4, 1)
	s.wants("Playing, and running on, stops at line 2.")
	click(12, 2)
	if got := len(s.m.watch.sess.Breaks()); got != 1 {
		t.Errorf("after a click on a line's text there are %d breakpoints; want the one before", got)
	}
	click(4, 1)
	s.wants("Nothing stops at line 2 any more.")
	click(4, 20)
	if got := len(s.m.watch.sess.Breaks()); got != 0 {
		t.Errorf("a click below the text set a breakpoint: %d", got)
	}
}

func TestBreakpointsAndBookmarksGoAlongIntoAnotherRun(t *testing.T) {
	s := running(t, found(t, "gather"), [2]int{120, 36})
	s.obeyed("n m n n m; :break done job2; h; c enter; \"")
	s.wants("Bookmark 1 of 1: mark 1.")
	s.obeyed("G G")
	s.wants("Stopped when job2 is done.")
}

func TestBreakpoints(t *testing.T) {
	tests := []struct{ do, at, says string }{
		{":break time 0.5; G", "turn 1, 0.5 s, past", "Stopped at 0.5 s."},
		{":break print x; G", "turn 1, 0 s, live", "Stopped when something prints 'x'."},
		{":break line 3; G", "turn 1, 0 s, live", "Stopped at line 3."},
		{":break line 3", "turn 0, 0 s, live", "Playing, and running on, stops at line 3."},
		{"n; 1 B; G", "turn 1, 0.001 s, live", "Stopped at line 3."},
		{"n; 1 B B", "turn 1, 0 s, live", "Nothing stops at line 3 any more."},
		{":break line 3; :breaks line 3", "turn 0, 0 s, live", "Nothing stops at line 3 any more."},
		{":break line 3; :breaks line 4", "turn 0, 0 s, live", "which one is to go?"},
		{":breaks line 4", "turn 0, 0 s, live", "there is no breakpoint: B sets one"},
		{":break line 3; :break line 3", "turn 0, 0 s, live", "there is this breakpoint already"},
		{":break line 99", "turn 0, 0 s, live", "crowd.py has line 1 to 3"},
		{":break ", "turn 0, 0 s, live", "where? choose one below"},
		{":break nonsense", "turn 0, 0 s, live", "no breakpoint \"nonsense\""},
		{"B", "turn 0, 0 s, live", ": break"},
	}
	for _, tt := range tests {
		s := toldCrowd(t, &told{crowd: crowd{tasks: 3, rounds: 2, line: "x"}}, [2]int{120, 36})
		s.obeyed(tt.do)
		s.wants(tt.says)
		if got := s.moment(); got != tt.at {
			t.Errorf("%s: at %s; want %s", tt.do, got, tt.at)
		}
	}
}
