package sched

import (
	"math"
	"strconv"

	"loopscope/sched/trace"
)

// An object is what the trace tells of a Queue, a Lock or another thing that
// tasks wait for: how many are in it, and how many wait. A nil object is one
// that asyncio has for itself, and tells nothing.
type object struct {
	loop    *Loop
	num     trace.Object
	payload int32               // num, in the Log
	size    func() int          // items, permits, 1 if it is locked or set
	lines   []*waiters          // who wait
	label   func(string) string // what its futures are called in a subclass; nil: as they are
	inner   bool                // a part of another object: tells nothing but whose its futures are
}

// An objectSort says what an object is.
type objectSort struct {
	kind  string // one of the six that TRACE.md has
	class string // in asyncio, or of the program
	limit int    // as trace.Event.Limit
	lock  trace.Object
}

// newObject tells of a new object.
func (l *Loop) newObject(is objectSort, size func() int, lines ...*waiters) *object {
	l.objects++
	if l.objectNames == nil {
		l.objectNames = map[string]int{}
	}
	l.objectNames[is.class]++
	name := is.class + " " + strconv.Itoa(l.objectNames[is.class])
	o := &object{loop: l, num: trace.Object(l.objects), size: size, lines: lines}
	o.payload = l.log.Attach(o.num)
	l.emit(trace.Event{
		Kind: trace.ObjectCreated, ID: int32(o.num), Name: l.log.Intern(is.kind),
		T: trace.ObjectLimit(min(max(0, is.limit), math.MaxInt32), is.lock), Fut: trace.Future(l.log.Text(name)), Task: l.currentNum(), Line: l.line(),
	})
	return o
}

// part gives the object for a part of it: a Barrier's Condition.
func (o *object) part() *object {
	part := *o
	part.inner = true
	return &part
}

// Relabel has the futures of a Queue, Lock, Event, Condition or Semaphore called
// what fn makes of their labels: a method that a subclass has of its own is
// named after that.
func Relabel(of interface{ trace() *object }, fn func(label string) string) { of.trace().label = fn }

func (q *Queue) trace() *object       { return q.object }
func (lk *Lock) trace() *object       { return lk.object }
func (ev *Event) trace() *object      { return ev.object }
func (c *Condition) trace() *object   { return c.object }
func (sem *Semaphore) trace() *object { return sem.object }

// op tells what was done to the object, after it was done.
func (o *object) op(name string) {
	if o == nil || o.inner {
		return
	}
	waiting := 0
	for _, line := range o.lines {
		waiting += len(*line)
	}
	l := o.loop
	op, task, line, size := l.log.Intern(name), l.currentNum(), l.line(), trace.ObjectSize(o.size(), waiting)
	e := l.log.Next()
	e.Kind, e.ID, e.Name, e.Task, e.Line, e.T = trace.ObjectOp, int32(o.num), op, task, line, size
}

// newFutureOf makes a future by which somebody waits for an object.
func (l *Loop) newFutureOf(o *object, label string) *Future {
	if o == nil {
		return l.NewFuture(label)
	}
	if o.label != nil {
		label = o.label(label)
	}
	f := &Future{}
	l.initFuture(f, label)
	l.futureCreated(f, o.payload)
	return f
}

// oneIf gives the size of what is taken or set, or not.
func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
