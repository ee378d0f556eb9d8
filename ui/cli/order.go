package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// An order is a command as it is written, before the run has come to the
// moment and the task it means.
type order struct {
	text    string // as it was given
	command trace.Command
	task    string // label, name or number; "": the command has it
	after   bool   // command.After is given
	at      bool   // command.T is given
	when    bool   // command.When is given
}

// orderForms is what an order may look like.
const orderForms = "write cancel TASK [msg=TEXT] [past=shield], shield TASK, callback TASK [kind=log|notify|spawn|break] [arg=TEXT], " +
	"raise TASK CLASS [msg=TEXT], finish TASK [value=LITERAL], fire TIMER, delay TIMER when=SECONDS, or front HANDLE"

// parseOrder reads what --do takes:
//
//	[after=EVENT] [t=SECONDS] cancel TASK [msg=TEXT] [past=shield]
//	[after=EVENT] [t=SECONDS] shield TASK
//	[after=EVENT] [t=SECONDS] callback TASK [kind=KIND] [arg=TEXT]
//	[after=EVENT] [t=SECONDS] raise TASK CLASS [msg=TEXT]
//	[after=EVENT] [t=SECONDS] finish TASK [value=LITERAL]
//	[after=EVENT] [t=SECONDS] fire TIMER
//	[after=EVENT] [t=SECONDS] delay TIMER when=SECONDS
//	[after=EVENT] [t=SECONDS] front HANDLE
//
// A word with spaces in it stands in quotes, single or double. A literal stands
// last and is all that follows. A timer or another handle goes by its number, or
// by its task: the timer that it has set, the step of it that is ready.
func parseOrder(text string) (order, error) {
	o := order{text: text}
	rest, literal, hasLiteral := strings.Cut(text, " value=")
	words, err := splitWords(rest)
	if err != nil {
		return o, err
	}
	var names []string
	for _, w := range words {
		if key, value, ok := strings.Cut(w, "="); ok && isOrderKey(key) {
			if err := o.set(key, unquote(value)); err != nil {
				return o, err
			}
			continue
		}
		names = append(names, unquote(w))
	}
	if hasLiteral {
		o.command.Value = strings.TrimSpace(literal)
	}
	return o, o.name(names)
}

// name takes the words of an order that are no keys: the operation and what it
// is about.
func (o *order) name(names []string) error {
	if len(names) == 0 {
		return errors.New(orderForms)
	}
	o.command.Op = trace.Op(strings.ToLower(names[0]))
	most := 2
	if o.command.Op == trace.OpRaise {
		most = 3
	}
	if len(names) > most {
		return fmt.Errorf("%q is one word too many: %s", names[most], orderForms)
	}
	if len(names) == 3 {
		o.command.Exc = names[2]
	}
	if err := o.check(); err != nil {
		return err
	}
	if len(names) == 1 && o.command.Op.NamesHandle() {
		return fmt.Errorf("%s which handle? %s", o.command.Op, orderForms)
	}
	if len(names) == 1 {
		return fmt.Errorf("%s which task? %s", o.command.Op, orderForms)
	}
	o.task = names[1]
	return nil
}

func isOrderKey(key string) bool {
	switch key {
	case "after", "t", "msg", "past", "kind", "arg", "when":
		return true
	}
	return false
}

func (o *order) set(key, value string) error {
	switch key {
	case "after":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return fmt.Errorf("after=%s: give the number of an event, which is that of its line in the jsonl form", value)
		}
		o.after, o.command.After = true, n
	case "t":
		t, err := trace.ParseTime(value)
		if err != nil || value == "" {
			return fmt.Errorf("t=%s: give seconds, like t=0.5", value)
		}
		o.at, o.command.T = true, t
	case "when":
		t, err := trace.ParseTime(value)
		if err != nil || value == "" {
			return fmt.Errorf("when=%s: give seconds, like when=0.5", value)
		}
		o.when, o.command.When = true, t
	case "msg":
		o.command.Msg = &value
	case "past":
		if value != "shield" {
			return fmt.Errorf("past=%s: past=shield is all there is", value)
		}
		o.command.Past = true
	case "kind":
		o.command.Kind = trace.CallbackKind(value)
	case "arg":
		o.command.Arg = value
	}
	return nil
}

// check looks whether all that is given belongs to the command.
func (o *order) check() error {
	c := &o.command
	if c.Op == trace.OpCallback && c.Kind == "" {
		c.Kind = trace.CallbackLog
	}
	if err := withTarget(*c).Check(); err != nil {
		return err
	}
	switch {
	case c.Op != trace.OpCancel && c.Past:
		return fmt.Errorf("past= belongs to cancel, not to %s", c.Op)
	case c.Op != trace.OpCancel && c.Op != trace.OpRaise && c.Msg != nil:
		return fmt.Errorf("msg= belongs to cancel and raise, not to %s", c.Op)
	case c.Op != trace.OpCallback && (c.Kind != "" || c.Arg != ""):
		return fmt.Errorf("kind= and arg= belong to callback, not to %s", c.Op)
	case c.Op != trace.OpFinish && c.Value != "":
		return fmt.Errorf("value= belongs to finish, not to %s", c.Op)
	case c.Op != trace.OpDelay && c.When != 0:
		return fmt.Errorf("when= belongs to delay, not to %s", c.Op)
	case c.Op == trace.OpDelay && !o.when:
		return errors.New("delay to which time? Give when=SECONDS")
	}
	return nil
}

// withTarget gives a command with some task and handle, so that the rest can be
// checked.
func withTarget(c trace.Command) trace.Command {
	if c.Op.NamesHandle() {
		c.Handle = max(c.Handle, 1)
	} else {
		c.Task = max(c.Task, 1)
	}
	return c
}

// splitWords splits a text at spaces that stand in no quotes. Quotes count
// where a word or a value begins, so that say('A') is a word.
func splitWords(text string) ([]string, error) {
	var words []string
	var word strings.Builder
	quote, last := rune(0), ' '
	for _, r := range text {
		switch {
		case quote == 0 && unicode.IsSpace(r):
			if word.Len() > 0 {
				words = append(words, word.String())
				word.Reset()
			}
			last = ' '
			continue
		case quote == 0 && (r == '"' || r == '\'') && (last == ' ' || last == '='):
			quote = r
		case r == quote:
			quote = 0
		}
		word.WriteRune(r)
		last = r
	}
	if quote != 0 {
		return nil, fmt.Errorf("a %c is not closed", quote)
	}
	if word.Len() > 0 {
		words = append(words, word.String())
	}
	return words, nil
}

// unquote takes off the quotes around a word.
func unquote(w string) string {
	if n := len(w); n >= 2 && (w[0] == '"' || w[0] == '\'') && w[n-1] == w[0] {
		return w[1 : n-1]
	}
	return w
}

// readOrders reads a file of commands: an array, or a line each. Lines of a
// trace that are no commands are passed over, so a recording will do. A command
// that was refused is given again: its refusal is an event, which the numbers
// of those behind it count.
func readOrders(path string) ([]order, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--commands %s: %w", path, reason(err))
	}
	var orders []order
	add := func(where string, text []byte) error {
		var c trace.Command
		if err := json.Unmarshal(text, &c); err != nil {
			return fmt.Errorf("--commands %s: %s: %w", path, where, err)
		}
		o := order{text: string(text), command: c, after: true, at: true, when: true}
		if err := o.check(); err != nil {
			return fmt.Errorf("--commands %s: %s: %w", path, where, err)
		}
		orders = append(orders, o)
		return nil
	}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
		var list []json.RawMessage
		if err := json.Unmarshal(data, &list); err != nil {
			return nil, fmt.Errorf("--commands %s: %w", path, err)
		}
		for i, text := range list {
			if err := add(fmt.Sprintf("command %d", i+1), text); err != nil {
				return nil, err
			}
		}
		return orders, nil
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for number := 1; lines.Scan(); number++ {
		text := bytes.Clone(bytes.TrimSpace(lines.Bytes()))
		if len(text) == 0 || otherEvent(text) {
			continue
		}
		if err := add(fmt.Sprintf("line %d", number), text); err != nil {
			return nil, err
		}
	}
	return orders, nil
}

// otherEvent reports whether a line is one of a trace that is no command.
func otherEvent(line []byte) bool {
	var e struct {
		Ev string `json:"ev"`
	}
	return json.Unmarshal(line, &e) == nil && e.Ev != "" && e.Ev != trace.CommandDone.String() && e.Ev != trace.CommandRefused.String()
}

// due reports whether the run has come to the moment an order means: event
// after and loop time t; without either, the first moment at which the task is
// there. At t alone everything due by then has run; with an event too, as in a
// recording, what is due at t itself may be still to come.
func (o *order) due(tl *timeline.Timeline) bool {
	n := tl.View().Len()
	if o.after && n < o.command.After {
		return false
	}
	if o.at {
		next := session.NextTime(tl)
		return tl.TimeAt(n) >= o.command.T || next > o.command.T || o.after && next == o.command.T
	}
	if o.after {
		return true
	}
	_, err := o.find(tl, n)
	return err == nil || errors.As(err, new(ambiguous))
}

// complete gives the command of an order at the newest moment.
func (o *order) complete(tl *timeline.Timeline) (trace.Command, error) {
	c, err := o.find(tl, tl.View().Len())
	if err != nil {
		return trace.Command{}, err
	}
	c.After = tl.View().Len()
	c.T = max(c.T, tl.TimeAt(c.After))
	return c, nil
}

// find gives the command with the task or handle that it is about at position
// n.
func (o *order) find(tl *timeline.Timeline, n int) (c trace.Command, err error) {
	c = o.command
	switch {
	case c.Op.NamesHandle() && o.task != "":
		c.Handle, err = findHandle(tl, n, c.Op, o.task)
	case c.Op.NamesHandle(): // of a recording, which may hold one that was refused
	case o.task != "":
		c.Task, err = findTask(tl, n, o.task)
	case tl.Lane(c.Task) == nil:
		err = fmt.Errorf("there is no task %d yet; %s", c.Task, known(tl, n))
	}
	return c, err
}

// findHandle gives the handle that goes by a name at position n: by its number,
// or as the first timer of a task, or a task's step that is ready.
func findHandle(tl *timeline.Timeline, n int, op trace.Op, name string) (int, error) {
	st := tl.At(n)
	number, err := strconv.Atoi(strings.TrimPrefix(name, "#"))
	if err == nil {
		for _, q := range st.Ready() {
			if q.ID == number {
				return number, nil
			}
		}
		for _, t := range st.Timers() {
			if t.ID == number {
				return number, nil
			}
		}
		return 0, fmt.Errorf("there is no handle %d here: it is not ready, and no timer", number)
	}
	task, err := findTask(tl, n, name)
	if err != nil {
		return 0, err
	}
	if op == trace.OpFront {
		for _, q := range st.Ready() {
			if q.What == trace.Step && q.Task == task {
				return q.ID, nil
			}
		}
		return 0, fmt.Errorf("%s is not ready", tl.Label(task, n))
	}
	for _, t := range st.Timers() {
		if t.Task == task {
			return t.ID, nil
		}
	}
	return 0, fmt.Errorf("%s has set no timer that is still to fire", tl.Label(task, n))
}

// An ambiguous name is borne by several tasks.
type ambiguous struct{ error }

// findTask gives the task that goes by a name at position n: by its number or
// its label; else by asyncio's name, or that of its function, if only one
// task has it.
func findTask(tl *timeline.Timeline, n int, name string) (trace.Task, error) {
	if number, err := strconv.Atoi(strings.TrimPrefix(name, "#")); err == nil {
		if l := tl.Lane(trace.Task(number)); l != nil && l.Born <= n {
			return l.Task, nil
		}
	}
	for _, called := range []func(*timeline.Lane) string{
		func(l *timeline.Lane) string { return tl.Label(l.Task, n) },
		func(l *timeline.Lane) string { return l.Name },
		func(l *timeline.Lane) string { return l.Fn },
	} {
		var found []string
		var task trace.Task
		for _, l := range tl.Lanes() {
			if l.Born <= n && called(l) == name {
				found, task = append(found, calls(tl, n, l)), l.Task
			}
		}
		if len(found) == 1 {
			return task, nil
		}
		if len(found) > 1 {
			return 0, ambiguous{fmt.Errorf("%d tasks go by %q: %s", len(found), name, strings.Join(found, ", "))}
		}
	}
	return 0, fmt.Errorf("there is no task %q here; %s", name, known(tl, n))
}

// calls gives what a task may be called by.
func calls(tl *timeline.Timeline, n int, l *timeline.Lane) string {
	return fmt.Sprintf("%s (%d)", tl.Label(l.Task, n), l.Task)
}

// known lists the tasks at position n, as many as can be read.
func known(tl *timeline.Timeline, n int) string {
	const most = 12
	var names []string
	for _, l := range tl.Lanes() {
		if l.Born > n {
			continue
		}
		if len(names) == most {
			names = append(names, "…")
			break
		}
		names = append(names, calls(tl, n, l))
	}
	if len(names) == 0 {
		return "no task has been created yet"
	}
	return "the tasks are " + strings.Join(names, ", ")
}
