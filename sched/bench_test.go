package sched_test

import (
	"iter"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// BenchmarkTracedStep is one step of one of 100 tasks that yield in a loop,
// with its four events. Loop and Log are made anew now and then, outside the
// time that is taken, so that it measures no pages that the system hands out.
func BenchmarkTracedStep(b *testing.B) {
	b.ReportAllocs()
	const perLoop = 1 << 14
	for left := b.N; left > 0; left -= perLoop {
		b.StopTimer()
		l := yielding(100, min(left, perLoop))
		runtime.GC()
		b.StartTimer()
		if err := l.RunForever(); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		l.Close()
		b.StartTimer()
	}
}

// BenchmarkBareLoop is the least that a traced step could cost on this machine:
// one of 100 coroutines of iter.Pull goes on, with three events and nothing of
// a loop.
func BenchmarkBareLoop(b *testing.B) {
	b.ReportAllocs()
	nexts := make([]func() (struct{}, bool), 100)
	for i := range nexts {
		next, stop := iter.Pull(func(yield func(struct{}) bool) {
			for yield(struct{}{}) {
			}
		})
		defer stop()
		nexts[i] = next
	}
	log := trace.NewLog()
	for i := range b.N {
		if i%(1<<18) == 0 {
			log = trace.NewLog()
		}
		log.Append(trace.Event{Kind: trace.HandleBegin, ID: int32(i)})
		nexts[i%len(nexts)]()
		log.Append(trace.Event{Kind: trace.HandleScheduled, ID: int32(i)})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: int32(i)})
	}
}

// BenchmarkCPythonStep is the step of BenchmarkTracedStep in CPython, which
// traces nothing; it needs a python3.13 on the PATH or under pyenv.
func BenchmarkCPythonStep(b *testing.B) {
	python := "python3.13"
	if prefix, err := exec.Command("pyenv", "prefix", "3.13.0").Output(); err == nil {
		python = filepath.Join(strings.TrimSpace(string(prefix)), "bin", python)
	}
	if exec.Command(python, "--version").Run() != nil {
		b.Skip("no python3.13 here")
	}
	out, err := exec.Command(python, "-c", `
import asyncio, time
async def job(n):
    for _ in range(n):
        await asyncio.sleep(0)
async def main():
    jobs = [job(5000) for _ in range(100)]
    start = time.perf_counter()
    await asyncio.gather(*jobs)
    print((time.perf_counter() - start) / 500_000 * 1e9)
asyncio.run(main())`).Output()
	if err != nil {
		b.Fatal(err)
	}
	ns, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() { // the measure is CPython's own
	}
	b.ReportMetric(ns, "ns/op")
}

// yielding makes a loop with n tasks that yield and have done so a few times;
// it stops after a number of steps.
func yielding(n, steps int) *sched.Loop {
	const warm = 10
	steps += warm * n
	l := sched.NewLoop(trace.NewLog(), sched.Host{})
	for range n {
		l.CreateTask(l.NewCoro("job", func(s sched.Suspend) (any, error) {
			for {
				if err := s(nil); err != nil {
					return nil, err
				}
				if steps--; steps == 0 {
					l.Stop()
				}
			}
		}), "")
	}
	for range warm * n {
		if _, err := l.Step(); err != nil {
			panic(err)
		}
	}
	return l
}

// BenchmarkCreateTask is a task from its creation to its end, which is its
// first step.
func BenchmarkCreateTask(b *testing.B) {
	perTask(b, func(l *sched.Loop, _ sched.Suspend) error {
		l.CreateTask(l.NewCoro("job", func(sched.Suspend) (any, error) { return nil, nil }), "")
		return nil
	})
}

// BenchmarkSleep is a sleep: a future, a timer, two handles.
func BenchmarkSleep(b *testing.B) {
	perTask(b, func(l *sched.Loop, s sched.Suspend) error {
		_, err := s.Await(l.Sleep(trace.Second, nil))
		return err
	})
}

// BenchmarkGather is a gather of ten tasks of one step each.
func BenchmarkGather(b *testing.B) {
	perTask(b, func(l *sched.Loop, s sched.Suspend) error {
		aws := make([]sched.Awaitable, 10)
		for i := range aws {
			aws[i] = l.NewCoro("job", func(sched.Suspend) (any, error) { return nil, nil })
		}
		g, err := l.Gather(aws, sched.GatherOptions{})
		if err != nil {
			return err
		}
		_, err = s.Await(g)
		return err
	})
}

// perTask runs something b.N times in a main task, with a turn for what it
// leaves behind.
func perTask(b *testing.B, body func(*sched.Loop, sched.Suspend) error) {
	b.ReportAllocs()
	const perLoop = 1 << 15
	for left := b.N; left > 0; left -= perLoop {
		l := sched.NewLoop(nil, sched.Host{})
		_, err := l.Run(l.NewCoro("main", func(s sched.Suspend) (any, error) {
			for range min(left, perLoop) {
				if err := body(l, s); err != nil {
					return nil, err
				}
				if err := s(nil); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}))
		l.Close()
		if err != nil {
			b.Fatal(err)
		}
	}
}

func TestTracedStepDoesNotAllocate(t *testing.T) {
	l := yielding(100, 1<<20)
	defer l.Close()
	allocs := testing.AllocsPerRun(10_000, func() {
		if _, err := l.Step(); err != nil {
			t.Fatal(err)
		}
	})
	if allocs != 0 {
		t.Errorf("a step allocates %v times", allocs)
	}
}

// BenchmarkMillionTasks is what a task takes in memory that is suspended, its
// stack included and the log aside, where there are a million of them.
func BenchmarkMillionTasks(b *testing.B) {
	const tasks = 1_000_000
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc + m.StackInuse
	}
	for range b.N {
		before := held()
		log := trace.NewLog()
		l := sched.NewLoop(log, sched.Host{})
		never := l.NewFuture("never")
		for range tasks {
			l.CreateTask(l.NewCoro("job", func(s sched.Suspend) (any, error) { return never.Await(s) }), "")
		}
		for range tasks {
			if _, err := l.Step(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(held()-before-uint64(log.Bytes()))/tasks, "B/task")
		l.Close()
	}
}
