package syntax

// A paramStyle is what differs between the parameters of def and of lambda.
type paramStyle struct {
	close     kind // what ends the list; not consumed
	annotated bool
	grouped   string // the message for parentheses around parameters
}

var (
	functionParams = &paramStyle{rparen, true, "Function parameters cannot be parenthesized"}
	lambdaParams   = &paramStyle{colon, false, "Lambda expression parameters cannot be parenthesized"}
)

// A paramList is a parameter list being parsed.
type paramList struct {
	*parser
	*paramStyle
	args  Arguments
	slash bool // "/" was seen
	star  bool // "*" or *args was seen
}

// parameters parses up to the token that closes the list:
// positional-only, /, either, *args or *, keyword-only, **kwargs.
func (p *parser) parameters(style *paramStyle) *Arguments {
	l := paramList{parser: p, paramStyle: style}
	for !p.at(l.close) {
		switch p.peek() {
		case slash:
			l.positionalOnly()
		case star:
			l.starred()
		case doubleStar:
			l.keywords()
			return &l.args
		default:
			l.plain()
		}
		if !p.accept(comma) {
			break
		}
	}
	return &l.args
}

// end fails where neither a comma nor the end of the list follows.
func (l *paramList) end() {
	if !l.at(comma) && !l.at(l.close) {
		l.fail()
	}
}

// param is a name with its annotation.
func (l *paramList) param() *Arg {
	begin := l.begin()
	a := &Arg{Name: l.expectName()}
	if l.annotated && l.accept(colon) {
		a.Annotation = l.expression()
	}
	a.Span = l.since(begin)
	return a
}

// defaultValue is the value behind "=", or nil.
func (l *paramList) defaultValue() Expr {
	sign := l.look(0)
	if !l.accept(equal) {
		return nil
	}
	if l.invalid && (l.at(comma) || l.at(rparen)) {
		l.raiseSpan(sign.span(), "expected default value expression")
	}
	return l.expression()
}

// plain is a parameter of its own, with or without a default.
func (l *paramList) plain() {
	if l.invalid && l.at(lparen) && len(l.args.Defaults) == 0 && !l.star {
		l.invalidGroup()
	}
	a := l.param()
	value := l.defaultValue()
	l.end()
	switch {
	case l.star:
		l.args.KwOnly = append(l.args.KwOnly, a)
		l.args.KwDefaults = append(l.args.KwDefaults, value)
		return
	case value != nil:
		l.args.Defaults = append(l.args.Defaults, value)
	case len(l.args.Defaults) > 0:
		if l.invalid {
			l.raiseSpan(a.Span, "parameter without a default follows parameter with a default")
		}
		l.fail()
	}
	l.args.Args = append(l.args.Args, a)
}

// invalidGroup finds Python 2's parenthesized parameters.
func (l *paramList) invalidGroup() {
	begin := l.begin()
	pos := l.pos
	l.try(func() {
		l.advance()
		for ok := true; ok; ok = l.accept(comma) && !l.at(rparen) {
			l.param()
		}
		l.expect(rparen)
		l.raiseSpan(l.since(begin), l.grouped)
	})
	l.pos = pos
}

// positionalOnly is "/": what came before it cannot be passed by name.
func (l *paramList) positionalOnly() {
	if len(l.args.Args) == 0 && !l.slash && !l.star && !(l.invalid && l.look(1).kind == comma) {
		l.fail()
	}
	sign := l.advance()
	wrong := ""
	switch {
	case l.slash:
		wrong = "/ may appear only once"
	case l.star:
		wrong = "/ must be ahead of *"
	case len(l.args.Args) == 0:
		wrong = "at least one argument must precede /"
	case l.at(star):
		sign = l.look(0)
		wrong = "expected comma between / and *"
	}
	if wrong != "" {
		if l.invalid {
			l.raiseSpan(sign.span(), wrong)
		}
		l.pos--
		l.fail()
	}
	l.end()
	l.slash = true
	l.args.PosOnly, l.args.Args = l.args.Args, nil
}

// starred is *args, or a bare * before keyword-only parameters.
func (l *paramList) starred() {
	sign := l.advance()
	if l.star {
		if l.invalid && (l.at(comma) || l.follows(func() { l.param(); l.end() })) {
			l.raiseSpan(sign.span(), "* argument may appear only once")
		}
		l.pos--
		l.fail()
	}
	l.star = true
	if l.at(comma) || l.at(l.close) {
		l.bareStar(sign)
		return
	}
	begin := l.begin()
	a := &Arg{Name: l.expectName()}
	if l.annotated && l.accept(colon) {
		a.Annotation = l.starExpression()
	}
	a.Span = l.since(begin)
	l.refuseDefault("var-positional")
	l.end()
	l.args.Vararg = a
}

func (l *paramList) bareStar(sign *token) {
	next := l.look(0)
	if next.kind == comma {
		next = l.look(1)
	}
	if next.kind != l.close && next.kind != doubleStar {
		return
	}
	if l.invalid {
		const msg = "named arguments must follow bare *"
		if l.annotated {
			l.raiseSpan(sign.span(), msg)
		}
		l.raise(msg)
	}
	l.fail()
}

// keywords is **kwargs, behind which only a comma may stand.
func (l *paramList) keywords() {
	l.advance()
	l.args.Kwarg = l.param()
	l.refuseDefault("var-keyword")
	if !l.accept(comma) || l.at(l.close) {
		return
	}
	if l.invalid {
		t := l.look(0)
		switch t.kind {
		case name:
			l.raiseSpan(l.param().Span, "arguments cannot follow var-keyword argument")
		case star, doubleStar, slash:
			l.raiseSpan(t.span(), "arguments cannot follow var-keyword argument")
		}
	}
	l.fail()
}

func (l *paramList) refuseDefault(what string) {
	if l.invalid && l.at(equal) {
		l.raiseSpan(l.look(0).span(), what+" argument cannot have default value")
	}
}
