package cli

import (
	"context"
	"testing"
	"time"

	"pgregory.net/rapid"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// watched plays about with a run by every means, commands among them, and
// then runs it to its end. It gives the trace and the commands that it answered.
func watched(t *rapid.T, p presets.Preset) (jsonl string, commands []trace.Command) {
	s := session.New(lessonSource(p), session.Options{Patience: time.Minute})
	defer func() { _ = s.Close() }()
	kinds := []trace.CallbackKind{trace.CallbackLog, trace.CallbackNotify, trace.CallbackSpawn, trace.CallbackBreak}
	for range rapid.IntRange(0, 30).Draw(t, "moves") {
		switch rapid.IntRange(0, 9).Draw(t, "move") {
		case 0, 1, 2:
			s.StepHandle()
		case 3:
			s.BackHandle()
		case 4:
			s.StepTurn()
		case 5, 6:
			s.Newest()
			s.Play()
			s.Tick(time.Duration(rapid.IntRange(1, 700).Draw(t, "ms")) * time.Millisecond)
			s.Pause()
		default:
			s.Newest()
			c := trace.Command{Task: trace.Task(rapid.IntRange(1, 3).Draw(t, "task"))}
			c.Op = rapid.SampledFrom([]trace.Op{trace.OpCancel, trace.OpShield, trace.OpCallback}).Draw(t, "op")
			switch c.Op {
			case trace.OpCancel:
				c.Past = rapid.Bool().Draw(t, "past")
			case trace.OpCallback:
				c.Kind, c.Arg = rapid.SampledFrom(kinds).Draw(t, "kind"), "x"
			}
			_ = s.Do(c) // some are refused, and that is part of it
		}
	}
	for ended := false; !ended; ended, _ = s.Ended() {
		s.End()
	}
	return string(trace.NewEncoder().Append(nil, s.Timeline().View())), s.Commands()
}

func TestARunIsTheSameFromItsCommandsAlone(t *testing.T) {
	lessons := presets.All()
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(lessons).Draw(t, "lesson")
		want, commands := watched(t, p)
		var orders []order
		for _, c := range commands {
			orders = append(orders, order{command: c, after: true, at: true})
		}
		src := lessonSource(p)
		defer func() { _ = src.Close() }()
		r := &runner{src: src, log: trace.NewLog(), orders: orders, complain: t.Logf}
		if _, err := r.run(context.Background()); err != nil {
			t.Fatal(err)
		}
		if err := trace.NewChecker().Check(r.log.View()); err != nil {
			t.Fatalf("%s with the commands %+v: no run could be told like this: %v", p.Name, commands, err)
		}
		got := string(trace.NewEncoder().Append(nil, r.log.View()))
		if got != want {
			t.Fatalf("%s with the commands %+v\ngives\n%s\nit was watched as\n%s", p.Name, commands, got, want)
		}
	})
}
