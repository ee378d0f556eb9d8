package sched

import "slices"

// waiters are the futures of those who wait for one thing, first come first
// served: the deques of asyncio/locks.py and asyncio/queues.py.
type waiters []*Future

func (ws *waiters) add(f *Future) { *ws = append(*ws, f) }

// remove reports whether the future was among them.
func (ws *waiters) remove(f *Future) bool {
	switch i := slices.Index(*ws, f); i {
	case -1:
		return false
	case 0: // by far the most
		ws.pop()
	default:
		*ws = slices.Delete(*ws, i, i+1)
	}
	return true
}

// pop takes the first; there must be one.
func (ws *waiters) pop() *Future {
	first := (*ws)[0]
	(*ws)[0] = nil
	*ws = (*ws)[1:]
	return first
}

// waiting reports whether there is one that was not cancelled.
func (ws waiters) waiting() bool {
	return slices.ContainsFunc(ws, func(f *Future) bool { return !f.Cancelled() })
}

// await waits in the line of an object for a future that is new, and leaves
// the line.
func (ws *waiters) await(s Suspend, f *Future, o *object) error {
	ws.add(f)
	o.op("wait")
	_, err := f.Await(s)
	ws.remove(f)
	if err != nil {
		o.op("leave")
	}
	return err
}

// wake settles up to n futures that are not done, with v, and gives their
// number.
func (ws waiters) wake(n int, v any) int {
	woken := 0
	for _, f := range ws {
		if woken >= n {
			break
		}
		if !f.Done() {
			f.setResult(v)
			woken++
		}
	}
	return woken
}
