package script

import "strings"

// printFunction is print. Whole lines become events at once; the rest of an
// unfinished line waits for its end.
func printFunction(m *machine, _ Value, a args) (Value, error) {
	sep, end := " ", "\n"
	for _, k := range a.kw {
		text, isText := asStr(k.v)
		switch k.name {
		case "sep", "end":
			if k.v == None {
				continue
			}
			if !isText {
				return nil, typeError("%s must be None or a string, not %s", k.name, typeOf(k.v).name)
			}
			if k.name == "sep" {
				sep = text
			} else {
				end = text
			}
		case "flush":
		case "file":
			if k.v != None {
				return nil, unsupported("print() to a file is")
			}
		default:
			return nil, typeError("print() got an unexpected keyword argument '%s'", k.name)
		}
	}
	var out strings.Builder
	for i, v := range a.pos {
		if i > 0 {
			out.WriteString(sep)
		}
		text, err := m.str(v)
		if err != nil {
			return nil, err
		}
		out.WriteString(text)
		if err := m.room(out.Len()); err != nil {
			return nil, err
		}
	}
	out.WriteString(end)
	return None, m.write(out.String())
}

// write writes to stdout.
func (m *machine) write(text string) error {
	for {
		line, rest, whole := strings.Cut(text, "\n")
		if !whole {
			m.unfinished += line
			return m.room(len(m.unfinished))
		}
		m.loop.Print(m.unfinished + line)
		if err := m.charge(eventSize + len(m.unfinished) + len(line)); err != nil {
			return err
		}
		m.unfinished, text = "", rest
	}
}

// finishOutput writes the line that a script left unfinished.
func (m *machine) finishOutput() {
	if m.unfinished != "" {
		m.loop.Print(m.unfinished)
		m.unfinished = ""
	}
}
