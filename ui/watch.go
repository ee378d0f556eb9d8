package ui

import (
	"errors"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A watch is one run on the main screen: the session with how the user looks
// at it. What is derived from the position is derived in refresh, once a
// change, and painted as often as need be.
type watch struct {
	preset presets.Preset
	title  string // of the terminal window
	sess   *session.Session
	tl     *timeline.Timeline
	run    *session.Run  // nil where there is only one
	runs   *session.Runs // nil likewise

	ruler    ruler
	lanes    lanes
	source   source
	story    story
	log      *events
	objects  *objects
	other    *watch      // the run that stands below; nil: none
	above    *watch      // the run that this one stands below; nil: none
	diff     difference  // to the other
	views    [panes]view // by pane; nil: one of those above
	ask      *ask        // one of them
	runsPane *runsPane   // likewise
	stamp    int         // goes up when something that lists tell of has changed beside the run

	viewing
	pinned   bool // the window does not follow the playhead until the next move
	toast    toast
	leaving  bool // esc was pressed once where it would leave several runs
	asked    bool // a command was given and not answered yet
	quest    quest
	stopped  stopped               // the last stop at a breakpoint that was told
	stops    map[session.Break]int // how often each has stopped it
	marked   bookmarks
	line     lineStand
	befores  map[int]*foundReady // by turn
	calls    map[int]string      // what handles are called
	question *question           // to be answered before a command forks; nil: none

	// Derived from the position.
	seen       int // events that the ruler knows
	state      *timeline.State
	now        trace.Time
	col        int
	past       bool
	why        timeline.Sentence
	whyAt      int
	tasks      []timeline.TaskState // of lanes.list, where taskFor has the moment
	taskFor    []int                // by index of the lane: the moment that its state was asked for
	moments    int                  // so many times the position was derived
	home       int
	ended      bool
	endErr     error
	refused    trace.Event // RunRefused; Kind 0: not refused
	engine     trace.Engine
	engineLine string // see rules
}

// viewing is how the user looks at a run: what another run of the program takes
// over when it is looked at instead.
type viewing struct {
	one, side pane // see front
	chosen    bool // the user has chosen a pane
	focus     pane
	room      pane   // for which the columns are cut: the pane that a key gave the focus
	noFuture  bool   // what is right of the playhead is hidden
	stay      bool   // the window does not follow the playhead
	wanted    string // what the lanes are filtered by; "": nothing
}

func newWatch(p presets.Preset, sess *session.Session) *watch {
	w := &watch{preset: p, sess: sess, tl: sess.Timeline(), calls: map[int]string{}, whyAt: -1, seen: -1}
	w.title = "loopscope: " + safe(p.Title)
	w.source = newSource(p)
	w.story = story{preset: p}
	w.makeViews()
	w.one, w.side = paneSource, paneStory
	if p.Story != "" {
		w.one = paneStory
	}
	w.refresh()
	return w
}

// name gives what the run is called among those of its program.
func (w *watch) name() string {
	if w.run == nil {
		return "the program"
	}
	return w.run.Name
}

// front gives the panes that are wanted.
func (w *watch) front() front {
	return front{one: w.one, side: w.side, focus: w.room, two: w.other != nil}
}

// refresh derives what is painted from the session. It is to be called after
// whatever may have moved the position or brought events.
func (w *watch) refresh() {
	n := w.sess.Pos()
	w.ended, w.endErr = w.sess.Ended()
	if newest := w.tl.View().Len(); newest != w.seen {
		w.seen, w.whyAt = newest, -1
		clear(w.calls)
		w.home = w.sess.Start()
		w.ruler.closed = w.ended
		w.ruler.sync(w.tl, w.horizon(newest))
		w.lanes.sync(w.tl)
		w.look(newest)
	}
	w.now = w.sess.Now()
	w.col = w.tl.Column(n)
	w.past = !w.sess.Live()
	w.state = w.tl.At(n)
	w.stand()
	if w.line.on {
		w.whyAt, w.why = -1, w.line.why
	} else if w.whyAt != n {
		w.whyAt, w.why = n, w.tl.Why(n)
	}
	w.moments++
	w.source.sync(w)
	if !w.chosen && n > w.home && w.one == paneStory {
		w.one = paneSource
	}
	w.hear()
	w.arrive()
	w.broke()
	w.align()
	w.sift()
	w.follow()
}

// follow pages the lanes to where the playhead is.
func (w *watch) follow() {
	if !w.stay && !w.pinned {
		w.ruler.show(w.head())
	}
}

// horizon gives the loop time that is known to come: that of the next timer.
func (w *watch) horizon(newest int) trace.Time {
	t := w.tl.TimeAt(newest)
	if w.ended {
		return t
	}
	if timers := w.tl.At(newest).TimersTo(1); len(timers) > 0 {
		t = max(t, timers[0].When)
	}
	return t
}

// look takes from the events what the timeline leaves to the screen: which
// engine runs the program, and whether it was refused.
func (w *watch) look(newest int) {
	v := w.tl.View()
	for n := 1; n <= newest && v.At(n).Kind != trace.HandleBegin; n++ {
		switch e := v.At(n); e.Kind {
		case trace.RunBegin:
			w.engine, _ = v.Payload(e).(trace.Engine)
		case trace.RunRefused:
			w.refused = e
		}
	}
}

// head gives the playhead's column in the ruler's window.
func (w *watch) head() int { return w.ruler.at(w.sess.Pos(), w.col, w.now) }

// future gives the first column that is right of the playhead.
func (w *watch) future() int {
	if w.col >= 0 && w.col < len(w.ruler.marks) && w.sess.Pos() < w.ruler.marks[w.col].n1 {
		return max(w.ruler.ends(w.col), w.head()+1)
	}
	if w.past {
		return w.head()
	}
	return w.head() + 1
}

// selected gives the selected task's lane and state; ok is false when there
// is no task.
func (w *watch) selected() (*timeline.Lane, timeline.TaskState, bool) {
	i := w.lanes.index()
	if i < 0 {
		return nil, timeline.TaskState{}, false
	}
	return w.lanes.list[i].lane, w.taskAt(i), true
}

// taskAt gives the state of lane i's task, which is found when it is first
// asked for.
func (w *watch) taskAt(i int) timeline.TaskState {
	for len(w.tasks) < len(w.lanes.list) {
		w.tasks, w.taskFor = append(w.tasks, timeline.TaskState{}), append(w.taskFor, 0)
	}
	if w.taskFor[i] != w.moments {
		w.tasks[i], w.taskFor[i] = w.state.Task(w.lanes.list[i].lane.Task), w.moments
	}
	return w.tasks[i]
}

// label gives what the screen calls a task.
func (w *watch) label(t trace.Task) string {
	if lane := w.tl.Lane(t); lane != nil {
		return lane.Label
	}
	return ""
}

// who gives what the screen calls the writer of a line of output.
func (w *watch) who(out timeline.Output) string {
	if out.Task != 0 {
		return w.label(out.Task)
	}
	if col := w.tl.Column(out.N); col < 0 || w.tl.Ends(col, out.N) {
		return "program" // outside of the loop
	}
	return "callback"
}

// failed gives what keeps the program from running, nil if nothing does.
func (w *watch) failed() error {
	if w.refused.Kind != 0 {
		return &refusal{line: int(w.refused.Line), reason: w.tl.View().String(w.refused.Name)}
	}
	if w.endErr != nil && w.tl.Handles() == 0 {
		return w.endErr
	}
	return nil
}

// A refusal is a program that a source would not run.
type refusal struct {
	line   int
	reason string
}

func (r *refusal) Error() string { return r.reason }

// Line gives the line to blame, 0 if none is.
func (r *refusal) Line() int { return r.line }

// lineOf gives the line that an error names by a method Line, 0 if it names
// none.
func lineOf(err error) int {
	var at interface{ Line() int }
	if errors.As(err, &at) {
		return at.Line()
	}
	return 0
}
