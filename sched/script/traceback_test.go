package script

import (
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// TestUncaughtExceptionPrintsItsTraceback expects what CPython 3.13 prints,
// but for its carets and the frames of asyncio.
func TestUncaughtExceptionPrintsItsTraceback(t *testing.T) {
	const source = `import asyncio

async def job(n):
    try:
        await asyncio.sleep(1)
        [][n]
    except IndexError:
        raise
    finally:
        pass

def helper():
    raise KeyError("k")

async def main():
    try:
        await asyncio.gather(job(1), job(2))
    except IndexError:
        try:
            helper()
        except KeyError as k:
            raise ValueError("two\nlines") from k

asyncio.run(main())
`
	const want = `Traceback (most recent call last):
  File "test.py", line 17, in main
    await asyncio.gather(job(1), job(2))
  File "test.py", line 6, in job
    [][n]
IndexError: list index out of range

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "test.py", line 20, in main
    helper()
  File "test.py", line 13, in helper
    raise KeyError("k")
KeyError: 'k'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "test.py", line 24, in <module>
    asyncio.run(main())
  File "test.py", line 22, in main
    raise ValueError("two\nlines") from k
ValueError: two
lines`
	if got := stderr(t, source); got != want {
		t.Errorf("stderr is\n%s", got)
	}
}

func TestChainOfItselfEnds(t *testing.T) {
	if got := stderr(t, "e = ValueError(1)\nraise e from e\n"); !strings.HasSuffix(got, "ValueError: 1") {
		t.Errorf("stderr is\n%s", got)
	}
}

func TestExceptionIsAGoError(t *testing.T) {
	e := &exception{cls: excTypes["ValueError"], args: []Value{newList(integer(1), "x")}}
	if got := e.Error(); got != "ValueError: [1, 'x']" {
		t.Errorf("Error gives %q", got)
	}
}

func TestSystemExitPrintsNothing(t *testing.T) {
	if got := stderr(t, "raise SystemExit(3)"); got != "" {
		t.Errorf("stderr is\n%s", got)
	}
}

func stderr(t *testing.T, source string) string {
	t.Helper()
	view := runToEnd(t, trace.Listing{Name: "test.py", Source: source}, Options{}).View()
	var lines []string
	for i := 1; i <= view.Len(); i++ {
		if e := view.At(i); e.Kind == trace.Stderr {
			lines = append(lines, view.String(e.Name))
		}
	}
	return strings.Join(lines, "\n")
}

func TestEndOfATaskTellsWhereItsExceptionPassed(t *testing.T) {
	const source = `import asyncio

def check(n):
    raise ValueError(n)

async def job():
    await asyncio.sleep(1)
    check(3)

async def main():
    await asyncio.create_task(job())

asyncio.run(main())
`
	view := runToEnd(t, trace.Listing{Name: "test.py", Source: source}, Options{}).View()
	var ends []string
	for n := 1; n <= view.Len(); n++ {
		if e := view.At(n); e.Kind == trace.TaskDone {
			_, line, _ := strings.Cut(trace.Format(view, n), " ")
			ends = append(ends, line)
		}
	}
	want := []string{
		`task.done task2 exception "ValueError(3)" check:4 job:8 t1 L4`,
		`task.done task1 exception "ValueError(3)" check:4 job:8 main:11 t1 L4`,
	}
	compareLines(t, want, ends)
}
