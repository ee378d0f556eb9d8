package script

import (
	"math/big"
	"strings"

	"loopscope/sched/script/syntax"
)

// binaryOp mirrors binary_op1 and the sequence fallbacks of Objects/abstract.c.
func (m *machine) binaryOp(op syntax.Operator, a, b Value) (Value, error) {
	switch x := a.(type) {
	case int64:
		if y, ok := b.(int64); ok && op != syntax.Pow && op != syntax.MatMult {
			return m.intOp(op, x, y)
		}
	case float64:
		if y, ok := b.(float64); ok && isFloatOp(op) {
			return floatOp(op, x, y)
		}
	case string:
		if y, ok := b.(string); ok && op == syntax.Add {
			return m.concat(x, y)
		}
	}
	ta, tb := typeOf(a), typeOf(b)
	reverse := tb.reverse
	if tb == ta && ta.user != nil {
		reverse = nil
	}
	if tb.user != nil && reverse != nil && ta.reflectedFirst(tb, op) {
		if v, err := reverse(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
		reverse = nil
	}
	if ta.binary != nil {
		if v, err := ta.binary(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if reverse != nil {
		if v, err := reverse(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	return nil, operandError(op.String(), op, a, b)
}

// reflectedFirst mirrors method_is_overloaded: a class below the left operand's
// is asked first if it has a reflected method of its own.
func (t *Type) reflectedFirst(below *Type, op syntax.Operator) bool {
	name := reflectedNames[op]
	if t.user == nil && t.concatenates() && (op == syntax.Add || op == syntax.Mult) {
		return below.overrides(name)
	}
	if t == below || !below.is(t) {
		return false
	}
	return below.overrides(name) && below.lookup(name) != t.lookup(name)
}

// concatenates says whether + and * are a type's as a sequence, which CPython
// asks for after the operators of numbers.
func (t *Type) concatenates() bool {
	switch t {
	case strType, listType, tupleType, bytesType, bytearrayType:
		return true
	}
	return false
}

// isFloatOp says whether floats have an operator.
func isFloatOp(op syntax.Operator) bool {
	switch op {
	case syntax.Add, syntax.Sub, syntax.Mult, syntax.Div, syntax.FloorDiv, syntax.Mod, syntax.Pow:
		return true
	}
	return false
}

// operandError words the failure of an operator.
func operandError(sign string, op syntax.Operator, a, b Value) error {
	ta, tb := typeOf(a), typeOf(b)
	if op == syntax.Add && (ta == strType || ta == listType || ta == tupleType) {
		return typeError(`can only concatenate %s (not "%s") to %s`, ta.name, tb.name, ta.name)
	}
	if op == syntax.Mult {
		if isSequence(a) {
			return typeError("can't multiply sequence by non-int of type '%s'", tb.name)
		}
		if isSequence(b) {
			return typeError("can't multiply sequence by non-int of type '%s'", ta.name)
		}
	}
	if op == syntax.Pow {
		sign = "** or pow()"
		if strings.HasSuffix(sign, "=") {
			sign = "**="
		}
	}
	return typeError("unsupported operand type(s) for %s: '%s' and '%s'", sign, ta.name, tb.name)
}

func isSequence(v Value) bool {
	switch plain(v).(type) {
	case string, *list, *tuple, byteString, *byteArray:
		return true
	}
	return false
}

// isContainer says whether CPython's type has slots of a sequence.
func isContainer(t *Type) bool { return t.user != nil || t.length != nil || t.contains != nil }

// inplaceOp is an augmented assignment's operator.
func (m *machine) inplaceOp(op syntax.Operator, a, b Value) (Value, error) {
	t := typeOf(a)
	if tb := typeOf(b); tb.user != nil && t == listType && t.reflectedFirst(tb, op) {
		if v, err := tb.reverse(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if t.inplace != nil {
		if v, err := t.inplace(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	v, err := m.binaryOp(op, a, b)
	if e, ok := err.(*exception); ok && e.cls == excTypes["TypeError"] && len(e.frames) == 0 && len(e.args) == 1 {
		text, _ := e.args[0].(string)
		_, bare, _ := strings.Cut(text, "unsupported operand type(s) for ")
		switch {
		case bare != "" && strings.HasPrefix(text, "unsupported"):
			return nil, typeError("unsupported operand type(s) for %s=:%s", op, bare[strings.IndexByte(bare, ':')+1:])
		case op == syntax.Mult && !isSequence(a) && isSequence(b) && isContainer(t) && strings.HasPrefix(text, "can't multiply"):
			return nil, typeError("unsupported operand type(s) for *=: '%s' and '%s'", t.name, typeOf(b).name)
		}
	}
	return v, err
}

func (m *machine) unaryOp(op syntax.UnaryOperator, v Value) (Value, error) {
	if n, ok := v.(int64); ok && op == syntax.USub && n != -n {
		return integer(-n), nil
	}
	t := typeOf(v)
	if t.unary != nil {
		if r, err := t.unary(m, op, v); err != nil || r != NotImplemented {
			return r, err
		}
	}
	return nil, typeError("bad operand type for unary %s: '%s'", op, t.name)
}

// swapped gives the comparison with its operands exchanged.
var swapped = [...]syntax.CmpOperator{syntax.Eq: syntax.Eq, syntax.NotEq: syntax.NotEq, syntax.Lt: syntax.Gt,
	syntax.LtE: syntax.GtE, syntax.Gt: syntax.Lt, syntax.GtE: syntax.LtE}

// compare mirrors do_richcompare for the six comparisons.
func (m *machine) compare(op syntax.CmpOperator, a, b Value) (Value, error) {
	switch x := a.(type) {
	case int64:
		switch y := b.(type) {
		case int64:
			return compareInts(op, x, y), nil
		}
	case float64:
		if y, ok := b.(float64); ok {
			return compareFloats(op, x, y), nil
		}
	case string:
		if y, ok := b.(string); ok {
			return ordered(op, strings.Compare(x, y)), nil
		}
	}
	ta, tb := typeOf(a), typeOf(b)
	reflected := tb.compare
	if tb.user != nil && tb != ta && tb.is(ta) && reflected != nil {
		if v, err := reflected(m, swapped[op], b, a); err != nil || v != NotImplemented {
			return v, err
		}
		reflected = nil
	}
	if ta.compare != nil {
		if v, err := ta.compare(m, op, a, b); err != nil || v != NotImplemented {
			return v, err
		}
	}
	if reflected != nil {
		if v, err := reflected(m, swapped[op], b, a); err != nil || v != NotImplemented {
			return v, err
		}
	}
	switch op {
	case syntax.Eq:
		return identical(a, b), nil
	case syntax.NotEq:
		return !identical(a, b), nil
	}
	return nil, typeError("'%s' not supported between instances of '%s' and '%s'", op, ta.name, tb.name)
}

func compareInts(op syntax.CmpOperator, x, y int64) bool {
	switch op {
	case syntax.Eq:
		return x == y
	case syntax.NotEq:
		return x != y
	case syntax.Lt:
		return x < y
	case syntax.LtE:
		return x <= y
	case syntax.Gt:
		return x > y
	}
	return x >= y
}

// less is a < b as a condition.
func (m *machine) less(a, b Value) (bool, error) {
	v, err := m.compare(syntax.Lt, a, b)
	if err != nil {
		return false, err
	}
	return m.truth(v)
}

// compareItems mirrors list_richcompare: the first items that differ decide.
func (m *machine) compareItems(op syntax.CmpOperator, a, b []Value) (Value, error) {
	if m.nested++; m.nested > maxDisplays {
		m.nested = 0
		return nil, recursionError(" in comparison")
	}
	defer func() { m.nested = max(m.nested-1, 0) }()
	if len(a) != len(b) && (op == syntax.Eq || op == syntax.NotEq) {
		return op == syntax.NotEq, nil
	}
	for i := range min(len(a), len(b)) {
		same, err := m.equal(a[i], b[i])
		if err := anyError(err, m.tick()); err != nil {
			return nil, err
		}
		if same {
			continue
		}
		switch op {
		case syntax.Eq:
			return false, nil
		case syntax.NotEq:
			return true, nil
		}
		return m.compare(op, a[i], b[i])
	}
	return compareInts(op, int64(len(a)), int64(len(b))), nil
}

// contains is item in v.
func (m *machine) contains(v, item Value) (bool, error) {
	t := typeOf(v)
	if t.contains != nil {
		return t.contains(m, v, item)
	}
	if t.iter == nil {
		return false, typeError("argument of type '%s' is not iterable", t.name)
	}
	it, err := m.iterate(v)
	if e := catchable(err); e != nil && e.cls.is(excTypes["TypeError"]) {
		return false, typeError("argument of type '%s' is not iterable", t.name)
	}
	if err != nil {
		return false, err
	}
	for {
		one, err := it.next(m)
		if one == nil || err != nil {
			return false, err
		}
		if same, err := m.equal(one, item); same || err != nil {
			return same, err
		}
		if err := m.tick(); err != nil {
			return false, err
		}
	}
}

func (m *machine) itemsContain(items []Value, item Value) (bool, error) {
	for _, one := range items {
		if same, err := m.equal(one, item); same || err != nil {
			return same, err
		}
	}
	return false, m.spend(len(items) / 2)
}

func (m *machine) getItem(v, key Value) (Value, error) {
	t := typeOf(v)
	if t.getItem == nil {
		return nil, typeError("'%s' object is not subscriptable", t.name)
	}
	return t.getItem(m, v, key)
}

// setItem is v[key] = item, and del v[key] for a nil item.
func (m *machine) setItem(v, key, item Value) error {
	t := typeOf(v)
	if t.setItem == nil {
		if _, isInt := asBig(key); item == nil && isInt && isContainer(t) {
			return typeError("'%s' object doesn't support item deletion", t.name)
		}
		what := "assignment"
		if item == nil {
			what = "deletion"
		}
		return typeError("'%s' object does not support item %s", t.name, what)
	}
	return t.setItem(m, v, key, item)
}

// length is len(v).
func (m *machine) length(v Value) (int, error) {
	t := typeOf(v)
	if t.length == nil {
		return 0, typeError("object of type '%s' has no len()", t.name)
	}
	return t.length(m, v)
}

// subscript gives the index that a key means in a sequence; what names the
// sequence in messages.
func subscript(key Value, n int, what string) (int, error) {
	i, ok := asInt(key)
	if !ok {
		key, err := indexed(key)
		if err != nil {
			return 0, err
		}
		if _, small := asInt(key); small {
			return subscript(key, n, what)
		}
		if _, big := key.(*big.Int); big {
			return 0, raise("IndexError", "cannot fit 'int' into an index-sized integer")
		}
		if what == "string" {
			return 0, typeError("string indices must be integers, not '%s'", typeOf(key).name)
		}
		return 0, typeError("%s indices must be integers or slices, not %s", what, typeOf(key).name)
	}
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return -1, nil
	}
	return int(i), nil
}

// bounds mirrors PySlice_Unpack and PySlice_AdjustIndices: the first index,
// the step and how many.
func (s *slice) bounds(n int) (start, step, count int, err error) {
	step = 1
	if s.step != None {
		if step, err = sliceIndex(s.step); err != nil {
			return
		}
		if step == 0 {
			return 0, 0, 0, valueError("slice step cannot be zero")
		}
	}
	low, high := 0, n
	if step < 0 {
		low, high = -1, n-1
	}
	clamp := func(v Value, otherwise int) int {
		if v == None || err != nil {
			return otherwise
		}
		var i int
		if i, err = sliceIndex(v); i < 0 {
			i += n
		}
		return min(max(i, low), high)
	}
	var stop int
	if step > 0 {
		start, stop = clamp(s.start, 0), clamp(s.stop, n)
		count = (stop - start + step - 1) / step
	} else {
		start, stop = clamp(s.start, n-1), clamp(s.stop, -1)
		count = (start - stop - step - 1) / -step
	}
	return start, step, max(count, 0), err
}

func sliceIndex(v Value) (int, error) {
	if n, ok := asInt(v); ok {
		return int(min(max(n, -1<<40), 1<<40)), nil
	}
	v, err := indexed(v)
	if err != nil {
		return 0, err
	}
	if b, ok := v.(*big.Int); ok {
		return b.Sign() << 40, nil
	}
	if _, ok := asInt(v); ok {
		return sliceIndex(v)
	}
	return 0, typeError("slice indices must be integers or None or have an __index__ method")
}

// pick gives the items that a slice selects.
func (s *slice) pick(items []Value) ([]Value, error) {
	start, step, count, err := s.bounds(len(items))
	if err != nil {
		return nil, err
	}
	picked := make([]Value, count)
	for i := range picked {
		picked[i] = items[start+i*step]
	}
	return picked, nil
}
