package timeline

import "loopscope/sched/trace"

// LinkKind says what a Link is about.
type LinkKind uint8

// The kinds of links. Those from LinkStart on end every chain back; those from
// LinkShield to LinkSwallowed stand in a Story only.
const (
	LinkStep      LinkKind = iota + 1 // a step of Task
	LinkWake                          // Task became ready: From ended, or settled what Task waited for
	LinkResult                        // a future got its result, its exception, or was cancelled
	LinkObject                        // Task did something to a Queue, a Lock, …, which let another go on
	LinkTimer                         // a timer that Task had set ran
	LinkThread                        // a thread that Task had begun ended
	LinkCall                          // a function that Task had given to call_soon ran
	LinkCallback                      // a done callback of Task ran, or that of a future
	LinkCreate                        // From created Task
	LinkCancel                        // Task was asked to cancel, by From or through it
	LinkDelivered                     // CancelledError was raised in Task
	LinkShutdown                      // asyncio.run cancelled what was left

	LinkShield    // a shield stopped a cancel before Task
	LinkWentOn    // Task caught CancelledError and stopped at an await again
	LinkMissed    // a request to cancel never came to Task
	LinkTakenBack // uncancel
	LinkEnd       // Task ended
	LinkSwallowed // Task ended otherwise than cancelled

	LinkStart   // a run began with Task
	LinkModule  // the program did it outside of all tasks
	LinkCommand // the user did it
)

var linkNames = [...]string{
	LinkStep: "step", LinkWake: "wake", LinkResult: "result", LinkObject: "object", LinkTimer: "timer", LinkThread: "thread",
	LinkCall: "call_soon", LinkCallback: "callback", LinkCreate: "create", LinkCancel: "cancel", LinkDelivered: "delivered",
	LinkShutdown: "shutdown", LinkShield: "shield", LinkWentOn: "went on", LinkMissed: "missed", LinkTakenBack: "taken back",
	LinkEnd: "end", LinkSwallowed: "swallowed", LinkStart: "start", LinkModule: "module level", LinkCommand: "command",
}

// String gives a word for the kind: "step", "wake", "call_soon".
func (k LinkKind) String() string {
	if int(k) >= len(linkNames) {
		return ""
	}
	return linkNames[k]
}

// A Link is one cause in a chain of them, told in one sentence.
type Link struct {
	N    int // the event that it is about
	Kind LinkKind
	Task trace.Task // on whose lane it is; 0: none
	From trace.Task // the other end of its arrow, on whose lane it began; 0: no arrow
	Line int32      // of the script, as Say names it; 0: none
	Say  Sentence
}

// WhyChain gives the causes of event n, the newest first: what happened there,
// what brought that about, and so on, down to the start of a run, to what the
// program did outside of all tasks, or to a command. A position inside or at
// the end of a handle asks about that handle. Every link is of an earlier event
// than the one before it.
//
// It gives at most most links, all if most is 0: the chain goes on with
// WhyChain(N of the last one), whose first link is that one again. It is nil
// where nothing has happened yet.
func (tl *Timeline) WhyChain(n, most int) []Link {
	var chain []Link
	at := n
	for m := tl.node(n); m != 0; m = tl.parent(m) {
		chain = append(chain, tl.link(m, at))
		if len(chain) == most {
			break
		}
	}
	return chain
}

// Caused gives what event n brought about at once, in order: tasks created,
// tasks made ready, timers that ran, requests to cancel. Each can be asked for
// what it caused in turn; its WhyChain has n's as its second link.
//
// It gives at most most links, all if most is 0.
func (tl *Timeline) Caused(n, most int) []Link {
	c := causing{tl: tl, most: most}
	if m := tl.node(n); m != 0 {
		c.of(m)
	}
	return c.links
}

// Asks gives the event to ask about for span i: of a running span the step, of
// a ready one what made the task ready, of a waiting one the step that it waits
// since.
func (l *Lane) Asks(i int) int {
	s := l.spans[i]
	if s.phase == Ready && s.cause != 0 {
		return l.tl.node(int(s.cause))
	}
	return l.tl.node(int(s.n))
}

// causing collects what a node brought about.
type causing struct {
	tl    *Timeline
	most  int
	links []Link
}

func (c *causing) full() bool { return c.most > 0 && len(c.links) >= c.most }

// of adds what node n brought about. What only hands on gives way to what came
// of it.
func (c *causing) of(n int) {
	tl := c.tl
	for m := range tl.effects(n) {
		if c.full() {
			return
		}
		if tl.view.At(m).Kind == trace.TaskThrow && tl.view.At(n).Kind == trace.HandleBegin {
			continue // the step is told with what was raised in it
		}
		if !tl.handsOn(m) {
			c.links = append(c.links, tl.link(m, m))
			continue
		}
		before := len(c.links)
		c.of(m)
		if len(c.links) == before && tl.view.At(m).Kind != trace.FutureDone {
			c.links = append(c.links, tl.link(m, m))
		}
	}
}

// effects gives the nodes that node n brought about at once, in order of the
// events that say so.
func (tl *Timeline) effects(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		give := func(m int) bool { return m <= n || tl.raw(m) != n || yield(m) }
		e := tl.view.At(n)
		switch e.Kind {
		case trace.HandleScheduled:
			tl.ran(e.ID, give)
			return
		case trace.TaskCancel:
			if m := tl.deliveryOf(e.Task, n); m != 0 && !give(m) {
				return
			}
		case trace.CommandDone:
			if !tl.ran(tl.moved.with(int32(n)), give) {
				return
			}
		case trace.TaskCreated:
			if n < tl.view.Len() && !tl.firstStep(n, give) {
				return
			}
		}
		for m := n + 1; m <= tl.reach(n); m++ {
			if one := tl.effect(m); one != 0 && !give(one) {
				return
			}
		}
	}
}

// firstStep gives the first step of the task created at event n.
func (tl *Timeline) firstStep(n int, give func(int) bool) bool {
	next := tl.view.At(n + 1)
	if next.Kind != trace.HandleScheduled || next.Task != tl.view.At(n).Task {
		return true
	}
	return tl.ran(next.ID, give)
}

// ran gives the begin of a handle that ran.
func (tl *Timeline) ran(id int32, give func(int) bool) bool {
	h := tl.handle(id)
	return h == nil || h.begin == 0 || give(int(h.begin))
}

// effect gives the node that event m, of what a node did, stands for: itself,
// or the begin of the handle that it schedules.
func (tl *Timeline) effect(m int) int {
	e := tl.view.At(m)
	own := tl.ownNode(m)
	h := tl.handle(e.ID)
	switch {
	case e.Kind == trace.HandleEnd, e.Kind == trace.HandleBegin:
		return 0
	case e.Kind == trace.LoopShutdown || own == m:
		return own
	case e.Kind == trace.HandleScheduled && own == 0 && h != nil && int(h.made) == m:
		return int(h.begin)
	}
	return 0
}

// reach gives the last event that node n can have done itself: that of its
// handle, or the last before the next one. What stops the loop is told of
// after the turn.
func (tl *Timeline) reach(n int) int {
	col := tl.during(n)
	if col < 0 {
		col = tl.Column(n)
		if col+1 < len(tl.columns) {
			return int(tl.begin(col+1)) - 1
		}
		return tl.view.Len()
	}
	if s := tl.shutdownBy(col); s != 0 {
		return s
	}
	if end := int(tl.handles[tl.columns[col].handle].end); end != 0 {
		return end
	}
	return tl.view.Len()
}

// shutdownBy gives the LoopShutdown that follows the turn of a column in which
// the loop was stopped, 0 if none does.
func (tl *Timeline) shutdownBy(col int) int {
	begin := int(tl.begin(col))
	i := lastBy(len(tl.shutdowns), begin, func(i int) int32 { return tl.shutdowns[i] })
	if i == len(tl.shutdowns) {
		return 0
	}
	if s := int(tl.shutdowns[i]); tl.stopper(s) == begin {
		return s
	}
	return 0
}

// deliveryOf gives the event that delivered the request of event n, 0 if none
// did.
func (tl *Timeline) deliveryOf(t trace.Task, n int) int {
	if l := tl.Lane(t); l != nil {
		if c := l.request(n); c != nil {
			return int(c.delivered)
		}
	}
	return 0
}
