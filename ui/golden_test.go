package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
)

// recorded gives the program of the goldens with one of its traces: those of
// loopscope trace --format jsonl, shielded.jsonl with a shield and a cancel
// given on job1 and a callback on job2.
func recorded(t testing.TB, name string) (presets.Preset, []byte) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", "gather.py"))
	if err != nil {
		t.Fatal(err)
	}
	jsonl, err := os.ReadFile(filepath.Join("testdata", name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := presets.Parse(trace.Listing{Name: "gather.py", Source: string(source)})
	if err != nil {
		t.Fatal(err)
	}
	p.Number = 2
	return p, jsonl
}

// same compares a screen with its golden file.
func same(t *testing.T, name, got string) {
	t.Helper()
	rows := strings.Split(got, "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	got = strings.Join(rows, "\n") + "\n"
	path := filepath.Join("testdata", "screens", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is\n%s\nand was\n%s\n(-update takes it over)", name, got, want)
	}
}

func TestScreens(t *testing.T) {
	tests := []struct {
		name, trace, keys string
	}{
		{"opening", "gather", ""},
		{"middle", "gather", "n n n n n"},
		{"selected", "gather", "n n n n n j"},
		{"end", "gather", "G"},
		{"past", "gather", "G h h h h h h"},
		{"past-hidden", "gather", "G h h h h h h x"},
		{"turns", "gather", "G t"},
		{"shielded", "shielded", "n n n n j"},
		{"shielded-end", "shielded", "G j"},
		{"zoomed", "gather", "G + +"},
		{"folded", "gather", "G z"},
		{"folded-middle", "shielded", "n n n z"},
		{"queue", "gather", "n n 3"},
		{"source", "gather", "n n 1"},
		{"output", "gather", "G 2"},
		{"story", "gather", "n n 8"},
		{"help", "gather", "?"},
		{"menu", "gather", "n n b"},
		{"commands", "gather", ": z o o m"},
	}
	for _, tt := range tests {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			p, jsonl := recorded(t, tt.trace)
			s := watching(t, p, jsonl, size)
			s.press(strings.Fields(tt.keys)...)
			same(t, fmt.Sprintf("%s-%dx%d", tt.name, size[0], size[1]), s.text())
		}
	}
}

func TestScreensInASCII(t *testing.T) {
	for _, keys := range []string{"", "n n n n n j", "G j", "G t", "G z", "?"} {
		p, jsonl := recorded(t, "shielded")
		s := watching(t, p, jsonl, [2]int{100, 30})
		s.m.skin.ascii, s.m.frame.ascii = true, true
		s.press(strings.Fields(keys)...)
		got := s.text()
		for _, r := range got {
			if r >= 0x80 {
				t.Errorf("with --ascii and keys %q the screen holds %q:\n%s", keys, r, got)
				break
			}
		}
		if keys != "?" && keys != "" {
			same(t, "ascii-"+strings.ReplaceAll(keys, " ", ""), got)
		}
	}
}

func TestSmallTerminals(t *testing.T) {
	for _, size := range [][2]int{{58, 14}, {40, 10}, {32, 8}, {31, 8}, {20, 4}, {300, 90}} {
		p, jsonl := recorded(t, "gather")
		s := watching(t, p, jsonl, size)
		s.press("n", "n", "n")
		if size[0] < 100 {
			same(t, fmt.Sprintf("small-%dx%d", size[0], size[1]), s.text())
		} else {
			s.wants("gather.py", "queue", "story")
		}
	}
}

func TestTooSmallSaysWhatItNeeds(t *testing.T) {
	p, jsonl := recorded(t, "gather")
	s := watching(t, p, jsonl, [2]int{31, 9})
	s.wants("32×8", "31×9")
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	s.wants("main", "ready")
}

func TestPicker(t *testing.T) {
	lessons := []presets.Preset{
		{Number: 1, Name: "sequential", Title: "Sequential await", Summary: "one lane"},
		{Number: 2, Name: "gather", Title: "gather", Summary: "two lanes"},
		{Number: 3, Name: "shield", Title: "shield", Summary: "a wall"},
	}
	p, jsonl := recorded(t, "gather")
	lessons[1].Listing, lessons[1].Body = p.Listing, p.Body
	s := screen{t, New(Options{Lessons: lessons, Open: func(context.Context, trace.Listing) (session.Source, error) {
		return newReplay(jsonl), nil
	}})}
	t.Cleanup(func() { _ = s.m.Close() })
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	same(t, "picker", s.text())
	s.press("/", "g", "t", "h")
	same(t, "picker-find", s.text())
	s.press("enter")
	s.wants("2 gather", "PAUSED")
	s.press("G")
	s.wants("ENDED")
	s.press("o")
	same(t, "picker-done", s.text())
	s.press("j", "enter")
	s.wants("3 shield")
	s.press("<")
	s.wants("2 gather")
	s.press("esc")
	s.wants("watch an asyncio event loop think")
}

// A lined error names a line.
type lined struct{ error }

func (lined) Line() int { return 4 }

func TestProgramThatCannotBeRunShowsTheLine(t *testing.T) {
	source := "import asyncio\n\nasync def main():\n    print('hi'\n\nasyncio.run(main())\n"
	refused := `{"ev": "run.program", "name": "bad.py"}` + "\n" +
		`{"ev": "run.refused", "reason": "SyntaxError: '(' was never closed", "line": 4}` + "\n"
	opens := map[string]func(context.Context, trace.Listing) (session.Source, error){
		"an error": func(context.Context, trace.Listing) (session.Source, error) {
			return nil, lined{errors.New("SyntaxError: '(' was never closed")}
		},
		"an event": func(context.Context, trace.Listing) (session.Source, error) {
			return newReplay([]byte(refused)), nil
		},
	}
	for name, open := range opens {
		s := screen{t, New(Options{Open: open, Lessons: presets.All()})}
		s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		s.obey(s.m.open(presets.Preset{Title: "bad", Listing: trace.Listing{Name: "bad.py", Source: source}}))
		s.settle()
		if s.m.failure == nil {
			t.Errorf("a refusal told by %s opens no screen of its own:\n%s", name, s.text())
			continue
		}
		same(t, "refused", s.text())
		s.press("o")
		s.wants("Sequential await")
	}
}
