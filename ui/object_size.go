package ui

import (
	"strconv"

	"loopscope/sched/timeline"
)

// A drawer draws the size of an object over time, a column of eighths of a
// cell for each column of the lanes' ruler.
type drawer struct {
	heights []int // by column, in eighths; -1: not known, or before the object
	past    int   // columns up to the playhead
	edge    int   // the row whose upper edge is the most there can be; 0: none
	text    []rune
}

// sizes writes the drawing of the shown object's size; what is only there or
// not there, a lock say, is one row high.
func (o *objects) sizes(w *watch, l *list, st timeline.ObjectState) {
	rows := 1
	if top := o.top(); o.region.h >= 16 && top > 1 {
		rows = min(4, top)
	}
	o.draw(w, rows)
	if o.drawer.edge = 0; o.shown.Limit > 0 {
		o.drawer.edge = rows - 1
	}
	for y := rows - 1; y >= 0; y-- {
		row := l.say()
		switch {
		case y == rows-1 && rows > 1 && o.shown.Limit > 0:
			row.put("max ", inkQuiet).put(strconv.Itoa(o.shown.Limit), inkQuiet)
		case y == rows-1 && rows > 1:
			row.put("peak ", inkQuiet).put(strconv.Itoa(o.top()), inkQuiet)
		case y == 0:
			row.put(sizeWord(o.shown.Kind), inkQuiet).put(sizeShort(o.shown, st), 0)
		}
		row.tab(o.labels())
		o.drawer.row(row, y)
	}
}

// sizeWord says what the size of an object is.
func sizeWord(kind string) string {
	switch kind {
	case "Queue":
		return "size "
	case "Semaphore":
		return "left "
	case "Barrier":
		return "inside "
	}
	return ""
}

// sizeShort gives the size itself.
func sizeShort(of *timeline.Object, st timeline.ObjectState) string {
	if sizeWord(of.Kind) == "" {
		return sizeOf(of, st)
	}
	return strconv.Itoa(st.Size)
}

// top gives the size that takes the whole height of the drawing.
func (o *objects) top() int {
	top := 1
	if i := o.shown.Sizes(); i > 0 {
		top = max(top, o.shown.Size(i-1).Peak)
	}
	return max(top, o.shown.Limit)
}

// draw finds how high the drawing is in each column.
func (o *objects) draw(w *watch, rows int) {
	d, k := &o.drawer, &w.ruler
	room := o.region.w - o.labels() - 3
	width := max(0, min(room, k.width))
	d.heights = d.heights[:0]
	d.past = min(max(w.head()*width/max(k.width, 1), 0), width)
	known := w.head() // nothing is known of what comes
	if n := len(k.marks); w.past && !w.noFuture && n > 0 {
		known = max(known, k.ends(n-1))
	}
	before := -1
	for x := range width {
		at := x * k.width / width
		n := k.position(at, w.home)
		height := -1
		if at < known {
			height = o.height(max(before, 0), n, rows)
		}
		before = n
		d.heights = append(d.heights, height)
	}
}

// mostSteps bounds how many sizes of one column are looked at.
const mostSteps = 64

// height gives the height of the largest size between two positions, in
// eighths; -1 before the object.
func (o *objects) height(from, to, rows int) int {
	last := o.shown.SizeAt(to)
	if last < 0 {
		return -1
	}
	size := 0
	for i := last; i >= 0 && i > last-mostSteps; i-- {
		step := o.shown.Size(i)
		size = max(size, step.Size)
		if step.From.N <= from {
			break
		}
	}
	if size == 0 {
		return 0
	}
	return max(1, size*8*rows/o.top())
}

// row writes row y of the drawing, counted from below.
func (d *drawer) row(row *listRow, y int) {
	for _, part := range [...]struct {
		heights []int
		st      style
	}{{d.heights[:d.past], inkQuiet}, {d.heights[d.past:], dim(inkQuiet)}} {
		d.text = d.text[:0]
		for _, h := range part.heights {
			switch eighths := h - 8*y; {
			case eighths > 0:
				d.text = append(d.text, bars[min(eighths, len(bars))-1])
			case y == d.edge && y > 0:
				d.text = append(d.text, barEdge)
			case h < 0 || y > 0:
				d.text = append(d.text, ' ')
			default:
				d.text = append(d.text, '·')
			}
		}
		row.put(string(d.text), part.st)
	}
}
