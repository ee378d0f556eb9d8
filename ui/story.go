package ui

import (
	"strings"

	"loopscope/presets"
)

// story is the pane of a lesson's text: a Markdown of headings, paragraphs,
// items, `code` and *emphasis*.
type story struct {
	preset presets.Preset
	scroll scroll
	width  int // that lines were made for
	lines  [][]piece
}

func (s *story) paint(f *frame, r rect) {
	if r.empty() {
		return
	}
	if s.width != r.w {
		s.width, s.lines = r.w, s.typeset(r.w-2)
	}
	s.scroll.fit(r.h, len(s.lines))
	for y := 0; y < r.h && s.scroll.top+y < len(s.lines); y++ {
		p := f.pen(r, y)
		for _, piece := range s.lines[s.scroll.top+y] {
			p.put(piece.text, piece.st)
		}
	}
	f.scrollMark(r, s.scroll.top, r.h, len(s.lines))
}

// typeset breaks the story into lines of at most width cells.
func (s *story) typeset(width int) [][]piece {
	p := s.preset
	lines := [][]piece{{{p.Title, bold}}}
	if p.Summary != "" {
		for _, line := range wrap(p.Summary, width) {
			lines = append(lines, []piece{{line, inkQuiet}})
		}
	}
	return append(append(lines, nil), s.body(width)...)
}

// body breaks what follows title and summary into lines.
func (s *story) body(width int) [][]piece {
	text := s.preset.Story
	if text == "" {
		text = "This file has no story: one would stand in its docstring, the first line of it being the title."
	}
	var lines [][]piece
	for i, block := range strings.Split(text, "\n\n") {
		if i > 0 {
			lines = append(lines, nil)
		}
		for _, part := range parts(block) {
			lines = append(lines, part.lines(width)...)
		}
	}
	return lines
}

// A part is a paragraph, an item or a heading, its lines joined.
type part struct {
	head string // "- " or "12. " of an item
	text string
	st   style
}

// parts cuts a block of lines without blank ones between them.
func parts(block string) []part {
	var all []part
	for line := range strings.SplitSeq(block, "\n") {
		bare := strings.TrimSpace(line)
		heading := strings.TrimLeft(bare, "#")
		switch {
		case bare == "":
		case strings.HasPrefix(bare, "- "):
			all = append(all, part{head: "- ", text: bare[2:]})
		case heading != bare && strings.HasPrefix(heading, " "):
			all = append(all, part{text: heading[1:], st: bold})
		case len(all) == 0 || all[len(all)-1].st != 0:
			all = append(all, part{text: bare})
		default:
			all[len(all)-1].text += " " + bare
		}
	}
	return all
}

// lines breaks a part at blanks; the lines of an item hang behind its head.
func (p part) lines(width int) [][]piece {
	indent := strings.Repeat(" ", len(p.head))
	room := max(width-len(indent), 1)
	words := marked(p.text, p.st)
	lines := [][]piece{{{p.head, inkQuiet}}}
	used := 0
	for _, word := range words {
		w := 0
		for _, piece := range word {
			w += textWidth(piece.text)
		}
		last := len(lines) - 1
		if used > 0 && used+1+w > room {
			lines = append(lines, []piece{{indent, 0}})
			last, used = last+1, 0
		}
		if used > 0 {
			lines[last] = append(lines[last], piece{" ", 0})
			used++
		}
		lines[last] = append(lines[last], word...)
		used += w
	}
	return lines
}

// marked cuts a text into words of pieces; `code` and *emphasis* are styled,
// and a blank inside of code parts no words.
func marked(text string, st style) [][]piece {
	m := marker{base: st}
	for i := range len(text) {
		switch c := text[i]; {
		case c == '`' && (m.code || strings.IndexByte(text[i+1:], '`') > 0):
			m.flush(text[m.from:i], i+1)
			m.code = !m.code
		case c == '*' && !m.code && (m.stressed || stresses(text[i+1:])):
			m.flush(text[m.from:i], i+1)
			m.stressed = !m.stressed
		case c == ' ' && !m.code:
			m.flush(text[m.from:i], i+1)
			m.endWord()
		}
	}
	m.flush(text[m.from:], len(text))
	m.endWord()
	return m.words
}

// A marker is how far marked has come.
type marker struct {
	base           style
	code, stressed bool
	from           int // of the text that is not in a piece yet
	word           []piece
	words          [][]piece
}

// flush ends a piece; the next one begins at from.
func (m *marker) flush(text string, from int) {
	m.from = from
	st := m.base
	if m.code {
		st = inkString
	}
	if m.stressed {
		st |= italic
	}
	if text != "" {
		m.word = append(m.word, piece{text, st})
	}
}

func (m *marker) endWord() {
	if len(m.word) > 0 {
		m.words, m.word = append(m.words, m.word), nil
	}
}

// stresses reports whether an asterisk before rest opens an emphasis: one that
// closes again.
func stresses(rest string) bool {
	return len(rest) > 0 && rest[0] != ' ' && strings.IndexByte(rest, '*') > 0
}
