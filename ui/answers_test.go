package ui

import (
	"strings"
	"testing"
)

// cells gives the screen with its styles, and the focus of the keyboard.
func (s screen) cells() string {
	s.m.dirty = true
	return s.m.View().Content
}

func TestEveryKeyOfTheMainScreenAnswers(t *testing.T) {
	where := map[string]string{
		"in the past":     "n n n n n n n h h j k j",
		"after some time": "n n n n n n j",
		"at the end":      "G k",
		"zoomed in":       "G + + + h h h",
		"in a long pane":  "G 6 pgup pgup",
	}
	for _, e := range registry {
		if e.modes&inRun == 0 || e.do == doQuit || e.do == doInterrupt || e.do == doEscape {
			continue
		}
		answered := false
		for _, keys := range where {
			s := running(t, found(t, "gather"), [2]int{120, 36})
			for _, key := range strings.Fields(keys) {
				s.press(key)
				s.m.View() // as a program does: a pane knows its rows when it was painted
			}
			before := s.cells()
			mouse := s.m.mouse
			s.press(e.binding.Keys()[0])
			answered = answered || s.m.watch == nil || s.cells() != before || s.m.mouse != mouse
		}
		if !answered {
			t.Errorf("the key %s (%s) changes nothing and says nothing, wherever it is pressed", e.binding.Help().Key, e.binding.Help().Desc)
		}
	}
}

func TestEveryWordOfThePaletteAnswers(t *testing.T) {
	for _, w := range words {
		s := running(t, found(t, "gather"), [2]int{120, 36})
		s.press(strings.Fields("n n n n n j")...)
		before := s.cells()
		s.command(w.name)
		if s.m.over == overPalette && s.m.palette.failed == "" && s.m.palette.input.value() == w.name {
			t.Errorf(":%s leaves the palette as it is", w.name)
		}
		if s.m.over == overNothing && s.cells() == before {
			t.Errorf(":%s changes nothing and says nothing", w.name)
		}
	}
}
