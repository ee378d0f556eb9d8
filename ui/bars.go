package ui

// bars are the eighths of a cell from the bottom up.
var (
	bars      = [...]rune{'▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'}
	asciiBars = [...]rune{'_', '.', ':', '-', '=', '+', '*', '#'}
)
