package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"

	"loopscope/sched/trace"
)

// A brokenSource has a defect in its second handle.
type brokenSource struct{ calls int }

func (s *brokenSource) Next(_ context.Context, log *trace.Log) error {
	if s.calls++; s.calls > 1 {
		return errors.New("script: internal error: no such slot")
	}
	log.Append(trace.Event{Kind: trace.RunProgram, Name: log.Text("a.py")})
	return nil
}

func (s *brokenSource) Do(trace.Command) error { return nil }
func (s *brokenSource) Close() error           { return nil }

func TestADefectEndsItsOwnRunOnly(t *testing.T) {
	var told string
	printed := 0
	r := &runner{
		src: &brokenSource{}, log: trace.NewLog(),
		every:    func(v trace.View) error { printed = v.Len(); return nil },
		complain: func(format string, args ...any) { told += fmt.Sprintf(format, args...) },
	}
	code, err := r.run(context.Background())
	if code != exitFailed || err != nil {
		t.Errorf("code %d, error %v; want %d and no error, so that others still run", code, err, exitFailed)
	}
	if told != "script: internal error: no such slot" || printed != 1 {
		t.Errorf("told %q with %d events printed, want the defect and the event before it", told, printed)
	}
}

func TestInterruptingStopsEverything(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := &runner{src: &brokenSource{}, log: trace.NewLog()}
	if _, err := r.run(ctx); !errors.Is(err, errInterrupted) {
		t.Errorf("error %v, want that of an interruption", err)
	}
}

func TestAFullDiskIsTold(t *testing.T) {
	full := errors.New("disk full")
	r := &runner{src: &refusedSource{name: "a.py"}, log: trace.NewLog(), every: func(trace.View) error { return full }}
	if _, err := r.run(context.Background()); !errors.Is(err, full) || errors.Is(err, io.EOF) {
		t.Errorf("error %v, want that of the disk", err)
	}
}
