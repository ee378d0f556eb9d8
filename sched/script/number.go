package script

import (
	"math"
	"math/big"
	"math/bits"

	"loopscope/sched/script/libm"
	"loopscope/sched/script/syntax"
)

var (
	intType   = newType("int")
	boolType  = subtype("bool", intType)
	floatType = newType("float")
)

func setupInt(t *Type) {
	t.construct = constructInt
	t.allocBoxed()
	t.repr = reprNumber
	t.format = formatNumber
	t.hash = hashNumber
	t.truth = func(_ *machine, v Value) (bool, error) { return v.(*big.Int).Sign() != 0, nil }
	t.compare = compareNumbers
	t.binary = numberOp
	t.unary = numberUnary
	t.methods(intMethods)
	t.attrs["from_bytes"] = &classMethod{fn: inC("from_bytes", intFromBytes)}
	t.numberParts()
	t.numberMethods()
}

func setupBool(t *Type) {
	t.construct = func(m *machine, _ *Type, a args) (Value, error) {
		if err := a.between("bool", 0, 1); err != nil {
			return nil, err
		}
		return m.truth(a.at(0, false))
	}
	t.format = func(m *machine, v Value, spec string) (string, error) {
		return formatNumber(m, v, spec)
	}
}

func setupFloat(t *Type) {
	t.construct = constructFloat
	t.allocBoxed()
	t.repr = reprNumber
	t.format = formatNumber
	t.hash = hashNumber
	t.compare = compareNumbers
	t.binary = numberOp
	t.unary = numberUnary
	t.methods(floatMethods)
	t.attrs["fromhex"] = &classMethod{fn: inC("fromhex", floatFromHex)}
	t.numberParts()
	t.numberMethods()
}

func reprNumber(m *machine, v Value) (string, error) { return m.reprPlain(v) }

// compareNumbers compares two numbers exactly, as float_richcompare does.
func compareNumbers(_ *machine, op syntax.CmpOperator, a, b Value) (Value, error) {
	x, xFloat := a.(float64)
	y, yFloat := b.(float64)
	if xFloat && yFloat {
		return compareFloats(op, x, y), nil
	}
	if xFloat || yFloat {
		other := b
		if yFloat {
			other = a
		}
		if _, ok := asBig(other); !ok {
			return NotImplemented, nil
		}
		if xFloat && (math.IsNaN(x) || math.IsInf(x, 0)) {
			return compareFloats(op, x, 0), nil
		}
		if yFloat && (math.IsNaN(y) || math.IsInf(y, 0)) {
			return compareFloats(op, 0, y), nil
		}
		return ordered(op, exact(a).Cmp(exact(b))), nil
	}
	p, ok1 := asBig(a)
	q, ok2 := asBig(b)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	return ordered(op, p.Cmp(q)), nil
}

// exact gives a finite number without rounding.
func exact(v Value) *big.Rat {
	if x, ok := v.(float64); ok {
		return new(big.Rat).SetFloat64(x)
	}
	n, _ := asBig(v)
	return new(big.Rat).SetInt(n)
}

func compareFloats(op syntax.CmpOperator, x, y float64) bool {
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

// ordered gives the answer of a comparison from the sign of its difference.
func ordered(op syntax.CmpOperator, sign int) bool {
	switch op {
	case syntax.Eq:
		return sign == 0
	case syntax.NotEq:
		return sign != 0
	case syntax.Lt:
		return sign < 0
	case syntax.LtE:
		return sign <= 0
	case syntax.Gt:
		return sign > 0
	}
	return sign >= 0
}

// numberOp is the binary operator of int, bool and float.
func numberOp(m *machine, op syntax.Operator, a, b Value) (Value, error) {
	x, xInt := asInt(a)
	y, yInt := asInt(b)
	if xInt && yInt {
		if p, ok := a.(bool); ok {
			if q, ok := b.(bool); ok {
				if v := boolOp(op, p, q); v != nil {
					return v, nil
				}
			}
		}
		return m.intOp(op, x, y)
	}
	_, xFloat := a.(float64)
	_, yFloat := b.(float64)
	if xFloat || yFloat {
		f, ok1 := asFloat(a)
		g, ok2 := asFloat(b)
		if !ok1 || !ok2 {
			return NotImplemented, nil
		}
		if math.IsInf(f, 0) && !xFloat || math.IsInf(g, 0) && !yFloat {
			return nil, raise("OverflowError", "int too large to convert to float")
		}
		return floatOp(op, f, g)
	}
	p, ok1 := asBig(a)
	q, ok2 := asBig(b)
	if !ok1 || !ok2 {
		return NotImplemented, nil
	}
	return m.bigOp(op, p, q)
}

func boolOp(op syntax.Operator, p, q bool) Value {
	switch op {
	case syntax.BitAnd:
		return p && q
	case syntax.BitOr:
		return p || q
	case syntax.BitXor:
		return p != q
	}
	return nil
}

// intOp computes with int64 and falls back to big integers on overflow.
func (m *machine) intOp(op syntax.Operator, x, y int64) (Value, error) {
	switch op {
	case syntax.Add:
		if s := x + y; (x^s)&(y^s) >= 0 {
			return integer(s), nil
		}
	case syntax.Sub:
		if s := x - y; (x^y)&(x^s) >= 0 {
			return integer(s), nil
		}
	case syntax.Mult:
		if p, ok := multiply(x, y); ok {
			return integer(p), nil
		}
	case syntax.FloorDiv:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "integer division or modulo by zero")
		}
		if y != -1 {
			q := x / y
			if x%y != 0 && (x < 0) != (y < 0) {
				q--
			}
			return integer(q), nil
		}
	case syntax.Mod:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "integer modulo by zero")
		}
		if y == -1 {
			return integer(0), nil
		}
		r := x % y
		if r != 0 && (r < 0) != (y < 0) {
			r += y
		}
		return integer(r), nil
	case syntax.BitAnd:
		return integer(x & y), nil
	case syntax.BitOr:
		return integer(x | y), nil
	case syntax.BitXor:
		return integer(x ^ y), nil
	case syntax.Div:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "division by zero")
		}
		const exactly = 1 << 53
		if -exactly <= x && x <= exactly && -exactly <= y && y <= exactly {
			return float64(x) / float64(y), nil
		}
	case syntax.RShift:
		if y >= 0 {
			return integer(x >> min(y, 63)), nil
		}
	}
	return m.bigOp(op, big.NewInt(x), big.NewInt(y))
}

func multiply(x, y int64) (int64, bool) {
	high, low := bits.Mul64(magnitude(x), magnitude(y))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	return x * y, true
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

func (m *machine) bigOp(op syntax.Operator, x, y *big.Int) (Value, error) {
	z := new(big.Int)
	if err := m.checkBits(op, x, y); err != nil {
		return nil, err
	}
	if err := m.spendBits(op, x.BitLen(), y.BitLen()); err != nil {
		return nil, err
	}
	switch op {
	case syntax.Add:
		z.Add(x, y)
	case syntax.Sub:
		z.Sub(x, y)
	case syntax.Mult:
		z.Mul(x, y)
	case syntax.FloorDiv, syntax.Mod:
		return bigDivMod(op, x, y)
	case syntax.Div:
		return bigQuotient(x, y)
	case syntax.Pow:
		if y.Sign() < 0 {
			f, _ := asFloat(bigInteger(x))
			g, _ := asFloat(bigInteger(y))
			return floatOp(op, f, g)
		}
		z.Exp(x, y, nil)
	case syntax.LShift, syntax.RShift:
		if y.Sign() < 0 {
			return nil, valueError("negative shift count")
		}
		if op == syntax.LShift {
			z.Lsh(x, uint(y.Uint64()))
		} else {
			z.Rsh(x, uint(min(y.Uint64(), math.MaxInt32)))
		}
	case syntax.BitAnd:
		z.And(x, y)
	case syntax.BitOr:
		z.Or(x, y)
	case syntax.BitXor:
		z.Xor(x, y)
	default:
		return NotImplemented, nil
	}
	return bigInteger(z), nil
}

// checkBits stops an operation whose result would be too big to wait for.
func (m *machine) checkBits(op syntax.Operator, x, y *big.Int) error {
	var size float64
	switch op {
	case syntax.Mult:
		size = float64(x.BitLen() + y.BitLen())
	case syntax.Pow:
		if x.BitLen() > 1 && y.Sign() > 0 {
			exponent, _ := new(big.Float).SetInt(y).Float64()
			size = float64(x.BitLen()) * exponent
		}
	case syntax.LShift:
		if x.Sign() != 0 && y.Sign() > 0 {
			shift, _ := new(big.Float).SetInt(y).Float64()
			size = float64(x.BitLen()) + shift
		}
	}
	if size > float64(m.opts.IntBits) {
		return m.limit(LimitInteger)
	}
	return nil
}

// spendBits counts the time that an operation with numbers of so many bits
// takes: what is done word by word, and what is done for each two of them.
func (m *machine) spendBits(op syntax.Operator, x, y int) error {
	const (
		wordBits      = 64
		wordsPerStep  = 8 // of what is done word by word
		squarePerStep = 8 // pairs of words
	)
	x, y = x/wordBits, y/wordBits
	steps := (x + y) / wordsPerStep
	switch op {
	case syntax.Mult, syntax.FloorDiv, syntax.Mod, syntax.Div:
		long, short := max(x, y), min(x, y)
		steps += int(float64(long) * math.Pow(float64(short), 0.6) / squarePerStep)
	case syntax.Pow:
		steps += x
	}
	return m.spend(steps)
}

func bigDivMod(op syntax.Operator, x, y *big.Int) (Value, error) {
	if y.Sign() == 0 {
		if op == syntax.Mod {
			return nil, raise("ZeroDivisionError", "integer modulo by zero")
		}
		return nil, raise("ZeroDivisionError", "integer division or modulo by zero")
	}
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	if op == syntax.Mod {
		return bigInteger(r), nil
	}
	return bigInteger(q), nil
}

// bigQuotient rounds the true quotient once, as long_true_divide does.
func bigQuotient(x, y *big.Int) (Value, error) {
	if y.Sign() == 0 {
		return nil, raise("ZeroDivisionError", "division by zero")
	}
	if x.Sign() == 0 && y.Sign() < 0 {
		return math.Copysign(0, -1), nil
	}
	f, _ := new(big.Rat).SetFrac(x, y).Float64()
	if math.IsInf(f, 0) {
		return nil, raise("OverflowError", "integer division result too large for a float")
	}
	return f, nil
}

func floatOp(op syntax.Operator, x, y float64) (Value, error) {
	switch op {
	case syntax.Add:
		return x + y, nil
	case syntax.Sub:
		return x - y, nil
	case syntax.Mult:
		return x * y, nil
	case syntax.Div:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "float division by zero")
		}
		return x / y, nil
	case syntax.FloorDiv:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "float floor division by zero")
		}
		q, _ := floatDivMod(x, y)
		return q, nil
	case syntax.Mod:
		if y == 0 {
			return nil, raise("ZeroDivisionError", "float modulo by zero")
		}
		_, r := floatDivMod(x, y)
		return r, nil
	case syntax.Pow:
		return floatPow(x, y)
	}
	return NotImplemented, nil
}

// floatDivMod mirrors _float_div_mod in Objects/floatobject.c.
func floatDivMod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	q = (x - r) / y
	if r == 0 {
		r = math.Copysign(0, y)
	} else if (y < 0) != (r < 0) {
		r += y
		q--
	}
	if q == 0 {
		return math.Copysign(0, x/y), r
	}
	floor := math.Floor(q)
	if q-floor > 0.5 {
		floor++
	}
	return floor, r
}

func floatPow(x, y float64) (Value, error) {
	if x == 0 && y < 0 {
		return nil, raise("ZeroDivisionError", "0.0 cannot be raised to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && y != math.Floor(y) {
		return complexPower(complex(x, 0), complex(y, 0))
	}
	z := power(x, y)
	if math.IsInf(z, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return nil, &exception{cls: excTypes["OverflowError"],
			args: []Value{integer(34), "Numerical result out of range"}}
	}
	return z, nil
}

// power is C's pow, exactly rounded for a whole exponent, where ties can be.
func power(x, y float64) float64 {
	const most = 1 << 12
	z := libm.Pow(x, y)
	if y != math.Trunc(y) || math.Abs(y) > most || z == 0 || math.IsInf(z, 0) || math.IsNaN(z) || math.IsNaN(x) || math.IsInf(x, 0) {
		return z
	}
	const precision = 256
	base := new(big.Float).SetPrec(precision).SetFloat64(x)
	product := new(big.Float).SetPrec(precision).SetInt64(1)
	for n := int(math.Abs(y)); n > 0; n >>= 1 {
		if n&1 == 1 {
			product.Mul(product, base)
		}
		base.Mul(base, base)
	}
	if y < 0 {
		product.Quo(new(big.Float).SetPrec(precision).SetInt64(1), product)
	}
	z, _ = product.Float64()
	return z
}

func numberUnary(m *machine, op syntax.UnaryOperator, v Value) (Value, error) {
	if x, ok := v.(float64); ok {
		switch op {
		case syntax.USub:
			return -x, nil
		case syntax.UAdd:
			return x, nil
		}
		return NotImplemented, nil
	}
	n, _ := asBig(v)
	switch op {
	case syntax.USub:
		return bigInteger(new(big.Int).Neg(n)), nil
	case syntax.UAdd:
		return bigInteger(n), nil
	}
	return bigInteger(new(big.Int).Not(n)), nil
}
