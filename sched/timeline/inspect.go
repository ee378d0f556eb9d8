package timeline

import (
	"slices"
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// A Field is one part of a task's repr: "name", "'Task-2'".
type Field struct{ Name, Value string }

// A ChainFrame is one coroutine in which a task is suspended.
type ChainFrame struct {
	Fn   string // "main", without the function it was defined in
	Line int32  // where it stands; 0: not known
}

// An AddedCallback is a done callback that is still there.
type AddedCallback struct {
	Fn   string     // as the trace has it: "gather", "log"
	Repr string     // as asyncio's repr has it: "gather.<locals>._done_callback()"
	By   trace.Task // who added it; 0: no task, or not told
	Line int32      // 0: none
	N    int        // event that added it
}

// An Inspection is all that is known of one task at one position. Its texts
// are made with it.
type Inspection struct {
	TaskState

	Label   string // what the screen calls it
	Name    string // asyncio's name
	Fn      string // qualified name of its coroutine
	Creator trace.Task
	Created int   // event
	Line    int32 // of its creation; TaskState.Line is where it stands

	Fields []Field // in the order of asyncio's repr: state, name, coro, wait_for, result or exception, cb
	Repr   string  // the whole, without addresses and folders

	Chain     []ChainFrame // outermost first; nil where the source gives no stack
	Traceback []ChainFrame // of a task that raised: where the exception passed, outermost first; nil where the source does not tell
	Callbacks []AddedCallback
	Waiters   []trace.Task // who waits for it, as State.Waiters
	Object    *Object      // at which it waits; nil: at none
	HasTimer  bool         // a timer ends its wait
	When      trace.Time   // of that timer
	Left      trace.Time   // of that timer

	Numbers Numbers
}

// Inspect gives all about a task; it is empty but for the number of a task that
// does not exist at the State's position.
func (s *State) Inspect(t trace.Task) Inspection {
	in := Inspection{TaskState: s.Task(t)}
	l := s.tl.Lane(t)
	if l == nil || l.Born > s.N {
		in.Numbers.LongestStep = -1
		return in
	}
	in.Label, in.Name, in.Fn = s.tl.Label(t, s.N), l.nameAt(s.N), l.Fn
	in.Creator, in.Created, in.Line = l.Creator, l.Born, l.Line
	in.Chain = s.tl.Frames(in.Stack)
	if in.Phase == Done && in.Outcome == trace.Raised {
		in.Traceback = s.tl.Frames(s.tl.view.At(l.Ended).Traceback())
	}
	in.Callbacks = s.callbacks(l)
	in.Waiters = s.waitersOf(t)
	in.Object = s.Object(t)
	in.Numbers = l.Numbers(s.N)
	if h := s.timerOf(l); h != 0 {
		in.HasTimer, in.When = true, s.tl.whenAt(h, s.N)
		in.Left = max(0, in.When-s.T)
	}
	in.Fields = s.fields(l, in.Callbacks, in.Waiters)
	in.Repr = reprOf("Task", in.Fields)
	return in
}

// nameAt gives asyncio's name of the task at position n.
func (l *Lane) nameAt(n int) string {
	i := lastBy(len(l.renames), n, func(i int) int32 { return l.renames[i].n })
	if i < 2 {
		return l.tl.view.String(l.tl.view.At(l.Born).Name)
	}
	e := l.tl.view.At(int(l.renames[i-1].n))
	if e.Kind == trace.TaskDone {
		return l.tl.view.String(trace.Name(e.ID))
	}
	return l.tl.view.String(e.Name)
}

// Frames gives the coroutines of a stack, outermost first; nil for none.
func (tl *Timeline) Frames(stack trace.Stack) []ChainFrame {
	k := 0
	for f, ok := tl.view.Frame(stack); ok; f, ok = tl.view.Frame(f.Outer) {
		k++
	}
	if k == 0 {
		return nil
	}
	chain := make([]ChainFrame, k)
	for f, ok := tl.view.Frame(stack); ok; f, ok = tl.view.Frame(f.Outer) {
		k--
		chain[k] = ChainFrame{Fn: short(tl.view.String(f.Fn)), Line: f.Line}
	}
	return chain
}

// timerOf gives the handle of the timer that ends the wait of a task, 0 if
// none does.
func (s *State) timerOf(l *Lane) int32 {
	if l.phaseAt(s.N) != Waiting {
		return 0
	}
	i := l.SpanAt(s.N)
	if h := l.timerOf(i); h != 0 {
		return h
	}
	if f := s.tl.futures.get(l.stop(i).Fut); f != nil && f.timer != 0 && by(s.tl.handles[f.timer].made, s.N) {
		return f.timer
	}
	return 0
}

// TimerOf gives when the timer fires that ends the wait of a task; ok is false
// where none does.
func (s *State) TimerOf(t trace.Task) (when trace.Time, ok bool) {
	if l := s.tl.Lane(t); l != nil && l.Born <= s.N {
		if h := s.timerOf(l); h != 0 {
			return s.tl.whenAt(h, s.N), true
		}
	}
	return 0, false
}

// callbacks gives the done callbacks that were added to a task.
func (s *State) callbacks(l *Lane) []AddedCallback {
	if l.Ended != 0 && l.Ended <= s.N {
		return nil
	}
	var all []AddedCallback
	for _, c := range l.callbacks {
		if !by(c.added, s.N) || by(c.gone, s.N) {
			continue
		}
		e := s.tl.view.At(int(c.added))
		fn := s.tl.view.String(e.Name)
		all = append(all, AddedCallback{Fn: fn, Repr: callbackRepr(fn), By: e.Task, Line: e.Line, N: int(c.added)})
	}
	return all
}

// callbackReprs are what asyncio's own done callbacks are called in a repr.
var callbackReprs = map[string]string{
	"gather": "gather.<locals>._done_callback()", "wait": "_wait.<locals>._on_completion()",
	"run": "_run_until_complete_cb()", "TaskGroup": "TaskGroup._on_task_done()",
	"as_completed": "_AsCompletedIterator._handle_completion()",
	"shield.inner": "shield.<locals>._inner_done_callback()", "shield.outer": "shield.<locals>._outer_done_callback()",
	"release_waiter": "_release_waiter()",
}

func callbackRepr(fn string) string {
	if own, ok := callbackReprs[fn]; ok {
		return own
	}
	return strings.TrimPrefix(fn, ".") + "()"
}

// fields mirrors _task_repr_info in asyncio/base_tasks.py.
func (s *State) fields(l *Lane, added []AddedCallback, waiters []trace.Task) []Field {
	st := s.Task(l.Task)
	fields := s.brief(l, st)
	if on := s.waiter(l); on != 0 {
		fields = append(fields, Field{"wait_for", s.futureRepr(on)})
	}
	switch {
	case st.Phase != Done || st.Outcome == trace.Cancelled:
	case st.Outcome == trace.Raised:
		fields = append(fields, Field{"exception", st.Result})
	default:
		fields = append(fields, Field{"result", st.Result})
	}
	if cb := s.callbacksRepr(l, added, waiters); cb != "" {
		fields = append(fields, Field{"cb", cb})
	}
	return fields
}

// waiter gives what asyncio keeps as _fut_waiter: what the task waits for, also
// when that is over and the task has not run since.
func (s *State) waiter(l *Lane) trace.Future {
	if l.phaseAt(s.N) == Done {
		return 0
	}
	i := l.SpanAt(s.N)
	if l.spans[i].phase == Waiting {
		return l.stop(i).Fut
	}
	if l.spans[i].phase != Ready || i == 0 || l.spans[i-1].phase != Waiting {
		return 0
	}
	on := l.stop(i - 1).Fut
	if s.futureState(on) == "pending" { // an exception took it off
		return 0
	}
	return on
}

// futureState gives asyncio's word for the state of a future.
func (s *State) futureState(f trace.Future) string {
	how, done := trace.Returned, false
	if l := s.tl.Lane(f.Task()); l != nil {
		how, done = l.Outcome, by(int32(l.Ended), s.N)
	} else if got := s.tl.futures.get(f); got != nil && by(got.done, s.N) {
		how, done = s.tl.view.At(int(got.done)).What, true
	}
	switch {
	case !done:
		return "pending"
	case how == trace.Cancelled:
		return "cancelled"
	}
	return "finished"
}

// brief gives the fields that every task has.
func (s *State) brief(l *Lane, st TaskState) []Field {
	state := s.futureState(l.Task.Future())
	if state == "pending" && st.Cancelling > 0 {
		state = "cancelling"
	}
	return []Field{{"", state}, {"name", quote(l.nameAt(s.N))}, {"coro", "<" + s.coroutine(l, st) + ">"}}
}

// coroutine mirrors _format_coroutine in asyncio/coroutines.py; the line is
// left out where it is not known.
func (s *State) coroutine(l *Lane, st TaskState) string {
	if st.Phase == Done {
		return l.Fn + "() done"
	}
	line := int32(0)
	if chain := s.tl.Frames(st.Stack); chain != nil {
		line = chain[0].Line
	}
	if line == 0 {
		return l.Fn + "() running"
	}
	return l.Fn + "() running at " + s.tl.file() + ":" + strconv.Itoa(int(line))
}

// file gives the name of the program's file, "" if it is not told.
func (tl *Timeline) file() string {
	if tl.view.Len() > 0 {
		if e := tl.view.At(tl.view.First()); e.Kind == trace.RunProgram {
			return tl.view.String(e.Name)
		}
	}
	return ""
}

// futureRepr gives the repr of what a task waits for; of a task only the fields
// that every one has, since a chain of tasks may be long.
func (s *State) futureRepr(f trace.Future) string {
	if t := f.Task(); t != 0 {
		l := s.tl.Lane(t)
		if l == nil {
			return "<Task>"
		}
		return reprOf("Task", s.brief(l, s.Task(t)))
	}
	class := "Future"
	if s.tl.kind(f) == "gather" {
		class = "_GatheringFuture"
	}
	if state := s.futureState(f); state != "pending" {
		return "<" + class + " " + state + ">"
	}
	return "<" + class + " pending cb=[Task.task_wakeup()]>"
}

// callbacksRepr mirrors _format_callbacks in asyncio/base_futures.py. That a
// task waits for this one is a callback too.
func (s *State) callbacksRepr(l *Lane, added []AddedCallback, waiters []trace.Task) string {
	all := slices.Clone(added)
	for _, w := range waiters {
		if st := s.Task(w); st.On == l.Task.Future() && st.Phase == Waiting {
			all = append(all, AddedCallback{Repr: "Task.task_wakeup()", N: st.Since.N})
		}
	}
	slices.SortStableFunc(all, func(a, b AddedCallback) int { return a.N - b.N })
	switch len(all) {
	case 0:
		return ""
	case 1:
		return "[" + all[0].Repr + "]"
	case 2:
		return "[" + all[0].Repr + ", " + all[1].Repr + "]"
	}
	return "[" + all[0].Repr + ", <" + strconv.Itoa(len(all)-2) + " more>, " + all[len(all)-1].Repr + "]"
}

// reprOf gives "<Task pending name='Task-2' …>".
func reprOf(class string, fields []Field) string {
	var b strings.Builder
	b.WriteString("<" + class)
	for _, f := range fields {
		b.WriteByte(' ')
		if f.Name != "" {
			b.WriteString(f.Name + "=")
		}
		b.WriteString(f.Value)
	}
	return b.String() + ">"
}

// quote gives the repr of a string.
func quote(text string) string {
	mark := byte('\'')
	if strings.Contains(text, "'") && !strings.Contains(text, `"`) {
		mark = '"'
	}
	var b strings.Builder
	b.WriteByte(mark)
	for _, r := range text {
		switch {
		case r == rune(mark) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r >= 0x7f && r < 0xa0:
			escaped := strconv.QuoteRuneToASCII(r)
			b.WriteString(escaped[1 : len(escaped)-1])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte(mark)
	return b.String()
}
