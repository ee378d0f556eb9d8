package ui

import "strconv"

// newOutput makes the pane of what the program wrote: when, who, what.
func newOutput() *reel {
	out := &reel{pane: paneOutput, empty: "What the program prints stands here.", fill: fillOutput, begin: beginOutput}
	out.count = func(w *watch) int {
		now, all := w.tl.OutputAt(w.sess.Pos()), w.tl.Outputs()
		out.title = counted(now, "line")
		if w.noFuture {
			return now
		}
		if now < all {
			out.title = strconv.Itoa(now) + " of " + counted(all, "line")
		}
		return all
	}
	return out
}

// counted gives a number of things: "1 line".
func counted(n int, thing string) string {
	return strconv.Itoa(n) + " " + plural(n, thing, thing+"s")
}

// beginOutput gives the newest line at the position.
func beginOutput(w *watch, _ int) int { return max(w.tl.OutputAt(w.sess.Pos())-1, 0) }

func fillOutput(w *watch, i int, row *listRow) {
	out := w.tl.Output(i)
	row.goes(target{event: out.N, task: out.Task, line: out.Line})
	row.head = out.N <= w.sess.Pos() && i == beginOutput(w, 0)
	row.clock(out.T, w.shade(out.N, inkQuiet)).put(" ", 0)
	from := row.cells
	row.put(w.who(out), w.shade(out.N, inkQuiet)).tab(from + 11)
	text := style(0)
	if out.Stderr {
		row.put("stderr ", w.shade(out.N, inkFaint))
		text = italic
	}
	row.put(out.Text, w.shade(out.N, text))
}
