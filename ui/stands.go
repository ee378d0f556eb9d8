package ui

import (
	"loopscope/sched/trace"
)

// stands are who stands at which line of the source.
type stands struct {
	here   []here  // of each line the first tasks, and the selected one
	counts []int   // by line of the program: how many stand there
	lines  []int32 // by lane: where its task stands, 0: nowhere; as of position at
	at     int     // -1: not known
}

// A here is a task that stands at a line.
type here struct {
	line  int32
	label string
	st    style
	task  trace.Task
}

// mostHere bounds the tasks of a line that are named, or found by a click.
const mostHere = 20

// nearEvents is how far two positions may be apart for only the tasks of the
// events between to be looked at again.
const nearEvents = 1000

// sync finds who stands where, and gives the line of the selected task.
func (s *stands) sync(w *watch) (line int32) {
	s.find(w)
	s.here = s.here[:0]
	clear(s.counts)
	for i, at := range s.lines {
		lane := w.lanes.list[i].lane
		if w.line.on && lane.Task == w.line.step.Task && at != 0 {
			at = w.line.step.Line
		}
		if at <= 0 || int(at) >= len(s.counts) {
			continue
		}
		if lane.Task == w.lanes.task {
			line = at
		}
		if s.counts[at]++; s.counts[at] <= mostHere || lane.Task == w.lanes.task {
			s.here = append(s.here, here{at, lane.Label, phaseStyle(w.taskAt(i)), lane.Task})
		}
	}
	return line
}

// find finds where every task stands: from a position nearby only those may
// stand elsewhere that an event between is about.
func (s *stands) find(w *watch) {
	n, lanes := w.sess.Pos(), len(w.lanes.list)
	from, to := min(s.at, n), max(s.at, n)
	if len(s.lines) != lanes || s.at < 0 || to-from > nearEvents {
		s.lines = s.lines[:0]
		for i := range w.lanes.list {
			s.lines = append(s.lines, w.state.Line(w.lanes.list[i].lane.Task))
		}
		s.at = n
		return
	}
	again := func(t trace.Task) {
		if i := w.lanes.of(t); i >= 0 {
			s.lines[i] = w.state.Line(t)
		}
	}
	v := w.tl.View()
	for k := max(from, v.First()); k <= to; k++ {
		e := v.At(k)
		again(e.Task)
		again(e.By())
		again(e.Fut.Task())
	}
	s.at = n
}

// paint names at the right edge the tasks that stand at a line; of many
// some, and how many more there are.
func (s *stands) paint(p *pen, line int) {
	if line >= len(s.counts) || s.counts[line] == 0 {
		return
	}
	all := s.counts[line]
	room := p.left() - 3
	shown, width := s.fitting(line, all, room)
	more := 0
	if shown < all {
		more = all - shown
		width += len(" +") + digits(more)
	}
	if width > room || shown == 0 {
		return
	}
	p.to(p.end - width - 1)
	for _, h := range s.here {
		if shown == 0 {
			break
		}
		if int(h.line) == line {
			p.skip(1)
			p.put(h.label, h.st)
			shown--
		}
	}
	if more > 0 {
		p.put(" +", inkQuiet)
		p.number(more, inkQuiet)
	}
	p.to(p.end)
}

// fitting gives how many of the tasks of a line have room, with how many more
// there are behind them, and what their names take.
func (s *stands) fitting(line, all, room int) (shown, width int) {
	for _, h := range s.here {
		if int(h.line) != line {
			continue
		}
		wider := width + 1 + textWidth(h.label)
		rest := 0
		if shown+1 < all {
			rest = len(" +") + digits(all-shown-1)
		}
		if wider+rest > room {
			return shown, width
		}
		shown, width = shown+1, wider
	}
	return shown, width
}
