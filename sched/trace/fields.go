package trace

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// fields are the members of one line; the first mistake stays in err.
type fields struct {
	line    int
	members map[string]json.RawMessage
	read    []string
	err     error
}

func (f *fields) fail(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("line %d: %s", f.line, fmt.Sprintf(format, args...))
	}
}

// has tells whether a member is there.
func (f *fields) has(key string) bool {
	if len(f.members[key]) == 0 {
		return false
	}
	f.read = append(f.read, key)
	return true
}

// unread counts the members that nobody asked for.
func (f *fields) unread() int {
	n := 0
	for key := range f.members {
		known := false
		for _, k := range f.read {
			known = known || k == key
		}
		if !known {
			n++
		}
	}
	return n
}

// into reads a member that must be there.
func (f *fields) into(key string, v any) {
	if !f.has(key) {
		f.fail("%q is missing: every %s has it; the file may be made by another version", key, f.kind())
	} else if err := json.Unmarshal(f.members[key], v); err != nil || f.null(key) {
		f.fail("%s is no fit value of %q in %s: see TRACE.md", brief(f.members[key]), key, f.kind())
	}
}

func (f *fields) kind() string {
	var s string
	if json.Unmarshal(f.members["ev"], &s) != nil {
		return "event"
	}
	return s
}

// brief is the beginning of a value, for a message.
func brief(raw []byte) string {
	const most = 40
	if len(raw) > most {
		return string(raw[:most]) + "…"
	}
	return string(raw)
}

// null tells whether a member that must be there is null.
func (f *fields) null(key string) bool {
	if !f.has(key) {
		f.fail("%q is missing: every %s has it; the file may be made by another version", key, f.kind())
		return true
	}
	return string(f.members[key]) == "null"
}

func (f *fields) text(key string) (s string) {
	f.into(key, &s)
	return s
}

func (f *fields) truth(key string) (t bool) {
	f.into(key, &t)
	return t
}

// time reads seconds.
func (f *fields) time(key string) Time {
	var n json.Number
	f.into(key, &n)
	t, err := ParseTime(string(n))
	if err != nil {
		f.fail("%v", err)
	}
	return t
}

// moment reads seconds that may be before 0: a timer may be set for then.
func (f *fields) moment(key string) Time {
	var n json.Number
	f.into(key, &n)
	after, before := strings.CutPrefix(string(n), "-")
	t, err := ParseTime(after)
	if err != nil {
		f.fail("%v", err)
	}
	if before {
		return -t
	}
	return t
}

// number reads a whole number from 0.
func (f *fields) number(key string) int32 {
	var n json.Number
	f.into(key, &n)
	return f.whole(key, n, 0)
}

// positive reads a whole number from 1.
func (f *fields) positive(key string) int32 {
	var n json.Number
	f.into(key, &n)
	return f.whole(key, n, 1)
}

// maybe reads a whole number from 0 that is 0 if it is not there.
func (f *fields) maybe(key string) int32 {
	if !f.has(key) {
		return 0
	}
	return f.number(key)
}

// signed reads the number of a future, 0 if it is not there.
func (f *fields) signed(key string) int32 {
	if !f.has(key) {
		return 0
	}
	var n json.Number
	f.into(key, &n)
	return f.whole(key, n, -math.MaxInt32)
}

func (f *fields) signedNumbers(key string) []int32 { return f.list(key, -math.MaxInt32) }

func (f *fields) list(key string, least int32) []int32 {
	var raw []json.Number
	f.into(key, &raw)
	all := make([]int32, 0, len(raw))
	for _, n := range raw {
		all = append(all, f.whole(key, n, least))
	}
	return all
}

// whole accepts 3 and 3.0: numbers are compared by value.
func (f *fields) whole(key string, n json.Number, least int32) int32 {
	x, err := strconv.ParseFloat(string(n), 64)
	if err != nil || x != math.Trunc(x) || x < float64(least) || x > math.MaxInt32 {
		if f.err == nil {
			f.fail("%q is no fit value of %q in %s: it takes a whole number from %d", n, key, f.kind(), least)
		}
		return max(least, 0)
	}
	return int32(x)
}

func tasks(numbers []int32) []Task {
	all := make([]Task, len(numbers))
	for i, n := range numbers {
		all[i] = Task(n)
	}
	return all
}

func futures(numbers []int32) []Future {
	all := make([]Future, len(numbers))
	for i, n := range numbers {
		all[i] = Future(n)
	}
	return all
}
