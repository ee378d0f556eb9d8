package sched_test

import (
	"errors"
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestAsCompletedIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"as_completed_plain":    asCompletedPlain,
		"as_completed_too_late": asCompletedTooLate,
		"as_completed_async":    asCompletedAsync,
	})
}

// next is next(ac), of one that has more.
func next(ac *sched.AsCompleted) *sched.Coro {
	c, ok := ac.Next()
	if !ok {
		panic("no more to come")
	}
	return c
}

func asCompletedPlain(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		same, done := e.task(e.job(2, "b")), e.task(e.job(0, "d"))
		if _, err := s.Await(done); err != nil {
			return err
		}
		aws := []sched.Awaitable{e.job(3, "c"), same, e.job(1, "a"), &same.Future, e.fail(2), done}
		ac, err := e.AsCompleted(aws, delay(5))
		if err != nil {
			return err
		}
		for c, ok := ac.Next(); ok; c, ok = ac.Next() {
			v, err := s.Await(c)
			if err != nil {
				e.message(err)
				continue
			}
			e.Print(fmt.Sprint(v))
		}
		if ac, err = e.AsCompleted([]sched.Awaitable{e.job(1, "x"), e.job(2, "y")}, nil); err != nil {
			return err
		}
		first, second := next(ac), next(ac)
		t := e.task(first)
		e.pause(s, 0)
		t.Cancel(nil)
		v, err := s.Await(second)
		e.Print(fmt.Sprint(v))
		if err != nil {
			return err
		}
		ac, err = e.AsCompleted(nil, nil)
		if _, ok := ac.Next(); !ok {
			e.Print("[]")
		}
		return err
	})
}

func asCompletedTooLate(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		ac, err := e.AsCompleted([]sched.Awaitable{e.job(1, "a"), e.job(2, "b"), e.job(3, "c")}, delay(2))
		if err != nil {
			return err
		}
		for c, ok := ac.Next(); ok; c, ok = ac.Next() {
			v, err := s.Await(c)
			switch {
			case errors.Is(err, sched.ErrTimeout):
				e.Print("late")
			case err != nil:
				return err
			default:
				e.Print(fmt.Sprint(v))
			}
		}
		return e.sleep(s, 3)
	})
}

func asCompletedAsync(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a, b := e.task(e.job(2, "a")), e.task(e.job(1, "b"))
		ac, err := e.AsCompleted([]sched.Awaitable{a, b, e.job(0, "c")}, nil)
		if err != nil {
			return err
		}
		for {
			v, err := s.Await(ac.Anext())
			if errors.Is(err, sched.ErrStopAsyncIteration) {
				break
			}
			if err != nil {
				return err
			}
			f := v.(*sched.Future)
			if v, err = s.Await(f); err != nil {
				return err
			}
			e.Print(fmt.Sprint(sched.Show(f == &a.Future), " ", sched.Show(f == &b.Future), " ", v))
		}
		if ac, err = e.AsCompleted([]sched.Awaitable{e.job(1, "d")}, delay(0.5)); err != nil {
			return err
		}
		if _, err := s.Await(e.task(ac.Anext())); errors.Is(err, sched.ErrTimeout) {
			e.Print("late")
		}
		if _, err := s.Await(ac.Anext()); errors.Is(err, sched.ErrStopAsyncIteration) {
			e.Print("end")
		}
		return nil
	})
}
