package ui

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/session"
)

// takeBack takes back what was done last, a move or a command, or does it again
// (by above 0).
func (m *Model) takeBack(by int) tea.Cmd {
	w := m.watch
	if w.runs == nil {
		w.say("Nothing is noted of what was done here.")
		return m.moved()
	}
	before, name := w.runs.Run(), w.runs.Run().Name
	do := w.runs.TakeBack
	if by > 0 {
		do = w.runs.Redo
	}
	w.quest = quest{}
	if err := do(); err != nil {
		w.say(cannot(err))
		return m.moved()
	}
	after := w.runs.Run()
	text := ""
	switch {
	case after == before && by < 0:
		text = "Back to where you were before. U goes forward again."
	case after == before:
		text = "Forward again."
	case by < 0 && before.Parent == after && before.Made.Op != "" && name != before.Name:
		text = fmt.Sprintf("Taken back: %s. The run with it is kept; U goes back to it.", before.Name)
	default:
		text = fmt.Sprintf("Back in the run %s.", after.Name)
	}
	cmd := m.moved()
	if m.watch != nil {
		m.watch.toast = toast{text: text}
	}
	return cmd
}

// cannot says why something could not be taken back or done again.
func cannot(err error) string {
	switch {
	case errors.Is(err, session.ErrNothingBack):
		return "There is nothing to take back: you have done nothing yet."
	case errors.Is(err, session.ErrNothingOn):
		return "There is nothing to do again: U does again what u took back."
	}
	return err.Error()
}
