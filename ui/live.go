package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// moved is to be called after everything that may have moved the session: it
// derives what is painted, and sees to it that frames come while it moves.
func (m *Model) moved() tea.Cmd {
	m.switchRun()
	w := m.watch
	w.refresh()
	if err := w.failed(); err != nil {
		failure := newFailure(w.preset, err)
		leave := m.leave()
		m.failure = failure
		return leave
	}
	if w.ended && !w.past && w.preset.Number > 0 {
		m.picker.done[w.preset.Name] = true
	}
	if w.question != nil && m.over == overNothing {
		m.over = overQuestion
	}
	m.arrange()
	return m.animate()
}

// animate starts the ticks if something moves and none are under way.
func (m *Model) animate() tea.Cmd {
	if m.ticking || !m.moving() {
		return nil
	}
	m.ticking, m.last = true, time.Time{}
	return nextTick()
}

func (m *Model) moving() bool {
	if m.watch == nil {
		return false
	}
	_, busy := m.watch.sess.Busy()
	return busy || m.watch.sess.Playing()
}

func nextTick() tea.Cmd {
	return tea.Tick(frameTime, func(t time.Time) tea.Msg { return tickMsg(t) })
}

// longestFrame bounds the time that a frame makes up for: after a stop of the
// whole process playing goes on where it was.
const longestFrame = 100 * time.Millisecond

// tick lets the time since the last frame pass.
func (m *Model) tick(now time.Time) tea.Cmd {
	dt := frameTime
	if !m.last.IsZero() {
		dt = min(max(now.Sub(m.last), 0), longestFrame)
	}
	m.last = now
	if !m.moving() {
		m.ticking, m.dirty = false, false
		return m.hearAgain()
	}
	changed := m.watch.sess.Tick(dt)
	m.dirty = m.program.runs.Drain() || changed || m.waited()
	cmd := tea.Batch(m.hearAgain(), nextTick())
	if m.dirty {
		return tea.Batch(cmd, m.moved())
	}
	return cmd
}

// waited reports whether a handle has been running for so long that the screen
// tells for how long.
func (m *Model) waited() bool {
	since, busy := m.watch.sess.Busy()
	return busy && since >= time.Second
}

// hearAgain listens to the session again, if nobody does.
func (m *Model) hearAgain() tea.Cmd {
	if !m.deaf || m.watch == nil {
		return nil
	}
	return m.listen()
}

// changed takes what the worker has brought. While frames come anyway, the
// next one takes the rest: one message a frame.
func (m *Model) changed(msg changedMsg) tea.Cmd {
	if msg.program != m.program {
		m.dirty = false
		return nil
	}
	if m.ticking {
		m.deaf, m.dirty = true, false
		return nil
	}
	m.dirty = m.program.runs.Drain()
	cmd := m.listen()
	if m.dirty {
		return tea.Batch(cmd, m.moved())
	}
	return cmd
}
