package timeline

import (
	"strconv"

	"loopscope/sched/trace"
)

// next says what the loop does next, and why.
func (t *teller) next() {
	if t.s.Ended || t.s.Handle >= 0 || t.tl.Column(t.n) < 0 {
		return
	}
	stopped, over := t.stopped()
	switch {
	case over || t.old() || t.tl.cut(t.tl.Column(t.n)):
	case len(t.s.queue) > 0:
		t.nextReady(t.s.queue)
	case stopped:
	case len(t.s.heap) > 0:
		t.rests(t.s.heap)
	default:
		if waiting := t.phase(Waiting); len(waiting) > 0 {
			t.say("Nothing is ready and no timer is set: nothing can wake ", waiting, ".")
		}
	}
}

// old tells whether what would come next was scheduled before the end of an
// earlier run: whether its loop was closed since, the events do not tell.
func (t *teller) old() bool {
	i := lastBy(len(t.tl.ends), t.n, func(i int) int32 { return t.tl.ends[i] })
	if i == 0 {
		return false
	}
	for _, ids := range [2][]int32{t.s.queue, t.s.heap} {
		if len(ids) > 0 && t.tl.handles[ids[0]].made < t.tl.ends[i-1] {
			return true
		}
	}
	return false
}

// stopped tells whether the newest turn has stopped the loop, and whether the
// run is over since.
func (t *teller) stopped() (stopped, over bool) {
	col := t.tl.Column(t.n)
	if i := lastBy(len(t.tl.ends), t.n, func(i int) int32 { return t.tl.ends[i] }); i > 0 && t.tl.ends[i-1] > t.tl.begin(col) {
		return true, true
	}
	return t.tl.Stopping(t.n), false
}

// Stopping tells whether the loop stops at the end of the turn that is the
// newest at position n: the callback of asyncio.run, or of run_until_complete,
// ran in it.
func (tl *Timeline) Stopping(n int) bool {
	turn := tl.TurnAt(n)
	if turn < 0 {
		return false
	}
	for col := tl.Column(n); col >= int(tl.turns[turn].first); col-- {
		if run := tl.Handle(col); run.What == trace.Done && run.Fn == "run" {
			return true
		}
	}
	return false
}

// nextReady says what of the ready queue runs next, and what then. Only the
// first few are looked at: the queue may be long.
func (t *teller) nextReady(queue []int32) {
	ready := make([]Queued, 0, 3)
	for _, id := range queue[:min(3, len(queue))] {
		ready = append(ready, t.tl.queued(id, t.n))
	}
	var rest []any
	switch len(queue) {
	case 1:
		rest = []any{"; nothing else is ready."}
	case 2:
		rest = []any{", then ", t.queued(ready[1]), "."}
	case 3:
		rest = []any{", then ", t.queued(ready[1]), " and ", t.queued(ready[2]), "."}
	default:
		rest = []any{", then ", t.queued(ready[1]), " and ", strconv.Itoa(len(queue) - 2), " more."}
	}
	switch first := ready[0]; {
	case first.What == trace.Step && t.subject == first.Task:
		t.say("It runs next", rest)
	case first.What == trace.Step:
		t.say(first.Task, " runs next", rest)
	default:
		t.say("Next: ", t.coming(first), rest)
	}
}

// queued names a handle that is ready.
func (t *teller) queued(q Queued) []any {
	switch {
	case q.What == trace.Step:
		return []any{q.Task}
	case q.What == trace.Timer || q.What == trace.CallSoon && q.Fn == "timeout":
		return t.clock(t.s.timer(int32(q.ID)))
	case q.What == trace.CallSoon:
		return []any{known(q.Fn) + " (call_soon)"}
	case q.Fn == "run":
		return []any{"the loop's callback"}
	case ours[q.Fn]:
		return []any{known(q.Fn) + "'s callback"}
	}
	return []any{"the done callback " + known(q.Fn) + " of ", t.future(q.Of)}
}

// coming says what a handle that is ready will do.
func (t *teller) coming(q Queued) []any {
	switch {
	case q.What == trace.Timer || q.What == trace.CallSoon && q.Fn == "timeout":
		return t.ends(t.s.timer(int32(q.ID)))
	case q.What != trace.Done || !ours[q.Fn]:
		return t.queued(q)
	case q.Fn == "shield.outer":
		return []any{"the shield is taken away"}
	case q.Fn == "run" && q.Of.Task() == 0:
		return []any{"the loop is told that what was left has ended"}
	case q.Fn == "run":
		return []any{"the loop is told that ", t.how(q.Of)}
	}
	return []any{known(q.Fn) + " is told that ", t.how(q.Of)}
}

// rests says until when the loop rests, and what ends its rest.
func (t *teller) rests(heap []int32) {
	first := t.s.timer(heap[0])
	if first.When <= t.s.T {
		t.say("Nothing is ready, but a timer is due: ", t.ends(first), ".")
		return
	}
	same := 0
	for same+1 < len(heap) && t.tl.whenAt(heap[same+1], t.n) == first.When {
		same++
	}
	more := "."
	switch {
	case same == 1:
		more = ", and one more timer is due."
	case same > 1:
		more = ", and " + strconv.Itoa(same) + " more timers are due."
	}
	t.say("Nothing is ready. The loop rests until ", moment(first.When), ", when ", t.ends(first), more)
}

// clock names a timer.
func (t *teller) clock(one Timer) []any {
	switch {
	case one.Fn == ".cancel":
		return []any{"a timer that cancels"}
	case one.Fn == "executor":
		return []any{"a thread"}
	case one.Task == 0:
	case one.Fn == "sleep":
		return []any{one.Task, "'s sleep"}
	case one.Fn == "timeout":
		return []any{"the timeout in ", one.Task}
	case one.Fn == "release_waiter":
		return []any{"the timeout of ", one.Task, "'s wait"}
	case one.Fn == "as_completed":
		return []any{"the timeout of as_completed in ", one.Task}
	}
	return []any{"the timer ", known(one.Fn)}
}

// ends says what a timer will do.
func (t *teller) ends(one Timer) []any {
	switch one.Fn {
	case ".cancel":
		return []any{"a timer asks for a cancel"}
	case "sleep", "timeout", "release_waiter", "as_completed", "executor":
		return append(t.clock(one), " ends")
	}
	return append(t.clock(one), " runs")
}
