package presets

import (
	"reflect"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

// parsed parses a text that has to be in order.
func parsed(t *testing.T, source string) Preset {
	t.Helper()
	p, err := Parse(trace.Listing{Name: "my_file.py", Source: source})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDocstringIsTheStory(t *testing.T) {
	for name, c := range map[string]struct {
		source                string
		title, summary, story string
		body                  int
	}{
		"title, summary, story": {"\"\"\"Title\nSummary\n\nOne.\n\n- two\n\"\"\"\nx = 1\n", "Title", "Summary", "One.\n\n- two", 8},
		"title and story":       {"\"\"\"Title\n\nOne.\n\"\"\"\n", "Title", "", "One.", 5},
		"long first paragraph":  {"'''Title\none\ntwo\n\nthree\n'''\n", "Title", "", "one\ntwo\n\nthree", 7},
		"long one alone":        {"'''Title\none\ntwo\n'''\n", "Title", "", "one\ntwo", 5},
		"begins on second line": {"\"\"\"\n    Title\n    Summary\n\n    One.\n      deep\n    \"\"\"\n", "Title", "Summary", "One.\n  deep", 8},
		"single quotes":         {"'Title'\n", "Title", "", "", 2},
		"comment before, after": {"# c\n\n\"Title\"  # c\nx\n", "Title", "", "", 4},
		"escapes":               {`"""a \"b\" \\n \d` + "\"\"\"\n", `a "b" \n \d`, "", "", 2},
		"raw":                   {`r"""a \\ b` + "\"\"\"\n", `a \\ b`, "", "", 2},
		"windows line ends":     {"\"\"\"Title\r\nSummary\r\n\r\nOne.\r\n\"\"\"\r\n", "Title", "Summary", "One.", 6},
		"byte order mark":       {"\ufeff'Title'\n", "Title", "", "", 2},
		"none":                  {"x = 'no'\n", "my_file", "", "", 1},
		"bytes are none":        {"b'no'\n", "my_file", "", "", 1},
		"f-strings are none":    {"f'no'\n", "my_file", "", "", 1},
		"an expression is none": {"'no'.upper()\n", "my_file", "", "", 1},
		"a name is none":        {"urr\n", "my_file", "", "", 1},
		"never closed":          {"\"\"\"no\n", "my_file", "", "", 1},
		"empty":                 {"", "my_file", "", "", 1},
	} {
		t.Run(name, func(t *testing.T) {
			p := parsed(t, c.source)
			if p.Title != c.title || p.Summary != c.summary || p.Story != c.story || p.Body != c.body {
				t.Errorf("title %q, summary %q, story %q, body %d\nwant  %q, summary %q, story %q, body %d",
					p.Title, p.Summary, p.Story, p.Body, c.title, c.summary, c.story, c.body)
			}
		})
	}
}

func TestCommentsBelongToTheirLines(t *testing.T) {
	p := parsed(t, strings.Join([]string{
		"#!/usr/bin/env python3",
		"#: compare: other.py",
		"#: one",
		"",
		"#: two",
		"x = 1  #: three",
		"#? Q | a | b*",
		"# a plain comment, ## another, #: inside",
		"#:: not ours",
		"y = 2",
		"",
		"    #? R?",
		"    #? | a* | b",
		"    #? | c *",
		"    #? S | a* | b",
		"    z = 3 #: trailing",
		"#! check: not task job1 cancelled",
	}, "\n"))
	want := Preset{
		Name: "my-file", Title: "my_file", Listing: p.Listing, Body: 1,
		Comments: []int{2, 3, 5, 7, 12, 13, 14, 15, 17},
		Notes:    []Note{{6, "one two three"}, {16, "trailing"}},
		Predictions: []Prediction{
			{10, "Q", []string{"a", "b"}, []int{1}},
			{16, "R?", []string{"a", "b", "c"}, []int{0, 2}},
			{16, "S", []string{"a", "b"}, []int{0}},
		},
		Checks:  []Check{{17, "not task job1 cancelled"}},
		Compare: []trace.Listing{{Name: "other.py"}},
	}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("got\n%+v\nwant\n%+v", p, want)
	}
	if p.Note(6) != "one two three" || p.Note(7) != "" || p.Note(16) != "trailing" {
		t.Errorf("notes on 6, 7, 16: %q, %q, %q", p.Note(6), p.Note(7), p.Note(16))
	}
}

func TestAHashInAStringIsNoComment(t *testing.T) {
	for _, source := range []string{
		`x = "#: no"`,
		`x = '#: no'`,
		`x = "\"#: no"`,
		`x = 'it"s #: no'`,
		`x = '' "#: no"`,
		"x = '''\n#: no\n\\''' #: no\n'''",
		"x = \"\"\"a\n#? no\n#! no\n\"\"\"",
		"x = 'a\\\n#: no'",
		"x = r'\\' #: no'",
	} {
		if p := parsed(t, source); len(p.Notes) != 0 {
			t.Errorf("%s\ngives the notes %v", source, p.Notes)
		}
	}
	for _, source := range []string{
		`x = "a" #: yes`,
		`x = "a\\" #: yes`,
		`x = r'\' ' #: yes`,
		`x = """#: no""" #: yes`,
		"x = 'open to the end of its line\n#: yes\ny",
	} {
		if p := parsed(t, source); len(p.Notes) != 1 || p.Notes[0].Text != "yes" {
			t.Errorf("%s\ngives the notes %v, want yes", source, p.Notes)
		}
	}
}

func TestMalformedCommentsAreRefusedWithTheirLine(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"no answers":         {"x\n#? Q\nx\n", ":2: a prediction with fewer than two answers"},
		"one answer":         {"#? Q | a*\nx\n", ":1: a prediction with fewer than two answers"},
		"no right answer":    {"\n\n#? Q | a\n#? | b\n\n\nx\n", ":3: a prediction without a right answer"},
		"no wrong answer":    {"#? Q | a* | b*\nx\n", ":1: a prediction without a wrong answer"},
		"empty answer":       {"#? Q | a* | \nx\n", ":1: a prediction with an empty answer"},
		"starred nothing":    {"#? Q | a | *\nx\n", ":1: a prediction with an empty answer"},
		"answer twice":       {"#? Q | a\n#? | a*\nx\n", `:2: a prediction with the answer "a" twice`},
		"no question":        {"x\n#? | a* | b\nx\n", ":2: a prediction begins with its question"},
		"interrupted":        {"#? Q | a* | b\n#: n\n#? | c\nx\n", ":3: a prediction begins with its question"},
		"empty prediction":   {"#?\nx\n", ":1: a prediction begins with its question"},
		"first of two bad":   {"#? Q | a\n#? R | a* | b\nx\n", ":1: a prediction with fewer than two answers"},
		"trailing":           {"x  #? Q | a* | b\n", ":1: #? stands on a line of its own"},
		"no code follows":    {"x\n\n#? Q | a* | b\n", ":3: no line of code follows"},
		"bad at the end":     {"x\n#? Q\n", ":2: a prediction with fewer than two answers"},
		"note before no end": {"x\n#: n\n#: m\n", ":2: no line of code follows"},
		"empty note":         {"#:\nx\n", ":1: a note without text"},
		"trailing check":     {"x  #! check: time 1\n", ":1: #! stands on a line of its own"},
		"other promise":      {"x\n#! chek: time 1\n", ":2: #! chek: time 1: only #! check: is known"},
		"empty check":        {"#! check:\n", ":1: an empty check"},
		"unknown check":      {"\n#! check: job1 cancelled\n", ":2: a check begins with task, tasks"},
		"malformed check":    {"\n#! check: time soon\n", `:2: the check "time soon" is not formed as a check with time is`},
		"compare a path":     {"#: compare: ../x.py\n", ":1: compare: wants the name of one file"},
		"compare two":        {"#: compare: a.py b.py\n", ":1: compare: wants the name of one file"},
		"compare nothing":    {"#: compare:\n", ":1: compare: wants the name of one file"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := Parse(trace.Listing{Name: "my_file.py", Source: c.source})
			if err == nil {
				t.Fatalf("accepted as %+v", p)
			}
			if !strings.HasPrefix(err.Error(), "my_file.py"+c.want) {
				t.Errorf("got  %v\nwant my_file.py%s…", err, c.want)
			}
		})
	}
}
