package ui

// newOutput makes the pane of what the program wrote: when, who, what.
func newOutput() view {
	return &reel{
		pane: paneOutput, empty: "What the program prints stands here.",
		count: outputRows, fill: fillOutput, begin: beginOutput,
	}
}

func outputRows(w *watch) int {
	if w.noFuture {
		return w.tl.OutputAt(w.sess.Pos())
	}
	return w.tl.Outputs()
}

// beginOutput gives the newest line at the position.
func beginOutput(w *watch, _ int) int { return max(w.tl.OutputAt(w.sess.Pos())-1, 0) }

func fillOutput(w *watch, i int, row *listRow) {
	out := w.tl.Output(i)
	row.goes(target{event: out.N, task: out.Task, line: out.Line})
	row.head = out.N <= w.sess.Pos() && i == beginOutput(w, 0)
	row.clock(out.T, w.shade(out.N, inkQuiet)).put(" ", 0)
	from := row.cells
	row.put(w.who(out.Task), w.shade(out.N, inkQuiet)).tab(from + 11)
	text := style(0)
	if out.Stderr {
		row.put("stderr ", w.shade(out.N, inkFaint))
		text = italic
	}
	row.put(out.Text, w.shade(out.N, text))
}
