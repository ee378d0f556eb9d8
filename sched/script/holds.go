package script

import (
	"reflect"
	"slices"
	"unsafe"

	"loopscope/sched"
	"loopscope/sched/trace"
)

// tellNeverAwaited tells of the coroutines that were never awaited, when the
// module has ended with err. Its own variables are gone by then, and the
// traceback of err is.
func (m *machine) tellNeverAwaited(err error) {
	if e, ok := err.(*exception); ok {
		e.frames, e.native = nil, nil
	}
	log := m.loop.Log()
	for _, fn := range m.neverAwaited() {
		m.loop.Emit(trace.Event{Kind: trace.CoroutineNeverAwaited, Name: log.Text(fn)})
	}
}

// neverAwaited gives the functions of coroutines that were never awaited and
// that nothing holds, in order, and notes those that something does.
func (m *machine) neverAwaited() []string {
	gone := m.loop.NeverAwaited()
	times := map[string]int{}
	for _, fn := range gone {
		times[fn]++
	}
	m.leftOver = slices.DeleteFunc(m.loop.NotStarted(), func(fn string) bool {
		times[fn]--
		return times[fn] >= 0
	})
	gone = append(gone, m.inherited...)
	slices.Sort(gone)
	return gone
}

// reaches is Host.Holds: it walks through everything that the roots refer to.
func (m *machine) reaches(roots []any, wanted []*sched.Coro) []*sched.Coro {
	w := newHolder(roots...)
	var found []*sched.Coro
	for _, c := range wanted {
		if w.found[c] {
			found = append(found, c)
		}
	}
	return found
}

// A holder walks through Go values by reflection, so that every kind of value
// is walked through as it is.
type holder struct {
	seen  map[unsafe.Pointer]bool
	todo  []reflect.Value
	found map[*sched.Coro]bool

	opaque bool // an iterator in Go was met: what it goes through is not seen
}

// The types that are not walked through: they belong to the engine or to all
// that runs.
var unheld = map[reflect.Type]bool{
	reflect.TypeFor[machine](): true, reflect.TypeFor[sched.Loop](): true, reflect.TypeFor[trace.Log](): true,
	reflect.TypeFor[code](): true, reflect.TypeFor[module](): true, reflect.TypeFor[genStack](): true, reflect.TypeFor[builtin](): true,
}

// heldFields are the fields that are walked through, of types where not all
// are what CPython's object refers to.
var heldFields = map[reflect.Type][]string{
	reflect.TypeFor[frame]():        {"slots", "up", "handling", "inner", "gen", "within"},
	reflect.TypeFor[exception]():    {"args", "attrs", "cause", "context", "frames", "native", "group"},
	reflect.TypeFor[coroutine]():    {"fr", "native"},
	reflect.TypeFor[sched.Coro]():   {"Owner"},
	reflect.TypeFor[sched.Handle](): {"callee"},
	reflect.TypeFor[userClass]():    {"bases"},
}

// newHolder makes a holder that has walked through some roots.
func newHolder(roots ...any) *holder {
	w := &holder{seen: map[unsafe.Pointer]bool{}, found: map[*sched.Coro]bool{}}
	for _, root := range roots {
		w.add(reflect.ValueOf(root))
	}
	w.run()
	return w
}

func (w *holder) run() {
	for len(w.todo) > 0 {
		v := w.todo[len(w.todo)-1]
		w.todo = w.todo[:len(w.todo)-1]
		w.walk(v)
	}
}

func (w *holder) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
		if !v.IsNil() {
			w.todo = append(w.todo, v)
		}
	case reflect.Struct, reflect.Array:
		w.todo = append(w.todo, v)
	}
}

func (w *holder) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		w.add(v.Elem())
	case reflect.Pointer:
		w.pointer(v)
	case reflect.Map:
		if w.first(v.UnsafePointer()) {
			for it := v.MapRange(); it.Next(); {
				w.add(it.Key())
				w.add(it.Value())
			}
		}
	case reflect.Slice, reflect.Array:
		if !scalar(v.Type().Elem().Kind()) {
			for i := range v.Len() {
				w.add(v.Index(i))
			}
		}
	case reflect.Struct:
		w.structure(v)
	}
}

func scalar(k reflect.Kind) bool { return k <= reflect.Complex128 || k == reflect.String }

// first reports whether something is met for the first time.
func (w *holder) first(p unsafe.Pointer) bool {
	if w.seen[p] {
		return false
	}
	w.seen[p] = true
	return true
}

func (w *holder) pointer(v reflect.Value) {
	t := v.Type().Elem()
	if unheld[t] || !w.first(v.UnsafePointer()) {
		return
	}
	switch t {
	case reflect.TypeFor[funcIter]():
		w.opaque = true
	case reflect.TypeFor[sched.Coro]():
		w.found[(*sched.Coro)(v.UnsafePointer())] = true
	case reflect.TypeFor[coroutine]():
		w.found[(*coroutine)(v.UnsafePointer()).c] = true
	case reflect.TypeFor[Type]():
		if (*Type)(v.UnsafePointer()).user == nil {
			return
		}
	}
	w.add(v.Elem())
}

func (w *holder) structure(v reflect.Value) {
	if unheld[v.Type()] {
		return
	}
	if names, ok := heldFields[v.Type()]; ok {
		for _, name := range names {
			w.add(v.FieldByName(name))
		}
		return
	}
	for i := range v.NumField() {
		w.add(v.Field(i))
	}
}
