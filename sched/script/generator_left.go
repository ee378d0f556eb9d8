package script

import "unsafe"

// This file is what becomes of plain generators that nobody finishes, where
// closing them runs cleanup that can be seen. CPython closes one when the last
// reference to it goes away; here everything that the script can still reach is
// looked through where a variable lets go of such a generator, or a call has
// ended that alone was given it.

// counted keeps machine.cleaning: how many generators are suspended where
// closing them runs cleanup. While there are none, nothing is looked through.
func (g *generator) counted(m *machine) {
	suspended := g.state == genSuspended && g.code.cleans && !g.code.async
	switch {
	case suspended && !g.counts:
		g.counts = true
		m.cleaning++
	case !suspended && g.counts && g.state == genClosed:
		g.counts = false
		m.cleaning--
	}
}

// letGo closes an iterator that a variable or a call has just let go of, unless
// something else refers to it.
func (m *machine) letGo(v Value, also ...any) error {
	if it, ok := v.(iterator); ok {
		return m.drop(it, false, also...)
	}
	return nil
}

// replace puts a value where another was.
func (m *machine) replace(place *Value, v Value) error {
	old := *place
	*place = v
	if m.cleaning == 0 || old == nil {
		return nil
	}
	if it, ok := old.(iterator); ok && v != old {
		return m.drop(it, false)
	}
	return nil
}

// dropLocals closes the generators that only the variables of a frame held,
// which is left now. What cannot go on then is told at the next pause.
func (m *machine) dropLocals(fr *frame) {
	if fr.raised || fr.held {
		return
	}
	for i, v := range fr.slots {
		if g, ok := v.(*generator); !ok || g == fr.ret {
			continue
		}
		fr.slots[i] = nil
		if err := m.letGo(v); err != nil && m.dropped == nil {
			m.dropped = err
		}
	}
}

// dropArguments closes the generators that a call alone was given, and that
// what it gave does not hold.
func (m *machine) dropArguments(pos []Value, fresh []int, result Value, err error) error {
	if err != nil && catchable(err) == nil {
		return err
	}
	for _, i := range fresh {
		if failed := m.letGo(pos[i], result, err); failed != nil {
			return failed
		}
	}
	return err
}

// dropTraceback closes the generators that only the frames held which an
// exception has left, when it has been handled.
func (m *machine) dropTraceback(e *exception) {
	w := newHolder(m.everything()...)
	if w.opaque || w.seen[unsafe.Pointer(e)] {
		return
	}
	for _, f := range e.frames {
		if f.at == nil || w.seen[unsafe.Pointer(f.at)] {
			continue
		}
		f.at.raised, f.at.held = false, false
		m.dropLocals(f.at)
	}
}

// dropGlobals closes what the module's variables held at the end of the script,
// if that is decidable: a single generator.
func (m *machine) dropGlobals() error {
	var left *generator
	at := -1
	for i, v := range m.globals {
		if g, ok := v.(*generator); ok && g.counts {
			if left != nil {
				return nil
			}
			left, at = g, i
		}
	}
	if left == nil {
		return nil
	}
	m.globals[at] = nil
	return m.letGo(left)
}

// refersTo says whether the script can still reach a generator, or that it is
// not known: what an iterator in Go goes through cannot be seen.
func (m *machine) refersTo(g *generator, also ...any) bool {
	w := newHolder(append(m.everything(), also...)...)
	return w.opaque || w.seen[unsafe.Pointer(g)]
}
