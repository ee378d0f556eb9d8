package script

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// codecArgs reads (source, encoding, errors); what is not given is nil.
func codecArgs(c *clinic, a args) (source, encoding, errors Value, err error) {
	v, err := c.bind(a)
	if err != nil {
		return nil, nil, nil, err
	}
	for i := 1; i < len(v); i++ {
		if v[i] == nil {
			continue
		}
		if _, ok := asStr(v[i]); !ok {
			return nil, nil, nil, badArgument(c.name, "argument '"+c.params[i]+"'", "str", v[i])
		}
	}
	return v[0], v[1], v[2], nil
}

// shortNone names the type of an argument as _PyArg_BadArgument does.
func shortNone(v Value) string {
	if v == None {
		return "None"
	}
	return typeOf(v).name
}

// codecOf gives the canonical name of an encoding.
func codecOf(encoding Value) (string, error) {
	if encoding == nil {
		return "utf-8", nil
	}
	text, _ := asStr(encoding)
	switch name := strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(text), "_", "-"), " ", "-"); name {
	case "utf-8", "utf8", "u8", "cp65001":
		return "utf-8", nil
	case "ascii", "us-ascii", "646":
		return "ascii", nil
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin":
		return "latin-1", nil
	case "utf-16", "utf16", "u16", "utf-16-le", "utf-16le", "utf-16-be", "utf-16be", "utf-32", "utf32", "u32", "utf-32-le", "utf-32le", "utf-32-be", "utf-32be":
		return wideCodecs[strings.ReplaceAll(name, "-", "")], nil
	case "cp1252", "utf-8-sig", "rot13", "rot-13", "hex", "base64", "idna", "punycode", "unicode-escape", "raw-unicode-escape":
		return "", unsupported("the encoding %s is", name)
	}
	if strings.HasPrefix(text, "cp") || strings.HasPrefix(text, "iso") || strings.HasPrefix(text, "windows") {
		return "", unsupported("the encoding %s is", text)
	}
	return "", raise("LookupError", "unknown encoding: %s", text)
}

// A codecError is what an encoding cannot do with a part of a text.
type codecError struct {
	codec      string
	object     Value
	start, end int
	reason     string
}

func (c *codecError) encodeError() error { return c.raise("UnicodeEncodeError") }
func (c *codecError) decodeError() error { return c.raise("UnicodeDecodeError") }

func (c *codecError) raise(class string) error {
	e, err := newException(excTypes[class], positional(c.codec, c.object, integer(int64(c.start)), integer(int64(c.end)), c.reason))
	if err != nil {
		return err
	}
	return e.(*exception)
}

// handlerOf gives the name of an error handler.
func handlerOf(errors Value) (string, error) {
	if errors == nil {
		return "strict", nil
	}
	name, _ := asStr(errors)
	switch name {
	case "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "namereplace":
		return name, nil
	}
	return "", raise("LookupError", "unknown error handler name '%s'", name)
}

// encode is str.encode.
func encode(text string, encoding, errors Value) (string, error) {
	codec, err := codecOf(encoding)
	if err != nil {
		return "", err
	}
	if w, ok := wideCodec(codec); ok {
		return w.encode(text)
	}
	limit, reason := rune(utf8.MaxRune), "surrogates not allowed"
	switch codec {
	case "ascii":
		limit, reason = 0x7f, "ordinal not in range(128)"
	case "latin-1":
		limit, reason = 0xff, "ordinal not in range(256)"
	case "utf-8":
		if utf8.ValidString(text) {
			return text, nil
		}
	}
	runes := runesOf(text)
	var out []byte
	bad := func(r rune) bool { return r > limit || codec == "utf-8" && isSurrogate(r) }
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if !bad(r) {
			if codec == "utf-8" {
				out = utf8.AppendRune(out, r)
			} else {
				out = append(out, byte(r))
			}
			continue
		}
		end := i + 1
		for end < len(runes) && bad(runes[end]) {
			end++
		}
		handler, err := handlerOf(errors)
		if err != nil {
			return "", err
		}
		name := codec
		if out, err = encodeBad(out, handler, runes[i:end]); err != nil {
			return "", err
		}
		if out == nil {
			return "", (&codecError{name, text, i, end, reason}).encodeError()
		}
		i = end - 1
	}
	return string(out), nil
}

// encodeBad does what an error handler does with characters; nil: it raises.
func encodeBad(out []byte, handler string, bad []rune) ([]byte, error) {
	if out == nil {
		out = []byte{}
	}
	for _, r := range bad {
		switch handler {
		case "strict":
			return nil, nil
		case "ignore":
		case "replace":
			out = append(out, '?')
		case "backslashreplace":
			switch {
			case r < 0x100:
				out = fmt.Appendf(out, `\x%02x`, r)
			case r < 0x10000:
				out = fmt.Appendf(out, `\u%04x`, r)
			default:
				out = fmt.Appendf(out, `\U%08x`, r)
			}
		case "xmlcharrefreplace":
			out = fmt.Appendf(out, "&#%d;", r)
		default:
			return nil, unsupported("the error handler %s is", handler)
		}
	}
	return out, nil
}

// decode is bytes.decode.
func decode(data string, encoding, errors Value) (string, error) {
	codec, err := codecOf(encoding)
	if err != nil {
		return "", err
	}
	if w, ok := wideCodec(codec); ok {
		return w.decode(data)
	}
	switch codec {
	case "utf-8":
		if utf8.ValidString(data) {
			return data, nil
		}
	case "latin-1":
		var out []byte
		for i := 0; i < len(data); i++ {
			out = utf8.AppendRune(out, rune(data[i]))
		}
		return string(out), nil
	}
	var out []byte
	for i := 0; i < len(data); {
		n, reason := 0, ""
		if codec == "ascii" {
			n = 1
			if data[i] >= utf8.RuneSelf {
				reason = "ordinal not in range(128)"
			}
		} else {
			n, reason = decodeRune(data[i:])
		}
		if reason == "" {
			out = append(out, data[i:i+n]...)
			i += n
			continue
		}
		handler, err := handlerOf(errors)
		if err != nil {
			return "", err
		}
		switch handler {
		case "strict":
			return "", (&codecError{codec, byteString(data), i, i + n, reason}).decodeError()
		case "ignore":
		case "replace":
			out = append(out, "\ufffd"...)
		case "backslashreplace":
			for _, c := range []byte(data[i : i+n]) {
				out = fmt.Appendf(out, `\x%02x`, c)
			}
		default:
			return "", unsupported("the error handler %s is", handler)
		}
		i += n
	}
	return string(out), nil
}

// decodeRune mirrors the errors of utf8_decode: how many bytes make a
// character, or are no part of one, and why.
func decodeRune(s string) (n int, reason string) {
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n > 1 {
		return n, ""
	}
	c := s[0]
	want := 0
	low, high := byte(0x80), byte(0xbf)
	switch {
	case c >= 0xc2 && c <= 0xdf:
		want = 2
	case c >= 0xe0 && c <= 0xef:
		want = 3
		if c == 0xe0 {
			low = 0xa0
		}
		if c == 0xed {
			high = 0x9f
		}
	case c >= 0xf0 && c <= 0xf4:
		want = 4
		if c == 0xf0 {
			low = 0x90
		}
		if c == 0xf4 {
			high = 0x8f
		}
	default:
		return 1, "invalid start byte"
	}
	for i := 1; i < want; i++ {
		if i >= len(s) {
			return i, "unexpected end of data"
		}
		if s[i] < low || s[i] > high {
			return i, "invalid continuation byte"
		}
		low, high = 0x80, 0xbf
	}
	return 1, "invalid start byte"
}

func isSurrogate(r rune) bool { return r >= 0xd800 && r < 0xe000 }
