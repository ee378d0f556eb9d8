package sched

import "loopscope/sched/trace"

// A Host is what a Loop asks of whoever gives it its program: an interpreter,
// say. Every field may be nil; a plain Go program needs none.
type Host struct {
	// Line gives the line of the program that is being run, from 1; 0: none.
	Line func() int32

	// Where says where a task that has just suspended stands: the line of the
	// innermost frame of the program, 0 if it never started, and the chain of
	// frames in the loop's Log.
	Where func(*Task) (line int32, stack trace.Stack)

	// Raised says where an exception that ends a task was raised: the line, 0 if
	// that is not known, and the frames that it passed, in the loop's Log.
	Raised func(error) (line int32, traceback trace.Stack)

	// Show gives the text of a result in events, ShowError that of an
	// exception, Str that of a cancel's message: TRACE.md's canonical text, a
	// message that is a string without quotes. Repr gives the text of a value
	// in the message of an exception.
	Show      func(any) string
	ShowError func(error) string
	Str       func(any) string
	Repr      func(any) string

	// NewError makes an exception that asyncio itself raises, so that the
	// program meets objects of its own; cause is the one that it is raised
	// from, or nil.
	NewError func(class Class, cause error, args ...any) error

	// Exception makes the exception of a raise command: of a class of Python's or
	// asyncio's, without "asyncio." before its name; message is its argument, nil
	// for none. Literal gives the value of a Python literal, for a finish command.
	// An error says what is wrong with them.
	Exception func(class string, message *string) (error, error)
	Literal   func(text string) (any, error)

	// TimedOut notes in an exception that came up while a timeout cancelled the
	// block that it leaves.
	TimedOut func(error)

	// List makes the result of gather, Sets that of wait.
	List func([]any) any
	Sets func(Sets) any

	// Equal compares the keys of done callbacks; nil compares by ==.
	Equal func(a, b any) bool

	// Less orders the items of a PriorityQueue: a < b. Without it they are ints,
	// floats or strings.
	Less func(a, b any) (bool, error)

	// Generators gives what closes the async generators that are there when a
	// run ends.
	Generators func() []Awaitable

	// Holds gives those of the coroutines that some of the roots hold: futures,
	// tasks and objects of the host's. It is asked when a run has ended.
	Holds func(roots []any, wanted []*Coro) []*Coro

	// CopyContext copies a context for a new task; needed only by a host that
	// calls SetContext.
	CopyContext func(any) any

	// Remedy says how to raise a limit that ended a run; nil, or "": nobody
	// can.
	Remedy func(limit string) string

	// Between is called between handles, when no task is current: before the
	// first one that a run runs, and again before the first that ends what a run
	// left over, and after every one. Here a run can be paused, and commands
	// act. An error leaves the run; give a *Stop to drop it.
	Between func() error
}
