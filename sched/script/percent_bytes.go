package script

import "unicode/utf8"

// percentBytes is bytes formatted with %: _PyBytes_FormatEx. It is done on text
// of which each character stands for a byte.
func (m *machine) percentBytes(data string, v Value) (string, error) {
	made, err := m.fillPercent(&percenter{m: m, text: latin1(data), single: v, bytes: true}, v)
	if err != nil {
		return "", err
	}
	return string(fromLatin1(made.(string))), nil
}

func isBytes(v Value) bool {
	t := typeOf(v)
	return t.is(bytesType) || t.is(bytearrayType)
}

// convertBytes fills the fields that are not numbers.
func (p *percenter) convertBytes(v Value, kind byte, spec percentSpec) (string, error) {
	text, err := "", error(nil)
	switch {
	case kind == 'r' || kind == 'a':
		text, err = p.m.repr(v)
		text = ascii(text)
	case kind == 'c':
		text, err = percentByte(v)
		spec.precision = absent
	case isBytes(v):
		text = latin1(bytesOf(plain(v)))
	case typeOf(v).user != nil && typeOf(v).lookup("__bytes__") != nil:
		var made Value
		if made, err = p.m.callSpecial(v, "__bytes__"); err == nil && isBytes(made) {
			text = latin1(bytesOf(plain(made)))
		}
	default:
		return "", typeError("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeOf(v).name)
	}
	if err != nil {
		return "", err
	}
	if spec.width == 0 {
		spec.width = absent
	}
	return p.m.format(text, spec.format('s', ""))
}

// percentByte mirrors byte_converter.
func percentByte(v Value) (string, error) {
	if isBytes(v) {
		if s := bytesOf(plain(v)); len(s) == 1 {
			return latin1(s), nil
		}
	}
	n, ok := asInt(v)
	switch {
	case !ok:
		return "", typeError("%%c requires an integer in range(256) or a single byte, not %s", typeOf(v).name)
	case n < 0 || n >= 256:
		return "", raise("OverflowError", "%%c arg not in range(256)")
	}
	return string(utf8.AppendRune(nil, rune(n))), nil
}
