package sched_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loopscope/sched"
	"loopscope/sched/trace"
)

var (
	update = flag.Bool("update", false, "write testdata/*.txt anew from CPython, by the referee and -python")
	python = flag.String("python", "python3.13", "the CPython 3.13 that -update runs")
)

const referee = "../../shared/conformance/script_oracle.py"

// A program is a Go program that does what testdata/NAME.py does. It gives the
// coroutine that asyncio.run gets.
type program func(env) *sched.Coro

// conform compares the events of Go programs with those that CPython's own
// asyncio gave for the Python programs of the same name.
func conform(t *testing.T, programs map[string]program) {
	for _, name := range slices.Sorted(maps.Keys(programs)) {
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
			_, _ = l.Run(programs[name](env{l}))
			check(t, l)
			if d := diff(string(want), schedule(l.Log())); d != "" {
				t.Errorf("the loop does not do what CPython does (%s.py):\n%s", name, d)
			}
		})
	}
}

// check has the Checker look for events that cannot be.
func check(t *testing.T, l *sched.Loop) {
	t.Helper()
	if err := trace.NewChecker().Check(l.Log().View()); err != nil {
		t.Error(err)
	}
}

func writeGolden(t *testing.T, golden string) {
	cmd := exec.Command(*python, referee, strings.TrimSuffix(golden, ".txt")+".py")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the referee: %v", err)
	}
	if err := os.WriteFile(golden, []byte(shorten(out)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// schedule gives the events of a Log that TRACE.md's levels 1 and 2 have, a
// line each.
func schedule(log *trace.Log) string {
	return shorten(trace.NewEncoder().Append(nil, log.View()))
}

// fields are what a line shows of an event, in order, after TRACE.md.
var fields = map[string]string{
	"task.created": "task name fn by eager", "task.done": "t task name result exception cancelled",
	"task.waiting": "task on", "task.cancel": "task msg by", "task.uncancel": "task count", "task.eager_end": "task",
	"handle.scheduled": "handle what task fn of when", "handle.begin": "handle turn t", "handle.end": "handle t",
	"handle.cancelled": "handle", "print": "t task text", "loop.exception": "t message exception",
	"loop.shutdown": "t tasks", "future.never_retrieved": "future exception",
	"run.result": "t result exception cancelled deadlock too_long pending",
}

// additions are fields of events that only the tests of commands look at.
var additions = map[string]string{
	"command": "do task past_shield msg kind arg exc value handle when", "command.refused": "do task exc value handle when reason",
	"shield.on": "task", "shield.outer": "task fut waiter", "task.mark": "t task text", "run.break": "t fut",
	"task.throw": "task exception fut", "await.ready": "task", "task.named": "task name",
	"future.created": "fut kind task children obj", "future.done": "fut outcome task",
	"callback.added": "fut fn task", "callback.removed": "fut fn task",
	"task.cancel":    "task msg by parent",
	"object.created": "obj kind name task", "object.op": "obj op task size waiters",
	"thread.begin": "thread fn task t", "thread.end": "thread fn task t",
	"loop.blocked": "t task",
}

// told gives the events of some kinds, as lines.
func told(log *trace.Log, kinds ...string) string {
	var b strings.Builder
	for line := range strings.Lines(shortenBy(additions, trace.NewEncoder().Append(nil, log.View()))) {
		if kind, _, _ := strings.Cut(strings.TrimSpace(line), " "); slices.Contains(kinds, kind) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// shorten makes lines of text of JSON lines, leaving out what is not compared.
func shorten(jsonl []byte) string { return shortenBy(nil, jsonl) }

func shortenBy(more map[string]string, jsonl []byte) string {
	var b strings.Builder
	for line := range bytes.Lines(jsonl) {
		var e map[string]any
		if err := json.Unmarshal(line, &e); err != nil {
			panic(fmt.Sprintf("%v in %s", err, line))
		}
		ev := e["ev"].(string)
		names, ok := more[ev]
		if !ok {
			names, ok = fields[ev]
		}
		if !ok {
			continue
		}
		b.WriteString(ev)
		for _, f := range strings.Fields(names) {
			if v, ok := e[f]; ok {
				fmt.Fprintf(&b, " %s=%s", f, text(v))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// text gives the JSON of a value as people read it.
func text(v any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSpace(b.String())
}

// diff shows where two texts part, with the lines before; "" if they are equal.
func diff(want, got string) string {
	if want == got {
		return ""
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	from := max(0, i-6)
	return fmt.Sprintf("%s\nwant %s\n got %s", strings.Join(w[from:i], "\n"),
		strings.Join(w[i:min(i+4, len(w))], "\n     "), strings.Join(g[i:min(i+4, len(g))], "\n     "))
}

// env is what a program is written with.
type env struct{ *sched.Loop }

func secs(s float64) trace.Time { return trace.Time(s*float64(trace.Second) + 0.5) }

// sleep is `await asyncio.sleep(d)`.
func (e env) sleep(s sched.Suspend, d float64) error {
	_, err := s.Await(e.Sleep(secs(d), nil))
	return err
}

// coro is a call of `async def name`.
func (e env) coro(name string, body sched.CoroFunc) *sched.Coro { return e.NewCoro(name, body) }

// main is main().
func (e env) main(body func(sched.Suspend) error) *sched.Coro {
	return e.NewCoro("main", func(s sched.Suspend) (any, error) { return nil, body(s) })
}

// task is asyncio.create_task(coro).
func (e env) task(c *sched.Coro) *sched.Task { return e.CreateTask(c, "") }

// job is a call of
//
//	async def job(d, result):
//	    await asyncio.sleep(d)
//	    return result
func (e env) job(d float64, result any) *sched.Coro {
	return e.coro("job", func(s sched.Suspend) (any, error) { return result, e.sleep(s, d) })
}

// fail is a call of
//
//	async def fail(d):
//	    await asyncio.sleep(d)
//	    raise ValueError('bad')
func (e env) fail(d float64) *sched.Coro {
	return e.coro("fail", func(s sched.Suspend) (any, error) {
		if err := e.sleep(s, d); err != nil {
			return nil, err
		}
		return nil, bad()
	})
}

func bad() error { return &sched.Error{Class: sched.ErrValue, Args: []any{"bad"}} }

// guarded is a call of
//
//	async def guarded(d):
//	    try:
//	        await asyncio.sleep(d)
//	    except asyncio.CancelledError as e:
//	        print('got', *e.args)
//	        raise
func (e env) guarded(d float64) *sched.Coro {
	return e.coro("guarded", func(s sched.Suspend) (any, error) {
		err := e.sleep(s, d)
		if err != nil {
			e.got("got", err)
		}
		return nil, err
	})
}

// got prints a word and the arguments of an exception.
func (e env) got(word string, err error) {
	for _, a := range err.(*sched.Error).Args {
		word += " " + fmt.Sprint(a)
	}
	e.Print(word)
}

// note gives a done callback `def name(f): print('name')`.
func (e env) note(name string) sched.Callback {
	return sched.Callback{Name: name, Key: name, Fn: func(*sched.Future) error {
		e.Print(name)
		return nil
	}}
}

// soon gives a function `def name(): print('name')`.
func (e env) says(name string) func() error {
	return func() error {
		e.Print(name)
		return nil
	}
}

func delay(d float64) *trace.Time {
	t := secs(d)
	return &t
}
