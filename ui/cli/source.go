package cli

import (
	"context"
	"errors"
	"io"

	"loopscope/sched/script"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// start begins a run of a program. One that cannot be run is a source too: it
// says so in its only events.
func (a *app) start(p program) session.Source {
	if p.refused != nil {
		return &refusedSource{name: p.listing.Name, refusal: *p.refused}
	}
	loaded, _ := script.Load(p.listing, a.limits.options()) // a refusal is told by the run
	return loaded.Start()
}

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

// Do refuses: there is nothing to act on.
func (s *refusedSource) Do(trace.Command) error { return errors.ErrUnsupported }

// Close does nothing.
func (s *refusedSource) Close() error { return nil }
