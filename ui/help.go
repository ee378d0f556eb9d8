package ui

import "strings"

// help is the overlay that shows the keys of a mode and every glyph.
type help struct {
	scroll scroll
	lines  [][]piece
}

// A legend is a glyph with what it stands for.
type legend struct {
	sign glyph
	st   style
	text string
}

var legends = [...]legend{
	{glyphRunning, inkRunning, "running: a step of the task"},
	{glyphReady, inkReady, "ready: its next step is scheduled"},
	{glyphTimer, inkWait, "waiting for a timer"},
	{glyphTask, inkTask, "waiting on a task or future"},
	{glyphSync, inkWait, "waiting for a lock, a queue or the like"},
	{glyphIO, inkWait, "waiting for a thread"},
	{glyphSlow, inkSlow, "a step of 0.1 s or more: the loop stands still"},
	{glyphIdle, inkFaint, "the loop rests"},
	{glyphReturned, inkQuiet, "returned"},
	{glyphRaised, inkRaised, "raised an exception"},
	{glyphCancelled, inkCancel, "was cancelled"},
	{glyphRequested, inkCancel, "cancel asked for, and delivered"},
	{glyphSwallowed, inkCancel, "swallowed a cancel"},
	{glyphWallLeft, inkShield, "a shield, from here on"},
	{glyphCallback, inkOnState | groundRunning, "a callback runs"},
	{glyphMark, 0, "a notify or break callback ran"},
	{glyphWakeDown, inkReady, "who made the selected task ready"},
	{glyphSwitched, 0, "source: this await gave the loop to others"},
	{glyphStayed, 0, "source: this await did not switch"},
	{glyphBreak, bold, "source: a breakpoint"},
	{glyphBookmark, bold, "a bookmark"},
	{glyphFold, inkFaint, "loop time in which nothing ran, folded"},
	{glyphDiffers, inkDefined, "not as in the run below; underlined: where"},
	{glyphHead, bold, "the playhead; right of it lies what came later"},
}

// show makes the help of a mode.
func (h *help) show(sk *skin, m mode) {
	*h = help{}
	for _, group := range groups {
		first := true
		for _, e := range registry {
			if e.group != group || e.modes&m == 0 {
				continue
			}
			if first {
				h.lines = append(h.lines, nil, []piece{{group, bold}})
				first = false
			}
			text := e.binding.Help()
			key := sk.keyName(text.Key)
			pad := strings.Repeat(" ", max(2, 16-textWidth(key)))
			h.lines = append(h.lines, []piece{{"  " + key + pad, inkDefined}, {text.Desc, inkQuiet}})
		}
	}
	if m != inRun {
		h.lines = h.lines[1:]
		return
	}
	h.lines = append(h.lines, nil, []piece{{"On screen", bold}})
	for _, l := range legends {
		sign := string(sk.glyph(l.sign))
		if l.sign <= glyphIdle {
			sign += sign // a stretch
		}
		pad := strings.Repeat(" ", 16-textWidth(sign))
		h.lines = append(h.lines, []piece{{"  ", 0}, {sign, l.st}, {pad, 0}, {l.text, inkQuiet}})
	}
	h.lines = h.lines[1:]
}

func (h *help) paint(f *frame) {
	r := f.helpBox(len(h.lines))
	in := f.box(r, "help")
	columns := 1
	if in.w >= 116 && len(h.lines) > in.h {
		columns = 2
	}
	half := (len(h.lines) + columns - 1) / columns
	h.scroll.fit(in.h, half)
	for c := range columns {
		for y := range in.h {
			if i := c*half + h.scroll.top + y; h.scroll.top+y < half && i < len(h.lines) {
				p := f.pen(rect{in.x + c*in.w/columns, in.y, in.w/columns - 2, in.h}, y)
				paintPieces(&p, h.lines[i])
			}
		}
	}
	f.scrollMark(rect{r.x, in.y, r.w - 1, in.h}, h.scroll.top, in.h, half)
}

// paintPieces writes a row of an overlay; a piece with a ground of its own
// keeps it.
func paintPieces(p *pen, row []piece) {
	for _, piece := range row {
		p.ground = groundBar
		if piece.st&groundMask != 0 {
			p.ground = 0
		}
		p.put(piece.text, piece.st)
	}
}
