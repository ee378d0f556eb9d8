package ui

import (
	"context"
	"io"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// nonsense is a source of events that no run could give: any kind in any
// order, with any numbers. What refers to the log is there.
type nonsense struct {
	random *rand.Rand
	left   int // events to come
}

func (s *nonsense) Next(_ context.Context, log *trace.Log) error {
	if s.left == 0 {
		return io.EOF
	}
	for range min(s.left, 1+s.random.IntN(8)) {
		s.left--
		log.Append(s.event(log))
	}
	return nil
}

func (s *nonsense) Do(trace.Command) error { return nil }
func (s *nonsense) Close() error           { return nil }

// number gives a small number, now and then one that is out of all bounds.
func (s *nonsense) number() int32 {
	if s.random.IntN(20) == 0 {
		return int32(s.random.Uint32())
	}
	return int32(s.random.IntN(6))
}

func (s *nonsense) event(log *trace.Log) trace.Event {
	texts := []string{"job", "sleep", "Queue", "Lock", "Queue.get", "Lock.acquire", "put", "acquire", "gather", "\x1b[2J日本", ""}
	name := log.Intern(texts[s.random.IntN(len(texts))])
	if s.random.IntN(9) == 0 {
		name = 0
	}
	e := trace.Event{
		Kind: trace.Kind(1 + s.random.IntN(int(trace.RunExit))), What: trace.What(s.random.IntN(16)),
		Flags: trace.Flags(s.random.IntN(4)), Task: trace.Task(s.number()), ID: s.number(), Fut: trace.Future(s.number() - 3),
		Name: name, Line: s.number(), T: trace.Time(s.number()),
	}
	switch s.random.IntN(3) {
	case 0:
		e.Kind = []trace.Kind{trace.TaskCreated, trace.HandleScheduled, trace.HandleBegin, trace.ObjectOp}[s.random.IntN(4)]
	case 1:
		e.T = trace.ObjectSize(int(s.number()), int(s.number()))
	}
	switch e.Kind {
	case trace.TaskCreated, trace.ObjectCreated:
		e.Fut = trace.Future(log.Intern(texts[s.random.IntN(len(texts))]))
	case trace.FutureCreated:
		payloads := []any{trace.Object(s.number()), []trace.Future{trace.Future(s.number() - 3), trace.Future(s.number())}}
		e.ID = log.Attach(payloads[s.random.IntN(2)])
	case trace.TaskWaiting:
		e.ID = int32(log.Push(log.Push(0, log.Intern("main"), s.number()), log.Intern("job"), s.number()))
	case trace.TaskDone:
		e.ID, e.Fut = int32(name), trace.Future(log.Push(0, log.Intern("job"), s.number()))
	case trace.LoopException:
		e.ID = int32(name)
	case trace.RunProgram, trace.RunRefused, trace.RunExit:
		e.ID, e.What = 0, trace.Returned
	case trace.RunBegin, trace.RunResult, trace.LoopShutdown, trace.CommandDone, trace.CommandRefused:
		e.ID = 0 // a payload
	}
	return e
}

func TestNoPaneBreaksOnNonsense(t *testing.T) {
	keys := []string{"1", "2", "3", "4", "5", "6", "8", "9", "a", "down", "up", "enter", "n", "h", "L", "H", "G", "g", "t", "x", "pgdown"}
	for seed := range uint64(100) {
		random := rand.New(rand.NewPCG(seed, 1))
		src := &nonsense{random: random, left: 200}
		p := presets.Preset{Title: "nonsense", Listing: trace.Listing{Name: "n.py", Source: crowdSource}, Body: 1}
		s := screen{t, New(Options{Open: func(context.Context, trace.Listing) (session.Source, error) { return src, nil }})}
		s.send(tea.WindowSizeMsg{Width: 60 + random.IntN(150), Height: 16 + random.IntN(50)})
		s.obey(s.m.open(p))
		s.settle()
		for range 40 {
			s.press(keys[random.IntN(len(keys))])
			s.text()
		}
		if err := s.m.Close(); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}
