package presets

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The goldens are CPython 3.13's own traces of the programs here. To make them
// anew, where the oracle stands:
//
//	go test ./presets -run TestGoldens -update -python /path/to/python3.13
var (
	update = flag.Bool("update", false, "write the goldens anew with the oracle")
	python = flag.String("python", "python3", "the interpreter that runs the lessons; 3.13 for the goldens")
)

const oracle = "../../shared/conformance/script_oracle.py"

func goldenOf(p Preset) string { return filepath.Join("testdata", "trace", p.Name+".jsonl") }

// interpreter returns the version of -python, as "3.13", and skips the test
// if there is none.
func interpreter(t *testing.T) string {
	t.Helper()
	out, err := exec.Command(*python, "-c", "import sys; print('%d.%02d' % sys.version_info[:2])").Output()
	if err != nil {
		t.Skipf("%s does not run here: %v", *python, err)
	}
	return strings.TrimSpace(string(out))
}

// written puts a program where an interpreter finds it under its own name.
func written(t *testing.T, p Preset) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), p.Listing.Name)
	if err := os.WriteFile(path, []byte(p.Listing.Source), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestGoldensAreCPythonsTraces(t *testing.T) {
	if v := interpreter(t); v != "3.13" {
		t.Skipf("%s is Python %s; -python names a 3.13", *python, v)
	}
	if _, err := os.Stat(oracle); err != nil {
		t.Skipf("the oracle is not here: %v", err)
	}
	for _, p := range everything() {
		got, err := exec.Command(*python, oracle, written(t, p)).Output()
		if err != nil {
			t.Fatalf("%s: the oracle: %v", p.Name, err)
		}
		if *update {
			if err := os.WriteFile(goldenOf(p), got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(goldenOf(p))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: CPython's trace is another now; -update writes it", p.Name)
		}
	}
}

func TestEveryProgramHasItsGolden(t *testing.T) {
	var want []string
	for _, p := range everything() {
		want = append(want, goldenOf(p))
	}
	got, err := filepath.Glob(filepath.Join("testdata", "trace", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if slices.Sort(want); !slices.Equal(got, want) {
		t.Errorf("goldens are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// golden reads CPython's run of a program.
func golden(t *testing.T, p Preset) Run {
	t.Helper()
	f, err := os.Open(goldenOf(p))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := ReadRun(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestChecksHoldInCPython(t *testing.T) {
	for _, p := range everything() {
		r := golden(t, p)
		for _, c := range p.Checks {
			if err := c.Holds(r); err != nil {
				t.Errorf("%s:%d: %s: %v", p.Listing.Name, c.Line, c.Text, err)
			}
		}
	}
}

// The lessons run in real time here, all at once.
func TestLessonsRunUnderPython(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	if v := interpreter(t); v < "3.10" {
		t.Skipf("%s is Python %s; the lessons want 3.10 or later", *python, v)
	}
	waits := map[string]func() (string, error){}
	for _, p := range everything() {
		waits[p.Name] = started(t, p)
	}
	for _, p := range everything() {
		out, err := waits[p.Name]()
		r := golden(t, p)
		if failed := err != nil; failed != r.Failed() {
			t.Errorf("%s ended with %v; the golden says failed: %v", p.Name, err, r.Failed())
		}
		if want := strings.Join(r.Printed(), "\n") + "\n"; out != want {
			t.Errorf("%s printed\n%s\nthe golden has\n%s", p.Name, out, want)
		}
	}
}

// started starts a program under Python; the function returned waits for its
// end and gives what it printed, and an *exec.ExitError if it failed.
func started(t *testing.T, p Preset) func() (string, error) {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command(*python, written(t, p))
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return func() (string, error) {
		err := cmd.Wait()
		return strings.ReplaceAll(out.String(), "\r\n", "\n"), err
	}
}
