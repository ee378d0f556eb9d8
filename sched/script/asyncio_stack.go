package script

import (
	"slices"
	"strings"

	"loopscope/sched"
)

var (
	getStackSignature   = newSignature("get_stack", "*, limit=None")
	printStackSignature = newSignature("print_stack", "*, limit=None, file=None")
)

// getStack is Task.get_stack. It mirrors _task_get_stack in
// asyncio/base_tasks.py.
func getStack(m *machine, self Value, a args) (Value, error) {
	var v [1]Value
	if err := getStackSignature.bind(v[:], a, getStackSignature.defaults, getStackSignature.kwDefaults); err != nil {
		return nil, err
	}
	frames, err := m.stackOf(self.(*future).f.Task(), v[0])
	if err != nil {
		return nil, err
	}
	l := newList()
	for _, at := range frames {
		if at.at != nil {
			l.items = append(l.items, newFrameObject(at.at))
		} else {
			l.items = append(l.items, &passedFrame{at})
		}
	}
	return l, nil
}

// stackOf gives where a task is suspended, or where its exception came from,
// outermost first; limit is a number of frames or None. A frame that is still
// there is given as at.
func (m *machine) stackOf(t *sched.Task, limit Value) ([]traced, error) {
	most := noLimit
	if limit != None {
		n, ok := asInt(limit)
		if !ok {
			return nil, typeError("'<=' not supported between instances of '%s' and 'int'", typeOf(limit).name)
		}
		most = int(max(n, 0))
	}
	if t.Coro() == nil {
		return nil, nil
	}
	co := coroutineOf(t.Coro())
	switch {
	case co.fr != nil && co.fr.executing():
		return nil, unsupported("get_stack of the task that runs is")
	case co.fr != nil && most > 0:
		return []traced{{fn: co.fr.code.name, line: co.fr.line, at: co.fr}}, nil
	case co.fr != nil:
		return nil, nil
	case co.code == nil && !t.Done():
		return nil, unsupported("get_stack of a coroutine of asyncio's own is")
	}
	_, exc := t.Peek()
	e, ok := exc.(*exception)
	if !ok {
		return nil, nil
	}
	var frames []traced
	for _, at := range outermostFirst(e.frames) {
		for range min(at.times(), most) {
			frames = append(frames, traced{fn: at.fn, line: at.line})
		}
	}
	return frames[:min(most, len(frames))], nil
}

// printStack is Task.print_stack. It mirrors _task_print_stack: what CPython
// writes to sys.stdout where no file is given is the headline alone.
func printStack(m *machine, self Value, a args) (Value, error) {
	var v [2]Value
	if err := printStackSignature.bind(v[:], a, printStackSignature.defaults, printStackSignature.kwDefaults); err != nil {
		return nil, err
	}
	t := self.(*future).f.Task()
	frames, err := m.stackOf(t, v[0])
	if err != nil {
		return nil, err
	}
	name, err := m.repr(self)
	if err != nil {
		return nil, err
	}
	_, exc := t.Peek()
	e, failed := exc.(*exception)
	head := "Stack for " + name + " (most recent call last):"
	switch {
	case len(frames) == 0:
		head = "No stack for " + name
	case failed:
		head = "Traceback for " + name + " (most recent call last):"
	}
	out, traces := v[1], v[1]
	if out == None {
		out, traces = m.stdoutNow(), m.stderrNow()
	}
	if err := m.writeTo(out, head+"\n"); err != nil {
		return nil, err
	}
	text := strings.Join(stackText(m.listing.Name, strings.Split(m.listing.Source, "\n"), frames), "")
	if len(frames) > 0 {
		if err := m.writeTo(traces, text); err != nil {
			return nil, err
		}
	}
	if !failed {
		return None, nil
	}
	for _, line := range slices.Clone(m.lastLines(e, e.frames)) {
		if err := m.writeTo(out, line); err != nil {
			return nil, err
		}
	}
	return None, nil
}
