package ui

import (
	"errors"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// An ask is the pane that says why something happened: the causes back to
// where they began, what came of it, and the story of a cancel. It follows the
// selected task until something is asked about or the causes are walked: then
// it stays with that while it has the focus.
type ask struct {
	list
	about int // event; 0: nothing has happened yet
	chain []timeline.Link
	spots []timeline.Point // of the chain's links
	story timeline.Story
	tell  bool // the story of the cancel stands first
	stays bool // with what was asked about, as long as it has the focus
}

// mostLinks bounds the causes and effects that are listed.
const mostLinks = 200

func newAsk() *ask {
	a := &ask{list: list{pane: paneWhy, empty: "Nothing has happened yet. Press → for a first step."}}
	a.fill = a.fillRows
	return a
}

// asks gives the event to ask about for the selected task at the position: of
// the span it is in.
func (w *watch) asks() int {
	n := w.sess.Pos()
	if lane, _, ok := w.selected(); ok {
		if i := lane.SpanAt(n); i >= 0 {
			return lane.Asks(i)
		}
	}
	return n
}

// askAbout brings the pane to the front with what the selected task does. One
// that was asked to cancel is told of by that.
func (w *watch) askAbout() {
	a := w.ask
	a.about, a.at, a.moved, a.tell, a.stays = w.asks(), 0, true, false, true
	w.stamp++
	w.focusOn(paneWhy)
	lane, s, ok := w.selected()
	if !ok {
		return
	}
	ended := s.Phase == timeline.Done && s.Outcome == trace.Cancelled
	if asked := lane.Cancels(w.sess.Pos()); len(asked) > 0 && (ended || s.Asked != 0 || s.Delivered != 0) {
		a.about, a.tell = asked[len(asked)-1].At.N, true
	}
}

// whoCancelled brings the pane to the front with the story of the cancel that
// came to the selected task.
func (w *watch) whoCancelled(string) error {
	lane, _, ok := w.selected()
	if !ok {
		return errors.New("there is no task yet")
	}
	asked := lane.Cancels(w.seen)
	if len(asked) == 0 {
		return errors.New(lane.Label + " was not asked to cancel; ↑ and ↓ select another task")
	}
	w.askAbout()
	w.ask.about, w.ask.tell = asked[len(asked)-1].At.N, true
	return nil
}

func (a *ask) fillRows(w *watch, l *list) {
	n := w.sess.Pos()
	if w.focus != paneWhy {
		a.stays = false
	}
	if !a.stays || a.about == 0 || a.about > w.seen {
		a.about = w.asks()
	}
	a.chain, a.story = w.tl.WhyChain(a.about, mostLinks), timeline.Story{}
	a.spots = a.spots[:0]
	for _, link := range a.chain {
		a.spots = append(a.spots, timeline.Point{N: link.N, T: w.tl.TimeAt(link.N), Col: w.tl.Column(link.N)})
	}
	if len(a.chain) == 0 {
		return
	}
	at := w.tl.WhoCancelled(w.lanes.task, max(n, a.about))
	if a.tell && at != 0 {
		a.fillStory(w, l, at)
		l.say()
		l.say().put("Why it was asked", bold)
	}
	for i, link := range a.chain {
		if i+1 < len(a.chain) && a.chain[i+1].Say.String() == link.Say.String() {
			continue // a command, and what it was
		}
		l.tell(w, string(linkSign(i))+" ", link)
	}
	a.fillEffects(w, l)
	if !a.tell && at != 0 {
		l.say()
		a.fillStory(w, l, at)
	}
}

func (a *ask) fillEffects(w *watch, l *list) {
	caused := w.tl.Caused(a.about, mostLinks)
	if len(caused) == 0 {
		return
	}
	l.say()
	l.say().put("What came of it", bold)
	for _, link := range caused {
		l.tell(w, "→ ", link)
	}
}

func (a *ask) fillStory(w *watch, l *list, at int) {
	a.story = w.tl.CancelStory(at, w.seen)
	l.say().put("Who cancelled it, and what became of that", bold)
	counts := map[trace.Task]int{}
	for _, told := range a.story.Told {
		l.tell(w, "⌁ ", told.Link)
		if told.Task != 0 && told.Cancelling != counts[told.Task] {
			counts[told.Task] = told.Cancelling
			l.say().put("          "+w.label(told.Task)+".cancelling() is now ", inkQuiet).number(told.Cancelling, 0, inkQuiet)
		}
	}
	if a.story.More > 0 {
		l.say().number(a.story.More, 0, inkQuiet).put(" more events of it are not listed: it came to very many tasks.", inkQuiet)
	}
}

// note gives what stands beside the pane's title.
func (a *ask) note(*watch) string {
	if a.tell {
		return "a cancel, and what became of it"
	}
	return "the causes, the newest first"
}

// tell adds the rows of a link: its moment, and the sentence over as many rows
// as it takes.
func (l *list) tell(w *watch, head string, link timeline.Link) {
	to := target{event: link.N, task: link.Task, line: link.Line}
	when := string(appendClock(nil, w.tl.TimeAt(link.N)))
	r := l.add(to).put(head, inkQuiet)
	r.put(when, inkQuiet).put(" ", 0)
	l.wrapped(w, r, without(link.Say, " at "+when+" s"))
}

// without gives a sentence without a text that stands beside it.
func without(s timeline.Sentence, text string) timeline.Sentence {
	short := make(timeline.Sentence, len(s))
	for i, word := range s {
		word.Text = strings.Replace(word.Text, text, "", 1)
		short[i] = word
	}
	return short
}

// wrapped writes a sentence, breaking at blanks; further rows are set in.
func (l *list) wrapped(w *watch, r *listRow, s timeline.Sentence) {
	indent, room := r.cells, max(l.width-4, 20)
	for _, word := range s {
		st := style(0)
		if word.Task != 0 {
			st = w.inkOf(word.Task)
		}
		for part := range strings.SplitAfterSeq(word.Text, " ") {
			if r.cells+textWidth(strings.TrimRight(part, " ")) > room && r.cells > indent {
				r = l.say().put(strings.Repeat(" ", indent), 0)
			}
			r.put(part, st)
		}
	}
}

// choose goes to a link. The pane stays with what was asked about.
func (a *ask) choose(w *watch) {
	a.stays = true
	a.list.choose(w)
	a.moved = true
}

// click is choose by the mouse.
func (a *ask) click(w *watch, row int) {
	a.stays = true
	a.list.click(w, row)
}

// move moves the cursor: who walks the causes wants them to stay.
func (a *ask) move(w *watch, by int) {
	a.stays = true
	a.list.move(w, by)
}

// linkSign gives the sign of a cause in the pane and on the lanes: its number,
// from 1.
func linkSign(i int) rune {
	if i < 9 {
		return rune('1' + i)
	}
	return rune('a' + (i-9)%26)
}

// paintCauses writes the signs of the causes on the lanes, and draws an arrow
// where one leads from a lane to another.
func (w *watch) paintCauses(f *frame) {
	at, ok := f.placeOf(paneWhy)
	if !ok {
		return
	}
	w.ask.sync(w, at.body.w)
	chosen, _ := w.ask.chosen()
	for i := len(w.ask.chain) - 1; i >= 0; i-- { // of those in one cell the newest stays
		link := w.ask.chain[i]
		spot := w.ask.spots[i]
		x := w.ruler.at(spot.N, spot.Col, spot.T)
		to := w.rowOfTask(f, link.Task)
		if x < 0 || x >= f.layout.track.w || to < 0 || w.noFuture && x >= w.future() {
			continue
		}
		st := inkDefined
		if link.N == chosen.event && w.focus == paneWhy {
			st |= bold
		}
		if from := w.rowOfTask(f, link.From); from >= 0 && from != to {
			w.paintArrow(f, wake{x, from, to}, st)
		}
		w.paintSign(f, f.layout.track.x+x, to, linkSign(i))
	}
}

// paintSign writes a sign over a cell of a lane.
func (w *watch) paintSign(f *frame, x, y int, sign rune) {
	st := f.cells[y*f.w+x].st
	if st&groundMask >= groundRunning && st&groundMask <= groundSlow {
		st = st&groundMask | inkOnState
	} else {
		st = st&^inkMask | inkDefined
	}
	f.set(x, y, sign, st|bold)
}
