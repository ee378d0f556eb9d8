package sched_test

import (
	"errors"
	"fmt"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

func TestLoopRunsAsCPython(t *testing.T) {
	conform(t, map[string]program{
		"loop_soon_and_timers":                loopSoonAndTimers,
		"loop_ties_are_fifo":                  loopTiesAreFifo,
		"loop_work_blocks":                    loopWorkBlocks,
		"loop_exception_in_callback":          loopExceptionInCallback,
		"loop_keyboard_interrupt_in_callback": loopKeyboardInterruptInCallback,
		"loop_deadlock":                       loopDeadlock,
	})
}

func loopSoonAndTimers(e env) *sched.Coro {
	a, c := e.says("a"), e.says("c")
	b := func() error {
		e.Print("b")
		e.CallSoon("c", c)
		e.CallLater(0, "a", a)
		return nil
	}
	return e.main(func(s sched.Suspend) error {
		e.CallLater(0, "a", a)
		e.CallSoon("b", b)
		e.CallSoon("a", a).Cancel()
		if err := e.sleep(s, 0); err != nil {
			return err
		}
		e.Print("main")
		for range 2 {
			if err := e.sleep(s, 0); err != nil {
				return err
			}
		}
		h := e.CallAt(secs(5), "c", c)
		e.Print(h.When().String() + ".0 " + sched.Show(h.Cancelled()))
		h.Cancel()
		h.Cancel()
		e.Print(sched.Show(h.Cancelled()))
		return nil
	})
}

func loopTiesAreFifo(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		for _, f := range []string{"c", "a", "b", "a"} {
			e.CallLater(secs(1), f, e.says(f))
		}
		e.CallLater(secs(0.5), "b", e.says("b"))
		e.CallLater(secs(0.25), "c", e.says("c")).Cancel()
		var jobs []sched.Awaitable
		for i := range 5 {
			jobs = append(jobs, e.job(1, i))
		}
		if _, err := e.gather(s, jobs...); err != nil {
			return err
		}
		e.Print(e.Time().String() + ".0")
		return nil
	})
}

func loopWorkBlocks(e env) *sched.Coro {
	busy := e.coro("busy", func(s sched.Suspend) (any, error) {
		err := e.sleep(s, 0)
		e.Work(secs(3))
		e.Print("worked")
		return nil, err
	})
	return e.main(func(s sched.Suspend) error {
		e.task(busy)
		_, err := e.gather(s, e.job(1, 1), e.job(2, 2), e.job(5, 5))
		return err
	})
}

func loopExceptionInCallback(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		e.CallSoon("broken", bad)
		job := e.task(e.job(0, 1))
		job.AddDoneCallback(sched.Callback{Name: "on_done", Fn: func(*sched.Future) error { return bad() }})
		return e.sleep(s, 1)
	})
}

func loopKeyboardInterruptInCallback(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		e.CallSoon("interrupt", func() error { return &sched.Error{Class: sched.ErrKeyboardInterrupt} })
		e.CallSoon("a", e.says("a"))
		_, err := s.Await(e.guarded(5))
		return err
	})
}

func loopDeadlock(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		f := e.CreateFuture()
		_, err := e.gather(s, e.task(e.job(1, 1)), f)
		return err
	})
}

// gather is `await asyncio.gather(*aws)`.
func (e env) gather(s sched.Suspend, aws ...sched.Awaitable) (any, error) {
	g, err := e.Gather(aws, sched.GatherOptions{})
	if err != nil {
		return nil, err
	}
	return s.Await(g)
}

func TestTurnsAreLimited(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	l.Turns = 10
	_, err := l.Run(env{l}.main(func(s sched.Suspend) error {
		for {
			if err := s(nil); err != nil {
				return err
			}
		}
	}))
	stop, ok := err.(*sched.Stop)
	if !ok || stop.What != trace.TooLong {
		t.Fatalf("a run without end gave %v, want it stopped as too long", err)
	}
	v := l.Log().View()
	if last := v.At(v.Len()); last.Kind != trace.RunResult || last.What != trace.TooLong {
		t.Errorf("the last event is %v %v, want run.result too_long", last.Kind, last.What)
	}
	if r, _ := v.Payload(v.At(v.Len())).(trace.Result); r.Limit != "turns" {
		t.Errorf("the limit that was hit is %q, want turns", r.Limit)
	}
	if turn := lastTurn(v); turn != 10 {
		t.Errorf("%d turns ran, want 10", turn)
	}
}

func lastTurn(v trace.View) (turn int) {
	for n := 1; n <= v.Len(); n++ {
		if e := v.At(n); e.Kind == trace.HandleBegin {
			turn = e.Turn()
		}
	}
	return turn
}

func TestStopOfAStepEndsTheRun(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	limit := &sched.Stop{What: trace.TooLong, Limit: "steps", Line: 7}
	_, err := l.Run(env{l}.main(func(s sched.Suspend) error { return limit }))
	if err != limit {
		t.Fatalf("the run gave %v, want the limit", err)
	}
	v := l.Log().View()
	last := v.At(v.Len())
	if r, _ := v.Payload(last).(trace.Result); last.Kind != trace.RunResult || r.Limit != "steps" || last.Line != 7 {
		t.Errorf("the last event is %+v with %+v, want run.result with the limit and its line", last, r)
	}
}

func TestClockMovesOnlyWhenIdle(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	l.CallLater(secs(2), "f", func() error { return nil })
	l.Advance(secs(1))
	if l.Time() != secs(1) {
		t.Errorf("an idle loop advanced to 1 s stands at %v", l.Time())
	}
	l.Advance(secs(9))
	if l.Time() != secs(2) {
		t.Errorf("a loop advanced past its next timer stands at %v, want 2", l.Time())
	}
	h := l.CallSoon("g", func() error { return nil })
	l.CallLater(secs(1), "f", func() error { return nil })
	l.Advance(secs(3))
	if l.Time() != secs(2) {
		t.Errorf("a loop with a ready handle advanced to %v", l.Time())
	}
	h.Cancel()
	if !l.Idle() {
		t.Error("a loop whose only ready handle is cancelled is not idle")
	}
}

func TestCancelledTimersDoNotDisturbTheOthers(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	var ran []int
	for i := range 1000 {
		h := l.CallLater(trace.Time(1000-i), "f", func() error {
			ran = append(ran, i)
			return nil
		})
		if i%10 != 0 {
			h.Cancel()
		}
	}
	run(t, l)
	if len(ran) != 100 || ran[0] != 990 || ran[99] != 0 {
		t.Errorf("%d timers ran, %v, want 100 by their time", len(ran), ran)
	}
}

func TestInterruptedTurnIsOver(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	l.CallSoon("interrupt", func() error { return &sched.Error{Class: sched.ErrKeyboardInterrupt} })
	l.CallSoon("f", func() error { return nil })
	if ran, err := l.Step(); !ran || !errors.Is(err, sched.ErrKeyboardInterrupt) {
		t.Fatalf("the step gave %t, %v", ran, err)
	}
	run(t, l)
	if turn := lastTurn(l.Log().View()); turn != 2 {
		t.Errorf("what was ready besides ran in turn %d, want the next one, 2", turn)
	}
}

func TestBetweenIsCalledBeforeTheFirstHandleAndAfterEvery(t *testing.T) {
	var l *sched.Loop
	var between []string
	l = sched.NewLoop(nil, sched.Host{Between: func() error {
		v := l.Log().View()
		between = append(between, fmt.Sprint(v.At(v.Len()).Kind, l.CurrentTask()))
		return nil
	}})
	defer l.Close()
	if _, err := l.Run(env{l}.job(1, nil)); err != nil {
		t.Fatal(err)
	}
	want := "[callback.added <nil> handle.end <nil> handle.end <nil> handle.end <nil> handle.end <nil>]"
	if got := fmt.Sprint(between); got != want { // first step, timer, step, run
		t.Errorf("last event and current task were\n%s, want\n%s", got, want)
	}
}
