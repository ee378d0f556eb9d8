package cli

import (
	"fmt"
	"strings"

	"loopscope/sched/trace"
)

// An ending is how a run ended that did not end well.
type ending struct {
	view    trace.View
	last    trace.Event
	listing trace.Listing
}

// endingOf gives the ending of a run, nil if it ended well.
func endingOf(v trace.View, l trace.Listing) *ending {
	if v.Len() == 0 || endCode(v) == exitOK {
		return nil
	}
	return &ending{view: v, last: v.At(v.Len()), listing: l}
}

// longest is how many characters of a reason are told.
const longest = 2000

// lines says where and how the run ended, and then what to do.
func (e *ending) lines() []string {
	text := e.reason()
	if short := []rune(text[:min(len(text), 4*longest)]); len(short) > longest {
		text = string(short[:longest]) + "…"
	}
	if line := e.line(); line > 0 {
		text = place(e.listing.Name, line) + " " + text
	} else {
		text = e.listing.Name + " " + text
	}
	said := append([]string{text}, hintsFor(text, e.sourceLine())...)
	for _, fn := range e.neverAwaited() {
		said = append(said, fmt.Sprintf("hint: a coroutine of %s was made and never awaited: write await %s(…), or give it to asyncio.create_task", fn, fn))
	}
	return said
}

func (e *ending) line() int {
	if e.last.What == trace.Deadlock {
		return 0 // it has a line for every task
	}
	return int(e.last.Line)
}

// sourceLine gives the text of the line at which the run ended.
func (e *ending) sourceLine() string {
	lines := strings.Split(e.listing.Source, "\n")
	if n := e.line(); n > 0 && n <= len(lines) {
		return lines[n-1]
	}
	return ""
}

func (e *ending) reason() string {
	switch {
	case e.last.Kind == trace.RunRefused:
		return "was not run: " + e.view.String(e.last.Name)
	case e.last.What == trace.Deadlock:
		return "is stuck: nothing is ready and no timer is set" + e.stuck()
	case e.last.What == trace.TooLong:
		r, _ := e.view.Payload(e.last).(trace.Result)
		text := "was stopped: the limit of " + r.Limit + " is reached"
		if r.Limit == "" {
			text = "was stopped: it takes too long"
		}
		if r.Remedy != "" {
			text += "; " + r.Remedy
		}
		return text
	case e.last.Kind == trace.RunExit:
		return "failed: " + e.uncaught()
	}
	return "did not come to its end"
}

// uncaught gives the last line of the traceback that the run ended with.
func (e *ending) uncaught() string {
	for n := e.view.Len(); n >= e.view.First(); n-- {
		switch ev := e.view.At(n); ev.Kind {
		case trace.Stderr:
			if text := e.view.String(ev.Name); !strings.HasPrefix(strings.TrimSpace(text), "+-") {
				return text
			}
			n = 0 // the frame around a group
		case trace.HandleEnd:
			n = 0
		}
	}
	if e.last.What == trace.Cancelled {
		return "asyncio.CancelledError"
	}
	return e.view.String(e.last.Name)
}

// stuck says what the tasks wait for that nothing can wake.
func (e *ending) stuck() string {
	r, _ := e.view.Payload(e.last).(trace.Result)
	const most = 5
	text := ""
	for i, s := range r.Stuck {
		if i == most {
			return text + fmt.Sprintf("; and %d tasks more", len(r.Stuck)-most)
		}
		text += fmt.Sprintf("; task %s waits for %s", s.Name, e.futureName(s.On, r.Stuck))
		if line := e.waitsAt(s.Task); line > 0 {
			text += fmt.Sprintf(" (line %d)", line)
		}
	}
	return text
}

// futureName gives what a future is called: the task that it is, or what
// made it.
func (e *ending) futureName(f trace.Future, tasks []trace.Stuck) string {
	if t := f.Task(); t != 0 {
		for _, s := range tasks {
			if s.Task == t {
				return "task " + s.Name
			}
		}
		return fmt.Sprintf("task %d", t)
	}
	for n := e.view.Len(); n >= e.view.First(); n-- {
		if ev := e.view.At(n); ev.Kind == trace.FutureCreated && ev.Fut == f {
			return e.view.String(ev.Name)
		}
	}
	return "a future"
}

// waitsAt gives the line at which a task waits, 0 if it has none.
func (e *ending) waitsAt(t trace.Task) int32 {
	for n := e.view.Len(); n >= e.view.First(); n-- {
		if ev := e.view.At(n); ev.Kind == trace.TaskWaiting && ev.Task == t {
			return ev.Line
		}
	}
	return 0
}

// neverAwaited gives the functions of coroutines that were never awaited.
func (e *ending) neverAwaited() []string {
	var fns []string
	for n := e.view.Len(); n >= e.view.First(); n-- {
		switch ev := e.view.At(n); ev.Kind {
		case trace.CoroutineNeverAwaited:
			if fn := e.view.String(ev.Name); strings.Contains(e.listing.Source, "def "+fn+"(") {
				fns = append(fns, fn)
			}
		case trace.RunExit, trace.Stderr:
		default:
			return fns
		}
	}
	return fns
}

// A hint helps with one of the mistakes that beginners make, or with what the
// embedded engine has not: the message has one of the texts, the line of the
// program another.
type hint struct {
	messages []string
	line     string
	text     string
}

var hints = []hint{
	{[]string{"can't be used in 'await' expression"}, "time.sleep(", "time.sleep blocks the whole loop and gives nothing to await: write await asyncio.sleep(…)"},
	{[]string{"can't be used in 'await' expression"}, "", "only coroutines, tasks and futures can be awaited: call a plain function without await"},
	{[]string{"'await' outside async function"}, "", `make the function that holds it "async def", and start the program with asyncio.run(main())`},
	{[]string{"cannot be called from a running event loop"}, "", "a loop runs already: await the coroutine instead"},
	{[]string{"no running event loop"}, "", "this needs a loop that runs: do it in a coroutine that asyncio.run(…) runs"},
	{[]string{"attached to a different loop"}, "", "make the object inside the coroutine that asyncio.run(…) runs"},
	{[]string{
		"module requests ", "module httpx ", "module aiohttp ", "module socket ", "module urllib", "module http",
		"asyncio.open_connection ", "asyncio.start_server ",
	}, "", "there is no network here: await asyncio.sleep(…) can stand for the time that it takes"},
	{[]string{" open is not", "module pathlib ", "module shutil ", "module tempfile "}, "", "there are no files here: write what they hold into the program"},
	{[]string{" input is not"}, "", "nobody can answer the program here: write the answer into it"},
	{[]string{" eval is not", " exec is not"}, "", "write the code itself, or a function"},
	{[]string{"module os ", "module subprocess ", "asyncio.create_subprocess"}, "", "nothing that is run here reaches the machine; await asyncio.sleep(…) can stand for a process"},
	{[]string{"metaclass= is"}, "", "__init_subclass__ or a decorator of the class often does the same"},
}

// hintsFor gives the hints for a message, the first that fits of those for
// one text.
func hintsFor(message, line string) []string {
	var found []string
	met := map[string]bool{}
	for _, h := range hints {
		for _, text := range h.messages {
			if strings.Contains(message, text) && strings.Contains(line, h.line) && !met[text] {
				met[text] = true
				found = append(found, "hint: "+h.text)
				break
			}
		}
	}
	return found
}
