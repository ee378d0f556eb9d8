package script

import (
	"context"
	"runtime"
	"runtime/metrics"
)

// Options bound what one run may do. A zero field means its default. What goes
// beyond a bound ends the run as run.result with too_long, the name of the
// limit and the line; Depth raises a RecursionError, as in CPython; what is
// longer than Source is refused.
type Options struct {
	Turns    int   // iterations of the loop; 1,000,000
	Steps    int   // statements and loop rounds without a suspension; 100,000,000
	Depth    int   // calls within calls; 1,000
	Events   int   // of the trace; 30,000,000, which take about 1 GB
	IntBits  int   // of one integer; 8,000,000
	MaxBytes int64 // that values, tasks with their stacks and what was printed take; 150 MB
	Source   int   // bytes of the program; 2 MB

	// Remedy says how to raise a limit, for the event that ends the run; nil:
	// nothing is said.
	Remedy func(limit string) string
}

// The names of the limits.
const (
	LimitTurns   = "turns"
	LimitSteps   = "steps without a suspension"
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

	// libSteps is what a call of a function of the library takes beyond its
	// statements, which do more than those of scripts.
	libSteps = 25

	// bytesPerStep is how many bytes are moved in about the time of a
	// statement.
	bytesPerStep = 64

	// measureEvery is after how many bytes that values took the heap is
	// measured.
	measureEvery = 4 << 20

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
	if m.fuel >= 0 {
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
	m.steps += fuel - 1 - m.fuel
	m.fuel = fuel - 1
	if m.ctx.Err() != nil {
		return &stopped{cause: context.Cause(m.ctx), line: m.line()}
	}
	if m.steps > m.opts.Steps {
		return m.limit(LimitSteps)
	}
	return nil
}

// restart begins a new count of steps.
func (m *machine) restart() { m.steps = 0 }

func (m *machine) limit(name string) error { return &stopped{limit: name, line: m.line()} }

// grown checks the size of a growing container, and charges one more value.
// While it is moved to a bigger place, both are there.
func (m *machine) grown(size int) error {
	if int64(size) > m.opts.MaxBytes/(2*valueSize) {
		return m.limit(LimitMemory)
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
// with its limit. What nobody refers to any more counts until the Go runtime has found it, so it is made to look
// before a run is stopped, and then not again soon; stacks that wait for tasks
// to come are given back first.
func (m *machine) measure(more int64) error {
	if m.loop.Log().Len() > m.opts.Events {
		return m.limit(LimitEvents)
	}
	most := m.opts.MaxBytes - more
	if m.held() <= most+most/5 {
		return nil
	}
	runtime.GC()
	if m.held() > most {
		m.loop.ReleaseStacks()
		runtime.GC()
	}
	held := m.held()
	if held > most {
		return m.limit(LimitMemory)
	}
	m.charged = -int(most-held) / 2
	return nil
}

// held gives how many bytes the run seems to hold: what it has printed is
// among it, the other events are not.
// Of two runs of one program each holds about half.
func (m *machine) held() int64 {
	held := heldBytes() - m.others - m.loop.Log().Bytes()
	if m.twice {
		return held / 2
	}
	return held
}

// heldBytes gives what the process holds in values and stacks.
func heldBytes() int64 {
	samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(samples)
	sum := int64(0)
	for _, s := range samples {
		if s.Value.Kind() == metrics.KindUint64 {
			sum += int64(s.Value.Uint64())
		}
	}
	return sum
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
