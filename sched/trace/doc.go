// Package trace is the vocabulary in which a run of an event loop is told:
// what happened (Event), what somebody asked for (Command), the program text
// (Listing), and the store of all of it (Log).
//
// It is the narrow waist of loopscope. Whatever runs a program writes events
// to a Log; whatever draws, explains or exports a run reads a View of it. The
// package knows nothing of loops, processes, timelines or terminals.
//
// Events are numbered from 1 in the order of a Log, which is the order of the
// lines of its JSON form. Event n is View.At(n); "after n" means after the
// first n events.
package trace

// A Listing is the text of a program and the file name it goes by.
type Listing struct {
	Name   string // file name without a folder, as run.program gives it
	Source string
}
