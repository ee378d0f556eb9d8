// Package syntax reads Python 3.13 source: bytes to tokens, tokens to a tree,
// and the tree past the checks that CPython's compiler makes before anything
// runs. It knows nothing of loops, values, or what the evaluator can run.
//
// # Map
//
// decode.go makes clean UTF-8 of the bytes. scan.go, bracket.go, number.go,
// string.go and fscan.go turn it into the tokens of token.go, all before the
// parser begins. parse.go drives the parser, and stmt.go, compound.go,
// params.go, pattern.go, expr.go, atom.go, call.go, target.go and fstring.go
// are the grammar, a function for a rule. mistake.go, and the functions whose
// names begin with invalid, find out what was meant by a program that does
// not parse. The tree is in ast.go and ast_kind.go.
//
// check.go drives what is checked on the tree: names.go and names_expr.go ask
// whether names are declared without contradiction, check.go and match.go
// whether everything else stands where it may.
//
// # Errors
//
// An Error has CPython's kind, words and place, wherever CPython would raise
// a SyntaxError. Differences are few: columns always count code points, where
// CPython's compiler counts bytes; the rare programs that CPython refuses for
// their depth with a RecursionError or a MemoryError are a SyntaxError here,
// at somewhat lower bounds; warnings are not given. What CPython compiles and
// this package does not is Unsupported: sources in encodings
// other than UTF-8, and sources of two gigabytes.
package syntax
