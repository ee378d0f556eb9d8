package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// strMoreMethods are the methods of str that are less common.
var strMoreMethods = map[string]nativeFn{
	"casefold":     plainMethod("casefold", casefold),
	"expandtabs":   expandTabs,
	"translate":    translate,
	"isidentifier": strTest("isidentifier", isIdentifier),
	"isprintable": strTest("isprintable", func(s string) bool {
		return !hasSurrogate(s) && strings.IndexFunc(s, func(r rune) bool { return !isPrintable(r) }) < 0
	}),
	"istitle":   strTest("istitle", isTitle),
	"isnumeric": everyRune("isnumeric", isNumeric),
	"isdigit":   everyRune("isdigit", isDigit),
	"isalnum":   everyRune("isalnum", func(r rune) bool { return unicode.IsLetter(r) || isNumeric(r) }),
	"encode": func(_ *machine, self Value, a args) (Value, error) {
		v, err := codecTexts(encodeClinic, a)
		if err != nil {
			return nil, err
		}
		data, err := encode(self.(string), v[0], v[1])
		return byteString(data), err
	},
	"format_map": func(m *machine, self Value, a args) (Value, error) {
		if err := a.between("str.format_map", 1, 1); err != nil {
			return nil, err
		}
		c := &formatter{m: m, mapping: a.pos[0]}
		return c.expand(self.(string), 2)
	},
}

func strTest(name string, ok func(s string) bool) nativeFn {
	return func(_ *machine, self Value, a args) (Value, error) {
		return ok(self.(string)), a.between("str."+name, 0, 0)
	}
}

func casefold(s string) string {
	return mapCase(strings.ReplaceAll(s, "\u0130", "i\u0307"), folded, unicode.ToLower)
}

func inRanges(r rune, pairs []rune) bool {
	for i := 0; i < len(pairs) && pairs[i] <= r; i += 2 {
		if r <= pairs[i+1] {
			return true
		}
	}
	return false
}

func isDigit(r rune) bool { return unicode.IsDigit(r) || inRanges(r, digitRanges) }

func isNumeric(r rune) bool { return unicode.IsNumber(r) || inRanges(r, numericRanges) }

// isIdentifier mirrors str.isidentifier.
func isIdentifier(s string) bool {
	for i, r := range s {
		if r == '_' || unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) {
			continue
		}
		if i == 0 || !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) {
			return false
		}
	}
	return s != ""
}

// isTitle mirrors unicode_istitle_impl.
func isTitle(s string) bool {
	cased, previous := false, false
	for _, r := range s {
		switch {
		case isUpper(r) || unicode.IsTitle(r):
			if previous {
				return false
			}
			cased, previous = true, true
		case isLower(r):
			if !previous {
				return false
			}
			cased, previous = true, true
		default:
			previous = false
		}
	}
	return cased
}

func isUpper(r rune) bool { return unicode.In(r, unicode.Lu, unicode.Other_Uppercase) }
func isLower(r rune) bool { return unicode.In(r, unicode.Ll, unicode.Other_Lowercase) }

var tabsClinic = newClinic("expandtabs", "tabsize=?")

// expandTabs mirrors unicode_expandtabs_impl.
func expandTabs(m *machine, self Value, a args) (Value, error) {
	v, err := tabsClinic.bind(a)
	if err != nil {
		return nil, err
	}
	size, err := sizeOr(v[0], 8)
	if err != nil {
		return nil, err
	}
	var out strings.Builder
	column := 0
	for _, r := range runesOf(self.(string)) {
		switch {
		case r == '\t':
			n := 0
			if size > 0 {
				n = size - column%size
			}
			if err := m.roomText(out.Len() + n); err != nil {
				return nil, err
			}
			column += n
			out.WriteString(strings.Repeat(" ", n))
			continue
		case r == '\n' || r == '\r':
			column = -1
		}
		column++
		out.Write(appendRune(nil, r))
	}
	return out.String(), nil
}

// makeTrans is str.maketrans.
func makeTrans(m *machine, a args) (Value, error) {
	if err := a.between("maketrans", 1, 3); err != nil {
		return nil, err
	}
	d := newDict()
	if len(a.pos) == 1 {
		from, ok := a.pos[0].(*dict)
		if !ok {
			return nil, typeError("if you give only one argument to maketrans it must be a dict")
		}
		for _, e := range from.entries {
			key := e.key
			if key == nil {
				continue
			}
			if text, ok := asStr(key); ok {
				runes := runesOf(text)
				if len(runes) != 1 {
					return nil, valueError("string keys in translate table must be of length 1")
				}
				key = integer(int64(runes[0]))
			} else if _, ok := asBig(key); !ok {
				return nil, typeError("keys in translate table must be strings or integers")
			}
			if err := d.set(m, key, e.value); err != nil {
				return nil, err
			}
		}
		return d, nil
	}
	var texts [3][]rune
	for i, v := range a.pos {
		text, ok := asStr(v)
		if !ok && i > 0 {
			return nil, badArgument("maketrans", fmt.Sprintf("argument %d", i+1), "str", v)
		}
		if !ok {
			continue
		}
		texts[i] = runesOf(text)
	}
	if _, ok := asStr(a.pos[0]); !ok {
		return nil, typeError("first maketrans argument must be a string if there is a second argument")
	}
	if len(texts[0]) != len(texts[1]) {
		return nil, valueError("the first two maketrans arguments must have equal length")
	}
	for i, r := range texts[0] {
		_ = d.set(m, integer(int64(r)), integer(int64(texts[1][i])))
	}
	for _, r := range texts[2] {
		_ = d.set(m, integer(int64(r)), None)
	}
	return d, nil
}

func translate(m *machine, self Value, a args) (Value, error) {
	if err := a.between("str.translate", 1, 1); err != nil {
		return nil, err
	}
	var out []byte
	for _, r := range runesOf(self.(string)) {
		v, err := m.getItem(a.pos[0], integer(int64(r)))
		if e := catchable(err); e != nil && e.cls.is(excTypes["LookupError"]) {
			out = appendRune(out, r)
			continue
		}
		if err != nil {
			return nil, err
		}
		switch to := plain(v).(type) {
		case none:
		case string:
			out = append(out, to...)
		case int64:
			if to < 0 || to > unicode.MaxRune {
				return nil, valueError("character mapping must be in range(0x110000)")
			}
			out = appendRune(out, rune(to))
		default:
			return nil, typeError("character mapping must return integer, None or str")
		}
		if err := m.grown(len(out)); err != nil {
			return nil, err
		}
	}
	return string(slices.Clip(out)), nil
}
