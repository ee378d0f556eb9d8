package sched_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"loopscope/sched"
)

// stacks counts the goroutines on which coroutines stand.
func stacks() int {
	buf := make([]byte, 16<<20)
	return strings.Count(string(buf[:runtime.Stack(buf, true)]), "(*stack).coros.func1(")
}

func TestNoGoroutineOutlivesAClosedLoop(t *testing.T) {
	cleanups := 0
	l := sched.NewLoop(nil, sched.Host{})
	for range 1000 {
		l.CreateTask(l.NewCoro("stubborn", func(s sched.Suspend) (any, error) {
			defer func() { cleanups++ }()
			for {
				_ = s(nil) // ignores every exception
			}
		}), "")
		l.CreateTask(env{l}.job(1, nil), "")
	}
	for range 5000 {
		if _, err := l.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if n := stacks(); n < 1000 {
		t.Fatalf("%d goroutines while 1000 tasks are suspended: the test does not see them", n)
	}
	l.Close()
	if n := stacks(); n != 0 {
		t.Errorf("%d goroutines are left", n)
	}
	if cleanups != 1000 {
		t.Errorf("%d of 1000 suspended coroutines were unwound", cleanups)
	}
}

func TestCloseUnwindsARunThatIsParkedBetweenHandles(t *testing.T) {
	var l *sched.Loop
	var park sched.Suspend
	l = sched.NewLoop(nil, sched.Host{Between: func() error { return park("between") }})
	module := l.NewCoro("module", func(s sched.Suspend) (any, error) {
		park = s
		return l.Run(env{l}.job(1, "end"))
	})
	for range 2 {
		if y, done := module.Resume(nil); done || y != "between" {
			t.Fatalf("the run handed out %v, done %t; want it parked between two handles", y, done)
		}
	}
	if n := stacks(); n != 2 {
		t.Fatalf("%d goroutines, want that of the run and that of the job", n)
	}
	l.Close()
	if n := stacks(); n != 0 {
		t.Errorf("%d goroutines are left", n)
	}
}

func TestStacksAreUsedAgain(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	for range 100 {
		l.CreateTask(env{l}.job(0, nil), "")
		run(t, l)
	}
	if n := stacks(); n != 1 {
		t.Errorf("100 tasks one after the other left %d stacks, want 1", n)
	}
}

func TestCoroutineIsDrivenByHand(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	var thrown error
	c := l.NewCoro("c", func(s sched.Suspend) (any, error) {
		if err := s("first"); err != nil {
			return nil, err
		}
		thrown = s("second")
		return "result", nil
	})
	var seen []string
	for _, throw := range []error{nil, nil, bad()} {
		y, done := c.Resume(throw)
		seen = append(seen, fmt.Sprintf("%v %t", y, done))
	}
	if got := fmt.Sprint(seen); got != "[first false second false <nil> true]" {
		t.Errorf("it handed out %s", got)
	}
	if v, err := c.Result(); v != "result" || err != nil || thrown == nil {
		t.Errorf("it ended with %v, %v after %v was thrown in", v, err, thrown)
	}
}

func TestCoroutineRunsOnce(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	c := env{l}.job(0, 1)
	_, err := l.Run(env{l}.main(func(s sched.Suspend) error {
		if _, err := s.Await(c); err != nil {
			return err
		}
		_, err := s.Await(c)
		return err
	}))
	if fmt.Sprint(err) != "RuntimeError: cannot reuse already awaited coroutine" {
		t.Errorf("awaiting a coroutine twice gave %v", err)
	}
	if _, done := c.Resume(nil); !done || c.State() != sched.CoroClosed {
		t.Error("a coroutine that has ended goes on")
	}
}

func TestThrowIntoAnUnstartedCoroutineEndsIt(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	c := l.NewCoro("c", func(sched.Suspend) (any, error) {
		t.Error("the body ran")
		return nil, nil
	})
	if _, done := c.Resume(bad()); !done {
		t.Fatal("it did not end")
	}
	if _, err := c.Result(); !errors.Is(err, sched.ErrValue) {
		t.Errorf("it ended with %v", err)
	}
	if names := l.NeverAwaited(); len(names) != 0 {
		t.Errorf("never awaited: %v, want none", names)
	}
}

func TestCloseRaisesGeneratorExit(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	coro := func(after func(sched.Suspend, error) error) *sched.Coro {
		return l.NewCoro("c", func(s sched.Suspend) (any, error) { return nil, after(s, s(nil)) })
	}
	for name, test := range map[string]struct {
		after func(sched.Suspend, error) error
		want  string
	}{
		"lets it pass":  {func(_ sched.Suspend, err error) error { return err }, "<nil>"},
		"returns":       {func(sched.Suspend, error) error { return nil }, "<nil>"},
		"raises":        {func(sched.Suspend, error) error { return bad() }, "ValueError: bad"},
		"suspends anew": {func(s sched.Suspend, _ error) error { return s(nil) }, "RuntimeError: coroutine ignored GeneratorExit"},
	} {
		c := coro(test.after)
		c.Resume(nil)
		if err := c.Close(); fmt.Sprint(err) != test.want {
			t.Errorf("closing a coroutine that %s gave %v, want %s", name, err, test.want)
		}
	}
}

func TestNeverAwaitedCoroutinesAreNamedInOrder(t *testing.T) {
	l := sched.NewLoop(nil, sched.Host{})
	defer l.Close()
	e := env{l}
	e.coro("z", nil)
	e.coro("closed", nil).Close()
	e.coro("a", nil)
	e.task(e.job(0, nil))
	run(t, l)
	l.Sleep(1, nil)
	if got := fmt.Sprint(l.NeverAwaited()); got != "[a sleep z]" {
		t.Errorf("never awaited: %s, want [a sleep z]", got)
	}
}

func TestAwaitThatDoesNotSwitchIsTold(t *testing.T) {
	l := commanded(t, func(e env) *sched.Coro {
		return e.main(func(s sched.Suspend) error {
			f := e.CreateFuture()
			if err := f.SetResult(1); err != nil {
				return err
			}
			if _, err := s.Await(f); err != nil {
				return err
			}
			quick := e.coro("quick", func(sched.Suspend) (any, error) { return nil, nil })
			if _, err := s.Await(quick); err != nil {
				return err
			}
			return e.sleep(s, 0)
		})
	})
	expect(t, l, "await.ready", "await.ready task=1\nawait.ready task=1\n") // not of the sleep
}

func TestAnEagerTaskThatWaitsIsNoSwitchOfItsCreator(t *testing.T) {
	l := commanded(t, func(e env) *sched.Coro {
		quick := e.coro("quick", func(sched.Suspend) (any, error) {
			e.task(e.job(1, nil))
			return nil, nil
		})
		return e.main(func(s sched.Suspend) error {
			e.Eager = true
			_, err := s.Await(quick)
			return err
		})
	})
	expect(t, l, "await.ready", "await.ready task=1\n")
}

func TestManyFuturesThatEndAreLookedIntoFewTimes(t *testing.T) {
	const futures = 20_000
	looks := 0
	l := sched.NewLoop(nil, sched.Host{Holds: func(_ []any, wanted []*sched.Coro) []*sched.Coro {
		looks++
		return wanted
	}})
	defer l.Close()
	e := env{l}
	e.coro("forgotten", nil)
	for range futures {
		l.NewFuture("").Cancel("enough")
	}
	if looks == 0 || looks > 10 {
		t.Errorf("the host was asked %d times what %d futures hold", looks, futures)
	}
}
