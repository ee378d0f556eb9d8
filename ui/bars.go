package ui

// bars are the eighths of a cell from the bottom up.
var (
	bars      = [...]rune{'▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'}
	asciiBars = [...]rune{'_', '.', ':', '-', '=', '+', '*', '#'}
)

// barEdge is the upper edge of a cell.
const barEdge = '▔'
