package trace

// Lines are the lines of a script that one handle ran, or the module's own
// code before, between or after event loops. They are no events: a source that
// can tell them runs the stretch a second time (a detail replay), so that to
// look at lines shifts no event, bookmark or fork.
type Lines struct {
	From, To int        // the stretch: behind event From, up to event To
	Steps    []LineStep // in the order in which the lines began
	More     int        // lines that began after those and were not kept, for the handle is too long
	Beyond   []int32    // which lines those were, each once, in order
}

// A LineStep is the moment at which a line begins to run, as a line event of
// CPython's sys.settrace tells it. Its number is (Event, sub), where sub is its
// place in Lines.Steps.
type LineStep struct {
	Event  int     // how many events have happened by then
	Line   int32   // from 1
	Depth  int32   // calls of the script's functions within each other, 1 for the outermost
	Task   Task    // whose step it is; 0: a callback, or the module
	Fn     string  // qualified name: "main.<locals>.inner", "<module>"
	Locals []Local // of the frame, the module's globals in the module; shared between steps, not to be changed
}

// A Local is a variable of a frame when a line begins. Its value is shown by
// the engine, never by code of the script, in a bounded number of printable
// characters.
type Local struct {
	Name    string
	Value   string
	Changed bool // it was bound, or is shown otherwise, since the line before in this frame
}
