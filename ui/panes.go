package ui

import (
	"loopscope/sched/timeline"
)

// paintPanes paints the panes beside or below the lanes.
func (w *watch) paintPanes(f *frame) {
	for _, at := range f.panes[:f.shown] {
		f.title(at, w.focus)
		switch at.pane {
		case paneStory:
			w.story.paint(f, at.body)
			if s := &w.story.scroll; s.top+s.rows < s.total && (w.focus == paneStory || w.focus == paneLanes && w.one == paneStory) {
				w.titleNote(f, at, "pgdn for the rest")
			}
		default:
			v := w.views[at.pane]
			if v == nil {
				continue
			}
			v.paint(w, f, at.body)
			if n, ok := v.(noted); ok {
				w.titleNote(f, at, n.note(w))
			}
		}
	}
}

// titleNote writes a word beside a pane's title.
func (w *watch) titleNote(f *frame, at placed, text string) {
	if text == "" {
		return
	}
	p := f.pen(at.title, 0)
	p.x += textWidth(paneTitles[at.pane]) + 1
	p.skip(1)
	p.put(text, inkQuiet)
	if f.ruled(at) {
		p.skip(1)
	}
}

// makeViews makes the panes that have rows and a cursor.
func (w *watch) makeViews() {
	w.views[paneSource] = &w.source
	w.views[paneOutput] = newOutput()
	w.views[paneQueue] = newQueue()
	w.views[paneTree] = newTree()
	w.views[paneTask] = newInspector()
	w.log = newEvents()
	w.views[paneEvents] = w.log
	w.objects = newObjects()
	w.views[paneObjects] = w.objects
	w.ask = newAsk()
	w.views[paneWhy] = w.ask
	w.runsPane = newRunsPane()
	w.views[paneRuns] = w.runsPane
}

// inkOfState gives the ink of what is said of a task in a state.
func inkOfState(s timeline.TaskState) style {
	if s.Phase == timeline.Done {
		return endStyle(s.Outcome)
	}
	return phaseStyle(s)
}
