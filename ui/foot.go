package ui

import (
	"strconv"
	"strings"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// paintHeader paints the top row: which program, whose rules, and where the
// playhead is.
func (w *watch) paintHeader(f *frame) {
	p := f.bar(f.header)
	p.put(" loopscope ", bold|reverse)
	p.skip(1)
	if w.preset.Number > 0 {
		p.number(w.preset.Number, bold)
		p.skip(1)
	}
	right := w.headerRight(f)
	p.end = max(p.x, right-1)
	p.put(w.preset.Title, bold)
	if w.runs != nil && len(w.runs.All()) > 1 {
		p.put(" · ", inkQuiet)
		p.put(w.name(), bold)
	}
	rules := w.rules()
	if p.left() <= textWidth(rules)+3 {
		rules = w.clockWords()
	}
	if p.left() > textWidth(rules)+3 {
		p.skip(3)
		p.put(rules, inkQuiet)
	}
}

// clockWords says only which clock a run goes by.
func (w *watch) clockWords() string {
	switch w.engine.Clock {
	case "":
		return ""
	case "virtual":
		return "virtual clock"
	}
	return "real clock"
}

// bar paints a row in the ground of bars and gives its pen.
func (f *frame) bar(r rect) pen {
	f.fill(r, ' ', groundBar)
	p := f.pen(r, 0)
	p.ground = groundBar
	return p
}

// rules says whose rules and which clock a run goes by.
func (w *watch) rules() string {
	switch {
	case w.engine.Version == "":
		return ""
	case w.engine.Name == "loopscope" && w.engine.Clock == "virtual":
		return w.engineText("CPython ", " rules · virtual clock")
	case w.engine.Clock == "virtual":
		return w.engineText(w.engine.Name+" ", " · virtual clock")
	}
	return w.engineText(w.engine.Name+" ", " · real clock")
}

func (w *watch) engineText(before, behind string) string {
	if w.engineLine == "" {
		w.engineLine = before + w.engine.Version + behind
	}
	return w.engineLine
}

// headerRight paints the right end of the header and gives the column where
// it begins.
func (w *watch) headerRight(f *frame) int {
	place, word, speed := w.place(), w.status(), w.speed()
	turn := w.state.Turn
	ready, _ := w.state.Pending()
	width := len(place) + 1 + len(word) + 1 + textWidth(speed) + 5 + len(appendClock(f.num[:0], w.now)) + 2
	if f.w >= besideWidth {
		width += 8 + digits(turn) + 3 + digits(ready) + 6
	}
	start := max(f.w-width, 12)
	p := f.pen(rect{start, f.header.y, f.w - start, 1}, 0)
	p.ground = groundBar
	if place == placePast {
		p.put(place, bold|reverse)
	} else {
		p.put(place, bold)
	}
	if word != "" {
		p.skip(1)
		p.put(word, 0)
	}
	p.skip(1)
	p.put(speed, inkQuiet)
	p.skip(3)
	p.put("t ", inkQuiet)
	p.clock(w.now, 0)
	p.put("s", 0)
	if f.w >= besideWidth {
		p.put("   turn ", inkQuiet)
		p.number(turn, 0)
		p.skip(3)
		p.number(ready, 0)
		p.put(" ready", inkQuiet)
	}
	return start
}

// digits gives how many digits a number has that is not below 0.
func digits(n int) int {
	d := 1
	for ; n >= 10; n /= 10 {
		d++
	}
	return d
}

// placePast is the word for a playhead behind which something has happened.
const placePast = " PAST "

// place gives the word that says where in the run the playhead stands: at the
// newest moment, of a run that goes on or of one that has ended, or before.
func (w *watch) place() string {
	switch {
	case w.sess.Opening():
		return "OPENING"
	case w.past:
		return placePast
	case w.ended:
		return "ENDED"
	}
	return "LIVE"
}

// status gives the word that says what the run does there; "" where that goes
// without saying.
func (w *watch) status() string {
	_, busy := w.sess.Busy()
	switch {
	case w.sess.Opening(), w.ended && !w.past:
		return ""
	case w.sess.Playing():
		return "PLAYING"
	case busy:
		return "RUNNING"
	case w.past:
		return ""
	}
	return "PAUSED"
}

// speedWords are the speeds of the session's ladder, as shown.
var speedWords = map[float64]string{
	0.1: "×0.1", 0.25: "×0.25", 0.5: "×0.5", 1: "×1", 2: "×2", 5: "×5", 10: "×10", 20: "×20", 50: "×50", 100: "×100",
}

func (w *watch) speed() string {
	if word, ok := speedWords[w.sess.Speed()]; ok {
		return word
	}
	return "×" + strconv.FormatFloat(w.sess.Speed(), 'g', 3, 64)
}

// paintStrip paints the newest lines of output on one row.
func (w *watch) paintStrip(f *frame) {
	p := f.pen(f.strip, 0)
	p.fit("output", 8, inkQuiet)
	n := w.tl.OutputAt(w.sess.Pos())
	if n == 0 {
		p.put("nothing printed yet", inkFaint)
		return
	}
	first, room := n, p.left()
	for first > 0 {
		out := w.tl.Output(first - 1)
		width := 9 + textWidth(w.who(out)) + textWidth(out.Text) + 3
		if room < width && first < n {
			break
		}
		room, first = room-width, first-1
	}
	for i := first; i < n; i++ {
		out := w.tl.Output(i)
		p.clock(out.T, inkFaint)
		p.skip(1)
		p.put(w.who(out), inkQuiet)
		p.skip(1)
		p.put(out.Text, 0)
		p.skip(3)
	}
}

// paintWhy paints the sentence that says what happened and what is next.
func (w *watch) paintWhy(f *frame) {
	r := f.why
	p := f.pen(r, 0)
	if !f.narrow {
		p.fit("why", 8, inkQuiet)
		r = rect{p.x, r.y, r.w - 8, r.h}
	}
	t := flow{f: f, r: r, p: f.pen(r, 0)}
	if n, of := w.sess.Progress(); of > 0 && w.sess.Opening() {
		t.put("The run is being made: event ", 0)
		t.p.number(n, bold)
		t.put(" of ", 0)
		t.p.number(of, 0)
		t.put(".", 0)
		return
	}
	if since, busy := w.sess.Busy(); busy && since.Seconds() >= 1 {
		w.paintBusyLine(&t, int(since.Seconds()))
		return
	}
	if n := w.sess.Pos(); n <= w.home && w.tl.Column(n) < 0 && !w.past && len(w.lanes.list) > 0 {
		t.put("Nothing has run yet. ", 0)
		t.put(w.lanes.list[0].lane.Label, inkReady)
		t.put(" is ready. Press space to watch, ", 0)
		t.put(f.skin.keyName("→"), 0)
		t.put(" for one step.", 0)
		return
	}
	for _, word := range w.why {
		st := style(0)
		if word.Task != 0 {
			st = w.inkOf(word.Task)
		}
		t.put(word.Text, st)
	}
}

// inkOf gives the ink of the state a task is in.
func (w *watch) inkOf(task trace.Task) style {
	i := w.lanes.of(task)
	if i < 0 {
		return bold
	}
	s := w.taskAt(i)
	if s.Phase == timeline.Done {
		return bold
	}
	return phaseStyle(s)
}

// paintBusyLine says who has the loop and does not give it back.
func (w *watch) paintBusyLine(t *flow, seconds int) {
	who := w.label(w.sess.BusyWith())
	if who == "" {
		who = "The program"
	}
	t.put(who, inkRunning|bold)
	t.put(" has been running for "+strconv.Itoa(seconds)+" s", 0)
	t.put(": it does not give control back. esc leaves it.", 0)
}

// divide shares the rows of why-line and note between the two: what the user
// has just done is told whole, then the why-line, then the note.
func (w *watch) divide(f *frame) {
	all := f.why.h + f.note.h
	if f.note.empty() || f.why.w < 20 {
		return
	}
	why, note := measure{width: f.why.w - 8, rows: 1}, measure{width: f.note.w - 8, rows: 1}
	for _, word := range w.why {
		why.add(word.Text)
	}
	if w.toast.text != "" {
		note.add(w.toast.code)
		note.add("   ")
		note.add(w.toast.text)
		f.note.h = max(f.note.h, min(note.rows, all-1))
	} else {
		text, least := w.preset.Note(int(w.source.line)), 0
		if w.ended && !w.past {
			text, least = w.ending(f), 1
		}
		note.add(text)
		f.note.h = max(least, min(note.rows, all-min(why.rows, all)))
	}
	f.why.h = all - f.note.h
	f.note.y = f.why.y + f.why.h
}

// A measure counts the rows that a flow would take.
type measure struct{ width, x, rows int }

func (m *measure) add(s string) {
	for s != "" {
		word, rest, blank := strings.Cut(s, " ")
		w := textWidth(word)
		if m.x > 0 && m.x+w > m.width {
			m.x, m.rows = 0, m.rows+1
		}
		m.x += w
		if blank && m.x > 0 {
			m.x++
		}
		s = rest
	}
}

// A flow writes text over the rows of a rectangle, breaking at blanks; what
// does not fit into the last row is cut.
type flow struct {
	f      *frame
	r      rect
	p      pen
	row    int
	ground style // of every row
}

func (t *flow) put(s string, st style) {
	for s != "" {
		i := strings.IndexByte(s, ' ')
		word := s
		if i >= 0 {
			word = s[:i]
		}
		if t.row+1 < t.r.h && textWidth(word) > t.p.left() && t.p.x > t.r.x {
			t.row++
			t.p = t.f.pen(t.r, t.row)
			t.p.ground = t.ground
		}
		t.p.put(word, st)
		if i < 0 {
			return
		}
		if t.p.x > t.r.x {
			t.p.skip(1)
		}
		s = s[i+1:]
	}
}

// paintNote paints the toast, or the lesson's note on the selected task's
// line, or what can be done at the end.
func (w *watch) paintNote(f *frame) {
	p := f.pen(f.note, 0)
	switch {
	case w.toast.text != "":
		p.fit(w.toast.head(), 8, bold)
		t := flow{f: f, r: rect{p.x, f.note.y, f.note.w - 8, f.note.h}}
		t.p = f.pen(t.r, 0)
		t.put(w.toast.code, bold)
		if w.toast.code != "" {
			t.put("   ", 0)
		}
		t.put(w.toast.text, 0)
		if w.toast.code != "" && !w.toast.no && t.p.left() > len(takesBack) {
			t.put(takesBack, inkQuiet)
		}
	case w.ended && !w.past:
		p.fit("end", 8, inkQuiet)
		t := flow{f: f, r: rect{p.x, f.note.y, f.note.w - 8, f.note.h}}
		t.p = f.pen(t.r, 0)
		t.put(w.ending(f), inkQuiet)
	default:
		text := w.preset.Note(int(w.source.line))
		if text == "" {
			return
		}
		p.fit("note", 8, inkQuiet)
		t := flow{f: f, r: rect{p.x, f.note.y, f.note.w - 8, f.note.h}}
		t.p = f.pen(t.r, 0)
		t.put(text, 0)
	}
}

// takesBack stands behind what a command did, where there is room.
const takesBack = "  u takes it back."

// ending says what can be done now that the program has ended.
func (w *watch) ending(f *frame) string {
	i := 0
	if f.skin.ascii {
		i = 1
	}
	switch {
	case w.preset.Number > 0 && w.canFork():
		return endings[i].lessonForks
	case w.preset.Number > 0:
		return endings[i].lesson
	case w.canFork():
		return endings[i].forks
	}
	return endings[i].plain
}

// canFork reports whether there can be another run of the program.
func (w *watch) canFork() bool { return w.runs != nil && w.runs.CanFork() == nil }

// An endingText is what can be done at the end of a lesson or of another
// program, where another run can be made of it and where not.
type endingText struct{ lesson, lessonForks, plain, forks string }

// endings are the texts, with signs and in ASCII.
var endings = [2]endingText{newEnding("←", " · "), newEnding("left", "; ")}

func newEnding(left, dot string) endingText {
	const next, ask, again = "> next lesson", "a ask why", "r run again"
	back := left + " look back"
	fork := back + " and act there (c, s, b): what if?"
	return endingText{
		lesson: next + dot + back + dot + ask + dot + again, lessonForks: next + dot + fork + dot + ask + dot + again,
		plain: back + dot + ask + dot + again, forks: fork + dot + ask + dot + again,
	}
}
