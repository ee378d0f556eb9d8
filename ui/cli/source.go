package cli

import (
	"context"
	"errors"
	"io"

	"loopscope/sched/script"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// timelinePerEvent is what a timeline keeps of an event at most, in bytes.
const timelinePerEvent = 128

// watch begins a run of a program that a timeline is made of.
func (a *app) watch(p program) session.Source { return a.start(p, timelinePerEvent) }

// start begins a run of a program; perEvent is script.Options.PerEvent. One that
// cannot be run is a source too: it says so in its only events.
func (a *app) start(p program, perEvent int) session.Source {
	if p.refused != nil {
		return &refusedSource{name: p.listing.Name, refusal: *p.refused}
	}
	opts := a.limits.options()
	opts.PerEvent = perEvent
	loaded, _ := script.Load(p.listing, opts) // a refusal is told by the run
	return newScriptSource(loaded)
}

// A scriptSource is a run of a script; there can be others.
type scriptSource struct {
	*script.Run
	program *script.Program
}

func newScriptSource(p *script.Program) *scriptSource {
	return &scriptSource{Run: p.Start(), program: p}
}

// Rewind gives a new run of the script.
func (s *scriptSource) Rewind() (session.Source, error) { return newScriptSource(s.program), nil }

// A refusedSource is the run of a program of which nothing was run.
type refusedSource struct {
	name    string
	refusal refusal
	told    bool
}

// Next tells the refusal.
func (s *refusedSource) Next(_ context.Context, log *trace.Log) error {
	if s.told {
		return io.EOF
	}
	s.told = true
	log.Append(trace.Event{Kind: trace.RunProgram, Name: log.Text(s.name)})
	log.Append(trace.Event{Kind: trace.RunRefused, Name: log.Text(s.refusal.reason), Line: int32(s.refusal.line)})
	return nil
}

// Rewind gives one that tells the same.
func (s *refusedSource) Rewind() (session.Source, error) {
	return &refusedSource{name: s.name, refusal: s.refusal}, nil
}

// Do refuses: there is nothing to act on.
func (s *refusedSource) Do(trace.Command) error { return errors.ErrUnsupported }

// Close does nothing.
func (s *refusedSource) Close() error { return nil }
