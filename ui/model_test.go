package ui

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// A replay is a source that brings a recorded trace, a handle at a time, and
// takes no commands.
type replay struct {
	dec   *trace.Decoder
	lines [][]byte // not yet read
}

// newReplay gives a source of a trace in JSON lines.
func newReplay(jsonl []byte) *replay {
	r := &replay{lines: bytes.SplitAfter(jsonl, []byte("\n"))}
	r.dec = trace.NewDecoder(r)
	return r
}

// Read gives the decoder one line at a time.
func (r *replay) Read(p []byte) (int, error) {
	if len(r.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.lines[0])
	if r.lines[0] = r.lines[0][n:]; len(r.lines[0]) == 0 {
		r.lines = r.lines[1:]
	}
	return n, nil
}

func (r *replay) Next(_ context.Context, log *trace.Log) error {
	for {
		if err := r.dec.Next(log); err != nil {
			return err
		}
		ended := log.View().At(log.Len()).Kind == trace.HandleEnd
		if ended || len(r.lines) > 0 && bytes.Contains(r.lines[0], []byte(`"handle.begin"`)) {
			return nil
		}
	}
}

func (r *replay) Do(trace.Command) error { return errors.ErrUnsupported }
func (r *replay) Close() error           { return nil }

// lesson gives a lesson with its trace, as CPython tells it.
func lesson(t testing.TB, name string) (presets.Preset, []byte) {
	t.Helper()
	p, err := presets.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	jsonl, err := os.ReadFile(filepath.Join("..", "presets", "testdata", "trace", name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return p, jsonl
}

// A screen is the model with the keys of a test typed into it.
type screen struct {
	t testing.TB
	m *Model
}

// watching opens a trace in a screen of a size in cells.
func watching(t testing.TB, p presets.Preset, jsonl []byte, size [2]int) screen {
	t.Helper()
	opts := Options{
		Open:    func(context.Context, trace.Listing) (session.Source, error) { return newReplay(jsonl), nil },
		Lessons: presets.All(), Start: &p,
	}
	s := screen{t, New(opts)}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	s.obey(s.m.open(p))
	s.settle()
	return s
}

// send gives the model a message and drops what it asks for.
func (s screen) send(msg tea.Msg) { s.m.Update(msg) }

// obey carries out the commands that give a program, and no others.
func (s screen) obey(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			s.obey(c)
		}
	case openedMsg:
		s.m.Update(msg)
	}
}

// settle waits until the worker has brought what was asked for.
func (s screen) settle() {
	s.t.Helper()
	for s.m.watch != nil {
		if _, busy := s.m.watch.sess.Busy(); !busy {
			break
		}
		<-s.m.watch.sess.Changed()
		s.send(changedMsg{s.m.program})
		if s.m.watch != nil && s.m.ticking {
			s.m.watch.sess.Drain()
			s.m.moved()
		}
	}
}

// press types keys by their names.
func (s screen) press(names ...string) {
	s.t.Helper()
	for _, name := range names {
		s.obey(s.m.update(keyNamed(name)))
		s.m.dirty = true
		s.settle()
	}
}

var namedKeys = map[string]tea.KeyPressMsg{
	"right": {Code: tea.KeyRight}, "left": {Code: tea.KeyLeft}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"space": {Code: tea.KeySpace, Text: " "}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "backspace": {Code: tea.KeyBackspace},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+p": {Code: 'p', Mod: tea.ModCtrl},
	"ctrl+n": {Code: 'n', Mod: tea.ModCtrl}, "shift+left": {Code: tea.KeyLeft, Mod: tea.ModShift},
	"shift+right": {Code: tea.KeyRight, Mod: tea.ModShift}, "ctrl+left": {Code: tea.KeyLeft, Mod: tea.ModCtrl},
	"ctrl+right": {Code: tea.KeyRight, Mod: tea.ModCtrl},
}

func keyNamed(name string) tea.KeyPressMsg {
	if k, ok := namedKeys[name]; ok {
		return k
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// text gives the screen as plain text.
func (s screen) text() string {
	s.m.dirty = true
	s.m.View()
	return s.m.frame.text()
}

// wants fails unless the screen shows all the texts.
func (s screen) wants(texts ...string) {
	s.t.Helper()
	got := s.text()
	for _, text := range texts {
		if !strings.Contains(got, text) {
			s.t.Errorf("the screen does not show %q:\n%s", text, got)
		}
	}
}

func TestPickerTellsWhatTheChosenLessonIsAbout(t *testing.T) {
	s := screen{t, New(Options{Lessons: presets.All()})}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	for _, p := range presets.All() {
		opening, _, _ := strings.Cut(strings.NewReplacer("`", "", "*", "").Replace(p.Story), "\n")
		s.wants(strings.Join(strings.Fields(opening)[:4], " "))
		s.press("j")
	}
}
