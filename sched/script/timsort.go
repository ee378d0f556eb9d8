package script

// A sorting is list.sort (Objects/listobject.c): its comparisons are those of
// CPython, one for one, which shows where __lt__ is the script's.
type sorting struct {
	m      *machine
	a      []sortItem
	runs   []sortRun
	gallop int // how often one side must win until it is worth to look ahead
	err    error
}

type sortItem struct{ key, v Value }

// A sortRun is a part that is in order.
type sortRun struct{ at, n, power int }

const minGallop = 7

// less compares; after an error it says no more.
func (s *sorting) less(x, y Value) bool {
	if s.err != nil {
		return false
	}
	if s.err = s.m.tick(); s.err != nil {
		return false
	}
	yes, err := s.m.less(x, y)
	s.err = err
	return yes && err == nil
}

// sort mirrors the main loop of list_sort_impl.
func (s *sorting) sort() error {
	s.gallop = minGallop
	n := len(s.a)
	least := minRun(n)
	for at := 0; at < n && s.err == nil; {
		size := s.countRun(at, n-at)
		if size < least {
			forced := min(n-at, least)
			s.insert(at, forced, size)
			size = forced
		}
		s.push(at, size)
		at += size
	}
	for len(s.runs) > 1 && s.err == nil {
		i := len(s.runs) - 2
		if i > 0 && s.runs[i-1].n < s.runs[i+1].n {
			i--
		}
		s.merge(i)
	}
	return s.err
}

func minRun(n int) int {
	r := 0
	for n >= 64 {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

func (s *sorting) reverse(at, n int) {
	for i, j := at, at+n-1; i < j; i, j = i+1, j-1 {
		s.a[i], s.a[j] = s.a[j], s.a[i]
	}
}

// countRun mirrors count_run: how many from a place on are in order, or were
// in strictly descending order, which it reverses.
func (s *sorting) countRun(at, left int) int {
	a := s.a[at:]
	smaller := func(n int) bool { return s.less(a[n].key, a[n-1].key) }
	n := 1
	for n < left && !smaller(n) {
		n++
	}
	if n == left || s.err != nil {
		return n
	}
	if n > 1 {
		if s.less(a[0].key, a[n-1].key) {
			return n
		}
		s.reverse(at, n)
	}
	n++
	equal := 0
	for ; n < left; n++ {
		if smaller(n) {
			if equal > 0 {
				s.reverse(at+n-equal-1, equal+1)
				equal = 0
			}
			continue
		}
		if s.less(a[n-1].key, a[n].key) || s.err != nil {
			break
		}
		equal++
	}
	if equal > 0 {
		s.reverse(at+n-equal-1, equal+1)
	}
	s.reverse(at, n)
	for n < left && !smaller(n) {
		n++
	}
	return n
}

// insert mirrors binarysort: n items, of which the first are in order.
func (s *sorting) insert(at, n, sorted int) {
	a := s.a[at : at+n]
	for i := sorted; i < n && s.err == nil; i++ {
		pivot := a[i]
		low, high := 0, i
		for low < high {
			mid := (low + high) >> 1
			if s.less(pivot.key, a[mid].key) {
				high = mid
			} else {
				low = mid + 1
			}
		}
		copy(a[low+1:i+1], a[low:i])
		a[low] = pivot
	}
}

// push mirrors found_new_run: it merges what is due before the next run.
func (s *sorting) push(at, n int) {
	if len(s.runs) > 0 {
		last := s.runs[len(s.runs)-1]
		power := powerOf(last.at, last.n, n, len(s.a))
		for len(s.runs) > 1 && s.runs[len(s.runs)-2].power > power && s.err == nil {
			s.merge(len(s.runs) - 2)
		}
		s.runs[len(s.runs)-1].power = power
	}
	s.runs = append(s.runs, sortRun{at: at, n: n})
}

func powerOf(at, n1, n2, n int) int {
	power := 0
	a := 2*at + n1
	b := a + n1 + n2
	for {
		power++
		if a >= n {
			a, b = a-n, b-n
		} else if b >= n {
			return power
		}
		a, b = a<<1, b<<1
	}
}

// merge mirrors merge_at: runs i and i+1 become one.
func (s *sorting) merge(i int) {
	x, y := s.runs[i], s.runs[i+1]
	s.runs[i].n = x.n + y.n
	s.runs = append(s.runs[:i+1], s.runs[i+2:]...)
	first, second := s.a[x.at:x.at+x.n], s.a[y.at:y.at+y.n]
	k := s.right(second[0].key, first, 0)
	if first = first[k:]; len(first) == 0 || s.err != nil {
		return
	}
	n := s.left(first[len(first)-1].key, second, len(second)-1)
	if second = second[:n]; n == 0 || s.err != nil {
		return
	}
	at := x.at + k
	dest := s.a[at : at+len(first)+n]
	if len(first) <= n {
		s.mergeLow(dest, append([]sortItem(nil), first...), second)
	} else {
		s.mergeHigh(dest, first, append([]sortItem(nil), second...))
	}
}

// left mirrors gallop_left: where key belongs, before its equals.
func (s *sorting) left(key Value, a []sortItem, hint int) int {
	last, ofs := 0, 1
	if s.less(a[hint].key, key) {
		most := len(a) - hint
		for ofs < most && s.less(a[hint+ofs].key, key) {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = last+hint, min(ofs, most)+hint
	} else {
		most := hint + 1
		for ofs < most && !s.less(a[hint-ofs].key, key) && s.err == nil {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = hint-min(ofs, most), hint-last
	}
	for last++; last < ofs; {
		mid := last + (ofs-last)>>1
		if s.less(a[mid].key, key) {
			last = mid + 1
		} else {
			ofs = mid
		}
	}
	return ofs
}

// right mirrors gallop_right: where key belongs, after its equals.
func (s *sorting) right(key Value, a []sortItem, hint int) int {
	last, ofs := 0, 1
	if s.less(key, a[hint].key) {
		most := hint + 1
		for ofs < most && s.less(key, a[hint-ofs].key) {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = hint-min(ofs, most), hint-last
	} else {
		most := len(a) - hint
		for ofs < most && !s.less(key, a[hint+ofs].key) && s.err == nil {
			last, ofs = ofs, ofs<<1+1
		}
		last, ofs = last+hint, min(ofs, most)+hint
	}
	for last++; last < ofs; {
		mid := last + (ofs-last)>>1
		if s.less(key, a[mid].key) {
			ofs = mid
		} else {
			last = mid + 1
		}
	}
	return ofs
}

// mergeLow mirrors merge_lo: a is a copy, b stands at the end of dest.
func (s *sorting) mergeLow(dest, a, b []sortItem) {
	takeA := func(n int) { dest, a = dest[copy(dest, a[:n]):], a[n:] }
	takeB := func(n int) { dest, b = dest[copy(dest, b[:n]):], b[n:] }
	defer func() {
		// What is left of a is bigger than all of b if b is not through.
		takeB(len(b))
		takeA(len(a))
	}()
	takeB(1)
	if len(b) == 0 || len(a) == 1 {
		return
	}
	gallop := s.gallop
	for s.err == nil {
		aWins, bWins := 0, 0
		for aWins < gallop && bWins < gallop {
			if s.less(b[0].key, a[0].key) {
				takeB(1)
				if aWins, bWins = 0, bWins+1; len(b) == 0 {
					return
				}
			} else {
				if s.err != nil {
					return
				}
				takeA(1)
				if aWins, bWins = aWins+1, 0; len(a) == 1 {
					return
				}
			}
		}
		gallop++
		for more := true; more && s.err == nil; more = aWins >= minGallop || bWins >= minGallop {
			gallop -= btoi(gallop > 1)
			s.gallop = gallop
			if aWins = s.right(b[0].key, a, 0); aWins > 0 {
				if takeA(aWins); len(a) <= 1 {
					return
				}
			}
			if takeB(1); len(b) == 0 {
				return
			}
			if bWins = s.left(a[0].key, b, 0); bWins > 0 {
				if takeB(bWins); len(b) == 0 {
					return
				}
			}
			if takeA(1); len(a) == 1 {
				return
			}
		}
		gallop++
		s.gallop = gallop
	}
}

func btoi(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// mergeHigh mirrors merge_hi: b is a copy, a stands at the start of dest.
func (s *sorting) mergeHigh(dest, a, b []sortItem) {
	take := func(from *[]sortItem, n int) {
		src := *from
		copy(dest[len(dest)-n:], src[len(src)-n:])
		dest, *from = dest[:len(dest)-n], src[:len(src)-n]
	}
	defer func() {
		take(&a, len(a))
		take(&b, len(b))
	}()
	take(&a, 1)
	if len(a) == 0 || len(b) == 1 {
		return
	}
	gallop := s.gallop
	for s.err == nil {
		aWins, bWins := 0, 0
		for aWins < gallop && bWins < gallop {
			if s.less(b[len(b)-1].key, a[len(a)-1].key) {
				take(&a, 1)
				if aWins, bWins = aWins+1, 0; len(a) == 0 {
					return
				}
			} else {
				if s.err != nil {
					return
				}
				take(&b, 1)
				if aWins, bWins = 0, bWins+1; len(b) == 1 {
					return
				}
			}
		}
		gallop++
		for more := true; more && s.err == nil; more = aWins >= minGallop || bWins >= minGallop {
			gallop -= btoi(gallop > 1)
			s.gallop = gallop
			if aWins = len(a) - s.right(b[len(b)-1].key, a, len(a)-1); aWins > 0 {
				if take(&a, aWins); len(a) == 0 {
					return
				}
			}
			if take(&b, 1); len(b) == 1 {
				return
			}
			if bWins = len(b) - s.left(a[len(a)-1].key, b, len(b)-1); bWins > 0 {
				if take(&b, bWins); len(b) <= 1 {
					return
				}
			}
			if take(&a, 1); len(a) == 0 {
				return
			}
		}
		gallop++
		s.gallop = gallop
	}
}
