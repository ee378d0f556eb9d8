package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/sched/trace"
)

// at opens a program at 120×36 and types keys.
func at(t testing.TB, name, keys string) screen {
	t.Helper()
	s := running(t, programOf(t, name), [2]int{120, 36})
	s.press(strings.Fields(keys)...)
	return s
}

// clickOn clicks the first row of a pane that holds a text.
func (s screen) clickOn(p pane, text string) {
	s.t.Helper()
	rows := strings.Split(s.text(), "\n")
	for _, at := range s.m.frame.panes[:s.m.frame.shown] {
		for y := at.body.y; at.pane == p && y < at.body.y+at.body.h; y++ {
			row := []rune(rows[y])
			if x := at.body.x; x < len(row) && strings.Contains(string(row[x:]), text) {
				s.obey(s.m.update(tea.MouseClickMsg(tea.Mouse{X: x + 2, Y: y, Button: tea.MouseLeft})))
				s.m.dirty = true
				s.settle()
				return
			}
		}
	}
	s.t.Fatalf("the %s pane has no row with %q:\n%s", paneTitles[p], text, s.text())
}

// told gives the kind of the event at the position.
func (s screen) told() trace.Kind {
	w := s.m.watch
	return w.tl.View().At(w.sess.Pos()).Kind
}

func TestEnterInTheEventsMovesThePlayheadThere(t *testing.T) {
	s := at(t, "gather", "G 6 up up up")
	before := s.m.watch.sess.Pos()
	s.press("enter")
	if got := s.m.watch.sess.Pos(); got != before-3 {
		t.Errorf("enter three events above event %d went to %d", before, got)
	}
	s.clickOn(paneEvents, "job1 returned")
	if s.told() != trace.TaskDone || s.m.watch.lanes.task != 2 {
		t.Errorf("a click on the end of job1 went to %s and task %d", s.told(), s.m.watch.lanes.task)
	}
}

func TestCursorOfTheEventsFollowsThePlayhead(t *testing.T) {
	s := at(t, "gather", "G 6 up up")
	s.press("h")
	w := s.m.watch
	s.text()
	if row := w.log.event(w.log.at); row != w.sess.Pos() {
		t.Errorf("the playhead is at event %d, the cursor on %d", w.sess.Pos(), row)
	}
}

func TestFilterOfTheEventsGoesWithEsc(t *testing.T) {
	s := at(t, "gather", "G 6 / p r i n t enter")
	s.wants("6 of 61 events", "job2: job2 end")
	s.press("esc")
	if s.text(); s.m.watch.log.total != 61 {
		t.Errorf("esc leaves %d of 61 events", s.m.watch.log.total)
	}
	if s.m.watch.focus != paneEvents {
		t.Error("the first esc leaves the pane as well")
	}
}

func TestFilterOfTheEventsLetsNewOnesThrough(t *testing.T) {
	s := at(t, "gather", "n 6 / p r i n t enter")
	s.text()
	before := s.m.watch.log.total
	s.press("n")
	if s.text(); s.m.watch.log.total != before+1 {
		t.Errorf("the line that job1 printed is not among the prints: there are %d and were %d", s.m.watch.log.total, before)
	}
}

func TestFilterMeansTheTaskThatIsCalledSo(t *testing.T) {
	s := at(t, "meeting.py", "G 6 / b o s s enter")
	w := s.m.watch
	s.text()
	for i := range w.log.total {
		e := w.tl.View().At(w.log.event(i))
		if e.Task != 0 && w.label(e.Task) == "boss 2" && e.Kind == trace.HandleBegin {
			t.Errorf("event %d is boss 2's, and boss was asked for", w.log.event(i))
		}
	}
	if w.log.total == 0 {
		t.Error("there are no events of boss")
	}
}

func TestEnterInTheOutputGoesToTheLine(t *testing.T) {
	s := at(t, "gather", "G 2 up up enter")
	if w := s.m.watch; s.told() != trace.Print || w.label(w.lanes.task) != "job2" {
		t.Errorf("enter on what job2 printed went to %s of %s", s.told(), w.label(w.lanes.task))
	}
	s.clickOn(paneOutput, "job1 start")
	if w := s.m.watch; s.told() != trace.Print || w.label(w.lanes.task) != "job1" {
		t.Errorf("a click on what job1 printed went to %s of %s", s.told(), w.label(w.lanes.task))
	}
}

func TestEnterInTheQueueGoesToWhatScheduledIt(t *testing.T) {
	s := at(t, "gather", "n n 3 down enter")
	e := s.m.watch.tl.View().At(s.m.watch.sess.Pos())
	if e.Kind != trace.HandleScheduled || e.What != trace.Timer {
		t.Errorf("enter on the timer of job1 went to %s", e.Kind)
	}
}

func TestQueueTellsTheChosenHandle(t *testing.T) {
	s := at(t, "gather", "n n 3")
	s.text()
	ready, timer, ok := s.m.watch.chosenHandle()
	if !ok || timer || ready != s.m.watch.state.Ready()[0].ID {
		t.Errorf("on the first row the chosen handle is %d, timer %v, %v", ready, timer, ok)
	}
	s.press("down")
	id, timer, ok := s.m.watch.chosenHandle()
	if !ok || !timer || id != s.m.watch.state.Timers()[0].ID {
		t.Errorf("on the timer the chosen handle is %d, timer %v, %v", id, timer, ok)
	}
}

func TestEnterInTheTreeSelectsTheTask(t *testing.T) {
	s := at(t, "gather", "n n n 4 down enter")
	if w := s.m.watch; w.label(w.lanes.task) != "job1" {
		t.Errorf("enter on job1 selected %s", w.label(w.lanes.task))
	}
	s.clickOn(paneTree, "└ job2")
	if w := s.m.watch; w.label(w.lanes.task) != "job2" {
		t.Errorf("a click on job2 selected %s", w.label(w.lanes.task))
	}
}

func TestInspectorFollowsTheSelectedTask(t *testing.T) {
	s := at(t, "gather", "n n n 5")
	s.wants("inspector  main")
	s.clickOn(paneTask, "chain")
	if w := s.m.watch; w.source.rows[w.source.cursor] != int(w.source.line) {
		t.Errorf("enter on the chain shows line %d, main stands at %d", w.source.rows[w.source.cursor], w.source.line)
	}
	s.press("esc", "down")
	s.wants("inspector  job1")
}

func TestPagesOfObjectsFollowEachOther(t *testing.T) {
	s := at(t, "workshop.py", "G h h h h h h h h h h 9")
	for _, want := range []string{"Queue 1;", "Lock 1;", "Semaphore 1;", "Event 1;", "Queue 1;"} {
		s.wants("objects  " + want)
		s.press("9")
	}
	s.press("down")
	s.wants("objects  Semaphore 1;")
	s.clickOn(paneObjects, "Queue 1")
	s.wants("objects  Queue 1;")
	s.clickOn(paneObjects, "get by Cy")
	if s.told() != trace.ObjectOp {
		t.Errorf("a click on an operation went to %s", s.told())
	}
}

func TestTreeLeadsToTheObjectsPage(t *testing.T) {
	s := at(t, "workshop.py", "G h h h h h h h h h h 5")
	s.clickOn(paneTask, "waits for")
	s.wants("objects  Queue 1;")
}

func TestEnterInTheSourceGoesToWhereTheLineIsReached(t *testing.T) {
	s := at(t, "gather", "n n 1")
	s.clickOn(paneSource, "job2 end")
	line, _ := s.m.watch.source.chosen()
	s.press("enter")
	w := s.m.watch
	if step, _, _, ok := w.sess.Line(); ok && int(step.Line) != line || !ok && s.told() != trace.Print {
		t.Errorf("enter on line %d went to line %d, at %s", line, step.Line, s.told())
	}
}

func TestBreakpointStandsInTheGutter(t *testing.T) {
	s := at(t, "gather", "n n 1 B")
	line, _ := s.m.watch.source.chosen()
	if got := s.m.watch.source.breaks; len(got) != 1 || int(got[0]) != line {
		t.Errorf("B on line %d set breakpoints on %v", line, got)
	}
	s.wants("■")
	s.press("B")
	if got := s.m.watch.source.breaks; len(got) != 0 {
		t.Errorf("B again leaves breakpoints on %v", got)
	}
}

func TestWheelScrollsPanes(t *testing.T) {
	for key, p := range map[string]pane{"1": paneSource, "2": paneOutput, "4": paneTree, "5": paneTask, "6": paneEvents, "9": paneObjects} {
		s := running(t, programOf(t, "workshop.py"), [2]int{80, 24})
		s.press(strings.Fields("G g " + many("L", 14) + " " + key)...)
		before := s.pane(p)
		at := s.m.frame.panes[0].body
		for _, notch := range []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelDown} {
			s.m.update(tea.MouseWheelMsg(tea.Mouse{X: at.x + 3, Y: at.y + 2, Button: notch}))
		}
		if s.pane(p) == before {
			t.Errorf("the wheel does not scroll the %s pane:\n%s", paneTitles[p], before)
		}
	}
}
