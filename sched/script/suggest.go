package script

import "slices"

// suggest mirrors _Py_CalculateSuggestions in Python/suggestions.c: the name
// nearest to a wrong one, "" if none is near.
func suggest(wrong string, names []string) string {
	const most = 750 // candidates
	if len(names) > most {
		return ""
	}
	best, bestCost := "", -1
	for _, name := range names {
		if name == wrong {
			continue
		}
		limit := (len(name) + len(wrong) + 3) * moveCost / 6
		if bestCost >= 0 {
			limit = min(limit, bestCost-1)
		}
		if cost := editCost(wrong, name); cost <= limit {
			best, bestCost = name, cost
		}
	}
	return best
}

const (
	moveCost = 2 // of a letter inserted, deleted or replaced
	caseCost = 1 // of a letter in the other case
)

// editCost is the weighted edit distance that CPython takes.
func editCost(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = (i + 1) * moveCost
		for j := range len(b) {
			replaced := diagonal + substitution(a[i], b[j])
			diagonal = row[j+1]
			row[j+1] = slices.Min([]int{replaced, row[j] + moveCost, row[j+1] + moveCost})
		}
	}
	return row[len(b)]
}

func substitution(a, b byte) int {
	switch {
	case a == b:
		return 0
	case a|0x20 == b|0x20 && a|0x20 >= 'a' && a|0x20 <= 'z':
		return caseCost
	}
	return moveCost
}
