package script

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// An exception is an instance of BaseException or of a class below it. It is a
// Go error, so that it travels through the loop as what it is.
type exception struct {
	cls         *Type
	args        []Value
	fields      map[string]Value // the attributes that its class has; nil: none were set
	attrs       *dict            // those of the script; nil: none
	cause       *exception       // raise … from
	context     *exception       // what was being handled when it was raised
	contextless bool             // the script has set __context__ to None: passing through a handler does not give it one
	suppress    bool             // the context is not shown
	frames      []traced         // where it passed, outermost last
	in          *frame           // that has noted it and not left yet
	group       []*exception
	native      []*frame // of asyncio's own coroutines where it passed
}

func (e *exception) class() *Type { return e.cls }

// Error gives "Name: message", as the last line of a traceback does.
func (e *exception) Error() string {
	m := &machine{opts: Options{}.withDefaults(), ctx: context.Background()}
	text, err := strException(m, e)
	if err != nil || text == "" {
		return e.cls.short()
	}
	return e.cls.short() + ": " + text
}

// Traceback and SetTraceback are what a future asks for: where the exception
// passed.
func (e *exception) Traceback() any {
	if e.frames == nil && e.native == nil {
		return nil
	}
	return passage{slices.Clone(e.frames), slices.Clone(e.native)}
}

// A passage is where an exception passed, as a future keeps it.
type passage struct {
	frames []traced
	native []*frame
}

// SetTraceback sets what Traceback gave; nil: nothing.
func (e *exception) SetTraceback(frames any) {
	p, _ := frames.(passage)
	e.frames, e.native, e.in = p.frames, p.native, nil
}

// Is answers for the classes that the loop tells apart.
func (e *exception) Is(target error) bool {
	class, ok := target.(sched.Class)
	return ok && e.cls.is(loopClass(class))
}

// excTree is the tree of exceptions, each below the last one that is indented
// less. It mirrors the table in Doc/library/exceptions.rst.
const excTree = `
BaseException
 SystemExit
 KeyboardInterrupt
 GeneratorExit
 CancelledError
 BaseExceptionGroup
  ExceptionGroup
 Exception
  StopIteration
  StopAsyncIteration
  ArithmeticError
   FloatingPointError
   OverflowError
   ZeroDivisionError
  AssertionError
  AttributeError
  BufferError
  EOFError
  ImportError
   ModuleNotFoundError
  LookupError
   IndexError
   KeyError
  MemoryError
  NameError
   UnboundLocalError
  OSError
   BlockingIOError
   ChildProcessError
   ConnectionError
    BrokenPipeError
    ConnectionAbortedError
    ConnectionRefusedError
    ConnectionResetError
   FileExistsError
   FileNotFoundError
   InterruptedError
   IsADirectoryError
   NotADirectoryError
   PermissionError
   ProcessLookupError
   TimeoutError
  ReferenceError
  RuntimeError
   NotImplementedError
   PythonFinalizationError
   RecursionError
   BrokenBarrierError
  SyntaxError
   IndentationError
    TabError
  SystemError
  TypeError
  ValueError
   UnicodeError
    UnicodeDecodeError
    UnicodeEncodeError
    UnicodeTranslateError
  Warning
   BytesWarning
   DeprecationWarning
   EncodingWarning
   FutureWarning
   ImportWarning
   PendingDeprecationWarning
   ResourceWarning
   RuntimeWarning
   SyntaxWarning
   UnicodeWarning
   UserWarning
  InvalidStateError
  QueueEmpty
  QueueFull
  QueueShutDown
`

// asyncioExceptions are those that are not built in.
var asyncioExceptions = []string{"CancelledError", "InvalidStateError", "BrokenBarrierError", "QueueEmpty", "QueueFull", "QueueShutDown"}

// excTypes are the classes of excTree by name.
var excTypes = func() map[string]*Type {
	byName := map[string]*Type{}
	var line []*Type // the classes above, by depth
	for text := range strings.Lines(strings.TrimPrefix(excTree, "\n")) {
		name := strings.TrimSpace(text)
		depth := strings.Index(text, name)
		base := objectType
		if depth > 0 {
			base = line[depth-1]
		}
		byName[name] = subtype(name, base)
		line = append(line[:depth], byName[name])
	}
	return byName
}()

var (
	baseExceptionType = excTypes["BaseException"]
	cancelledType     = excTypes["CancelledError"]
)

// raise makes an exception of a built-in class.
func raise(class, format string, a ...any) *exception {
	return &exception{cls: excTypes[class], args: []Value{fmt.Sprintf(format, a...)}}
}

// nameError makes a NameError that knows the name.
func nameError(format, name string) error {
	e := raise("NameError", format, name)
	e.fields = map[string]Value{"name": name}
	return e
}

func typeError(format string, a ...any) error  { return raise("TypeError", format, a...) }
func valueError(format string, a ...any) error { return raise("ValueError", format, a...) }

// keyError holds the key itself, which is shown by its repr.
func keyError(key Value) error { return &exception{cls: excTypes["KeyError"], args: []Value{key}} }

// stopped is the end of a run from within, which no script can catch: nothing
// more of the script runs.
type stopped struct {
	limit  string // the limit that was hit; "" if none was
	reason string // what the engine does not have; "" if a limit was hit
	line   int32
	at     *frame // that took too many steps; nil: no frame, or its loop is known
	cause  error  // of a cancelled context
}

func (s *stopped) Error() string {
	switch {
	case s.cause != nil:
		return "stopped: " + s.cause.Error()
	case s.limit != "":
		return fmt.Sprintf("stopped in line %d by the limit of %s", s.line, s.limit)
	}
	return s.reason
}

// Unwrap gives what the loop makes of it.
func (s *stopped) Unwrap() error {
	if s.limit != "" {
		return &sched.Stop{What: trace.TooLong, Limit: s.limit, Line: s.line}
	}
	return &sched.Stop{}
}

// unsupported is met when a script asks for what CPython has and the engine
// does not, where it could not be told before the run.
func unsupported(format string, a ...any) error {
	return &stopped{reason: notHere(fmt.Sprintf(format, a...)) + ". " + has}
}

// catchable gives the exception that an error is to the script, nil if it is
// the end of the run.
func catchable(err error) *exception {
	if e, ok := err.(*exception); ok {
		return e
	}
	return nil
}

func setupException(t *Type) {
	t.construct = func(_ *machine, t *Type, a args) (Value, error) { return newException(t, a) }
	t.repr = func(m *machine, v Value) (string, error) {
		e := v.(*exception)
		text, err := m.reprAll(e.args)
		return e.cls.name + "(" + text + ")", err
	}
	t.str = func(m *machine, v Value) (string, error) { return strException(m, v.(*exception)) }
	t.getAttr = exceptionAttr
	t.setAttr = func(m *machine, v Value, name string, item Value) error { return v.(*exception).setAttr(m, name, item) }
	t.methods(map[string]nativeFn{
		"__init__": func(_ *machine, self Value, a args) (Value, error) {
			return None, initException(self.(*exception), a)
		},
		"add_note": addNote,
		"with_traceback": func(_ *machine, self Value, a args) (Value, error) {
			if err := a.between("BaseException.with_traceback", 1, 1); err != nil {
				return nil, err
			}
			return self, self.(*exception).setTraceback(a.pos[0])
		},
	})
}

// allocException mirrors BaseException_new: the arguments are kept even if the
// class has an __init__ that does not pass them on.
func allocException(_ *machine, t *Type, a args) (Value, error) {
	e := &exception{cls: t, args: slices.Clone(a.pos)}
	if exceptionKind(t) == "OSError" && !t.overrides("__init__") {
		return newException(t, a)
	}
	return e, nil
}

func newException(t *Type, a args) (Value, error) {
	e := &exception{cls: t}
	if err := initException(e, a); err != nil {
		return nil, err
	}
	if no := e.fields["errno"]; no != nil && t == excTypes["OSError"] {
		if cls := osErrorOf(no); cls != nil {
			e.cls = cls
		}
	}
	return e, nil
}

// strException mirrors BaseException_str, and KeyError's and OSError's own.
func strException(m *machine, e *exception) (string, error) {
	switch kind := exceptionKind(e.cls); {
	case kind == "OSError":
		if text, ok, err := m.strOS(e); ok {
			return text, err
		}
	case kind == "SyntaxError":
		return m.strSyntax(e)
	case kind == "ImportError" && e.fields["msg"] != nil:
		return m.str(e.fields["msg"])
	case strings.HasPrefix(kind, "Unicode") && e.fields["object"] != nil:
		return e.strUnicode(), nil
	}
	switch {
	case e.group != nil:
		return groupText(plain(e.args[0]).(string), len(e.group)), nil
	case len(e.args) == 0:
		return "", nil
	case len(e.args) == 1 && e.cls.is(excTypes["KeyError"]):
		return m.repr(e.args[0])
	case len(e.args) == 1:
		return m.str(e.args[0])
	}
	return m.repr(newTuple(e.args...))
}

func exceptionAttr(_ *machine, v Value, name string) (Value, error) {
	e := v.(*exception)
	if e.attrs != nil {
		if found := e.attrs.str(name); found != nil {
			return found, nil
		}
	}
	if found := e.field(name); found != nil {
		return found, nil
	}
	switch name {
	case "args":
		return newTuple(e.args...), nil
	case "__cause__":
		return orNone(e.cause), nil
	case "__context__":
		return orNone(e.context), nil
	case "__suppress_context__":
		return e.suppress, nil
	case "__traceback__":
		return e.traceback(), nil
	case "message":
		if e.group != nil {
			return e.args[0], nil
		}
	case "exceptions":
		if e.group != nil {
			all := &tuple{}
			for _, inner := range e.group {
				all.items = append(all.items, inner)
			}
			return all, nil
		}
	case "__dict__":
		if e.cls.user == nil {
			return e.dict(), nil
		}
	}
	return nil, nil
}

// dict gives the exception's __dict__.
func (e *exception) dict() *dict {
	if e.attrs == nil {
		e.attrs = newDict()
	}
	return e.attrs
}

func orNone(e *exception) Value {
	if e == nil {
		return None
	}
	return e
}

// first gives the first of some values, None if there is none.
func first(values []Value) Value {
	if len(values) == 0 {
		return None
	}
	return values[0]
}

// osErrorOf mirrors the errno map of Objects/exceptions.c, with Linux's
// numbers.
func osErrorOf(number Value) *Type {
	n, _ := number.(int64)
	switch n {
	case 1, 13:
		return excTypes["PermissionError"]
	case 2:
		return excTypes["FileNotFoundError"]
	case 3:
		return excTypes["ProcessLookupError"]
	case 4:
		return excTypes["InterruptedError"]
	case 10:
		return excTypes["ChildProcessError"]
	case 11, 114, 115:
		return excTypes["BlockingIOError"]
	case 17:
		return excTypes["FileExistsError"]
	case 20:
		return excTypes["NotADirectoryError"]
	case 21:
		return excTypes["IsADirectoryError"]
	case 32, 108:
		return excTypes["BrokenPipeError"]
	case 103:
		return excTypes["ConnectionAbortedError"]
	case 104:
		return excTypes["ConnectionResetError"]
	case 110:
		return excTypes["TimeoutError"]
	case 111:
		return excTypes["ConnectionRefusedError"]
	}
	return nil
}
