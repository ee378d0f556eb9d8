package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/pflag"

	"loopscope/sched/script"
)

// The limits that a run may have are flags of every command that runs a
// program. A megabyte is 2^20 bytes.
const megabyte = 1 << 20

// limits are what the flags say of what one run may do; 0 is the default.
type limits struct {
	turns, steps, work, depth, events, integer int
	memory, source                             int // megabytes
}

// flag is one limit's flag.
type limitFlag struct {
	name    string
	of      string // the limit's name in the trace; "": it does not end a run as too long
	value   func(*limits) *int
	normal  int
	meaning string
}

var limitFlags = []limitFlag{
	{"max-turns", script.LimitTurns, func(l *limits) *int { return &l.turns }, 1_000_000, "stop after this many turns of the loop"},
	{"max-steps", script.LimitSteps, func(l *limits) *int { return &l.steps }, 100_000_000, "stop a task after this many statements without an await"},
	{"max-work", script.LimitWork, func(l *limits) *int { return &l.work }, 105_000_000, "stop when the run has taken this many statements in all"},
	{"max-depth", "", func(l *limits) *int { return &l.depth }, 1000, "calls within calls before a RecursionError"},
	{"max-memory", script.LimitMemory, func(l *limits) *int { return &l.memory }, 150, "stop when values and tasks take more than this many MB"},
	{"max-events", script.LimitEvents, func(l *limits) *int { return &l.events }, 30_000_000, "stop when the trace has more than this many events"},
	{"max-integer", script.LimitInteger, func(l *limits) *int { return &l.integer }, 8_000_000, "stop at an integer of more than this many bits"},
	{"max-source", "", func(l *limits) *int { return &l.source }, 2, "refuse a program of more than this many MB"},
}

func (l *limits) add(flags *pflag.FlagSet) {
	for _, f := range limitFlags {
		flags.IntVar(f.value(l), f.name, f.normal, f.meaning)
	}
}

// check refuses what bounds nothing.
func (l *limits) check() error {
	for _, f := range limitFlags {
		if n := *f.value(l); n < 1 {
			return fmt.Errorf("--%s %d: give a number from 1 up", f.name, n)
		}
	}
	return nil
}

// options gives what the engine is told.
func (l *limits) options() script.Options {
	return script.Options{
		Turns: l.turns, Steps: l.steps, Work: l.work, Depth: l.depth, Events: l.events, IntBits: l.integer,
		MaxBytes: int64(l.memory) * megabyte, Source: l.source * megabyte, Remedy: l.remedy,
	}
}

// collectRarely has the Go runtime look for garbage less often, within little
// more than the memory that a run may take; what it gives undoes that. It is for runs whose
// events are not kept: what is held then has a bound.
func (l *limits) collectRarely() (undo func()) {
	const percent, garbage = 400, 12 * megabyte
	percents := debug.SetGCPercent(percent)
	bytes := debug.SetMemoryLimit(l.options().MaxBytes + garbage)
	return func() {
		debug.SetGCPercent(percents)
		debug.SetMemoryLimit(bytes)
	}
}

// remedy names the flag that raises a limit, with its value; "" if there is
// none.
func (l *limits) remedy(limit string) string {
	for _, f := range limitFlags {
		if f.of == limit && limit != "" {
			unit := ""
			if f.of == script.LimitMemory {
				unit = " MB"
			}
			return fmt.Sprintf("it is %d%s, --%s raises it", *f.value(l), unit, f.name)
		}
	}
	return ""
}
