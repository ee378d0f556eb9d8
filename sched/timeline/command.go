package timeline

import (
	"reflect"
	"slices"
	"strconv"

	"loopscope/sched/trace"
)

// commanded says what the user's commands did between two handles: of the last
// one all, of those before it what they were.
func (t *teller) commanded(d deed) {
	if k := len(d.commands); k > 1 {
		t.before(d.commands[:k-1])
		d = t.tl.deed(d.commands[k-1], d.to, 0)
	}
	t.lastCommand(d)
}

// mostCommands is up to how many commands of a moment are told one by one.
const mostCommands = 3

// before says which commands were given before the last one at the same moment.
func (t *teller) before(events []int) {
	var done []trace.Command // each once
	var clauses [][]any      // likewise: what they were
	times := map[int]int{}   // by index in done
	when := "At this moment"
	for _, n := range events {
		c, ok := t.tl.view.Payload(t.tl.view.At(n)).(trace.Command)
		if !ok || t.tl.view.At(n).Kind != trace.CommandDone {
			continue
		}
		if c.After = 0; t.tl.TimeAt(n) != t.s.T {
			when = "Since the last step"
		}
		i := slices.IndexFunc(done, func(one trace.Command) bool { return reflect.DeepEqual(one, c) })
		if i < 0 {
			i, done, clauses = len(done), append(done, c), append(clauses, t.gave(c, n))
		}
		times[i]++
	}
	switch {
	case len(done) == 0:
		return
	case len(done) > mostCommands:
		t.say(when + " you gave " + strconv.Itoa(len(events)+1) + " commands; of the last:")
		return
	}
	said := []any{when + " you "}
	for i, clause := range clauses {
		if i > 0 {
			said = append(said, joint(i, len(clauses)))
		}
		said = append(said, clause, often(times[i]))
	}
	t.say(append(said, ".")...)
}

// gave says what the command of event n was.
func (t *teller) gave(c trace.Command, n int) []any {
	l := t.tl.Lane(c.Task)
	if c.Op == trace.OpCancel && !c.Past && l != nil && by(l.shield, n) {
		return []any{"cancelled the shield of ", c.Task}
	}
	return t.command(c)
}

// joint gives what parts item i of a list of so many from the one before.
func joint(i, of int) string {
	if i == of-1 {
		return " and "
	}
	return ", "
}

// often gives how often something was done, with a blank before it.
func often(times int) string {
	switch times {
	case 1:
		return ""
	case 2:
		return " twice"
	}
	return " " + strconv.Itoa(times) + " times"
}

// lastCommand says what one command did.
func (t *teller) lastCommand(d deed) {
	c, _ := t.tl.view.Payload(d.command).(trace.Command)
	if d.command.Kind == trace.CommandRefused {
		t.say("Not done: ", t.text(d.command.Name, "it is not possible"), ".")
		return
	}
	ended := t.s.Task(c.Task).Phase == Done
	switch {
	case c.Op.NamesHandle():
		t.moved(c)
	case c.Op == trace.OpRaise:
		t.raisedBy(c)
	case c.Op == trace.OpFinish:
		t.gaveResult(c)
	case c.Op == trace.OpShield:
		t.say("You shielded ", c.Task, ": a cancel that comes through a task that waits for it stops there.")
	case c.Op == trace.OpCallback && ended:
		t.say("You added a done callback to ", c.Task, ", which has ended: it is ready to run.")
	case c.Op == trace.OpCallback:
		t.say("You added a done callback to ", c.Task, ": it runs when ", c.Task, " has ended.")
	case len(d.stopped) > 0 && !d.cancelled(c.Task):
		t.say("You cancelled the shield of ", c.Task, ": ", c.Task, " itself goes on.")
		for _, task := range d.woken {
			t.say(task, " gets CancelledError", atLine(t.s.Task(task).Line), " when it next runs.")
		}
	default:
		t.say("You asked ", c.Task, " to cancel.")
		t.notYet(c.Task, d)
		for _, task := range d.stopped {
			t.say("The cancel stopped at the shield: ", task, " goes on.")
		}
	}
}

// notYet says where the request to cancel a task has come to.
func (t *teller) notYet(task trace.Task, d deed) {
	st := t.s.Task(task)
	switch {
	case st.Asked == 0:
	case st.Phase == Ready && t.certain(task) && !t.tl.Lane(task).began(t.n):
		t.say("It has not begun: it gets CancelledError before its first line, so nothing of it will run.")
	case st.Phase == Ready && t.certain(task):
		t.say("It has not stopped yet: it gets CancelledError", atLine(st.Line), " when it next runs.")
	case st.Phase == Waiting && len(d.passed) > 0:
		t.say("It waits", t.forWhat(st, d.from), ", so the request went on to ", d.passed, ".")
	}
}

// certain tells whether a request is sure to be delivered by the next step.
func (t *teller) certain(task trace.Task) bool {
	for _, c := range t.tl.Lane(task).cancels {
		if by(c.asked, t.n) && !by(c.delivered, t.n) && !by(c.over, t.n) && c.certain {
			return true
		}
	}
	return false
}

// began tells whether a step of the task has begun by position n.
func (l *Lane) began(n int) bool {
	i := l.SpanAt(n)
	return i > 0 || i == 0 && l.spans[0].phase == Running
}
