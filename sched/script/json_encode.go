package script

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// A jsonWriter writes a value as Lib/json/encoder.py does.
type jsonWriter struct {
	m            *machine
	out          strings.Builder
	skipKeys     bool
	ascii        bool
	circular     bool // whether to look for what holds itself
	nan          bool // whether NaN and infinities may be written
	sorted       bool
	indent       string
	indented     bool
	itemSep, sep string
	defaultOf    Value // what to call for other values
	open         []Value
	level        int
}

// jsonModule is what lib/json.encoder.py and lib/json.decoder.py take from C.
func jsonModule() *module {
	return newModule("_json", []*builtin{
		declare("encode", "o, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, sort_keys, default",
			func(m *machine, v []Value) (Value, error) {
				w := &jsonWriter{m: m, defaultOf: v[9]}
				for i, flag := range []*bool{1: &w.skipKeys, 2: &w.ascii, 3: &w.circular, 4: &w.nan, 8: &w.sorted} {
					if flag != nil {
						var err error
						if *flag, err = m.truth(v[i]); err != nil {
							return nil, err
						}
					}
				}
				if v[5] != None {
					w.indented = true
					if text, ok := asStr(v[5]); ok {
						w.indent = text
					} else {
						n, err := toIndex(v[5])
						if err != nil {
							return nil, typeError("can't multiply sequence by non-int of type '%s'", typeOf(v[5]).name)
						}
						w.indent = strings.Repeat(" ", max(min(n, 1000), 0))
					}
				}
				w.itemSep, _ = asStr(v[6])
				w.sep, _ = asStr(v[7])
				err := w.write(v[0])
				return w.out.String(), err
			}),
		declare("scan", "s, idx, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error", scanJSON),
	})
}

func (w *jsonWriter) write(v Value) error {
	if err := anyError(w.m.tick(), w.m.roomText(w.out.Len())); err != nil {
		return err
	}
	w.m.charged -= w.out.Len()
	if s, ok := asStr(v); ok {
		if len(s) > longText {
			const longest = 6 // bytes of an escape
			if err := w.m.roomText(longest * len(s)); err != nil {
				return err
			}
		}
		return w.m.write(&w.out, jsonString(s, w.ascii))
	}
	switch v := v.(type) {
	case none:
		w.out.WriteString("null")
		return nil
	case bool:
		fmt.Fprint(&w.out, v)
		return nil
	case *list:
		return w.array(v, v.items)
	case *tuple:
		return w.array(v, v.items)
	case *dict:
		return w.object(v)
	}
	if text, err := w.number(v); text != "" || err != nil {
		w.out.WriteString(text)
		return err
	}
	return w.other(v)
}

// number gives the text of an int or a float, "" for what is none.
func (w *jsonWriter) number(v Value) (string, error) {
	v = plain(v)
	if x, ok := v.(float64); ok {
		text := reprFloat(x)
		if math.IsNaN(x) || math.IsInf(x, 0) {
			if !w.nan {
				return "", valueError("Out of range float values are not JSON compliant: %s", text)
			}
			text = strings.NewReplacer("nan", "NaN", "inf", "Infinity").Replace(text)
		}
		return text, nil
	}
	if _, ok := asBig(v); ok {
		return w.m.reprPlain(v)
	}
	return "", nil
}

// enter begins a container, which must not hold itself.
func (w *jsonWriter) enter(v Value) error {
	for _, one := range w.open {
		if one == v && w.circular {
			return valueError("Circular reference detected")
		}
	}
	if len(w.open) >= maxDisplays {
		return recursionError(" while encoding a JSON object")
	}
	w.open = append(w.open, v)
	return nil
}

func (w *jsonWriter) leave() { w.open = w.open[:len(w.open)-1] }

// other asks the default for what may be written instead.
func (w *jsonWriter) other(v Value) error {
	if err := w.enter(v); err != nil {
		return err
	}
	defer w.leave()
	made, err := w.m.call(w.defaultOf, positional(v))
	if err != nil {
		return err
	}
	return w.write(made)
}

func (w *jsonWriter) newline() {
	if w.indented {
		w.out.WriteString("\n")
		for range w.level {
			w.out.WriteString(w.indent)
		}
	}
}

func (w *jsonWriter) array(v Value, items []Value) error {
	if len(items) == 0 {
		w.out.WriteString("[]")
		return nil
	}
	if err := w.enter(v); err != nil {
		return err
	}
	defer w.leave()
	w.out.WriteString("[")
	w.level++
	for i, item := range items {
		if i > 0 {
			w.out.WriteString(w.itemSep)
		}
		w.newline()
		if err := w.write(item); err != nil {
			return err
		}
	}
	w.level--
	w.newline()
	w.out.WriteString("]")
	return nil
}

func (w *jsonWriter) object(d *dict) error {
	if d.live == 0 {
		w.out.WriteString("{}")
		return nil
	}
	if err := w.enter(d); err != nil {
		return err
	}
	defer w.leave()
	items := (&view{of: d, t: itemsType}).list()
	if w.sorted {
		var err error
		if items, err = w.m.sorted("sort", items, nil); err != nil {
			return err
		}
	}
	w.out.WriteString("{")
	w.level++
	first := true
	for _, item := range items {
		pair := item.(*tuple).items
		key, err := w.key(pair[0])
		if err != nil {
			return err
		}
		if key == nil {
			continue
		}
		if !first {
			w.out.WriteString(w.itemSep)
		}
		first = false
		w.newline()
		w.out.WriteString(jsonString(*key, w.ascii) + w.sep)
		if err := w.write(pair[1]); err != nil {
			return err
		}
	}
	w.level--
	if !first {
		w.newline()
	}
	w.out.WriteString("}")
	return nil
}

// key gives the text of a key, nil for one that is left out.
func (w *jsonWriter) key(v Value) (*string, error) {
	if s, ok := asStr(v); ok {
		return &s, nil
	}
	switch v := v.(type) {
	case none:
		text := "null"
		return &text, nil
	case bool:
		text := fmt.Sprint(v)
		return &text, nil
	}
	text, err := w.number(v)
	switch {
	case err != nil:
		return nil, err
	case text != "":
		return &text, nil
	case w.skipKeys:
		return nil, nil
	}
	return nil, typeError("keys must be str, int, float, bool or None, not %s", typeOf(v).short())
}

// jsonString quotes a text.
func jsonString(s string, ascii bool) string {
	out := make([]byte, 0, len(s)+2)
	out = append(out, '"')
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 && i+3 <= len(s) {
			r, n = surrogate(s[i:i+3]), 3
		}
		switch {
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r == '\f':
			out = append(out, `\f`...)
		case r == '\b':
			out = append(out, `\b`...)
		case r < ' ' || ascii && r > '~' && r < 0x10000:
			out = fmt.Appendf(out, `\u%04x`, r)
		case ascii && r > '~':
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800|r>>10, 0xdc00|r&0x3ff)
		default:
			out = append(out, s[i:i+n]...)
		}
		i += n
	}
	return string(append(out, '"'))
}
