package timeline_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

var update = flag.Bool("update", false, "write the goldens anew")

// recorded gives the traces in testdata: they were made by the loop of package
// sched, with all additions.
func recorded(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no traces in testdata: %v", err)
	}
	return files
}

// cpythons gives CPython's own traces, which have no additions.
func cpythons(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, dir := range []string{"golden", "golden-scripts"} {
		files, _ := filepath.Glob(filepath.Join("../../../shared/conformance", dir, "*.jsonl"))
		all = append(all, files...)
	}
	if len(all) == 0 {
		t.Log("without CPython's traces: ../shared/conformance does not stand beside this checkout")
	}
	return all
}

// read gives the Views of a trace as it grows: views[n] has n events.
func read(t testing.TB, path string) []trace.View {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	views, err := grow(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return views
}

func grow(data []byte) ([]trace.View, error) {
	log, d := trace.NewLog(), trace.NewDecoder(bytes.NewReader(data))
	views := []trace.View{log.View()}
	for {
		if err := d.Next(log); err == io.EOF {
			return views, nil
		} else if err != nil {
			return views, err
		}
		for len(views) <= log.Len() { // the Decoder may add an event of its own
			views = append(views, log.View())
		}
	}
}

// folded gives the timeline of a whole trace.
func folded(views []trace.View) *timeline.Timeline {
	tl := timeline.New()
	tl.Extend(views[len(views)-1])
	return tl
}

// of gives the timeline of a recorded trace.
func of(t testing.TB, name string) *timeline.Timeline {
	t.Helper()
	return folded(read(t, "testdata/"+name+".jsonl"))
}

// picture is everything that can be asked about one position.
func picture(tl *timeline.Timeline, n int) string { return sight(tl, n) + panes(tl, n) }

// sight is what the default screen can ask about one position.
func sight(tl *timeline.Timeline, n int) string {
	var b strings.Builder
	s := tl.At(n)
	fmt.Fprintf(&b, "n%d t%s turn%d left%d running%d handle%d ended=%v %s\n", s.N, s.T, s.Turn, s.Left, s.Running, s.Handle, s.Ended, s.Result.Kind)
	for _, q := range s.Ready() {
		fmt.Fprintf(&b, "ready h%d %s %q task%d of%d made%d\n", q.ID, q.What, q.Label, q.Task, q.Of, q.Made)
	}
	for _, m := range s.Timers() {
		fmt.Fprintf(&b, "timer h%d when%s left%s %q task%d\n", m.ID, m.When, m.Left, m.Label, m.Task)
	}
	for task := trace.Task(1); tl.Lane(task) != nil && tl.Lane(task).Born <= n; task++ {
		st := s.Task(task)
		fmt.Fprintf(&b, "%s %s wait%d %q since%d L%d cancelling%d asked%d delivered%d shield%d %s %q waiters%v callbacks%v\n",
			tl.Label(task, n), st.Phase, st.Wait, st.OnLabel, st.Since.N, st.Line, st.Cancelling, st.Asked, st.Delivered,
			st.Shield, st.Outcome, st.Result, s.Waiters(task), s.Callbacks(task))
		fmt.Fprintf(&b, "  marks%d cancels%d: %s\n", tl.Lane(task).MarkAt(n), len(tl.Lane(task).Cancels(n)), tl.WhyTask(task, n))
	}
	fmt.Fprintf(&b, "column%d outputs%d lines%v\n", tl.Column(n), tl.OutputAt(n), tl.LineMarks(n))
	fmt.Fprintf(&b, "%s\n%s\n", tl.Narrate(n), tl.Why(n))
	return b.String()
}
