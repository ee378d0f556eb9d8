package trace

import "slices"

// command checks a command that was obeyed, and does what it does to the queues
// without an event of its own.
func (c *Checker) command(e Event) string {
	do, _ := c.view.Payload(e).(Command)
	switch do.Op {
	case OpFire, OpDelay:
		return c.moveTimer(do)
	case OpFront:
		return c.moveToFront(do)
	}
	switch {
	case !c.known(e.Task):
		return "a command is about a task that exists"
	case (do.Op == OpRaise || do.Op == OpFinish) && c.tasks[e.Task].done:
		return "a task that is done has no further step"
	}
	return ""
}

// moveTimer fires or delays a timer.
func (c *Checker) moveTimer(do Command) string {
	id, h := c.named(do)
	i := slices.Index(c.timers, id)
	switch {
	case h == nil || i < 0:
		return "a timer that is fired or delayed has not fired and is not cancelled"
	case do.Op == OpDelay && do.When < c.t:
		return "a timer is delayed to a moment that is still to come"
	case do.Op == OpDelay:
		h.made.T = do.When
		return ""
	}
	c.timers = slices.Delete(c.timers, i, i+1)
	c.ready = append(c.ready, id)
	h.readyAt, h.loose = c.n, true
	return ""
}

// moveToFront moves a handle that is ready before all others. If one of this
// turn is still to run, it runs in this turn too: which ones are there is not
// known for sure, as nothing is told of a task without a number.
func (c *Checker) moveToFront(do Command) string {
	id, h := c.named(do)
	i := slices.Index(c.ready, id)
	if h == nil || i < 0 {
		return "a handle that is moved to the front is ready and not cancelled"
	}
	c.ready = slices.Insert(slices.Delete(c.ready, i, i+1), 0, id)
	h.moved = true
	for _, other := range c.ready[1:] {
		if o := c.pending(other); o != nil && !o.obsolete && !o.loose && c.turn > 0 && o.readyAt <= c.begun {
			h.readyAt = min(h.readyAt, c.begun)
		}
	}
	return ""
}

// named gives the handle that a command names, nil if it is not pending.
func (c *Checker) named(do Command) (int32, *checkedHandle) {
	if do.Handle <= 0 || do.Handle >= len(c.handles) {
		return 0, nil
	}
	return int32(do.Handle), c.pending(int32(do.Handle))
}
