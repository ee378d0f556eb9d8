package script

import "testing"

// TestEndlessIteratorsMeetALimit runs what would never end by itself.
func TestEndlessIteratorsMeetALimit(t *testing.T) {
	for _, expr := range []string{"list(it.count())", "sum(it.repeat(1))", "list(it.cycle('ab'))", "next(it.filterfalse(None, it.repeat(1)))",
		"next(it.compress(it.count(), it.repeat(0)))", "next(it.dropwhile(lambda x: True, it.count()))", "next(it.islice(it.count(), 10**15, None))",
		"next(it.chain.from_iterable(it.repeat([])))", "list(it.product('ab', repeat=10**9))", "list(it.permutations(range(12)))",
		"max(it.count())", "all(it.repeat(1))", "5 in it.repeat(1)", "dict(zip(it.count(), it.count()))", "math.factorial(10**7)",
		"math.comb(10**6, 5 * 10**5)", "math.prod(it.repeat(3))", "random.choices('ab', k=10**12)", "random.getrandbits(10**12)", "next(it.batched(it.count(), 10**12))"} {
		_, end := printed(t, "import itertools as it, math, random\n"+expr+"\n", Options{Steps: 1 << 18, MaxBytes: 1 << 22, IntBits: 1 << 16})
		if end != "run.result too_long steps without a suspension" && end != "run.result too_long memory" && end != "run.result too_long integer size" {
			t.Errorf("%s ends with %q", expr, end)
		}
	}
}
