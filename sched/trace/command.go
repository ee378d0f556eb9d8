package trace

import "fmt"

// Op is what a Command asks for.
type Op string

// The operations. A run that cannot do one refuses it by a CommandRefused
// event with the reason.
const (
	OpCancel   Op = "cancel"   // cancel a task; through its shield, if it has one
	OpShield   Op = "shield"   // shield a task from cancels that come through its waiters
	OpCallback Op = "callback" // add a done callback to a task
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
	Task  Task
	Past  bool         // OpCancel: cancel the task itself, past its shield
	Msg   *string      // OpCancel: the message; nil for None
	Kind  CallbackKind // OpCallback
	Arg   string       // OpCallback: the callback's argument
}

// Check gives an error if a command is one that no run could obey.
func (c Command) Check() error {
	if c.Task <= 0 {
		return fmt.Errorf("command %q names no task", c.Op)
	}
	switch c.Op {
	case OpCancel, OpShield:
		return nil
	case OpCallback:
		switch c.Kind {
		case CallbackLog, CallbackNotify, CallbackSpawn, CallbackBreak:
			return nil
		}
		return fmt.Errorf("no callback kind %q: use log, notify, spawn or break", c.Kind)
	}
	return fmt.Errorf("no command %q: use cancel, shield or callback", c.Op)
}

// Python gives the statement that does in a script what the command does, for
// a task that goes by the name given.
func (c Command) Python(task string) string {
	switch c.Op {
	case OpShield:
		return "asyncio.shield(" + task + ")"
	case OpCallback:
		return fmt.Sprintf("%s.add_done_callback(functools.partial(%s, %q))", task, c.Kind, c.Arg)
	default:
		if c.Msg != nil {
			return fmt.Sprintf("%s.cancel(%q)", task, *c.Msg)
		}
		return task + ".cancel()"
	}
}
