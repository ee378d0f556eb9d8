package trace

// An Engine says what ran a program: the payload of RunBegin.
type Engine struct {
	Name    string `json:"engine"`  // "loopscope" or "CPython"
	Version string `json:"version"` // whose rules: "3.13"
	Clock   string `json:"clock"`   // "virtual" or "real"
}

// An Object is the number of a Queue, a Lock or another thing that tasks wait
// for, from 1: the payload of a FutureCreated by which one waits for it.
type Object int32

// A Result is what a RunResult says beyond its outcome.
type Result struct {
	Pending []Task  // tasks not done, in order of creation
	Stuck   []Stuck // a deadlock: who waits for what
	Limit   string  // too long: the limit that was hit, "" if none was named
	Remedy  string  // how to raise the limit; "" if nobody knows
}

// Stuck is a task that nothing can wake.
type Stuck struct {
	Task Task
	Name string
	On   Future // 0: its next step is scheduled
}
