package trace

import "strconv"

// Format gives event n as one short line, for tests and messages:
//
//	3 handle.begin h1 step task1 turn1 t0
//
// Numbers have a letter that says of what: h handle, f future, o object,
// t time, L line.
func Format(v View, n int) string {
	e := v.At(n)
	l := line{view: v, b: strconv.AppendInt(nil, int64(n), 10)}
	l.word(e.Kind.String())
	switch e.Kind {
	case HandleScheduled, HandleCancelled, HandleBegin, HandleEnd:
		l.handle(e)
	case RunProgram, RunRefused, CoroutineNeverAwaited:
		l.quoted(e.Name)
		l.number("L", int(e.Line))
	case RunBegin:
		b, _ := v.Payload(e).(Engine)
		l.word(b.Name)
		l.word(b.Version)
		l.word(b.Clock)
	case FutureCreated, FutureDone, FutureNeverRetrieved, CallbackAdded, CallbackRemoved, RunBreak, ShieldOuter:
		l.future(e)
	case ObjectCreated, ObjectOp, ThreadBegin, ThreadEnd:
		l.object(e)
	case Print, Stderr:
		l.task(e.Task)
		l.quoted(e.Name)
		l.number("L", int(e.Line))
		l.time("t", e.T)
	case LoopBlocked:
		l.task(e.Task)
		l.number("L", int(e.Line))
		l.time("t", e.T)
	case LoopException:
		l.quoted(e.Name)
		l.quoted(Name(e.ID))
		l.time("t", e.T)
	case LoopShutdown:
		all, _ := v.Payload(e).([]Task)
		for _, t := range all {
			l.task(t)
		}
		l.time("t", e.T)
	case CommandDone, CommandRefused:
		l.command(e)
	case RunResult, RunExit:
		l.ending(e)
	default:
		l.ofTask(e)
	}
	return string(l.b)
}

// line is a line being written.
type line struct {
	view View
	b    []byte
}

func (l *line) word(s string) { l.b = append(append(l.b, ' '), s...) }

// number writes a number with its letter; 0 is left out.
func (l *line) number(letter string, n int) {
	if n != 0 {
		l.word(letter + strconv.Itoa(n))
	}
}

func (l *line) time(letter string, t Time) { l.word(letter + t.String()) }

func (l *line) task(t Task) { l.word("task" + strconv.Itoa(int(t))) }

// fut writes a future; 0 is left out.
func (l *line) fut(f Future) {
	if f < 0 {
		l.task(f.Task())
	} else {
		l.number("f", int(f))
	}
}

// quoted writes a text; no text is left out.
func (l *line) quoted(n Name) {
	if n != 0 {
		l.b = appendString(append(l.b, ' '), l.view.String(n))
	}
}

func (l *line) name(n Name) { l.word(l.view.String(n)) }

// frames writes a stack, innermost first: "job1:14".
func (l *line) frames(s Stack) {
	for f, ok := l.view.Frame(s); ok; f, ok = l.view.Frame(f.Outer) {
		l.word(l.view.String(f.Fn) + ":" + strconv.Itoa(int(f.Line)))
	}
}

func (l *line) outcome(e Event) {
	l.word(e.What.String())
	l.quoted(e.Name)
}

func (l *line) handle(e Event) {
	l.word("h" + strconv.Itoa(int(e.ID)))
	if e.Kind == HandleScheduled || e.Kind == HandleBegin {
		l.word(e.What.String())
		if e.What == Step {
			l.task(e.Task)
		} else {
			l.name(e.Name)
		}
		l.fut(e.Fut)
	}
	switch e.Kind {
	case HandleBegin:
		l.word("turn" + strconv.Itoa(e.Turn()))
	case HandleScheduled:
		l.number("L", int(e.Line))
		if e.What == Timer {
			l.time("when", e.T)
		}
		return
	case HandleCancelled:
		return
	}
	l.time("t", e.T)
}

func (l *line) command(e Event) {
	c, _ := l.view.Payload(e).(Command)
	l.word(string(c.Op))
	if c.Handle != 0 {
		l.word("h" + strconv.Itoa(c.Handle))
	}
	if !c.Op.NamesHandle() {
		l.task(e.Task)
	}
	switch c.Op {
	case OpRaise:
		l.word(c.exception())
	case OpFinish:
		l.word(c.result())
	case OpDelay:
		l.time("when", c.When)
	}
	l.quoted(e.Name)
	l.time("t", e.T)
}

func (l *line) future(e Event) {
	if e.Kind == ShieldOuter {
		l.task(e.Task)
	}
	l.fut(e.Fut)
	switch e.Kind {
	case ShieldOuter:
		l.fut(Future(e.ID))
		return
	case RunBreak:
		l.time("t", e.T)
		return
	case FutureNeverRetrieved:
		l.quoted(e.Name)
		return
	case FutureCreated:
		l.name(e.Name)
		switch p := l.view.Payload(e).(type) {
		case []Future:
			for _, c := range p {
				l.fut(c)
			}
		case Object:
			l.number("o", int(p))
		}
		l.word("by")
	case FutureDone:
		l.word(e.What.String())
		if e.ID != 0 {
			l.word("through")
			l.fut(Future(e.ID))
		}
		l.via(e)
		l.word("by")
	default:
		l.name(e.Name)
		l.word("by")
	}
	l.task(e.Task)
	l.number("L", int(e.Line))
	if e.Kind == FutureDone {
		l.time("t", e.T)
	}
}

func (l *line) object(e Event) {
	switch e.Kind {
	case ObjectCreated:
		l.number("o", int(e.ID))
		l.name(e.Name)
		l.quoted(e.ObjectName())
		if e.Limit() != 0 {
			l.word("limit" + strconv.Itoa(e.Limit()))
		}
		if e.LockOf() != 0 {
			l.word("of")
			l.number("o", int(e.LockOf()))
		}
	case ObjectOp:
		l.number("o", int(e.ID))
		l.name(e.Name)
		l.word("size" + strconv.Itoa(e.Size()))
		l.word("waiters" + strconv.Itoa(e.Waiters()))
	default:
		l.word("thread" + strconv.Itoa(int(e.ID)))
		l.name(e.Name)
	}
	l.word("by")
	l.task(e.Task)
	l.number("L", int(e.Line))
	if e.Kind == ThreadBegin || e.Kind == ThreadEnd {
		l.time("t", e.T)
	}
}

func (l *line) ofTask(e Event) {
	l.task(e.Task)
	switch e.Kind {
	case TaskCreated:
		l.name(e.Name)
		l.name(e.Fn())
		l.word("by")
		l.task(e.By())
		if e.Flags&Eager != 0 {
			l.word("eager")
		}
	case TaskNamed:
		l.name(e.Name)
	case TaskWaiting:
		l.word("on")
		if e.Fut == 0 {
			l.word("ready")
		}
		l.fut(e.Fut)
		l.frames(e.Stack())
	case TaskDone:
		l.outcome(e)
		l.frames(e.Traceback())
		l.time("t", e.T)
	case TaskCancel:
		l.quoted(e.Name)
		l.word("by")
		l.task(e.By())
		l.fut(e.Fut)
		l.via(e)
	case TaskUncancel:
		l.word(strconv.Itoa(int(e.ID)))
		l.via(e)
	case TaskThrow, TaskMark:
		l.quoted(e.Name)
		l.fut(e.Fut)
		if e.Kind == TaskMark {
			l.time("t", e.T)
		}
	}
	l.number("L", int(e.Line))
}

func (l *line) via(e Event) {
	if name := e.Via(); name != "" {
		l.word("via")
		l.word(name)
	}
}

func (l *line) ending(e Event) {
	l.outcome(e)
	r, _ := l.view.Payload(e).(Result)
	for _, t := range r.Pending {
		l.word("pending")
		l.task(t)
	}
	for _, s := range r.Stuck {
		l.word("stuck")
		l.task(s.Task)
		l.fut(s.On)
	}
	if r.Limit != "" {
		l.word(r.Limit)
	}
	l.number("L", int(e.Line))
	l.time("t", e.T)
}
