package script

import (
	"context"
	"testing"
	"time"

	"loopscope/sched/trace"
)

func TestHeavyEndlessProgramsEnd(t *testing.T) {
	const callbacks = `import asyncio
def again():
    asyncio.get_running_loop().call_soon(again)
    asyncio.get_running_loop().call_soon(again)
async def main():
    again()
    await asyncio.sleep(1)
asyncio.run(main())
`
	const turns = `import asyncio
async def main():
    while True:
        sum(range(1000))
        await asyncio.sleep(0)
asyncio.run(main())
`
	small := Options{Steps: 50_000, Work: 60_000}
	for name, c := range map[string]struct {
		source, limit string
		line          int32 // 0: any
	}{
		"lists that hold lists twice":   {"x, y = [1], [1]\nfor i in range(60): x, y = [x, x], [y, y]\nx == y", LimitSteps, 3},
		"tuples that hold tuples twice": {"x = (1,)\nfor i in range(60): x = (x, x)\nhash(x)", LimitSteps, 3},
		"classes in tuples":             {"x = (int,)\nfor i in range(60): x = (x, x)\nisinstance('', x)", LimitSteps, 3},
		"dicts that hold dicts twice":   {"x = {}\nfor i in range(60): x = {1: x, 2: x}\nrepr(x)", LimitSteps, 3},
		"search in a list":              {"x = [0] * 1000\nwhile True: 1 in x", LimitSteps, 2},
		"hashes of long texts":          {"x = 'x' * 10_000\nwhile True: {x}", LimitSteps, 2},
		"methods of long texts":         {"x = 'x' * 100_000\nwhile True: x.count('xy')", LimitSteps, 2},
		"calls with keywords":           {"def f(**k): pass\nwhile True:\n    f(a=1)", LimitSteps, 2},
		"exceptions":                    {"def f(): raise ValueError\nwhile True:\n    try: f()\n    except ValueError: pass", LimitSteps, 2},
		"callbacks of callbacks":        {callbacks, LimitWork, 0},
		"turns with much to do":         {turns, LimitWork, 3},
	} {
		t.Run(name, func(t *testing.T) {
			view := runToEnd(t, trace.Listing{Name: "heavy.py", Source: c.source}, small).View()
			last := view.At(view.Len())
			r, _ := view.Payload(last).(trace.Result)
			if r.Limit != c.limit || c.line != 0 && last.Line != c.line {
				t.Errorf("%v in line %d by the limit of %q, not by that of %q in line %d", last.Kind, last.Line, r.Limit, c.limit, c.line)
			}
		})
	}
}

func TestStepsThatTakeLongCountForTheirTime(t *testing.T) {
	const source = `import asyncio
async def main():
    for i in range(100):
        await asyncio.sleep(0)
asyncio.run(main())
`
	for name, c := range map[string]struct {
		turn  time.Duration // of the processor
		limit string
	}{
		"ordinary steps": {time.Microsecond, ""},
		"heavy steps":    {50 * time.Millisecond, LimitWork},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := Load(trace.Listing{Name: "time.py", Source: source}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			run, log, taken := p.Start(), trace.NewLog(), time.Duration(0)
			defer func() { _ = run.Close() }()
			for err == nil {
				taken += c.turn
				run.Elapsed(taken)
				err = run.Next(context.Background(), log)
			}
			view := log.View()
			r, _ := view.Payload(view.At(view.Len())).(trace.Result)
			if r.Limit != c.limit {
				t.Errorf("it ended by the limit %q, not %q", r.Limit, c.limit)
			}
		})
	}
}

func TestALimitOfStepsNamesTheLoop(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		line   int32
	}{
		"while": {"n = 0\nwhile True:\n    n = n + 1\n    n = n - 1\n", 2},
		"for":   {"n = 0\nfor i in range(10**9):\n    n = n + 1\n    n = n - 1\n", 2},
	} {
		t.Run(name, func(t *testing.T) {
			for steps := 3000; steps < 3020; steps++ {
				view := runToEnd(t, trace.Listing{Name: "loop.py", Source: c.source}, Options{Steps: steps}).View()
				if line := view.At(view.Len()).Line; line != c.line {
					t.Errorf("after %d steps it was stopped in line %d, not in %d", steps, line, c.line)
				}
			}
		})
	}
}
