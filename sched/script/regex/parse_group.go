package regex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// parenthesis reads what follows an opening one; nil: it was a comment or
// flags.
func (r *reader) parenthesis(first bool) *node {
	begin := r.at - 1
	if !r.take("?") {
		return r.capture(begin, "")
	}
	if !r.more() {
		r.fail(r.at, "unexpected end of pattern")
	}
	switch c := r.peek(); {
	case c == 'P':
		r.at++
		return r.named(begin)
	case c == ':':
		r.at++
		return r.closed(begin, &node{kind: group, flags: r.flags})
	case c == '#':
		for r.more() && r.peek() != ')' {
			r.at++
		}
		if !r.take(")") {
			r.fail(begin, "missing ), unterminated comment")
		}
		return nil
	case c == '>':
		r.at++
		return r.closed(begin, &node{kind: atomic})
	case c == '=' || c == '!' || c == '<':
		return r.look(begin)
	case c == '(':
		r.at++
		return r.conditional(begin)
	case strings.ContainsRune("aiLmsux-", c):
		return r.inline(begin, first)
	}
	r.at++
	r.fail(begin+1, "unknown extension ?"+string(r.text[r.at-1]))
	return nil
}

// closed reads the inner part of a group up to its end.
func (r *reader) closed(begin int, n *node) *node {
	flags := r.flags
	n.parts = []*node{r.alternatives()}
	if !r.take(")") {
		r.fail(begin, "missing ), unterminated subpattern")
	}
	r.flags = flags
	return n
}

func (r *reader) capture(begin int, name string) *node {
	r.groups++
	n := &node{kind: group, group: r.groups, flags: r.flags}
	if name != "" {
		for _, old := range r.names {
			if old.Name == name {
				r.fail(begin+4, fmt.Sprintf("redefinition of group name '%s' as group %d; was group %d", name, r.groups, old.Group))
			}
		}
		r.names = append(r.names, Name{name, r.groups})
	}
	r.open = append(r.open, n.group)
	made := r.closed(begin, n)
	r.open = r.open[:len(r.open)-1]
	return made
}

// until reads a name up to an end.
func (r *reader) until(end rune, what string) (string, int) {
	from := r.at
	for r.more() && r.peek() != end {
		r.at++
	}
	name := string(r.text[from:r.at])
	if !r.more() {
		if name == "" {
			r.fail(from, "missing "+what)
		}
		r.fail(from, "missing "+string(end)+", unterminated name")
	}
	r.at++
	if name == "" {
		r.fail(from, "missing "+what)
	}
	return name, from
}

func isIdentifier(s string) bool {
	for i, c := range s {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return s != ""
}

func (r *reader) named(begin int) *node {
	switch {
	case r.take("<"):
		name, at := r.until('>', "group name")
		if !isIdentifier(name) {
			r.fail(at, "bad character in group name "+quoted(name))
		}
		return r.capture(begin, name)
	case r.take("="):
		name, at := r.until(')', "group name")
		if !isIdentifier(name) {
			r.fail(at, "bad character in group name "+quoted(name))
		}
		i := slices.IndexFunc(r.names, func(n Name) bool { return n.Name == name })
		if i < 0 {
			r.fail(at, "unknown group name "+quoted(name))
		}
		return r.reference(r.names[i].Group, at)
	}
	if !r.more() {
		r.fail(r.at, "unexpected end of pattern")
	}
	r.at++
	r.fail(begin+1, "unknown extension ?P"+string(r.text[r.at-1]))
	return nil
}

func quoted(s string) string { return "'" + s + "'" }

func (r *reader) reference(n, at int) *node {
	if slices.Contains(r.open, n) {
		r.fail(at, "cannot refer to an open group")
	}
	return &node{kind: backref, group: n, flags: r.flags}
}

func (r *reader) look(begin int) *node {
	n := &node{kind: look, behind: -1}
	if r.take("<") {
		n.behind = 0
		if !r.more() {
			r.fail(r.at, "unexpected end of pattern")
		}
		if c := r.peek(); c != '=' && c != '!' {
			r.at++
			r.fail(begin+1, "unknown extension ?<"+string(c))
		}
	}
	n.negative = r.peek() == '!'
	r.at++
	n = r.closed(begin, n)
	if n.behind == 0 {
		low, high := width(n.parts[0])
		if low != high {
			r.uneven = true
		}
		n.behind = low
	}
	return n
}

func (r *reader) conditional(begin int) *node {
	name, at := r.until(')', "group name")
	n := &node{kind: choose}
	if i := slices.IndexFunc(r.names, func(n Name) bool { return n.Name == name }); i >= 0 {
		n.group = r.names[i].Group
	} else if number, err := strconv.Atoi(name); err == nil {
		if n.group = number; number == 0 {
			r.fail(at, "bad group number")
		}
		if number > r.groups {
			r.fail(at, "invalid group reference "+name)
		}
	} else if isIdentifier(name) {
		r.fail(at, "unknown group name "+quoted(name))
	} else {
		r.fail(at, "bad character in group name "+quoted(name))
	}
	n.parts = []*node{r.sequence()}
	if r.take("|") {
		n.parts = append(n.parts, r.sequence())
		if r.peek() == '|' {
			r.fail(r.at, "conditional backref with more than two branches")
		}
	}
	if !r.take(")") {
		r.fail(begin, "missing ), unterminated subpattern")
	}
	return n
}

var flagLetters = map[rune]int{'i': IgnoreCase, 'm': Multiline, 's': DotAll, 'x': Verbose, 'a': ASCII, 'u': Unicode, 'L': Locale}

// inline reads (?flags) and (?flags-flags:…). It mirrors _parse_flags.
func (r *reader) inline(begin int, first bool) *node {
	add, drop := 0, 0
	if r.peek() != '-' {
		add = r.letters("missing -, : or )", ")-:")
	}
	if r.take(")") {
		if begin != 0 && !(first && begin == 0) {
			r.fail(begin, "global flags not at the start of the expression")
		}
		r.setFlags(add, 0)
		return nil
	}
	if r.take("-") {
		if !r.more() {
			r.fail(r.at, "missing flag")
		}
		if flagLetters[r.peek()] == 0 {
			r.wrongFlag("missing flag")
		}
		drop = r.letters("missing :", ":")
		if drop&(ASCII|Unicode) != 0 {
			r.fail(r.at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
		}
	}
	r.take(":")
	if add&drop != 0 {
		r.fail(r.at-1, "bad inline flags: flag turned on and off")
	}
	outer := r.flags
	r.setFlags(add, drop)
	n := &node{kind: group, flags: r.flags, parts: []*node{r.alternatives()}}
	if !r.take(")") {
		r.fail(begin, "missing ), unterminated subpattern")
	}
	r.flags = outer
	return n
}

// wrongFlag tells of a letter that is no flag, or of what is missing.
func (r *reader) wrongFlag(missing string) {
	if unicode.IsLetter(r.peek()) {
		missing = "unknown flag"
	}
	r.fail(r.at, missing)
}

// letters reads flags up to one of some characters, without which missing is
// the error.
func (r *reader) letters(missing, ends string) int {
	all := 0
	for {
		f := flagLetters[r.peek()]
		switch {
		case !r.more():
			r.fail(r.at, missing)
		case strings.ContainsRune(ends, r.peek()):
			return all
		case f == 0:
			r.wrongFlag(missing)
		case f == Locale:
			r.fail(r.at+1, "bad inline flags: cannot use 'L' flag with a str pattern")
		}
		r.at++
		all |= f
		if f&(ASCII|Unicode) != 0 && all&(ASCII|Unicode) != f {
			r.fail(r.at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
		}
	}
}

func (r *reader) setFlags(add, drop int) {
	if add&ASCII != 0 {
		drop |= Unicode
	}
	if add&Unicode != 0 {
		drop |= ASCII
	}
	r.flags = r.flags&^drop | add
}
