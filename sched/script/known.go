package script

import (
	_ "embed"
	"strings"
)

// knownText lists, for types and modules of CPython 3.13, the attributes that
// dir() gives, without what every object has, and the names of builtins: a
// line "type: names" each.
//
//go:embed known.txt
var knownText string

// knownNames are the names of knownText by type or module. What is there and
// not in the engine is refused; what is not there is missing in CPython too.
var knownNames = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for line := range strings.Lines(knownText) {
		of, names, _ := strings.Cut(line, ":")
		all[of] = map[string]bool{}
		for _, name := range strings.Fields(names) {
			all[of][name] = true
		}
	}
	return all
}()

// knownMissing says whether CPython has an attribute that was not found here.
func knownMissing(of, name string) bool { return knownNames[of][name] }
