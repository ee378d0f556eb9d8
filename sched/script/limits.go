package script

import (
	"context"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"time"
)

// Options bound what one run may do. A zero field means its default. What goes
// beyond a bound ends the run as run.result with too_long, the name of the
// limit and the line; Depth raises a RecursionError, as in CPython; what is
// longer than Source is refused.
type Options struct {
	Turns    int   // iterations of the loop; 1,000,000
	Steps    int   // statements and loop rounds without a suspension; 100,000,000
	Work     int   // the same in the whole run, and what the loop did; 105,000,000
	Depth    int   // calls within calls; 1,000
	Events   int   // of the trace; 30,000,000, which take about 1 GB
	IntBits  int   // of one integer; 8,000,000
	MaxBytes int64 // that values, tasks with their stacks and what was printed take; 150 MB
	Source   int   // bytes of the program; 2 MB

	// PerEvent is how many bytes whoever watches the run keeps of each of its
	// events, besides the log: they are not the run's. 0: nothing is kept.
	PerEvent int

	// Remedy says how to raise a limit, for the event that ends the run; nil:
	// nothing is said.
	Remedy func(limit string) string
}

// The names of the limits.
const (
	LimitTurns   = "turns"
	LimitSteps   = "steps without a suspension"
	LimitWork    = "steps in all"
	LimitEvents  = "events"
	LimitInteger = "integer size"
	LimitMemory  = "memory"
)

func (o Options) withDefaults() Options {
	set := func(field *int, value int) {
		if *field <= 0 {
			*field = value
		}
	}
	set(&o.Turns, 1_000_000)
	set(&o.Steps, 100_000_000)
	set(&o.Work, 105_000_000)
	set(&o.Depth, 1_000)
	set(&o.Events, 30_000_000)
	set(&o.IntBits, 8_000_000)
	set(&o.Source, 2<<20)
	if o.MaxBytes <= 0 {
		o.MaxBytes = 150 << 20
	}
	return o
}

const (
	// fuel is how many steps run between two looks at the context and the
	// limits: some ten microseconds.
	fuel = 1000

	// objectSize, valueSize and taskSize are about what an object, a place of a
	// list, and a task that waits with its stack take, in bytes.
	objectSize = 64
	valueSize  = 16
	taskSize   = 5 << 10

	// callSteps is what a call of a function takes beyond its statements,
	// keywordSteps what one with keywords or unpacked arguments does, and
	// raiseSteps what an exception does that leaves a frame.
	callSteps    = 3
	keywordSteps = 10
	raiseSteps   = 20

	// longText is from how many bytes a method of a string takes longer than a
	// statement.
	longText = 1024

	// libSteps is what a call of a function of the library takes beyond its
	// statements, which do more than those of scripts.
	libSteps = 25

	// bytesPerStep is how many bytes are moved in about the time of a
	// statement.
	bytesPerStep = 64

	// measureEvery is after how many bytes that values took the heap is
	// measured, measureSteps after how many steps.
	measureEvery = 4 << 20
	measureSteps = 1 << 20

	// stepTime is what a step takes, in nanoseconds, at most: see heavy.
	stepTime = 17

	// eventSteps and handleSteps are what an event and a handle take, in
	// statements, with the trace being written.
	eventSteps  = 6
	handleSteps = 10

	// maxDisplays is how deep containers may be nested in one another for a
	// repr or a comparison, where CPython raises a RecursionError too, though
	// later.
	maxDisplays = 1000

	// maxNesting is how deep tuples, iterators, and gathers and shields may be
	// nested in one another: the Go stack must hold the walk through them.
	maxNesting = 100_000
)

// tick counts one statement or one round of a loop.
func (m *machine) tick() error {
	m.fuel--
	if m.fuel|int(atomic.LoadInt32(&m.look)) >= 0 {
		return nil
	}
	return m.refuel()
}

// spend counts work in Go that takes as long as a number of statements.
func (m *machine) spend(steps int) error {
	m.fuel -= steps
	if m.fuel >= 0 {
		return nil
	}
	return m.refuel()
}

// refuel looks whether the run may go on.
func (m *machine) refuel() error {
	used := fuel - 1 - m.fuel
	m.steps += used
	m.total += used
	m.fuel = fuel - 1
	if m.ctx.Err() != nil {
		return &stopped{cause: context.Cause(m.ctx), line: m.line()}
	}
	looked := atomic.SwapInt32(&m.look, 0) != 0
	if looked {
		m.weigh()
	}
	if m.steps > m.opts.Steps || looked && m.heavy() {
		return m.tooMany(LimitSteps)
	}
	if m.total > m.opts.Work && !m.restarted {
		return m.tooMany(LimitSteps)
	}
	if m.total > m.opts.Work {
		return m.tooMany(LimitWork)
	}
	if looked || m.total-m.measured > measureSteps {
		m.measured = m.total
		return m.measure(0)
	}
	return nil
}

// restart begins a new count of steps.
func (m *machine) restart() { m.steps, m.since, m.restarted = 0, m.elapsed.Load(), true }

// heavy reports whether the steps since the last suspension have taken the
// time of as many as are allowed; a count that is nearly there ends by itself.
func (m *machine) heavy() bool {
	inTime := int(m.elapsed.Load()-m.since) / stepTime
	return inTime > m.opts.Steps && m.steps < inTime*9/10
}

// weigh counts the time since the last look as work where the script itself has
// taken it, with steps that take longer than others: where only few handles
// have run.
func (m *machine) weigh() {
	const few = 2000 // handles in ten milliseconds
	now := m.elapsed.Load()
	inTime := int(now-m.looked.at) / stepTime
	if steps := m.total - m.looked.total; m.handles-m.looked.handles < few && steps < inTime*9/10 {
		m.total += inTime - steps
	}
	m.looked = look{at: now, total: m.total, handles: m.handles}
}

// A look is what a run had done when its time was looked at.
type look struct {
	at             int64 // processor time in nanoseconds
	total, handles int
}

// Elapsed tells how much processor time the process has taken since the run
// began, and has the run look at its limits at its next statement. Who calls
// it every some milliseconds, from any goroutine, holds a run to the time that
// its steps should take and notices memory that is counted nowhere. Runs that
// are not told end by their steps alone.
func (r *Run) Elapsed(processor time.Duration) {
	r.m.elapsed.Store(int64(processor))
	atomic.StoreInt32(&r.m.look, -1)
}

func (m *machine) limit(name string) error { return &stopped{limit: name, line: m.line()} }

// tooMany is limit for the limits of steps.
func (m *machine) tooMany(name string) error {
	at := m.top
	for at != nil && at.code.lib != nil {
		at = at.back
	}
	return &stopped{limit: name, line: m.line(), at: at}
}

// grown checks the size of a growing container, and charges one more value.
// While it is moved to a bigger place, both are there: now and then it is seen
// to that they fit.
func (m *machine) grown(size int) error {
	const often = 1 << 16 // values
	if int64(size) > m.opts.MaxBytes/(2*valueSize) {
		return m.limit(LimitMemory)
	}
	if size&(often-1) == 0 && size > 0 {
		return m.reserve(size * valueSize)
	}
	return m.charge(2 * valueSize)
}

// room checks the size of a container, in values, before it is made, and
// charges it.
func (m *machine) room(size int) error {
	if size < 0 || int64(size) > m.opts.MaxBytes/valueSize {
		return m.limit(LimitMemory)
	}
	return m.reserve(size * valueSize)
}

// roomText checks the size of a text, in bytes, before it is made, and charges
// it.
func (m *machine) roomText(size int) error {
	if size < 0 || int64(size) > m.opts.MaxBytes {
		return m.limit(LimitMemory)
	}
	return m.reserve(size)
}

// write adds to a text that is being made. It may have to be moved to a bigger
// place, while both are there.
func (m *machine) write(out *strings.Builder, text string) error {
	if size := out.Len() + len(text); size > out.Cap() {
		if err := m.roomText(size + size/4); err != nil {
			return err
		}
	}
	out.WriteString(text)
	return m.tick()
}

// reserve charges a value that is made next; a big one must fit beside what is
// held.
func (m *machine) reserve(bytes int) error {
	if int64(bytes) <= m.opts.MaxBytes/16 {
		return m.charge(bytes)
	}
	m.fuel -= bytes / bytesPerStep
	return m.measure(int64(bytes))
}

// charge counts bytes that values take, and measures now and then what they
// hold together. That differs a little from run to run: the limit is a safety
// net, no part of what a script may rely on.
func (m *machine) charge(bytes int) error {
	m.fuel -= bytes / bytesPerStep // to move them takes time, which the next step sees to
	m.charged += bytes
	if m.charged < measureEvery {
		return nil
	}
	m.charged = 0
	return m.measure(0)
}

// measure compares what the run holds, and more that it will hold at once,
// with its limit. What nobody refers to any more counts until the Go runtime
// has found it, so it is made to look before a run is stopped, unless it has
// just found that nearly all is in use, after which it would look without end;
// stacks that wait for tasks to come are given back first.
func (m *machine) measure(more int64) error {
	if m.loop == nil {
		return nil // nothing runs: an error is told
	}
	if m.loop.Log().Len() > m.opts.Events {
		return m.limit(LimitEvents)
	}
	most := m.opts.MaxBytes - more
	held, used := m.held()
	if used > m.opts.MaxBytes-m.opts.MaxBytes/16 {
		return m.limit(LimitMemory)
	}
	if held <= most+most/20 {
		return nil
	}
	runtime.GC()
	if held, _ = m.held(); held > most {
		m.loop.ReleaseStacks()
		runtime.GC()
		held, _ = m.held()
	}
	if held > most {
		return m.limit(LimitMemory)
	}
	m.charged = -int(most-held) / 2
	return nil
}

// held gives how many bytes the run seems to hold: what it has printed is
// among it, and the events of this Next, but not those before; and how many of
// them were in use, stacks aside, when the Go runtime looked last.
// Of two runs of one program each holds about half.
func (m *machine) held() (held, used int64) {
	held, used = heldBytes()
	others := m.others + m.logged + int64(m.opts.PerEvent)*int64(m.loop.Log().Len())
	held, used = held-others, used-others
	if m.twice {
		return held / 2, used / 2
	}
	return held, used
}

// heldBytes gives what the process holds in values and stacks, and how much
// of the values is known to be in use.
func heldBytes() (held, used int64) {
	samples := [...]metrics.Sample{
		{Name: "/memory/classes/heap/stacks:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"},
	}
	metrics.Read(samples[:])
	var n [len(samples)]int64
	for i, s := range samples {
		if s.Value.Kind() == metrics.KindUint64 {
			n[i] = int64(s.Value.Uint64())
		}
	}
	return n[0] + n[1], n[2]
}

// oneMoreTask checks that a task more fits. Tasks are counted when they are
// made, and those that are done are taken off when there seem to be too many.
func (m *machine) oneMoreTask() error {
	most := int(m.opts.MaxBytes / taskSize)
	if m.tasks++; m.tasks > most {
		if m.tasks = len(m.loop.AllTasks()) + 1; m.tasks > most {
			return m.limit(LimitMemory)
		}
	}
	return m.charge(taskSize)
}
