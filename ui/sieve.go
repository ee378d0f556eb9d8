package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/timeline"
)

// A sieve is how the lanes are filtered: those are shown that have every word,
// in their names, in the word of their state, or in what they wait for; and
// "differs" means those that the other of two runs has not alike.
type sieve struct {
	words  []string // in small letters; none: every lane is shown
	shown  []int    // of lanes.list: the lanes that are shown, ascending
	fits   int      // how many of them have the words
	typing bool
	input  field
	cursor *tea.Cursor // of the field
	count  string      // "3 of 101"
	empty  string      // said where no lane fits
}

// differsWord asks for the lanes that differ from another run's.
const differsWord = "differs"

// siftLanes begins to type the filter of the lanes.
func (w *watch) siftLanes() {
	w.lanes.typing, w.lanes.input = true, newField(w.wanted)
}

// want sets the filter of the lanes, "" for none.
func (w *watch) want(text string) {
	w.wanted = text
	w.lanes.words = strings.Fields(strings.ToLower(text))
}

// sift finds the lanes that are shown. The selected one stays among them where
// any fits, so that it does not go away when a step changes its state.
func (w *watch) sift() {
	l := &w.lanes
	l.shown = l.shown[:0]
	l.fits = 0
	for i := range l.list {
		if w.fits(i) {
			l.fits++
			l.shown = append(l.shown, i)
		} else if l.list[i].lane.Task == l.task {
			l.shown = append(l.shown, i)
		}
	}
	if l.fits == 0 {
		l.shown = l.shown[:0]
	}
	if len(l.words) > 0 {
		l.count = strconv.Itoa(l.fits) + " of " + strconv.Itoa(len(l.list))
		l.empty = "No task fits. esc shows all " + strconv.Itoa(len(l.list)) + " again."
	}
}

// fits reports whether a lane has all the words.
func (w *watch) fits(i int) bool {
	for _, word := range w.lanes.words {
		if !w.fitsWord(i, word) {
			return false
		}
	}
	return true
}

func (w *watch) fitsWord(i int, word string) bool {
	lane, state := w.lanes.list[i].lane, w.taskAt(i)
	if word == differsWord && w.otherwise(lane.Task) {
		return true
	}
	if holds(lane.Label, word) || holds(lane.Name, word) || strings.HasPrefix(stateWord(state), word) {
		return true
	}
	return state.Phase == timeline.Waiting && holds(state.OnLabel, word)
}

// stateWord gives the word that a lane shows for a state.
func stateWord(s timeline.TaskState) string {
	switch s.Phase {
	case timeline.Unborn:
		return ""
	case timeline.Done:
		return endWords[s.Outcome]
	}
	return s.Phase.String()
}

// chooseFitting takes the selection to the first lane that fits, if the selected one
// does not.
func (w *watch) chooseFitting() {
	if i := w.lanes.index(); i >= 0 && w.fits(i) {
		return
	}
	for i := range w.lanes.list {
		if w.fits(i) {
			w.lanes.task = w.lanes.list[i].lane.Task
			return
		}
	}
}

// siftTyped takes a key for the filter of the lanes.
func (w *watch) siftTyped(msg tea.Msg) {
	w.lanes.input.typed(msg)
	if text := w.lanes.input.value(); text != w.wanted {
		w.want(text)
		w.chooseFitting()
	}
}

// paintSieve says at the head of the lanes what they are filtered by, and how
// many fit.
func (w *watch) paintSieve(f *frame, r rect) {
	p := f.pen(r, 0)
	p.skip(1)
	p.put("/ ", inkQuiet)
	count := p
	count.x = max(p.x, r.x+r.w-textWidth(w.lanes.count)-1)
	p.end = max(p.x, count.x-1)
	p.put(w.wanted, bold)
	count.put(w.lanes.count, inkQuiet)
}

// paintSieveField shows the filter being typed in the row of the note.
func (w *watch) paintSieveField(f *frame) {
	at := f.note
	if at.empty() {
		at = rect{0, f.layout.ruler.y, f.layout.names, 1}
		f.fill(at, ' ', 0)
	}
	p := f.pen(at, 0)
	p.fit("/", min(8, at.w/4), bold)
	w.lanes.cursor = w.lanes.input.paint(&p)
	if f.note.empty() {
		return
	}
	p.skip(3)
	if len(w.lanes.words) > 0 {
		p.put(w.lanes.count+" fit", 0)
		return
	}
	p.put("a name, a state, what is waited for", inkQuiet)
	if w.other != nil || w.above != nil {
		p.put(", "+differsWord, inkQuiet)
	}
}
