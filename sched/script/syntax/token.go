package syntax

// A kind is what a token is: a class of words, one keyword, or one operator.
type kind uint8

const (
	eof     kind = iota
	bad          // the text cannot be read on from here; scanner.err says why
	newline      // end of a statement's line
	indent
	dedent
	name
	number
	str
	fstart  // f" with its prefix
	fmiddle // literal text of an f-string
	fend    // the closing quotes

	kwFalse // keywords, in the order of keywordTexts
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield

	lparen // operators, in the order of operatorTokens
	rparen
	lbracket
	rbracket
	lbrace
	rbrace
	colon
	comma
	semicolon
	plus
	minus
	star
	slash
	vbar
	amper
	less
	greater
	equal
	dot
	percent
	tilde
	circumflex
	at
	exclamation
	eqEqual
	notEqual
	lessEqual
	greaterEqual
	leftShift
	rightShift
	doubleStar
	doubleSlash
	arrow
	colonEqual
	plusEqual
	minEqual
	starEqual
	slashEqual
	percentEqual
	amperEqual
	vbarEqual
	circumflexEqual
	atEqual
	leftShiftEqual
	rightShiftEqual
	doubleStarEqual
	doubleSlashEqual
	ellipsis
	other // a character that is part of no token
)

var keywordTexts = [...]string{
	"False", "None", "True", "and", "as", "assert", "async", "await", "break",
	"class", "continue", "def", "del", "elif", "else", "except", "finally",
	"for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
	"not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
}

var operatorTokens = [...]string{
	"(", ")", "[", "]", "{", "}", ":", ",", ";", "+", "-", "*", "/", "|", "&",
	"<", ">", "=", ".", "%", "~", "^", "@", "!", "==", "!=", "<=", ">=", "<<",
	">>", "**", "//", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=",
	"^=", "@=", "<<=", ">>=", "**=", "//=", "...",
}

var keywords, operators = func() (k, o map[string]kind) {
	k, o = map[string]kind{}, map[string]kind{}
	for i, s := range keywordTexts {
		k[s] = kwFalse + kind(i)
	}
	for i, s := range operatorTokens {
		o[s] = lparen + kind(i)
	}
	o["<>"] = other // != of long ago, still one token
	return k, o
}()

// text returns a keyword or an operator as it is written.
func (k kind) text() string {
	switch {
	case k >= lparen && k < other:
		return operatorTokens[k-lparen]
	case k >= kwFalse && k < lparen:
		return keywordTexts[k-kwFalse]
	}
	return ""
}

// A token is a piece of the source: src[off:stop].
//
// Indent, dedent, eof and bad have no text. Their column is the last one that
// was read, which is where CPython puts its caret.
type token struct {
	kind  kind
	level uint8 // open brackets after this token, at most maxLevel
	off   int32
	stop  int32
	pos   packedPos
	end   packedPos
}

type packedPos struct{ line, col int32 }

func (p packedPos) pos() Pos { return Pos{int(p.line), int(p.col)} }

// placed tells whether the token has a text, and so a place of its own.
func (t *token) placed() bool {
	return t.kind != eof && t.kind != bad && t.kind != indent && t.kind != dedent
}
