package presets

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"loopscope/sched/trace"
)

// A Preset is a lesson: a program and what is to be said about it.
type Preset struct {
	Number  int    // place among the lessons, from 1; 0: a companion, or a user's own file
	Name    string // what a user types: wait-all-completed
	Title   string // first line of the docstring, else the name
	Summary string // one line for the picker; may be empty
	Story   string // the docstring after title and summary, dedented; may be empty

	Listing  trace.Listing // its Name is without the number: wait_all_completed.py
	Body     int           // line after the docstring, from 1; 1 without one
	Comments []int         // lines that hold only a note, prediction or check, ascending

	Notes       []Note       // ascending by line, one a line
	Predictions []Prediction // ascending by line, in the order written
	Checks      []Check      // in the order written

	// Compare names the programs to compare with. Those of a lesson have their
	// source; Parse, which reads no files, knows only their names.
	Compare []trace.Listing
}

// A Note is a remark on one line of code.
type Note struct {
	Line int // from 1
	Text string
}

// A Prediction asks what will happen before the code on Line runs.
type Prediction struct {
	Line     int // of the code, from 1
	Question string
	Answers  []string
	Right    []int // indexes into Answers, ascending, at least one
}

// A Check is a promise about the finished run, in the language of the package
// documentation.
type Check struct {
	Line int // where it is written, from 1
	Text string
}

// ErrUnknown is wrapped by Find's errors.
var ErrUnknown = errors.New("no such lesson")

//go:embed [0-9][0-9]_*.py compare/*.py
var files embed.FS

// Note returns the note on a line, "" if there is none.
func (p Preset) Note(line int) string {
	i, found := slices.BinarySearchFunc(p.Notes, line, func(n Note, line int) int { return n.Line - line })
	if !found {
		return ""
	}
	return p.Notes[i].Text
}

// All returns the lessons in their order.
func All() []Preset { return slices.Clone(registry().lessons) }

// Companions returns the programs that lessons are compared with, by name.
func Companions() []Preset { return slices.Clone(registry().companions) }

// Find returns a lesson by its number, its name or a prefix that only one has,
// or a companion by its name. Case does not matter, and an underscore is as
// good as a dash. The error wraps ErrUnknown and names the nearest lessons.
func Find(nameOrNumber string) (Preset, error) {
	name := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(nameOrNumber)), "_", "-")
	lessons, companions := registry().lessons, registry().companions
	if n, err := strconv.Atoi(name); err == nil {
		if n < 1 || n > len(lessons) {
			return Preset{}, fmt.Errorf("%w: %d; they are numbered 1 to %d, and `loopscope lessons` lists them",
				ErrUnknown, n, len(lessons))
		}
		return lessons[n-1], nil
	}
	for _, p := range slices.Concat(lessons, companions) {
		if p.Name == name {
			return p, nil
		}
	}
	var matches []Preset
	for _, p := range lessons {
		if name != "" && strings.HasPrefix(p.Name, name) {
			matches = append(matches, p)
		}
	}
	if len(matches) == 1 {
		return matches[0], nil
	}
	near := namesOf(matches)
	if len(near) == 0 {
		near = Nearest(name, namesOf(lessons))
	}
	hint := ""
	if len(near) > 0 {
		hint = "did you mean " + alternatives(near) + "? "
	}
	return Preset{}, fmt.Errorf("%w: %q; %s`loopscope lessons` lists them", ErrUnknown, nameOrNumber, hint)
}

type lists struct{ lessons, companions []Preset }

// registry parses the embedded files, once. The tests parse every one of them,
// so a fault here is one of this package.
var registry = sync.OnceValue(func() lists {
	var l lists
	for _, path := range paths("compare/*.py") {
		l.companions = append(l.companions, embedded(path))
	}
	for i, path := range paths("[0-9][0-9]_*.py") {
		p := embedded(path)
		p.Number = i + 1
		if path[:2] != fmt.Sprintf("%02d", p.Number) {
			panic(fmt.Sprintf("presets: internal error: %s is lesson %d", path, p.Number))
		}
		for j, want := range p.Compare {
			k := slices.IndexFunc(l.companions, func(c Preset) bool { return c.Listing.Name == want.Name })
			if k < 0 {
				panic(fmt.Sprintf("presets: internal error: %s compares with %s, which is not there", path, want.Name))
			}
			p.Compare[j] = l.companions[k].Listing
		}
		l.lessons = append(l.lessons, p)
	}
	return l
})

func paths(pattern string) []string {
	found, err := fs.Glob(files, pattern)
	if err != nil {
		panic("presets: internal error: " + err.Error())
	}
	return found // sorted, as directories are
}

func embedded(path string) Preset {
	source, err := fs.ReadFile(files, path)
	if err != nil {
		panic("presets: internal error: " + err.Error())
	}
	name := strings.TrimLeft(strings.TrimPrefix(path, "compare/"), "0123456789_")
	p, err := Parse(trace.Listing{Name: name, Source: string(source)})
	if err != nil {
		panic("presets: internal error: " + err.Error())
	}
	return p
}

func namesOf(presets []Preset) []string {
	names := make([]string, len(presets))
	for i, p := range presets {
		names[i] = p.Name
	}
	return names
}

// Nearest returns up to three names that a typist may have meant, the nearest
// first: those with name in them, and those at most a third of it away.
func Nearest(name string, names []string) []string {
	distance := func(candidate string) int {
		if name != "" && strings.Contains(candidate, name) {
			return 0
		}
		return editDistance(name, candidate)
	}
	near := slices.DeleteFunc(slices.Clone(names), func(n string) bool {
		return distance(n) > max(len(name), 3)/3
	})
	slices.SortStableFunc(near, func(a, b string) int { return distance(a) - distance(b) })
	return near[:min(len(near), 3)]
}

// editDistance counts the letters to insert, delete, replace or swap with their
// neighbours to make b of a.
func editDistance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		for j := range rows[i] {
			rows[i][j] = distanceAt(rows, a[:i], b[:j])
		}
	}
	return rows[len(a)][len(b)]
}

// distanceAt gives the distance of two beginnings from those of shorter ones.
func distanceAt(rows [][]int, a, b string) int {
	i, j := len(a), len(b)
	if i == 0 || j == 0 {
		return i + j
	}
	replaced := rows[i-1][j-1]
	if a[i-1] != b[j-1] {
		replaced++
	}
	least := min(replaced, rows[i-1][j]+1, rows[i][j-1]+1)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		least = min(least, rows[i-2][j-2]+1)
	}
	return least
}

// alternatives joins names as a sentence does: a, b or c.
func alternatives(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
