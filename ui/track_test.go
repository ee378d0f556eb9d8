package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"loopscope/sched/timeline"
)

func TestCellKeepsTheMostTellingState(t *testing.T) {
	// From the least telling to the most.
	order := []look{lookIdle, waits[timeline.WaitTimer], lookReady, {prioCancelled, glyphCancelled, inkCancel},
		{prioRaised, glyphRaised, inkRaised}, lookRunning}
	rapid.Check(t, func(t *rapid.T) {
		w := &watch{}
		f := newFrame(1, 1)
		tr := track{f: f, w: w, at: rect{0, 0, 1, 1}, prio: make([]uint8, 1), future: 1}
		best := 0
		for range rapid.IntRange(1, 6).Draw(t, "states") {
			i := rapid.IntRange(0, len(order)-1).Draw(t, "state")
			tr.paint(0, 1, order[i])
			best = max(best, i)
		}
		if got, want := f.cells[0].r, f.skin.glyph(order[best].sign); got != want {
			t.Fatalf("the cell shows %q, the most telling state is %q", got, want)
		}
	})
}

func TestThinSliceNeverVanishes(t *testing.T) {
	for _, c := range []*crowd{{tasks: 1, rounds: 1}, {tasks: 3, rounds: 2}, {tasks: 8, rounds: 5}, {tasks: 30, rounds: 40}} {
		s := crowded(t, c, 120, 60)
		everyStepShows(t, s)
		s.press("+", "+", "+", "g")
		everyStepShows(t, s)
	}
}

// everyStepShows fails where a step in the window is not seen running.
func everyStepShows(t *testing.T, s screen) {
	t.Helper()
	s.text()
	f, w := &s.m.frame, s.m.watch
	for i := range w.lanes.list {
		y := w.rowOf(f, i)
		if y < 0 {
			continue
		}
		lane := w.lanes.list[i].lane
		for k := range lane.Spans() {
			span := lane.Span(k)
			if span.Phase != timeline.Running {
				continue
			}
			x := w.ruler.begins(span.From.Col)
			if x < 0 || x >= f.layout.track.w {
				continue
			}
			x += f.layout.track.x
			if got := f.cells[y*f.w+x].r; got != unicodeGlyphs[glyphRunning] {
				t.Fatalf("%s ran in handle %d, and its cell shows %q:\n%s", lane.Label, span.From.Col, got, s.text())
			}
		}
	}
}

func TestClickOnASpanGoesThere(t *testing.T) {
	p, jsonl := recorded(t, "gather")
	s := watching(t, p, jsonl, [2]int{120, 36})
	s.press("G")
	s.m.View()
	f, w := &s.m.frame, s.m.watch
	for col := range w.tl.Handles() {
		x := f.layout.track.x + w.ruler.begins(col)
		s.send(tea.MouseClickMsg{X: x, Y: w.rowOf(f, 1), Button: tea.MouseLeft})
		if got, want := w.sess.Pos(), w.ruler.marks[col].n1; got != want {
			t.Errorf("a click on handle %d leads to position %d, its end is %d", col, got, want)
		}
		if w.label(w.lanes.task) != "job1" {
			t.Errorf("a click on the lane of job1 selects %s", w.label(w.lanes.task))
		}
		s.m.View()
	}
}

func TestDraggingTheRulerScrubs(t *testing.T) {
	p, jsonl := recorded(t, "gather")
	s := watching(t, p, jsonl, [2]int{120, 36})
	s.press("G")
	s.m.View()
	f, w := &s.m.frame, s.m.watch
	s.send(tea.MouseClickMsg{X: f.layout.ruler.x + 30, Y: f.layout.ruler.y, Button: tea.MouseLeft})
	last := w.sess.Pos()
	for x := 29; x >= 0; x-- {
		s.send(tea.MouseMotionMsg{X: f.layout.ruler.x + x, Y: f.layout.ruler.y, Button: tea.MouseLeft})
		if w.sess.Pos() > last {
			t.Errorf("dragging left moved from position %d to %d", last, w.sess.Pos())
		}
		last = w.sess.Pos()
	}
	if first := w.ruler.marks[0].n1; last != first {
		t.Errorf("at the ruler's left end the position is %d, behind the first handle it is %d", last, first)
	}
	s.send(tea.MouseReleaseMsg{X: 0, Y: 0})
	s.send(tea.MouseMotionMsg{X: f.layout.ruler.x + 30, Y: f.layout.ruler.y})
	if w.sess.Pos() != last {
		t.Error("the mouse moves the playhead without being pressed")
	}
}

func TestWheelZoomsTheLanes(t *testing.T) {
	p, jsonl := recorded(t, "gather")
	s := watching(t, p, jsonl, [2]int{120, 36})
	s.press("G")
	s.m.View()
	at := s.m.frame.layout.track
	before := s.m.watch.ruler.scale
	s.send(tea.MouseWheelMsg{X: at.x + 5, Y: at.y + 3, Button: tea.MouseWheelUp})
	if got := s.m.watch.ruler.scale; got >= before {
		t.Errorf("a cell stood for %v s and, zoomed in, stands for %v s", before, got)
	}
	s.press("0")
	if got := s.m.watch.ruler.scale; got != before {
		t.Errorf("fitted again, a cell stands for %v s; it was %v s", got, before)
	}
}

func TestLayoutFitsAndOverlapsNowhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 300).Draw(t, "w"), rapid.IntRange(1, 90).Draw(t, "h")
		one := rapid.SampledFrom([]pane{paneSource, paneOutput, paneQueue, paneStory}).Draw(t, "one")
		l := place(w, h, front{one: one, side: paneStory, focus: one})
		if l.tooSmall {
			return
		}
		parts := map[string]rect{"header": l.header, "ruler": l.ruler, "track": l.track, "queue": l.queue, "divider": l.divider,
			"strip": l.strip, "why": l.why, "note": l.note, "keys": l.keys, "left line": l.upright[0], "right line": l.upright[1]}
		for _, p := range l.panes[:l.shown] {
			parts["title of "+paneTitles[p.pane]], parts["pane "+paneTitles[p.pane]] = p.title, p.body
		}
		for name, r := range parts {
			if r.empty() {
				continue
			}
			if r.x < 0 || r.y < 0 || r.x+r.w > w || r.y+r.h > h {
				t.Fatalf("at %d×%d the %s leaves the screen: %+v", w, h, name, r)
			}
			for other, o := range parts {
				if name != other && !o.empty() && r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h {
					t.Fatalf("at %d×%d the %s %+v lies over the %s %+v", w, h, name, r, other, o)
				}
			}
		}
		if l.track.w < 8 || l.track.h < 1 {
			t.Fatalf("at %d×%d the lanes have %d×%d cells", w, h, l.track.w, l.track.h)
		}
	})
}

func TestResizeKeepsTheMoment(t *testing.T) {
	p, jsonl := recorded(t, "gather")
	s := watching(t, p, jsonl, [2]int{120, 36})
	s.press("G", "h", "h", "h")
	pos := s.m.watch.sess.Pos()
	for _, size := range [][2]int{{80, 24}, {20, 5}, {300, 90}, {58, 14}, {120, 36}} {
		s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		s.text()
		if s.m.watch.sess.Pos() != pos {
			t.Fatalf("at %d×%d the position is %d, it was %d", size[0], size[1], s.m.watch.sess.Pos(), pos)
		}
	}
}

func TestEndOfALaneIsAlwaysTold(t *testing.T) {
	for _, trace := range []string{"gather", "shielded"} {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 36}, {200, 60}} {
			p, jsonl := recorded(t, trace)
			s := watching(t, p, jsonl, size)
			s.press("G")
			want := []string{"'job2 result'"}
			if trace == "gather" {
				want = append(want, "'job1 result'")
			}
			lanes := ""
			for row := range strings.SplitSeq(s.text(), "\n") {
				cut := []rune(row)
				lanes += string(cut[:min(len(cut), s.m.frame.lanes.w)]) + "\n"
			}
			for _, text := range want {
				if !strings.Contains(lanes, text) {
					t.Errorf("%s at %d×%d: no lane shows %s:\n%s", trace, size[0], size[1], text, lanes)
				}
			}
		}
	}
}
