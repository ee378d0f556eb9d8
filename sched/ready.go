package sched

// handleQueue is a queue of handles in a ring.
type handleQueue struct {
	ring []*Handle // its length is 0 or a power of two
	head int       // index of the first
	n    int
}

func (q *handleQueue) push(h *Handle) {
	if q.n == len(q.ring) {
		q.grow()
	}
	q.ring[(q.head+q.n)&(len(q.ring)-1)] = h
	q.n++
}

// pop takes the first handle; there must be one.
func (q *handleQueue) pop() *Handle {
	h := q.ring[q.head]
	q.ring[q.head] = nil
	q.head = (q.head + 1) & (len(q.ring) - 1)
	q.n--
	return h
}

// at gives the handle at place i, from 0 to n-1.
func (q *handleQueue) at(i int) *Handle { return q.ring[(q.head+i)&(len(q.ring)-1)] }

func (q *handleQueue) grow() {
	ring := make([]*Handle, max(16, 2*len(q.ring)))
	for i := range q.n {
		ring[i] = q.at(i)
	}
	q.ring, q.head = ring, 0
}

// index gives the place of a handle that is not cancelled, by its number; -1:
// it is not there.
func (q *handleQueue) index(num int) int {
	for i := range q.n {
		if h := q.at(i); int(h.num) == num && !h.cancelled {
			return i
		}
	}
	return -1
}

// moveToFront moves the handle at place i before all others.
func (q *handleQueue) moveToFront(i int) {
	mask := len(q.ring) - 1
	h := q.at(i)
	for ; i > 0; i-- {
		q.ring[(q.head+i)&mask] = q.at(i - 1)
	}
	q.ring[q.head] = h
}
