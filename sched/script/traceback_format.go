package script

import (
	"fmt"
	"slices"
	"strings"
)

// A tracebackText is the text of an exception and all that it comes from, as
// TracebackException.format in Lib/traceback.py makes it: pieces that end in a
// newline, some with newlines within.
type tracebackText struct {
	m         *machine
	source    []string // lines of the script, for what is under a frame; nil: left out
	limit     int      // frames, the last of them if it is negative; noLimit: all
	chain     bool
	depth     int // of groups within groups
	needClose bool
	seen      map[*exception]bool
	pieces    []string
}

const noLimit = 1 << 30

const (
	maxGroupWidth = 15 // exceptions of a group that are shown
	maxGroupDepth = 10
	maxChain      = 1000 // exceptions in all
	maxPieces     = 50_000
)

// exceptionText gives the pieces of a traceback.
func (m *machine) exceptionText(e *exception, t tracebackText) []string {
	t.m, t.seen = m, map[*exception]bool{}
	t.format(e)
	return t.pieces
}

func (t *tracebackText) indent() string { return strings.Repeat("  ", t.depth) }

// emit adds a piece, behind the margin of the group that it belongs to.
func (t *tracebackText) emit(text string, margin string) {
	if t.depth > 0 {
		before := t.indent() + margin + " "
		text = before + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+before) + "\n"
	}
	t.pieces = append(t.pieces, text)
}

// A link is an exception of a chain and what is said before the one that came
// after it.
type link struct {
	e   *exception
	how string
}

func (t *tracebackText) format(e *exception) {
	var links []link
	if len(t.pieces) > maxPieces {
		return
	}
	for e != nil && len(t.seen) < maxChain {
		t.seen[e] = true
		earlier, how := e.cause, "\nThe above exception was the direct cause of the following exception:\n\n"
		if earlier == nil && !e.suppress {
			earlier, how = e.context, "\nDuring handling of the above exception, another exception occurred:\n\n"
		}
		if earlier == nil || !t.chain || t.seen[earlier] {
			earlier, how = nil, ""
		}
		links = append(links, link{e, how})
		e = earlier
	}
	for _, l := range slices.Backward(links) {
		if l.how != "" {
			t.emit(l.how, "|")
		}
		switch {
		case l.e.group == nil:
			t.frames(l.e, "", "|")
			t.last(l.e)
		case t.depth > maxGroupDepth:
			t.emit(fmt.Sprintf("... (max_group_depth is %d)\n", maxGroupDepth), "|")
		default:
			t.group(l.e)
		}
	}
}

// frames adds the frames of an exception, if it has any.
func (t *tracebackText) frames(e *exception, kind, margin string) {
	if len(e.frames) == 0 {
		return
	}
	t.emit(kind+"Traceback (most recent call last):\n", margin)
	for _, text := range stackText(t.m.listing.Name, t.source, cut(outermostFirst(e.frames), t.limit)) {
		t.emit(text, "|")
	}
}

// outermostFirst gives frames in the order in which they are shown.
func outermostFirst(frames []traced) []traced {
	frames = slices.Clone(frames)
	slices.Reverse(frames)
	return frames
}

// cut gives the first frames of a stack, or the last.
func cut(frames []traced, limit int) []traced {
	switch {
	case limit >= 0:
		return frames[:min(limit, len(frames))]
	case -limit < len(frames):
		return frames[len(frames)+limit:]
	}
	return frames
}

// stackText mirrors StackSummary.format; source may be nil.
func stackText(file string, source []string, frames []traced) []string {
	const shown = 3 // times that one frame is shown
	var all []string
	repeated := 0
	more := func() {
		if repeated > shown {
			all = append(all, fmt.Sprintf("  [Previous line repeated %d more time%s]\n", repeated-shown, plural(repeated-shown)))
		}
	}
	for i, at := range frames {
		if i == 0 || frames[i-1].fn != at.fn || frames[i-1].line != at.line {
			more()
			repeated = 0
		}
		before := repeated
		if repeated += at.times(); before >= shown {
			continue
		}
		text := fmt.Sprintf("  File \"%s\", line %d, in %s\n", file, at.line, at.fn)
		if n := int(at.line); n > 0 && n <= len(source) {
			text += "    " + strings.TrimSpace(source[n-1]) + "\n"
		}
		for range min(at.times(), shown-before) {
			all = append(all, text)
		}
	}
	more()
	return all
}

// last adds the line of an exception's class and message, and its notes.
func (t *tracebackText) last(e *exception) {
	for _, text := range t.m.lastLines(e, e.frames) {
		t.emit(text, "|")
	}
}

// lastLines mirrors TracebackException.format_exception_only; frames are those
// of the traceback that it has.
func (m *machine) lastLines(e *exception, frames []traced) []string {
	last := e.cls.fullName()
	if e.cls.user != nil && e.cls.user.module == "" {
		last = e.cls.user.qualname
	}
	if text, err := m.str(e); err != nil {
		last += ": <exception str() failed>"
	} else if text += m.suggestion(e, frames); text != "" {
		last += ": " + text
	}
	all := []string{last + "\n"}
	switch notes := e.dict().str("__notes__").(type) {
	case nil:
	case *list:
		for _, note := range notes.items {
			text, err := m.str(note)
			if err != nil {
				text = "<note str() failed>"
			}
			for _, line := range strings.Split(text, "\n") {
				all = append(all, line+"\n")
			}
		}
	}
	return all
}

// group adds a group with the exceptions in it.
func (t *tracebackText) group(e *exception) {
	top := t.depth == 0
	margin := "|"
	if top {
		t.depth, margin = 1, "+"
	}
	t.frames(e, "Exception Group ", margin)
	t.last(e)
	n := min(len(e.group), maxGroupWidth+1)
	t.needClose = false
	for i := range n {
		t.needClose = t.needClose || i == n-1
		title, corner := fmt.Sprint(i+1), "  "
		if i == maxGroupWidth {
			title = "..."
		}
		if i == 0 {
			corner = "+-"
		}
		t.pieces = append(t.pieces, t.indent()+corner+"+---------------- "+title+" ----------------\n")
		t.depth++
		if i < maxGroupWidth {
			t.format(e.group[i])
		} else {
			rest := len(e.group) - maxGroupWidth
			t.emit(fmt.Sprintf("and %d more exception%s\n", rest, plural(rest)), "|")
		}
		if i == n-1 && t.needClose {
			t.pieces = append(t.pieces, t.indent()+"+------------------------------------\n")
			t.needClose = false
		}
		t.depth--
	}
	if top {
		t.depth = 0
	}
}
