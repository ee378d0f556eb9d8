package timeline_test

import (
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// TestSeveralCommandsOfAMomentAreAllTold gives commands one behind the other
// between two handles.
func TestSeveralCommandsOfAMomentAreAllTold(t *testing.T) {
	log := trace.NewLog()
	name := func(text string) trace.Name { return log.Intern(text) }
	for i, job := range []string{"main", "job1"} {
		task := trace.Task(i + 1)
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: task, Name: name(job), Fut: trace.Future(name(job))})
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: int32(i + 1), Task: task})
	}
	log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: 1, Task: 1, Line: 1})
	log.Append(trace.Event{Kind: trace.TaskWaiting, Task: 1, Fut: trace.Task(2).Future(), Line: 5})
	log.Append(trace.Event{Kind: trace.HandleEnd, ID: 1})
	do := func(c trace.Command) {
		log.Append(trace.Event{Kind: trace.CommandDone, Task: c.Task, T: c.T, ID: log.Attach(c)})
	}
	callback := trace.Command{Op: trace.OpCallback, Task: 2, Kind: trace.CallbackLog, Arg: "x"}
	shield := trace.Command{Op: trace.OpShield, Task: 1}
	for _, step := range []struct {
		give trace.Command
		want string
	}{
		{callback, "You added a done callback to job1: it runs when job1 has ended."},
		{callback, "At this moment you added a done callback to job1. " +
			"You added a done callback to job1: it runs when job1 has ended."},
		{shield, "At this moment you added a done callback to job1 twice. " +
			"You shielded main: a cancel that comes through a task that waits for it stops there."},
		{callback, "At this moment you added a done callback to job1 twice and shielded main. " +
			"You added a done callback to job1: it runs when job1 has ended."},
		{trace.Command{Op: trace.OpCallback, Task: 1, T: trace.Second / 2}, "Since the last step you added a done callback to job1 3 times and shielded main. " +
			"You added a done callback to main: it runs when main has ended."},
		{trace.Command{Op: trace.OpFinish, Task: 7, T: trace.Second / 2}, ""},
		{trace.Command{Op: trace.OpShield, Task: 2, T: trace.Second / 2}, "Since the last step you gave 7 commands; of the last: " +
			"You shielded job1: a cancel that comes through a task that waits for it stops there."},
	} {
		do(step.give)
		tl := timeline.New()
		tl.Extend(log.View())
		if got := tl.Narrate(log.Len()).String(); step.want != "" && got != step.want {
			t.Errorf("after event %d is told\n%s\nwant\n%s", log.Len(), got, step.want)
		}
	}
}
