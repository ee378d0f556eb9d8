package syntax

import (
	"bytes"
	"fmt"
	"strings"
)

// strings is a run of adjacent literals, which are one value. An f-string
// among them makes an f-string of all.
func (p *parser) strings() Expr {
	begin := p.begin()
	var parts []Expr
	formatted := false
	for {
		t := p.look(0)
		if t.kind == fstart {
			formatted = true
			parts = append(parts, p.fstring()...)
		} else if t.kind == str {
			p.advance()
			parts = append(parts, p.stringConstant(t))
		} else {
			break
		}
	}
	if text, data := textOrBytes(parts); data && (text || formatted) {
		p.raise("cannot mix bytes and nonbytes literals")
	}
	if parts = joinConstants(parts); !formatted {
		return parts[0]
	}
	return &JoinedStr{Span: p.since(begin), Values: dropEmpty(parts)}
}

// textOrBytes tells whether there is text among parts, and whether bytes.
func textOrBytes(parts []Expr) (text, data bool) {
	for _, e := range parts {
		if c, ok := e.(*Constant); ok && c.Kind == Bytes {
			data = true
		} else {
			text = true
		}
	}
	return text, data
}

// joinConstants makes one constant of each run of them.
func joinConstants(parts []Expr) (out []Expr) {
	for i := 0; i < len(parts); i++ {
		c, ok := parts[i].(*Constant)
		if !ok {
			out = append(out, parts[i])
			continue
		}
		joined := *c
		var text strings.Builder
		text.WriteString(c.Str)
		for ; i+1 < len(parts); i++ {
			next, ok := parts[i+1].(*Constant)
			if !ok {
				break
			}
			text.WriteString(next.Str)
			joined.End = next.End
		}
		joined.Str = text.String()
		out = append(out, &joined)
	}
	return out
}

func dropEmpty(parts []Expr) (out []Expr) {
	for _, e := range parts {
		if c, ok := e.(*Constant); !ok || c.Str != "" {
			out = append(out, e)
		}
	}
	return out
}

// fstring is one f-string as its pieces.
func (p *parser) fstring() (parts []Expr) {
	start := p.expect(fstart)
	literal := p.literalText
	if bytes.ContainsAny(p.src[start.off:start.stop], "rR") {
		literal = p.rawText
	}
	var literals []*token // literal text, in the places of parts that are nil
	for !p.at(fend) {
		switch p.peek() {
		case fmiddle:
			literals = append(literals, p.advance())
			parts = append(parts, nil)
		case lbrace:
			parts = append(parts, p.replacementField()...)
		default:
			p.fail()
		}
	}
	p.advance()
	for i, e := range parts {
		if e == nil {
			parts[i] = literal(literals[0])
			literals = literals[1:]
		}
	}
	return parts
}

// literalText is a piece of an f-string that stands for itself, with escapes.
func (p *parser) literalText(t *token) *Constant {
	c := p.rawText(t)
	if strings.Contains(c.Str, `\`) {
		c.Str = p.unescape(c.Str, Str, t)
	}
	return c
}

// rawText is a piece of an f-string with the prefix r.
func (p *parser) rawText(t *token) *Constant {
	return &Constant{Span: t.span(), Kind: Str, Str: p.text(t)}
}

// replacementField is {value=!conversion:spec}. With "=" the source of the
// value comes first, as text.
func (p *parser) replacementField() []Expr {
	begin := p.begin()
	brace := p.expect(lbrace)
	if p.invalid {
		p.invalidField()
	}
	next := p.look(0)
	f := &FormattedValue{}
	if !p.try(func() { f.Value = p.annotatedRHS() }) {
		if p.invalid {
			p.raiseSpan(next.span(), "f-string: expecting a valid expression after '{'")
		}
		p.fail()
	}
	p.expectInField("f-string: expecting '=', or '!', or ':', or '}'", equal, exclamation, colon, rbrace)
	debug := p.accept(equal)
	if debug {
		p.expectInField("f-string: expecting '!', or ':', or '}'", exclamation, colon, rbrace)
	}
	tail := p.look(0)
	debugEnd := tail.end.pos()
	if p.at(exclamation) {
		p.conversion()
		debugEnd = p.toks[p.pos-1].pos.pos()
	}
	p.expectInField("f-string: expecting ':' or '}'", colon, rbrace)
	if tail.kind == exclamation {
		f.Conversion = p.checkConversion(&p.toks[p.pos-1])
	}
	if p.at(colon) {
		f.Spec = p.formatSpec()
	}
	p.expectInField("f-string: expecting '}'", rbrace)
	p.advance()
	f.Span = p.since(begin)
	if !debug {
		return []Expr{f}
	}
	if f.Conversion == 0 && f.Spec == nil {
		f.Conversion = 'r'
	}
	begin.Col++
	debugEnd.Col--
	return []Expr{&Constant{Span: Span{begin, debugEnd}, Kind: Str, Str: p.sourceText(brace.stop, tail.off)}, f}
}

// expectInField fails unless one of kinds is next, with msg if mistakes are
// looked for.
func (p *parser) expectInField(msg string, kinds ...kind) {
	next := p.look(0)
	for _, k := range kinds {
		if next.kind == k {
			return
		}
	}
	if p.invalid {
		p.raiseSpan(next.span(), msg)
	}
	p.fail()
}

// invalidField finds a replacement field without an expression.
func (p *parser) invalidField() {
	next := p.look(0)
	switch next.kind {
	case equal, exclamation, colon, rbrace:
		p.raiseSpan(next.span(), "f-string: valid expression required before '"+next.kind.text()+"'")
	}
}

// conversion is "!" and a name.
func (p *parser) conversion() {
	sign := p.expect(exclamation)
	t := p.look(0)
	if t.kind != name {
		if p.invalid && (t.kind == colon || t.kind == rbrace) {
			p.raiseSpan(t.span(), "f-string: missing conversion character")
		}
		if p.invalid {
			p.raiseSpan(t.span(), "f-string: invalid conversion character")
		}
		p.fail()
	}
	p.advance()
	if t.off != sign.stop {
		p.raiseSpan(Span{sign.pos.pos(), t.end.pos()}, "f-string: conversion type must come right after the exclamanation mark") // sic
	}
}

// checkConversion returns s, r or a; nothing else may stand behind "!".
func (p *parser) checkConversion(t *token) byte {
	switch c := p.text(t); c {
	case "s", "r", "a":
		return c[0]
	default:
		p.raiseSpan(t.span(), fmt.Sprintf("f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", c))
		return 0
	}
}

// formatSpec is what stands behind the colon: text, and fields once more.
func (p *parser) formatSpec() *JoinedStr {
	begin := p.begin()
	p.expect(colon)
	var parts []Expr
	for {
		switch p.peek() {
		case fmiddle:
			parts = append(parts, p.literalText(p.advance()))
		case lbrace:
			parts = append(parts, p.replacementField()...)
		default:
			p.expectInField("f-string: expecting '}', or format specs", rbrace)
			return &JoinedStr{Span: p.since(begin), Values: dropEmpty(joinConstants(parts))}
		}
	}
}

// sourceText is the source between two offsets without comments.
func (p *parser) sourceText(from, to int32) string {
	text := string(p.src[from:to])
	if !strings.Contains(text, "#") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i], _, _ = strings.Cut(line, "#")
	}
	return strings.Join(lines, "\n")
}
