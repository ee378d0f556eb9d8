package script

// libModule is _lib: what the modules in Python need from the engine.
func libModule() *module {
	return newModule("_lib", []*builtin{
		inC("bind", func(_ *machine, a args) (Value, error) {
			return &method{self: a.pos[1], fn: a.pos[0]}, nil
		}),
		inC("wraps", wrapFunction),
		inC("keep", func(m *machine, a args) (Value, error) {
			m.keepGenerator(a.pos[0])
			return None, nil
		}),
	})
}

// wrapFunction is functools.update_wrapper for a function of a library and one
// of whatever kind, as the first calls the second.
func wrapFunction(m *machine, a args) (Value, error) {
	f, wrapped := a.pos[0].(*function), a.pos[1]
	if g, ok := wrapped.(*function); ok {
		f.name, f.qualname, f.doc = g.name, g.qualname, g.doc
	}
	if f.attrs == nil {
		f.attrs = newDict()
	}
	f.attrs.put("__wrapped__", wrapped)
	return f, nil
}
