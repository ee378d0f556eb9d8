package timeline

import (
	"fmt"
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// A teller makes the sentences about one position. Their words are in the files
// of its methods: ending.go, command.go, step.go, effect.go, callback.go,
// next.go and describe.go. The screen's words are task, loop, running, ready,
// waiting, timer, line, and Python's own names; no others stand in them.
type teller struct {
	tl  *Timeline
	n   int
	s   *State
	out Sentence

	subject trace.Task // that the last sentence begins with, 0 if none
}

// say adds a sentence made of strings, tasks and lists of tasks.
func (t *teller) say(parts ...any) {
	if len(t.out) > 0 {
		t.word(" ")
	}
	t.subject, _ = parts[0].(trace.Task)
	t.add(parts)
}

func (t *teller) add(parts []any) {
	for _, p := range parts {
		switch p := p.(type) {
		case []any:
			t.add(p)
		case string:
			t.word(p)
		case trace.Task:
			t.name(p)
		case []trace.Task:
			t.list(p)
		default:
			panic(fmt.Sprintf("timeline: internal error: no word: %T", p))
		}
	}
}

func (t *teller) word(text string) {
	if k := len(t.out); k > 0 && t.out[k-1].Task == 0 {
		t.out[k-1].Text += text
	} else if text != "" {
		t.out = append(t.out, Word{Text: text})
	}
}

func (t *teller) name(task trace.Task) {
	t.out = append(t.out, Word{Text: t.tl.Label(task, t.n), Task: task})
}

const mostNamed = 4 // tasks in a list

// list names tasks: "a", "a and b", "a, b and c".
func (t *teller) list(tasks []trace.Task) {
	named := len(tasks)
	if named > mostNamed {
		named = mostNamed - 1
	}
	for i, task := range tasks[:named] {
		switch {
		case i > 0 && i == len(tasks)-1:
			t.word(" and ")
		case i > 0:
			t.word(", ")
		}
		t.name(task)
	}
	if more := len(tasks) - named; more > 0 {
		t.word(" and " + strconv.Itoa(more) + " more")
	}
}

// are gives the verb for so many.
func are(tasks []trace.Task) string {
	if len(tasks) == 1 {
		return " is"
	}
	return " are"
}

// is gives the verb for so many seconds.
func is(d trace.Time) string {
	if d <= trace.Second {
		return " is"
	}
	return " are"
}

// moment is a point in loop time, duration a stretch of it.
func moment(t trace.Time) string { return fmt.Sprintf("%.3f s", t.Seconds()) }

func duration(d trace.Time) string { return d.String() + " s" }

// atLine is " at line 5", or nothing; so are the others.
func atLine(line int32) string {
	if line == 0 {
		return ""
	}
	return " at line " + strconv.Itoa(int(line))
}

func onLine(line int32) string {
	if line == 0 {
		return ""
	}
	return " on line " + strconv.Itoa(int(line))
}

func inLine(line int32) string {
	if line == 0 {
		return ""
	}
	return " (line " + strconv.Itoa(int(line)) + ")"
}

// with is " (gather, line 15)".
func with(what string, line int32) string {
	if line == 0 {
		return " (" + what + ")"
	}
	return " (" + what + ", line " + strconv.Itoa(int(line)) + ")"
}

// text gives a string of the trace, or another where there is none.
func (t *teller) text(n trace.Name, otherwise string) string {
	if n == 0 {
		return otherwise
	}
	return t.tl.view.String(n)
}

// future gives a task, or the label of a plain future.
func (t *teller) future(f trace.Future) any {
	if f.Task() != 0 {
		return f.Task()
	}
	if label := t.tl.labelAt(f, t.n, 2); label != "" {
		return label
	}
	return "what it waited for"
}

// known gives the name under which the program knows what asyncio calls
// otherwise within.
func known(name string) string {
	switch name {
	case "shield.inner", "shield.outer":
		return "shield"
	case "cancel_and_wait", "release_waiter":
		return "wait_for"
	}
	return strings.TrimPrefix(name, ".") // of a bound method
}

// how says how a future ended.
func (t *teller) how(f trace.Future) []any {
	l := t.tl.Lane(f.Task())
	switch inner := t.tl.shielded(f); {
	case inner != 0 && t.tl.settled(f) == trace.Cancelled:
		return []any{"the shield of ", inner, " was cancelled"}
	case l == nil || l.Ended == 0:
		return []any{t.future(f), " is over"}
	case l.Outcome == trace.Cancelled:
		return []any{l.Task, " was cancelled"}
	case l.Outcome == trace.Raised:
		return []any{l.Task, " raised ", l.Result}
	}
	return []any{l.Task, " has ended"}
}
