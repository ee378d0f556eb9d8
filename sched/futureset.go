package sched

import "iter"

// A futureSet is a set of futures in order of insertion: where CPython has a
// set, whose order depends on addresses, TRACE.md has this order.
type futureSet struct {
	order []*Future // nil: a place that became free
	at    map[*Future]int
}

func (fs *futureSet) len() int { return len(fs.at) }

// add reports whether the future was not in the set yet.
func (fs *futureSet) add(f *Future) bool {
	if _, ok := fs.at[f]; ok {
		return false
	}
	if fs.at == nil {
		fs.at = map[*Future]int{}
	}
	fs.at[f] = len(fs.order)
	fs.order = append(fs.order, f)
	return true
}

// discard reports whether the future was in the set.
func (fs *futureSet) discard(f *Future) bool {
	i, ok := fs.at[f]
	if !ok {
		return false
	}
	delete(fs.at, f)
	fs.order[i] = nil
	if len(fs.order) > 2*len(fs.at)+16 {
		fs.compact()
	}
	return true
}

func (fs *futureSet) compact() {
	kept := fs.order[:0]
	for _, f := range fs.order {
		if f != nil {
			fs.at[f] = len(kept)
			kept = append(kept, f)
		}
	}
	clear(fs.order[len(kept):])
	fs.order = kept
}

// replace gives the place of a future to another.
func (fs *futureSet) replace(f, now *Future) {
	if i, ok := fs.at[f]; ok && f != now {
		delete(fs.at, f)
		fs.at[now], fs.order[i] = i, now
	}
}

func (fs *futureSet) clear() { *fs = futureSet{} }

// all gives the futures in order; the one at hand may be replaced meanwhile.
func (fs *futureSet) all() iter.Seq[*Future] {
	return func(yield func(*Future) bool) {
		for _, f := range fs.order {
			if f != nil && !yield(f) {
				return
			}
		}
	}
}
