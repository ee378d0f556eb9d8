package ui

import (
	"loopscope/presets"
	"loopscope/sched/session"
)

// A program is what is open: its runs, and how each is looked at.
type program struct {
	preset  presets.Preset
	runs    *session.Runs
	watches map[*session.Run]*watch
	gone    chan struct{} // closed when the program is left
	lines   [][]piece     // of its text; nil until they are highlighted
}

func newProgram(p presets.Preset, src session.Source, opts session.Options) *program {
	return &program{
		preset: p, runs: session.NewRuns(src, opts), watches: map[*session.Run]*watch{}, gone: make(chan struct{}),
	}
}

// watch gives the run that is being watched as it is looked at, a new one as
// the one before it was.
func (g *program) watch(before *watch) *watch { return g.watchOf(g.runs.Run(), before) }

// watchOf gives a run as it is looked at, a new one as another one is.
func (g *program) watchOf(run *session.Run, before *watch) *watch {
	if w := g.watches[run]; w != nil {
		return w
	}
	w := newWatch(g.preset, run.Session())
	w.run, w.runs = run, g.runs
	if g.lines != nil {
		w.source.lines = g.lines
	}
	if before != nil {
		w.lookLike(before)
	}
	g.watches[run] = w
	return w
}

// highlighted takes the program's text in its colours.
func (g *program) highlighted(lines [][]piece) {
	g.lines = lines
	for _, w := range g.watches {
		w.source.lines = lines
	}
}

// sweep forgets runs that were closed.
func (g *program) sweep() {
	all := map[*session.Run]bool{}
	for _, r := range g.runs.All() {
		all[r] = true
	}
	for r := range g.watches {
		if !all[r] {
			delete(g.watches, r)
		}
	}
}

// close ends the runs; it may wait for their sources.
func (g *program) close() error {
	close(g.gone)
	return g.runs.Close()
}

// lookLike has a run looked at as another one of its program.
func (w *watch) lookLike(before *watch) {
	w.viewing = before.viewing
	w.want(before.wanted)
	w.lanes.task = before.lanes.task
	w.ruler.byTurn = before.ruler.byTurn
	w.ruler.resize(before.ruler.width)
	w.refresh()
}

// switchRun shows the run that is current now, if that is another one than
// before.
func (m *Model) switchRun() {
	old := m.watch
	m.program.sweep()
	w := m.program.watch(old)
	if w == old {
		if old.other != nil && m.program.watches[old.other.run] == nil {
			old.stack(nil)
		}
		return
	}
	below := old.other
	old.stack(nil)
	w.viewing, w.toast = old.viewing, old.toast
	w.want(old.wanted)
	w.takePoints(old)
	w.asked, old.asked = w.asked || old.asked, false
	if below == w || below == nil && w.run.Parent == old.run {
		below = old
	}
	m.watch = w
	w.refresh()
	m.arrange()
	if below != nil && m.program.watches[below.run] != nil {
		w.stack(below)
	}
}
