package session

import (
	"fmt"
	"slices"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// nameOf gives the name of a run that a command makes at position n: "cancel
// job1 at turn 4".
func nameOf(c trace.Command, tl *timeline.Timeline, n int) string {
	st := tl.At(n)
	when := "before the first turn"
	if st.Turn > 0 {
		when = fmt.Sprintf("at turn %d", st.Turn)
	}
	return doing(c, st, tl) + " " + when
}

// doing says what a command does.
func doing(c trace.Command, st *timeline.State, tl *timeline.Timeline) string {
	task := tl.Label(c.Task, st.N)
	switch c.Op {
	case trace.OpCancel:
		if c.Past {
			return "cancel " + task + " past its shield"
		}
	case trace.OpCallback:
		return strings.TrimSpace(fmt.Sprintf("callback %s %s", c.Kind, c.Arg)) + " on " + task
	case trace.OpRaise:
		return "raise " + c.Exc + " in " + task
	case trace.OpFinish:
		return "finish " + st.Task(c.Task).OnLabel + " of " + task
	case trace.OpFire:
		return "fire " + handleName(c.Handle, st, tl)
	case trace.OpDelay:
		return "delay " + handleName(c.Handle, st, tl) + " to " + c.When.String() + " s"
	case trace.OpFront:
		return handleName(c.Handle, st, tl) + " to the front"
	}
	return string(c.Op) + " " + task
}

// handleName gives what a handle is called: "job1" for its step, "sleep(1) of
// job1" for a timer.
func handleName(id int, st *timeline.State, tl *timeline.Timeline) string {
	for _, q := range st.Ready() {
		if q.ID == id {
			return q.Label
		}
	}
	for _, t := range st.Timers() {
		if t.ID == id && t.Task != 0 {
			return t.Label + " of " + tl.Label(t.Task, st.N)
		} else if t.ID == id {
			return t.Label
		}
	}
	return fmt.Sprintf("handle %d", id)
}

// unique gives a name that no other run has.
func (rs *Runs) unique(name string) string {
	taken := func(name string) bool {
		return slices.ContainsFunc(rs.all, func(r *Run) bool { return r.Name == name })
	}
	unique := name
	for i := 2; taken(unique); i++ {
		unique = fmt.Sprintf("%s (%d)", name, i)
	}
	return unique
}
