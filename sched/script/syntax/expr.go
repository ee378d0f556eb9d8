package syntax

// Expressions, from the loosest binding to the tightest. The names of the
// functions are those of the grammar's rules.

// startsExpr tells whether an expression can begin with k.
func startsExpr(k kind) bool {
	switch k {
	case name, number, str, fstart, kwFalse, kwNone, kwTrue, kwAwait, kwLambda, kwNot,
		lparen, lbracket, lbrace, plus, minus, tilde, ellipsis:
		return true
	}
	return false
}

// commaList parses items separated by commas. more tells whether another item
// may follow a comma, which may also end the list.
func (p *parser) commaList(first Expr, item func() Expr) (list []Expr) {
	list = append(list, first)
	for p.accept(comma) {
		if k := p.peek(); !startsExpr(k) && k != star {
			break
		}
		list = append(list, item())
	}
	return list
}

// starExpressions is the right side of an assignment: an expression, or a
// tuple without parentheses.
func (p *parser) starExpressions() Expr {
	begin := p.begin()
	first := p.starExpression()
	if !p.at(comma) {
		return first
	}
	elts := p.commaList(first, p.starExpression)
	return &Tuple{Span: p.since(begin), Elts: elts}
}

func (p *parser) starExpression() Expr {
	if p.at(star) {
		return p.starred(p.bitwiseOr)
	}
	return p.expression()
}

func (p *parser) starNamedExpression() Expr {
	if p.at(star) {
		return p.starred(p.bitwiseOr)
	}
	return p.namedExpression()
}

// starred is * and what operand parses.
func (p *parser) starred(operand func() Expr) Expr {
	begin := p.begin()
	p.expect(star)
	value := operand()
	return &Starred{Span: p.since(begin), Value: value}
}

// annotatedRHS is what may stand behind "=".
func (p *parser) annotatedRHS() Expr {
	if p.at(kwYield) {
		return p.yieldExpr()
	}
	return p.starExpressions()
}

func (p *parser) yieldExpr() Expr {
	begin := p.begin()
	p.expect(kwYield)
	if p.accept(kwFrom) {
		value := p.expression()
		return &YieldFrom{Span: p.since(begin), Value: value}
	}
	var value Expr
	if k := p.peek(); startsExpr(k) || k == star {
		value = p.starExpressions()
	}
	return &Yield{Span: p.since(begin), Value: value}
}

// namedExpression is an expression or name := expression.
func (p *parser) namedExpression() Expr {
	if e := p.assignmentExpression(); e != nil {
		return e
	}
	first := p.pos
	e := p.expression()
	if p.invalid {
		p.invalidNamedExpression(first, e)
	}
	if p.at(colonEqual) {
		p.fail()
	}
	return e
}

// assignmentExpression is name := expression, or nil where there is none.
func (p *parser) assignmentExpression() Expr {
	if !p.at(name) || p.look(1).kind != colonEqual {
		return nil
	}
	begin := p.begin()
	target := p.nameExpr(Store)
	p.expect(colonEqual)
	value := p.expression()
	return &NamedExpr{Span: p.since(begin), Target: target, Value: value}
}

// elementExpression is an argument or the element of a generator: unlike
// namedExpression it does not look for "=" in place of "==".
func (p *parser) elementExpression() Expr {
	if e := p.assignmentExpression(); e != nil {
		return e
	}
	e := p.expression()
	if p.at(colonEqual) {
		p.fail()
	}
	return e
}

func (p *parser) nameExpr(ctx Context) *Name {
	t := p.expect(name)
	return &Name{Span: t.span(), ID: p.identifier(t), Ctx: ctx}
}

// expression is a conditional expression, a lambda, or anything tighter.
func (p *parser) expression() Expr {
	if !p.second {
		return p.newExpression()
	}
	return p.remember(knownKey{p.pos, expressionRule}, p.newExpression)
}

// remember returns what rule made of the tokens here when it was first asked,
// even if mistakes were not looked for then: so does CPython.
func (p *parser) remember(key knownKey, rule func() Expr) Expr {
	k, ok := p.known[key]
	if !ok {
		p.try(func() { k = knownExpr{rule(), p.pos} })
		p.known[key] = k
	}
	if k.expr == nil {
		p.fail()
	}
	p.pos = k.end
	return k.expr
}

func (p *parser) newExpression() Expr {
	p.nest()
	defer p.leave()
	if p.at(kwLambda) {
		return p.lambda()
	}
	first := p.pos
	begin := p.begin()
	body := p.disjunction()
	if p.invalid {
		p.invalidExpression(first, body)
	}
	if p.at(kwIf) {
		p.extend(func() { body = p.conditional(begin, body) })
	}
	return body
}

// conditional is the rest of a conditional expression, behind its body.
func (p *parser) conditional(begin Pos, body Expr) Expr {
	p.expect(kwIf)
	test := p.disjunction()
	if p.invalid && !p.at(kwElse) && !p.at(colon) {
		p.raiseSpan(Span{body.Where().Pos, test.Where().End}, "expected 'else' after 'if' expression")
	}
	p.expect(kwElse)
	other := p.expression()
	return &IfExp{Span: p.since(begin), Test: test, Body: body, Else: other}
}

func (p *parser) lambda() Expr {
	begin := p.begin()
	p.expect(kwLambda)
	args := p.parameters(lambdaParams)
	if p.invalid && p.at(colon) && p.look(1).kind == fmiddle {
		p.advance()
		p.raiseSpan(p.since(begin), "f-string: lambda expressions are not allowed without parentheses")
	}
	p.expect(colon)
	body := p.expression()
	return &Lambda{Span: p.since(begin), Args: args, Body: body}
}

func (p *parser) disjunction() Expr {
	if !p.second {
		return p.newDisjunction()
	}
	return p.remember(knownKey{p.pos, disjunctionRule}, p.newDisjunction)
}

func (p *parser) newDisjunction() Expr {
	return p.boolOp(kwOr, Or, p.conjunction)
}

func (p *parser) conjunction() Expr {
	return p.boolOp(kwAnd, And, p.inversion)
}

func (p *parser) boolOp(word kind, op BoolOperator, operand func() Expr) Expr {
	begin := p.begin()
	first := operand()
	if !p.at(word) {
		return first
	}
	values := []Expr{first}
	for p.at(word) && p.extend(func() {
		p.advance()
		values = append(values, operand())
	}) {
		continue
	}
	if len(values) == 1 {
		return first
	}
	return &BoolOp{Span: p.since(begin), Op: op, Values: values}
}

func (p *parser) inversion() Expr {
	if !p.at(kwNot) {
		return p.comparison()
	}
	p.nest()
	defer p.leave()
	begin := p.begin()
	p.advance()
	operand := p.inversion()
	return &UnaryOp{Span: p.since(begin), Op: Not, Operand: operand}
}

func (p *parser) comparison() Expr {
	begin := p.begin()
	left := p.bitwiseOr()
	var ops []CmpOperator
	var operands []Expr
	for p.atComparison() && p.extend(func() {
		op := p.cmpOperator()
		operands = append(operands, p.bitwiseOr())
		ops = append(ops, op)
	}) {
		continue
	}
	if ops == nil {
		return left
	}
	return &Compare{Span: p.since(begin), Left: left, Ops: ops, Comparators: operands}
}

var cmpOperators = map[kind]CmpOperator{
	eqEqual: Eq, notEqual: NotEq, less: Lt, lessEqual: LtE,
	greater: Gt, greaterEqual: GtE, kwIn: In, kwIs: Is,
}

func (p *parser) atComparison() bool {
	k := p.peek()
	if k == kwNot {
		return p.look(1).kind == kwIn
	}
	_, ok := cmpOperators[k]
	return ok
}

func (p *parser) cmpOperator() CmpOperator {
	if p.accept(kwNot) {
		p.advance()
		return NotIn
	}
	op := cmpOperators[p.advance().kind]
	if op == Is && p.accept(kwNot) {
		return IsNot
	}
	return op
}

// A binding is a binary operator and how tightly it binds.
type binding struct {
	op    Operator
	level int // 0 is no operator
}

// Binding levels of the grammar's rules bitwise_or to term.
const (
	levelOr = iota + 1
	levelXor
	levelAnd
	levelShift
	levelSum
	levelTerm
)

var bindings = [other + 1]binding{
	vbar: {BitOr, levelOr}, circumflex: {BitXor, levelXor}, amper: {BitAnd, levelAnd},
	leftShift: {LShift, levelShift}, rightShift: {RShift, levelShift},
	plus: {Add, levelSum}, minus: {Sub, levelSum},
	star: {Mult, levelTerm}, slash: {Div, levelTerm}, doubleSlash: {FloorDiv, levelTerm},
	percent: {Mod, levelTerm}, at: {MatMult, levelTerm},
}

func (p *parser) bitwiseOr() Expr {
	if !p.second {
		return p.binary(levelOr)
	}
	return p.remember(knownKey{p.pos, bitwiseOrRule}, func() Expr { return p.binary(levelOr) })
}

// binary parses operators that bind at least as tightly as level, by
// precedence climbing: all of them are left associative.
func (p *parser) binary(level int) Expr {
	begin := p.begin()
	left := p.factor()
	for n := 1; ; n++ {
		b := bindings[p.peek()]
		if b.level < level || b.level == 0 {
			return left
		}
		p.chain(n)
		if !p.extend(func() { left = p.operation(begin, left, b) }) {
			return left
		}
	}
}

// operation is an operator and what stands right of it.
func (p *parser) operation(begin Pos, left Expr, b binding) Expr {
	p.advance()
	if p.invalid && b.level >= levelSum {
		p.invalidNot(p.inversion)
	}
	right := p.binary(b.level + 1)
	return &BinOp{Span: p.since(begin), Left: left, Op: b.op, Right: right}
}

// factor is a signed operand. A sign binds tighter than * and looser than **.
func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.peek() {
	case plus:
		op = UAdd
	case minus:
		op = USub
	case tilde:
		op = Invert
	default:
		return p.power()
	}
	p.nest()
	defer p.leave()
	begin := p.begin()
	p.advance()
	if p.invalid {
		p.invalidNot(p.factor)
	}
	operand := p.factor()
	return &UnaryOp{Span: p.since(begin), Op: op, Operand: operand}
}

// power is right associative, and its right side may be signed.
func (p *parser) power() Expr {
	begin := p.begin()
	base := p.awaitPrimary()
	if !p.at(doubleStar) {
		return base
	}
	p.nest()
	defer p.leave()
	e := base
	p.extend(func() {
		p.advance()
		exponent := p.factor()
		e = &BinOp{Span: p.since(begin), Left: base, Op: Pow, Right: exponent}
	})
	return e
}

func (p *parser) awaitPrimary() Expr {
	if !p.at(kwAwait) {
		return p.primary()
	}
	begin := p.begin()
	p.advance()
	value := p.primary()
	return &Await{Span: p.since(begin), Value: value}
}

// primary is an atom with its attributes, calls and subscripts.
func (p *parser) primary() Expr {
	begin := p.begin()
	e := p.atom()
	for n := 1; ; n++ {
		switch p.peek() {
		case dot, lparen, lbracket:
		default:
			return e
		}
		p.chain(n)
		if !p.extend(func() { e = p.trailer(begin, e) }) {
			return e
		}
	}
}

// trailer is one attribute, call or subscript.
func (p *parser) trailer(begin Pos, e Expr) Expr {
	switch p.peek() {
	case dot:
		p.advance()
		attr := p.expectName()
		return &Attribute{Span: p.since(begin), Value: e, Attr: attr}
	case lparen:
		return p.call(begin, e)
	}
	p.expect(lbracket)
	index := p.slices()
	p.expect(rbracket)
	return &Subscript{Span: p.since(begin), Value: e, Slice: index}
}

// slices is what stands in the brackets of a subscript.
func (p *parser) slices() Expr {
	begin := p.begin()
	first := p.slice()
	_, starred := first.(*Starred)
	if !p.at(comma) && !starred {
		return first
	}
	elts := []Expr{first}
	for p.accept(comma) && !p.at(rbracket) {
		elts = append(elts, p.slice())
	}
	return &Tuple{Span: p.since(begin), Elts: elts}
}

// slice is an index, or lower:upper:step with each part optional.
func (p *parser) slice() Expr {
	begin := p.begin()
	if p.at(star) {
		return p.starredExpression()
	}
	var lower Expr
	if !p.at(colon) {
		lower = p.namedExpression()
		if !p.at(colon) || !p.isExpression(lower) {
			return lower
		}
	}
	p.expect(colon)
	s := &Slice{Lower: lower, Upper: p.slicePart()}
	if p.accept(colon) {
		s.Step = p.slicePart()
	}
	s.Span = p.since(begin)
	return s
}

func (p *parser) slicePart() Expr {
	switch p.peek() {
	case colon, comma, rbracket:
		return nil
	}
	return p.expression()
}
