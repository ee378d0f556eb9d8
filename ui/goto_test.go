package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
)

// running opens a lesson, or else a program's text, on the embedded engine in a
// screen of a size in cells.
func running(t testing.TB, p presets.Preset, size [2]int) screen {
	t.Helper()
	s := screen{t, New(Options{Open: openScript, Lessons: presets.All()})}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	s.obey(s.m.open(p))
	s.settle()
	return s
}

// found gives a lesson.
func found(t testing.TB, name string) presets.Preset {
	t.Helper()
	p, err := presets.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// command types a word of the palette with its argument, and enter.
func (s screen) command(text string) {
	s.t.Helper()
	s.press(":")
	for _, c := range text {
		s.send(tea.KeyPressMsg{Code: c, Text: string(c)})
	}
	s.press("enter")
}

// obeyed does what a test's line says: keys, and after a colon a word of the
// palette.
func (s screen) obeyed(line string) {
	s.t.Helper()
	for _, part := range strings.Split(line, "; ") {
		if text, ok := strings.CutPrefix(part, ":"); ok && !strings.HasPrefix(text, " ") {
			s.command(text)
		} else {
			s.press(strings.Fields(part)...)
		}
		s.text() // lists are filled where they are painted
	}
}

// moment tells where the playhead is: turn, loop time, live or past.
func (s screen) moment() string {
	w := s.m.watch
	live := "live"
	if w.past {
		live = "past"
	}
	return fmt.Sprintf("turn %d, %s s, %s", w.state.Turn, w.now, live)
}

func TestGoto(t *testing.T) {
	tests := []struct{ do, at, says string }{
		{":goto 12", "turn 1, 0 s, past", ""},
		{":goto 1.5s", "turn 10, 1 s, live", "The program ended at 1 s, before 1.5 s."},
		{":goto 0.25s", "turn 2, 0.25 s, live", ""},
		{":goto 250ms", "turn 2, 0.25 s, live", ""},
		{":goto time 0.75", "turn 5, 0.75 s, live", ""},
		{":goto turn 4", "turn 4, 0.5 s, live", "Turn 4 has run."},
		{":goto turn 99", "turn 10, 1 s, live", "The program ended in turn 10."},
		{":goto line 54", "turn 1, 0 s, live", ""},
		{":goto line 44", "turn 4, 0.5 s, live", ""},
		{"G; :goto line 44; :goto line 44", "turn 4, 0.5 s, past", "Line 44 does not run again: this is the first time."},
		{":goto line 30", "turn 10, 1 s, live", "Line 30 never runs in this run."},
		{":goto end", "turn 10, 1 s, live", ""},
		{"G; :goto start", "turn 0, 0 s, past", ""},
		{"G; :goto 20; m; G; :bookmark last; :goto mark 1", "turn 2, 0 s, past", ""},
		{"n n; :goto 999", "turn 10, 1 s, live", "The program ended with event 61."},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.obeyed(tt.do)
		if got := s.moment(); got != tt.at {
			t.Errorf("%s: at %s; want %s", tt.do, got, tt.at)
		}
		if tt.says != "" {
			s.wants(tt.says)
		}
	}
}

func TestGotoSaysWhatIsPossible(t *testing.T) {
	tests := []struct{ do, says string }{
		{":goto ", "go where? 120 (an event), 1.5s, turn 4, line 14 or a bookmark"},
		{":goto nowhere", "go where?"},
		{":goto event", "which event? so far there are 5; a later one is run to"},
		{"G; :goto 99", "which event? the run has 61: event 1 to 61"},
		{"G; :goto turn 11", "which turn? the run has 10: turn 1 to 10"},
		{":goto turn x", "which turn? so far there are 0; a later one is run to"},
		{":goto line 999", "which line? gather.py has line 1 to 64"},
		{"G; :goto 3s", "the program ended at 1 s"},
		{":goto 1.x", "which time? in seconds, as the ruler has it: 1.5s"},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.obeyed(tt.do)
		s.wants(tt.says, "commands")
	}
}

func TestMomentsOfTheSelectedTask(t *testing.T) {
	tests := []struct{ do, at, says string }{
		{"n j; }", "turn 2, 0 s, live", ""},
		{"n j; } }", "turn 7, 1 s, live", ""},
		{"n j; } } {", "turn 2, 0 s, past", ""},
		{"n j; } } { {", "turn 2, 0 s, past", "job1 did not run before this."},
		{"n j; )", "turn 6, 1 s, live", "job1 was woken: its next step is ready."},
		{"n j; ) )", "turn 7, 1 s, live", "job1 ended: returned 'job1 result'."},
		{"n j; ) ) )", "turn 7, 1 s, live", "job1 has ended: nothing more happens to it."},
		{"n j; ) ) (", "turn 6, 1 s, past", "job1 was woken: its next step is ready."},
		{"n j; ) ( (", "turn 6, 1 s, live", "job1 was not woken or cancelled, and did not end, before this."},
		{"n j; :next wake", "turn 6, 1 s, live", "job1 was woken"},
		{"n j; :next cancel", "turn 10, 1 s, live", "job1 has ended: nothing wakes or cancels it any more."},
		{"n j; :end of task", "turn 7, 1 s, live", "job1 ended: returned 'job1 result'."},
		{"G j g; :next cancel", "turn 0, 0 s, past", "job1 was not cancelled any more before it ended."},
		{"n; c; :next cancel", "turn 4, 0 s, live", "main got CancelledError."},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.obeyed(tt.do)
		if got := s.moment(); got != tt.at {
			t.Errorf("%s: at %s; want %s", tt.do, got, tt.at)
		}
		if tt.says != "" {
			s.wants(tt.says)
		}
	}
}

func TestBookmarks(t *testing.T) {
	tests := []struct{ do, at, says string }{
		{"n n m; n n n m; h h '", "", "Bookmark 2 of 2: mark 2."},
		{"n n m; n n n m; \"", "", "Bookmark 1 of 2: mark 1."},
		{"n n m; '", "", "There is no bookmark behind this moment."},
		{"n n m; \"", "", "There is no bookmark before this moment."},
		{"'", "", "There is no bookmark yet: m sets one at this moment."},
		{"n m m", "", "The bookmark here, mark 1, is gone."},
		{"n m; :bookmark a wake; n n; :bookmarks a wake", "turn 1, 0 s, past", "⚑"},
		{"n m; n n; :bookmarks ", "", "which bookmark? choose one below"},
		{"n m; n n; : b o o k m a r k s; enter down enter", "turn 1, 0 s, past", ""},
		{"n m; n; :bookmark mark 1", "", "another bookmark is called mark 1, at 0 s"},
		{":goto 0.3s; m; G; \"", "turn 2, 0.3 s, past", "Bookmark 1 of 1: mark 1."},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.obeyed(tt.do)
		s.wants(tt.says)
		if got := s.moment(); tt.at != "" && got != tt.at {
			t.Errorf("%s: at %s; want %s", tt.do, got, tt.at)
		}
	}
}

func TestPaletteCompletes(t *testing.T) {
	tests := []struct{ keys, typed string }{
		{": g o t o tab", "goto "},
		{": g o t o tab tab", "goto turn "},
		{": g o t o tab down down tab", "goto line "},
		{": g o t o tab down down enter", "goto line "},
		{": g o t o tab l i tab 4 4 tab", "goto line 44"},
		{": f i t tab", "fit"},
	}
	for _, tt := range tests {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.press(strings.Fields(tt.keys)...)
		if got := s.m.palette.input.value(); got != tt.typed {
			t.Errorf("after %s the palette holds %q; want %q", tt.keys, got, tt.typed)
		}
	}
}

func TestFindCompletesTheLesson(t *testing.T) {
	s := screen{t, New(Options{Lessons: presets.All()})}
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	s.press("/", "s", "e", "q", "tab")
	s.wants("/ Sequential await")
}

func TestTurnsNameWhatWasReady(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		s := running(t, sample(t, "count.py"), size)
		s.obeyed("G t")
		same(t, fmt.Sprintf("turns-many-%dx%d", size[0], size[1]), s.text())
	}
}

func TestScreensOfTime(t *testing.T) {
	for name, do := range map[string]string{
		"goto":      "n n n; : g o t o tab",
		"goto-line": "n n n; : g o t o tab l i n e tab 4",
		"bookmarks": "n n m; } ) m; :goto 0.25s; m",
	} {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			s := running(t, found(t, "gather"), size)
			s.obeyed(do)
			same(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), s.text())
		}
	}
}
