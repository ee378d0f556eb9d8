package ui

import (
	"testing"

	"pgregory.net/rapid"

	"loopscope/sched/trace"
)

// grow adds handles to a ruler as a run would, each a time after the one
// before and working for a time.
func (r *ruler) grow(after, works trace.Time) {
	t, n, turn := trace.Time(0), 0, 1
	if k := len(r.marks); k > 0 {
		last := r.marks[k-1]
		t, n, turn = last.t1, last.n1, last.turn
	}
	if after > 0 {
		turn++
	}
	t += after
	r.marks = append(r.marks, handleMark{turn: turn, t0: t, t1: t + works, n0: n + 1, n1: n + 3})
	r.horizon = max(r.horizon, t+works)
	r.lay(max(len(r.marks)-1, 0))
	if !r.manual {
		r.fit()
	}
}

func newRuler(width int) *ruler {
	r := &ruler{}
	r.resize(width)
	r.fit()
	return r
}

func TestHandlesOfOneInstantStandSideBySide(t *testing.T) {
	r := newRuler(60)
	for range 3 {
		r.grow(0, 0)
	}
	r.grow(trace.Second, 0)
	for i := 1; i < 4; i++ {
		if r.begins(i) < r.ends(i-1) {
			t.Errorf("handle %d begins in column %d, inside handle %d, which ends before %d", i, r.begins(i), i-1, r.ends(i-1))
		}
	}
	if r.begins(3)-r.ends(2) < 20 {
		t.Errorf("a second of rest takes %d of 60 cells", r.begins(3)-r.ends(2))
	}
}

func TestGrowingRunOnlyAppends(t *testing.T) {
	r := newRuler(80)
	changes := 0
	for i := range 400 {
		before := append([]handleMark(nil), r.marks...)
		r.grow(trace.Time(i%3)*trace.Second/10, 0)
		for j, m := range before {
			if r.marks[j].begin != m.begin {
				changes++
				break
			}
		}
	}
	if changes > 40 {
		t.Errorf("the columns moved %d times while 400 handles came", changes)
	}
}

func TestRulerIsMonotoneAndInvertible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRuler(rapid.IntRange(1, 200).Draw(t, "width"))
		switch rapid.IntRange(0, 2).Draw(t, "turns or folded") {
		case 1:
			r.swap()
		case 2:
			r.fold()
		}
		for range rapid.IntRange(1, 120).Draw(t, "handles") {
			after := rapid.SampledFrom([]trace.Time{0, 0, 0, 1, 1000, 250_000, 3_600_000_000}).Draw(t, "after")
			works := rapid.SampledFrom([]trace.Time{0, 0, 0, 50_000}).Draw(t, "works")
			r.grow(after, works)
		}
		for range rapid.IntRange(0, 8).Draw(t, "zooms") {
			r.zoom(rapid.SampledFrom([]int{-1, 1, 1}).Draw(t, "by"), rapid.IntRange(0, r.width-1).Draw(t, "x"))
		}
		for i := range r.marks {
			if r.ends(i) <= r.begins(i) {
				t.Fatalf("handle %d has no cell: %d to %d", i, r.begins(i), r.ends(i))
			}
			if i > 0 && r.begins(i) < r.begins(i-1) {
				t.Fatalf("handle %d begins left of the one before", i)
			}
			if got := r.handleAt(r.begins(i)); r.begins(got) != r.begins(i) {
				t.Fatalf("the column of handle %d leads to handle %d, in another column", i, got)
			}
		}
		for x, last := 0, -1; x < r.width; x++ {
			n := r.position(x, 0)
			if n < last {
				t.Fatalf("column %d stands for position %d, the one left of it for %d", x, n, last)
			}
			last = n
		}
		for x, last := 0, -1<<60; x < 50; x++ {
			at := r.instant(r.horizon * trace.Time(x) / 50)
			if at < last {
				t.Fatalf("loop time goes back from column %d to %d", last, at)
			}
			last = at
		}
	})
}

func TestWholeRunFitsUntilZoomed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRuler(rapid.IntRange(10, 200).Draw(t, "width"))
		for range rapid.IntRange(1, 500).Draw(t, "handles") {
			r.grow(rapid.SampledFrom([]trace.Time{0, 0, 7, 1000, 250_000}).Draw(t, "after"), 0)
			if got := r.screen(r.end); got > r.width {
				t.Fatalf("%d handles take %d of %d cells", len(r.marks), got, r.width)
			}
		}
	})
}

func TestWindowPagesRatherThanScrolls(t *testing.T) {
	r := newRuler(60)
	for range 300 {
		r.grow(trace.Second/100, 0)
	}
	for range 6 {
		r.zoom(1, 0)
	}
	r.left = 0
	pages := 0
	for i := range r.marks {
		before := r.left
		r.show(r.begins(i))
		if x := r.begins(i); x < 0 || x >= r.width {
			t.Fatalf("the playhead is at column %d of %d", x, r.width)
		}
		if r.left != before {
			pages++
		}
	}
	if most := r.screen(r.end)/(r.width/2) + 2; pages > most {
		t.Errorf("%d cells were turned over %d times, more than %d pages", r.screen(r.end), pages, most)
	}
}

func TestZoomKeepsWhatStandsUnderThePointer(t *testing.T) {
	r := newRuler(100)
	for range 200 {
		r.grow(trace.Second/50, 0)
	}
	for range 5 {
		r.zoom(1, 50)
	}
	want := r.handleAt(50)
	r.zoom(1, 50)
	if got := r.handleAt(50); got < want-1 || got > want+1 {
		t.Errorf("handle %d stood at the pointer, after zooming in it is handle %d", want, got)
	}
}

func TestFoldedIdleTimeTakesACell(t *testing.T) {
	r := newRuler(60)
	for range 4 {
		r.grow(trace.Second, 0)
		r.grow(0, 0)
	}
	r.fold()
	for i := 1; i < len(r.marks); i++ {
		x, d, ok := r.foldAt(i)
		if idle := i%2 == 0; ok != idle || ok && (d != trace.Second || x != r.ends(i-1) || r.begins(i) != x+1) {
			t.Errorf("before handle %d, columns %d to %d: a fold of %s s at column %d, %t", i, r.begins(i), r.ends(i), d, x, ok)
		}
	}
	r.fold()
	if r.begins(2)-r.ends(1) < 5 {
		t.Errorf("unfolded, a second of rest takes %d of 60 cells", r.begins(2)-r.ends(1))
	}
}
