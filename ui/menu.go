package ui

import (
	tea "charm.land/bubbletea/v2"

	"loopscope/sched/trace"
)

// menu asks which done callback to add, and its argument.
type menu struct {
	task   trace.Task
	label  string
	at     int
	input  field
	cursor *tea.Cursor
}

var callbackKinds = [...]struct {
	kind trace.CallbackKind
	does string
}{
	{trace.CallbackLog, "prints how the task ended"},
	{trace.CallbackNotify, "marks the lane"},
	{trace.CallbackSpawn, "creates a task that prints the argument"},
	{trace.CallbackBreak, "pauses the run at the handle that follows"},
}

func newMenu(task trace.Task, label string) menu {
	return menu{task: task, label: label, input: newField(label)}
}

func (m *menu) command() trace.Command {
	return trace.Command{Op: trace.OpCallback, Task: m.task, Kind: callbackKinds[m.at].kind, Arg: m.input.value()}
}

func (m *menu) paint(f *frame) {
	r := f.menuBox()
	in := f.box(r, "add a done callback to "+m.label)
	for i, kind := range callbackKinds {
		p := f.pen(in, i)
		p.ground = groundBar
		st := style(0)
		if i == m.at {
			p.ground, st = groundLitBar, bold
			f.fill(in.row(i), ' ', groundLitBar)
			p.rune(f.skin.glyph(glyphCursor), bold)
		} else {
			p.skip(1)
		}
		p.skip(1)
		p.fit(string(kind.kind), 8, st)
		p.put(kind.does, inkQuiet)
	}
	p := f.pen(in, 5)
	p.ground = groundBar
	p.put("argument ", inkQuiet)
	m.cursor = m.input.paint(&p)
	p = f.pen(in, 7)
	p.ground = groundBar
	p.put(f.skin.keyName("↑↓")+" kind   type the argument   enter adds it   esc leaves", inkQuiet)
}
