package timeline_test

import (
	"math/rand/v2"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// yielding makes a Log of tasks that do nothing but sleep(0), four events a
// step.
func yielding(tasks, events int) *trace.Log {
	log := trace.NewLog()
	name := log.Intern("job")
	id := int32(0)
	schedule := func(task trace.Task) {
		id++
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: id, Task: task})
	}
	for i := range tasks {
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: trace.Task(i + 1), Name: name, Fut: trace.Future(name)})
		schedule(trace.Task(i + 1))
	}
	stack := log.Push(0, name, 3)
	for run := int32(1); log.Len() < events; run++ {
		task := trace.Task((int(run)-1)%tasks + 1)
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: run, Task: task, Line: (run-1)/int32(tasks) + 1, T: trace.Time(run)})
		schedule(task)
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: task, Line: 3, ID: int32(stack)})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: run, T: trace.Time(run)})
	}
	return log
}

// busy gives the growing Views of a run in which tasks sleep for different
// times, so that the queues are never empty for long.
func busy(tasks, rounds int) []trace.View {
	log := trace.NewLog()
	views := []trace.View{log.View()}
	add := func(e trace.Event) {
		log.Append(e)
		views = append(views, log.View())
	}
	job, sleep := log.Intern("job"), log.Intern("sleep")
	var id int32
	schedule := func(e trace.Event) int32 {
		id++
		e.Kind, e.ID = trace.HandleScheduled, id
		add(e)
		return id
	}
	var ready []trace.Event
	for i := range tasks {
		task := trace.Task(i + 1)
		add(trace.Event{Kind: trace.TaskCreated, Task: task, Name: job, Fut: trace.Future(job)})
		step := trace.Event{What: trace.Step, Task: task}
		step.ID = schedule(step)
		ready = append(ready, step)
	}
	for turn := range int32(rounds) {
		now := trace.Time(turn) * 10
		batch := ready
		ready = nil
		for _, h := range batch {
			add(trace.Event{Kind: trace.HandleBegin, What: h.What, ID: h.ID, Task: h.Task, Name: h.Name, Line: turn + 1, T: now})
			if h.What == trace.Timer {
				step := trace.Event{What: trace.Step, Task: trace.Task(h.Line)}
				step.ID = schedule(step)
				ready = append(ready, step)
			} else {
				f := trace.Future(id + 1)
				add(trace.Event{Kind: trace.FutureCreated, Fut: f, Name: sleep, Task: h.Task})
				t := trace.Event{What: trace.Timer, Name: sleep, Fut: f, T: now + 10, Line: int32(h.Task)}
				t.ID = schedule(t)
				t.Task = 0
				ready = append(ready, t)
				add(trace.Event{Kind: trace.TaskWaiting, Task: h.Task, Fut: f})
			}
			add(trace.Event{Kind: trace.HandleEnd, ID: h.ID, T: now})
		}
	}
	return views
}

const million = 1_000_000

func BenchmarkFold(b *testing.B) {
	v := yielding(100, million).View()
	b.ReportAllocs()
	for b.Loop() {
		timeline.New().Extend(v)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/million, "ns/event")
}

func BenchmarkSeek(b *testing.B) {
	tl := timeline.New()
	tl.Extend(yielding(100, million).View())
	b.ReportAllocs()
	for b.Loop() {
		tl.At(rand.IntN(million))
	}
}

func BenchmarkStep(b *testing.B) {
	tl := timeline.New()
	tl.Extend(yielding(100, million).View())
	b.ReportAllocs()
	n := million / 2
	for b.Loop() {
		if n++; n == million {
			n = 0
		}
		s := tl.At(n)
		s.Ready()
	}
}

func BenchmarkWhy(b *testing.B) {
	tl := timeline.New()
	tl.Extend(yielding(100, million).View())
	b.ReportAllocs()
	for b.Loop() {
		tl.Why(rand.IntN(million))
	}
}
