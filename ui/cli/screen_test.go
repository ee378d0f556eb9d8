package cli

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A terminal is loopscope running in a pseudo-terminal.
type terminal struct {
	cmd    *exec.Cmd
	pty    *os.File
	output chan []byte
	seen   []byte
}

// open runs loopscope in a terminal of 120 by 36 cells.
func open(t testing.TB, env []string, args ...string) *terminal {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there are no pseudo-terminals to test with")
	}
	cmd := exec.Command("loopscope", args...)
	cmd.Env = append(append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "LOOPSCOPE_PLAIN="), env...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 36, Cols: 120})
	if err != nil {
		t.Skipf("there is no pseudo-terminal: %v", err)
	}
	term := &terminal{cmd: cmd, pty: f, output: make(chan []byte, 16)}
	go func() {
		defer close(term.output)
		for {
			buf := make([]byte, 1<<16)
			n, err := f.Read(buf)
			if n > 0 {
				term.output <- buf[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = f.Close()
		for range term.output {
		}
	})
	return term
}

// until waits for a text and reports whether it came.
func (term *terminal) until(text string) bool {
	late := time.After(20 * time.Second)
	for !bytes.Contains(term.seen, []byte(text)) {
		select {
		case b, ok := <-term.output:
			if !ok {
				return false
			}
			term.seen = append(term.seen, b...)
		case <-late:
			return false
		}
	}
	return true
}

// exit waits for the end and gives the exit code.
func (term *terminal) exit() int {
	for b := range term.output {
		term.seen = append(term.seen, b...)
	}
	_ = term.cmd.Wait()
	return term.cmd.ProcessState.ExitCode()
}

func TestTheScreenOpensAndCloses(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
		end  func(*terminal)
	}{
		{"the lessons, q", nil, "quit", func(term *terminal) { _, _ = io.WriteString(term.pty, "q") }},
		{"a lesson, ctrl+c", []string{"gather"}, "play", func(term *terminal) { _, _ = io.WriteString(term.pty, "\x03") }},
		{"a lesson, SIGTERM", []string{"3"}, "play", func(term *terminal) { _ = term.cmd.Process.Signal(syscall.SIGTERM) }},
		{"a lesson, SIGHUP", []string{"shield"}, "play", func(term *terminal) { _ = term.cmd.Process.Signal(syscall.SIGHUP) }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			term := open(t, nil, test.args...)
			if !term.until(test.want) {
				t.Fatalf("the screen never showed %q; it got %q", test.want, term.seen)
			}
			test.end(term)
			if code := term.exit(); code != 0 {
				t.Errorf("exit code %d, want 0", code)
			}
			if !bytes.Contains(term.seen, []byte("\x1b[?1049l")) {
				t.Errorf("the terminal's own screen was not put back")
			}
		})
	}
}

func TestATerminalThatCannotDrawGetsThePlainForm(t *testing.T) {
	term := open(t, []string{"TERM=dumb"}, "gather")
	if !term.until("> ") {
		t.Fatalf("no prompt; it got %q", term.seen)
	}
	_, _ = io.WriteString(term.pty, "next\nquit\n")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	if !bytes.Contains(term.seen, []byte("main start")) || bytes.ContainsRune(term.seen, '\x1b') {
		t.Errorf("it printed %q", term.seen)
	}
}

// BenchmarkFirstFrame measures from the start of the process to the first full
// frame, that of the lesson gather: the median, as ms/frame.
func BenchmarkFirstFrame(b *testing.B) {
	var spent []time.Duration
	for b.Loop() {
		start := time.Now()
		term := open(b, nil, "gather")
		if !term.until("play") {
			b.Fatalf("no frame; it got %q", term.seen)
		}
		spent = append(spent, time.Since(start))
		_ = term.cmd.Process.Kill()
		_ = term.exit()
	}
	slices.Sort(spent)
	b.ReportMetric(float64(spent[len(spent)/2].Microseconds())/1000, "ms/frame")
}

func TestCtrlCLeavesThePlainForm(t *testing.T) {
	term := open(t, nil, "--plain", "gather")
	if !term.until("> ") {
		t.Fatalf("no prompt; it got %q", term.seen)
	}
	_, _ = io.WriteString(term.pty, "\x03")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d, want 0; it printed %q", code, term.seen)
	}
}

func TestNothingButTextIsPrintedWithoutAScreen(t *testing.T) {
	failing := t.TempDir() + "/fails.py"
	if err := os.WriteFile(failing, []byte("print(1)\nraise ValueError('no')\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		env  string
		args []string
		want string
		code int
	}{
		{"", []string{"nothing"}, "no such lesson", 2},
		{"", []string{"--nothing"}, "unknown flag", 2},
		{"", []string{"trace", failing}, "ValueError", 1},
		{"", []string{"lessons"}, "gather", 0},
		{"TERM=dumb", []string{"--help"}, "--plain", 0},
		{"TERM=dumb", []string{"trace", "--help"}, "--commands", 0},
	}
	for _, test := range tests {
		term := open(t, []string{test.env}, test.args...)
		code := term.exit()
		if code != test.code || !bytes.Contains(term.seen, []byte(test.want)) {
			t.Errorf("%s %q exits with %d and prints %q; want %d and %q", test.env, test.args, code, term.seen, test.code, test.want)
		}
		if bytes.ContainsRune(term.seen, '\x1b') {
			t.Errorf("%s %q prints an escape sequence: %q", test.env, test.args, term.seen)
		}
	}
}
