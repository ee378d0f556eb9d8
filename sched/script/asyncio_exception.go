package script

import (
	"slices"
	"strings"

	"loopscope/sched"
)

// handleException is the exception handler of the loop for one of the script's
// loop objects. It mirrors BaseEventLoop.call_exception_handler in
// asyncio/base_events.py.
func (lo *loopObject) handleException(m *machine) func(sched.Context) error {
	return func(c sched.Context) error {
		if lo.handler == nil {
			m.loop.DefaultExceptionHandler(c)
		}
		context, ctx, err := m.contextDict(c)
		if err != nil {
			return err
		}
		return lo.callHandler(m, ctx, context)
	}
}

// callHandler calls the handler that the script has set, or the default one.
func (lo *loopObject) callHandler(m *machine, ctx *contextObject, context *dict) error {
	if lo.handler == nil || lo.handler == None {
		return m.logContext(context)
	}
	_, err := m.callIn(ctx, lo.handler, positional(lo, context))
	e := catchable(err)
	if e == nil || e.cls.is(excTypes["SystemExit"]) || e.cls.is(excTypes["KeyboardInterrupt"]) {
		return err
	}
	failed := newDict()
	failed.put("message", "Unhandled error in exception handler")
	failed.put("exception", e)
	failed.put("context", context)
	return m.logContext(failed)
}

// contextDict gives the dict that a handler is told, and the context of
// contextvars in which it is called.
func (m *machine) contextDict(c sched.Context) (*dict, *contextObject, error) {
	var task *future
	var ctx *contextObject
	message := c.Message
	if c.Task != nil {
		task = wrap(&c.Task.Future)
		ctx, _ = c.Task.Context().(*contextObject)
		if c.Parent != nil {
			text, err := m.reprAll([]Value{task, wrap(&c.Parent.Future)})
			if err != nil {
				return nil, nil, err
			}
			message = "Task " + strings.Replace(text, ", <", " has errored out but its parent task <", 1) + " is already completed"
		}
	}
	var h Value
	if c.Handle != nil {
		s := m.scheduledBy(c.Handle)
		text, err := m.describeCall(s.fn)
		if err != nil {
			return nil, nil, err
		}
		message += " " + text
		h, ctx = s.of, s.ctx
	}
	d := newDict()
	d.put("message", message)
	if c.Exception != nil {
		d.put("exception", c.Exception)
	}
	if task != nil {
		d.put("task", task)
	}
	if h != nil {
		d.put("handle", h)
	}
	return d, ctx, nil
}

// scheduledBy gives what a handle of the loop is to call, with its object.
func (m *machine) scheduledBy(h *sched.Handle) *scheduled {
	s, ok := h.Owner.(*scheduled)
	if !ok {
		s = &scheduled{fn: None}
		if _, ok := h.Owner.(typed); ok {
			s.fn = h.Owner
		}
	}
	if s.of == nil {
		s.of = &handle{h, s}
	}
	return s
}

// logContext mirrors BaseEventLoop.default_exception_handler: it writes to
// stderr.
func (m *machine) logContext(context *dict) error {
	message := context.str("message")
	if message == nil || message == Value("") {
		message = "Unhandled exception in event loop"
	}
	text, err := m.str(message)
	if err != nil {
		return err
	}
	keys := context.keys()
	if keys, err = m.sorted("sorted", keys, nil); err != nil {
		return err
	}
	for _, k := range keys {
		name, _ := k.(string)
		if slices.Contains([]string{"", "message", "exception"}, name) {
			continue
		}
		value, err := m.repr(context.str(name))
		if err != nil {
			return err
		}
		text += "\n" + name + ": " + value
	}
	if e, ok := context.str("exception").(*exception); ok {
		text += "\n" + strings.Join(m.traceback(e), "\n")
	}
	m.complain(text)
	return nil
}

// complain writes lines to stderr.
func (m *machine) complain(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		m.loop.PrintError(line)
	}
}

// exceptionMethods gives the loop the methods about its exception handler.
func exceptionMethods(t *Type) {
	t.declareMethod("set_exception_handler", "handler", func(m *machine, self Value, v []Value) (Value, error) {
		if v[0] != None && typeOf(v[0]).call == nil {
			text, err := m.repr(v[0])
			if err != nil {
				return nil, err
			}
			return nil, typeError("A callable object or None is expected, got %s", text)
		}
		self.(*loopObject).handler = v[0]
		return None, nil
	})
	t.declareMethod("get_exception_handler", "", func(_ *machine, self Value, _ []Value) (Value, error) {
		if fn := self.(*loopObject).handler; fn != nil {
			return fn, nil
		}
		return None, nil
	})
	t.declareMethod("default_exception_handler", "context", func(m *machine, _ Value, v []Value) (Value, error) {
		d, ok := v[0].(*dict)
		if !ok {
			return nil, raise("AttributeError", "'%s' object has no attribute 'get'", typeOf(v[0]).name)
		}
		return None, m.logContext(d)
	})
	t.declareMethod("call_exception_handler", "context", func(m *machine, self Value, v []Value) (Value, error) {
		d, ok := v[0].(*dict)
		if !ok {
			return nil, raise("AttributeError", "'%s' object has no attribute 'get'", typeOf(v[0]).name)
		}
		lo := self.(*loopObject)
		if lo.handler == nil {
			message, _ := d.str("message").(string)
			c := sched.Context{Message: message}
			if e, ok := d.str("exception").(*exception); ok {
				c.Exception = e
			}
			m.loop.DefaultExceptionHandler(c)
		}
		return None, lo.callHandler(m, m.context(), d)
	})
}
