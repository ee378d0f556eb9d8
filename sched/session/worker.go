package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"loopscope/sched/trace"
)

// progress is how often a long request hands over what it has so far.
const progress = 10 * time.Millisecond

// An aim says when a request has been served.
type aim uint8

const (
	aimOne    aim = iota // something was brought: a handle, or what stands between two
	aimOpen              // the first handle is scheduled
	aimTurn              // every handle of a turn has run or was cancelled
	aimEvents            // the log has so many events
	aimEnd               // the run has ended
	aimTest              // an event that request.test accepts
	aimReplay            // commands were given again, and the log has so many events
	aimLine              // a line was found: see look
)

// A request is one order to the worker. Every request but aimOne also ends at
// a break, and when its stop is set.
type request struct {
	aim     aim
	batch   map[int32]bool  // aimTurn: the handles that are left
	events  int             // aimEvents, aimReplay
	replay  []trace.Command // aimReplay
	like    trace.View      // aimReplay: the run to equal
	test    Test            // aimTest
	met     int             // aimTest: the event that was accepted; to be read once the request is served
	breaks  bool            // look for RunBreak: somebody added a break callback
	command *trace.Command  // given to the source first
	stop    atomic.Bool     // set by the session: end between two handles

	commands []trace.Command                    // of the run, for detail replays
	cancel   atomic.Pointer[context.CancelFunc] // of the detail replay that goes on
	ctx      context.Context                    // of detail replays; nil: there was none
	look     *look                              // aimLine
	line     lineFound                          // what came of it
	began    int                                // the newest event when it began
	now      trace.Time                         // of the playhead, for breakpoints at a time
	hit      hit                                // the breakpoint that ended it
	blind    error                              // why breakpoints on lines cannot be found
}

// A report is what the worker has brought so far.
type report struct {
	view    trace.View
	served  *request // the last request that was served
	refused error    // why the source did not take that request's command
	ended   bool     // there is nothing more
	err     error    // what ended it, nil for the program's own end
}

// A worker runs a source for a session.
type worker struct {
	src      Source
	log      *trace.Log
	ctx      context.Context
	cancel   context.CancelFunc
	requests chan *request
	news     chan struct{} // capacity 1: there is a new report
	served   chan struct{} // capacity 1: a request was served
	gone     chan struct{} // closed when the source is closed

	detailer Detailer              // nil: the source tells no lines
	watching atomic.Pointer[watch] // the breakpoints; nil: none
	names    *cast                 // who is who, as far as breakpoints had to know

	ended    bool  // owned by the worker's goroutine
	err      error // likewise
	closeErr error // written before gone is closed

	mu    sync.Mutex
	brief report
}

func startWorker(src Source, news chan struct{}) *worker {
	ctx, cancel := context.WithCancel(context.Background())
	if news == nil {
		news = make(chan struct{}, 1)
	}
	w := &worker{
		src: src, log: trace.NewLog(), ctx: ctx, cancel: cancel,
		requests: make(chan *request, 1),
		news:     news, served: make(chan struct{}, 1), gone: make(chan struct{}),
	}
	w.detailer, _ = src.(Detailer)
	w.names = newCast()
	go w.run()
	return w
}

func (w *worker) run() {
	defer close(w.gone)
	defer func() { w.closeErr = guard(w.src.Close) }()
	for {
		select {
		case <-w.ctx.Done():
			return
		case r := <-w.requests:
			w.serve(r)
		}
	}
}

// serve runs one request to its aim, or to the end of the run.
func (w *worker) serve(r *request) {
	if r.aim == aimReplay {
		w.publish(r, w.replay(r))
		return
	}
	var refused error
	if r.command != nil && !w.ended {
		refused = w.do(*r.command)
	}
	if r.look != nil {
		if r.look.back {
			r.line = w.lookBack(r)
		} else {
			r.line = w.lookOn(r)
		}
		w.publish(r, nil)
		return
	}
	r.began = w.log.Len()
	last := time.Now()
	for refused == nil && !w.ended && w.ctx.Err() == nil && (r.aim == aimOne || !r.stop.Load()) {
		from := w.log.Len()
		w.next()
		done := w.reached(r, from)
		if w.broke(r, from); done || r.hit.ok {
			break
		}
		if now := time.Now(); now.Sub(last) >= progress {
			last = now
			w.publish(nil, nil)
		}
	}
	w.publish(r, refused)
}

// do gives a command to the source. The worker knows the newest event, which
// the session may not have seen yet.
func (w *worker) do(c trace.Command) error {
	if n := w.log.Len(); c.After != n {
		c.After, c.T = n, lastTime(w.log)
	}
	return guard(func() error { return w.src.Do(c) })
}

// next runs the source once and notes whether that was the end.
func (w *worker) next() {
	err := guard(func() error { return w.src.Next(w.ctx, w.log) })
	switch {
	case errors.Is(err, io.EOF):
		w.ended = true
	case err != nil:
		w.ended, w.err = true, err
	}
}

// guard calls f and turns a panic into an error: a defect of a source must not
// take the terminal with it.
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	return f()
}

// reached reports whether a request is served by what came after event from.
func (w *worker) reached(r *request, from int) bool {
	n := w.log.Len()
	if n == from {
		return false
	}
	switch r.aim {
	case aimEnd, aimEvents:
		if !r.breaks {
			return r.aim == aimEvents && n >= r.events
		}
	}
	v, begun, scheduled, stop := w.log.View(), false, false, false
	for i := from + 1; i <= n; i++ {
		if r.test != nil && r.met == 0 && r.test(v, i) {
			r.met = i
		}
		switch e := v.At(i); e.Kind {
		case trace.HandleBegin:
			begun = true
			delete(r.batch, e.ID)
		case trace.HandleCancelled:
			delete(r.batch, e.ID)
		case trace.HandleScheduled:
			scheduled = true
		case trace.RunBreak:
			stop = true
		}
	}
	w.ended = w.ended || final(v.At(n))
	switch r.aim {
	case aimOne:
		return true
	case aimOpen:
		return scheduled
	case aimTurn:
		return stop || !begun || len(r.batch) == 0
	case aimEvents:
		return stop || n >= r.events
	case aimTest:
		return stop || r.met != 0
	}
	return stop
}

// final reports whether nothing can follow an event.
func final(e trace.Event) bool {
	switch e.Kind {
	case trace.RunExit, trace.RunRefused:
		return true
	case trace.RunResult:
		return e.What == trace.Deadlock || e.What == trace.TooLong
	}
	return false
}

// publish makes what the worker has the report; r is the request that is
// served by it, nil while it goes on.
func (w *worker) publish(r *request, refused error) {
	if r != nil {
		r.release()
	}
	w.mu.Lock()
	w.brief.view, w.brief.ended, w.brief.err = w.log.View(), w.ended, w.err
	if r != nil {
		w.brief.served, w.brief.refused = r, refused
	}
	w.mu.Unlock()
	signal(w.news)
	if r != nil {
		signal(w.served)
	}
}

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

func (w *worker) report() report {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.brief
}

// close stops the run and waits until the source is closed.
func (w *worker) close() error {
	w.cancel()
	<-w.gone
	return w.closeErr
}

// lastTime gives the loop time at the end of a run's events so far.
func lastTime(v events) trace.Time {
	for n := v.Len(); n > 0; n-- {
		if e := v.At(n); timed(e) {
			return e.T
		}
	}
	return 0
}

// timed reports whether an event's T is the moment it happened at.
func timed(e trace.Event) bool {
	switch e.Kind {
	case trace.HandleBegin, trace.HandleEnd, trace.TaskDone, trace.Print, trace.Stderr, trace.LoopException,
		trace.LoopShutdown, trace.CommandDone, trace.CommandRefused, trace.RunBreak, trace.RunResult, trace.RunExit:
		return true
	}
	return false
}
