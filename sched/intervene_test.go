package sched_test

import (
	"fmt"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

func raise(t trace.Task, class string) trace.Command {
	return trace.Command{Op: trace.OpRaise, Task: t, Exc: class}
}

func finish(t trace.Task, value string) trace.Command {
	return trace.Command{Op: trace.OpFinish, Task: t, Value: value}
}

func fire(handle int) trace.Command  { return trace.Command{Op: trace.OpFire, Handle: handle} }
func front(handle int) trace.Command { return trace.Command{Op: trace.OpFront, Handle: handle} }

func postpone(handle int, when trace.Time) trace.Command {
	return trace.Command{Op: trace.OpDelay, Handle: handle, When: when}
}

// awaiting makes a coroutine that awaits something and gives its result.
func (e env) awaiting(aw sched.Awaitable) *sched.Coro {
	return e.coro("waiter", func(s sched.Suspend) (any, error) { return s.Await(aw) })
}

// In gathering the timers of the sleeps of job1 and job2, until 2 s and 3 s.
const timer1, timer2 = 4, 5

func TestRaiseTakesTheWakeupOffAFutureThatLivesOn(t *testing.T) {
	p := func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			f := e.CreateFuture()
			e.CallLater(1*trace.Second, "settle", func() error { return f.SetResult(1) })
			waiter := e.CreateTask(e.awaiting(f), "waiter")
			_, err := s.Await(waiter)
			e.Print("main gets " + err.Error())
			_, err = f.Await(s)
			return err
		})
	}
	expect(t, commanded(t, p, raise(2, "ValueError")), "command callback.removed task.throw print future.done run.result", `
		command do="raise" task=2 exc="ValueError"
		callback.removed fut=1 fn="wakeup" task=0
		task.throw task=2 exception="ValueError()"
		task.throw task=1 exception="ValueError()" fut=-2
		print t=0 task=1 text="main gets ValueError"
		future.done fut=1 outcome="result" task=0
		run.result t=1 result="None" pending=[]
		`)
}

func TestRaiseAppendsAStepThatThrows(t *testing.T) {
	msg := "by hand"
	c := raise(job1, "asyncio.TimeoutError")
	c.Msg = &msg
	expect(t, commanded(t, gathering(both), c), "command handle.scheduled handle.cancelled task.throw task.done", `
		handle.scheduled handle=1 what="step" task=1
		handle.scheduled handle=2 what="step" task=2
		handle.scheduled handle=3 what="step" task=3
		handle.scheduled handle=4 what="timer" fn="sleep" when=2
		handle.scheduled handle=5 what="timer" fn="sleep" when=3
		command do="raise" task=2 msg="by hand" exc="asyncio.TimeoutError"
		handle.scheduled handle=6 what="step" task=2
		task.throw task=2 exception="TimeoutError('by hand')"
		handle.cancelled handle=4
		handle.scheduled handle=7 what="done_callback" fn="gather" of="task 2"
		task.done t=0 task=2 name="job1" exception="TimeoutError('by hand')"
		handle.scheduled handle=8 what="step" task=3
		handle.scheduled handle=9 what="done_callback" fn="gather" of="task 3"
		task.done t=3 task=3 name="job2" result="'job2 result'"
		handle.scheduled handle=10 what="step" task=1
		handle.scheduled handle=11 what="done_callback" fn="run" of="task 1"
		task.done t=3 task=1 name="Task-1" result="[TimeoutError('by hand'), 'job2 result']"
		`)
}

func TestRaiseMakesTheStepOfAReadyTaskAThrow(t *testing.T) {
	var l *sched.Loop
	l = sched.NewLoop(nil, sched.Host{Between: func() error {
		if l.Begun() == 4 { // the timer of job1's sleep has run
			l.Do(raise(job1, "ValueError"))
		}
		return nil
	}})
	defer l.Close()
	_, _ = l.Run(gathering(both)(env{l}))
	check(t, l)
	expect(t, l, "command task.throw print", `
		command do="raise" task=2 exc="ValueError"
		task.throw task=2 exception="ValueError()"
		print t=3 task=3 text="job2 ends"
		`)
}

func TestRaiseInATaskThatHasNotBegunLetsNothingOfItRun(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	env{l}.named("a", 1)
	l.Do(raise(1, "ValueError"))
	run(t, l)
	expect(t, l, "task.throw task.done handle.scheduled", `
		handle.scheduled handle=1 what="step" task=1
		task.throw task=1 exception="ValueError()"
		task.done t=0 task=1 name="a" exception="ValueError()"
		`)
}

func TestARaiseThatWouldBeLostIsRefused(t *testing.T) {
	l := commanded(t, gathering(both), raise(job1, "ValueError"), cancel(job1), raise(job1, "ValueError"),
		raise(job2, "GeneratorExit"), raise(job2, "StopIteration"), raise(job2, "Oops"), raise(9, "ValueError"))
	l.Do(raise(job2, "ValueError"))
	expect(t, l, "command.refused", `
		command.refused do="raise" task=2 exc="ValueError" reason="job1 gets CancelledError when it next runs, and asyncio lets that go first: step on, then raise"
		command.refused do="raise" task=3 exc="GeneratorExit" reason="GeneratorExit is how Python closes a coroutine: cancel the task, or raise another exception"
		command.refused do="raise" task=3 exc="StopIteration" reason="an await takes StopIteration for its result: raise another exception"
		command.refused do="raise" task=3 exc="Oops" reason="Oops is no exception that can be raised here: use ValueError, RuntimeError or another of asyncio's"
		command.refused do="raise" task=9 exc="ValueError" reason="there is no task 9 yet: step on until it is created"
		command.refused do="raise" task=3 exc="ValueError" reason="the run has ended: restart it"
		`)
}

func TestFinishGivesTheFutureThatATaskWaitsForAResult(t *testing.T) {
	l := commanded(t, gathering(both), finish(job1, "3"))
	expect(t, l, "command future.done handle.cancelled print run.result", `
		command do="finish" task=2 value="3"
		future.done fut=2 outcome="result" task=0
		handle.cancelled handle=4
		print t=0 task=2 text="job1 ends"
		future.done fut=3 outcome="result" task=0
		print t=3 task=3 text="job2 ends"
		future.done fut=1 outcome="result" task=0
		run.result t=3 result="['job1 result', 'job2 result']" pending=[]
		`)
}

// waitsFor is a main whose task awaits something.
func waitsFor(what func(e env) sched.Awaitable) program {
	return func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			waiter := e.CreateTask(e.awaiting(what(e)), "waiter")
			d := 9 * trace.Second
			v, err := e.WaitFor(waiter, &d).Await(s)
			e.Print(sched.Show(v))
			return err
		})
	}
}

func TestFinishLetsAWaitGoOnAsItsCodeSays(t *testing.T) {
	tests := []struct {
		name  string
		make  func(e env) sched.Awaitable
		print string
	}{
		{"a future of the program's", func(e env) sched.Awaitable { return e.CreateFuture() }, "3"},
		{"an event that stays unset", func(e env) sched.Awaitable { return e.NewEvent().Wait() }, "True"},
		{"the wait for tasks", func(e env) sched.Awaitable {
			return e.Wait([]sched.Awaitable{e.CreateFuture()}, sched.WaitOptions{})
		}, "[[], [<Future>]]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := commanded(t, waitsFor(test.make), finish(2, "3"))
			expect(t, l, "command.refused print", `print t=0 task=1 text="`+test.print+`"`+"\n")
		})
	}
}

func TestFinishIsRefusedWhereTheResultIsNotTheUsersToGive(t *testing.T) {
	lock := func(e env) sched.Awaitable {
		lk := e.NewLock()
		_, _ = lk.Acquire().Resume(nil)
		return lk.Acquire()
	}
	tests := []struct {
		make   func(e env) sched.Awaitable
		waiter trace.Task
		reason string
	}{
		{func(e env) sched.Awaitable { return e.named("other", 1) }, 3,
			"waiter waits for the task other, and only that gives its result: finish what other waits for, or raise in it"},
		{func(e env) sched.Awaitable {
			g, _ := e.Gather([]sched.Awaitable{e.named("other", 1)}, both)
			return g
		}, 3, "waiter waits for a gather, which has its results from its tasks: finish what those wait for, or raise in them"},
		{func(e env) sched.Awaitable {
			f, _ := e.Shield(e.named("other", 1))
			return f
		}, 3, "waiter waits for a shield, which ends as what is inside it: finish what that waits for, or raise in it"},
		{lock, 2, "waiter waits to be let in, and nobody makes room for it: it would be in with one too many. Raise in it, or cancel it"},
		{func(e env) sched.Awaitable {
			sem, _ := e.NewSemaphore(0)
			return sem.Acquire()
		}, 2, "waiter waits to be let in, and nobody makes room for it: it would be in with one too many. Raise in it, or cancel it"},
		{func(e env) sched.Awaitable {
			return e.ToThread("work", func() (any, error) {
				e.Work(trace.Second)
				return nil, nil
			})
		}, 2, "waiter waits for a thread, which goes on whatever its future says: fire its timer to have it end now"},
	}
	for _, test := range tests {
		l := commanded(t, waitsFor(test.make), finish(test.waiter, ""))
		want := fmt.Sprintf("command.refused do=\"finish\" task=%d reason=%q\n", test.waiter, test.reason)
		expect(t, l, "command command.refused", want)
	}
}

func TestFinishIsRefusedWithoutAWaitOrAValue(t *testing.T) {
	l := commanded(t, gathering(both), finish(job1, "3"), finish(job1, "3"), finish(job2, "job1"))
	expect(t, l, "command.refused", `
		command.refused do="finish" task=2 value="3" reason="job1 is ready and waits for nothing: step on until it waits"
		command.refused do="finish" task=3 value="job1" reason="job1 is no value: give None, True, a number or a text in double quotes"
		`)
}

func TestFireMovesATimerToTheEndOfTheReadyQueue(t *testing.T) {
	l := commanded(t, gathering(both), cancel(job1), fire(timer2))
	expect(t, l, "command handle.begin print", `
		handle.begin handle=1 turn=1 t=0
		handle.begin handle=2 turn=2 t=0
		handle.begin handle=3 turn=2 t=0
		command do="cancel" task=2
		command do="fire" handle=5
		handle.begin handle=6 turn=3 t=0
		handle.begin handle=5 turn=3 t=0
		handle.begin handle=7 turn=4 t=0
		handle.begin handle=8 turn=4 t=0
		print t=0 task=3 text="job2 ends"
		handle.begin handle=9 turn=5 t=0
		handle.begin handle=10 turn=6 t=0
		handle.begin handle=11 turn=7 t=0
		`)
}

func TestDelayKeepsTheHandleAndTies(t *testing.T) {
	l := commanded(t, gathering(both), postpone(timer1, 4*trace.Second), postpone(timer2, 4*trace.Second))
	expect(t, l, "command print", `
		command do="delay" handle=4 when=4
		command do="delay" handle=5 when=4
		print t=4 task=2 text="job1 ends"
		print t=4 task=3 text="job2 ends"
		`)
	l = commanded(t, gathering(both), postpone(timer2, 1*trace.Second), postpone(timer2, 0))
	expect(t, l, "command print", `
		command do="delay" handle=5 when=1
		command do="delay" handle=5 when=0
		print t=0 task=3 text="job2 ends"
		print t=2 task=2 text="job1 ends"
		`)
}

func TestTimersThatCannotBeMovedSayWhy(t *testing.T) {
	l := commanded(t, gathering(both), fire(timer1), fire(timer1), postpone(timer1, trace.Second), fire(1), fire(99),
		front(timer2), front(2))
	expect(t, l, "command.refused", `
		command.refused do="fire" handle=4 reason="handle 4 is ready: move it to the front instead"
		command.refused do="delay" handle=4 when=1 reason="handle 4 is ready: move it to the front instead"
		command.refused do="fire" handle=1 reason="handle 1 has run or was cancelled: step back to before that"
		command.refused do="fire" handle=99 reason="there is no handle 99 yet: step on until it is scheduled"
		command.refused do="front" handle=5 reason="handle 5 is a timer that is not due: fire it first"
		command.refused do="front" handle=2 reason="handle 2 has run or was cancelled: step back to before that"
		`)
}

// spinning are three tasks that step aside twice each; c is given when so many
// handles have begun.
func spinning(t *testing.T, c trace.Command, begun int) *sched.Loop {
	t.Helper()
	var l *sched.Loop
	l = sched.NewLoop(nil, sched.Host{Between: func() error {
		if l.Begun() == begun {
			l.Do(c)
		}
		return nil
	}})
	defer l.Close()
	for _, name := range []string{"a", "b", "c"} {
		l.CreateTask(l.NewCoro(name, func(s sched.Suspend) (any, error) {
			for range 2 {
				if err := s(nil); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}), name)
	}
	l.CallSoon("stop", func() error {
		l.CallLater(trace.Second, "stop", func() error {
			l.Stop()
			return nil
		})
		return nil
	})
	if err := l.RunForever(); err != nil {
		t.Fatal(err)
	}
	check(t, l)
	return l
}

func TestFrontReordersTheTurn(t *testing.T) {
	expect(t, spinning(t, front(3), 1), "command handle.begin", `
		handle.begin handle=1 turn=1 t=0
		command do="front" handle=3
		handle.begin handle=3 turn=1 t=0
		handle.begin handle=2 turn=1 t=0
		handle.begin handle=4 turn=1 t=0
		handle.begin handle=5 turn=2 t=0
		handle.begin handle=6 turn=2 t=0
		handle.begin handle=7 turn=2 t=0
		handle.begin handle=9 turn=3 t=0
		handle.begin handle=10 turn=3 t=0
		handle.begin handle=11 turn=3 t=0
		handle.begin handle=8 turn=4 t=1
		`)
}

func TestFrontTakesAHandleOfTheNextTurnIntoThisOne(t *testing.T) {
	expect(t, spinning(t, front(5), 2), "command handle.begin", `
		handle.begin handle=1 turn=1 t=0
		handle.begin handle=2 turn=1 t=0
		command do="front" handle=5
		handle.begin handle=5 turn=1 t=0
		handle.begin handle=3 turn=1 t=0
		handle.begin handle=4 turn=1 t=0
		handle.begin handle=6 turn=2 t=0
		handle.begin handle=7 turn=2 t=0
		handle.begin handle=8 turn=2 t=0
		handle.begin handle=10 turn=3 t=0
		handle.begin handle=11 turn=3 t=0
		handle.begin handle=9 turn=4 t=1
		`)
}

func TestFinishWakesAQueueGetThatFindsNothing(t *testing.T) {
	get := func(e env) sched.Awaitable { return e.NewQueue(0).Get() }
	expect(t, commanded(t, waitsFor(get), finish(2, "3")), "command task.waiting", `
		task.waiting task=1 on="task 2"
		task.waiting task=2 on="Queue.get"
		command do="finish" task=2 value="3"
		task.waiting task=2 on="Queue.get"
		`)
}
