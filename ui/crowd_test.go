package ui

import (
	"context"
	"fmt"
	"io"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// A crowd is a source: many tasks that sleep again and again, a millisecond
// apart.
type crowd struct {
	tasks, rounds int

	log     *trace.Log
	handles int32
	steps   []int32 // the next step's handle, by task
	timers  []int32 // likewise
	turn    int32
	round   int // from 1
	at      int // handles of this round so far
	name    func(i int) string
	line    string // what each task prints in each round

	orders  []trace.Command // given and not yet obeyed
	refuses string          // why every command is refused; "": none is
}

func (c *crowd) Next(_ context.Context, log *trace.Log) error {
	c.log = log
	if len(c.orders) > 0 {
		c.obey()
		return nil
	}
	perRound := 2 * c.tasks // a timer and a step for each
	switch {
	case c.steps == nil:
		c.begin()
		c.round, c.at = 1, c.tasks // in the first round no timer fires
		return nil
	case c.round > c.rounds:
		log.Append(trace.Event{Kind: trace.RunExit, T: trace.Time(c.rounds) * trace.Second, What: trace.Returned})
		return io.EOF
	}
	if c.at%perRound == 0 || c.round == 1 && c.at == c.tasks {
		c.turn++
	}
	i, t := c.task()
	if c.round > 1 && c.at%2 == 0 {
		c.fire(i, t)
	} else {
		c.step(i, t)
	}
	if c.at++; c.at == perRound {
		c.round, c.at = c.round+1, 0
	}
	return nil
}

// task gives whose handle is next, and when.
func (c *crowd) task() (int, trace.Time) {
	i := c.at / 2
	if c.round == 1 {
		i = c.at - c.tasks
	}
	return i, trace.Time(c.round-1)*trace.Second + trace.Time(i)*1000
}

func (c *crowd) begin() {
	l := c.log
	l.Append(trace.Event{Kind: trace.RunProgram, Name: l.Intern("crowd.py")})
	l.Append(trace.Event{Kind: trace.RunBegin, ID: l.Attach(trace.Engine{Name: "loopscope", Version: "3.13", Clock: "virtual"})})
	for i := range c.tasks {
		name := fmt.Sprintf("worker %d", i+1)
		if c.name != nil {
			name = c.name(i)
		}
		e := trace.Event{Kind: trace.TaskCreated, Task: trace.Task(i + 1), Name: l.Intern(name), Fut: trace.Future(l.Intern("work")), Line: 1}
		if i > 0 {
			e.ID = int32(i+1) / 2
		}
		l.Append(e)
		l.Append(trace.Event{Kind: trace.HandleScheduled, ID: int32(i + 1), What: trace.Step, Task: e.Task, Line: 1})
	}
	c.handles = int32(c.tasks)
	c.steps, c.timers = make([]int32, c.tasks), make([]int32, c.tasks)
	for i := range c.steps {
		c.steps[i] = int32(i + 1)
	}
}

// fire runs the timer of a task.
func (c *crowd) fire(i int, t trace.Time) {
	l, fut := c.log, trace.Future(i+1+(c.round-2)*c.tasks)
	timer := c.timers[i]
	c.handles++
	c.steps[i] = c.handles
	l.Append(trace.Event{Kind: trace.HandleBegin, ID: timer, What: trace.Timer, Name: l.Intern("sleep"), Fut: fut, T: t, Line: c.turn})
	l.Append(trace.Event{Kind: trace.FutureDone, Fut: fut, What: trace.Returned, T: t})
	l.Append(trace.Event{Kind: trace.HandleScheduled, ID: c.steps[i], What: trace.Step, Task: trace.Task(i + 1), Fut: fut})
	l.Append(trace.Event{Kind: trace.HandleEnd, ID: timer, T: t})
}

// step runs a task's step up to its next sleep.
func (c *crowd) step(i int, t trace.Time) {
	l, task := c.log, trace.Task(i+1)
	fut := trace.Future(i + 1 + (c.round-1)*c.tasks)
	step := c.steps[i]
	c.handles++
	c.timers[i] = c.handles
	timer := c.handles
	l.Append(trace.Event{Kind: trace.HandleBegin, ID: step, What: trace.Step, Task: task, T: t, Line: c.turn})
	if c.line != "" {
		l.Append(trace.Event{Kind: trace.Print, T: t, Task: task, Line: 2, Name: l.Text(c.line)})
	}
	l.Append(trace.Event{Kind: trace.FutureCreated, Fut: fut, Name: l.Intern("sleep"), Task: task, Line: 3})
	l.Append(trace.Event{Kind: trace.HandleScheduled, ID: timer, What: trace.Timer, Name: l.Intern("sleep"), Fut: fut, Task: task,
		T: t + trace.Second, Line: 3})
	l.Append(trace.Event{Kind: trace.TaskWaiting, Task: task, Fut: fut, Line: 3})
	l.Append(trace.Event{Kind: trace.HandleEnd, ID: step, T: t})
}

// obey answers the commands that were given; of what they cause only the
// shield is told.
func (c *crowd) obey() {
	for _, order := range c.orders {
		e := trace.Event{Kind: trace.CommandDone, Task: order.Task, T: order.T, ID: c.log.Attach(order)}
		if c.refuses != "" {
			e.Kind, e.Name = trace.CommandRefused, c.log.Text(c.refuses)
		}
		c.log.Append(e)
		if order.Op == trace.OpShield && c.refuses == "" {
			c.log.Append(trace.Event{Kind: trace.ShieldOn, Task: order.Task})
		}
	}
	c.orders = nil
}

func (c *crowd) Do(order trace.Command) error {
	c.orders = append(c.orders, order)
	return nil
}

func (c *crowd) Close() error { return nil }

const crowdSource = "async def work():\n    print('x')\n    await asyncio.sleep(1)\n"

// crowded opens a crowd in a screen of w×h cells and runs it to its end.
func crowded(t testing.TB, c *crowd, w, h int) screen {
	t.Helper()
	s := opened(t, c, w, h)
	s.press("G")
	return s
}

// opened opens a crowd in a screen of w×h cells.
func opened(t testing.TB, c *crowd, w, h int) screen {
	t.Helper()
	p := presets.Preset{Title: "crowd", Listing: trace.Listing{Name: "crowd.py", Source: crowdSource}, Body: 1}
	s := screen{t, New(Options{Open: func(context.Context, trace.Listing) (session.Source, error) { return c, nil }})}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	s.obey(s.m.open(p))
	s.settle()
	return s
}

func BenchmarkFrame(b *testing.B) {
	s := crowded(b, &crowd{tasks: 50, rounds: 20, line: "a line of output"}, 200, 60)
	s.m.watch.one = paneSource
	b.ReportAllocs()
	for b.Loop() {
		s.m.dirty = true
		s.m.View()
	}
}

func TestFrameOfEveryRulerAllocatesLittle(t *testing.T) {
	for _, do := range []string{"G t", "G z", "G m h h m ' h", ". . .", "t . . m"} {
		s := toldCrowd(t, &told{crowd: crowd{tasks: 50, rounds: 20, line: "a line of output"}}, [2]int{200, 60})
		s.obeyed(do)
		got := testing.AllocsPerRun(50, func() {
			s.m.dirty = true
			s.m.View()
		})
		if got > 2 {
			t.Errorf("after %s a frame takes %v allocations", do, got)
		}
	}
}

func TestFrameAllocatesLittle(t *testing.T) {
	s := crowded(t, &crowd{tasks: 50, rounds: 20, line: "a line of output"}, 200, 60)
	got := testing.AllocsPerRun(50, func() {
		s.m.dirty = true
		s.m.View()
	})
	if got > 2 {
		t.Errorf("a frame takes %v allocations; one for its string and one for the cursor are meant", got)
	}
}
