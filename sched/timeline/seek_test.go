package timeline_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// straight gives the pictures of a trace by a timeline that never saw more of
// it than the position.
func straight(views []trace.View) []string {
	tl := timeline.New()
	pictures := make([]string, len(views))
	for n, v := range views {
		tl.Extend(v)
		pictures[n] = picture(tl, n)
	}
	return pictures
}

// glance is a picture at some positions; the panes cost more than the rest.
func glance(tl *timeline.Timeline, n int) string {
	if n%4 == 0 {
		return picture(tl, n)
	}
	return sight(tl, n)
}

func TestAnyMomentLooksAsItDidWhenItWasTheNewest(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		views := read(t, path)
		straight := timeline.New()
		want := make([]string, len(views))
		for n, v := range views {
			straight.Extend(v)
			want[n] = glance(straight, n)
		}
		tl := folded(views)
		for n := range views {
			if got := glance(tl, n); got != want[n] {
				t.Errorf("%s: looked back at from the end, event %d gives\n%s\nit was\n%s", filepath.Base(path), n, got, want[n])
				break
			}
		}
	}
}

func TestTheWayToAMomentDoesNotMatter(t *testing.T) {
	type run struct {
		views []trace.View
		want  []string
	}
	runs := map[string]run{}
	for _, path := range recorded(t) {
		views := read(t, path)
		runs[path] = run{views, straight(views)}
	}
	paths := recorded(t)
	rapid.Check(t, func(t *rapid.T) {
		path := rapid.SampledFrom(paths).Draw(t, "trace")
		r := runs[path]
		tl := timeline.New()
		known := 0
		for range rapid.IntRange(1, 20).Draw(t, "moves") {
			known = rapid.IntRange(known, len(r.views)-1).Draw(t, "extend to")
			tl.Extend(r.views[known])
			n := rapid.IntRange(0, known).Draw(t, "seek")
			if got := picture(tl, n); got != r.want[n] {
				t.Fatalf("%s: after a seek event %d gives\n%s\nstraight it is\n%s", path, n, got, r.want[n])
			}
		}
	})
}

// TestSnapshotsChangeNothing folds a run long enough for many of them.
func TestSnapshotsChangeNothing(t *testing.T) {
	views := busy(12, 60)
	want := straight(views)
	tl := folded(views)
	for range 500 {
		n := rand.IntN(len(views))
		if got := picture(tl, n); got != want[n] {
			t.Fatalf("event %d gives\n%s\nstraight it is\n%s", n, got, want[n])
		}
	}
}

// TestNoTraceIsTooBad breaks traces at random: whatever comes of it, the
// timeline stays whole.
func TestNoTraceIsTooBad(t *testing.T) {
	var data [][]byte
	for _, path := range append(recorded(t), cpythons(t)...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, text)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 1500 {
		text := data[r.IntN(len(data))]
		broken := breakLines(r, bytes.SplitAfter(text, []byte("\n")))
		views, _ := grow(broken)
		tl := folded(views)
		for range 20 {
			look(tl, r.IntN(len(views)))
		}
		for range 3 {
			panes(tl, r.IntN(len(views)))
		}
	}
}

// breakLines drops, doubles and moves lines, and changes digits.
func breakLines(r *rand.Rand, lines [][]byte) []byte {
	for range 1 + r.IntN(6) {
		i, j := r.IntN(len(lines)), r.IntN(len(lines))
		switch r.IntN(4) {
		case 0:
			lines[i] = nil
		case 1:
			lines[i] = append(bytes.Clone(lines[i]), lines[j]...)
		case 2:
			lines[i], lines[j] = lines[j], lines[i]
		default:
			line := bytes.Clone(lines[i])
			for k, c := range line {
				if c >= '0' && c <= '9' && r.IntN(3) == 0 {
					line[k] = '0' + byte(r.IntN(10))
				}
			}
			lines[i] = line
		}
	}
	return bytes.Join(lines, nil)
}

// look asks everything about a position.
func look(tl *timeline.Timeline, n int) {
	sight(tl, n)
	causes(tl, n)
	tl.Edges(0, n)
	tl.NextHandle(n)
	tl.PrevHandle(n)
	tl.NextTurn(n)
	tl.PrevTurn(n)
	tl.EventAt(tl.TimeAt(n))
	for _, o := range tl.Objects() {
		for i := range o.Ops() {
			o.Op(i)
		}
		for i := range o.Sizes() {
			from := o.Size(i).From
			o.SizeAtTime(from.T)
			o.SizeAtColumn(from.Col)
		}
	}
	tl.IdleStretches(nil, 0, 0)
	for i := range tl.Handles() {
		tl.Handle(i)
		tl.Idle(i)
	}
	for i := range tl.Turns() {
		tl.Turn(i)
		tl.ReadyBefore(i)
	}
	for _, l := range tl.Lanes() {
		for i := range l.Spans() {
			l.Span(i)
			l.SpanLabel(i)
			l.Chain(i)
			l.Wake(i)
		}
		for i := range l.Marks() {
			l.Mark(i)
		}
	}
}
