package ui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// Options say what the screen shows and how.
type Options struct {
	// Open gives a run of a program. It is called outside the screen's
	// goroutine and may take its time; cancelling the context gives it up. An
	// error that has a method Line() int names the line to blame.
	Open func(context.Context, trace.Listing) (session.Source, error)
	// Reload reads a program again before it is run again; nil: it stays as
	// it was.
	Reload  func(trace.Listing) (trace.Listing, error)
	Lessons []presets.Preset
	Start   *presets.Preset // what is opened at once; nil: the picker
	Speed   float64         // of playing at first; 0: 1

	NoColor bool // no colour at all: glyphs carry everything
	ASCII   bool // nothing but ASCII is drawn
	NoMouse bool // the mouse is left to the terminal
}

// Model is the whole screen: it knows which part of it is in front, and sends
// messages there.
type Model struct {
	opts  Options
	frame frame
	skin  skin
	lexer func(source string) [][]piece

	picker  picker
	program *program // what is open; nil: nothing
	watch   *watch   // its run that is being watched
	failure *failure // why the program cannot be run; nil: it can
	over    overlay
	help    help
	menu    menu
	palette palette

	opening presets.Preset // what is being opened
	gen     int            // of openings: what an older one brings is dropped
	giveUp  context.CancelFunc
	mouse   bool
	drag    bool // the ruler is being dragged

	ticking bool
	last    time.Time // of the last tick; zero: it was the first
	deaf    bool      // nobody listens to the session until the next tick

	dirty bool
	view  tea.View
}

// overlay is what lies over a screen.
type overlay uint8

const (
	overNothing overlay = iota
	overHelp
	overMenu
	overPalette
	overQuestion
)

// New makes the screen.
func New(opts Options) *Model {
	m := &Model{opts: opts, lexer: highlight, picker: newPicker(opts.Lessons), mouse: !opts.NoMouse, dirty: true}
	m.skin = skin{colour: !opts.NoColor, ascii: opts.ASCII}
	m.frame.skin, m.frame.ascii = &m.skin, opts.ASCII
	return m
}

type (
	openedMsg struct {
		gen    int
		preset presets.Preset
		src    session.Source
		err    error
	}
	highlightedMsg struct {
		program *program
		lines   [][]piece
	}
	changedMsg struct{ program *program }
	tickMsg    time.Time
	closedMsg  struct{}
)

// frameTime is how often a run that moves is drawn.
const frameTime = time.Second / 30

// Init opens what was asked for.
func (m *Model) Init() tea.Cmd {
	if m.opts.Start != nil {
		return tea.Batch(tea.RequestBackgroundColor, m.open(*m.opts.Start))
	}
	return tea.RequestBackgroundColor
}

// mode gives what the keyboard is talking to.
func (m *Model) mode() mode {
	switch {
	case m.over == overHelp:
		return inHelp
	case m.over == overMenu:
		return inMenu
	case m.over == overPalette:
		return inFind
	case m.over == overQuestion:
		return inQuestion
	}
	return m.screen()
}

// screen gives the mode of the screen below any overlay.
func (m *Model) screen() mode {
	switch {
	case m.failure != nil:
		return inError
	case m.filtering():
		return inSift
	case m.watch != nil:
		return inRun
	case m.picker.finding:
		return inFind
	}
	return inPicker
}

// Update takes a message to whom it concerns.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.dirty = true
	return m, m.update(msg)
}

func (m *Model) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		m.skin.light, m.skin.cache = !msg.IsDark(), nil
	case tea.ColorProfileMsg:
		m.setProfile(msg)
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		m.typed(msg)
	case tea.MouseMsg:
		return m.mouseMoved(msg)
	case openedMsg:
		return m.opened(msg)
	case highlightedMsg:
		msg.program.highlighted(msg.lines)
	case changedMsg:
		return m.changed(msg)
	case tickMsg:
		return m.tick(time.Time(msg))
	default:
		m.dirty = false
	}
	return nil
}

func (m *Model) resize(w, h int) {
	m.frame.w, m.frame.h = w, h
	m.arrange()
}

// arrange cuts the screen anew: its size changed, or another pane is in front.
func (m *Model) arrange() {
	want := front{one: paneSource, side: paneStory}
	if m.watch != nil {
		want = m.watch.front()
	}
	m.frame.layout = place(m.frame.w, m.frame.h, want)
	if m.watch != nil && m.frame.layout.track.w > 0 {
		m.watch.ruler.resize(m.frame.layout.track.w)
		m.watch.follow()
	}
}

// View gives the frame, painted only if something changed.
func (m *Model) View() tea.View {
	if m.dirty {
		m.view = m.paint()
		m.dirty = false
	}
	return m.view
}

func (m *Model) paint() tea.View {
	f := &m.frame
	m.arrange()
	f.reset(f.w, f.h)
	cursor := m.paintScreen(f)
	if !f.tooSmall {
		m.paintKeys(f)
	}
	switch m.over {
	case overHelp:
		m.help.paint(f)
		cursor = nil
	case overMenu:
		m.menu.paint(f)
		cursor = m.menu.cursor
	case overPalette:
		m.palette.paint(f)
		cursor = m.palette.cursor
	case overQuestion:
		m.watch.question.paint(f)
		cursor = nil
	}
	v := tea.NewView(f.encode(&m.skin))
	v.AltScreen = true
	v.WindowTitle = m.title()
	v.Cursor = cursor
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// title gives the terminal window's title.
func (m *Model) title() string {
	if m.watch != nil {
		return m.watch.title
	}
	return "loopscope"
}

// safe gives a text without anything that a terminal might obey.
func safe(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		out = append(out, harmless(r))
	}
	return string(out)
}

// paintScreen paints what lies below the overlays and gives the place of the
// terminal's cursor.
func (m *Model) paintScreen(f *frame) *tea.Cursor {
	switch {
	case f.layout.tooSmall:
		m.paintTooSmall(f)
		return nil
	case m.failure != nil:
		m.failure.paint(f)
		return nil
	case m.watch != nil:
		return m.paintWatch(f)
	case m.opening.Title != "":
		m.paintOpening(f)
		return nil
	}
	m.picker.paint(f)
	return m.pickerCursor(f)
}

func (m *Model) pickerCursor(f *frame) *tea.Cursor {
	if m.picker.finding {
		return m.picker.cursor
	}
	return tea.NewCursor(1, m.picker.rows.y+m.picker.at-m.picker.scroll.top)
}

func (m *Model) paintWatch(f *frame) *tea.Cursor {
	w := m.watch
	w.paintHeader(f)
	w.paintLanes(f)
	w.log.cursor = nil
	w.paintPanes(f)
	f.rule()
	if !f.strip.empty() {
		w.paintStrip(f)
	}
	w.divide(f)
	w.paintWhy(f)
	if !f.note.empty() && !w.lanes.typing {
		w.paintNote(f)
	}
	if w.lanes.typing {
		w.paintSieveField(f)
		return w.lanes.cursor
	}
	if w.log.cursor != nil {
		return w.log.cursor
	}
	if i := w.lanes.index(); i >= 0 {
		if y := w.rowOf(f, i); y >= 0 {
			return tea.NewCursor(1, y)
		}
	}
	return nil
}

// paintOpening says what is being opened; it is seen only where that takes
// more than a moment.
func (m *Model) paintOpening(f *frame) {
	p := f.bar(f.header)
	p.put(" loopscope ", bold|reverse)
	p.skip(1)
	p.put(m.opening.Title, bold)
	p.put("   opening it; esc leaves it", inkQuiet)
}

func (m *Model) paintTooSmall(f *frame) {
	r := rect{0, 0, f.w, f.h}
	t := flow{f: f, r: r, p: f.pen(r, 0)}
	t.put("loopscope needs 32×8 cells, better 80×24; here are ", 0)
	p := &t.p
	p.number(f.w, bold)
	p.put("×", 0)
	p.number(f.h, bold)
}

// paintKeys paints the key bar: the keys of the mode that fit, those that
// would do nothing now greyed.
func (m *Model) paintKeys(f *frame) {
	p := f.bar(f.keys)
	p.skip(1)
	mode := m.mode()
	if f.narrow && mode == inRun {
		p.put("panes from 60×16 on   ? help   q quit", inkQuiet)
		return
	}
	shown := m.barShown(mode, p.left())
	for i, do := range barOrder {
		e, ok := find(mode, do)
		if !ok || e.bar == "" || shown&(1<<i) == 0 {
			continue
		}
		key, text := bold, style(inkQuiet)
		if mode == inRun && m.watch.idle(do) {
			key, text = inkFaint, inkFaint
		}
		p.put(f.skin.keyName(barKey(e)), key)
		p.skip(1)
		p.put(m.barWord(e), text)
		p.skip(f.barGap())
	}
}

// barShown gives which of barOrder fit into so many cells, as bits.
func (m *Model) barShown(mode mode, room int) (shown uint32) {
	over := mode == inRun && m.watch.ended && !m.watch.past // then what would do nothing comes last
	for _, idle := range [...]bool{false, true} {
		for _, do := range barImportant {
			e, ok := find(mode, do)
			if !ok || e.bar == "" || (over && m.watch.idle(do)) != idle {
				continue
			}
			room -= textWidth(m.skin.keyName(barKey(e))) + 1 + len(m.barWord(e))
			if room < 0 {
				return shown
			}
			room -= m.frame.barGap()
			shown |= 1 << slices.Index(barOrder[:], do)
		}
	}
	return shown
}

// barWord gives the word beside a key.
func (m *Model) barWord(e entry) string {
	switch {
	case m.mode() != inRun:
	case e.do == doPlay && (m.watch.sess.Playing() || m.watch.runsOn()):
		return "pause"
	case e.do == doDown && m.watch.focus != paneLanes:
		return "scroll"
	}
	return e.bar
}

// barOrder is the order of keys on the bar; barImportant says which stay when
// the row is short.
var (
	barOrder = [...]action{
		doChoose, doComplete, doPlay, doForward, doBack, doDown, doCancel, doShield, doCallback, doAsk, doNextPane,
		doTakeBack, doFind, doRuler, doStart, doNewest, doNextLesson, doRestart, doLessons, doRuns, doPalette, doHelp, doEscape,
		doQuit,
	}
	barImportant = [...]action{
		doChoose, doPlay, doForward, doBack, doHelp, doDown, doCancel, doShield, doAsk, doNextPane, doCallback,
		doRestart, doLessons, doFind, doQuit, doRuler, doPalette, doTakeBack, doNewest, doEscape, doComplete, doStart,
		doNextLesson, doRuns,
	}
)

// barKey gives the first name of a key, as the bar shows it.
func barKey(e entry) string {
	if e.do == doDown {
		return "↑↓"
	}
	name := e.binding.Help().Key
	for i := range name {
		if name[i] == ' ' {
			return name[:i]
		}
	}
	return name
}
