package cli

import (
	"errors"
	"fmt"
	"strings"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
)

// follow takes the run that is watched now.
func (w *plainWatch) follow() {
	w.sess = w.runs.Current()
	w.tl = w.sess.Timeline()
}

// undo takes back what was done last.
func (w *plainWatch) undo(string) error {
	if err := w.runs.TakeBack(); errors.Is(err, session.ErrNothingBack) {
		return errors.New("there is nothing to take back: you have done nothing yet")
	} else if err != nil {
		return err
	}
	return w.changed()
}

// redo does again what was taken back.
func (w *plainWatch) redo(string) error {
	if err := w.runs.Redo(); errors.Is(err, session.ErrNothingOn) {
		return errors.New("there is nothing to do again: redo does again what undo took back")
	} else if err != nil {
		return err
	}
	return w.changed()
}

// changed says where the position is after a move that may lead to another run.
func (w *plainWatch) changed() error {
	before := w.sess
	if w.follow(); w.sess != before {
		w.say("This is the run %q.", w.runs.Run().Name)
	}
	return w.stand()
}

// listRuns lists the runs, or goes to one.
func (w *plainWatch) listRuns(name string) error {
	all := w.runs.All()
	if name == "" {
		for _, r := range all {
			text := r.Name
			if r.Parent != nil {
				text += ", which comes from " + r.Parent.Name
			}
			if r == w.runs.Run() {
				text += " (this one)"
			}
			w.say("%s.", text)
		}
		return nil
	}
	for _, r := range all {
		if r.Name == name || strings.HasPrefix(r.Name, name) {
			w.runs.Select(r)
			return w.changed()
		}
	}
	return fmt.Errorf("no run is called %q; runs lists them", name)
}

// mostDifferences bounds how many are said.
const mostDifferences = 20

// differs says how this run differs from the one that it comes from.
func (w *plainWatch) differs(string) error {
	parent := w.runs.Run().Parent
	if parent == nil {
		return errors.New("this is the first run: go back, give a command there, and there is another one to compare with")
	}
	changes := timeline.Diff(w.tl, parent.Session().Timeline()).Differences()
	w.say("How %s differs from %s, as far as both have come: %d %s.", w.runs.Run().Name, parent.Name, len(changes), plural(len(changes), "difference"))
	for _, c := range changes[:min(len(changes), mostDifferences)] {
		w.say("%s s: %s", c.T, c.Say)
	}
	if more := len(changes) - mostDifferences; more > 0 {
		w.say("%d more are not listed.", more)
	}
	return nil
}

// plural gives the form of a word that fits a number.
func plural(n int, thing string) string {
	if n == 1 {
		return thing
	}
	return thing + "s"
}
