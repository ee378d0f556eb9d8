package cli

import (
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

var forkSeed = flag.Uint64("fork.seed", 0, "seed of the random forks; 0 takes one from the clock")

// jsonl gives the trace of a session up to event n.
func jsonl(s *session.Session, n int) string {
	all := strings.SplitAfter(string(trace.NewEncoder().Append(nil, s.Timeline().View())), "\n")
	return strings.Join(all[:n], "")
}

// A chooser draws commands that a user might give.
type chooser struct {
	*rand.Rand
	tl *timeline.Timeline
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// command draws a command for position n. Most can be obeyed.
func (c *chooser) command(n int) trace.Command {
	st := c.tl.At(n)
	do := trace.Command{Task: trace.Task(1 + c.IntN(max(c.born(n), 1)))}
	msg := "by hand"
	do.Op = pick(c.Rand, trace.OpCancel, trace.OpShield, trace.OpCallback, trace.OpRaise, trace.OpFinish, trace.OpFire, trace.OpDelay, trace.OpFront)
	if do.Op.NamesHandle() {
		do.Task, do.Handle = 0, 1+c.IntN(9)
	}
	ready, timers := st.Ready(), st.Timers()
	switch do.Op {
	case trace.OpCancel:
		do.Past, do.Msg = c.IntN(3) == 0, pick(c.Rand, nil, &msg)
	case trace.OpCallback:
		do.Kind, do.Arg = pick(c.Rand, trace.CallbackLog, trace.CallbackNotify, trace.CallbackSpawn, trace.CallbackBreak), "x"
	case trace.OpRaise:
		do.Exc, do.Msg = pick(c.Rand, "ValueError", "asyncio.CancelledError", "KeyError", "TimeoutError",
			"SystemExit", "KeyboardInterrupt", "StopAsyncIteration", "OSError", "ExceptionGroup"), pick(c.Rand, nil, &msg)
	case trace.OpFinish:
		do.Value = pick(c.Rand, "", "3", "'text'", "(1, [2.5, {'a': None}])")
	case trace.OpFire, trace.OpDelay:
		if len(timers) > 0 {
			do.Handle = timers[c.IntN(len(timers))].ID
		}
		if do.Op == trace.OpDelay {
			do.When = st.T + trace.Time(c.IntN(3000))*1000
		}
	case trace.OpFront:
		if len(ready) > 0 {
			do.Handle = ready[c.IntN(len(ready))].ID
		}
	}
	return do
}

// born gives how many tasks there are at position n.
func (c *chooser) born(n int) int {
	k := 0
	for _, l := range c.tl.Lanes() {
		if l.Born <= n {
			k++
		}
	}
	return k
}

// follows checks that the queues at every position are those that the run then
// follows: what runs next stood first, or was the first timer.
func follows(t *testing.T, tl *timeline.Timeline, what string) {
	t.Helper()
	v := tl.View()
	for n := 1; n <= v.Len(); n++ {
		e := v.At(n)
		if e.Kind != trace.HandleBegin {
			continue
		}
		st := tl.At(n - 1)
		ready, timers := st.Ready(), st.Timers()
		switch {
		case len(ready) > 0 && ready[0].ID == int(e.ID):
			continue
		case len(ready) == 0 && len(timers) > 0 && timers[0].ID == int(e.ID) && timers[0].When <= e.T:
			continue
		case st.Result.Kind != 0:
			continue // what a closed loop has left is not told
		}
		t.Fatalf("%s: behind event %d the queue is %+v, the timers %+v; then comes %s", what, n-1, ready, timers, trace.Format(v, n))
	}
}

// TestForksEqualTheirRunAndAreMadeAgainFromTheirCommands forks lessons at random
// events with random commands.
func TestForksEqualTheirRunAndAreMadeAgainFromTheirCommands(t *testing.T) {
	const triples = 300
	seed := *forkSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano() % 1_000_000_000)
	}
	t.Logf("-fork.seed %d", seed)
	goroutines := runtime.NumGoroutine()
	r := rand.New(rand.NewPCG(seed, 0))
	lessons := presets.All()
	done, refused := map[trace.Op]int{}, map[trace.Op]int{}
	for made := 0; made < triples; {
		p := lessons[r.IntN(len(lessons))]
		rs := session.NewRuns(lessonSource(p), session.Options{Patience: time.Minute})
		toEnd(rs.Current())
		for range 6 {
			rs.Select(pick(r, rs.All()...)) // forks are forked too
			if op, ok := forkOnce(t, rs, p, r); ok {
				made++
				done[op]++
			} else {
				refused[op]++
			}
		}
		if err := rs.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("made: %v; refused: %v", done, refused)
	if len(done) < 8 {
		t.Errorf("forks were made by %v, want some by each of 8 operations", done)
	}
	if left := runtime.NumGoroutine(); left > goroutines {
		t.Errorf("%d goroutines are left", left-goroutines)
	}
}

// TestForksOfTheConformanceScriptsEqualTheirRun does the same with scripts that
// do everything that asyncio has.
func TestForksOfTheConformanceScriptsEqualTheirRun(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/conformance/cases/*.py")
	if len(files) == 0 {
		t.Skip("no scripts: ../shared/conformance does not stand beside this checkout")
	}
	seed := *forkSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano() % 1_000_000_000)
	}
	t.Logf("-fork.seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 2))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := presets.Preset{Listing: trace.Listing{Name: filepath.Base(file), Source: string(text)}}
		p.Name = p.Listing.Name
		rs := session.NewRuns(lessonSource(p), session.Options{Patience: time.Minute})
		toEnd(rs.Current())
		const few, many = 20, 20_000 // events
		n := rs.Current().Timeline().View().Len()
		for tries := 0; n > few && n < many && len(rs.All()) < 3 && tries < 40; tries++ {
			rs.Select(pick(r, rs.All()...))
			forkOnce(t, rs, p, r)
		}
		if err := rs.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func toEnd(s *session.Session) {
	for ended := false; !ended; ended, _ = s.Ended() {
		s.End()
	}
}

// forkOnce forks the current run at a random event, and reports whether the
// command could be obeyed there.
func forkOnce(t *testing.T, rs *session.Runs, p presets.Preset, r *rand.Rand) (op trace.Op, made bool) {
	t.Helper()
	from := rs.Current()
	runs := len(rs.All())
	n := r.IntN(from.Timeline().View().Len())
	c := (&chooser{r, from.Timeline()}).command(n)
	from.Seek(n)
	if err := rs.Fork(c); err != nil {
		if errors.Is(err, errors.ErrUnsupported) {
			t.Fatalf("%s: %v", p.Name, err)
		}
		return c.Op, false
	}
	if o, _ := rs.Outcome(); o.Refused != nil {
		if rs.Current() != from || len(rs.All()) != runs || from.Pos() != n {
			t.Fatalf("%s, event %d, %+v: refused, and the run is not where it was", p.Name, n, c)
		}
		return c.Op, false
	}
	fork := rs.Current()
	what := rs.Run().Name + " in " + p.Name
	if fork == from {
		t.Fatalf("%s, event %d: no other run is watched", what, n)
	}
	if a, b := jsonl(from, rs.Run().Same), jsonl(fork, rs.Run().Same); a != b || rs.Run().Same < n {
		t.Fatalf("%s: event %d, the same up to %d: the fork is\n%s\nwant\n%s", what, n, rs.Run().Same, b, a)
	}
	toEnd(fork)
	v := fork.Timeline().View()
	if err := trace.NewChecker().Check(v); err != nil {
		t.Fatalf("%s, event %d, %+v: no run could be told like this: %v", what, n, c, err)
	}
	follows(t, fork.Timeline(), what)

	again := session.New(lessonSource(p), session.Options{Patience: time.Minute, Replay: fork.Commands()})
	defer func() { _ = again.Close() }()
	toEnd(again)
	if a, b := jsonl(fork, v.Len()), jsonl(again, again.Timeline().View().Len()); a != b {
		t.Fatalf("%s, event %d, %+v: from its commands alone the run is\n%s\nwant\n%s", what, n, c, b, a)
	}
	return c.Op, true
}
