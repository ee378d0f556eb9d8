// Package export draws a run without a screen: as text that can be read in a
// README or aloud, and as a picture. It reads a timeline and knows nothing of
// terminals, keys or sources.
//
// Whatever a program printed or called its tasks is shown harmlessly: no
// control character gets through, in the text nor in the picture.
package export

import (
	"strings"
	"unicode"

	"loopscope/sched/trace"
)

// Options say how a run is drawn. The zero Options are the usual ones.
type Options struct {
	Listing trace.Listing // the program; its name and, for a refusal, its line
	Title   string        // above everything; "": the program's name
	Width   int           // Text: columns, at least 60; 0: 100. SVG: pixels, at least 480; 0: 1200
	ASCII   bool          // Text: the glyphs of --ascii
	Lanes   int           // how many tasks get a lane; 0: 60
	Steps   int           // Text: how many steps are told; 0: 1000
	At      int           // SVG: the position that is shown; 0: the end
}

func (o Options) withDefaults(width, least int) Options {
	if o.Width == 0 {
		o.Width = width
	}
	o.Width = max(o.Width, least)
	if o.Lanes <= 0 {
		o.Lanes = 60
	}
	if o.Steps <= 0 {
		o.Steps = 1000
	}
	if o.Title == "" {
		o.Title = o.Listing.Name
	}
	o.Title = Harmless(o.Title)
	return o
}

// Harmless gives a text in which nothing can act on a terminal or turn the
// reading order around: control characters are shown by their picture (␛), or
// as �.
func Harmless(s string) string {
	clean := func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7f:
			return '␡'
		case unicode.IsControl(r), r == unicode.ReplacementChar, r == 0x2028, r == 0x2029,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x61c:
			return '�'
		}
		return r
	}
	return strings.Map(clean, s)
}
