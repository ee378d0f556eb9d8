package trace

import (
	"encoding/json"
	"fmt"
)

// Op is what a Command asks for.
type Op string

// The operations. A run that cannot do one refuses it by a CommandRefused
// event with the reason.
const (
	OpCancel   Op = "cancel"   // cancel a task; through its shield, if it has one
	OpShield   Op = "shield"   // shield a task from cancels that come through its waiters
	OpCallback Op = "callback" // add a done callback to a task
	OpRaise    Op = "raise"    // raise an exception in a task, at the await where it stands
	OpFinish   Op = "finish"   // give a result to the plain future that a task waits for
	OpFire     Op = "fire"     // move a timer to the end of the ready queue now
	OpDelay    Op = "delay"    // have a timer fire at another moment
	OpFront    Op = "front"    // move a handle that is ready to the front of the ready queue
)

// CallbackKind is what an added done callback does when it runs.
type CallbackKind string

// The kinds of callbacks.
const (
	CallbackLog    CallbackKind = "log"    // prints the outcome
	CallbackNotify CallbackKind = "notify" // marks the lane
	CallbackSpawn  CallbackKind = "spawn"  // creates a task that prints the argument
	CallbackBreak  CallbackKind = "break"  // pauses the run at the handle that follows
)

// A Command is what a user asks of a run. It acts between two handles: after
// event After, at loop time T; given inside a handle, at that handle's end.
type Command struct {
	After int  // the last event before it
	T     Time // between that event's time and the next timer's
	Op    Op
	Task  Task         // whose; 0 for what names a Handle
	Past  bool         // OpCancel: cancel the task itself, past its shield
	Msg   *string      // OpCancel: the message; nil for None
	Kind  CallbackKind // OpCallback
	Arg   string       // OpCallback: the callback's argument

	Exc    string // OpRaise: name of a class of Python's or asyncio's exceptions; its message is Msg, nil for no argument
	Value  string // OpFinish: the result, a Python literal; "" is None
	Handle int    // OpFire, OpDelay, OpFront: number of the handle
	When   Time   // OpDelay: the moment at which it fires
}

// NamesHandle reports whether an operation is about a handle; the others are
// about a task.
func (op Op) NamesHandle() bool { return op == OpFire || op == OpDelay || op == OpFront }

// Check gives an error if a command is one that no run could obey.
func (c Command) Check() error {
	switch c.Op {
	case OpFire, OpDelay, OpFront:
		if c.Handle <= 0 {
			return fmt.Errorf("command %q names no handle", c.Op)
		}
		return nil
	case OpCancel, OpShield, OpCallback, OpRaise, OpFinish:
	default:
		return fmt.Errorf("no command %q: use cancel, shield, callback, raise, finish, fire, delay or front", c.Op)
	}
	switch {
	case c.Task <= 0:
		return fmt.Errorf("command %q names no task", c.Op)
	case c.Op == OpRaise && c.Exc == "":
		return fmt.Errorf("command %q names no exception: give a class, like ValueError", c.Op)
	case c.Op == OpCallback:
		switch c.Kind {
		case CallbackLog, CallbackNotify, CallbackSpawn, CallbackBreak:
		default:
			return fmt.Errorf("no callback kind %q: use log, notify, spawn or break", c.Kind)
		}
	}
	return nil
}

// Python gives what does in a script what the command does, for a task that
// goes by the name given. What asyncio has no function for is done to the
// loop's own queues, as they are in CPython's base_events.py.
func (c Command) Python(task string) string {
	switch c.Op {
	case OpShield:
		return "asyncio.shield(" + task + ")"
	case OpCallback:
		return fmt.Sprintf("%s.add_done_callback(functools.partial(%s, %q))", task, c.Kind, c.Arg)
	case OpRaise:
		return fmt.Sprintf("raise %s  # in %s, at its await", c.exception(), task)
	case OpFinish:
		return fmt.Sprintf("fut.set_result(%s)  # fut: what %s waits for", c.result(), task)
	case OpFire:
		return fmt.Sprintf("loop._scheduled.remove(h); heapq.heapify(loop._scheduled); loop._ready.append(h)  # h: timer %d", c.Handle)
	case OpDelay:
		return fmt.Sprintf("h._when = %s; heapq.heapify(loop._scheduled)  # h: timer %d", c.When, c.Handle)
	case OpFront:
		return fmt.Sprintf("loop._ready.remove(h); loop._ready.appendleft(h)  # h: handle %d", c.Handle)
	default:
		if c.Msg != nil {
			return fmt.Sprintf("%s.cancel(%q)", task, *c.Msg)
		}
		return task + ".cancel()"
	}
}

// exception gives the call that makes the exception of an OpRaise.
func (c Command) exception() string {
	if c.Msg == nil {
		return c.Exc + "()"
	}
	return fmt.Sprintf("%s(%q)", c.Exc, *c.Msg)
}

// result gives the literal of an OpFinish.
func (c Command) result() string {
	if c.Value == "" {
		return "None"
	}
	return c.Value
}

// commandJSON is the JSON form of a Command.
type commandJSON struct {
	After  int             `json:"after"`
	T      json.RawMessage `json:"t"`
	Do     Op              `json:"do"`
	Task   *Task           `json:"task,omitempty"`
	Past   bool            `json:"past_shield,omitempty"`
	Msg    *string         `json:"msg,omitempty"`
	Kind   CallbackKind    `json:"kind,omitempty"`
	Arg    string          `json:"arg,omitempty"`
	Exc    string          `json:"exc,omitempty"`
	Value  string          `json:"value,omitempty"`
	Handle int             `json:"handle,omitempty"`
	When   json.RawMessage `json:"when,omitempty"`
}

// commandKeys are the members of the JSON form.
var commandKeys = []string{
	"after", "t", "do", "task", "past_shield", "msg", "kind", "arg", "exc", "value", "handle", "when",
}

// MarshalJSON gives the command as a recording holds it:
//
//	{"after": 34, "t": 0.5, "do": "cancel", "task": 2, "msg": "x"}
func (c Command) MarshalJSON() ([]byte, error) {
	j := commandJSON{
		After: c.After, T: json.RawMessage(c.T.String()), Do: c.Op, Past: c.Past, Msg: c.Msg, Kind: c.Kind, Arg: c.Arg,
		Exc: c.Exc, Value: c.Value, Handle: c.Handle,
	}
	if !c.Op.NamesHandle() || c.Task != 0 {
		j.Task = &c.Task
	}
	if c.Op == OpDelay {
		j.When = json.RawMessage(c.When.String())
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON gives; members that a command does not
// have are passed over, so that the line of a trace can be read as it is.
func (c *Command) UnmarshalJSON(data []byte) error {
	var j commandJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	t, err := ParseTime(string(j.T))
	if err != nil {
		return err
	}
	when, err := ParseTime(string(j.When))
	if err != nil {
		return err
	}
	*c = Command{
		After: j.After, T: t, Op: j.Do, Past: j.Past, Msg: j.Msg, Kind: j.Kind, Arg: j.Arg,
		Exc: j.Exc, Value: j.Value, Handle: j.Handle, When: when,
	}
	if j.Task != nil {
		c.Task = *j.Task
	}
	return c.Check()
}
