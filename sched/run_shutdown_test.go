package sched_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

func TestATaskMadeWhileTheLoopEndsHasNoNumber(t *testing.T) {
	for name, p := range map[string]twoRuns{
		"run_shutdown_spawns":         {shutdownSpawns, second},
		"run_shutdown_spawns_eagerly": {shutdownSpawnsEagerly, nil},
	} {
		t.Run(name, func(t *testing.T) {
			golden := filepath.Join("testdata", name+".txt")
			if *update {
				writeGolden(t, golden)
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			l := sched.NewLoop(nil, sched.Host{})
			defer l.Close()
			_, _ = l.Run(p.first(env{l}))
			if p.second != nil {
				_, _ = l.Run(p.second(env{l}))
			}
			check(t, l)
			if d := diff(string(want), schedule(l.Log())); d != "" {
				t.Errorf("the loop does not do what CPython does (%s.py):\n%s", name, d)
			}
			again := trace.NewLog()
			data := trace.NewEncoder().Append(nil, l.Log().View())
			if err := trace.NewDecoder(bytes.NewReader(data)).All(again); err != nil {
				t.Errorf("the trace cannot be read: %v", err)
			} else if d := diff(string(want), schedule(again)); d != "" {
				t.Errorf("the trace is read as another:\n%s", d)
			}
		})
	}
}

// twoRuns are the coroutines of one asyncio.run and the next, if there is one.
type twoRuns struct{ first, second program }

func (e env) ends() *sched.Coro {
	return e.coro("ends", func(sched.Suspend) (any, error) { return 5, nil })
}

func shutdownSpawns(e env) *sched.Coro {
	inner := e.coro("inner", func(sched.Suspend) (any, error) {
		e.Print("inner")
		return nil, nil
	})
	job := e.coro("job", func(s sched.Suspend) (any, error) {
		e.Print("a " + e.CurrentTask().Name())
		if err := e.sleep(s, 0); err != nil {
			return nil, err
		}
		e.Print("a again")
		e.task(inner)
		return nil, e.sleep(s, 1)
	})
	done := sched.Callback{Name: "done", Key: new(int), Fn: func(f *sched.Future) error {
		e.Print("done " + f.Task().Name())
		return nil
	}}
	return e.main(func(sched.Suspend) error {
		e.CallSoon("spawn", func() error {
			e.Print("spawn 1")
			e.CallSoon("spawn", func() error {
				e.Print("spawn 0")
				e.task(job).AddDoneCallback(done)
				e.task(e.ends()).AddDoneCallback(done)
				return nil
			})
			return nil
		})
		return nil
	})
}

func second(e env) *sched.Coro {
	return e.coro("second", func(s sched.Suspend) (any, error) {
		e.Print("second " + e.CurrentTask().Name())
		if err := e.sleep(s, 0); err != nil {
			return nil, err
		}
		t := e.task(e.ends())
		v, err := s.Await(t)
		e.Print(fmt.Sprint(v, " ", t.Name()))
		return nil, err
	})
}

func shutdownSpawnsEagerly(e env) *sched.Coro {
	job := e.coro("job", func(s sched.Suspend) (any, error) {
		e.Print("a")
		if err := e.sleep(s, 0); err != nil {
			return nil, err
		}
		e.Print("a again")
		return nil, e.sleep(s, 1)
	})
	return e.main(func(sched.Suspend) error {
		e.Eager = true
		e.CallSoon("spawn", func() error {
			e.CallSoon("spawn", func() error {
				e.task(job)
				e.task(e.ends())
				return nil
			})
			return nil
		})
		return nil
	})
}
