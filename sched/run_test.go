package sched_test

import (
	"errors"
	"fmt"
	"testing"

	"loopscope/sched"
)

func TestRunEndsAsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"run_callbacks_after_the_end": runCallbacksAfterTheEnd,
		"run_main_leaves":             runMainLeaves,
		"run_leftovers":               runLeftovers,
		"run_system_exit":             runSystemExit,
		"run_main_fails":              runMainFails,
		"run_main_cancelled":          runMainCancelled,
	})
}

func runCallbacksAfterTheEnd(e env) *sched.Coro {
	var again func(n int) func() error
	again = func(n int) func() error {
		return func() error {
			e.Print(fmt.Sprint(n))
			e.CallSoon("again", again(n+1))
			return nil
		}
	}
	return e.main(func(sched.Suspend) error {
		e.CallLater(0, "timer", e.says("timer"))
		e.CallLater(secs(1), "timer", e.says("timer"))
		e.CallSoon("again", again(1))
		return nil
	})
}

func runMainLeaves(e env) *sched.Coro {
	tidy := e.coro("tidy", func(s sched.Suspend) (any, error) {
		err := e.sleep(s, 9)
		if err := e.sleep(s, 1); err != nil {
			return nil, err
		}
		e.Print("tidy")
		return nil, err
	})
	return e.main(func(s sched.Suspend) error {
		e.task(tidy)
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		return &sched.Error{Class: sched.ErrSystemExit, Args: []any{"bye"}}
	})
}

func runLeftovers(e env) *sched.Coro {
	raises := e.coro("raises", func(s sched.Suspend) (any, error) {
		_ = e.sleep(s, 9)
		return nil, bad()
	})
	spawns := e.coro("spawns", func(s sched.Suspend) (any, error) {
		err := e.sleep(s, 9)
		e.task(e.job(1, "x"))
		return nil, err
	})
	a := sched.Callback{Name: "a", Fn: func(*sched.Future) error {
		e.Print("a")
		e.CallSoon("b", e.says("b"))
		return nil
	}}
	return e.coro("main", func(s sched.Suspend) (any, error) {
		e.task(e.guarded(5))
		e.task(raises)
		e.task(spawns).AddDoneCallback(a)
		e.CurrentTask().AddDoneCallback(a)
		err := e.sleep(s, 1)
		e.task(e.job(1, "late"))
		return "end", err
	})
}

func runSystemExit(e env) *sched.Coro {
	leave := e.coro("leave", func(s sched.Suspend) (any, error) {
		if err := e.sleep(s, 1); err != nil {
			return nil, err
		}
		return nil, &sched.Error{Class: sched.ErrSystemExit, Args: []any{3}}
	})
	return e.main(func(s sched.Suspend) error {
		e.task(leave)
		_, err := s.Await(e.guarded(5))
		return err
	})
}

func runMainFails(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		e.task(e.fail(0))
		if err := e.sleep(s, 1); err != nil {
			return err
		}
		return bad()
	})
}

func runMainCancelled(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		main := e.CurrentTask()
		e.CallLater(secs(1), ".cancel", func() error {
			main.Cancel("x")
			return nil
		})
		return e.sleep(s, 5)
	})
}

func TestRunsGoOnWithTheSameClockAndNumbers(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	for range 2 {
		if _, err := l.Run(env{l}.job(1, "end")); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, l, "task.created run.result", `
		task.created task=1 name="Task-1" fn="job" by=0 eager=false
		run.result t=1 result="'end'" pending=[]
		task.created task=2 name="Task-2" fn="job" by=0 eager=false
		run.result t=2 result="'end'" pending=[]
		`)
}

func TestRunInsideARunIsRefused(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	_, err := l.Run(env{l}.main(func(sched.Suspend) error {
		_, err := l.Run(env{l}.job(0, nil))
		return err
	}))
	if fmt.Sprint(err) != "RuntimeError: asyncio.run() cannot be called from a running event loop" {
		t.Errorf("a run inside a run gave %v", err)
	}
}

func TestRunUntilCompleteLeavesTheOthersAlone(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	e := env{l}
	e.named("other", 5)
	if v, err := l.RunUntilComplete(e.job(1, "end")); v != "end" || err != nil {
		t.Fatalf("it gave %v, %v", v, err)
	}
	expect(t, l, "task.cancel loop.shutdown run.result", `
		run.result t=1 result="'end'" pending=[1]
		`)
}

func TestStoppedLoopCompletesNothing(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	l.CallSoon("stop", func() error {
		l.Stop()
		return nil
	})
	if _, err := l.RunUntilComplete(l.CreateFuture()); fmt.Sprint(err) != "RuntimeError: Event loop stopped before Future completed." {
		t.Errorf("it gave %v", err)
	}
}

func TestExceptionHandlerGetsWhatNobodyElseCanBeTold(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	var got []string
	l.SetExceptionHandler(func(c sched.Context) error {
		got = append(got, fmt.Sprintf("%s: %v", c.Message, c.Exception))
		return errors.New("a handler that fails")
	})
	l.CallSoon("broken", bad)
	run(t, l)
	if fmt.Sprint(got) != "[Exception in callback: ValueError: bad]" {
		t.Errorf("the handler was told %v", got)
	}
	expect(t, l, "loop.exception", "")
}

func TestResultsAreShownAsPythonValues(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	task := l.CreateTask(env{l}.job(0, nil), "worker")
	for _, test := range []struct {
		value any
		want  string
	}{
		{nil, "None"}, {true, "True"}, {false, "False"}, {"it's", "'it's'"},
		{3, "3"}, {uint8(7), "7"}, {2.5, "2.5"}, {2.0, "2"}, {0.1 + 0.2, "0.3"}, {-0.0000001, "0"}, {float32(0.5), "0.5"},
		{secs(0.25), "0.25"}, {[]any{1, "a", nil}, "[1, 'a', None]"}, {[2]int{1, 2}, "[1, 2]"},
		{task, "<Task worker>"}, {&task.Future, "<Task worker>"}, {l.CreateFuture(), "<Future>"},
		{task.Coro(), "<coroutine>"}, {env{l}, "<env>"}, {map[string]int{}, "<map>"},
		{bad(), "ValueError('bad')"}, {&sched.Error{Class: sched.ErrRuntime, Args: []any{"x"}}, "RuntimeError"},
		{errors.New("boom"), "error('boom')"},
	} {
		if got := sched.Show(test.value); got != test.want {
			t.Errorf("%#v is shown as %s, want %s", test.value, got, test.want)
		}
	}
}
