package ui

import (
	"fmt"
	"strings"
	"testing"
)

// hundred opens a program of a hundred tasks in a screen of a size in cells.
func hundred(t *testing.T, size [2]int, keys string) screen {
	t.Helper()
	s := running(t, workshop(t, 100, 2), size)
	s.press(strings.Fields(keys)...)
	return s
}

// lanesShown gives the labels of the lanes that are on the screen.
func (s screen) lanesShown() []string {
	s.text()
	var all []string
	for _, i := range s.m.watch.lanes.shown {
		all = append(all, s.m.watch.lanes.list[i].lane.Label)
	}
	return all
}

func TestFilteredLanes(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		name := fmt.Sprintf("-%dx%d", size[0], size[1])
		s := hundred(t, size, "G h h h /")
		same(t, "sieve-empty"+name, s.text())
		s.press(strings.Fields("r k e r space 9")...)
		same(t, "sieve-typed"+name, s.text())
		s.press("enter")
		same(t, "sieve-kept"+name, s.text())
		s.press(strings.Fields("/ z z z")...)
		same(t, "sieve-none"+name, s.text())
	}
	s := hundred(t, [2]int{50, 14}, "G / 9 9")
	same(t, "sieve-50x14", s.text())
}

func TestLanesAreFilteredByNameStateAndWhatTheyWaitFor(t *testing.T) {
	for typed, want := range map[string]string{
		"9 9":             "worker 99",
		"T A S K - 1":     "main", // asyncio's own name
		"s e m a p h":     "worker 5, worker 6",
		"w a i t 0 . 0 0": "",
		"w a i t space 2": "main, worker 2", // main's sleep(0.002) has a 2 in it
	} {
		s := hundred(t, [2]int{120, 36}, many("n", 8)+" / "+typed)
		if got := strings.Join(s.lanesShown(), ", "); got != want {
			t.Errorf("/%s shows %s; want %s", typed, got, want)
		}
	}
	s := hundred(t, [2]int{120, 36}, "G / c a n c e l")
	if got := strings.Join(s.lanesShown(), ", "); got != "worker 99" {
		t.Errorf("/cancel shows %s; want worker 99, the only one cancelled", got)
	}
}

func TestEscShowsAllLanesAgainBeforeItLeavesTheRun(t *testing.T) {
	s := hundred(t, [2]int{120, 36}, "G / 9 9 enter")
	if got := s.lanesShown(); len(got) != 1 {
		t.Errorf("/99 shows %v", got)
	}
	s.press("esc")
	if got := len(s.lanesShown()); got != 101 {
		t.Errorf("after esc %d of 101 lanes are shown", got)
	}
	if s.m.watch == nil {
		t.Error("esc left the run as well")
	}
}

func TestSelectedLaneStaysWhenItFitsNoMore(t *testing.T) {
	s := hundred(t, [2]int{120, 36}, "n n / r e a d y enter")
	task := s.m.watch.lanes.task
	before := s.m.watch.lanes.fits
	s.press("n")
	if s.m.watch.lanes.task != task || s.m.watch.lanes.place(s.m.watch.lanes.index()) < 0 {
		t.Error("the selected task went away when it had run")
	}
	if after := s.m.watch.lanes.fits; after >= before {
		t.Errorf("%d tasks are ready after one has run, and before there were %d", after, before)
	}
}

func TestArrowsWalkOnlyTheLanesThatAreShown(t *testing.T) {
	s := hundred(t, [2]int{120, 36}, "G / 9 enter down down up")
	w := s.m.watch
	if got := w.label(w.lanes.task); got != "worker 19" {
		t.Errorf("down, down and up from worker 9 lead to %s, want worker 19", got)
	}
	s.press("pgdown")
	if w.lanes.place(w.lanes.index()) < 0 {
		t.Errorf("a page down leads to %s, which is not shown", w.label(w.lanes.task))
	}
}

func TestFilterFindsTheLanesThatDiffer(t *testing.T) {
	s := forked(t, [2]int{120, 36}, "/ d i f f e r s")
	want := 0
	w := s.m.watch
	for _, row := range w.lanes.list {
		if w.otherwise(row.lane.Task) {
			want++
		}
	}
	if got := len(s.lanesShown()); got != want || got == 0 {
		t.Errorf("%d lanes are shown and %d differ:\n%s", got, want, s.text())
	}
	if got := len(w.other.lanes.shown); got != want {
		t.Errorf("of the run below %d lanes are shown, want %d", got, want)
	}
}
