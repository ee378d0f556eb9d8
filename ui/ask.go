package ui

// newAsk makes the pane that says why the selected task is as it is.
func newAsk() view {
	return &list{pane: paneWhy, fill: fillAsk, empty: "There is no task yet."}
}

func fillAsk(w *watch, l *list) {
	lane, _, ok := w.selected()
	if ok {
		l.say().words(w, w.tl.WhyTask(lane.Task, w.sess.Pos()))
	}
}
