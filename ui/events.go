package ui

// newEvents makes the pane of the raw log.
func newEvents() view {
	return &list{pane: paneEvents, fill: fillEvents, begin: beginEvents, empty: "Nothing has happened yet."}
}

// eventsAround is how many events are listed before and behind the position.
const eventsAround = 200

func fillEvents(w *watch, l *list) {
	v, n := w.tl.View(), w.sess.Pos()
	for i := max(1, n-eventsAround); i <= min(v.Len(), n+eventsAround); i++ {
		e := v.At(i)
		l.add(target{event: i, task: e.Task}).number(i, 6, w.shade(i, inkQuiet)).put(" ", 0).put(e.Kind.String(), w.shade(i, 0))
	}
}

func beginEvents(w *watch, l *list) int {
	n := w.sess.Pos()
	for i := range l.rows {
		if l.rows[i].to.event >= n {
			return i
		}
	}
	return 0
}
