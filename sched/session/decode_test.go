package session_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// A fact is a line of a golden trace.
type fact struct {
	Ev        string     `json:"ev"`
	Task      trace.Task `json:"task"`
	Name      string     `json:"name"`
	Fn        string     `json:"fn"`
	By        int32      `json:"by"`
	Eager     bool       `json:"eager"`
	Line      int32      `json:"line"`
	Handle    int32      `json:"handle"`
	What      string     `json:"what"`
	Of        string     `json:"of"`
	On        string     `json:"on"`
	Turn      int32      `json:"turn"`
	T         float64    `json:"t"`
	When      float64    `json:"when"`
	Text      string     `json:"text"`
	Count     int32      `json:"count"`
	Result    *string    `json:"result"`
	Exception *string    `json:"exception"`
	Cancelled bool       `json:"cancelled"`
	Message   string     `json:"message"`
	Reason    string     `json:"reason"`
	Tasks     []trace.Task
	Deadlock  []any `json:"deadlock"`
	TooLong   bool  `json:"too_long"`
}

var kinds = func() map[string]trace.Kind {
	m := map[string]trace.Kind{}
	for k := trace.Kind(1); !strings.HasPrefix(k.String(), "kind "); k++ {
		m[k.String()] = k
	}
	return m
}()

var whats = map[string]trace.What{
	"step": trace.Step, "done_callback": trace.Done, "call_soon": trace.CallSoon, "timer": trace.Timer,
}

// event makes of a line what a source would have appended.
func (f fact) event(log *trace.Log) trace.Event {
	e := trace.Event{Kind: kinds[f.Ev], Task: f.Task, Line: f.Line, T: trace.Time(f.T*1e6 + 0.5)}
	switch e.Kind {
	case trace.TaskCreated:
		e.Name, e.Fut, e.ID = log.Intern(f.Name), trace.Future(log.Intern(f.Fn)), f.By
		if f.Eager {
			e.Flags = trace.Eager
		}
	case trace.HandleScheduled, trace.HandleBegin, trace.HandleEnd, trace.HandleCancelled:
		e.ID, e.What = f.Handle, whats[f.What]
		if f.Fn != "" {
			e.Name = log.Intern(f.Fn)
		}
		if n, ok := strings.CutPrefix(f.Of, "task "); ok {
			number, _ := strconv.Atoi(n)
			e.Fut = trace.Task(number).Future()
		}
		if e.Kind == trace.HandleBegin {
			e.Line = f.Turn
		} else if e.What == trace.Timer {
			e.T = trace.Time(f.When*1e6 + 0.5)
		}
	case trace.TaskWaiting:
		if n, ok := strings.CutPrefix(f.On, "task "); ok {
			number, _ := strconv.Atoi(n)
			e.Fut = trace.Task(number).Future()
		} else if f.On != "ready" {
			e.Fut = trace.Future(log.Len() + 1) // golden traces do not number futures
		}
	case trace.Print, trace.RunRefused:
		e.Name = log.Text(f.Text + f.Reason)
	case trace.TaskCancel:
		e.ID = f.By
	case trace.TaskUncancel:
		e.ID = f.Count
	case trace.LoopShutdown:
		e.ID = log.Attach(f.Tasks)
	case trace.LoopException:
		e.Name = log.Text(f.Message)
	case trace.RunResult, trace.TaskDone, trace.RunExit:
		f.outcome(log, &e)
	case trace.CoroutineNeverAwaited, trace.RunProgram:
		e.Name = log.Text(f.Name + f.Fn)
	}
	return e
}

func (f fact) outcome(log *trace.Log, e *trace.Event) {
	switch {
	case f.Deadlock != nil:
		e.What = trace.Deadlock
	case f.TooLong:
		e.What = trace.TooLong
	case f.Cancelled:
		e.What = trace.Cancelled
	case f.Exception != nil:
		e.What, e.Name = trace.Raised, log.Text(*f.Exception)
	default:
		e.What = trace.Returned
		if f.Result != nil {
			e.Name = log.Text(*f.Result)
		}
	}
	switch e.Kind {
	case trace.RunResult:
		e.ID = log.Attach(trace.Result{})
	case trace.TaskDone:
		e.ID = int32(log.Intern(f.Name))
	}
}

// A record is a Source that gives the events of a golden trace again.
type record struct {
	facts []fact
	next  int
}

func (r *record) Next(_ context.Context, log *trace.Log) error {
	if r.next == len(r.facts) {
		return io.EOF
	}
	for from := r.next; r.next < len(r.facts); {
		ev := r.facts[r.next].Ev
		if ev == "handle.begin" && r.next > from {
			break
		}
		log.Append(r.facts[r.next].event(log))
		r.next++
		if ev == "handle.end" {
			break
		}
	}
	return nil
}

func (r *record) Do(trace.Command) error { return nil }
func (r *record) Close() error           { return nil }

// goldens reads the golden traces of the conformance suite.
func goldens(t *testing.T) map[string][]fact {
	paths, _ := filepath.Glob("../../../shared/conformance/golden/*.jsonl")
	if len(paths) == 0 {
		t.Skip("the conformance suite does not stand beside this checkout")
	}
	all := map[string][]fact{}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		var facts []fact
		for lines := bufio.NewScanner(file); lines.Scan(); {
			var f fact
			if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			facts = append(facts, f)
		}
		_ = file.Close()
		all[filepath.Base(path)] = facts
	}
	return all
}
