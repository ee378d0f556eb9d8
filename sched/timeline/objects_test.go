package timeline_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A replay is an object at one moment, found by reading the events from the
// first one on.
type replay struct {
	size    int
	lines   map[string][]trace.Task // by method: who stands in it, woken ones too
	holders map[trace.Task]int
}

// replayed reads a trace up to position n.
func replayed(v trace.View, n int) map[int32]*replay {
	all := map[int32]*replay{}
	kind, of, label := map[int32]string{}, map[trace.Future]int32{}, map[trace.Future]string{}
	leave := func(t trace.Task) {
		for _, o := range all {
			for method, line := range o.lines {
				o.lines[method] = slices.DeleteFunc(line, func(one trace.Task) bool { return one == t })
			}
		}
	}
	for i := 1; i <= n; i++ {
		e := v.At(i)
		switch e.Kind {
		case trace.ObjectCreated:
			all[e.ID] = &replay{lines: map[string][]trace.Task{}, holders: map[trace.Task]int{}}
			if kind[e.ID] = v.String(e.Name); kind[e.ID] == "Semaphore" {
				all[e.ID].size = e.Limit()
			}
		case trace.FutureCreated:
			if o, ok := v.Payload(e).(trace.Object); ok {
				of[e.Fut], label[e.Fut] = int32(o), v.String(e.Name)
			}
		case trace.FutureDone:
			if o := of[e.Fut]; o != 0 && kind[o] == "Semaphore" && e.What == trace.Returned {
				all[o].size--
			}
		case trace.TaskWaiting:
			if o := of[e.Fut]; o != 0 {
				all[o].lines[label[e.Fut]] = append(all[o].lines[label[e.Fut]], e.Task)
			}
		case trace.HandleBegin:
			if e.What == trace.Step {
				leave(e.Task)
			}
		case trace.ObjectOp:
			all[e.ID].op(kind[e.ID], v.String(e.Name), e)
		}
	}
	return all
}

func (o *replay) op(kind, op string, e trace.Event) {
	o.size = e.Size()
	switch kind + " " + op {
	case "Lock acquire", "Condition acquire", "Semaphore acquire", "Barrier wait":
		o.holders[e.Task]++
	case "Lock release", "Condition release":
		clear(o.holders)
	case "Semaphore release", "Barrier pass", "Barrier leave":
		if o.holders[e.Task]--; o.holders[e.Task] <= 0 {
			delete(o.holders, e.Task)
		}
	}
}

// TestWhoStandsAtAnObjectIsFoundByReadingTheTraceToo holds at every moment of
// every trace with objects.
func TestWhoStandsAtAnObjectIsFoundByReadingTheTraceToo(t *testing.T) {
	seen := 0
	for _, path := range recorded(t) {
		views := read(t, path)
		tl := folded(views)
		for n := range views {
			if len(tl.Objects()) == 0 {
				break
			}
			for id, want := range replayed(tl.View(), n) {
				seen++
				o := tl.Object(trace.Object(id))
				st := o.At(n)
				if o.Lock == nil && st.Size != want.size {
					t.Fatalf("%s, event %d: the size of %s is %d, want %d", filepath.Base(path), n, o.Label, st.Size, want.size)
				}
				var got, line []trace.Task
				for k := range st.Lines {
					for _, w := range st.Lines[k] {
						got = append(got, w.Task)
					}
				}
				for _, method := range []string{"Queue.get", "Queue.put", "Event.wait", "Lock.acquire", "Semaphore.acquire", "Condition.wait"} {
					line = append(line, want.lines[method]...)
				}
				if !slices.Equal(got, line) {
					t.Fatalf("%s, event %d: at %s stand %v, want %v", filepath.Base(path), n, o.Label, got, line)
				}
				held := map[trace.Task]int{}
				for _, h := range st.Holders {
					held[h.Task] = h.Count
				}
				if o.Lock == nil && fmt.Sprint(held) != fmt.Sprint(want.holders) {
					t.Fatalf("%s, event %d: %s is held by %v, want %v", filepath.Base(path), n, o.Label, held, want.holders)
				}
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d pages were compared", seen)
	}
}

// TestASizeIsFoundByTimeAndByColumn looks up the beginning of each stretch of
// equal size.
func TestASizeIsFoundByTimeAndByColumn(t *testing.T) {
	tl := of(t, "meet_queue")
	o := tl.Objects()[0]
	peak := 0
	for i := range o.Sizes() {
		s := o.Size(i)
		if peak = max(peak, s.Size); s.Peak != peak {
			t.Errorf("the peak up to stretch %d is %d, want %d", i, s.Peak, peak)
		}
		if got := o.SizeAt(s.From.N); got != i {
			t.Errorf("at event %d is stretch %d, want %d", s.From.N, got, i)
		}
		if got := o.SizeAtTime(s.From.T); got < i || o.Size(got).From.T != s.From.T {
			t.Errorf("at %s s is stretch %d, want the last that begins then", s.From.T, got)
		}
		if got := o.SizeAtColumn(s.From.Col); got < i || o.Size(got).From.Col != s.From.Col {
			t.Errorf("in column %d is stretch %d, want the last that begins there", s.From.Col, got)
		}
		if i > 0 && o.Size(i-1).Size == s.Size {
			t.Errorf("stretches %d and %d have the same size", i-1, i)
		}
	}
	if o.Sizes() < 6 {
		t.Errorf("the queue has %d sizes, want some more", o.Sizes())
	}
	if o.SizeAt(o.Born-1) != -1 || o.SizeAtTime(-1) != -1 {
		t.Error("there is a size before the queue")
	}
}

// TestOpsAreInOrder finds each thing done to an object at its event.
func TestOpsAreInOrder(t *testing.T) {
	for _, o := range of(t, "meet_others").Objects() {
		for i := range o.Ops() {
			op := o.Op(i)
			if got := o.OpAt(op.N); got != i+1 {
				t.Errorf("%s: up to event %d were %d ops, want %d", o.Label, op.N, got, i+1)
			}
			if st := o.At(op.N); st.Last != op || o.Lock == nil && st.Size != op.Size {
				t.Errorf("%s: after %+v it is %+v", o.Label, op, st)
			}
		}
	}
}

// TestATasksWaitLeadsToItsObject compares State.Object with the lines of the
// objects.
func TestATasksWaitLeadsToItsObject(t *testing.T) {
	for _, name := range []string{"meet_queue", "meet_locks", "meet_others"} {
		tl := of(t, name)
		for n := range tl.View().Len() + 1 {
			s := tl.At(n)
			at := map[trace.Task]*timeline.Object{}
			for _, o := range tl.Objects() {
				for _, line := range o.At(n).Lines {
					for _, w := range line {
						if w.Woken == 0 {
							at[w.Task] = o
						}
					}
				}
			}
			for _, l := range tl.Lanes() {
				if got := s.Object(l.Task); got != at[l.Task] {
					t.Fatalf("%s, event %d: %s waits at %v, want %v", name, n, l.Label, got, at[l.Task])
				}
			}
		}
	}
}

// TestAnObjectsLabelIsItsOwn has a source give two objects one name.
func TestAnObjectsLabelIsItsOwn(t *testing.T) {
	log := trace.NewLog()
	for i, name := range []string{"Lock 1", "Lock 1", ""} {
		log.Append(trace.Event{Kind: trace.ObjectCreated, ID: int32(i + 1), Name: log.Intern("Lock"), Fut: trace.Future(log.Text(name))})
	}
	var got []string
	for _, o := range foldedLog(log).Objects() {
		got = append(got, o.Label+"/"+o.Class)
	}
	if want := []string{"Lock 1/Lock", "Lock 1 2/Lock", "object/Lock"}; !slices.Equal(got, want) {
		t.Errorf("objects are called %q, want %q", got, want)
	}
}
