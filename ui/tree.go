package ui

import "loopscope/sched/timeline"

// newTree makes the pane of who created whom.
func newTree() view {
	return &list{pane: paneTree, fill: fillTree, empty: "The tasks of the program stand here once its loop runs."}
}

func fillTree(w *watch, l *list) {
	for i := range w.lanes.list {
		lane, state := w.lanes.list[i].lane, w.tasks[i]
		if state.Phase == timeline.Unborn {
			continue
		}
		row := l.add(target{event: 0, task: lane.Task})
		row.put(indent(lane.Depth), 0).put(lane.Label, inkOfState(state)).tab(24).put(state.Phase.String(), inkQuiet)
	}
}
