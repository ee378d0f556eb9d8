package ui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/script"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// workshop is a program in which many tasks meet at many things, for so many
// rounds.
func workshop(t testing.TB, tasks, rounds int) presets.Preset {
	t.Helper()
	source := fmt.Sprintf(`import asyncio

async def worker(i, queue, lock, gate):
    for round in range(%d):
        async with lock:
            await asyncio.sleep(0.001)
        queue.put_nowait(i)
        await gate.wait()
        await queue.get()
    print(f"worker {i} is done")
    return i

async def main():
    queue, lock, gate = asyncio.Queue(), asyncio.Semaphore(5), asyncio.Event()
    gate.set()
    jobs = [asyncio.create_task(worker(i, queue, lock, gate), name=f"worker {i}") for i in range(%d)]
    await asyncio.sleep(0.002)
    jobs[-1].cancel()
    await asyncio.gather(*jobs, return_exceptions=True)

asyncio.run(main())
`, rounds, tasks)
	p, err := presets.Parse(trace.Listing{Name: "workshop.py", Source: source})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// opened panes of the benchmarks, by the key that brings each to the front.
var paneKeys = []struct{ name, key string }{
	{"source", "1"}, {"output", "2"}, {"queue", "3"}, {"tree", "4"}, {"inspector", "5"}, {"events", "6"},
	{"objects", "9"}, {"why", "a"}, {"runs", "R"}, {"story", "8"},
}

func BenchmarkFrameWithPane(b *testing.B) {
	for _, pane := range paneKeys {
		b.Run(pane.name, func(b *testing.B) {
			s := running(b, workshop(b, 50, 20), [2]int{200, 60})
			s.press("G", "H", "H", "H", "j", "j", pane.key)
			s.m.View()
			b.ReportAllocs()
			for b.Loop() {
				s.m.dirty = true
				s.m.View()
			}
		})
	}
}

func TestFrameWithAnyPaneAllocatesLittle(t *testing.T) {
	for _, pane := range paneKeys {
		s := running(t, workshop(t, 50, 3), [2]int{200, 60})
		s.press("G", "H", "H", "H", "j", "j", pane.key)
		s.m.View()
		got := testing.AllocsPerRun(20, func() {
			s.m.dirty = true
			s.m.View()
		})
		if got > 2 {
			t.Errorf("a frame with the pane %s takes %v allocations; one for its string and one for the cursor are meant", pane.name, got)
		}
	}
}

func BenchmarkSeekInAMillionEvents(b *testing.B) {
	p := workshop(b, 100, 460)
	s := screen{b, New(Options{Open: func(_ context.Context, listing trace.Listing) (session.Source, error) {
		program, err := script.Load(listing, script.Options{})
		return program.Start(), err
	}})}
	b.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	s.obey(s.m.open(p))
	s.settle()
	s.press("G")
	seekAnywhere(b, s)
}

// seekAnywhere goes to random positions of a run, with every pane.
func seekAnywhere(b *testing.B, s screen) {
	n := s.m.watch.tl.View().Len()
	for _, pane := range paneKeys {
		b.Run(pane.name, func(b *testing.B) {
			s.press(pane.key)
			random := rand.New(rand.NewPCG(1, 2))
			b.ReportAllocs()
			for b.Loop() {
				s.m.watch.sess.Seek(random.IntN(n))
				s.m.moved()
				s.m.dirty = true
				s.m.View()
			}
			b.ReportMetric(float64(n), "events")
		})
	}
}

// BenchmarkSeekWithAHundredThousandTasks goes to random positions of a run in
// which so many tasks are alive at once.
func BenchmarkSeekWithAHundredThousandTasks(b *testing.B) {
	s := crowded(b, &crowd{tasks: 100_000, rounds: 2}, 200, 60)
	seekAnywhere(b, s)
}

// BenchmarkStepWithAHundredThousandTasks walks that run by handles.
func BenchmarkStepWithAHundredThousandTasks(b *testing.B) {
	s := crowded(b, &crowd{tasks: 100_000, rounds: 2}, 200, 60)
	n := s.m.watch.tl.View().Len()
	for _, pane := range paneKeys {
		b.Run(pane.name, func(b *testing.B) {
			s.press(pane.key)
			s.m.watch.sess.Seek(n / 2)
			b.ReportAllocs()
			for b.Loop() {
				s.press("h")
				s.m.View()
			}
		})
	}
}
