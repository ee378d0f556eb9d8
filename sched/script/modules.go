package script

import "slices"

// modules are the modules that a script can import.
var modules map[string]*module

func init() {
	modules = map[string]*module{
		"time": timeModule(), "functools": functoolsModule(),
		"contextvars": contextvarsModule(),
	}
	for _, mod := range slices.Concat(asyncioModules(), dataModules(), classModules()) {
		modules[mod.name] = mod
	}
	for _, mod := range []*module{sysModule(), libModule(), futureModule()} {
		modules[mod.name] = mod
	}
	for _, mod := range modules {
		for _, v := range mod.attrs {
			if b, ok := v.(*builtin); ok && b.of == nil && b.module == "" && builtins[b.name] != b {
				b.module = mod.name
			}
		}
	}
	for _, l := range libraries {
		if mod := modules[l.name]; mod != nil { // a part of it is in Go
			mod.lib = l
			continue
		}
		modules[l.name] = &module{name: l.name, lib: l}
	}
}
