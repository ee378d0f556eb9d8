package sched

import "slices"

// CPython warns of a coroutine that was never awaited when it is collected. One
// that is held by something that lives as long as the run is not: by a future,
// all of which the referee keeps, and by what that holds, to the local
// variables of the frames in the traceback of its exception. Only the host can
// look into these; the loop keeps the futures for it that may matter.

// keep remembers a future that has just been settled while coroutines waited
// to be started, which it may hold.
func (l *Loop) keep(f *Future) {
	if plainValue(f.value) && (f.rare == nil || f.rare.cancelled == nil && f.rare.cancelMsg == nil) {
		return
	}
	const first = 1 << 12
	if len(l.kept) >= max(l.keepMost, first) {
		l.sift()
		l.keepMost = 2 * len(l.kept)
	}
	l.kept = append(l.kept, f)
}

// plainValue says that a value holds nothing.
func plainValue(v any) bool {
	switch v.(type) {
	case nil, bool, int, int64, float64, string:
		return true
	}
	return false
}

// sift forgets the futures if they hold no coroutine that may never be awaited.
// If they do all stay: to ask each of them would take very long.
func (l *Loop) sift() {
	if orphans, _ := l.orphans(); l.host.Holds == nil || len(l.host.Holds(l.Kept(), orphans)) == 0 {
		l.kept = nil
	}
}

// orphans gives the coroutines that were not started and are of no task, and
// the tasks.
func (l *Loop) orphans() (orphans []*Coro, tasks []any) {
	owned := map[*Coro]bool{}
	for t := l.live.first; t != nil; t = t.next {
		tasks = append(tasks, t)
		owned[t.coro] = true
	}
	for c := l.unstarted.first; c != nil; c = c.next {
		if !owned[c] {
			orphans = append(orphans, c)
		}
	}
	return orphans, tasks
}

// NeverAwaited gives the names of the coroutines that were never started and
// that nothing holds which lives as long as the run, in order. Held is what the
// host knows to live besides.
func (l *Loop) NeverAwaited(held ...any) []string {
	orphans, tasks := l.orphans()
	if len(orphans) == 0 {
		return nil
	}
	if l.host.Holds != nil {
		orphans = l.heldBy(append(held, tasks...), orphans)
	}
	var names []string
	for _, c := range orphans {
		names = append(names, c.name)
	}
	slices.Sort(names)
	return names
}

// NotStarted gives the names of all coroutines that were never started, those
// of tasks too.
func (l *Loop) NotStarted() []string {
	var names []string
	for c := l.unstarted.first; c != nil; c = c.next {
		names = append(names, c.name)
	}
	return names
}

// Kept gives futures that have ended and may hold what matters to the host.
func (l *Loop) Kept() []any {
	var all []any
	for _, f := range l.kept {
		all = append(all, f)
	}
	return all
}

// Scheduled gives the host's objects for what is ready or will be.
func (l *Loop) Scheduled() []any {
	var owners []any
	for i := range l.ready.n {
		if h := l.ready.at(i); h.callee != nil {
			owners = append(owners, h.Owner)
		}
	}
	for _, t := range l.timers {
		if !t.cancelled {
			owners = append(owners, t.Owner)
		}
	}
	return owners
}

// heldBy gives those of the coroutines that nothing holds.
func (l *Loop) heldBy(held []any, orphans []*Coro) []*Coro {
	held = append(append(append(append(held, l.Kept()...), l.Scheduled()...), l.left...), l.last, l.context)
	found := l.host.Holds(held, orphans)
	return slices.DeleteFunc(orphans, func(c *Coro) bool { return slices.Contains(found, c) })
}
