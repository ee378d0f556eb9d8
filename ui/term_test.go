package ui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// A terminal is one inside the test: what the program writes becomes its
// screen.
type terminal struct {
	mu  sync.Mutex
	emu *vt.Emulator
}

func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, err := t.emu.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

// rows gives the screen, blanks at the ends of rows left out.
func (t *terminal) rows() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return trimmed(t.emu.String())
}

func trimmed(screen string) []string {
	rows := strings.Split(strings.ReplaceAll(screen, "\u00a0", " "), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " \r")
	}
	return rows
}

// sameRows fails where the terminal shows another row than the grid has.
func sameRows(t *testing.T, key string, got, want []string) {
	t.Helper()
	for y := range min(len(want), len(got)) {
		if got[y] != want[y] {
			t.Errorf("after %q row %d of the terminal is\n%s\nand of the grid\n%s", key, y, got[y], want[y])
		}
	}
	if len(got) != len(want) {
		t.Errorf("after %q the terminal has %d rows, the grid %d", key, len(got), len(want))
	}
}

// A played program is one that runs in a terminal of the test.
type played struct {
	t       *testing.T
	m       *Model
	term    *terminal
	typed   io.Closer
	program *tea.Program
	ended   chan error
}

// play runs the screen in a terminal, inside a bubble of synctest.
func play(t *testing.T, m *Model) *played {
	const w, h = 120, 36
	// The lexer's clock lives on by itself for a while; a bubble must not.
	m.lexer = func(source string) [][]piece { return unstyled(sourceLines(source)) }
	term := &terminal{emu: vt.NewEmulator(w, h)}
	go func() { _, _ = io.Copy(io.Discard, term.emu) }()
	in, typed := io.Pipe()
	p := &played{t: t, m: m, term: term, typed: typed, ended: make(chan error)}
	p.program = tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(term), tea.WithWindowSize(w, h),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() {
		_, err := p.program.Run()
		p.ended <- err
	}()
	time.Sleep(time.Second) // of the bubble: the program has told the screen its size
	synctest.Wait()
	return p
}

// send gives the program a message and lets it draw; what says what was sent.
func (p *played) send(what string, msg tea.Msg) {
	p.t.Helper()
	p.program.Send(msg)
	time.Sleep(time.Second) // of the bubble: as many frames as there are
	synctest.Wait()
	if !p.m.moving() { // else the terminal is a frame behind
		sameRows(p.t, what, p.term.rows(), trimmed(p.m.frame.text()))
	}
}

func (p *played) resize(w, h int) {
	p.t.Helper()
	p.term.mu.Lock()
	p.term.emu.Resize(w, h)
	p.term.mu.Unlock()
	p.send(fmt.Sprintf("resize to %d×%d", w, h), tea.WindowSizeMsg{Width: w, Height: h})
}

func (p *played) quit() {
	p.program.Quit()
	if err := <-p.ended; err != nil {
		p.t.Error(err)
	}
	_ = p.m.Close()
	_ = p.typed.Close()
	_ = p.term.emu.Close()
	time.Sleep(time.Second) // the last tick
}

func TestTerminalShowsTheGrid(t *testing.T) {
	p, jsonl := lesson(t, "gather")
	open := func(context.Context, trace.Listing) (session.Source, error) { return newReplay(jsonl), nil }
	synctest.Test(t, func(t *testing.T) {
		game := play(t, New(Options{Open: open, Lessons: presets.All(), Start: &p}))
		keys := "n n n n t n x n h h ? esc G g space space j j t 3 8 2 1 + + 0 o / g enter n n"
		for _, key := range strings.Fields(keys) {
			game.send(key, keyNamed(key))
		}
		game.quit()
	})
}

func TestTerminalShowsTheGridAfterRandomPlay(t *testing.T) {
	p, jsonl := recorded(t, "shielded")
	open := func(context.Context, trace.Listing) (session.Source, error) { return newReplay(jsonl), nil }
	sizes := [][2]int{{80, 24}, {120, 36}, {200, 60}, {58, 14}, {101, 31}}
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 7))
		synctest.Test(t, func(t *testing.T) {
			game := play(t, New(Options{Open: open, Lessons: presets.All(), Start: &p}))
			for range 80 {
				if random.IntN(12) == 0 {
					size := sizes[random.IntN(len(sizes))]
					game.resize(size[0], size[1])
					continue
				}
				key := playKeys[random.IntN(len(playKeys))]
				game.send(key, keyNamed(key))
			}
			game.quit()
		})
	}
}
