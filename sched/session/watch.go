package session

import (
	"slices"
	"strings"
	"unicode/utf8"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A Foreteller is a Source that knows what its next Next runs, so that it can
// be stopped before that. Of another the handle has run when it is known whose
// step it was, and the position goes back before it.
type Foreteller interface {
	// Foretell gives the loop time at which the next handle begins, and the
	// task if it is a step; ok is false if the next Next begins no handle, and
	// if that is not known.
	Foretell() (t trace.Time, task trace.Task, ok bool)
}

// A watch is breakpoints in a form that is fast to look at. It does not change.
type watch struct {
	breaks []Break
	kinds  [256]bool // of events that one of them is about
	lines  []int32   // of breakpoints on lines
	ahead  bool      // one is about what happens next: a step, a time
	tasks  bool      // one asks who a task is
}

// newWatch makes one of breakpoints, nil of none.
func newWatch(breaks []Break) *watch {
	if len(breaks) == 0 {
		return nil
	}
	w := &watch{breaks: slices.Clone(breaks)}
	for _, b := range breaks {
		w.tasks = w.tasks || b.Task != "" || b.Kind == BreakCancelled
		switch b.Kind {
		case BreakLine:
			w.lines = append(w.lines, b.Line)
		case BreakTime:
			w.ahead = true
		case BreakCreated:
			w.kinds[trace.TaskCreated] = true
		case BreakRuns:
			w.ahead = true
			w.kinds[trace.HandleBegin], w.kinds[trace.TaskCreated] = true, true
		case BreakCancelled:
			w.kinds[trace.TaskCancel], w.kinds[trace.TaskThrow] = true, true
		case BreakDone:
			w.kinds[trace.TaskDone] = true
		case BreakPrint:
			w.kinds[trace.Print], w.kinds[trace.Stderr] = true, true
		}
	}
	return w
}

// A hit is a breakpoint at a place.
type hit struct {
	ok    bool
	brk   Break
	pos   int         // where to stop
	t     trace.Time  // where the playhead stops, if that is later than pos
	lines trace.Lines // of a breakpoint on a line
	at    int         // index of the line
}

// who tells about tasks as they are when event n has happened.
type who interface {
	called(t trace.Task, n int) (name, label string)
	ended(t trace.Task, n int) bool // before event n
}

// events are those of a run: a trace.View, or the worker's trace.Log.
type events interface {
	timeline.Texts
	First() int
	Len() int
	At(n int) trace.Event
}

// event gives the breakpoint at which event n stops. The place is behind it, or
// before it if a step begins.
func (w *watch) event(v events, n int, people who) (h hit) {
	e := v.At(n)
	if !w.kinds[e.Kind] {
		return hit{}
	}
	for _, b := range w.breaks {
		if task, ok := b.about(v, e); ok && b.names(task, n, people) {
			if b.Kind == BreakCancelled && people.ended(task, n) {
				continue
			}
			h = hit{ok: true, brk: b, pos: n}
			if e.Kind == trace.HandleBegin {
				h.pos--
			}
			return h
		}
	}
	return hit{}
}

// about reports whether an event is of the sort that a breakpoint waits for,
// and the task that it is about, 0 for none.
func (b Break) about(v events, e trace.Event) (task trace.Task, ok bool) {
	switch e.Kind {
	case trace.TaskCreated:
		ok = b.Kind == BreakCreated || b.Kind == BreakRuns && e.Flags&trace.Eager != 0
	case trace.HandleBegin:
		ok = b.Kind == BreakRuns && e.What == trace.Step
	case trace.TaskCancel:
		ok = b.Kind == BreakCancelled
	case trace.TaskThrow:
		ok = b.Kind == BreakCancelled && strings.HasPrefix(v.String(e.Name), "CancelledError")
	case trace.TaskDone:
		ok = b.Kind == BreakDone
	case trace.Print, trace.Stderr:
		ok = b.Kind == BreakPrint && strings.Contains(v.String(e.Name), b.Text)
	}
	return e.Task, ok
}

// names reports whether a task is one that a breakpoint is for.
func (b Break) names(t trace.Task, n int, people who) bool {
	if b.Task == "" {
		return true
	}
	name, label := people.called(t, n)
	return t != 0 && (like(b.Task, name) || like(b.Task, label))
}

// line gives the breakpoint at which a line stops.
func (w *watch) line(step *trace.LineStep, people who) (b Break, ok bool) {
	if !slices.Contains(w.lines, step.Line) {
		return Break{}, false
	}
	for _, b := range w.breaks {
		if b.Kind == BreakLine && b.Line == step.Line && b.names(step.Task, step.Event, people) {
			return b, true
		}
	}
	return Break{}, false
}

// beyond gives the breakpoint at a line that ran in a stretch behind those that
// were kept of it. Whose step that was is not known.
func (w *watch) beyond(lines *trace.Lines) (b Break, ok bool) {
	for _, b := range w.breaks {
		if b.Kind == BreakLine && b.Task == "" && slices.Contains(lines.Beyond, b.Line) {
			return b, true
		}
	}
	return Break{}, false
}

// step gives the breakpoint before a step of a task.
func (w *watch) step(t trace.Task, n int, people who) (b Break, ok bool) {
	for _, b := range w.breaks {
		if b.Kind == BreakRuns && t != 0 && b.names(t, n, people) {
			return b, true
		}
	}
	return Break{}, false
}

// time gives the first breakpoint at a time behind from and not behind to.
func (w *watch) time(from, to trace.Time) (b Break, ok bool) {
	if w == nil || !w.ahead {
		return Break{}, false
	}
	for _, next := range w.breaks {
		if next.Kind == BreakTime && next.T > from && next.T <= to && (!ok || next.T < b.T) {
			b, ok = next, true
		}
	}
	return b, ok
}

// like reports whether a text is as a pattern says, in which * is any text and
// ? any character.
func like(pattern, text string) bool {
	star, mark := -1, 0
	p, t := 0, 0
	for t < len(text) {
		_, size := utf8.DecodeRuneInString(text[t:])
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && pattern[p] == '?':
			p, t = p+1, t+size
		case p < len(pattern) && pattern[p] == text[t]:
			p, t = p+1, t+1
		case star >= 0:
			_, size = utf8.DecodeRuneInString(text[mark:])
			mark += size
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// A cast follows who is who by the events of a log.
type cast struct {
	labels *timeline.Labels
	upTo   int // events applied
}

func newCast() *cast { return &cast{labels: timeline.NewLabels()} }

// follow takes the events up to n.
func (c *cast) follow(v events, n int) {
	for c.upTo = max(c.upTo, v.First()-1); c.upTo < n; {
		c.upTo++
		c.labels.Apply(v, v.At(c.upTo))
	}
}

func (c *cast) called(t trace.Task, _ int) (name, label string) { return c.labels.Of(t) }
func (c *cast) ended(t trace.Task, _ int) bool                  { return c.labels.Ended(t) }

// people tells the same of a timeline.
type people struct{ tl *timeline.Timeline }

func (p people) called(t trace.Task, n int) (name, label string) {
	if l := p.tl.Lane(t); l != nil {
		name = l.Name
	}
	return name, p.tl.Label(t, n)
}

func (p people) ended(t trace.Task, n int) bool {
	l := p.tl.Lane(t)
	return l != nil && l.Ended != 0 && l.Ended < n
}
