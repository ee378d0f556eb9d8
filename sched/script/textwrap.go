package script

import (
	"strings"
	"unicode"
)

// textwrapModule is what lib/textwrap.py takes from regular expressions in
// CPython.
func textwrapModule() *module {
	text := func(a args) []rune {
		s, _ := asStr(a.pos[0])
		return []rune(s)
	}
	give := func(m *machine, parts []string) (Value, error) {
		l := &list{items: make([]Value, len(parts))}
		for i, p := range parts {
			l.items[i] = p
		}
		return l, m.room(len(parts))
	}
	return newModule("_textwrap", []*builtin{
		inC("chunks", func(m *machine, a args) (Value, error) { return give(m, wrapChunks(text(a))) }),
		inC("words", func(m *machine, a args) (Value, error) { return give(m, wrapWords(text(a))) }),
		inC("expandtabs", func(m *machine, a args) (Value, error) {
			if _, ok := asStr(a.pos[0]); !ok {
				return nil, m.noAttribute(a.pos[0], "expandtabs")
			}
			size, err := toIndex(a.pos[1])
			if err != nil {
				return nil, err
			}
			out, column := []rune(nil), 0
			for _, c := range text(a) {
				switch {
				case c == '\t' && size > 0:
					n := size - column%size
					if err := m.room(len(out) + n); err != nil {
						return nil, err
					}
					out = append(out, []rune(strings.Repeat(" ", n))...)
					column += n
				case c == '\t':
				case c == '\n' || c == '\r':
					out, column = append(out, c), 0
				default:
					out, column = append(out, c), column+1
				}
			}
			return string(out), nil
		}),
	})
}

func isWrapSpace(c rune) bool { return strings.ContainsRune("\t\n\x0b\x0c\r ", c) }

func isWordChar(c rune) bool { return c == '_' || unicode.IsLetter(c) || unicode.IsNumber(c) }

// wrapWords mirrors wordsep_simple_re.split.
func wrapWords(s []rune) []string {
	var parts []string
	for len(s) > 0 {
		n := 1
		for n < len(s) && isWrapSpace(s[n]) == isWrapSpace(s[0]) {
			n++
		}
		parts, s = append(parts, string(s[:n])), s[n:]
	}
	return parts
}

// wrapChunks mirrors wordsep_re.split: words may end at a hyphen or a dash.
func wrapChunks(s []rune) []string {
	t := wrapText(s)
	var parts []string
	for at := 0; at < len(t); {
		end := at + 1
		switch {
		case isWrapSpace(t[at]):
			for end < len(t) && isWrapSpace(t[end]) {
				end++
			}
		case t.dash(at) > 0 && t.punct(at-1):
			end = at + t.dash(at)
		default:
			end = t.word(at)
		}
		parts, at = append(parts, string(t[at:end])), end
	}
	return parts
}

// wrapText asks about the characters of a text.
type wrapText []rune

func (t wrapText) is(i int, f func(rune) bool) bool { return i >= 0 && i < len(t) && f(t[i]) }

func (t wrapText) letter(i int) bool {
	return t.is(i, func(c rune) bool { return isWordChar(c) && !unicode.IsDigit(c) })
}

func (t wrapText) punct(i int) bool {
	return t.is(i, func(c rune) bool { return isWordChar(c) || strings.ContainsRune(`!"'&.,?`, c) })
}

func (t wrapText) hyphen(i int) bool { return t.is(i, func(c rune) bool { return c == '-' }) }

// dash gives the length of two hyphens or more before a word character, or 0.
func (t wrapText) dash(i int) int {
	n := 0
	for t.hyphen(i + n) {
		n++
	}
	if n < 2 || !t.is(i+n, isWordChar) {
		return 0
	}
	return n
}

// word gives the end of the shortest word that begins at a place.
func (t wrapText) word(at int) int {
	for end := at + 1; ; end++ {
		before := t.letter(end-1) && (t.letter(end-2) || t.hyphen(end-2) && t.letter(end-3))
		after := t.letter(end+1) && (t.letter(end+2) || t.hyphen(end+2) && t.letter(end+3))
		switch {
		case t.hyphen(end) && before && after:
			return end + 1
		case end >= len(t) || isWrapSpace(t[end]):
			return end
		case t.punct(end-1) && t.dash(end) > 0:
			return end
		}
	}
}
