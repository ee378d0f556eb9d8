package ui

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

func init() {
	words = append(words,
		word{name: "goto", arg: "120 | 1.5s | turn 4 | line 14", does: "go to a moment, past or to come",
			offer: offerPlaces, run: onRun((*watch).gotoWord)},
		word{name: "next wake", does: "go on to where the selected task is woken next", run: onRun(func(w *watch, _ string) error {
			w.moment(session.Wakes, 1)
			return nil
		})},
		word{name: "next cancel", does: "go on to where the selected task is cancelled next: asked, or told", run: onRun(func(w *watch, _ string) error {
			w.moment(session.Cancels, 1)
			return nil
		})},
		word{name: "end of task", does: "go on to where the selected task ends", run: onRun(func(w *watch, _ string) error {
			w.moment(session.Ends, 1)
			return nil
		})},
	)
}

// onRun makes of a word on the open run what the palette can do.
func onRun(do func(w *watch, arg string) error) func(*Model, string) (tea.Cmd, error) {
	return func(m *Model, arg string) (tea.Cmd, error) { return nil, do(m.watch, arg) }
}

// A quest is a move that looks for a moment which may still have to come. Once
// it is over, tell says what came of it; "": nothing needs to be said.
type quest struct {
	tell func(w *watch, found session.Found) string
}

// seek begins a quest.
func (w *watch) seek(move func(), tell func(w *watch, found session.Found) string) {
	w.pinned = false
	move()
	w.quest = quest{tell}
}

// arrive tells what came of a quest, once it is over.
func (w *watch) arrive() {
	if w.quest.tell == nil {
		return
	}
	if _, busy := w.sess.Busy(); busy {
		return
	}
	tell := w.quest.tell
	w.quest = quest{}
	if text := tell(w, w.sess.Found()); text != "" {
		w.toast = toast{text: text}
	}
}

// errWhere says what goto can do.
var errWhere = errors.New("go where? 120 (an event), 1.5s, turn 4, line 14 or a bookmark")

// gotoWord goes where the palette's goto says.
func (w *watch) gotoWord(arg string) error {
	kind, rest, _ := strings.Cut(arg, " ")
	rest = strings.TrimSpace(rest)
	switch kind {
	case "":
		return errWhere
	case "start":
		w.sess.Home()
		return nil
	case "end":
		w.sess.End()
		return nil
	case "event":
		return w.gotoEvent(rest)
	case "time", "t":
		return w.gotoTime(rest)
	case "turn":
		return w.gotoTurn(rest)
	case "line":
		return w.gotoLine(rest)
	}
	if b := w.marked.named(arg); b != nil {
		w.sess.SeekAt(b.event, b.now)
		return nil
	}
	if arg[0] != '-' && (arg[0] < '0' || arg[0] > '9') && arg[0] != '.' {
		return errWhere
	}
	if strings.ContainsAny(arg, ".s") {
		return w.gotoTime(arg)
	}
	return w.gotoEvent(arg)
}

func (w *watch) gotoEvent(arg string) error {
	n, err := strconv.Atoi(arg)
	if most := w.tl.View().Len(); err != nil || n < 0 || w.ended && n > most {
		return fmt.Errorf("which event? %s", w.soFar(most, "event"))
	}
	w.seek(func() { w.sess.Seek(n) }, func(w *watch, _ session.Found) string {
		if w.ended && w.sess.Pos() < n {
			return fmt.Sprintf("The program ended with event %d.", w.tl.View().Len())
		}
		return ""
	})
	return nil
}

// soFar says how many events or turns there are to go to.
func (w *watch) soFar(most int, what string) string {
	if w.ended {
		return fmt.Sprintf("the run has %d: %s 1 to %d", most, what, most)
	}
	return fmt.Sprintf("so far there are %d; a later one is run to", most)
}

func (w *watch) gotoTime(arg string) error {
	text := strings.TrimSpace(strings.TrimSuffix(arg, "s"))
	unit := trace.Second
	if less, ok := strings.CutSuffix(text, "m"); ok {
		text, unit = strings.TrimSpace(less), trace.Second/1000
	}
	t, err := trace.ParseTime(text)
	if err != nil || text == "" || t < 0 || t > trace.Second*1_000_000_000 {
		return errors.New("which time? in seconds, as the ruler has it: 1.5s")
	}
	if t = trace.Time(float64(t) * unit.Seconds()); w.ended && t > w.tl.TimeAt(w.tl.View().Len()) {
		return fmt.Errorf("the program ended at %s s", w.tl.TimeAt(w.tl.View().Len()))
	}
	w.seek(func() { w.sess.SeekTime(t) }, func(w *watch, _ session.Found) string {
		if w.ended && w.sess.Now() < t {
			return fmt.Sprintf("The program ended at %s s, before %s s.", w.sess.Now(), t)
		}
		return ""
	})
	return nil
}

func (w *watch) gotoTurn(arg string) error {
	n, err := strconv.Atoi(arg)
	most := 0
	if turns := w.tl.Turns(); turns > 0 {
		most = w.tl.Turn(turns - 1).N
	}
	if err != nil || n < 1 || w.ended && n > most {
		return fmt.Errorf("which turn? %s", w.soFar(most, "turn"))
	}
	w.seek(func() { w.sess.SeekTurn(n) }, func(w *watch, found session.Found) string {
		if found.Event == 0 && w.ended {
			return fmt.Sprintf("The program ended in turn %d.", w.state.Turn)
		}
		return fmt.Sprintf("Turn %d has run.", w.state.Turn)
	})
	return nil
}

func (w *watch) gotoLine(arg string) error {
	n, err := strconv.Atoi(arg)
	most := countLines(w.preset.Listing.Source)
	if err != nil || n < 1 || n > most {
		return fmt.Errorf("which line? %s has line 1 to %d", w.preset.Listing.Name, most)
	}
	w.seek(func() { w.sess.SeekLine(int32(n)) }, func(w *watch, found session.Found) string {
		switch {
		case w.sess.LineError() != nil:
			return "No line: " + w.sess.LineError().Error() + "."
		case found.Event == 0 && w.ended && w.sess.HasLines():
			return fmt.Sprintf("Line %d never runs in this run.", n)
		case found.Event == 0 && w.ended:
			return fmt.Sprintf("Nothing is told of line %d in this run: no task awaits, creates or prints there.", n)
		case found.Event == 0:
			return ""
		}
		if !w.line.on {
			w.lit(found.Event)
		}
		if found.Again {
			return fmt.Sprintf("Line %d does not run again: this is the first time.", n)
		}
		return ""
	})
	w.seeSource()
	return nil
}

// lit selects the task that an event is of, and shows its line.
func (w *watch) lit(event int) {
	e := w.tl.View().At(event)
	if lane := w.tl.Lane(e.Task); lane != nil {
		w.lanes.task = e.Task
	}
	if e.Line > 0 {
		w.source.want = e.Line
	}
}

// offerPlaces gives where goto can go.
func offerPlaces(w *watch, typed string) []offer {
	var all []offer
	kind, _, more := strings.Cut(typed, " ")
	switch {
	case more && kind == "line":
		return w.offerLines("line ")
	case more && kind == "turn":
		for i := range min(w.tl.Turns(), mostOffers) {
			turn := w.tl.Turn(i)
			all = append(all, offer{arg: "turn " + strconv.Itoa(turn.N), does: "at " + turn.T.String() + " s: " + w.turnRan(turn)})
		}
		return all
	}
	all = append(all,
		offer{arg: "turn ", does: "the end of a turn of the loop", more: true},
		offer{arg: "line ", does: "where a line is reached next", more: true},
		offer{arg: "start", does: "before the first step"},
		offer{arg: "end", does: "the end of the run"})
	for _, b := range w.marked.list {
		all = append(all, offer{arg: b.name, does: "bookmark at " + b.now.String() + " s, event " + strconv.Itoa(b.event)})
	}
	for _, t := range w.state.TimersTo(mostOffers) {
		all = append(all, offer{arg: t.When.String() + "s", does: "when " + t.Label + " is over"})
	}
	return all
}

// turnRan names what ran in a turn.
func (w *watch) turnRan(turn timeline.Turn) string {
	text := ""
	for i := range min(turn.Len, 6) {
		if i > 0 {
			text += ", "
		}
		text += w.tl.HandleLabel(turn.First + i)
	}
	if turn.Len > 6 {
		text += ", …"
	}
	return text
}

// offerLines gives the lines of the program that hold something.
func (w *watch) offerLines(before string) []offer {
	var all []offer
	lines := sourceLines(w.preset.Listing.Source)
	for _, n := range w.source.rows {
		if n-1 < len(lines) && strings.TrimSpace(lines[n-1]) != "" && len(all) < mostOffers {
			all = append(all, offer{arg: before + strconv.Itoa(n), does: lines[n-1]})
		}
	}
	return all
}

// moment goes to the next (by above 0) or previous moment of the selected task
// of some sorts, and says which it was.
func (w *watch) moment(of session.Moments, by int) {
	lane, state, ok := w.selected()
	if !ok {
		w.say("There is no task yet: press → until there is one.")
		return
	}
	if by < 0 {
		w.seek(func() { w.sess.PrevMoment(state.Task, of) }, func(w *watch, found session.Found) string {
			if found.Event == 0 {
				return lane.Label + " " + momentNone(of) + " before this."
			}
			return w.tellMoment(lane, of)
		})
		return
	}
	w.seek(func() { w.sess.NextMoment(state.Task, of) }, func(w *watch, found session.Found) string {
		switch {
		case found.Event != 0:
			return w.tellMoment(lane, of)
		case lane.Ended != 0 && lane.Ended <= w.sess.Pos():
			return lane.Label + " has ended: " + momentOver(of)
		case lane.Ended != 0:
			return lane.Label + " " + momentNone(of) + " any more before it ended."
		case w.ended:
			return "The program has ended: " + lane.Label + " " + momentNone(of) + " any more."
		}
		return ""
	})
}

// momentNone says that there is no such moment.
func momentNone(of session.Moments) string {
	switch of {
	case session.Steps:
		return "did not run"
	case session.Wakes:
		return "was not woken"
	case session.Cancels:
		return "was not cancelled"
	case session.Ends:
		return "did not end"
	}
	return "was not woken or cancelled, and did not end,"
}

// momentOver says what does not come of a task that has ended.
func momentOver(of session.Moments) string {
	switch of {
	case session.Steps:
		return "it takes no more steps."
	case session.Wakes, session.Cancels:
		return "nothing wakes or cancels it any more."
	}
	return "nothing more happens to it."
}

// tellMoment says what happened to a task in what led to the position.
func (w *watch) tellMoment(lane *timeline.Lane, of session.Moments) string {
	to := w.sess.Pos()
	from, _ := w.tl.PrevHandle(to)
	had := w.sess.MomentsIn(lane.Task, from, to)
	if of == session.Steps {
		return "" // the lanes show it
	}
	var said []string
	for i := range lane.Marks() {
		m := lane.Mark(i)
		switch {
		case m.At.N <= from || m.At.N > to:
		case m.Kind == timeline.MarkAsked:
			said = append(said, lane.Label+" was asked to cancel.")
		case m.Kind == timeline.MarkDelivered:
			said = append(said, lane.Label+" got CancelledError.")
		}
	}
	if had&session.Wakes != 0 {
		said = append(said, lane.Label+" was woken: its next step is ready.")
	}
	if had&session.Ends != 0 {
		text := lane.Label + " ended: " + endWords[lane.Outcome]
		if lane.Outcome != trace.Cancelled && lane.Result != "" {
			text += " " + lane.Result
		}
		said = append(said, text+".")
	}
	return strings.Join(said, " ")
}
