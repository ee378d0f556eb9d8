package script

import "strings"

// shortRepr mirrors reprlib.repr: what a task's repr shows of its result.
func (m *machine) shortRepr(v Value, level int) (string, error) {
	switch v := v.(type) {
	case *list:
		return m.shortItems(v.items, level, "[", "]")
	case *tuple:
		if len(v.items) == 1 {
			return m.shortItems(v.items, level, "(", ",)")
		}
		return m.shortItems(v.items, level, "(", ")")
	case *set:
		if v.len() == 0 {
			break
		}
		items, err := m.sorted("sorted", v.items(), nil)
		if err != nil {
			items = v.items()
		}
		if v.t == frozensetType {
			return m.shortItems(items, level, "frozenset({", "})")
		}
		return m.shortItems(items, level, "{", "}")
	case *dict:
		return m.shortDict(v, level)
	}
	text, err := m.reprToShorten(v)
	if err != nil {
		return "", err
	}
	switch typeOf(v) {
	case strType:
		return shorten(text, v.(string), 30), nil
	case intType:
		return shorten(text, "", 40), nil
	case noneType, boolType, floatType:
		return text, nil
	}
	return strings.ReplaceAll(shorten(text, "", 30), programFile, m.listing.Name), nil
}

// shorten keeps the ends of a text; of is the string whose repr it is.
func shorten(text, of string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	head := max(0, (most-3)/2)
	tail := max(0, most-3-head)
	if of != "" {
		if r := []rune(of); len(r) > most {
			runes = []rune(reprString(string(r[:head]) + string(r[len(r)-tail:])))
		}
	}
	return string(runes[:head]) + "..." + string(runes[len(runes)-tail:])
}

func (m *machine) shortItems(items []Value, level int, open, end string) (string, error) {
	const most = 6
	if level <= 0 && len(items) > 0 {
		return open + "..." + end, nil
	}
	var parts []string
	for _, v := range items[:min(len(items), most)] {
		text, err := m.shortRepr(v, level-1)
		if err != nil {
			return "", err
		}
		parts = append(parts, text)
	}
	if len(items) > most {
		parts = append(parts, "...")
	}
	return open + strings.Join(parts, ", ") + end, nil
}

func (m *machine) shortDict(d *dict, level int) (string, error) {
	const most = 4
	if d.live == 0 {
		return "{}", nil
	}
	if level <= 0 {
		return "{...}", nil
	}
	keys, err := m.sorted("sorted", d.keys(), nil)
	if err != nil {
		keys = d.keys()
	}
	var parts []string
	for _, k := range keys[:min(len(keys), most)] {
		value, err := d.get(m, k)
		if err != nil {
			return "", err
		}
		key, err := m.shortRepr(k, level-1)
		if err != nil {
			return "", err
		}
		text, err := m.shortRepr(value, level-1)
		if err != nil {
			return "", err
		}
		parts = append(parts, key+": "+text)
	}
	if len(keys) > most {
		parts = append(parts, "...")
	}
	return "{" + strings.Join(parts, ", ") + "}", nil
}
