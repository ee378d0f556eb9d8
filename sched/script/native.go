package script

// newNative makes a function object whose body is in Go, for what CPython has
// in Python, or makes when a class is made: it has a signature and counts as a
// call, but no line of its own. The body must not keep v.
func newNative(module, qualname, params string, body func(m *machine, v []Value) (Value, error)) *function {
	s := newSignature(qualname, params)
	f := nativeFunction(module, s.signature, body)
	f.defaults, f.kwDefaults = s.defaults, s.kwDefaults
	return f
}

// nativeFunction is newNative with a signature that is there, without
// defaults.
func nativeFunction(module string, s signature, body func(m *machine, v []Value) (Value, error)) *function {
	n := s.slots()
	k := &code{name: bare(s.name), qualname: s.name, sig: s, doc: None, lib: &library{name: module}, slots: n, closure: n}
	k.simple = !s.star && !s.double && s.kwOnly == nil
	k.names = append(append([]string(nil), s.params...), s.kwOnly...)
	k.body = func(fr *frame) (signal, error) {
		v, err := body(fr.m, fr.slots[:n])
		fr.ret = v
		return returning, err
	}
	return &function{code: k, name: k.name, qualname: k.qualname, doc: None}
}
