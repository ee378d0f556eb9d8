package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
	"loopscope/ui/export"
)

// A plainWatch is a run watched without a picture: a sentence a step, and
// commands that are typed. Nothing is ever redrawn.
type plainWatch struct {
	app     *app
	program program
	preset  *presets.Preset // what the program says of itself
	lines   []string        // of the program
	runs    *session.Runs
	sess    *session.Session // of the run that is watched
	tl      *timeline.Timeline
}

// A typed command: its words, and what it does with what follows its name.
type typed struct {
	names []string // the first is the one that help shows
	takes string
	help  string
	do    func(w *plainWatch, args string) error
}

// The commands of the form without a picture.
func typedCommands() []typed {
	return []typed{
		{[]string{"next", "n", ""}, "[COUNT]", "run one step, or go one forward in the past; enter alone does the same", (*plainWatch).next},
		{[]string{"back", "b"}, "[COUNT]", "go one step back", (*plainWatch).back},
		{[]string{"play", "p"}, "", "take steps to the end", (*plainWatch).play},
		{[]string{"home"}, "", "go back to the start", (*plainWatch).home},
		{[]string{"end"}, "", "go to the newest moment", (*plainWatch).end},
		{[]string{"tasks", "t"}, "", "say what every task does", (*plainWatch).tasks},
		{[]string{"ready", "r"}, "", "say what is ready, in order, and which timers run", (*plainWatch).ready},
		{[]string{"why", "y"}, "", "say what happened, what comes next and why", (*plainWatch).why},
		{[]string{"where", "w"}, "", "give the line of the program at which each task is", (*plainWatch).where},
		{[]string{"story"}, "", "read what the program is about", (*plainWatch).story},
		{[]string{"cancel"}, "TASK [msg=TEXT] [past=shield]", "cancel a task", nil},
		{[]string{"shield"}, "TASK", "shield a task", nil},
		{[]string{"callback"}, "TASK [kind=log|notify|spawn|break] [arg=TEXT]", "add a done callback to a task", nil},
		{[]string{"raise"}, "TASK CLASS [msg=TEXT]", "raise an exception in a task, at its await", nil},
		{[]string{"finish"}, "TASK [value=LITERAL]", "give a result to what a task waits for", nil},
		{[]string{"fire"}, "TASK", "have the timer of a task fire now", nil},
		{[]string{"delay"}, "TASK when=SECONDS", "have the timer of a task fire at another time", nil},
		{[]string{"front"}, "TASK", "let a task that is ready run first", nil},
		{[]string{"undo", "u"}, "", "take back what was done last, a move or a command", (*plainWatch).undo},
		{[]string{"redo"}, "", "do again what undo took back", (*plainWatch).redo},
		{[]string{"runs", "run"}, "[NAME]", "list the runs, or go to one: a command in the past makes another run", (*plainWatch).listRuns},
		{[]string{"differs"}, "", "say how this run differs from the one it comes from", (*plainWatch).differs},
		{[]string{"help", "h", "?"}, "", "list the commands", (*plainWatch).help},
		{[]string{"quit", "q", "exit"}, "", "leave", nil},
	}
}

// watchPlain runs a program without a picture. Where there is nothing to read,
// it takes all the steps.
func (a *app) watchPlain(ctx context.Context, p program) error {
	src := a.watch(p)
	w := &plainWatch{app: a, program: p, preset: p.preset(), lines: strings.Split(p.listing.Source, "\n")}
	w.runs = session.NewRuns(src, session.Options{Patience: time.Hour})
	w.follow()
	defer func() { _ = w.runs.Close() }()
	defer context.AfterFunc(ctx, func() { _ = w.runs.Close() })()
	if w.opening(); w.last().Kind == trace.RunRefused {
		return status(exitUsage)
	}
	if err := w.converse(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	v := w.tl.View()
	if ended, err := w.sess.Ended(); ended {
		if err != nil {
			return failure{err}
		}
		if code := endCode(v); code != exitOK {
			return status(code)
		}
	}
	return nil
}

// converse reads commands until there are no more.
func (w *plainWatch) converse(ctx context.Context) error {
	lines := make(chan string)
	go func() {
		defer close(lines)
		in := bufio.NewScanner(w.app.in)
		for in.Scan() {
			select {
			case lines <- in.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	for asked := 0; ; asked++ {
		if isTerminal(w.app.in) {
			_, _ = fmt.Fprint(w.app.out, "> ")
		}
		select {
		case <-ctx.Done():
			return nil
		case line, ok := <-lines:
			switch {
			case !ok && asked == 0 && !isTerminal(w.app.in):
				return w.play("")
			case !ok, w.obey(line):
				return nil
			}
		}
	}
}

// say prints a line in which nothing can act on the terminal.
func (w *plainWatch) say(format string, args ...any) {
	_, _ = fmt.Fprintln(w.app.out, export.Harmless(fmt.Sprintf(format, args...)))
}

// opening says what is run and what can be done.
func (w *plainWatch) opening() {
	title := "This is " + w.program.listing.Name
	if p := w.program.lesson; p != nil {
		title = fmt.Sprintf("Lesson %d, %s", p.Number, p.Title)
		if p.Summary != "" {
			title += " (" + p.Summary + ")"
		}
	}
	w.say("%s.", title)
	if e := w.last(); e.Kind == trace.RunRefused {
		w.say("%s was not run: %s", place(w.program.listing.Name, int(e.Line)), w.tl.View().String(e.Name))
		return
	}
	if w.preset.Story != "" {
		w.say("Type story to read what it is about.")
	}
	w.say("Type next for a step, play for all of them, help for the other commands.")
	w.outputs(0, w.sess.Pos())
	w.sentence(w.tl.Why(w.sess.Pos()))
}

func (w *plainWatch) last() trace.Event {
	v := w.tl.View()
	if v.Len() == 0 {
		return trace.Event{}
	}
	return v.At(v.Len())
}

// obey does what a line says and reports whether it was the wish to leave.
func (w *plainWatch) obey(line string) (leave bool) {
	name, args, _ := strings.Cut(strings.TrimSpace(line), " ")
	name = strings.ToLower(name)
	for _, c := range typedCommands() {
		for _, n := range c.names {
			if n != name {
				continue
			}
			if c.names[0] == "quit" {
				return true
			}
			do := c.do
			if do == nil {
				do = func(w *plainWatch, _ string) error { return w.command(line) }
			}
			if err := do(w, strings.TrimSpace(args)); err != nil {
				w.say("%s", sentence(err))
			}
			return false
		}
	}
	w.say("%s", unknownCommand(name))
	return false
}

// unknownCommand says that there is no such command, and which one may be
// meant.
func unknownCommand(name string) string {
	var names []string
	for _, c := range typedCommands() {
		names = append(names, c.names[0])
	}
	if near := nearest(name, names); near != "" {
		return fmt.Sprintf("There is no command %q; did you mean %s? help lists them.", name, near)
	}
	return fmt.Sprintf("There is no command %q; help lists them. %s", name, onScreenOnly)
}

// sentence makes a sentence of an error.
func sentence(err error) string {
	text := err.Error()
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(text[size:], ".") + "."
}

func count(args string) (int, error) {
	if args == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(args)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("%q is no number of steps", args)
	}
	return n, nil
}

func (w *plainWatch) next(args string) error {
	n, err := count(args)
	if err != nil {
		return err
	}
	w.runs.Hold()
	defer w.runs.Release()
	for range n {
		if !w.step() {
			break
		}
	}
	return nil
}

// step takes one step and says what happened; false at the end, and at a
// break.
func (w *plainWatch) step() bool {
	from := w.sess.Pos()
	w.sess.StepHandle()
	to := w.sess.Pos()
	ended, err := w.sess.Ended()
	switch {
	case to > from:
		w.outputs(from, to)
		w.sentence(w.tl.Narrate(to))
	case err != nil:
		w.say("The run broke off: %s.", err)
	case ended:
		w.say("The program ended at %s s. Type back to look back, quit to leave.", w.tl.TimeAt(to))
	}
	return to > from && !w.broke(from, to)
}

// broke reports whether a break callback ran.
func (w *plainWatch) broke(from, to int) bool {
	for v, n := w.tl.View(), from+1; n <= to; n++ {
		if v.At(n).Kind == trace.RunBreak {
			return true
		}
	}
	return false
}

func (w *plainWatch) back(args string) error {
	n, err := count(args)
	if err != nil {
		return err
	}
	w.runs.Hold()
	defer w.runs.Release()
	for range n {
		w.sess.BackHandle()
	}
	return w.stand()
}

// stand says where the position is after a move that ran nothing.
func (w *plainWatch) stand() error {
	if n := w.sess.Pos(); n > w.sess.Start() {
		w.sentence(w.tl.Narrate(n))
		return nil
	}
	w.say("This is the start.")
	return w.why("")
}

func (w *plainWatch) play(string) error {
	w.runs.Hold()
	defer w.runs.Release()
	for w.step() {
		if ended, _ := w.sess.Ended(); ended && w.sess.Live() {
			break
		}
	}
	return nil
}

func (w *plainWatch) home(string) error {
	w.sess.Home()
	return w.stand()
}

func (w *plainWatch) end(string) error {
	w.sess.Newest()
	return w.stand()
}

func (w *plainWatch) why(string) error {
	if s := w.tl.Why(w.sess.Pos()); s != nil {
		w.say("%s", s)
		return nil
	}
	w.say("There is nothing to say about this moment.")
	return nil
}

func (w *plainWatch) tasks(string) error {
	n := w.sess.Pos()
	none := true
	for _, l := range w.tl.Lanes() {
		if l.Born > n {
			continue
		}
		none = false
		if s := w.tl.WhyTask(l.Task, n); s != nil {
			w.say("%s", s)
		} else {
			w.say("%s is %s.", w.tl.Label(l.Task, n), w.tl.At(n).Task(l.Task).Phase)
		}
	}
	if none {
		w.say("There is no task yet.")
	}
	return nil
}

func (w *plainWatch) ready(string) error {
	st := w.tl.At(w.sess.Pos())
	var names []string
	for _, q := range st.Ready() {
		names = append(names, q.Label)
	}
	if len(names) == 0 {
		w.say("Nothing is ready.")
	} else {
		w.say("Ready, in this order: %s.", strings.Join(names, ", "))
	}
	for _, t := range st.Timers() {
		w.say("A timer runs until %s s: %s.", t.When, t.Label)
	}
	return nil
}

func (w *plainWatch) where(string) error {
	n := w.sess.Pos()
	for _, l := range w.tl.Lanes() {
		if l.Born > n {
			continue
		}
		label, st := w.tl.Label(l.Task, n), w.tl.At(n).Task(l.Task)
		switch {
		case st.Phase == timeline.Done:
			w.say("%s has ended.", label)
		case !ran(l, n):
			w.say("%s has not begun.", label)
		case st.Line == 0 || int(st.Line) > len(w.lines):
			w.say("%s is in code of asyncio's own.", label)
		default:
			w.say("%s is at line %d: %s", label, st.Line, strings.TrimSpace(w.lines[st.Line-1]))
			if note := w.preset.Note(int(st.Line)); note != "" {
				w.say("Note: %s", note)
			}
		}
	}
	return nil
}

func (w *plainWatch) story(string) error {
	if w.preset.Story == "" {
		return errors.New("it says nothing of itself: a story is the text in quotes at its top")
	}
	for line := range strings.Lines(w.preset.Story) {
		w.say("%s", strings.TrimRight(line, "\n"))
	}
	return nil
}

// ran reports whether a task has run up to position n.
func ran(l *timeline.Lane, n int) bool {
	for i := range l.SpanAt(n) + 1 {
		if l.Span(i).Phase == timeline.Running {
			return true
		}
	}
	return false
}

func (w *plainWatch) help(string) error {
	for _, c := range typedCommands() {
		usage := strings.TrimSpace(c.names[0] + " " + c.takes)
		w.say("%s: %s.", usage, c.help)
	}
	w.say("%s", onScreenOnly)
	return nil
}

// onScreenOnly says what the form without a picture has not.
const onScreenOnly = "Steps by line, breakpoints, the chain of causes and the pages of objects are on the screen only: loopscope without --plain."

// command gives the run a command and says what became of it.
func (w *plainWatch) command(line string) error {
	o, err := parseOrder(line)
	if err != nil {
		return err
	}
	if o.after || o.at {
		return errors.New("a typed command acts now; after= and t= are for trace --do")
	}
	n := w.sess.Pos()
	c, err := o.find(w.tl, n)
	if err != nil {
		return err
	}
	before := w.runs.Run()
	if err := w.runs.Fork(c); err != nil {
		return err
	}
	w.follow()
	to := w.sess.Pos()
	if told, ok := w.runs.Outcome(); ok && told.Refused != nil {
		return fmt.Errorf("that was refused: %w", told.Refused)
	}
	w.say("Done: %s", c.Python(w.tl.Label(c.Task, to)))
	if made := w.runs.Run(); made != before {
		w.say("That makes a run of its own, %q: the same up to this moment. undo takes it back; runs lists both; differs compares them.", made.Name)
	}
	w.outputs(n, to)
	w.sentence(w.tl.Narrate(to))
	return nil
}

// outputs prints what the program wrote between two positions.
func (w *plainWatch) outputs(from, to int) {
	for i := w.tl.OutputAt(from); i < w.tl.OutputAt(to); i++ {
		o := w.tl.Output(i)
		who := w.tl.Label(o.Task, o.N)
		switch {
		case who != "":
		case w.tl.At(o.N).Handle >= 0:
			who = "a callback"
		default:
			who = "the program"
		}
		verb := "prints"
		if o.Stderr {
			verb = "writes to stderr"
		}
		w.say("%s s: %s %s: %s", o.T, who, verb, o.Text)
	}
}

// sentence prints what the timeline says of a moment, with its time.
func (w *plainWatch) sentence(s timeline.Sentence) {
	if s != nil {
		w.say("%s s: %s", w.sess.Now(), s)
	}
}
