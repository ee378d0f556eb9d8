package ui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

func init() {
	words = append(words,
		word{name: "break", arg: "line 14 | runs job1 | time 1.5 | …", does: "stop playing and running on there", offer: offerBreaks, run: onRun((*watch).addBreak)},
		word{name: "breaks", arg: "the one to remove", does: "the breakpoints", offer: offerRemoval, run: onRun((*watch).removeBreak)},
	)
}

// breakKey sets or removes a breakpoint at the line of the source's cursor, or
// asks in the palette for one.
func (m *Model) breakKey() tea.Cmd {
	if m.watch.focus == paneSource {
		if line, ok := m.watch.source.chosen(); ok {
			m.watch.toggleBreak(line)
			return m.moved()
		}
	}
	m.ask("break ")
	return nil
}

// addBreak sets a breakpoint.
func (w *watch) addBreak(text string) error {
	if text == "" {
		return errors.New("where? choose one below, or write it: line 14, runs job1, time 1.5")
	}
	b, err := session.ParseBreak(text)
	if err != nil {
		return err
	}
	if most := countLines(w.preset.Listing.Source); b.Kind == session.BreakLine && int(b.Line) > most {
		return fmt.Errorf("%s has line 1 to %d", w.preset.Listing.Name, most)
	}
	if slices.Contains(w.sess.Breaks(), b) {
		return errors.New("there is this breakpoint already; :breaks lists them")
	}
	return w.setBreak(b)
}

// setBreak sets one more breakpoint; where the run cannot stop at it, it is
// not set.
func (w *watch) setBreak(b session.Break) error {
	all := w.sess.Breaks()
	if err := w.sess.SetBreaks(append(slices.Clone(all), b)); err != nil {
		if b.Kind == session.BreakLine {
			_ = w.sess.SetBreaks(all)
			return err
		}
	}
	w.stamp++
	w.toast = toast{text: "Playing, and running on, stops " + b.String() + "."}
	return nil
}

// toggleBreak sets a breakpoint at a line, or removes those that are there.
func (w *watch) toggleBreak(line int) {
	all := w.sess.Breaks()
	rest := slices.DeleteFunc(slices.Clone(all), func(b session.Break) bool {
		return b.Kind == session.BreakLine && int(b.Line) == line
	})
	if len(rest) < len(all) {
		_ = w.sess.SetBreaks(rest)
		w.stamp++
		w.toast = toast{text: "Nothing stops at line " + strconv.Itoa(line) + " any more."}
		return
	}
	if err := w.setBreak(session.Break{Kind: session.BreakLine, Line: int32(line)}); err != nil {
		w.say(err.Error())
	}
}

// breakText gives a breakpoint as it is typed.
func breakText(b session.Break) string {
	text, task := "", b.Task
	switch b.Kind {
	case session.BreakLine:
		text = "line " + strconv.Itoa(int(b.Line))
	case session.BreakTime:
		text = "time " + b.T.String()
	case session.BreakPrint:
		if text = "print " + b.Text; task != "" {
			text = "print " + strconv.Quote(b.Text)
		}
	default:
		text = breakWord[b.Kind]
	}
	return strings.TrimSpace(text + " " + task)
}

var breakWord = map[session.BreakKind]string{
	session.BreakCreated: "created", session.BreakRuns: "runs", session.BreakCancelled: "cancelled", session.BreakDone: "done",
}

// removeBreak removes the breakpoint that is written so.
func (w *watch) removeBreak(text string) error {
	all := w.sess.Breaks()
	i := slices.IndexFunc(all, func(b session.Break) bool { return breakText(b) == text })
	switch {
	case len(all) == 0:
		return errors.New("there is no breakpoint: B sets one")
	case i < 0:
		return errors.New("which one is to go? choose it below")
	}
	gone := all[i]
	_ = w.sess.SetBreaks(slices.Delete(slices.Clone(all), i, i+1))
	w.stamp++
	w.toast = toast{text: "Nothing stops " + gone.String() + " any more."}
	return nil
}

func offerRemoval(w *watch, _ string) []offer {
	var all []offer
	for _, b := range w.sess.Breaks() {
		all = append(all, offer{arg: breakText(b), does: "stops " + b.String() + "; it did " + times(w.stops[b]) + "; enter removes it"})
	}
	return all
}

// times says how often something was.
func times(n int) string {
	if n == 0 {
		return "not yet"
	}
	return counted(n, "time")
}

// offerBreaks gives breakpoints that can be set: sorts first, then what fits
// the sort that is typed.
func offerBreaks(w *watch, typed string) []offer {
	kind, _, more := strings.Cut(typed, " ")
	if !more {
		return []offer{
			{arg: "line ", does: "before a line runs", more: true},
			{arg: "runs ", does: "before a step of a task", more: true},
			{arg: "created ", does: "when a task is created", more: true},
			{arg: "cancelled ", does: "when a task is asked to cancel, or gets CancelledError", more: true},
			{arg: "done ", does: "when a task ends", more: true},
			{arg: "time ", does: "at a loop time, in seconds", more: true},
			{arg: "print ", does: "when a line is printed that has a text in it", more: true},
		}
	}
	var all []offer
	switch kind {
	case "line":
		return w.offerLines("line ")
	case "time":
		for _, t := range w.state.TimersTo(mostOffers) {
			all = append(all, offer{arg: "time " + t.When.String(), does: "when " + t.Label + " is over"})
		}
	case "runs", "created", "cancelled", "done":
		all = append(all, offer{arg: kind, does: "any task"})
		for i := range w.lanes.list {
			if len(all) < mostOffers {
				all = append(all, offer{arg: kind + " " + w.lanes.list[i].lane.Label, does: w.taskAt(i).Phase.String()})
			}
		}
	}
	return all
}

// A stopped is where a breakpoint has stopped the run.
type stopped struct {
	yes      bool
	pos, sub int // the position, and which of the lines that share it
}

// broke says which breakpoint has stopped the run, once, and selects the task
// that it is about.
func (w *watch) broke() {
	i, ok := w.sess.Broke()
	if !ok {
		w.stopped = stopped{}
		return
	}
	_, sub, _, _ := w.sess.Line()
	here := stopped{true, w.sess.Pos(), sub}
	if _, busy := w.sess.Busy(); busy || w.stopped == here || i >= len(w.sess.Breaks()) {
		return
	}
	w.stopped = here
	b := w.sess.Breaks()[i]
	if lane := w.tl.Lane(w.stoppedIn(b)); lane != nil {
		w.lanes.task = lane.Task
	}
	if w.stops == nil {
		w.stops = map[session.Break]int{}
	}
	w.stops[b]++
	w.toast = toast{text: "Stopped " + b.String() + nth(w.stops[b]) + ". space goes on."}
}

// nth says how often something has happened, from the second time on.
func nth(n int) string {
	switch {
	case n < 2:
		return ""
	case n%10 == 2 && n%100 != 12:
		return ", for the " + strconv.Itoa(n) + "nd time"
	case n%10 == 3 && n%100 != 13:
		return ", for the " + strconv.Itoa(n) + "rd time"
	case n%10 == 1 && n%100 != 11:
		return ", for the " + strconv.Itoa(n) + "st time"
	}
	return ", for the " + strconv.Itoa(n) + "th time"
}

// stoppedIn gives the task that a breakpoint is about which has stopped the
// run here, 0 if that is none.
func (w *watch) stoppedIn(b session.Break) trace.Task {
	switch b.Kind {
	case session.BreakLine:
		step, _, _, _ := w.sess.Line()
		return step.Task
	case session.BreakTime:
		return 0
	case session.BreakRuns:
		if ready := w.state.ReadyTo(1); len(ready) > 0 {
			return ready[0].Task
		}
		return 0
	}
	if n := w.sess.Pos(); n > 0 {
		return w.tl.View().At(n).Task
	}
	return 0
}

// takePoints takes over the breakpoints of another run of the program, and at
// first the bookmarks in what both have in common.
func (w *watch) takePoints(from *watch) {
	if breaks := from.sess.Breaks(); !slices.Equal(breaks, w.sess.Breaks()) {
		_ = w.sess.SetBreaks(slices.Clone(breaks)) // those on lines were set in that run too
		w.stamp++
	}
	if w.marked.made > 0 || len(w.marked.list) > 0 {
		return
	}
	w.marked.made = from.marked.made
	for _, b := range from.marked.list {
		if b.event <= w.common(from) {
			w.marked.list = append(w.marked.list, b)
		}
	}
}

// common gives the event up to which a run equals another where one of them
// comes from the other, else 0.
func (w *watch) common(other *watch) int {
	switch {
	case w.run == nil || other.run == nil:
		return 0
	case w.run.Parent == other.run:
		return w.run.Same
	case other.run.Parent == w.run:
		return other.run.Same
	}
	return 0
}
