package ui

import (
	"strconv"
	"strings"

	"loopscope/presets"
)

// failure is the screen of a program that cannot be run: the message, and the
// source with the line to blame.
type failure struct {
	preset presets.Preset
	line   int // 0: no line is to blame
	text   string
	lines  [][]piece
	scroll scroll
	shown  bool // the line was brought into view
}

func newFailure(p presets.Preset, err error) *failure {
	return &failure{preset: p, line: lineOf(err), text: err.Error()}
}

func (e *failure) paint(f *frame) {
	if e.lines == nil {
		e.lines = highlight(e.preset.Listing.Source)
	}
	p := f.bar(f.header)
	p.put(" loopscope ", bold|reverse)
	p.skip(1)
	p.put(e.preset.Listing.Name, bold)
	p.put("   cannot be run", inkQuiet)
	what, remedy, _ := strings.Cut(e.text, ". ")
	lines, more := wrap(what, f.w-2), wrap(remedy, f.w-2)
	message, hint, body := f.failureLayout(len(lines) + len(more))
	for y, line := range lines {
		p := f.pen(message, y)
		p.put(line, bold)
	}
	for y, line := range more {
		p := f.pen(message, len(lines)+y)
		p.put(line, 0)
	}
	p = f.pen(hint, 0)
	if e.line > 0 {
		p.put("Mend line "+strconv.Itoa(e.line)+", then press r. o leads to the lessons.", inkQuiet)
	} else {
		p.put("Mend it, then press r. o leads to the lessons.", inkQuiet)
	}
	e.scroll.fit(body.h, len(e.lines))
	if !e.shown && e.line > 0 {
		e.scroll.show(e.line - 1)
		e.shown = true
	}
	for y := 0; y < body.h && e.scroll.top+y < len(e.lines); y++ {
		e.paintLine(f, body.beside(len(e.lines)).row(y), e.scroll.top+y)
	}
	f.scrollMark(body, e.scroll.top, body.h, len(e.lines))
}

func (e *failure) paintLine(f *frame, r rect, i int) {
	p := f.pen(r, 0)
	ink := style(inkFaint)
	if i+1 == e.line {
		f.fill(r, ' ', groundLit)
		p.ground, ink = groundLit, bold
		p.skip(1)
		p.rune(f.skin.glyph(glyphCursor), ink)
	}
	p.to(r.x + 3)
	digits := strconv.AppendInt(f.num[:0], int64(i+1), 10)
	p.skip(4 - len(digits))
	p.bytes(digits, ink)
	p.skip(2)
	for _, piece := range e.lines[i] {
		p.put(piece.text, piece.st)
	}
}
