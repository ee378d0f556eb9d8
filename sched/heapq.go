package sched

import "fmt"

// heapq is a heap whose least item is taken. It makes the comparisons that
// CPython's makes, in Modules/_heapqmodule.c: they may be the program's own
// code, and may fail.
type heapq struct {
	fifo
	less func(a, b any) (bool, error)
}

// Put mirrors heappush.
func (st *heapq) Put(item any) error {
	st.all = append(st.all, item)
	return st.rise(0, len(st.all)-1)
}

// Get mirrors heappop.
func (st *heapq) Get() (any, error) {
	n := len(st.all) - 1
	last := st.all[n]
	st.all[n] = nil
	st.all = st.all[:n]
	if n == 0 {
		return last, nil
	}
	least := st.all[0]
	st.all[0] = last
	return least, st.sink(0)
}

// rise moves the item at a place up, at most to start, by swaps: none is lost
// to an error. It mirrors siftdown.
func (st *heapq) rise(start, at int) error {
	for at > start {
		parent := (at - 1) / 2
		less, err := st.less(st.all[at], st.all[parent])
		if err != nil || !less {
			return err
		}
		st.all[at], st.all[parent] = st.all[parent], st.all[at]
		at = parent
	}
	return nil
}

// sink moves the item at a place down to a leaf, then up to where it belongs.
// It mirrors siftup.
func (st *heapq) sink(at int) error {
	start, n := at, len(st.all)
	for at < n/2 {
		child := 2*at + 1
		if child+1 < n {
			less, err := st.less(st.all[child], st.all[child+1])
			if err != nil {
				return err
			}
			if !less {
				child++
			}
		}
		st.all[at], st.all[child] = st.all[child], st.all[at]
		at = child
	}
	return st.rise(start, at)
}

// less compares the items of a PriorityQueue: by Host.Less; without
// it, ints, floats and strings by their order.
func (l *Loop) less(a, b any) (bool, error) {
	if l.host.Less != nil {
		return l.host.Less(a, b)
	}
	switch a := a.(type) {
	case int:
		if b, ok := b.(int); ok {
			return a < b, nil
		}
	case float64:
		if b, ok := b.(float64); ok {
			return a < b, nil
		}
	case string:
		if b, ok := b.(string); ok {
			return a < b, nil
		}
	}
	return false, l.newError(ErrType, fmt.Sprintf("'<' not supported between instances of '%T' and '%T'", a, b))
}
