// Package session is one run being watched: it has a position on a timeline,
// plays, pauses, steps, goes back, and hands commands to the run.
//
// A worker goroutine owns the run. It is the only one that calls the Source
// and writes the trace.Log; it serves one request at a time and hands over
// Views. The Session itself belongs to the goroutine of the user interface,
// folds those Views into its timeline.Timeline and moves the position. Going
// back moves the position only; nothing is ever undone.
//
// A deterministic run is never asked for more than is shown: at the newest
// event, with nothing ready, the playhead first covers the time up to the next
// timer, and only then is the next handle run. So a command given in between
// acts at the very moment it was given.
//
// Runs are several runs of one program: what it would be with other commands. A
// fork is a new run of the program to which the commands of the old one are given
// again, up to an event, and then one more; so is a run from which a command was
// taken back. No run changes another.
//
// The package knows nothing of event loops, Python or terminals.
package session

import (
	"context"

	"loopscope/sched/trace"
)

// A Source is one run of a program, wherever the program lives. The run moves
// only while Next is being called, so whoever calls Next sets the pace.
//
// One Next brings one handle, from its begin to its end, or else all that
// stands before the next handle's begin: what the program did before its
// first handle, the shutdown of leftovers, what a command caused, the ending.
// A source that brings more at once is shown as far as its first such stop.
type Source interface {
	// Next appends what comes next. It returns io.EOF when there is nothing
	// more, and with no events only together with an error. Cancelling the
	// context ends the run, inside a handle too.
	Next(context.Context, *trace.Log) error

	// Do gives a command. What it causes, a refusal too, arrives as events at
	// the next Next. The error is for a source that takes no such command; it
	// wraps errors.ErrUnsupported then.
	Do(trace.Command) error

	// Close stops the run and frees what it holds.
	Close() error
}

// A Rewinder is a Source of whose program there can be another run.
type Rewinder interface {
	Source

	// Rewind gives a new run of the same program, of which nothing has run yet.
	// It may be called at any time, by any goroutine, and leaves this run as it
	// is. The error says why there can be no other run; it wraps
	// errors.ErrUnsupported then.
	Rewind() (Source, error)
}

// A Batcher is a Source that can bring much at once, for whoever only wants to
// come to some later moment: every Next goes on until it has brought so many
// events, or more up to the next stop. It is 1 at first.
type Batcher interface {
	AtLeast(events int)
}
