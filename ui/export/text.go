package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// Text writes a run as text: the lanes on a ruler of loop time, what was
// printed and when, and a sentence for each step. The error is w's.
func Text(w io.Writer, tl *timeline.Timeline, opts Options) error {
	opts = opts.withDefaults(100, 60)
	t := &text{out: bufio.NewWriter(w), tl: tl, opts: opts, skin: unicodeSkin}
	if opts.ASCII {
		t.skin = asciiSkin
	}
	t.heading()
	if !t.refusal() {
		for i := range tl.Handles() {
			t.times = max(t.times, len(tl.Handle(i).Begin.T.String()))
		}
		t.lanes()
		t.output()
		t.narration()
		t.ending()
	}
	return t.out.Flush()
}

type text struct {
	out  *bufio.Writer
	tl   *timeline.Timeline
	opts Options
	skin *skin

	times int // columns of the longest loop time
}

// line writes a line, cut to the width, without blanks at its end.
func (t *text) line(format string, args ...any) {
	s := strings.TrimRight(fmt.Sprintf(format, args...), " ")
	_, _ = fmt.Fprintln(t.out, ansi.Truncate(s, t.opts.Width, t.skin.cut))
}

// wrapped writes a text over as many lines as it needs, indented like its
// first word.
func (t *text) wrapped(head, s string) {
	indent := ansi.StringWidth(head)
	for i, l := range strings.Split(ansi.Wrap(s, t.opts.Width-indent, ""), "\n") {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		t.line("%s%s", head, strings.TrimSpace(l))
	}
}

// heading says what was run by what.
func (t *text) heading() {
	t.line("%s", t.opts.Title)
	v := t.tl.View()
	for n := 1; n <= v.Len() && v.At(n).Kind != trace.HandleBegin; n++ {
		if v.At(n).Kind != trace.RunBegin {
			continue
		}
		if e, ok := v.Payload(v.At(n)).(trace.Engine); ok {
			t.line("asyncio as in CPython %s, %s clock", Harmless(e.Version), Harmless(e.Clock))
		}
		break
	}
	t.line("")
}

// refusal says why nothing was run, if so.
func (t *text) refusal() bool {
	v := t.tl.View()
	if v.Len() == 0 {
		t.line("Nothing has happened.")
		return true
	}
	e := v.At(v.Len())
	if e.Kind != trace.RunRefused {
		return false
	}
	t.wrapped("", "It was not run: "+Harmless(v.String(e.Name)))
	lines := strings.Split(t.opts.Listing.Source, "\n")
	if n := int(e.Line); n > 0 && n <= len(lines) {
		t.line("%5d  %s", n, Harmless(strings.TrimRight(lines[n-1], "\r")))
	}
	return true
}

// output lists what was printed.
func (t *text) output() {
	if t.tl.Outputs() == 0 {
		return
	}
	names := 0
	for i := range t.tl.Outputs() {
		o := t.tl.Output(i)
		names = min(max(names, ansi.StringWidth(t.label(o.Task, o.N))), 24)
		t.times = max(t.times, len(o.T.String()))
	}
	t.line("output")
	for i := range t.tl.Outputs() {
		o := t.tl.Output(i)
		said := o.Text
		if o.Stderr {
			said = "stderr: " + said
		}
		t.line("  %*s s  %s  %s", t.times, o.T, pad(t.label(o.Task, o.N), names), Harmless(said))
	}
	t.line("")
}

func (t *text) label(task trace.Task, n int) string { return Harmless(t.tl.Label(task, n)) }

func pad(s string, width int) string {
	if w := ansi.StringWidth(s); w < width {
		return s + strings.Repeat(" ", width-w)
	}
	return ansi.Truncate(s, width, "")
}

// narration tells the run step by step, the last one in any case.
func (t *text) narration() {
	t.line("step by step")
	newest := t.tl.View().Len()
	t.tell(t.tl.Home(), t.tl.Why(t.tl.Home()))
	n, ok := t.tl.NextHandle(t.tl.Home())
	for step := 1; ok; step++ {
		if step >= t.opts.Steps && n < newest {
			t.line("  %s and so on, up to event %d", t.skin.cut, newest)
			n = newest
		}
		t.tell(n, t.tl.Narrate(n))
		n, ok = t.tl.NextHandle(n)
	}
}

// tell writes what is said of a position.
func (t *text) tell(n int, said timeline.Sentence) {
	if said == nil {
		return
	}
	t.wrapped(fmt.Sprintf("  %*s s  ", t.times, t.tl.TimeAt(n)), Harmless(said.String()))
}

// ending adds what the last sentence leaves out: who stands still.
func (t *text) ending() {
	v := t.tl.View()
	e := v.At(v.Len())
	if e.Kind != trace.RunResult || e.What != trace.Deadlock {
		return
	}
	t.line("")
	t.line("nothing can wake")
	r, _ := v.Payload(e).(trace.Result)
	for _, s := range r.Stuck {
		t.line("  %s: it waits for %s", t.label(s.Task, v.Len()), Harmless(t.tl.FutureLabel(s.On)))
	}
}
