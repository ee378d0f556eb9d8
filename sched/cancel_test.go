package sched_test

import (
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestCancellationIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"cancel_before_start":     cancelBeforeStart,
		"cancel_down_the_chain":   cancelDownTheChain,
		"cancel_twice":            cancelTwice,
		"cancel_wakeup_scheduled": cancelWakeupScheduled,
		"cancel_finished_task":    cancelFinishedTask,
		"cancel_self":             cancelSelf,
	})
}

func cancelBeforeStart(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		job := e.task(e.guarded(1))
		job.Cancel("no")
		if _, err := s.Await(job); err != nil {
			e.got("got", err)
		}
		return nil
	})
}

func cancelDownTheChain(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		inner := e.task(e.guarded(5))
		outer := e.task(e.coro("outer", func(s sched.Suspend) (any, error) {
			v, err := s.Await(inner)
			if err != nil {
				e.got("outer", err)
			}
			return v, err
		}))
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		outer.Cancel("m")
		outer.Cancel("n")
		if _, err := s.Await(outer); err != nil {
			e.got("main", err)
		}
		e.Print(fmt.Sprintf("%d %d", outer.Cancelling(), inner.Cancelling()))
		return nil
	})
}

func cancelTwice(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		job := e.task(e.guarded(5))
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		job.Cancel("one")
		job.Cancel("two")
		if _, err := e.wait(s, sched.WaitOptions{}, job); err != nil {
			return err
		}
		e.Print(fmt.Sprint(job.Cancelling()))
		e.Print(sched.Show(job.Cancel("three")))
		return nil
	})
}

func cancelWakeupScheduled(e env) *sched.Coro {
	waiter := func(f *sched.Future) *sched.Coro {
		return e.coro("waiter", func(s sched.Suspend) (any, error) {
			_, err := s.Await(f)
			if err != nil {
				e.got("got", err)
			}
			return nil, err
		})
	}
	return e.main(func(s sched.Suspend) error {
		f, g := e.CreateFuture(), e.CreateFuture()
		a, b := e.task(waiter(f)), e.task(waiter(g))
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		if err := f.SetResult(1); err != nil {
			return err
		}
		if err := g.SetException(bad()); err != nil {
			return err
		}
		a.Cancel("late")
		b.Cancel(nil)
		_, err := e.wait(s, sched.WaitOptions{}, a, b)
		return err
	})
}

func cancelFinishedTask(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a := e.task(e.fail(0))
		e.task(e.fail(0))
		err := e.sleep(s, 1)
		e.Print(sched.Show(a.Cancel(nil)))
		return err
	})
}

// wait is `await asyncio.wait(aws, …)`.
func (e env) wait(s sched.Suspend, opts sched.WaitOptions, aws ...sched.Awaitable) (sched.Sets, error) {
	v, err := s.Await(e.Wait(aws, opts))
	if err != nil {
		return sched.Sets{}, err
	}
	return v.(sched.Sets), nil
}

func cancelSelf(e env) *sched.Coro {
	thenSleep := func(name string, d float64) *sched.Coro {
		return e.coro(name, func(s sched.Suspend) (any, error) {
			e.CurrentTask().Cancel("me")
			return nil, e.sleep(s, d)
		})
	}
	thenReturn := func(f *sched.Future) *sched.Coro {
		return e.coro("then_return", func(s sched.Suspend) (any, error) {
			e.CurrentTask().Cancel("me")
			_, err := s.Await(f)
			return 3, err
		})
	}
	thenRaise := e.coro("then_raise", func(s sched.Suspend) (any, error) {
		e.CurrentTask().Cancel("me")
		return nil, bad()
	})
	twice := e.coro("twice", func(s sched.Suspend) (any, error) {
		e.CurrentTask().Cancel("me")
		e.Print(fmt.Sprint(e.CurrentTask().Uncancel()))
		if err := e.sleep(s, 0); err != nil {
			return nil, err
		}
		e.CurrentTask().Cancel(nil)
		if err := e.sleep(s, 0); err == nil {
			return "not cancelled", nil
		}
		return 4, e.sleep(s, 0)
	})
	return e.main(func(s sched.Suspend) error {
		f := e.CreateFuture()
		if err := f.SetResult(1); err != nil {
			return err
		}
		var ts []*sched.Task
		var aws []sched.Awaitable
		for _, c := range []*sched.Coro{thenSleep("then_sleep", 1), thenSleep("then_yield", 0), thenReturn(f), thenRaise, twice} {
			ts = append(ts, e.task(c))
			aws = append(aws, ts[len(ts)-1])
		}
		g, err := e.Gather(aws, sched.GatherOptions{ReturnExceptions: true})
		if err != nil {
			return err
		}
		if _, err = s.Await(g); err != nil {
			return err
		}
		var counts []int
		for _, x := range ts {
			counts = append(counts, x.Cancelling())
		}
		e.Print(sched.Show(counts))
		return nil
	})
}
