# What the language does, feature by feature.
def f(a, b=2, *c, d, e=5, **k): return (a, b, c, d, e, k)
print(f(1, d=4), f(1, 2, 3, 4, d=0, z=9))
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    inner(); inner()
    return x, [lambda: i for i in range(3)][0]()
print(outer())
print([x*y for x in range(4) if x % 2 for y in (1, 2)], {x: x*x for x in range(3)}, {x % 3 for x in range(10)})
a, *b, c = range(6); print(a, b, c)
(a, b), c = (1, 2), 3; print(a, b, c)
x = y = []; x.append(1); print(y is x, y)
try:
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError('bad') from e
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)
def g():
    try:
        return 'try'
    finally:
        print('finally')
print(g())
def h():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally:
            print('fin', i)
    else:
        print('else')
    return i
print(h())
print(f'{3.14159:.2f}|{42:>6}|{42:<6}|{42:^6}|{"x":*^5}|{1234567:,}|{255:#x}|{0.5:%}|{1e20}|{1e-7}|{-0.0}|{3!r:>4}')
n = 5; s = 'é'; print(f'{n=} {s!a} {s!r} {n:{n}d} {n + 1 = }')
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 'a' in 'abc', 3 not in [1, 2])
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** 100, 2 ** -1, 7 / 2, 1e16, 123456789012345678901234567890 % 97)
print(10**20 // 3, -(10**20) // 3, (10**20) & 0xff, 1 << 70, ~5, -5 >> 1, 5 ^ 3, True + True, True & False)
print('abc'[1], 'abc'[-1], 'abcdef'[1:4], 'abcdef'[::-1], 'abcdef'[::2], [1, 2, 3][-2:], (1, 2, 3)[:1])
l = [3, 1, 2]; l.sort(); print(l, sorted(l, reverse=True), sorted(['b', 'A', 'c'], key=lambda s: s.lower()))
l[1:2] = [9, 9]; del l[0]; l += (7,); print(l, l * 2, [0] * 3)
d = {'a': 1}; d['b'] = 2; d |= {'c': 3}; print(d, d.get('z', 0), list(d.items()), 'a' in d, d.pop('a'), len(d))
for k, v in d.items(): print(k, v)
print({1, 2} | {3}, {1, 2, 3} & {2}, {1, 2} - {1}, frozenset([1]), set(), {1} < {1, 2})
print(str(None), repr('it\'s'), repr("a\n\t\\\x00é\u200b"), str(1.0), repr([None, True, 1.5, 'x', (1,), ()]))
print('a,b,,c'.split(','), ' a  b '.split(), '-'.join('abc'), 'Hello'.upper().lower().title(), 'x'.center(5, '.') + '|')
print('{} {1!r}'.replace('1', '').format(1, 'b'), '{0}-{name}'.format(1, name='n'), '{:>5}'.format(3))
print(min(3, 1, 2), max([1, 5, 2]), sum([1, 2, 3]), sum([0.1] * 3), abs(-3), round(2.5), round(2.675, 2), divmod(7, 2), round(1234, -2))
print(any([0, 1]), all([]), list(zip('ab', [1, 2])), list(enumerate('ab', 1)), list(map(str, [1, 2])), list(filter(None, [0, 1])), list(reversed([1, 2])))
print(type(1), type('').__name__, isinstance(True, int), isinstance(1, (str, int)), callable(print), int('12'), float('1.5'), int(3.9), bool([]), list('ab'), tuple([1]))
if (m := 10) > 5: print('walrus', m)
print((lambda *a, **k: (a, k))(1, 2, x=3), [*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2))
def deco(fn):
    def wrap(*a):
        print('call', fn.__name__, a)
        return fn(*a)
    return wrap
@deco
def add(a, b): return a + b
print(add(1, 2))
i = 0
while True:
    i += 1
    if i == 3: continue
    if i > 5: break
else:
    print('never')
print(i, 1 if i else 2, not i, i and 'x', 0 or 'y', None is None)
for e in (KeyError('k'), IndexError('i'), ValueError(), OSError(2, 'nope'), StopIteration(3), TypeError('a', 1)):
    print(repr(e), str(e), e.args)
try: raise KeyError
except (ValueError, KeyError) as e: print(type(e).__name__, e)
print(hash(1) == hash(1.0), hash((1, 2)) , hash(2**61), hash(-1), hash(0.5), {1: 'a', 1.0: 'b', True: 'c'})
x = 5
def rec(n): return n if n < 2 else rec(n-1) + rec(n-2)
print(rec(15), 0.1 + 0.2, 1e300 * 1e10, -1e300 * 1e10, 5 // 0.3, 5.5 % -2)
try: rec.zzz
except AttributeError as e: print(e)
def depth(n): return depth(n + 1)
try: depth(0)
except RecursionError as e: print(e)
print(*[1, 2], sep='-', end='!\n'); print('a\nb'); print('no newline', end=''); print()
assert True, 'x'
try: assert 0, 'msg'
except AssertionError as e: print(repr(e))
try: undefined_name
except NameError as e: print(e)
def loc():
    try: print(zz)
    except UnboundLocalError as e: print(e)
    zz = 1
    del zz
    try: zz
    except UnboundLocalError as e: print(e)
loc()
def cellerr():
    def inner(): return q
    try: inner()
    except NameError as e: print(e)
    q = 1
cellerr()
print([[0] * 2 for _ in range(2)], [(i, j) for i in range(2) for j in range(i)])
print(str([1, [2, {'k': (3,)}]]), [1] == [1], (1, 2) < (1, 3), 'a' < 'b', [1, 2] > [1])
r = range(0, 10, 3); print(r, list(r), len(r), 6 in r, r[-1], r == range(0, 12, 3), r[1:])
a = [1]; a.append(a); print(a)
print(1_000, 0xff, 0b11, 0o17, 1e3, .5, 'a' 'b', r'\n', '''t
q''')
print(chr(233), ord('a'), hex(-255), bin(5), oct(8), len('éa'))
