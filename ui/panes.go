package ui

import (
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// paintPanes paints the panes beside or below the lanes.
func (w *watch) paintPanes(f *frame) {
	for _, at := range f.panes[:f.shown] {
		f.title(at, w.focus)
		switch at.pane {
		case paneSource:
			w.titleNote(f, at, w.preset.Listing.Name)
			w.source.paint(f, at.body)
		case paneOutput:
			w.paintOutput(f, at.body)
		case paneQueue:
			w.paintQueue(f, at.body)
		case paneStory:
			w.story.paint(f, at.body)
		default:
			if v := w.views[at.pane]; v != nil {
				v.paint(w, f, at.body)
			}
		}
	}
}

// titleNote writes a word beside a pane's title.
func (w *watch) titleNote(f *frame, at placed, text string) {
	p := f.pen(at.title, 0)
	p.x += textWidth(paneTitles[at.pane]) + 1
	p.skip(1)
	p.put(text, inkQuiet)
	if f.ruled(at) {
		p.skip(1)
	}
}

// paintOutput paints what the program wrote: when, who, what.
func (w *watch) paintOutput(f *frame, r rect) {
	n := w.tl.OutputAt(w.sess.Pos())
	all := n
	if w.past && !w.noFuture {
		all = w.tl.Outputs()
	}
	w.output.fit(r.h, all)
	if w.focus != paneOutput {
		w.output.to(n - r.h)
	}
	if all == 0 {
		p := f.pen(r, 0)
		p.put("What the program prints stands here.", inkQuiet)
		return
	}
	for y := 0; y < r.h && w.output.top+y < all; y++ {
		w.outputLine(f, r.beside(all).row(y), w.output.top+y)
	}
	f.scrollMark(r, w.output.top, r.h, all)
}

func (w *watch) outputLine(f *frame, r rect, i int) {
	out := w.tl.Output(i)
	text, who := style(0), style(inkQuiet)
	if out.Stderr {
		text = italic
	}
	text, who = w.shade(out.N, text), w.shade(out.N, who)
	p := f.pen(r, 0)
	p.clock(out.T, who)
	p.skip(1)
	p.fit(w.who(out.Task), 10, who)
	p.skip(1)
	p.put(out.Text, text)
}

// paintQueue paints the ready queue in order and the timers with their time
// left.
func (w *watch) paintQueue(f *frame, r rect) {
	ready, timers := w.state.Ready(), w.state.Timers()
	all := max(len(ready), 1) + max(len(timers), 1) + 3
	w.queue.fit(r.h, all)
	y := -w.queue.top
	line := func() pen { y++; return f.pen(r, y-1) }
	p := line()
	p.put("ready, in the order in which they run", inkQuiet)
	for i := range ready {
		p = line()
		p.number(i+1, inkQuiet)
		p.to(r.x + 4)
		p.put(ready[i].Label, inkReady)
		p.put("  ", 0)
		p.put(queuedAs(ready[i].What), inkQuiet)
		if i >= w.state.Left && w.state.Left > 0 {
			p.put(", in the next turn", inkQuiet)
		}
	}
	if len(ready) == 0 {
		p = line()
		p.to(r.x + 4)
		p.put("none: who can run stands here", inkQuiet)
	}
	line()
	p = line()
	p.put("timers, the next one first", inkQuiet)
	for i := range timers {
		p = line()
		p.clock(w.leftOf(timers[i]), 0)
		p.put(" s left  ", inkQuiet)
		w.timer(&p, timers[i])
		p.put("  at ", inkQuiet)
		p.clock(timers[i].When, inkQuiet)
	}
	if len(timers) == 0 {
		p = line()
		p.to(r.x + 4)
		p.put("none: a sleep or a timeout sets one", inkQuiet)
	}
	f.scrollMark(r, w.queue.top, r.h, all)
}

// queuedAs says what a handle in the queue is.
func queuedAs(what trace.What) string {
	switch what {
	case trace.Step:
		return "a step of the task"
	case trace.Done:
		return "done callback"
	case trace.Timer:
		return "timer"
	}
	return "call_soon"
}

// makeViews makes the panes that are lists.
func (w *watch) makeViews() {
	w.views[paneTree] = newTree()
	w.views[paneTask] = newInspector()
	w.views[paneEvents] = newEvents()
	w.views[paneObjects] = newObjects()
	w.views[paneWhy] = newAsk()
}

// inkOfState gives the ink of what is said of a task in a state.
func inkOfState(s timeline.TaskState) style {
	if s.Phase == timeline.Done {
		return endStyle(s.Outcome)
	}
	return phaseStyle(s)
}
