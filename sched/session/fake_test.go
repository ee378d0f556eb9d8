package session_test

import (
	"context"
	"io"
	"sort"
	"testing"
	"time"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// An op is what a fake task does in a step: it sleeps, works or prints, and
// the step goes on until it has slept or has no more ops.
type op struct {
	do    string // "sleep", "work", "print", "spawn"
	d     trace.Time
	spawn []op
}

func sleep(d trace.Time) op { return op{do: "sleep", d: d} }
func work(d trace.Time) op  { return op{do: "work", d: d} }
func spawn(ops ...op) op    { return op{do: "spawn", spawn: ops} }

type fakeHandle struct {
	id   int32
	task trace.Task
	when trace.Time
}

// A fakeLoop is a program of fake tasks on a loop of a few lines: a Source
// that keeps the promises of session.Source.
type fakeLoop struct {
	main     []op
	log      *trace.Log
	now      trace.Time
	handles  int32
	turn     int32
	batch    int
	ready    []fakeHandle
	timers   []fakeHandle
	tasks    map[trace.Task][]op
	done     map[trace.Task]bool
	commands []trace.Command
	stage    int // 0 before the opening, 1 running, 2 over

	line   int32  // of what is printed
	during func() // called inside every handle
	closed bool
}

func newFakeLoop(main ...op) *fakeLoop {
	return &fakeLoop{main: main, tasks: map[trace.Task][]op{}, done: map[trace.Task]bool{}}
}

func (f *fakeLoop) Do(c trace.Command) error {
	f.commands = append(f.commands, c)
	return nil
}

func (f *fakeLoop) Close() error {
	f.closed = true
	return nil
}

func (f *fakeLoop) Next(ctx context.Context, log *trace.Log) error {
	f.log = log
	switch {
	case f.stage == 2:
		return io.EOF
	case f.stage == 0:
		f.stage = 1
		log.Append(trace.Event{Kind: trace.RunProgram, Name: log.Intern("fake.py")})
		log.Append(trace.Event{Kind: trace.RunBegin, ID: log.Attach(trace.Engine{Name: "fake"})})
		f.create(0, f.main)
	case len(f.commands) > 0:
		f.obey(f.commands[0])
		f.commands = f.commands[1:]
	case f.batch == 0 && !f.beginTurn():
		f.stage = 2
		log.Append(trace.Event{Kind: trace.RunResult, T: f.now, What: trace.Returned, Name: log.Intern("None"), ID: log.Attach(trace.Result{})})
		log.Append(trace.Event{Kind: trace.RunExit, T: f.now, What: trace.Returned})
	default:
		f.step()
	}
	return ctx.Err()
}

func (f *fakeLoop) create(by trace.Task, ops []op) {
	t := trace.Task(len(f.tasks) + 1)
	f.tasks[t] = ops
	f.log.Append(trace.Event{Kind: trace.TaskCreated, Task: t, Name: f.log.Intern("Task"), Fut: trace.Future(f.log.Intern("job")), ID: int32(by)})
	f.schedule(t)
}

func (f *fakeLoop) schedule(t trace.Task) {
	f.handles++
	f.log.Append(trace.Event{Kind: trace.HandleScheduled, ID: f.handles, What: trace.Step, Task: t})
	f.ready = append(f.ready, fakeHandle{id: f.handles, task: t})
}

func (f *fakeLoop) beginTurn() bool {
	if len(f.ready) == 0 {
		if len(f.timers) == 0 {
			return false
		}
		f.now = max(f.now, f.timers[0].when)
	}
	for len(f.timers) > 0 && f.timers[0].when <= f.now {
		f.ready = append(f.ready, f.timers[0])
		f.timers = f.timers[1:]
	}
	f.batch = len(f.ready)
	f.turn++
	return true
}

// step runs one handle. A timer wakes its task.
func (f *fakeLoop) step() {
	h := f.ready[0]
	f.ready = f.ready[1:]
	f.batch--
	what := trace.Step
	if h.when > 0 {
		what = trace.Timer
	}
	begin := trace.Event{Kind: trace.HandleBegin, ID: h.id, What: what, T: f.now, Line: f.turn}
	if what == trace.Step {
		begin.Task = h.task
	} else {
		begin.Name = f.log.Intern("sleep")
	}
	f.log.Append(begin)
	if f.during != nil {
		f.during()
	}
	if what == trace.Step {
		f.resume(h.task)
	} else {
		f.schedule(h.task)
	}
	f.log.Append(trace.Event{Kind: trace.HandleEnd, ID: h.id, T: f.now})
}

func (f *fakeLoop) resume(t trace.Task) {
	for len(f.tasks[t]) > 0 {
		o := f.tasks[t][0]
		f.tasks[t] = f.tasks[t][1:]
		switch o.do {
		case "print":
			f.log.Append(trace.Event{Kind: trace.Print, T: f.now, Task: t, Line: f.line, Name: f.log.Text("hello")})
		case "work":
			f.now += o.d
		case "spawn":
			f.create(t, o.spawn)
		case "sleep":
			f.sleep(t, o.d)
			return
		}
	}
	f.done[t] = true
	f.log.Append(trace.Event{Kind: trace.TaskDone, Task: t, T: f.now, What: trace.Returned, Name: f.log.Intern("None")})
}

func (f *fakeLoop) sleep(t trace.Task, d trace.Time) {
	if d <= 0 {
		f.schedule(t)
		f.log.Append(trace.Event{Kind: trace.TaskWaiting, Task: t})
		return
	}
	f.handles++
	h := fakeHandle{id: f.handles, task: t, when: f.now + d}
	f.timers = append(f.timers, h)
	sort.SliceStable(f.timers, func(i, j int) bool { return f.timers[i].when < f.timers[j].when })
	fut := trace.Future(h.id)
	f.log.Append(trace.Event{Kind: trace.HandleScheduled, ID: h.id, What: trace.Timer, Name: f.log.Intern("sleep"), Fut: fut, T: h.when})
	f.log.Append(trace.Event{Kind: trace.TaskWaiting, Task: t, Fut: fut})
}

// obey answers a command: a finished task is refused, a break callback breaks
// at once.
func (f *fakeLoop) obey(c trace.Command) {
	f.now = max(f.now, c.T)
	e := trace.Event{Kind: trace.CommandDone, T: f.now, Task: c.Task, ID: f.log.Attach(c)}
	if f.done[c.Task] {
		e.Kind, e.Name = trace.CommandRefused, f.log.Text("it has ended")
	}
	f.log.Append(e)
	if e.Kind == trace.CommandDone && c.Kind == trace.CallbackBreak {
		f.tasks[c.Task] = append(f.tasks[c.Task], op{do: "break"})
	}
}

// watch opens a session that waits for the run however long it takes, so that
// tests are not about time. It is closed with the test.
func watch(t testing.TB, src session.Source) *session.Session {
	s := session.New(src, session.Options{Patience: time.Minute})
	t.Cleanup(func() { _ = s.Close() })
	return s
}
