package script

import (
	"math"
	"math/big"

	"loopscope/sched/script/syntax"
)

// hashModulus is CPython's prime for the hashes of numbers, 2**61 - 1.
const hashModulus = 1<<61 - 1

// hash mirrors PyObject_Hash: numbers, None and tuples of them hash as in
// CPython, since the order of a set of numbers shows.
func (m *machine) hash(v Value) (int64, error) {
	switch v := v.(type) {
	case string:
		if len(v) > longText {
			m.fuel -= len(v) / 16
		}
		return hashString(v), nil
	case int64:
		return hashInt(v), nil
	case bool:
		n, _ := asInt(v)
		return n, nil
	}
	return typeOf(v).hash(m, v)
}

func hashInt(n int64) int64 {
	if n > -hashModulus && n < hashModulus {
		if n == -1 {
			return -2
		}
		return n
	}
	h := int64(magnitude(n) % hashModulus)
	if n < 0 {
		h = -h
	}
	if h == -1 {
		return -2
	}
	return h
}

// hashString is FNV-1a: CPython's is different in every process, so any will
// do that is the same in all of ours.
func hashString(s string) int64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return int64(h)
}

// hashNumber is the hash slot of int and float.
func hashNumber(_ *machine, v Value) (int64, error) {
	switch v := v.(type) {
	case float64:
		return hashFloat(v), nil
	case *big.Int:
		h := new(big.Int).Rem(v, big.NewInt(hashModulus)).Int64()
		if h == -1 {
			return -2, nil
		}
		return h, nil
	}
	n, _ := asInt(v)
	return hashInt(n), nil
}

// hashFloat mirrors _Py_HashDouble.
func hashFloat(x float64) int64 {
	switch {
	case math.IsInf(x, 1):
		return 314159
	case math.IsInf(x, -1):
		return -314159
	case math.IsNaN(x):
		return 0
	}
	frac, exp := math.Frexp(x)
	sign := int64(1)
	if frac < 0 {
		sign, frac = -1, -frac
	}
	var h uint64
	for frac != 0 {
		h = (h<<28)&hashModulus | h>>(61-28)
		frac *= 1 << 28
		exp -= 28
		part := uint64(frac)
		frac -= float64(part)
		h += part
		if h >= hashModulus {
			h -= hashModulus
		}
	}
	if exp >= 0 {
		exp %= 61
	} else {
		exp = 61 - 1 - (-1-exp)%61
	}
	h = (h<<exp)&hashModulus | h>>(61-exp)
	if r := int64(h) * sign; r != -1 {
		return r
	}
	return -2
}

// hashTuple mirrors tuplehash (xxHash).
func hashTuple(m *machine, v Value) (int64, error) {
	const prime1, prime2, prime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	if m.nested++; m.nested > maxNesting {
		m.nested = 0
		return 0, m.limit(LimitMemory)
	}
	defer func() { m.nested = max(m.nested-1, 0) }()
	items := v.(*tuple).items
	if err := m.spend(1 + len(items)/2); err != nil {
		return 0, err
	}
	acc := uint64(prime5)
	for _, item := range items {
		h, err := m.hash(item)
		if err != nil {
			return 0, err
		}
		acc += uint64(h) * prime2
		acc = acc<<31 | acc>>33
		acc *= prime1
	}
	acc += uint64(len(items)) ^ (prime5 ^ 3527539)
	if acc == math.MaxUint64 {
		return 1546275796, nil
	}
	return int64(acc), nil
}

// hashIdentity is the hash of an object that is equal to itself alone. In a
// set such objects stand in the order in which they were first hashed.
func hashIdentity(m *machine, v Value) (int64, error) { return m.identity(v), nil }

// identity numbers an object from 1. It holds the object, so that no other
// gets its number.
func (m *machine) identity(v Value) int64 {
	if n, ok := m.identities[v]; ok {
		return n
	}
	if m.identities == nil {
		m.identities = map[Value]int64{}
	}
	n := int64(len(m.identities) + 1)
	m.identities[v] = n
	return n
}

func unhashable(_ *machine, v Value) (int64, error) {
	return 0, typeError("unhashable type: '%s'", typeOf(v).name)
}

// equal is Python's == as a condition; identical objects are equal without
// being asked, as PyObject_RichCompareBool has it.
func (m *machine) equal(a, b Value) (bool, error) {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return x == y, nil
		}
	case int64:
		if y, ok := b.(int64); ok {
			return x == y, nil
		}
	}
	if identical(a, b) {
		return true, nil
	}
	v, err := m.compare(syntax.Eq, a, b)
	if err != nil {
		return false, err
	}
	return m.truth(v)
}
