package sched

import "loopscope/sched/trace"

// GatherOptions are gather's keyword arguments.
type GatherOptions struct {
	ReturnExceptions bool // exceptions are results
}

// gathering is what a gather's future knows besides: _GatheringFuture and the
// closure of gather in asyncio/tasks.py.
type gathering struct {
	num              int32   // from 1 by creation
	outer            *Future // nil while the children are registered
	children         []*Future
	count            int // different children
	finished         int
	others           map[Awaitable]*Future // the tasks of the host's own awaitables, and of coroutines if twice
	twice            bool                  // a coroutine has occurred twice
	returnExceptions bool
	cancelRequested  bool
}

// Gather gives a future of the results of aws, in their order. Coroutines
// become tasks; what occurs twice is one child. It mirrors gather in
// asyncio/tasks.py.
func (l *Loop) Gather(aws []Awaitable, opts GatherOptions) (*Future, error) {
	if len(aws) == 0 {
		outer := l.NewFuture("gather")
		return outer, outer.SetResult(l.list(nil))
	}
	l.gathers++
	g := &gathering{num: l.gathers, returnExceptions: opts.ReturnExceptions}
	g.children = make([]*Future, len(aws))
	var done []*Future
	var seen map[*Future]bool // of eager tasks, whose steps may gather the same futures meanwhile
	if l.Eager {
		seen = map[*Future]bool{}
	}
	callback := l.callback(Callback{Name: "gather", Key: g, Fn: g.childDone})
	for i := range aws {
		f, err := g.child(l, aws, i)
		if err != nil {
			return nil, err
		}
		g.children[i] = f
		if f.gathered == g.num || seen[f] {
			continue // it occurred before
		}
		if f.gathered = g.num; seen != nil {
			seen[f] = true
		}
		g.count++
		if f.Done() {
			done = append(done, f)
		} else {
			f.add(callback)
		}
	}
	g.outer, g.others = l.newGatherFuture(g), nil
	for _, f := range done {
		if err := g.childDone(f); err != nil {
			return nil, err
		}
	}
	return g.outer, nil
}

// child gives the future of the awaitable at place i.
func (g *gathering) child(l *Loop, aws []Awaitable, i int) (*Future, error) {
	aw := plain(aws[i])
	c, isCoro := aw.(*Coro)
	if isCoro && c.gathered == g.num && !g.twice {
		g.twice = true
		g.noteCoros(aws[:i])
	}
	if f := g.others[aw]; f != nil {
		return f, nil
	}
	f, err := l.EnsureFuture(aw)
	if err != nil || f == aw {
		return f, err
	}
	if isCoro {
		c.gathered = g.num
	}
	if g.twice || !isCoro {
		g.note(aw, f)
	}
	return f, nil
}

// noteCoros notes the tasks of the coroutines among the first awaitables.
func (g *gathering) noteCoros(aws []Awaitable) {
	for i, aw := range aws {
		if c, ok := aw.(*Coro); ok {
			g.note(c, g.children[i])
		}
	}
}

func (g *gathering) note(aw Awaitable, f *Future) {
	if g.others == nil {
		g.others = map[Awaitable]*Future{}
	}
	g.others[aw] = f
}

// plain gives the future that a task is, so that both are one child.
func plain(aw Awaitable) Awaitable {
	if t, ok := aw.(*Task); ok {
		return &t.Future
	}
	return aw
}

func (l *Loop) newGatherFuture(g *gathering) *Future {
	f := &Future{rare: &rare{gather: g}}
	l.initFuture(f, "gather")
	ids := make([]trace.Future, len(g.children))
	for i, child := range g.children {
		ids[i] = child.id
	}
	l.futureCreated(f, l.log.Attach(ids))
	return f
}

func (l *Loop) list(values []any) any {
	if l.host.List != nil {
		return l.host.List(values)
	}
	if values == nil {
		values = []any{}
	}
	return values
}

// childDone mirrors gather's _done_callback.
func (g *gathering) childDone(f *Future) error {
	g.finished++
	if g.outer == nil || g.outer.Done() {
		if !f.Cancelled() {
			f.unretrieved = false
		}
		return nil
	}
	if !g.returnExceptions {
		if f.Cancelled() {
			return g.outer.SetException(f.cancelledError())
		}
		f.unretrieved = false
		if f.raised {
			return g.outer.SetException(f.exc())
		}
	}
	if g.finished < g.count {
		return nil
	}
	results := make([]any, len(g.children))
	for i, child := range g.children {
		results[i] = child.asItem()
		f = child
	}
	if g.cancelRequested {
		return g.outer.SetException(f.cancelledError())
	}
	return g.outer.SetResult(f.loop.list(results))
}

// asItem gives a child's outcome as an item of the list of results.
func (f *Future) asItem() any {
	switch {
	case f.Cancelled() && f.cancelMsg() == nil:
		return f.loop.newError(ErrCancelled, "")
	case f.Cancelled():
		return f.loop.newError(ErrCancelled, f.cancelMsg())
	}
	f.unretrieved = false
	return f.value
}

// maxCancelDepth bounds how deep a cancel is passed on, from who waits to what
// it waits for. Where two wait for one another it has no end; in CPython that is
// a RecursionError.
const maxCancelDepth = 1000

// deeper goes one cancel deeper, unless that is too deep: then the run ends.
func (l *Loop) deeper() bool {
	if l.leaving != nil {
		return false
	}
	if l.cancelDepth++; l.cancelDepth > maxCancelDepth {
		l.cancelDepth--
		l.leaving = &Stop{What: trace.TooLong, Limit: "depth", Line: l.line()}
		return false
	}
	return true
}

// cancel cancels the children, not the gather. It mirrors
// _GatheringFuture.cancel in asyncio/tasks.py.
func (g *gathering) cancel(msg any) bool {
	if g.outer.Done() {
		return false
	}
	l := g.outer.loop
	if !l.deeper() {
		return false
	}
	defer func() { l.cancelDepth-- }()
	accepted := false
	for i := range g.children {
		if g.cancelChild(i, msg) {
			accepted = true
		}
	}
	if accepted {
		g.cancelRequested = true
	}
	return accepted
}
