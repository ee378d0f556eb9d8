package sched

import "loopscope/sched/trace"

// This file is what the shield command does. A shielded task is not wrapped:
// nothing of the schedule changes until a cancel comes to it through somebody
// who waits for it. Then that waiter's callback moves from the task to a new
// outer future, which takes the task's place with the waiter and is cancelled,
// and the task goes on. What somebody sends to the task itself is no business
// of the shield.

// cancelRequest is a cancel that is passed on by a waiter.
type cancelRequest struct {
	msg    any
	parent trace.Future // the future whose cancel is passed on; 0: none
	waiter trace.Future // who waits: a gather or a task; of a TaskGroup its parent
}

// cancelThrough cancels a future for a waiter, whose callback on it has the
// key given. It gives the future that the waiter waits for now: the future
// itself, or the outer one of a shielded task.
func (f *Future) cancelThrough(key any, r cancelRequest) (now *Future, accepted bool) {
	if f.task == nil || !f.task.shielded || f.Done() {
		return f, f.cancel(r.msg, r.parent)
	}
	outer := f.task.wall(r.waiter, func(cb callback) bool { return cb.calls(key) })
	return outer, outer.cancel(r.msg, r.parent)
}

// cancelWaiter passes a cancel on to what the task waits for.
func (t *Task) cancelWaiter(msg any) bool {
	if !t.loop.deeper() {
		return false
	}
	defer func() { t.loop.cancelDepth-- }()
	f := t.waiter
	if f.task == nil || !f.task.shielded || f.Done() {
		return f.cancel(msg, t.id)
	}
	return t.wallOff(msg, t.id)
}

// wallOff gives the task an outer future in place of the shielded task that it
// waits for, and cancels that; parent is as of cancel.
func (t *Task) wallOff(msg any, parent trace.Future) bool {
	t.waiter = t.waiter.task.wall(t.id, func(cb callback) bool { return cb.wake == t })
	return t.waiter.cancel(msg, parent)
}

// A forwarder is the key of the callbacks of a waiter that holds its children
// in a list and passes a cancel of its own on to them: a gather or a TaskGroup.
type forwarder interface {
	// replace puts another future in all places of a child.
	replace(child, now *Future)
	// waits gives the future that the waiter settles, of a TaskGroup its parent.
	waits() trace.Future
}

// cancelChild cancels the child at place i of a gather. A shielded one gives
// its place, all its places, to its outer future.
func (g *gathering) cancelChild(i int, msg any) bool {
	child := g.children[i]
	now, accepted := child.cancelThrough(g, cancelRequest{msg, g.outer.id, g.outer.id})
	g.replace(child, now)
	return accepted
}

func (g *gathering) waits() trace.Future { return g.outer.id }

func (g *gathering) replace(child, now *Future) {
	for i, c := range g.children {
		if c == child {
			g.children[i] = now
		}
	}
}

// wall makes an outer future of a shielded task and moves to it the callbacks
// that belong to a waiter.
func (t *Task) wall(waiter trace.Future, belongs func(callback) bool) *Future {
	l := t.loop
	outer := l.NewFuture("shield")
	l.emit(trace.Event{Kind: trace.ShieldOuter, Task: t.num, Fut: outer.id, ID: int32(waiter)})
	t.keepCallbacks(func(cb callback) bool {
		if !belongs(cb) {
			return true
		}
		if cb.wake == nil {
			t.callbackEvent(trace.CallbackRemoved, cb)
		}
		outer.add(cb)
		return false
	})
	return outer
}

// cancelShield cancels the shield of a task: every waiter through which a
// cancel could come gets an outer future. Without one it is a future that
// nobody waits for.
func (t *Task) cancelShield(msg any) {
	cb, ok := t.firstWaiter()
	if !ok {
		t.wall(0, func(callback) bool { return false }).Cancel(msg)
	}
	for ; ok; cb, ok = t.firstWaiter() {
		if cb.wake != nil {
			cb.wake.wallOff(msg, 0)
		} else {
			w := cb.call.Owner.(forwarder)
			now, _ := t.cancelThrough(w, cancelRequest{msg: msg, waiter: w.waits()})
			w.replace(&t.Future, now)
		}
	}
}

// firstWaiter gives the first callback of a waiter that would pass a cancel on
// to the task: a task that awaits it, or a forwarder.
func (t *Task) firstWaiter() (callback, bool) {
	for cb := range t.callbacks() {
		if cb.wake != nil {
			return cb, true
		}
		if _, ok := cb.call.Owner.(forwarder); ok {
			return cb, true
		}
	}
	return callback{}, false
}
