package script

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"loopscope/sched/trace"
)

func TestLimitsEndARun(t *testing.T) {
	small := Options{Turns: 50, Steps: 20_000, MaxBytes: 100_000, IntBits: 10_000}
	async := func(body string) string {
		return "import asyncio\nasync def main():\n    " + body + "\nasyncio.run(main())\n"
	}
	for name, c := range map[string]struct{ source, limit string }{
		"endless loop":         {"while True: pass", LimitSteps},
		"endless loop in task": {async("while True: pass"), LimitSteps},
		"endless iterator":     {"sum(iter(lambda: 1, 2))", LimitSteps},
		"endless except":       {"def f():\n    while True:\n        try: f()\n        except: pass\nf()", LimitSteps},
		"endless sleeping":     {async("while True: await asyncio.sleep(1)"), LimitTurns},
		"long list":            {"x = [0] * 10**9", LimitMemory},
		"growing list":         {"x = []\nwhile True: x.append(1)", LimitMemory},
		"list that doubles":    {"x = [1]\nwhile True: x += x", LimitMemory},
		"long string":          {"x = 'ab' * 10**12", LimitMemory},
		"string that doubles":  {"x = 'a'\nwhile True: x = x + x", LimitMemory},
		"width of a format":    {"f'{1:100000000}'", LimitMemory},
		"precision":            {"f'{1.5:.100000000f}'", LimitMemory},
		"padding":              {"'a'.center(10**9)", LimitMemory},
		"list of a range":      {"list(range(10**15))", LimitMemory},
		"power":                {"x = 9 ** 9 ** 9", LimitInteger},
		"shift":                {"x = 1 << 10**12", LimitInteger},
		"product":              {"x = 3\nwhile True: x *= x", LimitInteger},
		"tasks":                {async("while True: asyncio.create_task(asyncio.sleep(1))"), LimitMemory},
		"endless callbacks":    {async("while True: asyncio.get_running_loop().call_soon(print)"), LimitSteps},
		"endless printing":     {"import sys\nwhile True: sys.stderr.write('x\\n')", LimitSteps},
		"endless exceptions":   {"def f():\n    try: f()\n    finally: f()\nf()", LimitSteps},
		"power with a modulus": {"pow(3, 10 ** 900, 10 ** 900 + 1)", LimitSteps},
		"divisions":            {"x = 1 << 9000\nfor i in range(20_000): x // (1 << 4000 | i)", LimitSteps},
		"no finally after it":  {"try:\n    while True: pass\nfinally:\n    print('ran')", LimitSteps},
	} {
		t.Run(name, func(t *testing.T) {
			text, end := printed(t, c.source, small)
			if want := "run.result too_long " + c.limit; end != want {
				t.Errorf("the script ended with %q, not %q", end, want)
			}
			if text != "" {
				t.Errorf("it went on and printed %q", text)
			}
		})
	}
}

func TestDeepCallsAreARecursionError(t *testing.T) {
	for name, source := range map[string]string{
		"function":  "def f(n): return f(n + 1)\nf(0)",
		"lambda":    "f = lambda: f()\nf()",
		"coroutine": "import asyncio\nasync def f(): await f()\nasyncio.run(f())",
		"sort key":  "def f(x): return sorted([1], key=f)\nf(0)",
		"repr":      "x = []\nfor i in range(100000): x = [x]\nrepr(x)",
		"equality":  "x = []\ny = []\nfor i in range(100000):\n    x = [x]\n    y = [y]\nx == y",
	} {
		t.Run(name, func(t *testing.T) {
			if _, end := printed(t, source, Options{}); end != "run.exit exception RecursionError" {
				t.Errorf("the script ended with %q", end)
			}
		})
	}
}

func TestDeepNestingEndsARun(t *testing.T) {
	for name, source := range map[string]string{
		"iterators": "x = []\nfor i in range(200000): x = map(str, x)\nnext(x)",
		"tuples":    "x = ()\nfor i in range(200000): x = (x,)\nhash(x)",
		"gathers": "import asyncio\nasync def main():\n    g = asyncio.gather(asyncio.sleep(1))\n" +
			"    for i in range(200000): g = asyncio.shield(asyncio.gather(g))\n    g.cancel()\nasyncio.run(main())",
	} {
		t.Run(name, func(t *testing.T) {
			if _, end := printed(t, source, Options{}); end != "run.result too_long memory" {
				t.Errorf("the script ended with %q", end)
			}
		})
	}
}

func TestTasksThatAreDoneDoNotCount(t *testing.T) {
	source := `import asyncio

async def main():
    for i in range(100):
        await asyncio.create_task(asyncio.sleep(0))

asyncio.run(main())
`
	if _, end := printed(t, source, Options{MaxBytes: 10 * taskSize}); end != "run.exit result " {
		t.Errorf("the script ended with %q", end)
	}
}

func TestCoroutineIsNotDrivenOnTheStackOfAnother(t *testing.T) {
	for name, body := range map[string]string{
		"task and await":       "c = job()\n    asyncio.create_task(c)\n    await c",
		"task and wait_for":    "c = job()\n    asyncio.create_task(c)\n    await asyncio.wait_for(c, 1)",
		"task of who runs it":  "global c\n    c = spawn()\n    await c",
		"task of what it runs": "global c\n    c = job()\n    t = asyncio.create_task(late())\n    await c",
	} {
		t.Run(name, func(t *testing.T) {
			source := `import asyncio
async def job(): await asyncio.sleep(1)
async def spawn(): asyncio.create_task(c)
async def late(): asyncio.create_task(c)
async def main():
    ` + body + "\nasyncio.run(main())\n"
			if _, end := printed(t, source, Options{}); !strings.HasPrefix(end, "run.refused") {
				t.Errorf("the script ended with %q", end)
			}
		})
	}
}

// lists makes a list of 6 MB a turn of the loop, in a run that may hold 32 MB.
func lists(t *testing.T, perEvent int) *Program {
	const source = "import asyncio\nasync def main():\n    for i in range(40):\n        x = [0] * 400_000\n        await asyncio.sleep(0)\nasyncio.run(main())\n"
	p, err := Load(trace.Listing{Name: "lists.py", Source: source}, Options{MaxBytes: 32 << 20, PerEvent: perEvent})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC() // what is left of other tests would count as others' at first
	return p
}

// goesOn has a run go on for so many Nexts, or to its end, and gives its last
// event.
func goesOn(t *testing.T, run *Run, log *trace.Log, nexts int, after func()) trace.Kind {
	for range nexts {
		err := run.Next(context.Background(), log)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		after()
	}
	return log.View().At(log.Len()).Kind
}

func TestWhatIsKeptOfEventsIsNotTheRuns(t *testing.T) {
	for perEvent, want := range map[int]trace.Kind{0: trace.RunResult, 1 << 20: trace.RunExit} {
		run, log := lists(t, perEvent).Start(), trace.NewLog()
		var kept [][]byte
		last := goesOn(t, run, log, 1000, func() {
			for len(kept) < log.Len() {
				kept = append(kept, make([]byte, 1<<20))
			}
		})
		if last != want {
			t.Errorf("with %d bytes an event the run ends with %v, want %v", perEvent, last, want)
		}
		if err := run.Close(); err != nil {
			t.Error(err)
		}
		runtime.KeepAlive(kept)
	}
}

func TestWhatAnotherRunTakesIsNotTheRuns(t *testing.T) {
	p := lists(t, 0)
	one, oneLog := p.Start(), trace.NewLog()
	goesOn(t, one, oneLog, 5, func() {})
	other, otherLog := p.Start(), trace.NewLog()
	goesOn(t, other, otherLog, 5, func() {})
	kept := make([]byte, 100<<20)
	if last := goesOn(t, one, oneLog, 1000, func() {}); last != trace.RunExit {
		t.Errorf("the run ends with %v", last)
	}
	for _, run := range []*Run{one, other} {
		if err := run.Close(); err != nil {
			t.Error(err)
		}
	}
	runtime.KeepAlive(kept)
}

func TestWhatCannotBeToldBeforeEndsTheRun(t *testing.T) {
	// getattr hides the name from the refusals.
	source := "try:\n    getattr('abc', '__size' + 'of__')\nexcept AttributeError:\n    print('caught')\nfinally:\n    print('finally')\n"
	text, end := printed(t, source, Options{})
	if text != "" || !strings.HasPrefix(end, "run.refused  object.__sizeof__ is not here yet") {
		t.Errorf("printed %q and ended with %q", text, end)
	}
}

// FuzzScript runs whatever text is a program: it may be refused, fail or hit a
// limit, but neither end in a panic, go on without end, tell what is not
// possible nor leave a goroutine.
func FuzzScript(f *testing.F) {
	var paths []string
	for _, pattern := range []string{"testdata/*.py", "testdata/programs/*.py", "testdata/traces/*.py", "../../../shared/conformance/cases/*.py"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(source))
	}
	f.Add(twoJobs)
	f.Fuzz(func(t *testing.T, source string) {
		opts := Options{Turns: 1000, Steps: 100_000, MaxBytes: 1 << 20, IntBits: 100_000}
		p, err := Load(trace.Listing{Name: "fuzz.py", Source: source}, opts)
		if err != nil {
			if strings.Contains(err.Error(), "internal error") {
				t.Fatal(err)
			}
			return
		}
		before := runtime.NumGoroutine()
		run, log, checker := p.Start(), trace.NewLog(), trace.NewChecker()
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		for err = nil; err == nil; {
			err = run.Next(ctx, log)
		}
		if err != io.EOF {
			t.Fatal(err)
		}
		if err := checker.Check(log.View()); err != nil {
			t.Error(err)
		}
		if err := run.Close(); err != nil {
			t.Error(err)
		}
		if runtime.NumGoroutine() <= before {
			return
		}
		if n := coroutines(); n > 0 {
			t.Errorf("%d coroutines after Close", n)
		}
	})
}

// coroutines counts the goroutines that stand in a task, a thread or a
// generator: those of the fuzzer come and go by themselves.
func coroutines() int {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	n := 0
	for _, stack := range strings.Split(string(stacks), "\n\n")[1:] { // the first is the caller's
		if strings.Contains(stack, "loopscope/sched") && !strings.Contains(stack, "testing.(*F).Fuzz") {
			n++
		}
	}
	return n
}
