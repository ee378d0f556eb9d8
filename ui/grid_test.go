package ui

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func newFrame(w, h int) *frame {
	f := &frame{skin: &skin{colour: true}}
	f.reset(w, h)
	return f
}

// written gives what a text looks like in w cells.
func written(text string, w int) string {
	f := newFrame(w, 1)
	p := f.pen(rect{0, 0, w, 1}, 0)
	p.put(text, 0)
	return f.text()
}

func TestHostileTextIsHarmless(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an escape sequence", "\x1b[31mred\x1b[0m", "␛[31mred␛[0m"},
		{"a title", "\x1b]0;pwned\x07", "␛]0;pwned␇"},
		{"a control of C1", "a\u009b31mb", "a·31mb"},
		{"a newline", "a\nb", "a␊b"},
		{"a carriage return", "safe\rgone", "safe␍gone"},
		{"a tab", "a\tb", "a b"},
		{"text turned around", "a\u202eb", "a·b"},
		{"broken UTF-8", "a\xff\xfeb", "a··b"},
		{"a mark on a letter", "e\u0301!", "e\u0301!"},
		{"wide characters", "日本語", "日本語"},
		{"half a flag", "a\U0001f1e6b", "a·b"},
		{"a flag", "\U0001f1e9\U0001f1ea!", "\U0001f1e9\U0001f1ea!"},
		{"a mark after a control", "\x1b\u0301x", "␛·x"},
	}
	for _, tt := range tests {
		if got := written(tt.text, 30); got != tt.want {
			t.Errorf("%s: %q is shown as %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestCutTextEndsInAnEllipsis(t *testing.T) {
	tests := []struct {
		text string
		room int
		want string
	}{
		{"gather", 6, "gather"},
		{"gather", 5, "gath…"},
		{"gather", 1, "…"},
		{"日本語", 6, "日本語"},
		{"日本語", 5, "日本…"},
		{"日本語", 4, "日 …"},
	}
	for _, tt := range tests {
		if got := written(tt.text, tt.room); got != tt.want {
			t.Errorf("%q in %d cells is %q, want %q", tt.text, tt.room, got, tt.want)
		}
	}
}

func TestRowIsNeverWiderThanTheGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 40).Draw(t, "width")
		f := newFrame(w, 3)
		for range rapid.IntRange(1, 6).Draw(t, "texts") {
			x := rapid.IntRange(-2, w+2).Draw(t, "x")
			p := f.pen(rect{x, 0, rapid.IntRange(0, w).Draw(t, "room"), 3}, rapid.IntRange(0, 2).Draw(t, "row"))
			p.end = min(p.end, w)
			p.put(rapid.String().Draw(t, "text"), bold)
		}
		got := f.encode(f.skin)
		for row := range strings.SplitSeq(got, "\n") {
			if width := ansi.StringWidth(row); width > w {
				t.Fatalf("a row of a grid %d cells wide takes %d: %q", w, width, row)
			}
		}
		for _, r := range ansi.Strip(got) {
			if r != '\n' && unicode.IsControl(r) {
				t.Fatalf("the control character %U is on the screen: %q", r, got)
			}
		}
	})
}

func TestTextWidthIsWhatIsPainted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		f := newFrame(200, 1)
		p := f.pen(rect{0, 0, 200, 1}, 0)
		p.put(text, 0)
		if want := textWidth(text); want < 200 && p.x != want {
			t.Fatalf("%q took %d cells and was said to take %d", text, p.x, want)
		}
	})
}

func TestHalfOfAWideCharacterDoesNotStay(t *testing.T) {
	f := newFrame(6, 1)
	p := f.pen(rect{0, 0, 6, 1}, 0)
	p.put("日本語", 0)
	f.set(3, 0, '|', 0)
	if got := f.text(); got != "日 |語" {
		t.Errorf("writing on the right half of 本 leaves %q", got)
	}
}

func TestNoColourMeansNone(t *testing.T) {
	sk := &skin{}
	for st := range style(styles) {
		seq := sk.sgr(st)
		if strings.Contains(seq, "38") || strings.Contains(seq, "48") {
			t.Fatalf("style %d asks for a colour without any: %q", st, seq)
		}
	}
}

func TestGlyphsAreOneCellWide(t *testing.T) {
	for g := range glyphs {
		for _, r := range []rune{unicodeGlyphs[g], asciiGlyphs[g]} {
			if r == 0 || ansi.StringWidth(string(r)) != 1 {
				t.Errorf("glyph %d is %q, not one cell wide", g, r)
			}
		}
		if asciiGlyphs[g] >= 0x80 {
			t.Errorf("the ascii glyph %d is %q", g, asciiGlyphs[g])
		}
	}
}

func TestStatesDifferWithoutColour(t *testing.T) {
	states := []glyph{glyphRunning, glyphReady, glyphTimer, glyphTask, glyphSync, glyphIO, glyphSwallowed, glyphRequested}
	for _, table := range [...][glyphs]rune{unicodeGlyphs, asciiGlyphs} {
		seen := map[rune]glyph{}
		for _, g := range states {
			if other, ok := seen[table[g]]; ok {
				t.Errorf("glyphs %d and %d are both %q", g, other, table[g])
			}
			seen[table[g]] = g
		}
	}
}

func TestWrapKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-z]{1,12} ){0,20}`).Draw(t, "text")
		width := rapid.IntRange(1, 30).Draw(t, "width")
		lines := wrap(text, width)
		for _, line := range lines {
			if textWidth(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
		if got, want := strings.Join(lines, ""), strings.ReplaceAll(text, " ", ""); strings.ReplaceAll(got, " ", "") != want {
			t.Fatalf("wrapped, %q became %q", text, lines)
		}
	})
}
