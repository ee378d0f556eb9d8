package cli

import (
	"fmt"
	"testing"
	"time"

	"loopscope/sched/script"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// million is a program of about a million events.
const million = `import asyncio


async def job(n):
    for _ in range(n):
        await asyncio.sleep(0.001)


async def main():
    await asyncio.gather(*(job(1000) for _ in range(%d)))


asyncio.run(main())
`

// BenchmarkForkAtTheEndOfAMillionEvents has to stay within a second.
func BenchmarkForkAtTheEndOfAMillionEvents(b *testing.B) {
	loaded, err := script.Load(trace.Listing{Name: "million.py", Source: fmt.Sprintf(million, 112)}, script.Options{})
	if err != nil {
		b.Fatal(err)
	}
	rs := session.NewRuns(newScriptSource(loaded), session.Options{})
	defer func() { _ = rs.Close() }()
	first := rs.Current()
	for ended := false; !ended; ended, _ = first.Ended() {
		first.End()
		<-rs.Changed()
		rs.Drain()
	}
	n := first.Timeline().View().Len()
	b.Logf("%d events", n)
	var longest time.Duration // that the screen is held up
	for b.Loop() {
		rs.Select(rs.All()[0])
		first.Seek(n - 20)
		if err := rs.Fork(trace.Command{Op: trace.OpCancel, Task: 1}); err != nil {
			b.Fatal(err)
		}
		for rs.Current().Opening() {
			<-rs.Changed()
			began := time.Now()
			rs.Drain()
			longest = max(longest, time.Since(began))
		}
		if rs.Current() == first {
			b.Fatal("the fork was not made: ", rs.Said())
		}
		b.StopTimer()
		if err := rs.Drop(rs.Run()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(longest.Microseconds())/1000, "ms/longest")
}
