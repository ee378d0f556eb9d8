// Package script runs an asyncio script, a subset of Python, on a sched.Loop.
// What it runs, it runs as CPython 3.13 does, handle for handle; what it does
// not have it refuses before anything of the script has run.
//
// A script goes through passes, each a file or a family of files:
//
//	syntax          text to tree
//	mangle.go       private names of classes to their full form
//	refuse.go       names what the engine does not have, with its line
//	scope.go        names to slots, cells and globals
//	compile*.go     tree to closures: an evalFn for an expression, an execFn
//	                for a statement
//	run.go          a Run: the closures on a loop, a handle at a time
//	detail.go       a second run of the same program that tells its lines, of
//	                closures that compile_lines*.go has made to do so; lines.go
//	                notes them, safe.go shows the variables
//
// A generator runs on a goroutine of its own (generator.go, genstack.go), which
// ends with the run at the latest; an async one (async_generator.go) suspends
// whoever awaits its steps. A class of the script (class*.go, instance.go,
// descriptor.go) is a Type like those in Go, with slots that call its methods.
//
// Values are ordinary Go values (value.go); every value has a Type (types.go)
// whose slots say how it is shown, compared, called and looked into. The types
// are in files of their own names; asyncio*.go wraps what sched gives.
//
// A module is made in Go (newModule, listed in modules.go), or it is a file of
// lib, in Python, which library.go embeds and runs (there it says what is so of
// the frames of such a module). To add one of these, write lib/NAME.py, where
// NAME may have dots, with CPython's module as the specification and its names
// for classes and functions, and give known.txt a line "NAME: names" of what
// dir() gives in CPython: then what the file leaves out is refused, and what is
// its own business nobody sees. A line "NAME.Class: names" does so for a class.
// Modules whose names begin with _ only such files can import.
//
// A script cannot reach the machine: there is nothing here that opens a file,
// starts a process or reads a clock. The package knows nothing of timelines
// or terminals.
package script
