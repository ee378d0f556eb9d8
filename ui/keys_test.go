package ui

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// modeNames are for the messages of tests.
var modeNames = map[mode]string{
	inPicker: "the picker", inRun: "the main screen", inError: "the error screen", inMenu: "the callback menu",
	inFind: "find", inSift: "a filter", inHelp: "help", inQuestion: "the question before a fork",
}

func TestKeyMeansOneThingInAMode(t *testing.T) {
	for m, name := range modeNames {
		seen := map[string]string{}
		for _, e := range registry {
			if e.modes&m == 0 {
				continue
			}
			for _, k := range e.binding.Keys() {
				if other, ok := seen[k]; ok {
					t.Errorf("in %s the key %q means both %q and %q", name, k, other, e.binding.Help().Desc)
				}
				seen[k] = e.binding.Help().Desc
			}
		}
	}
}

func TestMainScreenHasEveryKey(t *testing.T) {
	want := strings.Fields(`space right l n left h L N shift+right H shift+left g home G end f up k down j + = - 0 t x
		[ ] c C s b B u U . , { } ( ) m ' " z o < > r M tab 1 2 3 8 : ctrl+p ? esc q ctrl+c`)
	for _, k := range want {
		if keymap[inRun][k] == noAction {
			t.Errorf("the key %q does nothing on the main screen", k)
		}
	}
}

func TestQuitAndBackWorkEverywhere(t *testing.T) {
	for m, name := range modeNames {
		for _, k := range []string{"ctrl+c", "esc"} {
			if keymap[m][k] == noAction {
				t.Errorf("in %s the key %q does nothing", name, k)
			}
		}
	}
}

func TestEveryActionHasAKeyAndHelp(t *testing.T) {
	for do := noAction + 1; do < actions; do++ {
		i := slices.IndexFunc(registry, func(e entry) bool { return e.do == do })
		if i < 0 {
			t.Errorf("action %d has no key", do)
			continue
		}
		e := registry[i]
		if e.binding.Help().Key == "" || e.binding.Help().Desc == "" || !slices.Contains(groups[:], e.group) {
			t.Errorf("action %d, key %v: no help, or in no group", do, e.binding.Keys())
		}
	}
}

func TestHelpNamesTheKeysThatWork(t *testing.T) {
	spelled := strings.NewReplacer("→", "right", "←", "left", "↑", "up", "↓", "down")
	for _, e := range registry {
		var named []string
		for _, k := range strings.Fields(e.binding.Help().Key) {
			named = append(named, spelled.Replace(k))
		}
		for _, k := range named {
			if !slices.Contains(e.binding.Keys(), k) {
				t.Errorf("help names the key %q for %q, which does not do that", k, e.binding.Help().Desc)
			}
		}
	}
}

func TestKeyTableNamesEveryKeyOfTheMainScreen(t *testing.T) {
	table := KeyTable()
	for _, e := range registry {
		if e.modes&inRun != 0 && !strings.Contains(table, e.binding.Help().Desc) {
			t.Errorf("the table does not say what %q does:\n%s", e.binding.Help().Key, table)
		}
	}
}

func TestBarShowsOnlyWhatIsOrdered(t *testing.T) {
	for _, do := range barImportant {
		if !slices.Contains(barOrder[:], do) {
			t.Errorf("action %d may stand on the bar and has no place in its order", do)
		}
	}
	if len(barOrder) != len(barImportant) || len(barOrder) > 32 {
		t.Errorf("the bar orders %d actions and weighs %d", len(barOrder), len(barImportant))
	}
}

func TestReadmeShowsTheKeysAndWordsThatThereAre(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	for name, table := range map[string]string{"keys": KeyTable(), "words": WordTable()} {
		begin, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
		before, rest, _ := strings.Cut(readme, begin)
		now, after, _ := strings.Cut(rest, end)
		if *update {
			readme = before + begin + table + end + after
		} else if now != table {
			t.Errorf("between the comments <!-- %s --> README.md must have\n%s", name, table)
		}
	}
	if *update {
		if err := os.WriteFile("../README.md", []byte(readme), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryWordHasItsPlaceInThePalette(t *testing.T) {
	for _, w := range words {
		if !slices.Contains(wordOrder[:], w.name) {
			t.Errorf(":%s has no place in the order of the palette", w.name)
		}
	}
	if len(wordOrder) != len(words) {
		t.Errorf("%d words have a place and there are %d", len(wordOrder), len(words))
	}
}
