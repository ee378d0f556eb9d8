package timeline

import "loopscope/sched/trace"

// Labels are the labels that a Timeline gives tasks, for whoever follows a run
// by its events and needs no more than who is who. They must be given every
// event of the run, or all that create, name and end tasks.
type Labels struct {
	taken labels
	tasks []called // by number, from 1 at index 0
}

type called struct {
	name, fn, label string
	ended           bool
}

// NewLabels makes Labels of a run of which nothing has happened.
func NewLabels() *Labels { return &Labels{taken: labels{}} }

// A Texts gives the texts of events: a trace.View, or a trace.Log.
type Texts interface{ String(trace.Name) string }

// Apply takes the next event of a run.
func (l *Labels) Apply(v Texts, e trace.Event) {
	if e.Kind == trace.TaskCreated {
		if int(e.Task) == len(l.tasks)+1 {
			c := called{name: v.String(e.Name), fn: v.String(e.Fn())}
			c.label = l.taken.unique(wish(c.name, c.fn), "task")
			l.tasks = append(l.tasks, c)
		}
		return
	}
	c := l.task(e.Task)
	if c == nil || c.ended {
		return
	}
	switch e.Kind {
	case trace.TaskNamed:
		l.rename(c, v.String(e.Name))
	case trace.TaskDone:
		if name := v.String(trace.Name(e.ID)); e.ID != 0 && name != c.name {
			l.rename(c, name)
		}
		c.ended = true
	}
}

func (l *Labels) rename(c *called, name string) {
	c.name = name
	c.label = l.taken.unique(wish(c.name, c.fn), "task")
}

func (l *Labels) task(t trace.Task) *called {
	if t <= 0 || int(t) > len(l.tasks) {
		return nil
	}
	return &l.tasks[t-1]
}

// Of gives the name and the label that a task has now, "" and "" if there is
// none.
func (l *Labels) Of(t trace.Task) (name, label string) {
	if c := l.task(t); c != nil {
		return c.name, c.label
	}
	return "", ""
}

// Ended reports whether a task is done.
func (l *Labels) Ended(t trace.Task) bool {
	c := l.task(t)
	return c != nil && c.ended
}
