package timeline_test

import (
	"math/rand/v2"
	"testing"

	"loopscope/sched/timeline"
	"loopscope/sched/trace"
)

// awaiting gives a timeline in which task i+1 waits for the tasks in on[i]: for
// one by itself, for more through gather; for none it waits for nothing.
func awaiting(on [][]trace.Task) *timeline.Timeline {
	log := trace.NewLog()
	job, gather := log.Intern("job"), log.Intern("gather")
	for i := range on {
		log.Append(trace.Event{Kind: trace.TaskCreated, Task: trace.Task(i + 1), Name: job, Fut: trace.Future(job)})
		log.Append(trace.Event{Kind: trace.HandleScheduled, What: trace.Step, ID: int32(i + 1), Task: trace.Task(i + 1)})
	}
	for i, tasks := range on {
		if len(tasks) == 0 {
			continue
		}
		task := trace.Task(i + 1)
		log.Append(trace.Event{Kind: trace.HandleBegin, What: trace.Step, ID: int32(i + 1), Task: task, Line: int32(i + 1)})
		f := tasks[0].Future()
		if len(tasks) > 1 {
			f = trace.Future(i + 1)
			kids := make([]trace.Future, len(tasks))
			for k, t := range tasks {
				kids[k] = t.Future()
			}
			log.Append(trace.Event{Kind: trace.FutureCreated, Fut: f, Name: gather, Task: task, ID: log.Attach(kids)})
		}
		log.Append(trace.Event{Kind: trace.TaskWaiting, Task: task, Fut: f})
		log.Append(trace.Event{Kind: trace.HandleEnd, ID: int32(i + 1)})
	}
	return foldedLog(log)
}

func treeOf(tl *timeline.Timeline) []timeline.Node { return tl.At(tl.View().Len()).Tree(nil) }

// TestATreeThatMeetsAgainIsNotMultiplied has 36 tasks of which each waits for
// the two before it: paths would be millions.
func TestATreeThatMeetsAgainIsNotMultiplied(t *testing.T) {
	on := make([][]trace.Task, 36)
	for i := 2; i < len(on); i++ {
		on[i] = []trace.Task{trace.Task(i), trace.Task(i - 1)}
	}
	if got, most := len(treeOf(awaiting(on))), 36+34+2*34; got > most {
		t.Errorf("the tree has %d lines, want %d at most", got, most)
	}
}

// TestAChainOfAHundredThousandIsDrawn holds for one that ends, and for one that
// bites its tail.
func TestAChainOfAHundredThousandIsDrawn(t *testing.T) {
	const long = 100_000
	on := make([][]trace.Task, long)
	for i := range long - 1 {
		on[i] = []trace.Task{trace.Task(i + 2)}
	}
	nodes := treeOf(awaiting(on))
	if last := nodes[len(nodes)-1]; len(nodes) != long || last.Depth != long-1 || last.Parent != long-2 {
		t.Errorf("the chain has %d lines and ends at depth %d", len(nodes), last.Depth)
	}
	on[long-1] = []trace.Task{1}
	nodes = treeOf(awaiting(on))
	if last := nodes[len(nodes)-1]; len(nodes) != long+1 || !last.Cycle || last.Shared != 0 {
		t.Errorf("the circle has %d lines and ends with %+v", len(nodes), last)
	}
}

// TestATreeHasEverythingOnce draws random graphs, circles among them.
func TestATreeHasEverythingOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		on := make([][]trace.Task, 1+r.IntN(12))
		awaited := map[trace.Task]bool{}
		for i := range on {
			for range r.IntN(4) {
				on[i] = append(on[i], trace.Task(1+r.IntN(len(on))))
			}
			for _, t := range on[i] {
				awaited[t] = true
			}
		}
		nodes := treeOf(awaiting(on))
		kids, full, roots := map[int][]trace.Task{}, map[trace.Task]int{}, map[trace.Task]bool{}
		for i, n := range nodes {
			if n.Parent >= i || n.Parent < 0 != (n.Depth == 0) || n.Parent >= 0 && nodes[n.Parent].Depth != n.Depth-1 {
				t.Fatalf("line %d stands at depth %d under line %d", i, n.Depth, n.Parent)
			}
			if n.Task == 0 {
				continue
			}
			if n.Depth == 0 {
				roots[n.Task] = true
			} else if up := nodes[n.Parent]; up.Task == 0 {
				kids[up.Parent] = append(kids[up.Parent], n.Task)
			} else {
				kids[n.Parent] = append(kids[n.Parent], n.Task)
			}
			switch {
			case n.Shared < 0 && len(on[n.Task-1]) > 0:
				full[n.Task]++
			case n.Shared >= 0 && nodes[n.Shared].Task != n.Task:
				t.Fatalf("line %d says that task %d stands at line %d", i, n.Task, n.Shared)
			}
			if n.Cycle != above(nodes, i, n.Shared) {
				t.Fatalf("line %d is a circle: %v, but line %d is above it: %v", i, n.Cycle, n.Shared, !n.Cycle)
			}
		}
		for i, tasks := range on {
			task := trace.Task(i + 1)
			if want := min(1, len(tasks)); full[task] != want {
				t.Fatalf("task %d, which waits for %v, is drawn in full %d times", task, tasks, full[task])
			}
			if !awaited[task] && !roots[task] {
				t.Fatalf("nobody waits for task %d, and it is no root", task)
			}
		}
		for line, got := range kids {
			if want := on[nodes[line].Task-1]; len(got) != len(want) {
				t.Fatalf("task %d waits for %v, drawn are %v", nodes[line].Task, want, got)
			}
		}
	}
}

// above tells whether a line stands above another in the tree.
func above(nodes []timeline.Node, i, line int) bool {
	for i = nodes[i].Parent; i >= 0; i = nodes[i].Parent {
		if i == line {
			return true
		}
	}
	return false
}

// TestATreeIsAppended keeps what stands in the slice before it.
func TestATreeIsAppended(t *testing.T) {
	s := of(t, "meet_circle").At(60)
	before := []timeline.Node{{Label: "before"}}
	for name, draw := range map[string]func([]timeline.Node) []timeline.Node{"Tree": s.Tree, "Family": s.Family} {
		alone, both := draw(nil), draw(before)
		if len(both) != len(alone)+1 || both[0].Label != "before" {
			t.Fatalf("%s: %d lines behind one are %d", name, len(alone), len(both))
		}
		for i, n := range alone {
			if n != both[i+1] {
				t.Errorf("%s: line %d is %+v behind another, %+v alone", name, i, both[i+1], n)
			}
		}
	}
}

func TestShapeIsTheTreeWithoutItsLabels(t *testing.T) {
	for _, path := range append(recorded(t), cpythons(t)...) {
		tl := folded(read(t, path))
		var shape []timeline.Node
		for n := range tl.View().Len() + 1 {
			s := tl.At(n)
			whole := s.Tree(nil)
			shape = s.TreeShape(shape)
			if len(shape) != len(whole) {
				t.Fatalf("%s, event %d: the shape has %d lines, the tree %d", path, n, len(shape), len(whole))
			}
			for i, line := range shape {
				if got := s.NodeLabel(&line); got != whole[i].Label {
					t.Errorf("%s, event %d: line %d is called %q, in the tree %q", path, n, i, got, whole[i].Label)
				}
				line.Label, line.Wants, line.Last, line.Guides = whole[i].Label, whole[i].Wants, whole[i].Last, whole[i].Guides
				if line != whole[i] {
					t.Errorf("%s, event %d: line %d is %+v, in the tree %+v", path, n, i, line, whole[i])
				}
			}
		}
	}
}
