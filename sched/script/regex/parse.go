package regex

import "strings"

const forever = 1<<31 - 1 // the upper bound of a repetition without one

// A kind says what a node is.
type kind int

const (
	literal kind = iota
	anyChar
	oneOf
	start       // ^
	end         // $
	textStart   // \A
	textEnd     // \Z
	boundary    // \b
	notBoundary // \B
	sequence
	branch
	group   // capturing if group > 0
	repeat  // of parts[0]
	backref // to group
	look    // ahead or behind
	choose  // (?(group)parts[0]|parts[1])
	atomic
	never // what an empty negative look is
)

// A node is a part of an expression.
type node struct {
	kind      kind
	char      rune
	set       *set
	parts     []*node
	group     int
	low, high int // of a repeat
	how       repeatKind
	negative  bool // of a look
	behind    int  // of a look: how many characters back; -1: ahead
	flags     int
}

type repeatKind int

const (
	greedy repeatKind = iota
	lazy
	possessive
)

// A reader parses one pattern, as Lib/re/_parser.py does.
type reader struct {
	text   []rune
	at     int
	flags  int
	groups int
	names  []Name
	open   []int // groups that have not ended
	uneven bool  // a look behind can be of several widths: told when all else is right
}

func (r *reader) fail(at int, message string) { panic(&Error{message, at}) }

func (r *reader) more() bool { return r.at < len(r.text) }

// peek gives the next character, 0 at the end.
func (r *reader) peek() rune {
	if r.more() {
		return r.text[r.at]
	}
	return 0
}

// take goes past a text if it is next.
func (r *reader) take(s string) bool {
	want := []rune(s)
	if r.at+len(want) > len(r.text) || string(r.text[r.at:r.at+len(want)]) != s {
		return false
	}
	r.at += len(want)
	return true
}

func (r *reader) whole() *node {
	n := r.alternatives()
	if r.more() {
		r.fail(r.at, "unbalanced parenthesis")
	}
	if r.uneven {
		r.fail(-1, "look-behind requires fixed-width pattern")
	}
	return n
}

func (r *reader) alternatives() *node {
	flags := r.flags
	parts := []*node{r.sequence()}
	for r.take("|") {
		parts = append(parts, r.sequence())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return &node{kind: branch, parts: parts, flags: flags}
}

func (r *reader) sequence() *node {
	n := &node{kind: sequence}
	for r.more() && r.peek() != '|' && r.peek() != ')' {
		if r.flags&Verbose != 0 && r.blank() {
			continue
		}
		if strings.ContainsRune("*+?{", r.peek()) {
			if r.repetition(n) {
				continue
			}
		}
		if made := r.item(len(n.parts) == 0); made != nil {
			n.parts = append(n.parts, made)
		}
	}
	return n
}

// blank passes over what a verbose pattern does not mean.
func (r *reader) blank() bool {
	if strings.ContainsRune(" \t\n\r\v\f", r.peek()) {
		r.at++
		return true
	}
	if r.peek() != '#' {
		return false
	}
	for r.more() && r.peek() != '\n' {
		r.at++
	}
	return true
}

func (r *reader) item(first bool) *node {
	n := &node{flags: r.flags}
	c := r.text[r.at]
	r.at++
	switch c {
	case '.':
		n.kind = anyChar
	case '^':
		n.kind = start
	case '$':
		n.kind = end
	case '[':
		n.kind, n.set = oneOf, r.charSet()
	case '(':
		return r.parenthesis(first)
	case '\\':
		return r.escape()
	default:
		n.kind, n.char = literal, c
	}
	return n
}

// repetition reads a quantifier of the last item; false: it is a plain brace.
func (r *reader) repetition(n *node) bool {
	begin := r.at
	low, high := 0, forever
	switch c := r.peek(); c {
	case '*':
	case '+':
		low = 1
	case '?':
		high = 1
	default:
		var ok bool
		if low, high, ok = r.braces(); !ok {
			r.at = begin
			return false
		}
		r.at--
	}
	r.at++
	if len(n.parts) == 0 || isPlace(n.parts[len(n.parts)-1]) {
		r.fail(begin, "nothing to repeat")
	}
	last := n.parts[len(n.parts)-1]
	if last.kind == repeat {
		r.fail(begin, "multiple repeat")
	}
	made := &node{kind: repeat, parts: []*node{last}, low: low, high: high, flags: r.flags}
	switch {
	case r.take("?"):
		made.how = lazy
	case r.take("+"):
		made.how = possessive
	}
	n.parts[len(n.parts)-1] = made
	return true
}

func isPlace(n *node) bool { return n.kind >= start && n.kind <= notBoundary }

// braces reads {m,n}, and stands behind it.
func (r *reader) braces() (low, high int, ok bool) {
	begin := r.at
	r.at++
	if r.peek() == '}' {
		return 0, 0, false
	}
	number := func(otherwise int) (int, bool) {
		n, some := 0, false
		for r.peek() >= '0' && r.peek() <= '9' {
			n, some = min(n*10+int(r.peek()-'0'), forever), true
			r.at++
		}
		if !some {
			return otherwise, false
		}
		return n, true
	}
	low, some := number(0)
	high = low
	if r.take(",") {
		high, _ = number(forever)
	} else if !some {
		return 0, 0, false
	}
	if !r.take("}") {
		return 0, 0, false
	}
	if high < low {
		r.fail(begin+1, "min repeat greater than max repeat")
	}
	return low, high, true
}

// width gives how many characters a node can match.
func width(n *node) (low, high int) {
	switch n.kind {
	case literal, anyChar, oneOf:
		return 1, 1
	case sequence, group, atomic:
		for _, p := range n.parts {
			l, h := width(p)
			low, high = low+l, min(high+h, forever)
		}
	case branch, choose:
		low = forever
		for _, p := range n.parts {
			l, h := width(p)
			low, high = min(low, l), max(high, h)
		}
		if n.kind == choose && len(n.parts) == 1 {
			low = 0
		}
	case repeat:
		l, h := width(n.parts[0])
		low, high = l*n.low, forever
		if n.high < forever && h < forever {
			high = h * n.high
		}
		if h == 0 {
			high = 0
		}
	case backref:
		return 0, forever
	}
	return low, high
}
