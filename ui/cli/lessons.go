package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"loopscope/presets"
)

func (a *app) lessonsCommand() *cobra.Command {
	format := choice{value: "text", of: []string{"text", "json"}}
	c := &cobra.Command{
		Use:     "lessons",
		Short:   "List the lessons",
		Example: "loopscope lessons\nloopscope lessons --format json",
		RunE: a.run(func(c *cobra.Command, args []string) error {
			if err := noArguments(c, args); err != nil {
				return err
			}
			if format.value == "json" {
				return a.printLessonsJSON()
			}
			return a.printLessons()
		}),
	}
	format.add(c, "how to print them")
	return c
}

func (a *app) printLessons() error {
	lessons := presets.All()
	width := 0
	for _, p := range lessons {
		width = max(width, len(p.Name))
	}
	for _, p := range lessons {
		about := p.Summary
		if about == "" {
			about = p.Title
		}
		if _, err := fmt.Fprintf(a.out, "%3d  %-*s  %s\n", p.Number, width, p.Name, about); err != nil {
			return failure{err}
		}
	}
	return nil
}

// lessonJSON is a lesson in `lessons --format json`.
type lessonJSON struct {
	Number  int    `json:"number"`
	Name    string `json:"name"`
	Title   string `json:"title"`
	Summary string `json:"summary,omitempty"`
	File    string `json:"file"`
}

func (a *app) printLessonsJSON() error {
	var list []lessonJSON
	for _, p := range presets.All() {
		list = append(list, lessonJSON{p.Number, p.Name, p.Title, p.Summary, p.Listing.Name})
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(list); err != nil {
		return failure{err}
	}
	return nil
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		RunE: a.run(func(c *cobra.Command, args []string) error {
			if err := noArguments(c, args); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, "loopscope %s\nasyncio of CPython 3.13, built with %s for %s/%s\n",
				versionText(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			if err != nil {
				return failure{err}
			}
			return nil
		}),
	}
}

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Print the manual page",
		RunE: a.run(func(c *cobra.Command, args []string) error {
			if err := noArguments(c, args); err != nil {
				return err
			}
			page, err := mango.NewManPage(1, c.Root())
			if err == nil {
				_, err = fmt.Fprint(a.out, page.Build(roff.NewDocument()))
			}
			if err != nil {
				return failure{err}
			}
			return nil
		}),
	}
}

// versionText gives the version that the Go tool stamped on the program.
func versionText() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "from source"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		err := fmt.Errorf("%q is one argument too many", args[0])
		if lesson, unknown := presets.Find(args[0]); unknown == nil {
			err = fmt.Errorf("%w; `loopscope %s` opens that lesson", err, lesson.Name)
		}
		return usage{err, c.CommandPath()}
	}
	return nil
}

// A choice is a flag that takes one of several words.
type choice struct {
	value string
	of    []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.of, "|") }

// Set takes a word.
func (c *choice) Set(word string) error {
	for _, w := range c.of {
		if w == word {
			c.value = word
			return nil
		}
	}
	return errors.New("use " + c.words())
}

// words lists the words: "text, jsonl or none".
func (c *choice) words() string {
	return strings.Join(c.of[:len(c.of)-1], ", ") + " or " + c.of[len(c.of)-1]
}

// add gives a command the flag --format.
func (c *choice) add(cmd *cobra.Command, help string) {
	cmd.Flags().Var(c, "format", help+": "+strings.Join(c.of, ", "))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(c.of, cobra.ShellCompDirectiveNoFileComp))
}
