package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A word is a command of the palette that has a name, and often an argument
// behind it: "goto 12".
type word struct {
	name string
	arg  string // what may follow: "EVENT | 1.5s"; "": nothing
	does string
	// offer gives arguments that are possible now, for what is typed so far;
	// nil: there is nothing to choose from.
	offer func(w *watch, typed string) []offer
	// run does it. An error is shown, and the palette stays for another try.
	run func(m *Model, arg string) (tea.Cmd, error)
}

// An offer is an argument that a word can have.
type offer struct {
	arg, does string
	more      bool // something has to follow it
}

// mostOffers bounds how many arguments are offered.
const mostOffers = 500

// words are the commands that the palette knows besides the keys. It is filled
// when the program starts: what a word does may open the palette again.
var words []word

// wordOrder is the order in which they are listed: where to go, why, what if.
var wordOrder = [...]string{
	"goto", "next wake", "next cancel", "end of task", "break", "breaks", "bookmark", "bookmarks", "who cancelled it",
	"raise", "finish", "fire", "delay", "front", "run", "diff",
}

// ordered gives the words in their order.
func ordered() []*word {
	all := make([]*word, len(words))
	for i := range words {
		all[i] = &words[i]
	}
	slices.SortFunc(all, func(a, b *word) int {
		return slices.Index(wordOrder[:], a.name) - slices.Index(wordOrder[:], b.name)
	})
	return all
}

// A palette lists the commands by name; what is typed narrows the list, or is
// a word with its argument.
type palette struct {
	finder
	entries []paletteEntry // those of keys and words, and behind them what is offered now
	fixed   int            // how many are of keys and words
	failed  string         // why the last try did nothing
	cursor  *tea.Cursor
}

// A paletteEntry is a key's action, or a word, with what is offered for it.
type paletteEntry struct {
	do    action
	word  *word
	offer *offer
}

func newPalette(w *watch, typed string) palette {
	var p palette
	var texts []string
	for _, word := range ordered() {
		p.entries = append(p.entries, paletteEntry{word: word})
		texts = append(texts, word.name+" "+word.does)
	}
	for _, e := range registry {
		if e.modes&inRun == 0 || e.do == doPalette || e.do == doEscape || e.do == doInterrupt || e.do == doChoose {
			continue
		}
		p.entries = append(p.entries, paletteEntry{do: e.do})
		texts = append(texts, e.binding.Help().Desc)
	}
	p.finder, p.fixed = newFinder(texts), len(texts)
	p.input = newField(typed)
	p.narrow(w)
	return p
}

// typed gives a key to the field.
func (c *palette) typed(w *watch, msg tea.Msg) {
	before := c.input.value()
	c.input.typed(msg)
	if c.input.value() != before {
		c.failed = ""
		c.narrow(w)
	}
}

// narrow leaves in the list what fits what is typed: of a word with something
// behind it, only that word and the arguments that are offered for it.
func (c *palette) narrow(w *watch) {
	c.entries = c.entries[:c.fixed]
	name, typed, more := strings.Cut(c.input.value(), " ")
	for i, e := range c.entries {
		if more && e.word != nil && e.word.name == name {
			c.found, c.at = append(c.found[:0], i), 0
			c.offer(w, e.word, typed)
			return
		}
	}
	c.search()
	slices.SortStableFunc(c.found, func(a, b int) int { return c.rank(a) - c.rank(b) })
}

// rank says how well the name of an entry fits what is typed, 0 best: one that
// is typed whole is meant, then one that begins so, then one whose words do.
func (c *palette) rank(i int) int {
	typed, text := strings.ToLower(strings.TrimSpace(c.input.value())), strings.ToLower(c.texts[i])
	word := c.entries[i].word
	switch {
	case typed == "":
		return 0
	case word != nil && word.name == typed:
		return 0
	case word != nil && strings.HasPrefix(word.name, typed):
		return 1
	case strings.Contains(" "+text, " "+typed):
		return 2
	case strings.Contains(text, typed):
		return 3
	}
	return 4
}

// offer lists the arguments of a word that have in them what is typed.
func (c *palette) offer(w *watch, of *word, typed string) {
	if of.offer == nil || w == nil {
		return
	}
	tokens := strings.Fields(strings.ToLower(typed))
	for _, o := range of.offer(w, strings.TrimLeft(typed, " ")) {
		text, fits := strings.ToLower(o.arg+" "+o.does), true
		for _, token := range tokens {
			fits = fits && strings.Contains(text, token)
		}
		if fits {
			c.found = append(c.found, len(c.entries))
			c.entries = append(c.entries, paletteEntry{word: of, offer: &o})
		}
	}
}

// complete types the rest of what is chosen; of what has not been chosen yet,
// the first that is offered.
func (c *palette) complete(w *watch) {
	i, ok := c.chosen()
	if !ok || c.entries[i].word == nil {
		return
	}
	e := c.entries[i]
	name, _, more := strings.Cut(c.input.value(), " ")
	if e.offer == nil && more && name == e.word.name {
		if len(c.found) < 2 {
			return
		}
		e = c.entries[c.found[1]]
	}
	c.fill(w, e)
}

// fill types an entry into the field.
func (c *palette) fill(w *watch, e paletteEntry) {
	text := e.word.name
	if e.word.arg != "" {
		text += " "
	}
	if e.offer != nil {
		text += e.offer.arg
	}
	c.input = newField(text)
	c.failed = ""
	c.narrow(w)
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
	name, _, more := strings.Cut(c.input.value(), " ")
	if e.word.arg != "" && !(more && name == e.word.name) || e.offer != nil && e.offer.more {
		c.fill(m.watch, e)
		return nil
	}
	arg := c.argument()
	if e.offer != nil {
		arg = e.offer.arg
	}
	m.watch.toast = toast{}
	cmd, err := e.word.run(m, arg)
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
	m.palette = newPalette(m.watch, typed)
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
	if list.h > 2*paletteFoot {
		var foot rect
		list, foot = list.foot(paletteFoot)
		c.paintChosen(f, foot)
	}
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

// paletteFoot is the rows below the list: a blank one, and what is chosen.
const paletteFoot = 3

// paintChosen tells whole what is chosen: in the list it may be cut.
func (c *palette) paintChosen(f *frame, r rect) {
	i, ok := c.chosen()
	if !ok {
		return
	}
	r = r.rows(1)
	t := flow{f: f, r: r, p: f.pen(r, 0), ground: groundBar}
	t.p.ground = groundBar
	switch e := c.entries[i]; {
	case e.word == nil:
		help, _ := find(inRun, e.do)
		t.put(help.binding.Help().Desc, inkQuiet)
	case e.offer != nil:
		t.put(e.word.name+" "+e.offer.arg, bold)
		t.put(": "+e.offer.does, inkQuiet)
	default:
		t.put(e.word.does, inkQuiet)
		if e.word.arg != "" {
			t.put(": ", inkQuiet)
			t.put(e.word.name+" "+e.word.arg, bold)
		}
	}
}

func (e paletteEntry) paint(f *frame, p *pen) {
	if e.word == nil {
		help, _ := find(inRun, e.do)
		p.fit(f.skin.keyName(help.binding.Help().Key), 19, inkDefined)
		p.put(help.binding.Help().Desc, 0)
		return
	}
	if e.offer != nil {
		p.skip(2)
		p.put(e.offer.arg, bold)
		p.skip(max(19-2-textWidth(e.offer.arg), 2))
		p.put(e.offer.does, inkQuiet)
		return
	}
	p.fit(":"+e.word.name, 19, inkDefined)
	p.put(e.word.does, 0)
	if e.word.arg != "" {
		p.put("  ", 0)
		p.put(e.word.arg, inkQuiet)
	}
}

// WordTable gives the palette's words as a Markdown table, for the README.
func WordTable() string {
	var b strings.Builder
	b.WriteString("| word | what it does |\n|---|---|\n")
	for _, w := range ordered() {
		b.WriteString("| `:" + w.name + "`")
		if w.arg != "" {
			b.WriteString(" " + strings.ReplaceAll(w.arg, "|", "\\|"))
		}
		b.WriteString(" | " + w.does + " |\n")
	}
	return b.String()
}
