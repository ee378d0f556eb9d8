package sched_test

import (
	"strings"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

const (
	mainTask trace.Task = 1
	job1     trace.Task = 2
	job2     trace.Task = 3
)

// commanded runs a program in which commands are given when the loop is idle
// for the first time, and gives its loop, closed.
func commanded(t *testing.T, p program, commands ...trace.Command) *sched.Loop {
	t.Helper()
	var l *sched.Loop
	given := false
	l = sched.NewLoop(nil, sched.Host{Between: func() error {
		if !given && l.Idle() {
			given = true
			for _, c := range commands {
				l.Do(c)
			}
		}
		return nil
	}})
	_, _ = l.Run(p(env{l}))
	check(t, l)
	l.Close()
	return l
}

// gathering is the lesson with gather: job1 takes 2 s, job2 3 s.
func gathering(opts sched.GatherOptions) program {
	return func(e env) *sched.Coro {
		return e.coro("main", func(s sched.Suspend) (any, error) {
			jobs := []sched.Awaitable{e.named("job1", 2), e.named("job2", 3)}
			g, err := e.Gather(jobs, opts)
			if err != nil {
				return nil, err
			}
			return s.Await(g)
		})
	}
}

// named makes a task that prints when it ends by itself.
func (e env) named(name string, d float64) *sched.Task {
	return e.CreateTask(e.coro(name, func(s sched.Suspend) (any, error) {
		if err := e.sleep(s, d); err != nil {
			return nil, err
		}
		e.Print(name + " ends")
		return name + " result", nil
	}), name)
}

func cancel(t trace.Task) trace.Command { return trace.Command{Op: trace.OpCancel, Task: t} }
func shield(t trace.Task) trace.Command { return trace.Command{Op: trace.OpShield, Task: t} }

func cancelPast(t trace.Task) trace.Command {
	return trace.Command{Op: trace.OpCancel, Task: t, Past: true}
}

func callback(t trace.Task, kind trace.CallbackKind, arg string) trace.Command {
	return trace.Command{Op: trace.OpCallback, Task: t, Kind: kind, Arg: arg}
}

// expect compares what a log tells of some kinds with lines.
func expect(t *testing.T, l *sched.Loop, kinds, want string) {
	t.Helper()
	want = strings.TrimLeft(strings.ReplaceAll(want, "\t", ""), "\n")
	if d := diff(want, told(l.Log(), strings.Fields(kinds)...)); d != "" {
		t.Error(d)
	}
}

var both = sched.GatherOptions{ReturnExceptions: true}

func TestShieldKeepsInnerRunning(t *testing.T) {
	l := commanded(t, gathering(both), shield(job1), cancel(job1))
	expect(t, l, "task.cancel task.done run.result", `
		task.done t=2 task=2 name="job1" result="'job1 result'"
		task.done t=3 task=3 name="job2" result="'job2 result'"
		task.done t=3 task=1 name="Task-1" result="[CancelledError(''), 'job2 result']"
		run.result t=3 result="[CancelledError(''), 'job2 result']" pending=[]
		`)
}

func TestShieldCommandMovesTheWaiterWhenTheCancelComes(t *testing.T) {
	l := commanded(t, gathering(both), shield(job1), cancel(job1))
	expect(t, l, "command shield.on shield.outer future.created callback.added callback.removed", `
		callback.added fut=-1 fn="run" task=0
		callback.added fut=-2 fn="gather" task=1
		callback.added fut=-3 fn="gather" task=1
		future.created fut=1 kind="gather" task=1 children=[-2,-3]
		future.created fut=2 kind="sleep" task=2
		future.created fut=3 kind="sleep" task=3
		command do="shield" task=2
		shield.on task=2
		command do="cancel" task=2
		future.created fut=4 kind="shield" task=0
		shield.outer task=2 fut=4 waiter=1
		callback.removed fut=-2 fn="gather" task=0
		callback.added fut=4 fn="gather" task=0
		`)
}

func TestShieldAloneLeavesTheScheduleAlone(t *testing.T) {
	plain := schedule(commanded(t, gathering(both)).Log())
	shielded := schedule(commanded(t, gathering(both), shield(job1), shield(mainTask)).Log())
	if d := diff(plain, shielded); d != "" {
		t.Errorf("a shield that no cancel meets changes the schedule:\n%s", d)
	}
}

func TestCancelPastAShieldCancelsTheTask(t *testing.T) {
	l := commanded(t, gathering(both), shield(job1), cancelPast(job1))
	expect(t, l, "shield.outer task.cancel task.done", `
		task.cancel task=2 msg=null by=0
		task.done t=0 task=2 name="job1" cancelled=true
		task.done t=3 task=3 name="job2" result="'job2 result'"
		task.done t=3 task=1 name="Task-1" result="[CancelledError(''), 'job2 result']"
		`)
}

func TestShutdownCancelsAShieldedTask(t *testing.T) {
	l := commanded(t, gathering(sched.GatherOptions{}), shield(job1), cancel(mainTask))
	expect(t, l, "shield.outer task.cancel task.done loop.shutdown run.result", `
		task.cancel task=1 msg=null by=0
		shield.outer task=2 fut=4 waiter=1
		task.cancel task=3 msg=null by=0 parent="gather"
		task.done t=0 task=3 name="job2" cancelled=true
		task.done t=0 task=1 name="Task-1" cancelled=true
		loop.shutdown t=0 tasks=[2]
		task.cancel task=2 msg=null by=0
		task.done t=0 task=2 name="job1" cancelled=true
		run.result t=0 cancelled=true pending=[]
		`)
}

// awaiting is a main that awaits job1 itself, and outlives a cancel by 3 s.
func awaiting(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		if _, err := s.Await(e.named("job1", 2)); err != nil {
			e.Print("main was cancelled")
		}
		return e.sleep(s, 3)
	})
}

func TestShieldStopsTheCancelOfATaskThatAwaits(t *testing.T) {
	l := commanded(t, awaiting, shield(job1), cancel(mainTask))
	expect(t, l, "task.cancel shield.outer task.throw task.done print", `
		task.cancel task=1 msg=null by=0
		shield.outer task=2 fut=2 waiter=-1
		task.throw task=1 exception="CancelledError()" fut=2
		print t=0 task=1 text="main was cancelled"
		print t=2 task=2 text="job1 ends"
		task.done t=2 task=2 name="job1" result="'job1 result'"
		task.done t=3 task=1 name="Task-1" result="None"
		`)
}

func TestCancelOfAShieldReachesATaskThatAwaits(t *testing.T) {
	l := commanded(t, awaiting, shield(job1), cancel(job1))
	expect(t, l, "task.cancel shield.outer task.done print", `
		shield.outer task=2 fut=2 waiter=-1
		print t=0 task=1 text="main was cancelled"
		print t=2 task=2 text="job1 ends"
		task.done t=2 task=2 name="job1" result="'job1 result'"
		task.done t=3 task=1 name="Task-1" result="None"
		`)
}

func TestShieldOfATaskThatHasEndedStopsNothing(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	l.CreateTask(awaiting(env{l}), "")
	for l.Task(job1) == nil || !l.Task(job1).Done() {
		if _, err := l.Step(); err != nil {
			t.Fatal(err)
		}
		if l.Task(job1) != nil && !l.Task(job1).Shielded() {
			l.Do(shield(job1))
		}
	}
	l.Do(cancel(mainTask)) // its wakeup is scheduled
	run(t, l)
	expect(t, l, "shield.outer task.cancel task.throw print", `
		print t=2 task=2 text="job1 ends"
		task.cancel task=1 msg=null by=0
		task.cancel task=2 msg=null by=0 parent="task 1"
		task.throw task=1 exception="CancelledError()"
		print t=2 task=1 text="main was cancelled"
		`)
}

func TestCancelledGatherHoldsTheOuterFuture(t *testing.T) {
	msg := "stop"
	l := commanded(t, gathering(both), shield(job2), trace.Command{Op: trace.OpCancel, Task: mainTask, Msg: &msg})
	expect(t, l, "shield.outer task.throw", `
		shield.outer task=3 fut=4 waiter=1
		task.throw task=2 exception="CancelledError('stop')" fut=2
		task.throw task=1 exception="CancelledError('stop')" fut=1
		task.throw task=3 exception="CancelledError()" fut=3
		`)
}

func TestCancelledGatherKeepsAShieldedChildThatHasEnded(t *testing.T) {
	p := func(e env) *sched.Coro {
		inner := gathering(both)(e)
		return e.main(func(s sched.Suspend) error {
			main := e.task(inner)
			if err := e.sleep(s, 2.5); err != nil {
				return err
			}
			main.Cancel(nil)
			return e.sleep(s, 1)
		})
	}
	expect(t, commanded(t, p, shield(3)), "shield.outer task.cancel task.done", `
		task.done t=2 task=3 name="job1" result="'job1 result'"
		task.cancel task=2 msg=null by=1
		task.cancel task=3 msg=null by=1 parent="gather"
		task.cancel task=4 msg=null by=1 parent="gather"
		task.done t=2.5 task=4 name="job2" cancelled=true
		task.done t=2.5 task=2 name="Task-2" cancelled=true
		task.done t=3.5 task=1 name="Task-1" result="None"
		`)
}

func TestShieldCoversLaterWaiters(t *testing.T) {
	p := func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			job := e.named("job1", 4)
			if err := e.sleep(s, 1); err != nil {
				return err
			}
			e.timely(s, job, 1)
			e.timely(s, job, 0)
			v, err := s.Await(job)
			e.Print(sched.Show(v))
			return err
		})
	}
	l := commanded(t, p, shield(job1))
	expect(t, l, "shield.outer task.cancel print", `
		task.cancel task=1 msg=null by=0
		shield.outer task=2 fut=3 waiter=-1
		print t=2 task=1 text="timeout"
		shield.outer task=2 fut=5 waiter=-1
		print t=2 task=1 text="timeout"
		print t=4 task=2 text="job1 ends"
		print t=4 task=1 text="'job1 result'"
		`)
}

func TestShieldDoesNotStopTheProgramsOwnCancel(t *testing.T) {
	p := func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			job := e.named("job1", 4)
			if err := e.sleep(s, 1); err != nil {
				return err
			}
			job.Cancel("own")
			_, err := e.wait(s, sched.WaitOptions{}, job)
			return err
		})
	}
	expect(t, commanded(t, p, shield(job1)), "shield.outer task.cancel task.done", `
		task.cancel task=2 msg="own" by=1
		task.done t=1 task=2 name="job1" cancelled=true
		task.done t=1 task=1 name="Task-1" result="None"
		`)
}

func TestWaitKeepsAShieldedTask(t *testing.T) {
	p := func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			job := e.named("job1", 2)
			sets, err := e.wait(s, sched.WaitOptions{}, job)
			e.Print(sched.Show(sets))
			return err
		})
	}
	expect(t, commanded(t, p, shield(job1), cancel(job1)), "shield.outer command.refused task.cancel print", `
		shield.outer task=2 fut=3 waiter=0
		print t=2 task=2 text="job1 ends"
		print t=2 task=1 text="[[<Task job1>], []]"
		`)
}

func TestDuplicateChildrenOfAGatherShareAnOuterFuture(t *testing.T) {
	p := func(e env) *sched.Coro {
		return e.coro("main", func(s sched.Suspend) (any, error) {
			job := e.named("job1", 2)
			g, err := e.Gather([]sched.Awaitable{job, e.named("job2", 1), job}, both)
			if err != nil {
				return nil, err
			}
			return s.Await(g)
		})
	}
	expect(t, commanded(t, p, shield(job1), cancel(job1)), "shield.outer run.result", `
		shield.outer task=2 fut=4 waiter=1
		run.result t=1 result="[CancelledError(''), 'job2 result', CancelledError('')]" pending=[]
		`)
}

func TestCancelCommandHasNoCurrentTask(t *testing.T) {
	msg := "stop"
	l := commanded(t, gathering(both), trace.Command{Op: trace.OpCancel, Task: job2, Msg: &msg})
	expect(t, l, "command task.cancel", `
		command do="cancel" task=3 msg="stop"
		task.cancel task=3 msg="stop" by=0
		`)
}

func TestCommandsSayWhatTheyCameAfter(t *testing.T) {
	l := commanded(t, gathering(both), cancel(job1))
	v := l.Log().View()
	for n := 1; n <= v.Len(); n++ {
		if e := v.At(n); e.Kind == trace.CommandDone {
			if c := v.Payload(e).(trace.Command); c.After != n-1 {
				t.Errorf("the command that is event %d says it came after %d", n, c.After)
			}
			return
		}
	}
	t.Error("no command event")
}

func TestImpossibleCommandsAreRefusedWithTheReason(t *testing.T) {
	l := commanded(t, gathering(both), shield(job1), shield(job1), cancel(9), shield(0), callback(job1, "x", ""))
	l.Do(cancel(job2))
	expect(t, l, "command.refused", `
		command.refused do="shield" task=2 reason="job1 is shielded already: cancel it to cancel its shield"
		command.refused do="cancel" task=9 reason="there is no task 9 yet: step on until it is created"
		command.refused do="shield" task=0 reason="command \"shield\" names no task"
		command.refused do="callback" task=2 reason="no callback kind \"x\": use log, notify, spawn or break"
		command.refused do="cancel" task=3 reason="the run has ended: restart it"
		`)
}

func TestFinishedTasksAreNeitherCancelledNorShielded(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	e := env{l}
	e.named("a", 0)
	e.CreateTask(e.fail(0), "b")
	e.task(e.fail(9)).Cancel(nil)
	run(t, l)
	for n := range trace.Task(3) {
		l.Do(cancel(n + 1))
	}
	l.Do(shield(1))
	l.Do(callback(1, trace.CallbackLog, ""))
	run(t, l)
	expect(t, l, "command command.refused print", `
		print t=0 task=1 text="a ends"
		command.refused do="cancel" task=1 reason="a returned 'a result' already: step back to before its end"
		command.refused do="cancel" task=2 reason="b raised ValueError('bad') already: step back to before its end"
		command.refused do="cancel" task=3 reason="fail was cancelled already: step back to before its end"
		command.refused do="shield" task=1 reason="a returned 'a result' already: step back to before its end"
		command do="callback" task=1 kind="log"
		print t=0 task=0 text="a returned 'a result'"
		`)
}

// run steps a loop until nothing is left.
func run(t *testing.T, l *sched.Loop) {
	t.Helper()
	for {
		ran, err := l.Step()
		if err != nil {
			t.Fatal(err)
		}
		if !ran {
			return
		}
	}
}

func TestCallbackKindsDoWhatTheySay(t *testing.T) {
	l := commanded(t, gathering(both), callback(job1, trace.CallbackLog, ""), callback(job1, trace.CallbackLog, "tag"),
		callback(job1, trace.CallbackNotify, "seen"), callback(job1, trace.CallbackSpawn, "hello"),
		callback(job1, trace.CallbackBreak, ""))
	expect(t, l, "print task.mark run.break task.created", `
		task.created task=1 name="Task-1" fn="main" by=0 eager=false
		task.created task=2 name="job1" fn="job1" by=1 eager=false
		task.created task=3 name="job2" fn="job2" by=1 eager=false
		print t=2 task=2 text="job1 ends"
		print t=2 task=0 text="job1 returned 'job1 result'"
		print t=2 task=0 text="tag: job1 returned 'job1 result'"
		task.mark t=2 task=2 text="seen"
		task.created task=4 name="Task-2" fn="spawned" by=0 eager=false
		run.break t=2 fut=-2
		print t=2 task=4 text="hello"
		print t=3 task=3 text="job2 ends"
		`)
}

func TestCallbacksOfCommandsAreScheduledLikeAny(t *testing.T) {
	l := commanded(t, gathering(both), callback(job1, trace.CallbackLog, ""))
	expect(t, l, "callback.added handle.scheduled", `
		handle.scheduled handle=1 what="step" task=1
		callback.added fut=-1 fn="run" task=0
		handle.scheduled handle=2 what="step" task=2
		handle.scheduled handle=3 what="step" task=3
		callback.added fut=-2 fn="gather" task=1
		callback.added fut=-3 fn="gather" task=1
		handle.scheduled handle=4 what="timer" fn="sleep" when=2
		handle.scheduled handle=5 what="timer" fn="sleep" when=3
		callback.added fut=-2 fn="log" task=0
		handle.scheduled handle=6 what="step" task=2
		handle.scheduled handle=7 what="done_callback" fn="gather" of="task 2"
		handle.scheduled handle=8 what="done_callback" fn="log" of="task 2"
		handle.scheduled handle=9 what="step" task=3
		handle.scheduled handle=10 what="done_callback" fn="gather" of="task 3"
		handle.scheduled handle=11 what="step" task=1
		handle.scheduled handle=12 what="done_callback" fn="run" of="task 1"
		`)
}

func TestALogCallbackRetrievesNothing(t *testing.T) {
	p := func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			e.task(e.fail(1))
			return e.sleep(s, 2)
		})
	}
	expect(t, commanded(t, p, callback(job1, trace.CallbackLog, "")), "print future.never_retrieved", `
		print t=1 task=0 text="fail raised ValueError('bad')"
		future.never_retrieved future="task 2" exception="ValueError('bad')"
		`)
}
