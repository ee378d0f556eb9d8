// Package cli is the command line of loopscope: it finds the program that is
// meant, starts it, and hands it to one of its faces: the screen, a trace, or
// the typed form without a picture. Hints on what to do next are given here
// and nowhere deeper.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"loopscope/ui/export"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // the program that was run failed
	exitUsage  = 2 // the command line is wrong, or a file cannot be run
)

// A status ends the program with a code when all there is to say has been
// said.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// A failure ends the program with a message and exitFailed.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

// Main runs loopscope with the arguments that follow its name and gives the
// exit code. It owns the process: it sets NO_COLOR for the libraries and
// listens to signals.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if os.Getenv("NO_COLOR") != "" || slices.Contains(args, "--no-color") {
		_ = os.Setenv("NO_COLOR", "1") // the libraries take no other value for true
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	a := &app{in: stdin, out: stdout, err: stderr}
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if unadorned() {
		a.tell(root.ExecuteContext(ctx))
		return a.code
	}
	_ = fang.Execute(ctx, root, fang.WithVersion(versionText()), fang.WithoutManpage(),
		fang.WithErrorHandler(func(_ io.Writer, _ fang.Styles, err error) { a.tell(err) }))
	return a.code
}

// unadorned reports whether help is to be plain text. Fang asks the terminal
// for its colours, which one that is dumb would show as garbage.
func unadorned() bool {
	return os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || isSet("LOOPSCOPE_PLAIN")
}

// run makes a command of a function. Its error is told here, so that no
// library styles it.
func (a *app) run(do func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if err := a.limits.check(); err != nil {
			a.tell(usage{err, c.CommandPath()})
			return nil
		}
		a.tell(do(c, args))
		return nil
	}
}

// wrongFlag tells an error in the flags. To cobra it looks like the wish for
// help, because an error would be told by it once more.
func (a *app) wrongFlag(c *cobra.Command, err error) error {
	c.SetHelpFunc(func(*cobra.Command, []string) { a.tell(usage{flagError(c, err), c.CommandPath()}) })
	return pflag.ErrHelp
}

// tell prints an error and, where the command line itself was wrong, where
// help is, and notes the exit code.
func (a *app) tell(err error) {
	var s status
	var f failure
	var wrong usage
	switch {
	case err == nil:
		return
	case errors.As(err, &s):
		a.code = int(s)
		return
	case errors.As(err, &f):
		a.code = exitFailed
	default:
		a.code = exitUsage
	}
	_, _ = fmt.Fprintf(a.err, "loopscope: %s\n", export.Harmless(err.Error()))
	if errors.As(err, &wrong) {
		_, _ = fmt.Fprintf(a.err, "See `%s --help`.\n", wrong.command)
	}
}

// usage is an error in the flags or arguments of a command.
type usage struct {
	error
	command string
}

func (u usage) Unwrap() error { return u.error }

// An app is one call of loopscope: its streams and what the flags say.
type app struct {
	in       io.Reader
	out, err io.Writer
	code     int // to exit with

	plain   bool
	ascii   bool
	noColor bool
	speed   float64
	limits  limits
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "loopscope [LESSON | FILE.py]",
		Short: "Watch an asyncio event loop think",
		Long: `Watch an asyncio event loop think: every task is a lane beside its Python source. Step forwards and
backwards, cancel, shield and add callbacks at any moment, take it back, and ask why.

Without an argument the lessons are shown to choose from. A LESSON goes by its name or number, which
"loopscope lessons" lists. On the screen → makes a step, space plays, ? shows every key, q leaves.
With --plain commands are typed; help lists them. Without a terminal the plain form of the run is printed.

Exit codes: 0; 1 the program failed; 2 the command line is wrong, or a file cannot be run.`,
		Example: `loopscope
loopscope gather
loopscope my_program.py
loopscope --plain 2
loopscope trace --format jsonl my_program.py`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeProgram,
		RunE:              a.run(a.open),
		SilenceErrors:     true,
		SilenceUsage:      true,
		Version:           versionText(),
	}
	flags := root.Flags()
	flags.BoolVar(&a.plain, "plain", false, "no picture: one sentence a step, commands are typed (also LOOPSCOPE_PLAIN=1)")
	flags.Float64Var(&a.speed, "speed", 1, "seconds of loop time in a second of playing, 0.1 to 100")
	a.limits.add(flags)
	persistent := root.PersistentFlags()
	persistent.BoolVar(&a.ascii, "ascii", false, "draw with ASCII characters only")
	persistent.BoolVar(&a.noColor, "no-color", false, "no colour (also NO_COLOR=1)")
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(a.wrongFlag)
	root.AddCommand(a.traceCommand(), a.lessonsCommand(), a.versionCommand(), a.manCommand())
	root.SetHelpCommand(a.helpCommand())
	a.explainCompletion(root)
	return root
}

// oneProgram accepts no argument or one, and knows a mistyped command.
func oneProgram(c *cobra.Command, args []string) error {
	if len(args) <= 1 {
		return nil
	}
	err := fmt.Errorf("one program can be watched at a time, and here are %d; `loopscope trace %s` runs them one after the other",
		len(args), strings.Join(args, " "))
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		err = fmt.Errorf("no command %q; did you mean %s?", args[0], near[0])
	}
	return usage{err, c.CommandPath()}
}

// open is the command without a name: it shows a program, or the lessons.
func (a *app) open(c *cobra.Command, args []string) error {
	if err := oneProgram(c, args); err != nil {
		return err
	}
	if !(a.speed >= 0.1 && a.speed <= 100) {
		return usage{fmt.Errorf("--speed %g: give a number from 0.1 to 100", a.speed), c.CommandPath()}
	}
	if len(args) == 0 {
		return a.openPicker(c.Context())
	}
	p, err := a.find(args[0])
	if err != nil {
		return err
	}
	switch {
	case a.wantsPlain():
		return a.watchPlain(c.Context(), p)
	case !a.hasTerminal():
		_, _ = fmt.Fprintln(a.out, "There is no terminal here, so this is the plain form of the run; --plain takes typed commands.")
		_, _ = fmt.Fprintln(a.out)
		return a.printRun(c.Context(), p)
	}
	return a.show(c.Context(), &p)
}

// openPicker shows the lessons: on the screen, or as the list that
// `loopscope lessons` prints.
func (a *app) openPicker(ctx context.Context) error {
	switch {
	case a.wantsPlain():
	case !a.hasTerminal():
		_, _ = fmt.Fprintln(a.out, "There is no terminal here, so these are the lessons; `loopscope gather` prints one.")
		_, _ = fmt.Fprintln(a.out)
	default:
		return a.show(ctx, nil)
	}
	return a.printLessons()
}

// wantsPlain reports whether the form without a picture is asked for.
func (a *app) wantsPlain() bool {
	return a.plain || isSet("LOOPSCOPE_PLAIN") || os.Getenv("TERM") == "dumb" && a.hasTerminal()
}

func isSet(name string) bool {
	v := os.Getenv(name)
	return v != "" && v != "0"
}

// hasTerminal reports whether there is a screen to draw on and a keyboard.
func (a *app) hasTerminal() bool { return isTerminal(a.in) && isTerminal(a.out) }

func isTerminal(stream any) bool {
	f, ok := stream.(term.File)
	return ok && term.IsTerminal(f.Fd())
}
