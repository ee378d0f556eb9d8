package trace

import (
	"encoding/json"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// An Encoder turns the events of a View into the JSON lines of TRACE.md, the
// additions included.
type Encoder struct {
	view   View
	labels []Name          // of futures, by number
	others map[Future]Name // of those whose number does not follow
	next   int             // number of the event that is encoded next
}

// NewEncoder makes an Encoder that begins with event 1.
func NewEncoder() *Encoder {
	return &Encoder{next: 1}
}

// Append appends the lines of the events of v that were not encoded yet. The
// Views given to one Encoder must be of one Log, each the same or a later one.
func (enc *Encoder) Append(dst []byte, v View) []byte {
	enc.view = v
	for ; enc.next <= v.Len(); enc.next++ {
		e := v.At(enc.next)
		if e.Kind == FutureCreated {
			enc.made(e)
		}
		dst = append(dst, `{"ev": "`...)
		dst = append(dst, e.Kind.String()...)
		dst = append(dst, '"')
		dst = enc.fields(dst, e)
		dst = append(dst, '}', '\n')
	}
	return dst
}

// made notes what a new future is called.
func (enc *Encoder) made(e Event) {
	const gap = 1000
	if e.Fut < 0 || int(e.Fut) > len(enc.labels)+gap {
		if enc.others == nil {
			enc.others = map[Future]Name{}
		}
		enc.others[e.Fut] = e.Name
		return
	}
	for int(e.Fut) >= len(enc.labels) {
		enc.labels = append(enc.labels, 0)
	}
	enc.labels[e.Fut] = e.Name
}

// label gives what TRACE.md calls a future: "task 2", "future 1", "gather".
func (enc *Encoder) label(f Future) string {
	if t := f.Task(); t != 0 || f == Unnumbered {
		return "task " + strconv.Itoa(int(t))
	}
	if f == 0 {
		return "ready"
	}
	if f > 0 && int(f) < len(enc.labels) && enc.labels[f] != 0 {
		return enc.view.String(enc.labels[f])
	}
	return enc.view.String(enc.others[f])
}

func (enc *Encoder) fields(dst []byte, e Event) []byte {
	v := enc.view
	switch e.Kind {
	case RunProgram:
		return member(dst, "name", v.String(e.Name))
	case RunRefused:
		return number(member(dst, "reason", v.String(e.Name)), "line", int(e.Line))
	case RunBegin:
		b, _ := v.Payload(e).(Engine)
		return member(member(member(dst, "engine", b.Name), "version", b.Version), "clock", b.Clock)
	case Print, Stderr:
		dst = number(number(moment(dst, "t", e.T), "task", int(e.Task)), "line", int(e.Line))
		return member(dst, "text", v.String(e.Name))
	case LoopBlocked:
		return number(number(moment(dst, "t", e.T), "task", int(e.Task)), "line", int(e.Line))
	case LoopException:
		dst = member(moment(dst, "t", e.T), "message", v.String(e.Name))
		return enc.nullable(dst, "exception", Name(e.ID))
	case LoopShutdown:
		tasks, _ := v.Payload(e).([]Task)
		return list(moment(dst, "t", e.T), "tasks", tasks)
	case RunResult, RunExit:
		return enc.ending(dst, e)
	case CoroutineNeverAwaited:
		return member(dst, "fn", v.String(e.Name))
	case CommandDone, CommandRefused:
		return enc.command(dst, e)
	case HandleScheduled, HandleCancelled, HandleBegin, HandleEnd:
		return enc.handle(dst, e)
	case FutureCreated, FutureDone, FutureNeverRetrieved, CallbackAdded, CallbackRemoved, ShieldOuter, RunBreak:
		return enc.future(dst, e)
	case ObjectCreated, ObjectOp, ThreadBegin, ThreadEnd:
		return enc.object(dst, e)
	default:
		return enc.task(dst, e)
	}
}

func (enc *Encoder) task(dst []byte, e Event) []byte {
	v := enc.view
	if e.Kind == TaskDone || e.Kind == TaskMark {
		dst = moment(dst, "t", e.T)
	}
	dst = number(dst, "task", int(e.Task))
	switch e.Kind {
	case TaskCreated:
		dst = member(member(dst, "name", v.String(e.Name)), "fn", v.String(e.Fn()))
		dst = truth(number(dst, "by", int(e.By())), "eager", e.Flags&Eager != 0)
	case TaskNamed:
		dst = member(dst, "name", v.String(e.Name))
	case TaskWaiting:
		dst = enc.stack(member(dst, "on", enc.label(e.Fut)), e)
	case TaskDone:
		dst = enc.frames(enc.outcome(member(dst, "name", v.String(Name(e.ID))), e), e.Traceback())
		if e.Line == 0 {
			return dst
		}
	case TaskCancel:
		dst = number(enc.nullable(dst, "msg", e.Name), "by", int(e.By()))
		if e.Fut != 0 {
			dst = enc.fut(member(dst, "parent", enc.label(e.Fut)), e.Fut)
		}
		dst = via(dst, e)
	case TaskUncancel:
		dst = via(number(dst, "count", int(e.ID)), e)
	case TaskThrow:
		dst = member(dst, "exception", v.String(e.Name))
		return enc.fut(dst, e.Fut)
	case TaskMark:
		return enc.fut(member(dst, "text", v.String(e.Name)), e.Fut)
	case TaskEagerEnd, ShieldOn:
		return dst
	}
	return number(dst, "line", int(e.Line))
}

func via(dst []byte, e Event) []byte {
	if name := e.Via(); name != "" {
		return member(dst, "via", name)
	}
	return dst
}

func (enc *Encoder) stack(dst []byte, e Event) []byte {
	if e.Fut != 0 {
		dst = enc.fut(dst, e.Fut)
	}
	return enc.frames(dst, e.Stack())
}

// frames writes a stack, innermost first; none is left out.
func (enc *Encoder) frames(dst []byte, s Stack) []byte {
	f, ok := enc.view.Frame(s)
	if !ok {
		return dst
	}
	dst = append(dst, `, "stack": [`...)
	for sep := ""; ok; f, ok = enc.view.Frame(f.Outer) {
		dst = append(dst, sep...)
		dst = append(dst, '[')
		dst = appendString(dst, enc.view.String(f.Fn))
		dst = append(dst, ", "...)
		dst = strconv.AppendInt(dst, int64(f.Line), 10)
		dst = append(dst, ']')
		sep = ", "
	}
	return append(dst, ']')
}

func (enc *Encoder) handle(dst []byte, e Event) []byte {
	dst = number(dst, "handle", int(e.ID))
	switch e.Kind {
	case HandleCancelled:
		return dst
	case HandleEnd:
		return moment(dst, "t", e.T)
	case HandleBegin:
		dst = moment(number(dst, "turn", e.Turn()), "t", e.T)
	case HandleScheduled:
		if e.What == Timer {
			dst = moment(dst, "when", e.T)
		}
	}
	dst = member(dst, "what", e.What.String())
	switch e.What {
	case Step:
		dst = number(dst, "task", int(e.Task))
	case Done:
		dst = member(member(dst, "fn", enc.view.String(e.Name)), "of", enc.label(e.Fut))
	default:
		dst = member(dst, "fn", enc.view.String(e.Name))
	}
	if e.Kind == HandleBegin {
		return dst
	}
	return number(enc.fut(dst, e.Fut), "line", int(e.Line))
}

func (enc *Encoder) future(dst []byte, e Event) []byte {
	v := enc.view
	switch e.Kind {
	case FutureNeverRetrieved:
		return member(member(dst, "future", enc.label(e.Fut)), "exception", v.String(e.Name))
	case ShieldOuter:
		return number(enc.fut(number(dst, "task", int(e.Task)), e.Fut), "waiter", int(e.ID))
	case RunBreak:
		return enc.fut(moment(dst, "t", e.T), e.Fut)
	}
	dst = enc.fut(dst, e.Fut)
	switch e.Kind {
	case FutureCreated:
		dst = member(dst, "kind", v.String(e.Name))
		switch p := v.Payload(e).(type) {
		case []Future:
			dst = list(dst, "children", p)
		case Object:
			dst = number(dst, "obj", int(p))
		}
	case FutureDone:
		dst = moment(member(dst, "outcome", e.What.String()), "t", e.T)
		if e.ID != 0 {
			dst = number(dst, "parent", int(e.ID))
		}
		dst = via(dst, e)
	default:
		dst = member(dst, "fn", v.String(e.Name))
	}
	return number(number(dst, "task", int(e.Task)), "line", int(e.Line))
}

// object writes what is told of objects and threads.
func (enc *Encoder) object(dst []byte, e Event) []byte {
	v := enc.view
	switch e.Kind {
	case ObjectCreated:
		dst = member(member(number(dst, "obj", int(e.ID)), "kind", v.String(e.Name)), "name", v.String(e.ObjectName()))
		if e.Limit() != 0 {
			dst = number(dst, "limit", e.Limit())
		}
		if e.LockOf() != 0 {
			dst = number(dst, "lock", int(e.LockOf()))
		}
		return number(number(dst, "task", int(e.Task)), "line", int(e.Line))
	case ObjectOp:
		dst = number(member(number(dst, "obj", int(e.ID)), "op", v.String(e.Name)), "task", int(e.Task))
		return number(number(number(dst, "size", e.Size()), "waiters", e.Waiters()), "line", int(e.Line))
	}
	dst = member(number(dst, "thread", int(e.ID)), "fn", v.String(e.Name))
	return moment(number(dst, "task", int(e.Task)), "t", e.T)
}

// fut writes the number of a future; a task is its number negated.
func (enc *Encoder) fut(dst []byte, f Future) []byte {
	if f == 0 {
		return dst
	}
	return number(dst, "fut", int(f))
}

func (enc *Encoder) command(dst []byte, e Event) []byte {
	c, _ := enc.view.Payload(e).(Command)
	body, err := json.Marshal(c)
	if err != nil {
		panic(fmt.Sprintf("trace: internal error: %v", err))
	}
	dst = append(append(dst, ", "...), body[1:len(body)-1]...)
	if e.Kind == CommandRefused {
		dst = member(dst, "reason", enc.view.String(e.Name))
	}
	return dst
}

func (enc *Encoder) ending(dst []byte, e Event) []byte {
	dst = moment(dst, "t", e.T)
	if e.Kind == RunExit {
		if e.What == Returned {
			return dst
		}
		return enc.outcome(dst, e)
	}
	r, _ := enc.view.Payload(e).(Result)
	switch e.What {
	case Deadlock:
		dst = append(dst, `, "deadlock": [`...)
		for i, s := range r.Stuck {
			if i > 0 {
				dst = append(dst, ", "...)
			}
			one := number(nil, "task", int(s.Task))[2:]
			dst = append(append(dst, '{'), one...)
			dst = append(member(member(dst, "name", s.Name), "on", enc.label(s.On)), '}')
		}
		return append(dst, ']')
	case TooLong:
		dst = truth(dst, "too_long", true)
		if r.Limit != "" {
			dst = number(member(dst, "limit", r.Limit), "line", int(e.Line))
			if r.Remedy != "" {
				dst = member(dst, "remedy", r.Remedy)
			}
		}
		return dst
	}
	return list(enc.outcome(dst, e), "pending", r.Pending)
}

// outcome writes result, exception or cancelled.
func (enc *Encoder) outcome(dst []byte, e Event) []byte {
	if e.What == Cancelled {
		return truth(dst, "cancelled", true)
	}
	return member(dst, e.What.String(), enc.view.String(e.Name))
}

func (enc *Encoder) nullable(dst []byte, key string, n Name) []byte {
	if n == 0 {
		return append(append(append(dst, `, "`...), key...), `": null`...)
	}
	return member(dst, key, enc.view.String(n))
}

func begin(dst []byte, key string) []byte {
	return append(append(append(dst, `, "`...), key...), `": `...)
}

func member(dst []byte, key, value string) []byte { return appendString(begin(dst, key), value) }

func number(dst []byte, key string, value int) []byte {
	return strconv.AppendInt(begin(dst, key), int64(value), 10)
}

func moment(dst []byte, key string, t Time) []byte { return t.Append(begin(dst, key)) }

func truth(dst []byte, key string, value bool) []byte {
	return strconv.AppendBool(begin(dst, key), value)
}

func list[N ~int32](dst []byte, key string, values []N) []byte {
	dst = append(begin(dst, key), '[')
	for i, n := range values {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = strconv.AppendInt(dst, int64(n), 10)
	}
	return append(dst, ']')
}

// appendString writes a JSON string in which no control character stands as
// itself, those of C1 included: the lines may be read in a terminal.
func appendString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r < 0x20 || r >= 0x7f && r < 0xa0:
			dst = append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

// ParseTime reads a number of seconds, rounded to a microsecond; "" is 0.
func ParseTime(s string) (Time, error) {
	if s == "" {
		return 0, nil
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || !(x >= 0 && x <= 1e12) { // not so for NaN either
		return 0, fmt.Errorf("%q is no time: give seconds, like 0.5", s)
	}
	return Time(x*float64(Second) + 0.5), nil
}
