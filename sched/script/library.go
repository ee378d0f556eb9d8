package script

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"loopscope/sched/script/syntax"
)

// libFiles are the modules that are written in Python, lib/NAME.py each.
//
//go:embed lib/*.py
var libFiles embed.FS

// A library is a module of CPython that is written in Python here too. It is
// parsed and compiled when it is first imported, once a process; its code runs
// once a run, by the import, so what it keeps in globals is the run's own.
//
// Its frames are the engine's, not the script's: whatever tells where the
// script is passes over them, as the referee passes over files of the standard
// library. Depth and steps count them.
type library struct {
	name   string
	file   string
	index  int // of its globals in machine.libs
	once   sync.Once
	main   *code
	names  []string        // the globals by number
	slots  map[string]int  // of the globals that an import can give
	stored map[string]bool // attributes that its code sets and its classes have
}

// libraries are the modules of libFiles, by name.
var libraries = func() []*library {
	names, err := fs.Glob(libFiles, "lib/*.py")
	if err != nil {
		panic("script: internal error: " + err.Error())
	}
	slices.Sort(names)
	all := make([]*library, len(names))
	for i, file := range names {
		file = strings.TrimPrefix(file, "lib/")
		all[i] = &library{name: strings.TrimSuffix(file, ".py"), file: file, index: i}
	}
	return all
}()

// compile reads and compiles the module's file unless that has been done. What
// is wrong with it is a bug of ours.
func (l *library) compile() {
	l.once.Do(func() {
		source, err := libFiles.ReadFile("lib/" + l.file)
		if err != nil {
			panic("script: internal error: " + err.Error())
		}
		tree, err := syntax.Parse(l.file, source)
		if err != nil {
			panic("script: internal error: lib/" + l.file + ": " + err.Error())
		}
		manglePrivate(tree.Body)
		r := resolve(tree)
		r.lib = l
		l.main = compileModule(tree, r, nil)
		l.names, l.stored = r.names, storedAttributes(tree, r)
		l.slots = map[string]int{}
		for name, slot := range r.globals {
			if known := knownNames[l.name]; r.bound[name] && (known == nil || known[name]) {
				l.slots[name] = slot
			}
		}
	})
}

// load runs the module's code unless the run has done so.
func (m *machine) load(l *library) error {
	if m.libs == nil {
		m.libs = make([][]Value, len(libraries))
	}
	if m.libs[l.index] != nil {
		return nil
	}
	l.compile()
	globals := make([]Value, len(l.names))
	m.libs[l.index] = globals
	if i := slices.Index(l.names, "__name__"); i >= 0 {
		globals[i] = l.name
	}
	fr := &frame{m: m, code: l.main, slots: make([]Value, l.main.slots), line: 1, back: m.top, depth: 1}
	if m.top != nil {
		fr.depth = m.top.depth + 1
	}
	if _, err := fr.run(); err != nil {
		m.libs[l.index] = nil
		return err
	}
	return nil
}

// moduleName is the __module__ of what a code defines.
func (k *code) moduleName() string {
	if k.lib != nil {
		return k.lib.name
	}
	return "__main__"
}

// globalPlace gives the place of a global of the module that is compiled, for
// what need not be fast.
func (c *compiler) globalPlace(slot int) func(m *machine) *Value {
	if l := c.r.lib; l != nil {
		return func(m *machine) *Value { return &m.libs[l.index][slot] }
	}
	return func(m *machine) *Value { return &m.globals[slot] }
}
