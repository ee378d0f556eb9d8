package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"loopscope/sched/session"
)

// breakHere sets a breakpoint, or takes it away: on the line of the source
// pane's cursor where that has the focus, else on that of the selected task.
func (w *watch) breakHere() {
	line := int(w.source.line)
	if w.focus == paneSource {
		line, _ = w.source.chosen()
	}
	if line == 0 {
		w.say("The selected task stands at no line. In the source (1), B sets a breakpoint on the cursor's line.")
		return
	}
	w.toggleBreak(session.Break{Kind: session.BreakLine, Line: int32(line)})
}

// toggleBreak sets a breakpoint that is not set, and takes one away that is.
func (w *watch) toggleBreak(b session.Break) {
	all := slices.Clone(w.sess.Breaks())
	i := slices.Index(all, b)
	if i >= 0 {
		all = slices.Delete(all, i, i+1)
	} else {
		all = append(all, b)
	}
	switch err := w.sess.SetBreaks(all); {
	case err != nil && i < 0:
		all = all[:len(all)-1]
		_ = w.sess.SetBreaks(all)
		w.say("Not set: " + strings.TrimSuffix(err.Error(), ": "+errors.ErrUnsupported.Error()) + ".")
	case i >= 0:
		w.toast = toast{text: "No breakpoint " + b.String() + " any more."}
	default:
		w.toast = toast{text: "Play stops " + b.String() + " from now on. B there takes it away. Breakpoints: " + strconv.Itoa(len(all)) + "."}
	}
}
