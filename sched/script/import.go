package script

import (
	"strings"

	"loopscope/sched/script/syntax"
)

// A module is what import binds. What a Go-made one has does not change, but
// for what is the run's own.
type module struct {
	name  string
	attrs map[string]Value
	own   map[string]ownAttr // attributes that each run has for itself
	lib   *library           // nil: made in Go
	late  map[string]string  // names that another module has, which is loaded when one is asked for
}

// An ownAttr is an attribute of a module that is kept in the machine.
type ownAttr struct {
	get func(m *machine) Value
	set func(m *machine, v Value) // nil: it cannot be set
}

func (*module) class() *Type { return moduleType }

// has says before the run whether the module has an attribute.
func (mod *module) has(name string) bool {
	if mod.attrs[name] != nil || mod.own[name].get != nil || mod.late[name] != "" || modules[mod.name+"."+name] != nil {
		return true
	}
	if mod.lib == nil {
		return false
	}
	mod.lib.compile()
	_, ok := mod.lib.slots[name]
	return ok
}

// moduleAttr gives an attribute of a module, nil if it is not there.
func (m *machine) moduleAttr(mod *module, name string) Value {
	if v := mod.attrs[name]; v != nil {
		return v
	}
	if mod.lib != nil && m.isLoaded(mod.lib) {
		if slot, ok := mod.lib.slots[name]; ok && m.libs[mod.lib.index][slot] != nil {
			return m.libs[mod.lib.index][slot]
		}
	}
	if of, ok := mod.own[name]; ok {
		return of.get(m)
	}
	if mod.late[name] != "" {
		return m.lateAttr(mod, name)
	}
	if name == "__name__" {
		return mod.name
	}
	if inner := modules[mod.name+"."+name]; inner != nil && (inner.lib == nil || m.isLoaded(inner.lib)) {
		return inner
	}
	return nil
}

func (m *machine) isLoaded(l *library) bool { return m.libs != nil && m.libs[l.index] != nil }

// setModuleAttr is module.name = v, which only what is in Python here can have.
func (m *machine) setModuleAttr(mod *module, name string, v Value) error {
	if of := mod.own[name]; of.set != nil {
		of.set(m, v)
		return nil
	}
	if mod.lib != nil {
		if slot, ok := mod.lib.slots[name]; ok {
			m.libs[mod.lib.index][slot] = v
			return nil
		}
	}
	return unsupported("setting an attribute of a module is")
}

// importStmt compiles import. The modules are there: the refusals have seen to
// it.
func (c *compiler) importStmt(s *syntax.Import) execFn {
	var steps []func(fr *frame) error
	for _, a := range s.Names {
		name, _, _ := strings.Cut(a.Name, ".")
		path, mod := a.Name, modules[name]
		if a.AsName != "" {
			name, mod = a.AsName, modules[a.Name]
		}
		store := c.storeName(name)
		steps = append(steps, func(fr *frame) error {
			if err := fr.m.importPath(path); err != nil {
				return err
			}
			return store(fr, mod)
		})
	}
	return runAll(steps)
}

// importPath loads a module and the packages that it is in.
func (m *machine) importPath(path string) error {
	for i := 0; i <= len(path); i++ {
		if i < len(path) && path[i] != '.' {
			continue
		}
		if mod := modules[path[:i]]; mod.lib != nil {
			if err := m.load(mod.lib); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *compiler) importFrom(s *syntax.ImportFrom) execFn {
	var steps []func(fr *frame) error
	for _, a := range s.Names {
		name, asked := a.Name, a.Name
		if a.AsName != "" {
			name = a.AsName
		}
		mod, store := modules[s.Module], c.storeName(name)
		steps = append(steps, func(fr *frame) error {
			v, err := fr.m.importName(mod, asked)
			if err != nil {
				return err
			}
			return store(fr, v)
		})
	}
	return runAll(steps)
}

// importName is from module import name, where the name may be a module.
func (m *machine) importName(mod *module, name string) (Value, error) {
	if err := m.importPath(mod.name); err != nil {
		return nil, err
	}
	if inner := mod.name + "." + name; modules[inner] != nil {
		if err := m.importPath(inner); err != nil {
			return nil, err
		}
	}
	if err := m.wantLate(mod, name); err != nil {
		return nil, err
	}
	if v := m.moduleAttr(mod, name); v != nil {
		return v, nil
	}
	if knownMissing(mod.name, name) {
		return nil, unsupported("%s.%s is", mod.name, name)
	}
	return nil, raise("ImportError", "cannot import name '%s' from '%s'", name, mod.name)
}

func runAll(steps []func(fr *frame) error) execFn {
	return func(fr *frame) (signal, error) {
		for _, step := range steps {
			if err := step(fr); err != nil {
				return goOn, err
			}
		}
		return goOn, nil
	}
}
