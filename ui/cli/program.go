package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"loopscope/presets"
	"loopscope/sched/trace"
)

// A program is what an argument means.
type program struct {
	listing trace.Listing
	path    string          // of a file; "": a lesson
	lesson  *presets.Preset // nil: a file
	refused *refusal        // why it is no program at all; nil: it may be one
}

// A refusal is a reason for which nothing of a program is run.
type refusal struct {
	reason string
	line   int // of the program; 0: none
}

// find gives the program that an argument means: a file if it looks like one
// or is one, else a lesson by name or number. The error says what to do.
func (a *app) find(arg string) (program, error) {
	if looksLikeFile(arg) {
		return a.readProgram(arg)
	}
	lesson, err := presets.Find(arg)
	if err == nil {
		return program{listing: lesson.Listing, lesson: &lesson}, nil
	}
	if info, statErr := os.Stat(arg); statErr == nil && !info.IsDir() {
		return a.readProgram(arg)
	}
	if _, statErr := os.Stat(arg + ".py"); statErr == nil {
		return program{}, fmt.Errorf("no lesson %q; did you mean the file %s.py?", arg, arg)
	}
	if near := nearest(arg+".py", programsIn("")); near != "" {
		err = fmt.Errorf("%w; or did you mean the file %s?", err, near)
	}
	return program{}, err
}

func looksLikeFile(arg string) bool {
	return strings.HasSuffix(strings.ToLower(arg), ".py") || strings.ContainsRune(arg, '/') || strings.ContainsRune(arg, filepath.Separator)
}

// readProgram reads a file. A file that is no text at all is a program that is
// refused, like one with a syntax error.
func (a *app) readProgram(path string) (program, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return program{}, missing(path)
	case err != nil:
		return program{}, fmt.Errorf("%s cannot be read: %w", path, reason(err))
	case info.IsDir():
		return program{}, folder(path)
	case !info.Mode().IsRegular():
		return program{}, fmt.Errorf("%s is no file: give a Python file", path)
	}
	p := program{path: path, listing: trace.Listing{Name: filepath.Base(path)}}
	file, err := os.Open(path)
	if err != nil {
		return program{}, fmt.Errorf("%s cannot be read: %w", path, reason(err))
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(io.LimitReader(file, int64(a.limits.options().Source)+1))
	if err != nil {
		return program{}, fmt.Errorf("%s cannot be read: %w", path, reason(err))
	}
	p.listing.Source = string(text)
	p.refused = a.vet(p.listing)
	return p, nil
}

// vet gives the reason why a text is no program at all, nil if it may be one.
func (a *app) vet(l trace.Listing) *refusal {
	if len(l.Source) > a.limits.options().Source {
		return &refusal{reason: fmt.Sprintf("too large: a program of at most %d MB can be run; --max-source raises that", a.limits.source)}
	}
	if at := invalid(l.Source); at >= 0 {
		return &refusal{
			reason: fmt.Sprintf("not valid UTF-8 (byte 0x%02x); save the file as UTF-8", l.Source[at]),
			line:   1 + strings.Count(l.Source[:at], "\n"),
		}
	}
	return nil
}

// invalid gives the place of the first byte that is no UTF-8; -1: none.
func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

// reason takes the path off an error of the file system: the message has it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// missing says that there is no such file, and which one may be meant.
func missing(path string) error {
	dir, base := filepath.Split(path)
	stem := strings.TrimSuffix(base, ".py")
	if lesson, err := presets.Find(stem); err == nil && dir == "" {
		return fmt.Errorf("there is no file %s; the lesson of that name is `loopscope %s`", path, lesson.Name)
	}
	if dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return fmt.Errorf("there is no file %s: there is no folder %s", path, dir)
		}
	}
	near := programsIn(dir)
	meant := nearest(path, near)
	switch {
	case meant != "":
		return fmt.Errorf("there is no file %s; did you mean %s?", path, meant)
	case len(near) == 0:
		return fmt.Errorf("there is no file %s; `loopscope lessons` lists the lessons", path)
	case len(near) > 6:
		near = append(near[:6], "…")
	}
	return fmt.Errorf("there is no file %s; here are %s", path, strings.Join(near, ", "))
}

func folder(path string) error {
	near := programsIn(path)
	if len(near) == 0 {
		return fmt.Errorf("%s is a folder; give a Python file", path)
	}
	return fmt.Errorf("%s is a folder; give one of its files, like %s", path, near[0])
}

// programsIn lists the Python files of a folder with its path before each, in
// order.
func programsIn(dir string) []string {
	var found []string
	entries, err := os.ReadDir(filepath.Join(dir, "."))
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ".py") {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	return found
}

// completeProgram completes the only argument.
func completeProgram(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completePrograms(c, args, typed)
}

// completePrograms completes an argument: lessons by name, files by ending.
func completePrograms(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var found []string
	for _, p := range presets.All() {
		if strings.HasPrefix(p.Name, typed) {
			found = append(found, cobra.CompletionWithDesc(p.Name, p.Title))
		}
	}
	dir, _ := filepath.Split(typed)
	for _, path := range programsIn(dir) {
		if strings.HasPrefix(path, typed) {
			found = append(found, path)
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
