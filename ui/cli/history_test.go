package cli

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"loopscope/presets"
	"loopscope/sched/session"
)

// TestTheHistoryOfRandomDoingsHolds does random things to the runs of lessons,
// takes them back and does them again.
func TestTheHistoryOfRandomDoingsHolds(t *testing.T) {
	seed := *forkSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano() % 1_000_000_000)
	}
	t.Logf("-fork.seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	lessons := presets.All()
	for range 60 {
		p := lessons[r.IntN(len(lessons))]
		h := &historian{t: t, r: r, Runs: session.NewRuns(lessonSource(p), session.Options{Patience: time.Minute})}
		for range 60 {
			h.did = append(h.did, h.do())
			h.whole()
		}
		h.again(p)
		if err := h.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A historian does random things.
type historian struct {
	t *testing.T
	r *rand.Rand
	*session.Runs
	did []string
}

func (h *historian) fail(format string, args ...any) {
	h.t.Helper()
	for _, did := range h.did {
		h.t.Log(did)
	}
	h.t.Fatalf(format, args...)
}

// do does one thing and gives its name.
func (h *historian) do() string {
	s := h.Current()
	newest := s.Timeline().View().Len()
	switch h.r.IntN(12) {
	case 0, 1:
		s.StepHandle()
		return "step"
	case 2:
		s.BackHandle()
		return "back"
	case 3:
		s.StepTurn()
		return "turn"
	case 4:
		n := h.r.IntN(newest + 1)
		s.Seek(n)
		return fmt.Sprint("seek ", n)
	case 5:
		s.Newest()
		s.Play()
		s.Tick(time.Duration(h.r.IntN(900)) * time.Millisecond)
		s.Pause()
		return "play"
	case 6, 7:
		c := (&chooser{h.r, s.Timeline()}).command(s.Pos())
		return fmt.Sprintf("command %+v: %v", c, h.Fork(c))
	case 8:
		h.Select(pick(h.r, h.All()...))
		return "select " + h.Run().Name
	case 9:
		run := pick(h.r, h.All()...)
		return fmt.Sprintf("drop %s: %v", run.Name, h.Drop(run))
	case 10:
		return h.backAndOn()
	}
	for range h.r.IntN(4) {
		if err := h.TakeBack(); err != nil && !errors.Is(err, session.ErrNothingBack) {
			h.fail("taking back: %v", err)
		}
	}
	return fmt.Sprintf("take back to %d of %s", h.Current().Pos(), h.Run().Name)
}

// backAndOn takes something back and does it again.
func (h *historian) backAndOn() string {
	run, pos := h.Run(), h.Current().Pos()
	if err := h.TakeBack(); err != nil {
		return "nothing to take back"
	}
	if err := h.Redo(); err != nil || h.Run() != run || h.Current().Pos() != pos {
		h.fail("taken back and done again: at %d of %s, %v; want at %d of %s", h.Current().Pos(), h.Run().Name, err, pos, run.Name)
	}
	return "take back, and again"
}

// whole checks what always holds of runs.
func (h *historian) whole() {
	h.t.Helper()
	before := map[*session.Run]bool{nil: true}
	named := map[string]bool{}
	for i, r := range h.All() {
		s := r.Session()
		switch n := s.Timeline().View().Len(); {
		case named[r.Name]:
			h.fail("two runs are called %q", r.Name)
		case !before[r.Parent] || (r.Parent == nil) != (i == 0):
			h.fail("%q stands at %d, not behind the run it comes from", r.Name, i)
		case s.Opening() || s.Pos() < 0 || s.Pos() > n:
			h.fail("%q stands at %d of %d events, opening: %t", r.Name, s.Pos(), n, s.Opening())
		case r.Parent != nil:
			parent := r.Parent.Session().Timeline().View().Len()
			if same := min(r.Same, parent, n); jsonl(s, same) != jsonl(r.Parent.Session(), same) {
				h.fail("%q does not equal %q up to event %d", r.Name, r.Parent.Name, same)
			}
		}
		before[r], named[r.Name] = true, true
	}
	if !before[h.Run()] {
		h.fail("%q is watched and not in the list", h.Run().Name)
	}
}

// again makes every run again from its commands alone.
func (h *historian) again(p presets.Preset) {
	h.t.Helper()
	for _, r := range h.All() {
		s := r.Session()
		n := s.Timeline().View().Len()
		again := session.New(lessonSource(p), session.Options{Patience: time.Minute, Replay: s.Commands(), Until: n})
		if a, b := jsonl(s, n), jsonl(again, again.Timeline().View().Len()); a != b {
			h.fail("%s, %q: from its commands alone it is\n%s\nwant\n%s", p.Name, r.Name, b, a)
		}
		_ = again.Close()
	}
}
