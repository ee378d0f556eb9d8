package export

import (
	"sort"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// An axis lays a run out from left to right. Each handle has a width of its
// own, so that the steps of one instant stand side by side in their order; the
// rest of the room is shared out by loop time.
type axis struct {
	tl    *timeline.Timeline
	begin []float64 // of each handle
	end   []float64
	width float64
	last  trace.Time // loop time at the right edge
}

// newAxis lays out a run on a width, with step for each handle where there is
// room for that; all handles together take half of the width at most. A run
// that takes no loop time has only handles: they may be four times as wide.
func newAxis(tl *timeline.Timeline, width, step float64) *axis {
	n := tl.Handles()
	a := &axis{tl: tl, begin: make([]float64, n), end: make([]float64, n), width: width, last: tl.TimeAt(tl.View().Len())}
	room := width
	if n > 0 {
		share := width / 2
		if a.last == 0 {
			share, step = width, 4*step
		}
		step = min(step, share/float64(n))
		room = width - step*float64(n)
	}
	perTime := 0.0
	if a.last > 0 {
		perTime = room / float64(a.last)
	}
	x, t := 0.0, trace.Time(0)
	for i := range n {
		h := tl.Handle(i)
		x += float64(h.Begin.T-t) * perTime
		a.begin[i], t = x, h.Begin.T
		x += step
		if h.End.N != 0 {
			x += float64(h.End.T-t) * perTime
			t = h.End.T
		}
		a.end[i] = x
	}
	if a.last == 0 && n > 0 {
		a.width = x
	}
	return a
}

// at gives the place of a point: inside its handle by time, behind it by time
// up to the next one.
func (a *axis) at(p timeline.Point) float64 {
	if p.Col < 0 || len(a.begin) == 0 {
		return 0
	}
	h := a.tl.Handle(p.Col)
	if h.End.N == 0 || p.N < h.End.N {
		return stretch{h.Begin.T, max(h.End.T, h.Begin.T), a.begin[p.Col], a.end[p.Col]}.at(p.T)
	}
	next, nextT := a.width, a.last
	if p.Col+1 < len(a.begin) {
		next, nextT = a.begin[p.Col+1], a.tl.Handle(p.Col+1).Begin.T
	}
	return stretch{h.End.T, nextT, a.end[p.Col], next}.at(p.T)
}

// left gives the place of a point at which something ended: the end of a step
// is that of its handle.
func (a *axis) left(p timeline.Point, phase timeline.Phase) float64 {
	if phase != timeline.Running || p.Col < 0 || len(a.begin) == 0 {
		return a.at(p)
	}
	h := a.tl.Handle(p.Col)
	if p.T == h.End.T || h.End.N == 0 {
		return a.end[p.Col]
	}
	return a.at(p)
}

// span gives the edges of span i of a lane.
func (a *axis) span(l *timeline.Lane, i int) (from, to float64) {
	s := l.Span(i)
	from = a.at(s.From)
	if i > 0 {
		from = a.left(s.From, l.Span(i-1).Phase)
	}
	if s.To.N == 0 {
		return from, a.width
	}
	return from, a.left(s.To, s.Phase)
}

// time gives the place of a loop time: where it begins.
func (a *axis) time(t trace.Time) float64 {
	i := sort.Search(len(a.begin), func(i int) bool { return a.tl.Handle(i).Begin.T >= t })
	x, before := 0.0, trace.Time(0)
	if i > 0 {
		h := a.tl.Handle(i - 1)
		if h.End.N != 0 && t < h.End.T {
			return stretch{h.Begin.T, h.End.T, a.begin[i-1], a.end[i-1]}.at(t)
		}
		x, before = a.end[i-1], max(h.End.T, h.Begin.T)
	}
	if i == len(a.begin) {
		return stretch{before, a.last, x, a.width}.at(t)
	}
	return stretch{before, a.tl.Handle(i).Begin.T, x, a.begin[i]}.at(t)
}

// A stretch of the axis is time that is laid out evenly.
type stretch struct {
	t0, t1 trace.Time
	x0, x1 float64
}

// at gives the place of t, one of the ends if t is not in the stretch.
func (s stretch) at(t trace.Time) float64 {
	switch {
	case t <= s.t0:
		return s.x0
	case t >= s.t1:
		return s.x1
	}
	return s.x0 + (s.x1-s.x0)*float64(t-s.t0)/float64(s.t1-s.t0)
}

// ticks gives round loop times at most so many.
func (a *axis) ticks(most int) []trace.Time {
	if a.last <= 0 {
		return []trace.Time{0}
	}
	step := trace.Time(1)
	for _, factor := 0, []trace.Time{2, 5, 10}; a.last/step >= trace.Time(most); {
		base := step
		for _, f := range factor {
			if step = base * f; a.last/step < trace.Time(most) {
				break
			}
		}
	}
	var ticks []trace.Time
	for t := trace.Time(0); t <= a.last; t += step {
		ticks = append(ticks, t)
	}
	return ticks
}
