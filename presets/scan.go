package presets

import "strings"

// A sourceLine is one physical line of a Python file, taken apart as far as
// comments need it.
type sourceLine struct {
	text      string
	code      bool   // holds something besides space and a comment
	commented bool   // has a comment
	comment   string // from its # on
}

// scanLines splits a Python text and finds its comments. It knows strings, so
// that a # in one is none, and nothing else of Python. A string that never
// ends is left for the engine to complain about.
func scanLines(source string) []sourceLine {
	source = strings.TrimPrefix(source, "\ufeff")
	source = strings.ReplaceAll(source, "\r\n", "\n")
	texts := strings.Split(strings.TrimSuffix(source, "\n"), "\n")
	lines := make([]sourceLine, len(texts))
	quote := "" // the string that is open where the line begins
	for i, text := range texts {
		lines[i] = sourceLine{text: text, code: quote != ""}
		quote = lines[i].scan(quote)
	}
	return lines
}

// scan reads one line and returns the quote that is open at its end.
func (l *sourceLine) scan(quote string) string {
	rest := l.text
	for {
		if quote != "" {
			end := stringEnd(rest, quote)
			if end < 0 {
				return openAfter(rest, quote)
			}
			rest, quote = rest[end:], ""
		}
		i := strings.IndexAny(rest, `#"'`)
		if i < 0 {
			l.code = l.code || strings.TrimSpace(rest) != ""
			return ""
		}
		l.code = l.code || strings.TrimSpace(rest[:i]) != ""
		if rest[i] == '#' {
			l.commented, l.comment = true, rest[i:]
			return ""
		}
		l.code = true
		quote = quoteAt(rest[i:])
		rest = rest[i+len(quote):]
	}
}

// quoteAt returns the quote that text begins with: one character or three.
func quoteAt(text string) string {
	if triple := strings.Repeat(text[:1], 3); strings.HasPrefix(text, triple) {
		return triple
	}
	return text[:1]
}

// stringEnd returns the index after the closing quote, -1 if it is not in text.
func stringEnd(text, quote string) int {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\':
			i++
		case strings.HasPrefix(text[i:], quote):
			return i + len(quote)
		}
	}
	return -1
}

// openAfter returns the quote still open after a line in which it did not
// close: a triple one, or any if a backslash continues the line.
func openAfter(text, quote string) string {
	slashes := len(text) - len(strings.TrimRight(text, `\`))
	if len(quote) == 3 || slashes%2 == 1 {
		return quote
	}
	return ""
}

// docstring returns the module's docstring, cleaned as inspect.cleandoc does,
// and the number of the line after it; "" and 1 if there is none.
func docstring(lines []sourceLine) (string, int) {
	first := 0
	for first < len(lines) && !lines[first].code {
		first++
	}
	if first == len(lines) {
		return "", 1
	}
	var texts []string
	for _, l := range lines[first:] {
		texts = append(texts, l.text)
	}
	text := strings.TrimLeft(strings.Join(texts, "\n"), "uU")
	body := strings.TrimLeft(text, "rR")
	if body == "" || len(text)-len(body) > 1 || (body[0] != '"' && body[0] != '\'') {
		return "", 1
	}
	quote := quoteAt(body)
	end := stringEnd(body[len(quote):], quote)
	if end < 0 {
		return "", 1
	}
	end += len(quote)
	after, _, _ := strings.Cut(body[end:], "\n")
	if after = strings.TrimSpace(after); after != "" && after[0] != '#' && after[0] != ';' {
		return "", 1 // part of a longer expression
	}
	content := body[len(quote) : end-len(quote)]
	last := first + strings.Count(body[:end], "\n")
	if body == text {
		content = escapes.Replace(content)
	}
	return cleandoc(content), last + 2
}

// escapes are those that prose has a use for; others stay as they are written.
var escapes = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\'`, `'`, `\n`, "\n", `\t`, "\t", "\\\n", "")

// cleandoc mirrors inspect.cleandoc: the first line loses its indentation, the
// others what is common to them, and blank lines at both ends go.
func cleandoc(doc string) string {
	lines := strings.Split(strings.ReplaceAll(doc, "\t", "        "), "\n")
	margin := -1
	for _, l := range lines[1:] {
		if indent := len(l) - len(strings.TrimLeft(l, " ")); indent < len(l) && (margin < 0 || indent < margin) {
			margin = indent
		}
	}
	for i, l := range lines {
		if i == 0 {
			l = strings.TrimLeft(l, " ")
		} else if margin > 0 {
			l = l[min(margin, len(l)):]
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
