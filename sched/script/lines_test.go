package script

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	"loopscope/sched/trace"
)

// locals shows the variables of a step: "a=1 *b=2", where * is what changed.
func locals(step trace.LineStep) string {
	var all []string
	for _, l := range step.Locals {
		text := l.Name + "=" + l.Value
		if l.Changed {
			text = "*" + text
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// inFunction shows the steps of a function: "3 n=1".
func inFunction(steps []trace.LineStep, fn string) (all []string) {
	for _, step := range steps {
		if step.Fn == fn {
			all = append(all, strings.TrimSpace(fmt.Sprintf("%d %s", step.Line, locals(step))))
		}
	}
	return all
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestVariablesAreShownWithWhatChanged(t *testing.T) {
	steps := allLines(t, ran(t, "a.py", `import asyncio

async def job(n, *rest, key="k"):
    total = 0
    for i in range(2):
        total += n
        await asyncio.sleep(0)
    got = await other(total)
    del total
    squares = [k * k for k in rest]
    return got

async def other(x):
    await asyncio.sleep(1)
    return [x]

asyncio.run(job(5, 2, 3))
`))
	wantLines(t, inFunction(steps, "job"),
		"4 n=5 key='k' rest=(2, 3)",
		"5 n=5 key='k' rest=(2, 3) *total=0",
		"6 n=5 key='k' rest=(2, 3) total=0 *i=0",
		"7 n=5 key='k' rest=(2, 3) *total=5 i=0",
		"5 n=5 key='k' rest=(2, 3) total=5 i=0",
		"6 n=5 key='k' rest=(2, 3) total=5 *i=1",
		"7 n=5 key='k' rest=(2, 3) *total=10 i=1",
		"5 n=5 key='k' rest=(2, 3) total=10 i=1",
		"8 n=5 key='k' rest=(2, 3) total=10 i=1",
		"9 n=5 key='k' rest=(2, 3) total=10 i=1 *got=[10]",
		"10 n=5 key='k' rest=(2, 3) i=1 got=[10]",
		"10 n=5 key='k' rest=(2, 3) i=1 got=[10] *k=2",
		"10 n=5 key='k' rest=(2, 3) i=1 got=[10] *k=3",
		"11 n=5 key='k' rest=(2, 3) i=1 got=[10] *squares=[4, 9]")
}

func TestGlobalsAreTheVariablesOfTheModule(t *testing.T) {
	steps := allLines(t, ran(t, "a.py", `import math
n = 1
def f():
    global n
    n = 2
    return n
f()
class C: pass
c = C()
c.x = [n]
`))
	wantLines(t, inFunction(steps, "<module>"),
		"1",
		"2 *math=<module math>",
		"3 *n=1 math=<module math>",
		"7 n=1 math=<module math> *f=<function f>",
		"8 *n=2 math=<module math> f=<function f>",
		"9 n=2 math=<module math> f=<function f> *C=<class C>",
		"10 n=2 *c=<C> math=<module math> f=<function f> C=<class C>")
	for _, step := range steps {
		if step.Depth != 1 && step.Fn == "<module>" || step.Depth != 2 && step.Fn == "f" {
			t.Errorf("line %d of %s is at depth %d", step.Line, step.Fn, step.Depth)
		}
	}
}

func TestAVariableThatChangedWhileItsTaskWaitedIsTold(t *testing.T) {
	steps := allLines(t, ran(t, "a.py", `import asyncio

async def main():
    items = []
    asyncio.get_running_loop().call_later(1, items.append, 7)
    await asyncio.sleep(2)
    return items

asyncio.run(main())
`))
	wantLines(t, inFunction(steps, "main"), "4", "5 *items=[]", "6 items=[]", "7 *items=[7]")
}

// hostile is a script whose values would do harm if anybody asked them how they
// are to be shown.
const hostile = `
class Bad:
    def __init__(self):
        self.name = "bad\x1b[31m"
    def __repr__(self):
        print("shown!")
        raise KeyboardInterrupt
    __str__ = __format__ = __hash__ = __eq__ = __len__ = __getattr__ = __repr__

class BadList(list):
    __repr__ = __len__ = __iter__ = __getitem__ = Bad.__repr__

class BadError(Exception):
    __repr__ = __str__ = Bad.__repr__

def f():
    bad = Bad()
    many = [bad] * 100000
    deep = []
    for i in range(500):
        deep = [deep]
    ring = {}
    ring["me"] = ring
    text = "x\x1b]0;owned\x07\n\u202e\udc80" * 1000
    own = BadList([bad, bad])
    wrong = BadError(bad, 1)
    big = 10 ** 5000
    raw = b"\x00\xff\x1b" * 1000
    cls = type("C\x1b[2J", (), {})
    made = cls()
    gen = (x for x in many)
    both = {bad_key: i for i, bad_key in enumerate("ab")}, {1, 2}, frozenset(), range(3), 1.5, None, ...
    bound = bad.__init__
    end = True

f()
`

func TestShowingVariablesAsksTheScriptNothing(t *testing.T) {
	r := ran(t, "a.py", hostile)
	for n := 1; n <= r.m.events(); n++ {
		if e := r.m.loop.Log().View().At(n); e.Kind == trace.Print {
			t.Fatalf("the program itself printed %q", r.m.loop.Log().String(e.Name))
		}
	}
	steps := allLines(t, r)
	for n := 1; n <= r.detail.log.Len(); n++ {
		if e := r.detail.log.View().At(n); e.Kind == trace.Print {
			t.Errorf("to show a variable printed %q", r.detail.log.String(e.Name))
		}
	}
	shown := map[string]string{}
	for _, step := range steps {
		for _, l := range step.Locals {
			shown[l.Name] = l.Value
			if len(l.Value) > safeLength || strings.ContainsFunc(l.Value, func(r rune) bool { return !unicode.IsPrint(r) }) {
				t.Errorf("%s is shown as %q of %d bytes", l.Name, l.Value, len(l.Value))
			}
		}
	}
	for name, want := range map[string]string{
		"bad":   `<Bad name='bad\x1b[31m'>`,
		"deep":  "[[[[…]]]]",
		"ring":  "{'me': {'me': {'me': {…}}}}",
		"own":   `[<Bad name='bad\x1b[31m'>, <Bad name='bad\x1b[31m'>]`,
		"wrong": `BadError(<Bad name='bad\x1b[31m'>, 1)`,
		"big":   "<int of 16610 bits>",
		"made":  `<C\x1b[2J>`,
		"gen":   "<generator f.<locals>.<genexpr>>",
		"both":  "({'a': 0, 'b': 1}, {1, 2}, frozenset(), range(0, 3), 1.5, None, Ellipsis)",
		"bound": "<method Bad.__init__>",
	} {
		if shown[name] != want {
			t.Errorf("%s is shown as %q, want %q", name, shown[name], want)
		}
	}
}

func TestALongHandleKeepsTheFirstOfItsLines(t *testing.T) {
	r := ran(t, "a.py", `def f():
    for i in range(30_000):
        n = i
    return n

f()
end = 1
`)
	l, err := r.Detail(context.Background(), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Steps) != maxLines || l.More != 2+60_002+1-maxLines {
		t.Errorf("%d lines are kept and %d are not, want %d and %d", len(l.Steps), l.More, maxLines, 2+60_002+1-maxLines)
	}
	if fmt.Sprint(l.Beyond) != "[2 3 4 7]" {
		t.Errorf("beyond are the lines %v, want 2, 3, 4 and 7", l.Beyond)
	}
}

func TestManyVariablesDoNotTakeMuchMemory(t *testing.T) {
	var b strings.Builder
	b.WriteString("def f():\n")
	for i := range 500 {
		fmt.Fprintf(&b, "    v%d = 'x' * 200\n", i)
	}
	b.WriteString("    for i in range(10_000):\n        v1 = [i]\n\nf()\n")
	r := ran(t, "a.py", b.String())
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	if _, err := r.Detail(context.Background(), nil, 0); err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if took := int64(after.HeapAlloc) - int64(before.HeapAlloc); took > 3*maxLineBytes {
		t.Errorf("the lines of one stretch take %d MB", took>>20)
	}
	runtime.KeepAlive(r)
}

// yields is a program of so many steps, four events each.
func yields(steps int) string {
	return fmt.Sprintf("import asyncio\n\nasync def main():\n    for i in range(%d):\n        await asyncio.sleep(0)\n\nasyncio.run(main())\n", steps)
}

func TestGoingBackReplaysOnceForManySteps(t *testing.T) {
	r := ran(t, "a.py", yields(2000))
	end := r.m.events()
	last, err := r.Detail(context.Background(), nil, end-1)
	if err != nil {
		t.Fatal(err)
	}
	runs := map[*detail]bool{r.detail: true}
	for n, i := last.From, 0; i < 2*detailWindow; i++ {
		l, err := r.Detail(context.Background(), nil, n-1)
		if err != nil || l.To != n {
			t.Fatalf("before event %d: %v, up to %d", n, err, l.To)
		}
		n = l.From
		runs[r.detail] = true
	}
	if len(runs) > 4 {
		t.Errorf("%d runs for %d steps back", len(runs), 2*detailWindow)
	}
	if held := r.detail.log.Len() - r.detail.log.View().First(); held > 3*dropEvery {
		t.Errorf("the second run holds %d events", held)
	}
}

func TestCancellingADetailReplayLeavesTheRunAlone(t *testing.T) {
	p, err := Load(trace.Listing{Name: "a.py", Source: "def f():\n    for i in range(3_000_000):\n        pass\n\nf()\nprint('over')\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := p.Start()
	defer func() { _ = r.Close() }()
	toEnd(t, r)
	ctx, cancel := context.WithCancel(context.Background())
	go cancel()
	if _, err := r.Detail(ctx, nil, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	if l, err := r.Detail(context.Background(), nil, 0); err != nil || l.To != r.m.events() {
		t.Errorf("asked again: %v, up to event %d", err, l.To)
	}
}

func TestCommandsAreGivenToTheSecondRunToo(t *testing.T) {
	p, err := Load(trace.Listing{Name: "a.py", Source: `import asyncio

async def main():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("no")
    await asyncio.sleep(1)

asyncio.run(main())
`}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, log := p.Start(), trace.NewLog()
	defer func() { _ = r.Close() }()
	next := func() {
		if err := r.Next(context.Background(), log); err != nil {
			t.Fatal(err)
		}
	}
	next()
	next()
	c := trace.Command{After: log.Len(), T: 250_000, Op: trace.OpCancel, Task: 1}
	before, err := r.Detail(context.Background(), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Do(c); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		next()
	}
	var got []string
	for n := before.To; n < log.Len(); {
		l, err := r.Detail(context.Background(), []trace.Command{c}, n)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, inFunction(l.Steps, "main")...)
		n = l.To
	}
	wantLines(t, got, "4", "5", "5", "6", "7", "8")
	if _, err := r.Detail(context.Background(), nil, log.Len()-1); err == nil {
		t.Error("without the command the run is another, and that is not told")
	}
}

func TestCloseLeavesNoGoroutineOfADetailReplay(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 10 {
		p, err := Load(trace.Listing{Name: "a.py", Source: yields(10)}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := p.Start()
		toEnd(t, r)
		if _, err := r.Detail(context.Background(), nil, r.m.events()/2); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	after := runtime.NumGoroutine()
	for late := time.Now().Add(5 * time.Second); after > before && time.Now().Before(late); after = runtime.NumGoroutine() {
		runtime.Gosched()
	}
	if after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

func BenchmarkDetailOfEveryHandle(b *testing.B) {
	p, err := Load(trace.Listing{Name: "a.py", Source: yields(b.N)}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, log := p.Start(), trace.NewLog()
	r.AtLeast(1 << 30)
	for r.Next(context.Background(), log) == nil {
	}
	b.ResetTimer()
	for n := 0; n < log.Len(); {
		l, err := r.Detail(context.Background(), nil, n)
		if err != nil {
			b.Fatal(err)
		}
		n = l.To
	}
	_ = r.Close()
}

func BenchmarkDetailAtTheEndOfAMillionEvents(b *testing.B) {
	p, err := Load(trace.Listing{Name: "a.py", Source: yields(250_000)}, Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, log := p.Start(), trace.NewLog()
	r.AtLeast(1 << 30)
	for r.Next(context.Background(), log) == nil {
	}
	for b.Loop() {
		r.dropDetail()
		r.kept = kept{}
		if _, err := r.Detail(context.Background(), nil, log.Len()-1); err != nil {
			b.Fatal(err)
		}
	}
	_ = r.Close()
}
