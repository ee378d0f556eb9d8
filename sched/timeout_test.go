package sched_test

import (
	"errors"
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestWaitIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"wait_modes":     waitModes,
		"wait_cancelled": waitCancelled,
	})
}

func waitModes(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a, b := e.task(e.job(1, "a")), e.task(e.job(1, "b"))
		c, d := e.task(e.fail(2)), e.task(e.guarded(4))
		wait := func(opts sched.WaitOptions, aws ...sched.Awaitable) {
			sets, err := e.wait(s, opts, aws...)
			if err != nil {
				e.Print(fmt.Sprint(err.(*sched.Error).Args[0]))
				return
			}
			e.Print(fmt.Sprintf("%d %d", len(sets.Done), len(sets.Pending)))
		}
		wait(sched.WaitOptions{When: sched.FirstCompleted}, a, b, c, d)
		wait(sched.WaitOptions{Timeout: delay(0.5)}, a, b, c, d)
		d.Cancel(nil)
		wait(sched.WaitOptions{When: sched.FirstException}, c, d)
		wait(sched.WaitOptions{}, a, b, c, d, a, b, c, d)
		wait(sched.WaitOptions{})
		return nil
	})
}

func waitCancelled(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		job := e.task(e.job(2, "a"))
		w := e.task(e.coro("waits", func(s sched.Suspend) (any, error) {
			_, err := e.wait(s, sched.WaitOptions{Timeout: delay(9)}, job)
			return nil, err
		}))
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		w.Cancel(nil)
		if _, err := e.wait(s, sched.WaitOptions{}, w); err != nil {
			return err
		}
		e.Print(sched.Show(job.Done()))
		_, err := s.Await(job)
		return err
	})
}

func TestTimeoutsAreCPythons(t *testing.T) {
	conform(t, map[string]program{
		"wait_for_outcomes":              waitForOutcomes,
		"wait_for_no_time":               waitForNoTime,
		"timeout_blocks":                 timeoutBlocks,
		"timeout_and_outer_cancel":       timeoutAndOuterCancel,
		"timeout_after_swallowed_cancel": timeoutAfterSwallowedCancel,
	})
}

// timely awaits aw as wait_for does, printing "timeout" for a TimeoutError.
func (e env) timely(s sched.Suspend, aw sched.Awaitable, d float64) {
	_, err := s.Await(e.WaitFor(aw, delay(d)))
	if errors.Is(err, sched.ErrTimeout) {
		e.Print("timeout")
	}
}

func waitForOutcomes(e env) *sched.Coro {
	swallow := e.coro("swallow", func(s sched.Suspend) (any, error) {
		if err := e.sleep(s, 5); err != nil {
			return "swallowed", nil
		}
		return nil, nil
	})
	return e.main(func(s sched.Suspend) error {
		v, err := s.Await(e.WaitFor(e.job(1, "a"), delay(2)))
		if err != nil {
			return err
		}
		e.Print(fmt.Sprint(v))
		v, _ = s.Await(e.WaitFor(swallow, delay(1)))
		e.Print(fmt.Sprint(v))
		v, _ = s.Await(e.WaitFor(e.job(1, "b"), nil))
		e.Print(fmt.Sprint(v))
		guarded, tie, task := e.guarded(5), e.job(1, "tie"), e.task(e.guarded(5))
		shield, err := e.Shield(e.job(3, "c"))
		if err != nil {
			return err
		}
		for _, aw := range []sched.Awaitable{guarded, tie, task, shield} {
			e.timely(s, aw, 1)
		}
		e.Print(fmt.Sprint(e.CurrentTask().Cancelling()))
		return nil
	})
}

func waitForNoTime(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		job := e.task(e.job(0, "a"))
		if _, err := s.Await(job); err != nil {
			return err
		}
		v, err := s.Await(e.WaitFor(job, delay(0)))
		e.Print(fmt.Sprint(v))
		if err != nil {
			return err
		}
		guarded := e.guarded(5)
		shield, err := e.Shield(e.job(3, "c"))
		if err != nil {
			return err
		}
		e.timely(s, guarded, 0)
		e.timely(s, shield, 0)
		return nil
	})
}

// within is `async with tm: body`.
func within(tm *sched.Timeout, body func() error) error {
	if err := tm.Enter(); err != nil {
		return err
	}
	return tm.Exit(body())
}

func timeoutBlocks(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		a, b := e.Timeout(delay(1)), e.Timeout(delay(1))
		err := within(a, func() error {
			return within(b, func() error { return e.sleep(s, 5) })
		})
		if errors.Is(err, sched.ErrTimeout) {
			e.Print(sched.Show(a.Expired()) + " " + sched.Show(b.Expired()))
		}
		err = within(e.Timeout(delay(0)), func() error {
			e.Print("body")
			return e.sleep(s, 0)
		})
		if err != nil {
			e.Print("timeout")
		}
		past := e.Time() - secs(1)
		c := e.TimeoutAt(&past)
		if err := within(c, func() error { e.Print("no suspension"); return nil }); err != nil {
			return err
		}
		e.Print(sched.Show(c.Expired()))
		d := e.Timeout(delay(1))
		err = within(d, func() error {
			later := e.Time() + secs(3)
			if err := d.Reschedule(&later); err != nil {
				return err
			}
			if err := e.sleep(s, 2); err != nil {
				return err
			}
			err := d.Reschedule(nil)
			e.Print(map[bool]string{true: "None"}[d.When() == nil])
			return err
		})
		if err != nil {
			return err
		}
		f := e.Timeout(delay(1))
		err = within(f, func() error {
			if err := e.sleep(s, 2); err != nil {
				e.Print("swallowed")
			}
			return nil
		})
		e.Print(sched.Show(f.Expired()) + " " + fmt.Sprint(e.CurrentTask().Cancelling()))
		return err
	})
}

func timeoutAndOuterCancel(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		timed := e.task(e.coro("timed", func(s sched.Suspend) (any, error) {
			return nil, within(e.Timeout(delay(1)), func() error { return e.sleep(s, 5) })
		}))
		e.CallLater(secs(1), ".cancel", func() error {
			timed.Cancel(nil)
			return nil
		})
		if _, err := e.wait(s, sched.WaitOptions{}, timed); err != nil {
			return err
		}
		e.Print(sched.Show(timed.Cancelled()) + " " + fmt.Sprint(timed.Cancelling()))
		return nil
	})
}

func timeoutAfterSwallowedCancel(e env) *sched.Coro {
	timed := e.coro("timed", func(s sched.Suspend) (any, error) {
		if err := e.sleep(s, 5); err != nil {
			e.Print("swallowed")
		}
		err := within(e.Timeout(delay(1)), func() error { return e.sleep(s, 5) })
		if errors.Is(err, sched.ErrTimeout) {
			e.Print("timeout")
		}
		e.Print(fmt.Sprint(e.CurrentTask().Cancelling()))
		return nil, nil
	})
	return e.main(func(s sched.Suspend) error {
		task := e.task(timed)
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		task.Cancel(nil)
		_, err := s.Await(task)
		return err
	})
}
