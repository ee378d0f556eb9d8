package script

import (
	"fmt"
	"strings"

	"loopscope/sched"
)

// ownCallbacks are what a repr shows of asyncio's own callbacks, by the names
// that the trace has for them: where CPython 3.13 defines them.
var ownCallbacks = map[string]string{
	"":               "Task.task_wakeup()",
	"run":            "_run_until_complete_cb() at asyncio/base_events.py:182",
	"gather":         "gather.<locals>._done_callback() at asyncio/tasks.py:820",
	"wait":           "_wait.<locals>._on_completion() at asyncio/tasks.py:521",
	"shield.inner":   "shield.<locals>._inner_done_callback() at asyncio/tasks.py:958",
	"shield.outer":   "shield.<locals>._outer_done_callback() at asyncio/tasks.py:975",
	"release_waiter": "_release_waiter()() at asyncio/tasks.py:454",
	"TaskGroup":      "TaskGroup._on_task_done()",
	"as_completed":   "_AsCompletedIterator._handle_completion()",
}

// describeCallbacks mirrors _format_callbacks in asyncio/base_futures.py.
func (m *machine) describeCallbacks(all []sched.Callback) (string, error) {
	first, err := m.describeCallback(all[0])
	if err != nil || len(all) == 1 {
		return "cb=[" + first + "]", err
	}
	last, err := m.describeCallback(all[len(all)-1])
	if more := len(all) - 2; more > 0 {
		last = fmt.Sprintf("<%d more>, %s", more, last)
	}
	return "cb=[" + first + ", " + last + "]", err
}

func (m *machine) describeCallback(cb sched.Callback) (string, error) {
	if _, ok := cb.Key.(typed); ok {
		return m.describeCall(cb.Key)
	}
	if text := ownCallbacks[cb.Name]; text != "" {
		return text, nil
	}
	return cb.Name + "()", nil // a user's
}

// describeCall mirrors _format_callback_source in asyncio/format_helpers.py
// for a loop that is not in debug mode, where arguments are not shown.
func (m *machine) describeCall(fn Value) (string, error) {
	suffix := ""
	for {
		p, ok := fn.(*partial)
		if !ok {
			break
		}
		fn, suffix = p.fn, suffix+"()"
	}
	name, source := "", ""
	switch f := fn.(type) {
	case *function:
		name, source = f.qualname, m.source(f)
	case *method:
		switch of := f.fn.(type) {
		case *function:
			name = of.qualname
		case *builtin:
			name = typeOf(f.self).short() + "." + of.name
		}
	case *builtin:
		name = f.name
	case *Type:
		name = f.short()
	}
	if name == "" {
		text, err := m.repr(fn)
		if err != nil {
			return "", err
		}
		name = text
	}
	return name + "()" + suffix + source, nil
}

// source gives " at file:line" of a function.
func (m *machine) source(f *function) string {
	const most = 100 // functions that wrap one another
	for range most {
		if f.attrs == nil {
			break
		}
		inner, ok := f.attrs.str("__wrapped__").(*function)
		if !ok {
			break
		}
		f = inner
	}
	return fmt.Sprintf(" at %s:%d", m.file(f.code), f.code.line)
}

// programFile stands for the script's file where a repr is shortened: so the
// referee names it, whatever the file is called.
const programFile = "<program>"

// file gives the name of the file that a function stands in.
func (m *machine) file(c *code) string {
	switch {
	case c.lib != nil:
		return c.lib.file
	case m.shortening > 0:
		return programFile
	}
	return m.listing.Name
}

// reprToShorten gives a repr of which only the ends will be shown.
func (m *machine) reprToShorten(v Value) (string, error) {
	m.shortening++
	text, err := m.repr(v)
	m.shortening--
	return text, err
}

// reprHandle mirrors Handle._repr_info and TimerHandle._repr_info in
// asyncio/events.py.
func reprHandle(m *machine, v Value) (string, error) {
	info := []string{typeOf(v).short()}
	h, s := handleOf(v), scheduledOf(v)
	if h.Cancelled() {
		info = append(info, "cancelled")
	}
	if t, ok := v.(*timerHandle); ok {
		info = append(info, "when="+reprFloat(t.h.When().Seconds()))
	}
	if !h.Cancelled() {
		text, err := m.describeCall(s.fn)
		if err != nil {
			return "", err
		}
		info = append(info, text)
	}
	return "<" + strings.Join(info, " ") + ">", nil
}
