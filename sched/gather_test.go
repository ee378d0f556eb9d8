package sched_test

import (
	"errors"
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestGatherIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"gather_duplicates_and_done": gatherDuplicatesAndDone,
		"gather_first_exception":     gatherFirstException,
		"gather_cancelled_plain":     gatherCancelledPlain,
		"gather_return_exceptions":   gatherReturnExceptions,
		"gather_nested":              gatherNested,
	})
}

func gatherDuplicatesAndDone(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		done := e.task(e.job(0, "a"))
		if _, err := s.Await(done); err != nil {
			return err
		}
		c := e.job(1, "b")
		for _, aws := range [][]sched.Awaitable{{done, c, c, &done.Future}, {done, done}, nil} {
			v, err := e.gather(s, aws...)
			if err != nil {
				return err
			}
			e.Print(sched.Show(v))
		}
		return nil
	})
}

func gatherFirstException(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		if _, err := e.gather(s, e.job(3, "a"), e.fail(1), e.fail(2)); err != nil {
			e.Print("bad")
		}
		return e.sleep(s, 3)
	})
}

func gatherCancelledPlain(e env) *sched.Coro {
	stubborn := e.coro("stubborn", func(s sched.Suspend) (any, error) {
		err := e.sleep(s, 5)
		if err := e.sleep(s, 1); err != nil {
			return nil, err
		}
		e.Print("clean")
		return nil, err
	})
	return e.main(func(s sched.Suspend) error {
		g, err := e.Gather([]sched.Awaitable{e.guarded(5), stubborn}, sched.GatherOptions{})
		if err != nil {
			return err
		}
		e.CallLater(secs(1), ".cancel", func() error {
			g.Cancel(nil)
			return nil
		})
		if _, err := s.Await(g); err != nil {
			e.got("main", err)
		}
		e.Print(sched.Show(g.Cancelled()) + " " + sched.Show(g.Cancel(nil)))
		return e.sleep(s, 3)
	})
}

func gatherReturnExceptions(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a, b, f := e.task(e.guarded(5)), e.task(e.fail(1)), e.CreateFuture()
		g, err := e.Gather([]sched.Awaitable{a, b, f}, both)
		if err != nil {
			return err
		}
		if err := e.sleep(s, 2); err != nil {
			return err
		}
		a.Cancel("one")
		f.Cancel("two")
		v, err := s.Await(g)
		if err != nil {
			return err
		}
		e.Print(sched.Show(v))
		if _, err := e.Gather([]sched.Awaitable{e.fail(1)}, sched.GatherOptions{}); err != nil {
			return err
		}
		h, err := e.Gather([]sched.Awaitable{e.guarded(5), e.guarded(6)}, both)
		if err != nil {
			return err
		}
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		h.Cancel("three")
		return e.sleep(s, 2)
	})
}

func gatherNested(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		inner, err := e.Gather([]sched.Awaitable{e.guarded(5), e.job(2, "x")}, sched.GatherOptions{})
		if err != nil {
			return err
		}
		outer, err := e.Gather([]sched.Awaitable{inner, e.guarded(4)}, sched.GatherOptions{})
		if err != nil {
			return err
		}
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		e.CallSoon(".cancel", func() error {
			outer.Cancel(nil)
			return nil
		})
		_, err = s.Await(outer)
		return err
	})
}

func TestShieldIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"shield_cancelled_from_outside": shieldCancelledFromOutside,
		"shield_inner_ends":             shieldInnerEnds,
	})
}

func shieldCancelledFromOutside(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		inner := e.task(e.job(2, "a"))
		outer := e.task(e.coro("outer", func(s sched.Suspend) (any, error) {
			sh, err := e.Shield(inner)
			if err != nil {
				return nil, err
			}
			if _, err = s.Await(sh); err != nil {
				e.got("outer", err)
			}
			return nil, err
		}))
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		outer.Cancel("x")
		if _, err := e.wait(s, sched.WaitOptions{}, outer); err != nil {
			return err
		}
		v, err := s.Await(inner)
		e.Print(fmt.Sprint(v))
		return err
	})
}

func shieldInnerEnds(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a := e.task(e.guarded(5))
		sh, err := e.Shield(a)
		if err != nil {
			return err
		}
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		a.Cancel("x")
		if _, err := s.Await(sh); err != nil {
			e.got("main", err)
		}
		if sh, err = e.Shield(e.fail(1)); err != nil {
			return err
		}
		if _, err = s.Await(sh); err != nil {
			e.Print("bad")
		}
		b := e.task(e.fail(0))
		if sh, err = e.Shield(b); err != nil {
			return err
		}
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		sh.Cancel(nil)
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		sh, err = e.Shield(b)
		e.Print(sched.Show(sh == &b.Future))
		return err
	})
}

// A child that awaits the gather it belongs to: in CPython its cancel goes
// round until a RecursionError.
func TestCancelOfAGatherThatWaitsForItselfIsStopped(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	var g *sched.Future
	_, err := l.Run(l.NewCoro("main", func(s sched.Suspend) (any, error) {
		child := l.NewCoro("child", func(s sched.Suspend) (any, error) { return s.Await(g) })
		var err error
		if g, err = l.Gather([]sched.Awaitable{child}, sched.GatherOptions{}); err != nil {
			return nil, err
		}
		if err := s(nil); err != nil {
			return nil, err
		}
		g.Cancel(nil)
		return s.Await(g)
	}))
	var stop *sched.Stop
	if !errors.As(err, &stop) || stop.Limit != "depth" {
		t.Errorf("the run ended with %v, want the limit of depth", err)
	}
}
