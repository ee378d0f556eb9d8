package script

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"

	"loopscope/sched/trace"
)

const (
	// detailWindow is how many stretches before the one asked for a detail
	// replay tells the lines of too, when it has to begin anew: who steps back
	// line by line comes to them next.
	detailWindow = 64

	// keptBytes is about how much the lines that a detail replay keeps take.
	keptBytes = 32 << 20

	// stretchSize is about what a stretch takes besides, in bytes.
	stretchSize = 128

	// dropEvery is after how many events the replay forgets those before.
	dropEvery = 1 << 14
)

// errUnlike is why lines cannot be told of a run that cannot be done again.
var errUnlike = errors.New("the program did not run the same way a second time")

// A detail is a second run of a program, which follows the first and tells its
// lines.
type detail struct {
	run    *Run
	log    *trace.Log
	given  []trace.Command // so far
	starts []int32         // where the stretches begin that it has come by
	at     int             // events so far
	gone   int             // of those, that were dropped
}

// kept are the lines of stretches that follow each other.
type kept struct {
	stretches []trace.Lines
	sizes     []int // of each, in bytes
	bytes     int
}

// Detail gives the lines of the stretch that one Next has brought and that
// event n+1 is in, of the run that the commands make. It runs the program a
// second time, on from where it stood if it can. It belongs to the goroutine
// of the Run.
func (r *Run) Detail(ctx context.Context, commands []trace.Command, n int) (trace.Lines, error) {
	if r.p.refusal != nil || n < 0 || n >= r.m.events() {
		return trace.Lines{}, fmt.Errorf("nothing ran behind event %d", n)
	}
	if l, ok := r.kept.find(n); ok && r.detail.follows(commands) {
		return l, nil
	}
	l, err := r.tell(ctx, commands, n)
	r.m.twice = r.detail != nil
	return l, err
}

// tell brings the second run to the stretch that event n+1 is in.
func (r *Run) tell(ctx context.Context, commands []trace.Command, n int) (trace.Lines, error) {
	if r.detail != nil && !r.detail.follows(commands) {
		r.dropDetail()
		r.kept = kept{}
	}
	from := n
	if d := r.detail; d != nil && d.at > n {
		i := sort.Search(len(d.starts), func(i int) bool { return int(d.starts[i]) > n }) - 1
		from = int(d.starts[max(0, i-detailWindow)])
		r.dropDetail()
	}
	if r.detail == nil {
		if err := r.newDetail(); err != nil {
			return trace.Lines{}, err
		}
	}
	d := r.detail
	for {
		if err := ctx.Err(); err != nil {
			return trace.Lines{}, err
		}
		l, err := d.next(ctx, commands, from)
		if err != nil {
			r.dropDetail()
			return trace.Lines{}, err
		}
		if l.To > from {
			r.kept.add(l, d.run.m.lines.bytes)
		}
		if l.To <= n {
			continue
		}
		if !r.same(l.To) {
			r.dropDetail()
			r.kept = kept{}
			return trace.Lines{}, errUnlike
		}
		return l, nil
	}
}

// newDetail begins a second run. The program is compiled for it once.
func (r *Run) newDetail() error {
	p, err := r.p.tells()
	if err != nil {
		return err
	}
	run := p.Start()
	run.m.lines, run.m.twice = newLineTracer(run.m, p), true
	run.Inherit(r.m.inherited)
	r.detail = &detail{run: run, log: trace.NewLog()}
	return nil
}

func (r *Run) dropDetail() {
	if r.detail != nil {
		_ = r.detail.run.Close()
		r.detail = nil
	}
}

// same reports whether the second run's event n looks like that of the first.
func (r *Run) same(n int) bool {
	if n > r.m.events() {
		return false
	}
	a, b := r.m.loop.Log().At(n), r.detail.log.At(n)
	return a.Kind == b.Kind && a.Task == b.Task && a.T == b.T && a.Line == b.Line
}

// events gives how many events there are.
func (m *machine) events() int {
	if m.loop == nil {
		return 0
	}
	return m.loop.Log().Len()
}

// follows reports whether a second run has been given these commands, as far
// as it has come.
func (d *detail) follows(commands []trace.Command) bool {
	return d == nil || len(d.given) <= len(commands) && slices.EqualFunc(d.given, commands[:len(d.given)], equalCommands)
}

func equalCommands(a, b trace.Command) bool {
	same := (a.Msg == nil) == (b.Msg == nil) && (a.Msg == nil || *a.Msg == *b.Msg)
	a.Msg, b.Msg = nil, nil
	return same && a == b
}

// next runs the next stretch; its lines are told from event from on.
func (d *detail) next(ctx context.Context, commands []trace.Command, from int) (trace.Lines, error) {
	for len(d.given) < len(commands) && commands[len(d.given)].After <= d.at {
		c := commands[len(d.given)]
		if err := d.run.Do(c); err != nil {
			return trace.Lines{}, err
		}
		d.given = append(d.given, c)
	}
	tracer := d.run.m.lines
	tracer.begin(d.at >= from || from-d.at < 16)
	err := d.run.Next(ctx, d.log)
	l := tracer.lines(d.at, d.log.Len())
	switch {
	case errors.Is(err, io.EOF):
		return l, errUnlike
	case err != nil:
		return l, err
	}
	d.starts = append(d.starts, int32(d.at))
	d.at = l.To
	if d.at-d.gone > dropEvery {
		d.log.Drop(d.at)
		d.gone = d.at
	}
	return l, nil
}

// add keeps the lines of one more stretch, and forgets the oldest.
func (k *kept) add(l trace.Lines, bytes int) {
	if n := len(k.stretches); n > 0 && k.stretches[n-1].To != l.From {
		*k = kept{}
	}
	bytes += stretchSize
	k.stretches, k.sizes = append(k.stretches, l), append(k.sizes, bytes)
	k.bytes += bytes
	for k.bytes > keptBytes && len(k.stretches) > 1 {
		k.bytes -= k.sizes[0]
		k.stretches[0] = trace.Lines{}
		k.stretches, k.sizes = k.stretches[1:], k.sizes[1:]
	}
}

// find gives the lines of the stretch that event n+1 is in, if they are kept.
func (k *kept) find(n int) (trace.Lines, bool) {
	i := sort.Search(len(k.stretches), func(i int) bool { return k.stretches[i].To > n })
	if i < len(k.stretches) && k.stretches[i].From <= n {
		return k.stretches[i], true
	}
	return trace.Lines{}, false
}
