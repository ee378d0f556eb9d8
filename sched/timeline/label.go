package timeline

import (
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// wish gives the label that a task would like to have: the name given in the
// program, else its function.
func wish(name, fn string) string {
	if n, ok := strings.CutPrefix(name, "Task-"); name != "" && (!ok || strings.Trim(n, "0123456789") != "" || n == "") {
		return name
	}
	return short(fn)
}

// short gives a function's name without the function it was defined in.
func short(fn string) string {
	if i := strings.LastIndex(fn, "<locals>."); i >= 0 {
		return fn[i+len("<locals>."):]
	}
	return fn
}

// labels counts how often a label was wanted.
type labels map[string]int

// unique gives a label that nobody else has: the second of a name is "say 2".
// A label once given stays, so that nobody is renamed by a newcomer.
func (ls labels) unique(label, otherwise string) string {
	if label == "" {
		label = otherwise
	}
	k := ls[label]
	ls[label] = k + 1
	if k == 0 {
		return label
	}
	for k++; ; k++ {
		numbered := label + " " + strconv.Itoa(k)
		if ls[numbered] == 0 {
			ls[label], ls[numbered] = k, 1
			return numbered
		}
	}
}

// rename gives a task another name.
func (tl *Timeline) rename(l *Lane, n int32, name trace.Name) {
	l.Name = tl.view.String(name)
	if len(l.renames) == 0 {
		l.renames = append(l.renames, rename{label: l.Label})
	}
	l.Label = tl.labels.unique(wish(l.Name, l.Fn), "task")
	l.renames = append(l.renames, rename{n: n, label: l.Label})
}

// Label gives what the screen calls a task at position n; "" if there is none.
func (tl *Timeline) Label(t trace.Task, n int) string {
	l := tl.Lane(t)
	if l == nil {
		return ""
	}
	if i := lastBy(len(l.renames), n, func(i int) int32 { return l.renames[i].n }); i > 0 {
		return l.renames[i-1].label
	}
	return l.Label
}

// kind gives what TRACE.md calls a future: "sleep", "future 1"; "" for a task
// and for one that is not known.
func (tl *Timeline) kind(f trace.Future) string {
	if got := tl.futures.get(f); got != nil && got.made != 0 {
		return tl.view.String(tl.view.At(int(got.made)).Name)
	}
	return ""
}

// wait gives the sort of a thing that a task waits for.
func (tl *Timeline) wait(f trace.Future) Wait {
	if f == 0 {
		return WaitNone
	}
	if f < 0 {
		return WaitTask
	}
	switch kind := tl.kind(f); kind {
	case "sleep":
		return WaitTimer
	case "gather", "wait", "shield", "TaskGroup", "as_completed", "cancel_and_wait":
		return WaitTask
	case "executor":
		return WaitIO
	default:
		if strings.Contains(kind, ".") {
			return WaitSync
		}
	}
	return WaitPlain
}

// Children gives the futures that a gather, wait or shield was made of, nil if
// the source does not say.
func (tl *Timeline) Children(f trace.Future) []trace.Future {
	got := tl.futures.get(f)
	if got == nil || got.made == 0 {
		return nil
	}
	if children, ok := tl.view.Payload(tl.view.At(int(got.made))).([]trace.Future); ok {
		return children
	}
	switch tl.kind(f) {
	case "wait":
		return tl.joined(int(got.made), "wait")
	case "shield":
		if t := tl.walled(int(got.made)); t != 0 {
			return []trace.Future{t.Future()}
		}
		return tl.joined(int(got.made), "shield.inner")
	}
	return nil
}

// walled gives the task for which the shield command made a future at event n,
// 0 if the future is another.
func (tl *Timeline) walled(n int) trace.Task {
	if n < tl.view.Len() {
		if e := tl.view.At(n + 1); e.Kind == trace.ShieldOuter {
			return e.Task
		}
	}
	return 0
}

// joined gives the futures that asyncio added its callback to right after it
// made a future for them at event n.
func (tl *Timeline) joined(n int, callback string) []trace.Future {
	var children []trace.Future
	for n++; n <= tl.view.Len(); n++ {
		switch e := tl.view.At(n); e.Kind {
		case trace.CallbackAdded:
			if tl.view.String(e.Name) != callback {
				return children
			}
			children = append(children, e.Fut)
		case trace.HandleScheduled:
		default:
			return children
		}
	}
	return children
}

// FutureLabel gives what a future is called in the user's words: "job1",
// "sleep(1)", "gather(job1, job2)", "future 1", "Lock.acquire"; "" if it is not
// known.
func (tl *Timeline) FutureLabel(f trace.Future) string {
	return tl.labelAt(f, tl.view.Len(), 2)
}

// ofQueue tells whether a future is one by which somebody waits for a queue.
func (tl *Timeline) ofQueue(f trace.Future) bool {
	o := tl.Of(f)
	return o != nil && o.Kind == "Queue"
}

const mostChildren = 4 // named in a label

// labelAt is FutureLabel at position n; its children are named too, down to a
// depth.
func (tl *Timeline) labelAt(f trace.Future, n, depth int) string {
	if f < 0 {
		return tl.Label(f.Task(), n)
	}
	kind := tl.kind(f)
	children := tl.Children(f)
	switch {
	case kind == "sleep":
		if timer := tl.futures.get(f).timer; timer != 0 {
			return tl.timerLabel(timer)
		}
		return kind
	case kind == "Event.wait" && tl.ofQueue(f): // inside the queue
		return "Queue.join"
	case len(children) == 0 || depth == 0:
		return kind
	}
	var b strings.Builder
	b.WriteString(kind)
	sep := "("
	for i, c := range children {
		b.WriteString(sep)
		if i == mostChildren-1 && len(children) > mostChildren {
			b.WriteString("… " + strconv.Itoa(len(children)-i) + " more")
			break
		}
		b.WriteString(tl.labelAt(c, n, depth-1))
		sep = ", "
	}
	return b.String() + ")"
}
