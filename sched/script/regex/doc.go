// Package regex matches the regular expressions of CPython's re (Lib/re and
// Modules/_sre) by backtracking. It knows nothing of scripts: whoever matches
// says how long it may take.
//
// parse.go reads a pattern to a tree of nodes, set.go has its character sets,
// match.go compiles a node to a function that gets what is to match after it.
package regex

import "fmt"

// The flags of re.
const (
	IgnoreCase = 2
	Locale     = 4
	Multiline  = 8
	DotAll     = 16
	Unicode    = 32
	Verbose    = 64
	ASCII      = 256
)

// An Error says what is wrong with a pattern, and at which character of it.
type Error struct {
	Message string
	At      int // -1: at none
}

func (e *Error) Error() string { return fmt.Sprintf("%s at position %d", e.Message, e.At) }

// A Pattern is a compiled expression.
type Pattern struct {
	Flags  int
	Groups int // without the whole match
	Names  []Name
	match  matcher
}

// A Name is the name of a group, in the order of the groups.
type Name struct {
	Name  string
	Group int
}

// Compile reads a pattern. A mistake in it is an *Error.
func Compile(pattern string, flags int) (p *Pattern, err error) {
	r := &reader{text: []rune(pattern), flags: flags}
	defer func() {
		if caught := recover(); caught != nil {
			e, ok := caught.(*Error)
			if !ok {
				panic(caught)
			}
			p, err = nil, e
		}
	}()
	if r.flags&ASCII == 0 {
		r.flags |= Unicode
	}
	tree := r.whole()
	c := &compiler{}
	return &Pattern{Flags: r.flags, Groups: r.groups, Names: r.names, match: c.node(tree)}, nil
}
