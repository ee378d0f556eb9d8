package sched

import (
	"errors"
	"fmt"
	"strings"

	"loopscope/sched/trace"
)

// A Class is a class of the exceptions that asyncio knows. It is an error
// itself, so that any exception is told by errors.Is(err, ErrCancelled): a
// host's own exception type answers in its method Is.
type Class uint8

// The classes. ErrCancelled, ErrSystemExit, ErrKeyboardInterrupt,
// ErrGeneratorExit and ErrBaseExceptionGroup are BaseExceptions that are no
// Exceptions.
const (
	_                     Class = iota
	ErrCancelled                // asyncio.CancelledError
	ErrInvalidState             // asyncio.InvalidStateError
	ErrTimeout                  // TimeoutError
	ErrRuntime                  // RuntimeError
	ErrValue                    // ValueError
	ErrType                     // TypeError
	ErrSystemExit               // SystemExit
	ErrKeyboardInterrupt        // KeyboardInterrupt
	ErrGeneratorExit            // GeneratorExit: a suspended coroutine is closed
	ErrStopIteration            // StopIteration
	ErrBaseExceptionGroup       // BaseExceptionGroup(message, []error): an ExceptionGroup if all are Exceptions
	ErrExceptionGroup           // ExceptionGroup(message, []error)
	ErrBrokenBarrier            // asyncio.BrokenBarrierError, a RuntimeError
	ErrQueueEmpty               // asyncio.QueueEmpty
	ErrQueueFull                // asyncio.QueueFull
	ErrQueueShutDown            // asyncio.QueueShutDown
	ErrStopAsyncIteration       // StopAsyncIteration
	classes
)

var classNames = [classes]string{
	ErrCancelled: "CancelledError", ErrInvalidState: "InvalidStateError", ErrTimeout: "TimeoutError",
	ErrRuntime: "RuntimeError", ErrValue: "ValueError", ErrType: "TypeError",
	ErrSystemExit: "SystemExit", ErrKeyboardInterrupt: "KeyboardInterrupt",
	ErrGeneratorExit: "GeneratorExit", ErrStopIteration: "StopIteration",
	ErrBaseExceptionGroup: "BaseExceptionGroup", ErrExceptionGroup: "ExceptionGroup",
	ErrBrokenBarrier: "BrokenBarrierError",
	ErrQueueEmpty:    "QueueEmpty", ErrQueueFull: "QueueFull", ErrQueueShutDown: "QueueShutDown",
	ErrStopAsyncIteration: "StopAsyncIteration",
}

// Error gives Python's name of the class.
func (c Class) Error() string {
	if c < classes && classNames[c] != "" {
		return classNames[c]
	}
	return fmt.Sprintf("class %d", uint8(c))
}

// An Error is an exception of a plain Go program: what the loop raises where
// the Host has no NewError.
type Error struct {
	Class Class
	Args  []any
	Cause error // what it was raised from; nil for nothing
}

// Error gives the class and the message, as Python ends a traceback.
func (e *Error) Error() string {
	if text := e.Str(); text != "" {
		return e.Class.Error() + ": " + text
	}
	return e.Class.Error()
}

// Str gives the message alone: the arguments, or what str() of a group says.
func (e *Error) Str() string {
	if excs, ok := e.group(); ok {
		plural := "s"
		if len(excs) == 1 {
			plural = ""
		}
		return fmt.Sprintf("%v (%d sub-exception%s)", e.Args[0], len(excs), plural)
	}
	args := make([]string, len(e.Args))
	for i, a := range e.Args {
		args[i] = fmt.Sprint(a)
	}
	return strings.Join(args, ", ")
}

// group gives the exceptions of a group.
func (e *Error) group() ([]error, bool) {
	if e.Class != ErrBaseExceptionGroup && e.Class != ErrExceptionGroup || len(e.Args) < 2 {
		return nil, false
	}
	excs, ok := e.Args[1].([]error)
	return excs, ok
}

// Is reports whether target is the class of e.
func (e *Error) Is(target error) bool { return target == e.Class }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// isA is errors.Is without its cost, and without following causes, for the
// loop's own exceptions.
func isA(err error, class Class) bool {
	if err == nil {
		return false
	}
	if e, ok := err.(*Error); ok {
		return e.Class == class
	}
	return errors.Is(err, class)
}

func isExit(err error) bool { return isA(err, ErrSystemExit) || isA(err, ErrKeyboardInterrupt) }

// leaves reports whether an error goes through everything and leaves the loop.
func leaves(err error) bool { return isStop(err) || isExit(err) }

// A Stop ends a run from outside the program: no code of the program sees it.
type Stop struct {
	What  trace.What // trace.Deadlock or trace.TooLong; 0: the run is dropped, without a run.result
	Limit string     // TooLong: which limit was hit; "" for none that has a name
	Line  int32      // where; 0: unknown
}

// Error says why the run ended.
func (s *Stop) Error() string {
	switch {
	case s.What == trace.Deadlock:
		return "deadlock: nothing is ready and no timer is pending"
	case s.What == trace.TooLong && s.Limit != "":
		return "the run was too long: " + s.Limit
	case s.What == trace.TooLong:
		return "the run was too long"
	}
	return "the run was stopped"
}

func isStop(err error) bool {
	_, ok := asStop(err)
	return ok
}

func asStop(err error) (*Stop, bool) {
	if err == nil {
		return nil, false
	}
	if s, ok := err.(*Stop); ok {
		return s, true
	}
	var s *Stop
	ok := errors.As(err, &s)
	return s, ok
}

// newError makes an exception that asyncio itself raises.
func (l *Loop) newError(class Class, args ...any) error {
	return l.raiseFrom(nil, class, args...)
}

// raiseFrom makes an exception with a cause, as "raise … from" does.
func (l *Loop) raiseFrom(cause error, class Class, args ...any) error {
	if l.host.NewError != nil {
		return l.host.NewError(class, cause, args...)
	}
	if class == ErrBaseExceptionGroup && plainGroup(args[1].([]error)) {
		class = ErrExceptionGroup
	}
	return &Error{Class: class, Args: args, Cause: cause}
}

// plainGroup reports whether all exceptions of a group are Exceptions.
func plainGroup(excs []error) bool {
	for _, exc := range excs {
		if isExit(exc) || isA(exc, ErrCancelled) || isA(exc, ErrGeneratorExit) || isA(exc, ErrBaseExceptionGroup) {
			return false
		}
	}
	return true
}
