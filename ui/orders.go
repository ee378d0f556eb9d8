package ui

import (
	"errors"
	"fmt"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

func init() {
	words = append(words,
		word{name: "raise", arg: "ValueError message", does: "raise an exception in the task, at its await", offer: offerExceptions, run: onRun((*watch).orderRaise)},
		word{name: "finish", arg: "VALUE", does: "give the future that the task waits for a result now", offer: offerValues, run: onRun((*watch).orderFinish)},
		word{name: "delay", arg: "SECONDS | to 3.5", does: "let a timer fire later", offer: offerDelays, run: onRun((*watch).orderDelay)},
		word{name: "fire", does: "let a timer fire now: the queue's cursor's, else the task's", run: onRun((*watch).orderFire)},
		word{name: "front", does: "move a step to the front: the queue's cursor's, else the task's", run: onRun((*watch).orderFront)},
	)
}

// orderRaise raises an exception in the selected task: "ValueError", "ValueError
// a message", or as Python has it.
func (w *watch) orderRaise(arg string) error {
	exc, message, said := strings.Cut(arg, " ")
	if call, rest, ok := strings.Cut(arg, "("); ok && !strings.Contains(call, " ") {
		exc, message = call, strings.Trim(strings.TrimSuffix(strings.TrimSpace(rest), ")"), `"'`)
		said = message != ""
	}
	if exc == "" {
		return errors.New("which exception? its class, and a message if it has one: ValueError boom")
	}
	c := trace.Command{Op: trace.OpRaise, Exc: exc}
	if message = strings.TrimSpace(message); said && message != "" {
		c.Msg = &message
	}
	return w.order(c)
}

func (w *watch) orderFinish(arg string) error {
	return w.order(trace.Command{Op: trace.OpFinish, Value: arg})
}

func (w *watch) orderFire(string) error {
	t, err := w.chosenTimer()
	if err != nil {
		return err
	}
	return w.order(trace.Command{Op: trace.OpFire, Handle: t.ID})
}

// orderDelay moves a timer by seconds, or to a loop time.
func (w *watch) orderDelay(arg string) error {
	t, err := w.chosenTimer()
	if err != nil {
		return err
	}
	text, absolute := strings.CutPrefix(arg, "to ")
	d, err := trace.ParseTime(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "s")))
	if err != nil || strings.TrimSpace(text) == "" {
		return errors.New("by how much? in seconds, as 0.5, or to when: to 3.5")
	}
	if !absolute {
		d += t.When
	}
	if d < w.now {
		return fmt.Errorf("%s s is over: it is %s s now; :fire lets it fire at once", d, w.now)
	}
	return w.order(trace.Command{Op: trace.OpDelay, Handle: t.ID, When: d})
}

func (w *watch) orderFront(string) error {
	ready := w.state.Ready()
	if len(ready) == 0 {
		return errors.New("nothing is ready")
	}
	q, ok := w.chosenReady(ready)
	if !ok {
		_, s, _ := w.selected()
		return fmt.Errorf("%s has no step that is ready; in the queue (3) choose another", w.label(s.Task))
	}
	if q.ID == ready[0].ID {
		return fmt.Errorf("%s is at the front already", q.Label)
	}
	return w.order(trace.Command{Op: trace.OpFront, Handle: q.ID})
}

// order gives a command; one that makes no sense on any run is refused at once.
func (w *watch) order(c trace.Command) error {
	lane, s, ok := w.selected()
	if !ok {
		return errors.New("there is no task yet")
	}
	if !c.Op.NamesHandle() && s.Phase == timeline.Done {
		return errors.New(lane.Label + " has ended")
	}
	w.act(c)
	return nil
}

// chosenTimer gives the timer that the cursor of the queue pane is on; else one
// of the selected task; else the next one.
func (w *watch) chosenTimer() (timeline.Timer, error) {
	timers := w.state.Timers()
	if len(timers) == 0 {
		return timeline.Timer{}, errors.New("no timer runs: a sleep or a timeout sets one")
	}
	id, timer, chosen := 0, false, false
	if w.focus == paneQueue {
		id, timer, chosen = w.chosenHandle()
	}
	own := -1
	for i := range timers {
		if chosen && timer && timers[i].ID == id {
			return timers[i], nil
		}
		if own < 0 && timers[i].Task == w.lanes.task {
			own = i
		}
	}
	return timers[max(own, 0)], nil
}

// chosenReady gives the ready handle that the cursor of the queue pane is on,
// else the next step of the selected task; ok is false if it is not ready.
func (w *watch) chosenReady(ready []timeline.Queued) (q timeline.Queued, ok bool) {
	if w.focus == paneQueue {
		if id, timer, is := w.chosenHandle(); is && !timer {
			for i := range ready {
				if ready[i].ID == id {
					return ready[i], true
				}
			}
		}
	}
	for i := range ready {
		if ready[i].What == trace.Step && ready[i].Task == w.lanes.task {
			return ready[i], true
		}
	}
	return timeline.Queued{}, false
}

// ordered says what a command did that was given in the palette; "" for one
// that has a key.
func (w *watch) ordered(c trace.Command, event int) string {
	before := w.tl.At(event - 1)
	defer func() { w.state = w.tl.At(w.sess.Pos()) }()
	label := w.label(c.Task)
	switch c.Op {
	case trace.OpRaise:
		return "In its next step. What " + label + " waited for goes on by itself."
	case trace.OpFinish:
		on := before.Task(c.Task).OnLabel
		if on == "" {
			on = "what it waited for"
		}
		return on + " has that result: " + label + " is ready."
	case trace.OpFire, trace.OpDelay, trace.OpFront:
		return w.isHandle(before, c) + "."
	}
	return ""
}

// hereIsH stands in the Python of a command before the number of the handle
// that it calls h.
const hereIsH = "  # h: "

// python gives what does in a script what a command does. A handle is h there:
// its name is told beside it.
func python(c trace.Command, label string) string {
	code, _, _ := strings.Cut(c.Python(label), hereIsH)
	return code
}

// isHandle says which handle the Python of a command calls h; "" for one that
// is about none.
func (w *watch) isHandle(at *timeline.State, c trace.Command) string {
	switch c.Op {
	case trace.OpFire, trace.OpDelay:
		return "h: " + w.timerName(at, c.Handle)
	case trace.OpFront:
		for _, q := range at.Ready() {
			if q.ID == c.Handle && q.What == trace.Step {
				return "h: the next step of " + q.Label
			} else if q.ID == c.Handle {
				return "h: " + q.Label
			}
		}
	}
	return ""
}

// timerName gives what a timer is called in a sentence.
func (w *watch) timerName(at *timeline.State, id int) string {
	for _, t := range at.Timers() {
		if t.ID == id && t.Task != 0 {
			return t.Label + " of " + w.label(t.Task)
		} else if t.ID == id {
			return t.Label
		}
	}
	return "the timer"
}

func offerExceptions(w *watch, typed string) []offer {
	lane, _, ok := w.selected()
	if name, _, more := strings.Cut(typed, " "); more || !ok {
		return []offer{{arg: strings.TrimSpace(typed), does: "raises " + name + " with that message"}}
	}
	var all []offer
	for _, name := range [...]string{
		"ValueError", "RuntimeError", "TimeoutError", "ConnectionError", "ConnectionResetError", "OSError", "KeyError", "TypeError",
		"Exception", "asyncio.CancelledError", "KeyboardInterrupt",
	} {
		all = append(all, offer{arg: name, does: "in " + lane.Label})
	}
	return all
}

func offerValues(w *watch, _ string) []offer {
	_, s, ok := w.selected()
	if !ok || s.OnLabel == "" {
		return nil
	}
	var all []offer
	for _, value := range [...]string{"None", "True", "42", "'done'", "[]"} {
		all = append(all, offer{arg: value, does: "as the result of " + s.OnLabel})
	}
	return all
}

func offerDelays(w *watch, _ string) []offer {
	t, err := w.chosenTimer()
	if err != nil {
		return nil
	}
	name := w.timerName(w.state, t.ID)
	return []offer{
		{arg: "0.5", does: "seconds later: " + name + " ends at " + (t.When + trace.Second/2).String() + " s"},
		{arg: "1", does: "a second later: at " + (t.When + trace.Second).String() + " s"},
		{arg: "to ", does: "the loop time at which " + name + " is to end", more: true},
	}
}
