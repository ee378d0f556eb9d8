package syntax

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cookie finds a declared encoding in one of the first two lines (PEP 263).
var cookie = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)

// decode returns the source as the scanner wants it: valid UTF-8 without a
// byte order mark or NUL, lines ended by "\n", the last one too. On an error
// it returns the source as it is.
func decode(src []byte) ([]byte, *Error) {
	text := bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if len(text) >= math.MaxInt32 { // tokens count in 32 bits
		return text, &Error{Kind: Unsupported, Msg: "the source is too long", Line: 1, EndCol: -1}
	}
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return text, byteError(text, i, "source code cannot contain null bytes")
	}
	if enc := declared(text); enc != "" && !isASCII(text) {
		e := byteError(text, 0, fmt.Sprintf("the source encoding %s is not supported; save the file as UTF-8", enc))
		e.Kind = Unsupported
		return text, e
	}
	if i := firstInvalid(text); i >= 0 {
		e := byteError(text, i, "")
		e.Msg = fmt.Sprintf(`Non-UTF-8 code starting with '\x%02x' on line %d, but no encoding declared; `+
			"see https://peps.python.org/pep-0263/ for details", text[i], e.Line)
		return text, e
	}
	if n := len(text); n > 0 && text[n-1] != '\n' {
		text = append(text[:n:n], '\n')
	}
	return text, nil
}

// byteError is an error at an offset of the source.
func byteError(text []byte, off int, msg string) *Error {
	bol := bytes.LastIndexByte(text[:off], '\n') + 1
	return &Error{
		Kind: SyntaxError, Msg: msg, Line: 1 + bytes.Count(text[:off], []byte("\n")),
		Col: utf8.RuneCount(text[bol:off]), EndCol: -1,
	}
}

// declared returns the declared encoding, unless it is UTF-8 or none.
func declared(text []byte) string {
	for range 2 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if m := cookie.FindSubmatch(line); m != nil {
			enc := strings.ReplaceAll(strings.ToLower(string(m[1])), "_", "-")
			if enc == "utf-8" || enc == "utf8" || strings.HasPrefix(enc, "utf-8-") {
				return ""
			}
			return enc
		}
		if line = bytes.TrimLeft(line, " \t\f"); len(line) > 0 && line[0] != '#' {
			return ""
		}
		text = rest
	}
	return ""
}

func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func firstInvalid(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// identifier returns the name that a token writes, in normal form (PEP 3131).
func (p *parser) identifier(t *token) string {
	return norm.NFKC.String(p.text(t))
}
