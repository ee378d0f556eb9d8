package script

import "loopscope/sched"

// A taskGroup is an asyncio.TaskGroup.
type taskGroup struct {
	asyncObject
	of *sched.TaskGroup
}

var taskGroupType = newType("TaskGroup")

func taskGroupOf(v Value) *sched.TaskGroup {
	g := v.(*taskGroup)
	if g.of == nil {
		g.of = g.m.loop.NewTaskGroup()
	}
	return g.of
}

func setupTaskGroup(t *Type) {
	t.setupAsyncObject("", func(o asyncObject) Value { return &taskGroup{asyncObject: o} }, func(m *machine, self Value, _ []Value) error {
		self.(*taskGroup).of = m.loop.NewTaskGroup()
		return nil
	})
	t.repr = func(_ *machine, v Value) (string, error) { return taskGroupOf(v).String(), nil }
	t.enter = func(_ *frame, v Value) (Value, error) { return v, taskGroupOf(v).Enter() }
	t.exit = func(fr *frame, v Value, exc *exception) (bool, error) {
		return ended(exc, taskGroupOf(v).Exit(fr.suspend, asError(exc)))
	}
	t.byHand("TaskGroup")
	t.declareMethod("create_task", "coro, *, name=None, context=None", func(m *machine, self Value, v []Value) (Value, error) {
		g := taskGroupOf(self)
		return m.makeTask(v[0], v[1:], func(ctx *contextObject, co *sched.Coro, name string) (*sched.Task, error) {
			if ctx != nil {
				return g.CreateTaskIn(ctx, co, name)
			}
			return g.CreateTask(co, name)
		})
	})
}
