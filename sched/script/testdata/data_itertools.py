import itertools as it
from itertools import count, cycle, repeat, accumulate, chain, compress, dropwhile, takewhile, filterfalse, groupby, islice, pairwise, batched, starmap, tee, zip_longest, product, permutations, combinations, combinations_with_replacement
def show(*a): print(*a)
def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',f), list(islice(r, 12)) if hasattr(r, '__next__') else r)
    except Exception as e: print(getattr(f,'__name__',f), type(e).__name__, e)
c = count(5); show(c, next(c), next(c), c); show(count(1.5, .5), count(10, -2), count(), count(step=3), count(start=2))
err(count, 'a'); err(count, 1, 2, 3); err(count, 2.5, .25); err(count, 10**30); err(count, stop=3)
r = repeat('x', 3); show(r, next(r), r, list(r), repeat(1), repeat([1], times=2), repeat(1, -3)); err(repeat); err(repeat, 1, 'a'); err(repeat, 1, 2, 3); err(repeat, 7)
err(cycle, 'abc'); err(cycle, []); err(cycle); err(cycle, 5)
err(accumulate, [1,2,3]); err(accumulate, [1,2,3], lambda a,b: a*b); err(accumulate, [1,2], initial=100); err(accumulate, [], initial=7); err(accumulate, ['a','b']); err(accumulate, [1,'a']); err(accumulate, [3,1,4,1,5], max); err(accumulate); err(accumulate, [1], func=None); err(accumulate, [1,2], bad=1)
err(chain, 'ab', [1,2], (3,)); err(chain); err(chain.from_iterable, ['ab', 'cd']); err(chain, 1); err(chain.from_iterable, [1]); err(chain, 'ab', 3); err(chain.from_iterable)
err(compress, 'ABCDEF', [1,0,1,0,1,1]); err(compress, 'ABC', [1]); err(compress, data='AB', selectors=[0,1]); err(compress, 'A')
err(dropwhile, lambda x: x<5, [1,4,6,3,8]); err(takewhile, lambda x: x<5, [1,4,6,3,8]); err(filterfalse, lambda x: x%2, range(10)); err(filterfalse, None, [0,1,'',2]); err(dropwhile, 1); err(takewhile, None, [1]); err(dropwhile, 5, [1,2])
for k, g in groupby('AAAABBBCCDAABBB'): print(k, list(g), end=';')
print()
for k, g in groupby([1,1,2,3,5,8,9], key=lambda x: x%2): print(k, list(g))
g = groupby('aabbc'); k1, g1 = next(g); k2, g2 = next(g); show(k1, list(g1), k2, list(g2)); show([k for k, _ in groupby([1,1,2])]); err(groupby, 5); err(groupby); show([(k, next(g), list(g)) for k, g in groupby('aaabb')])
err(islice, 'abcdefg', 2); err(islice, 'abcdefg', 2, 4); err(islice, 'abcdefg', 2, None); err(islice, 'abcdefg', 0, None, 2); err(islice, 'abcdefg', None); err(islice, 'abcdefg', -1); err(islice, 'ab', 0, 1, 0); err(islice, 'ab'); err(islice, 'ab', 'c'); err(islice, 'ab', 'c', 3); err(islice, 'ab', 1, 2, 3, 4); err(islice, 5, 3); err(islice, 'ab', 0, 'x')
x = iter(range(10)); show(list(islice(x, 3)), list(islice(x, 1, 6, 2)), list(x))
err(pairwise, 'ABCD'); err(pairwise, 'A'); err(pairwise, 5); err(pairwise)
err(batched, 'ABCDEFG', 3); err(batched, 'ABC', 0); err(batched, 'ABCD', 3, strict=True); err(batched, 'ABC', 3, strict=True); err(batched, 'A'); err(batched, [], 2); err(batched, iterable='abc', n=2)
err(starmap, pow, [(2,5),(3,2)]); err(starmap, pow, [1]); err(starmap, lambda *a: a, ['ab', (1,)])
a, b = tee([1,2,3]); show(next(a), next(a), list(b), list(a)); a,b,c2 = tee('xy', 3); show(list(a), list(b), list(c2)); err(tee, [1], -1); err(tee, 5); show(tee([1], 0)); err(tee)
err(zip_longest, 'ABCD', 'xy'); err(zip_longest, 'ABCD', 'xy', fillvalue='-'); err(zip_longest); err(zip_longest, 'A', 5); err(zip_longest, 'a', bad=1)
err(product, 'AB', 'xy'); err(product, range(2), repeat=3); err(product); err(product, 'ab', []); err(product, 'ab', repeat=0); err(product, 'ab', repeat=-1); err(product, 5); err(product, [1,2], 'a', repeat=2)
err(permutations, 'ABC'); err(permutations, 'ABC', 2); err(permutations, 'AB', 3); err(permutations, 'AB', 0); err(permutations, [1], -1); err(permutations, [1], 'a'); err(permutations, 'ABCD', r=2); err(permutations, [])
err(combinations, 'ABCD', 2); err(combinations, range(4), 3); err(combinations, 'AB', 3); err(combinations, 'AB', 0); err(combinations, 'AB', -1); err(combinations, 'AB'); err(combinations, 'AB', 'x')
err(combinations_with_replacement, 'ABC', 2); err(combinations_with_replacement, '', 2); err(combinations_with_replacement, 'AB', 0)
show(type(count()), type(chain()), chain.__name__, chain, isinstance(chain(), chain), iter(c) is c, type(tee([])[0]), type(next(groupby('a'))[1]), cycle('a').__class__, islice('a',1))
show(sum(islice(count(1), 100)), list(zip(count(), 'abc')), dict(zip('ab', repeat(0))), list(map(pow, range(5), repeat(2))))
def gen():
    for i in range(3):
        print('gen', i); yield i
    print('gen end')
z = islice(gen(), 2); show(list(z)); show(list(takewhile(lambda x: x < 1, gen())))
show(max(accumulate([3, -2, 5, -1])), list(chain.from_iterable(zip('abc', range(3)))))
show(it.chain, it.count, callable(it.chain))
def rr(*its):
    n = len(its); nexts = cycle(iter(i).__next__ for i in its)
    while n:
        try:
            for nx in nexts: yield nx()
        except StopIteration:
            n -= 1; nexts = cycle(islice(nexts, n))
show(list(rr('ABC', 'D', 'EF')))
show(list(filterfalse(str.isdigit, 'a1b2')), list(zip_longest(*[iter('abcdefg')] * 3, fillvalue='x')))
for i in zip(range(3), count(10, 5), cycle([True, False])): show(i)
