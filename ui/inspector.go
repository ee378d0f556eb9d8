package ui

import "strings"

// newInspector makes the pane of all that is known of the selected task.
func newInspector() view {
	return &list{pane: paneTask, fill: fillInspector, empty: "There is no task yet."}
}

func fillInspector(w *watch, l *list) {
	lane, state, ok := w.selected()
	if !ok {
		return
	}
	l.say().put(lane.Label, bold).put("  "+lane.Name, inkQuiet)
	l.say().put("state", inkQuiet).tab(14).put(state.Phase.String(), inkOfState(state))
	if state.OnLabel != "" {
		l.say().put("waits for", inkQuiet).tab(14).put(state.OnLabel, 0)
	}
}

// indent gives the blanks before a row of a tree.
func indent(depth int) string { return strings.Repeat("  ", min(depth, 20)) }
