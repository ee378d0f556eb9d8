package session

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

// BreakKind says at what a Break stops.
type BreakKind uint8

// The kinds of breakpoints.
const (
	BreakLine      BreakKind = iota + 1 // line Line begins
	BreakTime                           // the loop time reaches T
	BreakCreated                        // a task is created
	BreakRuns                           // a step of a task is about to begin
	BreakCancelled                      // a task is asked to cancel, or CancelledError is delivered into it
	BreakDone                           // a task is done
	BreakPrint                          // a line is printed that contains Text
)

// A Break is a breakpoint: at it Play, End, and a Seek that runs on stop,
// single moves do not. They stop where the thing is about to be true (a step,
// a line, a time) or has just become so, in the record as in the run.
type Break struct {
	Kind BreakKind
	Line int32      // BreakLine
	T    trace.Time // BreakTime
	Text string     // BreakPrint; "": any
	Task string     // a pattern for the name or the label of the task, * any text, ? a character; "": any, callbacks and module level too
}

// String says when it stops, to be put behind "Stops " or "Stopped ": "when
// job* is cancelled", "at line 14", "at 1.5 s", "when something prints 'x'".
func (b Break) String() string {
	task := b.Task
	if task == "" {
		task = "a task"
	}
	switch b.Kind {
	case BreakLine:
		if b.Task != "" {
			return fmt.Sprintf("at line %d in %s", b.Line, b.Task)
		}
		return fmt.Sprintf("at line %d", b.Line)
	case BreakTime:
		return "at " + b.T.String() + " s"
	case BreakCreated:
		return "when " + task + " is created"
	case BreakRuns:
		return "when " + task + " is about to run"
	case BreakCancelled:
		return "when " + task + " is cancelled"
	case BreakDone:
		return "when " + task + " is done"
	case BreakPrint:
		if b.Task == "" {
			task = "something"
		}
		if b.Text == "" {
			return "when " + task + " prints"
		}
		return "when " + task + " prints '" + b.Text + "'"
	}
	return "never"
}

// breakWords are the first words that ParseBreak knows.
var breakWords = map[string]BreakKind{
	"line": BreakLine, "time": BreakTime, "created": BreakCreated, "runs": BreakRuns,
	"cancelled": BreakCancelled, "done": BreakDone, "print": BreakPrint,
}

// ParseBreak reads a breakpoint as it is typed: "line 14", "line 14 job*",
// "created job*", "runs job1", "cancelled", "done job1", "time 1.5", "print
// hello". A text to print in quotes may be followed by a task: `print "a b" job1`.
func ParseBreak(text string) (Break, error) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	b := Break{Kind: breakWords[word]}
	switch b.Kind {
	case 0:
		return b, fmt.Errorf("no breakpoint %q: use line, time, created, runs, cancelled, done or print", word)
	case BreakLine:
		number, task, _ := strings.Cut(rest, " ")
		line, err := strconv.Atoi(number)
		if err != nil || line < 1 || line > math.MaxInt32 {
			return b, fmt.Errorf("%q is no line: say line 14", number)
		}
		b.Line, b.Task = int32(line), strings.TrimSpace(task)
	case BreakTime:
		seconds, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSuffix(rest, "s"), " "), 64)
		if err != nil || !(seconds >= 0 && seconds < 1e12) {
			return b, fmt.Errorf("%q is no time: say time 1.5, in seconds", rest)
		}
		b.T = trace.Time(math.Round(seconds * float64(trace.Second)))
	case BreakPrint:
		b.Text = rest
		if quoted, err := strconv.QuotedPrefix(rest); err == nil && quoted[0] == '"' {
			b.Text, _ = strconv.Unquote(quoted)
			b.Task = strings.TrimSpace(rest[len(quoted):])
		}
	default:
		b.Task = rest
	}
	return b, nil
}

// SetBreaks sets the breakpoints; what runs on already stops at the new ones
// from its next handle on. Those on lines need a run that tells lines: without
// one the error wraps errors.ErrUnsupported, and the others hold all the same.
func (s *Session) SetBreaks(breaks []Break) (err error) {
	s.points, s.broke = newWatch(breaks), nil
	if s.points != nil && len(s.points.lines) > 0 && s.worker.detailer == nil {
		s.points.lines, err = nil, errNoLines
	}
	s.worker.watching.Store(s.points)
	return err
}

// Breaks gives the breakpoints as they were set.
func (s *Session) Breaks() []Break {
	if s.points == nil {
		return nil
	}
	return s.points.breaks
}

// Broke tells which of Breaks stopped the last Play, End or Seek; ok is false
// if something else did, and after any other move.
func (s *Session) Broke() (i int, ok bool) {
	if s.broke == nil {
		return 0, false
	}
	i = slices.Index(s.Breaks(), *s.broke)
	return max(i, 0), i >= 0
}
