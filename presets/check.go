package presets

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Holds evaluates the check over a finished run. The error says what holds
// instead, or what is wrong with the check.
func (c Check) Holds(r Run) error {
	holds, err := parseClaim(c.Text)
	if err != nil {
		return err
	}
	return holds(r)
}

// A claim says of a run whether it holds: nil, or what holds instead.
type claim func(Run) error

// parseClaim reads a check in the language of the package documentation.
func parseClaim(text string) (claim, error) {
	words, err := split(text)
	if err != nil {
		return nil, err
	}
	if len(words) == 0 {
		return nil, errors.New("an empty check")
	}
	head, rest := words[0].plain(), words[1:]
	var c claim
	switch head {
	case "not":
		return negation(text)
	case "task":
		c = taskClaim(rest)
	case "tasks":
		c = tasksClaim(rest)
	case "waits":
		c = waitsClaim(rest)
	case "left":
		c = leftOverClaim(rest)
	case "printed":
		c = printedClaim(rest)
	case "before":
		c = beforeClaim(rest)
	case "last":
		c = lastClaim(rest)
	case "raised":
		c = raisedClaim(rest)
	case "time":
		c = timeClaim(rest)
	default:
		return nil, fmt.Errorf("a check begins with task, tasks, waits, left over, printed, before, last, raised, time or not, and not with %s",
			words[0].raw)
	}
	if c == nil {
		return nil, fmt.Errorf("the check %q is not formed as a check with %s is", text, head)
	}
	return c, nil
}

// A word of a check: bare, or a quoted text.
type word struct {
	raw    string // as written
	text   string // without its quotes
	quoted bool
}

// plain returns a bare word, "" for a text.
func (w word) plain() string {
	if w.quoted {
		return ""
	}
	return w.text
}

func split(text string) ([]word, error) {
	var words []word
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		if text[0] == '\'' || text[0] == '"' {
			end := strings.IndexByte(text[1:], text[0])
			if end < 0 {
				return nil, fmt.Errorf("the text %s has no closing quote", text)
			}
			words = append(words, word{text[:end+2], text[1 : end+1], true})
			text = text[end+2:]
			continue
		}
		bare, _, _ := strings.Cut(text, " ")
		words = append(words, word{bare, bare, false})
		text = text[len(bare):]
	}
	return words, nil
}

// matches reports whether the words are as a pattern says: itself, NAME for a
// bare word, TEXT for a quoted one, N for a count, SECONDS for a time.
func matches(words []word, pattern ...string) bool {
	if len(words) != len(pattern) {
		return false
	}
	for i, w := range words {
		var ok bool
		switch pattern[i] {
		case "TEXT":
			ok = w.quoted
		case "NAME":
			ok = !w.quoted
		case "N":
			n, err := strconv.Atoi(w.plain())
			ok = err == nil && n >= 0
		case "SECONDS":
			s, err := strconv.ParseFloat(w.plain(), 64)
			ok = err == nil && s >= 0
		default:
			ok = w.plain() == pattern[i]
		}
		if !ok {
			return false
		}
	}
	return true
}

// count and seconds read words that matches has approved.
func (w word) count() int {
	n, _ := strconv.Atoi(w.text)
	return n
}

func (w word) seconds() float64 {
	s, _ := strconv.ParseFloat(w.text, 64)
	return s
}

func negation(text string) (claim, error) {
	positive := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "not"))
	holds, err := parseClaim(positive)
	if err != nil {
		return nil, err
	}
	return func(r Run) error {
		if holds(r) == nil {
			return fmt.Errorf("it does hold: %s", positive)
		}
		return nil
	}, nil
}

func taskClaim(words []word) claim {
	if len(words) < 2 || !matches(words[:1], "NAME") {
		return nil
	}
	name, ending := words[0].text, words[1].plain()
	var raws []string
	for _, w := range words[2:] {
		raws = append(raws, w.raw)
	}
	value := strings.Join(raws, " ")
	known := ending == "returned" || ending == "raised" || ending == "cancelled" && value == ""
	if !known {
		return nil
	}
	return func(r Run) error {
		t, err := r.task(name)
		if err != nil {
			return err
		}
		class, _, _ := strings.Cut(t.value, "(")
		asked := value == "" || value == t.value || ending == "raised" && value == class
		if t.ending == ending && asked {
			return nil
		}
		if t.ending == "" {
			return fmt.Errorf("%s is not done", name)
		}
		return fmt.Errorf("%s %s", name, strings.TrimSpace(t.ending+" "+t.value))
	}
}

func tasksClaim(words []word) claim {
	if !matches(words, "N") {
		return nil
	}
	return func(r Run) error {
		return same("tasks", len(r.tasks), words[0].count())
	}
}

func waitsClaim(words []word) claim {
	if !matches(words, "NAME", "N") {
		return nil
	}
	return func(r Run) error {
		t, err := r.task(words[0].text)
		if err != nil {
			return err
		}
		return same("waits of "+words[0].text, t.waits, words[1].count())
	}
}

func leftOverClaim(words []word) claim {
	if !matches(words, "over", "NAME") {
		return nil
	}
	return func(r Run) error {
		t, err := r.task(words[1].text)
		if err == nil && !t.leftOver {
			err = fmt.Errorf("%s was not left over when main ended", words[1].text)
		}
		return err
	}
}

func printedClaim(words []word) claim {
	at := matches(words, "TEXT", "at", "SECONDS")
	times := matches(words, "TEXT", "N", "times")
	if !at && !times && !matches(words, "TEXT") {
		return nil
	}
	text := words[0].text
	return func(r Run) error {
		count := 0
		first := 0.0
		for _, p := range slices.Backward(r.prints) {
			if p.text == text {
				count++
				first = p.seconds
			}
		}
		switch {
		case times:
			return same("prints of "+words[0].raw, count, words[1].count())
		case count == 0:
			return fmt.Errorf("%s was not printed", words[0].raw)
		case at && first != words[2].seconds():
			return fmt.Errorf("%s was printed at %g", words[0].raw, first)
		}
		return nil
	}
}

func beforeClaim(words []word) claim {
	if len(words) < 2 || slices.ContainsFunc(words, func(w word) bool { return !w.quoted }) {
		return nil
	}
	return func(r Run) error {
		lines := r.Printed()
		for i, w := range words {
			at := slices.Index(lines, w.text)
			switch {
			case at < 0 && i == 0:
				return fmt.Errorf("%s was not printed", w.raw)
			case at < 0:
				return fmt.Errorf("%s was not printed after %s", w.raw, words[i-1].raw)
			}
			lines = lines[at+1:]
		}
		return nil
	}
}

func lastClaim(words []word) claim {
	if !matches(words, "TEXT") {
		return nil
	}
	return func(r Run) error {
		if len(r.prints) == 0 {
			return errors.New("nothing was printed")
		}
		return same("last line", r.prints[len(r.prints)-1].text, words[0].text)
	}
}

func raisedClaim(words []word) claim {
	if !matches(words, "NAME") {
		return nil
	}
	return func(r Run) error {
		class, _, _ := strings.Cut(r.raised, "(")
		if class == "" {
			return errors.New("the program ended without an exception")
		}
		return same("exception", class, words[0].text)
	}
}

func timeClaim(words []word) claim {
	if !matches(words, "SECONDS") {
		return nil
	}
	return func(r Run) error {
		return same("loop time at the end", r.seconds, words[0].seconds())
	}
}

func same[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s: %v, not %v", what, got, want)
	}
	return nil
}
