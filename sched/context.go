package sched

// This file is how tasks keep the contexts of contextvars apart. What a
// context is, the host knows: here it is any value, and nil is one in which
// nothing was ever set, so that programs without context variables have none.

// Context gives the context in which the program runs; nil: an empty one.
func (l *Loop) Context() any { return l.context }

// SetContext sets the context in which the program goes on: that of the task
// whose step runs, or of a callback until it returns.
func (l *Loop) SetContext(c any) { l.context = c }

// Context gives the context in which the task's steps run; nil: an empty one.
func (t *Task) Context() any {
	if t.loop.current == t {
		return t.loop.context
	}
	return t.context
}

// SetContext gives a task another context.
func (t *Task) SetContext(c any) {
	if t.loop.current == t {
		t.loop.context = c
		return
	}
	t.context = c
}
