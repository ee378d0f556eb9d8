package script

import (
	"context"
	"fmt"
	"io"
	"testing"

	"loopscope/sched/trace"
)

// BenchmarkScriptYield is a step of a script: 100 tasks that await sleep(0),
// the events of each step included.
func BenchmarkScriptYield(b *testing.B) {
	const tasks = 100
	rounds := b.N/tasks + 1
	source := fmt.Sprintf(`import asyncio

async def job():
    for i in range(%d):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*[job() for i in range(%d)])

asyncio.run(main())
`, rounds, tasks)
	runBenchmark(b, source)
}

// BenchmarkLoop is a round of a loop that computes: a comparison, two
// additions and two assignments.
func BenchmarkLoop(b *testing.B) {
	runBenchmark(b, fmt.Sprintf(`def count(n):
    i = total = 0
    while i < n:
        total += i
        i += 1
    return total

count(%d)
`, b.N))
}

// BenchmarkCall is a call of a function of the script within a recursion.
func BenchmarkCall(b *testing.B) {
	runBenchmark(b, fmt.Sprintf(`def down(n):
    if n == 0:
        return 0
    return down(n - 1)

i = 0
while i < %d:
    down(99)
    i += 1
`, b.N/100+1))
}

// BenchmarkImportContextlib is a whole run that imports a module in Python and
// does nothing else; BenchmarkImportNothing is what that costs without.
func BenchmarkImportContextlib(b *testing.B) { benchmarkRuns(b, "import contextlib\n") }

func BenchmarkImportNothing(b *testing.B) { benchmarkRuns(b, "pass\n") }

func benchmarkRuns(b *testing.B, source string) {
	b.ReportAllocs()
	for b.Loop() {
		runToEnd(b, trace.Listing{Name: "bench.py", Source: source}, Options{})
	}
}

// BenchmarkCompileContextlib is what the first import of a process adds.
func BenchmarkCompileContextlib(b *testing.B) {
	for b.Loop() {
		l := &library{name: "contextlib", file: "contextlib.py"}
		l.compile()
	}
}

func runBenchmark(b *testing.B, source string) {
	b.Helper()
	opts := Options{Turns: 1 << 60, Steps: 1 << 60}
	p, err := Load(trace.Listing{Name: "bench.py", Source: source}, opts)
	if err != nil {
		b.Fatal(err)
	}
	run := p.Start()
	defer run.Close()
	b.ReportAllocs()
	b.ResetTimer()
	for log := trace.NewLog(); ; {
		if err := run.Next(context.Background(), log); err == io.EOF {
			break
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
