package sched_test

import (
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestExecutorIsTheReferees(t *testing.T) {
	conform(t, map[string]program{"executor_threads": executorThreads})
}

func executorThreads(e env) *sched.Coro {
	slow := func(d float64, result string) func() (any, error) {
		return func() (any, error) {
			e.Work(secs(d))
			e.Print("thread")
			return result, nil
		}
	}
	fails := func() (any, error) {
		e.Work(secs(1))
		return nil, bad()
	}
	clock := func() (any, error) {
		begun := e.Time()
		e.Work(secs(2))
		return fmt.Sprintf("%v %v", begun, e.Time()), nil
	}
	return e.main(func(s sched.Suspend) error {
		v, err := e.gather(s, e.ToThread("slow", slow(3, "a")), e.ToThread("slow", slow(1, "b")), e.Sleep(secs(2), "c"))
		if err != nil {
			return err
		}
		e.Print(fmt.Sprint(v.([]any)...))
		f, err := e.RunInExecutor("clock", clock)
		if err != nil {
			return err
		}
		if v, err = s.Await(f); err != nil {
			return err
		}
		e.Print(fmt.Sprint(v))
		e.Print(e.Time().String())
		_, err = s.Await(e.ToThread("fails", fails))
		e.message(err)
		t := e.task(e.ToThread("slow", slow(5, "d")))
		e.pause(s, 1)
		t.Cancel(nil)
		if f, err = e.RunInExecutor("slow", slow(0, "e")); err != nil {
			return err
		}
		e.Print(sched.Show(f.Done()))
		if v, err = s.Await(f); err != nil {
			return err
		}
		e.Print(fmt.Sprint(v))
		if _, err = e.RunInExecutor("fails", fails); err != nil {
			return err
		}
		return e.sleep(s, 6)
	})
}
