package sched_test

import (
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestFuturesSettleAsCPython(t *testing.T) {
	conform(t, map[string]program{
		"future_callbacks":     futureCallbacks,
		"future_settled_twice": futureSettledTwice,
		"future_two_waiters":   futureTwoWaiters,
		"task_awaits_itself":   taskAwaitsItself,
		"eager_tasks":          eagerTasks,
		"task_names":           taskNames,
	})
}

func futureCallbacks(e env) *sched.Coro {
	a, b := e.note("a"), e.note("b")
	return e.main(func(s sched.Suspend) error {
		f, g := e.CreateFuture(), e.CreateFuture()
		for _, x := range []*sched.Future{f, g} {
			for _, cb := range []sched.Callback{a, b, a} {
				x.AddDoneCallback(cb)
			}
		}
		e.Print(fmt.Sprintln(f.RemoveDoneCallback("a"), f.RemoveDoneCallback("a"))[:3])
		job := e.task(e.guarded(1))
		if err := f.SetResult(3); err != nil {
			return err
		}
		e.Print(fmt.Sprint(f.RemoveDoneCallback("b")))
		f.AddDoneCallback(a)
		v, err := s.Await(f)
		if err != nil {
			return err
		}
		e.Print(fmt.Sprint(v))
		g.Cancel("why")
		if _, err = s.Await(g); err != nil {
			e.got("got", err)
		}
		_, err = s.Await(job)
		return err
	})
}

func futureSettledTwice(e env) *sched.Coro {
	says := func(err error) { e.Print(fmt.Sprint(err.(*sched.Error).Args[0])) }
	return e.main(func(s sched.Suspend) error {
		f := e.CreateFuture()
		_, err := f.Result()
		says(err)
		if err := f.SetException(bad()); err != nil {
			return err
		}
		says(f.SetResult(1))
		e.Print(fmt.Sprintf("%s %s %s", sched.Show(f.Cancel(nil)), sched.Show(f.Done()), sched.Show(f.Cancelled())))
		g, h := e.CreateFuture(), (*sched.Future)(nil)
		if err := g.SetException(bad()); err != nil {
			return err
		}
		h = e.CreateFuture()
		if err := h.SetException(bad()); err != nil {
			return err
		}
		exc, err := h.Exception()
		if err != nil {
			return err
		}
		says(exc)
		if _, err := s.Await(e.task(e.job(0, 1))); err != nil {
			return err
		}
		e.task(e.fail(0))
		return e.sleep(s, 1)
	})
}

func futureTwoWaiters(e env) *sched.Coro {
	waits := func(f *sched.Future) *sched.Coro {
		return e.coro("wait_for_it", func(s sched.Suspend) (any, error) {
			v, err := s.Await(f)
			if err != nil {
				e.got("got", err)
			}
			return v, err
		})
	}
	return e.main(func(s sched.Suspend) error {
		job := e.task(e.job(1, 1))
		a, b := e.task(waits(&job.Future)), e.task(waits(&job.Future))
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		a.Cancel("stop")
		if _, err := s.Await(e.Wait([]sched.Awaitable{a, b}, sched.WaitOptions{})); err != nil {
			return err
		}
		e.Print(fmt.Sprintf("%d %d %d", a.Cancelling(), b.Cancelling(), job.Cancelling()))
		return nil
	})
}

func taskAwaitsItself(e env) *sched.Coro {
	itself := e.coro("itself", func(s sched.Suspend) (any, error) { return s.Await(e.CurrentTask()) })
	misuse := e.coro("bad", func(s sched.Suspend) (any, error) { return nil, s(3) })
	return e.main(func(s sched.Suspend) error {
		g, err := e.Gather([]sched.Awaitable{itself, misuse}, sched.GatherOptions{ReturnExceptions: true})
		if err != nil {
			return err
		}
		_, err = s.Await(g)
		return err
	})
}

func taskNames(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a := e.CreateTask(e.job(1, 1), "first")
		b := e.task(e.job(1, 2))
		b.SetName("second")
		c := e.task(e.job(1, 3))
		e.Print(a.Name() + " " + b.Name() + " " + c.Name())
		_, err := e.gather(s, a, b, c)
		return err
	})
}

func eagerTasks(e env) *sched.Coro {
	atOnce := func(x int) *sched.Coro {
		return e.coro("at_once", func(sched.Suspend) (any, error) {
			e.Print(fmt.Sprint("at once ", x))
			return x, nil
		})
	}
	suspends := e.coro("suspends", func(s sched.Suspend) (any, error) {
		e.Print("starts")
		e.task(atOnce(2))
		err := e.sleep(s, 0)
		e.Print("goes on")
		return nil, err
	})
	return e.main(func(s sched.Suspend) error {
		e.Eager = true
		first := e.task(atOnce(1))
		e.Print(sched.Show(first.Done()))
		if _, err := s.Await(first); err != nil {
			return err
		}
		_, err := e.gather(s, suspends, atOnce(3))
		return err
	})
}

func TestTaskRefusesSetResult(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	job := env{l}.task(env{l}.job(1, nil))
	if err := job.SetResult(1); fmt.Sprint(err) != "RuntimeError: Task does not support set_result operation" {
		t.Errorf("SetResult of a task gave %v", err)
	}
	if err := job.SetException(bad()); fmt.Sprint(err) != "RuntimeError: Task does not support set_exception operation" {
		t.Errorf("SetException of a task gave %v", err)
	}
}

func TestRemoveDoneCallbackLeavesWaitersAlone(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	f := l.CreateFuture()
	waiter := env{l}.task(env{l}.coro("waiter", func(s sched.Suspend) (any, error) { return s.Await(f) }))
	run(t, l)
	f.AddDoneCallback(sched.Callback{Name: "f", Fn: func(*sched.Future) error { return nil }})
	if n := f.RemoveDoneCallback(nil); n != 1 {
		t.Errorf("%d callbacks were removed, want the one without a key", n)
	}
	if err := f.SetResult(1); err != nil {
		t.Fatal(err)
	}
	run(t, l)
	if !waiter.Done() {
		t.Error("the task that waits was not woken")
	}
}
