package script

import (
	"strings"
	"unicode/utf8"
)

// A str is UTF-8, but for lone surrogates: they stand in the three bytes that
// UTF-8 would give them.

// hasSurrogate says whether there is a lone surrogate in a text.
func hasSurrogate(s string) bool {
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], 0xed)
		if n < 0 {
			return false
		}
		i += n
		if i+2 < len(s) && s[i+1] >= 0xa0 {
			return true
		}
	}
}

// runesOf gives the characters of a text.
func runesOf(s string) []rune {
	if !hasSurrogate(s) {
		return []rune(s)
	}
	var all []rune
	for i := 0; i < len(s); {
		r, n := runeAt(s[i:])
		all = append(all, r)
		i += n
	}
	return all
}

// runeAt gives the first character of a text that is not empty, and its size.
func runeAt(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 {
		return surrogate(s[:3]), 3
	}
	return r, n
}

// textFrom makes a text of characters.
func textFrom(runes []rune) string {
	for _, r := range runes {
		if isSurrogate(r) {
			var out []byte
			for _, r := range runes {
				out = appendRune(out, r)
			}
			return string(out)
		}
	}
	return string(runes)
}

func appendRune(out []byte, r rune) []byte {
	if isSurrogate(r) {
		return append(out, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0xbf)
	}
	return utf8.AppendRune(out, r)
}

// runeLen gives how many characters a text has.
func runeLen(s string) int {
	n := utf8.RuneCountInString(s)
	if n != len(s) && hasSurrogate(s) {
		return len(runesOf(s))
	}
	return n
}

// cutRunes gives the characters of a text from low up to high, of which both
// are within it.
func cutRunes(s string, low, high int) string {
	switch {
	case low >= high:
		return ""
	case isASCII(s):
		return s[low:high]
	}
	return textFrom(runesOf(s)[low:high])
}

// splitFields splits at white space, at most limit times if that is not
// negative.
func splitFields(s string, limit int, fromRight bool, space func(s string) (size int, is bool)) []string {
	var starts, ends []int // of the words
	for i := 0; i < len(s); {
		n, is := space(s[i:])
		if !is && len(ends) == len(starts) {
			starts = append(starts, i)
		}
		if is && len(ends) < len(starts) {
			ends = append(ends, i)
		}
		i += n
	}
	if len(ends) < len(starts) {
		ends = append(ends, len(s))
	}
	n := len(starts)
	if limit >= 0 && n > limit+1 {
		if fromRight {
			first := ends[n-limit-1]
			starts, ends = append([]int{0}, starts[n-limit:]...), append([]int{first}, ends[n-limit:]...)
			return wordsAt(s, starts, ends)
		}
		starts, ends = starts[:limit+1], append(ends[:limit:limit], len(s))
	}
	return wordsAt(s, starts, ends)
}

func wordsAt(s string, starts, ends []int) []string {
	words := make([]string, len(starts))
	for i := range starts {
		words[i] = s[starts[i]:ends[i]]
	}
	return words
}

// splitAt splits at a separator, at most limit times if that is not negative.
func splitAt(s, sep string, limit int, fromRight bool) []string {
	if limit < 0 {
		return strings.Split(s, sep)
	}
	if !fromRight {
		return strings.SplitN(s, sep, limit+1)
	}
	var parts []string
	for len(parts) < limit {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[i+len(sep):])
		s = s[:i]
	}
	parts = append(parts, s)
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return parts
}

// linesOf splits into lines; ends tells the size of the end of a line that a
// text begins with, 0 if it begins with none.
func linesOf(s string, keep bool, ends func(s string) int) []string {
	var lines []string
	start := 0
	for i := 0; i < len(s); i++ {
		n := ends(s[i:])
		if n == 0 {
			continue
		}
		end := i
		i += n
		if keep {
			end = i
		}
		lines = append(lines, s[start:end])
		start = i
		i--
	}
	if start < len(s) {
		lines = append(lines, s[start:])
	}
	return lines
}
