package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	"loopscope/presets"
)

// TestTasksStandWhereTheStateTells moves by steps and by leaps, and compares
// with what a look at every task gives.
func TestTasksStandWhereTheStateTells(t *testing.T) {
	for _, p := range append(presets.All(), workshop(t, 30, 3)) {
		s := running(t, p, [2]int{120, 36})
		random := rand.New(rand.NewPCG(1, 2))
		keys := strings.Fields("n n n n h h L H G g l l l h } {")
		for range 150 {
			if random.IntN(8) == 0 {
				s.m.watch.sess.Seek(random.IntN(s.m.watch.tl.View().Len() + 1))
				s.m.moved()
			} else {
				s.press(keys[random.IntN(len(keys))])
			}
			w := s.m.watch
			for i, row := range w.lanes.list {
				if got, want := w.source.stands.lines[i], w.state.Line(row.lane.Task); got != want {
					t.Fatalf("%s, position %d: %s stands at line %d, and is found at %d", p.Name, w.sess.Pos(), row.lane.Label, want, got)
				}
			}
		}
	}
}

func TestSourceNamesSomeOfManyTasksOfALine(t *testing.T) {
	s := running(t, workshop(t, 100, 2), [2]int{200, 60})
	s.press(strings.Fields(many("n", 60))...)
	rows := strings.Split(s.pane(paneSource), "\n")
	named := ""
	for _, row := range rows {
		if strings.Contains(row, "async with lock") {
			named = row
		}
	}
	if !strings.Contains(named, "worker") || !strings.Contains(named, " +") {
		t.Errorf("many wait for the lock at line 5; the source says %q", named)
	}
	s = running(t, found(t, "gather"), [2]int{120, 36})
	s.press("n", "n", "n")
	if text := s.pane(paneSource); strings.Contains(text, " +1") {
		t.Errorf("where one task stands the source tells of more:\n%s", text)
	}
}
