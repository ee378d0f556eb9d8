package ui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A question is a command given at a moment in the past: before it makes a run
// of its own, the user is asked.
type question struct {
	command trace.Command
	label   string // of the task
	handle  string // which handle the command is about; "": none
}

// act gives a command on the selected task; at a moment in the past it asks
// whether to fork.
func (w *watch) act(c trace.Command) {
	lane, s, ok := w.selected()
	if !ok {
		w.say("There is no task yet: press → until there is one.")
		return
	}
	if c.Task == 0 && !c.Op.NamesHandle() {
		c.Task = s.Task
	}
	if !w.past {
		w.told(c, w.sess.Do(c))
		return
	}
	if w.runs == nil || w.runs.CanFork() != nil {
		w.say("This moment is in the past. Press G to go to the newest one, then act.")
		return
	}
	if s.Phase == timeline.Done && c.Op != trace.OpCallback && !c.Op.NamesHandle() {
		w.say(lane.Label + " has ended at this moment. Step back to before its end, and act there.")
		return
	}
	w.question = &question{c, lane.Label, w.isHandle(w.state, c)}
}

// told says what became of giving a command.
func (w *watch) told(c trace.Command, err error) {
	switch {
	case errors.Is(err, session.ErrPast):
		w.say("This moment is in the past. Press G to go to the newest one, then act.")
	case errors.Is(err, session.ErrEnded):
		w.say("The program has ended: there is nothing left to act on. Step back with ← and act there: that makes a run of its own.")
	case err != nil:
		w.say(err.Error())
	default:
		w.asked = true
		w.toast = toast{code: python(c, w.label(c.Task)), text: "given; it acts when the step that runs now is over"}
	}
}

// fork gives the command that was asked about in a run of its own.
func (m *Model) fork() tea.Cmd {
	w := m.watch
	q := w.question
	w.question, m.over = nil, overNothing
	w.told(q.command, w.runs.Fork(q.command))
	return m.moved()
}

// paint paints the question over the screen.
func (q *question) paint(f *frame) {
	in := f.box(f.questionBox(), "what if?")
	t := flow{f: f, r: in, p: f.pen(in, 0)}
	t.ground = groundBar
	t.p.ground = groundBar
	t.put("This moment is in the past. ", 0)
	t.put(python(q.command, q.label), bold)
	if q.handle != "" {
		t.put(" ("+q.handle+")", 0)
	}
	t.put(" here makes a run of its own: the same up to this moment, then with the command. The run you see is kept beside it.", 0)
	p := f.pen(in, in.h-1)
	p.ground = groundBar
	p.put("enter", bold)
	p.put(" makes it   ", inkQuiet)
	p.put("esc", bold)
	p.put(" leaves everything as it is", inkQuiet)
}
