package timeline

import (
	"cmp"
	"reflect"
	"slices"

	"loopscope/sched/trace"
)

// ChangeKind says what a Change is about.
type ChangeKind uint8

// The kinds of changes.
const (
	ChangeCommand ChangeKind = iota + 1 // the user did something in one run only
	ChangeCreated                       // a task is in one run only
	ChangeAsked                         // a task is asked to cancel in one run only
	ChangeLane                          // a task goes another way from here on
	ChangeOutput                        // a line is written in one run only, or at another time
	ChangeEnded                         // a task ends otherwise, at another time, or in one run only
	ChangeResult                        // the program ends otherwise
)

var changeNames = [...]string{"", "command", "created", "asked", "lane", "output", "ended", "result"}

// String gives a word: "created".
func (k ChangeKind) String() string { return changeNames[k] }

// A Change is one difference. What it says is about A, with what B does
// instead.
type Change struct {
	Kind   ChangeKind
	NA, NB int        // events in the two runs, 0 if there is none
	T      trace.Time // of the earlier
	Task   trace.Task // of A; of B if InB; 0: none
	InB    bool       // Task, and the tasks that Say names, are those of B: A has nothing here
	Say    Sentence

	first int // the event at T
}

// list makes the changes.
func (d *Difference) list() {
	d.commands()
	for i, p := range d.pairs {
		a, b := d.A.Lane(p.A), d.B.Lane(p.B)
		if a == nil || b == nil {
			d.created(a, b)
			continue
		}
		d.asked(a, b)
		for _, part := range d.lanes[i].parts {
			d.parted(a, b, part)
		}
		d.ended(a, b)
	}
	for _, i := range d.outputs.OnlyA {
		d.wrote(i, -1)
	}
	for _, j := range d.outputs.OnlyB {
		d.wrote(-1, j)
	}
	for _, m := range d.outputs.Moved {
		d.wrote(m[0], m[1])
	}
	d.result()
	slices.SortStableFunc(d.changes, func(x, y Change) int {
		return cmp.Or(cmp.Compare(x.T, y.T), cmp.Compare(x.first, y.first), cmp.Compare(x.Kind, y.Kind))
	})
}

// change adds one; na and nb are its events.
func (d *Difference) change(kind ChangeKind, task trace.Task, na, nb int) *teller {
	c := Change{Kind: kind, NA: na, NB: nb, Task: task, InB: na == 0}
	if na != 0 {
		c.T, c.first = d.A.TimeAt(na), na
	}
	if t := d.B.TimeAt(nb); nb != 0 && (na == 0 || t < c.T || t == c.T && nb < na) {
		c.T, c.first = t, nb
	}
	d.changes = append(d.changes, c)
	if c.InB {
		return &teller{tl: d.B, n: nb}
	}
	return &teller{tl: d.A, n: na}
}

// said gives the newest change its sentence.
func (d *Difference) said(t *teller, parts ...any) {
	t.say(parts...)
	d.changes[len(d.changes)-1].Say = t.out
}

// commands lists what the user did in one run only.
func (d *Difference) commands() {
	type done struct {
		n int
		c trace.Command
	}
	of := func(tl *Timeline) (all []done) {
		for n := d.Fork + 1; n <= tl.view.Len(); n++ {
			if e := tl.view.At(n); e.Kind == trace.CommandDone {
				if c, ok := tl.view.Payload(e).(trace.Command); ok {
					all = append(all, done{n, c})
				}
			}
		}
		return all
	}
	same := func(x, y done) bool {
		x.c.After, y.c.After, x.c.Task = 0, 0, d.InB(x.c.Task)
		return reflect.DeepEqual(x.c, y.c)
	}
	bs := of(d.B)
	for _, x := range of(d.A) {
		if j := slices.IndexFunc(bs, func(y done) bool { return same(x, y) }); j >= 0 {
			bs = slices.Delete(bs, j, j+1)
		} else if x.c.T < d.reachB {
			t := d.change(ChangeCommand, x.c.Task, x.n, 0)
			d.said(t, "You ", t.command(x.c), " here; in the other run you did not.")
		}
	}
	for _, y := range bs {
		if y.c.T < d.reachA {
			t := d.change(ChangeCommand, y.c.Task, 0, y.n)
			d.said(t, "In the other run you ", t.command(y.c), " here.")
		}
	}
}

// command says what the user did: "asked job1 to cancel".
func (t *teller) command(c trace.Command) []any {
	switch c.Op {
	case trace.OpCancel:
		if c.Past {
			return []any{"asked ", c.Task, " itself, past its shield, to cancel"}
		}
		return []any{"asked ", c.Task, " to cancel"}
	case trace.OpShield:
		return []any{"shielded ", c.Task}
	case trace.OpCallback:
		return []any{"added a done callback to ", c.Task}
	case trace.OpRaise:
		return []any{"raised " + c.Exc + " in ", c.Task}
	case trace.OpFinish:
		return []any{"gave ", c.Task, " what it waited for"}
	case trace.OpFire:
		return []any{"had ", t.handle(c), " fire"}
	case trace.OpDelay:
		return []any{"had ", t.handle(c), " fire at " + moment(c.When) + " instead"}
	case trace.OpFront:
		return []any{"moved ", t.handle(c), " to the front of the ready queue"}
	}
	return []any{"gave the command " + string(c.Op)}
}

// handle names the handle that a command is about.
func (t *teller) handle(c trace.Command) any {
	if c.Handle <= 0 || c.Handle >= len(t.tl.handles) {
		return "a handle"
	}
	q := t.tl.queued(int32(c.Handle), t.n)
	switch {
	case q.What == trace.Step:
		return q.Task
	case q.What == trace.Timer && q.By != 0:
		return []any{"the timer " + q.Label + " of ", q.By}
	case q.What == trace.Timer:
		return "the timer " + q.Label
	}
	return q.Label
}

// created tells of a task that one run has alone.
func (d *Difference) created(a, b *Lane) {
	switch {
	case a != nil && a.spans[0].t < d.reachB:
		t := d.change(ChangeCreated, a.Task, a.Born, 0)
		d.said(t, a.Task, " is created here", atLine(a.Line), "; in the other run it is not.")
	case b != nil && b.spans[0].t < d.reachA:
		t := d.change(ChangeCreated, b.Task, 0, b.Born)
		d.said(t, "In the other run ", b.Task, " is created here", atLine(b.Line), ".")
	}
}

// asked tells of requests to cancel, which are the same if they come at the
// same time.
func (d *Difference) asked(a, b *Lane) {
	behind := func(l *Lane) []cancel {
		i := slices.IndexFunc(l.cancels, func(c cancel) bool { return int(c.asked) > d.Fork })
		if i < 0 {
			return nil
		}
		return slices.Clone(l.cancels[i:])
	}
	bs := behind(b)
	for _, c := range behind(a) {
		at := d.A.TimeAt(int(c.asked))
		if j := slices.IndexFunc(bs, func(o cancel) bool { return d.B.TimeAt(int(o.asked)) == at }); j >= 0 {
			bs = slices.Delete(bs, j, j+1)
		} else if at < d.reachB {
			t := d.change(ChangeAsked, a.Task, int(c.asked), 0)
			d.said(t, a.Task, " is asked to cancel here; in the other run it is not.")
		}
	}
	for _, c := range bs {
		if d.B.TimeAt(int(c.asked)) < d.reachA {
			t := d.change(ChangeAsked, b.Task, 0, int(c.asked))
			d.said(t, "In the other run ", b.Task, " is asked to cancel here.")
		}
	}
}

// parted tells of a stretch in which a task goes another way. A lane that has
// ended goes none.
func (d *Difference) parted(a, b *Lane, p part) {
	switch {
	case p.b < 0:
		if at := a.spans[p.a].t; !b.endedBy(at) {
			t := d.change(ChangeLane, a.Task, int(a.spans[p.a].n), 0)
			d.said(t, a.Task, a.doing(p.a), " here; in the other run it", b.doingAt(at, a.doing(p.a)), ".")
		}
		return
	case p.a < 0:
		if !a.endedBy(b.spans[p.b].t) {
			t := d.change(ChangeLane, b.Task, 0, int(b.spans[p.b].n))
			d.said(t, "In the other run ", b.Task, b.doing(p.b), " here.")
		}
		return
	}
	does, from, other := a.doing(p.a), a.spans[p.a].t, b.spans[p.b].t
	switch x, y := a.Span(p.a).To, b.Span(p.b).To; {
	case does != b.doing(p.b) || from != other:
		t := d.change(ChangeLane, a.Task, int(a.spans[p.a].n), int(b.spans[p.b].n))
		when := ""
		if from != other {
			when = " from " + moment(other) + " on"
		}
		d.said(t, a.Task, does, " here; in the other run it", b.doing(p.b), when, ".")
	case x.N == 0:
		t := d.change(ChangeLane, b.Task, 0, y.N)
		d.said(t, "In the other run ", b.Task, does, " until here; in this one longer.")
	case y.N == 0:
		t := d.change(ChangeLane, a.Task, x.N, 0)
		d.said(t, a.Task, does, " until here; in the other run longer.")
	default:
		t := d.change(ChangeLane, a.Task, x.N, y.N)
		d.said(t, a.Task, does, " until here; in the other run until ", moment(y.T), ".")
	}
}

// endedBy tells whether the task has ended by a time.
func (l *Lane) endedBy(t trace.Time) bool { return l.Ended != 0 && l.tl.TimeAt(l.Ended) <= t }

// doing says what a span is: " waits for sleep(1) (line 5)".
func (l *Lane) doing(i int) string {
	s := l.Span(i)
	switch s.Phase {
	case Running:
		return " is running"
	case Ready:
		return " is ready"
	}
	if label := l.SpanLabel(i); label != "" {
		return " waits for " + label + inLine(s.Line)
	}
	return " waits" + inLine(s.Line)
}

// doingAt says what a task did last at a time, unless that were the same
// words.
func (l *Lane) doingAt(at trace.Time, not string) string {
	does := " does not"
	if i := l.SpanAtTime(at); i >= 0 && l.doing(i) != not {
		does = l.doing(i)
	}
	return does
}

// ended tells of ends that differ.
func (d *Difference) ended(a, b *Lane) {
	if a.Ended != 0 && a.Ended <= d.Fork {
		return
	}
	switch {
	case a.Ended != 0 && b.Ended != 0:
		ta, tb := d.A.TimeAt(a.Ended), d.B.TimeAt(b.Ended)
		if a.Outcome == b.Outcome && a.Result == b.Result && ta == tb {
			return
		}
		t := d.change(ChangeEnded, a.Task, a.Ended, b.Ended)
		d.said(t, a.Task, a.outcome(), " here; in the other run it", b.outcome(), " at ", moment(tb), ".")
	case a.Ended != 0 && d.A.TimeAt(a.Ended) < d.reachB:
		t := d.change(ChangeEnded, a.Task, a.Ended, 0)
		d.said(t, a.Task, a.outcome(), " here; in the other run it has not ended.")
	case b.Ended != 0 && d.B.TimeAt(b.Ended) < d.reachA:
		t := d.change(ChangeEnded, b.Task, 0, b.Ended)
		d.said(t, "In the other run ", b.Task, b.outcome(), " here.")
	}
}

// outcome says how a task ended: " returned 'x'".
func (l *Lane) outcome() string {
	switch l.Outcome {
	case trace.Cancelled:
		return " is cancelled"
	case trace.Raised:
		return " raised " + l.Result
	}
	return " returned " + l.Result
}

// wrote tells of a line of output; -1 is none.
func (d *Difference) wrote(i, j int) {
	var a, b Output
	if i >= 0 {
		a = d.A.Output(i)
	}
	if j >= 0 {
		b = d.B.Output(j)
	}
	of := a
	if i < 0 {
		of = b
	}
	t := d.change(ChangeOutput, of.Task, a.N, b.N)
	var who any = "The program"
	if of.Task != 0 {
		who = of.Task
	}
	line := " writes " + quote(of.Text) + " here"
	switch {
	case i < 0 && of.Task == 0:
		d.said(t, "In the other run the program", line, ".")
	case i < 0:
		d.said(t, "In the other run ", who, line, ".")
	case j < 0:
		d.said(t, who, line, "; in the other run not.")
	default:
		d.said(t, who, line, "; in the other run at ", moment(b.T), ".")
	}
}

// result tells of ends of the program that differ.
func (d *Difference) result() {
	na, nb := d.A.over(), d.B.over()
	switch {
	case na <= d.Fork && nb <= d.Fork:
	case na != 0 && nb != 0:
		x, y := d.A.view.At(na), d.B.view.At(nb)
		if x.What == y.What && x.T == y.T && x.Kind == y.Kind && d.A.view.String(x.Name) == d.B.view.String(y.Name) {
			return
		}
		t := d.change(ChangeResult, 0, na, nb)
		d.said(t, "The program", d.A.programEnds(x), " here, at ", moment(x.T), "; in the other run it", d.B.programEnds(y), " at ", moment(y.T), ".")
	case na != 0 && d.A.view.At(na).T < d.reachB:
		e := d.A.view.At(na)
		t := d.change(ChangeResult, 0, na, 0)
		d.said(t, "The program", d.A.programEnds(e), " here, at ", moment(e.T), "; the other run goes on.")
	case nb != 0 && d.B.view.At(nb).T < d.reachA:
		e := d.B.view.At(nb)
		t := d.change(ChangeResult, 0, 0, nb)
		d.said(t, "In the other run the program", d.B.programEnds(e), " here, at ", moment(e.T), ".")
	}
}

// over gives the event that ended the program, 0 if it has not ended.
func (tl *Timeline) over() int {
	if i := len(tl.ends); i > 0 && ends(tl.view.At(int(tl.ends[i-1]))) {
		return int(tl.ends[i-1])
	}
	return 0
}

// ends tells whether an event ends the program.
func ends(e trace.Event) bool { return e.Kind != trace.RunResult || e.What >= trace.Deadlock }

// programEnds says how a program ended: " ends", " is stuck".
func (tl *Timeline) programEnds(e trace.Event) string {
	switch {
	case e.What == trace.Deadlock:
		return " is stuck"
	case e.What == trace.TooLong:
		return " is stopped"
	case e.Kind == trace.RunExit && e.What == trace.Raised:
		return " ends by " + tl.view.String(e.Name)
	case e.Kind == trace.RunExit && e.What == trace.Cancelled:
		return " ends by CancelledError"
	}
	return " ends"
}
