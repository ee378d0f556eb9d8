package script

import (
	"slices"
	"unsafe"
)

// This file is what becomes of plain generators that nobody finishes, where
// closing them runs cleanup that can be seen. CPython closes one when the last
// reference to it goes away; here everything that the script can still reach is
// looked through where a variable lets go of such a generator, or a call has
// ended that alone was given it.

// counted keeps machine.cleaning: how many generators are suspended where
// closing them runs cleanup. While there are none, nothing is looked through.
func (g *generator) counted(m *machine) {
	suspended := g.state == genSuspended && g.guarded && !g.code.async
	switch {
	case suspended && !g.counts:
		g.counts = true
		m.cleaning++
	case !suspended && g.counts:
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
	if v != old {
		return m.letGo(old)
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

// dropExpressions closes the generators of generator expressions that stand as
// arguments of a function in Go: nobody else knows them, unless what it gave
// holds them.
func (m *machine) dropExpressions(pos []Value, places []int, result Value, err error) error {
	if !isPlainResult(result) || err != nil && catchable(err) == nil {
		return err
	}
	for _, i := range places {
		if g, ok := pos[i].(*generator); ok {
			if failed := m.drop(g, true); failed != nil {
				return failed
			}
		}
	}
	return err
}

// isPlainResult says whether what a function gave holds nothing.
func isPlainResult(v Value) bool {
	switch v.(type) {
	case nil, none, bool, int64, float64, string:
		return true
	}
	return false
}

// dropTraceback closes the generators that only the frames held which an
// exception has left, when it has been handled.
func (m *machine) dropTraceback(e *exception) {
	if !slices.ContainsFunc(e.frames, traced.holdsGenerator) {
		return
	}
	w := newHolder(m.everything()...)
	m.fuel -= len(w.seen)
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

// holdsGenerator says whether a variable of the frame is a generator that can
// be closed.
func (f traced) holdsGenerator() bool {
	return f.at != nil && slices.ContainsFunc(f.at.slots, func(v Value) bool {
		g, ok := v.(*generator)
		return ok && g.state == genSuspended
	})
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
	m.fuel -= len(w.seen) // the next step sees to the limit
	return w.opaque || w.seen[unsafe.Pointer(g)]
}
