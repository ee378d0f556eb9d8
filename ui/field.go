package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// A field is one line being typed: a text input, painted into the grid.
type field struct{ input textinput.Model }

// longestField bounds what can be typed, in characters.
const longestField = 200

func newField(text string) field {
	in := textinput.New()
	in.Prompt, in.CharLimit = "", longestField
	in.SetVirtualCursor(false)
	in.SetValue(text)
	in.CursorEnd()
	in.Focus()
	return field{in}
}

func (f *field) value() string { return f.input.Value() }

// typed takes a key or a paste.
func (f *field) typed(msg tea.Msg) { f.input, _ = f.input.Update(msg) }

// paint writes the field and gives the place of the terminal's cursor.
func (f *field) paint(p *pen) *tea.Cursor {
	text, at := []rune(f.value()), f.input.Position()
	room := max(p.left()-1, 0)
	from := 0
	for textWidth(string(text[from:at])) > room {
		from++
	}
	cursor := tea.NewCursor(p.x+textWidth(string(text[from:at])), p.y)
	p.put(string(text[from:]), bold|underline)
	return cursor
}
