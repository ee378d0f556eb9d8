package syntax

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// python finds a CPython 3.13, or skips the test.
func python(t *testing.T) string {
	t.Helper()
	if out, err := exec.Command("pyenv", "prefix", "3.13.0").Output(); err == nil {
		return filepath.Join(strings.TrimSpace(string(out)), "bin", "python3.13")
	}
	path, err := exec.LookPath("python3.13")
	if err == nil {
		err = exec.Command(path, "-c", "").Run()
	}
	if err != nil {
		t.Skip("no python3.13 on this machine to compare with")
	}
	return path
}

// ask lets testdata/oracle.py answer about each program, in JSON.
func ask(t *testing.T, what string, programs []string) []json.RawMessage {
	t.Helper()
	var in bytes.Buffer
	enc := json.NewEncoder(&in)
	for _, p := range programs {
		if err := enc.Encode(p); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python(t), "testdata/oracle.py", what)
	cmd.Stdin = &in
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("oracle.py: %v\n%s", err, stderr.String())
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	if len(lines) != len(programs) {
		t.Fatalf("oracle.py answered %d of %d programs", len(lines), len(programs))
	}
	answers := make([]json.RawMessage, len(lines))
	for i, line := range lines {
		answers[i] = line
	}
	return answers
}
