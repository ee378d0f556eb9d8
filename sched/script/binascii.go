package script

import (
	"encoding/base64"
	hexcode "encoding/hex"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"strings"
)

// binasciiModule is what lib/binascii.py has in C. What reads gives bytes, or
// what is wrong as text.
func binasciiModule() *module {
	return newModule("_binascii", []*builtin{
		inC("to_base64", func(m *machine, a args) (Value, error) {
			s, err := bytesArg(a.pos[0])
			if err != nil {
				return nil, err
			}
			return byteString(base64.StdEncoding.EncodeToString([]byte(s))), m.roomText(2 * len(s))
		}),
		inC("from_base64", func(m *machine, a args) (Value, error) {
			s, err := asciiArg(a.pos[0])
			if err != nil {
				return nil, err
			}
			strict, err := m.truth(a.pos[1])
			if err != nil {
				return nil, err
			}
			out, wrong := fromBase64(s, strict)
			if wrong != "" {
				return wrong, nil
			}
			return byteString(out), m.roomText(2 * len(s))
		}),
		inC("to_hex", func(m *machine, a args) (Value, error) {
			s, err := bytesArg(a.pos[0])
			if err != nil {
				return nil, err
			}
			return byteString(hexcode.EncodeToString([]byte(s))), m.roomText(3 * len(s))
		}),
		inC("from_hex", func(m *machine, a args) (Value, error) {
			s, err := asciiArg(a.pos[0])
			if err != nil {
				return nil, err
			}
			if len(s)%2 != 0 {
				return "Odd-length string", nil
			}
			out, bad := hexcode.DecodeString(s)
			if bad != nil {
				return "Non-hexadecimal digit found", nil
			}
			return byteString(out), m.roomText(2 * len(s))
		}),
		checksum("crc32", 0, crcFrom),
	})
}

// zlibModule has the sums of zlib alone.
func zlibModule() *module {
	return newModule("zlib", []*builtin{
		checksum("crc32", 0, crcFrom),
		checksum("adler32", 1, adlerFrom),
	})
}

// checksum makes a function that goes on with a sum, at first the one given.
func checksum(name string, begin uint32, sum func(uint32, []byte) uint32) *builtin {
	return inC(name, func(m *machine, a args) (Value, error) {
		if err := a.between(name, 1, 2); err != nil {
			return nil, err
		}
		s, err := bytesArg(a.pos[0])
		if err != nil {
			return nil, err
		}
		from := begin
		if len(a.pos) > 1 {
			n, err := wholeNumber(a.pos[1])
			if err != nil {
				return nil, err
			}
			// PyLong_AsUnsignedLongMask: the lowest bits.
			low := n.Uint64()
			if n.Sign() < 0 {
				low = -low
			}
			from = uint32(low)
		}
		return integer(int64(sum(from, []byte(s)))), m.spend(len(s) / bytesPerStep)
	})
}

// crcFrom mirrors crc32 of zlib.
func crcFrom(sum uint32, b []byte) uint32 { return crc32.Update(sum, crc32.IEEETable, b) }

// adlerFrom mirrors adler32 of zlib.
func adlerFrom(sum uint32, b []byte) uint32 {
	const prime = 65521
	low, high := uint64(sum&0xffff), uint64(sum>>16)
	if sum == 1 {
		return adler32.Checksum(b)
	}
	for _, c := range b {
		low = (low + uint64(c)) % prime
		high = (high + low) % prime
	}
	return uint32(high<<16 | low)
}

// asciiArg mirrors ascii_buffer_converter in Modules/binascii.c.
func asciiArg(v Value) (string, error) {
	if text, ok := asStr(v); ok {
		if strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }) >= 0 {
			return "", valueError("string argument should contain only ASCII characters")
		}
		return text, nil
	}
	if s, ok := asBytes(v); ok {
		return s, nil
	}
	return "", typeError("argument should be bytes, buffer or ASCII string, not '%s'", typeOf(v).name)
}

// fromBase64 mirrors binascii_a2b_base64_impl in Modules/binascii.c: it passes
// over what is no digit, unless it is strict.
func fromBase64(s string, strict bool) (out []byte, wrong string) {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	if strict && strings.HasPrefix(s, "=") {
		return nil, "Leading padding not allowed"
	}
	place, pads, left, padding := 0, 0, 0, false
	for i := range len(s) {
		if s[i] == '=' {
			padding = true
			if strict && place == 0 {
				return nil, "Excess padding not allowed"
			}
			if place < 2 {
				continue
			}
			if pads++; place+pads < 4 {
				continue
			}
			if strict && i+1 < len(s) {
				return nil, "Excess data after padding"
			}
			return out, ""
		}
		digit := strings.IndexByte(digits, s[i])
		switch {
		case digit < 0 && strict:
			return nil, "Only base64 data is allowed"
		case digit < 0:
			continue
		case strict && padding:
			return nil, "Discontinuous padding not allowed"
		}
		pads = 0
		if place > 0 {
			out = append(out, byte(left<<(2*place)|digit>>(6-2*place)))
		}
		left = digit & (1<<(6-2*place) - 1)
		if place++; place == 4 {
			place, left = 0, 0
		}
	}
	return out, unfinishedBase64(place, len(out))
}

// unfinishedBase64 says what is wrong with the end of a text of which so many
// digits of the last four were read, and so many bytes made.
func unfinishedBase64(place, made int) string {
	switch place {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", made/3*4+1)
	}
	return "Incorrect padding"
}
