package cli

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkBesideCPython runs whole processes side by side: loopscope with
// every event of the run traced, and CPython 3.13 untraced. It tells the
// milliseconds of both, how many times faster loopscope is, and the same less
// what a process takes that only imports asyncio. It needs a python3.13 on the
// PATH or under pyenv.
func BenchmarkBesideCPython(b *testing.B) {
	python := findPython(b)
	loopscope := filepath.Join(b.TempDir(), "loopscope")
	if out, err := exec.Command("go", "build", "-o", loopscope, "loopscope").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	const scripts = "../../sched/script/testdata/speed/"
	ours := func(name string) time.Duration { return took(b, loopscope, "trace", "--format", "none", scripts+name) }
	theirs := func(name string) time.Duration { return took(b, python, scripts+name) }
	for _, name := range []string{"yields.py", "queue.py", "gathers.py", "compute.py"} {
		b.Run(strings.TrimSuffix(name, ".py"), func(b *testing.B) {
			var us, them, startUs, startThem time.Duration
			for range b.N {
				us, them = us+ours(name), them+theirs(name)
				startUs, startThem = startUs+ours("start/nothing.py"), startThem+theirs("start/nothing.py")
			}
			n := float64(b.N)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(us.Seconds()*1000/n, "ms-loopscope")
			b.ReportMetric(them.Seconds()*1000/n, "ms-cpython")
			b.ReportMetric(them.Seconds()/us.Seconds(), "times")
			b.ReportMetric((them-startThem).Seconds()/(us-startUs).Seconds(), "times-less-start")
		})
	}
}

// findPython gives a CPython 3.13, or skips.
func findPython(b *testing.B) string {
	b.Helper()
	python := "python3.13"
	if prefix, err := exec.Command("pyenv", "prefix", "3.13.0").Output(); err == nil {
		python = filepath.Join(strings.TrimSpace(string(prefix)), "bin", python)
	}
	if exec.Command(python, "--version").Run() != nil {
		b.Skip("no python3.13 here")
	}
	return python
}

// took runs a command and gives how long it took.
func took(b *testing.B, name string, args ...string) time.Duration {
	b.Helper()
	begin := time.Now()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		b.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return time.Since(begin)
}
