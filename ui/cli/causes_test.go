package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"loopscope/presets"
	"loopscope/sched/script"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// cases is where the referee's cases stand.
const cases = "../../../shared/conformance/cases"

// listings gives the lessons and the scripts on which causes are tried.
func listings(t testing.TB) []trace.Listing {
	var all []trace.Listing
	for _, p := range presets.All() {
		all = append(all, p.Listing)
	}
	for _, glob := range []string{"../../sched/script/testdata/traces/*.py", "testdata/cancel/*.py", cases + "/*.py"} {
		paths, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) == 0 {
			t.Log("without " + glob + ": there is nothing")
		}
		for _, path := range paths {
			all = append(all, readListing(t, path))
		}
	}
	return all
}

func readListing(t testing.TB, path string) trace.Listing {
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return trace.Listing{Name: filepath.Base(path), Source: string(source)}
}

// traced runs a listing to its end. Between handles, one time in odds, somebody
// asks for something at random; never if odds is 0.
func traced(t testing.TB, l trace.Listing, random *rand.Rand, odds int) *timeline.Timeline {
	p, err := script.Load(l, script.Options{})
	var refusal *script.Refusal
	if err != nil && !errors.As(err, &refusal) {
		t.Fatal(err)
	}
	run, log, tl := p.Start(), trace.NewLog(), timeline.New()
	defer func() { _ = run.Close() }()
	for err = nil; err == nil; err = run.Next(context.Background(), log) {
		if odds == 0 || random.IntN(odds) > 0 || log.Len() == 0 {
			continue
		}
		c := trace.Command{Task: trace.Task(1 + random.IntN(4)), Op: []trace.Op{
			trace.OpCancel, trace.OpCancel, trace.OpShield, trace.OpCallback,
			trace.OpRaise, trace.OpFinish, trace.OpFire, trace.OpDelay, trace.OpFront,
		}[random.IntN(9)]}
		switch {
		case c.Op == trace.OpCallback:
			c.Kind = []trace.CallbackKind{trace.CallbackLog, trace.CallbackSpawn}[random.IntN(2)]
		case c.Op == trace.OpRaise:
			c.Exc = []string{"ValueError", "CancelledError"}[random.IntN(2)]
		case c.Op.NamesHandle():
			c.Task, c.Handle, c.When = 0, 1+random.IntN(12), 2*trace.Second
		}
		_ = run.Do(c) // some are refused, and that is part of it
	}
	if !errors.Is(err, io.EOF) {
		t.Fatalf("%s: %v", l.Name, err)
	}
	tl.Extend(log.View())
	return tl
}

// TestCausesAreThoseOfTheTrace takes events at random, and compares their
// causes with those found by looking through the trace.
func TestCausesAreThoseOfTheTrace(t *testing.T) {
	const events = 600
	all := listings(t)
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 1))
	kinds := map[timeline.LinkKind]int{}
	for tried := 0; tried < events && !t.Failed(); {
		l := all[random.IntN(len(all))]
		tl := traced(t, l, random, []int{0, 4}[random.IntN(2)])
		for range min(10, tl.View().Len()) {
			n := 1 + random.IntN(tl.View().Len())
			c := chainCheck{t: t, tl: tl, d: derived{tl.View()}, at: fmt.Sprintf("%s, event %d (seed %d)", l.Name, n, seed)}
			for _, link := range c.check(n) {
				kinds[link.Kind]++
			}
			tried++
		}
	}
	if len(kinds) < 8 {
		t.Errorf("links of %d kinds only (seed %d): %v", len(kinds), seed, kinds)
	}
	t.Logf("seed %d: links %v", seed, kinds)
}

// TestEveryCauseOfTheCasesIsThatOfTheTrace asks about every event of every
// case of the referee.
func TestEveryCauseOfTheCasesIsThatOfTheTrace(t *testing.T) {
	paths, err := filepath.Glob(cases + "/*.py")
	if err != nil || len(paths) == 0 {
		t.Skip("no conformance cases at " + cases)
	}
	asked := 0
	for _, path := range paths {
		l := readListing(t, path)
		tl := traced(t, l, nil, 0)
		for n := 1; n <= tl.View().Len(); n++ {
			c := chainCheck{t: t, tl: tl, d: derived{tl.View()}, at: fmt.Sprintf("%s, event %d", l.Name, n)}
			c.check(n)
			asked++
		}
	}
	t.Logf("%d events of %d cases", asked, len(paths))
}

// A chainCheck compares what the timeline tells of one event with the trace.
type chainCheck struct {
	t  *testing.T
	tl *timeline.Timeline
	d  derived
	at string
}

func (c *chainCheck) errorf(format string, args ...any) {
	c.t.Helper()
	c.t.Errorf(c.at+": "+format, args...)
}

func (c *chainCheck) check(n int) []timeline.Link {
	chain := c.tl.WhyChain(n, 0)
	for i, link := range chain {
		c.sentence(link)
		if i > 0 {
			c.follows(chain[i-1].N, link.N)
		}
	}
	if len(chain) == 0 {
		if c.d.who(n) != 0 {
			c.errorf("nothing is told, but event %d did it", c.d.who(n))
		}
		return nil
	}
	last := chain[len(chain)-1]
	e := c.d.At(last.N)
	switch {
	case last.Kind < timeline.LinkStart:
		c.errorf("the chain ends with %q: %s", last.Kind, last.Say)
	case last.Kind == timeline.LinkCommand && e.Kind != trace.CommandDone && e.Kind != trace.CommandRefused:
		c.errorf("event %d is no command: %s", last.N, last.Say)
	case last.Kind != timeline.LinkCommand && c.d.cause(last.N) != 0:
		c.errorf("the chain ends at event %d, which event %d brought about: %s", last.N, c.d.cause(last.N), last.Say)
	case last.Kind == timeline.LinkStart && e.Kind != trace.TaskCreated:
		c.errorf("event %d begins no run: %s", last.N, last.Say)
	}
	c.forward(chain)
	return chain
}

// follows checks that event b is what the trace has as the cause of event a.
func (c *chainCheck) follows(a, b int) {
	if b >= a {
		c.errorf("the link of event %d is followed by one of event %d", a, b)
		return
	}
	if c.d.At(a).Kind == trace.TaskThrow { // what is delivered, is not told in the trace
		return
	}
	m := c.d.cause(a)
	for m > b && c.d.passes(m) {
		m = c.d.cause(m)
	}
	if m != b {
		c.errorf("event %d is said to come of event %d, it came of event %d\n%s\n%s\n%s", a, b, m,
			trace.Format(c.d.View, a), trace.Format(c.d.View, b), trace.Format(c.d.View, max(m, 1)))
	}
}

// forward checks that each cause has the one before it among what it caused,
// and that whatever that lists was caused by it.
func (c *chainCheck) forward(chain []timeline.Link) {
	for i := 1; i < len(chain); i++ {
		caused := c.tl.Caused(chain[i].N, 0)
		found := i == 1 // what is asked about may be one that is told with another
		for j, link := range caused {
			found = found || link.N == chain[i-1].N
			if j > 0 && link.N <= caused[j-1].N && link.N <= chain[i].N {
				c.errorf("what event %d caused is not in order", chain[i].N)
			}
			if back := c.tl.WhyChain(link.N, 2); len(back) < 2 || back[1].N != chain[i].N {
				c.errorf("event %d is said to have caused event %d, which came of another: %v", chain[i].N, link.N, back)
			}
		}
		if !found {
			c.errorf("event %d caused event %d, but that is not among what it caused", chain[i].N, chain[i-1].N)
		}
	}
}

var lineNamed = regexp.MustCompile(`line (\d+)`)

// sentence checks that a link names the tasks and lines of its event.
func (c *chainCheck) sentence(link timeline.Link) {
	text := link.Say.String()
	if text == "" || !strings.HasSuffix(text, ".") {
		c.errorf("no full sentence for event %d: %q", link.N, text)
	}
	tasks, lines := c.named(link)
	for _, task := range tasks {
		if task != 0 && !slices.ContainsFunc(link.Say, func(w timeline.Word) bool { return w.Task == task }) {
			c.errorf("task %d is not named: %s\n%s", task, text, trace.Format(c.d.View, link.N))
		}
	}
	var got []int32
	for _, m := range lineNamed.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		got = append(got, int32(n))
	}
	lines = slices.DeleteFunc(lines, func(l int32) bool { return l == 0 })
	if !slices.Equal(got, lines) {
		c.errorf("lines %v are named, of event %d are %v: %s\n%s", got, link.N, lines, text, trace.Format(c.d.View, link.N))
	}
}

// named gives the tasks and lines that the sentence of a link has to name.
func (c *chainCheck) named(link timeline.Link) (tasks []trace.Task, lines []int32) {
	n, d := link.N, c.d
	e := d.At(n)
	switch e.Kind {
	case trace.TaskCreated:
		return []trace.Task{e.Task, e.By()}, []int32{d.line(n)}
	case trace.TaskCancel:
		return c.namedInCancel(n, e)
	case trace.TaskThrow:
		return []trace.Task{e.Task}, []int32{d.stood(n, e.Task)}
	case trace.FutureDone:
		return []trace.Task{e.Task}, []int32{d.line(n)}
	case trace.CommandDone:
		return []trace.Task{e.Task}, nil
	case trace.LoopShutdown, trace.CommandRefused:
		return nil, nil
	case trace.HandleScheduled:
		if e.What != trace.Step {
			return nil, []int32{e.Line}
		}
		if next := d.At(min(n+1, d.Len())); next.Kind == trace.TaskWaiting && next.Task == e.Task {
			return []trace.Task{e.Task}, []int32{next.Line}
		}
		return []trace.Task{e.Task, e.Fut.Task()}, []int32{d.stood(n, e.Task)}
	case trace.HandleBegin:
		made := d.back(n, func(s trace.Event) bool { return s.Kind == trace.HandleScheduled && s.ID == e.ID })
		switch e.What {
		case trace.Step:
			return []trace.Task{e.Task}, []int32{d.stood(n, e.Task)}
		case trace.Done:
			return []trace.Task{e.Fut.Task()}, nil
		}
		who := d.At(max(1, d.who(made)))
		return []trace.Task{who.Task}, []int32{d.line(made)}
	}
	return nil, []int32{e.Line}
}

// namedInCancel is named for a request to cancel.
func (c *chainCheck) namedInCancel(n int, e trace.Event) (tasks []trace.Task, lines []int32) {
	by := c.d.At(max(c.d.cause(n), 1))
	switch {
	case by.Kind == trace.TaskCancel:
		return []trace.Task{e.Task, by.Task}, nil
	case e.Via() == "timeout":
		begin := c.d.At(c.d.who(n))
		made := c.d.back(n, func(s trace.Event) bool { return s.Kind == trace.HandleScheduled && s.ID == begin.ID })
		return []trace.Task{e.Task}, []int32{c.d.line(made)}
	}
	by.Task = e.By()
	if e.Via() == "TaskGroup" {
		by.Task = 0 // it is told as the group's
	}
	return []trace.Task{e.Task, by.Task}, []int32{c.d.line(n)}
}
