package ui

import (
	"strconv"

	"loopscope/presets"
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
	byHand bool // the user has scrolled: the window stays until the position moves

	at    int                 // position that what follows was derived for
	line  int32               // of the selected task; 0: none
	marks []timeline.LineMark // by line, ascending
	here  []here              // tasks by the line they stand at
}

// A here is a task that stands at a line.
type here struct {
	line  int32
	label string
	st    style
	task  trace.Task
}

func newSource(p presets.Preset) source {
	s := source{preset: p, at: -1, lines: unstyled(sourceLines(p.Listing.Source))}
	skip := map[int]bool{}
	for _, line := range p.Comments {
		skip[line] = true
	}
	n := countLines(p.Listing.Source)
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
	s.here = s.here[:0]
	s.marks = w.tl.LineMarks(w.sess.Pos())
	line := int32(0)
	for i, t := range w.tasks {
		if t.Line == 0 || t.Phase == timeline.Done || t.Phase == timeline.Unborn {
			continue
		}
		if t.Task == w.lanes.task {
			line = t.Line
		}
		s.here = append(s.here, here{t.Line, w.lanes.list[i].lane.Label, phaseStyle(t), t.Task})
	}
	if moved := s.at != w.sess.Pos() || s.line != line; moved {
		s.at, s.line, s.byHand = w.sess.Pos(), line, false
	}
}

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

func (s *source) paint(f *frame, r rect) {
	s.scroll.fit(r.h, len(s.rows))
	if s.line != 0 && !s.byHand {
		s.scroll.show(s.row(int(s.line)))
	}
	text := r.beside(len(s.rows))
	for y := range min(r.h, len(s.rows)-s.scroll.top) {
		s.paintRow(f, text.row(y), s.rows[s.scroll.top+y])
	}
	if len(s.rows) == 0 {
		p := f.pen(r, 0)
		p.put("The file is empty.", inkQuiet)
	}
	f.scrollMark(r, s.scroll.top, r.h, len(s.rows))
}

func (s *source) paintRow(f *frame, r rect, line int) {
	p := f.pen(r, 0)
	numberStyle := style(inkFaint)
	if int32(line) == s.line {
		p.ground, numberStyle = groundLit, bold
		f.fill(r, ' ', groundLit)
	}
	s.paintMark(&p, line)
	digits := strconv.AppendInt(f.num[:0], int64(line), 10)
	p.skip(s.digits - len(digits))
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
	s.paintHere(f, &p, line)
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
		if count > 1 {
			digits := strconv.AppendInt(p.g.num[:0], int64(min(count, 99)), 10)
			p.skip(2 - len(digits))
			p.bytes(digits, inkQuiet)
		} else {
			p.skip(2)
		}
		p.rune(p.sk.glyph(sign), 0)
		return
	}
	p.skip(3)
}

// paintHere names at the right edge the tasks that stand at a line.
func (s *source) paintHere(f *frame, p *pen, line int) {
	width := 0
	for _, h := range s.here {
		if int(h.line) == line {
			width += 1 + textWidth(h.label)
		}
	}
	if width == 0 || p.left() < width+3 {
		return
	}
	p.to(p.end - width - 1)
	for _, h := range s.here {
		if int(h.line) == line {
			p.skip(1)
			p.put(h.label, h.st)
		}
	}
	p.to(p.end)
}

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
