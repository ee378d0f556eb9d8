package timeline_test

import (
	"math/rand/v2"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// meeting makes a Log of tasks that pass items through a queue, one putting and
// the others waiting for it in turn.
func meeting(tasks, events int) *trace.Log {
	log := trace.NewLog()
	name, get, kind := log.Intern("job"), log.Intern("Queue.get"), log.Intern("Queue")
	put, wait, took := log.Intern("put"), log.Intern("wait"), log.Intern("get")
	log.Append(trace.Event{Kind: trace.ObjectCreated, ID: 1, Name: kind, Fut: trace.Future(log.Text("Queue 1"))})
	of := log.Attach(trace.Object(1))
	id, fut, run, turn := int32(0), trace.Future(0), int32(0), int32(0)
	schedule := func(task trace.Task, f trace.Future) {
		id++
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: id, Task: task, Fut: f})
	}
	for i := range tasks {
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: trace.Task(i + 1), Name: name, Fut: trace.Future(name)})
		schedule(trace.Task(i+1), 0)
	}
	line := []trace.Future{}
	step := func(task trace.Task, body func()) {
		run++
		turn++
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: run, Task: task, Line: turn, T: trace.Time(turn)})
		body()
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: run, T: trace.Time(turn)})
	}
	waits := func(task trace.Task) {
		fut++
		log.Append(trace.Event{Kind: trace.FutureCreated, Fut: fut, Name: get, Task: task, ID: of})
		log.Append(trace.Event{Kind: trace.ObjectOp, ID: 1, Name: wait, Task: task, T: trace.ObjectSize(0, tasks-1)})
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: task, Fut: fut})
		line = append(line, fut)
	}
	step(1, func() {
		schedule(1, 0)
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: 1})
	})
	for i := 1; i < tasks; i++ {
		step(trace.Task(i+1), func() { waits(trace.Task(i + 1)) })
	}
	for next := 0; log.Len() < events; next = (next + 1) % (tasks - 1) {
		step(1, func() {
			log.Append(trace.Event{Kind: trace.ObjectOp, ID: 1, Name: put, Task: 1, T: trace.ObjectSize(1, tasks-1)})
			log.Append(trace.Event{Kind: trace.FutureDone, Fut: line[0], What: trace.Returned, Task: 1})
			schedule(trace.Task(next+2), line[0])
			line = line[1:]
			schedule(1, 0)
			log.Append(trace.Event{Kind: trace.TaskWaiting, Task: 1})
		})
		step(trace.Task(next+2), func() {
			log.Append(trace.Event{Kind: trace.ObjectOp, ID: 1, Name: took, Task: trace.Task(next + 2), T: trace.ObjectSize(0, tasks-2)})
			waits(trace.Task(next + 2))
		})
	}
	return log
}

func foldedLog(log *trace.Log) *timeline.Timeline {
	tl := timeline.New()
	tl.Extend(log.View())
	return tl
}

func BenchmarkFoldObjects(b *testing.B) {
	v := meeting(100, million).View()
	b.ReportAllocs()
	for b.Loop() {
		timeline.New().Extend(v)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/million, "ns/event")
}

// position measures what a pane asks at a new position, in runs of a million events.
func position(b *testing.B, tl *timeline.Timeline, ask func(s *timeline.State)) {
	ask(tl.At(tl.View().Len())) // what is made once
	b.ReportAllocs()
	for b.Loop() {
		ask(tl.At(rand.IntN(tl.View().Len())))
	}
}

func BenchmarkPanes(b *testing.B) {
	queue, two, many := foldedLog(meeting(100, million)), foldedLog(yielding(2, million)), foldedLog(crowd(100_000))
	var nodes []timeline.Node
	b.Run("object", func(b *testing.B) {
		position(b, queue, func(s *timeline.State) { queue.Objects()[0].At(s.N) })
	})
	b.Run("tree/100", func(b *testing.B) {
		position(b, queue, func(s *timeline.State) { nodes = s.Tree(nodes[:0]) })
	})
	b.Run("family/100", func(b *testing.B) {
		position(b, queue, func(s *timeline.State) { nodes = s.Family(nodes[:0]) })
	})
	b.Run("tree/100000", func(b *testing.B) {
		position(b, many, func(s *timeline.State) { nodes = s.Tree(nodes[:0]) })
	})
	b.Run("family/100000", func(b *testing.B) {
		position(b, many, func(s *timeline.State) { nodes = s.Family(nodes[:0]) })
	})
	b.Run("inspect/100000", func(b *testing.B) {
		position(b, many, func(s *timeline.State) { s.Inspect(1) })
	})
	b.Run("numbers", func(b *testing.B) {
		position(b, two, func(s *timeline.State) { s.Numbers(1) })
	})
	b.Run("loop", func(b *testing.B) {
		position(b, two, func(s *timeline.State) { two.Numbers(s.N) })
	})
	b.Run("inspect", func(b *testing.B) {
		position(b, queue, func(s *timeline.State) { s.Inspect(50) })
	})
}

func BenchmarkDiff(b *testing.B) {
	x, y := foldedLog(yielding(100, million)), foldedLog(meeting(100, million))
	b.Run("same", func(b *testing.B) {
		for b.Loop() {
			timeline.Diff(x, x)
		}
	})
	b.Run("other", func(b *testing.B) {
		for b.Loop() {
			timeline.Diff(x, y)
		}
	})
}

// crowd makes a Log in which task 1 gathers so many that sleep, and each wakes
// again and again, up to a million events.
func crowd(tasks int) *trace.Log {
	log := trace.NewLog()
	name, sleep := log.Intern("job"), log.Intern("sleep")
	id := int32(0)
	var kids []trace.Future
	for i := range tasks + 1 {
		task := trace.Task(i + 1)
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: task, Name: name, Fut: trace.Future(name), ID: int32(min(i, 1))})
		id++
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: id, Task: task})
		if i > 0 {
			kids = append(kids, task.Future())
		}
	}
	for i := range int32(tasks + 1) {
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: i + 1, Task: trace.Task(i + 1), Line: 1})
		f := trace.Future(i + 1)
		if i == 0 {
			log.Append(trace.Event{Kind: trace.FutureCreated, Fut: f, Name: log.Intern("gather"), Task: 1, ID: log.Attach(kids)})
		} else {
			log.Append(trace.Event{Kind: trace.FutureCreated, Fut: f, Name: sleep, Task: trace.Task(i + 1)})
			id++
			log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Timer, Name: sleep, ID: id, Fut: f, T: trace.Second * trace.Time(i)})
		}
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: trace.Task(i + 1), Fut: f})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: i + 1})
	}
	return log
}
