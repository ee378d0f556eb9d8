package ui

import (
	"embed"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// The Python lexer of chroma (MIT licence); only this one, so that the others
// are neither linked nor loaded.
//
//go:embed python.xml
var lexerFiles embed.FS

// pythonLexer is loaded when a source is first shown.
var pythonLexer = sync.OnceValue(func() chroma.Lexer {
	return chroma.Coalesce(chroma.MustNewXMLLexer(lexerFiles, "python.xml"))
})

// A piece is a stretch of text in one style.
type piece struct {
	text string
	st   style
}

// highlight cuts a Python text into lines of pieces. A text that the lexer
// cannot read comes plain.
func highlight(source string) [][]piece {
	plain := sourceLines(source)
	source = strings.Join(plain, "\n") + "\n"
	lines := make([][]piece, 1, len(plain))
	tokens, err := pythonLexer().Tokenise(nil, source)
	if err != nil {
		return unstyled(plain)
	}
	for t := tokens(); t != chroma.EOF; t = tokens() {
		st := tokenStyle(t.Type)
		text := t.Value
		for {
			line, rest, more := strings.Cut(text, "\n")
			if line != "" {
				lines[len(lines)-1] = append(lines[len(lines)-1], piece{line, st})
			}
			if !more {
				break
			}
			lines, text = append(lines, nil), rest
		}
	}
	if len(lines) < len(plain) {
		return unstyled(plain)
	}
	return lines[:len(plain)]
}

// sourceLines cuts a text into lines, tabs as blanks.
func sourceLines(source string) []string {
	source = strings.ReplaceAll(strings.ReplaceAll(source, "\r\n", "\n"), "\t", "    ")
	return strings.Split(strings.TrimSuffix(source, "\n"), "\n")
}

func unstyled(lines []string) [][]piece {
	all := make([][]piece, len(lines))
	for i, line := range lines {
		all[i] = []piece{{line, 0}}
	}
	return all
}

// tokenStyle gives the quiet colours of code; none of them is that of a state.
func tokenStyle(t chroma.TokenType) style {
	switch {
	case t.InCategory(chroma.Keyword), t == chroma.OperatorWord:
		return inkKeyword
	case t.InCategory(chroma.Comment):
		return inkQuiet
	case t.InSubCategory(chroma.LiteralString):
		return inkString
	case t.InSubCategory(chroma.LiteralNumber):
		return inkNumber
	case t == chroma.NameFunction, t == chroma.NameClass, t == chroma.NameFunctionMagic:
		return inkDefined | bold
	case t.InCategory(chroma.Operator), t.InCategory(chroma.Punctuation):
		return inkQuiet
	}
	return inkPlain
}
