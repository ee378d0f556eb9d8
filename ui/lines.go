package ui

import (
	"strconv"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A lineStand is the line at which the playhead stands, where it was stepped
// there.
type lineStand struct {
	on      bool
	step    trace.LineStep
	sub, of int
	more    int // lines of the stretch that are not known
	why     timeline.Sentence
}

// stepLine goes on by a line of the source, or back (by below 0).
func (w *watch) stepLine(by int) {
	step := w.sess.NextLine
	if by < 0 {
		step = w.sess.PrevLine
	}
	var err error
	before := w.line
	w.seek(func() { err = step() }, func(w *watch, _ session.Found) string {
		step, sub, _, ok := w.sess.Line()
		still := before.on && before.sub == sub && before.step.Event == step.Event
		switch {
		case w.sess.LineError() != nil:
			return "No line: " + w.sess.LineError().Error() + "."
		case ok && !still:
			return ""
		case by < 0:
			return "No line ran before this moment."
		case w.ended:
			return "The program has ended: no line runs any more."
		}
		return ""
	})
	if err != nil {
		w.quest = quest{}
		w.say(err.Error())
		return
	}
	w.seeSource()
}

// seeSource brings the source pane to the front where there is room for one,
// unless another pane is being used.
func (w *watch) seeSource() {
	if w.focus == paneLanes || w.focus == paneSource {
		w.one, w.chosen = paneSource, true
	}
}

// stand derives at which line the playhead stands. A line that was come to
// selects its task.
func (w *watch) stand() {
	step, sub, of, ok := w.sess.Line()
	if !ok {
		w.line = lineStand{}
		return
	}
	if w.line.on && w.line.sub == sub && w.line.of == of && w.line.step.Event == step.Event {
		return
	}
	w.line = lineStand{on: true, step: step, sub: sub, of: of}
	if lines, ok := w.sess.Lines(); ok {
		w.line.more = lines.More
	}
	if w.tl.Lane(step.Task) != nil {
		w.lanes.task = step.Task
	}
	w.line.why = w.whyLine()
}

// whyLine says which line is about to run, and whose.
func (w *watch) whyLine() timeline.Sentence {
	l := &w.line
	s := timeline.Sentence{{Text: "Line " + strconv.Itoa(int(l.step.Line)) + " of "}}
	lane := w.tl.Lane(l.step.Task)
	switch {
	case lane != nil && l.step.Fn != "" && l.step.Fn != lane.Fn:
		s = append(s, timeline.Word{Text: lane.Label, Task: lane.Task}, timeline.Word{Text: ", in " + l.step.Fn + ","})
	case lane != nil:
		s = append(s, timeline.Word{Text: lane.Label, Task: lane.Task})
	case l.step.Fn == "<module>" || l.step.Fn == "":
		s = append(s, timeline.Word{Text: "the module"})
	default:
		s = append(s, timeline.Word{Text: l.step.Fn})
	}
	text := " is about to run"
	if l.of > 1 {
		text += " (" + strconv.Itoa(l.sub) + " of " + strconv.Itoa(l.of) + " in this step)"
	}
	s = append(s, timeline.Word{Text: text + "."})
	if l.sub == l.of && l.more > 0 {
		s = append(s, timeline.Word{Text: " " + strconv.Itoa(l.more) + " more lines of this step are not kept."})
	}
	return s
}

// localsRows gives how many rows at the foot of the source pane the variables
// take, their heading included; 0 where the playhead stands at no line.
func (w *watch) localsRows(r rect) int {
	if !w.line.on || r.h < 4 {
		return 0
	}
	return min(w.flowLocals(nil, rect{w: r.w, h: r.h}), max(2, r.h*2/5))
}

// paintLocals paints the variables of the line at which the playhead stands
// into the foot of the source pane.
func (w *watch) paintLocals(f *frame, r rect) {
	f.fill(r, ' ', groundBar)
	w.flowLocals(f, r)
}

// flowLocals writes the variables side by side, those that have changed first,
// and gives the rows that they take; f nil: it only counts.
func (w *watch) flowLocals(f *frame, r rect) int {
	const heading = 11
	l := localsFlow{f: f, r: r, x: heading}
	if f != nil {
		p := l.pen(0)
		p.put(" variables", inkQuiet)
		if len(w.line.step.Locals) == 0 {
			p.to(r.x + heading)
			p.put("none yet", inkQuiet)
		}
	}
	for _, changed := range [...]bool{true, false} {
		for i := range w.line.step.Locals {
			if v := &w.line.step.Locals[i]; v.Changed == changed {
				l.put(v, heading)
			}
		}
	}
	return l.y + 1
}

// A localsFlow writes variables one behind the other over rows.
type localsFlow struct {
	f    *frame // nil: nothing is written
	r    rect
	x, y int // behind the last variable
}

func (l *localsFlow) pen(x int) pen {
	p := l.f.pen(l.r, l.y)
	p.ground = groundBar
	p.x += x
	return p
}

// put writes a variable, in the next row if it has no room in this one.
func (l *localsFlow) put(v *trace.Local, heading int) {
	width := textWidth(v.Name) + 3 + textWidth(v.Value)
	st := style(0)
	if v.Changed {
		width++
		st = bold
	}
	if l.x > heading && l.x+width > l.r.w {
		l.x, l.y = heading, l.y+1
	}
	if l.f != nil && l.y < l.r.h {
		p := l.pen(l.x)
		if v.Changed {
			p.put("*", st)
		}
		p.put(v.Name, st)
		p.put(" = ", inkQuiet)
		p.put(v.Value, st)
	}
	l.x += width + 3
}
