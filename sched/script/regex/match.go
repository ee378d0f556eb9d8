package regex

import "unicode"

// A rest is what is to match after a node; it says whether all of it does.
type rest func(m *matching, i int) bool

// A matcher matches a node from a place, and then the rest.
type matcher func(m *matching, i int, k rest) bool

// A matching is one attempt.
type matching struct {
	text  []rune
	end   int // where the text ends for this attempt
	marks []int
	steps func() error // asked now and then whether to go on
	err   error
	depth int
	last  int // the group that ended last
}

// maxDepth is how many continuations may wait for one another: the Go stack
// must hold them.
const maxDepth = 200_000

// TooDeep is the error of a match that needs more.
var TooDeep = &Error{"too deep", -1}

// step counts one; false ends the attempt.
func (m *matching) step() bool {
	if m.err == nil {
		m.err = m.steps()
	}
	return m.err == nil
}

// A Search says where to look in a text.
type Search struct {
	Text       []rune
	Start, End int
	Anchored   bool // match only at Start
	Full       bool // match up to End
	NotEmpty   bool // an empty match at Start does not count
	Steps      func() error
}

// A Found is a match: the places of the groups, two for each, -1 for one that
// took no part, and the group that ended last, 0 for none.
type Found struct {
	Marks []int
	Last  int
}

// Find gives the first match; nil: there is none.
func (p *Pattern) Find(s Search) (*Found, error) {
	m := &matching{text: s.Text, end: s.End, steps: s.Steps, marks: make([]int, 2*p.Groups+2)}
	for i := s.Start; i <= s.End; i++ {
		for j := range m.marks {
			m.marks[j] = -1
		}
		m.last = 0
		done := p.match(m, i, func(m *matching, j int) bool {
			if s.Full && j != s.End || s.NotEmpty && j == s.Start && i == s.Start {
				return false
			}
			m.marks[0], m.marks[1] = i, j
			return true
		})
		if m.err != nil {
			return nil, m.err
		}
		if done {
			return &Found{m.marks, m.last}, nil
		}
		if s.Anchored || !m.step() {
			break
		}
	}
	return nil, m.err
}

type compiler struct{}

func (c *compiler) node(n *node) matcher {
	switch n.kind {
	case literal, anyChar, oneOf:
		test := single(n)
		return func(m *matching, i int, k rest) bool { return i < m.end && test(m.text[i]) && k(m, i+1) }
	case sequence:
		return c.sequence(n.parts)
	case branch:
		return c.branch(n)
	case group:
		return c.group(n)
	case repeat:
		return c.repeat(n)
	case backref:
		return reference(n)
	case look:
		return c.look(n)
	case choose:
		return c.choose(n)
	case atomic:
		return whole(c.node(n.parts[0]))
	}
	return place(n)
}

// single gives the test of a node that matches one character.
func single(n *node) func(rune) bool {
	flags := n.flags
	switch {
	case n.kind == anyChar && flags&DotAll != 0:
		return func(rune) bool { return true }
	case n.kind == anyChar:
		return func(r rune) bool { return r != '\n' }
	case n.kind == oneOf:
		return func(r rune) bool { return n.set.has(r, flags) }
	case flags&IgnoreCase != 0:
		return func(r rune) bool { return same(r, n.char, flags) }
	}
	return func(r rune) bool { return r == n.char }
}

// same compares without regard to case.
func same(a, b rune, flags int) bool {
	if a == b {
		return true
	}
	if flags&ASCII != 0 && (a > unicode.MaxASCII || b > unicode.MaxASCII) {
		return false
	}
	for f := unicode.SimpleFold(a); f != a; f = unicode.SimpleFold(f) {
		if f == b {
			return true
		}
	}
	return false
}

func (c *compiler) sequence(parts []*node) matcher {
	switch len(parts) {
	case 0:
		return func(m *matching, i int, k rest) bool { return k(m, i) }
	case 1:
		return c.node(parts[0])
	}
	first, others := c.node(parts[0]), c.sequence(parts[1:])
	return func(m *matching, i int, k rest) bool {
		return first(m, i, func(m *matching, i int) bool { return others(m, i, k) })
	}
}

func (c *compiler) branch(n *node) matcher {
	all := make([]matcher, len(n.parts))
	for i, p := range n.parts {
		all[i] = c.node(p)
	}
	return func(m *matching, i int, k rest) bool {
		for _, one := range all {
			if one(m, i, k) {
				return true
			}
			if !m.step() {
				return false
			}
		}
		return false
	}
}

func (c *compiler) group(n *node) matcher {
	inner := c.node(n.parts[0])
	if n.group == 0 {
		return inner
	}
	g := n.group
	return func(m *matching, i int, k rest) bool {
		return inner(m, i, func(m *matching, j int) bool {
			from, to, last := m.marks[2*g], m.marks[2*g+1], m.last
			m.marks[2*g], m.marks[2*g+1], m.last = i, j, g
			if k(m, j) {
				return true
			}
			m.marks[2*g], m.marks[2*g+1], m.last = from, to, last
			return false
		})
	}
}

// alone matches without a rest and gives the end, -1 for no match.
func alone(m *matching, inner matcher, i int) int {
	at := -1
	inner(m, i, func(_ *matching, j int) bool {
		at = j
		return true
	})
	return at
}

// whole makes a matcher that tries one way only.
func whole(inner matcher) matcher {
	return func(m *matching, i int, k rest) bool {
		marks, last := append([]int(nil), m.marks...), m.last
		if at := alone(m, inner, i); at >= 0 && k(m, at) {
			return true
		}
		copy(m.marks, marks)
		m.last = last
		return false
	}
}

func (c *compiler) look(n *node) matcher {
	inner := c.node(n.parts[0])
	return func(m *matching, i int, k rest) bool {
		from := i
		if n.behind >= 0 {
			from -= n.behind
		}
		marks, last := append([]int(nil), m.marks...), m.last
		found := from >= 0 && alone(m, inner, from) >= 0
		if found == n.negative || m.err != nil {
			copy(m.marks, marks)
			m.last = last
			return false
		}
		if n.negative {
			copy(m.marks, marks)
			m.last = last
		}
		if k(m, i) {
			return true
		}
		copy(m.marks, marks)
		m.last = last
		return false
	}
}

func (c *compiler) choose(n *node) matcher {
	yes := c.node(n.parts[0])
	no := func(m *matching, i int, k rest) bool { return k(m, i) }
	if len(n.parts) > 1 {
		no = c.node(n.parts[1])
	}
	return func(m *matching, i int, k rest) bool {
		if m.marks[2*n.group+1] >= 0 {
			return yes(m, i, k)
		}
		return no(m, i, k)
	}
}

func reference(n *node) matcher {
	return func(m *matching, i int, k rest) bool {
		from, to := m.marks[2*n.group], m.marks[2*n.group+1]
		if to < 0 || i+to-from > m.end {
			return false
		}
		for j := from; j < to; j++ {
			a, b := m.text[j], m.text[i+j-from]
			if a != b && !(n.flags&IgnoreCase != 0 && same(a, b, n.flags)) {
				return false
			}
		}
		return k(m, i+to-from)
	}
}

// place matches between characters.
func place(n *node) matcher {
	word := func(m *matching, i int) bool {
		return i >= 0 && i < m.end && class{letter: 'w'}.has(m.text[i], n.flags)
	}
	var holds func(m *matching, i int) bool
	switch n.kind {
	case start:
		holds = func(m *matching, i int) bool {
			return i == 0 || n.flags&Multiline != 0 && m.text[i-1] == '\n'
		}
	case end:
		holds = func(m *matching, i int) bool {
			return i == m.end || i == m.end-1 && m.text[i] == '\n' || n.flags&Multiline != 0 && m.text[i] == '\n'
		}
	case textStart:
		holds = func(_ *matching, i int) bool { return i == 0 }
	case textEnd:
		holds = func(m *matching, i int) bool { return i == m.end }
	default:
		holds = func(m *matching, i int) bool {
			return m.end > 0 && (word(m, i-1) != word(m, i)) == (n.kind == boundary)
		}
	}
	return func(m *matching, i int, k rest) bool { return holds(m, i) && k(m, i) }
}
