package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/presets"
	"loopscope/sched/trace"
)

// programOf gives a lesson by its name, or a program of testdata/programs.
func programOf(t testing.TB, name string) presets.Preset {
	t.Helper()
	if !strings.HasSuffix(name, ".py") {
		p, err := presets.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	source, err := os.ReadFile(filepath.Join("testdata", "programs", name))
	if err != nil {
		t.Fatal(err)
	}
	p, err := presets.Parse(trace.Listing{Name: name, Source: string(source)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// plain makes the screen draw nothing but ASCII.
func (s screen) plain() { s.m.skin.ascii, s.m.frame.ascii = true, true }

// pane gives the text of a pane with its title, without the blank rows at its
// end.
func (s screen) pane(p pane) string {
	s.t.Helper()
	rows := strings.Split(s.text(), "\n")
	f := &s.m.frame
	for _, at := range f.panes[:f.shown] {
		if at.pane != p {
			continue
		}
		var b strings.Builder
		for y := at.title.y; y < at.body.y+at.body.h; y++ {
			row := []rune(rows[y])
			row = row[min(at.body.x, len(row)):min(at.body.x+at.body.w, len(row))]
			b.WriteString(strings.TrimRight(string(row), " ") + "\n")
		}
		return strings.TrimRight(b.String(), "\n") + "\n"
	}
	s.t.Errorf("the %s pane is not on the screen:\n%s", paneTitles[p], s.text())
	return ""
}

// A scene is a moment of a program at which a pane is looked at.
type scene struct{ program, keys string }

// many gives a key so many times.
func many(key string, n int) string { return strings.TrimSpace(strings.Repeat(key+" ", n)) }

// scenes are what the goldens of panes hold, by pane.
var scenes = map[pane][]scene{
	paneSource: {
		{"gather", "n n n 1"},
		{"workshop.py", many("L", 6) + " 1 down down"},
		{"workshop.py", many("L", 6) + " 1 B up up B"},
	},
	paneOutput: {
		{"gather", "2"},
		{"workshop.py", "G 2 up up"},
		{"workshop.py", "G " + many("h", 12) + " 2"},
		{"workshop.py", "G " + many("h", 12) + " 2 x"},
	},
	paneQueue: {
		{"gather", "n n 3"},
		{"gather", "n 3 down"},
		{"workshop.py", many("L", 5) + " n 3 down down"},
		{"done-callback", "G " + many("h", 4) + " 3"},
		{"gather", "G 3"},
	},
	paneTree: {
		{"gather", "n n n 4"},
		{"workshop.py", many("L", 6) + " down down 4"},
		{"workshop.py", many("L", 6) + " 4 4 down"},
		{"meeting.py", many("L", 15) + " 4"},
		{"meeting.py", "G 4"},
		{"gather", "G 4"},
	},
	paneTask: {
		{"gather", "n n n 5"},
		{"workshop.py", many("L", 6) + " down 5"},
		{"workshop.py", "G " + many("h", 4) + " down 5 down down down"},
		{"shield", "G down 5"},
		{"wait-first-exception", "G down down 5"},
		{"gather", "down 5"},
	},
	paneEvents: {
		{"gather", "n n n 6"},
		{"gather", "G h h 6 up up up"},
		{"shield", "G 6"},
		{"gather", "G 6 / j o b 1 space p r i n t enter"},
		{"gather", "G 6 / l i n e space 3 5"},
		{"gather", "G 6 / z z"},
	},
	paneWhy: {
		{"gather", "G down down a"},
		{"gather", "n n n a"},
		{"gather", "a"},
		{"cancel-gather", "G down a"},
		{"cancel-gather", "G down down a"},
		{"shield", "G down a"},
		{"workshop.py", many("L", 6) + " down a down down enter a"},
		{"meeting.py", many("L", 7) + " a"},
		{"gather", "n n n c n n n n a"},
	},
	paneRuns: {
		{"gather", "R"},
		{"gather", "G g l l l l down down c enter G R"},
		{"gather", "G g l l l l down down c enter G v R"},
		{"gather", "n n n c u R down enter"},
		{"shield", "G g l l l l l l down C enter G R down down down enter"},
	},
	paneObjects: {
		{"gather", "G 9"},
		{"workshop.py", "G " + many("h", 10) + " 9"},
		{"workshop.py", "G " + many("h", 10) + " 9 9"},
		{"workshop.py", "G " + many("h", 10) + " 9 down down"},
		{"workshop.py", many("L", 2) + " 9 9 9 9"},
		{"meeting.py", many("L", 7) + " 9"},
		{"meeting.py", many("L", 7) + " 9 9 9"},
		{"workshop.py", many("L", 4) + " 9 9 9"},
		{"workshop.py", many("L", 4) + " 9 9 9 9"},
		{"meeting.py", "G 9 9 9 t"},
	},
}

func TestPanes(t *testing.T) {
	for p, all := range scenes {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			name := fmt.Sprintf("%s-%dx%d", paneTitles[p], size[0], size[1])
			t.Run(name, func(t *testing.T) {
				var colour, ascii strings.Builder
				for _, scene := range all {
					s := running(t, programOf(t, scene.program), size)
					s.press(strings.Fields(scene.keys)...)
					fmt.Fprintf(&colour, "== %s: %s\n%s\n", scene.program, scene.keys, s.pane(p))
					s.plain()
					s.m.watch.stamp++
					text := s.pane(p)
					for _, r := range text {
						if r >= 0x80 {
							t.Errorf("with --ascii the pane holds %q:\n%s", r, text)
							break
						}
					}
					fmt.Fprintf(&ascii, "== %s: %s\n%s\n", scene.program, scene.keys, text)
				}
				same(t, "panes/"+name, colour.String()+"\n"+ascii.String())
			})
		}
	}
}

func BenchmarkFilterOfAMillionEvents(b *testing.B) {
	s := crowded(b, &crowd{tasks: 200, rounds: 600, line: "a line"}, 200, 60)
	w := s.m.watch
	for b.Loop() {
		f := newFilter("worker 1 print")
		f.search(w)
		if len(f.found) == 0 {
			b.Fatal("nothing was found")
		}
	}
	b.ReportMetric(float64(w.tl.View().Len()), "events")
}
