// Package ui is the full screen: lessons to choose from, and a run being
// watched as lanes, source, output and queue, with keys to move in it and to
// act on it.
//
// Model is the one tea.Model; it takes messages to the part of the screen they
// concern. Parts are plain structs with methods that paint into a frame: a
// grid of cells with a layout, encoded into one string (grid.go, pen.go,
// layout.go, style.go). A watch holds one run; ruler.go maps it to columns,
// track.go paints a row of it. All keys are in one registry (keys.go), from
// which the key bar, the help, the command palette and the README's table
// come.
//
// What is painted is a function of the session, its timeline and how the user
// looks at them. The package does no input or output but the terminal's, has
// no clock but the ticks' and holds no rule of scheduling: which state a task
// is in and why is timeline's to say.
package ui
