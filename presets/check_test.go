package presets

import (
	"strings"
	"testing"
)

// a run in which job1 (Task-2) ends with a result, x with an error, and job2
// is cancelled after main's end; a third task of job2 has not been awaited.
const ran = `{"ev": "run.program", "name": "x.py"}
{"ev": "task.created", "task": 1, "name": "Task-1", "fn": "main"}
{"ev": "task.created", "task": 2, "name": "Task-2", "fn": "job1"}
{"ev": "task.created", "task": 3, "name": "x", "fn": "job2"}
{"ev": "task.created", "task": 4, "name": "y", "fn": "job2"}
{"ev": "task.waiting", "task": 1, "on": "gather", "line": 3}
{"ev": "print", "t": 0, "task": 2, "text": "a"}
{"ev": "print", "t": 0.5, "task": 2, "text": "b's"}
{"ev": "print", "t": 1, "task": 2, "text": "a"}
{"ev": "task.done", "t": 1, "task": 2, "name": "Task-2", "result": "'job1 result'"}
{"ev": "task.done", "t": 1, "task": 3, "name": "x", "exception": "ValueError('v w')"}
{"ev": "task.done", "t": 1, "task": 1, "name": "Task-1", "exception": "ValueError('v w')"}
{"ev": "loop.shutdown", "t": 1, "tasks": [4]}
{"ev": "task.done", "t": 1.5, "task": 4, "name": "y", "cancelled": true}
{"ev": "future.unheard-of", "t": 1.5}
{"ev": "run.exit", "t": 1.5, "exception": "ValueError('v w')"}
`

func TestChecksSayWhetherTheyHold(t *testing.T) {
	r, err := ReadRun(strings.NewReader(ran))
	if err != nil {
		t.Fatal(err)
	}
	for check, want := range map[string]string{ // "": it holds
		"task job1 returned":                  "",
		"task job1 returned 'job1 result'":    "",
		"task Task-2 returned 'job1 result'":  "",
		"task job1 returned 'other'":          "job1 returned 'job1 result'",
		"task job1 cancelled":                 "job1 returned 'job1 result'",
		"not task job1 cancelled":             "",
		"not task job1 returned":              "it does hold: task job1 returned",
		"task x raised":                       "",
		"task x raised ValueError":            "",
		"task x raised ValueError('v w')":     "",
		"task x raised KeyError":              "x raised ValueError('v w')",
		"task y cancelled":                    "",
		"task job2 cancelled":                 "several tasks are called job2; there are Task-1 (main), Task-2 (job1), x (job2), y (job2)",
		"task z cancelled":                    "no task is called z; there are Task-1 (main), Task-2 (job1), x (job2), y (job2)",
		"tasks 4":                             "",
		"tasks 3":                             "tasks: 4, not 3",
		"waits main 1":                        "",
		"waits job1 1":                        "waits of job1: 0, not 1",
		"left over y":                         "",
		"left over job1":                      "job1 was not left over when main ended",
		"printed 'a'":                         "",
		`printed "b's"`:                       "",
		"printed 'c'":                         "'c' was not printed",
		"not printed 'c'":                     "",
		"not not printed 'a'":                 "",
		"printed 'a' at 0":                    "",
		"printed 'a' at 1":                    "'a' was printed at 0",
		"printed 'c' at 1":                    "'c' was not printed",
		"printed 'a' 2 times":                 "",
		"printed 'a' 1 times":                 "prints of 'a': 2, not 1",
		"printed 'c' 0 times":                 "",
		`before 'a' "b's"`:                    "",
		`before 'a' "b's" 'a'`:                "",
		`before "b's" 'a'`:                    "",
		`before "b's" "b's"`:                  `"b's" was not printed after "b's"`,
		"before 'c' 'a'":                      "'c' was not printed",
		"last 'a'":                            "",
		`last "b's"`:                          "last line: a, not b's",
		"raised ValueError":                   "",
		"raised KeyError":                     "exception: ValueError, not KeyError",
		"time 1.5":                            "",
		"time 1":                              "loop time at the end: 1.5, not 1",
		"  time   1.5 ":                       "",
		"task main raised ValueError('v w')":  "",
		"task main returned None":             "main raised ValueError('v w')",
		"task job1 returned 'job1 result' !!": "job1 returned 'job1 result'",
	} {
		got := ""
		if err := (Check{Text: check}).Holds(r); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s:\n got %q\nwant %q", check, got, want)
		}
	}
}

func TestMalformedChecksAreRefused(t *testing.T) {
	for _, check := range []string{"", "not", "task", "task job1", "task job1 ended", "task 'job1' cancelled",
		"task job1 cancelled now", "tasks", "tasks many", "tasks -1", "waits job1", "left job1", "printed", "printed a",
		"printed 'a' at", "printed 'a' at noon", "printed 'a' two times", "printed 'a", "before 'a'", "before a b",
		"last", "last a", "raised", "raised 'a'", "time", "time -1", "'time' 1", "and"} {
		if (Check{Text: check}).Holds(Run{}) == nil {
			t.Errorf("%q holds", check)
		}
		if _, err := parseClaim(check); err == nil {
			t.Errorf("%q is accepted", check)
		}
	}
}

func TestARunHasToReachItsEnd(t *testing.T) {
	for name, c := range map[string]struct{ trace, want string }{
		"cut off":      {`{"ev": "run.program", "name": "x.py"}`, "the trace ends before the program does"},
		"refused":      {`{"ev": "run.refused", "reason": "no", "line": 1}`, "line 1 of the trace: the program was refused: no"},
		"not JSON":     {"\n", "line 1 of the trace: unexpected end of JSON input"},
		"unborn task":  {`{"ev": "task.done", "task": 1}`, "line 1 of the trace: task 1 is not created yet"},
		"unborn rest":  {`{"ev": "loop.shutdown", "tasks": [1]}`, "line 1 of the trace: task 1 is not created yet"},
		"skipped task": {`{"ev": "task.created", "task": 2}`, "line 1 of the trace: task 2 is created after task 0"},
	} {
		if _, err := ReadRun(strings.NewReader(c.trace)); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
