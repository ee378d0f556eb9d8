package script

import (
	"context"
	"runtime/metrics"
)

// Options bound what one run may do. A zero field means its default. What goes
// beyond a bound ends the run as run.result with too_long, the name of the
// limit and the line; Depth raises a RecursionError, as in CPython.
type Options struct {
	Turns    int   // iterations of the loop; 1,000,000
	Steps    int   // statements and loop rounds without a suspension; 100,000,000
	Depth    int   // calls within calls; 1,000
	Items    int   // of one list, tuple, dict or set, and bytes of one string; 50,000,000
	IntBits  int   // of one integer; 8,000,000
	Tasks    int   // tasks that are not done; 100,000
	MaxBytes int64 // of the Go heap, looked at now and then; 2 GiB
}

func (o Options) withDefaults() Options {
	set := func(field *int, value int) {
		if *field <= 0 {
			*field = value
		}
	}
	set(&o.Turns, 1_000_000)
	set(&o.Steps, 100_000_000)
	set(&o.Depth, 1_000)
	set(&o.Items, 50_000_000)
	set(&o.IntBits, 8_000_000)
	set(&o.Tasks, 100_000)
	if o.MaxBytes <= 0 {
		o.MaxBytes = 2 << 30
	}
	return o
}

const (
	// fuel is how many steps run between two looks at the context and the
	// limits: some ten microseconds.
	fuel = 1000

	// eventSize is about what an event takes, in bytes.
	eventSize = 64

	// chargeStep is after how many values or bytes the heap is looked at.
	chargeStep = 4 << 20

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

// refuel looks whether the run may go on.
func (m *machine) refuel() error {
	m.steps += fuel
	m.fuel = fuel - 1
	if m.ctx.Err() != nil {
		return &stopped{cause: context.Cause(m.ctx), line: m.line()}
	}
	if m.steps > m.opts.Steps {
		return m.limit("steps without a suspension")
	}
	return nil
}

// restart begins a new count of steps.
func (m *machine) restart() { m.steps = 0 }

func (m *machine) limit(name string) error { return &stopped{limit: name, line: m.line()} }

// grown checks the size of a growing container or string, and charges one
// more of it.
func (m *machine) grown(size int) error {
	if size > m.opts.Items {
		return m.limit("size of a value")
	}
	return m.charge(1)
}

// room checks the size of a value before it is made, and charges it.
func (m *machine) room(size int) error {
	if size < 0 || size > m.opts.Items {
		return m.limit("size of a value")
	}
	return m.charge(size)
}

// charge counts values and bytes made, and looks at the heap now and then.
// How big it is differs from run to run: the limit is a safety net, no part of
// what a script may rely on.
func (m *machine) charge(n int) error {
	m.charged += n
	if m.charged < chargeStep {
		return nil
	}
	m.charged = 0
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() == metrics.KindUint64 && sample[0].Value.Uint64() > uint64(m.opts.MaxBytes) {
		return m.limit("memory")
	}
	return nil
}
