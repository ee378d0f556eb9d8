package timeline

import "loopscope/sched/trace"

// tip is what the fold knows of the newest position beyond what is stored.
type tip struct {
	t        trace.Time
	handle   int32        // that runs; 0: none
	what     trace.What   // of that handle
	fn       trace.Name   // of that handle
	running  trace.Task   // the innermost task that runs
	stack    []trace.Task // those around it: an eager step runs inside another
	ready    queue
	timers   timers
	standing int   // handles that stand ready
	exact    bool  // the source tells the additions of TRACE.md
	command  int32 // CommandDone since the last handle
	shutdown int32 // LoopShutdown since the last handle
	result   int32 // the last RunResult
}

// apply folds event n. It is the one place that stamps.
func (tl *Timeline) apply(n int, e trace.Event) {
	at := int32(n)
	if timed[e.Kind] && e.T != tl.tip.t {
		tl.tip.t = e.T
		tl.clock = append(tl.clock, instant{n: at, t: e.T})
	}
	switch e.Kind {
	case trace.HandleScheduled:
		tl.scheduled(at, e)
	case trace.HandleBegin:
		tl.began(at, e)
	case trace.HandleEnd:
		tl.ended(at, e)
	case trace.HandleCancelled:
		if h := tl.handle(e.ID); h != nil && h.begin == 0 && h.gone == 0 {
			h.gone = at
			if h.ready != 0 {
				tl.stands(at, -1)
			}
			tl.tip.timers.cancelled(tl, h)
		}
	case trace.TaskCreated, trace.TaskNamed, trace.TaskWaiting, trace.TaskDone, trace.TaskCancel, trace.TaskUncancel,
		trace.TaskThrow, trace.TaskEagerEnd, trace.TaskMark, trace.ShieldOn, trace.ShieldOuter:
		tl.task(at, e)
	case trace.FutureCreated, trace.FutureDone, trace.CallbackAdded, trace.CallbackRemoved, trace.RunBreak:
		tl.future(at, e)
	case trace.ObjectCreated, trace.ObjectOp:
		tl.object(at, e)
	case trace.AwaitReady:
		tl.lines.stayed(e.Line, at)
	case trace.Print, trace.Stderr:
		tl.outputs = append(tl.outputs, at)
		kind := MarkPrint
		if e.Kind == trace.Stderr {
			kind = MarkStderr
		}
		tl.mark(e.Task, mark{n: at, kind: kind})
	case trace.RunBegin:
		tl.tip.exact = true
	case trace.LoopShutdown:
		tl.tip.shutdown = at
		tl.shutdowns = append(tl.shutdowns, at)
	case trace.CommandDone:
		tl.tip.command = at
		tl.commands = append(tl.commands, at)
		tl.commanded(at, e)
	case trace.RunResult, trace.RunExit, trace.RunRefused:
		tl.tip.result = at
		tl.ends = append(tl.ends, at)
	}
	tl.snap(at)
}

// handle gives a handle by its number, nil if there is none.
func (tl *Timeline) handle(id int32) *handle {
	if id <= 0 || int(id) >= len(tl.handles) {
		return nil
	}
	return &tl.handles[id]
}

func (tl *Timeline) scheduled(n int32, e trace.Event) {
	if int(e.ID) != len(tl.handles) {
		return // numbers go up by one: this is no event of a run
	}
	h := handle{made: n, ready: n}
	if e.What == trace.Timer {
		h.ready = 0
	}
	tl.handles = append(tl.handles, h)
	if e.What == trace.Timer {
		tl.tip.timers.push(e.T, e.ID)
		tl.timed(e)
		return
	}
	tl.tip.ready.push(e.ID)
	tl.stands(n, 1)
	if l := tl.Lane(e.Task); e.What == trace.Step && l != nil && l.Ended == 0 {
		l.step = n
		if l.phase() == Waiting {
			tl.begins(l, n, Ready, n)
		}
	}
}

// timed notes whose timer it is.
func (tl *Timeline) timed(e trace.Event) {
	if e.Fut > 0 {
		tl.futures.make(e.Fut).timer = e.ID
	}
	if l := tl.Lane(tl.tip.running); l != nil {
		l.timer = e.ID
	}
}

func (tl *Timeline) began(n int32, e trace.Event) {
	h := tl.handle(e.ID)
	if h == nil || h.begin != 0 || h.gone != 0 || tl.tip.handle != 0 {
		return
	}
	if len(tl.turns) == 0 || int32(e.Turn()) > tl.turns[len(tl.turns)-1].n {
		tl.turns = append(tl.turns, turn{first: int32(len(tl.columns)), n: int32(e.Turn())})
		tl.tip.timers.due(tl, e.T, n)
	}
	h.begin = n
	if h.ready != 0 {
		tl.stands(n, -1)
	}
	tl.tip.ready.begin(tl, e.ID, n)
	tl.columns = append(tl.columns, column{handle: e.ID, turn: int32(len(tl.turns) - 1)})
	tl.tip.handle, tl.tip.what, tl.tip.fn = e.ID, e.What, e.Name
	tl.tip.command, tl.tip.shutdown = 0, 0
	l := tl.Lane(e.Task)
	switch {
	case e.What == trace.Step && l != nil && l.Ended == 0:
		tl.begins(l, n, Running, 0)
		tl.tip.running = e.Task
		l.timer = 0
		tl.deliverCertain(l, n)
	case e.What == trace.Done && !ours[tl.view.String(e.Name)]:
		tl.mark(e.Fut.Task(), mark{n: n, kind: MarkCallback})
	}
}

// ours are the names that asyncio's own done callbacks go by in a trace.
var ours = map[string]bool{
	"gather": true, "wait": true, "run": true, "TaskGroup": true, "as_completed": true, "shield.inner": true,
	"shield.outer": true, "release_waiter": true, "executor": true,
}

func (tl *Timeline) ended(n int32, e trace.Event) {
	if h := tl.handle(e.ID); h == nil || tl.tip.handle != e.ID {
		return
	}
	tl.handles[e.ID].end = n
	tl.tip.handle, tl.tip.running = 0, 0
	tl.tip.stack = tl.tip.stack[:0]
}

// begins starts a span and ends the one before it.
func (tl *Timeline) begins(l *Lane, n int32, p Phase, cause int32) {
	l.spans = append(l.spans, span{n: n, col: int32(len(tl.columns) - 1), t: tl.tip.t, cause: cause, phase: p})
}

func (tl *Timeline) task(n int32, e trace.Event) {
	switch e.Kind {
	case trace.TaskCancel:
		tl.requests = append(tl.requests, n)
		tl.tales.events = append(tl.tales.events, n)
	case trace.TaskUncancel:
		tl.tales.events = append(tl.tales.events, n)
	case trace.TaskThrow:
		if l := tl.Lane(e.Task); l != nil && tl.isCancelled(e) {
			l.thrown = true
			tl.tales.events = append(tl.tales.events, n)
		}
	}
	if e.Kind == trace.TaskCreated {
		tl.created(n, e)
		return
	}
	l := tl.Lane(e.Task)
	if l == nil || l.Ended != 0 && e.Kind != trace.TaskMark && e.Kind != trace.TaskEagerEnd {
		return
	}
	switch e.Kind {
	case trace.TaskNamed:
		tl.rename(l, n, e.Name)
	case trace.TaskWaiting:
		tl.waiting(l, n, e)
	case trace.TaskDone:
		tl.done(l, n, e)
	case trace.TaskCancel:
		tl.asked(l, n, e)
	case trace.TaskUncancel:
		tl.uncancelled(l, n, e)
	case trace.TaskThrow:
		tl.thrown(l, n, e)
	case trace.TaskEagerEnd:
		tl.eagerEnd(n, e)
	case trace.TaskMark:
		tl.mark(e.Task, mark{n: n, kind: MarkNotify})
	case trace.ShieldOn:
		l.shield = n
		tl.mark(e.Task, mark{n: n, kind: MarkShield})
	case trace.ShieldOuter:
		l.walls = append(l.walls, wall{n: n, waiter: trace.Future(e.ID)})
		tl.mark(e.Task, mark{n: n, kind: MarkShieldStops})
	}
}

func (tl *Timeline) created(n int32, e trace.Event) {
	if int(e.Task) != len(tl.lanes) {
		return
	}
	l := &Lane{
		Task: e.Task, Name: tl.view.String(e.Name), Fn: tl.view.String(e.Fn()), Creator: e.By(),
		Born: int(n), Line: e.Line, Eager: e.Flags&trace.Eager != 0, tl: tl,
	}
	l.Label = tl.labels.unique(wish(l.Name, l.Fn), "task")
	tl.lanes = append(tl.lanes, l)
	if creator := tl.Lane(e.By()); creator != nil && creator != l {
		l.Depth, l.parent = creator.Depth+1, creator
		if creator.last == nil {
			creator.first = l
		} else {
			creator.last.next = l
		}
		creator.last = l
	} else {
		l.Creator = 0
		tl.roots = append(tl.roots, l)
	}
	if !l.Eager {
		tl.begins(l, n, Ready, n)
		return
	}
	tl.begins(l, n, Running, 0)
	tl.eager = append(tl.eager, eager{task: e.Task, begin: n})
	tl.tip.stack = append(tl.tip.stack, tl.tip.running)
	tl.tip.running = e.Task
}

func (tl *Timeline) eagerEnd(n int32, e trace.Event) {
	for i := len(tl.eager) - 1; i >= 0; i-- {
		if tl.eager[i].task == e.Task {
			tl.eager[i].end = n
			break
		}
	}
	if k := len(tl.tip.stack); k > 0 {
		tl.tip.running = tl.tip.stack[k-1]
		tl.tip.stack = tl.tip.stack[:k-1]
	}
}

func (tl *Timeline) waiting(l *Lane, n int32, e trace.Event) {
	tl.lines.switched(e.Stack(), e.Line, n)
	tl.absorbed(l, n)
	if e.Fut == 0 || l.step > l.spans[len(l.spans)-1].n {
		tl.begins(l, n, Ready, l.step)
		return
	}
	tl.begins(l, n, Waiting, l.timer)
	tl.stays(l, n, e.Fut)
}

func (tl *Timeline) done(l *Lane, n int32, e trace.Event) {
	if name := trace.Name(e.ID); name != 0 && tl.view.String(name) != l.Name {
		tl.rename(l, n, name)
	}
	l.Ended, l.Outcome, l.Result = int(n), e.What, tl.view.String(e.Name)
	if e.What == trace.Cancelled || len(l.cancels) > 0 || l.thrown {
		tl.tales.events = append(tl.tales.events, n)
	}
	tl.settleCancels(l, n)
	tl.mark(e.Task, mark{n: n, kind: MarkEnd})
}

func (tl *Timeline) future(n int32, e trace.Event) {
	switch e.Kind {
	case trace.RunBreak:
		tl.mark(e.Fut.Task(), mark{n: n, kind: MarkBreak})
		return
	case trace.CallbackAdded, trace.CallbackRemoved:
		if tl.tip.handle == 0 && e.Kind == trace.CallbackAdded && tl.view.String(e.Name) == "run" {
			tl.runs = append(tl.runs, count{n, e.Line})
		}
		tl.callback(n, e)
		return
	}
	if e.Fut <= 0 {
		return
	}
	f := tl.futures.make(e.Fut)
	if e.Kind == trace.FutureCreated && f.made == 0 {
		f.made = n
		f.object, _ = tl.view.Payload(e).(trace.Object)
	}
	if e.Kind == trace.FutureDone && f.done == 0 {
		f.done = n
		if e.What == trace.Cancelled {
			tl.tales.events = append(tl.tales.events, n)
		}
		tl.handedOver(n, e.Fut, e.What)
		inner := tl.shielded(e.Fut)
		if l := tl.Lane(inner); l != nil && l.Ended == 0 && e.What == trace.Cancelled && tl.walled(int(f.made)) == 0 {
			tl.mark(inner, mark{n: n, kind: MarkShieldStops})
		}
	}
}

// shielded gives the task inside a future that asyncio.shield made, 0 if it is
// another.
func (tl *Timeline) shielded(f trace.Future) trace.Task {
	if tl.kind(f) != "shield" {
		return 0
	}
	if inner := tl.Children(f); len(inner) > 0 {
		return inner[0].Task()
	}
	return 0
}

// callback notes the done callbacks of tasks.
func (tl *Timeline) callback(n int32, e trace.Event) {
	l := tl.Lane(e.Fut.Task())
	if l == nil {
		return
	}
	if e.Kind == trace.CallbackAdded {
		l.callbacks = append(l.callbacks, callback{added: n})
		if outer := tl.view.At(max(1, int(n)-1)); tl.view.String(e.Name) == "shield.inner" && outer.Kind == trace.FutureCreated {
			tl.mark(l.Task, mark{n: n, kind: MarkShield, aux: int32(outer.Fut)})
		}
		return
	}
	for i := range l.callbacks {
		c := &l.callbacks[i]
		if c.gone == 0 && tl.view.At(int(c.added)).Name == e.Name {
			c.gone = n
		}
	}
}

func (tl *Timeline) mark(t trace.Task, m mark) {
	if l := tl.Lane(t); l != nil {
		l.marks = append(l.marks, m)
	}
}
