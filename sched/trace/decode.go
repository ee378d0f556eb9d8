package trace

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ErrAnotherProgram says that the lines of the next program begin: go on with
// the same Decoder and a Log of its own.
var ErrAnotherProgram = errors.New("another program begins")

// Shared is a flag of a FutureCreated that a Decoder makes: the lines name this
// future by a label only, such as "gather", and every future of that label has
// this number. It says what a task waits for, not which one.
const Shared Flags = 1 << 1

const (
	longestLine = 16 << 20 // bytes; a longer line is no event
	firstMade   = 1 << 30  // number of the first future that a Decoder makes
)

// A Decoder reads the JSON lines of TRACE.md. What it does not know, whole
// events or single fields, it passes over and counts, as the contract asks;
// of what it knows it is strict.
//
// A trace without the additions names plain futures by a label only. For each
// such label the Decoder puts a FutureCreated event before the one that needs
// it, so that a Future in a Log can always be looked up.
type Decoder struct {
	scan    *bufio.Scanner
	line    int // number of the line read last
	held    fields
	program bool // a run.program was read for the current Log

	labels  map[string]Future // 0: several futures have it
	made    map[string]Future
	handles map[int32]Event // scheduled, not ended
	waits   map[Task]Future

	events, fields int // passed over
}

// NewDecoder makes a Decoder that reads from r.
func NewDecoder(r io.Reader) *Decoder {
	d := &Decoder{scan: bufio.NewScanner(r)}
	d.scan.Buffer(make([]byte, 0, 4096), longestLine)
	d.forget()
	return d
}

func (d *Decoder) forget() {
	d.labels, d.made = map[string]Future{}, map[string]Future{}
	d.handles, d.waits = map[int32]Event{}, map[Task]Future{}
	d.program = false
}

// Skipped gives how many events and how many fields were passed over because
// they are not known.
func (d *Decoder) Skipped() (events, fields int) { return d.events, d.fields }

// Line gives the number of the line that was read last, from 1.
func (d *Decoder) Line() int { return d.line }

// All appends the events of one program. The error is nil at the end of the
// input, or ErrAnotherProgram.
func (d *Decoder) All(log *Log) error {
	for {
		if err := d.Next(log); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Next reads lines up to one that gives an event and appends it. The error is
// io.EOF at the end of the input, ErrAnotherProgram where a second program
// begins, or says which line is wrong and what to do about it; then nothing of
// that line was appended.
func (d *Decoder) Next(log *Log) error {
	if d.held.members != nil {
		f := d.held
		d.held = fields{}
		d.forget()
		return d.event(log, f, RunProgram)
	}
	for d.scan.Scan() {
		d.line++
		text := d.scan.Text()
		if strings.TrimSpace(text) == "" {
			continue
		}
		f := fields{line: d.line}
		if err := json.Unmarshal([]byte(text), &f.members); err != nil || f.members == nil {
			return fmt.Errorf("line %d: no JSON object: if the file was cut there, remove the line to read what is before it", d.line)
		}
		kind, ok := kindOf[f.text("ev")]
		switch {
		case f.err != nil:
			return f.err
		case !ok:
			d.events++
			continue
		case kind == RunProgram && d.program:
			d.held = f
			return ErrAnotherProgram
		}
		return d.event(log, f, kind)
	}
	if err := d.scan.Err(); errors.Is(err, bufio.ErrTooLong) {
		return fmt.Errorf("line %d: longer than %d bytes: this is no trace, or a print too long to keep", d.line+1, longestLine)
	} else if err != nil {
		return err
	}
	return io.EOF
}

var kindOf = func() map[string]Kind {
	m := map[string]Kind{}
	for k, name := range kindNames {
		if name != "" {
			m[name] = Kind(k)
		}
	}
	return m
}()

// event appends the event of one line.
func (d *Decoder) event(log *Log, f fields, k Kind) error {
	b := build{Decoder: d, log: log, f: &f}
	e := b.event(k)
	if f.err != nil {
		return f.err
	}
	for _, label := range b.labels {
		flags := Shared
		if strings.HasPrefix(label, "future ") {
			flags = 0
		}
		log.Append(Event{Kind: FutureCreated, Fut: d.made[label], Name: log.Intern(label), Flags: flags})
	}
	log.Append(e)
	d.fields += f.unread()
	d.program = d.program || k == RunProgram
	return nil
}

// build makes the event of one line.
type build struct {
	*Decoder
	log    *Log
	f      *fields
	labels []string // futures that the line is the first to name
}

func (b *build) event(k Kind) Event {
	e, f := Event{Kind: k}, b.f
	switch k {
	case RunProgram:
		e.Name = b.intern("name")
	case RunRefused:
		e.Name, e.Line = b.text("reason"), f.maybe("line")
	case RunBegin:
		e.ID = b.log.Attach(Engine{Name: f.text("engine"), Version: f.text("version"), Clock: f.text("clock")})
	case Print, Stderr:
		e.T, e.Task, e.Line, e.Name = f.time("t"), Task(f.number("task")), f.maybe("line"), b.text("text")
	case LoopBlocked:
		e.T, e.Task, e.Line = f.time("t"), Task(f.number("task")), f.maybe("line")
	case LoopException:
		e.T, e.Name, e.ID = f.time("t"), b.text("message"), int32(b.nullable("exception"))
	case LoopShutdown:
		e.T, e.ID = f.time("t"), b.log.Attach(tasks(f.list("tasks", 0)))
	case RunResult, RunExit:
		b.ending(&e)
	case CoroutineNeverAwaited:
		e.Name = b.intern("fn")
	case CommandDone, CommandRefused:
		b.command(&e)
	case HandleScheduled, HandleCancelled, HandleBegin, HandleEnd:
		b.handle(&e)
	case FutureCreated, FutureDone, FutureNeverRetrieved, CallbackAdded, CallbackRemoved, RunBreak:
		b.future(&e)
	case ObjectCreated, ObjectOp, ThreadBegin, ThreadEnd:
		b.object(&e)
	default:
		b.task(&e)
	}
	return e
}

func (b *build) task(e *Event) {
	f := b.f
	e.Task, e.Line = Task(b.taskOf(e.Kind)), f.maybe("line")
	switch e.Kind {
	case TaskCreated:
		e.Name, e.Fut, e.ID = b.intern("name"), Future(b.intern("fn")), f.number("by")
		if f.truth("eager") {
			e.Flags = Eager
		}
	case TaskNamed:
		e.Name = b.intern("name")
	case TaskWaiting:
		e.Fut, e.ID = b.labelled("on"), int32(b.stack())
		b.waits[e.Task] = e.Fut
	case TaskDone:
		e.T, e.ID, e.Fut = f.time("t"), int32(b.intern("name")), Future(b.stack())
		b.outcome(e)
	case TaskCancel:
		e.Name, e.ID = b.nullable("msg"), f.number("by")
		if f.has("parent") {
			e.Fut = b.labelled("parent")
		}
		e.Flags = b.via()
	case TaskUncancel:
		e.ID, e.Flags = f.number("count"), b.via()
	case TaskThrow:
		e.Name, e.Fut = b.text("exception"), Future(f.signed("fut"))
	case TaskMark:
		e.T, e.Name, e.Fut = f.time("t"), b.text("text"), Future(f.signed("fut"))
	case ShieldOuter:
		e.Fut, e.ID = Future(f.signed("fut")), f.signed("waiter")
	}
}

func (b *build) via() Flags {
	if !b.f.has("via") {
		return 0
	}
	return vias[b.f.text("via")]
}

// taskOf reads whose event it is: of a task without a number only how it
// stands and what is asked of it is told.
func (b *build) taskOf(k Kind) int32 {
	switch k {
	case TaskWaiting, TaskDone, TaskCancel, TaskUncancel, TaskEagerEnd:
		return b.f.number("task")
	}
	return b.f.positive("task")
}

func (b *build) handle(e *Event) {
	f := b.f
	e.ID = f.positive("handle")
	switch e.Kind {
	case HandleEnd:
		e.T = f.time("t")
		delete(b.handles, e.ID)
		return
	case HandleCancelled:
		return
	}
	e.What = b.what(Step, Timer)
	if e.Kind == HandleBegin {
		e.Line, e.T = f.positive("turn"), f.time("t")
	}
	// The event of the scheduling knows the future's number, that of the begin
	// need not.
	before, again := b.handles[e.ID]
	switch e.What {
	case Step:
		e.Task, e.Fut = Task(f.positive("task")), Future(f.signed("fut"))
	case Done:
		e.Name = b.intern("fn")
		if again && f.has("of") {
			break
		}
		e.Fut = b.labelled("of")
	default:
		e.Name, e.Fut = b.intern("fn"), Future(f.signed("fut"))
	}
	if e.Kind == HandleBegin && again && before.What == e.What {
		e.Fut = before.Fut
	}
	if e.Kind == HandleScheduled {
		e.Line = f.maybe("line")
		if e.What == Timer {
			e.T = f.moment("when")
		}
		b.handles[e.ID] = *e
	}
}

func (b *build) future(e *Event) {
	f := b.f
	switch e.Kind {
	case FutureNeverRetrieved:
		e.Fut, e.Name = b.labelled("future"), b.text("exception")
		return
	case RunBreak:
		e.T, e.Fut = f.time("t"), Future(f.signed("fut"))
		return
	}
	e.Fut, e.Task, e.Line = Future(f.signed("fut")), Task(f.number("task")), f.maybe("line")
	switch e.Kind {
	case FutureCreated:
		kind := f.text("kind")
		e.Name = b.log.Intern(kind)
		if _, known := b.Decoder.labels[kind]; known {
			b.Decoder.labels[kind] = 0
		} else {
			b.Decoder.labels[kind] = e.Fut
		}
		if f.has("children") {
			e.ID = b.log.Attach(futures(f.signedNumbers("children")))
		} else if f.has("obj") {
			e.ID = b.log.Attach(Object(f.positive("obj")))
		}
	case FutureDone:
		e.What, e.T, e.Flags = b.word("outcome", Returned, Cancelled), f.time("t"), b.via()
		if f.has("parent") {
			e.ID = f.signed("parent")
		}
	default:
		e.Name = b.intern("fn")
	}
}

func (b *build) object(e *Event) {
	f := b.f
	e.Task, e.Line = Task(f.number("task")), f.maybe("line")
	switch e.Kind {
	case ObjectCreated:
		e.ID, e.Name, e.Fut = f.positive("obj"), b.intern("kind"), Future(b.text("name"))
		e.T = ObjectLimit(int(f.maybe("limit")), Object(f.maybe("lock")))
	case ObjectOp:
		e.ID, e.Name = f.positive("obj"), b.intern("op")
		e.T = ObjectSize(int(f.number("size")), int(f.number("waiters")))
	default:
		e.ID, e.Name, e.T = f.positive("thread"), b.intern("fn"), f.time("t")
	}
}

func (b *build) command(e *Event) {
	f := b.f
	body, _ := json.Marshal(f.members) // of raw messages that were just read: it cannot fail
	var c Command
	if err := json.Unmarshal(body, &c); err != nil {
		f.fail("%v", err)
		return
	}
	for _, key := range commandKeys {
		f.has(key)
	}
	e.T, e.Task, e.ID = c.T, c.Task, b.log.Attach(c)
	if e.Kind == CommandDone && c.Op == OpRaise {
		b.raised(c.Task)
	}
	if e.Kind == CommandRefused {
		e.Name = b.text("reason")
	}
}

// raised notes that no future wakes a task any more, if it was ready.
func (b *build) raised(t Task) {
	for id, h := range b.handles {
		if h.What == Step && h.Task == t {
			h.Fut = 0
			b.handles[id] = h
		}
	}
}

func (b *build) ending(e *Event) {
	f := b.f
	e.T = f.time("t")
	var r Result
	switch {
	case e.Kind == RunExit && !f.has("exception") && !f.has("cancelled"):
		e.What = Returned
	case f.has("deadlock"):
		e.What = Deadlock
		r.Stuck = b.stuck()
	case f.has("too_long"):
		e.What, e.Line = TooLong, f.maybe("line")
		if f.has("limit") {
			r.Limit = f.text("limit")
			if f.has("remedy") {
				r.Remedy = f.text("remedy")
			}
		}
	default:
		b.outcome(e)
		if e.Kind == RunResult {
			r.Pending = tasks(f.list("pending", 0))
		}
	}
	if e.Kind == RunResult {
		e.ID = b.log.Attach(r)
	}
}

func (b *build) stuck() []Stuck {
	var raw []struct {
		Task int32
		Name string
		On   string
	}
	b.f.into("deadlock", &raw)
	all := make([]Stuck, 0, len(raw))
	for _, s := range raw {
		one := Stuck{Task: Task(s.Task), Name: s.Name}
		if on := b.waits[one.Task]; on > 0 && s.On != "ready" && !strings.HasPrefix(s.On, "task ") {
			one.On = on
		} else {
			one.On = b.byLabel(s.On)
		}
		all = append(all, one)
	}
	return all
}

// outcome reads result, exception or cancelled.
func (b *build) outcome(e *Event) {
	switch f := b.f; {
	case f.has("result"):
		e.What, e.Name = Returned, b.text("result")
	case f.has("exception"):
		e.What, e.Name = Raised, b.text("exception")
	case f.has("cancelled"):
		e.What = Cancelled
	default:
		f.fail(`none of "result", "exception" and "cancelled" is there: it must have one`)
	}
}

func (b *build) stack() Stack {
	if !b.f.has("stack") {
		return 0
	}
	var frames [][2]json.RawMessage
	b.f.into("stack", &frames)
	s := Stack(0)
	for i := len(frames) - 1; i >= 0; i-- {
		one := fields{line: b.f.line, members: map[string]json.RawMessage{"function": frames[i][0], "line": frames[i][1]}}
		s = b.log.Push(s, b.log.Intern(one.text("function")), one.number("line"))
		if one.err != nil {
			b.f.err = one.err
		}
	}
	return s
}

// labelled reads a future: its number if the line has one, else its label.
func (b *build) labelled(key string) Future {
	label := b.f.text(key)
	if n := b.f.signed("fut"); n != 0 && label != "ready" {
		return Future(n)
	}
	return b.byLabel(label)
}

func (b *build) byLabel(label string) Future {
	if label == "ready" {
		return 0
	}
	if n, ok := strings.CutPrefix(label, "task "); ok {
		t, err := strconv.ParseInt(n, 10, 32)
		if err != nil || t < 0 {
			b.f.fail("%q names no task: tasks are numbered from 1", label)
		}
		if t == 0 {
			return Unnumbered
		}
		return Task(t).Future()
	}
	if n := b.Decoder.labels[label]; n != 0 {
		return n
	}
	n, ok := b.made[label]
	if !ok {
		n = Future(firstMade + len(b.made))
		b.made[label] = n
		b.labels = append(b.labels, label)
	}
	return n
}

// what reads the kind of a handle; word reads any of the words from first to
// last.
func (b *build) what(first, last What) What { return b.word("what", first, last) }

func (b *build) word(key string, first, last What) What {
	s := b.f.text(key)
	for w := first; w <= last; w++ {
		if w.String() == s {
			return w
		}
	}
	b.f.fail("%q is no %s: use %s to %s as TRACE.md lists them", s, key, first, last)
	return first
}

func (b *build) intern(key string) Name { return b.log.Intern(b.f.text(key)) }

func (b *build) text(key string) Name { return b.log.Text(b.f.text(key)) }

func (b *build) nullable(key string) Name {
	if b.f.null(key) {
		return 0
	}
	return b.text(key)
}
