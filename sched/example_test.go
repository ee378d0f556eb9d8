package sched_test

import (
	"errors"
	"fmt"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// job makes a coroutine that takes some time and says when it is done.
func job(loop *sched.Loop, name string, seconds trace.Time) *sched.Coro {
	return loop.NewCoro(name, func(s sched.Suspend) (any, error) {
		if _, err := s.Await(loop.Sleep(seconds*trace.Second, nil)); err != nil {
			return nil, err
		}
		fmt.Printf("%v s: %s is done\n", loop.Time(), name)
		return name + " result", nil
	})
}

// Gather runs coroutines side by side: the whole takes as long as the longest.
func ExampleLoop_Gather() {
	loop := sched.NewLoop(nil, sched.Host{})
	defer loop.Close()
	results, err := loop.Run(loop.NewCoro("main", func(s sched.Suspend) (any, error) {
		both, err := loop.Gather([]sched.Awaitable{job(loop, "job1", 2), job(loop, "job2", 1)}, sched.GatherOptions{})
		if err != nil {
			return nil, err
		}
		return s.Await(both)
	}))
	fmt.Println(results, err)
	// Output:
	// 1 s: job2 is done
	// 2 s: job1 is done
	// [job1 result job2 result] <nil>
}

// A cancel is an exception that is raised where the task waits.
func ExampleFuture_Cancel() {
	loop := sched.NewLoop(nil, sched.Host{})
	defer loop.Close()
	_, err := loop.Run(loop.NewCoro("main", func(s sched.Suspend) (any, error) {
		task := loop.CreateTask(job(loop, "job1", 5), "")
		loop.CallLater(trace.Second, "give up", func() error {
			task.Cancel("too slow")
			return nil
		})
		return s.Await(task)
	}))
	fmt.Printf("%v s: %v\n", loop.Time(), err)
	fmt.Println(errors.Is(err, sched.ErrCancelled))
	// Output:
	// 1 s: CancelledError: too slow
	// true
}

// A shield stops a cancel on its way from whoever waits.
func ExampleLoop_Shield() {
	loop := sched.NewLoop(nil, sched.Host{})
	defer loop.Close()
	_, err := loop.Run(loop.NewCoro("main", func(s sched.Suspend) (any, error) {
		task := loop.CreateTask(job(loop, "job1", 3), "")
		shield, err := loop.Shield(task)
		if err != nil {
			return nil, err
		}
		second := trace.Second
		if _, err = s.Await(loop.WaitFor(shield, &second)); errors.Is(err, sched.ErrTimeout) {
			fmt.Printf("%v s: main does not wait any longer\n", loop.Time())
		}
		return s.Await(task)
	}))
	fmt.Println(err)
	// Output:
	// 1 s: main does not wait any longer
	// 3 s: job1 is done
	// <nil>
}

// Timers run in the order of their times, ties in the order in which they were
// set; call_soon comes before them all.
func ExampleLoop_CallLater() {
	loop := sched.NewLoop(nil, sched.Host{})
	defer loop.Close()
	say := func(word string) func() error {
		return func() error {
			fmt.Printf("%v s: %s\n", loop.Time(), word)
			return nil
		}
	}
	loop.CallLater(2*trace.Second, "second", say("second"))
	loop.CallLater(trace.Second, "first", say("first"))
	loop.CallLater(trace.Second, "tie", say("tie"))
	loop.CallLater(trace.Second, "never", say("never")).Cancel()
	loop.CallSoon("now", say("now"))
	for {
		if ran, err := loop.Step(); err != nil || !ran {
			break
		}
	}
	// Output:
	// 0 s: now
	// 1 s: first
	// 1 s: tie
	// 2 s: second
}

// A loop can be stepped by hand, a handle at a time; its Log tells what
// happened, here as JSON lines.
func ExampleLoop_Step() {
	log := trace.NewLog()
	loop := sched.NewLoop(log, sched.Host{})
	defer loop.Close()
	loop.CreateTask(loop.NewCoro("polite", func(s sched.Suspend) (any, error) {
		_, err := s.Await(loop.Sleep(0, nil))
		return "bye", err
	}), "")
	enc := trace.NewEncoder()
	for ran := true; ran; {
		fmt.Printf("%s---\n", enc.Append(nil, log.View()))
		ran, _ = loop.Step()
	}
	// Output:
	// {"ev": "task.created", "task": 1, "name": "Task-1", "fn": "polite", "by": 0, "eager": false, "line": 0}
	// {"ev": "handle.scheduled", "handle": 1, "what": "step", "task": 1, "line": 0}
	// ---
	// {"ev": "handle.begin", "handle": 1, "turn": 1, "t": 0, "what": "step", "task": 1}
	// {"ev": "handle.scheduled", "handle": 2, "what": "step", "task": 1, "line": 0}
	// {"ev": "task.waiting", "task": 1, "on": "ready", "line": 0}
	// {"ev": "handle.end", "handle": 1, "t": 0}
	// ---
	// {"ev": "handle.begin", "handle": 2, "turn": 2, "t": 0, "what": "step", "task": 1}
	// {"ev": "task.done", "t": 0, "task": 1, "name": "Task-1", "result": "'bye'"}
	// {"ev": "handle.end", "handle": 2, "t": 0}
	// ---
}
