package sched

// A Runner runs coroutines one after the other and ends what they left over
// when it is closed: asyncio.Runner. It mirrors Runner in asyncio/runners.py.
type Runner struct{ loop *Loop }

// NewRunner makes a runner.
func (l *Loop) NewRunner() *Runner { return &Runner{loop: l} }

// Run runs a coroutine as a task, in a context, until it is done, and gives its
// outcome, which is told as that of Loop.Run is. Tasks that it leaves over go
// on in the next Run. The error is a *Stop after a deadlock or a limit.
func (r *Runner) Run(context any, main *Coro) (any, error) {
	if r.loop.running {
		return nil, r.loop.newError(ErrRuntime, "Runner.run() cannot be called from a running event loop")
	}
	return r.loop.outcome(r.loop.runMain(r.loop.CreateTaskIn(context, main, "")))
}

// Close cancels the tasks that are left over and waits for them. The error is
// one that leaves the loop.
func (r *Runner) Close() error {
	err := r.loop.shutdown()
	if isStop(err) {
		r.loop.runResult(nil, err)
	}
	return err
}
