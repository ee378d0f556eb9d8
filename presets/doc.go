// Package presets holds the lessons: plain Python files that run unchanged
// under python3, and the registry that lists them. It knows nothing of event
// loops, sources or terminals; what it says of a run it reads off a trace.
//
// # A lesson is a Python file
//
// A lesson stands in this folder as NN_name.py: the number gives its place,
// the rest, with dashes for underscores, is the name a user types. The files
// in compare/ are companions: programs that a lesson wants to be compared
// with. [Parse] reads either, and a user's own file in the same way.
//
// The module docstring is the story. Its first line is the title. If the
// first paragraph has just two lines, the second is the summary: one line for
// the picker. What follows is the story itself, in a Markdown of four things:
// paragraphs, items that begin with "- ", `code` and *emphasis*. A file
// without a docstring is titled by its name.
//
// Comments carry the rest. Python does not see them:
//
//	#: text
//	    A note. Alone on its line it belongs to the line of code that
//	    follows, trailing to its own line. Several for one line are joined
//	    by spaces.
//
//	#? question | answer | answer* | answer
//	    A prediction, asked before the line of code that follows. An asterisk
//	    marks a right answer. There are two answers or more, at least one is
//	    right and at least one is wrong. It may go on in lines that begin
//	    with "#? |". Several may stand before one line.
//
//	#! check: expression
//	    A promise of what holds when the run is over; see below.
//
//	#: compare: other.py
//	    The file, from the same place, that this one is to be compared with.
//
// They are strict, so that a slip of the pen is found: a prediction without a
// right answer, a check that says nothing known, a note with no line to belong
// to are errors. A # inside a string is no comment, and the first line may be
// #!/usr/bin/env python3. Other comments (#, ##, #!!, #::) are left alone.
//
// # Checks
//
// A check is one sentence about a finished run, built from words, numbers and
// texts in single or double quotes (without escapes):
//
//	task NAME returned [VALUE]      how a task ended; VALUE as the trace shows it
//	task NAME raised [EXCEPTION]    EXCEPTION: its class, or all: ValueError('x')
//	task NAME cancelled
//	tasks N                         how many tasks there were, main included
//	waits NAME N                    how often a task's step ended with it waiting
//	left over NAME                  asyncio.run cancelled the task after main's end
//	printed 'TEXT'                  a line that was printed
//	printed 'TEXT' at SECONDS       its first time, in loop time
//	printed 'TEXT' N times
//	before 'TEXT' 'TEXT' ...        printed in this order, maybe others in between
//	last 'TEXT'                     the last line printed
//	raised CLASS                    the program ended with this exception
//	time SECONDS                    loop time at the end
//	not CHECK                       the opposite of another check
//
// NAME is the task's name or, where no task bears it, the name of the
// coroutine function that only one task runs. [Check.Holds] evaluates a check
// over a [Run], which [ReadRun] reads from a trace in JSON lines.
package presets
