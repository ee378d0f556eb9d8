package timeline

import "loopscope/sched/trace"

// An Amount is how long something lasted: in loop time, and in handles of the
// loop that began meanwhile, since on a virtual clock most steps take no time
// at all.
type Amount struct {
	T       trace.Time
	Handles int
}

func (a *Amount) add(b Amount) {
	a.T += b.T
	a.Handles += b.Handles
}

// A WaitSum is what came together of waits of one sort.
type WaitSum struct {
	Count int // waits begun
	Amount
}

// Numbers are what one task did up to a position. Its Running, Ready and
// Waiting amounts add up to its life so far.
type Numbers struct {
	Steps    int    // begun; an eager first step is one too
	Switches int    // steps that ended with the task not done: another one's turn
	Running  Amount // in handles: its own steps, without an eager first one
	Ready    Amount // the waiting time of operating-system courses: in the ready queue
	Waiting  Amount // for timers, tasks and other things
	Waits    [WaitIO + 1]WaitSum

	Longest     trace.Time // the longest step
	LongestStep int        // index of the span of that step, the first of several; -1: no step yet

	Response   Amount // from its creation to its first step: in handles, those between
	Responded  bool   // its first step has begun
	Turnaround Amount // from its creation to its end
	Over       bool   // it has ended
}

// LoopNumbers are what the loop did up to a position.
type LoopNumbers struct {
	Turns        int // that ran something
	Handles      int // begun
	Busy         trace.Time
	Idle         trace.Time // nothing was ready, and the loop waited for a timer
	LongestReady int        // most handles that ever stood ready at once
	LongestAt    int        // event at which they first did; 0: never
}

// tallied is the number of spans or columns that one tally is for.
const tallied = 64

// A tally is what the spans before a place come to.
type tally struct {
	steps, switches int32
	running         Amount
	ready           Amount
	waits           [WaitIO + 1]WaitSum
	longest         trace.Time
	longestStep     int32 // 0: none; else its index and 1
}

// add counts span i, which ends at a point; closed if it has ended.
func (t *tally) add(l *Lane, i int, to Point) {
	s := l.spans[i]
	took := Amount{T: max(0, to.T-s.t), Handles: max(0, to.Col-int(s.col))}
	switch s.phase {
	case Running:
		t.steps++
		took.Handles = 0
		if i > 0 || !l.Eager {
			took.Handles = 1
		}
		if i+1 < len(l.spans) && int(l.spans[i+1].n) <= to.N {
			t.switches++
		}
		t.running.add(took)
		if t.longestStep == 0 || took.T > t.longest {
			t.longest, t.longestStep = took.T, int32(i)+1
		}
	case Ready:
		if i+1 < len(l.spans) && int(l.spans[i+1].n) <= to.N {
			took.Handles = max(0, took.Handles-1) // its own step
		}
		t.ready.add(took)
	case Waiting:
		w := &t.waits[l.tl.wait(l.stop(i).Fut)]
		w.Count++
		w.add(took)
	}
}

// tallyBefore gives the tally of the spans before span i, which have ended.
func (l *Lane) tallyBefore(i int) tally {
	for k := len(l.tallies); k <= i/tallied; k++ {
		var t tally
		if k > 0 {
			t = l.tallies[k-1]
			l.sum(&t, (k-1)*tallied, k*tallied)
		}
		l.tallies = append(l.tallies, t)
	}
	t := l.tallies[i/tallied]
	l.sum(&t, i/tallied*tallied, i)
	return t
}

// sum adds spans that have ended.
func (l *Lane) sum(t *tally, from, to int) {
	for i := from; i < to; i++ {
		next := l.spans[i+1]
		t.add(l, i, Point{N: int(next.n), T: next.t, Col: int(next.col)})
	}
}

// Numbers gives what the task did up to position n; zero before it was
// created.
func (l *Lane) Numbers(n int) Numbers {
	i := l.SpanAt(n)
	if i < 0 {
		return Numbers{LongestStep: -1}
	}
	to := l.tl.point(n)
	over := l.Ended != 0 && l.Ended <= n
	if over {
		to = l.tl.point(l.Ended)
	}
	t := l.tallyBefore(i)
	t.add(l, i, to)
	out := Numbers{
		Steps: int(t.steps), Switches: int(t.switches), Running: t.running, Ready: t.ready, Waits: t.waits,
		Longest: t.longest, LongestStep: int(t.longestStep) - 1, Over: over,
	}
	for _, w := range t.waits {
		out.Waiting.add(w.Amount)
	}
	out.Turnaround = l.since(to)
	switch {
	case l.spans[0].phase == Running: // it is eager
		out.Responded = true
	case i == 0:
		out.Response = out.Turnaround
	default:
		first := l.spans[1]
		out.Responded, out.Response = true, l.since(Point{T: first.t, Col: int(first.col)})
		out.Response.Handles = max(0, out.Response.Handles-1) // its own step
	}
	return out
}

// since gives how long the task was there at a point.
func (l *Lane) since(to Point) Amount {
	s := l.spans[0]
	return Amount{T: max(0, to.T-s.t), Handles: max(0, to.Col-int(s.col))}
}

// Numbers gives what a task did up to the State's position.
func (s *State) Numbers(t trace.Task) Numbers {
	if l := s.tl.Lane(t); l != nil {
		return l.Numbers(s.N)
	}
	return Numbers{LongestStep: -1}
}

// A work is what the columns before a place come to.
type work struct{ busy, idle trace.Time }

// A peak is the event at which more handles stood ready than ever before.
type peak struct{ n, ready int32 }

// stands counts the handles that stand ready at the tip.
func (tl *Timeline) stands(n int32, more int) {
	tl.tip.standing += more
	if k := len(tl.peaks); k == 0 && tl.tip.standing > 0 || k > 0 && tl.tip.standing > int(tl.peaks[k-1].ready) {
		tl.peaks = append(tl.peaks, peak{n: n, ready: int32(tl.tip.standing)})
	}
}

// Numbers gives what the loop did up to position n.
func (tl *Timeline) Numbers(n int) LoopNumbers {
	col := tl.Column(n)
	out := LoopNumbers{Turns: tl.TurnAt(n) + 1, Handles: col + 1}
	if i := lastBy(len(tl.peaks), n, func(i int) int32 { return tl.peaks[i].n }); i > 0 {
		out.LongestReady, out.LongestAt = int(tl.peaks[i-1].ready), int(tl.peaks[i-1].n)
	}
	if col < 0 {
		return out
	}
	now := tl.TimeAt(n)
	w := tl.workBefore(col)
	from, to := tl.Idle(col)
	w.idle += max(0, to-from)
	end := now
	if h := tl.handles[tl.columns[col].handle]; by(h.end, n) {
		end = tl.view.At(int(h.end)).T
		w.idle += max(0, now-end)
	}
	out.Busy, out.Idle = w.busy+max(0, end-to), w.idle
	return out
}

// workBefore gives the work of the columns before column i, which have ended.
func (tl *Timeline) workBefore(i int) work {
	for k := len(tl.works); k <= i/tallied; k++ {
		var w work
		if k > 0 {
			w = tl.works[k-1]
			tl.sumWork(&w, (k-1)*tallied, k*tallied)
		}
		tl.works = append(tl.works, w)
	}
	w := tl.works[i/tallied]
	tl.sumWork(&w, i/tallied*tallied, i)
	return w
}

func (tl *Timeline) sumWork(w *work, from, to int) {
	for i := from; i < to; i++ {
		idleFrom, began := tl.Idle(i)
		w.idle += max(0, began-idleFrom)
		if end := tl.handles[tl.columns[i].handle].end; end != 0 {
			w.busy += max(0, tl.view.At(int(end)).T-began)
		}
	}
}

// An IdleStretch is loop time in which nothing ran.
type IdleStretch struct {
	Col      int // the column behind it; Handles() if nothing has run since
	From, To trace.Time
}

// IdleStretches appends the stretches of at least so long that lie before
// columns from on, in order. What the loop waits for at the end of the events
// is none yet.
func (tl *Timeline) IdleStretches(dst []IdleStretch, from int, least trace.Time) []IdleStretch {
	for i := max(0, from); i < len(tl.columns); i++ {
		if a, b := tl.Idle(i); b > a && b-a >= least {
			dst = append(dst, IdleStretch{Col: i, From: a, To: b})
		}
	}
	return dst
}
