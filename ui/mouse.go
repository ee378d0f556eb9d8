package ui

import (
	tea "charm.land/bubbletea/v2"
)

// mouseMoved takes the mouse to what lies under it.
func (m *Model) mouseMoved(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	switch msg := msg.(type) {
	case tea.MouseReleaseMsg:
		m.drag = false
		if m.program != nil {
			m.program.runs.Release()
		}
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			return m.click(at.X, at.Y)
		}
	case tea.MouseMotionMsg:
		if m.drag && m.watch != nil {
			return m.scrub(at.X)
		}
	}
	m.dirty = false
	return nil
}

func (m *Model) click(x, y int) tea.Cmd {
	if m.filtering() && m.over == overNothing {
		m.watch.log.finding, m.watch.lanes.typing = false, false
	}
	switch m.mode() {
	case inPicker, inFind:
		if at, ok := m.picker.lessonAt(x, y); ok && m.watch == nil {
			if m.picker.at == at {
				m.picker.finding = false
				return m.inPicker(doChoose)
			}
			m.picker.at = at
		}
	case inRun:
		return m.clickRun(x, y)
	}
	return nil
}

func (m *Model) clickRun(x, y int) tea.Cmd {
	f, w := &m.frame, m.watch
	w.toast = toast{}
	switch {
	case f.layout.ruler.contains(x, y):
		m.drag = true
		m.program.runs.Hold()
		return m.scrub(x)
	case f.layout.track.contains(x, y):
		if i := w.laneAt(f, y); i >= 0 {
			w.lanes.task = w.lanes.list[i].lane.Task
		}
		w.focus = paneLanes
		return m.scrub(x)
	case f.layout.lanes.contains(x, y):
		if i := w.laneAt(f, y); i >= 0 {
			w.lanes.task = w.lanes.list[i].lane.Task
		}
		w.focus = paneLanes
		return m.moved()
	}
	for _, at := range f.panes[:f.shown] {
		if at.title.contains(x, y) || at.body.contains(x, y) {
			w.focus = at.pane
		}
		if !at.body.contains(x, y) {
			continue
		}
		if at.pane == paneSource && x < at.body.x+w.source.gutter() {
			w.clickNumber(y - at.body.y)
		} else if v := w.views[at.pane]; v != nil {
			v.click(w, y-at.body.y)
		}
	}
	return m.moved()
}

// clickNumber sets or removes a breakpoint at a row of the source.
func (w *watch) clickNumber(row int) {
	if line, ok := w.source.lineAt(row); ok {
		w.source.click(w, row)
		w.toggleBreak(line)
	}
}

// scrub moves the playhead to a column of the screen.
func (m *Model) scrub(x int) tea.Cmd {
	w := m.watch
	if n := w.ruler.position(max(x-m.frame.layout.track.x, 0), w.home); n != w.sess.Pos() {
		w.sess.Seek(n)
	}
	return m.moved()
}

// wheelRows is how many rows a notch of the wheel scrolls.
const wheelRows = 3

// wheel zooms over the lanes, scrolls them with shift, and scrolls panes.
func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	by := 1
	if msg.Button == tea.MouseWheelUp || msg.Button == tea.MouseWheelLeft {
		by = -1
	}
	switch m.mode() {
	case inHelp:
		m.help.scroll.move(by * wheelRows)
	case inPicker, inFind:
		if m.over == overPalette {
			m.palette.move(by)
		} else {
			m.picker.move(by)
		}
	case inError:
		m.failure.scroll.move(by * wheelRows)
	case inRun, inSift:
		return m.wheelRun(msg, by)
	}
	return nil
}

func (m *Model) wheelRun(msg tea.MouseWheelMsg, by int) tea.Cmd {
	f, w := &m.frame, m.watch
	aside := msg.Button == tea.MouseWheelLeft || msg.Button == tea.MouseWheelRight || msg.Mod.Contains(tea.ModShift)
	switch {
	case aside:
		w.pinned = true
		w.ruler.pan(by * max(w.ruler.width/8, 1))
	case f.layout.ruler.contains(msg.X, msg.Y) || f.layout.track.contains(msg.X, msg.Y):
		w.pinned = true
		w.ruler.zoom(-by, msg.X-f.layout.track.x)
	case f.layout.lanes.contains(msg.X, msg.Y):
		w.lanes.scroll.move(by)
	default:
		for _, at := range f.panes[:f.shown] {
			if !at.title.contains(msg.X, msg.Y) && !at.body.contains(msg.X, msg.Y) {
				continue
			}
			if v := w.views[at.pane]; v != nil {
				v.scrolled(by * wheelRows)
			} else {
				w.scrollOf(at.pane).move(by * wheelRows)
			}
		}
	}
	return m.moved()
}
