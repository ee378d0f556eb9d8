package script

import (
	"slices"

	"loopscope/sched/trace"
)

const (
	// maxLines is how many lines of one handle are kept, and maxLineBytes how
	// much their variables may take; of what goes beyond only the numbers of the
	// lines are kept.
	maxLines     = 20_000
	maxLineBytes = 16 << 20

	// maxSeen is of how many frames it is known what they last showed.
	maxSeen = 2000
)

// A lineTracer notes which lines a run begins. It follows every line, so that it
// knows where each frame stands, and keeps them while it is on.
type lineTracer struct {
	m     *machine
	main  *code   // the module's
	order []int32 // its globals in the order in which they are shown
	on    bool

	steps  []trace.LineStep
	bytes  int // that the steps take
	more   int
	beyond map[int32]bool
	seen   map[*frame]*seen
	inside map[*frame]int // comprehensions that run in a frame
}

// A seen is how the variables of a frame were last shown.
type seen struct {
	values []Value
	texts  []string
	locals []trace.Local
	fresh  bool // one of locals has changed
}

func newLineTracer(m *machine, p *Program) *lineTracer {
	return &lineTracer{m: m, main: p.main, order: p.shown, seen: map[*frame]*seen{}, inside: map[*frame]int{}}
}

// begin turns the tracer on for a stretch of the run, or off.
func (t *lineTracer) begin(on bool) {
	t.on = on
	t.steps, t.bytes, t.more, t.beyond = nil, 0, 0, nil
	if !on || len(t.seen) > maxSeen {
		clear(t.seen)
	}
}

// lines gives what began since begin.
func (t *lineTracer) lines(from, to int) trace.Lines {
	l := trace.Lines{From: from, To: to, Steps: t.steps, More: t.more}
	for line := range t.beyond {
		l.Beyond = append(l.Beyond, line)
	}
	slices.Sort(l.Beyond)
	return l
}

// reach notes that the next instruction of a frame is of a line.
func (t *lineTracer) reach(fr *frame, line int32) {
	if fr.code.lib != nil {
		return
	}
	if fr.told == line {
		return
	}
	fr.told = line
	if t.on {
		t.note(fr, line)
	}
}

// passed is told when a frame goes on behind an await into which an exception
// was thrown, whatever became of that: CPython tells the line again.
func (t *lineTracer) passed(fr *frame) {
	fr.told = 0
	t.reach(fr, fr.line)
}

// resumed is told when a frame goes on after an await or a yield: what it then
// stores is news.
func (t *lineTracer) resumed(fr *frame) {
	if t.on && t.seen[fr] == nil {
		t.look(fr)
	}
}

// comprehend notes that a comprehension runs in a frame, until leave is called.
func (t *lineTracer) comprehend(fr *frame) (leave func()) {
	t.inside[fr]++
	return func() {
		if t.inside[fr]--; t.inside[fr] == 0 {
			delete(t.inside, fr)
		}
	}
}

// leave forgets a frame that is over.
func (t *lineTracer) leave(fr *frame) {
	delete(t.seen, fr)
}

// note keeps a line.
func (t *lineTracer) note(fr *frame, line int32) {
	if len(t.steps) >= maxLines || t.bytes >= maxLineBytes {
		if t.beyond == nil {
			t.beyond = map[int32]bool{}
		}
		t.more++
		t.beyond[line] = true
		return
	}
	step := trace.LineStep{Event: t.m.loop.Log().Len(), Line: line, Fn: fr.code.qualname, Locals: t.look(fr)}
	if task := t.m.loop.CurrentTask(); task != nil {
		step.Task = task.Num()
	}
	for at := fr; at != nil; at = at.back {
		if at.code.lib == nil {
			step.Depth++
		}
	}
	t.steps = append(t.steps, step)
	t.bytes += lineStepSize
}

// lineStepSize and localSize are about what a step, and a variable in it, take
// in bytes.
const (
	lineStepSize = 72
	localSize    = 40
)

// look shows the variables of a frame, and notes how.
func (t *lineTracer) look(fr *frame) []trace.Local {
	s := t.seen[fr]
	first := s == nil
	if first {
		s = &seen{}
		t.seen[fr] = s
	}
	if fr.code == t.main {
		return t.show(s, first, len(t.order), func(i int) (string, Value) { return t.m.names[t.order[i]], t.m.globals[t.order[i]] })
	}
	code, inside := fr.code, t.inside[fr] > 0
	return t.show(s, first, len(fr.slots), func(i int) (string, Value) {
		if hidden(code.names[i]) || code.passing[i] && !inside {
			return "", nil
		}
		v := fr.slots[i]
		if shared, ok := v.(*cell); ok {
			v = shared.v
		}
		return code.names[i], v
	})
}

// show gives the variables that are bound, and what is new about them since
// they were shown last.
func (t *lineTracer) show(s *seen, first bool, n int, variable func(i int) (string, Value)) []trace.Local {
	for len(s.values) < n {
		s.values, s.texts = append(s.values, nil), append(s.texts, "")
	}
	changed := make([]bool, n)
	news, bound := first || s.fresh, 0
	for i := range n {
		_, v := variable(i)
		if v == nil {
			news = news || s.values[i] != nil
			s.values[i], s.texts[i] = nil, ""
			continue
		}
		bound++
		if s.values[i] == v && settled(v) {
			continue
		}
		text := safeText(v)
		if s.values[i] == nil || text != s.texts[i] {
			changed[i], news = !first, true
			t.bytes += len(text)
			s.texts[i] = text
		}
		s.values[i] = v
	}
	if !news {
		return s.locals
	}
	s.fresh = slices.Contains(changed, true)
	s.locals = make([]trace.Local, 0, bound)
	for _, definitions := range []bool{false, true} {
		for i := range n {
			if v := s.values[i]; v != nil && isDefinition(v) == definitions {
				name, _ := variable(i)
				s.locals = append(s.locals, trace.Local{Name: name, Value: s.texts[i], Changed: changed[i]})
			}
		}
	}
	t.bytes += bound * localSize
	return s.locals
}
