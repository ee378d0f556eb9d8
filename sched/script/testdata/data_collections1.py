from collections import deque
def show(*a): print(*a)
def err(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = deque([1,2,3]); d.append(4); d.appendleft(0); show(d, len(d), d[0], d[-1], d[2], 3 in d, 9 in d, bool(d), bool(deque()))
show(d.pop(), d.popleft(), d); d.extend([7,8]); d.extendleft('ab'); show(d); d.rotate(2); show(d); d.rotate(-3); show(d); d.rotate(); show(d); d.rotate(100)
show(d, d.count(7), d.index(7)); d.remove(7); show(d); d.reverse(); show(d); d.insert(1, 'x'); d.insert(-1, 'y'); d.insert(100,'z'); d.insert(-100,'w'); show(d)
err(d.index, 'nope'); err(d.remove, 'nope'); err(deque().pop); err(deque().popleft); err(lambda: d[99]); err(lambda: d['a']); err(lambda: d[1:2]); err(deque, 5); err(deque, [1], -1); err(deque, [1], 'a'); err(deque, 1, 2, 3); err(deque, [1], maxlen=2, bad=1); err(hash, d)
m = deque(maxlen=3)
for i in range(5): m.append(i); show(m, list(m))
m.appendleft(9); show(m, m.maxlen, d.maxlen, m == deque([9,2,3]), m < deque([10]), deque([1]) != deque([2]), deque([1]) == [1]); err(lambda: m.insert(0, 1)); err(lambda: deque([1]) < [1]); err(lambda: deque([1]) + [1]); err(lambda: [1] + deque([1]))
show(deque([1]) + deque([2]), deque([1,2]) * 2, 2 * deque('a'), deque([1,2,3], 2) * 2, deque('ab') + deque('cd', 3)); e = deque([1]); e += [2,3]; e *= 2; show(e); e[0] = 'q'; del e[1]; show(e, e.copy(), e.copy() is e); err(lambda: e * 'a'); err(lambda: e * 2.0)
def mutate():
    for x in e: e.append(x)
err(mutate)
def mutate2():
    for x in e: e.popleft()
err(mutate2)
show(list(reversed(deque('abc'))), sorted(deque([3,1,2])), max(deque([1,5,2])), sum(deque([1,2])), tuple(deque('ab')), str(deque('a')), f"{deque([1])}", *deque('xy'))
e.clear(); show(e); z = deque(); z.append(z); show(z); show(deque([deque([1]), (2,)]), deque(range(3), maxlen=0), deque(maxlen=2).maxlen)
show(type(d), deque, isinstance(d, deque), type(iter(d)), type(reversed(d)))
class Hist(deque):
    def __init__(self, n): super().__init__(maxlen=n); self.total = 0
    def append(self, x): self.total += 1; super().append(x)
h = Hist(2); h.append(1); h.append(2); h.append(3); show(h, h.total, len(h), h.maxlen, isinstance(h, deque), list(h))
class D2(deque): pass
x = D2([1,2]); show(x, x + D2([3]), x.copy(), type(x.copy())); x.name = 'n'; show(x.name)
try: m.maxlen = 5
except AttributeError as ex: show(ex)
try: m.foo = 5
except AttributeError as ex: show(ex)
q = deque([('a', 1), ('b', 2)])
while q:
    name, n = q.popleft()
    if n: q.append((name, n - 1))
    show(name, n, len(q))
match deque([1,2,3]):
    case [a, *r]: show('matched', a, r)
    case _: show('no')
def win(it, n):
    w = deque(maxlen=n)
    for x in it:
        w.append(x)
        if len(w) == n: yield tuple(w)
show(list(win(range(6), 3))); d1 = deque('abc'); a, b, c = d1; show(a, b, c, d1.index('c', 1), d1.index('b', -3, 3)); err(d1.append); err(d1.append, 1, 2); err(d1.pop, 1); err(d1.rotate, 'a'); err(d1.extend, 5); err(d1.insert, 1)
d1.extend(d1); show(d1); d1.extendleft(d1); show(d1); show(deque([1,2])==deque([1,2],5), deque() < deque([1]), deque([2]) >= deque([1,5]))
big = deque(range(1000)); big.rotate(333); show(big[0], big[-1], sum(big)); del big[500]; show(len(big), big[499:500] if False else big[500])
