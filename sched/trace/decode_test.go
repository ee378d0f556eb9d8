package trace_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// TestDecodedTraceSaysWhatItSaid decodes and encodes CPython's traces: every
// field of every event comes back, in order.
func TestDecodedTraceSaysWhatItSaid(t *testing.T) {
	for _, path := range goldens(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got := objects(t, trace.NewEncoder().Append(nil, decode(t, path).View()))
		want := objects(t, data)
		i := 0
		for _, g := range got {
			if g["ev"] == "future.created" {
				continue // of the Decoder's own
			}
			if i == len(want) {
				t.Fatalf("%s: an event too many: %v", filepath.Base(path), g)
			}
			for key, value := range want[i] {
				if !reflect.DeepEqual(g[key], value) {
					t.Errorf("%s: event %d: %q is %v, want %v", filepath.Base(path), i+1, key, g[key], value)
				}
			}
			i++
		}
		if i != len(want) {
			t.Errorf("%s: %d events came back, want %d", filepath.Base(path), i, len(want))
		}
	}
}

func objects(t *testing.T, data []byte) []map[string]any {
	t.Helper()
	var all []map[string]any
	for line := range bytes.Lines(data) {
		var m map[string]any
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, m)
	}
	return all
}

// TestDecodingKeepsEveryFact encodes a Log with all additions: what comes back
// is the same, event by event.
func TestDecodingKeepsEveryFact(t *testing.T) {
	log := everyKind()
	back := trace.NewLog()
	if err := trace.NewDecoder(bytes.NewReader(trace.NewEncoder().Append(nil, log.View()))).All(back); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= log.Len(); n++ {
		if n > back.Len() {
			t.Fatalf("%d events came back, want %d", back.Len(), log.Len())
		}
		if got, want := trace.Format(back.View(), n), trace.Format(log.View(), n); got != want {
			t.Errorf("came back as\n  %s\nwas\n  %s", got, want)
		}
	}
}

// everyKind makes a Log with an event of every kind, none of its fields left
// out that the JSON form has.
func everyKind() *trace.Log {
	l := trace.NewLog()
	name, text := l.Intern, l.Text
	stack := l.Push(l.Push(0, name("main"), 9), name("job"), 4)
	msg := "please"
	command := trace.Command{After: 3, T: trace.Second, Op: trace.OpCancel, Task: 1, Msg: &msg}
	for _, e := range []trace.Event{
		{Kind: trace.RunProgram, Name: name("x.py")},
		{Kind: trace.RunBegin, ID: l.Attach(trace.Engine{Name: "loopscope", Version: "3.13", Clock: "virtual"})},
		{Kind: trace.TaskCreated, Task: 1, Name: name("Task-1"), Fut: trace.Future(name("main")), Line: 3},
		{Kind: trace.TaskCreated, Task: 2, Name: name("b"), Fut: trace.Future(name("job")), ID: 1, Line: 4, Flags: trace.Eager},
		{Kind: trace.TaskNamed, Task: 2, Name: name("c"), Line: 5},
		{Kind: trace.FutureCreated, Fut: 1, Name: name("sleep"), Task: 2, Line: 4},
		{Kind: trace.FutureCreated, Fut: 2, Name: name("gather"), Task: 1, Line: 5, ID: l.Attach([]trace.Future{-2, 1})},
		{Kind: trace.HandleScheduled, ID: 1, What: trace.Step, Task: 1, Line: 2},
		{Kind: trace.HandleScheduled, ID: 2, What: trace.Timer, Name: name("sleep"), Fut: 1, T: trace.Second / 4, Line: 4},
		{Kind: trace.HandleScheduled, ID: 3, What: trace.Done, Name: name("gather"), Fut: -2, Line: 4},
		{Kind: trace.HandleScheduled, ID: 4, What: trace.CallSoon, Name: name("f"), Line: 4},
		{Kind: trace.HandleBegin, ID: 2, What: trace.Timer, Name: name("sleep"), Fut: 1, T: 1, Line: 1},
		{Kind: trace.HandleEnd, ID: 2, T: 2},
		{Kind: trace.HandleCancelled, ID: 4},
		{Kind: trace.TaskWaiting, Task: 2, Fut: 1, Line: 4, ID: int32(stack)},
		{Kind: trace.TaskWaiting, Task: 1, Line: 4},
		{Kind: trace.TaskEagerEnd, Task: 2},
		{Kind: trace.TaskCancel, Task: 2, ID: 1, Name: name("why"), Line: 7, Fut: -1},
		{Kind: trace.TaskCancel, Task: 2, ID: 1, Line: 7, Fut: 2, Flags: trace.ByTaskGroup},
		{Kind: trace.TaskUncancel, Task: 2, ID: 1, Line: 8, Flags: trace.ByTimeout},
		{Kind: trace.TaskThrow, Task: 2, Name: name("CancelledError('why')"), Fut: 1},
		{Kind: trace.TaskDone, Task: 2, T: 3, What: trace.Raised, Name: text("E(1)"), ID: int32(name("c")), Line: 7, Fut: trace.Future(stack)},
		{Kind: trace.FutureDone, Fut: 1, What: trace.Cancelled, Task: 2, Line: 4, T: 3, ID: -1, Flags: trace.ByWaitFor},
		{Kind: trace.FutureNeverRetrieved, Fut: 2, Name: text("E(2)")},
		{Kind: trace.CallbackAdded, Fut: -2, Name: name("f"), Task: 1, Line: 6},
		{Kind: trace.CallbackRemoved, Fut: -2, Name: name("f"), Task: 1, Line: 6},
		{Kind: trace.AwaitReady, Task: 1, Line: 6},
		{Kind: trace.ObjectCreated, ID: 1, Name: name("Queue"), Fut: trace.Future(text("LifoQueue 1")), Task: 1, Line: 6, T: trace.ObjectLimit(3, 0)},
		{Kind: trace.ObjectCreated, ID: 2, Name: name("Condition"), Fut: trace.Future(text("Condition 1")), Task: 1, Line: 6, T: trace.ObjectLimit(0, 1)},
		{Kind: trace.ObjectOp, ID: 1, Name: name("put"), T: trace.ObjectSize(3, 2), Task: 1, Line: 7},
		{Kind: trace.FutureCreated, Fut: 3, Name: name("Queue.put"), Task: 1, Line: 7, ID: l.Attach(trace.Object(1))},
		{Kind: trace.ThreadBegin, ID: 1, Name: name("slow"), Task: 1, T: 3},
		{Kind: trace.ThreadEnd, ID: 1, Name: name("slow"), Task: 1, T: 4},
		{Kind: trace.ShieldOn, Task: 1},
		{Kind: trace.ShieldOuter, Task: 1, Fut: 2},
		{Kind: trace.Print, T: 4, Task: 1, Line: 6, Name: text("hello \x1b[31m\n\u009b")},
		{Kind: trace.Stderr, T: 4, Task: 1, Line: 6, Name: text("oh")},
		{Kind: trace.LoopBlocked, T: 5, Task: 1, Line: 6},
		{Kind: trace.LoopException, T: 5, Name: text("in callback"), ID: int32(text("E(3)"))},
		{Kind: trace.LoopException, T: 5, Name: text("in callback")},
		{Kind: trace.LoopShutdown, T: 6, ID: l.Attach([]trace.Task{1, 2})},
		{Kind: trace.CommandDone, T: trace.Second, Task: 1, ID: l.Attach(command)},
		{Kind: trace.CommandRefused, T: trace.Second, Task: 1, ID: l.Attach(command), Name: text("done")},
		{Kind: trace.CommandDone, Task: 2, ID: l.Attach(trace.Command{Op: trace.OpRaise, Task: 2, Exc: "ValueError", Msg: &msg})},
		{Kind: trace.CommandDone, Task: 2, ID: l.Attach(trace.Command{Op: trace.OpRaise, Task: 2, Exc: "KeyError"})},
		{Kind: trace.CommandDone, Task: 2, ID: l.Attach(trace.Command{Op: trace.OpFinish, Task: 2, Value: "(1, 'a')"})},
		{Kind: trace.CommandDone, ID: l.Attach(trace.Command{Op: trace.OpFire, Handle: 2})},
		{Kind: trace.CommandDone, ID: l.Attach(trace.Command{Op: trace.OpDelay, Handle: 2, When: 3 * trace.Second / 2})},
		{Kind: trace.CommandRefused, ID: l.Attach(trace.Command{Op: trace.OpFront, Handle: 9}), Name: text("not ready")},
		{Kind: trace.TaskMark, Task: 1, Name: text("mark"), T: 8},
		{Kind: trace.RunBreak, T: 8, Fut: -1},
		{Kind: trace.RunResult, T: 9, What: trace.Returned, Name: text("None"), ID: l.Attach(trace.Result{Pending: []trace.Task{2}})},
		{Kind: trace.RunResult, T: 9, What: trace.Deadlock, ID: l.Attach(trace.Result{Stuck: []trace.Stuck{{Task: 1, Name: "a", On: -2}, {Task: 2, Name: "b"}}})},
		{Kind: trace.RunResult, T: 9, What: trace.TooLong, Line: 3, ID: l.Attach(trace.Result{Limit: "turns"})},
		{Kind: trace.CoroutineNeverAwaited, Name: name("job")},
		{Kind: trace.RunExit, T: 9, What: trace.Raised, Name: text("E(4)")},
		{Kind: trace.RunRefused, Name: text("no"), Line: 1},
	} {
		l.Append(e)
	}
	return l
}

func TestAWrongLineIsNamedWithWhatToDo(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"no JSON", `{"ev": "run.ex`, "line 2: no JSON object: if the file was cut there, remove the line to read what is before it"},
		{"no object", `[1]`, "line 2: no JSON object: if the file was cut there, remove the line to read what is before it"},
		{"null", `null`, "line 2: no JSON object: if the file was cut there, remove the line to read what is before it"},
		{"no kind", `{"t": 1}`, `line 2: "ev" is missing: every event has it; the file may be made by another version`},
		{"missing", `{"ev": "handle.end", "t": 1}`, `line 2: "handle" is missing: every handle.end has it; the file may be made by another version`},
		{"wrong type", `{"ev": "run.program", "name": 3}`, `line 2: 3 is no fit value of "name" in run.program: see TRACE.md`},
		{"a null", `{"ev": "run.program", "name": null}`, `line 2: null is no fit value of "name" in run.program: see TRACE.md`},
		{"too small", `{"ev": "task.named", "task": 0}`, `line 2: "0" is no fit value of "task" in task.named: it takes a whole number from 1`},
		{"broken", `{"ev": "task.named", "task": 1.5}`, `line 2: "1.5" is no fit value of "task" in task.named: it takes a whole number from 1`},
		{"too big", `{"ev": "task.named", "task": 4e9}`, `line 2: "4e9" is no fit value of "task" in task.named: it takes a whole number from 1`},
		{"negative time", `{"ev": "handle.end", "handle": 1, "t": -1}`, `line 2: "-1" is no time: give seconds, like 0.5`},
		{"unknown word", `{"ev": "handle.scheduled", "handle": 1, "what": "dance"}`, `line 2: "dance" is no what: use step to timer as TRACE.md lists them`},
		{"no such task", `{"ev": "task.waiting", "task": 1, "on": "task x", "line": 1}`, `line 2: "task x" names no task: tasks are numbered from 1`},
		{"no outcome", `{"ev": "task.done", "t": 1, "task": 1, "name": "a"}`, `line 2: none of "result", "exception" and "cancelled" is there: it must have one`},
		{"bad stack", `{"ev": "task.waiting", "task": 1, "on": "sleep", "stack": [["f"]]}`, `line 2: "line" is missing: every event has it; the file may be made by another version`},
		{"bad command", `{"ev": "command", "after": 1, "t": 0, "do": "dance", "task": 1}`, `line 2: no command "dance": use cancel, shield, callback, raise, finish, fire, delay or front`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			log := trace.NewLog()
			err := trace.NewDecoder(strings.NewReader("\n" + tt.line + "\n")).All(log)
			if err == nil || err.Error() != tt.want {
				t.Errorf("error is\n  %v\nwant\n  %s", err, tt.want)
			}
			if log.Len() != 0 {
				t.Errorf("%d events of a wrong line are in the log", log.Len())
			}
		})
	}
}

func TestWhatIsNotKnownIsPassedOverAndCounted(t *testing.T) {
	const text = `{"ev": "socket.begin", "socket": 1}
{"ev": "handle.end", "handle": 1, "t": 1, "mood": "good", "x": [1]}
{"ev": "socket.end"}
`
	d, log := trace.NewDecoder(strings.NewReader(text)), trace.NewLog()
	if err := d.All(log); err != nil {
		t.Fatal(err)
	}
	if events, fields := d.Skipped(); events != 2 || fields != 2 || log.Len() != 1 {
		t.Errorf("%d events and %d fields were passed over, %d read; want 2, 2 and 1", events, fields, log.Len())
	}
}

func TestALineTooLongIsNoEvent(t *testing.T) {
	long := `{"ev": "run.program", "name": "` + strings.Repeat("x", 17<<20) + `"}`
	err := trace.NewDecoder(strings.NewReader(long)).All(trace.NewLog())
	if err == nil || !strings.Contains(err.Error(), "line 1: longer than") {
		t.Errorf("error is %v, want one about the length of line 1", err)
	}
}

func TestEveryProgramHasALogOfItsOwn(t *testing.T) {
	const text = `{"ev": "run.program", "name": "a.py"}
{"ev": "run.exit", "t": 0}
{"ev": "run.program", "name": "b.py"}
{"ev": "run.exit", "t": 1}
`
	d := trace.NewDecoder(strings.NewReader(text))
	first, second := trace.NewLog(), trace.NewLog()
	if err := d.All(first); !errors.Is(err, trace.ErrAnotherProgram) {
		t.Fatalf("after the first program: %v, want %v", err, trace.ErrAnotherProgram)
	}
	if err := d.All(second); err != nil {
		t.Fatal(err)
	}
	for log, want := range map[*trace.Log]string{first: "a.py", second: "b.py"} {
		if got := log.String(log.View().At(1).Name); got != want || log.Len() != 2 {
			t.Errorf("a log of %d events of %s, want 2 of %s", log.Len(), got, want)
		}
	}
}

// TestALabelIsOneFuture shows what becomes of futures that have no number.
func TestALabelIsOneFuture(t *testing.T) {
	const text = `{"ev": "task.waiting", "task": 1, "on": "gather", "line": 1}
{"ev": "task.waiting", "task": 2, "on": "gather", "line": 1}
{"ev": "task.waiting", "task": 3, "on": "future 1", "line": 1}
`
	log := trace.NewLog()
	if err := trace.NewDecoder(strings.NewReader(text)).All(log); err != nil {
		t.Fatal(err)
	}
	v := log.View()
	var got []string
	for n := 1; n <= v.Len(); n++ {
		got = append(got, v.At(n).Kind.String())
	}
	want := []string{"future.created", "task.waiting", "task.waiting", "future.created", "task.waiting"}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("events are %v, want %v", got, want)
	}
	if v.At(2).Fut != v.At(1).Fut || v.At(3).Fut != v.At(1).Fut || v.At(5).Fut != v.At(4).Fut {
		t.Error("tasks that wait on one label wait for different futures")
	}
	if v.At(1).Flags&trace.Shared == 0 || v.At(4).Flags&trace.Shared != 0 {
		t.Error(`"gather" is to be shared by all gathers, "future 1" is one future`)
	}
}

func FuzzDecoder(f *testing.F) {
	f.Add(string(trace.NewEncoder().Append(nil, everyKind().View())))
	f.Add(`{"ev": "task.waiting", "task": 1, "on": "ready", "stack": [[[], {}]]}`)
	f.Fuzz(func(t *testing.T, text string) {
		log := trace.NewLog()
		_ = trace.NewDecoder(strings.NewReader(text)).All(log) // any error, no panic
		_ = trace.NewChecker().Check(log.View())
		for n := 1; n <= log.Len(); n++ {
			trace.Format(log.View(), n)
		}
	})
}

// TestATimerForATimeBeforeAllTimeIsRead has one set by call_at(-1.5).
func TestATimerForATimeBeforeAllTimeIsRead(t *testing.T) {
	log := trace.NewLog()
	log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Timer, ID: 1, Name: log.Intern("f"), T: -3 * trace.Second / 2})
	again := trace.NewLog()
	if err := trace.NewDecoder(bytes.NewReader(trace.NewEncoder().Append(nil, log.View()))).All(again); err != nil {
		t.Fatal(err)
	}
	if got := again.View().At(1).T; got != -3*trace.Second/2 {
		t.Errorf("the timer is read as set for %s s, want -1.5", got)
	}
}
