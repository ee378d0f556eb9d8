package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"loopscope/presets"
)

func TestCommandsTellTheEqualPython(t *testing.T) {
	tests := []struct {
		keys string
		want []string
	}{
		{"c", []string{"worker 1.cancel()", "gets CancelledError when it next runs"}},
		{"s", []string{"asyncio.shield(worker 1)", "stops here from now on"}},
		{"s c", []string{"Only the shield was cancelled; worker 1 goes on. C cancels worker 1 itself."}},
		{"s C", []string{"worker 1.cancel()", "gets CancelledError when it next runs"}},
		{"b enter", []string{`worker 1.add_done_callback(functools.partial(log, "worker 1"))`, "a turn later"}},
		{"b down enter", []string{`functools.partial(notify, "worker 1")`}},
		{"b up backspace backspace x enter", []string{`functools.partial(break, "workerx")`, "the run pauses"}},
		{"down c", []string{"worker 2.cancel()"}},
		{"b esc", []string{"Nothing is ready", "c cancel"}},
	}
	for _, tt := range tests {
		s := opened(t, &crowd{tasks: 3, rounds: 4}, 120, 36)
		s.press("n", "n")
		s.press(strings.Fields(tt.keys)...)
		if tt.keys == "b esc" {
			tt.want = []string{"c cancel"}
		}
		s.wants(tt.want...)
	}
}

func TestRefusalSaysWhy(t *testing.T) {
	s := opened(t, &crowd{tasks: 3, rounds: 4, refuses: "the task is shielded already"}, 120, 36)
	s.press("n", "s")
	s.wants("asyncio.shield(worker 1)", "refused: the task is shielded already")
}

func TestPastSendsToTheNewestMomentFirst(t *testing.T) {
	for _, key := range []string{"c", "C", "s", "b"} {
		s := opened(t, &crowd{tasks: 3, rounds: 4}, 120, 36)
		s.press("n", "n", "n", "h", key)
		s.wants("PAST", "This moment is in the past. Press G to go to the newest one, then act.")
	}
}

func TestEndRefusesCommandsWithTheReason(t *testing.T) {
	s := crowded(t, &crowd{tasks: 3, rounds: 2}, 120, 36)
	s.press("c")
	s.wants("The program has ended: there is nothing left to act on.")
}

func TestToastGoesWithTheNextKey(t *testing.T) {
	s := opened(t, &crowd{tasks: 3, rounds: 4}, 120, 36)
	s.press("n", "s", "down")
	if strings.Contains(s.text(), "asyncio.shield") {
		t.Error("the toast of the shield is still there after another key")
	}
}

// playKeys are typed at random.
var playKeys = strings.Fields(`space n n n h l L N H g G f up down pgup pgdown + - 0 ctrl+left ctrl+right t x [ ] c C s b
	enter o < > r M tab 1 2 3 4 5 6 8 9 B : ? esc / a backspace home end shift+left shift+right ctrl+p ctrl+n`)

func TestNoKeyResizeOrClickBreaksTheScreen(t *testing.T) {
	hostile := []string{"日本語のタスク", "\x1b[2J\x1b[31m", "a\tb\nc", "e\u0301\u200d\U0001f468", strings.Repeat("long", 30), ""}
	rapid.Check(t, func(rt *rapid.T) {
		c := &crowd{tasks: rapid.IntRange(1, 20).Draw(rt, "tasks"), rounds: 5, line: "\x1b]0;x\x07 日本"}
		c.name = func(i int) string { return hostile[i%len(hostile)] }
		s := opened(t, c, 120, 36)
		s.m.opts.Lessons = presets.All()
		s.m.picker = newPicker(s.m.opts.Lessons)
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				s.send(tea.WindowSizeMsg{Width: rapid.IntRange(1, 300).Draw(rt, "w"), Height: rapid.IntRange(1, 90).Draw(rt, "h")})
			case 1:
				at := tea.Mouse{X: rapid.IntRange(0, 299).Draw(rt, "x"), Y: rapid.IntRange(0, 89).Draw(rt, "y"), Button: tea.MouseLeft}
				s.obey(s.m.update(tea.MouseClickMsg(at)))
				at.X++
				s.m.update(tea.MouseMotionMsg(at))
				at.Button = rapid.SampledFrom([]tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}).Draw(rt, "wheel")
				s.m.update(tea.MouseWheelMsg(at))
				s.m.update(tea.MouseReleaseMsg(at))
			default:
				s.press(rapid.SampledFrom(playKeys).Draw(rt, "key"))
			}
			s.settle()
			fits(rt, s)
		}
	})
}

// fits fails where a row of the view is wider than the terminal.
func fits(t *rapid.T, s screen) {
	s.m.dirty = true
	rows := strings.Split(s.m.View().Content, "\n")
	if len(rows) != s.m.frame.h {
		t.Fatalf("%d rows for a terminal of %d", len(rows), s.m.frame.h)
	}
	for y, row := range rows {
		if w := ansi.StringWidth(row); w > s.m.frame.w {
			t.Fatalf("row %d takes %d of %d cells: %q", y, w, s.m.frame.w, ansi.Strip(row))
		}
	}
}
