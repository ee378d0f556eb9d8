package timeline

import (
	"slices"

	"loopscope/sched/trace"
)

// This file sorts the events of cancellations by where each began. It is done
// when first asked for, in the order of events and only once: what an event
// belongs to does not depend on what comes after it.

// tales are the cancellations of a run.
type tales struct {
	events   []int32   // all that may be a part of one
	followed int       // how many of events were sorted
	all      []tale    // by their first events
	of       []mention // in order of events
}

// A tale is one cancellation.
type tale struct {
	root   int32
	scenes []scene // in order
}

// A scene is an event of a tale.
type scene struct {
	n    int32
	task trace.Task // whom it is about; 0: a future
	from trace.Task // through whom it came
}

// A mention is an event of a lane in a tale.
type mention struct{ n, tale int32 }

// An appeal is a request to cancel that may still come to something.
type appeal struct {
	tale  int32
	asked int32
	via   trace.Flags
	got   bool // it was delivered
}

// appeals is what a lane knows of the cancellations that came to it.
type appeals struct {
	open []appeal
	told []mention
	last int32 // index of the tale behind the newest CancelledError, plus 1
}

// follow sorts the events that are new.
func (tl *Timeline) follow() {
	for ; tl.tales.followed < len(tl.tales.events); tl.tales.followed++ {
		n := int(tl.tales.events[tl.tales.followed])
		switch e := tl.view.At(n); e.Kind {
		case trace.TaskCancel:
			tl.followRequest(n, e)
		case trace.TaskThrow:
			tl.followThrow(n, e)
		case trace.TaskUncancel:
			tl.followUncancel(n, e)
		case trace.FutureDone:
			tl.followFuture(n, e)
		case trace.TaskDone:
			tl.followEnd(n, e)
		}
	}
}

// begin makes a tale that begins at event n.
func (ts *tales) begin(n int) int32 {
	ts.all = append(ts.all, tale{root: int32(n)})
	return int32(len(ts.all) - 1)
}

// note notes the tale of an event; events come in order.
func (ts *tales) note(n, tale int32) { ts.of = append(ts.of, mention{n, tale}) }

// in gives the tale of an event, the newest of several.
func (ts *tales) in(n int32) (tale int32, ok bool) {
	i := lastBy(len(ts.of), int(n), func(i int) int32 { return ts.of[i].n }) - 1
	if i < 0 || ts.of[i].n != n {
		return 0, false
	}
	return ts.of[i].tale, true
}

// scene adds an event to a tale.
func (tl *Timeline) scene(in int32, p scene) {
	t := &tl.tales.all[in]
	t.scenes = append(t.scenes, p)
	tl.tales.note(p.n, in)
	if l := tl.Lane(p.task); l != nil {
		l.appeals.told = append(l.appeals.told, mention{n: p.n, tale: in})
	}
}

func (tl *Timeline) followRequest(n int, e trace.Event) {
	l := tl.Lane(e.Task)
	if l == nil {
		return
	}
	in, from := tl.requestOf(n, e)
	tl.scene(in, scene{n: int32(n), task: e.Task, from: from})
	if l.Ended == 0 || n < l.Ended {
		l.appeals.open = append(l.appeals.open, appeal{tale: in, asked: int32(n), via: e.Flags})
	}
}

// requestOf gives the tale of a request, and through which task it came.
func (tl *Timeline) requestOf(n int, e trace.Event) (in int32, from trace.Task) {
	m := tl.raw(n)
	if m == 0 {
		return tl.tales.begin(n), 0
	}
	by := tl.view.At(m)
	if known, ok := tl.tales.in(int32(m)); ok && by.Kind == trace.TaskCancel {
		return known, by.Task
	}
	if e.Via() != "" && e.By() != 0 {
		if known, ok := tl.insideOf(n, e); ok {
			return known, e.By()
		}
	}
	if k := len(tl.tales.all); k > 0 && tl.together(n, int(tl.tales.all[k-1].root), e.Task) {
		return int32(k - 1), 0
	}
	return tl.tales.begin(n), 0
}

// insideOf gives the tale that made a TaskGroup or wait_for ask, in the step of
// a task that itself got CancelledError or is asked once more.
func (tl *Timeline) insideOf(n int, e trace.Event) (int32, bool) {
	l := tl.Lane(e.By())
	if l == nil {
		return 0, false
	}
	if tl.onceMore(n, e) { // the group asks again for somebody else
		for i := len(l.cancels) - 1; i >= 0; i-- {
			c := l.cancels[i]
			if int(c.asked) < n && tl.view.At(int(c.asked)).Via() != "TaskGroup" {
				known, ok := tl.tales.in(c.asked)
				return known, ok
			}
		}
		return 0, false
	}
	since := tl.doer(n)
	for i := len(l.appeals.told) - 1; i >= 0 && int(l.appeals.told[i].n) >= since; i-- {
		if tl.view.At(int(l.appeals.told[i].n)).Kind == trace.TaskThrow {
			return l.appeals.told[i].tale, true
		}
	}
	return 0, false
}

// together tells whether the request of event n was made at once with the one
// that begins a tale: by the same line, the same TaskGroup, the same end.
func (tl *Timeline) together(n, root int, task trace.Task) bool {
	a, b := tl.view.At(root), tl.view.At(n)
	if a.Kind != b.Kind || a.Kind == trace.FutureDone && a.ID == 0 || a.ID != b.ID || a.Line != b.Line || a.Flags != b.Flags || a.Kind == trace.TaskCancel && a.Fut != b.Fut || tl.raw(root) != tl.raw(n) {
		return false
	}
	if tl.raw(n) == 0 && tl.stretch(root) != tl.stretch(n) {
		return false
	}
	l := tl.Lane(task)
	if l == nil {
		return true
	}
	k := len(l.appeals.told)
	return k == 0 || int(l.appeals.told[k-1].tale) != len(tl.tales.all)-1
}

func (tl *Timeline) followThrow(n int, e trace.Event) {
	l := tl.Lane(e.Task)
	if l == nil {
		return
	}
	own := false
	first := len(l.appeals.open)
	for first > 0 && !l.appeals.open[first-1].got {
		first--
	}
	for i := first; i < len(l.appeals.open); i++ {
		a := &l.appeals.open[i]
		if l.delivers(int(a.asked), n) {
			a.got, own = true, true
			l.appeals.last = a.tale + 1
			tl.scene(a.tale, scene{n: int32(n), task: e.Task})
		}
	}
	if own {
		return
	}
	in, from, ok := tl.spread(e.Fut)
	if !ok {
		in = tl.tales.begin(n)
	}
	if c := tl.Lane(from); c == nil || c.Outcome != trace.Cancelled || tl.askedItself(in, e.Fut) {
		from = 0 // it is the future that was cancelled
	}
	l.appeals.last = in + 1
	tl.scene(in, scene{n: int32(n), task: e.Task, from: from})
}

// delivers tells whether event n delivers the request of event asked.
func (l *Lane) delivers(asked, n int) bool {
	c := l.request(asked)
	return c != nil && int(c.delivered) == n
}

// raisedByHand gives the command that had an exception raised by event n, 0 if
// none did.
func (tl *Timeline) raisedByHand(n int) int {
	for m := tl.doer(n); m > 0; {
		e := tl.view.At(m)
		if e.Kind == trace.CommandDone {
			return m
		}
		next := tl.raw(m)
		if e.Kind != trace.HandleBegin && e.Kind != trace.HandleScheduled || next >= m {
			break
		}
		m = next
	}
	return 0
}

// askedItself tells whether a tale begins with the cancel of a gather.
func (tl *Timeline) askedItself(in int32, g trace.Future) bool {
	root := tl.view.At(int(tl.tales.all[in].root))
	return root.Kind == trace.TaskCancel && root.Fut == g && g > 0
}

// spread gives the tale by which a future ended cancelled that a task waited
// for, and the task whose end that was.
func (tl *Timeline) spread(f trace.Future) (in int32, from trace.Task, ok bool) {
	for range maxNested {
		if l := tl.Lane(f.Task()); l != nil {
			return l.appeals.last - 1, l.Task, l.appeals.last > 0
		}
		got := tl.futures.get(f)
		if got == nil || got.done == 0 {
			break
		}
		next := tl.calledBack(int(got.done))
		if known, ok := tl.tales.in(got.done); ok && next == 0 {
			return known, 0, true
		}
		if f = next; f == 0 {
			break
		}
	}
	return 0, 0, false
}

// cancelledIn gives what was cancelled of a future that a CancelledError came
// from: itself, or one inside it.
func (tl *Timeline) cancelledIn(n int, f trace.Future) trace.Future {
	if in, ok := tl.tales.in(int32(n)); !ok || tl.askedItself(in, f) {
		return f
	}
	for range maxNested {
		got := tl.futures.get(f)
		if got == nil || got.done == 0 {
			break
		}
		inner := tl.calledBack(int(got.done))
		if inner == 0 || inner.Task() != 0 {
			break
		}
		f = inner
	}
	return f
}

// followUncancel has a request taken back: its own by a timeout or TaskGroup,
// the last by the program.
func (tl *Timeline) followUncancel(n int, e trace.Event) {
	l := tl.Lane(e.Task)
	if l == nil || len(l.appeals.open) == 0 {
		return
	}
	open := l.appeals.open
	i := tl.takenBack(open, e)
	tl.scene(open[i].tale, scene{n: int32(n), task: e.Task})
	if l.appeals.open = slices.Delete(open, i, i+1); e.ID == 0 {
		l.appeals.open = l.appeals.open[:0]
	}
}

// takenBack gives which of the open requests an uncancel takes back: a timeout
// that of its own timer, which was set on the same line.
func (tl *Timeline) takenBack(open []appeal, e trace.Event) int {
	same := len(open) - 1
	for i := same; i >= 0 && e.Flags != 0; i-- {
		if open[i].via != e.Flags {
			continue
		}
		if e.Flags&trace.ByTimeout == 0 || tl.setAt(int(open[i].asked)) == e.Line {
			return i
		}
		same = i
	}
	return same
}

// setAt gives the line where the timer was set, or the function given to
// call_soon, that did event n; 0 if something else did.
func (tl *Timeline) setAt(n int) int32 {
	if col := tl.during(n); col >= 0 {
		if made := tl.event(tl.columns[col].handle); made.What == trace.Timer || made.What == trace.CallSoon {
			return tl.lineAt(int(tl.handles[made.ID].made))
		}
	}
	return 0
}

func (tl *Timeline) followFuture(n int, e trace.Event) {
	m := tl.raw(n)
	if known, ok := tl.tales.in(int32(m)); ok {
		if tl.shielded(e.Fut) != 0 || tl.shieldsFuture(e.Fut) {
			tl.scene(known, scene{n: int32(n)})
		}
		tl.tales.note(int32(n), known)
		return
	}
	if in, _, ok := tl.spread(tl.calledBack(n)); ok {
		tl.tales.note(int32(n), in)
		return
	}
	if k := len(tl.tales.all); k > 0 && tl.together(n, int(tl.tales.all[k-1].root), 0) {
		tl.scene(int32(k-1), scene{n: int32(n)})
		return
	}
	tl.scene(tl.tales.begin(n), scene{n: int32(n)})
}

// shieldsFuture tells whether a shield has a future inside that is no task.
func (tl *Timeline) shieldsFuture(f trace.Future) bool {
	return tl.kind(f) == "shield" && len(tl.Children(f)) > 0
}

// threwIn gives the tales by which CancelledError was raised in the task, or
// which were taken back, since event n.
func (l *Lane) threwIn(n int) []int32 {
	var in []int32
	for i := len(l.appeals.told) - 1; i >= 0 && int(l.appeals.told[i].n) > n; i-- {
		if k := l.tl.view.At(int(l.appeals.told[i].n)).Kind; k == trace.TaskThrow || k == trace.TaskUncancel {
			in = append(in, l.appeals.told[i].tale)
		}
	}
	return in
}

func (tl *Timeline) followEnd(n int, e trace.Event) {
	l := tl.Lane(e.Task)
	if l == nil || l.Ended != n {
		return
	}
	var in []int32
	seen := map[int32]bool{}
	add := func(one int32) {
		if !seen[one] {
			seen[one] = true
			in = append(in, one)
		}
	}
	for _, a := range l.appeals.open {
		if l.missed(int(a.asked)) == 0 {
			add(a.tale)
		}
	}
	for _, one := range l.threwIn(tl.doer(n)) {
		add(one)
	}
	if l.appeals.last > 0 && e.What == trace.Cancelled {
		add(l.appeals.last - 1)
	}
	if len(in) == 0 && e.What == trace.Cancelled {
		in = append(in, tl.tales.begin(n))
	}
	for _, one := range in {
		tl.scene(one, scene{n: int32(n), task: e.Task})
		l.appeals.last = one + 1
	}
	l.appeals.open = nil
}
