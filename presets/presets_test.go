package presets

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// What fits a picker's row and a source pane on a wall.
const (
	maxTitle   = 24 // columns
	maxSummary = 60
	maxColumns = 72
	minCode    = 20 // lines, without docstring and our comments
	maxCode    = 45
	maxStory   = 30
)

// everything returns lessons and companions.
func everything() []Preset { return slices.Concat(All(), Companions()) }

func TestLessonsComeInTheArticlesOrder(t *testing.T) {
	want := []string{"sequential-await", "gather", "create-task", "gather-results", "wait-all-completed",
		"wait-first-completed", "wait-first-exception", "cancel-gather", "return-exceptions", "shield",
		"done-callback", "callback-arguments"}
	if got := namesOf(All()); !slices.Equal(got, want) {
		t.Errorf("lessons are\n%v, want\n%v", got, want)
	}
	for i, p := range All() {
		if p.Number != i+1 {
			t.Errorf("%s is number %d, want %d", p.Name, p.Number, i+1)
		}
	}
}

func TestEveryLessonTellsAsksAndPromises(t *testing.T) {
	for _, p := range everything() {
		t.Run(p.Name, func(t *testing.T) {
			if p.Title == "" || p.Summary == "" || p.Story == "" {
				t.Errorf("title %q, summary %q, %d bytes of story: one is missing", p.Title, p.Summary, len(p.Story))
			}
			if len(p.Predictions) == 0 || len(p.Checks) == 0 || len(p.Notes) == 0 {
				t.Errorf("%d predictions, %d checks, %d notes: one is missing",
					len(p.Predictions), len(p.Checks), len(p.Notes))
			}
		})
	}
}

func TestEveryLessonQuotesTheArticleAndOffersSteps(t *testing.T) {
	for _, p := range All() {
		_, steps, found := strings.Cut(p.Story, "\nTry:\n")
		if n := strings.Count("\n"+steps, "\n- "); !found || n < 2 || n > 4 {
			t.Errorf("%s: %d steps to try, want 2 to 4", p.Name, n)
		}
		if !strings.Contains(p.Story, "The article says: *") {
			t.Errorf("%s: the story does not say what the article says", p.Name)
		}
	}
}

func TestLessonsFitAWall(t *testing.T) {
	for _, p := range everything() {
		t.Run(p.Name, func(t *testing.T) {
			if n := utf8.RuneCountInString(p.Title); n > maxTitle {
				t.Errorf("the title is %d columns wide, at most %d fit", n, maxTitle)
			}
			if n := utf8.RuneCountInString(p.Summary); n > maxSummary {
				t.Errorf("the summary is %d columns wide, at most %d fit", n, maxSummary)
			}
			if n := strings.Count(p.Story, "\n") + 1; n > maxStory {
				t.Errorf("the story has %d lines, at most %d fit", n, maxStory)
			}
			lines := strings.Split(strings.TrimSuffix(p.Listing.Source, "\n"), "\n")
			for i, l := range lines {
				if n := utf8.RuneCountInString(l); n > maxColumns || strings.ContainsAny(l, "\t\r") {
					t.Errorf("line %d: %d columns, at most %d fit, without tabs", i+1, n, maxColumns)
				}
			}
			code := len(lines) - p.Body + 1
			for _, l := range p.Comments {
				if l >= p.Body {
					code--
				}
			}
			if code < minCode || code > maxCode {
				t.Errorf("%d lines of code, want %d to %d", code, minCode, maxCode)
			}
		})
	}
}

func TestNamesAndTitlesAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, p := range everything() {
		for _, s := range []string{p.Name, p.Title, p.Summary, p.Listing.Name} {
			if other := seen[s]; other != "" && other != p.Name {
				t.Errorf("%s and %s share %q", p.Name, other, s)
			}
			seen[s] = p.Name
		}
	}
}

func TestEveryCompanionIsComparedWith(t *testing.T) {
	compared := map[string]bool{}
	for _, p := range All() {
		for _, l := range p.Compare {
			compared[l.Name] = true
			if l.Source == "" {
				t.Errorf("%s: %s has no source", p.Name, l.Name)
			}
		}
	}
	for _, c := range Companions() {
		if !compared[c.Listing.Name] {
			t.Errorf("no lesson compares with %s", c.Listing.Name)
		}
		if c.Number != 0 {
			t.Errorf("%s has number %d among the lessons", c.Listing.Name, c.Number)
		}
	}
}

func TestFind(t *testing.T) {
	for given, want := range map[string]string{
		"2": "gather", "02": "gather", " 12 ": "callback-arguments",
		"gather": "gather", "wait_first_exception": "wait-first-exception", "Shield": "shield",
		"seq": "sequential-await", "gather-": "gather-results", "ca": "", "call": "callback-arguments",
		"cancel-gather": "cancel-gather", "cancel-gather-caught": "cancel-gather-caught",
	} {
		p, err := Find(given)
		if want == "" {
			if err == nil {
				t.Errorf("Find(%q) is %s, want an error: it is ambiguous", given, p.Name)
			}
			continue
		}
		if err != nil || p.Name != want {
			t.Errorf("Find(%q) is %q, %v; want %s", given, p.Name, err, want)
		}
	}
}

func TestFindSuggestsWhatWasMeant(t *testing.T) {
	const lists = "`loopscope lessons` lists them"
	for given, want := range map[string]string{
		"gahter":     `no such lesson: "gahter"; did you mean gather? ` + lists,
		"wait":       `no such lesson: "wait"; did you mean wait-all-completed, wait-first-completed or wait-first-exception? ` + lists,
		"wait-first": `no such lesson: "wait-first"; did you mean wait-first-completed or wait-first-exception? ` + lists,
		"callback":   "",
		"exceptions": `no such lesson: "exceptions"; did you mean return-exceptions? ` + lists,
		"trio":       `no such lesson: "trio"; ` + lists,
		"":           `no such lesson: ""; ` + lists,
		"0":          "no such lesson: 0; they are numbered 1 to 12, and " + lists,
		"13":         "no such lesson: 13; they are numbered 1 to 12, and " + lists,
	} {
		_, err := Find(given)
		if want == "" {
			if err != nil {
				t.Errorf("Find(%q): %v, want a lesson: the prefix is unique", given, err)
			}
			continue
		}
		if err == nil || err.Error() != want || !errors.Is(err, ErrUnknown) {
			t.Errorf("Find(%q):\n got %v\nwant %s", given, err, want)
		}
	}
}

func TestListsAreTheCallersOwn(t *testing.T) {
	All()[0].Name = "changed"
	if got := All()[0].Name; got != "sequential-await" {
		t.Errorf("the first lesson is now %q", got)
	}
}
