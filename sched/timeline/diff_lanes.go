package timeline

import "loopscope/sched/trace"

// A likeness is what two spans must have in common to be alike, but for what
// they wait for.
type likeness struct {
	phase    Phase
	line     int32
	from, to trace.Time // to is -1 of what lasts, or ends when one of the runs has not come further
}

// like gives the likeness of a span; what is from a time on is not known.
func (l *Lane) like(i int, until trace.Time) likeness {
	s := l.Span(i)
	out := likeness{phase: s.Phase, line: s.Line, from: s.From.T, to: s.To.T}
	if s.To.N == 0 || s.To.T >= until {
		out.to = -1
	}
	return out
}

// sameWait tells whether two waiting spans wait for the same.
func (d *Difference) sameWait(a *Lane, i int, b *Lane, j int) bool {
	if a.spans[i].phase != Waiting {
		return true
	}
	f, g := a.stop(i).Fut, b.stop(j).Fut
	if f.Task() != 0 || g.Task() != 0 {
		return d.InB(f.Task()) == g.Task()
	}
	return d.A.kind(f) == d.B.kind(g)
}

// lane finds what two lanes do otherwise behind the fork. One of them may be
// nil: then all of the other is.
func (d *Difference) lane(a, b *Lane) laneDiff {
	var out laneDiff
	switch {
	case a == nil:
		out.onlyB = behind(b, 0)
	case b == nil:
		out.onlyA = behind(a, 0)
	default:
		d.spans(&out, a, b)
	}
	return out
}

func behind(l *Lane, from int) []int {
	var all []int
	for i := from; i < len(l.spans); i++ {
		all = append(all, i)
	}
	return all
}

// spans pairs the spans that are alike, in order: both lanes are walked at
// once, and where they part the next span that both have is looked up.
func (d *Difference) spans(out *laneDiff, a, b *Lane) {
	until := min(d.reachA, d.reachB)
	i, j := max(0, a.SpanAt(d.Fork)), max(0, b.SpanAt(d.Fork))
	var ahead map[likeness][]int // spans of b that are not passed, made when they are needed
	pa, pb := -1, -1             // where the stretch in which they differ begins
	flush := func() {
		if pa >= 0 || pb >= 0 {
			out.parts = append(out.parts, part{a: pa, b: pb})
			pa, pb = -1, -1
		}
	}
	for i < len(a.spans) {
		like := a.like(i, until)
		if j < len(b.spans) && like == b.like(j, until) && d.sameWait(a, i, b, j) {
			flush()
			i, j = i+1, j+1
			continue
		}
		if ahead == nil {
			ahead = map[likeness][]int{}
			for k := j; k < len(b.spans); k++ {
				of := b.like(k, until)
				ahead[of] = append(ahead[of], k)
			}
		}
		next := ahead[like]
		for len(next) > 0 && (next[0] < j || !d.sameWait(a, i, b, next[0])) {
			next = next[1:]
		}
		ahead[like] = next
		if len(next) == 0 {
			d.onlyIn(&out.onlyA, &pa, a, i, d.reachB)
			i++
			continue
		}
		for ; j < next[0]; j++ {
			d.onlyIn(&out.onlyB, &pb, b, j, d.reachA)
		}
	}
	for ; j < len(b.spans); j++ {
		d.onlyIn(&out.onlyB, &pb, b, j, d.reachA)
	}
	flush()
}

// onlyIn notes a span that the other run has not alike, unless that has not
// come so far.
func (d *Difference) onlyIn(only *[]int, first *int, l *Lane, i int, reach trace.Time) {
	if l.spans[i].t >= reach {
		return
	}
	*only = append(*only, i)
	if *first < 0 {
		*first = i
	}
}

// A written is what two lines of output have in common.
type written struct {
	text   string
	pair   int32
	stderr bool
}

// output pairs the lines that were written: first those at the same time, then
// the others in order.
func (d *Difference) output() {
	as, bs := d.A.written(d.Fork, d.ofA), d.B.written(d.Fork, d.ofB)
	type timed struct {
		written
		t trace.Time
	}
	left := func(skip []bool, first int) map[written][]int {
		all := map[written][]int{}
		for i, w := range bs {
			if !skip[i] {
				all[w] = append(all[w], first+i)
			}
		}
		return all
	}
	fa, fb := d.A.OutputAt(d.Fork), d.B.OutputAt(d.Fork)
	exact := map[timed][]int{}
	for j, w := range bs {
		k := timed{w, d.B.Output(fb + j).T}
		exact[k] = append(exact[k], j)
	}
	doneA, doneB := make([]bool, len(as)), make([]bool, len(bs))
	for i, w := range as {
		k := timed{w, d.A.Output(fa + i).T}
		if same := exact[k]; len(same) > 0 {
			exact[k] = same[1:]
			doneA[i], doneB[same[0]] = true, true
		}
	}
	rest := left(doneB, fb)
	for i, w := range as {
		if doneA[i] {
			continue
		}
		if same := rest[w]; len(same) > 0 {
			rest[w] = same[1:]
			doneB[same[0]-fb] = true
			d.outputs.Moved = append(d.outputs.Moved, [2]int{fa + i, same[0]})
		} else if d.A.Output(fa+i).T < d.reachB {
			d.outputs.OnlyA = append(d.outputs.OnlyA, fa+i)
		}
	}
	for j := range bs {
		if !doneB[j] && d.B.Output(fb+j).T < d.reachA {
			d.outputs.OnlyB = append(d.outputs.OnlyB, fb+j)
		}
	}
}

// written gives the lines written behind position n; of says which pair a task
// is in.
func (tl *Timeline) written(n int, of []int32) []written {
	var all []written
	for i := tl.OutputAt(n); i < len(tl.outputs); i++ {
		o := tl.Output(i)
		w := written{text: o.Text, pair: -1, stderr: o.Stderr}
		if o.Task > 0 && int(o.Task) < len(of) {
			w.pair = of[o.Task]
		}
		all = append(all, w)
	}
	return all
}
