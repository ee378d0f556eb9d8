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

// objects draws the page of every object at a position.
func objects(tl *timeline.Timeline, n int) string {
	var b strings.Builder
	for _, o := range tl.Objects() {
		if o.Born > n {
			continue
		}
		st := o.At(n)
		fmt.Fprintf(&b, "%s (%s %s, limit %d) made by %s line %d: size %d", o.Label, o.Kind, o.Class, o.Limit, tl.Label(o.Creator, n), o.Line, st.Size)
		if o.Lock != nil {
			fmt.Fprintf(&b, ", of %s", o.Lock.Label)
		}
		if o.Kind == "Queue" {
			fmt.Fprintf(&b, ", unfinished %d", st.Unfinished)
		}
		fmt.Fprintf(&b, ", %d wait, peak %d\n", st.Waiters, o.Size(o.SizeAt(n)).Peak)
		for _, h := range st.Holders {
			fmt.Fprintf(&b, "  has it: %s, %d since %d\n", tl.Label(h.Task, n), h.Count, h.Since)
		}
		for k, line := range st.Lines {
			for _, w := range line {
				fmt.Fprintf(&b, "  %s: %s since %s s (event %d) at line %d", timeline.LineKind(k), tl.Label(w.Task, n), w.Since.T, w.Since.N, w.Line)
				if w.Woken != 0 {
					fmt.Fprintf(&b, ", woken at %d", w.Woken)
				}
				b.WriteByte('\n')
			}
		}
		if st.Last.N != 0 {
			fmt.Fprintf(&b, "  last: %s by %s at %s s line %d\n", st.Last.Op, tl.Label(st.Last.Task, n), st.Last.T, st.Last.Line)
		}
	}
	return b.String()
}

// drawn draws a tree, its guides from Guides and Last alone.
func drawn(tl *timeline.Timeline, n int, nodes []timeline.Node) string {
	var b strings.Builder
	for i, node := range nodes {
		for d := range node.Depth {
			switch {
			case d == node.Depth-1 && node.Last:
				b.WriteString("└ ")
			case d == node.Depth-1:
				b.WriteString("├ ")
			case node.Guides&(1<<d) != 0:
				b.WriteString("│ ")
			default:
				b.WriteString("  ")
			}
		}
		fmt.Fprintf(&b, "%s %s", node.Label, node.Phase)
		if node.Holds {
			b.WriteString(", holds it")
		}
		if node.Object != 0 {
			b.WriteString(", " + tl.Object(node.Object).Kind)
		}
		switch {
		case node.Cycle:
			fmt.Fprintf(&b, " ↻ %d", node.Shared)
		case node.Shared >= 0:
			fmt.Fprintf(&b, " → %d", node.Shared)
		}
		if node.Parent >= 0 && nodes[node.Parent].Depth != node.Depth-1 || node.Parent >= i {
			b.WriteString(" PARENT")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func amount(a timeline.Amount) string { return fmt.Sprintf("%s s/%d", a.T, a.Handles) }

// counted draws the numbers of every task.
func counted(tl *timeline.Timeline, n int) string {
	var b strings.Builder
	for _, l := range tl.Lanes() {
		if l.Born > n {
			continue
		}
		c := l.Numbers(n)
		fmt.Fprintf(&b, "%s: %d steps, %d switches, running %s, ready %s, waiting %s, longest %s (span %d), response %s %v, turnaround %s %v",
			tl.Label(l.Task, n), c.Steps, c.Switches, amount(c.Running), amount(c.Ready), amount(c.Waiting),
			c.Longest, c.LongestStep, amount(c.Response), c.Responded, amount(c.Turnaround), c.Over)
		for k, w := range c.Waits {
			if w.Count > 0 {
				fmt.Fprintf(&b, ", wait%d %d× %s", k, w.Count, amount(w.Amount))
			}
		}
		b.WriteByte('\n')
	}
	c := tl.Numbers(n)
	fmt.Fprintf(&b, "loop: %d turns, %d handles, busy %s s, idle %s s, longest queue %d at %d\n", c.Turns, c.Handles, c.Busy, c.Idle, c.LongestReady, c.LongestAt)
	return b.String()
}

// inspected draws the inspector of every task.
func inspected(tl *timeline.Timeline, n int) string {
	var b strings.Builder
	s := tl.At(n)
	for t := trace.Task(1); tl.Lane(t) != nil && tl.Lane(t).Born <= n; t++ {
		in := s.Inspect(t)
		fmt.Fprintf(&b, "%s %s\n  created by %s line %d, stands at line %d, cancelling %d\n",
			in.Label, in.Repr, tl.Label(in.Creator, n), in.Line, in.TaskState.Line, in.Cancelling)
		for _, f := range in.Chain {
			fmt.Fprintf(&b, "  in %s line %d\n", f.Fn, f.Line)
		}
		for _, c := range in.Callbacks {
			fmt.Fprintf(&b, "  callback %s by %s line %d\n", c.Fn, tl.Label(c.By, n), c.Line)
		}
		if in.OnLabel != "" {
			fmt.Fprintf(&b, "  waits for %s\n", in.OnLabel)
		}
		if in.Object != nil {
			fmt.Fprintf(&b, "  at %s\n", in.Object.Label)
		}
		if in.HasTimer {
			fmt.Fprintf(&b, "  until %s, %s left\n", in.When, in.Left)
		}
		for _, w := range in.Waiters {
			fmt.Fprintf(&b, "  awaited by %s\n", tl.Label(w, n))
		}
	}
	return b.String()
}

// panes is everything that the panes show at a position.
func panes(tl *timeline.Timeline, n int) string {
	s := tl.At(n)
	return "— objects\n" + objects(tl, n) + "— who awaits whom\n" + drawn(tl, n, s.Tree(nil)) +
		"— who created whom\n" + drawn(tl, n, s.Family(nil)) + "— numbers\n" + counted(tl, n) + "— inspector\n" + inspected(tl, n)
}

// TestPanesAreDrawn compares all panes with goldens, at moments of recorded
// runs in which there is something to see.
func TestPanesAreDrawn(t *testing.T) {
	for name, moments := range map[string][]trace.Time{
		"meet_queue": {0, trace.Second, 3*trace.Second + trace.Second/2}, "meet_locks": {trace.Second / 2, 5 * trace.Second},
		"meet_others": {trace.Second, 2 * trace.Second}, "meet_circle": {2 * trace.Second}, "gather": {0, trace.Second},
	} {
		t.Run(name, func(t *testing.T) {
			tl := of(t, name)
			var b strings.Builder
			for _, at := range moments {
				n := tl.EventAt(at)
				fmt.Fprintf(&b, "=== event %d, at %s s\n%s\n", n, tl.TimeAt(n), panes(tl, n))
			}
			compare(t, filepath.Join("testdata/panes", name+".txt"), b.String())
		})
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: drawn is\n%s\nwant\n%s", golden, got, want)
	}
}
