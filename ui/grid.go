package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A cell is one character cell of the screen. r is a rune; 0 a blank; below 0
// the negated index of a cluster in grid.clusters, or rightHalf.
type cell struct {
	r  rune
	st style
}

// rightHalf is the right half of a character two cells wide.
const rightHalf rune = -1 << 31

// A grid is the whole screen, painted anew for each frame and then encoded
// into one string. Panes paint into rectangles of it.
type grid struct {
	w, h     int
	cells    []cell
	clusters []string // graphemes of several runes; 0 is unused
	buf      []byte   // of encode, kept for its capacity
	num      [24]byte // of pen.number and pen.clock
	ascii    bool     // what loopscope draws itself is spelled in ASCII
}

// A rect is a region of the screen in cells.
type rect struct{ x, y, w, h int }

func (r rect) empty() bool            { return r.w <= 0 || r.h <= 0 }
func (r rect) contains(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// reset makes the grid w×h blank cells.
func (g *grid) reset(w, h int) {
	g.w, g.h = w, h
	if n := w * h; cap(g.cells) < n {
		g.cells = make([]cell, n)
	} else {
		g.cells = g.cells[:n]
	}
	clear(g.cells)
	g.clusters = append(g.clusters[:0], "")
}

// set writes a character one cell wide. What is outside of the grid is left
// out, and a wide character of which one half is overwritten becomes blank.
func (g *grid) set(x, y int, r rune, st style) {
	if x < 0 || y < 0 || x >= g.w || y >= g.h {
		return
	}
	if r == ' ' {
		r = 0
	}
	g.split(x, y)
	g.cells[y*g.w+x] = cell{r, st}
}

// setWide writes a character two cells wide.
func (g *grid) setWide(x, y int, r rune, st style) {
	if x < 0 || y < 0 || x+1 >= g.w || y >= g.h {
		g.set(x, y, ' ', st)
		return
	}
	g.split(x, y)
	g.split(x+1, y)
	g.cells[y*g.w+x] = cell{r, st}
	g.cells[y*g.w+x+1] = cell{rightHalf, st}
}

// split blanks the other half of the wide character at (x, y), if there is one.
func (g *grid) split(x, y int) {
	i := y*g.w + x
	if g.cells[i].r == rightHalf && x > 0 {
		g.cells[i-1].r = 0
	}
	if x+1 < g.w && g.cells[i+1].r == rightHalf {
		g.cells[i+1].r = 0
	}
}

// restyle gives a cell another style and leaves its character.
func (g *grid) restyle(x, y int, f func(style) style) {
	if x >= 0 && y >= 0 && x < g.w && y < g.h {
		c := &g.cells[y*g.w+x]
		c.st = f(c.st)
	}
}

// ground gives the ground of a cell.
func (g *grid) ground(x, y int) style { return g.cells[y*g.w+x].st & groundMask }

// free reports whether a cell is blank and no gap between two words.
func (g *grid) free(x, y int) bool {
	row := g.cells[y*g.w : (y+1)*g.w]
	return row[x].r == 0 && (x == 0 || x+1 == g.w || row[x-1].r == 0 || row[x+1].r == 0)
}

// fill paints a rectangle with one character.
func (g *grid) fill(r rect, ch rune, st style) {
	for y := max(r.y, 0); y < min(r.y+r.h, g.h); y++ {
		for x := max(r.x, 0); x < min(r.x+r.w, g.w); x++ {
			g.set(x, y, ch, st)
		}
	}
}

// encode gives the screen as one string, rows parted by newlines. Blank cells
// at the end of a row are left out, and an SGR sequence stands only where the
// style changes.
func (g *grid) encode(sk *skin) string {
	buf := g.buf[:0]
	for y := range g.h {
		if y > 0 {
			buf = append(buf, '\n')
		}
		row := g.cells[y*g.w : (y+1)*g.w]
		for len(row) > 0 && row[len(row)-1] == (cell{}) {
			row = row[:len(row)-1]
		}
		last := style(0)
		for x, c := range row {
			if c.st != last {
				buf = append(buf, sk.sgr(c.st)...)
				last = c.st
			}
			switch {
			case c.r == 0 && c.st&groundMask != 0 && (x+1 == len(row) || row[x+1] == cell{}):
				// A plain blank here would be erased rather than written, and
				// not every terminal erases in the colour of the ground.
				buf = append(buf, "\u00a0"...)
			case c.r == 0:
				buf = append(buf, ' ')
			case c.r > 0 && c.r < utf8.RuneSelf:
				buf = append(buf, byte(c.r))
			case c.r > 0:
				buf = utf8.AppendRune(buf, c.r)
			case c.r != rightHalf:
				buf = append(buf, g.clusters[-c.r]...)
			}
		}
		if last != 0 {
			buf = append(buf, "\x1b[m"...)
		}
	}
	g.buf = buf
	return string(buf)
}

// text gives the screen without styles, rows parted by newlines.
func (g *grid) text() string {
	return strings.ReplaceAll(ansi.Strip(g.encode(&skin{})), "\u00a0", " ")
}

// putCluster writes the first character of s, whatever it is, if it fits into
// room cells. It gives how many bytes and cells it took; no cells if there
// was no room.
func (g *grid) putCluster(x, y int, s string, at putAt) (size, width int) {
	r, size := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		if at.room < 1 {
			return size, 0
		}
		g.set(x, y, harmless(r), at.st)
		return size, 1
	}
	if plain := plainRune(r); g.ascii && plain != 0 {
		if at.room < 1 {
			return size, 0
		}
		g.set(x, y, plain, at.st)
		return size, 1
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	shown := cluster
	if bare := harmless(r); bare != r {
		// A control takes only itself: what follows is text again.
		cluster, shown, width = s[:size], "", 1
		r = bare
	} else if width == 0 || width > 2 || ansi.StringWidthWc(cluster) != width {
		// Terminals disagree about its width: its first character must do.
		shown = ""
		r, width = alone(r)
	}
	if at.room < width {
		return len(cluster), 0
	}
	if utf8.RuneCountInString(shown) > 1 {
		g.clusters = append(g.clusters, shown)
		r = rune(1 - len(g.clusters))
	}
	if width == 2 {
		g.setWide(x, y, r, at.st)
	} else {
		g.set(x, y, r, at.st)
	}
	return len(cluster), width
}

// alone gives what is shown for a character by itself, and its cells: itself,
// unless it takes none or terminals disagree about them.
func alone(r rune) (shown rune, width int) {
	width = ansi.StringWidthWc(string(r))
	if width < 1 || ansi.StringWidth(string(r)) != width {
		return unknownRune, 1
	}
	return r, width
}

// putAt says how a cluster is written.
type putAt struct {
	room int // cells
	st   style
}

// unknownRune stands for what cannot be shown.
const unknownRune = '·'

// harmless gives what is shown for a rune: itself, or for one that a terminal
// might obey a picture of it.
func harmless(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r < 0x80:
		return r
	case r < 0xa0, r == utf8.RuneError, r == 0xfeff, r == 0x61c,
		r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return unknownRune
	}
	return r
}

// plainRune gives the ASCII character for a sign that loopscope's own texts
// use, 0 for any other.
func plainRune(r rune) rune { return plainRunes[r] }

var plainRunes = func() map[rune]rune {
	all := map[rune]rune{'→': '>', '←': '<', '×': 'x', '↑': '^', '↓': 'v', '·': ',', '…': '~', barEdge: '"'}
	for i, bar := range bars {
		all[bar] = asciiBars[i]
	}
	for g, r := range unicodeGlyphs {
		if _, known := all[r]; !known {
			all[r] = asciiGlyphs[g]
		}
	}
	return all
}()

// textWidth gives the cells that a text takes when it is painted.
func textWidth(s string) int {
	w := 0
	for len(s) > 0 {
		size, width := clusterWidth(s)
		s, w = s[size:], w+width
	}
	return w
}

// clusterWidth gives the bytes and cells of the first character of s, as
// putCluster paints it.
func clusterWidth(s string) (size, width int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if harmless(r) != r {
		return size, 1
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if width == 0 || width > 2 || ansi.StringWidthWc(cluster) != width {
		_, width = alone(r)
	}
	return len(cluster), width
}
