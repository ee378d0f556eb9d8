package timeline

import (
	"slices"

	"loopscope/sched/trace"
)

// moved is what commands did to handles without an event of its own. Few runs
// have any of it.
type moved struct {
	by     map[int32]int32     // handle: the command that fired it, or made its step throw
	delays map[int32][]delay   // timer: in order
	fronts map[int32][]toFront // handle that is ready: in order
}

// with gives the handle that a command fired, or whose step it made throw; 0 if
// it did neither.
func (m *moved) with(command int32) int32 {
	for id, by := range m.by {
		if by == command {
			return id
		}
	}
	return 0
}

// A delay is a new moment of a timer, from event n on.
type delay struct {
	n    int32
	when trace.Time
}

// toFront is a move before all other handles that are ready.
type toFront struct {
	n    int32
	turn int32 // index of the turn that it joined; -1: none
}

// commanded folds what a command did to the queues.
func (tl *Timeline) commanded(n int32, e trace.Event) {
	c, _ := tl.view.Payload(e).(trace.Command)
	id := int32(c.Handle)
	h := tl.handle(id)
	if int(id) != c.Handle || h != nil && !h.waits(int(n)) {
		return
	}
	switch {
	case c.Op == trace.OpRaise:
		tl.raised(n, c.Task)
	case h == nil:
	case c.Op == trace.OpFire && h.ready == 0:
		tl.tip.timers.remove(id)
		tl.tip.ready.push(id)
		h.ready = n
		tl.movedBy(id, n)
	case c.Op == trace.OpDelay && h.ready == 0:
		tl.tip.timers.remove(id)
		tl.tip.timers.push(c.When, id)
		if tl.moved.delays == nil {
			tl.moved.delays = map[int32][]delay{}
		}
		tl.moved.delays[id] = append(tl.moved.delays[id], delay{n, c.When})
	case c.Op == trace.OpFront && h.ready != 0:
		tl.toFront(n, id)
	}
}

func (tl *Timeline) movedBy(id, n int32) {
	if tl.moved.by == nil {
		tl.moved.by = map[int32]int32{}
	}
	tl.moved.by[id] = n
}

// raised notes that the step of a task that is ready throws: what was asked of
// the task before is answered by nothing any more. The step of one that waits is
// scheduled behind the command.
func (tl *Timeline) raised(n int32, task trace.Task) {
	l := tl.Lane(task)
	if l == nil || l.Ended != 0 {
		return
	}
	for i := range l.cancels {
		if c := &l.cancels[i]; c.delivered == 0 && c.over == 0 {
			c.over = n
		}
	}
	if l.phase() == Ready && l.step != 0 {
		tl.movedBy(tl.view.At(int(l.step)).ID, n)
	}
}

func (tl *Timeline) toFront(n, id int32) {
	if !tl.tip.ready.toFront(id) {
		return
	}
	f := toFront{n: n, turn: -1}
	if k := len(tl.turns) - 1; k >= 0 && tl.leftIn(k, id) {
		f.turn = int32(k)
	}
	if tl.moved.fronts == nil {
		tl.moved.fronts = map[int32][]toFront{}
	}
	tl.moved.fronts[id] = append(tl.moved.fronts[id], f)
}

// leftIn tells whether a handle of a turn other than id is still to run at the
// newest position.
func (tl *Timeline) leftIn(turn int, id int32) bool {
	n := tl.view.Len()
	for _, other := range tl.tip.ready.ids[tl.tip.ready.head:] {
		if h := tl.handles[other]; other != id && h.gone == 0 && tl.inTurn(other, turn, n) {
			return true
		}
	}
	return false
}

// inTurn tells whether a handle that is ready at position n belongs to a turn:
// it was ready as that began, or has been moved to the front in it.
func (tl *Timeline) inTurn(id int32, turn, n int) bool {
	if turn < 0 {
		return false
	}
	if tl.handles[id].ready <= tl.begin(int(tl.turns[turn].first)) {
		return true
	}
	return slices.ContainsFunc(tl.moved.fronts[id], func(f toFront) bool { return int(f.turn) == turn && by(f.n, n) })
}

// frontAt gives the event that moved a handle to the front last by position n,
// 0 if none did.
func (tl *Timeline) frontAt(id int32, n int) int32 {
	all := tl.moved.fronts[id]
	if i := lastBy(len(all), n, func(i int) int32 { return all[i].n }); i > 0 {
		return all[i-1].n
	}
	return 0
}

// whenAt gives the moment of a timer as it is known at position n: that at which
// it was fired, or to which it was delayed.
func (tl *Timeline) whenAt(id int32, n int) trace.Time {
	if tl.moved.by == nil && tl.moved.delays == nil {
		return tl.event(id).T
	}
	if fired := tl.moved.by[id]; by(fired, n) && tl.event(id).What == trace.Timer {
		return tl.TimeAt(int(fired))
	}
	all := tl.moved.delays[id]
	if i := lastBy(len(all), n, func(i int) int32 { return all[i].n }); i > 0 {
		return all[i-1].when
	}
	return tl.event(id).T
}

// wokenByCommand tells whether event n is a wake by a command that raised
// something in a task or finished what it waited for. Of a cancel there is an
// edge of its own.
func (tl *Timeline) wokenByCommand(n int) bool {
	m := tl.doer(n)
	if m == 0 || tl.view.At(m).Kind != trace.CommandDone {
		return false
	}
	c, _ := tl.view.Payload(tl.view.At(m)).(trace.Command)
	return c.Op == trace.OpRaise || c.Op == trace.OpFinish
}

// byHand tells whether a timer has another moment at position n than the one for
// which it was set, and whether it was fired.
func (tl *Timeline) byHand(id int32, n int) (moved, fired bool) {
	fired = by(tl.moved.by[id], n)
	return fired || len(tl.moved.delays[id]) > 0 && by(tl.moved.delays[id][0].n, n), fired
}
