package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// Measures of the picture, in pixels.
const (
	svgMargin  = 28.0
	svgFont    = 14.0
	svgChar    = 8.43 // width of a character of the font
	svgSmall   = 12.0
	svgSmallCh = 7.22
	svgLane    = 22.0 // height of a lane's spans
	svgRow     = 52.0 // from a lane to the next
	svgTop     = 104.0
	svgStep    = 13.0 // width of a handle
)

// fewEdges is up to how many arrows of a kind still explain more than they
// hide.
const fewEdges = 40

// The colours: the states' are Okabe and Ito's.
const (
	inkGround  = "#15171c"
	inkPanel   = "#1c1f26"
	inkGrid    = "#2a2e37"
	inkText    = "#d8dbe2"
	inkQuiet   = "#8b909c"
	inkRunning = "#009e73"
	inkReady   = "#e69f00"
	inkTask    = "#56b4e9"
	inkTimer   = "#7e889c"
	inkCancel  = "#d55e00"
	inkShield  = "#cc79a7"
	inkSlow    = "#f0e442"
	inkRaised  = "#ff8a94"
)

// SVG writes a picture of a run at a position, or of the whole run: a lane for
// each task on a ruler of loop time, who woke whom, what was printed, how each
// ended, and the sentence that explains the moment. The error is w's.
func SVG(w io.Writer, tl *timeline.Timeline, opts Options) error {
	opts = opts.withDefaults(1200, 480)
	p := &picture{tl: tl, opts: opts, at: opts.At}
	if p.at <= 0 || p.at > tl.View().Len() {
		p.at = tl.View().Len()
	}
	p.layOut()
	p.frame()
	p.heading()
	p.ruler()
	p.edges(timeline.EdgeCreate)
	for i, l := range p.lanes {
		p.lane(l, p.top(i))
	}
	p.edges(timeline.EdgeWake)
	p.edges(timeline.EdgeCancel)
	p.playhead()
	p.foot()
	p.printf("</svg>\n")
	_, err := w.Write(p.body.Bytes())
	return err
}

type picture struct {
	tl    *timeline.Timeline
	opts  Options
	at    int // the position shown
	lanes []*timeline.Lane
	rows  map[trace.Task]int
	heads []string
	axis  *axis
	left  float64 // where the axis begins
	why   []string
	high  float64
	body  bytes.Buffer
}

func (p *picture) printf(format string, args ...any) { _, _ = fmt.Fprintf(&p.body, format, args...) }

// escape makes a text fit for XML, and harmless.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(Harmless(s)))
	return b.String()
}

// A place is a point of the picture.
type place struct{ x, y float64 }

// words writes a text that begins at a place, no wider than a width.
func (p *picture) words(at place, width float64, ink, s string) {
	s = ansi.Truncate(Harmless(s), max(int(width/svgChar), 0), "…")
	p.printf(`<text x="%.1f" y="%.1f" fill="%s">%s</text>`+"\n", at.x, at.y, ink, escape(s))
}

func (p *picture) small(x, y float64, ink, s string) {
	p.printf(`<text x="%.1f" y="%.1f" fill="%s" font-size="%g">%s</text>`+"\n", x, y, ink, svgSmall, escape(s))
}

func textWidth(s string, char float64) float64 { return float64(ansi.StringWidth(s)) * char }

// layOut finds what there is to draw and where.
func (p *picture) layOut() {
	p.rows = map[trace.Task]int{}
	for _, l := range p.tl.Lanes() {
		if l.Born <= p.at && len(p.lanes) < p.opts.Lanes {
			p.rows[l.Task] = len(p.lanes)
			p.lanes = append(p.lanes, l)
		}
	}
	p.heads = treeHeads(p.lanes, unicodeSkin)
	head, tail := textWidth("loop", svgChar), 0.0
	for i, l := range p.lanes {
		head = min(max(head, textWidth(p.heads[i], svgChar)), 220)
		if said, _ := p.outcome(l); said != "" {
			tail = min(max(tail, textWidth(said, svgChar)+14), 230)
		}
	}
	width := float64(p.opts.Width)
	p.left = svgMargin + head + 24
	p.axis = newAxis(p.tl, width-svgMargin-tail-p.left, svgStep)
	why := Harmless(p.tl.Why(p.at).String())
	p.why = strings.Split(ansi.Wrap(why, int((width-2*svgMargin-70)/svgChar), ""), "\n")
	p.high = p.top(len(p.lanes)) + 62 + 20*float64(len(p.why))
}

// top gives the upper edge of the lane of a row; the loop stands above them.
func (p *picture) top(row int) float64 { return svgTop + 36 + svgRow*float64(row) }

func (p *picture) frame() {
	p.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%.0f" viewBox="0 0 %d %.0f" `+
		`xml:space="preserve" font-family="'DejaVu Sans Mono',ui-monospace,'SF Mono',Menlo,Consolas,monospace" font-size="%g">`+"\n",
		p.opts.Width, p.high, p.opts.Width, p.high, svgFont)
	p.printf("<title>%s</title>\n", escape(p.opts.Title))
	p.printf(`<defs>
<pattern id="ready" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="%s" fill-opacity="0.28"/><rect width="3" height="6" fill="%s" fill-opacity="0.85"/></pattern>
<marker id="wake" viewBox="0 0 8 8" refX="6.5" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="%s"/></marker>
<marker id="cancel" viewBox="0 0 8 8" refX="6.5" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="%s"/></marker>
</defs>
`, inkReady, inkReady, inkReady, inkCancel)
	p.printf(`<rect width="%d" height="%.0f" rx="10" fill="%s"/>`+"\n", p.opts.Width, p.high, inkGround)
}

func (p *picture) heading() {
	width := float64(p.opts.Width)
	p.printf(`<path d="M0 44V10a10 10 0 0 1 10 -10H%.0fa10 10 0 0 1 10 10V44z" fill="%s"/>`+"\n", width-10, inkPanel)
	p.printf(`<rect x="%g" y="10" width="96" height="24" rx="4" fill="%s"/>`+"\n", svgMargin, inkRunning)
	p.printf(`<text x="%g" y="27" fill="%s" font-weight="bold">loopscope</text>`+"\n", svgMargin+10, inkGround)
	st := p.tl.At(p.at)
	right := fmt.Sprintf("turn %d   t %s s", st.Turn, st.T)
	p.words(place{svgMargin + 112, 27}, width-2*svgMargin-140-textWidth(right, svgChar), inkText, p.opts.Title)
	p.words(place{width - svgMargin - textWidth(right, svgChar), 27}, width, inkQuiet, right)
}

// ruler draws the times, the loop's own row, and lines down to the last lane.
func (p *picture) ruler() {
	bottom := p.top(len(p.lanes)) - 14
	free := 0.0
	for _, t := range p.axis.ticks(max(int(p.axis.width/110), 2)) {
		x, label := p.left+p.axis.time(t), t.String()+"s"
		if x < free {
			continue
		}
		p.printf(`<path d="M%.1f %.1fV%.1f" stroke="%s"/>`+"\n", x, svgTop-22, bottom, inkGrid)
		p.small(x+5, svgTop-16, inkQuiet, label)
		free = x + textWidth(label, svgSmallCh) + 18
	}
	y := svgTop
	p.words(place{svgMargin, y + 13}, p.left, inkQuiet, "loop")
	p.printf(`<path d="M%.1f %.1fH%.1f" stroke="%s" stroke-width="2" stroke-dasharray="1 6" stroke-linecap="round"/>`+"\n",
		p.left, y+9, p.left+p.axis.width, inkTimer)
	slow := slowColumns(p.tl)
	for i := range p.axis.begin {
		ink := inkRunning
		if slow[i] {
			ink = inkSlow
		}
		p.printf(`<rect x="%.1f" y="%.1f" width="%.1f" height="18" rx="2" fill="%s"/>`+"\n",
			p.left+p.axis.begin[i], y, max(p.axis.end[i]-p.axis.begin[i]-1, 1), ink)
	}
}

// lane draws the spans of a task, what it waited for, and how it ended.
func (p *picture) lane(l *timeline.Lane, y float64) {
	p.words(place{svgMargin, y + 16}, p.left-svgMargin-8, inkText, p.heads[p.rows[l.Task]])
	end := 0.0
	for i := range l.Spans() {
		s := l.Span(i)
		if s.From.N > p.at {
			break
		}
		from, to := p.axis.span(l, i)
		end = max(end, to)
		p.span(l, i, y, [2]float64{p.left + from, p.left + to})
	}
	p.marks(l, y)
	if said, ink := p.outcome(l); said != "" {
		p.words(place{p.left + end + 10, y + 16}, float64(p.opts.Width)-svgMargin/2-p.left-end-10, ink, said)
	}
	p.prints(l, y+svgLane+15)
}

func (p *picture) span(l *timeline.Lane, i int, y float64, x [2]float64) {
	s, width := l.Span(i), x[1]-x[0]
	switch s.Phase {
	case timeline.Running:
		ink := inkRunning
		if s.Slow {
			ink = inkSlow
		}
		p.printf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%g" rx="2" fill="%s"/>`+"\n", x[0], y, max(width-1, 2), svgLane, ink)
	case timeline.Ready:
		p.printf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%g" fill="url(#ready)"/>`+"\n", x[0], y, max(width-1, 1), svgLane)
	case timeline.Waiting:
		ink, dash := inkTask, ""
		switch s.Wait {
		case timeline.WaitTimer:
			ink, dash = inkTimer, ` stroke-dasharray="7 5"`
		case timeline.WaitSync, timeline.WaitIO:
			ink, dash = inkTimer, ` stroke-dasharray="2 4"`
		}
		p.printf(`<path d="M%.1f %.1fH%.1f" stroke="%s" stroke-width="2"%s/>`+"\n", x[0]+1, y+svgLane/2, x[1]-1, ink, dash)
		p.waitLabel(l.SpanLabel(i), ink, y, x)
	}
}

// waitLabel writes what is waited for into the middle of a line, if it fits.
func (p *picture) waitLabel(label, ink string, y float64, x [2]float64) {
	width := textWidth(label, svgChar)
	if label == "" || width+36 > x[1]-x[0] {
		return
	}
	at := (x[0]+x[1])/2 - width/2
	p.printf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%g" fill="%s"/>`+"\n", at-8, y, width+16, svgLane, inkGround)
	p.words(place{at, y + 16}, width+svgChar, ink, label)
}

func (p *picture) marks(l *timeline.Lane, y float64) {
	for i := range l.MarkAt(p.at) {
		m := l.Mark(i)
		x := p.left + p.axis.at(m.At)
		switch m.Kind {
		case timeline.MarkAsked:
			p.printf(`<path d="M%.1f %.1fl-6 9h4.5l-3 8l9 -10.5h-5l3.5 -6.5z" fill="%s" stroke="%s" stroke-width="1.5"/>`+"\n", x+3, y-9, inkCancel, inkGround)
		case timeline.MarkShield:
			end := p.left + p.axis.width
			if m.Until.N != 0 && m.Until.N <= p.at {
				end = p.left + p.axis.at(m.Until)
			}
			p.printf(`<path d="M%.1f %.1fv-4H%.1fv4" fill="none" stroke="%s" stroke-width="3"/>`+"\n", x, y+2, end, inkShield)
		case timeline.MarkSwallowed:
			p.printf(`<circle cx="%.1f" cy="%.1f" r="6" fill="%s" stroke="%s" stroke-width="2"/>`+"\n", x, y+svgLane/2, inkGround, inkCancel)
		}
	}
}

// outcome says how a task had ended at the position, and in which colour.
func (p *picture) outcome(l *timeline.Lane) (said, ink string) {
	if l.Ended == 0 || l.Ended > p.at {
		return "", ""
	}
	switch l.Outcome {
	case trace.Raised:
		return "✗ raised " + Harmless(l.Result), inkRaised
	case trace.Cancelled:
		return "⊘ cancelled", inkCancel
	}
	if l.Result == "None" {
		return "✓ returned", inkQuiet
	}
	return "✓ " + Harmless(l.Result), inkQuiet
}

// prints writes what a task printed below its lane, where it did; what would
// run into the text before it joins that.
func (p *picture) prints(l *timeline.Lane, y float64) {
	edge := float64(p.opts.Width) - svgMargin
	free := 0.0
	for i := range l.MarkAt(p.at) {
		m := l.Mark(i)
		if m.Kind != timeline.MarkPrint && m.Kind != timeline.MarkStderr && m.Kind != timeline.MarkNotify {
			continue
		}
		said, x := Harmless(m.Text), p.left+p.axis.at(m.At)+4
		if x < free {
			said, x = "· "+said, free
		}
		width := textWidth(said, svgSmallCh)
		if x+width > edge {
			said = ansi.Truncate(said, max(int((edge-x)/svgSmallCh), 0), "…")
			width = textWidth(said, svgSmallCh)
		}
		if said != "" && said != "…" {
			p.small(x, y, inkQuiet, said)
		}
		free = x + width + svgSmallCh
	}
}

// edges draws the arrows of one kind between lanes, while they are few.
func (p *picture) edges(kind timeline.EdgeKind) {
	var edges []timeline.Edge
	for _, e := range p.tl.Edges(0, p.at) {
		_, ok1 := p.rows[e.From]
		_, ok2 := p.rows[e.To]
		if e.Kind == kind && ok1 && ok2 && e.From != e.To {
			edges = append(edges, e)
		}
	}
	if len(edges) > fewEdges {
		return
	}
	for _, e := range edges {
		p.edge(e)
	}
}

func (p *picture) edge(e timeline.Edge) {
	from, to := place{p.left + p.axis.at(e.At), p.top(p.rows[e.From])}, p.top(p.rows[e.To])
	if from.y < to {
		from.y, to = from.y+svgLane, to-2
	} else {
		to += svgLane + 2
	}
	switch e.Kind {
	case timeline.EdgeCreate:
		p.printf(`<path d="M%.1f %.1fV%.1f" stroke="%s" stroke-dasharray="1 3"/>`+"\n", from.x+2, from.y, to, inkQuiet)
	case timeline.EdgeWake:
		p.arrow(from, to, inkReady, "wake")
	case timeline.EdgeCancel:
		p.arrow(from, to, inkCancel, "cancel")
	}
}

// arrow draws a bent arrow from a place up or down to a height.
func (p *picture) arrow(from place, to float64, ink, marker string) {
	x, y, rise := from.x+svgStep/2, from.y, to-from.y
	bent := x + min(14, max(rise, -rise)/4)
	p.printf(`<path d="M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f" fill="none" stroke="%s" stroke-width="1.5" stroke-opacity="0.9" marker-end="url(#%s)"/>`+"\n",
		x, y, bent, y+rise/3, bent, y+rise*2/3, x, to, ink, marker)
}

// playhead marks the position, if it is not the end, and dims what is to come.
func (p *picture) playhead() {
	if p.at == p.tl.View().Len() {
		return
	}
	point := timeline.Point{N: p.at, T: p.tl.TimeAt(p.at), Col: p.tl.Column(p.at)}
	x, bottom := p.left+p.axis.at(point), p.top(len(p.lanes))-14
	p.printf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s" fill-opacity="0.82"/>`+"\n",
		x+1, svgTop-12, float64(p.opts.Width)-x-2, bottom-svgTop+12, inkGround)
	p.printf(`<path d="M%.1f %.1fV%.1f" stroke="%s" stroke-width="1.5"/>`+"\n", x, svgTop-14, bottom, inkText)
}

// foot writes the sentence of the moment, and the legend.
func (p *picture) foot() {
	y := p.top(len(p.lanes)) - 4
	p.printf(`<path d="M%g %.1fH%.1f" stroke="%s"/>`+"\n", svgMargin, y, float64(p.opts.Width)-svgMargin, inkGrid)
	y += 24
	p.words(place{svgMargin, y}, 60, inkQuiet, "why")
	for _, l := range p.why {
		p.words(place{svgMargin + 60, y}, float64(p.opts.Width), inkText, l)
		y += 20
	}
	p.legend(y + 8)
}

// legend explains the colours.
func (p *picture) legend(y float64) {
	x := svgMargin
	for _, k := range []struct{ box, name string }{
		{fmt.Sprintf(`<rect x="%%.1f" y="%%.1f" width="14" height="11" rx="2" fill="%s"/>`, inkRunning), "running"},
		{`<rect x="%.1f" y="%.1f" width="14" height="11" fill="url(#ready)"/>`, "ready"},
		{fmt.Sprintf(`<path d="M%%.1f %%.1fm0 6h20" stroke="%s" stroke-width="2" stroke-dasharray="5 3"/>`, inkTimer), "waiting for a timer"},
		{fmt.Sprintf(`<path d="M%%.1f %%.1fm0 6h20" stroke="%s" stroke-width="2"/>`, inkTask), "waiting for a task"},
		{fmt.Sprintf(`<path d="M%%.1f %%.1fm0 6h19" stroke="%s" stroke-width="1.5" marker-end="url(#wake)"/>`, inkReady), "makes ready"},
	} {
		p.printf(k.box+"\n", x, y-10)
		p.small(x+27, y, inkQuiet, k.name)
		x += 27 + textWidth(k.name, svgSmallCh) + 26
	}
}
