package ui

import (
	"strings"
	"testing"

	"loopscope/presets"
	"loopscope/sched/trace"
)

func TestStepByLineKeepsThePaneThatIsUsed(t *testing.T) {
	for key, p := range map[string]pane{"2": paneOutput, "6": paneEvents, "5": paneTask} {
		for _, size := range [][2]int{{80, 24}, {120, 36}} {
			s := running(t, found(t, "gather"), size)
			s.press("n", "n", key, ".")
			s.wants("Line 41 of job2 is about to run")
			if s.m.watch.focus != p || s.m.frame.panes[0].pane != p {
				t.Errorf("at %v a step by line left the %s pane for the %s pane", size, paneTitles[p], paneTitles[s.m.watch.focus])
			}
		}
	}
	s := running(t, found(t, "gather"), [2]int{80, 24})
	s.press("n", "n", "2", "esc", ".")
	if _, ok := s.m.frame.placeOf(paneSource); !ok {
		t.Error("from the lanes a step by line does not show the source")
	}
}

func TestClickMovesNoColumn(t *testing.T) {
	s := running(t, found(t, "gather"), [2]int{120, 36})
	s.press("n", "n")
	before := s.m.frame.layout
	s.clickOn(paneSource, "job2 start")
	s.text()
	if s.m.watch.focus != paneSource {
		t.Error("a click gave the source no focus")
	}
	if after := s.m.frame.layout; after.lanes != before.lanes {
		t.Errorf("a click into the source cut the lanes from %v to %v", before.lanes, after.lanes)
	}
	s.press("1")
	if s.text(); s.m.frame.layout.lanes == before.lanes {
		t.Error("the source's key gives it no more room")
	}
}

func TestEscAsksBeforeItLeavesSeveralRuns(t *testing.T) {
	s := forked(t, [2]int{120, 36}, "h esc")
	s.wants("esc again leaves the program, and with it its 2 runs.")
	s.press("h")
	if s.m.watch == nil {
		t.Fatal("another key than esc left the program")
	}
	s.press("esc")
	s.wants("esc again leaves the program")
	s.press("esc")
	if s.m.watch != nil {
		t.Error("esc twice does not leave the program")
	}
}

func TestPickerStandsOnTheLessonThatWasOpen(t *testing.T) {
	s := running(t, found(t, "cancel-gather"), [2]int{80, 24})
	s.press("o")
	if i, _ := s.m.picker.chosen(); presets.All()[i].Name != "cancel-gather" {
		t.Errorf("after lesson cancel-gather the picker stands on %s", presets.All()[i].Name)
	}
}

func TestCountsOfTheGutterFit(t *testing.T) {
	for n, want := range map[int]string{
		2: "2", 100: "100", 999: "999", 1000: "1k", 99_999: "99k", 100_000: ".1M", 999_999: ".9M", 1_000_000: "1M", 123_456_789: "99M",
	} {
		if got := string(appendCount(nil, n)); got != want || len(got) > countCells {
			t.Errorf("%d is told as %q, want %q", n, got, want)
		}
	}
}

func TestNamesThatAreTooLongLoseTheirMiddle(t *testing.T) {
	for _, tt := range []struct {
		name string
		room int
		want string
	}{
		{"fetch-002", 9, "fetch-002"},
		{"fetch-002", 8, "fetc…002"},
		{"fetch-002", 7, "fet…002"},
		{"日本語のタスク2", 9, "日本 …ク2"},
		{"fetch-002", 4, "fet…"},
	} {
		f := newFrame(tt.room, 1)
		p := f.pen(rect{0, 0, tt.room, 1}, 0)
		p.middle(tt.name, 0)
		if got := strings.TrimRight(f.text(), " "); got != tt.want {
			t.Errorf("in %d cells %s is %q, want %q", tt.room, tt.name, got, tt.want)
		}
	}
}

// TestEveryPaneHelps tells of the help's first lines, which are about the pane
// that has the focus.
func TestEveryPaneHelps(t *testing.T) {
	for p, text := range helps {
		if paneTitles[p] != "" && text == "" {
			t.Errorf("help says nothing of the %s pane", paneTitles[p])
		}
	}
	s := running(t, found(t, "gather"), [2]int{80, 24})
	s.press("6", "?")
	s.wants("The raw log.", "/ filters by kind,")
}

func TestHelpIsNeverCut(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 36}, {126, 40}, {200, 60}} {
		s := running(t, found(t, "gather"), size)
		s.press("?")
		s.text()
		for _, line := range s.m.help.lines {
			width := 0
			for _, piece := range line {
				width += textWidth(piece.text)
			}
			if width > s.m.help.width {
				t.Errorf("at %v a line of help takes %d of %d cells: %v", size, width, s.m.help.width, line)
			}
		}
	}
}

func TestBreakpointTellsHowOftenItHasStoppedTheRun(t *testing.T) {
	s := running(t, workshop(t, 3, 2), [2]int{120, 36})
	s.obeyed(":break runs worker 1; G")
	s.wants("Stopped when worker 1 is about to run. space goes on.")
	s.obeyed("G")
	s.wants("Stopped when worker 1 is about to run, for the 2nd time. space goes on.")
	s.obeyed(": b r e a k s space")
	s.wants("stops when worker 1 is about to run; it did 2 times;")
	for n, want := range map[int]string{1: "", 3: "3rd", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd", 100: "100th", 111: "111th"} {
		if got := nth(n); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("time %d is told as %q, want %q", n, got, want)
		}
	}
}

// TestSentencesOfTheLessonsAreNeverCut steps through every lesson and looks at
// the foot of the screen.
func TestSentencesOfTheLessonsAreNeverCut(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		for _, p := range presets.All() {
			s := running(t, p, size)
			for range 80 {
				rows, why := strings.Split(s.text(), "\n"), s.m.frame.layout.why
				for _, row := range rows[why.y:] {
					if strings.HasSuffix(strings.TrimRight(row, " "), "…") {
						t.Errorf("%s at %v, event %d, is cut: %s", p.Name, size, s.m.watch.sess.Pos(), row)
					}
				}
				if s.m.watch.ended {
					break
				}
				s.press("n")
			}
		}
	}
}

func TestWhyPaneFollowsTheRunUntilSomethingIsAsked(t *testing.T) {
	s := running(t, found(t, "gather"), [2]int{120, 36})
	s.obeyed("n n n; j j j; tab tab tab tab tab tab tab tab")
	if s.m.watch.focus != paneWhy {
		t.Fatalf("tab has led to the %s pane", paneTitles[s.m.watch.focus])
	}
	s.wants("job2 began.")
	s.press("G")
	s.wants("job2 was ready again: its sleep(0.5)")
	s.press("down", "h", "h", "h")
	s.wants("job2 was ready again: its sleep(0.5)") // the causes are being walked
	s.obeyed("esc; g; l l l; a; s enter; G")
	s.wants("job2 was ready again: its sleep(0.5)") // the new run was asked nothing
}

func TestPaletteListsWhatIsTypedFirst(t *testing.T) {
	for typed, want := range map[string]string{
		"f": ":finish", "fir": ":fire", "fire": ":fire", "go": ":goto", "next": ":next wake", "run": ":run", "break": ":break", "fold": "z",
		"help": "?", "zoom": "+",
	} {
		s := running(t, found(t, "gather"), [2]int{80, 24})
		s.press(":")
		s.press(strings.Split(typed, "")...)
		p := &s.m.palette
		i, _ := p.chosen()
		got := ""
		if e := p.entries[i]; e.word != nil {
			got = ":" + e.word.name
		} else {
			entry, _ := find(inRun, e.do)
			got = barKey(entry)
		}
		if got != want {
			t.Errorf("typing %s chooses %s first, want %s", typed, got, want)
		}
	}
	s := running(t, found(t, "gather"), [2]int{80, 24})
	s.obeyed(": f i r e")
	s.wants("let a timer fire now: the queue's cursor's, else the task's")
}

func TestFilterOfTheEventsKnowsHowTasksEnded(t *testing.T) {
	s := running(t, workshop(t, 20, 1), [2]int{120, 36})
	s.press(strings.Fields("G 6 / c a n c e l l e d enter")...)
	s.text()
	w := s.m.watch
	ends := 0
	for i := range w.log.total {
		if w.tl.View().At(w.log.event(i)).Kind == trace.TaskDone {
			ends++
		}
	}
	if ends != 1 {
		t.Errorf("%d ends of tasks are among the events of /cancelled, want the one that was cancelled", ends)
	}
}
