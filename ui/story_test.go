package ui

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"loopscope/presets"
)

// styled shows pieces with their styles: `code`, *stressed*, plain.
func styled(words [][]piece) string {
	var all []string
	for _, word := range words {
		text := ""
		for _, p := range word {
			mark := ""
			if p.st&italic != 0 {
				mark = "*"
			}
			if p.st&inkMask == inkString {
				mark += "`"
			}
			text += mark + p.text + mark
		}
		all = append(all, text)
	}
	return strings.Join(all, "|")
}

func TestStoryMarksCodeAndEmphasis(t *testing.T) {
	tests := []struct{ text, want string }{
		{"a plain text", "a|plain|text"},
		{"call `f(a, b)` now", "call|`f(a, b)`|now"},
		{"*not* so", "*not*|so"},
		{"*a b*.", "*a*|*b*."},
		{"*`await` switches.*", "*`await*`|*switches.*"},
		{"2 * 3 * 4", "2|*|3|*|4"},
		{"an open `tick", "an|open|`tick"},
		{"an open *star", "an|open|*star"},
	}
	for _, tt := range tests {
		if got := styled(marked(tt.text, 0)); got != tt.want {
			t.Errorf("%q is set as %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestStoryIsNeverWiderThanItsPane(t *testing.T) {
	for _, lesson := range presets.All() {
		for _, width := range []int{24, 47, 78, 120} {
			s := story{preset: lesson}
			for _, line := range s.typeset(width) {
				w := 0
				for _, p := range line {
					w += textWidth(p.text)
				}
				if w > width {
					t.Errorf("the story of %s has a line of %d cells in %d: %v", lesson.Name, w, width, line)
				}
			}
		}
	}
}

func TestStoryKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching("([a-z`*]{1,9}( |\n|\n\n|\n- )?){0,30}").Draw(t, "text")
		s := story{preset: presets.Preset{Title: "t", Story: "x" + text}}
		got := ""
		for _, line := range s.typeset(30) {
			for _, p := range line {
				got += p.text
			}
		}
		letters := func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}
		if want := "t" + strings.Map(letters, "x"+text); strings.Map(letters, got) != want {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestHighlightKeepsTheText(t *testing.T) {
	for _, lesson := range presets.All() {
		want := sourceLines(lesson.Listing.Source)
		got, keywords := highlight(lesson.Listing.Source), 0
		for i, line := range want {
			text := ""
			for _, p := range got[i] {
				text += p.text
				if p.st == inkKeyword {
					keywords++
				}
			}
			if text != line {
				t.Errorf("%s:%d is highlighted as %q, and reads %q", lesson.Name, i+1, text, line)
			}
		}
		if keywords < 5 {
			t.Errorf("in %s %d keywords are highlighted", lesson.Name, keywords)
		}
	}
}

func TestSourceHidesQuestionsAndTheirAnswers(t *testing.T) {
	for _, lesson := range presets.All() {
		s := newSource(lesson)
		lines := sourceLines(lesson.Listing.Source)
		for _, n := range s.rows {
			if text := strings.TrimSpace(lines[n-1]); strings.HasPrefix(text, "#?") || strings.HasPrefix(text, "#!") {
				t.Errorf("%s:%d is shown: %q", lesson.Name, n, text)
			}
		}
	}
}
