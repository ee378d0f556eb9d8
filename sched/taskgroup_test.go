package sched_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

func TestTaskGroupIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"taskgroup_failures":  taskGroupFailures,
		"taskgroup_cancelled": taskGroupCancelled,
		"taskgroup_misused":   taskGroupMisused,
		"taskgroup_eager":     taskGroupEager,
	})
}

// group is `async with asyncio.TaskGroup() as g: body`.
func (e env) group(s sched.Suspend, body func(*sched.TaskGroup) error) error {
	g := e.NewTaskGroup()
	if err := g.Enter(); err != nil {
		return err
	}
	return g.Exit(s, body(g))
}

// start is g.create_task(c), of a group that takes tasks.
func start(g *sched.TaskGroup, c *sched.Coro) *sched.Task {
	t, err := g.CreateTask(c, "")
	if err != nil {
		panic(err)
	}
	return t
}

// caught prints the class of an exception and its first argument.
func (e env) caught(err error) {
	exc := err.(*sched.Error)
	text := exc.Class.Error()
	if len(exc.Args) > 0 {
		text += " " + fmt.Sprint(exc.Args[0])
	}
	e.Print(text)
}

func taskGroupFailures(e env) *sched.Coro {
	stubborn := e.coro("stubborn", func(s sched.Suspend) (any, error) {
		_ = e.sleep(s, 5)
		if err := e.sleep(s, 1); err != nil {
			return nil, err
		}
		return nil, bad()
	})
	type body = func(sched.Suspend, *sched.TaskGroup) error
	oneFails := func(s sched.Suspend, g *sched.TaskGroup) error {
		start(g, e.guarded(5))
		start(g, e.fail(1))
		if _, err := g.CreateTask(stubborn, "stubborn"); err != nil {
			return err
		}
		start(g, e.job(1, "x"))
		return e.sleep(s, 5)
	}
	bodyFails := func(s sched.Suspend, g *sched.TaskGroup) error {
		start(g, e.guarded(5))
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		return bad()
	}
	bothAtOnce := func(_ sched.Suspend, g *sched.TaskGroup) error {
		start(g, e.fail(1))
		start(g, e.fail(1))
		return nil
	}
	allWell := func(s sched.Suspend, g *sched.TaskGroup) error {
		a, b := start(g, e.job(1, "a")), start(g, e.guarded(5))
		_, err := s.Await(a)
		b.Cancel("alone")
		return err
	}
	empty := func(sched.Suspend, *sched.TaskGroup) error { return nil }
	return e.main(func(s sched.Suspend) error {
		for _, b := range []body{oneFails, bodyFails, bothAtOnce, allWell, empty} {
			t := e.task(e.coro("tries", func(s sched.Suspend) (any, error) {
				err := e.group(s, func(g *sched.TaskGroup) error { return b(s, g) })
				if exc, ok := err.(*sched.Error); ok {
					e.Print(fmt.Sprintf("%v %v", exc.Class, exc.Str()))
				}
				return nil, err
			}))
			if _, err := e.wait(s, sched.WaitOptions{}, t); err != nil {
				return err
			}
			e.Print(fmt.Sprint(t.Cancelling()))
		}
		return nil
	})
}

func taskGroupCancelled(e env) *sched.Coro {
	slow := e.coro("slow", func(s sched.Suspend) (any, error) {
		err := e.sleep(s, 5)
		e.got("got", err)
		if err := e.sleep(s, 2); err != nil {
			return nil, err
		}
		return nil, err
	})
	badEnd := e.coro("bad_end", func(s sched.Suspend) (any, error) {
		_ = e.sleep(s, 5)
		return nil, bad()
	})
	waits := func(jobs ...*sched.Coro) *sched.Task {
		return e.task(e.coro("waits", func(s sched.Suspend) (any, error) {
			err := e.group(s, func(g *sched.TaskGroup) error {
				for _, j := range jobs {
					start(g, j)
				}
				return nil
			})
			if err != nil {
				e.caught(err)
			}
			if err := e.sleep(s, 1); err != nil {
				return nil, err
			}
			e.Print("on")
			return nil, nil
		}))
	}
	inTheBody := e.coro("in_the_body", func(s sched.Suspend) (any, error) {
		return nil, e.group(s, func(g *sched.TaskGroup) error {
			start(g, e.guarded(5))
			return e.sleep(s, 5)
		})
	})
	return e.main(func(s sched.Suspend) error {
		var t *sched.Task
		cancel := func(msg string) {
			_ = e.sleep(s, 1)
			t.Cancel(msg)
		}
		t = waits(e.guarded(5), slow)
		cancel("one")
		cancel("two")
		_, _ = e.wait(s, sched.WaitOptions{}, t)
		t = waits(badEnd)
		cancel("three")
		_, _ = e.wait(s, sched.WaitOptions{}, t)
		t = e.task(inTheBody)
		cancel("four")
		_, err := e.wait(s, sched.WaitOptions{}, t)
		return err
	})
}

func taskGroupMisused(e env) *sched.Coro {
	tries := func(g *sched.TaskGroup) {
		if _, err := g.CreateTask(e.job(1, "x"), ""); err != nil {
			e.Print(err.(*sched.Error).Str())
		}
	}
	late := func(g *sched.TaskGroup) *sched.Coro {
		return e.coro("late", func(s sched.Suspend) (any, error) {
			err := e.sleep(s, 5)
			tries(g)
			return nil, err
		})
	}
	leaves := e.coro("leaves", func(s sched.Suspend) (any, error) {
		if err := e.sleep(s, 1); err != nil {
			return nil, err
		}
		return nil, &sched.Error{Class: sched.ErrSystemExit, Args: []any{3}}
	})
	return e.main(func(s sched.Suspend) error {
		g := e.NewTaskGroup()
		tries(g)
		if err := g.Enter(); err != nil {
			return err
		}
		start(g, e.fail(1))
		start(g, late(g))
		if err := g.Enter(); err != nil {
			e.Print(err.(*sched.Error).Str())
		}
		if err := g.Exit(s, nil); err != nil {
			e.Print(err.(*sched.Error).Class.Error())
		}
		g = e.NewTaskGroup()
		if err := g.Enter(); err != nil {
			return err
		}
		start(g, e.job(1, "y"))
		if err := g.Exit(s, nil); err != nil {
			return err
		}
		tries(g)
		return e.group(s, func(g *sched.TaskGroup) error {
			start(g, leaves)
			start(g, e.job(2, "z"))
			return nil
		})
	})
}

func taskGroupEager(e env) *sched.Coro {
	fail := e.coro("fail", func(sched.Suspend) (any, error) { return nil, bad() })
	return e.main(func(s sched.Suspend) error {
		e.Eager = true
		err := e.group(s, func(g *sched.TaskGroup) error {
			start(g, e.job(0, "x"))
			start(g, e.job(5, "y"))
			start(g, fail)
			e.Print("on")
			return e.sleep(s, 5)
		})
		exc := err.(*sched.Error)
		e.Print(fmt.Sprintf("%v %v", exc.Class, exc.Str()))
		return nil
	})
}

// grouped is a group of two tasks; a third ends it after a second.
func grouped(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		return e.group(s, func(g *sched.TaskGroup) error {
			for _, name := range []string{"job1", "job2"} {
				if _, err := g.CreateTask(e.coro(name, func(s sched.Suspend) (any, error) {
					err := e.sleep(s, 3)
					if err == nil {
						e.Print(name + " ends")
					}
					return nil, err
				}), name); err != nil {
					return err
				}
			}
			start(g, e.fail(1))
			return nil
		})
	})
}

func TestAGroupThatAbortsCancelsTheShieldOfItsTask(t *testing.T) {
	l := commanded(t, grouped, shield(job1))
	expect(t, l, "shield.outer task.cancel task.done", `
		task.done t=1 task=4 name="Task-2" exception="ValueError('bad')"
		shield.outer task=2 fut=5 waiter=-1
		task.cancel task=3 msg=null by=0
		task.cancel task=1 msg=null by=0
		task.done t=1 task=3 name="job2" cancelled=true
		task.done t=1 task=1 name="Task-1" exception="ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('bad')])"
		task.cancel task=2 msg=null by=0
		task.done t=1 task=2 name="job1" cancelled=true
		`)
}

func TestACancelledShieldInAGroupIsACancelledChild(t *testing.T) {
	l := commanded(t, grouped, shield(job1), cancel(job1))
	expect(t, l, "shield.outer task.cancel task.done", `
		shield.outer task=2 fut=5 waiter=-1
		task.done t=1 task=4 name="Task-2" exception="ValueError('bad')"
		task.cancel task=3 msg=null by=0
		task.cancel task=1 msg=null by=0
		task.done t=1 task=3 name="job2" cancelled=true
		task.done t=1 task=1 name="Task-1" exception="ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('bad')])"
		task.cancel task=2 msg=null by=0
		task.done t=1 task=2 name="job1" cancelled=true
		`)
}

// TestTheTraceTellsWhatOfAsyncioAsked looks at who calls cancel and uncancel:
// a TaskGroup, a timeout, a wait_for without any time, or the program itself.
func TestTheTraceTellsWhatOfAsyncioAsked(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	e := env{l}
	_, err := l.Run(e.main(func(s sched.Suspend) error {
		_ = e.group(s, func(g *sched.TaskGroup) error {
			start(g, e.fail(1))
			start(g, e.guarded(5))
			return e.sleep(s, 9)
		})
		_, _ = e.WaitFor(e.guarded(9), delay(1)).Await(s)
		_, _ = e.WaitFor(e.task(e.guarded(9)), delay(0)).Await(s)
		job := e.task(e.guarded(9))
		job.Cancel(nil)
		return e.sleep(s, 0)
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	v := l.Log().View()
	for n := 1; n <= v.Len(); n++ {
		if ev := v.At(n); ev.Kind == trace.TaskCancel || ev.Kind == trace.TaskUncancel {
			got = append(got, fmt.Sprintf("%s task %d %q", ev.Kind, ev.Task, ev.Via()))
		}
	}
	want := []string{
		`task.cancel task 3 "TaskGroup"`, `task.cancel task 1 "TaskGroup"`, `task.uncancel task 1 "TaskGroup"`,
		`task.cancel task 1 "timeout"`, `task.uncancel task 1 "timeout"`,
		`task.cancel task 4 "wait_for"`, `task.cancel task 5 ""`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("asked was\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
