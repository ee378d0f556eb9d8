package syntax

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"
)

// charNamesZip lists the characters of the Unicode Character Database 15.1
// that have a name of their own, a line "distance;name" each, where distance is
// that from the code point of the line before and 1 if it is left out; and
// after an empty line the aliases in the same way.
//
//go:embed charnames.gz
var charNamesZip []byte

// charNames is charNamesZip unpacked, when it is first asked for.
var charNames = sync.OnceValue(func() string {
	r, err := gzip.NewReader(bytes.NewReader(charNamesZip))
	if err == nil {
		var text []byte
		if text, err = io.ReadAll(r); err == nil {
			return string(text)
		}
	}
	panic("syntax: internal error: " + err.Error())
})

// ideographs are the ranges of characters that are named by their code point.
var ideographs = [][2]rune{{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B739}, {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1},
	{0x2CEB0, 0x2EBE0}, {0x2EBF0, 0x2EE5D}, {0x30000, 0x3134A}, {0x31350, 0x323AF}}

const (
	ideographName = "CJK UNIFIED IDEOGRAPH-"
	hangulName    = "HANGUL SYLLABLE "
	hangulFirst   = 0xAC00
)

// The parts of the names of Hangul syllables (The Unicode Standard, 3.12).
var (
	hangulLead  = strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	hangulVowel = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
	hangulTail  = strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
)

// CharacterByName gives the character of a Unicode name or alias, in any case;
// ok is false if there is none.
func CharacterByName(name string) (r rune, ok bool) {
	name = strings.ToUpper(name)
	if hex, found := strings.CutPrefix(name, ideographName); found {
		n, err := strconv.ParseUint(hex, 16, 32)
		return rune(n), err == nil && (len(hex) == 4 || len(hex) == 5) && isIdeograph(rune(n))
	}
	if syllable, found := strings.CutPrefix(name, hangulName); found {
		return hangulSyllable(syllable)
	}
	at := rune(0)
	for line := range strings.Lines(charNames()) {
		step, own, found := strings.Cut(strings.TrimSuffix(line, "\n"), ";")
		switch {
		case !found:
			at = 0
			continue
		case step == "":
			at++
		default:
			n, _ := strconv.Atoi(step)
			at += rune(n)
		}
		if own == name {
			return at, true
		}
	}
	return 0, false
}

func isIdeograph(r rune) bool {
	for _, in := range ideographs {
		if in[0] <= r && r <= in[1] {
			return true
		}
	}
	return false
}

func hangulSyllable(name string) (rune, bool) {
	for l, lead := range hangulLead {
		for v, vowel := range hangulVowel {
			rest, found := strings.CutPrefix(name, lead+vowel)
			if !found {
				continue
			}
			for t, tail := range hangulTail {
				if rest == tail {
					return rune(hangulFirst + (l*len(hangulVowel)+v)*len(hangulTail) + t), true
				}
			}
		}
	}
	return 0, false
}
