package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A word is a command of the palette that has a name, and often an argument
// behind it: "goto 12".
type word struct {
	name string
	arg  string // what may follow: "EVENT | 1.5s"; "": nothing
	does string
	// run does it. An error is shown, and the palette stays for another try.
	run func(m *Model, arg string) (tea.Cmd, error)
}

// words are the commands that the palette knows besides the keys. It is filled
// when the program starts: what a word does may open the palette again.
var words []word

// A palette lists the commands by name; what is typed narrows the list, or is
// a word with its argument.
type palette struct {
	finder
	entries []paletteEntry
	failed  string // why the last try did nothing
	cursor  *tea.Cursor
}

// A paletteEntry is a key's action, or a word.
type paletteEntry struct {
	do   action
	word *word
}

func newPalette(typed string) palette {
	var p palette
	var texts []string
	for i := range words {
		p.entries = append(p.entries, paletteEntry{word: &words[i]})
		texts = append(texts, words[i].name+" "+words[i].does)
	}
	for _, e := range registry {
		if e.modes&inRun == 0 || e.do == doPalette || e.do == doEscape || e.do == doInterrupt || e.do == doChoose {
			continue
		}
		p.entries = append(p.entries, paletteEntry{do: e.do})
		texts = append(texts, e.binding.Help().Desc)
	}
	p.finder = newFinder(texts)
	p.input = newField(typed)
	p.narrow()
	return p
}

// typed gives a key to the field.
func (c *palette) typed(msg tea.Msg) {
	before := c.input.value()
	c.input.typed(msg)
	if c.input.value() != before {
		c.failed = ""
		c.narrow()
	}
}

// narrow leaves in the list what fits what is typed: of a word with something
// behind it, only that word.
func (c *palette) narrow() {
	name, _, more := strings.Cut(c.input.value(), " ")
	for i, e := range c.entries {
		if more && e.word != nil && e.word.name == name {
			c.found, c.at = append(c.found[:0], i), 0
			return
		}
	}
	c.search()
}

// argument gives what is typed behind a word.
func (c *palette) argument() string {
	_, arg, _ := strings.Cut(c.input.value(), " ")
	return strings.TrimSpace(arg)
}

// take does what is chosen in the palette.
func (m *Model) take() tea.Cmd {
	c := &m.palette
	i, ok := c.chosen()
	if !ok {
		return nil
	}
	e := c.entries[i]
	if e.word == nil {
		m.over = overNothing
		return m.do(inRun, e.do)
	}
	name, _, _ := strings.Cut(c.input.value(), " ")
	if name != e.word.name && e.word.arg != "" {
		c.input = newField(e.word.name + " ")
		c.narrow()
		return nil
	}
	m.watch.toast = toast{}
	cmd, err := e.word.run(m, c.argument())
	if err != nil {
		c.failed = err.Error()
		return cmd
	}
	if m.over == overPalette && &m.palette == c {
		m.over = overNothing
	}
	if m.watch == nil {
		return cmd
	}
	return tea.Batch(cmd, m.moved())
}

// ask opens the palette with something typed already.
func (m *Model) ask(typed string) {
	m.palette = newPalette(typed)
	m.over = overPalette
}

func (c *palette) paint(f *frame) {
	in := f.box(f.paletteBox(), "commands")
	p := f.pen(in, 0)
	p.ground = groundBar
	p.put(": ", inkQuiet)
	c.cursor = c.input.paint(&p)
	if c.failed != "" {
		p := f.pen(in, 1)
		p.ground = groundBar
		p.put("no  ", bold)
		p.put(c.failed, 0)
	}
	list := in.rows(2)
	c.scroll.fit(list.h, len(c.found))
	c.scroll.show(c.at)
	for y := 0; y < list.h && c.scroll.top+y < len(c.found); y++ {
		i := c.scroll.top + y
		p := f.pen(list, y)
		p.ground = groundBar
		if i == c.at {
			p.ground = groundLitBar
			f.fill(list.row(y), ' ', groundLitBar)
		}
		c.entries[c.found[i]].paint(f, &p)
	}
	if len(c.found) == 0 {
		p := f.pen(list, 0)
		p.ground = groundBar
		p.put("No command is called that.", inkQuiet)
	}
	f.scrollMark(list, c.scroll.top, list.h, len(c.found))
}

func (e paletteEntry) paint(f *frame, p *pen) {
	if e.word == nil {
		help, _ := find(inRun, e.do)
		p.fit(f.skin.keyName(help.binding.Help().Key), 16, inkDefined)
		p.put(help.binding.Help().Desc, 0)
		return
	}
	p.fit(":"+e.word.name, 16, inkDefined)
	p.put(e.word.does, 0)
	if e.word.arg != "" {
		p.put("  ", 0)
		p.put(e.word.arg, inkQuiet)
	}
}
