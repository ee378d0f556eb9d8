package regex

import (
	"errors"
	"testing"
)

// A pattern that could try for ever ends when its caller has had enough.
func TestSearchAsksWhetherToGoOn(t *testing.T) {
	p, err := Compile(`(a*)*b`, 0)
	if err != nil {
		t.Fatal(err)
	}
	enough, steps := errors.New("enough"), 0
	text := []rune("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac")
	_, err = p.Find(Search{Text: text, End: len(text), Steps: func() error {
		if steps++; steps > 10000 {
			return enough
		}
		return nil
	}})
	if err != enough {
		t.Errorf("the search ended with %v after %d steps", err, steps)
	}
}

func FuzzCompileAndFind(f *testing.F) {
	f.Add(`(?P<a>x+)(?<!y)|\1[^a-z]{2,}?`, "xx1\n")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 200 || len(text) > 200 {
			return
		}
		p, err := Compile(pattern, 0)
		if err != nil {
			return
		}
		stop, steps := errors.New("stop"), 0
		runes := []rune(text)
		found, err := p.Find(Search{Text: runes, End: len(runes), Steps: func() error {
			if steps++; steps > 20000 {
				return stop
			}
			return nil
		}})
		if err == nil && found != nil && (found.Marks[0] < 0 || found.Marks[1] > len(runes) || found.Marks[0] > found.Marks[1]) {
			t.Errorf("%q matches %q at %v", pattern, text, found.Marks[:2])
		}
	})
}
