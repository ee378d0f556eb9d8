package script

import "strings"

// A stream is what sys.stdout or sys.stderr is at first. A line that is
// written becomes an event; the rest of an unfinished line waits for its end.
type stream struct {
	name string
	emit func(m *machine, line string)
	rest func(m *machine) *string
}

var streamType = newType("_io.TextIOWrapper")

func (*stream) class() *Type { return streamType }

var (
	standardOut   = &stream{"<stdout>", func(m *machine, line string) { m.loop.Print(line) }, func(m *machine) *string { return &m.unfinished }}
	standardError = &stream{"<stderr>", func(m *machine, line string) { m.loop.PrintError(line) }, func(m *machine) *string { return &m.unfinishedError }}
)

// lineSteps is what a line of output takes, in statements: somebody is to read
// it.
const lineSteps = 100

// write writes text, whose whole lines become events.
func (s *stream) write(m *machine, text string) error {
	if hasSurrogate(text) {
		var errors Value
		if s == standardError {
			errors = "backslashreplace"
		}
		var err error
		if text, err = encode(text, nil, errors); err != nil {
			return err
		}
	}
	rest := s.rest(m)
	for {
		line, after, whole := strings.Cut(text, "\n")
		if !whole {
			*rest += line
			return m.roomText(len(*rest))
		}
		s.emit(m, *rest+line)
		if err := anyError(m.charge(objectSize+len(*rest)+len(line)), m.spend(lineSteps+len(line)/bytesPerStep)); err != nil {
			return err
		}
		*rest, text = "", after
	}
}

// finishOutput writes the lines that a script left unfinished.
func (m *machine) finishOutput() {
	for _, s := range []*stream{standardOut, standardError} {
		if rest := s.rest(m); *rest != "" {
			s.emit(m, *rest)
			*rest = ""
		}
	}
}

// stdoutNow and stderrNow are sys.stdout and sys.stderr, which a script can set.
func (m *machine) stdoutNow() Value { return orElse(m.stdout, standardOut) }

func (m *machine) stderrNow() Value { return orElse(m.stderr, standardError) }

func orElse(v, otherwise Value) Value {
	if v != nil {
		return v
	}
	return otherwise
}

// writeTo mirrors PyFile_WriteString: a file is whatever has a write.
func (m *machine) writeTo(file Value, text string) error {
	if s, ok := file.(*stream); ok {
		return s.write(m, text)
	}
	fn, err := m.getAttr(file, "write")
	if err != nil {
		return err
	}
	_, err = m.call(fn, positional(text))
	return err
}

func setupStream(t *Type) {
	t.repr = func(_ *machine, v Value) (string, error) {
		return "<_io.TextIOWrapper name='" + v.(*stream).name + "' mode='w' encoding='utf-8'>", nil
	}
	t.getAttr = func(_ *machine, v Value, name string) (Value, error) {
		switch name {
		case "name":
			return v.(*stream).name, nil
		case "mode":
			return "w", nil
		case "encoding":
			return "utf-8", nil
		case "closed":
			return false, nil
		}
		return nil, nil
	}
	t.methods(map[string]nativeFn{
		"write": func(m *machine, self Value, a args) (Value, error) {
			if len(a.pos) != 1 || len(a.kw) > 0 {
				return nil, typeError("TextIOWrapper.write() takes exactly one argument (%d given)", len(a.pos)+len(a.kw))
			}
			text, ok := asStr(a.pos[0])
			if !ok {
				return nil, typeError("write() argument must be str, not %s", typeOf(a.pos[0]).name)
			}
			return integer(int64(len([]rune(text)))), self.(*stream).write(m, text)
		},
		"writelines": func(m *machine, self Value, a args) (Value, error) {
			if err := a.between("TextIOWrapper.writelines", 1, 1); err != nil {
				return nil, err
			}
			return None, m.each(a.pos[0], func(v Value) error {
				text, ok := asStr(v)
				if !ok {
					return typeError("write() argument must be str, not %s", typeOf(v).name)
				}
				return self.(*stream).write(m, text)
			})
		},
		"flush":    streamAnswer("flush", None),
		"isatty":   streamAnswer("isatty", false),
		"writable": streamAnswer("writable", true),
		"readable": streamAnswer("readable", false),
		"seekable": streamAnswer("seekable", false),
	})
}

func streamAnswer(name string, v Value) nativeFn {
	return func(_ *machine, _ Value, a args) (Value, error) {
		return v, a.between("TextIOWrapper."+name, 0, 0)
	}
}
