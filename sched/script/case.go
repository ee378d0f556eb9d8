package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longUpper are the characters whose upper case is more than one character
// (SpecialCasing.txt, as CPython 3.13 has it).
var longUpper = wordMap("" +
	"\u00df=\u0053\u0053 \u0149=\u02bc\u004e \u01f0=\u004a\u030c \u0390=\u0399\u0308\u0301 \u03b0=\u03a5\u0308\u0301 " +
	"\u0587=\u0535\u0552 \u1e96=\u0048\u0331 \u1e97=\u0054\u0308 \u1e98=\u0057\u030a \u1e99=\u0059\u030a " +
	"\u1e9a=\u0041\u02be \u1f50=\u03a5\u0313 \u1f52=\u03a5\u0313\u0300 \u1f54=\u03a5\u0313\u0301 " +
	"\u1f56=\u03a5\u0313\u0342 \u1f80=\u1f08\u0399 \u1f81=\u1f09\u0399 \u1f82=\u1f0a\u0399 \u1f83=\u1f0b\u0399 " +
	"\u1f84=\u1f0c\u0399 \u1f85=\u1f0d\u0399 \u1f86=\u1f0e\u0399 \u1f87=\u1f0f\u0399 \u1f88=\u1f08\u0399 " +
	"\u1f89=\u1f09\u0399 \u1f8a=\u1f0a\u0399 \u1f8b=\u1f0b\u0399 \u1f8c=\u1f0c\u0399 \u1f8d=\u1f0d\u0399 " +
	"\u1f8e=\u1f0e\u0399 \u1f8f=\u1f0f\u0399 \u1f90=\u1f28\u0399 \u1f91=\u1f29\u0399 \u1f92=\u1f2a\u0399 " +
	"\u1f93=\u1f2b\u0399 \u1f94=\u1f2c\u0399 \u1f95=\u1f2d\u0399 \u1f96=\u1f2e\u0399 \u1f97=\u1f2f\u0399 " +
	"\u1f98=\u1f28\u0399 \u1f99=\u1f29\u0399 \u1f9a=\u1f2a\u0399 \u1f9b=\u1f2b\u0399 \u1f9c=\u1f2c\u0399 " +
	"\u1f9d=\u1f2d\u0399 \u1f9e=\u1f2e\u0399 \u1f9f=\u1f2f\u0399 \u1fa0=\u1f68\u0399 \u1fa1=\u1f69\u0399 " +
	"\u1fa2=\u1f6a\u0399 \u1fa3=\u1f6b\u0399 \u1fa4=\u1f6c\u0399 \u1fa5=\u1f6d\u0399 \u1fa6=\u1f6e\u0399 " +
	"\u1fa7=\u1f6f\u0399 \u1fa8=\u1f68\u0399 \u1fa9=\u1f69\u0399 \u1faa=\u1f6a\u0399 \u1fab=\u1f6b\u0399 " +
	"\u1fac=\u1f6c\u0399 \u1fad=\u1f6d\u0399 \u1fae=\u1f6e\u0399 \u1faf=\u1f6f\u0399 \u1fb2=\u1fba\u0399 " +
	"\u1fb3=\u0391\u0399 \u1fb4=\u0386\u0399 \u1fb6=\u0391\u0342 \u1fb7=\u0391\u0342\u0399 \u1fbc=\u0391\u0399 " +
	"\u1fc2=\u1fca\u0399 \u1fc3=\u0397\u0399 \u1fc4=\u0389\u0399 \u1fc6=\u0397\u0342 \u1fc7=\u0397\u0342\u0399 " +
	"\u1fcc=\u0397\u0399 \u1fd2=\u0399\u0308\u0300 \u1fd3=\u0399\u0308\u0301 \u1fd6=\u0399\u0342 " +
	"\u1fd7=\u0399\u0308\u0342 \u1fe2=\u03a5\u0308\u0300 \u1fe3=\u03a5\u0308\u0301 \u1fe4=\u03a1\u0313 " +
	"\u1fe6=\u03a5\u0342 \u1fe7=\u03a5\u0308\u0342 \u1ff2=\u1ffa\u0399 \u1ff3=\u03a9\u0399 \u1ff4=\u038f\u0399 " +
	"\u1ff6=\u03a9\u0342 \u1ff7=\u03a9\u0342\u0399 \u1ffc=\u03a9\u0399 \ufb00=\u0046\u0046 \ufb01=\u0046\u0049 " +
	"\ufb02=\u0046\u004c \ufb03=\u0046\u0046\u0049 \ufb04=\u0046\u0046\u004c \ufb05=\u0053\u0054 \ufb06=\u0053\u0054 " +
	"\ufb13=\u0544\u0546 \ufb14=\u0544\u0535 \ufb15=\u0544\u053b \ufb16=\u054e\u0546 \ufb17=\u0544\u053d")

// longTitle are those whose title case is.
var longTitle = wordMap("" +
	"\u00df=\u0053\u0073 \u0149=\u02bc\u004e \u01f0=\u004a\u030c \u0390=\u0399\u0308\u0301 \u03b0=\u03a5\u0308\u0301 " +
	"\u0587=\u0535\u0582 \u1e96=\u0048\u0331 \u1e97=\u0054\u0308 \u1e98=\u0057\u030a \u1e99=\u0059\u030a " +
	"\u1e9a=\u0041\u02be \u1f50=\u03a5\u0313 \u1f52=\u03a5\u0313\u0300 \u1f54=\u03a5\u0313\u0301 " +
	"\u1f56=\u03a5\u0313\u0342 \u1fb2=\u1fba\u0345 \u1fb4=\u0386\u0345 \u1fb6=\u0391\u0342 \u1fb7=\u0391\u0342\u0345 " +
	"\u1fc2=\u1fca\u0345 \u1fc4=\u0389\u0345 \u1fc6=\u0397\u0342 \u1fc7=\u0397\u0342\u0345 \u1fd2=\u0399\u0308\u0300 " +
	"\u1fd3=\u0399\u0308\u0301 \u1fd6=\u0399\u0342 \u1fd7=\u0399\u0308\u0342 \u1fe2=\u03a5\u0308\u0300 " +
	"\u1fe3=\u03a5\u0308\u0301 \u1fe4=\u03a1\u0313 \u1fe6=\u03a5\u0342 \u1fe7=\u03a5\u0308\u0342 \u1ff2=\u1ffa\u0345 " +
	"\u1ff4=\u038f\u0345 \u1ff6=\u03a9\u0342 \u1ff7=\u03a9\u0342\u0345 \ufb00=\u0046\u0066 \ufb01=\u0046\u0069 " +
	"\ufb02=\u0046\u006c \ufb03=\u0046\u0066\u0069 \ufb04=\u0046\u0066\u006c \ufb05=\u0053\u0074 \ufb06=\u0053\u0074 " +
	"\ufb13=\u0544\u0576 \ufb14=\u0544\u0565 \ufb15=\u0544\u056b \ufb16=\u054e\u0576 \ufb17=\u0544\u056d")

func wordMap(text string) map[rune]string {
	all := map[rune]string{}
	for _, pair := range strings.Fields(text) {
		from, to, _ := strings.Cut(pair, "=")
		r, _ := utf8.DecodeRuneInString(from)
		all[r] = to
	}
	return all
}

// mapCase maps every character: by one table if it is there, else by f.
func mapCase(s string, long map[rune]string, f func(rune) rune) string {
	if isASCII(s) {
		return strings.Map(f, s)
	}
	var out strings.Builder
	for _, r := range runesOf(s) {
		if text, ok := long[r]; ok {
			out.WriteString(text)
		} else if isSurrogate(r) {
			out.Write(appendRune(nil, r))
		} else {
			out.WriteRune(f(r))
		}
	}
	return out.String()
}

func upper(s string) string { return mapCase(s, longUpper, unicode.ToUpper) }

func lower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	runes := runesOf(s)
	var out []byte
	for i := range runes {
		out = append(out, lowerAt(runes, i)...)
	}
	return string(out)
}

// lowerAt mirrors lower_ucs4: a sigma at the end of a word is another letter.
func lowerAt(runes []rune, i int) string {
	switch r := runes[i]; {
	case r == 'Σ' && finalSigma(runes, i):
		return "ς"
	case r == 'İ':
		return "i\u0307"
	case isSurrogate(r):
		return string(appendRune(nil, r))
	default:
		return string(unicode.ToLower(r))
	}
}

// finalSigma mirrors handle_capital_sigma in Objects/unicodeobject.c.
func finalSigma(s []rune, at int) bool {
	before := at - 1
	for before >= 0 && caseIgnorable(s[before]) {
		before--
	}
	if before < 0 || !isCased(s[before]) {
		return false
	}
	after := at + 1
	for after < len(s) && caseIgnorable(s[after]) {
		after++
	}
	return after == len(s) || !isCased(s[after])
}

func caseIgnorable(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk) || strings.ContainsRune("'.:·’", r)
}

func capitalize(s string) string {
	runes := runesOf(s)
	var out []byte
	for i, r := range runes {
		if i == 0 {
			out = append(out, titleOf(r)...)
		} else {
			out = append(out, lowerAt(runes, i)...)
		}
	}
	return string(out)
}

func titleOf(r rune) string {
	if isSurrogate(r) {
		return string(appendRune(nil, r))
	}
	return mapCase(string(r), longTitle, unicode.ToTitle)
}

// title mirrors do_title: a cased character after an uncased one is upper.
func title(s string) string {
	runes := runesOf(s)
	var out []byte
	previous := false
	for i, r := range runes {
		if previous {
			out = append(out, lowerAt(runes, i)...)
		} else {
			out = append(out, titleOf(r)...)
		}
		previous = isCased(r)
	}
	return string(out)
}

func swapcase(s string) string {
	runes := runesOf(s)
	var out []byte
	for i, r := range runes {
		switch {
		case isUpper(r):
			out = append(out, lowerAt(runes, i)...)
		case isLower(r):
			out = append(out, upper(string(r))...)
		default:
			out = appendRune(out, r)
		}
	}
	return string(out)
}
