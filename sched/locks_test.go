package sched_test

import (
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestLockIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"lock_order":                  lockOrder,
		"lock_nobody_jumps_the_queue": lockNobodyJumpsTheQueue,
	})
}

func lockNobodyJumpsTheQueue(e env) *sched.Coro {
	take := func(lock holder, name string) *sched.Task {
		return e.task(e.coro("take", func(s sched.Suspend) (any, error) {
			_, err := s.Await(lock.Acquire())
			if err == nil {
				e.Print(name)
			}
			return nil, err
		}))
	}
	passOn := func(lock holder) *sched.Coro {
		return e.coro("pass_on", func(s sched.Suspend) (any, error) {
			return nil, with(s, lock, func() error {
				e.Print("passed on")
				return nil
			})
		})
	}
	return e.main(func(s sched.Suspend) error {
		sem, err := e.NewSemaphore(1)
		if err != nil {
			return err
		}
		for _, lock := range []holder{e.NewLock(), sem} {
			if _, err := s.Await(lock.Acquire()); err != nil {
				return err
			}
			take(lock, "first")
			e.pause(s, 0)
			if err := lock.Release(); err != nil {
				return err
			}
			second, third := take(lock, "second"), take(lock, "third")
			e.Print(sched.Show(lock.Locked()))
			e.pause(s, 0)
			e.Print(sched.Show(lock.Locked()))
			if err := lock.Release(); err != nil {
				return err
			}
			second.Cancel(nil)
			last := take(lock, "main")
			if _, err := s.Await(third); err != nil {
				return err
			}
			if err := lock.Release(); err != nil {
				return err
			}
			if _, err := s.Await(last); err != nil {
				return err
			}
			e.task(passOn(lock))
			e.pause(s, 0)
			if err := lock.Release(); err != nil {
				return err
			}
			if _, err := s.Await(lock.Acquire()); err != nil {
				return err
			}
			e.Print("main again")
		}
		return nil
	})
}

// A holder is what `async with` takes: a Lock, a Condition, a Semaphore.
type holder interface {
	Acquire() *sched.Coro
	Release() error
	Locked() bool
}

// with is `async with h: body`.
func with(s sched.Suspend, h holder, body func() error) error {
	if _, err := s.Await(h.Acquire()); err != nil {
		return err
	}
	err := body()
	if e := h.Release(); e != nil {
		return e
	}
	return err
}

// message prints what an exception says.
func (e env) message(err error) { e.Print(err.(*sched.Error).Str()) }

// pause is `await asyncio.sleep(d)` where no cancel comes.
func (e env) pause(s sched.Suspend, d float64) {
	if err := e.sleep(s, d); err != nil {
		panic(err)
	}
}

// prints prints the result of an await that does not fail.
func (e env) prints(s sched.Suspend, aw sched.Awaitable) {
	v, err := s.Await(aw)
	if err != nil {
		panic(err)
	}
	e.Print(sched.Show(v))
}

func lockOrder(e env) *sched.Coro {
	lock := e.NewLock()
	hold := func(name string) *sched.Task {
		return e.task(e.coro("hold", func(s sched.Suspend) (any, error) {
			err := with(s, lock, func() error {
				e.Print(name)
				return e.sleep(s, 1)
			})
			if err != nil {
				e.got("got", err)
			}
			return nil, err
		}))
	}
	take := func(s sched.Suspend) {
		if _, err := s.Await(lock.Acquire()); err != nil {
			panic(err)
		}
	}
	return e.main(func(s sched.Suspend) error {
		e.message(lock.Release())
		_, b, c, _ := hold("a"), hold("b"), hold("c"), hold("d")
		e.pause(s, 0.5)
		e.Print(sched.Show(lock.Locked()))
		c.Cancel("late")
		e.pause(s, 0.5)
		e.pause(s, 0)
		b.Cancel("woken")
		take(s)
		e.Print("main")
		if err := lock.Release(); err != nil {
			return err
		}
		take(s)
		if err := lock.Release(); err != nil {
			return err
		}
		if _, err := e.wait(s, sched.WaitOptions{}, e.CreateTask(lock.Acquire(), "taken")); err != nil {
			return err
		}
		late := e.task(lock.Acquire())
		e.pause(s, 0)
		if err := lock.Release(); err != nil {
			return err
		}
		late.Cancel(nil)
		e.pause(s, 0)
		e.pause(s, 0)
		e.Print(sched.Show(lock.Locked()))
		return nil
	})
}

func TestEventIsCPythons(t *testing.T) {
	conform(t, map[string]program{"event_set_and_clear": eventSetAndClear})
}

func eventSetAndClear(e env) *sched.Coro {
	ev := e.NewEvent()
	waits := func() *sched.Task {
		return e.task(e.coro("waits", func(s sched.Suspend) (any, error) {
			v, err := s.Await(ev.Wait())
			if err != nil {
				e.got("got", err)
				return nil, err
			}
			e.Print(sched.Show(v))
			return nil, nil
		}))
	}
	return e.main(func(s sched.Suspend) error {
		_, b, c := waits(), waits(), waits()
		e.pause(s, 1)
		b.Cancel("one")
		e.pause(s, 1)
		ev.Set()
		ev.Clear()
		e.Print(sched.Show(ev.IsSet()))
		c.Cancel("two")
		late := e.task(ev.Wait())
		e.pause(s, 1)
		ev.Set()
		ev.Set()
		e.prints(s, ev.Wait())
		_, err := s.Await(late)
		return err
	})
}

func TestConditionIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"condition_notified":  conditionNotified,
		"condition_of_a_lock": conditionOfALock,
	})
}

func conditionNotified(e env) *sched.Coro {
	cond, ready := e.NewCondition(nil), 0
	waits := func(name string) *sched.Task {
		return e.task(e.coro("waits", func(s sched.Suspend) (any, error) {
			return nil, with(s, cond, func() error {
				_, err := s.Await(cond.Wait())
				if err != nil {
					e.got(name, err)
				}
				e.Print(sched.Show(cond.Locked()))
				if err == nil {
					e.Print(name)
				}
				return err
			})
		}))
	}
	waitsFor := e.coro("waits_for", func(s sched.Suspend) (any, error) {
		return nil, with(s, cond, func() error {
			v, err := s.Await(cond.WaitFor(func() (any, bool, error) { return ready, ready > 0, nil }))
			if err == nil {
				e.Print(sched.Show(v))
			}
			return err
		})
	})
	notifyAll := func(s sched.Suspend) error { return with(s, cond, cond.NotifyAll) }
	return e.main(func(s sched.Suspend) error {
		e.message(cond.Notify(1))
		e.message(cond.NotifyAll())
		_, err := s.Await(cond.Wait())
		e.message(err)
		a, _, _, d := waits("a"), waits("b"), waits("c"), waits("d")
		last := e.task(waitsFor)
		e.pause(s, 1)
		err = with(s, cond, func() error {
			err := cond.Notify(2)
			a.Cancel("notified")
			e.pause(s, 1)
			a.Cancel("again")
			e.pause(s, 1)
			return err
		})
		if err != nil {
			return err
		}
		e.pause(s, 1)
		d.Cancel("waiting")
		e.pause(s, 1)
		if err := notifyAll(s); err != nil {
			return err
		}
		e.pause(s, 1)
		err = with(s, cond, func() error {
			ready++
			return cond.NotifyAll()
		})
		if err != nil {
			return err
		}
		_, err = s.Await(last)
		return err
	})
}

func conditionOfALock(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		lock := e.NewLock()
		cond := e.NewCondition(lock)
		if _, err := s.Await(cond.Acquire()); err != nil {
			return err
		}
		e.Print(sched.Show(lock.Locked()))
		t := e.CreateTask(cond.Wait(), "t")
		e.pause(s, 0)
		e.Print(sched.Show(lock.Locked()))
		if _, err := s.Await(lock.Acquire()); err != nil {
			return err
		}
		if err := cond.Notify(1); err != nil {
			return err
		}
		if err := lock.Release(); err != nil {
			return err
		}
		e.prints(s, t)
		e.Print(sched.Show(cond.Locked()))
		return nil
	})
}

func TestSemaphoreIsCPythons(t *testing.T) {
	conform(t, map[string]program{"semaphore_hands_over": semaphoreHandsOver})
}

func semaphoreHandsOver(e env) *sched.Coro {
	hold := func(sem holder, name string) *sched.Task {
		return e.task(e.coro("hold", func(s sched.Suspend) (any, error) {
			err := with(s, sem, func() error {
				e.Print(name + " " + sched.Show(sem.Locked()))
				return e.sleep(s, 1)
			})
			if err != nil {
				e.got("got", err)
			}
			return nil, err
		}))
	}
	return e.main(func(s sched.Suspend) error {
		_, err := e.NewSemaphore(-1)
		e.message(err)
		bounded, err := e.NewBoundedSemaphore(2)
		if err != nil {
			return err
		}
		e.message(bounded.Release())
		var tasks []*sched.Task
		for _, name := range "abcdef" {
			tasks = append(tasks, hold(bounded, string(name)))
		}
		e.pause(s, 0.5)
		tasks[3].Cancel("waiting")
		e.pause(s, 0.5)
		e.pause(s, 0)
		tasks[2].Cancel("woken")
		tasks[4].Cancel("woken too")
		e.pause(s, 5)
		sem, err := e.NewSemaphore(0)
		if err != nil {
			return err
		}
		t, u := e.task(sem.Acquire()), e.task(sem.Acquire())
		e.pause(s, 0)
		_ = sem.Release()
		e.Print(sched.Show(sem.Locked()))
		_ = sem.Release()
		t.Cancel(nil)
		e.prints(s, u)
		if _, err := s.Await(sem.Acquire()); err != nil {
			return err
		}
		e.Print(sched.Show(sem.Locked()))
		return nil
	})
}

func TestBarrierIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"barrier_rounds": barrierRounds,
		"barrier_broken": barrierBroken,
	})
}

func barrierRounds(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		_, err := e.NewBarrier(0)
		e.message(err)
		barrier, err := e.NewBarrier(3)
		if err != nil {
			return err
		}
		var tasks []sched.Awaitable
		for i, name := range "abc" {
			tasks = append(tasks, e.task(e.coro("party", func(s sched.Suspend) (any, error) {
				if err := e.sleep(s, float64(i+1)); err != nil {
					return nil, err
				}
				for range 2 {
					v, err := s.Await(barrier.Wait())
					if err != nil {
						return nil, err
					}
					e.Print(fmt.Sprint(string(name), " ", v))
				}
				return nil, nil
			})))
		}
		e.pause(s, 2.5)
		e.Print(fmt.Sprint(barrier.Parties(), barrier.Waiting()) + " " + sched.Show(barrier.Broken()))
		if _, err := e.gather(s, tasks...); err != nil {
			return err
		}
		alone, err := e.NewBarrier(1)
		if err == nil {
			e.prints(s, alone.Wait())
		}
		return err
	})
}

func barrierBroken(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		barrier, err := e.NewBarrier(3)
		if err != nil {
			return err
		}
		party := func(s sched.Suspend) (any, error) {
			v, err := s.Await(barrier.Wait())
			if exc, ok := err.(*sched.Error); ok && exc.Class == sched.ErrBrokenBarrier {
				e.message(err)
				return nil, nil
			}
			if err != nil {
				e.got("got", err)
				return nil, err
			}
			e.Print(fmt.Sprint(v))
			return nil, nil
		}
		parties := func(n int) (last *sched.Task) {
			for range n {
				last = e.task(e.coro("party", party))
			}
			return last
		}
		parties(2)
		e.pause(s, 1)
		if _, err := s.Await(barrier.Reset()); err != nil {
			return err
		}
		late := parties(1)
		e.pause(s, 1)
		late.Cancel("one")
		e.pause(s, 1)
		if _, err := s.Await(barrier.Reset()); err != nil {
			return err
		}
		parties(3)
		e.pause(s, 1)
		parties(2)
		e.pause(s, 1)
		if _, err := s.Await(e.task(barrier.Abort())); err != nil {
			return err
		}
		e.Print(fmt.Sprint(barrier.Waiting()) + " " + sched.Show(barrier.Broken()))
		parties(1)
		e.pause(s, 1)
		return nil
	})
}

func TestStatesAreThoseOfCPythonsReprs(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	e := env{l}
	lock, ev, cond := e.NewLock(), e.NewEvent(), e.NewCondition(nil)
	sem, _ := e.NewSemaphore(1)
	barrier, _ := e.NewBarrier(2)
	states := func() string {
		return fmt.Sprintf("[%s] [%s] [%s] [%s] [%s]", lock.State(), ev.State(), cond.State(), sem.State(), barrier.State())
	}
	compare := func(want string) {
		t.Helper()
		if got := states(); got != want {
			t.Errorf("the states are\n%s, want\n%s", got, want)
		}
	}
	compare("[unlocked] [unset] [unlocked] [unlocked, value:1] [filling, waiters:0/2]")
	_, err := l.Run(e.main(func(s sched.Suspend) error {
		condWaits := e.coro("cond_waits", func(s sched.Suspend) (any, error) {
			return nil, with(s, cond, func() error {
				_, err := s.Await(cond.Wait())
				return err
			})
		})
		for _, c := range []*sched.Coro{
			lock.Acquire(), lock.Acquire(), ev.Wait(), condWaits, sem.Acquire(), sem.Acquire(), barrier.Wait(),
		} {
			e.task(c)
		}
		e.pause(s, 1)
		compare("[locked, waiters:1] [unset, waiters:1] [unlocked, waiters:1] [locked, waiters:1] [filling, waiters:1/2]")
		ev.Set()
		_, err := s.Await(barrier.Abort())
		return err
	}))
	if err != nil {
		t.Error(err)
	}
	if want := "set"; ev.State() != want {
		t.Errorf("an event that is set is %q, want %q", ev.State(), want)
	}
	if want := "broken"; barrier.State() != want {
		t.Errorf("a barrier that was aborted is %q, want %q", barrier.State(), want)
	}
}
