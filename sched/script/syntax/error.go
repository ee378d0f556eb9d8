package syntax

import (
	"fmt"
	"strings"
)

// The kinds of Error. The first three are CPython's exceptions; Unsupported
// marks a program that CPython compiles and this package does not.
const (
	SyntaxError      = "SyntaxError"
	IndentationError = "IndentationError"
	TabError         = "TabError"
	Unsupported      = "Unsupported"
)

// An Error is a program that does not compile.
//
// Columns are in code points and 0-based, like Pos; CPython's
// SyntaxError.offset is Col+1. A Col of -1 is CPython's offset 0: no caret.
type Error struct {
	Kind    string
	Msg     string // CPython's message
	File    string // the name given to Parse
	Line    int    // 1-based
	Col     int
	EndLine int    // 0 without an end
	EndCol  int    // -1 without an end
	Text    string // the source line, without its newline
}

// Error returns "SyntaxError: '(' was never closed (gather.py, line 9)".
func (e *Error) Error() string {
	return fmt.Sprintf("%s: %s (%s, line %d)", e.Kind, e.Msg, e.File, e.Line)
}

// Format returns the lines that CPython prints for the error: place, source
// line, caret, message (TracebackException._format_syntax_error in
// traceback.py).
func (e *Error) Format() string {
	var b strings.Builder
	fmt.Fprintf(&b, "  File %q, line %d\n", e.File, e.Line)
	line := strings.TrimRight(e.Text, "\n")
	text := strings.TrimLeft(line, " \n\f")
	spaces := len(line) - len(text)
	if e.Text != "" {
		fmt.Fprintf(&b, "    %s\n", text)
		if first, width := e.caret([]rune(line)); first >= spaces {
			fmt.Fprintf(&b, "    %s%s\n", blanks([]rune(text), first-spaces), strings.Repeat("^", width))
		}
	}
	fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Msg)
	return b.String()
}

// caret returns where the carets begin, -1 for nowhere, and how many there
// are. An error over several lines is marked to the end of its first.
func (e *Error) caret(line []rune) (first, width int) {
	end := e.EndCol
	if e.EndLine != 0 && e.EndLine != e.Line {
		end = len(line)
	}
	first = min(e.Col, len(line))
	if end <= first {
		end = first + 1
	}
	return first, min(end, max(len(line), first+1)) - first
}

// blanks returns n columns of space, with the tabs of text kept.
func blanks(text []rune, n int) string {
	out := make([]rune, n)
	for i := range out {
		out[i] = ' '
		if i < len(text) && text[i] == '\t' {
			out[i] = '\t'
		}
	}
	return string(out)
}
