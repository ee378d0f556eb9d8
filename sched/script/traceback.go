package script

import (
	"fmt"
	"strings"

	"loopscope/sched/trace"
)

// passed notes that an exception came into the frame: once, also if the frame
// catches it and raises it again.
func (fr *frame) passed(e *exception) {
	const enough = 64 // of a traceback
	if e.in != fr && len(e.frames) < enough && fr.code.lib == nil {
		e.frames = append(e.frames, traced{fn: fr.code.name, line: fr.line})
	}
	e.in = fr
}

// traceback gives the lines that CPython prints for an exception that nobody
// catches, with the frames of the script alone and without carets.
func (m *machine) traceback(e *exception) []string {
	lines := m.ownTraceback(e)
	seen := map[*exception]bool{e: true}
	for {
		earlier, how := e.cause, "The above exception was the direct cause of the following exception:"
		if earlier == nil && !e.suppress {
			earlier, how = e.context, "During handling of the above exception, another exception occurred:"
		}
		const enough = 20 // exceptions of a chain
		if earlier == nil || seen[earlier] || len(seen) > enough {
			return lines
		}
		seen[earlier] = true
		lines = append(append(m.ownTraceback(earlier), "", how, ""), lines...)
		e = earlier
	}
}

// ownTraceback is the traceback of one exception of a chain.
func (m *machine) ownTraceback(e *exception) (lines []string) {
	source := strings.Split(m.listing.Source, "\n")
	if len(e.frames) > 0 {
		lines = append(lines, "Traceback (most recent call last):")
	}
	for i := len(e.frames) - 1; i >= 0; i-- {
		at := e.frames[i]
		lines = append(lines, fmt.Sprintf("  File \"%s\", line %d, in %s", m.listing.Name, at.line, at.fn))
		if n := int(at.line); n > 0 && n <= len(source) {
			lines = append(lines, "    "+strings.TrimSpace(source[n-1]))
		}
	}
	last := e.cls.fullName()
	if e.cls.user != nil && e.cls.user.module == "" {
		last = e.cls.user.qualname
	}
	if text, err := m.str(e); err != nil {
		last += ": <exception str() failed>"
	} else if text != "" {
		last += ": " + text
	}
	return append(lines, strings.Split(last, "\n")...)
}

// report writes the traceback of an exception that ended the script to stderr;
// SystemExit has none.
func (m *machine) report(e *exception) {
	if e.cls.is(excTypes["SystemExit"]) {
		return
	}
	log := m.loop.Log()
	for _, text := range m.traceback(e) {
		m.loop.Emit(trace.Event{Kind: trace.Stderr, T: m.loop.Time(), Line: e.line(), Name: log.Text(text)})
	}
}

// line gives where the exception was raised, 0 if that was not in the script.
func (e *exception) line() int32 {
	if len(e.frames) == 0 {
		return 0
	}
	return e.frames[0].line
}

// A tracebackObject is what an exception had passed through at some time. The
// frames are the script's; the outermost is the first, as in CPython.
type tracebackObject struct {
	frames []traced // the outermost last
	in     *frame
}

var tracebackType = newType("traceback")

func (*tracebackObject) class() *Type { return tracebackType }

// traceback gives the exception's __traceback__.
func (e *exception) traceback() Value {
	if len(e.frames) == 0 {
		return None
	}
	return &tracebackObject{e.frames[:len(e.frames):len(e.frames)], e.in}
}

// setTraceback sets the exception's __traceback__.
func (e *exception) setTraceback(v Value) error {
	switch tb := v.(type) {
	case none:
		e.frames, e.in = nil, nil
	case *tracebackObject:
		e.frames, e.in = tb.frames, tb.in
	default:
		return typeError("__traceback__ must be a traceback or None")
	}
	return nil
}

func setupTraceback(t *Type) {
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		tb := v.(*tracebackObject)
		switch n := len(tb.frames) - 1; name {
		case "tb_lineno":
			return integer(int64(tb.frames[n].line)), nil
		case "tb_next":
			if n > 0 {
				return &tracebackObject{frames: tb.frames[:n:n]}, nil
			}
			return None, nil
		}
		return nil, nil
	}
}
