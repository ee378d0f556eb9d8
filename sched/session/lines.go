package session

import (
	"context"
	"errors"
	"fmt"
	"sort"

	"loopscope/sched/trace"
)

// A Detailer is a Source that can run its program a second time and tell the
// lines of it. That run is kept between calls, so that the next stretch costs
// what it takes to run it and not the way there; Close ends it too.
type Detailer interface {
	// Detail gives the lines of the stretch that one Next has brought and that
	// event n+1 is in, or nothing between, of the run that the commands make,
	// each given after its After. n is from 0 to the number of events less one.
	// Cancelling the context ends it with the context's error, inside a handle
	// too; the run itself is not touched by that.
	Detail(ctx context.Context, commands []trace.Command, n int) (trace.Lines, error)
}

// errNoLines is why a source without lines does not step by them.
var errNoLines = fmt.Errorf("this source tells no lines: it cannot be stepped by them: %w", errors.ErrUnsupported)

// inLine says at which line the playhead stands.
type inLine struct {
	on    bool
	lines trace.Lines // of the stretch
	at    int         // the index of the line
	err   error       // why the last move by line came to nothing
}

// HasLines reports whether the run can be stepped by line.
func (s *Session) HasLines() bool { return s.worker.detailer != nil }

// NextLine moves to the next line that began, inside the handle in which the
// playhead stands or behind it; at the newest event it runs on until one
// begins. The position is then the number of events before that line, and Line
// tells which of the lines that share it. Without a further line it moves to
// the newest event.
//
// The error wraps errors.ErrUnsupported if the run tells no lines. What fails
// later, while the session is Busy, LineError tells.
func (s *Session) NextLine() error {
	from := s.line
	if s.worker.detailer == nil {
		return errNoLines
	}
	s.move()
	s.line.err = nil
	if from.on && from.at+1 < len(from.lines.Steps) {
		s.putLine(from.lines, from.at+1)
		return nil
	}
	n := s.pos
	if from.on {
		n = from.lines.To
	}
	s.look(&look{from: n, run: true})
	return nil
}

// PrevLine moves to the line that began before, in this handle or in one
// before it. Without one it stays. Its error is that of NextLine.
func (s *Session) PrevLine() error {
	from := s.line
	if s.worker.detailer == nil {
		return errNoLines
	}
	s.move()
	s.line.err = nil
	if from.on && from.at > 0 {
		s.putLine(from.lines, from.at-1)
		return nil
	}
	n := s.pos
	if from.on {
		n = from.lines.From
	}
	s.look(&look{from: n, back: true})
	return nil
}

// Line gives the line at which the playhead stands, and as the how manieth of
// how many in its stretch, from 1; ok is false unless NextLine, PrevLine or a
// breakpoint on a line has brought it there. Any other move ends that.
func (s *Session) Line() (step trace.LineStep, sub, of int, ok bool) {
	if !s.line.on {
		return trace.LineStep{}, 0, 0, false
	}
	return s.line.lines.Steps[s.line.at], s.line.at + 1, len(s.line.lines.Steps), true
}

// Lines gives the lines of the stretch in which the playhead stands by line;
// ok is false if Line's is.
func (s *Session) Lines() (lines trace.Lines, ok bool) { return s.line.lines, s.line.on }

// LineError tells why the last NextLine, PrevLine or look for a breakpoint on
// a line came to nothing, nil if it did not.
func (s *Session) LineError() error { return s.line.err }

// putLine sets the position to a line.
func (s *Session) putLine(l trace.Lines, at int) {
	s.put(l.Steps[at].Event)
	s.line.on, s.line.lines, s.line.at = true, l, at
	s.enter(l.To)
}

// enter notes that the position stands inside the stretch that ends at event
// end: if that is the newest, its inside is the newest moment too.
func (s *Session) enter(end int) {
	if end == s.newest() && s.pos < end {
		s.inside = end
	}
}

// look has the worker look for a line, once it is free.
func (s *Session) look(l *look) {
	if s.goal == toOpen || s.closed.Load() {
		return
	}
	if s.asked != nil {
		s.later = l
		return
	}
	s.goal = toLine
	s.ask(&request{aim: aimLine, look: l})
}

// looked takes what the worker has found; r is nil while it looks.
func (s *Session) looked(r *request) {
	if r == nil {
		return
	}
	if s.line.err = r.line.err; errors.Is(r.line.err, errStopped) {
		s.line.err = nil
	}
	switch f := &r.line; {
	case r.look.seek:
		s.sought(r)
	case r.look.watch != nil:
		s.lookedAhead(r)
	case f.ok:
		s.putLine(f.lines, f.at)
	case f.err == nil && !r.look.back && !r.stop.Load():
		s.put(s.newest())
	}
}

// A look is an order to the worker: to find a line.
type look struct {
	from  int    // the position from which on, or before which
	at    int    // forwards: only from this index on, in the first stretch
	back  bool   // backwards
	to    int    // forwards: only stretches that begin before this position; 0: all
	run   bool   // forwards: at the newest event, run on
	watch *watch // forwards: only lines with a breakpoint; nil: every line
	seek  bool   // forwards: move to the line that the watch has, wherever that is
	again bool   // likewise: from the start of the run, as there was none behind the position
}

// A lineFound is what came of a look.
type lineFound struct {
	ok    bool
	lines trace.Lines
	at    int   // index of the line; of one that was not kept, how many were
	brk   Break // of a look with a watch: the breakpoint
	err   error
}

// lookOn finds a line forwards.
func (w *worker) lookOn(r *request) (f lineFound) {
	l := r.look
	for n := l.from; (l.to == 0 || n < l.to) && r.goesOn(w); {
		if n >= w.log.Len() {
			if !l.run || w.ended || !w.more() {
				return lineFound{}
			}
		}
		lines, err := w.detail(r, n)
		if err != nil {
			return lineFound{err: err}
		}
		at := 0
		if n == l.from {
			at = max(l.at, sort.Search(len(lines.Steps), func(i int) bool { return lines.Steps[i].Event >= n }))
		}
		if f = w.lineIn(l.watch, lines, at); f.ok {
			return f
		}
		n = lines.To
	}
	return lineFound{}
}

// more runs the source once and reports whether it brought something.
func (w *worker) more() bool {
	from := w.log.Len()
	w.next()
	w.reached(&request{aim: aimOne}, from)
	return w.log.Len() > from
}

// lineIn gives the first line of a stretch that has a breakpoint, from an index
// on; without a watch the first line.
func (w *worker) lineIn(watch *watch, lines trace.Lines, from int) lineFound {
	if watch == nil {
		return lineFound{ok: from < len(lines.Steps), lines: lines, at: from}
	}
	if watch.tasks {
		w.names.follow(w.log, w.log.Len())
	}
	for i := from; i < len(lines.Steps); i++ {
		if b, ok := watch.line(&lines.Steps[i], w.names); ok {
			return lineFound{ok: true, lines: lines, at: i, brk: b}
		}
	}
	b, ok := watch.beyond(&lines)
	return lineFound{ok: ok, lines: lines, at: len(lines.Steps), brk: b}
}

// lookBack finds a line backwards.
func (w *worker) lookBack(r *request) lineFound {
	for n := r.look.from; n > 0 && r.goesOn(w); {
		lines, err := w.detail(r, n-1)
		if err != nil {
			return lineFound{err: err}
		}
		for i := len(lines.Steps) - 1; i >= 0; i-- {
			if lines.Steps[i].Event < r.look.from || lines.To <= r.look.from {
				return lineFound{ok: true, lines: lines, at: i}
			}
		}
		n = lines.From
	}
	return lineFound{}
}

// goesOn reports whether nobody has stopped a request.
func (r *request) goesOn(w *worker) bool { return !r.stop.Load() && w.ctx.Err() == nil }

// release frees what a request's detail replays were given.
func (r *request) release() {
	if cancel := r.cancel.Load(); cancel != nil {
		(*cancel)()
	}
}

// halt ends a request: between two handles, and a detail replay at once.
func (r *request) halt() {
	r.stop.Store(true)
	r.release()
}

// hit gives the breakpoint at a line that was found. At one that was not kept
// it stops at the end of the stretch.
func (f lineFound) hit() hit {
	h := hit{ok: f.ok, brk: f.brk, pos: f.lines.To}
	if f.ok && f.at < len(f.lines.Steps) {
		h.pos, h.lines, h.at = f.lines.Steps[f.at].Event, f.lines, f.at
	}
	return h
}

// detail asks the source for the lines of a stretch. One that the run has not
// is refused: the second run went another way.
func (w *worker) detail(r *request, n int) (lines trace.Lines, err error) {
	if r.ctx == nil {
		ctx, cancel := context.WithCancel(w.ctx)
		r.ctx = ctx
		r.cancel.Store(&cancel)
	}
	if r.stop.Load() {
		r.halt()
	}
	ctx := r.ctx
	err = guard(func() error {
		lines, err = w.detailer.Detail(ctx, r.commands, n)
		return err
	})
	switch {
	case err != nil && ctx.Err() != nil:
		return lines, errStopped
	case err != nil:
		return lines, fmt.Errorf("the lines cannot be told: %w", err)
	case lines.From > n || lines.To <= n || lines.To > w.log.Len():
		return lines, errors.New("the lines cannot be told: the program did not run the same way a second time")
	}
	return lines, nil
}

// errStopped is what a look ends with that the user has stopped.
var errStopped = errors.New("stopped before the line was found")
