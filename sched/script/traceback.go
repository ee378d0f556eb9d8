package script

import (
	"slices"
	"strings"

	"loopscope/sched/trace"
)

// traced is a frame that an exception passed through, or several that are the
// same.
type traced struct {
	fn   string
	line int32
	more int    // times beyond the first
	at   *frame // the first
	last *frame // the last
}

func (t traced) times() int { return t.more + 1 }

// passed notes that an exception came into the frame: once, also if the frame
// catches it and raises it again.
func (fr *frame) passed(e *exception) {
	const enough = 2000 // of a traceback
	if e.in != fr && fr.code.lib == nil {
		n := len(e.frames)
		switch {
		case n > 0 && e.frames[n-1].fn == fr.code.name && e.frames[n-1].line == fr.line && e.frames[n-1].last.up == fr:
			e.frames[n-1].more++
			e.frames[n-1].last = fr
		case n < enough:
			e.frames = append(e.frames, traced{fn: fr.code.name, line: fr.line, at: fr, last: fr})
		}
		fr.held = true
	}
	e.in = fr
}

// traceback gives the lines that CPython prints for an exception that nobody
// catches, with the frames of the script alone and without carets.
func (m *machine) traceback(e *exception) []string {
	source := strings.Split(m.listing.Source, "\n")
	text := strings.Join(m.exceptionText(e, tracebackText{source: source, limit: noLimit, chain: true}), "")
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// copiesTold is how often the text of an exception is there while it is told.
const copiesTold = 5

// report writes the traceback of an exception that ended the script to stderr;
// SystemExit has none, but what it says if that is no number. The error is
// that it has no room.
func (m *machine) report(e *exception) error {
	log := m.loop.Log()
	size := 0
	for _, arg := range e.args {
		if text, ok := asStr(arg); ok {
			size += len(text)
		}
	}
	if err := m.roomToTell(e, size); err != nil {
		return err
	}
	lines := m.traceback(e)
	if e.cls.is(excTypes["SystemExit"]) {
		code := first(e.args)
		if _, number := asBig(code); number || code == None {
			return nil
		}
		text, err := m.str(code)
		if err != nil {
			return nil
		}
		lines = strings.Split(text, "\n")
	}
	size = 0
	for _, text := range lines {
		size += len(text)
	}
	if err := m.roomToTell(e, size); err != nil {
		return err
	}
	for _, text := range lines {
		m.loop.Emit(trace.Event{Kind: trace.Stderr, T: m.loop.Time(), Line: e.line(), Name: log.Text(text)})
	}
	return nil
}

// roomToTell checks that a text about an exception fits as often as it is
// needed.
func (m *machine) roomToTell(e *exception, size int) error {
	err := m.roomText(copiesTold * size)
	if stop, ok := err.(*stopped); ok {
		stop.line = e.line()
	}
	return err
}

// line gives where the exception was raised, 0 if that was not in the script.
func (e *exception) line() int32 {
	if len(e.frames) == 0 {
		return 0
	}
	return e.frames[0].line
}

// mostTold bounds the frames of a traceback in the trace.
const mostTold = 200

// raised is Host.Raised.
func (m *machine) raised(err error) (line int32, traceback trace.Stack) {
	e, ok := err.(*exception)
	if !ok {
		return 0, 0
	}
	log := m.loop.Log()
	frames := e.frames[:min(len(e.frames), mostTold)]
	for i := len(frames) - 1; i >= 0; i-- {
		traceback = log.Push(traceback, log.Intern(frames[i].fn), frames[i].line)
	}
	return e.line(), traceback
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
	return &tracebackObject{slices.Clone(e.frames), e.in}
}

// setTraceback sets the exception's __traceback__.
func (e *exception) setTraceback(v Value) error {
	switch tb := v.(type) {
	case none:
		e.frames, e.in = nil, nil
	case *tracebackObject:
		e.frames, e.in = slices.Clone(tb.frames), tb.in
	default:
		return typeError("__traceback__ must be a traceback or None")
	}
	return nil
}

// A passedFrame is a frame that an exception has left, as tb_frame gives it.
type passedFrame struct{ at traced }

var passedFrameType = subtype("frame", frameType)

func (*passedFrame) class() *Type { return passedFrameType }

func setupPassedFrame(t *Type) {
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		at := v.(*passedFrame).at
		switch name {
		case "f_lineno":
			return integer(int64(at.line)), nil
		case "f_code":
			return &passedCode{at}, nil
		}
		return nil, unsupported("%s of a traceback's frame is", name)
	}
}

// A passedCode is the code object of such a frame.
type passedCode struct{ at traced }

var passedCodeType = subtype("code", codeType)

func (*passedCode) class() *Type { return passedCodeType }

func setupPassedCode(t *Type) {
	t.getAttr = func(m *machine, v Value, name string) (Value, error) {
		switch name {
		case "co_name":
			return v.(*passedCode).at.fn, nil
		case "co_filename":
			return m.listing.Name, nil
		}
		return nil, unsupported("%s of a traceback's code is", name)
	}
}

func setupTraceback(t *Type) {
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		tb := v.(*tracebackObject)
		switch n := len(tb.frames) - 1; name {
		case "tb_lineno":
			return integer(int64(tb.frames[n].line)), nil
		case "tb_next":
			last := tb.frames[n]
			switch {
			case last.more > 0:
				rest := slices.Clone(tb.frames)
				rest[n].more--
				return &tracebackObject{frames: rest}, nil
			case n > 0:
				return &tracebackObject{frames: tb.frames[:n:n]}, nil
			}
			return None, nil
		case "tb_frame":
			return &passedFrame{tb.frames[n]}, nil
		}
		return nil, nil
	}
}
