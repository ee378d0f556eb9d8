package cli

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "loopscope"

// anyOwn stands for every package of the module.
const anyOwn = "*"

// imports is the law of the layout: which packages of the module a package may
// import. A package that is not in it does not belong to the layout.
var imports = map[string][]string{
	".":                   {"ui/cli"},
	"sched":               {"sched/trace"},
	"sched/trace":         {},
	"sched/script":        {"sched", "sched/trace", "sched/script/syntax", "sched/script/libm", "sched/script/regex"},
	"sched/script/libm":   {},
	"sched/script/regex":  {},
	"sched/script/syntax": {},
	"sched/timeline":      {"sched/trace"},
	"sched/session":       {"sched/trace", "sched/timeline"},
	"sched/python":        {"sched/trace"},
	"presets":             {"sched/trace"},
	"ui":                  {"sched/session", "sched/timeline", "sched/trace", "presets"},
	"ui/export":           {anyOwn},
	"ui/serve":            {anyOwn},
	"ui/cli":              {anyOwn},
}

// top is what may stand at the top level, besides dot-files.
var top = []string{"main.go", "go.mod", "go.sum", "README.md", "LICENSE", "sched", "presets", "ui"}

// built is what building leaves there; it is never committed.
var built = []string{"loopscope", "loopscope.exe", "dist"}

const root = "../.."

// sources gives the Go files that are built into the program, by package.
func sources(t *testing.T) map[string][]string {
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() && (base == "testdata" || strings.HasPrefix(base, ".") && base != "." && base != "..") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, name)
		pkg := path.Dir(filepath.ToSlash(rel))
		found[pkg] = append(found[pkg], name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func importsOf(t *testing.T, file string) []string {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

func TestPackagesImportWhatTheLayoutAllows(t *testing.T) {
	for pkg, files := range sources(t) {
		allowed, known := imports[pkg]
		if !known {
			t.Errorf("package %s is not in the layout", pkg)
			continue
		}
		for _, file := range files {
			for _, p := range importsOf(t, file) {
				own, isOwn := strings.CutPrefix(p, module+"/")
				if isOwn && !slices.Contains(allowed, anyOwn) && !slices.Contains(allowed, own) {
					t.Errorf("%s imports %s; package %s may import %q of ours", file, p, pkg, allowed)
				}
			}
		}
	}
}

func TestNothingBelowTheScreenKnowsATerminal(t *testing.T) {
	for pkg, files := range sources(t) {
		if pkg != "presets" && pkg != "sched" && !strings.HasPrefix(pkg, "sched/") {
			continue
		}
		for _, file := range files {
			for _, p := range importsOf(t, file) {
				first, _, _ := strings.Cut(p, "/")
				if strings.Contains(first, ".") && !strings.HasPrefix(p, "golang.org/x/") || p == "os/exec" || p == "net" {
					t.Errorf("%s imports %s; sched and presets stand on the standard library", file, p)
				}
			}
		}
	}
}

func TestTopLevelHoldsNothingElse(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(top, name) && !slices.Contains(built, name) {
			t.Errorf("%s does not belong at the top level", name)
		}
	}
}
