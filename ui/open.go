package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
)

// open begins to open a program; what was open is left.
func (m *Model) open(p presets.Preset) tea.Cmd {
	leave := m.leave()
	m.gen++
	m.opening = p
	m.picker.stand(p)
	ctx, cancel := context.WithCancel(context.Background())
	m.giveUp = cancel
	gen, opts := m.gen, m.opts
	return tea.Batch(leave, func() tea.Msg {
		src, err := opts.Open(ctx, p.Listing)
		return openedMsg{gen, p, src, err}
	})
}

// reopen runs the open program again from the start, read anew if it is a
// file.
func (m *Model) reopen() tea.Cmd {
	p := m.current()
	if m.opts.Reload == nil || p.Number > 0 {
		return m.open(p)
	}
	listing, err := m.opts.Reload(p.Listing)
	if err != nil {
		m.failure = newFailure(p, err)
		return nil
	}
	if read, err := presets.Parse(listing); err == nil {
		return m.open(read)
	}
	p.Listing = listing
	return m.open(p)
}

// current gives the program that is open, or would be.
func (m *Model) current() presets.Preset {
	switch {
	case m.failure != nil:
		return m.failure.preset
	case m.watch != nil:
		return m.watch.preset
	}
	return m.opening
}

// leave closes the open run. Its source is waited for outside the screen's
// goroutine.
func (m *Model) leave() tea.Cmd {
	if m.giveUp != nil {
		m.giveUp()
		m.giveUp = nil
	}
	g := m.program
	m.program, m.watch, m.failure, m.over, m.drag = nil, nil, nil, overNothing, false
	m.gen++
	m.opening = presets.Preset{}
	if g == nil {
		return nil
	}
	return func() tea.Msg {
		_ = g.close() // nobody is left to be told
		return closedMsg{}
	}
}

// opened takes what an opening brought.
func (m *Model) opened(msg openedMsg) tea.Cmd {
	if msg.gen != m.gen {
		if msg.src == nil {
			return nil
		}
		return func() tea.Msg {
			_ = msg.src.Close()
			return closedMsg{}
		}
	}
	m.opening = presets.Preset{}
	if msg.err != nil {
		m.failure = newFailure(msg.preset, msg.err)
		return nil
	}
	m.program = newProgram(msg.preset, msg.src, session.Options{Speed: m.opts.Speed})
	m.watch = m.program.watch(nil)
	m.arrange()
	return tea.Batch(m.listen(), m.moved(), m.highlight())
}

// highlight reads the program's text for its colours, which takes longer than
// a frame the first time.
func (m *Model) highlight() tea.Cmd {
	g, lexer := m.program, m.lexer
	if g == nil {
		return nil
	}
	return func() tea.Msg { return highlightedMsg{g, lexer(g.preset.Listing.Source)} }
}

// listen waits for the workers of the open runs to bring something.
func (m *Model) listen() tea.Cmd {
	g := m.program
	m.deaf = false
	return func() tea.Msg {
		select {
		case <-g.runs.Changed():
			return changedMsg{g}
		case <-g.gone:
			return nil
		}
	}
}

// Close leaves the open program and waits until its sources have stopped.
func (m *Model) Close() error {
	g := m.program
	if m.giveUp != nil {
		m.giveUp()
	}
	m.program, m.watch = nil, nil
	if g == nil {
		return nil
	}
	return g.close()
}

// lesson opens the lesson so many places on in the list.
func (m *Model) lesson(by int) tea.Cmd {
	now := m.current()
	at := -1
	for i, p := range m.opts.Lessons {
		if p.Name == now.Name && p.Number == now.Number {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = len(m.opts.Lessons)
	}
	if at += by; at < 0 || at >= len(m.opts.Lessons) {
		if m.watch != nil {
			m.watch.say("There is no lesson further on this side. o shows them all.")
		}
		return nil
	}
	return m.open(m.opts.Lessons[at])
}
