package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A mode is what the keyboard is talking to; in one mode a key means one
// thing.
type mode uint16

// The modes.
const (
	inPicker mode = 1 << iota
	inRun         // the main screen
	inError       // a program that cannot be run
	inMenu        // which callback to add, with its argument being typed
	inFind        // typing what to find: a lesson, a command
	inSift        // typing what the lanes or the events are filtered by
	inHelp
	inQuestion // whether a command in the past is to fork

	inScreens = inPicker | inRun | inError
)

// An action is what a key does.
type action uint8

// The actions, in the order of the registry.
const (
	noAction action = iota
	doPlay
	doForward
	doBack
	doTurnForward
	doTurnBack
	doStart
	doNewest
	doFollow
	doNextStep
	doPrevStep
	doNextMoment
	doPrevMoment
	doTakeBack
	doRedo
	doNextLine
	doPrevLine
	doBookmark
	doNextMark
	doPrevMark
	doUp
	doDown
	doPageUp
	doPageDown
	doZoomIn
	doZoomOut
	doFit
	doPanLeft
	doPanRight
	doRuler
	doFold
	doFuture
	doSlower
	doFaster
	doCancel
	doCancelPast
	doShield
	doCallback
	doBreak
	doChoose
	doComplete
	doFind
	doLessons
	doPrevLesson
	doNextLesson
	doRestart
	doMouse
	doNextPane
	doSource
	doOutput
	doQueue
	doTree
	doTask
	doEvents
	doObjects
	doAsk
	doRuns
	doBelow
	doDropRun
	doNextChange
	doPrevChange
	doStory
	doPalette
	doHelp
	doEscape
	doQuit
	doInterrupt
	actions
)

// An entry of the registry: a key with its help, where it works and where its
// help stands.
type entry struct {
	do      action
	modes   mode
	group   string
	binding key.Binding
	bar     string // word on the key bar; "": it does not stand there
}

// on makes an entry's binding. The first of names is what help shows.
func on(help, does string, names ...string) key.Binding {
	return key.NewBinding(key.WithKeys(names...), key.WithHelp(help, does))
}

// registry holds every key. The key bar, the help, the README's table and
// what is greyed come from it.
var registry = []entry{
	{doPlay, inRun, "Time", on("space", "play, pause", "space"), "play"},
	{doForward, inRun, "Time", on("→ l n", "a step on; at the newest moment the loop runs what is next", "right", "l", "n"), "step"},
	{doBack, inRun, "Time", on("← h", "a step back", "left", "h"), "back"},
	{doTurnForward, inRun, "Time", on("L N shift+→", "a turn of the loop forward", "L", "N", "shift+right"), ""},
	{doTurnBack, inRun, "Time", on("H shift+←", "a turn back", "H", "shift+left"), ""},
	{doStart, inRun, "Time", on("g home", "to the start", "g", "home"), "start"},
	{doNewest, inRun, "Time", on("G end", "to the newest moment, then to the end", "G", "end"), "end"},
	{doNextLine, inRun, "Time", on(".", "a line of the source on; its variables, with * those that have changed", "."), ""},
	{doPrevLine, inRun, "Time", on(",", "a line of the source back", ","), ""},
	{doNextStep, inRun, "Time", on("}", "to the next step of the selected task", "}"), ""},
	{doPrevStep, inRun, "Time", on("{", "to the step before of the selected task", "{"), ""},
	{doNextMoment, inRun, "Time", on(")", "to where the selected task is woken, cancelled or ends next", ")"), ""},
	{doPrevMoment, inRun, "Time", on("(", "to where it was woken or cancelled last", "("), ""},
	{doBookmark, inRun, "Time", on("m", "set a bookmark at this moment, or take it away", "m"), ""},
	{doNextMark, inRun, "Time", on("'", "to the next bookmark", "'"), ""},
	{doPrevMark, inRun, "Time", on("\"", "to the bookmark before", "\""), ""},
	{doSlower, inRun, "Time", on("[", "slower", "["), ""},
	{doFaster, inRun, "Time", on("]", "faster", "]"), ""},
	{doFollow, inRun, "Time", on("f", "follow the playhead, or stay", "f"), ""},

	{doUp, inRun, "Lanes", on("↑ k", "up: the lanes, or the pane tab has gone to", "up", "k"), ""},
	{doDown, inRun, "Lanes", on("↓ j", "down", "down", "j"), "lane"},
	{doUp, inPicker | inError | inHelp, "Go", on("↑ k", "up", "up", "k"), ""},
	{doDown, inPicker | inError | inHelp, "Go", on("↓ j", "down", "down", "j"), "move"},
	{doPageUp, inPicker | inError | inHelp, "Go", on("pgup", "a page up", "pgup"), ""},
	{doPageDown, inPicker | inError | inHelp, "Go", on("pgdown", "a page down", "pgdown"), ""},
	{doUp, inFind | inSift | inMenu, "Go", on("↑", "up", "up", "ctrl+p"), ""},
	{doDown, inFind | inSift | inMenu, "Go", on("↓", "down", "down", "ctrl+n"), "move"},
	{doPageUp, inRun, "Lanes", on("pgup", "a page up", "pgup"), ""},
	{doPageDown, inRun, "Lanes", on("pgdown", "a page down: of the pane, of lanes that are scrolled, or of the story", "pgdown"), ""},
	{doZoomIn, inRun, "Lanes", on("+ =", "zoom in", "+", "="), ""},
	{doZoomOut, inRun, "Lanes", on("-", "zoom out", "-"), ""},
	{doFit, inRun, "Lanes", on("0", "fit the whole run", "0"), ""},
	{doPanLeft, inRun, "Lanes", on("ctrl+←", "scroll the lanes to earlier", "ctrl+left"), ""},
	{doPanRight, inRun, "Lanes", on("ctrl+→", "scroll the lanes to later", "ctrl+right"), ""},
	{doFold, inRun, "Lanes", on("z", "fold the time in which nothing runs, or unfold it", "z"), ""},
	{doRuler, inRun, "Lanes", on("t", "ruler: loop time, or a column for each thing that the loop ran", "t"), "ruler"},
	{doFuture, inRun, "Lanes", on("x", "hide or show what is right of the playhead", "x"), ""},

	{doCancel, inRun, "Act", on("c", "cancel the task; of a shielded one, its shield", "c"), "cancel"},
	{doCancelPast, inRun, "Act", on("C", "cancel the task past its shield", "C"), ""},
	{doShield, inRun, "Act", on("s", "shield the task", "s"), "shield"},
	{doCallback, inRun, "Act", on("b", "add a done callback to the task", "b"), "callback"},
	{doTakeBack, inRun, "Act", on("u", "take back what was done last, a move or a command", "u"), "take back"},
	{doRedo, inRun, "Act", on("U", "do again what was taken back", "U"), ""},
	{doBreak, inRun, "Act", on("B", "set a breakpoint: at the line of the source's cursor, or one that is asked for", "B"), ""},

	{doChoose, inPicker, "Go", on("enter", "open", "enter"), "open"},
	{doChoose, inRun, "Go", on("enter", "go to what the pane's cursor is on; in the lanes, inspect the task", "enter"), ""},
	{doChoose, inMenu, "Go", on("enter", "add it", "enter"), "add"},
	{doChoose, inFind, "Go", on("enter", "take it", "enter"), "take"},
	{doChoose, inSift, "Go", on("enter", "keep the filter", "enter"), "keep it"},
	{doEscape, inSift, "Go", on("esc", "show all again", "esc"), "show all"},
	{doComplete, inFind, "Go", on("tab", "complete what is typed", "tab"), "complete"},
	{doChoose, inQuestion, "Go", on("enter y", "make a run of its own", "enter", "y"), "make it"},
	{doEscape, inQuestion, "Go", on("esc n", "leave everything as it is", "esc", "n"), "leave"},
	{doFind, inPicker, "Go", on("/", "find", "/"), "find"},
	{doFind, inRun, "Go", on("/", "filter the lanes by name, state or what is waited for; in the events pane the events; esc shows all again", "/"), "filter"},
	{doLessons, inRun | inError, "Go", on("o", "lessons", "o"), "lessons"},
	{doPrevLesson, inRun | inError, "Go", on("<", "previous lesson", "<"), ""},
	{doNextLesson, inRun | inError, "Go", on(">", "next lesson", ">"), "next"},
	{doRestart, inRun | inError, "Go", on("r", "run it again from the start", "r"), "again"},
	{doMouse, inScreens, "Go", on("M", "mouse on or off; off, the terminal selects text", "M"), ""},
	{doNextPane, inRun, "Go", on("tab", "next pane", "tab"), "pane"},
	{doSource, inRun, "Go", on("1", "source", "1"), ""},
	{doOutput, inRun, "Go", on("2", "output", "2"), ""},
	{doQueue, inRun, "Go", on("3", "queue: who is ready, which timers run", "3"), ""},
	{doTree, inRun, "Go", on("4", "tree: who awaits whom; again: who created whom", "4"), ""},
	{doTask, inRun, "Go", on("5", "inspector: all of one task", "5"), ""},
	{doEvents, inRun, "Go", on("6", "events: the raw log", "6"), ""},
	{doObjects, inRun, "Go", on("9", "objects: queues, locks and the like; again: the next one", "9"), ""},
	{doAsk, inRun, "Go", on("a", "ask why the selected task is as it is, and walk the causes", "a"), "why"},
	{doRuns, inRun, "Go", on("R", "runs of the program, and how they differ", "R"), "runs"},
	{doBelow, inRun, "Lanes", on("v", "another run below this one, or none", "v"), ""},
	{doNextChange, inRun, "Time", on("d", "to the next difference from the run below", "d"), ""},
	{doPrevChange, inRun, "Time", on("D", "to the difference before", "D"), ""},
	{doDropRun, inRun, "Go", on("backspace", "in the list of runs: close the run the cursor is on", "backspace"), ""},
	{doStory, inRun, "Go", on("8", "story", "8"), ""},
	{doPalette, inRun, "Go", on(": ctrl+p", "commands, by name", ":", "ctrl+p"), "commands"},
	{doHelp, inScreens, "Go", on("?", "help", "?"), "help"},
	{doHelp, inHelp, "Go", on("?", "close", "?", "enter"), "close"},
	{doEscape, inScreens, "Go", on("esc", "one level back", "esc"), ""},
	{doEscape, inMenu | inFind | inHelp, "Go", on("esc", "leave it", "esc"), "back"},
	{doQuit, inScreens | inHelp, "Go", on("q", "quit", "q"), "quit"},
	{doInterrupt, inScreens | inMenu | inFind | inSift | inHelp | inQuestion, "Go", on("ctrl+c", "quit from anywhere", "ctrl+c"), ""},
}

// groups is the order in which help and the README give the groups.
var groups = [...]string{"Time", "Lanes", "Act", "Go"}

// keymap is the registry by mode and key.
var keymap = func() map[mode]map[string]action {
	all := map[mode]map[string]action{}
	for m := inPicker; m <= inQuestion; m <<= 1 {
		all[m] = map[string]action{}
		for _, e := range registry {
			e.enter(all[m], m)
		}
	}
	return all
}()

// enter puts an entry's keys into the table of a mode.
func (e entry) enter(table map[string]action, m mode) {
	if e.modes&m == 0 {
		return
	}
	for _, name := range e.binding.Keys() {
		table[name] = e.do
	}
}

// lookup gives the action of a key in a mode.
func lookup(m mode, msg tea.KeyPressMsg) action {
	if do, ok := keymap[m][msg.String()]; ok {
		return do
	}
	return keymap[m][msg.Keystroke()]
}

// find gives the entry of an action in a mode.
func find(m mode, do action) (entry, bool) {
	for _, e := range registry {
		if e.do == do && e.modes&m != 0 {
			return e, true
		}
	}
	return entry{}, false
}

// KeyTable gives the keys of the main screen and the picker as a Markdown
// table, for the README.
func KeyTable() string {
	var b strings.Builder
	b.WriteString("| | key | what it does |\n|---|---|---|\n")
	for _, group := range groups {
		head := group
		for _, e := range registry {
			if e.group != group || e.modes&inRun == 0 && e.modes != inPicker {
				continue
			}
			help := e.binding.Help()
			names := strings.Fields(help.Key)
			b.WriteString("| " + head + " | `" + strings.Join(names, "` `") + "` | " + help.Desc + " |\n")
			head = ""
		}
	}
	return b.String()
}

// asciiKeys are the key names that an ascii skin spells out.
var asciiKeys = strings.NewReplacer("↑↓", "up/down", "→", "right", "←", "left", "↑", "up", "↓", "down")

// keyName gives the name of a key as help shows it.
func (sk *skin) keyName(name string) string {
	if sk.ascii {
		return asciiKeys.Replace(name)
	}
	return name
}
