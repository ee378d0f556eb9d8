package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"loopscope/presets"
)

// A finder is a list that typing narrows: the lessons, the commands.
type finder struct {
	texts  []string // what is searched
	found  []int    // indexes into texts, best first; all of them while nothing is typed
	at     int      // index into found
	scroll scroll
	input  field
}

func newFinder(texts []string) finder {
	f := finder{texts: texts, input: newField("")}
	f.search()
	return f
}

// search narrows the list to what is typed.
func (f *finder) search() {
	f.found, f.at = f.found[:0], 0
	if f.input.value() == "" {
		for i := range f.texts {
			f.found = append(f.found, i)
		}
		return
	}
	for _, m := range fuzzy.Find(f.input.value(), f.texts) {
		f.found = append(f.found, m.Index)
	}
}

// typed gives a key to the field.
func (f *finder) typed(msg tea.Msg) {
	before := f.input.value()
	f.input.typed(msg)
	if f.input.value() != before {
		f.search()
	}
}

func (f *finder) clear() {
	chosen, ok := f.chosen()
	f.input = newField("")
	f.search()
	if ok {
		f.at = chosen
	}
}

func (f *finder) move(by int) { f.at = max(0, min(f.at+by, len(f.found)-1)) }

// chosen gives the index of the chosen text; ok is false when nothing fits.
func (f *finder) chosen() (i int, ok bool) {
	if f.at >= len(f.found) {
		return 0, false
	}
	return f.found[f.at], true
}

// stand puts the cursor on a lesson, if it is listed.
func (k *picker) stand(lesson presets.Preset) {
	for at, i := range k.found {
		if k.lessons[i].Name == lesson.Name && lesson.Number > 0 {
			k.at = at
		}
	}
}

// picker is the first screen: the lessons.
type picker struct {
	finder
	lessons []presets.Preset
	done    map[string]bool // lessons watched to the end, by name
	finding bool
	cursor  *tea.Cursor // of the field
	preview story       // of the lesson that is chosen
	rows    rect        // where the list was painted, for the mouse
}

func newPicker(lessons []presets.Preset) picker {
	texts := make([]string, len(lessons))
	for i, p := range lessons {
		texts[i] = strconv.Itoa(p.Number) + " " + p.Title + " " + p.Name + " " + p.Summary
	}
	return picker{finder: newFinder(texts), lessons: lessons, done: map[string]bool{}}
}

func (k *picker) paint(f *frame) {
	if f.tooSmall {
		return
	}
	p := f.bar(f.header)
	p.put(" loopscope ", bold|reverse)
	p.put("  watch an asyncio event loop think", inkQuiet)
	l := f.pickerLayout()
	k.paintFind(f, l.find)
	k.rows = l.list
	k.scroll.fit(l.list.h, len(k.found))
	k.scroll.show(k.at)
	for y := 0; y < l.list.h && k.scroll.top+y < len(k.found); y++ {
		k.paintLesson(f, l.list.beside(len(k.found)).row(y), k.scroll.top+y)
	}
	if len(k.found) == 0 {
		p := f.pen(l.list, 0)
		p.skip(5)
		p.put("No lesson has that in its title. esc shows them all.", inkQuiet)
	}
	f.scrollMark(l.list, k.scroll.top, l.list.h, len(k.found))
	k.paintPreview(f, l.story)
	k.paintFoot(f, l)
}

// paintPreview paints how the story of the chosen lesson begins.
func (k *picker) paintPreview(f *frame, r rect) {
	i, ok := k.chosen()
	if !ok || r.empty() {
		return
	}
	if lesson := k.lessons[i]; k.preview.width != r.w || k.preview.preset.Name != lesson.Name {
		lesson.Story, _, _ = strings.Cut(lesson.Story, "\n\nTry:") // steps are for the run
		k.preview = story{preset: lesson, width: r.w}
		k.preview.lines = k.preview.body(r.w)
	}
	for y := 0; y < r.h && y < len(k.preview.lines); y++ {
		p := f.pen(r, y)
		for _, piece := range k.preview.lines[y] {
			p.put(piece.text, piece.st|inkQuiet)
		}
	}
}

func (k *picker) paintFind(f *frame, r rect) {
	if !k.finding {
		return
	}
	p := f.pen(r, 0)
	p.put("   / ", inkQuiet)
	k.cursor = k.input.paint(&p)
}

func (k *picker) paintLesson(f *frame, r rect, i int) {
	lesson := k.lessons[k.found[i]]
	p := f.pen(r, 0)
	title := style(0)
	if i == k.at {
		p.ground, title = groundLit, bold
		f.fill(r, ' ', groundLit)
		p.skip(1)
		p.rune(f.skin.glyph(glyphCursor), bold)
	}
	p.to(r.x + 3)
	if lesson.Number < 10 {
		p.skip(1)
	}
	p.number(lesson.Number, inkQuiet)
	p.skip(2)
	if k.done[lesson.Name] {
		p.rune(f.skin.glyph(glyphReturned), 0)
	} else {
		p.skip(1)
	}
	p.skip(1)
	p.fit(lesson.Title, min(28, r.w/3), title)
	p.skip(1)
	p.put(lesson.Summary, inkQuiet)
}

func (k *picker) paintFoot(f *frame, l pickerLayout) {
	p := f.pen(l.foot, 0)
	p.skip(3)
	if len(k.done) > 0 {
		p.rune(f.skin.glyph(glyphReturned), 0)
		p.put(" done  ", inkQuiet)
	}
	p.number(len(k.done), 0)
	p.put(" of ", inkQuiet)
	p.number(len(k.lessons), 0)
	p.put(" watched to the end", inkQuiet)
	p = f.pen(l.foot, 1)
	p.skip(3)
	p.put("your file: ", inkQuiet)
	p.put("loopscope FILE.py", 0)
}

// lessonAt gives the place in the list of what was painted at a row of the
// screen; ok is false beside the list.
func (k *picker) lessonAt(x, y int) (at int, ok bool) {
	if !k.rows.contains(x, y) {
		return 0, false
	}
	at = k.scroll.top + y - k.rows.y
	return at, at < len(k.found)
}
