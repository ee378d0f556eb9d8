package script_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"loopscope/sched/script"
	"loopscope/sched/trace"
)

// waits is a script with a task for each way to wait; each says how its wait
// ended.
const waits = `import asyncio, time


async def tell(name, wait):
    try:
        print(name, repr(await wait))
    except BaseException as e:
        print(name, type(e).__name__, e)
        if not isinstance(e, Exception):
            raise


async def timeout():
    async with asyncio.timeout(5):
        await asyncio.sleep(4)


async def group():
    async with asyncio.TaskGroup() as g:
        g.create_task(asyncio.sleep(4))


async def count():
    for i in range(3):
        await asyncio.sleep(2)
        yield i


async def loop():
    return [i async for i in count()]


async def condition(c):
    async with c:
        return await c.wait()


async def completed():
    return [await c for c in asyncio.as_completed([asyncio.sleep(4)])]


async def main():
    lock, c = asyncio.Lock(), asyncio.Condition()
    await lock.acquire()
    waits = {
        "sleep": asyncio.sleep(4), "timeout": timeout(), "group": group(), "loop": loop(), "condition": condition(c),
        "completed": completed(), "lock": lock.acquire(), "event": asyncio.Event().wait(), "get": asyncio.Queue().get(),
        "wait_for": asyncio.wait_for(asyncio.sleep(4), 5), "wait": asyncio.wait([asyncio.create_task(asyncio.sleep(4))]),
        "shield": asyncio.shield(asyncio.sleep(4)), "thread": asyncio.to_thread(time.sleep, 4),
        "future": asyncio.get_running_loop().create_future(),
    }
    async def of(wait):
        return await wait
    tasks = [asyncio.create_task(tell(name, of(wait)), name=name) for name, wait in waits.items()]
    await asyncio.sleep(9)
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
`

// meddled runs waits, gives it a command for every task that has a name of its
// own when the loop first rests, and gives what was printed and refused.
func meddled(t *testing.T, command trace.Command) (printed, refused []string) {
	t.Helper()
	p, err := script.Load(trace.Listing{Name: "waits.py", Source: waits}, script.Options{})
	if err != nil {
		t.Fatal(err)
	}
	run, log := p.Start(), trace.NewLog()
	defer func() { _ = run.Close() }()
	var named []trace.Task
	ready, given := 0, false
	for {
		from := log.Len()
		err := run.Next(context.Background(), log)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%+v: %v", command, err)
		}
		v := log.View()
		for n := from + 1; n <= v.Len(); n++ {
			switch e := v.At(n); {
			case e.Kind == trace.TaskCreated && !strings.HasPrefix(v.String(e.Name), "Task-"):
				named = append(named, e.Task)
			case e.Kind == trace.HandleScheduled && e.What != trace.Timer:
				ready++
			case e.Kind == trace.HandleBegin && e.What != trace.Timer:
				ready--
			}
		}
		if given || ready > 0 || named == nil {
			continue
		}
		given = true
		for _, task := range named {
			command.Task = task
			if err := run.Do(command); err != nil {
				t.Fatal(err)
			}
		}
	}
	v := log.View()
	if err := trace.NewChecker().Check(v); err != nil {
		t.Fatalf("%+v: %v", command, err)
	}
	for n := 1; n <= v.Len(); n++ {
		switch e := v.At(n); e.Kind {
		case trace.Print:
			printed = append(printed, v.String(e.Name))
		case trace.CommandRefused:
			refused = append(refused, v.String(e.Name))
		}
	}
	return printed, refused
}

// waiters are the tasks of waits, in order.
var waiters = strings.Fields("sleep timeout group loop condition completed lock event get wait_for wait shield thread future")

// As CPython has it, if the wakeup of each task is taken off its _fut_waiter and
// Task.__step is called with the exception.
func TestARaiseComesOutOfEveryWait(t *testing.T) {
	msg := "by hand"
	printed, refused := meddled(t, trace.Command{Op: trace.OpRaise, Exc: "ValueError", Msg: &msg})
	var want []string
	for _, name := range waiters {
		want = append(want, name+" ValueError by hand")
	}
	if !slices.Equal(printed, want) || refused != nil {
		t.Errorf("printed %q, refused %q\nwant %q", printed, refused, want)
	}
}

func TestEveryClassIsRaisedOrRefusedWithTheReason(t *testing.T) {
	reasons := map[string]string{
		"GeneratorExit":      "GeneratorExit is how Python closes a coroutine",
		"StopIteration":      "an await takes StopIteration for its result",
		"ExceptionGroup":     "ExceptionGroup is not made of a message alone",
		"BaseExceptionGroup": "BaseExceptionGroup is not made of a message alone",
		"UnicodeDecodeError": "UnicodeDecodeError is not made of a message alone",
		"Error":              "Error is no exception of Python's own or asyncio's",
		"print":              "print is no exception",
	}
	for _, class := range strings.Fields(`BaseException Exception SystemExit KeyboardInterrupt asyncio.CancelledError
		StopAsyncIteration OSError FileNotFoundError KeyError SyntaxError ImportError MemoryError RecursionError NameError
		asyncio.TimeoutError TimeoutError InvalidStateError asyncio.QueueFull BrokenBarrierError UserWarning
		GeneratorExit StopIteration ExceptionGroup BaseExceptionGroup UnicodeDecodeError Error print`) {
		_, refused := meddled(t, trace.Command{Op: trace.OpRaise, Exc: class})
		switch reason := reasons[class]; {
		case reason == "" && refused != nil:
			t.Errorf("%s is refused: %s", class, refused[0])
		case reason != "" && (len(refused) != len(waiters) || !strings.HasPrefix(refused[0], reason)):
			t.Errorf("%s is refused by %q, want %q", class, refused, reason)
		}
	}
}

func TestAResultByCommandEndsTheWaitAsItsCodeSays(t *testing.T) {
	printed, refused := meddled(t, trace.Command{Op: trace.OpFinish, Value: "[1, {'a': (2,)}]"})
	ended := map[string]string{}
	for _, line := range printed {
		name, how, _ := strings.Cut(line, " ")
		ended[name] = how
	}
	for name, want := range map[string]string{
		"sleep": "[1, {'a': (2,)}]", "wait_for": "[1, {'a': (2,)}]", "future": "[1, {'a': (2,)}]",
		"timeout": "None", "condition": "True", "event": "True",
		"loop": "[0, 1, 2]", "completed": "[None]", "group": "None", // they look, and wait again
		"shield": "None", "thread": "None", "lock": "CancelledError ", "get": "CancelledError ",
	} {
		if ended[name] != want {
			t.Errorf("%s ends with %s, want %s", name, ended[name], want)
		}
	}
	if len(refused) != 3 {
		t.Errorf("refused %q, want the lock, the shield and the thread", refused)
	}
}

func TestOnlyALiteralIsAResult(t *testing.T) {
	for _, text := range []string{
		"print", "1 + 1", "f'{1}'", "[x for x in ()]", "(lambda: 1)()", "{[]: 1}", "{**{}}", "[*()]", "1; 2", "x = 1", "pass", "(", "not 1",
		strings.Repeat("[", 4000), strings.Repeat("1,", 6000), "1j",
	} {
		if _, refused := meddled(t, trace.Command{Op: trace.OpFinish, Value: text}); len(refused) != len(waiters) {
			t.Errorf("%.20s is taken by %d tasks", text, len(waiters)-len(refused))
		}
	}
	for _, text := range []string{"", "None", "...", "-1.5", "+2", "~3", "b'x'", "'a' 'b'", "()", "{1, 'x'}", "{'a': {}}", "1_000", "9" + strings.Repeat("0", 99)} {
		if _, refused := meddled(t, trace.Command{Op: trace.OpFinish, Value: text}); len(refused) != 3 {
			t.Errorf("%s is refused: %q", text, refused)
		}
	}
}
