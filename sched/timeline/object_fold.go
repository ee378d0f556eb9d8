package timeline

import (
	"strings"

	"loopscope/sched/trace"
)

// object folds what is told of an object.
func (tl *Timeline) object(n int32, e trace.Event) {
	if e.Kind == trace.ObjectCreated {
		tl.objectCreated(n, e)
		return
	}
	o := tl.Object(trace.Object(e.ID))
	if o == nil {
		return
	}
	before := o.sizes[len(o.sizes)-1].size
	o.resize(n, int32(e.Size()))
	op := tl.view.String(e.Name)
	switch o.Kind {
	case "Queue":
		o.count(op, before, int32(e.Size()))
	case "Lock", "Condition":
		o.locked(op, n, e.Task)
	case "Semaphore":
		o.permit(op, n, e.Task)
	case "Barrier":
		o.inside(op, n, e.Task)
	}
	o.ops = append(o.ops, objectOp{n: n, unfinished: o.unfinished})
}

func (tl *Timeline) objectCreated(n int32, e trace.Event) {
	if int(e.ID) != len(tl.objects)+1 {
		return // numbers go up by one: this is no event of a run
	}
	o := &Object{
		ID: trace.Object(e.ID), Kind: tl.view.String(e.Name), Name: tl.view.String(e.ObjectName()),
		Creator: e.Task, Line: e.Line, Born: int(n), Limit: e.Limit(), Lock: tl.Object(e.LockOf()), tl: tl,
	}
	o.Class, _, _ = strings.Cut(o.Name, " ")
	if o.Class == "" {
		o.Class = o.Kind
	}
	o.Label = tl.objectLabels.unique(o.Name, "object")
	tl.objects = append(tl.objects, o)
	size := int32(0)
	if o.Kind == "Semaphore" {
		size = int32(e.Limit())
	}
	o.resize(n, size)
}

// resize notes a size if it is another.
func (o *Object) resize(n, size int32) {
	peak := size
	if k := len(o.sizes); k > 0 {
		if o.sizes[k-1].size == size {
			return
		}
		peak = max(peak, o.sizes[k-1].peak)
	}
	o.sizes = append(o.sizes, sizeStep{n: n, col: int32(len(o.tl.columns) - 1), t: o.tl.tip.t, size: size, peak: peak})
}

// count keeps what join waits for: a shutdown that drops the items reports
// each of them.
func (o *Object) count(op string, before, size int32) {
	switch op {
	case "put":
		o.unfinished++
	case "task_done":
		o.unfinished--
	case "shutdown":
		o.unfinished -= before - size
	}
	o.unfinished = max(o.unfinished, 0)
}

func (o *Object) locked(op string, n int32, t trace.Task) {
	if op != "acquire" && op != "release" {
		return
	}
	for holder := range o.open { // one at most
		o.hold(holder, n, -1)
	}
	if op == "acquire" {
		o.hold(t, n, 1)
	}
}

// permit takes a release for one of the task's own permits; a task that has
// none gives back nobody's.
func (o *Object) permit(op string, n int32, t trace.Task) {
	switch op {
	case "acquire":
		o.hold(t, n, 1)
	case "release":
		o.hold(t, n, -1)
	}
}

func (o *Object) inside(op string, n int32, t trace.Task) {
	switch op {
	case "wait":
		o.hold(t, n, 1)
	case "pass", "leave":
		o.hold(t, n, -1)
	}
}

// hold changes how much a task holds.
func (o *Object) hold(t trace.Task, n, by int32) {
	now := hold{task: t, from: n, since: n, count: by}
	if i, ok := o.open[t]; ok {
		o.holds[i].to = n
		delete(o.open, t)
		now.since, now.count = o.holds[i].since, o.holds[i].count+by
	}
	if now.count > 0 {
		if o.open == nil {
			o.open = map[trace.Task]int32{}
		}
		o.open[t] = int32(len(o.holds))
		o.holds = append(o.holds, now)
	}
	first := from(o.holdLows, int(n))
	was := first
	for int(first) < len(o.holds) && o.holds[first].to != 0 {
		first++
	}
	if first != was {
		o.holdLows = append(o.holdLows, low{n: n, first: first})
	}
}

// stays notes that a task, whose newest span waits, stands in a line.
func (tl *Timeline) stays(l *Lane, n int32, f trace.Future) {
	o := tl.Of(f)
	if o == nil {
		return
	}
	ln := &o.lines[o.lineOf(tl.kind(f))]
	ln.stays = append(ln.stays, stay{task: l.Task, span: int32(len(l.spans) - 1)})
	first := from(ln.lows, int(n))
	was := first
	for {
		st := ln.stays[first]
		if over := tl.lanes[st.task].over(st); over == 0 {
			break
		}
		first++
	}
	if first != was {
		ln.lows = append(ln.lows, low{n: n, first: first})
	}
}

// lineOf gives the line in which one waits by a future of that kind.
func (o *Object) lineOf(kind string) LineKind {
	_, method, _ := strings.Cut(kind, ".")
	switch {
	case method == "put":
		return LinePut
	case method == "acquire":
		return LineAcquire
	case o.Kind == "Queue" && (method == "wait" || method == "join"):
		return LineJoin
	case o.Kind == "Queue":
		return LineGet
	}
	return LineWait
}

// handedOver notes that a semaphore has given a permit to the first who waits:
// it is taken before that task runs.
func (tl *Timeline) handedOver(n int32, f trace.Future, how trace.What) {
	o := tl.Of(f)
	if o == nil || o.Kind != "Semaphore" || how != trace.Returned {
		return
	}
	if size := o.sizes[len(o.sizes)-1].size; size > 0 {
		o.resize(n, size-1)
	}
}
