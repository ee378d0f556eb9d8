package syntax

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const errorSamples = "testdata/errors.txt"

// wordAnswer writes oracle.py's answer in the form of verdict.
func wordAnswer(answer json.RawMessage) string {
	var a []any
	if err := json.Unmarshal(answer, &a); err != nil {
		return err.Error()
	}
	if len(a) == 1 {
		return "ok"
	}
	return fmt.Sprintf("%v:%v-%v:%v %v: %v", a[2], a[3], a[4], a[5], a[0], a[1])
}

// verdict is what this package says about a program: where from, where to,
// and what is wrong. Columns are 1-based here, and 0:0 is no end.
func verdict(program string) string {
	_, err := Parse("x.py", []byte(program))
	var e *Error
	if !errors.As(err, &e) {
		return "ok"
	}
	if e.EndCol < 0 {
		return fmt.Sprintf("%d:%d-0:0 %s: %s", e.Line, e.Col+1, e.Kind, e.Msg)
	}
	return fmt.Sprintf("%d:%d-%d:%d %s: %s", e.Line, e.Col+1, e.EndLine, e.EndCol+1, e.Kind, e.Msg)
}

// TestErrorsReadAsCPythons holds kind, message and place of every mistake
// against CPython's.
func TestErrorsReadAsCPythons(t *testing.T) {
	if *update {
		updateSamples(t, errorSamples, "error", wordAnswer)
	}
	for _, s := range readSamples(t, errorSamples) {
		if got := verdict(s.program); got != s.answer {
			t.Errorf("%s\n got %s\nwant %s", s.program, got, s.answer)
		}
	}
}

// TestErrorSamplesAreCPythons keeps the answers in testdata honest.
func TestErrorSamplesAreCPythons(t *testing.T) {
	list := readSamples(t, errorSamples)
	for i, answer := range ask(t, "error", programs(list)) {
		if want := wordAnswer(answer); list[i].answer != want {
			t.Errorf("%s\ntestdata %s\n CPython %s", list[i].program, list[i].answer, want)
		}
	}
}

// TestErrorsPrintAsCPythons compares the lines with the caret.
func TestErrorsPrintAsCPythons(t *testing.T) {
	list := readSamples(t, errorSamples)
	for i, answer := range ask(t, "print", programs(list)) {
		var want string
		if err := json.Unmarshal(answer, &want); err != nil {
			t.Fatal(err)
		}
		_, err := Parse("x.py", []byte(list[i].program))
		var e *Error
		if !errors.As(err, &e) {
			continue
		}
		if got := e.Format(); got != want {
			t.Errorf("%s\n got\n%s\nwant\n%s", list[i].program, got, want)
		}
	}
}

func TestErrorNamesFileAndLine(t *testing.T) {
	_, err := Parse("gather.py", []byte("import asyncio\n\nasyncio.run(main(\n"))
	const want = "SyntaxError: '(' was never closed (gather.py, line 3)"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestErrorPointsAtItsColumn(t *testing.T) {
	tests := []struct{ program, want string }{
		{"if x:\n    y = (1 2)\n", `  File "x.py", line 2
    y = (1 2)
         ^^^
SyntaxError: invalid syntax. Perhaps you forgot a comma?
`},
		{"\tx = é 1", `  File "x.py", line 1
    	x = é 1
    ^
IndentationError: unexpected indent
`},
		{"größe = 'αβ\n", `  File "x.py", line 1
    größe = 'αβ
            ^
SyntaxError: unterminated string literal (detected at line 1)
`},
	}
	for _, tt := range tests {
		_, err := Parse("x.py", []byte(tt.program))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%q compiles", tt.program)
		} else if got := e.Format(); got != tt.want {
			t.Errorf("%q\n got\n%s\nwant\n%s", tt.program, got, tt.want)
		}
	}
}

// TestBytesThatAreNoTextAreRefused is about what never gets to the scanner.
func TestBytesThatAreNoTextAreRefused(t *testing.T) {
	tests := []struct{ name, program, want string }{
		{"null byte", "x = 1\ny = \x002\n", "2:5-0:0 SyntaxError: source code cannot contain null bytes"},
		{"latin-1", "x = 1\ns = 'caf\xe9'\n", `2:9-0:0 SyntaxError: Non-UTF-8 code starting with '\xe9' on line 2, ` +
			"but no encoding declared; see https://peps.python.org/pep-0263/ for details"},
		{"declared latin-1", "# -*- coding: latin-1 -*-\ns = 'é'\n", "1:1-0:0 Unsupported: the source encoding latin-1 is not supported; save the file as UTF-8"},
		{"declared latin-1 but plain", "# -*- coding: latin-1 -*-\ns = 'e'\n", "ok"},
		{"declared utf-8", "#!/usr/bin/python\n# vim: set fileencoding=utf_8 :\ns = 'é'\n", "ok"},
		{"byte order mark", "\xef\xbb\xbfx = 'é'\n", "ok"},
		{"carriage returns", "if x:\r\n    y\r\nelse:\r    z\r", "ok"},
		{"empty", "", "ok"},
		{"named character", `x = "\N{BULLET}"`, "ok"},
	}
	for _, tt := range tests {
		if got := verdict(tt.program); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestNestingIsBounded feeds programs that would overflow a careless parser.
func TestNestingIsBounded(t *testing.T) {
	const n = 100_000
	rep := strings.Repeat
	tests := []struct{ name, program, want string }{
		{"parentheses", rep("(", n), "too many nested parentheses"},
		{"brackets and braces", rep("[{", n), "too many nested parentheses"},
		{"signs", rep("-", n) + "x", "too many nested constructs"},
		{"not", rep("not ", n) + "x", "too many nested constructs"},
		{"power", rep("x**", n) + "x", "too many nested constructs"},
		{"lambda", rep("lambda: ", n) + "x", "too many nested constructs"},
		{"conditional", rep("x if y else ", n) + "x", "too many nested constructs"},
		{"elif", "if x: pass\n" + rep("elif x: pass\n", n), "too many nested constructs"},
		{"sum", rep("x+", n) + "x", "expression is too long"},
		{"attributes", "x" + rep(".x", n), "expression is too long"},
		{"calls", "x" + rep("()", n), "expression is too long"},
		{"sums within sums", rep("(", 5) + "x" + rep(rep("+x", 3000)+")", 5), "expression is too long"},
		{"dotted pattern", "match x:\n case a" + rep(".a", n) + ": pass", "expression is too long"},
		{"indentation", nestedBlocks(200), "too many levels of indentation"},
		{"f-strings", rep(`f"{`, n), "too many nested f-strings"},
		{"fields", `f"` + rep("{x:", n), "f-string: expressions nested too deeply"},
	}
	for _, tt := range tests {
		_, err := Parse("x.py", []byte(tt.program))
		var e *Error
		if !errors.As(err, &e) || e.Msg != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func nestedBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "if x:\n")
	}
	return b.String()
}

// TestMistakesAreFoundInLinearTime nests mistakes as deep as brackets allow:
// looking for them again on each level would never end.
func TestMistakesAreFoundInLinearTime(t *testing.T) {
	rep := strings.Repeat
	for _, program := range []string{
		rep("f(a=", 190) + "x y" + rep(")", 190),
		rep("[*", 190) + rep("]", 189),
		rep("{a: ", 190) + "$" + rep("}", 190),
		rep("{1:2, a: ", 190) + "$" + rep("}", 190),
		rep("(a = ", 190) + rep(")", 190),
		rep("a -(", 190) + "1 2 3" + rep(")", 190),
		rep("print -(", 190) + "$" + rep(")", 190),
		rep("f(*(", 95) + "$" + rep("))", 95),
		rep("[x for x in ", 190) + "$" + rep("]", 190),
		rep("f(x for x in ", 190) + "$" + rep(")", 190),
		rep("lambda x=(", 190) + "$" + rep("): 1", 190),
		rep("f(**", 190) + "$" + rep(")", 190),
		rep("x[", 190) + "$" + rep("]", 190),
		"with " + rep("(", 190) + "$" + rep(")", 190) + ": pass",
		"match " + rep("(", 190) + "$" + rep(")", 190) + ":\n case 1: pass",
	} {
		if got := verdict(program); got == "ok" {
			t.Errorf("%s compiles", program)
		}
	}
}

// TestConformanceErrorsAreFound reads the index of mistakes: those of syntax
// must be found here, on the line it names; all else must parse.
func TestConformanceErrorsAreFound(t *testing.T) {
	index, err := os.ReadFile(filepath.Join(conformance, "errors", "index.txt"))
	if err != nil {
		t.Skip("no conformance errors beside this checkout")
	}
	for _, row := range strings.Split(string(index), "\n") {
		cols := strings.Split(row, " | ")
		if len(cols) != 5 || strings.HasPrefix(row, "#") {
			continue
		}
		src, err := os.ReadFile(filepath.Join(conformance, "errors", cols[0]))
		if err != nil {
			t.Fatal(err)
		}
		_, err = Parse(cols[0], src)
		var e *Error
		errors.As(err, &e)
		switch {
		case (cols[1] == "syntax") != (e != nil):
			t.Errorf("%s (%s): got %v", cols[0], cols[1], err)
		case e != nil && fmt.Sprint(e.Line) != cols[2]:
			t.Errorf("%s: line %d, want %s (%s)", cols[0], e.Line, cols[2], cols[4])
		}
	}
}
