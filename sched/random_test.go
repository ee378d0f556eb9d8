package sched_test

import (
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"runtime"
	"testing"
	"time"

	"loopscope/sched"
	"loopscope/sched/trace"
)

var (
	randomSeed  = flag.Int64("random.seed", 0, "first seed of the random programs; 0 takes one from the clock")
	randomCount = flag.Int("random.count", 1500, "how many random programs are run")
)

// TestEveryTraceOfRandomProgramsAndCommandsIsPossible runs random programs on
// which random commands act, and has the Checker look at every trace.
func TestEveryTraceOfRandomProgramsAndCommandsIsPossible(t *testing.T) {
	first := *randomSeed
	if first == 0 {
		first = time.Now().UnixNano() % 1_000_000_000
	}
	t.Logf("seeds %d to %d: -random.seed %d", first, first+int64(*randomCount)-1, first)
	goroutines := runtime.NumGoroutine()
	for seed := first; seed < first+int64(*randomCount); seed++ {
		if l := runRandom(seed); l != nil {
			if err := trace.NewChecker().Check(l.Log().View()); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
	}
	if left := runtime.NumGoroutine(); left > goroutines {
		t.Errorf("%d goroutines are left", left-goroutines)
	}
}

// runRandom runs the program of a seed, and gives its loop, closed.
func runRandom(seed int64) *sched.Loop {
	r := &randomProgram{rng: rand.New(rand.NewSource(seed))}
	r.Loop = sched.NewLoop(nil, sched.Host{Between: r.command})
	r.Turns, r.Eager = 400, r.one(8)
	r.objects()
	for range 1 + r.rng.Intn(2) {
		if _, err := r.Run(r.coro("main", 4)); errors.As(err, new(*sched.Stop)) {
			break
		}
		r.Clear() // as the close of a loop does
	}
	r.Close()
	return r.Loop
}

// A randomProgram is what the coroutines of one run do things with.
type randomProgram struct {
	*sched.Loop
	rng     *rand.Rand
	tasks   []*sched.Task
	futures []*sched.Future
	handles []interface{ Cancel() }
	lock    *sched.Lock
	event   *sched.Event
	cond    *sched.Condition
	sem     *sched.Semaphore
	barrier *sched.Barrier
	queue   *sched.Queue
}

func (r *randomProgram) objects() {
	r.lock, r.event, r.cond = r.NewLock(), r.NewEvent(), r.NewCondition(nil)
	r.sem, _ = r.NewSemaphore(1)
	r.barrier, _ = r.NewBarrier(2)
	r.queue = r.NewQueue(1)
}

// one is true once in n times.
func (r *randomProgram) one(n int) bool { return r.rng.Intn(n) == 0 }

// command does what a user might, now and then.
func (r *randomProgram) command() error {
	if !r.one(6) || len(r.tasks) == 0 {
		return nil
	}
	task := trace.Task(r.rng.Intn(len(r.tasks) + 2))
	switch r.rng.Intn(9) {
	case 0:
		r.Do(cancel(task))
	case 1:
		r.Do(cancelPast(task))
	case 2:
		r.Do(shield(task))
	case 3:
		kinds := []trace.CallbackKind{trace.CallbackLog, trace.CallbackNotify, trace.CallbackSpawn, trace.CallbackBreak}
		r.Do(callback(task, kinds[r.rng.Intn(len(kinds))], "by hand"))
	case 4:
		classes := []string{"ValueError", "CancelledError", "TimeoutError", "KeyboardInterrupt", "StopAsyncIteration", "NoError"}
		r.Do(raise(task, classes[r.rng.Intn(len(classes))]))
	case 5:
		r.Do(finish(task, "3"))
	case 6:
		r.Do(fire(r.someHandle()))
	case 7:
		r.Do(postpone(r.someHandle(), r.Time()+r.delay()-trace.Second/2))
	case 8:
		r.Do(front(r.someHandle()))
	}
	return nil
}

// someHandle gives the number of a handle that may be to run.
func (r *randomProgram) someHandle() int { return r.Begun() + r.rng.Intn(12) - 2 }

func (r *randomProgram) delay() trace.Time { return trace.Time(r.rng.Intn(5)) * trace.Second / 2 }

// coro makes a coroutine of a few random steps; depth bounds those within it.
func (r *randomProgram) coro(name string, depth int) *sched.Coro {
	return r.NewCoro(name, func(s sched.Suspend) (any, error) {
		for range 1 + r.rng.Intn(6) {
			err := r.step(s, depth)
			switch {
			case err == nil:
			case errors.As(err, new(*sched.Stop)):
				return nil, err
			case r.one(3):
				return nil, err
			}
		}
		switch {
		case r.one(12):
			return nil, &sched.Error{Class: sched.ErrValue, Args: []any{name}}
		case r.one(60):
			return nil, &sched.Error{Class: sched.ErrCancelled}
		}
		return name, nil
	})
}

// step does one random thing.
func (r *randomProgram) step(s sched.Suspend, depth int) error {
	if r.one(3) {
		r.act(depth)
		return nil
	}
	if depth == 0 || r.one(2) {
		return r.wait(s)
	}
	return r.nest(s, depth-1)
}

// act does something that does not wait.
func (r *randomProgram) act(depth int) {
	switch r.rng.Intn(12) {
	case 0, 1, 2:
		if depth > 0 {
			r.task(depth - 1)
		}
	case 3:
		r.someTask().Cancel("message")
	case 4:
		r.someTask().Uncancel()
	case 5:
		f := r.CreateFuture()
		r.futures = append(r.futures, f)
		r.handles = append(r.handles, r.CallLater(r.delay(), "settle", func() error { return f.SetResult(1) }))
	case 6:
		r.handles = append(r.handles, r.CallSoon("callback", func() error { return r.settleSome() }))
	case 7:
		if n := len(r.handles); n > 0 {
			r.handles[r.rng.Intn(n)].Cancel()
		}
	case 8:
		f := r.someFuture()
		f.AddDoneCallback(sched.Callback{Name: "callback", Key: r, Fn: func(*sched.Future) error { return nil }})
		if r.one(2) {
			f.RemoveDoneCallback(r)
		}
	case 9:
		r.event.Set()
		r.event.Clear()
	case 10:
		_ = r.queue.PutNowait(1)
		_, _ = r.queue.GetNowait()
	case 11:
		r.Work(trace.Second / 2)
	}
}

func (r *randomProgram) settleSome() error {
	if len(r.futures) == 0 || r.one(4) {
		return fmt.Errorf("a callback fails")
	}
	f := r.futures[r.rng.Intn(len(r.futures))]
	switch {
	case r.one(3):
		f.Cancel(nil)
	case !f.Done():
		return f.SetException(&sched.Error{Class: sched.ErrRuntime})
	}
	return nil
}

func (r *randomProgram) task(depth int) *sched.Task {
	t := r.CreateTask(r.coro(fmt.Sprintf("u%d", len(r.tasks)), depth), "")
	r.tasks = append(r.tasks, t)
	return t
}

func (r *randomProgram) someTask() *sched.Task {
	if len(r.tasks) == 0 {
		return r.CurrentTask()
	}
	return r.tasks[r.rng.Intn(len(r.tasks))]
}

func (r *randomProgram) someFuture() *sched.Future {
	if n := len(r.futures); n > 0 && r.one(2) {
		return r.futures[r.rng.Intn(n)]
	}
	return &r.someTask().Future
}

// awaitable gives something that somebody may wait for.
func (r *randomProgram) awaitable(depth int) sched.Awaitable {
	switch r.rng.Intn(5) {
	case 0:
		return r.Sleep(r.delay(), "slept")
	case 1:
		return r.someFuture()
	case 2:
		if depth > 0 {
			return r.coro("inner", depth-1)
		}
	case 3:
		if f, err := r.Shield(r.someFuture()); err == nil {
			return f
		}
	}
	return r.Sleep(0, nil)
}

func (r *randomProgram) awaitables(depth int) []sched.Awaitable {
	aws := make([]sched.Awaitable, 1+r.rng.Intn(3))
	for i := range aws {
		aws[i] = r.awaitable(depth)
	}
	return aws
}

// wait waits for one thing.
func (r *randomProgram) wait(s sched.Suspend) error {
	coros := []func() *sched.Coro{
		r.lock.Acquire, r.event.Wait, r.sem.Acquire, r.barrier.Wait, r.barrier.Abort, r.barrier.Reset,
		func() *sched.Coro { return r.queue.Put(1) }, r.queue.Get, r.queue.Join,
	}
	var err error
	switch n := r.rng.Intn(len(coros) + 4); {
	case n < len(coros):
		d := r.delay()
		_, err = r.WaitFor(coros[n](), &d).Await(s)
		switch {
		case err == nil && n == 0:
			return r.lock.Release()
		case err == nil && n == 2:
			return r.sem.Release()
		}
	case n == len(coros):
		if err = s(nil); err == nil && r.one(2) {
			err = r.waitCondition(s)
		}
	default:
		_, err = r.Sleep(r.delay(), nil).Await(s)
	}
	return err
}

func (r *randomProgram) waitCondition(s sched.Suspend) error {
	if _, err := r.cond.Acquire().Await(s); err != nil {
		return err
	}
	var err error
	if r.one(2) {
		err = r.cond.NotifyAll()
	} else {
		d := trace.Second
		_, err = r.WaitFor(r.cond.Wait(), &d).Await(s)
	}
	return errors.Join(err, r.cond.Release())
}

// nest waits for several things, in one of asyncio's ways.
func (r *randomProgram) nest(s sched.Suspend, depth int) error {
	d := r.delay()
	switch r.rng.Intn(8) {
	case 0:
		g, err := r.Gather(r.awaitables(depth), sched.GatherOptions{ReturnExceptions: r.one(2)})
		if err != nil {
			return err
		}
		_, err = g.Await(s)
		return err
	case 1:
		when := []sched.ReturnWhen{sched.AllCompleted, sched.FirstCompleted, sched.FirstException}[r.rng.Intn(3)]
		_, err := r.Wait([]sched.Awaitable{r.someFuture(), r.task(depth)}, sched.WaitOptions{When: when, Timeout: &d}).Await(s)
		return err
	case 2:
		_, err := r.WaitFor(r.awaitable(depth), &d).Await(s)
		return err
	case 3:
		tm := r.Timeout(&d)
		if err := tm.Enter(); err != nil {
			return err
		}
		return tm.Exit(r.step(s, depth))
	case 4, 5:
		return r.group(s, depth)
	case 6:
		ac, err := r.AsCompleted(r.awaitables(depth), &d)
		if err != nil {
			return err
		}
		for c, more := ac.Next(); more; c, more = ac.Next() {
			if _, err = c.Await(s); err != nil {
				return err
			}
		}
		return nil
	}
	_, err := r.ToThread("work", func() (any, error) {
		r.Work(d)
		return nil, nil
	}).Await(s)
	return err
}

func (r *randomProgram) group(s sched.Suspend, depth int) error {
	g := r.NewTaskGroup()
	if err := g.Enter(); err != nil {
		return err
	}
	for range 1 + r.rng.Intn(3) {
		t, err := g.CreateTask(r.coro("member", depth), "")
		if err != nil {
			return g.Exit(s, err)
		}
		r.tasks = append(r.tasks, t)
	}
	return g.Exit(s, r.step(s, depth))
}
