package script

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

const twoJobs = `import asyncio

print("module")

async def job(name, d):
    try:
        await asyncio.sleep(d)
    finally:
        print(name, "ends")

async def main():
    t = asyncio.create_task(job("one", 1), name="one")
    await asyncio.gather(t, job("two", 2), return_exceptions=True)

asyncio.run(main())
print("after")
asyncio.run(main())
`

func start(t *testing.T, source string) *Run {
	t.Helper()
	p, err := Load(trace.Listing{Name: "test.py", Source: source}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p.Start()
}

func TestNextRunsOneHandle(t *testing.T) {
	run, log := start(t, twoJobs), trace.NewLog()
	defer run.Close()
	for {
		from := log.Len()
		err := run.Next(context.Background(), log)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		begun, view := 0, log.View()
		for i := from + 1; i <= view.Len(); i++ {
			if view.At(i).Kind == trace.HandleBegin {
				begun++
			}
		}
		if begun > 1 {
			t.Errorf("one Next ran %d handles, events %d to %d", begun, from+1, view.Len())
		}
		if log.Len() == from {
			t.Error("a Next without events is no io.EOF")
		}
	}
	first, second := log.View().At(1), log.View().At(2)
	if first.Kind != trace.RunProgram || second.Kind != trace.RunBegin {
		t.Errorf("the trace begins with %s and %s", first.Kind, second.Kind)
	}
}

func TestCloseLeavesNoGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	for steps := 0; ; steps++ {
		run, log := start(t, twoJobs), trace.NewLog()
		var err error
		for range steps {
			if err = run.Next(context.Background(), log); err != nil {
				break
			}
		}
		if closeErr := run.Close(); closeErr != nil {
			t.Fatal(closeErr)
		}
		if n := runtime.NumGoroutine(); n > before {
			t.Fatalf("%d goroutines after %d steps and Close, %d before", n, steps, before)
		}
		if next := run.Next(context.Background(), log); next != io.EOF {
			t.Fatalf("Next after Close gives %v", next)
		}
		if err == io.EOF {
			return
		}
	}
}

func TestCancelledContextStopsTheScript(t *testing.T) {
	run, log := start(t, "i = 0\nwhile True:\n    i += 1\n"), trace.NewLog()
	defer run.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := run.Next(ctx, log); !errors.Is(err, context.Canceled) {
		t.Errorf("Next gives %v", err)
	}
	if err := run.Next(context.Background(), log); err != io.EOF {
		t.Errorf("the Next after it gives %v", err)
	}
}

func TestRunsOfAProgramAreEqual(t *testing.T) {
	p, err := Load(trace.Listing{Name: "test.py", Source: twoJobs}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var traces []string
	for range 2 {
		run, log := p.Start(), trace.NewLog()
		for run.Next(context.Background(), log) == nil {
		}
		run.Close()
		traces = append(traces, string(trace.NewEncoder().Append(nil, log.View())))
	}
	if traces[0] != traces[1] {
		t.Error("the second run of a program differs from the first")
	}
}

// lastEvents gives the lines of the trace from an event on.
func lastEvents(log *trace.Log, from int) string {
	lines := strings.SplitAfter(string(trace.NewEncoder().Append(nil, log.View())), "\n")
	return strings.Join(lines[from:], "")
}

func TestCommandActsBeforeTheNextHandle(t *testing.T) {
	run, log := start(t, twoJobs), trace.NewLog()
	defer run.Close()
	next := func() {
		t.Helper()
		if err := run.Next(context.Background(), log); err != nil {
			t.Fatal(err)
		}
	}
	for !strings.Contains(lastEvents(log, 0), `{"ev": "task.waiting", "task": 3`) {
		next()
	}
	from := log.Len()
	if err := run.Do(trace.Command{T: trace.Second / 2, Op: trace.OpCancel, Task: 2}); err != nil {
		t.Fatal(err)
	}
	next()
	if got := lastEvents(log, from); strings.Contains(got, "handle.begin") {
		t.Errorf("a handle ran together with the command:\n%s", got)
	}
	next()
	got := lastEvents(log, from)
	for _, want := range []string{
		`{"ev": "command", "after":26,"t":0.5,"do":"cancel","task":2}`,
		`{"ev": "task.cancel", "task": 2, "msg": null, "by": 0, "line": 0}`,
		`"turn": 3, "t": 0.5, "what": "step", "task": 2`,
		`"text": "one ends"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestCommandOutsideALoopIsRefused(t *testing.T) {
	run, log := start(t, twoJobs), trace.NewLog()
	defer run.Close()
	cancel := trace.Command{Op: trace.OpCancel, Task: 1}
	for _, when := range []string{"no event loop runs yet", "the run has ended"} {
		from := log.Len()
		if err := run.Do(cancel); err != nil {
			t.Fatal(err)
		}
		if err := run.Next(context.Background(), log); err != nil {
			t.Fatalf("when %s, Next gives %v", when, err)
		}
		if got := lastEvents(log, from); !strings.Contains(got, `"reason": "`+when+`"`) {
			t.Errorf("no refusal because %s in\n%s", when, got)
		}
		for run.Next(context.Background(), log) == nil {
		}
	}
	if err := run.Do(trace.Command{Op: "explode", Task: 1}); err == nil {
		t.Error("a command that does not exist was taken")
	}
}

func TestCloseLeavesNoGeneratorRunning(t *testing.T) {
	before := runtime.NumGoroutine()
	run, log := start(t, `import asyncio

def forever():
    while True:
        yield 1

held = [forever() for i in range(100)]

async def main():
    for g in held:
        next(g)
        await asyncio.sleep(1)

asyncio.run(main())
`), trace.NewLog()
	for range 150 {
		if err := run.Next(context.Background(), log); err != nil {
			t.Fatal(err)
		}
	}
	if n := runtime.NumGoroutine(); n < before+40 {
		t.Errorf("%d goroutines while generators stand, %d before: what is to be closed?", n, before)
	}
	if err := run.Close(); err != nil {
		t.Fatal(err)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines after Close, %d before", n, before)
	}
}
