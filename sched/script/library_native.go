package script

import "strings"

// libModule is _lib: what the modules in Python need from the engine. They give
// it what it asks for: its functions check nothing.
func libModule() *module {
	return newModule("_lib", libDates, []*builtin{
		inC("keep", func(m *machine, a args) (Value, error) {
			if e, ok := a.pos[0].(*exception); ok {
				m.keepCyclic(e)
			}
			return None, nil
		}),
		inC("refuse", func(_ *machine, a args) (Value, error) { return nil, unsupported("%s", a.pos[0]) }),
		inC("script_name", func(m *machine, _ args) (Value, error) { return m.listing.Name, nil }),
		inC("current_task_name", func(m *machine, _ args) (Value, error) {
			if t := m.loop.CurrentTask(); t != nil {
				return t.Name(), nil
			}
			return None, nil
		}),
		inC("at_exit", func(m *machine, a args) (Value, error) {
			m.atExit = a.pos[0]
			return None, nil
		}),
		inC("source_line", func(m *machine, a args) (Value, error) {
			lines := strings.Split(m.listing.Source, "\n")
			if n := small(a.pos[0]); n > 0 && n <= len(lines) {
				return strings.TrimSpace(lines[n-1]), nil
			}
			return "", nil
		}),
		inC("exception_text", exceptionPieces),
		inC("last_lines", func(m *machine, a args) (Value, error) {
			e, err := givenException(a.pos[0])
			if err != nil {
				return nil, err
			}
			tb, ok := a.at(1, None).(*tracebackObject)
			if !ok {
				tb = &tracebackObject{}
			}
			return textList(m.lastLines(e, tb.frames)), nil
		}),
		inC("suggestion", func(m *machine, a args) (Value, error) {
			e, err := givenException(a.pos[0])
			if err != nil {
				return nil, err
			}
			tb, ok := a.at(1, None).(*tracebackObject)
			if !ok {
				tb = &tracebackObject{}
			}
			return m.suggestion(e, tb.frames), nil
		}),
		inC("stack_of", func(m *machine, a args) (Value, error) {
			tb, ok := a.pos[0].(*tracebackObject)
			if !ok {
				return nil, m.attributeError("'%s' object has no attribute 'tb_frame'", typeOf(a.pos[0]).name)
			}
			return framesList(outermostFirst(tb.frames)), nil
		}),
		inC("stack_now", func(m *machine, _ args) (Value, error) { return framesList(outermostFirst(m.stack())), nil }),
		inC("stack_text", stackPieces),
	})
}

// exceptionPieces takes an exception, whether its chain is wanted, a limit of
// frames or None, and whether source lines are wanted.
func exceptionPieces(m *machine, a args) (Value, error) {
	t := tracebackText{chain: a.pos[1] == true, limit: noLimit}
	if n, ok := asInt(a.pos[2]); ok {
		t.limit = int(n)
	}
	if a.pos[3] == true {
		t.source = strings.Split(m.listing.Source, "\n")
	}
	e, err := givenException(a.pos[0])
	if err != nil {
		return nil, err
	}
	return textList(m.exceptionText(e, t)), nil
}

// givenException is what a script gave as an exception.
func givenException(v Value) (*exception, error) {
	if e, ok := v.(*exception); ok {
		return e, nil
	}
	return nil, typeError("Exception expected for value, %s found", typeOf(v).short())
}

// stackPieces takes a list of (line, name), and whether source lines are wanted.
func stackPieces(m *machine, a args) (Value, error) {
	var source []string
	if a.pos[1] == true {
		source = strings.Split(m.listing.Source, "\n")
	}
	var frames []traced
	for _, v := range a.pos[0].(*list).items {
		at := v.(*tuple).items
		line, _ := asInt(at[0])
		name, _ := asStr(at[1])
		frames = append(frames, traced{fn: name, line: int32(line)})
	}
	return textList(stackText(m.listing.Name, source, frames)), nil
}

func textList(texts []string) *list {
	l := &list{}
	for _, text := range texts {
		l.items = append(l.items, text)
	}
	return l
}

func framesList(frames []traced) *list {
	l := &list{}
	for _, at := range frames {
		for range at.times() {
			l.items = append(l.items, newTuple(integer(int64(at.line)), at.fn))
		}
	}
	return l
}

// stack gives the frames of the script that are being run, innermost first.
func (m *machine) stack() (frames []traced) {
	for fr := m.top; fr != nil; fr = fr.back {
		if fr.code.lib == nil {
			frames = append(frames, traced{fn: fr.code.name, line: fr.line})
		}
	}
	return frames
}

// exitFunctions calls what atexit has registered, after the script has ended
// as err says.
func (m *machine) exitFunctions(err error) error {
	if m.atExit == nil || err != nil && catchable(err) == nil {
		return err
	}
	if e := catchable(err); e != nil {
		if err := m.report(e); err != nil {
			return err
		}
		m.reported = true
	}
	if _, failed := m.call(m.atExit, args{}); failed != nil && catchable(failed) == nil {
		return failed
	}
	return err
}
