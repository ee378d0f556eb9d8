package regex

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A set is [...], or a class such as \d.
type set struct {
	negative bool
	ranges   [][2]rune
	classes  []class
}

// A class is \d, \w or \s; a negative one \D, \W or \S.
type class struct {
	letter   rune
	negative bool
}

func (c class) has(r rune, flags int) bool {
	if flags&ASCII != 0 && r > unicode.MaxASCII {
		return c.negative
	}
	var in bool
	switch c.letter {
	case 'd':
		in = unicode.IsDigit(r)
	case 's':
		in = unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
	default:
		in = isWord(r)
	}
	return in != c.negative
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func (s *set) plainHas(r rune, flags int) bool {
	for _, p := range s.ranges {
		if p[0] <= r && r <= p[1] {
			return true
		}
	}
	for _, c := range s.classes {
		if c.has(r, flags) {
			return true
		}
	}
	return false
}

func (s *set) has(r rune, flags int) bool {
	in := s.plainHas(r, flags)
	if flags&IgnoreCase != 0 && !in {
		for f := unicode.SimpleFold(r); f != r && !in; f = unicode.SimpleFold(f) {
			if flags&ASCII != 0 && f > unicode.MaxASCII {
				continue
			}
			in = s.plainHas(f, flags)
		}
	}
	return in != s.negative
}

// charSet reads what follows an opening bracket.
func (r *reader) charSet() *set {
	begin := r.at - 1
	s := &set{negative: r.take("^")}
	for first := true; ; first = false {
		if !r.more() {
			r.fail(begin, "unterminated character set")
		}
		if r.peek() == ']' && !first {
			r.at++
			return s
		}
		from := r.at
		low, c := r.setItem(begin)
		if !r.more() {
			r.fail(begin, "unterminated character set")
		}
		if r.peek() != '-' || r.at+1 < len(r.text) && r.text[r.at+1] == ']' {
			s.add(low, low, c)
			continue
		}
		r.at++
		if !r.more() {
			r.fail(begin, "unterminated character set")
		}
		high, c2 := r.setItem(begin)
		shown := string(r.text[from:r.at])
		if c != nil || c2 != nil || high < low {
			r.fail(from, "bad character range "+shown)
		}
		s.add(low, high, nil)
	}
}

func (s *set) add(low, high rune, c *class) {
	if c != nil {
		s.classes = append(s.classes, *c)
		return
	}
	s.ranges = append(s.ranges, [2]rune{low, high})
}

// setItem reads a character or a class within brackets.
func (r *reader) setItem(begin int) (rune, *class) {
	c := r.text[r.at]
	r.at++
	if c != '\\' {
		return c, nil
	}
	if !r.more() {
		r.fail(begin, "unterminated character set")
	}
	at := r.at - 1
	c = r.text[r.at]
	r.at++
	if cl := classOf(c); cl != nil {
		return 0, cl
	}
	switch {
	case c == 'b':
		return '\b', nil
	case c >= '0' && c <= '7':
		r.at--
		return r.octal(3, at), nil
	case c >= '8' && c <= '9':
		r.fail(at, `bad escape \`+string(c))
	}
	return r.character(c, at), nil
}

func classOf(c rune) *class {
	if strings.ContainsRune("dws", c) {
		return &class{letter: c}
	}
	if strings.ContainsRune("DWS", c) {
		return &class{letter: unicode.ToLower(c), negative: true}
	}
	return nil
}

// octal reads up to n octal digits.
func (r *reader) octal(n, at int) rune {
	value := rune(0)
	for ; n > 0 && r.peek() >= '0' && r.peek() <= '7'; n-- {
		value = value*8 + r.peek() - '0'
		r.at++
	}
	if value > 0o377 {
		r.fail(at, fmt.Sprintf(`octal escape value %s outside of range 0-0o377`, string(r.text[at:r.at])))
	}
	return value
}

// character gives what an escape means that is a character.
func (r *reader) character(c rune, at int) rune {
	if i := strings.IndexRune("abfnrtv", c); i >= 0 {
		return []rune("\a\b\f\n\r\t\v")[i]
	}
	if size := map[rune]int{'x': 2, 'u': 4, 'U': 8}[c]; size > 0 {
		from := r.at
		for r.at-from < size && isHex(r.peek()) {
			r.at++
		}
		n, err := strconv.ParseUint(string(r.text[from:r.at]), 16, 32)
		if r.at-from < size || err != nil {
			r.fail(at, "incomplete escape "+string(r.text[at:r.at]))
		}
		if n > unicode.MaxRune {
			r.fail(at, "bad escape "+string(r.text[at:r.at]))
		}
		return rune(n)
	}
	if c == 'N' && ByName != nil {
		return r.byName()
	}
	if c <= unicode.MaxASCII && unicode.IsLetter(c) {
		r.fail(at, `bad escape \`+string(c))
	}
	return c
}

// ByName gives a character by its Unicode name; nil: patterns have no \N{name}.
var ByName func(name string) (rune, bool)

// byName reads what follows \N.
func (r *reader) byName() rune {
	if !r.take("{") {
		r.fail(r.at, "missing {")
	}
	name, begin := r.until('}', "character name")
	c, ok := ByName(name)
	if !ok {
		r.fail(begin-len(`\N{`), "undefined character name "+quoted(name))
	}
	return c
}

func isHex(c rune) bool { return c != 0 && strings.ContainsRune("0123456789abcdefABCDEF", c) }

// escape reads what follows a backslash outside brackets.
func (r *reader) escape() *node {
	at := r.at - 1
	if !r.more() {
		r.fail(at, "bad escape (end of pattern)")
	}
	c := r.text[r.at]
	r.at++
	n := &node{kind: literal, flags: r.flags}
	if places := map[rune]kind{'A': textStart, 'Z': textEnd, 'b': boundary, 'B': notBoundary}; places[c] != 0 {
		n.kind = places[c]
		return n
	}
	if cl := classOf(c); cl != nil {
		n.kind, n.set = oneOf, &set{classes: []class{*cl}}
		return n
	}
	switch {
	case c == '0':
		n.char = r.octal(2, at)
		return n
	case c >= '1' && c <= '9':
		return r.digits(c, at)
	}
	n.char = r.character(c, at)
	return n
}

// digits reads a reference to a group, or an octal escape of three digits.
func (r *reader) digits(c rune, at int) *node {
	n := int(c - '0')
	if d := r.peek(); d >= '0' && d <= '9' {
		r.at++
		octal := func(c rune) bool { return c >= '0' && c <= '7' }
		if e := r.peek(); octal(c) && octal(d) && octal(e) {
			r.at -= 2
			return &node{kind: literal, char: r.octal(3, at), flags: r.flags}
		}
		n = n*10 + int(d-'0')
	}
	if n > r.groups {
		r.fail(at+1, fmt.Sprintf("invalid group reference %d", n))
	}
	return r.reference(n, at)
}
