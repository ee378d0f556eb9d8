package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A toast tells what became of the last thing the user did. It stays until the
// next one.
type toast struct {
	code string // the equal Python
	text string
	no   bool // it was refused
}

// head gives the word before a toast.
func (t toast) head() string {
	switch {
	case t.no:
		return "no"
	case t.code != "":
		return "done"
	}
	return "now"
}

// say tells something that is no answer to a command.
func (w *watch) say(text string) { w.toast = toast{text: text, no: true} }

// tellLook says what the last look at the run changed, where that is not plain
// to see.
func (w *watch) tellLook(do action) {
	switch {
	case do == doFuture && w.noFuture:
		w.toast.text = "What comes after the playhead is hidden. x shows it again."
	case do == doFollow && w.stay:
		w.toast.text = "The lanes stay where they are. f follows the playhead again."
	case do == doFollow:
		w.toast.text = "The lanes follow the playhead."
	}
}

// idle reports whether an action would do nothing now: its key is greyed.
func (w *watch) idle(do action) bool {
	switch do {
	case doCancel, doCancelPast, doShield, doCallback:
		_, s, ok := w.selected()
		return !ok || w.past && w.runs.CanFork() != nil || !w.past && w.ended || s.Phase == timeline.Done || s.Phase == timeline.Unborn
	case doForward, doPlay, doNewest:
		return w.ended && !w.past
	case doBack:
		return w.sess.Pos() <= w.home
	}
	return false
}

// hear tells what became of a command once the run has answered.
func (w *watch) hear() {
	if !w.asked {
		return
	}
	if o, ok := w.outcome(); ok {
		w.asked, w.toast = false, w.answer(o)
	}
}

// outcome tells what became of the last command.
func (w *watch) outcome() (session.Outcome, bool) {
	if w.runs != nil {
		return w.runs.Outcome()
	}
	return w.sess.Outcome()
}

// answer says what became of a command.
func (w *watch) answer(o session.Outcome) toast {
	label := w.label(o.Command.Task)
	code := python(o.Command, label)
	if o.Refused != nil {
		return toast{code: code, text: "refused: " + o.Refused.Error(), no: true}
	}
	if text := w.ordered(o.Command, o.Event); text != "" {
		return toast{code: code, text: text}
	}
	switch o.Command.Op {
	case trace.OpCancel:
		return toast{code: code, text: w.cancelled(o, label)}
	case trace.OpShield:
		return toast{code: code, text: "A cancel that comes through a task waiting for " + label + " stops here from now on."}
	}
	switch o.Command.Kind {
	case trace.CallbackBreak:
		return toast{code: code, text: "When " + label + " ends, the run pauses behind this callback."}
	}
	return toast{code: code, text: "It is called, a turn later, when " + label + " has ended."}
}

// cancelled says what a cancel did.
func (w *watch) cancelled(o session.Outcome, label string) string {
	before := w.tl.At(o.Event - 1).Task(o.Command.Task)
	shielded := before.Shield != 0 && !o.Command.Past
	chain := w.chainAt(o.Command.Task, o.Event-1)
	w.state = w.tl.At(w.sess.Pos())
	switch {
	case shielded:
		return "Only the shield was cancelled; " + label + " goes on. C cancels " + label + " itself."
	case len(chain) > 2:
		return chain[len(chain)-2] + " is not a task here; cancelling means cancelling " + label + "."
	}
	return "A request: " + label + " gets CancelledError when it next runs."
}

// chainAt gives the coroutines a task is suspended in at a position.
func (w *watch) chainAt(task trace.Task, n int) []string {
	lane := w.tl.Lane(task)
	if lane == nil {
		return nil
	}
	if i := lane.SpanAt(n); i >= 0 && lane.Span(i).Phase == timeline.Waiting {
		return lane.Chain(i)
	}
	return nil
}

// askCallback opens the menu of callbacks for the selected task.
func (m *Model) askCallback() tea.Cmd {
	lane, _, ok := m.watch.selected()
	switch {
	case !ok:
		m.watch.say("There is no task yet: press → until there is one.")
	case m.watch.past && m.watch.runs.CanFork() != nil:
		m.watch.say("This moment is in the past. Press G to go to the newest one, then act.")
	default:
		m.menu = newMenu(lane.Task, strings.TrimSpace(lane.Label))
		m.over = overMenu
	}
	return nil
}
