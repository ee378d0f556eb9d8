package ui

import (
	"strconv"
)

// A style says how a cell looks: an ink, a ground and attributes, as bits
// that can be or-ed as long as only one gives an ink and one a ground. 0 is
// plain text on the terminal's own ground.
type style uint16

// The inks. Those of states are used for states only.
const (
	inkPlain style = iota
	inkQuiet       // what is not the matter now
	inkFaint       // lines, dots: hardly there
	inkRunning
	inkReady
	inkTask // waiting on a task
	inkWait // waiting on anything else
	inkCancel
	inkShield
	inkSlow
	inkRaised
	inkKeyword
	inkString
	inkNumber
	inkDefined
	inkOnState // text on a ground of a state
	inks

	inkMask style = 31
)

// The grounds.
const (
	groundLit     style = (iota + 1) << 5 // the selected lane, its source line
	groundBar                             // header and key bar
	groundRunning                         // under running cells
	groundReady
	groundSlow
	groundLitBar // a chosen row of a menu

	groundMask style = 7 << 5
)

// The attributes.
const (
	bold style = 1 << (8 + iota)
	dimmed
	reverse
	underline
	italic

	styles = 1 << 13
)

// dim gives the style of something right of the playhead.
func dim(s style) style { return s | dimmed }

type rgb struct{ r, g, b uint8 }

// blend gives the colour that stands at part percent of the way from c to d.
func (c rgb) blend(d rgb, part int) rgb {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(100-part) + int(b)*part) / 100) }
	return rgb{mix(c.r, d.r), mix(c.g, d.g), mix(c.b, d.b)}
}

// The states' colours are Okabe and Ito's, which stay apart for colour-blind
// eyes; on a light ground those that would fade there are darkened.
var darkInks = [inks]rgb{
	inkQuiet: {139, 144, 156}, inkFaint: {82, 87, 100},
	inkRunning: {0, 158, 115}, inkReady: {230, 159, 0}, inkTask: {86, 180, 233}, inkWait: {142, 144, 152},
	inkCancel: {213, 94, 0}, inkShield: {204, 121, 167}, inkSlow: {240, 228, 66}, inkRaised: {255, 138, 148},
	inkKeyword: {160, 164, 214}, inkString: {166, 176, 140}, inkNumber: {190, 168, 146}, inkDefined: {222, 224, 230},
	inkOnState: {14, 16, 20},
}

var lightInks = [inks]rgb{
	inkQuiet: {98, 104, 116}, inkFaint: {186, 190, 200},
	inkRunning: {0, 138, 100}, inkReady: {184, 118, 0}, inkTask: {0, 114, 178}, inkWait: {120, 128, 146},
	inkCancel: {194, 76, 0}, inkShield: {172, 82, 132}, inkSlow: {150, 136, 0}, inkRaised: {178, 34, 56},
	inkKeyword: {84, 76, 160}, inkString: {84, 104, 52}, inkNumber: {128, 92, 52}, inkDefined: {20, 22, 28},
	inkOnState: {255, 255, 255},
}

var darkGrounds = [8]rgb{
	groundLit >> 5: {44, 50, 66}, groundBar >> 5: {34, 37, 46}, groundRunning >> 5: {0, 158, 115},
	groundReady >> 5: {230, 159, 0}, groundSlow >> 5: {240, 228, 66}, groundLitBar >> 5: {62, 70, 92},
}

var lightGrounds = [8]rgb{
	groundLit >> 5: {221, 228, 243}, groundBar >> 5: {236, 238, 243}, groundRunning >> 5: {0, 138, 100},
	groundReady >> 5: {184, 118, 0}, groundSlow >> 5: {150, 136, 0}, groundLitBar >> 5: {200, 210, 232},
}

// A skin turns styles into SGR sequences and glyphs into characters, as the
// terminal and the user want them.
type skin struct {
	colour bool // no colour at all otherwise; bold, reverse and underline stay
	few    bool // only 16 colours: no tinted grounds
	fixed  bool // only the 256 colours of the common palette
	light  bool // the terminal's ground is light
	ascii  bool
	cache  []string // of sgr, by style
}

// sgr gives the sequence that switches to a style from any other.
func (sk *skin) sgr(st style) string {
	if sk.cache == nil {
		sk.cache = make([]string, styles)
	}
	if sk.cache[st] == "" {
		sk.cache[st] = sk.sequence(st)
	}
	return sk.cache[st]
}

// sequence builds what sgr caches.
func (sk *skin) sequence(st style) string {
	seq := []byte("\x1b[0")
	for _, a := range [...]struct {
		bit  style
		code string
	}{{bold, ";1"}, {italic, ";3"}, {underline, ";4"}, {reverse, ";7"}} {
		if st&a.bit != 0 {
			seq = append(seq, a.code...)
		}
	}
	if st&dimmed != 0 && (!sk.colour || sk.few) {
		seq = append(seq, ";2"...)
	}
	if sk.colour {
		seq = sk.colours(seq, st)
	}
	return string(append(seq, 'm'))
}

func (sk *skin) colours(seq []byte, st style) []byte {
	inkTable, grounds, paper := &darkInks, &darkGrounds, rgb{24, 26, 32}
	if sk.light {
		inkTable, grounds, paper = &lightInks, &lightGrounds, rgb{255, 255, 255}
	}
	ink, ground := st&inkMask, st&groundMask
	if sk.few && (ground == groundLit || ground == groundBar) {
		ground = 0
	}
	fg := inkTable[ink]
	if ink == inkPlain && st&dimmed != 0 {
		fg = inkTable[inkQuiet]
	}
	if ink != inkPlain || st&dimmed != 0 {
		if st&dimmed != 0 && !sk.few {
			fg = fg.blend(paper, 55)
		}
		seq = sk.appendColour(seq, '3', fg)
	}
	if ground != 0 {
		bg := grounds[ground>>5]
		if st&dimmed != 0 && !sk.few && ground >= groundRunning && ground <= groundSlow {
			bg = bg.blend(paper, 55)
		}
		seq = sk.appendColour(seq, '4', bg)
	}
	return seq
}

// appendColour appends the parameters for a colour of the ink ('3') or the
// ground ('4').
func (sk *skin) appendColour(seq []byte, of byte, c rgb) []byte {
	if sk.fixed {
		seq = append(seq, ';', of, '8', ';', '5', ';')
		return strconv.AppendInt(seq, int64(c.nearest()), 10)
	}
	seq = append(seq, ';', of, '8', ';', '2')
	for _, v := range [...]uint8{c.r, c.g, c.b} {
		seq = strconv.AppendUint(append(seq, ';'), uint64(v), 10)
	}
	return seq
}

// nearest gives the colour of the 256 that is nearest in RGB: a tinted grey
// becomes a grey and not, as by hue, a strong colour.
func (c rgb) nearest() int {
	best, least := 0, 1<<30
	for i := 16; i < 256; i++ {
		d := c.distance(fixedColour(i))
		if d < least {
			best, least = i, d
		}
	}
	return best
}

func (c rgb) distance(d rgb) int {
	r, g, b := int(c.r)-int(d.r), int(c.g)-int(d.g), int(c.b)-int(d.b)
	return r*r + g*g + b*b
}

// fixedColour gives colour i, from 16, of the 256 of xterm.
func fixedColour(i int) rgb {
	if i >= 232 {
		v := uint8(8 + 10*(i-232))
		return rgb{v, v, v}
	}
	level := func(v int) uint8 {
		if v == 0 {
			return 0
		}
		return uint8(55 + 40*v)
	}
	i -= 16
	return rgb{level(i / 36), level(i / 6 % 6), level(i % 6)}
}

// A glyph is a sign that loopscope draws itself.
type glyph uint8

// The glyphs of states, marks and frames.
const (
	glyphRunning glyph = iota
	glyphReady
	glyphTimer // waiting for a timer
	glyphTask  // waiting on a task or future
	glyphSync  // waiting on a lock, queue or the like
	glyphIO
	glyphSlow
	glyphIdle // the loop rests
	glyphReturned
	glyphRaised
	glyphCancelled
	glyphRequested // cancel requested, cancel delivered
	glyphSwallowed
	glyphWallLeft
	glyphWallRight
	glyphCallback
	glyphCut
	glyphCursor // the selected row
	glyphHead   // the playhead on the ruler
	glyphBranch // a task that has a younger sibling
	glyphLast
	glyphTrunk
	glyphRule
	glyphBar // upright line between columns
	glyphTeeDown
	glyphTeeUp
	glyphSwitched
	glyphStayed
	glyphDot // between two words
	glyphWakeDown
	glyphWakeUp
	glyphWakeLine
	glyphMark
	glyphRight
	glyphMore
	glyphThumb
	glyphBreak // a line with a breakpoint
	glyphBookmark
	glyphFold
	glyphDiffers // a lane that another run has not alike
	glyphs
)

var unicodeGlyphs = [glyphs]rune{
	glyphRunning: '█', glyphReady: '▒', glyphTimer: '╌', glyphTask: '─', glyphSync: '┄', glyphIO: '≈',
	glyphSlow: '█', glyphIdle: '·', glyphReturned: '✓', glyphRaised: '✗', glyphCancelled: '⊘',
	glyphRequested: '⌁', glyphSwallowed: '⊙', glyphWallLeft: '▌', glyphWallRight: '▐', glyphCallback: 'ƒ',
	glyphCut: '…', glyphCursor: '▸', glyphHead: '▾', glyphBranch: '├', glyphLast: '└', glyphTrunk: '│',
	glyphRule: '─', glyphBar: '│', glyphTeeDown: '┬', glyphTeeUp: '┴', glyphSwitched: '●', glyphStayed: '○',
	glyphDot: '·', glyphWakeDown: '↓', glyphWakeUp: '↑', glyphWakeLine: '│', glyphMark: '◆', glyphRight: '▸',
	glyphMore: '↓', glyphThumb: '┃', glyphBookmark: '⚑', glyphFold: '»', glyphDiffers: '≠',
	glyphBreak: '■',
}

var asciiGlyphs = [glyphs]rune{
	glyphRunning: '#', glyphReady: '=', glyphTimer: '.', glyphTask: '-', glyphSync: '~', glyphIO: '^',
	glyphSlow: '%', glyphIdle: ' ', glyphReturned: '+', glyphRaised: 'x', glyphCancelled: '/',
	glyphRequested: '!', glyphSwallowed: '@', glyphWallLeft: '[', glyphWallRight: ']', glyphCallback: 'f',
	glyphCut: '~', glyphCursor: '>', glyphHead: 'v', glyphBranch: '|', glyphLast: '`', glyphTrunk: '|',
	glyphRule: '-', glyphBar: '|', glyphTeeDown: '+', glyphTeeUp: '+', glyphSwitched: '*', glyphStayed: 'o',
	glyphDot: ',', glyphWakeDown: 'v', glyphWakeUp: '^', glyphWakeLine: '|', glyphMark: '*', glyphRight: '>',
	glyphMore: 'v', glyphThumb: '#', glyphBookmark: '!', glyphFold: ':', glyphDiffers: '&',
	glyphBreak: 'B',
}

// glyph gives the character of a glyph.
func (sk *skin) glyph(g glyph) rune {
	if sk.ascii {
		return asciiGlyphs[g]
	}
	return unicodeGlyphs[g]
}
