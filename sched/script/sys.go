package script

import (
	"math"
)

// sysModule is sys, as far as it says nothing of the machine.
func sysModule() *module {
	mod := newModule("sys", sysFunctions)
	for name, v := range map[string]Value{
		"version": "3.13.0 (embedded) [loopscope]", "platform": "linux", "maxsize": int64(math.MaxInt64), "byteorder": "little",
		"hexversion": int64(0x030d00f0), "maxunicode": int64(0x10ffff), "api_version": int64(1013), "float_repr_style": "short",
		"version_info": newRecord(versionInfoType, int64(3), int64(13), int64(0), "final", int64(0)),
		"float_info": newRecord(floatInfoType, math.MaxFloat64, int64(1024), int64(308), 0x1p-1022, int64(-1021), int64(-307), int64(15), int64(53),
			0x1p-52, int64(2), int64(1)),
		"int_info": newRecord(intInfoType, int64(30), int64(4), int64(4300), int64(640)),
		"hash_info": newRecord(hashInfoType, int64(64), int64(1<<61-1), int64(314159), int64(0), int64(1000003), "siphash13", int64(64), int64(128),
			int64(0)),
		"__stdout__": standardOut, "__stderr__": standardError,
		"implementation": &module{name: "sys.implementation", attrs: map[string]Value{"name": "cpython", "cache_tag": "cpython-313", "hexversion": int64(0x030d00f0)}},
	} {
		mod.attrs[name] = v
	}
	mod.own = map[string]ownAttr{
		"stdout": {(*machine).stdoutNow, func(m *machine, v Value) { m.stdout = v }},
		"stderr": {(*machine).stderrNow, func(m *machine, v Value) { m.stderr = v }},
		"argv":   {(*machine).arguments, nil},
	}
	return mod
}

// arguments is sys.argv: the name of the script alone, in a list of the run's.
func (m *machine) arguments() Value {
	if m.argv == nil {
		m.argv = newList(m.listing.Name)
	}
	return m.argv
}

var sysFunctions = []*builtin{
	inC("exit", func(_ *machine, a args) (Value, error) {
		if err := a.between("exit", 0, 1); err != nil {
			return nil, err
		}
		return nil, &exception{cls: excTypes["SystemExit"], args: a.pos}
	}),
	inC("exception", func(m *machine, a args) (Value, error) {
		return orNone(m.handled()), a.between("sys.exception", 0, 0)
	}),
	inC("exc_info", func(m *machine, a args) (Value, error) {
		return newTuple(exitArgs(m.handled())...), a.between("sys.exc_info", 0, 0)
	}),
	inC("getrecursionlimit", func(m *machine, a args) (Value, error) {
		return integer(int64(m.opts.Depth)), a.between("sys.getrecursionlimit", 0, 0)
	}),
	inC("setrecursionlimit", setRecursionLimit),
	inC("_getframe", func(m *machine, a args) (Value, error) {
		if err := a.between("_getframe", 0, 1); err != nil {
			return nil, err
		}
		depth, ok := asInt(a.at(0, integer(0)))
		if !ok {
			return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(a.pos[0]).name)
		}
		return m.frameAt(int(depth))
	}),
	inC("getdefaultencoding", func(_ *machine, a args) (Value, error) {
		return "utf-8", a.between("sys.getdefaultencoding", 0, 0)
	}),
	inC("getswitchinterval", func(_ *machine, a args) (Value, error) {
		return 0.005, a.between("sys.getswitchinterval", 0, 0)
	}),
	inC("intern", func(_ *machine, a args) (Value, error) {
		if err := a.between("intern", 1, 1); err != nil {
			return nil, err
		}
		if _, ok := a.pos[0].(string); !ok {
			return nil, typeError("intern() argument must be str, not %s", typeOf(a.pos[0]).name)
		}
		return a.pos[0], nil
	}),
}

// maxDepth is what a script can raise the depth of its calls to: the Go stack
// must hold them.
const maxDepth = 20_000

func setRecursionLimit(m *machine, a args) (Value, error) {
	if err := a.between("sys.setrecursionlimit", 1, 1); err != nil {
		return nil, err
	}
	n, ok := asInt(a.pos[0])
	switch {
	case !ok:
		return nil, typeError("'%s' object cannot be interpreted as an integer", typeOf(a.pos[0]).name)
	case n < 1:
		return nil, valueError("recursion limit must be greater or equal than 1")
	case m.top != nil && n <= int64(m.top.depth):
		return nil, raise("RecursionError", "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, m.top.depth)
	}
	m.opts.Depth = int(min(n, maxDepth))
	return None, nil
}

// handled is the exception that the script is at work on, nil if there is none.
func (m *machine) handled() *exception { return m.top.current() }
