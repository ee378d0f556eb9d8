package sched_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// recorded runs a program and gives its loop, closed.
func recorded(t *testing.T, p program) *sched.Loop {
	t.Helper()
	return commanded(t, p)
}

func TestALockTellsWhoHasItAndHowManyWait(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			lock := e.NewLock()
			if _, err := s.Await(lock.Acquire()); err != nil {
				return err
			}
			a, b := e.task(lock.Acquire()), e.task(lock.Acquire())
			e.pause(s, 1)
			a.Cancel(nil)
			e.pause(s, 1)
			if err := lock.Release(); err != nil {
				return err
			}
			_, err := s.Await(b)
			return err
		})
	})
	expect(t, l, "object.created object.op", `
		object.created obj=1 kind="Lock" name="Lock 1" task=1
		object.op obj=1 op="acquire" task=1 size=1 waiters=0
		object.op obj=1 op="wait" task=2 size=1 waiters=1
		object.op obj=1 op="wait" task=3 size=1 waiters=2
		object.op obj=1 op="leave" task=2 size=1 waiters=1
		object.op obj=1 op="release" task=1 size=0 waiters=1
		object.op obj=1 op="acquire" task=3 size=1 waiters=0
		`)
}

func TestAQueueTellsWhatIsInItAndWhoseItsFuturesAre(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			e.NewEvent()
			q := e.NewPriorityQueue(1)
			e.task(q.Put(1))
			e.task(q.Put(2))
			e.task(q.Join())
			e.pause(s, 1)
			for range 2 {
				if _, err := s.Await(q.Get()); err != nil {
					return err
				}
				if err := q.TaskDone(); err != nil {
					return err
				}
			}
			q.Shutdown()
			return nil
		})
	})
	expect(t, l, "object.created object.op future.created", `
		object.created obj=1 kind="Event" name="Event 1" task=1
		object.created obj=2 kind="Queue" name="PriorityQueue 1" task=1
		future.created fut=1 kind="sleep" task=1
		object.op obj=2 op="put" task=2 size=1 waiters=0
		future.created fut=2 kind="Queue.put" task=3 obj=2
		object.op obj=2 op="wait" task=3 size=1 waiters=1
		future.created fut=3 kind="Event.wait" task=4 obj=2
		object.op obj=2 op="wait" task=4 size=1 waiters=2
		object.op obj=2 op="get" task=1 size=0 waiters=2
		object.op obj=2 op="task_done" task=1 size=0 waiters=1
		future.created fut=4 kind="Queue.get" task=1 obj=2
		object.op obj=2 op="wait" task=1 size=0 waiters=2
		object.op obj=2 op="put" task=3 size=1 waiters=2
		object.op obj=2 op="join" task=4 size=1 waiters=0
		object.op obj=2 op="get" task=1 size=0 waiters=0
		object.op obj=2 op="task_done" task=1 size=0 waiters=0
		object.op obj=2 op="shutdown" task=1 size=0 waiters=0
		`)
}

func TestAConditionAndItsLockAreOneObject(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		cond := e.NewCondition(nil)
		return e.main(func(s sched.Suspend) error {
			waits := e.task(e.coro("waits", func(s sched.Suspend) (any, error) {
				return nil, with(s, cond, func() error {
					_, err := s.Await(cond.Wait())
					return err
				})
			}))
			e.pause(s, 0)
			if err := with(s, cond, cond.NotifyAll); err != nil {
				return err
			}
			_, err := s.Await(waits)
			return err
		})
	})
	expect(t, l, "object.created object.op", `
		object.created obj=1 kind="Condition" name="Condition 1" task=0
		object.op obj=1 op="acquire" task=2 size=1 waiters=0
		object.op obj=1 op="release" task=2 size=0 waiters=0
		object.op obj=1 op="wait" task=2 size=0 waiters=1
		object.op obj=1 op="acquire" task=1 size=1 waiters=1
		object.op obj=1 op="notify" task=1 size=1 waiters=1
		object.op obj=1 op="release" task=1 size=0 waiters=1
		object.op obj=1 op="wake" task=2 size=0 waiters=0
		object.op obj=1 op="acquire" task=2 size=1 waiters=0
		object.op obj=1 op="release" task=2 size=0 waiters=0
		`)
}

func TestAConditionOfALockTellsWhichAndASemaphoreTellsItsPermits(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			e.NewCondition(e.NewLock())
			_, err := e.NewSemaphore(3)
			e.NewQueue(2)
			e.NewQueue(-1)
			return err
		})
	})
	var got []string
	v := l.Log().View()
	for n := 1; n <= v.Len(); n++ {
		if v.At(n).Kind == trace.ObjectCreated {
			_, text, _ := strings.Cut(trace.Format(v, n), " object.created ")
			got = append(got, text)
		}
	}
	want := []string{
		`o1 Lock "Lock 1" by task1`, `o2 Condition "Condition 1" of o1 by task1`,
		`o3 Semaphore "Semaphore 1" limit3 by task1`, `o4 Queue "Queue 1" limit2 by task1`, `o5 Queue "Queue 2" by task1`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("created are %q, want %q", got, want)
	}
}

// TestAPermitThatCannotBeTakenIsGivenBack cancels the task that was let in
// before it runs.
func TestAPermitThatCannotBeTakenIsGivenBack(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			sem, err := e.NewSemaphore(1)
			if err != nil {
				return err
			}
			if _, err := s.Await(sem.Acquire()); err != nil {
				return err
			}
			waits := e.task(sem.Acquire())
			e.pause(s, 1)
			if err := sem.Release(); err != nil {
				return err
			}
			waits.Cancel(nil)
			e.pause(s, 1)
			return nil
		})
	})
	expect(t, l, "object.op", `
		object.op obj=1 op="acquire" task=1 size=0 waiters=0
		object.op obj=1 op="wait" task=2 size=0 waiters=1
		object.op obj=1 op="release" task=1 size=1 waiters=1
		object.op obj=1 op="leave" task=2 size=0 waiters=0
		object.op obj=1 op="give back" task=2 size=1 waiters=0
		`)
}

// TestTheQueueInsideAsCompletedIsNoObject awaits nothing that the program made.
func TestTheQueueInsideAsCompletedIsNoObject(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			job := e.task(e.NewEvent().Wait())
			job.Cancel(nil)
			all, err := e.AsCompleted([]sched.Awaitable{job}, nil)
			if err != nil {
				return err
			}
			next, _ := all.Next()
			if _, err := s.Await(next); err == nil {
				t.Error("the task that was cancelled has a result")
			}
			return nil
		})
	})
	expect(t, l, "object.created", `
		object.created obj=1 kind="Event" name="Event 1" task=1
		`)
}

func TestATaskGroupTellsWhomItWaitsFor(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			err := e.group(s, func(g *sched.TaskGroup) error {
				for _, name := range []string{"a", "b"} {
					if _, err := g.CreateTask(e.NewEvent().Wait(), name); err != nil {
						return err
					}
				}
				return errors.New("stop")
			})
			if err == nil {
				t.Error("the group swallowed the error")
			}
			return nil
		})
	})
	expect(t, l, "future.created", `
		future.created fut=1 kind="TaskGroup" task=1 children=[-2,-3]
		`)
}

func TestABarrierTellsItsPartiesAndNothingOfItsCondition(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			b, err := e.NewBarrier(2)
			if err != nil {
				return err
			}
			e.task(b.Wait())
			e.pause(s, 0)
			_, err = s.Await(b.Wait())
			e.pause(s, 1)
			return err
		})
	})
	expect(t, l, "object.created object.op", `
		object.created obj=1 kind="Barrier" name="Barrier 1" task=1
		object.op obj=1 op="wait" task=2 size=1 waiters=0
		object.op obj=1 op="wait" task=1 size=2 waiters=1
		object.op obj=1 op="pass" task=1 size=1 waiters=1
		object.op obj=1 op="pass" task=2 size=0 waiters=0
		`)
}

func TestAnEventAndASemaphoreTellWhatTheyLetThrough(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			ev := e.NewEvent()
			waits := e.task(ev.Wait())
			e.pause(s, 0)
			ev.Set()
			if _, err := s.Await(waits); err != nil {
				return err
			}
			ev.Clear()
			sem, err := e.NewBoundedSemaphore(1)
			if err != nil {
				return err
			}
			if _, err := s.Await(sem.Acquire()); err != nil {
				return err
			}
			return sem.Release()
		})
	})
	expect(t, l, "object.created object.op", `
		object.created obj=1 kind="Event" name="Event 1" task=1
		object.op obj=1 op="wait" task=2 size=0 waiters=1
		object.op obj=1 op="set" task=1 size=1 waiters=1
		object.op obj=1 op="wake" task=2 size=1 waiters=0
		object.op obj=1 op="clear" task=1 size=0 waiters=0
		object.created obj=2 kind="Semaphore" name="BoundedSemaphore 1" task=1
		object.op obj=2 op="acquire" task=1 size=0 waiters=0
		object.op obj=2 op="release" task=1 size=1 waiters=0
		`)
}

func TestWorkTellsWhenTheLoopGoesOn(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			e.Work(secs(2))
			e.Work(0)
			return e.sleep(s, 1)
		})
	})
	expect(t, l, "loop.blocked task.done", `
		loop.blocked t=2 task=1
		task.done t=3 task=1 name="Task-1" result="None"
		`)
}

func TestAThreadEndsWhenTheLoopHasComeToItsEnd(t *testing.T) {
	l := recorded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			slow := e.task(e.ToThread("slow", func() (any, error) {
				e.Work(secs(3))
				return nil, nil
			}))
			e.pause(s, 1)
			slow.Cancel(nil)
			return e.sleep(s, 4)
		})
	})
	expect(t, l, "thread.begin thread.end task.done", `
		thread.begin thread=1 fn="slow" task=2 t=0
		task.done t=1 task=2 name="Task-2" cancelled=true
		thread.end thread=1 fn="slow" task=2 t=3
		task.done t=5 task=1 name="Task-1" result="None"
		`)
}
