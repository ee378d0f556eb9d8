package cli

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"loopscope": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"bigfile":  bigFile,
			"writehex": writeHex,
		},
	})
}

// exits runs loopscope and checks its exit code: exits CODE ARG….
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARG…")
	}
	err := ts.Exec("loopscope", args[1:]...)
	got := "0"
	if err != nil {
		got = err.Error()[len("exit status "):]
	}
	if got != args[0] {
		ts.Fatalf("loopscope %v exits with %s, want %s", args[1:], got, args[0])
	}
}

// bigFile writes a file of so many spaces that it is too large to be run.
func bigFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: bigfile NAME")
	}
	text := make([]byte, 2*megabyte+1)
	for i := range text {
		text[i] = ' '
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), text, 0o600))
}

// writeHex writes a file in which the text \xe9 stands for the byte.
func writeHex(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: writehex NAME")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("import asyncio\nname = 'caf\xe9'\n"), 0o600))
}
