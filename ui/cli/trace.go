package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"loopscope/sched/session"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
	"loopscope/ui/export"
)

// flushEvery is after how many events the jsonl form is written out, and
// encodeAtOnce how many of them become text together, which may be long.
const flushEvery, encodeAtOnce = 1024, 8

func (a *app) traceCommand() *cobra.Command {
	t := tracing{app: a, format: choice{value: "text", of: []string{"text", "jsonl", "none"}}}
	c := &cobra.Command{
		Use:   "trace LESSON|FILE.py…",
		Short: "Run programs to their end, without a screen",
		Long: `Run programs to their end, one after the other, and print what happened: as text to be read,
as JSON lines, or not at all.

--do gives a command to the run, as the keys of the screen do. It may be repeated.
  --do 'after=34 t=0.5 cancel job1 msg=x'     after event 34, at 0.5 s
  --do 't=0.5 shield job1'                    at 0.5 s
  --do 'callback job1 kind=log arg=hello'     as soon as there is a task job1
  --do 'cancel job1 past=shield'              job1 itself, past its shield
  --do 'raise job1 ValueError msg=no'         at the await where job1 stands
  --do 'finish job1 value=[1, 2]'             what job1 waits for has this result
  --do 't=0.5 fire job1'                      the timer of job1 fires now
  --do 'delay job1 when=2'                    the timer of job1 fires at 2 s
  --do 'front job1'                           job1 runs first of all that is ready
A task goes by its label, its name or its number, a handle by its number or its task. Event numbers are those of the lines of the jsonl form.
--commands reads the same from a file: JSON lines, an array, or a trace that was recorded before.

Exit codes: 0, 1 a program failed (an exception, a deadlock, a limit), 2 it could not be run, or the
command line is wrong; of several programs the worst.`,
		Example: `loopscope trace gather
loopscope trace --format jsonl a.py b.py > trace.jsonl
loopscope trace --do 't=0.5 cancel job1 msg=enough' gather`,
		ValidArgsFunction: completePrograms,
		RunE:              a.run(t.run),
	}
	t.format.add(c, "what to print")
	c.Flags().StringArrayVar(&t.do, "do", nil, "give a command to the run; may be repeated")
	a.limits.add(c.Flags())
	c.Flags().StringVar(&t.commands, "commands", "", "read the commands from a file")
	return c
}

// A tracing is one call of the trace command.
type tracing struct {
	app      *app
	format   choice
	do       []string
	commands string
	orders   []order
	leftOver []string // coroutines that the last program never awaited and held
	out      *bufio.Writer
}

func (t *tracing) run(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage{errors.New("name a lesson or a file to run"), c.CommandPath()}
	}
	if t.commands != "" {
		read, err := readOrders(t.commands)
		if err != nil {
			return err
		}
		t.orders = read
	}
	for _, text := range t.do {
		o, err := parseOrder(text)
		if err != nil {
			return usage{fmt.Errorf("--do %q: %w", text, err), c.CommandPath()}
		}
		t.orders = append(t.orders, o)
	}
	t.out = bufio.NewWriterSize(t.app.out, 1<<16)
	worst := exitOK
	for i, arg := range args {
		if i > 0 && t.format.value == "text" {
			_, _ = fmt.Fprintln(t.out)
		}
		code, err := t.one(c.Context(), arg)
		if err != nil {
			return failure{err}
		}
		worst = max(worst, code)
	}
	if worst != exitOK {
		return status(worst)
	}
	return nil
}

// one runs what an argument means and gives its exit code. The error is one of
// writing, or the user's wish to stop: then no other program is run.
func (t *tracing) one(ctx context.Context, arg string) (int, error) {
	p, err := t.app.find(arg)
	if err != nil {
		t.complain("%s", err)
		return exitUsage, nil
	}
	return t.program(ctx, p)
}

func (t *tracing) program(ctx context.Context, p program) (int, error) {
	perEvent := 0
	if len(t.orders) > 0 {
		perEvent = timelinePerEvent
	}
	src := t.app.start(p, perEvent)
	defer func() { _ = src.Close() }()
	if run, ok := src.(*scriptSource); ok {
		if len(t.orders) == 0 {
			run.AtLeast(flushEvery)
		}
		run.Inherit(t.leftOver)
		defer func() { t.leftOver = run.LeftOver() }()
		defer clock(run.Run)()
	}
	r := &runner{src: src, log: trace.NewLog(), orders: t.orders, complain: t.complain}
	if r.forget = t.format.value != "text" && len(t.orders) == 0; r.forget {
		defer t.app.limits.collectRarely()()
	}
	if t.format.value == "jsonl" {
		enc, buf, told := trace.NewEncoder(), []byte(nil), 0
		r.every = func(v trace.View) error {
			for n := told; n < v.Len(); {
				n = min(n+encodeAtOnce, v.Len())
				buf = enc.Append(buf[:0], v.Until(n))
				if _, err := t.out.Write(buf); err != nil {
					return err
				}
			}
			told = v.Len()
			return t.out.Flush()
		}
	}
	code, err := r.run(ctx)
	if err != nil {
		return code, err
	}
	v := r.log.View()
	if t.format.value == "text" {
		if err := t.picture(v, p); err != nil {
			return code, err
		}
	}
	if e := endingOf(v, p.listing); e != nil {
		for _, line := range e.lines() {
			t.complain("%s", line)
		}
	}
	return code, nil
}

// picture prints the text form.
func (t *tracing) picture(v trace.View, p program) error {
	tl := timeline.New()
	tl.Extend(v)
	if err := export.Text(t.out, tl, t.app.textOptions(p)); err != nil {
		return err
	}
	return t.out.Flush()
}

func (t *tracing) complain(format string, args ...any) {
	_, _ = fmt.Fprintf(t.app.err, "loopscope: %s\n", export.Harmless(fmt.Sprintf(format, args...)))
}

// place gives FILE or FILE:LINE.
func place(name string, line int) string {
	if line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d", name, line)
}

func (a *app) textOptions(p program) export.Options {
	opts := export.Options{ASCII: a.ascii, Listing: p.listing}
	if f, ok := a.out.(term.File); ok {
		if width, _, err := term.GetSize(f.Fd()); err == nil && width < 100 {
			opts.Width = width
		}
	}
	if l := p.lesson; l != nil {
		opts.Title = strings.TrimSpace(fmt.Sprintf("%d  %s   %s", l.Number, l.Title, l.Summary))
	}
	return opts
}

// printRun prints the plain form of a run, as the trace command does.
func (a *app) printRun(ctx context.Context, p program) error {
	t := tracing{app: a, format: choice{value: "text"}, out: bufio.NewWriter(a.out)}
	code, err := t.program(ctx, p)
	if err != nil {
		return failure{err}
	}
	if code != exitOK {
		return status(code)
	}
	return nil
}

// A runner runs a source to its end and gives it orders on the way.
type runner struct {
	src      session.Source
	log      *trace.Log
	tl       *timeline.Timeline // only with orders
	orders   []order            // not given yet
	every    func(trace.View) error
	forget   bool // old events are not needed any more
	complain func(format string, args ...any)
	code     int // what the orders make of the exit code
}

// errInterrupted is the user's wish to stop.
var errInterrupted = errors.New("interrupted")

// run gives the exit code. The error is one that stops everything; a defect of
// the source is told and ends this run only.
func (r *runner) run(ctx context.Context) (int, error) {
	if len(r.orders) > 0 {
		r.tl = timeline.New()
	}
	for told := 0; ; {
		err := r.src.Next(ctx, r.log)
		if ctx.Err() != nil {
			err = errInterrupted
		}
		n := r.log.Len()
		if n-told >= flushEvery || err != nil {
			told = n
			if err := r.flush(); err != nil {
				return exitFailed, err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return max(r.leftOver(), endCode(r.log.View())), nil
		case errors.Is(err, errInterrupted):
			return exitFailed, err
		case err != nil:
			r.complain("%s", err)
			return max(r.leftOver(), exitFailed), nil
		case r.tl != nil:
			r.give()
		}
	}
}

// flush hands out what is new, and forgets what is not needed any more: the
// newest events tell how the run ended.
func (r *runner) flush() error {
	const newest = 1 << 15 // events
	if r.every != nil {
		if err := r.every(r.log.View()); err != nil {
			return err
		}
	}
	if r.forget {
		r.log.Drop(r.log.Len() - newest)
	}
	return nil
}

// leftOver tells the orders that never came to be due, and gives what the
// orders make of the exit code.
func (r *runner) leftOver() int {
	for _, o := range r.orders {
		late := errors.New("the run ended before that")
		if _, err := o.find(r.tl, r.log.Len()); err != nil && !o.after && !o.at {
			late = err
		}
		r.complain("%s: %s", o.text, late)
		r.code = exitUsage
	}
	return r.code
}

// give gives the source the orders that are due.
func (r *runner) give() {
	from := r.tl.View().Len()
	v := r.log.View()
	r.tl.Extend(v)
	for n := from + 1; n <= v.Len(); n++ {
		if e := v.At(n); e.Kind == trace.CommandRefused {
			c, _ := v.Payload(e).(trace.Command)
			r.complain("%s was refused: %s", c.Python(r.tl.Label(c.Task, n)), v.String(e.Name))
		}
	}
	later := r.orders[:0:0]
	for i := range r.orders {
		o := &r.orders[i]
		if !o.due(r.tl) {
			later = append(later, *o)
			continue
		}
		c, err := o.complete(r.tl)
		if err == nil {
			err = r.src.Do(c)
		}
		if err != nil {
			r.complain("%s: %s", o.text, err)
			r.code = exitUsage
		}
	}
	r.orders = later
}

// endCode gives the exit code for how a run ended.
func endCode(v trace.View) int {
	if v.Len() == 0 {
		return exitFailed
	}
	switch e := v.At(v.Len()); e.Kind {
	case trace.RunRefused:
		return exitUsage
	case trace.RunExit:
		if e.What == trace.Returned || cleanExit(v.String(e.Name)) {
			return exitOK
		}
	}
	return exitFailed
}

// cleanExit reports whether an exception is one by which a program ends
// without having failed.
func cleanExit(exception string) bool {
	switch exception {
	case "SystemExit()", "SystemExit(0)", "SystemExit(None)":
		return true
	}
	return false
}
