// Package timeline folds the events of a run into what can be drawn and said:
// a lane for every task with its spans and marks, the columns of handles and
// turns, the state at any moment, and a sentence that says why.
//
// Every fact is kept once, stamped with the number of the event that made it
// true; the answer for position n is what is stamped n or less. Looking back
// therefore costs a search, not a replay, and what is said of a moment never
// depends on what came after it. Only the ready queue and the timers need
// more: lists of the handles that were alive at a moment now and then.
//
// Is this task waiting, and on what? That is deduced here and nowhere else.
// Where a source leaves facts out (a future's number, who asked for a cancel)
// the timeline says less; it does not guess.
//
// It knows nothing of loops, processes, colours, widths or terminals.
//
// A position is an event number: position n means after the first n events,
// and 0 is before everything.
package timeline
