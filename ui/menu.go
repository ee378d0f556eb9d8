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

// palette lists the commands by name.
type palette struct {
	finder
	actions []action
	cursor  *tea.Cursor
}

func newPalette() palette {
	var p palette
	var texts []string
	for _, e := range registry {
		if e.modes&inRun == 0 || e.do == doPalette || e.do == doEscape || e.do == doInterrupt {
			continue
		}
		p.actions = append(p.actions, e.do)
		texts = append(texts, e.binding.Help().Desc)
	}
	p.finder = newFinder(texts)
	return p
}

func (c *palette) paint(f *frame) {
	in := f.box(f.paletteBox(), "commands")
	p := f.pen(in, 0)
	p.ground = groundBar
	p.put(": ", inkQuiet)
	c.cursor = c.input.paint(&p)
	list := in.rows(2)
	c.scroll.fit(list.h, len(c.found))
	c.scroll.show(c.at)
	for y := 0; y < list.h && c.scroll.top+y < len(c.found); y++ {
		i := c.scroll.top + y
		e, _ := find(inRun, c.actions[c.found[i]])
		p := f.pen(list, y)
		p.ground = groundBar
		if i == c.at {
			p.ground = groundLitBar
			f.fill(list.row(y), ' ', groundLitBar)
		}
		p.fit(f.skin.keyName(e.binding.Help().Key), 16, inkDefined)
		p.put(e.binding.Help().Desc, 0)
	}
	if len(c.found) == 0 {
		p := f.pen(list, 0)
		p.ground = groundBar
		p.put("No command is called that.", inkQuiet)
	}
	f.scrollMark(list, c.scroll.top, list.h, len(c.found))
}
