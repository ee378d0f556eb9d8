package ui

import (
	"context"
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Run shows the screen in the terminal until the user leaves. It gives nil
// also when the context is cancelled, as by SIGTERM or SIGHUP: the terminal is
// put back and the open run is ended in any case.
func Run(ctx context.Context, opts Options) error {
	opts.NoColor = opts.NoColor || os.Getenv("NO_COLOR") != ""
	m := New(opts)
	with := []tea.ProgramOption{tea.WithContext(ctx)}
	if opts.NoColor {
		with = append(with, tea.WithColorProfile(colorprofile.Ascii))
	}
	_, err := tea.NewProgram(m, with...).Run()
	closed := m.Close()
	switch {
	case errors.Is(err, tea.ErrInterrupted), err != nil && ctx.Err() != nil:
		return nil
	case err != nil:
		return err
	}
	return closed
}

// setProfile takes what colours the terminal has.
func (m *Model) setProfile(msg tea.ColorProfileMsg) {
	m.skin.cache = nil
	m.skin.colour = !m.opts.NoColor && msg.Profile >= colorprofile.ANSI
	m.skin.few, m.skin.fixed = msg.Profile == colorprofile.ANSI, msg.Profile == colorprofile.ANSI256
}
