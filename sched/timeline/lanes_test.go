package timeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

var (
	markNames = map[timeline.MarkKind]string{
		timeline.MarkPrint: "print", timeline.MarkStderr: "stderr", timeline.MarkAsked: "asked", timeline.MarkDelivered: "delivered",
		timeline.MarkSwallowed: "swallowed", timeline.MarkEnd: "end", timeline.MarkCallback: "callback", timeline.MarkNotify: "notify",
		timeline.MarkBreak: "break", timeline.MarkShield: "shield", timeline.MarkShieldStops: "shield stops",
	}
	causeNames = map[timeline.Cause]string{
		timeline.CauseUnknown: "unknown", timeline.CauseUser: "user", timeline.CauseTask: "task", timeline.CauseCallback: "callback",
		timeline.CauseWaiter: "waiter", timeline.CauseGather: "gather", timeline.CauseGroup: "group", timeline.CauseTimeout: "timeout",
		timeline.CauseShutdown: "shutdown",
	}
)

func at(p timeline.Point) string {
	if p.N == 0 {
		return "…"
	}
	return fmt.Sprintf("%d(t%s c%d)", p.N, p.T, p.Col)
}

// drawing is everything that does not depend on a position.
func drawing(tl *timeline.Timeline) string {
	var b strings.Builder
	for _, l := range tl.Lanes() {
		fmt.Fprintf(&b, "%s%s (%s, %s) by %q born%d %s %q\n", strings.Repeat("  ", l.Depth), l.Label, l.Name, l.Fn,
			tl.Label(l.Creator, tl.View().Len()), l.Born, l.Outcome, l.Result)
		for i := range l.Spans() {
			s := l.Span(i)
			fmt.Fprintf(&b, "    %s %s-%s %s L%d %s", s.Phase, at(s.From), at(s.To), l.SpanLabel(i), s.Line, strings.Join(l.Chain(i), " ▸ "))
			if e, ok := l.Wake(i); ok {
				fmt.Fprintf(&b, " woken by %q at %d", tl.Label(e.From, e.At.N), e.At.N)
			}
			b.WriteByte('\n')
		}
		for i := range l.Marks() {
			m := l.Mark(i)
			fmt.Fprintf(&b, "    mark %s %s", markNames[m.Kind], at(m.At))
			switch m.Kind {
			case timeline.MarkAsked:
				fmt.Fprintf(&b, " by %q, cause %s", tl.Label(m.By, m.At.N), causeNames[m.Cause])
			case timeline.MarkShield:
				fmt.Fprintf(&b, " until %s", at(m.Until))
			case timeline.MarkEnd:
				fmt.Fprintf(&b, " %s", m.Outcome)
			}
			fmt.Fprintf(&b, " %q\n", m.Text)
		}
	}
	for i := range tl.Turns() {
		turn := tl.Turn(i)
		var before, ran []string
		for _, q := range tl.ReadyBefore(i) {
			before = append(before, q.Label)
		}
		for col := turn.First; col < turn.First+turn.Len; col++ {
			text := tl.HandleLabel(col)
			if from, to := tl.Idle(col); from != to {
				text = fmt.Sprintf("(idle %s-%s) %s", from, to, text)
			}
			ran = append(ran, text)
		}
		fmt.Fprintf(&b, "turn %d t%s: [%s] ran %s\n", turn.N, turn.T, strings.Join(before, ", "), strings.Join(ran, ", "))
	}
	for i := range tl.Outputs() {
		o := tl.Output(i)
		fmt.Fprintf(&b, "output %d t%s %q L%d %q\n", o.N, o.T, tl.Label(o.Task, o.N), o.Line, o.Text)
	}
	for _, m := range tl.LineMarks(tl.View().Len()) {
		fmt.Fprintf(&b, "line %d switched %d stayed %d\n", m.Line, m.Switched, m.Stayed)
	}
	return b.String()
}

func TestLanesShowWhatHappened(t *testing.T) {
	for _, path := range recorded(t) {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		t.Run(name, func(t *testing.T) {
			got := drawing(folded(read(t, path)))
			golden := filepath.Join("testdata/lanes", name+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("drawn is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestSpansLeaveNoGaps holds for every lane of every trace: spans follow each
// other, and what is found at a position is the span that it lies in.
func TestSpansLeaveNoGaps(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		for _, l := range tl.Lanes() {
			for i := range l.Spans() {
				s := l.Span(i)
				if i > 0 && l.Span(i-1).To != s.From {
					t.Errorf("%s, %s: span %d begins at %s, the one before it ends at %s", filepath.Base(path), l.Label, i, at(s.From), at(l.Span(i-1).To))
				}
				if got := l.SpanAt(s.From.N); got != i {
					t.Errorf("%s, %s: at event %d is span %d, want %d", filepath.Base(path), l.Label, s.From.N, got, i)
				}
				if got := l.SpanAtTime(s.From.T); got < i || l.Span(got).From.T != s.From.T {
					t.Errorf("%s, %s: at time %s is span %d, want the last that begins then", filepath.Base(path), l.Label, s.From.T, got)
				}
			}
			if l.SpanAt(l.Born-1) != -1 {
				t.Errorf("%s, %s: there is a span before its birth", filepath.Base(path), l.Label)
			}
			if last := l.Span(l.Spans() - 1); l.Ended != 0 && last.To.N != l.Ended {
				t.Errorf("%s, %s: the last span ends at %s, the task at %d", filepath.Base(path), l.Label, at(last.To), l.Ended)
			}
		}
	}
}

// TestStepsThereAndBackAgain walks every trace by handles and by turns, to the
// end and back.
func TestStepsThereAndBackAgain(t *testing.T) {
	type walk struct{ next, prev func(int) (int, bool) }
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		for name, w := range map[string]walk{"handle": {tl.NextHandle, tl.PrevHandle}, "turn": {tl.NextTurn, tl.PrevTurn}} {
			stops := []int{tl.Home()}
			for n, ok := w.next(tl.Home()); ok; n, ok = w.next(n) {
				if tl.At(n).Handle >= 0 {
					t.Fatalf("%s: a step by %s stops in a handle, at event %d", filepath.Base(path), name, n)
				}
				stops = append(stops, n)
			}
			if last := stops[len(stops)-1]; last != tl.View().Len() {
				t.Errorf("%s: steps by %s end at %d of %d", filepath.Base(path), name, last, tl.View().Len())
			}
			for i := len(stops) - 1; i > 0; i-- {
				if n, ok := w.prev(stops[i]); !ok || n != stops[i-1] {
					t.Errorf("%s: a %s back from event %d is %d, want %d", filepath.Base(path), name, stops[i], n, stops[i-1])
				}
			}
			if n, ok := w.prev(stops[0]); ok {
				t.Errorf("%s: a %s before home is %d, want none", filepath.Base(path), name, n)
			}
		}
	}
}

// TestRulersAgree looks times and columns up both ways.
func TestRulersAgree(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		for col := range tl.Handles() {
			h := tl.Handle(col)
			if got := tl.Column(h.Begin.N); got != col {
				t.Errorf("%s: event %d is in column %d, want %d", filepath.Base(path), h.Begin.N, got, col)
			}
			if got := tl.TimeAt(h.Begin.N); got != h.Begin.T {
				t.Errorf("%s: the time of event %d is %s, want %s", filepath.Base(path), h.Begin.N, got, h.Begin.T)
			}
			n := tl.EventAt(h.Begin.T)
			if n < h.Begin.N || tl.TimeAt(n) != h.Begin.T {
				t.Errorf("%s: the last event at %s is %d", filepath.Base(path), h.Begin.T, n)
			}
			if n < tl.View().Len() && tl.TimeAt(n+1) == h.Begin.T {
				t.Errorf("%s: event %d is at %s too", filepath.Base(path), n+1, h.Begin.T)
			}
		}
		if got := tl.EventAt(-1); got != tl.Home() {
			t.Errorf("%s: before all time is event %d, want home, %d", filepath.Base(path), got, tl.Home())
		}
	}
}

// TestTheHandleThatRunsNextWasTheFirstReady compares the ready queue with what
// the loop then took from it.
func TestTheHandleThatRunsNextWasTheFirstReady(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		for i := range tl.Turns() {
			turn := tl.Turn(i)
			if batch := tl.ReadyBefore(i); len(batch) == 0 || batch[0].ID != tl.Handle(turn.First).ID {
				t.Errorf("%s: turn %d ran handle %d first, ready were %v", filepath.Base(path), turn.N, tl.Handle(turn.First).ID, batch)
			}
			for col := turn.First + 1; col < turn.First+turn.Len; col++ {
				h := tl.Handle(col)
				s := tl.At(h.Begin.N - 1)
				if ready := s.Ready(); len(ready) == 0 || ready[0].ID != h.ID || s.Left == 0 {
					t.Errorf("%s: handle %d ran, ready were %v, %d left of the turn", filepath.Base(path), h.ID, ready, s.Left)
				}
			}
		}
	}
}

func TestASlowStepIsSlowByLoopTime(t *testing.T) {
	log := trace.NewLog()
	name := log.Intern("job")
	for _, e := range []trace.Event{
		{Kind: trace.TaskCreated, Task: 1, Name: name, Fut: trace.Future(name)},
		{Kind: trace.HandleScheduled, What: trace.Step, ID: 1, Task: 1},
		{Kind: trace.HandleBegin, What: trace.Step, ID: 1, Task: 1, Line: 1},
		{Kind: trace.TaskDone, Task: 1, What: trace.Returned, T: trace.Second / 10},
		{Kind: trace.HandleEnd, ID: 1, T: trace.Second / 10},
	} {
		log.Append(e)
	}
	tl := timeline.New()
	tl.Extend(log.View())
	l := tl.Lane(1)
	if !l.Span(1).Slow || l.Span(0).Slow {
		t.Error("a step of 0.1 s is not slow, or its waiting before is")
	}
	tl.SetSlow(trace.Second/10 + 1)
	if l.Span(1).Slow {
		t.Error("a step below the threshold is slow")
	}
	if tl.SetSlow(0); l.Span(1).Slow {
		t.Error("without a threshold a step is slow")
	}
}

// TestLabelsAreUniqueAndStay names tasks by what the program calls them.
func TestLabelsAreUniqueAndStay(t *testing.T) {
	log := trace.NewLog()
	tasks := []struct{ name, fn, want string }{
		{"Task-1", "main", "main"},
		{"Task-2", "say", "say"},
		{"Task-3", "say", "say 2"},
		{"fetch", "say", "fetch"},
		{"say 3", "other", "say 3"},
		{"Task-4", "say", "say 4"},
		{"Task-5", "main.<locals>.inner", "inner"},
		{"Task-", "x", "Task-"},
		{"Task-6", "Queue.get", "Queue.get"},
		{"", "", "task"},
	}
	for i, task := range tasks {
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: trace.Task(i + 1), Name: log.Text(task.name), Fut: trace.Future(log.Text(task.fn))})
	}
	log.Append(trace.Event{Kind: trace.TaskNamed, Task: 2, Name: log.Text("first")})
	tl := timeline.New()
	tl.Extend(log.View())
	for i, task := range tasks {
		if got := tl.Label(trace.Task(i+1), len(tasks)); got != task.want {
			t.Errorf("the task %q of %q is called %q, want %q", task.name, task.fn, got, task.want)
		}
	}
	if got := tl.Lane(2).Label; got != "first" {
		t.Errorf("a task named anew is called %q, want first", got)
	}
}

// TestLanesStandInTreeOrder creates a grandchild last.
func TestLanesStandInTreeOrder(t *testing.T) {
	log := trace.NewLog()
	for task, creator := range []int32{1: 0, 2: 1, 3: 1, 4: 2, 5: 0, 6: 4} {
		if task > 0 {
			log.Append(trace.Event{Kind: trace.TaskCreated, Task: trace.Task(task), ID: creator})
		}
	}
	tl := timeline.New()
	tl.Extend(log.View())
	var got []string
	for _, l := range tl.Lanes() {
		got = append(got, fmt.Sprintf("%d@%d", l.Task, l.Depth))
	}
	if want := "[1@0 2@1 4@2 6@3 3@1 5@0]"; fmt.Sprint(got) != want {
		t.Errorf("lanes are %v, want %s", got, want)
	}
}

func TestEdgesBetweenTwoMoments(t *testing.T) {
	tl := of(t, "gather_cancel_main")
	var got []string
	for _, e := range tl.Edges(0, tl.View().Len()) {
		got = append(got, fmt.Sprintf("%d %s>%s", e.Kind, tl.Label(e.From, e.At.N), tl.Label(e.To, e.At.N)))
	}
	const want = "[2 main>job1 2 main>job2 3 >main 3 >job1 3 >job2 1 job1>main]"
	if fmt.Sprint(got) != want {
		t.Errorf("edges are %v, want %s", got, want)
	}
	if all := len(tl.Edges(0, tl.View().Len())); all != len(tl.Edges(0, 30))+len(tl.Edges(30, tl.View().Len())) {
		t.Error("the edges of two halves are not those of the whole")
	}
}
