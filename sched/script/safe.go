package script

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"loopscope/sched"
)

const (
	// safeLength, safeDepth and safeItems bound how a variable is shown: in
	// bytes, in containers within each other, and in items of each.
	safeLength = 120
	safeDepth  = 3
	safeItems  = 8
)

// safeText shows a value to whoever looks at a run, as repr would as far as that
// can be had without asking the script: no code of it runs, nothing of the run
// changes, and the text is short and printable.
func safeText(v Value) string {
	s := safely{}
	s.show(v, 0)
	if len(s.out) <= safeLength {
		return string(s.out)
	}
	cut := safeLength - len("…")
	for cut > 0 && !utf8.RuneStart(s.out[cut]) {
		cut--
	}
	return string(s.out[:cut]) + "…"
}

// A safely is a text in the making.
type safely struct{ out []byte }

func (s *safely) full() bool { return len(s.out) > safeLength }

func (s *safely) add(text string) { s.out = append(s.out, text...) }

// name adds a name that the script has given, made printable.
func (s *safely) name(text string) {
	for i, r := range text {
		if s.full() {
			return
		}
		if r != utf8.RuneError && isPrintable(r) {
			s.out = utf8.AppendRune(s.out, r)
		} else {
			s.out = fmt.Appendf(s.out, `\x%02x`, text[i])
		}
	}
}

func (s *safely) show(v Value, depth int) {
	if s.full() {
		return
	}
	switch v := v.(type) {
	case none:
		s.add("None")
	case ellipsis:
		s.add("Ellipsis")
	case notImplemented:
		s.add("NotImplemented")
	case bool:
		if v {
			s.add("True")
		} else {
			s.add("False")
		}
	case int64:
		s.out = strconv.AppendInt(s.out, v, 10)
	case *big.Int:
		if v.BitLen() > 4*safeLength {
			s.out = fmt.Appendf(s.out, "<int of %d bits>", v.BitLen())
			return
		}
		s.out = v.Append(s.out, 10)
	case float64:
		s.add(reprFloat(v))
	case string:
		s.add(reprString(head(v)))
	case byteString:
		s.add(reprBytes(head(string(v))))
	default:
		s.object(v, depth)
	}
}

// head gives as much of a text as can be shown.
func head(text string) string {
	if len(text) <= 2*safeLength {
		return text
	}
	return text[:2*safeLength]
}

// object shows a value that is none of the plain ones.
func (s *safely) object(v Value, depth int) {
	switch v := v.(type) {
	case *boxed:
		s.show(v.v, depth)
	case *tuple:
		if len(v.items) == 1 {
			s.items(v.items, "(", ",)", depth)
		} else {
			s.items(v.items, "(", ")", depth)
		}
	case *list:
		s.items(v.items, "[", "]", depth)
	case *set:
		s.set(v, depth)
	case *dict:
		s.dict(&v.table, depth)
	case *deque:
		var items []Value
		for i := range min(v.size, safeItems+1) {
			items = append(items, v.ring[(v.head+i)&(len(v.ring)-1)])
		}
		s.add("deque(")
		s.items(items, "[", "]", depth)
		s.add(")")
	case *span:
		s.out = fmt.Appendf(s.out, "range(%d, %d", v.start, v.stop)
		if v.step != 1 {
			s.out = fmt.Appendf(s.out, ", %d", v.step)
		}
		s.add(")")
	case *instance:
		s.instance(v, depth)
	case *exception:
		s.name(v.cls.short())
		s.items(v.args, "(", ")", depth)
	default:
		s.named(v)
	}
}

// items shows the first of a container's items.
func (s *safely) items(all []Value, open, end string, depth int) {
	if depth >= safeDepth && len(all) > 0 {
		s.add(open + "…" + end)
		return
	}
	s.add(open)
	for i, item := range all {
		if i > 0 {
			s.add(", ")
		}
		if i == safeItems || s.full() {
			s.add("…")
			break
		}
		s.show(item, depth+1)
	}
	s.add(end)
}

func (s *safely) set(v *set, depth int) {
	if v.live == 0 {
		s.add(v.t.short() + "()")
		return
	}
	var some []Value
	if v.ordered != nil {
		for i := 0; i < len(v.ordered.entries) && len(some) <= safeItems; i++ {
			if key := v.ordered.entries[i].key; key != nil {
				some = append(some, key)
			}
		}
	}
	for i := 0; i < len(v.slots) && len(some) <= safeItems; i++ {
		if key := v.slots[i].key; key != nil {
			some = append(some, key)
		}
	}
	s.items(some, "{", "}", depth)
}

func (s *safely) dict(t *table, depth int) {
	if depth >= safeDepth && t.live > 0 {
		s.add("{…}")
		return
	}
	s.add("{")
	shown := 0
	for _, e := range t.entries {
		if e.key == nil {
			continue
		}
		if shown > 0 {
			s.add(", ")
		}
		if shown == safeItems || s.full() {
			s.add("…")
			break
		}
		s.show(e.key, depth+1)
		s.add(": ")
		s.show(e.value, depth+1)
		shown++
	}
	s.add("}")
}

// instance shows an object of a class of the script by its attributes.
func (s *safely) instance(o *instance, depth int) {
	s.add("<")
	s.name(o.cls.short())
	if o.attrs != nil && depth < safeDepth {
		shown := 0
		for _, e := range o.attrs.entries {
			name, ok := e.key.(string)
			if !ok {
				continue
			}
			if shown == safeItems || s.full() {
				s.add(" …")
				break
			}
			s.add(" ")
			s.name(name)
			s.add("=")
			s.show(e.value, depth+1)
			shown++
		}
	}
	s.add(">")
}

// named shows what is best told by its name.
func (s *safely) named(v Value) {
	what, name := "", ""
	switch v := v.(type) {
	case *function:
		what, name = "function", v.qualname
	case *builtin:
		what, name = "function", v.name
	case *method:
		what, name = "method", "?"
		switch fn := v.fn.(type) {
		case *function:
			name = fn.qualname
		case *builtin:
			name = fn.name
		}
	case *Type:
		what, name = "class", v.short()
	case *module:
		what, name = "module", v.name
	case *generator:
		what, name = "generator", v.qualname
	case *coroutine:
		what = "coroutine"
		if v.code != nil {
			name = v.code.qualname
		}
	case *future:
		s.future(v.f)
		return
	case *queue:
		what = v.cls.short()
		if v.of != nil && v.cls.user == nil {
			name = fmt.Sprintf("of %d", v.of.Size())
		}
	default:
		what = typeOf(v).short()
	}
	s.add("<")
	s.name(what)
	if name != "" {
		s.add(" ")
		s.name(name)
	}
	s.add(">")
}

// future shows a task or another future with its state.
func (s *safely) future(f *sched.Future) {
	s.add("<")
	if t := f.Task(); t != nil {
		s.add("Task ")
		s.name(t.Name())
	} else {
		s.add("Future")
	}
	switch {
	case !f.Done():
		s.add(" pending")
	case f.Cancelled():
		s.add(" cancelled")
	default:
		s.add(" finished")
	}
	s.add(">")
}

// settled says whether a value is shown the same way for ever.
func settled(v Value) bool {
	switch v.(type) {
	case none, bool, int64, float64, string, byteString, *big.Int, *function, *builtin, *method, *Type, *module, *span, ellipsis:
		return true
	}
	return false
}

// isDefinition says whether a value is a module, class or function: these are
// shown behind the other variables of a module.
func isDefinition(v Value) bool {
	switch v.(type) {
	case *function, *builtin, *Type, *module:
		return true
	}
	return false
}

// hidden says whether a variable is none of the script's own.
func hidden(name string) bool {
	return name == "" || name[0] == '.' || strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
}
