package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"loopscope/presets"
)

// nearest gives the one of some words that a typist may have meant, "" if none
// is near.
func nearest(word string, words []string) string {
	for _, near := range presets.Nearest(word, words) {
		return near
	}
	return ""
}

// flagError says what is wrong with the flags of a command, and what is right.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	var missing *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		return unknownFlag(c, unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		return fmt.Errorf("unknown flag: -%s; flags are words, as --plain", unknown.GetSpecifiedName())
	case errors.As(err, &invalid):
		return fmt.Errorf("--%s %s: %s", invalid.GetFlag().Name, invalid.GetValue(), wanted(invalid.GetFlag()))
	case errors.As(err, &missing):
		return fmt.Errorf("--%s needs a value: %s", missing.GetFlag().Name, wanted(missing.GetFlag()))
	}
	return err
}

// unknownFlag says which flag may be meant by one that the command has not, or
// which command has it.
func unknownFlag(c *cobra.Command, name string) error {
	var own []string
	c.Flags().VisitAll(func(f *pflag.Flag) { own = append(own, f.Name) })
	if near := nearest(name, own); near != "" {
		return fmt.Errorf("unknown flag: --%s; did you mean --%s?", name, near)
	}
	var have []string
	for _, other := range append([]*cobra.Command{c.Root()}, c.Root().Commands()...) {
		if other != c && other.Flags().Lookup(name) != nil {
			have = append(have, "`"+other.CommandPath()+"`")
		}
	}
	switch len(have) {
	case 0:
		return fmt.Errorf("unknown flag: --%s", name)
	case 1:
		return fmt.Errorf("unknown flag: --%s; %s has it", name, have[0])
	}
	return fmt.Errorf("unknown flag: --%s; %s have it", name, strings.Join(have, " and "))
}

// wanted says what a flag takes.
func wanted(f *pflag.Flag) string {
	if c, ok := f.Value.(*choice); ok {
		return "use " + c.words()
	}
	switch {
	case f.Name == "speed":
		return "give a number from 0.1 to 100"
	case strings.HasPrefix(f.Name, "max-"):
		return "give a whole number from 1 up"
	case f.Name == "do":
		return "give a command, as --do 't=0.5 cancel job1'"
	case f.Name == "commands":
		return "give a file"
	}
	return "it takes no value"
}

// unknownCommandOf says which command may be meant by one that there is not.
func unknownCommandOf(c *cobra.Command, name string) error {
	if near := c.SuggestionsFor(name); len(near) > 0 {
		return fmt.Errorf("no command %q; did you mean %s?", name, near[0])
	}
	var all []string
	for _, one := range c.Commands() {
		if one.IsAvailableCommand() {
			all = append(all, one.Name())
		}
	}
	return fmt.Errorf("no command %q: there are %s", name, strings.Join(all, ", "))
}

// helpCommand is the command help, which knows a mistyped command.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Help about any command",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if len(args) == 0 {
				for _, one := range c.Root().Commands() {
					names = append(names, cobra.CompletionWithDesc(one.Name(), one.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: a.run(func(c *cobra.Command, args []string) error {
			found, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 || found == nil {
				return usage{unknownCommandOf(c.Root(), args[0]), c.Root().CommandPath()}
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		}),
	}
}

// completionLong says how completion is put to use.
const completionLong = `Print a script that makes your shell complete lessons, Python files, commands and flags.

  bash        source <(loopscope completion bash)
  zsh         source <(loopscope completion zsh)
  fish        loopscope completion fish | source
  powershell  loopscope completion powershell | Out-String | Invoke-Expression

Put that line into the file that your shell reads when it starts: ~/.bashrc, ~/.zshrc, ~/.config/fish/config.fish or $PROFILE.`

// explainCompletion gives cobra's command completion words of our own, and an
// error for a shell that it does not know.
func (a *app) explainCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	at := slices.IndexFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == "completion" })
	if at < 0 {
		return
	}
	c := root.Commands()[at]
	c.Short, c.Long = "Print a script that completes words in your shell", completionLong
	c.Args = cobra.ArbitraryArgs
	c.RunE = a.run(func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage{fmt.Errorf("no shell %q: there are bash, fish, powershell and zsh", args[0]), c.CommandPath()}
		}
		return c.Help()
	})
}
