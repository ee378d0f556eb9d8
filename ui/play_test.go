package ui

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"loopscope/presets"
	"loopscope/sched/script"
	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

var (
	plays    = flag.Int("plays", 600, "keys, mouse events and resizes of random play")
	playSeed = flag.Uint64("play-seed", 0, "seed of random play; 0: another one each time")
)

// aGame is how many messages one program gets.
const aGame = 120

func TestRandomPlayShowsWhatTheEventsSay(t *testing.T) {
	seed := *playSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("seed %d (-play-seed), %d messages (-plays)", seed, *plays)
	programs := playable(t)
	for game := 0; game*aGame < *plays; game++ {
		random := rand.New(rand.NewPCG(seed, uint64(game)))
		p := programs[random.IntN(len(programs))]
		ok := t.Run(fmt.Sprintf("%d-%s", game, p.Name), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				game := play(t, New(Options{Open: openScript, Lessons: presets.All(), Start: &p}))
				game.random(random, aGame)
				game.quit()
			})
		})
		if !ok {
			t.Fatalf("seed %d, game %d", seed, game)
		}
	}
}

// openScript runs a program on the embedded engine.
func openScript(_ context.Context, listing trace.Listing) (session.Source, error) {
	program, err := script.Load(listing, script.Options{Turns: 3000, Events: 60_000})
	if err != nil && program == nil {
		return nil, err
	}
	return &engine{program.Start(), program}, nil
}

// An engine is a run of a script that can be run again.
type engine struct {
	*script.Run
	program *script.Program
}

func (e *engine) Rewind() (session.Source, error) { return &engine{e.program.Start(), e.program}, nil }

// playable gives the lessons, their companions and scripts of many kinds.
func playable(t *testing.T) []presets.Preset {
	t.Helper()
	all := append(presets.All(), presets.Companions()...)
	files, err := filepath.Glob("../sched/script/testdata/programs/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs in ../sched/script/testdata/programs")
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := presets.Parse(trace.Listing{Name: filepath.Base(file), Source: string(source)})
		if err != nil {
			continue // its comments are none of a lesson
		}
		all = append(all, p)
	}
	return all
}

// random sends messages that a user might cause, and looks at what each does.
func (p *played) random(r *rand.Rand, messages int) {
	p.t.Helper()
	var keys []string
	for _, e := range registry {
		if e.do != doQuit && e.do != doInterrupt && e.modes&inRun != 0 {
			keys = append(keys, e.binding.Keys()...)
		}
	}
	for range messages {
		switch r.IntN(16) {
		case 0:
			p.resize(1+r.IntN(220), 1+r.IntN(70))
		case 1, 2:
			p.pointed(r)
		case 3:
			p.word(r)
		case 4:
			key := string(rune(' ' + r.IntN(95)))
			if key != "q" {
				p.send(key, keyNamed(key))
			}
		default:
			key := keys[r.IntN(len(keys))]
			p.send(key, keyNamed(key))
		}
		p.looksRight()
		if p.t.Failed() {
			return
		}
	}
}

// pointed sends something of the mouse.
func (p *played) pointed(r *rand.Rand) {
	p.t.Helper()
	at := tea.Mouse{X: r.IntN(p.m.frame.w + 1), Y: r.IntN(p.m.frame.h + 1), Button: tea.MouseLeft}
	what := fmt.Sprintf("the mouse at %d,%d", at.X, at.Y)
	switch r.IntN(4) {
	case 0:
		at.Button = []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelLeft}[r.IntN(3)]
		p.send("wheel, "+what, tea.MouseWheelMsg(at))
	case 1:
		p.send("click, "+what, tea.MouseClickMsg(at))
		at.X += r.IntN(20)
		p.send("drag, "+what, tea.MouseMotionMsg(at))
		p.send("release, "+what, tea.MouseReleaseMsg(at))
	default:
		p.send("click, "+what, tea.MouseClickMsg(at))
		p.send("release, "+what, tea.MouseReleaseMsg(at))
	}
}

// word types a command of the palette, with an argument that may fit.
func (p *played) word(r *rand.Rand) {
	p.t.Helper()
	if len(words) == 0 || p.m.mode() != inRun {
		return
	}
	arguments := []string{"", "5", "turn 3", "line 14", "1.5s", "0.5", "job1", "ValueError boom", "'x'", "created job*", "\x1b[2J", "999999999"}
	typed := words[r.IntN(len(words))].name + " " + arguments[r.IntN(len(arguments))]
	p.send(":", keyNamed(":"))
	for _, c := range typed {
		p.program.Send(tea.KeyPressMsg{Code: c, Text: string(c)})
	}
	p.send(":"+typed, keyNamed("enter"))
}

// looksRight fails where a row is too wide, or the state on the screen is not
// what folding the events gives.
func (p *played) looksRight() {
	p.t.Helper()
	for y, row := range bytes.Split([]byte(p.m.View().Content), []byte("\n")) {
		if w := ansi.StringWidth(string(row)); w > p.m.frame.w {
			p.t.Errorf("row %d takes %d of %d cells: %q", y, w, p.m.frame.w, ansi.Strip(string(row)))
		}
	}
	w := p.m.watch
	if w == nil {
		return
	}
	n := w.sess.Pos()
	lines := bytes.SplitAfter(trace.NewEncoder().Append(nil, w.tl.View()), []byte("\n"))
	log := trace.NewLog()
	if err := trace.NewDecoder(bytes.NewReader(bytes.Join(lines[:n], nil))).All(log); err != nil {
		p.t.Fatalf("the events do not decode: %v", err)
	}
	folded := timeline.New()
	folded.Extend(log.View())
	if got, want := stateText(w.tl.At(n), w.tl, n), stateText(folded.At(n), folded, n); got != want {
		p.t.Errorf("at position %d of %d the screen has\n%s\nand folding the events gives\n%s", n, w.tl.View().Len(), got, want)
	}
	if w.state.N != n {
		p.t.Errorf("the screen shows the state at %d, the position is %d", w.state.N, n)
	}
}

// stateText gives a state with its lists and the tasks that there are at n.
func stateText(s *timeline.State, tl *timeline.Timeline, n int) string {
	text := fmt.Sprintf("t %v turn %d running %d left %d ended %v\nready %+v\ntimers %+v\n", s.T, s.Turn, s.Running, s.Left, s.Ended, s.Ready(), s.Timers())
	for task := trace.Task(1); tl.Lane(task) != nil && tl.Lane(task).Born <= n; task++ {
		state := s.Task(task)
		state.Stack = 0 // a number of its own in each log
		text += fmt.Sprintf("%s %+v\n", tl.Label(task, n), state)
	}
	return text
}
