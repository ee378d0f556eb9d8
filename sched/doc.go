// Package sched is an event loop with the semantics of CPython 3.13's asyncio,
// on a virtual clock: what runs after what, what a cancel reaches and when a
// future wakes its waiters are asyncio's to the handle, and the same program
// always runs the same way. Every fact of a run becomes an event in a
// trace.Log.
//
// A program is written in Go with coroutines that await:
//
//	loop := sched.NewLoop(trace.NewLog(), sched.Host{})
//	defer loop.Close()
//	result, err := loop.Run(loop.NewCoro("main", func(s sched.Suspend) (any, error) {
//		return s.Await(loop.Sleep(trace.Second, "awake"))
//	}))
//
// Values are any and exceptions are errors. What asyncio itself raises is told
// by its class: errors.Is(err, sched.ErrCancelled). An interpreter that runs
// programs of another language on a loop gives it a Host, and the loop then
// makes that language's objects.
//
// # The map
//
//	loop.go       the loop: turns, the clock, Step; the one place where a handle runs
//	ready.go      the ready queue        timers.go   the timer heap
//	handle.go     Handle, TimerHandle; call_soon, call_later, call_at
//	coro.go       coroutines             stack.go    the stacks that they run on, and Close
//	future.go     Future, done callbacks task.go     Task and its steps
//	sleep.go ensure.go gather.go shield.go wait.go waitfor.go timeout.go
//	taskgroup.go locks.go barrier.go queue.go as_completed.go executor.go
//	              asyncio's facilities, one a file
//	futureset.go  a set of futures in order of insertion
//	object.go     what the trace tells of what tasks wait for
//	waiters.go    a line of futures      heapq.go    the heap of a PriorityQueue
//	run.go        run_until_complete, run and its shutdown
//	never_awaited.go  coroutines that nobody started
//	exception.go  the exception handler
//	context.go    the contexts of tasks  runner.go  Runner
//	command.go    what a user asks of a run: cancel, shield, callback
//	wall.go       what a shield does when a cancel comes
//	host.go errors.go show.go
//	              the other side: an interpreter, exceptions, texts
//
// # What it does not know
//
// The loop starts no goroutine but the stacks of its coroutines, of which one
// runs at a time, takes no lock, reads no clock and no random number. It knows
// nothing of Python's syntax, of timelines or of terminals. A Loop belongs to
// one goroutine; whoever wants to watch it reads Views of its Log.
package sched
