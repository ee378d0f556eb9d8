package script

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// wideCodecs are the names of the encodings of two and four bytes, by how they
// are written without hyphens.
var wideCodecs = map[string]string{"utf16": "utf-16", "u16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
	"utf32": "utf-32", "u32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be"}

// A wide is an encoding whose units are of two or four bytes.
type wide struct {
	name  string
	size  int // of a unit, in bytes
	order binary.AppendByteOrder
	mark  bool // a byte order mark comes first
}

func wideCodec(name string) (wide, bool) {
	if !strings.HasPrefix(name, "utf-16") && !strings.HasPrefix(name, "utf-32") {
		return wide{}, false
	}
	w := wide{name: name, size: 2, order: binary.LittleEndian, mark: len(name) == len("utf-16")}
	if strings.HasPrefix(name, "utf-32") {
		w.size = 4
	}
	if strings.HasSuffix(name, "-be") {
		w.order = binary.BigEndian
	}
	return w, true
}

const byteOrderMark = 0xfeff

func (w wide) encode(text string) (string, error) {
	if !utf8.ValidString(text) {
		return "", unsupported("a surrogate in %s is", w.name)
	}
	var out []byte
	if w.mark {
		text = string(rune(byteOrderMark)) + text
	}
	for _, r := range text {
		if w.size == 4 {
			out = w.order.AppendUint32(out, uint32(r))
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			out = w.order.AppendUint16(out, unit)
		}
	}
	return string(out), nil
}

func (w wide) decode(data string) (string, error) {
	if len(data)%w.size != 0 {
		return "", unsupported("%s that is cut off is", w.name)
	}
	order := binary.ByteOrder(binary.LittleEndian)
	if strings.HasSuffix(w.name, "-be") {
		order = binary.BigEndian
	}
	unit := func(i int) uint32 {
		if w.size == 4 {
			return order.Uint32([]byte(data[i : i+4]))
		}
		return uint32(order.Uint16([]byte(data[i : i+2])))
	}
	if w.mark && len(data) > 0 {
		if unit(0) != byteOrderMark {
			order = binary.BigEndian
			if unit(0) != byteOrderMark {
				order = binary.LittleEndian
				data = strings.Repeat("\x00", w.size) + data // as if there were a mark
			}
		}
		data = data[w.size:]
	}
	var units []uint16
	var out []byte
	for i := 0; i < len(data); i += w.size {
		if w.size == 2 {
			units = append(units, uint16(unit(i)))
			continue
		}
		if n := unit(i); n > utf8.MaxRune || n >= 0xd800 && n < 0xe000 {
			return "", unsupported("%s that is no text is", w.name)
		}
		out = utf8.AppendRune(out, rune(unit(i)))
	}
	for i, u := range units {
		if utf16.IsSurrogate(rune(u)) && !pairs(units, i) {
			return "", unsupported("%s that is no text is", w.name)
		}
	}
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return string(out), nil
}

// pairs says whether a surrogate is one of a pair.
func pairs(units []uint16, i int) bool {
	const low = 0xdc00
	if units[i] < low {
		return i+1 < len(units) && units[i+1] >= low && units[i+1] < 0xe000
	}
	return i > 0 && units[i-1] >= 0xd800 && units[i-1] < low
}
