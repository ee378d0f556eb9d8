package ui

// newObjects makes the pane of the objects that tasks meet at.
func newObjects() view {
	return &list{pane: paneObjects, fill: func(*watch, *list) {}, empty: "Queues, locks and the like stand here once the program makes one."}
}
