package timeline_test

import (
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

func TestLabelsAreThoseOfATimeline(t *testing.T) {
	log, labels, tl := trace.NewLog(), timeline.NewLabels(), timeline.New()
	add := func(e trace.Event) {
		log.Append(e)
		labels.Apply(log.View(), e)
		tl.Extend(log.View())
		for task := trace.Task(0); task < 6; task++ {
			name, label := labels.Of(task)
			if want := tl.Label(task, log.Len()); label != want {
				t.Errorf("after event %d task %d is labelled %q, the timeline has %q", log.Len(), task, label, want)
			}
			if l := tl.Lane(task); l != nil && (name != l.Name || labels.Ended(task) != (l.Ended != 0)) {
				t.Errorf("after event %d task %d is named %q, ended %t; the timeline has %q, %d", log.Len(), task, name, labels.Ended(task), l.Name, l.Ended)
			}
		}
	}
	made := func(task trace.Task, name, fn string) {
		add(trace.Event{Kind: trace.TaskCreated, Task: task, Name: log.Intern(name), Fut: trace.Future(log.Intern(fn))})
	}
	made(1, "Task-1", "main")
	made(2, "Task-2", "main.<locals>.say")
	made(3, "Task-3", "say")
	made(3, "again", "say")
	made(4, "say 2", "other")
	add(trace.Event{Kind: trace.TaskNamed, Task: 3, Name: log.Intern("main")})
	add(trace.Event{Kind: trace.TaskNamed, Task: 9, Name: log.Intern("nobody")})
	add(trace.Event{Kind: trace.TaskDone, Task: 2, What: trace.Returned, ID: int32(log.Intern("renamed"))})
	add(trace.Event{Kind: trace.TaskNamed, Task: 2, Name: log.Intern("too late")})
}
