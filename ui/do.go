package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// key takes a key to the action it means where the keyboard is.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	mode := m.mode()
	do := lookup(mode, msg)
	if do == noAction {
		if mode == inFind || mode == inSift || mode == inMenu {
			m.typed(msg)
			return nil
		}
		m.dirty = false
		return nil
	}
	return m.do(mode, do)
}

// typed gives a message to the field that is being typed into.
func (m *Model) typed(msg tea.Msg) {
	switch {
	case m.over == overMenu:
		m.menu.input.typed(msg)
	case m.over == overPalette:
		m.palette.typed(m.watch, msg)
	case m.filtering() && m.watch.lanes.typing:
		m.watch.siftTyped(msg)
		m.watch.refresh()
	case m.filtering():
		m.watch.log.typed(m.watch, msg)
	case m.picker.finding:
		m.picker.typed(msg)
	}
}

// do carries an action out.
func (m *Model) do(in mode, do action) tea.Cmd {
	switch do {
	case doInterrupt, doQuit:
		return tea.Quit
	case doHelp:
		return m.toggleHelp()
	case doEscape:
		return m.escape()
	case doMouse:
		m.mouse = !m.mouse
		return nil
	}
	switch in {
	case inHelp:
		m.help.scroll.move(stepOf(do, m.help.scroll.rows))
	case inMenu:
		return m.inMenu(do)
	case inFind:
		return m.inFind(do)
	case inSift:
		m.watch.siftKey(do)
		return m.moved()
	case inQuestion:
		return m.fork()
	case inPicker:
		return m.inPicker(do)
	case inError:
		return m.inError(do)
	case inRun:
		return m.inRun(do)
	}
	return nil
}

// stepOf gives how many rows an action moves down, a page being so many.
func stepOf(do action, page int) int {
	switch do {
	case doUp:
		return -1
	case doDown:
		return 1
	case doPageUp:
		return -max(page-1, 1)
	case doPageDown:
		return max(page-1, 1)
	}
	return 0
}

func (m *Model) toggleHelp() tea.Cmd {
	if m.over == overHelp {
		m.over = overNothing
		return nil
	}
	at := paneLanes
	if m.watch != nil {
		at = m.watch.focus
	}
	m.help.show(&m.skin, m.screen(), at)
	m.over = overHelp
	return nil
}

// escape goes one level back.
func (m *Model) escape() tea.Cmd {
	switch {
	case m.over == overQuestion:
		m.watch.question, m.over = nil, overNothing
	case m.over != overNothing:
		m.over = overNothing
	case m.filtering() && m.watch.lanes.typing:
		m.watch.lanes.typing = false
		m.watch.want("")
		return m.moved()
	case m.filtering(), m.watch != nil && m.watch.focus == paneEvents && !m.watch.log.filter.off():
		m.watch.log.finding = false
		m.watch.log.narrow(m.watch, "")
	case m.failure != nil:
		return m.leave()
	case m.watch != nil && m.watch.toast.text != "" && !m.watch.leaving:
		m.watch.toast = toast{}
	case m.watch != nil && m.watch.focus != paneLanes:
		m.watch.focus, m.watch.room = paneLanes, paneLanes
	case m.watch != nil && m.watch.wanted != "":
		m.watch.want("")
		return m.moved()
	case m.watch != nil && len(m.program.runs.All()) > 1 && !m.watch.leaving:
		m.watch.leaving = true
		m.watch.say(fmt.Sprintf("esc again leaves the program, and with it its %d runs.", len(m.program.runs.All())))
	case m.watch != nil:
		return m.leave()
	case m.picker.finding || m.picker.input.value() != "":
		m.picker.finding = false
		m.picker.clear()
	case m.giveUp != nil:
		return m.leave()
	}
	return nil
}

func (m *Model) inMenu(do action) tea.Cmd {
	switch do {
	case doUp, doDown:
		m.menu.at = (m.menu.at + stepOf(do, 1) + len(callbackKinds)) % len(callbackKinds)
	case doChoose:
		m.over = overNothing
		m.watch.act(m.menu.command())
		return m.moved()
	}
	return nil
}

// filtering reports whether a filter is being typed: that of the lanes, or that
// of the events where the terminal has room for panes.
func (m *Model) filtering() bool {
	if m.watch == nil || m.failure != nil || m.frame.tooSmall {
		return false
	}
	return m.watch.lanes.typing || m.watch.log.finding && !m.frame.narrow
}

// siftKey takes an action while a filter is being typed.
func (w *watch) siftKey(do action) {
	switch {
	case !w.lanes.typing:
		w.filter(do)
	case do == doChoose:
		w.lanes.typing = false
	default:
		w.lanes.move(stepOf(do, 1))
		w.lanes.showChosen()
	}
}

func (m *Model) inFind(do action) tea.Cmd {
	list := &m.picker.finder
	if m.over == overPalette {
		list = &m.palette.finder
	}
	if do == doComplete {
		if m.over == overPalette {
			m.palette.complete(m.watch)
		} else if i, ok := list.chosen(); ok {
			list.input = newField(m.opts.Lessons[i].Title)
			list.search()
		}
		return nil
	}
	if do != doChoose {
		list.move(stepOf(do, 1))
		return nil
	}
	i, ok := list.chosen()
	if !ok {
		return nil
	}
	if m.over == overPalette {
		return m.take()
	}
	m.picker.finding = false
	m.picker.clear()
	return m.open(m.opts.Lessons[i])
}

func (m *Model) inPicker(do action) tea.Cmd {
	switch do {
	case doChoose:
		if i, ok := m.picker.chosen(); ok {
			return m.open(m.opts.Lessons[i])
		}
	case doFind:
		m.picker.finding = true
	default:
		m.picker.move(stepOf(do, m.picker.scroll.rows))
	}
	return nil
}

func (m *Model) inError(do action) tea.Cmd {
	switch do {
	case doLessons:
		return m.leave()
	case doPrevLesson:
		return m.lesson(-1)
	case doNextLesson:
		return m.lesson(1)
	case doRestart:
		return m.reopen()
	}
	m.failure.scroll.move(stepOf(do, m.failure.scroll.rows))
	return nil
}

// moves are the actions that move the playhead or change playing.
var moves = map[action]func(w *watch){
	doPlay: func(w *watch) {
		if w.sess.Playing() || w.runsOn() {
			w.sess.Pause()
		} else {
			w.sess.Play()
		}
	},
	doForward:     func(w *watch) { w.sess.StepHandle() },
	doBack:        func(w *watch) { w.sess.BackHandle() },
	doTurnForward: func(w *watch) { w.sess.StepTurn() },
	doTurnBack:    func(w *watch) { w.sess.BackTurn() },
	doStart:       func(w *watch) { w.sess.Home() },
	doNewest: func(w *watch) {
		if w.past {
			w.sess.Newest()
		} else {
			w.sess.End()
		}
	},
	doNextLine:   func(w *watch) { w.stepLine(1) },
	doPrevLine:   func(w *watch) { w.stepLine(-1) },
	doNextStep:   func(w *watch) { w.moment(session.Steps, 1) },
	doPrevStep:   func(w *watch) { w.moment(session.Steps, -1) },
	doNextMoment: func(w *watch) { w.moment(session.Wakes|session.Cancels|session.Ends, 1) },
	doPrevMoment: func(w *watch) { w.moment(session.Wakes|session.Cancels|session.Ends, -1) },
	doNextMark:   func(w *watch) { w.walkBookmarks(1) },
	doPrevMark:   func(w *watch) { w.walkBookmarks(-1) },
	doSlower:     func(w *watch) { w.sess.Slower() },
	doFaster:     func(w *watch) { w.sess.Faster() },
}

// runsOn reports whether the run goes on by itself without playing: to its end,
// or to a moment that is looked for.
func (w *watch) runsOn() bool {
	_, busy := w.sess.Busy()
	return busy && !w.sess.Opening()
}

// looks are the actions that change only what is seen of the run.
var looks = map[action]func(w *watch){
	doBookmark: func(w *watch) { w.toggleBookmark() },
	doFollow:   func(w *watch) { w.stay, w.pinned = !w.stay, false },
	doZoomIn:   func(w *watch) { w.ruler.zoom(1, w.head()) },
	doZoomOut:  func(w *watch) { w.ruler.zoom(-1, w.head()) },
	doFit:      func(w *watch) { w.ruler.fitWhole() },
	doPanLeft:  func(w *watch) { w.pan(-1) },
	doPanRight: func(w *watch) { w.pan(1) },
	doRuler:    func(w *watch) { w.ruler.swap() },
	doFold:     func(w *watch) { w.fold() },
	doFuture:   func(w *watch) { w.noFuture = !w.noFuture },
	doNextPane: func(w *watch) { w.nextPane() },
	doSource:   func(w *watch) { w.focusOn(paneSource) },
	doOutput:   func(w *watch) { w.focusOn(paneOutput) },
	doQueue:    func(w *watch) { w.focusOn(paneQueue) },
	doTree:     func(w *watch) { w.focusAgain(paneTree) },
	doTask:     func(w *watch) { w.focusOn(paneTask) },
	doEvents:   func(w *watch) { w.focusOn(paneEvents) },
	doObjects:  func(w *watch) { w.focusAgain(paneObjects) },
	doAsk:      func(w *watch) { w.askAbout() },
	doRuns:     func(w *watch) { w.focusOn(paneRuns) },
	doStory:    func(w *watch) { w.focusOn(paneStory) },
}

func (m *Model) inRun(do action) tea.Cmd {
	w := m.watch
	w.toast, w.leaving = toast{}, false
	if move, ok := moves[do]; ok {
		w.pinned, w.quest = false, quest{}
		move(w)
		return m.moved()
	}
	if look, ok := looks[do]; ok {
		look(w)
		w.tellLook(do)
		return m.moved()
	}
	switch do {
	case doUp, doDown, doPageUp, doPageDown:
		w.scrollFocused(do)
		return m.moved()
	case doChoose:
		w.chooseIn()
		return m.moved()
	case doCancel:
		w.act(trace.Command{Op: trace.OpCancel})
		return m.moved()
	case doCancelPast:
		w.act(trace.Command{Op: trace.OpCancel, Past: true})
		return m.moved()
	case doShield:
		w.act(trace.Command{Op: trace.OpShield})
		return m.moved()
	case doCallback:
		return m.askCallback()
	case doTakeBack:
		return m.takeBack(-1)
	case doRedo:
		return m.takeBack(1)
	case doBreak:
		return m.breakKey()
	case doBelow:
		m.toggleBelow()
		return m.moved()
	case doDropRun:
		m.dropRun()
		return m.moved()
	case doNextChange:
		m.watch.nextChange(1)
		return m.moved()
	case doPrevChange:
		m.watch.nextChange(-1)
		return m.moved()
	case doLessons:
		return m.leave()
	case doPrevLesson:
		return m.lesson(-1)
	case doNextLesson:
		return m.lesson(1)
	case doRestart:
		return m.reopen()
	case doFind:
		if w.focus == paneEvents && !m.frame.narrow {
			w.log.find(w)
		} else {
			w.siftLanes()
		}
	case doPalette:
		m.ask("")
	}
	return nil
}

// pan scrolls the lanes by half a window and lets them stay there until the
// playhead is moved.
func (w *watch) pan(by int) {
	w.pinned = true
	w.ruler.pan(by * w.ruler.width / 2)
}

// scrollFocused moves in the focused pane; where the lanes have the focus,
// pages go through the pane in front.
func (w *watch) scrollFocused(do action) {
	if w.focus == paneLanes && (do == doUp || do == doDown) {
		w.lanes.move(stepOf(do, 1))
		w.lanes.showChosen()
		return
	}
	at := w.focus
	if l := &w.lanes; at == paneLanes && w.one != paneStory && len(l.shown) > l.scroll.rows && l.scroll.rows > 0 {
		l.move(stepOf(do, l.scroll.rows))
		l.showChosen()
		return
	}
	if at == paneLanes {
		at = w.one
	}
	if v := w.views[at]; v != nil {
		v.move(w, stepOf(do, v.page()))
		return
	}
	s := w.scrollOf(at)
	s.move(stepOf(do, s.rows))
}

// scrollOf gives the scroll of a pane.
func (w *watch) scrollOf(p pane) *scroll {
	switch p {
	case paneStory:
		return &w.story.scroll
	}
	return &w.lanes.scroll
}

// focusOn brings a pane to the front and gives it the focus.
func (w *watch) focusOn(p pane) {
	w.focus, w.room, w.chosen = p, p, true
	if p == paneLanes {
		return
	}
	w.one = p
	if p != paneSource {
		w.side = p
	}
}

// focusAgain is focusOn; in a pane that has the focus already it goes to the
// next thing that the pane can show.
func (w *watch) focusAgain(p pane) {
	v, ok := w.views[p].(interface{ again(*watch) })
	if w.focus == p && ok {
		v.again(w)
		return
	}
	w.focusOn(p)
}

// nextPane gives the focus to the pane behind the focused one.
func (w *watch) nextPane() {
	i := slices.Index(paneOrder[:], w.focus)
	w.focusOn(paneOrder[(i+1)%len(paneOrder)])
}

// chooseIn goes to what the cursor of the focused pane stands on; in the
// lanes it looks into the selected task.
func (w *watch) chooseIn() {
	if v := w.views[w.focus]; v != nil {
		v.choose(w)
		return
	}
	if w.focus == paneLanes {
		w.focusOn(paneTask)
	}
}
