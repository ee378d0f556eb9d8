package presets

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Run is what checks need to know of one finished run of one program.
type Run struct {
	tasks   []ranTask // by number, from 1 at index 0
	prints  []printed // in their order
	raised  string    // exception that ended the program, as the trace shows it; "" if none
	seconds float64   // loop time at the end
}

type ranTask struct {
	name, fn string
	ending   string // "returned", "raised", "cancelled"; "" while not done
	value    string // result or exception, as the trace shows it
	waits    int    // steps that ended with it waiting
	leftOver bool   // cancelled by asyncio.run after main's end
}

type printed struct {
	text    string
	seconds float64
}

// fact holds the fields of TRACE.md that checks look at.
type fact struct {
	Ev        string  `json:"ev"`
	T         float64 `json:"t"`
	Name      string  `json:"name"`
	Fn        string  `json:"fn"`
	Text      string  `json:"text"`
	Reason    string  `json:"reason"`
	Task      int     `json:"task"`
	Tasks     []int   `json:"tasks"`
	Result    *string `json:"result"`
	Exception *string `json:"exception"`
	Cancelled bool    `json:"cancelled"`
}

// ReadRun reads the trace of one program in JSON lines. A trace that has not
// reached the program's end, a deadlock or a refusal for one, is an error.
func ReadRun(trace io.Reader) (Run, error) {
	var r Run
	over := false
	lines := bufio.NewScanner(trace)
	lines.Buffer(nil, 16<<20)
	for number := 1; lines.Scan(); number++ {
		var f fact
		if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
			return Run{}, fmt.Errorf("line %d of the trace: %w", number, err)
		}
		if err := r.learn(f); err != nil {
			return Run{}, fmt.Errorf("line %d of the trace: %w", number, err)
		}
		over = over || f.Ev == "run.exit"
	}
	if err := lines.Err(); err != nil {
		return Run{}, fmt.Errorf("reading the trace: %w", err)
	}
	if !over {
		return Run{}, errors.New("the trace ends before the program does")
	}
	return r, nil
}

func (r *Run) learn(f fact) error {
	switch f.Ev {
	case "run.refused":
		return fmt.Errorf("the program was refused: %s", f.Reason)
	case "task.created":
		if f.Task != len(r.tasks)+1 {
			return fmt.Errorf("task %d is created after task %d", f.Task, len(r.tasks))
		}
		r.tasks = append(r.tasks, ranTask{name: f.Name, fn: f.Fn})
	case "task.waiting", "task.done":
		return r.learnTask(f)
	case "loop.shutdown":
		for _, task := range f.Tasks {
			if task < 1 || task > len(r.tasks) {
				return fmt.Errorf("task %d is not created yet", task)
			}
			r.tasks[task-1].leftOver = true
		}
	case "print":
		r.prints = append(r.prints, printed{f.Text, f.T})
	case "run.exit":
		_, r.raised = f.ending()
		r.seconds = f.T
	}
	return nil
}

func (r *Run) learnTask(f fact) error {
	if f.Task < 1 || f.Task > len(r.tasks) {
		return fmt.Errorf("task %d is not created yet", f.Task)
	}
	t := &r.tasks[f.Task-1]
	if f.Ev == "task.waiting" {
		t.waits++
		return nil
	}
	t.ending, t.value = f.ending()
	if f.Name != "" {
		t.name = f.Name // it may have changed since it was created
	}
	return nil
}

// ending tells how a task or a program ended, and with what.
func (f fact) ending() (how, value string) {
	switch {
	case f.Cancelled:
		return "cancelled", "CancelledError"
	case f.Exception != nil:
		return "raised", *f.Exception
	case f.Result != nil:
		return "returned", *f.Result
	default:
		return "returned", ""
	}
}

// Printed returns the lines printed, in their order.
func (r Run) Printed() []string {
	texts := make([]string, len(r.prints))
	for i, p := range r.prints {
		texts[i] = p.text
	}
	return texts
}

// Failed reports whether an exception ended the program, CancelledError included.
func (r Run) Failed() bool { return r.raised != "" }

// task finds a task by its name, or by its function where no task has the name.
func (r Run) task(name string) (ranTask, error) {
	matches := slices.DeleteFunc(slices.Clone(r.tasks), func(t ranTask) bool { return t.name != name })
	if len(matches) == 0 {
		matches = slices.DeleteFunc(slices.Clone(r.tasks), func(t ranTask) bool { return t.fn != name })
	}
	if len(matches) == 1 {
		return matches[0], nil
	}
	var names []string
	for _, t := range r.tasks {
		names = append(names, t.name+" ("+t.fn+")")
	}
	if len(matches) == 0 {
		return ranTask{}, fmt.Errorf("no task is called %s; there are %s", name, strings.Join(names, ", "))
	}
	return ranTask{}, fmt.Errorf("several tasks are called %s; there are %s", name, strings.Join(names, ", "))
}
