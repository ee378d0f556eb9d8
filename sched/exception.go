package sched

import "loopscope/sched/trace"

// A Context is what an exception handler is told.
type Context struct {
	Message   string
	Exception error   // nil: none
	Task      *Task   // nil: none
	Parent    *Task   // of Task, where the message tells of it
	Handle    *Handle // nil: none
}

// SetExceptionHandler has fn called for what nobody else can be told; nil
// brings back the default, which leaves a loop.exception event. The error of
// fn leaves the loop if it is SystemExit or KeyboardInterrupt, else it is
// dropped.
func (l *Loop) SetExceptionHandler(fn func(Context) error) { l.onException = fn }

// CallExceptionHandler calls the exception handler; the error is one that
// leaves the loop. It mirrors BaseEventLoop.call_exception_handler in
// asyncio/base_events.py.
func (l *Loop) CallExceptionHandler(c Context) error {
	if l.onException != nil {
		if err := l.onException(c); leaves(err) {
			return err
		}
		return nil
	}
	l.DefaultExceptionHandler(c)
	return nil
}

// DefaultExceptionHandler leaves a loop.exception event.
func (l *Loop) DefaultExceptionHandler(c Context) {
	e := trace.Event{Kind: trace.LoopException, T: l.now, Name: l.log.Text(c.Message)}
	if c.Exception != nil {
		e.ID = int32(l.log.Text(l.showError(c.Exception)))
	}
	l.emit(e)
}
