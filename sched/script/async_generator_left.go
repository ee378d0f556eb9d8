package script

import (
	"reflect"
	"slices"
	"unsafe"

	"loopscope/sched"
	"loopscope/sched/script/syntax"
)

// This file is what becomes of async generators that nobody finishes. CPython
// closes one when the last reference to it goes away, by a task of its own, and
// those that are there when a run ends by shutdown_asyncgens. There are no
// counts of references here: where a variable goes away that holds such a
// generator, everything that the script can still reach is looked through.

// begun notes that the first step of an async generator is being made: the
// firstiter hook of the loop.
func (m *machine) begun(ag *asyncGenerator) {
	const few = 16
	if len(m.asyncGens) >= max(few, m.genSweep) {
		alive := newHolder(m.everything()...)
		m.asyncGens = slices.DeleteFunc(m.asyncGens, func(ag *asyncGenerator) bool {
			return ag.g.state == genClosed && !ag.lasting && !alive.seen[unsafe.Pointer(ag)]
		})
		m.genSweep = 2 * len(m.asyncGens)
	}
	ag.hooked = true
	m.asyncGens = append(m.asyncGens, ag)
	m.loop.KeepRaised = true
}

// hasAsyncGenerators says whether a program makes async generators.
func (r *resolver) hasAsyncGenerators() bool {
	for node, s := range r.scopes {
		switch node := node.(type) {
		case *syntax.FunctionDef:
			if node.Async && s.yields {
				return true
			}
		case *syntax.GeneratorExp:
			if isAsyncExp(node) {
				return true
			}
		}
	}
	return false
}

// open says that the generator stands where the finalizer hook would close it.
func (ag *asyncGenerator) open() bool {
	begun := ag.g.state == genSuspended || ag.g.state == genCreated && ag.hooked
	return begun && !ag.running && !ag.closed && !ag.lasting
}

// dropAsync closes an async generator that nothing refers to any more: the
// loop's finalizer hook.
func (m *machine) dropAsync(v Value) error {
	ag, ok := v.(*asyncGenerator)
	if !ok || !ag.open() || ag.looping > 0 || m.runningLoop == nil || m.reachable(ag) {
		return nil
	}
	return m.close(ag)
}

// storeDropping compiles an assignment to a local variable of a coroutine,
// whose old value may be an async generator; item nil: del.
func storeDropping(slot int) storeFn {
	return func(fr *frame, item Value) error {
		old := fr.slots[slot]
		fr.slots[slot] = item
		m := fr.m
		if m.cleaning != 0 && item != old {
			if err := m.letGo(old); err != nil {
				return err
			}
		}
		if ag, ok := old.(*asyncGenerator); ok && item != old {
			return m.dropAsync(ag)
		}
		if (item == nil || item == None) && m.runningLoop != nil && slices.ContainsFunc(m.asyncGens, (*asyncGenerator).open) {
			m.closeLost(newHolder(old), nil)
		}
		return nil
	}
}

// awaitNext compiles await anext(f()), after which nothing may refer to the
// generator that f has made.
func (c *compiler) awaitNext(call *syntax.Call, line int32) evalFn {
	callee, made := c.expr(call.Func), c.expr(call.Args[0])
	return func(fr *frame) (Value, error) {
		f, err := callee(fr)
		if err != nil {
			return nil, err
		}
		it, err := made(fr)
		if err != nil {
			return nil, err
		}
		fr.line = line
		step, err := fr.m.call(f, positional(it))
		if err != nil {
			return nil, err
		}
		v, err := fr.m.await(fr, step)
		if failed := fr.m.dropAsync(it); failed != nil {
			return nil, failed
		}
		return v, err
	}
}

// awaitStep compiles await f().asend(x) and its like, after which nothing may
// refer to the generator that f has made.
func (c *compiler) awaitStep(call *syntax.Call, of *syntax.Attribute, line int32) evalFn {
	made, name := c.expr(of.Value), of.Attr
	params := make([]evalFn, len(call.Args))
	for i, e := range call.Args {
		params[i] = c.expr(e)
	}
	return func(fr *frame) (Value, error) {
		it, err := made(fr)
		if err != nil {
			return nil, err
		}
		f, err := fr.m.getAttr(it, name)
		if err != nil {
			return nil, err
		}
		pos, err := fr.evaluate(params)
		if err != nil {
			return nil, err
		}
		fr.line = line
		step, err := fr.m.call(f, args{pos: pos})
		if err != nil {
			return nil, err
		}
		v, err := fr.m.await(fr, step)
		if failed := fr.m.dropAsync(it); failed != nil {
			return nil, failed
		}
		return v, err
	}
}

// stepOfFresh gives what stands before the call in a step by hand of what
// another call gives, nil if that is not what the call is.
func stepOfFresh(call *syntax.Call) *syntax.Attribute {
	of, ok := call.Func.(*syntax.Attribute)
	if !ok || !isPlain(call) {
		return nil
	}
	if _, fresh := of.Value.(*syntax.Call); !fresh || of.Attr != "asend" && of.Attr != "athrow" && of.Attr != "__anext__" {
		return nil
	}
	return of
}

// nextOfFresh says whether a call is anext of what another call gives.
func nextOfFresh(call *syntax.Call) bool {
	name, ok := call.Func.(*syntax.Name)
	if !ok || name.ID != "anext" || len(call.Args) != 1 || len(call.Keywords) > 0 {
		return false
	}
	_, ok = call.Args[0].(*syntax.Call)
	return ok
}

// close has a task close an async generator.
func (m *machine) close(ag *asyncGenerator) error {
	if err := m.oneMoreTask(); err != nil {
		return err
	}
	step := m.stepCoroutine(&asyncStep{of: ag, kind: stepClose})
	m.loop.CallSoon(".create_task", func() error {
		m.loop.CreateTask(step, "")
		return nil
	})
	return nil
}

// dropSlots closes the async generators that only the variables of a frame
// held, which is left now. What those of a plain function hold within other
// objects is not looked at: that would be too much work for every call.
func (m *machine) dropSlots(fr *frame) {
	if fr.raised || m.runningLoop == nil {
		return
	}
	deep := fr.code.async && slices.ContainsFunc(m.asyncGens, (*asyncGenerator).open)
	w := newHolder()
	for _, v := range fr.slots {
		if c, ok := v.(*cell); ok {
			v = c.v
		}
		if ag, ok := v.(*asyncGenerator); ok && ag.open() || deep {
			w.add(reflect.ValueOf(v))
		}
	}
	if len(w.todo) > 0 {
		w.run()
		m.closeLost(w, fr)
	}
}

// closeLost closes the async generators among what a variable, or those of a
// frame that is left, held, where nothing else refers to them.
func (m *machine) closeLost(w *holder, left *frame) {
	var lost []*asyncGenerator
	var kept *holder
	for _, ag := range m.asyncGens {
		if !ag.open() || ag.looping > 0 || !w.seen[unsafe.Pointer(ag)] {
			continue
		}
		if kept == nil {
			roots := m.everything()
			if left != nil {
				roots = append(roots, left.ret)
			}
			kept = newHolder(roots...)
			if left != nil && kept.seen[unsafe.Pointer(left)] {
				return // an exception that is still there has passed it
			}
		}
		switch {
		case kept.seen[unsafe.Pointer(ag)]:
		case newHolder(ag.g.fr).seen[unsafe.Pointer(ag)]:
			ag.lasting = true
		default:
			lost = append(lost, ag)
		}
	}
	if left != nil && len(lost) > 1 {
		left.sortByRelease(lost)
	}
	for _, ag := range lost {
		if err := m.close(ag); err != nil && m.dropped == nil {
			m.dropped = err
		}
	}
}

// sortByRelease sorts async generators in the order in which the variables of a
// frame let go of them, one variable after the other. CPython empties lists and
// tuples from their end.
func (fr *frame) sortByRelease(lost []*asyncGenerator) {
	place := map[*asyncGenerator]int{}
	for i, v := range fr.slots {
		if c, ok := v.(*cell); ok {
			v = c.v
		}
		var items []Value
		switch v := v.(type) {
		case *list:
			items = v.items
		case *tuple:
			items = v.items
		}
		held := newHolder(v)
		for n, ag := range lost {
			if !held.seen[unsafe.Pointer(ag)] {
				continue
			}
			if at := slices.Index(items, Value(ag)); at >= 0 {
				n = len(items) - at
			}
			place[ag] = (i+1)<<32 + n
		}
	}
	slices.SortStableFunc(lost, func(a, b *asyncGenerator) int { return place[a] - place[b] })
}

// reachable says whether the script can still reach an async generator.
func (m *machine) reachable(ag *asyncGenerator) bool {
	return newHolder(m.everything()...).seen[unsafe.Pointer(ag)]
}

// roots are what the script can reach at once: its globals, the frames that run
// or are suspended, and what is scheduled.
func (m *machine) roots() []any {
	roots := []any{m.globals, m.libs, m.loop.Context()}
	for fr := m.top; fr != nil; fr = fr.back {
		roots = append(roots, fr, fr.ret)
	}
	for _, t := range m.loop.AllTasks() {
		roots = append(roots, t)
	}
	return append(roots, m.loop.Scheduled()...)
}

// everything is what is there when a run ends: what the script can reach, the
// futures that the referee keeps with the tracebacks of their exceptions, and
// what refers to itself, which nothing collects.
func (m *machine) everything() []any {
	roots := append(m.roots(), m.loop.Kept()...)
	for _, e := range m.cyclic {
		roots = append(roots, e)
	}
	return roots
}

// keepCyclic notes an exception that one of the frames in its traceback refers
// to. A generator that caught what was thrown into it is such a frame: below it
// is the one that threw.
func (m *machine) keepCyclic(e *exception) {
	const most = 1000
	if len(m.asyncGens) > 0 && len(m.cyclic) < most && !slices.Contains(m.cyclic, e) {
		m.cyclic = append(m.cyclic, e)
	}
}

// keepOwn notes the exceptions that a frame refers to which have passed it.
func (fr *frame) keepOwn() {
	for _, v := range fr.slots {
		if c, ok := v.(*cell); ok {
			v = c.v
		}
		if e, ok := v.(*exception); ok && slices.ContainsFunc(e.frames, func(t traced) bool { return t.at == fr || t.last == fr }) {
			fr.m.keepCyclic(e)
		}
	}
}

// generatorsToClose is Host.Generators: those that are there, also when they
// have ended. One that it cannot has been dropped where that was not seen, and when CPython
// would have closed it nobody can tell: the run ends there.
func (m *machine) generatorsToClose() []sched.Awaitable {
	if len(m.asyncGens) == 0 {
		return nil
	}
	var all []sched.Awaitable
	alive := newHolder(m.everything()...)
	for _, ag := range m.asyncGens {
		if !ag.running && (ag.lasting || alive.seen[unsafe.Pointer(ag)]) {
			all = append(all, m.stepCoroutine(&asyncStep{of: ag, kind: stepClose}))
		}
	}
	m.asyncGens = slices.DeleteFunc(m.asyncGens, func(ag *asyncGenerator) bool { return ag.g.state == genClosed })
	return all
}

// leftOpen refuses to end a loop with async generators that are still open.
func (m *machine) leftOpen() error {
	for _, ag := range m.asyncGens {
		if ag.g.state == genSuspended && ag.g.guarded {
			return unsupported("leaving the async generator %s unfinished when the loop ends is", ag.g.qualname)
		}
	}
	m.asyncGens = nil
	return nil
}
