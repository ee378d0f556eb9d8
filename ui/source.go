package ui

import (
	"slices"
	"strconv"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// source is the pane of the program text: the line each task stands at, and
// which awaits switched. The story at the top of a lesson and the comments
// that are notes or questions have panes of their own and are left out.
type source struct {
	preset presets.Preset
	lines  [][]piece // by line, from 0; plain until they are highlighted
	rows   []int     // lines that are shown, from 1, ascending
	digits int       // cells of a line number
	scroll scroll
	byHand bool  // the user has scrolled: the window stays until the position moves
	cursor int   // index of the row where the cursor stands
	bring  bool  // the cursor's row is to be brought into the window
	want   int32 // line to be shown once the position has moved; 0: none

	at     int                 // position that what follows was derived for
	line   int32               // of the selected task; 0: none
	marks  []timeline.LineMark // by line, ascending
	stands stands
	breaks []int32 // lines with a breakpoint
}

func newSource(p presets.Preset) source {
	s := source{preset: p, at: -1, lines: unstyled(sourceLines(p.Listing.Source))}
	skip := map[int]bool{}
	for _, line := range p.Comments {
		skip[line] = true
	}
	n := countLines(p.Listing.Source)
	s.stands = stands{at: -1, counts: make([]int, n+1)}
	s.digits = digits(n) + 1
	blank := true // of the row above
	for line := max(p.Body, 1); line <= n; line++ {
		if skip[line] {
			continue
		}
		empty := isBlank(p.Listing.Source, line)
		if empty && blank {
			continue // two blank lines in a row, or the first: one is plenty
		}
		blank = empty
		s.rows = append(s.rows, line)
	}
	return s
}

// sync derives what is painted from a watch that was refreshed.
func (s *source) sync(w *watch) {
	s.marks = w.tl.LineMarks(w.sess.Pos())
	line := s.stands.sync(w)
	if w.line.on {
		line = w.line.step.Line
	}
	if moved := s.at != w.sess.Pos() || s.line != line; moved {
		s.at, s.line, s.byHand = w.sess.Pos(), line, false
		if line != 0 {
			s.cursor = s.row(int(line))
		}
	}
	if s.want != 0 {
		s.cursor, s.want, s.byHand = s.row(int(s.want)), 0, true
		s.bring = true
	}
	s.breaks = s.breaks[:0]
	for _, b := range w.sess.Breaks() {
		if b.Kind == session.BreakLine {
			s.breaks = append(s.breaks, b.Line)
		}
	}
}

// move moves the cursor.
func (s *source) move(_ *watch, by int) {
	s.cursor = max(0, min(s.cursor+by, len(s.rows)-1))
	s.byHand = true
	s.bring = true
}

func (s *source) page() int { return s.scroll.rows }

func (s *source) scrolled(rows int) {
	s.scroll.move(rows)
	s.byHand, s.bring = true, false
}

// choose selects the task that stands at the cursor's line; where none does, or
// it is selected already, it goes to where the line is reached next.
func (s *source) choose(w *watch) {
	line, ok := s.chosen()
	if !ok || s.pick(w, line) {
		return
	}
	if err := w.gotoLine(strconv.Itoa(line)); err != nil {
		w.say(err.Error())
	}
}

// chosen gives the cursor's line; ok is false in an empty file.
func (s *source) chosen() (line int, ok bool) {
	if s.cursor < 0 || s.cursor >= len(s.rows) {
		return 0, false
	}
	return s.rows[s.cursor], true
}

// pick selects the task that stands at a line, of several the one behind the
// selected one. It reports whether another one is selected now.
func (s *source) pick(w *watch, line int) bool {
	first, next, passed := trace.Task(0), trace.Task(0), false
	for _, h := range s.stands.here {
		if int(h.line) != line {
			continue
		}
		if first == 0 {
			first = h.task
		}
		if passed && next == 0 {
			next = h.task
		}
		passed = passed || h.task == w.lanes.task
	}
	if next == 0 {
		next = first
	}
	if next == 0 || next == w.lanes.task {
		return false
	}
	w.lanes.task = next
	return true
}

// click puts the cursor on a row, and selects the task that stands there.
func (s *source) click(w *watch, row int) {
	if line, ok := s.lineAt(row); ok {
		s.cursor, s.byHand = row+s.scroll.top, true
		s.pick(w, line)
	}
}

// lineAt gives the line on a row of the pane; ok is false below the last.
func (s *source) lineAt(row int) (line int, ok bool) {
	if at := row + s.scroll.top; row < s.scroll.rows && at < len(s.rows) {
		return s.rows[at], true
	}
	return 0, false
}

// gutter gives the cells that marks, breakpoints and the line numbers take.
func (s *source) gutter() int { return countCells + 1 + s.digits }

// phaseStyle gives the ink of a task's state.
func phaseStyle(t timeline.TaskState) style {
	switch t.Phase {
	case timeline.Running:
		return inkRunning
	case timeline.Ready:
		return inkReady
	case timeline.Waiting:
		return waits[t.Wait].st
	}
	return inkQuiet
}

// row gives the index of the row that shows a line, or the next one behind.
func (s *source) row(line int) int {
	for i, n := range s.rows {
		if n >= line {
			return i
		}
	}
	return max(len(s.rows)-1, 0)
}

func (s *source) paint(w *watch, f *frame, r rect) {
	r, foot := r.foot(w.localsRows(r))
	if foot.h > 0 {
		w.paintLocals(f, foot)
	}
	s.scroll.fit(r.h, len(s.rows))
	if s.bring {
		s.scroll.show(s.cursor)
		s.bring = false
	}
	if s.line != 0 && !s.byHand {
		s.scroll.show(s.row(int(s.line)))
	}
	text := r.beside(len(s.rows))
	for y := range min(r.h, len(s.rows)-s.scroll.top) {
		row := sourceRow{line: s.rows[s.scroll.top+y], chosen: w.focus == paneSource && s.scroll.top+y == s.cursor}
		s.paintRow(f, text.row(y), row)
	}
	if len(s.rows) == 0 {
		p := f.pen(r, 0)
		p.put("The file is empty.", inkQuiet)
	}
	f.scrollMark(r, s.scroll.top, r.h, len(s.rows))
}

// A sourceRow is a line to be painted.
type sourceRow struct {
	line   int
	chosen bool // the cursor stands on it
}

func (s *source) paintRow(f *frame, r rect, row sourceRow) {
	line := row.line
	p := f.pen(r, 0)
	numberStyle := style(inkFaint)
	switch {
	case row.chosen:
		p.ground, numberStyle = groundLitBar, bold|reverse
	case int32(line) == s.line:
		p.ground, numberStyle = groundLit, bold
	}
	if p.ground != 0 {
		f.fill(r, ' ', p.ground)
	}
	s.paintMark(&p, line)
	digits := strconv.AppendInt(f.num[:0], int64(line), 10)
	if slices.Contains(s.breaks, int32(line)) {
		p.rune(f.skin.glyph(glyphBreak), bold)
	} else {
		p.skip(1)
	}
	p.skip(s.digits - 1 - len(digits))
	p.bytes(digits, numberStyle)
	if int32(line) == s.line {
		p.rune(f.skin.glyph(glyphCursor), bold)
	} else {
		p.skip(1)
	}
	if line-1 < len(s.lines) {
		for _, piece := range s.lines[line-1] {
			p.put(piece.text, piece.st)
		}
	}
	s.stands.paint(&p, line)
}

// paintMark paints the gutter: how often awaits of a line switched, or did not.
func (s *source) paintMark(p *pen, line int) {
	for _, m := range s.marks {
		if int(m.Line) != line || m.Switched+m.Stayed == 0 {
			continue
		}
		sign, count := glyphSwitched, m.Switched
		if m.Switched == 0 {
			sign, count = glyphStayed, m.Stayed
		}
		text := p.g.num[:0]
		if count > 1 {
			text = appendCount(text, count)
		}
		p.skip(countCells - len(text))
		p.bytes(text, inkQuiet)
		p.rune(p.sk.glyph(sign), 0)
		return
	}
	p.skip(countCells + 1)
}

// countCells is the room for a count in the gutter.
const countCells = 3

// appendCount appends a count in at most countCells cells, rounded down: 999,
// 12k, .3M, 45M.
func appendCount(dst []byte, n int) []byte {
	const thousand, million = 1_000, 1_000_000
	switch {
	case n < thousand:
		return strconv.AppendInt(dst, int64(n), 10)
	case n < 100*thousand:
		return append(strconv.AppendInt(dst, int64(n/thousand), 10), 'k')
	case n < million:
		return append(dst, '.', byte('0'+n/(million/10)), 'M')
	}
	return append(strconv.AppendInt(dst, int64(min(n/million, 99)), 10), 'M')
}

// note gives the name of the file.
func (s *source) note(w *watch) string { return w.preset.Listing.Name }

// countLines gives the number of lines of a text.
func countLines(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] == '\n' {
			n++
		}
	}
	if len(text) > 0 && text[len(text)-1] != '\n' {
		n++
	}
	return n
}

// isBlank reports whether a line, from 1, holds nothing but blanks.
func isBlank(text string, line int) bool {
	for i := range len(text) {
		if line == 1 && text[i] > ' ' {
			return false
		}
		if text[i] == '\n' {
			line--
		}
		if line == 0 {
			break
		}
	}
	return true
}
