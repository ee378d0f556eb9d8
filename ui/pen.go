package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"loopscope/sched/trace"
)

// A pen writes text from left to right on one row, never past its end. What
// does not fit is cut with an ellipsis.
type pen struct {
	g      *grid
	sk     *skin
	x, y   int
	end    int // column after the last that may be written
	ground style
}

// pen gives a pen for a row of a rectangle.
func (f *frame) pen(r rect, row int) pen {
	p := pen{g: &f.grid, sk: f.skin, x: r.x, y: r.y + row, end: r.x + r.w}
	if row < 0 || row >= r.h {
		p.end = p.x // a row outside of the rectangle: nothing is written
	}
	return p
}

// left gives the cells that are left.
func (p *pen) left() int { return max(p.end-p.x, 0) }

// put writes a text; cut with an ellipsis if it is too long.
func (p *pen) put(s string, st style) {
	st |= p.ground
	for i := 0; i < len(s); {
		size, width := p.g.putCluster(p.x, p.y, s[i:], putAt{p.left(), st})
		if width == 0 {
			p.ellipsis(st)
			return
		}
		i, p.x = i+size, p.x+width
	}
}

// middle writes a text; one that is too long loses its middle, since what tells
// names apart often stands at their ends.
func (p *pen) middle(s string, st style) {
	room := p.left()
	if textWidth(s) <= room || room < 5 {
		p.put(s, st)
		return
	}
	tail := len(s)
	for used := 0; ; {
		_, size := utf8.DecodeLastRuneInString(s[:tail])
		used += textWidth(s[tail-size : tail])
		if used > (room-1)/2 {
			break
		}
		tail -= size
	}
	head := *p
	head.end = p.end - textWidth(s[tail:])
	head.put(s, st)
	p.x = head.x
	p.put(s[tail:], st)
}

// ellipsis marks the end of the row as cut.
func (p *pen) ellipsis(st style) {
	if p.end > p.x-1 && p.end > 0 {
		p.g.set(p.end-1, p.y, p.sk.glyph(glyphCut), st)
		p.x = p.end
	}
}

// rune writes one character of the skin.
func (p *pen) rune(r rune, st style) {
	if p.left() > 0 {
		p.g.set(p.x, p.y, r, st|p.ground)
		p.x++
	}
}

// repeat writes a character n times.
func (p *pen) repeat(r rune, n int, st style) {
	for range min(n, p.left()) {
		p.rune(r, st)
	}
}

// skip moves on by n cells and paints the ground there.
func (p *pen) skip(n int) { p.repeat(' ', n, 0) }

// to moves to a column, painting the ground on the way; never back.
func (p *pen) to(x int) { p.skip(min(x, p.end) - p.x) }

// fit writes a text into exactly n cells.
func (p *pen) fit(s string, n int, st style) {
	end, stop := p.end, min(p.x+n, p.end)
	p.end = stop
	p.put(s, st)
	p.skip(stop - p.x)
	p.end = end
}

// number writes an integer.
func (p *pen) number(n int, st style) { p.bytes(strconv.AppendInt(p.g.num[:0], int64(n), 10), st) }

// clock writes a time with three digits after the point, so that it stays
// where it is while it runs: 0.250.
func (p *pen) clock(t trace.Time, st style) { p.bytes(appendClock(p.g.num[:0], t), st) }

func (p *pen) bytes(b []byte, st style) {
	for _, c := range b {
		if p.left() == 0 {
			p.ellipsis(st | p.ground)
			return
		}
		p.rune(rune(c), st)
	}
}

// appendClock appends a time in seconds with three digits after the point.
func appendClock(dst []byte, t trace.Time) []byte {
	if t < 0 {
		dst, t = append(dst, '-'), -t
	}
	ms := int64(t / (trace.Second / 1000))
	dst = strconv.AppendInt(dst, ms/1000, 10)
	return append(dst, '.', byte('0'+ms/100%10), byte('0'+ms/10%10), byte('0'+ms%10))
}

// wrap breaks a text at blanks into lines of at most width cells; a word that
// is longer is broken.
func wrap(s string, width int) []string {
	if width < 1 {
		return nil
	}
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		w := textWidth(word)
		if used > 0 && used+1+w <= width {
			line, used = line+" "+word, used+1+w
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for w > width {
			cut := cutAt(word, width)
			lines = append(lines, word[:cut])
			word = word[cut:]
			w = textWidth(word)
		}
		line, used = word, w
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}

// cutAt gives the length of the longest beginning of s that takes at most
// width cells, at least one character.
func cutAt(s string, width int) int {
	cut, used := 0, 0
	for cut < len(s) {
		size, w := clusterWidth(s[cut:])
		if used+w > width && cut > 0 {
			break
		}
		cut, used = cut+size, used+w
	}
	return cut
}
