package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// picture gives all that a timeline says of position n.
func picture(tl *timeline.Timeline, n int) string {
	st := tl.At(n)
	var b strings.Builder
	fmt.Fprintf(&b, "n %d t %s turn %d left %d running %d handle %d ended %t\nready %v\ntimers %v\n",
		st.N, st.T, st.Turn, st.Left, st.Running, st.Handle, st.Ended, st.Ready(), st.Timers())
	for _, l := range tl.Lanes() {
		if l.Born <= n {
			fmt.Fprintf(&b, "%s %+v\n", tl.Label(l.Task, n), st.Task(l.Task))
		}
	}
	return b.String() + tl.Why(n).String() + "\n"
}

func lessonSource(p presets.Preset) session.Source {
	return new(app).watch(program{listing: p.Listing})
}

// straight gives the timeline of a run that nobody watched.
func straight(t *testing.T, p presets.Preset) *timeline.Timeline {
	src := lessonSource(p)
	defer func() { _ = src.Close() }()
	log, tl := trace.NewLog(), timeline.New()
	for {
		err := src.Next(context.Background(), log)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	tl.Extend(log.View())
	return tl
}

func TestAThousandPressesShowWhatAStraightRunShows(t *testing.T) {
	for _, p := range append(presets.All(), presets.Companions()...) {
		t.Run(p.Name, func(t *testing.T) {
			want := straight(t, p)
			s := session.New(lessonSource(p), session.Options{Patience: time.Minute})
			defer func() { _ = s.Close() }()
			random := rand.New(rand.NewPCG(1, 2))
			for i := range 1000 {
				if random.IntN(5) < 3 {
					s.StepHandle()
				} else {
					s.BackHandle()
				}
				if got, want := picture(s.Timeline(), s.Pos()), picture(want, s.Pos()); got != want {
					t.Fatalf("press %d shows\n%s\na straight run shows\n%s", i+1, got, want)
				}
			}
		})
	}
}

func TestEveryPressOfNextRunsOneHandle(t *testing.T) {
	for _, p := range presets.All() {
		s := session.New(lessonSource(p), session.Options{Patience: time.Minute})
		for handles := 0; ; {
			before := s.Timeline().View().Len()
			s.StepHandle()
			ran := s.Timeline().Handles() - handles
			if ran > 1 || ran == 0 && !between(s.Timeline().View(), before) {
				t.Errorf("%s: a press after event %d ran %d handles", p.Name, before, ran)
			}
			handles += ran
			if ended, err := s.Ended(); ended {
				if err != nil {
					t.Errorf("%s: %v", p.Name, err)
				}
				break
			}
		}
		_ = s.Close()
	}
}

// between reports whether what came after an event stands between handles: the
// shutdown or the ending of the run.
func between(v trace.View, after int) bool {
	for n := after + 1; n <= v.Len(); n++ {
		switch v.At(n).Kind {
		case trace.LoopShutdown, trace.RunResult, trace.RunExit:
			return true
		}
	}
	return after == v.Len()
}

func TestClosedRunsLeaveNoGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, p := range presets.All() {
		for steps := range 8 {
			s := session.New(lessonSource(p), session.Options{Patience: time.Minute})
			for range steps {
				s.StepHandle()
			}
			if err := s.Close(); err != nil {
				t.Errorf("%s, closed after %d steps: %v", p.Name, steps, err)
			}
		}
	}
	for late := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(late); {
		runtime.Gosched() // those at their very end
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines before the runs, %d after", before, after)
	}
}

func TestCommandsAtOneMomentFollowEachOther(t *testing.T) {
	gather, err := presets.Find("gather")
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(lessonSource(gather), session.Options{Patience: time.Minute})
	defer func() { _ = s.Close() }()
	for range 3 {
		s.StepHandle()
	}
	handles := s.Timeline().Handles()
	for i, c := range []trace.Command{
		{Op: trace.OpShield, Task: 2},
		{Op: trace.OpCallback, Task: 2, Kind: trace.CallbackLog, Arg: "x"},
		{Op: trace.OpCancel, Task: 1},
	} {
		if err := s.Do(c); err != nil {
			t.Fatalf("command %d: %v", i+1, err)
		}
		if o, ok := s.Outcome(); !ok || o.Refused != nil || o.Command.T != 0 {
			t.Errorf("command %d: outcome %+v, %t; want done at 0 s", i+1, o, ok)
		}
	}
	if got := s.Timeline().Handles(); got != handles || !s.Live() {
		t.Errorf("%d handles ran with the commands, live %t; want none, and the newest moment", got-handles, s.Live())
	}
}
