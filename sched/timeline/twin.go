package timeline

import (
	"reflect"
	"slices"

	"loopscope/sched/trace"
)

// A twin compares the events of two Logs, whose tables may number their texts
// and stacks differently.
type twin struct {
	a, b   trace.View
	names  []trace.Name  // by Name of a: the one of b that is known to be equal
	stacks []trace.Stack // the same
}

// fork gives the last position up to which two Logs tell the same.
func fork(a, b trace.View) int {
	w := twin{a: a, b: b}
	n := min(a.Len(), b.Len())
	for i := max(a.First(), b.First()); i <= n; i++ {
		if !w.same(a.At(i), b.At(i)) {
			return i - 1
		}
	}
	return n
}

// same tells whether two events tell the same.
func (w *twin) same(x, y trace.Event) bool {
	if x.Kind != y.Kind || x.What != y.What || x.Flags != y.Flags || x.Task != y.Task || x.Line != y.Line || x.T != y.T {
		return false
	}
	if !w.name(x.Name, y.Name) && x.Kind != trace.RunProgram { // a program may be kept under two names
		return false
	}
	switch x.Kind {
	case trace.TaskCreated, trace.ObjectCreated:
		return x.ID == y.ID && w.name(trace.Name(x.Fut), trace.Name(y.Fut))
	case trace.TaskWaiting:
		return x.Fut == y.Fut && w.stack(x.Stack(), y.Stack())
	case trace.TaskDone, trace.LoopException:
		return x.Fut == y.Fut && w.name(trace.Name(x.ID), trace.Name(y.ID))
	case trace.RunBegin, trace.FutureCreated, trace.LoopShutdown, trace.CommandDone, trace.CommandRefused, trace.RunResult:
		return x.Fut == y.Fut && samePayload(w.a.Payload(x), w.b.Payload(y))
	}
	return x.Fut == y.Fut && x.ID == y.ID
}

func (w *twin) name(a, b trace.Name) bool {
	if a == 0 || b == 0 {
		return a == b
	}
	if a.Default() || b.Default() {
		return a == b || w.a.String(a) == w.b.String(b)
	}
	for int(a) >= len(w.names) {
		w.names = append(w.names, 0)
	}
	if w.names[a] == b {
		return true
	}
	if w.a.String(a) != w.b.String(b) {
		return false
	}
	w.names[a] = b
	return true
}

// stack compares frame by frame.
func (w *twin) stack(a, b trace.Stack) bool {
	first, second := a, b
	for a != 0 && b != 0 {
		for int(a) >= len(w.stacks) {
			w.stacks = append(w.stacks, 0)
		}
		if w.stacks[a] == b {
			break
		}
		f, _ := w.a.Frame(a)
		g, _ := w.b.Frame(b)
		if f.Line != g.Line || !w.name(f.Fn, g.Fn) {
			return false
		}
		a, b = f.Outer, g.Outer
	}
	if (a == 0) != (b == 0) {
		return false
	}
	if first != 0 {
		w.stacks[first] = second
	}
	return true
}

func samePayload(a, b any) bool {
	switch x := a.(type) {
	case nil:
		return b == nil
	case trace.Object:
		return b == x
	case []trace.Future:
		y, ok := b.([]trace.Future)
		return ok && slices.Equal(x, y)
	}
	return reflect.DeepEqual(a, b)
}
