package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// A filter lets those events through that have all of its words: in their
// kind, in the name of a task they are about, or in one of their texts. A pair
// of words such as "line 12", "turn 3" or "handle 7" asks for a number.
type filter struct {
	text  string
	words []filterWord
	found []int        // events that fit, ascending
	seen  int          // events that were looked at
	names int          // lanes that the words were compared with
	kinds []trace.Name // of futures, by number: what they are
	objs  []trace.Name // of objects, likewise: their names
}

// A filterWord is one thing that is asked for.
type filterWord struct {
	text   string // in small letters
	of     string // "line", "turn", "handle" or "event" of a number; else ""
	number int
	kinds  [256]bool // kinds of events that have the word
	tasks  []bool    // by number: tasks whose name it is, or has it
	known  []uint8   // by Name: 1 if its text has the word, 2 if not
}

// numbered are the words behind which a number stands.
var numbered = map[string]bool{"line": true, "turn": true, "handle": true}

func newFilter(text string) filter {
	f := filter{text: text}
	words := strings.Fields(strings.ToLower(text))
	for i := 0; i < len(words); i++ {
		word := filterWord{text: words[i]}
		if numbered[words[i]] && i+1 < len(words) {
			if n, err := strconv.Atoi(words[i+1]); err == nil {
				word.of, word.number = words[i], n
				i++
			}
		}
		for k := range word.kinds {
			word.kinds[k] = word.of == "" && strings.Contains(trace.Kind(k).String(), word.text)
		}
		f.words = append(f.words, word)
	}
	return f
}

// off reports whether everything fits.
func (f *filter) off() bool { return len(f.words) == 0 }

// search looks at the events that came since the last time.
func (f *filter) search(w *watch) {
	if lanes := len(w.lanes.list); f.names != lanes {
		f.names = lanes
		for i := range f.words {
			if f.words[i].name(w, f.seen) {
				f.seen, f.found = 0, f.found[:0]
			}
		}
	}
	v := w.tl.View()
	for n := max(f.seen+1, v.First()); n <= w.seen; n++ {
		e := v.At(n)
		f.learn(v, e)
		if f.fits(v, e) {
			f.found = append(f.found, n)
		}
	}
	f.seen = w.seen
}

// name finds the tasks that a word names: one that is called so, else those
// whose name has it. It reports whether that changes what was found up to an
// event: a new task may be called as the word says, and then it alone is meant.
func (word *filterWord) name(w *watch, seen int) (changed bool) {
	before, any := filterWord{tasks: word.tasks}, false
	word.tasks = make([]bool, len(w.lanes.list)+1)
	if word.of != "" {
		return false
	}
	for _, exact := range [...]bool{true, false} {
		for _, row := range w.lanes.list {
			if int(row.lane.Task) >= len(word.tasks) {
				continue
			}
			label, name := strings.ToLower(row.lane.Label), strings.ToLower(row.lane.Name)
			if label == word.text || name == word.text || !exact && strings.Contains(label, word.text) {
				any = true
				word.tasks[row.lane.Task] = true
				changed = changed || !before.names(row.lane.Task) && row.lane.Born <= seen
			}
		}
		if any {
			break
		}
	}
	for t, named := range before.tasks {
		changed = changed || named && !word.tasks[t]
	}
	return changed
}

// names reports whether a word names a task.
func (word *filterWord) names(t trace.Task) bool {
	return t > 0 && int(t) < len(word.tasks) && word.tasks[t]
}

// most bounds the numbers that are remembered; a run has no greater ones.
const most = 1 << 26

// learn remembers what a number stands for that later events only give.
func (f *filter) learn(v trace.View, e trace.Event) {
	switch e.Kind {
	case trace.FutureCreated:
		f.kinds = remember(f.kinds, int(e.Fut), e.Name)
	case trace.ObjectCreated:
		f.objs = remember(f.objs, int(e.ID), e.ObjectName())
	}
}

func remember(names []trace.Name, i int, name trace.Name) []trace.Name {
	if i <= 0 || i > len(names)+most>>6 || i > most {
		return names
	}
	for len(names) <= i {
		names = append(names, 0)
	}
	names[i] = name
	return names
}

func recall(names []trace.Name, i int) trace.Name {
	if i <= 0 || i >= len(names) {
		return 0
	}
	return names[i]
}

func (f *filter) fits(v trace.View, e trace.Event) bool {
	for i := range f.words {
		if word := &f.words[i]; !word.fitsNumber(e) && !f.fitsWord(v, e, word) {
			return false
		}
	}
	return true
}

// fitsNumber reports whether an event has the number that a word asks for.
func (word *filterWord) fitsNumber(e trace.Event) bool {
	switch word.of {
	case "line":
		return int(e.Line) == word.number && e.Kind != trace.HandleBegin
	case "turn":
		return e.Kind == trace.HandleBegin && e.Turn() == word.number
	case "handle":
		return e.Kind >= trace.HandleScheduled && e.Kind <= trace.HandleEnd && int(e.ID) == word.number
	}
	return false
}

func (f *filter) fitsWord(v trace.View, e trace.Event, word *filterWord) bool {
	if word.of != "" {
		return false
	}
	if word.kinds[e.Kind] || word.names(e.Task) || word.names(e.Fut.Task()) {
		return true
	}
	if word.in(v, e.Name) {
		return true
	}
	switch e.Kind {
	case trace.TaskDone, trace.RunExit:
		if strings.HasPrefix(endWords[e.What], word.text) {
			return true
		}
	case trace.TaskCreated:
		return word.in(v, e.Fn()) || word.names(e.By())
	case trace.TaskCancel:
		return word.names(e.By()) || word.in(v, recall(f.kinds, int(e.Fut)))
	case trace.ObjectCreated:
		return word.in(v, e.ObjectName())
	case trace.ObjectOp:
		return word.in(v, recall(f.objs, int(e.ID)))
	case trace.LoopException:
		return word.in(v, trace.Name(e.ID))
	case trace.FutureCreated:
		o, ok := v.Payload(e).(trace.Object)
		return ok && word.in(v, recall(f.objs, int(o)))
	}
	return word.in(v, recall(f.kinds, int(e.Fut)))
}

// in reports whether a text has the word.
func (word *filterWord) in(v trace.View, name trace.Name) bool {
	if name <= 0 || name > most {
		return false
	}
	for len(word.known) <= int(name) {
		word.known = append(word.known, make([]uint8, int(name)+1-len(word.known))...)
	}
	if word.known[name] == 0 {
		word.known[name] = 2
		if holds(v.String(name), word.text) {
			word.known[name] = 1
		}
	}
	return word.known[name] == 1
}

// holds reports whether a text has a word of small letters, in whatever
// letters.
func holds(text, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) {
			return true
		}
	}
	return false
}
