package cli

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loopscope/presets"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// A told is a text of the cancellations of a run, each sentence under the line
// of the script that it is about.
type told struct {
	bytes.Buffer
	tl     *timeline.Timeline
	script []string
}

func (w *told) all() {
	end := w.tl.View().Len()
	for _, n := range w.tl.Cancels(end) {
		w.story(w.tl.CancelStory(n, end))
	}
}

var causeWords = map[timeline.Cause]string{
	timeline.CauseUnknown: "not known", timeline.CauseUser: "the user", timeline.CauseTask: "a task", timeline.CauseCallback: "a callback",
	timeline.CauseGroup: "a TaskGroup", timeline.CauseTimeout: "a timeout", timeline.CauseShutdown: "the end of the run",
	timeline.CauseModule: "the program",
}

func (w *told) story(s timeline.Story) {
	end := w.tl.View().Len()
	fmt.Fprintf(w, "\nWho asked: %s", causeWords[s.Cause])
	if s.By != 0 {
		fmt.Fprintf(w, ", %s", w.tl.Label(s.By, end))
	}
	if s.Message != "" {
		fmt.Fprintf(w, ", with the message %q", s.Message)
	}
	fmt.Fprintf(w, ". What was asked: %s.\n", w.tl.FutureLabel(s.Of))
	shown := int32(0)
	for _, one := range s.Told {
		if one.Line != 0 && one.Line != shown {
			fmt.Fprintf(w, "%5d │ %s\n", one.Line, strings.TrimSpace(w.script[one.Line-1]))
			shown = one.Line
		}
		fmt.Fprintf(w, "        %s", one.Say)
		if one.Task != 0 {
			fmt.Fprintf(w, " [%d]", one.Cancelling)
		}
		w.WriteByte('\n')
	}
	for _, one := range s.Targets {
		fmt.Fprintf(w, "      → %s: %s\n", w.tl.Label(one.Task, end), fate(one))
	}
}

// fate is what became of a cancel in one task.
func fate(one timeline.Target) string {
	var words []string
	add := func(event int, text string) {
		if event != 0 {
			words = append(words, text)
		}
	}
	add(one.Asked, "asked")
	add(one.Stopped, "kept by a shield")
	add(one.Delivered, "delivered")
	add(one.WentOn, "went on")
	add(one.Missed, "never delivered")
	add(one.TakenBack, "taken back")
	if one.Swallowed {
		words = append(words, "swallowed")
	}
	add(one.Ended, "ended: "+one.Outcome.String())
	return strings.Join(words, ", ")
}

// compareStory compares with a golden that was read line by line against the
// script.
func compareStory(t *testing.T, name string, tl *timeline.Timeline, source string) {
	w := told{tl: tl, script: strings.Split(source, "\n")}
	first, _, _ := strings.Cut(strings.TrimPrefix(source, `"""`), "\n")
	fmt.Fprintf(&w, "%s\n", strings.TrimSuffix(first, `"""`))
	w.all()
	golden := filepath.Join("testdata/cancel", name+".txt")
	if *update {
		if err := os.WriteFile(golden, w.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(w.Bytes(), want) {
		t.Errorf("told is\n%s\nwant\n%s", w.Bytes(), want)
	}
}

func TestCancellationsAreToldTruly(t *testing.T) {
	paths, err := filepath.Glob("testdata/cancel/*.py")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts in testdata/cancel: %v", err)
	}
	for _, path := range paths {
		l := readListing(t, path)
		t.Run(l.Name, func(t *testing.T) {
			compareStory(t, strings.TrimSuffix(l.Name, ".py"), traced(t, l, nil, 0), l.Source)
		})
	}
}

// TestWhatTheUserCancelsIsToldTruly gives commands to lessons.
func TestWhatTheUserCancelsIsToldTruly(t *testing.T) {
	for name, tt := range map[string]struct {
		lesson string
		orders []string
	}{
		"key_cancel_main":          {"gather", []string{"t=0.25 cancel main"}},
		"key_cancel_one_of_two":    {"gather", []string{"t=0.25 cancel job2"}},
		"key_cancel_before_start":  {"create-task", []string{"after=10 cancel job1"}},
		"key_shield_cancel_main":   {"gather", []string{"t=0.25 shield job1", "t=0.3 cancel main"}},
		"key_cancel_the_shield":    {"gather", []string{"t=0.25 shield job1", "t=0.3 cancel job1"}},
		"key_cancel_past_shield":   {"gather", []string{"t=0.25 shield job1", "t=0.3 cancel job1 past=shield"}},
		"key_cancel_twice":         {"sequential-await", []string{"t=0.1 cancel main msg=first", "t=0.1 cancel main msg=second"}},
		"key_raise_cancelled":      {"gather", []string{"t=0.25 raise job1 CancelledError msg=enough"}},
		"key_cancel_then_raise":    {"gather", []string{"t=0.25 cancel job1", "t=0.25 raise job1 CancelledError"}},
		"key_cancel_shielded_main": {"shield", []string{"t=0.75 cancel main"}},
	} {
		t.Run(name, func(t *testing.T) {
			lesson, err := presets.Find(tt.lesson)
			if err != nil {
				t.Fatal(err)
			}
			compareStory(t, name, ordered(t, lesson, tt.orders), lesson.Listing.Source)
		})
	}
}

// ordered runs a lesson with what somebody asks for.
func ordered(t *testing.T, lesson presets.Preset, texts []string) *timeline.Timeline {
	var orders []order
	for _, text := range texts {
		o, err := parseOrder(text)
		if err != nil {
			t.Fatal(err)
		}
		orders = append(orders, o)
	}
	src := lessonSource(lesson)
	defer func() { _ = src.Close() }()
	r := &runner{src: src, log: trace.NewLog(), orders: orders, complain: t.Errorf}
	if _, err := r.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	tl := timeline.New()
	tl.Extend(r.log.View())
	return tl
}

// TestEveryCancelIsInAStory tries the lessons and the cases with random
// commands: whatever is asked, raised or ends cancelled belongs to a story,
// which begins where its first event is and says nothing of what is to come.
func TestEveryCancelIsInAStory(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 2))
	all := listings(t)
	for range 100 {
		l := all[random.IntN(len(all))]
		tl := traced(t, l, random, 3)
		v := tl.View()
		roots := tl.Cancels(v.Len())
		if !slices.IsSorted(roots) {
			t.Errorf("%s (seed %d): cancellations begin at %v", l.Name, seed, roots)
		}
		for n := 1; n <= v.Len(); n++ {
			e := v.At(n)
			cancelled := strings.HasPrefix(v.String(e.Name), "CancelledError")
			if e.Kind != trace.TaskCancel && !(e.Kind == trace.TaskThrow && cancelled) && !(e.Kind == trace.TaskDone && e.What == trace.Cancelled) {
				continue
			}
			s := tl.CancelStory(n, v.Len())
			if !slices.Contains(roots, s.N) || s.N > n || len(s.Told) == 0 {
				t.Errorf("%s (seed %d): event %d is in the story of event %d", l.Name, seed, n, s.N)
			}
			if got := tl.WhoCancelled(e.Task, n); !slices.Contains(roots, got) {
				t.Errorf("%s (seed %d): task %d was cancelled at event %d by the story of event %d", l.Name, seed, e.Task, n, got)
			}
			for _, one := range tl.CancelStory(n, n).Told {
				if one.N > n {
					t.Errorf("%s (seed %d): the story up to event %d tells of event %d", l.Name, seed, n, one.N)
				}
			}
		}
	}
}
