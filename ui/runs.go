package ui

import (
	"errors"
	"strings"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
)

// A runsPane lists the runs of the program, and how the run shown differs from
// the one below it.
type runsPane struct {
	list
	what []runsRow // by row
}

// A runsRow is what a row is about: a run, or a difference by its index plus 1.
type runsRow struct {
	run    *session.Run
	change int
}

func newRunsPane() *runsPane {
	p := &runsPane{list: list{pane: paneRuns, empty: "There is one run."}}
	p.fill = p.fillRows
	return p
}

func (p *runsPane) fillRows(w *watch, l *list) {
	p.what = p.what[:0]
	if w.runs == nil {
		return
	}
	for _, run := range w.runs.All() {
		p.fillRun(w, l, run)
	}
	l.say()
	if len(w.runs.All()) == 1 {
		l.say().put("Step back and act there (c, s, b, : for more):", inkQuiet)
		l.say().put("that makes another run, kept beside this one.", inkQuiet)
	}
	p.fillChanges(w, l)
}

func (p *runsPane) fillRun(w *watch, l *list, run *session.Run) {
	depth := 0
	for r := run.Parent; r != nil; r = r.Parent {
		depth++
	}
	r := l.add(target{})
	p.is(l, runsRow{run: run})
	st := style(0)
	switch {
	case run == w.run:
		st = bold
		r.put("shown ", inkQuiet)
	case w.other != nil && run == w.other.run:
		r.put("below ", inkQuiet)
	default:
		r.put("      ", 0)
	}
	r.put(strings.Repeat("  ", min(max(depth-1, 0), 8)), 0)
	if depth > 0 {
		r.put("└ ", inkFaint)
	}
	r.put(run.Name, st)
	sess := run.Session()
	if ended, _ := sess.Ended(); ended {
		r.put("  ends ", inkQuiet).clock(sess.Timeline().TimeAt(sess.Timeline().View().Len()), inkQuiet)
	} else if sess.Opening() {
		r.put("  on its way", inkQuiet)
	}
}

// fillChanges lists the differences to the run below.
func (p *runsPane) fillChanges(w *watch, l *list) {
	if w.other == nil {
		if len(w.runs.All()) > 1 {
			l.say().put("v puts the run that the cursor is on below, and", inkQuiet)
			l.say().put("tells what differs. enter shows it.", inkQuiet)
		}
		return
	}
	w.compare()
	l.wrapped(w, l.say(), timeline.Sentence{{Text: "How " + w.name() + " differs from " + w.other.name() + ":"}})
	changes := w.diff.Differences()
	for i, c := range changes {
		r := l.add(target{})
		p.is(l, runsRow{change: i + 1})
		r.clock(c.T, inkQuiet).put("  ", 0)
		l.wrapped(w, r, c.Say)
	}
	if len(changes) == 0 {
		l.say().put(w.diff.note, inkQuiet)
	}
}

// is notes what the newest row is about.
func (p *runsPane) is(l *list, what runsRow) {
	for len(p.what) < len(l.rows) {
		p.what = append(p.what, runsRow{})
	}
	p.what[len(l.rows)-1] = what
}

// row gives what a row is about.
func (p *runsPane) row(i int) runsRow {
	if i < 0 || i >= len(p.what) {
		return runsRow{}
	}
	return p.what[i]
}

func (p *runsPane) choose(w *watch) {
	switch row := p.row(p.at); {
	case row.run != nil:
		w.runs.Select(row.run)
	case row.change > 0:
		p.moved = true
		w.goToChange(row.change - 1)
	}
}

func (p *runsPane) click(w *watch, row int) {
	if i := p.scroll.top + row; i < len(p.rows) && p.rows[i].walks {
		p.at, p.moved = i, true
		p.choose(w)
	}
}

// toggleBelow puts a run below the one shown, or takes it away: the one that
// the cursor is on in the list of runs, else the one it comes from, else the
// newest.
func (m *Model) toggleBelow() {
	w := m.watch
	wanted := w.runsPane.row(w.runsPane.at).run
	if w.focus != paneRuns || wanted == w.run {
		wanted = nil
	}
	if w.other != nil && (wanted == nil || wanted == w.other.run) {
		w.stack(nil)
		return
	}
	all := m.program.runs.All()
	if wanted == nil {
		wanted = w.run.Parent
	}
	if wanted == nil {
		wanted = all[len(all)-1]
	}
	if wanted == w.run {
		w.say("There is no other run yet: step back and act there, and there are two.")
		return
	}
	w.stack(m.program.watchOf(wanted, w))
}

// dropRun closes the run that the cursor of the list is on.
func (m *Model) dropRun() {
	w := m.watch
	run := w.runsPane.row(w.runsPane.at).run
	if w.focus != paneRuns || run == nil {
		w.say("Only in the list of runs (R) this closes one.")
		return
	}
	if err := m.program.runs.Drop(run); err != nil {
		w.say("The first run stays: the others come from it.")
		return
	}
	w.stamp++
	w.toast.text = run.Name + " is closed."
}

func init() {
	words = append(words,
		word{name: "diff", does: "go to the next difference from the run below", run: onRun(func(w *watch, _ string) error {
			w.nextChange(1)
			return nil
		})},
		word{name: "run", arg: "NAME", does: "show another run of the program", offer: offerRuns, run: onRun((*watch).runWord)},
		word{name: "who cancelled it", does: "the story of the selected task's cancel", run: onRun((*watch).whoCancelled)},
	)
}

// offerRuns gives the names of the runs.
func offerRuns(w *watch, _ string) []offer {
	var all []offer
	for _, r := range w.runs.All() {
		all = append(all, offer{arg: r.Name})
	}
	return all
}

// runWord shows the run of a name.
func (w *watch) runWord(name string) error {
	for _, r := range w.runs.All() {
		if r.Name == name || name != "" && strings.HasPrefix(r.Name, name) {
			w.runs.Select(r)
			w.toast.text = r.Name + " is shown."
			return nil
		}
	}
	if name == "" {
		return errors.New("which run? R lists them")
	}
	return errors.New("no run is called " + name + "; R lists them")
}
