package trace

import "slices"

// A Log holds the events of one run with the texts, stacks and lists that they
// refer to; it is their only store. One goroutine writes it. Others read the
// Views that it hands out.
type Log struct {
	chunk    []Event // the chunk being filled; the last of chunks
	chunks   [][]Event
	dropped  int      // chunks before those
	spare    []Event  // the memory of one of them
	names    []string // 0 is unused
	index    map[string]Name
	frames   []Frame // 0 is unused
	nodes    map[Frame]Stack
	payloads []any // 0 is unused
}

const (
	chunkBits = 13
	chunkSize = 1 << chunkBits
)

// A Frame is one suspended function of a Stack.
type Frame struct {
	Outer Stack // who awaits it; 0: nobody, it is the task's own coroutine
	Fn    Name
	Line  int32
}

// NewLog makes an empty Log.
func NewLog() *Log {
	return &Log{
		names:    make([]string, 1),
		index:    map[string]Name{},
		frames:   make([]Frame, 1),
		nodes:    map[Frame]Stack{},
		payloads: make([]any, 1),
	}
}

// Append adds an event.
func (l *Log) Append(e Event) { *l.Next() = e }

// Next adds an event whose fields are all 0, and gives its place for them to be
// set before anything else is done with the Log. It is the hot path of every
// run: an event that is made elsewhere and copied, 16 bytes at a time out of
// fields that were just written, makes the processor wait.
func (l *Log) Next() *Event {
	if len(l.chunk) == cap(l.chunk) {
		l.grow()
	}
	n := len(l.chunk)
	l.chunk = l.chunk[:n+1]
	return &l.chunk[n]
}

// grow begins a chunk, all of it 0. Chunks are never moved, so a View stays
// valid.
//
//go:noinline
func (l *Log) grow() {
	if n := len(l.chunks); n > 0 {
		l.chunks[n-1] = l.chunk
	}
	if l.spare != nil {
		clear(l.spare)
		l.chunk, l.spare = l.spare[:0], nil
	} else {
		l.chunk = make([]Event, 0, chunkSize)
	}
	l.chunks = append(l.chunks, l.chunk)
}

// Drop forgets events before event n, and the lines that were printed in them,
// as far as whole chunks of memory come free. Views of before must not be used
// for them any more.
func (l *Log) Drop(n int) {
	gone := min((n-1)>>chunkBits-l.dropped, len(l.chunks)-1)
	if gone <= 0 {
		return
	}
	for _, chunk := range l.chunks[:gone] {
		for _, e := range chunk {
			if e.Kind == Print || e.Kind == Stderr {
				l.names[e.Name] = "" // nobody else has it: it is a Text
			}
		}
	}
	l.spare = l.chunks[gone-1]
	l.chunks = slices.Delete(l.chunks, 0, gone)
	l.dropped += gone
}

// Len gives the number of events, which is also the number of the last one.
func (l *Log) Len() int {
	if len(l.chunks) == 0 {
		return 0
	}
	return (l.dropped+len(l.chunks)-1)<<chunkBits + len(l.chunk)
}

// First gives the number of the first event that was not dropped.
func (l *Log) First() int { return l.dropped<<chunkBits + 1 }

// At gives event n, from the first that was not dropped to Len.
func (l *Log) At(n int) Event {
	n--
	if i := n>>chunkBits - l.dropped; i < len(l.chunks)-1 {
		return l.chunks[i][n&(chunkSize-1)]
	}
	return l.chunk[n&(chunkSize-1)]
}

// Bytes gives about how much memory the Log takes, in bytes, without its
// texts.
func (l *Log) Bytes() int64 {
	const eventSize, nameSize, frameSize, payloadSize = 32, 16, 64, 64
	n := len(l.chunks)*chunkSize*eventSize + len(l.names)*nameSize + len(l.frames)*frameSize + len(l.payloads)*payloadSize
	return int64(n)
}

// Intern gives the Name of a string that is likely to come again: a task, a
// function, a kind of future.
func (l *Log) Intern(s string) Name {
	if n, ok := l.index[s]; ok {
		return n
	}
	n := l.Text(s)
	l.index[s] = n
	return n
}

// Text gives the Name of a string that is not looked for among those before:
// what was printed, a result.
func (l *Log) Text(s string) Name {
	l.names = append(l.names, s)
	return Name(len(l.names) - 1)
}

// String gives the text of a Name; of 0 "".
func (l *Log) String(n Name) string { return n.in(l.names) }

// Push gives the stack that has frame (fn, line) inside outer. Equal stacks
// have equal numbers.
func (l *Log) Push(outer Stack, fn Name, line int32) Stack {
	f := Frame{Outer: outer, Fn: fn, Line: line}
	if s, ok := l.nodes[f]; ok {
		return s
	}
	l.frames = append(l.frames, f)
	s := Stack(len(l.frames) - 1)
	l.nodes[f] = s
	return s
}

// Attach stores a payload for an event's ID. The value must not change
// afterwards.
func (l *Log) Attach(v any) int32 {
	l.payloads = append(l.payloads, v)
	return int32(len(l.payloads) - 1)
}

// View gives what the Log holds now. It stays valid, and may be read by
// another goroutine, while the Log is written on.
func (l *Log) View() View {
	if n := len(l.chunks); n > 0 {
		// A View that shares the table would see this write: every View has its own.
		chunks := make([][]Event, n)
		copy(chunks, l.chunks)
		chunks[n-1] = l.chunk
		return View{chunks: chunks, dropped: l.dropped, n: l.Len(), names: l.names, frames: l.frames, payloads: l.payloads}
	}
	return View{names: l.names, frames: l.frames, payloads: l.payloads}
}

// A View is a Log as it was at one moment. The zero View is empty.
type View struct {
	chunks   [][]Event
	dropped  int // chunks before those
	n        int
	names    []string
	frames   []Frame
	payloads []any
}

// Len gives the number of events, which is also the number of the last one.
func (v View) Len() int { return v.n }

// Until gives the view as it was at event n; one of fewer events stays as it is.
func (v View) Until(n int) View {
	v.n = max(0, min(v.n, n))
	return v
}

// First gives the number of the first event that the Log has not dropped.
func (v View) First() int { return v.dropped<<chunkBits + 1 }

// At gives event n, from First to Len.
func (v View) At(n int) Event {
	n--
	return v.chunks[n>>chunkBits-v.dropped][n&(chunkSize-1)]
}

// String gives the text of a Name; of 0 "".
func (v View) String(n Name) string {
	if n == 0 {
		return ""
	}
	return n.in(v.names)
}

// Frame gives the innermost frame of a stack; ok is false at its end.
func (v View) Frame(s Stack) (f Frame, ok bool) {
	if s == 0 {
		return Frame{}, false
	}
	return v.frames[s], true
}

// Payload gives what an event of a kind that has one carries: an Engine,
// Result, Command, Object, []Task or []Future. It is nil for an ID of 0.
func (v View) Payload(e Event) any { return v.payloads[e.ID] }
