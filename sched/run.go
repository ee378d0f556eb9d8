package sched

import (
	"slices"

	"loopscope/sched/trace"
)

// Run runs a coroutine as asyncio.run does: as a task, until it is done; then
// it cancels the tasks that are left over and waits for them. It gives the
// coroutine's outcome; the error is a *Stop after a deadlock or a limit. The
// clock and all numbers go on from one Run to the next.
//
// It mirrors run, Runner.run and Runner.close in asyncio/runners.py.
func (l *Loop) Run(main *Coro) (any, error) {
	if l.running {
		return nil, l.newError(ErrRuntime, "asyncio.run() cannot be called from a running event loop")
	}
	v, err := l.runMain(l.CreateTask(main, ""))
	if !isStop(err) {
		if e := l.shutdown(); e != nil {
			v, err = nil, e
		}
	}
	l.last = v
	return l.outcome(v, err)
}

func (l *Loop) runMain(main *Task) (any, error) {
	l.inRunner = true
	defer func() { l.inRunner = false }()
	return l.runUntilComplete(&main.Future)
}

// outcome tells how a run ended, after the exceptions that nobody has seen.
func (l *Loop) outcome(v any, err error) (any, error) {
	if !isStop(err) {
		l.neverRetrieved()
	}
	l.runResult(v, err)
	return v, err
}

// RunUntilComplete runs the loop until an awaitable is done, and gives its
// outcome, which is told as that of Run is; tasks that are left over stay as
// they are. It mirrors
// BaseEventLoop.run_until_complete in asyncio/base_events.py.
func (l *Loop) RunUntilComplete(aw Awaitable) (any, error) {
	if l.running {
		err := l.alreadyRunning()
		if !l.inRunner { // a run in a run that Run began is no run of the trace's
			l.runResult(nil, err)
		}
		return nil, err
	}
	_, isFuture := plain(aw).(*Future)
	f, err := l.EnsureFuture(aw)
	var v any
	if err == nil {
		v, err = l.runUntilComplete(f)
	}
	if isExit(err) && !isFuture {
		f.failed() // nobody else has the task that was made here
	}
	l.runResult(v, err)
	return v, err
}

func (l *Loop) runUntilComplete(f *Future) (any, error) {
	key := new(int)
	f.AddDoneCallback(Callback{Name: "run", Key: key, Fn: l.stopAfter})
	err := l.RunForever()
	if isStop(err) {
		return nil, err // nothing of the program goes on, the step it was in neither
	}
	f.RemoveDoneCallback(key)
	if err != nil {
		return nil, err
	}
	if !f.Done() {
		return nil, l.newError(ErrRuntime, "Event loop stopped before Future completed.")
	}
	return f.Result()
}

func (l *Loop) alreadyRunning() error {
	return l.newError(ErrRuntime, "This event loop is already running")
}

// stopAfter mirrors _run_until_complete_cb in asyncio/base_events.py.
func (l *Loop) stopAfter(f *Future) error {
	if f.failed() && isExit(f.exc()) {
		return nil // the loop was left already
	}
	l.Stop()
	return nil
}

// Clear drops what is ready and all timers, as the close of a loop does. It
// mirrors BaseEventLoop.close in asyncio/base_events.py, of a loop whose clock
// and numbers the next one goes on with.
func (l *Loop) Clear() {
	for i := range l.ready.n {
		l.drop(l.ready.at(i))
	}
	for _, t := range l.timers {
		t.inHeap = false
		l.drop(&t.Handle)
	}
	l.ready, l.timers, l.timersCancelled, l.batch = handleQueue{}, nil, 0, 0
}

func (l *Loop) drop(h *Handle) {
	h.pending = false
	if h.callee != nil && h.Owner != nil && !h.cancelled {
		l.left = append(l.left, h.Owner)
	}
}

// Stop ends RunForever after the turn that is being run.
func (l *Loop) Stop() { l.stopping = true }

// RunForever runs the loop until Stop is called. The error is SystemExit,
// KeyboardInterrupt, or a *Stop. It mirrors BaseEventLoop.run_forever in
// asyncio/base_events.py.
func (l *Loop) RunForever() error {
	if l.running {
		return l.alreadyRunning()
	}
	outer := l.context
	l.running, l.context = true, nil
	err := l.between()
	if err == nil {
		err = l.runTurns()
	}
	l.running, l.stopping, l.context = false, false, outer
	return err
}

func (l *Loop) runTurns() error {
	for {
		ok, err := l.beginTurn()
		if err != nil {
			return err
		}
		if !ok {
			return &Stop{What: trace.Deadlock}
		}
		if _, err := l.runBatch(all); err != nil {
			return err
		}
		if l.stopping {
			return nil
		}
	}
}

// shutdown ends what a run left over. It mirrors Runner.close and
// _cancel_all_tasks in asyncio/runners.py.
func (l *Loop) shutdown() error {
	if err := l.cancelAll(l.AllTasks()); err != nil {
		return err
	}
	// shutdown_asyncgens and shutdown_default_executor are a task each, with
	// one step, after which a callback stops the loop: two turns, in which
	// something is always ready.
	const shutdownTurns = 4
	outer := l.context
	l.running, l.ending, l.context = true, true, nil
	defer func() { l.running, l.stopping, l.ending, l.context = false, false, false, outer }()
	turns := shutdownTurns
	for i := 0; i < turns; i++ {
		l.stopping = true // no jump of the clock
		if err := l.oneTurn(); err != nil {
			return err
		}
		if i > 0 || l.host.Generators == nil {
			continue
		}
		if closing := l.host.Generators(); len(closing) > 0 {
			turns++ // the step that waited for them
			if err := l.closeGenerators(closing); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Loop) oneTurn() error {
	ok, err := l.beginTurn()
	if err != nil {
		return err
	}
	if !ok {
		return &Stop{What: trace.Deadlock}
	}
	_, err = l.runBatch(all)
	return err
}

// closeGenerators is what the step of shutdown_asyncgens waits for: a gather of
// what closes the generators that are there.
func (l *Loop) closeGenerators(closing []Awaitable) error {
	g, err := l.Gather(closing, GatherOptions{ReturnExceptions: true})
	for err == nil && !g.Done() {
		l.stopping = false
		err = l.oneTurn()
	}
	if err != nil {
		return err
	}
	return l.TellNotClosed(closing)
}

// TellNotClosed calls the exception handler for the generators whose closing,
// which has ended, failed.
func (l *Loop) TellNotClosed(closing []Awaitable) error {
	for _, aw := range closing {
		if c, ok := aw.(*Coro); ok && c.err != nil && !isA(c.err, ErrCancelled) && !isExit(c.err) {
			err := l.CallExceptionHandler(Context{Message: "an error occurred during closing of asynchronous generator", Exception: c.err})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Loop) cancelAll(leftovers []*Task) error {
	if len(leftovers) == 0 {
		return nil
	}
	nums := make([]trace.Task, len(leftovers))
	aws := make([]Awaitable, len(leftovers))
	for i, t := range leftovers {
		nums[i], aws[i] = t.num, &t.Future
	}
	l.emit(trace.Event{Kind: trace.LoopShutdown, T: l.now, ID: l.log.Attach(nums)})
	for _, t := range leftovers {
		t.Cancel(nil)
	}
	g, err := l.Gather(aws, GatherOptions{ReturnExceptions: true})
	if err != nil {
		return err
	}
	if _, err := l.runUntilComplete(g); err != nil {
		return err
	}
	for _, t := range leftovers {
		if !t.failed() {
			continue
		}
		err := l.CallExceptionHandler(Context{
			Message: "unhandled exception during asyncio.run() shutdown", Exception: t.exc(), Task: t,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// neverRetrieved tells of the exceptions that nobody has seen, in the order in
// which their futures were made.
func (l *Loop) neverRetrieved() {
	slices.SortFunc(l.raised, func(f, g *Future) int { return int(f.seq - g.seq) })
	for _, f := range l.raised {
		if f.unretrieved {
			f.unretrieved = false
			l.emit(trace.Event{Kind: trace.FutureNeverRetrieved, Fut: f.id, Name: l.log.Text(l.showError(f.exc()))})
		}
	}
	l.raised = nil
}

// runResult tells the outcome of a run.
func (l *Loop) runResult(v any, err error) {
	e := trace.Event{Kind: trace.RunResult, T: l.now}
	var r trace.Result
	stop, stopped := asStop(err)
	switch {
	case stopped && stop.What == 0:
		return
	case stopped:
		e.What, e.Line, r.Limit = stop.What, stop.Line, stop.Limit
		if l.host.Remedy != nil && stop.Limit != "" {
			r.Remedy = l.host.Remedy(stop.Limit)
		}
		r.Stuck = l.stuck()
	case isA(err, ErrCancelled):
		e.What = trace.Cancelled
	case err != nil:
		e.What, e.Name = trace.Raised, l.log.Text(l.showError(err))
	default:
		e.What, e.Name = trace.Returned, l.log.Text(l.show(v))
	}
	for _, t := range l.AllTasks() {
		r.Pending = append(r.Pending, t.num)
	}
	e.ID = l.log.Attach(r)
	l.emit(e)
}

func (l *Loop) stuck() []trace.Stuck {
	var stuck []trace.Stuck
	for _, t := range l.AllTasks() {
		s := trace.Stuck{Task: t.num, Name: t.Name()}
		if t.waiter != nil {
			s.On = t.waiter.id
		}
		stuck = append(stuck, s)
	}
	return stuck
}
