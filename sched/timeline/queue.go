package timeline

import (
	"cmp"
	"slices"

	"loopscope/sched/trace"
)

// queue is the ready queue at the tip: numbers of handles in order. Cancelled
// ones stay in it until they are passed over.
type queue struct {
	ids  []int32
	head int
}

func (q *queue) push(id int32) { q.ids = append(q.ids, id) }

// begin takes a handle out. What stood before it is cancelled, or was dropped
// when the loop that it belonged to was closed.
func (q *queue) begin(tl *Timeline, id, n int32) {
	i := slices.Index(q.ids[q.head:], id)
	if i < 0 {
		return
	}
	skipped := true
	for _, before := range q.ids[q.head : q.head+i] {
		h := &tl.handles[before]
		if h.gone == 0 && h.made < tl.tip.result {
			h.gone = n
			tl.stands(n, -1)
		}
		skipped = skipped && h.gone != 0
	}
	if !skipped { // no sequence of a run: keep what is left in order
		q.ids = slices.Delete(q.ids, q.head+i, q.head+i+1)
		return
	}
	q.head += i + 1
	if q.head > 64 && q.head > len(q.ids)/2 {
		q.ids = q.ids[:copy(q.ids, q.ids[q.head:])]
		q.head = 0
	}
}

// toFront moves a handle before all others; false: it is not there.
func (q *queue) toFront(id int32) bool {
	i := slices.Index(q.ids[q.head:], id)
	if i < 0 {
		return false
	}
	for i += q.head; i > q.head; i-- {
		q.ids[i] = q.ids[i-1]
	}
	q.ids[q.head] = id
	return true
}

// timers is the timer heap at the tip: the first to fire stands first.
type timers struct {
	heap []timer
	dead int // cancelled ones among them
}

type timer struct {
	when trace.Time
	id   int32
}

func (a timer) before(b timer) bool {
	return a.when < b.when || a.when == b.when && a.id < b.id
}

func (ts *timers) push(when trace.Time, id int32) {
	ts.heap = append(ts.heap, timer{when, id})
	for i := len(ts.heap) - 1; i > 0; {
		up := (i - 1) / 2
		if !ts.heap[i].before(ts.heap[up]) {
			break
		}
		ts.heap[i], ts.heap[up] = ts.heap[up], ts.heap[i]
		i = up
	}
}

func (ts *timers) pop() timer {
	first := ts.heap[0]
	last := len(ts.heap) - 1
	ts.heap[0] = ts.heap[last]
	ts.heap = ts.heap[:last]
	ts.sink(0)
	return first
}

// remove takes a timer out.
func (ts *timers) remove(id int32) {
	i := slices.IndexFunc(ts.heap, func(t timer) bool { return t.id == id })
	if i < 0 {
		return
	}
	ts.heap = slices.Delete(ts.heap, i, i+1)
	for i := len(ts.heap)/2 - 1; i >= 0; i-- {
		ts.sink(i)
	}
}

func (ts *timers) sink(i int) {
	for {
		least := i
		for _, child := range [2]int{2*i + 1, 2*i + 2} {
			if child < len(ts.heap) && ts.heap[child].before(ts.heap[least]) {
				least = child
			}
		}
		if least == i {
			return
		}
		ts.heap[i], ts.heap[least] = ts.heap[least], ts.heap[i]
		i = least
	}
}

// due moves the timers that are due at time t into the ready queue, at the
// begin n of a turn.
func (ts *timers) due(tl *Timeline, t trace.Time, n int32) {
	for len(ts.heap) > 0 && ts.heap[0].when <= t {
		h := &tl.handles[ts.heap[0].id]
		id := ts.pop().id
		if h.gone != 0 {
			ts.dead--
			continue
		}
		h.ready = n
		tl.tip.ready.push(id)
		tl.stands(n, 1)
	}
}

// cancelled counts a cancelled timer and sweeps when they are many.
func (ts *timers) cancelled(tl *Timeline, h *handle) {
	if h.ready != 0 {
		return
	}
	ts.dead++
	if ts.dead <= 64 || ts.dead <= len(ts.heap)/2 {
		return
	}
	ts.heap = slices.DeleteFunc(ts.heap, func(t timer) bool { return tl.handles[t.id].gone != 0 })
	for i := len(ts.heap)/2 - 1; i >= 0; i-- {
		ts.sink(i)
	}
	ts.dead = 0
}

// A snapshot lists the handles that are to run at a position, so that the
// queues at a later one are found among them and the handles made since.
type snapshot struct {
	n     int32
	next  int32 // number of the first handle made after n
	alive []int32
}

const leastBetween = 256 // events between two snapshots, at least

// snap makes a snapshot now and then: the more handles are alive, the rarer,
// so that all snapshots together stay smaller than the events.
func (tl *Timeline) snap(n int32) {
	last := int32(0)
	if k := len(tl.alive); k > 0 {
		last = tl.alive[k-1].n
	}
	ready := tl.tip.ready.ids[tl.tip.ready.head:]
	size := len(ready) + len(tl.tip.timers.heap)
	if n-last < leastBetween || int(n-last) < 2*size {
		return
	}
	alive := make([]int32, 0, size)
	for _, id := range ready {
		if tl.handles[id].gone == 0 {
			alive = append(alive, id)
		}
	}
	for _, t := range tl.tip.timers.heap {
		if tl.handles[t.id].gone == 0 {
			alive = append(alive, t.id)
		}
	}
	tl.alive = append(tl.alive, snapshot{n: n, next: int32(len(tl.handles)), alive: alive})
}

// pending gives the handles in the ready queue at position n and the timers,
// each in order.
func (tl *Timeline) pending(n int) (ready, waiting []int32) {
	from := int32(1)
	if i := lastBy(len(tl.alive), n, func(i int) int32 { return tl.alive[i].n }); i > 0 {
		from = tl.alive[i-1].next
		for _, id := range tl.alive[i-1].alive {
			ready, waiting = tl.sort(id, n, ready, waiting)
		}
	}
	for id := from; int(id) < len(tl.handles) && by(tl.handles[id].made, n); id++ {
		ready, waiting = tl.sort(id, n, ready, waiting)
	}
	tl.order(waiting, func(id int32) rank { return rank{when: tl.whenAt(id, n), id: id} })
	tl.order(ready, func(id int32) rank {
		r := rank{ready: tl.handles[id].ready, when: tl.whenAt(id, n), id: id}
		if tl.moved.fronts != nil {
			r.front = tl.frontAt(id, n)
		}
		return r
	})
	return ready, waiting
}

// A rank is what handles are ordered by: those that were moved to the front,
// the last of them first, then as they became ready, then by their time.
type rank struct {
	front, ready int32
	when         trace.Time
	id           int32
}

func (a rank) compare(b rank) int {
	switch {
	case a.front != b.front:
		return cmp.Compare(b.front, a.front)
	case a.ready != b.ready:
		return cmp.Compare(a.ready, b.ready)
	case a.when != b.when:
		return cmp.Compare(a.when, b.when)
	}
	return cmp.Compare(a.id, b.id)
}

// order sorts handles by their ranks, each found once.
func (tl *Timeline) order(ids []int32, of func(id int32) rank) {
	ranks := tl.ranks[:0]
	for _, id := range ids {
		ranks = append(ranks, of(id))
	}
	if !slices.IsSortedFunc(ranks, rank.compare) {
		slices.SortFunc(ranks, rank.compare)
		for i := range ranks {
			ids[i] = ranks[i].id
		}
	}
	tl.ranks = ranks
}

func (tl *Timeline) sort(id int32, n int, ready, waiting []int32) (r, w []int32) {
	switch h := tl.handles[id]; {
	case !h.waits(n):
		return ready, waiting
	case by(h.ready, n):
		return append(ready, id), waiting
	}
	return ready, append(waiting, id)
}
