package sched_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"loopscope/sched"
)

func TestQueueIsCPythons(t *testing.T) {
	conform(t, map[string]program{
		"queue_bounded":              queueBounded,
		"queue_stolen_and_cancelled": queueStolenAndCancelled,
		"queue_shutdown":             queueShutdown,
		"queue_orders":               queueOrders,
	})
}

// class prints the class of an exception.
func (e env) class(err error) { e.Print(err.(*sched.Error).Class.Error()) }

func queueBounded(e env) *sched.Coro {
	q := e.NewQueue(2)
	consumer := func(name string) *sched.Task {
		return e.task(e.coro("consumer", func(s sched.Suspend) (any, error) {
			for {
				item, err := s.Await(q.Get())
				if err != nil {
					e.got("got", err)
					return nil, err
				}
				e.Print(fmt.Sprint(name, " ", item))
				if err := e.sleep(s, 1); err != nil {
					return nil, err
				}
				if err := q.TaskDone(); err != nil {
					return nil, err
				}
			}
		}))
	}
	producer := e.coro("producer", func(s sched.Suspend) (any, error) {
		for i := range 6 {
			if _, err := s.Await(q.Put(i)); err != nil {
				return nil, err
			}
			e.Print(fmt.Sprint("put ", i))
		}
		return nil, nil
	})
	return e.main(func(s sched.Suspend) error {
		if _, err := s.Await(q.Join()); err != nil {
			return err
		}
		e.message(q.TaskDone())
		_, err := q.GetNowait()
		e.class(err)
		a, b := consumer("a"), consumer("b")
		if _, err := s.Await(e.task(producer)); err != nil {
			return err
		}
		if err := q.PutNowait(6); err != nil {
			e.class(err)
		} else if err := q.PutNowait(7); err != nil {
			e.class(err)
		}
		e.Print(fmt.Sprint(q.Size(), " ", q.MaxSize(), " ", sched.Show(q.Empty()), " ", sched.Show(q.Full())))
		if _, err := s.Await(q.Join()); err != nil {
			return err
		}
		a.Cancel("idle")
		b.Cancel("idle too")
		return nil
	})
}

func queueStolenAndCancelled(e env) *sched.Coro {
	q := e.NewQueue(1)
	getter := func(name string) *sched.Task {
		return e.task(e.coro("getter", func(s sched.Suspend) (any, error) {
			item, err := s.Await(q.Get())
			if err != nil {
				e.got(name, err)
				return nil, err
			}
			e.Print(fmt.Sprint(name, " ", item))
			return nil, nil
		}))
	}
	putter := func(item int) *sched.Task {
		return e.task(e.coro("putter", func(s sched.Suspend) (any, error) {
			_, err := s.Await(q.Put(item))
			if err != nil {
				e.got(fmt.Sprint(item), err)
				return nil, err
			}
			e.Print(fmt.Sprint("put ", item))
			return nil, nil
		}))
	}
	put := func(item any) {
		if err := q.PutNowait(item); err != nil {
			panic(err)
		}
	}
	get := func() any {
		item, err := q.GetNowait()
		if err != nil {
			panic(err)
		}
		return item
	}
	return e.main(func(s sched.Suspend) error {
		a, b, _ := getter("a"), getter("b"), getter("c")
		e.pause(s, 1)
		put("x")
		e.Print(fmt.Sprint(get()))
		e.pause(s, 1)
		put("y")
		b.Cancel("woken")
		e.pause(s, 1)
		a.Cancel("waiting")
		e.pause(s, 1)
		put("z")
		p, r, _ := putter(1), putter(2), putter(3)
		e.pause(s, 1)
		r.Cancel("waiting")
		e.pause(s, 1)
		get()
		p.Cancel("woken")
		e.pause(s, 1)
		e.Print(fmt.Sprint(q.Size()))
		return nil
	})
}

func queueShutdown(e env) *sched.Coro {
	try := func(s sched.Suspend, aw sched.Awaitable) error {
		v, err := s.Await(aw)
		switch {
		case errors.Is(err, sched.ErrQueueShutDown):
			e.class(err)
		case err != nil:
			return err
		case v == nil:
			e.Print("None")
		default:
			e.Print(fmt.Sprint(v))
		}
		return nil
	}
	tries := func(aw sched.Awaitable) *sched.Task {
		return e.task(e.coro("tries", func(s sched.Suspend) (any, error) { return nil, try(s, aw) }))
	}
	return e.main(func(s sched.Suspend) error {
		q := e.NewQueue(1)
		waiting := tries(q.Get())
		e.pause(s, 1)
		q.Shutdown()
		if _, err := s.Await(waiting); err != nil {
			return err
		}
		q = e.NewQueue(1)
		if err := q.PutNowait("x"); err != nil {
			return err
		}
		a, b := tries(q.Put(0)), tries(q.Put(1))
		e.pause(s, 1)
		q.Shutdown()
		if _, err := e.wait(s, sched.WaitOptions{}, a, b); err != nil {
			return err
		}
		for _, c := range []*sched.Coro{q.Put("y"), q.Get(), q.Get()} {
			if err := try(s, c); err != nil {
				return err
			}
		}
		_, err := q.GetNowait()
		e.class(err)
		e.class(q.PutNowait(1))
		q = e.NewQueue(0)
		if err := q.PutNowait("z"); err != nil {
			return err
		}
		join := e.task(q.Join())
		e.pause(s, 1)
		if err := q.ShutdownNow(); err != nil {
			return err
		}
		if _, err := s.Await(join); err != nil {
			return err
		}
		return try(s, q.Get())
	})
}

func queueOrders(e env) *sched.Coro {
	return e.main(func(s sched.Suspend) error {
		var q *sched.Queue
		for _, make := range []func(int) *sched.Queue{e.NewLifoQueue, e.NewPriorityQueue} {
			q = make(0)
			t := e.task(q.Get())
			e.pause(s, 0)
			for _, i := range []int{3, 1, 4, 1, 5, 9, 2, 6, 5} {
				if _, err := s.Await(q.Put(i)); err != nil {
					return err
				}
			}
			e.prints(s, t)
			for !q.Empty() {
				e.prints(s, q.Get())
			}
		}
		if err := q.PutNowait(1); err != nil {
			return err
		}
		e.class(q.PutNowait("x"))
		e.Print(fmt.Sprint(q.Size()))
		t := e.task(q.Join())
		e.pause(s, 0)
		for range 10 {
			if err := q.TaskDone(); err != nil {
				return err
			}
		}
		_, err := s.Await(t)
		return err
	})
}

// pair is a Python tuple (priority, name).
type pair struct {
	priority int
	name     string
}

func TestAPriorityQueueOrdersByTheHostsLess(t *testing.T) {
	compared := 0
	l := sched.NewLoop(nil, sched.Host{Less: func(a, b any) (bool, error) {
		compared++
		return a.(pair).priority < b.(pair).priority, nil
	}})
	defer l.Close()
	q := l.NewPriorityQueue(0)
	for i, name := range []string{"e", "b", "d", "a", "c"} {
		if err := q.PutNowait(pair{[]int{5, 2, 4, 1, 3}[i], name}); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for !q.Empty() {
		item, err := q.GetNowait()
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, item.(pair).name)
	}
	if want := []string{"a", "b", "c", "d", "e"}; !slices.Equal(got, want) || compared == 0 {
		t.Errorf("the items came as %q after %d comparisons, want %q", got, compared, want)
	}
}

func TestAFailedComparisonLosesNoItem(t *testing.T) {
	bad := errors.New("bad")
	fails := false
	l := sched.NewLoop(nil, sched.Host{Less: func(a, b any) (bool, error) {
		if fails {
			return false, bad
		}
		return a.(int) < b.(int), nil
	}})
	defer l.Close()
	q := l.NewPriorityQueue(0)
	for i := range 3 {
		fails = i == 2
		if err := q.PutNowait(i); !errors.Is(err, bad) && fails {
			t.Errorf("put gives %v, want the error of the comparison", err)
		}
	}
	if state := q.State(); !slices.Equal(state.Items, []any{0, 1, 2}) || state.Unfinished != 2 {
		t.Errorf("the queue is %+v, want all three items, the last not counted, as CPython has it", state)
	}
}
