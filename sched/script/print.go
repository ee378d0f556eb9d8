package script

import "strings"

// printFunction is print. It mirrors builtin_print_impl: what is no stream of
// the engine's own sees each piece by itself.
func printFunction(m *machine, _ Value, a args) (Value, error) {
	how := printing{sep: " ", end: "\n", file: m.stdoutNow()}
	if err := how.read(m, a.kw); err != nil {
		return nil, err
	}
	if how.file == None {
		return None, nil // sys.stdout was set to it
	}
	s, ok := how.file.(*stream)
	if !ok {
		return None, how.toFile(m, a.pos)
	}
	var out strings.Builder
	for i, v := range a.pos {
		if i > 0 {
			out.WriteString(how.sep)
		}
		text, err := m.str(v)
		if err != nil {
			return nil, err
		}
		if err := m.write(&out, text); err != nil {
			return nil, err
		}
	}
	out.WriteString(how.end)
	return None, s.write(m, out.String())
}

// A printing is how one print prints.
type printing struct {
	sep, end string
	file     Value
	flush    bool
}

// read reads the keywords of print.
func (p *printing) read(m *machine, kw []kwarg) error {
	for _, k := range kw {
		text, isText := asStr(k.v)
		switch k.name {
		case "sep", "end":
			if k.v == None {
				continue
			}
			if !isText {
				return typeError("%s must be None or a string, not %s", k.name, typeOf(k.v).name)
			}
			if k.name == "sep" {
				p.sep = text
			} else {
				p.end = text
			}
		case "flush":
			flush, err := m.truth(k.v)
			if err != nil {
				return err
			}
			p.flush = flush
		case "file":
			if k.v != None {
				p.file = k.v
			}
		default:
			return typeError("print() got an unexpected keyword argument '%s'", k.name)
		}
	}
	return nil
}

// toFile prints to an object with a write.
func (p *printing) toFile(m *machine, values []Value) error {
	for i, v := range values {
		if i > 0 {
			if err := m.writeTo(p.file, p.sep); err != nil {
				return err
			}
		}
		text, err := m.str(v)
		if err != nil {
			return err
		}
		if err := m.writeTo(p.file, text); err != nil {
			return err
		}
	}
	if err := m.writeTo(p.file, p.end); err != nil || !p.flush {
		return err
	}
	fn, err := m.getAttr(p.file, "flush")
	if err != nil {
		return err
	}
	_, err = m.call(fn, args{})
	return err
}
