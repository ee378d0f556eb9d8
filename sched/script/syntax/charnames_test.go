package syntax

import "testing"

func TestCharactersAreFoundByName(t *testing.T) {
	for name, want := range map[string]rune{
		"BULLET": '•', "snowman": '☃', "Greek Small Letter Alpha": 'α', "SPACE": ' ', "LATIN SMALL LETTER A": 'a', "LINE FEED": '\n', "BOM": '\uFEFF',
		"CJK UNIFIED IDEOGRAPH-4E2D": '中', "HANGUL SYLLABLE HAN": '한', "HANGUL SYLLABLE I": '이', "GRINNING FACE": '😀', "TAG TILDE": 0xE007E,
		"VARIATION SELECTOR-256": 0xE01EF,
	} {
		if got, ok := CharacterByName(name); !ok || got != want {
			t.Errorf("%s is %q, %v, not %q", name, got, ok, want)
		}
	}
	for _, name := range []string{"", "NO SUCH NAME", "CJK UNIFIED IDEOGRAPH-", "CJK UNIFIED IDEOGRAPH-0041", "HANGUL SYLLABLE XX", "BULLET "} {
		if r, ok := CharacterByName(name); ok {
			t.Errorf("%q is the name of %q", name, r)
		}
	}
}
