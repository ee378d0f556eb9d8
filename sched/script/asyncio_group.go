package script

import "loopscope/sched"

// A taskGroup is an asyncio.TaskGroup.
type taskGroup struct{ of *sched.TaskGroup }

var taskGroupType = newType("TaskGroup")

func (*taskGroup) class() *Type { return taskGroupType }

func setupTaskGroup(t *Type) {
	t.setupAsyncObject("", func(m *machine, _ []Value) (Value, error) { return &taskGroup{m.loop.NewTaskGroup()}, nil })
	t.repr = func(_ *machine, v Value) (string, error) { return v.(*taskGroup).of.String(), nil }
	t.enter = func(_ *frame, v Value) (Value, error) { return v, v.(*taskGroup).of.Enter() }
	t.exit = func(fr *frame, v Value, exc *exception) (bool, error) {
		return ended(exc, v.(*taskGroup).of.Exit(fr.suspend, asError(exc)))
	}
	t.declareMethod("create_task", "coro, *, name=None, context=None", func(m *machine, self Value, v []Value) (Value, error) {
		g := self.(*taskGroup).of
		return m.makeTask(v[0], v[1:], func(ctx *contextObject, co *sched.Coro, name string) (*sched.Task, error) {
			if ctx != nil {
				return g.CreateTaskIn(ctx, co, name)
			}
			return g.CreateTask(co, name)
		})
	})
}
