package timeline

import (
	"strings"

	"loopscope/sched/trace"
)

// This file follows causes back, from one event to the one that brought it
// about. Every event is done by something: a step, a callback, a timer, a
// command, or the program outside of all tasks. The events at which something
// comes about are the nodes of a chain; the others stand for who did them.

// doer gives the event that stands for what did event n: the HandleBegin of a
// handle, the TaskCreated of an eager task, a CommandDone or LoopShutdown; 0
// for the program outside of any handle.
func (tl *Timeline) doer(n int) int {
	col := tl.during(n)
	if col < 0 {
		return tl.aside(n)
	}
	begin := tl.begin(col)
	for i := lastBy(len(tl.eager), n-1, func(i int) int32 { return tl.eager[i].begin }) - 1; i >= 0 && tl.eager[i].begin > begin; i-- {
		if !by(tl.eager[i].end, n) {
			return int(tl.eager[i].begin)
		}
	}
	return int(begin)
}

// lineAt gives the line of the script that did event n, 0 where no line of the
// script did: the trace then gives the line at which the run was begun.
func (tl *Timeline) lineAt(n int) int32 {
	line := tl.view.At(n).Line
	d := tl.doer(n)
	if d == 0 {
		return line
	}
	if i := lastBy(len(tl.runs), n, func(i int) int32 { return tl.runs[i].n }); i > 0 && tl.runs[i-1].count == line {
		return 0
	}
	by := tl.view.At(d)
	fn := tl.view.String(by.Name)
	switch {
	case by.Kind == trace.CommandDone || by.Kind == trace.LoopShutdown:
		return 0
	case by.Kind != trace.HandleBegin || by.What == trace.Step:
		return line
	case ours[fn] || strings.HasPrefix(fn, ".") || fn == "sleep" || fn == "timeout":
		return 0
	}
	return line
}

// aside gives the command, or the shutdown of asyncio.run, that did event n,
// which stands between two handles; 0 if it was neither.
func (tl *Timeline) aside(n int) int {
	after := tl.lastEnd(n)
	result := last(tl.ends, n)
	command, shutdown := last(tl.commands, n-1), last(tl.shutdowns, n-1)
	newest := max(after, result, command, shutdown)
	switch {
	case newest == shutdown && shutdown > after:
		return shutdown
	case newest != command || command == after:
		return 0
	}
	if born := lastBy(len(tl.lanes)-1, n, func(i int) int32 { return int32(tl.lanes[i+1].Born) }); born > 0 && tl.lanes[born].Born > command {
		return 0 // a command creates no task
	}
	return command
}

// lastEnd gives the event at which the last handle ended by position n, 0 if
// none did.
func (tl *Timeline) lastEnd(n int) int {
	col := tl.Column(n)
	if col < 0 {
		return 0
	}
	return int(tl.handles[tl.columns[col].handle].end)
}

// last gives the last stamp that holds at position n, 0 if none does.
func last(stamps []int32, n int) int {
	if i := lastBy(len(stamps), n, func(i int) int32 { return stamps[i] }); i > 0 {
		return int(stamps[i-1])
	}
	return 0
}

// node gives the node for event n: itself, or what did it. It is 0 where there
// is nothing to tell.
func (tl *Timeline) node(n int) int {
	n = min(n, tl.view.Len())
	if n < max(1, tl.view.First()) {
		return 0
	}
	if m := tl.ownNode(n); m != 0 {
		return m
	}
	if d := tl.doer(n); d != 0 {
		return d
	}
	return tl.outside(n)
}

// ownNode gives the node of an event that is one, or that is a part of one.
func (tl *Timeline) ownNode(n int) int {
	e := tl.view.At(n)
	is := false
	switch e.Kind {
	case trace.HandleBegin:
		h := tl.handle(e.ID)
		is = h != nil && int(h.begin) == n
	case trace.HandleEnd:
		if h := tl.handle(e.ID); h != nil && int(h.end) == n {
			return int(h.begin)
		}
	case trace.HandleScheduled:
		return tl.scheduling(n, e)
	case trace.FutureDone:
		f := tl.futures.get(e.Fut)
		is = f != nil && int(f.done) == n
	case trace.TaskCreated:
		l := tl.Lane(e.Task)
		is = l != nil && l.Born == n
	case trace.TaskCancel:
		is = tl.Lane(e.Task) != nil
	case trace.TaskThrow:
		is = tl.Lane(e.Task) != nil && tl.isCancelled(e)
	case trace.CommandDone, trace.CommandRefused, trace.LoopShutdown:
		is = true
	}
	if is {
		return n
	}
	return 0
}

// isCancelled tells whether the exception of a TaskThrow is a CancelledError.
func (tl *Timeline) isCancelled(e trace.Event) bool {
	return strings.HasPrefix(tl.view.String(e.Name), "CancelledError")
}

// scheduling gives the node of a HandleScheduled: of a first step that is the
// creation of its task; what the program does outside of all handles is one of
// its own.
func (tl *Timeline) scheduling(n int, e trace.Event) int {
	h := tl.handle(e.ID)
	if h == nil || int(h.made) != n {
		return 0
	}
	l := tl.Lane(e.Task)
	switch {
	case e.What == trace.Step && l == nil:
		return 0
	case e.What == trace.Step && l.Born == n-1:
		return l.Born
	case e.What == trace.Step || tl.doer(n) == 0:
		return n
	}
	return 0
}

// outside gives the node for what stands outside of all handles and is none:
// the first run begins with its main task; after an end it is the last handle.
func (tl *Timeline) outside(n int) int {
	switch e := tl.view.At(n); e.Kind {
	case trace.CallbackAdded:
		if l := tl.Lane(e.Fut.Task()); l != nil && l.Born < n && l.Born >= n-2 {
			return l.Born
		}
		return n
	case trace.Print, trace.Stderr, trace.FutureCreated, trace.CallbackRemoved, trace.TaskNamed, trace.ObjectCreated, trace.ObjectOp:
		return n
	}
	if col := tl.Column(n); col >= 0 {
		return int(tl.begin(col))
	}
	return 0
}

// parent gives the node that brought a node about, 0 if none did: what only
// hands on is passed over.
func (tl *Timeline) parent(n int) int {
	for {
		m := tl.raw(n)
		if m >= n || m < tl.view.First() {
			return 0
		}
		if m == 0 || !tl.handsOn(m) {
			return m
		}
		n = m
	}
}

// handsOn tells whether a node is passed over in a chain, as what it does is
// told with what came of it: a callback of asyncio's own, the end of a future
// by its own timer or by a cancel, a cancel that a command asked for.
func (tl *Timeline) handsOn(n int) bool {
	switch e := tl.view.At(n); e.Kind {
	case trace.HandleBegin:
		return e.What == trace.Done && ours[tl.view.String(e.Name)]
	case trace.FutureDone:
		m := tl.raw(n)
		if m == 0 {
			return false
		}
		by := tl.view.At(m)
		return by.Kind == trace.TaskCancel || tl.ownTimer(by, e.Fut)
	case trace.TaskCancel:
		m := tl.raw(n)
		return m != 0 && tl.view.At(m).Kind == trace.CommandDone && tl.view.At(m).Task == e.Task
	}
	return false
}

// ownTimer tells whether a HandleBegin is that of the timer that settles f.
func (tl *Timeline) ownTimer(e trace.Event, f trace.Future) bool {
	h := tl.handle(e.ID)
	if e.Kind != trace.HandleBegin || e.What != trace.Timer || h == nil {
		return false
	}
	return tl.view.At(int(h.made)).Fut == f
}

// raw gives the node that brought a node about at once, 0 if none did.
func (tl *Timeline) raw(n int) int {
	e := tl.view.At(n)
	switch e.Kind {
	case trace.HandleBegin:
		return tl.scheduler(e.ID)
	case trace.HandleScheduled:
		if f := tl.futures.get(e.Fut); e.What == trace.Step && f != nil && by(f.done, n-1) {
			return int(f.done)
		}
		if e.What == trace.Step && tl.cancelledAt(n, e.Task) {
			return n - 1
		}
	case trace.FutureDone:
		if m := tl.cancelOf(n, e); m != 0 {
			return m
		}
	case trace.TaskCancel:
		return tl.requester(n, e)
	case trace.TaskThrow:
		return tl.thrower(n, e)
	case trace.LoopShutdown:
		return tl.stopper(n)
	case trace.CommandDone, trace.CommandRefused:
		return 0
	}
	return tl.doer(n)
}

// cancelledAt tells whether event n, which made a task ready, is the answer to
// a request that came right before it, in a source that does not tell of futures.
func (tl *Timeline) cancelledAt(n int, task trace.Task) bool {
	l := tl.Lane(task)
	if n < 2 || l == nil || l.phaseAt(n-1) != Waiting {
		return false
	}
	before := tl.view.At(n - 1)
	return before.Kind == trace.TaskCancel && before.Task == task
}

// scheduler gives the node that scheduled a handle.
func (tl *Timeline) scheduler(id int32) int {
	if c := tl.moved.by[id]; c != 0 {
		return int(c)
	}
	made := int(tl.handles[id].made)
	e := tl.view.At(made)
	if m := tl.scheduling(made, e); m != 0 {
		return m
	}
	if f := tl.futures.get(e.Fut); e.What == trace.Done && f != nil && by(f.done, made-1) && !tl.addedLate(made, e) {
		return int(f.done)
	}
	return tl.doer(made)
}

// addedLate tells whether a done callback was scheduled because it was added
// to a future that was done already.
func (tl *Timeline) addedLate(made int, e trace.Event) bool {
	if made < 2 {
		return false
	}
	before := tl.view.At(made - 1)
	return before.Kind == trace.CallbackAdded && before.Fut == e.Fut
}

// cancelOf gives the request that cancelled a plain future: that of a task
// that waits for it, itself or through a gather.
func (tl *Timeline) cancelOf(n int, e trace.Event) int {
	if e.What != trace.Cancelled {
		return 0
	}
	if from := trace.Future(e.ID); from > 0 {
		return tl.throughGather(n, from)
	} else if l := tl.Lane(from.Task()); l != nil {
		return l.askedBefore(n)
	}
	since := tl.stretch(n)
	for i := lastBy(len(tl.requests), n-1, func(i int) int32 { return tl.requests[i] }) - 1; i >= 0; i-- {
		m := int(tl.requests[i])
		if m < since {
			return 0
		}
		if l := tl.Lane(tl.view.At(m).Task); l != nil && tl.reaches(l, m, e.Fut) {
			return m
		}
	}
	return 0
}

// askedBefore gives the last request to cancel before event n, 0 if there was
// none.
func (l *Lane) askedBefore(n int) int {
	if i := lastBy(len(l.cancels), n-1, func(i int) int32 { return l.cancels[i].asked }); i > 0 {
		return int(l.cancels[i-1].asked)
	}
	return 0
}

// stretch gives the first event of what did event n.
func (tl *Timeline) stretch(n int) int {
	if d := tl.doer(n); d != 0 {
		return d
	}
	return tl.lastEnd(n) + 1
}

// reaches tells whether the cancel that a task was asked for at event m goes on
// to the future f.
func (tl *Timeline) reaches(l *Lane, m int, f trace.Future) bool {
	i := l.SpanAt(m)
	if i < 0 {
		return false
	}
	switch l.spans[i].phase {
	case Waiting:
		on := tl.view.At(int(l.spans[i].n)).Fut
		return on == f || tl.contains(on, f)
	case Running: // it asked itself; what it then waits for is cancelled
		at := tl.futures.get(f)
		if at == nil || at.done == 0 || int(at.done) >= tl.view.Len() {
			return false
		}
		woken := tl.view.At(int(at.done) + 1)
		return woken.Kind == trace.HandleScheduled && woken.What == trace.Step && woken.Task == l.Task && woken.Fut == f
	}
	return false
}

// contains tells whether a gather has f among its children, or theirs.
func (tl *Timeline) contains(g, f trace.Future) bool {
	for range maxNested {
		if g <= 0 || tl.kind(g) != "gather" {
			return false
		}
		var inner trace.Future
		for _, child := range tl.Children(g) {
			if child == f {
				return true
			}
			if child > 0 && child < g && tl.kind(child) == "gather" {
				inner = child
			}
		}
		g = inner
	}
	return false
}

const maxNested = 16 // gathers in gathers that a cancel is followed through

// requester gives what made a request to cancel: another request that was
// passed on, or what asked.
func (tl *Timeline) requester(n int, e trace.Event) int {
	switch {
	case e.Fut < 0:
		if l := tl.Lane(e.Fut.Task()); l != nil && l.askedBefore(n) != 0 {
			return l.askedBefore(n)
		}
	case e.Fut > 0:
		if m := tl.throughGather(n, e.Fut); m != 0 {
			return m
		}
	case tl.Lane(e.Task) != nil && tl.passedOnAt(n, e.Task):
		return n - 1
	}
	return tl.doer(n)
}

// throughGather gives the request that came to a gather before event n through
// a task that waits for it, 0 if the gather itself was cancelled.
func (tl *Timeline) throughGather(n int, g trace.Future) int {
	if m, known := tl.through[int32(n)]; known {
		return int(m)
	}
	found := tl.askedThrough(n, g)
	if tl.through == nil {
		tl.through = map[int32]int32{}
	}
	tl.through[int32(n)] = int32(found)
	return found
}

// askedThrough is throughGather, which remembers. What the gather passed on to
// the child before came the same way.
func (tl *Timeline) askedThrough(n int, g trace.Future) int {
	since := tl.stretch(n)
	for i := lastBy(len(tl.requests), n-1, func(i int) int32 { return tl.requests[i] }) - 1; i >= 0; i-- {
		m := tl.requests[i]
		if int(m) < since {
			return 0
		}
		e := tl.view.At(int(m))
		if before, known := tl.through[m]; known && e.Fut == g {
			return int(before)
		}
		l := tl.Lane(e.Task)
		if l == nil {
			continue
		}
		if k := l.SpanAt(int(m)); k >= 0 && l.spans[k].phase == Waiting {
			if on := tl.view.At(int(l.spans[k].n)).Fut; on == g || tl.contains(on, g) {
				return int(m)
			}
		}
	}
	return 0
}

// passedOnAt is passedOn for an event of the past.
func (tl *Timeline) passedOnAt(n int, t trace.Task) bool {
	l := tl.Lane(t)
	c := l.request(n)
	return c != nil && c.cause == CauseWaiter && n > 1 && tl.view.At(n-1).Kind == trace.TaskCancel
}

// thrower gives the request that a CancelledError delivers. Where that request
// made the task ready, or where there is none, it is the step.
func (tl *Timeline) thrower(n int, e trace.Event) int {
	step := tl.doer(n)
	l := tl.Lane(e.Task)
	if l == nil {
		return step
	}
	_, asked := l.served(n)
	if asked == 0 || step == 0 || tl.view.At(step).Kind != trace.HandleBegin {
		return max(asked, step)
	}
	if made := tl.raw(step); made != 0 && tl.view.At(made).Kind == trace.HandleScheduled && tl.cameFrom(made, asked) {
		return step
	}
	return asked
}

// cameFrom tells whether a request made a task ready.
func (tl *Timeline) cameFrom(made, asked int) bool {
	for m := tl.raw(made); m >= asked && m < made; m = tl.raw(m) {
		if m == asked {
			return true
		}
		made = m
	}
	return false
}

// stopper gives what ended the run that a shutdown follows: the callback that
// stopped the loop, or the step whose exception left it. It is 0 where the
// program itself closed a Runner, and where the events do not tell.
func (tl *Timeline) stopper(n int) int {
	col := tl.Column(n)
	if col < 0 || last(tl.ends, n) > int(tl.begin(col)) {
		return 0
	}
	turn := tl.columns[col].turn
	for c := col; c >= int(tl.turns[turn].first); c-- {
		if e := tl.view.At(int(tl.begin(c))); e.What == trace.Done && tl.view.String(e.Name) == "run" {
			return int(tl.begin(c))
		}
	}
	e := tl.view.At(int(tl.begin(col)))
	l := tl.Lane(e.Task)
	if e.What != trace.Step || l == nil || l.Ended < int(tl.begin(col)) || l.Ended > n || l.Outcome != trace.Raised {
		return 0
	}
	if strings.HasPrefix(l.Result, "SystemExit") || strings.HasPrefix(l.Result, "KeyboardInterrupt") {
		return int(tl.begin(col))
	}
	return 0
}
