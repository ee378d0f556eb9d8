package sched_test

import (
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

func TestALoopHoldsFewOfTheTasksThatHaveEnded(t *testing.T) {
	const tasks = 20_000
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	if _, err := l.Run(l.NewCoro("main", func(s sched.Suspend) (any, error) {
		for range tasks {
			l.CreateTask(l.NewCoro("job", func(sched.Suspend) (any, error) { return nil, nil }), "")
			if err := s(nil); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})); err != nil {
		t.Fatal(err)
	}
	held := 0
	for n := 1; n <= tasks+1; n++ {
		if l.Task(trace.Task(n)) != nil {
			held++
		}
	}
	if held > tasks/2 {
		t.Errorf("the loop holds %d of %d tasks that have ended", held, tasks)
	}
	if l.Task(tasks) == nil {
		t.Error("the loop does not hold the newest")
	}
	l.Do(trace.Command{Op: trace.OpCancel, Task: 2})
	v := l.Log().View()
	if e := v.At(v.Len()); e.Kind != trace.CommandRefused || v.String(e.Name) != "task 2 has ended long ago, and nothing is held of it any more" {
		t.Errorf("a command at one that is gone gives %v %q", e.Kind, v.String(e.Name))
	}
}
