package regex

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"testing"
)

// A tableCase is a pattern and what CPython 3.13's re makes of it: an error, or
// its flags, its groups and its matches in some texts.
type tableCase struct {
	Pattern  string
	Flags    int
	Error    string // "": it compiles
	At       int
	Compiled int // flags
	Groups   int
	Names    [][2]any
	Tries    []struct {
		Text                string
		Search, Match, Full *Found
	}
}

// A mode is search, match or fullmatch.
type mode struct{ anchored, full bool }

// TestPatternsMatchAsInCPython holds the package to testdata/table.jsonl, which
// CPython has written.
func TestPatternsMatchAsInCPython(t *testing.T) {
	file, err := os.Open("testdata/table.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var c tableCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		c.check(t)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func (c *tableCase) check(t *testing.T) {
	t.Helper()
	p, err := Compile(c.Pattern, c.Flags)
	var wrong *Error
	switch {
	case c.Error == "" && err != nil:
		t.Errorf("%q with flags %d: %v, but CPython compiles it", c.Pattern, c.Flags, err)
		return
	case c.Error != "" && (!errors.As(err, &wrong) || wrong.Message != c.Error || wrong.At != c.At):
		t.Errorf("%q with flags %d: %v, not %s at position %d", c.Pattern, c.Flags, err, c.Error, c.At)
		return
	case c.Error != "":
		return
	}
	if p.Flags != c.Compiled || p.Groups != c.Groups || len(p.Names) != len(c.Names) {
		t.Errorf("%q has flags %d, %d groups and %d names, not %d, %d and %d", c.Pattern, p.Flags, p.Groups, len(p.Names), c.Compiled, c.Groups, len(c.Names))
	}
	for i, n := range p.Names {
		if i < len(c.Names) && (c.Names[i][0] != n.Name || c.Names[i][1] != float64(n.Group)) {
			t.Errorf("%q calls group %d %s, not %v", c.Pattern, n.Group, n.Name, c.Names[i])
		}
	}
	for _, try := range c.Tries {
		text := []rune(try.Text)
		for how, want := range map[mode]*Found{{}: try.Search, {anchored: true}: try.Match, {anchored: true, full: true}: try.Full} {
			got, err := p.Find(Search{Text: text, End: len(text), Anchored: how.anchored, Full: how.full, Steps: func() error { return nil }})
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%q with flags %d in %q (match %v, full %v): %v %v, not %v", c.Pattern, c.Flags, try.Text, how.anchored, how.full, got, err, want)
			}
		}
	}
}
