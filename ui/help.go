package ui

import "strings"

// help is the overlay that shows the keys of a mode and every glyph.
type help struct {
	mode   mode
	at     pane // that has the focus
	skin   *skin
	scroll scroll
	width  int // that lines were made for
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
	{glyphSwitched, 0, "source: awaits here gave the loop to others; a number: so often"},
	{glyphStayed, 0, "source: they did not switch"},
	{glyphBreak, bold, "source: a breakpoint"},
	{glyphBookmark, bold, "a bookmark"},
	{glyphFold, inkFaint, "loop time in which nothing ran, folded"},
	{glyphDiffers, inkDefined, "not as in the run below; underlined: where"},
	{glyphHead, bold, "the playhead; right of it lies what came later"},
}

// helps tell what keys do in each pane of the main screen.
var helps = [panes]string{
	paneLanes: "Each task has a lane. ↑↓ choose one; enter inspects it, a asks why it is as it is, c, s and b act on it, / filters. " +
		"→ and ← step through time.",
	paneSource: "The program, and where each task stands. ↑↓ move the cursor; enter goes to where its line runs next, B sets a " +
		"breakpoint there, . and , step by line. The number before ● or ○ says how often the awaits of the line did that.",
	paneOutput:  "What the program printed. ↑↓ choose a line; enter goes to the moment at which it was printed.",
	paneQueue:   "Who is ready, in the order in which they run, and the timers. ↑↓ choose one; :fire, :delay and :front act on it, enter goes to what scheduled it.",
	paneTree:    "Who awaits whom; 4 puts who created whom first. enter selects the task, or opens the page of the object.",
	paneTask:    "All of the selected task, as asyncio's own repr has it, and its times. enter goes to what a row is about.",
	paneEvents:  "The raw log. ↑↓ choose an event; enter goes there, / filters by kind, task, text, line 12, turn 3 or handle 7.",
	paneStory:   "What the lesson is about, and what to try. ↑↓ and the pages scroll.",
	paneObjects: "A page for each queue, lock and the like; 9 goes to the next. enter goes to an operation, or to another page.",
	paneWhy: "The causes of what the selected task does, numbered as on the lanes, the newest first. ↑↓ choose one; enter goes to " +
		"its moment. Elsewhere a asks about another task.",
	paneRuns: "The runs of the program. enter shows one, v puts it below the one shown, d and D walk how the two differ, backspace closes it.",
}

// show makes the help of a mode; on the main screen it begins with the pane
// that has the focus.
func (h *help) show(sk *skin, m mode, at pane) {
	*h = help{mode: m, at: at, skin: sk}
}

// typeset makes the lines, so many cells wide.
func (h *help) typeset(width int) {
	h.width, h.lines = width, nil
	if h.mode == inRun {
		h.lines = append(h.lines, []piece{{paneTitles[h.at], bold}})
		for _, line := range wrap(h.skin.keyName(helps[h.at]), width-3) {
			h.lines = append(h.lines, []piece{{"  " + line, 0}})
		}
	}
	for _, group := range groups {
		first := true
		for _, e := range registry {
			if e.group != group || e.modes&h.mode == 0 {
				continue
			}
			if first {
				h.lines = append(h.lines, nil, []piece{{group, bold}})
				first = false
			}
			text := e.binding.Help()
			h.tell(piece{h.skin.keyName(text.Key), inkDefined}, text.Desc)
		}
	}
	if h.mode != inRun {
		h.lines = h.lines[1:]
		return
	}
	h.lines = append(h.lines, nil, []piece{{"On screen", bold}})
	for _, l := range legends {
		sign := string(h.skin.glyph(l.sign))
		if l.sign <= glyphIdle {
			sign += sign // a stretch
		}
		h.tell(piece{sign, l.st}, l.text)
	}
}

// helpText is the column of what keys and signs mean.
const helpText = 18

// tell adds the lines of a key or a sign.
func (h *help) tell(what piece, does string) {
	pad := strings.Repeat(" ", max(2, helpText-2-textWidth(what.text)))
	for i, line := range wrap(does, max(h.width-helpText-1, 10)) {
		if i > 0 {
			h.lines = append(h.lines, []piece{{strings.Repeat(" ", helpText), 0}, {line, inkQuiet}})
			continue
		}
		h.lines = append(h.lines, []piece{{"  ", 0}, what, {pad, 0}, {line, inkQuiet}})
	}
}

func (h *help) paint(f *frame) {
	width, columns := f.helpWidth()
	if h.width != width {
		h.typeset(width)
	}
	r := f.helpBox((len(h.lines) + columns - 1) / columns)
	in := f.box(r, "help")
	half := (len(h.lines) + columns - 1) / columns
	h.scroll.fit(in.h, half)
	for c := range columns {
		for y := range in.h {
			if i := c*half + h.scroll.top + y; h.scroll.top+y < half && i < len(h.lines) {
				p := f.pen(rect{in.x + c*in.w/columns, in.y, width, in.h}, y)
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
